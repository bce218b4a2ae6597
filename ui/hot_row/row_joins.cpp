// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_joins.h"

#include "ui/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr qreal kDotFrom = 8; ///< pixels of a row: lower ones have no room for it
constexpr qreal kDot = 3.5;

struct RowJoin
{
    QPointF from;
    QPointF to;
    bool ofChosen = false;  ///< touches a bar that is chosen
    bool ofThePair = false; ///< joins the two that are chosen
};

class JoinList
{
public:
    explicit JoinList(const RowPainting &painting)
        : m_painting(painting)
    {}

    void add(std::uint32_t a, std::uint32_t b)
    {
        if (a == RowUse::kNobody || b == RowUse::kNobody || !isSeen(a) || !isSeen(b)) {
            return;
        }
        const RowJoin join{readOf(a), readOf(b), isChosen(a) || isChosen(b),
                           isChosen(a) && isChosen(b)};
        const QRectF &body = m_painting.geometry.body;
        const bool isAside = std::max(join.from.x(), join.to.x()) < body.left() ||
                             std::min(join.from.x(), join.to.x()) > body.right();
        if (!isAside) {
            m_joins.push_back(join);
        }
    }
    [[nodiscard]] const std::vector<RowJoin> &all() const { return m_joins; }

private:
    [[nodiscard]] bool isSeen(std::uint32_t bar) const
    {
        return m_painting.rowOf[bar] != RowPainting::kNoRow &&
               m_painting.scene.bars[bar].readNs <= m_painting.untilNs;
    }
    [[nodiscard]] bool isChosen(std::uint32_t bar) const
    {
        return bar == m_painting.current || bar == m_painting.other;
    }
    [[nodiscard]] QPointF readOf(std::uint32_t bar) const
    {
        const RowGeometry &geometry = m_painting.geometry;
        return {geometry.xOf(m_painting.scene.bars[bar].readNs),
                geometry.topOf(static_cast<std::size_t>(m_painting.rowOf[bar])) +
                    geometry.rowHeight / 2};
    }

    const RowPainting &m_painting;
    std::vector<RowJoin> m_joins;
};

void paintDots(QPainter &painter, const RowJoin &join)
{
    painter.setBrush(Theme::current().damage);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(join.from, kDot, kDot);
    painter.drawEllipse(join.to, kDot, kDot);
}

QColor lineColor(std::size_t lines)
{
    const Theme &theme = Theme::current();
    if (lines <= kFewJoins) {
        return theme.damage;
    }
    const double least = theme.contrast ? 0.6 : 0.22;
    return faint(theme.damage,
                 std::max(least, static_cast<double>(kFewJoins) / static_cast<double>(lines)));
}

} // namespace

std::size_t paintJoins(QPainter &painter, const RowPainting &painting, std::ptrdiff_t first,
                       std::ptrdiff_t last)
{
    JoinList list(painting);
    for (std::ptrdiff_t row = first; row <= last; ++row) {
        const std::uint32_t bar = painting.rows[static_cast<std::size_t>(row)];
        const std::uint32_t next = painting.scene.bars[bar].sameNext;
        list.add(painting.scene.bars[bar].use.sameValue, bar);
        if (next != RowUse::kNobody && painting.rowOf[next] > last) {
            list.add(bar, next);
        }
    }
    const std::vector<RowJoin> &joins = list.all();
    const std::size_t every = joins.size() / kMostJoins + 1;
    const QColor usual = lineColor(joins.size());
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < joins.size(); ++i) {
        const RowJoin &join = joins[i];
        if (join.ofChosen || i % every == 0) {
            painter.setPen(QPen(join.ofChosen ? Theme::current().damage : usual,
                                join.ofThePair ? 2.5 : (join.ofChosen ? 1.5 : 1)));
            painter.drawLine(join.from, join.to);
            ++drawn;
        }
    }
    if (painting.geometry.rowHeight >= kDotFrom) {
        for (const RowJoin &join : joins) {
            paintDots(painter, join);
        }
    }
    return drawn;
}

} // namespace stampede
