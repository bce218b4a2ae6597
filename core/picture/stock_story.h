// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// A value of a series over time.
struct SeriesPoint
{
    double seconds = 0; ///< since the start of the load
    double value = 0;
};

/// How the issued rose and the stock fell in a run, and where they part: the content of the chart
/// "Issued and left", for the window and for reports.
struct StockStory
{
    std::vector<SeriesPoint> issued;       ///< from 0 on
    std::vector<SeriesPoint> left;         ///< as far as anything told the stock; else empty
    std::vector<SeriesPoint> shouldBeLeft; ///< at the moments of `left`: the start less the issued
    /// Which of the points of `left` are apart from what should be left in the direction that the
    /// audit found; as many as of `left`.
    std::vector<bool> isApart;
    std::optional<double> soldOutAt; ///< seconds: the last coupon that existed was issued
    std::int64_t tooMany = 0;        ///< issued after that
    double lastIssuedAt = 0;         ///< seconds
};

/// At most so many buckets of the timeline as points, the first one at 0 not counted. What should
/// be left, and the end of the stock, are said only where one answer stands for one piece of a
/// stock that does not come back.
StockStory stockStory(const RunRecord &record, std::size_t mostPoints);

/// The stock at the start, where an issued answer stands for one piece of it that does not come
/// back, as far as scenario, service and audit say; else nothing.
std::optional<std::int64_t> onePieceStock(const RunRecord &record);

/// Stock at the start less what was written and what is left, where the audit found that they do
/// not add up; else 0.
std::int64_t foundDrift(const RunRecord &record);

} // namespace stampede
