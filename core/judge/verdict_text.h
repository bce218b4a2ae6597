#pragma once

#include "judge/history_reader.h"
#include "judge/judgement.h"

#include <string>

namespace stampede {

/// What a violation means, in a sentence or two: its first witness, and how many there are. Times
/// are seconds on the history's clock.
[[nodiscard]] std::string violationText(const Violation &violation, const Judgement &judgement,
                                        const HistoryFacts &facts);

/// The verdict over one history as one line of JSON, line feed included. Strangers are listed
/// under R3: no operation of the history announced their rows.
[[nodiscard]] std::string verdictLine(const HistoryFacts &facts, const Judgement &judgement);

/// The same for a history that cannot be used.
[[nodiscard]] std::string unusableLine(const RecordedHistory &history);

} // namespace stampede
