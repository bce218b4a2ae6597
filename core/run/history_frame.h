#pragma once

#include "base/result.h"
#include "measure/history_writer.h"
#include "run/run_history.h"
#include "run/run_record.h"

namespace stampede {

/// What the history file of a run says beside its operations.
HistoryFrame historyFrameOf(const RunRecord &record);

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
