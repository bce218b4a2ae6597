#pragma once

#include <QWidget>

class QBoxLayout;

namespace stampede {

/// Choices beside each other, or below each other where there is no room for that.
class ChoiceRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceRow(QWidget *parent = nullptr);
    void add(QWidget *choice);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Of all beside each other, px.
    [[nodiscard]] int wholeWidth() const;

    QBoxLayout *m_layout;
    QList<QWidget *> m_choices;
};

} // namespace stampede
