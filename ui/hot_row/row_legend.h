#pragma once

#include <QWidget>

namespace stampede {

/// What the marks of the picture mean, in one line.
class RowLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit RowLegend(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace stampede
