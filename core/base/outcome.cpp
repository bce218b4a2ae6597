#include "base/outcome.h"

namespace stampede {

namespace {

constexpr std::array<std::string_view, kOutcomeCount> kKeys = {
    "issued",       "already_issued",  "out_of_stock", "not_started", "expired",
    "not_found",    "invalid_request", "contention",   "not_sent",    "interrupted",
    "server_error", "unknown",         "not_issued",
};

constexpr std::array<std::string_view, kUnknownReasonCount> kReasonKeys = {
    "none", "timeout", "reset", "in_doubt", "unclassified",
};

} // namespace

std::string_view outcomeKey(Outcome outcome)
{
    return kKeys[indexOf(outcome)];
}

std::optional<Outcome> outcomeFromKey(std::string_view key)
{
    for (const Outcome outcome : kAllOutcomes) {
        if (kKeys[indexOf(outcome)] == key) {
            return outcome;
        }
    }
    return std::nullopt;
}

std::string_view unknownReasonKey(UnknownReason reason)
{
    return kReasonKeys[static_cast<std::size_t>(reason)];
}

} // namespace stampede
