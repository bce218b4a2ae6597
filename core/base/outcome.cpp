// SPDX-License-Identifier: MIT
#include "base/outcome.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr std::array<std::string_view, kUnknownReasonCount> kReasonKeys = {
    "none", "timeout", "reset", "in_doubt", "unclassified",
};

/// Kept runs know an outcome by its number.
constexpr bool everyLineInItsPlace()
{
    for (std::size_t i = 0; i < kOutcomeTable.size(); ++i) {
        if (indexOf(kOutcomeTable[i].outcome) != i) {
            return false;
        }
    }
    return true;
}

static_assert(everyLineInItsPlace());

const OutcomeTraits &answered(Outcome outcome)
{
    return traitsOf(traitsOf(outcome).status == 0 ? Outcome::ServerError : outcome);
}

} // namespace

std::optional<Outcome> outcomeFromKey(std::string_view key)
{
    const auto *const line = std::ranges::find(kOutcomeTable, key, &OutcomeTraits::key);
    return line == kOutcomeTable.end() ? std::nullopt : std::optional(line->outcome);
}

std::string_view unknownReasonKey(UnknownReason reason)
{
    return kReasonKeys[static_cast<std::size_t>(reason)];
}

int answerStatus(Outcome outcome)
{
    return answered(outcome).status;
}

std::string_view answerCode(Outcome outcome)
{
    return answered(outcome).code;
}

} // namespace stampede
