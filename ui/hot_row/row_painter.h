// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_scene.h"

#include <QFont>
#include <QRectF>
#include <QString>

#include <limits>
#include <vector>

class QPainter;

namespace stampede {

/// Where moments and rows lie on the picture.
struct RowGeometry
{
    QRectF body; ///< of the bars; people's names are to its left, the times above
    qreal rowHeight = 20;
    qreal scrolled = 0; ///< pixels of rows above the body
    std::int64_t fromNs = 0;
    std::int64_t toNs = 1; ///< after fromNs

    [[nodiscard]] qreal xOf(std::int64_t ns) const;
    [[nodiscard]] std::int64_t nsOf(qreal x) const;
    [[nodiscard]] qreal topOf(std::size_t row) const
    {
        return body.top() + static_cast<qreal>(row) * rowHeight - scrolled;
    }
    /// Negative above the first.
    [[nodiscard]] std::ptrdiff_t rowAt(qreal y) const;
};

/// Everything that one painting needs.
struct RowPainting
{
    static constexpr std::int32_t kNoRow = -1;

    const RowScene &scene;
    const std::vector<std::uint32_t> &rows; ///< bars shown, from the top
    const std::vector<std::int32_t> &rowOf; ///< of every bar, or kNoRow
    RowGeometry geometry;
    /// What came later is not drawn yet.
    std::int64_t untilNs = std::numeric_limits<std::int64_t>::max();
    std::uint32_t current = RowUse::kNobody;
    std::uint32_t other = RowUse::kNobody; ///< chosen together with the current one
    bool focused = false;
    QFont font;
};

/// Paints the rows that can be seen and says how many these were.
int paintRows(QPainter &painter, const RowPainting &painting);
/// The times above the rows, with lines down through them.
void paintTimes(QPainter &painter, const RowPainting &painting);

} // namespace stampede
