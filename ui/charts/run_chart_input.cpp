// SPDX-License-Identifier: MIT
// What mouse and keys do on a chart.

#include "ui/charts/chart_scene.h"
#include "ui/charts/run_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace stampede {

namespace {

constexpr qreal kDragLeast = 6; // pixels: less is a click

} // namespace

void RunChart::point(const std::optional<double> &seconds)
{
    setCrosshair(seconds);
    Q_EMIT crosshairMoved(seconds);
}

void RunChart::chooseZoom(const std::optional<QPair<double, double>> &seconds)
{
    setZoom(seconds);
    Q_EMIT zoomChosen(seconds);
}

const ChartDot *RunChart::dotAt(const QPointF &place) const
{
    constexpr qreal kWithin = 8; // pixels
    const ChartDot *dot = m_content.dotAt(scale(), place, kWithin);
    const bool hasCome = dot != nullptr && (!m_position || dot->seconds <= *m_position);
    return hasCome ? dot : nullptr;
}

bool RunChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_content.dots.empty()) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const ChartDot *dot = dotAt(help->pos()); dot != nullptr && m_dotWords) {
        QToolTip::showText(help->globalPos(), m_dotWords(dot->index), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void RunChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QString entry = shown(size()).legendEntryAt(event->position());
    if (!entry.isEmpty()) {
        setShown(entry, !isShown(entry));
        return;
    }
    if (scale().plot.contains(event->position())) {
        m_dragFrom = event->position().x();
        m_dragTo = *m_dragFrom;
    }
}

void RunChart::mouseMoveEvent(QMouseEvent *event)
{
    const ChartScale now = scale();
    if (m_dragFrom) {
        m_dragTo = std::clamp(event->position().x(), now.plot.left(), now.plot.right());
        update();
        return;
    }
    const bool isOnLegend = event->position().y() > now.plot.bottom() &&
                            !shown(size()).legendEntryAt(event->position()).isEmpty();
    const bool canBeChosen = isOnLegend || dotAt(event->position()) != nullptr;
    setCursor(canBeChosen ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const bool isIn = now.plot.contains(event->position());
    point(isIn ? std::optional(now.secondsAt(event->position().x())) : std::nullopt);
}

void RunChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragFrom) {
        return;
    }
    const qreal from = std::min(*m_dragFrom, m_dragTo);
    const qreal to = std::max(*m_dragFrom, m_dragTo);
    m_dragFrom.reset();
    update();
    if (to - from >= kDragLeast) {
        const ChartScale now = scale();
        chooseZoom(QPair<double, double>(now.secondsAt(from), now.secondsAt(to)));
    } else if (const ChartDot *dot = dotAt(event->position()); dot != nullptr) {
        Q_EMIT dotChosen(dot->index);
    }
}

void RunChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && scale().plot.contains(event->position())) {
        m_dragFrom.reset();
        chooseZoom(std::nullopt);
    }
}

void RunChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    point(std::nullopt);
}

void RunChart::keyPressEvent(QKeyEvent *event)
{
    constexpr double kSteps = 50; // across the chart
    const ChartScale now = scale();
    const double step = (now.to - now.from) / kSteps;
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        const double before = m_crosshair.value_or(now.from);
        const double wanted = before + (event->key() == Qt::Key_Left ? -step : step);
        point(std::clamp(wanted, now.from, now.to));
    } else if (event->key() == Qt::Key_Escape && (m_zoom || m_crosshair)) {
        chooseZoom(std::nullopt);
        point(std::nullopt);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace stampede
