// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <span>

namespace stampede {

/// Says whether the generator was the bottleneck, and what to do, by the criteria of docs/load.md.
void judgeGenerator(RunRecord &record);

/// The statuses of all answers: of a service in this program those that `serve` gives, as of a kept
/// run that did not keep its own.
std::vector<StatusCount> answerStatuses(const RunRecord &record);

/// What a load tester would have said of these answers, which outcomes and statuses of the record
/// count; the share of right refusals needs the audit.
LoadTesterView loadTesterView(const RunRecord &record, std::span<const Operation> history);

} // namespace stampede
