#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stampede {

/// What became of one request, as the one who asked sees it.
/// Only Issued claims an effect; ServerError and Unknown may have had one; all others claim none.
enum class Outcome : std::uint8_t
{
    Issued,
    AlreadyIssued,
    OutOfStock,
    NotStarted,
    Expired,
    NotFound,
    InvalidRequest,
    Contention,  ///< the database broke off the transaction and the retries ran out
    NotSent,     ///< refused before a byte left
    Interrupted, ///< withdrawn by us at Stop, roll-back confirmed
    ServerError,
    Unknown, ///< no answer, or an answer that no rule matches
    /// Refused as "already issued" or as "out of stock": a service with one code for both. Last,
    /// because kept runs know an outcome by its number.
    NotIssued,
};

inline constexpr std::size_t kOutcomeCount = 13;

inline constexpr std::array<Outcome, kOutcomeCount> kAllOutcomes = {
    Outcome::Issued,    Outcome::AlreadyIssued, Outcome::OutOfStock,     Outcome::NotStarted,
    Outcome::Expired,   Outcome::NotFound,      Outcome::InvalidRequest, Outcome::Contention,
    Outcome::NotSent,   Outcome::Interrupted,   Outcome::ServerError,    Outcome::Unknown,
    Outcome::NotIssued,
};

constexpr std::size_t indexOf(Outcome outcome)
{
    return static_cast<std::size_t>(outcome);
}

/// Why an outcome is Unknown; None for every other outcome.
enum class UnknownReason : std::uint8_t
{
    None,
    Timeout,
    Reset,
    InDoubt,
    Unclassified
};

inline constexpr std::size_t kUnknownReasonCount = 5;

/// The name in result and history files, e.g. "already_issued".
std::string_view outcomeKey(Outcome outcome);
/// The outcome of that name, or nothing.
std::optional<Outcome> outcomeFromKey(std::string_view key);
/// The name in result files, e.g. "in_doubt"; "none" for None.
std::string_view unknownReasonKey(UnknownReason reason);

/// Whether the request may have taken effect although nobody said so.
constexpr bool mayHaveTakenEffect(Outcome outcome)
{
    return outcome == Outcome::ServerError || outcome == Outcome::Unknown;
}

/// Whether the answer is a definite one: the service decided, and said what.
constexpr bool isDefinite(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
    case Outcome::AlreadyIssued:
    case Outcome::OutOfStock:
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::NotIssued:
        return true;
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::ServerError:
    case Outcome::Unknown:
        return false;
    }
    return false;
}

/// The layers of every chart of answers, from the bottom up.
enum class AnswerLayer : std::size_t
{
    Issued,
    AlreadyIssued,
    OutOfStock,
    OtherRefusals, ///< not issued, outside the sale, not found, bad request, withdrawn
    Errors,
    NoAnswer
};

inline constexpr std::size_t kAnswerLayers = 6;

constexpr AnswerLayer layerOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return AnswerLayer::Issued;
    case Outcome::AlreadyIssued:
        return AnswerLayer::AlreadyIssued;
    case Outcome::OutOfStock:
        return AnswerLayer::OutOfStock;
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Interrupted:
    case Outcome::NotIssued:
        return AnswerLayer::OtherRefusals;
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::ServerError:
        return AnswerLayer::Errors;
    case Outcome::Unknown:
        return AnswerLayer::NoAnswer;
    }
    return AnswerLayer::NoAnswer;
}

} // namespace stampede
