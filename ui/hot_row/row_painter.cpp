// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_painter.h"

#include "base/clock.h"
#include "ui/hot_row/race_view.h"
#include "ui/hot_row/row_joins.h"
#include "ui/hot_row/row_marks.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr qreal kFarAway = 20; ///< beyond the edge nothing needs to be exact
constexpr qreal kLabelFrom = 40;
constexpr qreal kTickGap = 96;
constexpr qreal kMarkSize = 9;
constexpr qreal kPadding = 5;

/// Of lines that only guide the eye: where edges are strong, they would cut the picture up.
QColor gridColor(const Theme &theme)
{
    return theme.contrast ? faint(theme.border, 0.35) : theme.border;
}

/// One row's bar, painted from left to right.
class BarPainter
{
public:
    BarPainter(QPainter &painter, const RowPainting &painting, std::uint32_t index, std::size_t row)
        : m_painter(painter)
        , m_painting(painting)
        , m_bar(painting.scene.bars[index])
        , m_color(Theme::current().of(m_bar.outcome))
        , m_top(painting.geometry.topOf(row))
        , m_height(painting.geometry.rowHeight)
    {
        const qreal inset = m_height < 8 ? 0.5 : (m_height < 14 ? 1 : 3);
        m_band = {m_top + inset, std::max<qreal>(1, m_height - 2 * inset)};
    }

    void paint()
    {
        paintLife();
        if (m_painting.scene.insideSeen) {
            paintWait();
            paintHold();
        } else {
            paintUnderWay();
        }
    }

    /// The outcome's mark, the values, and the mark of a finding, one after another.
    void paintWords()
    {
        if (!isSeen(m_bar.endNs) || m_height < 12) {
            paintSmallFinding();
            return;
        }
        qreal x = m_painting.geometry.xOf(m_bar.endNs) + kPadding;
        const qreal inView = m_painting.geometry.body.right();
        if (m_bar.outcome != Outcome::Issued && x < inView) {
            paintOutcomeMark(m_painter, {x + kMarkSize / 2, middle()}, kMarkSize, m_bar.outcome,
                             m_color);
            x += kMarkSize + kPadding;
        }
        x = paintValues(x);
        const qreal ended = m_painting.geometry.xOf(m_bar.endNs);
        if (m_bar.finding && ended < inView) {
            x = std::min(x, inView - kMarkSize - 4); // whole, at the edge too
            paintFindingMark(m_painter, {x + kMarkSize / 2 + 1, middle()}, kMarkSize + 2,
                             Theme::current());
        }
    }

private:
    struct Band
    {
        qreal top = 0;
        qreal height = 0;
    };

    [[nodiscard]] bool isSeen(std::int64_t ns) const
    {
        return ns != RowUse::kNever && ns <= m_painting.untilNs;
    }
    [[nodiscard]] QRectF between(std::int64_t fromNs, std::int64_t toNs) const
    {
        const qreal left = m_painting.geometry.xOf(fromNs);
        const qreal right = m_painting.geometry.xOf(std::min(toNs, m_painting.untilNs));
        return {left, m_band.top, std::max<qreal>(right - left, 1), m_band.height};
    }
    /// Where it had the row; empty where it never had, or where nobody can see that.
    [[nodiscard]] QRectF holdBand() const
    {
        const RowUse &use = m_bar.use;
        const bool isShown = m_painting.scene.insideSeen && use.held() && isSeen(use.holdFromNs);
        return isShown ? between(use.holdFromNs, use.holdToNs) : QRectF();
    }
    /// Its row has a band of its own as ground.
    [[nodiscard]] bool isChosen() const
    {
        const auto is = [this](std::uint32_t bar) {
            return bar != RowUse::kNobody && &m_painting.scene.bars[bar] == &m_bar;
        };
        return is(m_painting.current) || is(m_painting.other);
    }
    [[nodiscard]] qreal middle() const { return m_top + m_height / 2; }

    /// From asking to the answer, as a thin line.
    void paintLife()
    {
        if (!isSeen(m_bar.askedNs)) {
            return;
        }
        m_painter.setPen(QPen(faint(Theme::current().muted, 0.6), 1));
        const RowUse &use = m_bar.use;
        const std::int64_t busyFrom = use.waited() ? use.waitFromNs : use.holdFromNs;
        const std::int64_t busyTo = use.held() ? use.holdToNs : use.waitToNs;
        const auto draw = [this](std::int64_t fromNs, std::int64_t toNs) {
            if (isSeen(fromNs) && toNs > fromNs) {
                const QRectF part = between(fromNs, toNs);
                m_painter.drawLine(QPointF(part.left(), middle()), QPointF(part.right(), middle()));
            }
        };
        if (busyFrom == RowUse::kNever) {
            draw(m_bar.askedNs, m_bar.endNs);
            return;
        }
        draw(m_bar.askedNs, busyFrom);
        draw(busyTo, m_bar.endNs);
    }

    void paintWait()
    {
        if (m_bar.use.waitedNs() > 0 && isSeen(m_bar.use.waitFromNs)) {
            paintWaiting(m_painter, between(m_bar.use.waitFromNs, m_bar.use.waitToNs), m_color);
        }
    }

    void paintHold()
    {
        if (const QRectF hold = holdBand(); !hold.isEmpty()) {
            paintHolding(m_painter, hold, m_color);
        }
        if (isSeen(m_bar.committedNs) && m_height >= 8) {
            const qreal x = m_painting.geometry.xOf(m_bar.committedNs);
            m_painter.setPen(QPen(Theme::current().text, 2));
            m_painter.drawLine(QPointF(x, m_top + 1), QPointF(x, m_top + m_height - 1));
        }
        if (!m_painting.scene.rowLock && isSeen(m_bar.readNs) && m_height >= 8) {
            const QPointF at(m_painting.geometry.xOf(m_bar.readNs), middle());
            m_painter.setPen(QPen(m_color, 1.5));
            m_painter.setBrush(Theme::current().page);
            m_painter.drawEllipse(at, 3, 3);
        }
    }

    /// Of a service that shows nothing of its inside.
    void paintUnderWay()
    {
        if (isSeen(m_bar.askedNs)) {
            const QRectF life = between(m_bar.askedNs, m_bar.endNs);
            m_painter.setPen(m_height < 8 ? QPen(Qt::NoPen) : QPen(m_color, 1));
            m_painter.setBrush(faint(m_color, 0.25));
            m_painter.drawRect(life);
        }
    }

    void paintSmallFinding()
    {
        if (m_bar.finding && isSeen(m_bar.endNs)) {
            const qreal x = m_painting.geometry.xOf(m_bar.endNs) + 2;
            m_painter.fillRect(QRectF(x, m_band.top, 4, m_band.height), Theme::current().damage);
        }
    }

    /// Inside the bar where there is room, else after it; gives back where the next mark may go.
    qreal paintValues(qreal after)
    {
        const RowUse &use = m_bar.use;
        if (!use.wrote()) {
            return after;
        }
        const QString words = valuesText(use.valueRead, use.valueWritten);
        const QFontMetricsF metrics(m_painting.font);
        const qreal width = metrics.horizontalAdvance(words) + 2;
        const qreal whole = between(m_bar.askedNs, m_bar.endNs).width();
        const QRectF &body = m_painting.geometry.body;
        QRectF hold = holdBand(); // what is seen of it: the window may cut it
        hold.setLeft(std::max(hold.left(), body.left()));
        hold.setRight(std::min(hold.right(), body.right()));
        if (hold.width() >= std::max(kLabelFrom, width + 6)) {
            m_painter.setPen(readableOn(m_color));
            m_painter.drawText(hold, Qt::AlignCenter, words);
            return after;
        }
        if (whole < kLabelFrom && m_height < metrics.height()) {
            return after;
        }
        const qreal mark = m_bar.finding ? kMarkSize + kPadding : 0;
        if (after < body.left() || after + width + mark > body.right()) {
            return after; // half a figure is worse than none
        }
        // Joins and the grid must not run through the figures.
        if (!isChosen()) {
            m_painter.fillRect(QRectF(after - 1, m_top + 1, width, m_height - 2),
                               Theme::current().page);
        }
        m_painter.setPen(Theme::current().text);
        m_painter.drawText(QRectF(after, m_top, width, m_height), Qt::AlignLeft | Qt::AlignVCenter,
                           words);
        return after + width + kPadding;
    }

    QPainter &m_painter;
    const RowPainting &m_painting;
    const RowBar &m_bar;
    QColor m_color;
    qreal m_top;
    qreal m_height;
    Band m_band;
};

/// The name to the left, and what shows that the row is chosen.
void paintName(QPainter &painter, const RowPainting &painting, std::uint32_t index, qreal top)
{
    const RowGeometry &geometry = painting.geometry;
    const Theme &theme = Theme::current();
    const bool chosen = index == painting.current || index == painting.other;
    const QRectF whole(0, top, geometry.body.right(), geometry.rowHeight);
    if (chosen) {
        painter.fillRect(whole, faint(theme.accent, theme.contrast ? 0.4 : 0.16));
        painter.fillRect(QRectF(0, top, 3, geometry.rowHeight), theme.accent);
    }
    const QFontMetricsF metrics(painting.font);
    if (geometry.rowHeight < metrics.height() && index != painting.current) {
        return;
    }
    painter.setPen(chosen ? theme.text : theme.muted);
    const qreal height = std::max(geometry.rowHeight, metrics.height());
    const QRectF where(6, top + (geometry.rowHeight - height) / 2, geometry.body.left() - 14,
                       height);
    painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter,
                     personName(painting.scene.bars[index].name));
}

} // namespace

qreal RowGeometry::xOf(std::int64_t ns) const
{
    const double share = static_cast<double>(ns - fromNs) /
                         static_cast<double>(std::max<std::int64_t>(1, toNs - fromNs));
    return std::clamp(body.left() + share * body.width(), body.left() - kFarAway,
                      body.right() + kFarAway);
}

std::int64_t RowGeometry::nsOf(qreal x) const
{
    const double share = (x - body.left()) / std::max<qreal>(1, body.width());
    return fromNs + static_cast<std::int64_t>(share * static_cast<double>(toNs - fromNs));
}

std::ptrdiff_t RowGeometry::rowAt(qreal y) const
{
    return static_cast<std::ptrdiff_t>(std::floor((y - body.top() + scrolled) / rowHeight));
}

int paintRows(QPainter &painter, const RowPainting &painting)
{
    const RowGeometry &geometry = painting.geometry;
    const auto last = static_cast<std::ptrdiff_t>(painting.rows.size()) - 1;
    const std::ptrdiff_t from = std::max<std::ptrdiff_t>(0, geometry.rowAt(geometry.body.top()));
    const std::ptrdiff_t to = std::min(last, geometry.rowAt(geometry.body.bottom() - 1));
    painter.save();
    painter.setFont(painting.font);
    painter.setClipRect(
        QRectF(0, geometry.body.top(), geometry.body.right(), geometry.body.height()));
    for (std::ptrdiff_t row = from; row <= to; ++row) {
        const auto at = static_cast<std::size_t>(row);
        paintName(painter, painting, painting.rows[at], geometry.topOf(at));
    }
    painter.setClipRect(geometry.body);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::ptrdiff_t row = from; row <= to; ++row) {
        const auto at = static_cast<std::size_t>(row);
        BarPainter(painter, painting, painting.rows[at], at).paint();
    }
    paintJoins(painter, painting, from, to);
    for (std::ptrdiff_t row = from; row <= to; ++row) { // over the lines
        const auto at = static_cast<std::size_t>(row);
        BarPainter(painter, painting, painting.rows[at], at).paintWords();
    }
    painter.restore();
    return static_cast<int>(std::max<std::ptrdiff_t>(0, to - from + 1));
}

void paintTimes(QPainter &painter, const RowPainting &painting)
{
    const RowGeometry &geometry = painting.geometry;
    const auto span = static_cast<double>(geometry.toNs - geometry.fromNs);
    // A line's words never reach those of the next one.
    const qreal widest =
        QFontMetricsF(painting.font).horizontalAdvance(QStringLiteral("00,000 ms"));
    const qreal gap = std::max<qreal>(kTickGap, 1.2 * widest);
    const double least = span * gap / std::max<qreal>(gap, geometry.body.width());
    double step = std::pow(10, std::floor(std::log10(std::max(1.0, least))));
    for (const double factor : {2.0, 2.5, 2.0}) { // 1, 2, 5, 10
        step = step < least ? step * factor : step;
    }
    const bool inSeconds = span >= 10.0 * static_cast<double>(kNsPerSecond);
    const auto unit = static_cast<double>(inSeconds ? kNsPerSecond : kNsPerMs);
    const int decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step / unit))), 0, 6);
    const Theme &theme = Theme::current();
    painter.setFont(painting.font);
    qreal free = geometry.body.left() - widest;
    const auto first =
        static_cast<std::int64_t>(std::ceil(static_cast<double>(geometry.fromNs) / step));
    for (std::int64_t k = first;; ++k) {
        const double at = static_cast<double>(k) * step;
        const qreal x = geometry.xOf(static_cast<std::int64_t>(at));
        if (at > static_cast<double>(geometry.toNs) || x > geometry.body.right()) {
            break;
        }
        painter.setPen(QPen(gridColor(theme), 1));
        painter.drawLine(QPointF(x, geometry.body.top() - 3), QPointF(x, geometry.body.bottom()));
        painter.setPen(theme.muted);
        const QString words = QLocale().toString(at / unit, 'f', decimals) +
                              (inSeconds ? QStringLiteral(" s") : QStringLiteral(" ms"));
        const qreal width = QFontMetricsF(painting.font).horizontalAdvance(words) + 2;
        // The last one stays inside.
        const qreal left = std::min(x - width / 2, geometry.body.right() - width);
        if (left > free) {
            painter.drawText(QRectF(left, 0, width, geometry.body.top() - 4),
                             Qt::AlignHCenter | Qt::AlignBottom, words);
            free = left + width;
        }
    }
}

} // namespace stampede
