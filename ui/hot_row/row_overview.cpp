// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_overview.h"

#include "text/number_text.h"
#include "ui/look/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kOverviewHeight = 44;
constexpr int kGripWidth = 6;
constexpr qreal kSide = 8;

} // namespace

RowOverview::RowOverview(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rowOverview"));
    setFixedHeight(kOverviewHeight);
    setMouseTracking(true);
    setAccessibleName(tr("How many were waiting"));
    setToolTip(tr("The part of the run that is shown above. Drag it, or its edges."));
}

void RowOverview::setScene(const std::shared_ptr<const RowScene> &scene)
{
    m_scene = scene;
    setAccessibleDescription(
        scene ? tr("Waiting at once, at most: %1.").arg(text::count(scene->mostWaiting))
              : QString());
    update();
}

void RowOverview::setWindow(std::int64_t fromNs, std::int64_t toNs)
{
    m_fromNs = fromNs;
    m_toNs = toNs;
    update();
}

void RowOverview::setPosition(std::optional<std::int64_t> positionNs)
{
    m_positionNs = positionNs;
    update();
}

std::int64_t RowOverview::wholeNs() const
{
    return m_scene ? m_scene->wholeNs() : 1;
}

qreal RowOverview::xOf(std::int64_t ns) const
{
    return kSide + (width() - 2 * kSide) * static_cast<double>(ns) / static_cast<double>(wholeNs());
}

void RowOverview::paintSteps(QPainter &painter, const QColor &color) const
{
    if (m_scene->waiting.empty()) {
        return;
    }
    const qreal bottom = height() - 2;
    const auto most = static_cast<double>(std::max<std::int64_t>(1, m_scene->mostWaiting));
    const auto yOf = [&](std::int64_t waiting) {
        return bottom - (bottom - 20) * static_cast<double>(waiting) / most;
    };
    QPainterPath path(QPointF(xOf(m_scene->waiting.front().atNs), bottom));
    qreal y = bottom;
    for (const WaitingPoint &point : m_scene->waiting) {
        path.lineTo(xOf(point.atNs), y);
        y = yOf(point.waiting);
        path.lineTo(xOf(point.atNs), y);
    }
    path.lineTo(xOf(m_scene->waiting.back().atNs), bottom);
    path.closeSubpath();
    painter.setPen(QPen(color, 1));
    painter.setBrush(faint(color, 0.35));
    painter.drawPath(path);
}

void RowOverview::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_scene) {
        return;
    }
    const QRectF window(xOf(m_fromNs), 1, xOf(m_toNs) - xOf(m_fromNs), height() - 2);
    painter.setClipRegion(QRegion(rect()).subtracted(window.toAlignedRect()));
    paintSteps(painter, theme.muted);
    painter.setClipRect(window);
    paintSteps(painter, theme.issued);
    painter.setClipping(false);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(window, 3, 3);
    painter.setBrush(theme.accent);
    painter.setPen(Qt::NoPen);
    for (const qreal x : {window.left(), window.right()}) {
        painter.drawRoundedRect(QRectF(x - 2, height() / 2.0 - 7, 4, 14), 2, 2);
    }
    painter.setPen(theme.muted);
    const QString words = caption();
    painter.drawText(captionPlace(QFontMetricsF(font()).horizontalAdvance(words), window),
                     Qt::AlignLeft | Qt::AlignVCenter, words);
    if (m_positionNs && *m_positionNs < m_scene->lengthNs) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(QPointF(xOf(*m_positionNs), 0), QPointF(xOf(*m_positionNs), height()));
    }
}

QString RowOverview::caption() const
{
    return m_scene->insideSeen
               ? tr("how many were waiting · at most %1").arg(text::count(m_scene->mostWaiting))
               : tr("the whole run");
}

QRectF RowOverview::captionPlace(qreal wordsWidth, const QRectF &window) const
{
    const int captionHeight = fontMetrics().height();
    const qreal room = wordsWidth + 2;
    // Where no edge of the window runs through it: after the window, before it, or well inside.
    qreal left = window.left() + 2 * kGripWidth;
    if (window.right() + 2 * kGripWidth + room <= width() - kSide) {
        left = width() - kSide - room;
    } else if (window.left() - 2 * kGripWidth - room >= kSide) {
        left = kSide;
    }
    return QRectF(left, 2, room, captionHeight);
}

RowOverview::Grip RowOverview::gripAt(int x) const
{
    if (std::abs(x - xOf(m_fromNs)) <= kGripWidth) {
        return Grip::From;
    }
    if (std::abs(x - xOf(m_toNs)) <= kGripWidth) {
        return Grip::To;
    }
    return Grip::Whole;
}

void RowOverview::mousePressEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() != Qt::LeftButton) {
        return;
    }
    const int x = static_cast<int>(event->position().x());
    m_grip = gripAt(x);
    m_heldX = x;
    const bool outside = x < xOf(m_fromNs) - kGripWidth || x > xOf(m_toNs) + kGripWidth;
    if (outside) { // the window comes to where it was clicked
        const double ns = (x - kSide) / (width() - 2 * kSide) * static_cast<double>(wholeNs());
        const std::int64_t half = (m_toNs - m_fromNs) / 2;
        Q_EMIT windowDragged(static_cast<std::int64_t>(ns) - half,
                             static_cast<std::int64_t>(ns) + half);
    }
}

void RowOverview::mouseMoveEvent(QMouseEvent *event)
{
    const int x = static_cast<int>(event->position().x());
    if (m_grip == Grip::None) {
        setCursor(m_scene && gripAt(x) != Grip::Whole ? Qt::SizeHorCursor : Qt::OpenHandCursor);
        return;
    }
    const double share = (x - m_heldX) / (width() - 2 * kSide);
    m_heldX = x;
    const auto by = static_cast<std::int64_t>(share * static_cast<double>(wholeNs()));
    Q_EMIT windowDragged(m_grip == Grip::To ? m_fromNs : m_fromNs + by,
                         m_grip == Grip::From ? m_toNs : m_toNs + by);
}

void RowOverview::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_grip = Grip::None;
}

} // namespace stampede
