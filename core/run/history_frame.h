#pragma once

#include "measure/history_writer.h"
#include "run/run_record.h"

namespace stampede {

/// What the history file of a run says beside its operations.
HistoryFrame historyFrameOf(const RunRecord &record);

} // namespace stampede
