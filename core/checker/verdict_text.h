// SPDX-License-Identifier: MIT
#pragma once

#include "checker/history_reader.h"
#include "checker/judgement.h"

#include <span>
#include <string>
#include <string_view>

namespace stampede {

/// What people are called.
struct PeopleNames
{
    /// By their number; nothing where they are numbers.
    std::span<const std::string> names;
    /// What sentences call those then, with {userId} in it; empty where by the number.
    std::string_view format;
};

/// What a violation means, in a sentence or two: its first witness, and how many there are. Times
/// are seconds on the history's clock.
[[nodiscard]] std::string violationText(const Violation &violation, const Judgement &judgement,
                                        const HistoryFacts &facts, PeopleNames names = {});

/// The verdict over one history as one line of JSON, line feed included. Strangers are listed
/// under R3: no operation of the history announced their rows. People that have names are listed by
/// them. "coupon" names one of several. "not_applicable" names what the rules leave no way to
/// judge, where there is any. "linearizable" is null where isLeftOpen(); "error" says why.
[[nodiscard]] std::string verdictLine(const HistoryFacts &facts, const Judgement &judgement,
                                      PeopleNames names = {}, std::string_view coupon = {});

/// The same for a history that cannot be used.
[[nodiscard]] std::string unusableLine(const RecordedHistory &history);

} // namespace stampede
