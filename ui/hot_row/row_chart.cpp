// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_chart.h"

#include "base/clock.h"
#include "text/number_text.h"
#include "ui/hot_row/race_view.h"
#include "ui/look/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr int kRowPadding = 4;
constexpr qreal kLeastRowHeight = 3;
constexpr std::int64_t kLeastSpanNs = 20 * kNsPerUs;
constexpr double kEdge = 0.03; ///< of the window stays free around what is brought into view

constexpr double kZoomStep = 1.25;
constexpr double kWheelNotch = 120;

} // namespace

RowChart::RowChart(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("rowChart"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(96);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Who had the row"));
    connect(&m_maker, &RowSceneMaker::made, this, &RowChart::takeScene);
}

void RowChart::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    takeScene(nullptr);
    if (record) {
        m_maker.make(record);
    }
}

void RowChart::takeScene(const std::shared_ptr<const RowScene> &scene)
{
    m_scene = scene;
    m_current = RowUse::kNobody;
    m_other = RowUse::kNobody;
    m_viewChosen = false;
    m_rowsLow = false;
    if (m_show == RowShow::Together) {
        m_show = RowShow::Everything;
        Q_EMIT showChanged(m_show);
    }
    filter();
    showFirstPage();
    describeForReaders();
    Q_EMIT sceneChanged();
}

void RowChart::describeForReaders()
{
    if (!m_scene) {
        setAccessibleDescription({});
        return;
    }
    setAccessibleDescription(
        tr("%1, at most %2 waited at once, pairs that wrote over each other: %3.")
            .arg(text::requests(m_scene->total), text::count(m_scene->mostWaiting),
                 text::count(static_cast<std::int64_t>(m_scene->pairs.size()))));
}

bool RowChart::isShown(std::uint32_t index) const
{
    const RowBar &bar = m_scene->bars[index];
    if (m_person && bar.user != *m_person) {
        return false;
    }
    switch (m_show) {
    case RowShow::Everything:
        return true;
    case RowShow::Waited:
        return bar.waitedForSomebody();
    case RowShow::Holders:
        return bar.use.held();
    case RowShow::Refused:
        return bar.refused();
    case RowShow::Findings:
        return bar.finding || bar.pair >= 0;
    case RowShow::Together:
        return index == m_current || index == m_other;
    }
    return true;
}

void RowChart::filter()
{
    m_rows.clear();
    m_latestEnd.clear();
    m_rowOf.assign(m_scene ? m_scene->bars.size() : 0, RowPainting::kNoRow);
    std::int64_t latest = 0;
    for (std::uint32_t i = 0; i < m_rowOf.size(); ++i) {
        if (isShown(i)) {
            m_rowOf[i] = static_cast<std::int32_t>(m_rows.size());
            m_rows.push_back(i);
            latest = std::max(latest, m_scene->bars[i].endNs);
            m_latestEnd.push_back(latest);
        }
    }
    layOut();
    Q_EMIT rowsChanged();
}

void RowChart::setShow(RowShow show)
{
    if (m_show != show) {
        m_show = show;
        filter();
        Q_EMIT showChanged(show);
    }
}

void RowChart::setPerson(std::optional<std::int64_t> user)
{
    if (m_person != user) {
        m_person = user;
        filter();
        Q_EMIT personChanged();
    }
}

void RowChart::setTextFactor(qreal factor)
{
    m_textFactor = factor;
    layOut();
}

void RowChart::retheme()
{
    viewport()->update();
}

void RowChart::layOut()
{
    QFont scaled = font();
    scaled.setPointSizeF(scaled.pointSizeF() * m_textFactor);
    const QFontMetrics metrics(scaled);
    QString longest;
    if (m_scene) {
        for (const RowBar &bar : m_scene->bars) {
            longest = bar.name.size() > longest.size() ? bar.name : longest;
        }
    }
    const int left = metrics.horizontalAdvance(personName(longest)) + 24;
    const int top = metrics.height() + 10;
    m_geometry.body = QRectF(left, top, std::max(1, viewport()->width() - left - 8),
                             std::max(1, viewport()->height() - top));
    const qreal usual = metrics.height() + kRowPadding;
    const auto rows = static_cast<qreal>(std::max<std::size_t>(1, m_rows.size()));
    m_geometry.rowHeight =
        m_rowsLow ? std::clamp(m_geometry.body.height() / rows, kLeastRowHeight, usual) : usual;
    if (!m_rowsLow) { // the last row is whole
        const qreal whole = std::floor(m_geometry.body.height() / usual) * usual;
        m_geometry.body.setHeight(std::max(usual, whole));
    }
    const int all = static_cast<int>(std::ceil(rows * m_geometry.rowHeight));
    const int page = static_cast<int>(m_geometry.body.height());
    verticalScrollBar()->setRange(0, std::max(0, all - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(std::max(1, static_cast<int>(m_geometry.rowHeight)));
    m_geometry.scrolled = verticalScrollBar()->value();
    const auto policy =
        all > page && !m_withoutScrollBar ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
    if (policy != verticalScrollBarPolicy()) {
        setVerticalScrollBarPolicy(policy); // lays out once more
    }
    viewport()->update();
}

void RowChart::showFirstPage()
{
    {
        const QSignalBlocker quiet(verticalScrollBar()); // the time does not follow this
        verticalScrollBar()->setValue(0);
    }
    layOut(); // not under the blocker: whoever shows the scroll bar listens to its range
    m_geometry.fromNs = 0;
    m_geometry.toNs = std::max(firstPageEndNs(), kLeastSpanNs);
    viewport()->update();
    Q_EMIT windowChanged();
}

std::int64_t RowChart::firstPageEndNs() const
{
    if (!m_scene || m_rows.empty()) {
        return m_scene ? m_scene->wholeNs() : 1;
    }
    const std::ptrdiff_t last = m_geometry.rowAt(m_geometry.body.bottom());
    const auto rows = std::min(m_rows.size(), static_cast<std::size_t>(std::max(last, {})) + 1);
    std::vector<std::int64_t> ends;
    ends.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        ends.push_back(m_scene->bars[m_rows[row]].endNs);
    }
    std::sort(ends.begin(), ends.end());
    // Nine of ten decide, unless the slowest ones come soon after them: those few would squeeze
    // everybody else to the left.
    const std::int64_t crowd = ends[(ends.size() - 1) * 9 / 10];
    const std::int64_t over = ends.back() <= crowd + crowd / 2 ? ends.back() : crowd;
    return std::min(over + over / 8, m_scene->wholeNs());
}

void RowChart::setPosition(std::optional<std::int64_t> positionNs, bool follow)
{
    m_positionNs = positionNs;
    if (follow && positionNs && !m_rows.empty()) {
        const std::int64_t span = m_geometry.toNs - m_geometry.fromNs;
        if (*positionNs < m_geometry.fromNs || *positionNs > m_geometry.toNs) {
            setWindow(*positionNs - span / 8, *positionNs - span / 8 + span);
        }
        showRowsAt(*positionNs);
    }
    viewport()->update();
}

void RowChart::showRowsAt(std::int64_t ns)
{
    // Rows before the first that ends later are over; those in between are the ones of that moment.
    const auto first = std::upper_bound(m_latestEnd.begin(), m_latestEnd.end(), ns);
    const auto row = static_cast<int>(first - m_latestEnd.begin());
    const QSignalBlocker quiet(verticalScrollBar());
    verticalScrollBar()->setValue(static_cast<int>(row * m_geometry.rowHeight));
    m_geometry.scrolled = verticalScrollBar()->value();
    viewport()->update();
}

void RowChart::hideScrollBar()
{
    m_withoutScrollBar = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void RowChart::fit()
{
    m_viewChosen = true;
    m_rowsLow = true;
    layOut();
    setWindow(0, m_scene ? m_scene->wholeNs() : 1);
}

void RowChart::zoom(qreal factor)
{
    if (factor > 1 && m_rowsLow) {
        m_rowsLow = false;
        layOut();
    }
    zoomAround(factor, m_geometry.fromNs + (m_geometry.toNs - m_geometry.fromNs) / 2);
}

void RowChart::zoomAround(qreal factor, std::int64_t ns)
{
    const auto nearer = [factor](std::int64_t distance) {
        return static_cast<std::int64_t>(static_cast<double>(distance) / factor);
    };
    setWindow(ns - nearer(ns - m_geometry.fromNs), ns + nearer(m_geometry.toNs - ns));
}

void RowChart::setWindow(std::int64_t fromNs, std::int64_t toNs)
{
    const std::int64_t whole = m_scene ? m_scene->wholeNs() : std::int64_t{1};
    const std::int64_t span = std::clamp(toNs - fromNs, std::min(kLeastSpanNs, whole), whole);
    m_geometry.fromNs = std::clamp<std::int64_t>(fromNs, 0, whole - span);
    m_geometry.toNs = m_geometry.fromNs + span;
    m_viewChosen = true;
    viewport()->update();
    Q_EMIT windowChanged();
}

void RowChart::choose(std::uint32_t bar, std::uint32_t other)
{
    if (!m_scene || bar >= m_scene->bars.size()) {
        return;
    }
    m_current = bar;
    m_other = other;
    const bool hidden = m_rowOf[bar] == RowPainting::kNoRow ||
                        (other != RowUse::kNobody && m_rowOf[other] == RowPainting::kNoRow);
    if (hidden || (m_show == RowShow::Together && other == RowUse::kNobody)) {
        setPerson({});
        setShow(RowShow::Everything);
    }
    if (other != RowUse::kNobody) {
        showTogether(bar, other);
    }
    bringIntoView(bar);
    m_keepsTogether = false;
    viewport()->update();
}

void RowChart::keepTogether()
{
    m_keepsTogether = true;
    const auto isFiltered = [this](std::uint32_t bar) {
        return m_rowOf[bar] == RowPainting::kNoRow;
    };
    if (m_other == RowUse::kNobody || isFiltered(m_current) || isFiltered(m_other)) {
        return; // whoever asked for other rows gets them
    }
    if (!areInView(m_current, m_other)) {
        setShow(RowShow::Together);
        bringIntoView(m_current);
    }
}

bool RowChart::areInView(std::uint32_t bar, std::uint32_t other) const
{
    const auto isIn = [this](std::uint32_t each) {
        const QRectF row(rowRect(each));
        return row.top() >= m_geometry.body.top() - 1 &&
               row.bottom() <= m_geometry.body.bottom() + 1;
    };
    return isIn(bar) && isIn(other);
}

void RowChart::showTogether(std::uint32_t bar, std::uint32_t other)
{
    const RowBar &one = m_scene->bars[bar];
    const RowBar &two = m_scene->bars[other];
    const std::int64_t fromNs = std::min(one.askedNs, two.askedNs);
    const std::int64_t toNs = std::max(one.endNs, two.endNs);
    const std::int64_t span = m_geometry.toNs - m_geometry.fromNs;
    const bool inView = fromNs >= m_geometry.fromNs && toNs <= m_geometry.toNs;
    if (!inView || toNs - fromNs < span / 4) { // else they are large enough where they are
        const std::int64_t free = (toNs - fromNs) / 8;
        setWindow(fromNs - free, toNs + 2 * free);
    }
    bringIntoView(other);
}

void RowChart::chooseNothing()
{
    m_current = RowUse::kNobody;
    m_other = RowUse::kNobody;
    if (m_show == RowShow::Together) {
        setShow(RowShow::Everything);
    }
    viewport()->update();
}

void RowChart::bringIntoView(std::uint32_t bar)
{
    const std::int32_t row = m_rowOf[bar];
    if (row == RowPainting::kNoRow) {
        return;
    }
    const QSignalBlocker quiet(verticalScrollBar());
    const auto top = static_cast<int>(row * m_geometry.rowHeight);
    const auto bottom = static_cast<int>((row + 1) * m_geometry.rowHeight);
    QScrollBar *scroll = verticalScrollBar();
    scroll->setValue(
        std::clamp(scroll->value(), bottom - static_cast<int>(m_geometry.body.height()), top));
    m_geometry.scrolled = scroll->value();
    const RowBar &shown = m_scene->bars[bar];
    const std::int64_t span = m_geometry.toNs - m_geometry.fromNs;
    if (shown.endNs > m_geometry.toNs) {
        const auto free = static_cast<std::int64_t>(static_cast<double>(span) * (1 - 4 * kEdge));
        setWindow(shown.endNs - free, shown.endNs - free + span);
    }
    if (shown.endNs < m_geometry.fromNs) {
        const auto free = static_cast<std::int64_t>(static_cast<double>(span) * kEdge);
        setWindow(shown.askedNs - free, shown.askedNs - free + span);
    }
}

QString RowChart::describe(std::uint32_t bar) const
{
    return m_scene && bar < m_scene->bars.size() ? describeBar(*m_scene, bar) : QString();
}

QRect RowChart::rowRect(std::uint32_t bar) const
{
    if (bar >= m_rowOf.size() || m_rowOf[bar] == RowPainting::kNoRow) {
        return {};
    }
    return QRectF(0, m_geometry.topOf(static_cast<std::size_t>(m_rowOf[bar])),
                  m_geometry.body.right(), m_geometry.rowHeight)
        .toRect();
}

void RowChart::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = Theme::current();
    QPainter painter(viewport());
    m_painted = 0;
    if (!m_scene) {
        return;
    }
    QFont scaled = font();
    scaled.setPointSizeF(scaled.pointSizeF() * m_textFactor);
    RowPainting painting{.scene = *m_scene,
                         .rows = m_rows,
                         .rowOf = m_rowOf,
                         .geometry = m_geometry,
                         .current = m_current,
                         .other = m_other,
                         .focused = hasFocus(),
                         .font = scaled};
    const bool until = m_positionNs && *m_positionNs < m_scene->lengthNs;
    if (until) {
        painting.untilNs = *m_positionNs;
    }
    paintTimes(painter, painting);
    m_painted = paintRows(painter, painting);
    if (m_rows.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(m_geometry.body, Qt::AlignCenter, tr("No request fits."));
    }
    if (until && *m_positionNs >= m_geometry.fromNs && *m_positionNs <= m_geometry.toNs) {
        const qreal x = m_geometry.xOf(*m_positionNs);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(QPointF(x, m_geometry.body.top() - 4),
                         QPointF(x, m_geometry.body.bottom()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(viewport()->rect().adjusted(1, 1, -1, -1), 3, 3);
    }
}

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
