// How the picture of the hot row answers mouse, wheel and keys.

#include "ui/hot_row/row_chart.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kWheelNotch = 120;

} // namespace

std::uint32_t RowChart::barAt(const QPoint &where) const
{
    const std::ptrdiff_t row = m_geometry.rowAt(where.y());
    const bool inside = where.y() >= m_geometry.body.top() && row >= 0 &&
                        static_cast<std::size_t>(row) < m_rows.size();
    return inside ? m_rows[static_cast<std::size_t>(row)] : RowUse::kNobody;
}

void RowChart::pick(std::uint32_t bar, bool together, bool opens)
{
    if (bar == RowUse::kNobody) {
        return;
    }
    const bool second = together && m_current != RowUse::kNobody && m_current != bar;
    choose(bar, second ? m_current : RowUse::kNobody);
    setAccessibleDescription(describe(bar));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    Q_EMIT picked(opens || second);
}

void RowChart::step(int rows)
{
    if (m_rows.empty()) {
        return;
    }
    const auto last = static_cast<std::int64_t>(m_rows.size()) - 1;
    const bool any = m_current != RowUse::kNobody && m_rowOf[m_current] != RowPainting::kNoRow;
    const std::int64_t from = any ? m_rowOf[m_current] : (rows > 0 ? -1 : last + 1);
    const std::int64_t to = std::clamp<std::int64_t>(from + rows, 0, last);
    pick(m_rows[static_cast<std::size_t>(to)], false, false);
}

void RowChart::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, static_cast<int>(m_geometry.body.height() / m_geometry.rowHeight));
    const int all = static_cast<int>(m_rows.size()) + 1;
    const bool any = m_scene && m_current != RowUse::kNobody;
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        break;
    case Qt::Key_Up:
        step(-1);
        break;
    case Qt::Key_PageDown:
        step(page);
        break;
    case Qt::Key_PageUp:
        step(-page);
        break;
    case Qt::Key_Home:
        step(-all);
        break;
    case Qt::Key_End:
        step(all);
        break;
    case Qt::Key_Left:
        any ? pick(m_scene->bars[m_current].heldBefore, false, false) : step(1);
        break;
    case Qt::Key_Right:
        any ? pick(m_scene->bars[m_current].heldNext, false, false) : step(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(m_current, false, true);
        break;
    case Qt::Key_Plus:
        zoom(2);
        break;
    case Qt::Key_Minus:
        zoom(0.5);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RowChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->pos();
        m_dragged = event->pos();
        m_dragging = false;
    }
}

void RowChart::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed) {
        return;
    }
    if (!m_dragging &&
        (event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    m_dragging = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    const QPoint moved = event->pos() - m_dragged;
    m_dragged = event->pos();
    const std::int64_t by = m_geometry.nsOf(0) - m_geometry.nsOf(moved.x());
    setWindow(m_geometry.fromNs + by, m_geometry.toNs + by);
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - moved.y());
    m_geometry.scrolled = verticalScrollBar()->value();
}

void RowChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed) {
        return;
    }
    m_pressed.reset();
    viewport()->unsetCursor();
    if (!m_dragging) {
        pick(barAt(event->pos()),
             event->modifiers().testAnyFlags(Qt::ControlModifier | Qt::ShiftModifier), false);
    }
    m_dragging = false;
}

void RowChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    pick(barAt(event->pos()), false, true);
}

void RowChart::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testAnyFlags(Qt::ShiftModifier | Qt::AltModifier)) {
        QScrollBar *scroll = verticalScrollBar();
        const QPoint turned = event->angleDelta();
        const int by = turned.y() != 0 ? turned.y() : turned.x();
        scroll->setValue(scroll->value() - by * 3 * scroll->singleStep() / 120);
    } else {
        zoomAround(std::pow(kZoomStep, event->angleDelta().y() / kWheelNotch),
                   m_geometry.nsOf(event->position().x()));
    }
    event->accept();
}

void RowChart::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    m_geometry.scrolled = verticalScrollBar()->value();
    followRows();
    viewport()->update();
}

void RowChart::followRows()
{
    const std::ptrdiff_t first = m_geometry.rowAt(m_geometry.body.top());
    if (!m_scene || first < 0 || static_cast<std::size_t>(first) >= m_rows.size()) {
        return;
    }
    // Rows that go on elsewhere in time would be empty: the time goes along with them.
    const RowBar &bar = m_scene->bars[m_rows[static_cast<std::size_t>(first)]];
    const std::int64_t span = m_geometry.toNs - m_geometry.fromNs;
    if (bar.askedNs < m_geometry.fromNs || bar.askedNs > m_geometry.fromNs + span / 4) {
        setWindow(bar.askedNs - span / 32, bar.askedNs - span / 32 + span);
    }
}

bool RowChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const std::uint32_t bar = help != nullptr ? barAt(help->pos()) : RowUse::kNobody;
        if (bar != RowUse::kNobody) {
            QToolTip::showText(help->globalPos(), describe(bar), viewport(), rowRect(bar));
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void RowChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    if (!m_viewChosen) {
        showFirstPage();
    }
    if (m_keepsTogether) {
        keepTogether();
    }
}

void RowChart::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
    }
}

} // namespace stampede
