// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "measure/history_writer.h"
#include "record/run_history.h"
#include "record/run_record.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace stampede {

/// The operations that asked for one coupon, and what the history file says of it beside them.
struct CouponHistory
{
    QString name; ///< of the coupon, where the run asked for several; else empty
    HistoryFrame frame;
    std::span<const Operation> operations; ///< the record's, or `own`
    std::vector<Operation> own;            ///< with several
};

/// What people are called in a file; an empty function where nobody has a name. What it gives lives
/// until it is called again.
std::function<std::string_view(std::int64_t)> namesOf(const PersonDirectory &people);

/// The histories of a run: one, or one a coupon where it asked for several. They share the
/// operations with the record.
std::vector<CouponHistory> couponHistoriesOf(const RunRecord &record);

/// Writes the history file of a run. `sink` as of the other writeHistory().
bool writeHistory(const RunRecord &record, const std::function<bool(std::string_view)> &sink);

/// What the judge is told of such a frame.
HistoryFacts factsOf(const HistoryFrame &frame);
/// For how many pieces a request asked; 1 where rows do not count pieces or nobody knows.
std::uint32_t quantityOf(const HistoryFrame &frame, const Operation &operation);

/// The answers of a kept run, and what they began with, for an audit of its tables as they are now.
/// The error is a sentence: what is not known of the run.
Result<RunHistory, QString> historyOf(const RunRecord &record);

/// SHA-256 of the history file of a run, in hexadecimal digits; its record holds it as
/// historySha256 from the day it was made.
QString fingerprintOfHistory(const RunRecord &record);

} // namespace stampede
