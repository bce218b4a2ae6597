// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <memory>

namespace stampede {

/// The record with its sentences in the language of this thread, as far as it keeps what they are
/// made from: the audit's, why the run looks the way it does, the notes of the prediction, why
/// speed figures are not to be trusted. Nothing but sentences changes; where they would say
/// something else today, they stay. So do the remarks of the run, why it was not audited, and
/// everything of a run with more than kMostSaidTwice operations. Any thread; some ten milliseconds.
std::shared_ptr<const RunRecord> relocalised(std::shared_ptr<const RunRecord> record);

} // namespace stampede
