// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace stampede {

/// Changes the rate of an open model while it runs: a slider over powers of ten, and the figure.
class RateSlider final : public QWidget
{
    Q_OBJECT

public:
    explicit RateSlider(QWidget *parent = nullptr);
    /// Shows a rate, requests a second, unless somebody holds the slider.
    void setRate(double perSecond);

protected:
    void changeEvent(QEvent *event) override;

Q_SIGNALS:
    /// Somebody wants another rate.
    void rateWanted(double perSecond);

private:
    void showFigure(double perSecond);
    void fitFigure();

    QSlider *m_slider;
    QLabel *m_figure;
};

} // namespace stampede
