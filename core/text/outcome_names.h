// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"

#include <QString>

namespace stampede {

/// What an outcome is called, the same everywhere: "Already issued", "Contention". `reason`: of
/// Unknown, whose answers that no rule matches have a name of their own.
QString outcomeName(Outcome outcome, UnknownReason reason = UnknownReason::None);

/// What outcomes are called that are counted together: "Outside sale", "Server errors"; the name of
/// the outcome where it is counted alone.
QString outcomeGroupName(Outcome outcome, UnknownReason reason = UnknownReason::None);

/// What an outcome means, in a sentence.
QString outcomeMeaning(Outcome outcome, UnknownReason reason = UnknownReason::None);

/// What a layer of a chart is called, in the middle of a line: "refused otherwise".
QString layerName(AnswerLayer layer);

/// A name, or a sentence, in the middle of a line: "already issued".
QString inLine(QString name);

} // namespace stampede
