// SPDX-License-Identifier: MIT
#include "ui/live/rate_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr double kLowest = 1;
constexpr double kHighest = 10'000;
constexpr int kStepsPerDecade = 50;

int positionOf(double perSecond)
{
    const double bounded = std::clamp(perSecond, kLowest, kHighest);
    return static_cast<int>(std::lround(std::log10(bounded / kLowest) * kStepsPerDecade));
}

/// Two digits that count, so that people read round figures.
double rateAt(int position)
{
    const double exact = kLowest * std::pow(10.0, static_cast<double>(position) / kStepsPerDecade);
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(exact)) - 1));
    return std::round(exact / unit) * unit;
}

} // namespace

RateSlider::RateSlider(QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_figure(new QLabel(this))
{
    auto *name = new QLabel(tr("Requests a second"), this);
    name->setProperty("muted", true);
    name->setBuddy(m_slider);
    m_slider->setRange(0, positionOf(kHighest));
    m_slider->setPageStep(kStepsPerDecade / 5);
    m_slider->setMinimumHeight(28);
    m_slider->setObjectName(QStringLiteral("rateSlider"));
    m_slider->setAccessibleName(tr("Requests a second"));
    m_slider->setToolTip(tr("Changes how many requests begin a second while the run goes on. Each "
                            "change is kept in the result."));
    m_figure->setObjectName(QStringLiteral("rateFigure"));
    m_figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(name);
    row->addWidget(m_slider, 1);
    row->addWidget(m_figure);
    fitFigure();
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        showFigure(rateAt(position));
        if (!m_slider->isSliderDown()) {
            Q_EMIT rateWanted(rateAt(position));
        }
    });
    connect(m_slider, &QSlider::sliderReleased, this,
            [this] { Q_EMIT rateWanted(rateAt(m_slider->value())); });
}

/// The largest figure fits, so that the slider keeps its length while it is dragged.
void RateSlider::fitFigure()
{
    const QString widest = tr("%1/s").arg(QLocale().toString(kHighest, 'f', 1));
    m_figure->setMinimumWidth(m_figure->fontMetrics().horizontalAdvance(widest));
}

void RateSlider::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitFigure();
    }
}

void RateSlider::setRate(double perSecond)
{
    if (m_slider->isSliderDown()) {
        return;
    }
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(positionOf(perSecond));
    showFigure(perSecond);
}

void RateSlider::showFigure(double perSecond)
{
    m_figure->setText(
        tr("%1/s").arg(QLocale().toString(perSecond, 'f', QLocale::FloatingPointShortest)));
}

} // namespace stampede
