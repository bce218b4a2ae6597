// SPDX-License-Identifier: MIT
#include "ui/charts/chart_group.h"

#include "ui/charts/run_chart.h"

#include <algorithm>

namespace stampede {

ChartGroup::ChartGroup(QObject *parent)
    : QObject(parent)
{}

void ChartGroup::add(RunChart *chart)
{
    m_charts.append(chart);
    connect(chart, &RunChart::crosshairMoved, this, [this](const std::optional<double> &seconds) {
        for (RunChart *each : std::as_const(m_charts)) {
            each->setCrosshair(seconds);
        }
    });
    connect(chart, &RunChart::zoomChosen, this,
            [this](const std::optional<QPair<double, double>> &seconds) {
                for (RunChart *each : std::as_const(m_charts)) {
                    each->setZoom(seconds);
                }
            });
}

void ChartGroup::resetZoom()
{
    for (RunChart *each : std::as_const(m_charts)) {
        each->setZoom(std::nullopt);
    }
}

void ChartGroup::align(const QList<RunChart *> &charts)
{
    qreal widest = 0;
    for (RunChart *each : charts) {
        widest = std::max(widest, each->leftNeeded());
    }
    for (RunChart *each : charts) {
        each->setLeastLeft(widest);
    }
}

} // namespace stampede
