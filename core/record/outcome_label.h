// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "text/outcome_names.h"

#include <QString>

namespace stampede {

/// The outcome with the status of its answers: "Already issued (409)". Over HTTP those that came in
/// this run, of a service in this program the one that `serve` gives; the name alone where there
/// was none or nobody kept it.
QString outcomeLabel(const RunRecord &record, Outcome outcome);

/// As it will be called before anybody has answered.
QString outcomeLabel(TargetKind target, Outcome outcome);

/// The same of one answer.
QString outcomeLabel(const Operation &operation, TargetKind target);

} // namespace stampede
