#pragma once

#include "measure/history_writer.h"
#include "run/run_history.h"
#include "run/run_record.h"

#include <optional>

namespace stampede {

/// What the history file of a run says beside its operations.
HistoryFrame historyFrameOf(const RunRecord &record);

/// What the judge is told of such a frame.
HistoryFacts factsOf(const HistoryFrame &frame);
/// For how many pieces a request asked; 1 where rows do not count pieces or nobody knows.
std::uint32_t quantityOf(const HistoryFrame &frame, const Operation &operation);

/// What the history file of a run says, without the file. Nothing where the run came to no end, or
/// its history is not there.
std::optional<RunHistory> historyOf(const RunRecord &record);

/// SHA-256 of the history file of a run, in hexadecimal digits; its record holds it as
/// historySha256 from the day it was made.
QString fingerprintOfHistory(const RunRecord &record);

} // namespace stampede
