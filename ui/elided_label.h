#pragma once

#include <QLabel>
#include <QString>

namespace stampede {

/// One line that ends in … where there is no room for the rest, which is in its tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setWhole(const QString &words);
    /// What it would say with room enough.
    [[nodiscard]] const QString &whole() const { return m_whole; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    QString m_whole;
};

} // namespace stampede
