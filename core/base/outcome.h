// SPDX-License-Identifier: MIT
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

/// The layers of every chart of answers, from the bottom up; each has its colour and its filling.
enum class AnswerLayer : std::uint8_t
{
    Issued,
    AlreadyIssued,
    OutOfStock,
    OtherRefusals, ///< not issued, outside the sale, not found, bad request, withdrawn
    Errors,
    NoAnswer
};

inline constexpr std::size_t kAnswerLayers = 6;

constexpr std::size_t indexOf(AnswerLayer layer)
{
    return static_cast<std::size_t>(layer);
}

/// What an answer says of the coupon and of who asked, which the rows then bear out or not.
enum class AnswerClaim : std::uint8_t
{
    Issued,         ///< they have it now: the only claim of an effect
    MayBeIssued,    ///< nobody said so, but the request may have taken effect
    HeldAlready,    ///< they had it before
    NoneLeft,       ///< the stock is gone
    HeldOrNoneLeft, ///< one of these two, which a service with one code does not tell apart
    OutsideSale,    ///< the sale has not begun, or is over
    NoEffect        ///< nothing was issued, for a reason that is not the coupon's
};

/// The sign that tells an outcome from others without its colour.
enum class OutcomeMark : std::uint8_t
{
    Disc,
    Diamond,
    Square,
    OpenSquare,
    OpenTriangleDown,
    OpenTriangle,
    OpenDiamond,
    OpenPentagon,
    Triangle,
    Circle,
    Question
};

/// What is true of every answer of an outcome.
struct OutcomeTraits
{
    Outcome outcome;
    std::string_view key; ///< in result and history files and in rules of a scenario
    AnswerClaim claim;
    bool definite; ///< the service decided, and said what
    AnswerLayer layer;
    OutcomeMark mark;
    int strokePercent;     ///< how much of a barcode's height its stroke takes
    int status;            ///< with which the service of this program answers; 0 if it never does
    std::string_view code; ///< in the body of that answer; empty if it has none
};

/// The one table of outcomes, in their order. Their names and meanings in words are in
/// text/outcome_names.cpp. What else a new one needs: docs/architecture.md.
inline constexpr std::array<OutcomeTraits, kOutcomeCount> kOutcomeTable = {{
    // clang-format off
    {Outcome::Issued, "issued", AnswerClaim::Issued, true,
     AnswerLayer::Issued, OutcomeMark::Disc, 100, 200, {}},
    {Outcome::AlreadyIssued, "already_issued", AnswerClaim::HeldAlready, true,
     AnswerLayer::AlreadyIssued, OutcomeMark::Diamond, 62, 409, "ALREADY_ISSUED_COUPON"},
    {Outcome::OutOfStock, "out_of_stock", AnswerClaim::NoneLeft, true,
     AnswerLayer::OutOfStock, OutcomeMark::Square, 44, 400, "OUT_OF_STOCK"},
    {Outcome::NotStarted, "not_started", AnswerClaim::OutsideSale, true,
     AnswerLayer::OtherRefusals, OutcomeMark::OpenTriangleDown, 30, 400, "COUPON_NOT_STARTED"},
    {Outcome::Expired, "expired", AnswerClaim::OutsideSale, true,
     AnswerLayer::OtherRefusals, OutcomeMark::OpenTriangle, 30, 400, "COUPON_EXPIRED"},
    {Outcome::NotFound, "not_found", AnswerClaim::NoEffect, true,
     AnswerLayer::OtherRefusals, OutcomeMark::OpenDiamond, 30, 404, "COUPON_NOT_FOUND"},
    {Outcome::InvalidRequest, "invalid_request", AnswerClaim::NoEffect, true,
     AnswerLayer::OtherRefusals, OutcomeMark::OpenPentagon, 30, 400, "INVALID_REQUEST"},
    {Outcome::Contention, "contention", AnswerClaim::NoEffect, false,
     AnswerLayer::Errors, OutcomeMark::Triangle, 100, 503, "CONTENTION"},
    {Outcome::NotSent, "not_sent", AnswerClaim::NoEffect, false,
     AnswerLayer::Errors, OutcomeMark::Triangle, 100, 503, "DATABASE_UNAVAILABLE"},
    {Outcome::Interrupted, "interrupted", AnswerClaim::NoEffect, false,
     AnswerLayer::OtherRefusals, OutcomeMark::Circle, 30, 0, {}},
    {Outcome::ServerError, "server_error", AnswerClaim::MayBeIssued, false,
     AnswerLayer::Errors, OutcomeMark::Triangle, 100, 500, "INTERNAL_ERROR"},
    {Outcome::Unknown, "unknown", AnswerClaim::MayBeIssued, false,
     AnswerLayer::NoAnswer, OutcomeMark::Question, 100, 0, {}},
    {Outcome::NotIssued, "not_issued", AnswerClaim::HeldOrNoneLeft, true,
     AnswerLayer::OtherRefusals, OutcomeMark::OpenSquare, 44, 0, {}},
    // clang-format on
}};

constexpr const OutcomeTraits &traitsOf(Outcome outcome)
{
    return kOutcomeTable[indexOf(outcome)];
}

inline constexpr std::array<Outcome, kOutcomeCount> kAllOutcomes = [] {
    std::array<Outcome, kOutcomeCount> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = kOutcomeTable[i].outcome;
    }
    return all;
}();

/// The name in result and history files, e.g. "already_issued".
constexpr std::string_view outcomeKey(Outcome outcome)
{
    return traitsOf(outcome).key;
}

/// The outcome of that name, or nothing.
std::optional<Outcome> outcomeFromKey(std::string_view key);
/// The name in result files, e.g. "in_doubt"; "none" for None.
std::string_view unknownReasonKey(UnknownReason reason);

/// How the service of this program answers over HTTP: the status, and the code in the body. A
/// request that it cannot tell of is an error of its own; Issued has no code.
int answerStatus(Outcome outcome);
std::string_view answerCode(Outcome outcome);

constexpr AnswerClaim answerClaim(Outcome outcome)
{
    return traitsOf(outcome).claim;
}

/// Whether the request may have taken effect although nobody said so.
constexpr bool mayHaveTakenEffect(Outcome outcome)
{
    return answerClaim(outcome) == AnswerClaim::MayBeIssued;
}

/// Whether the answer is a definite one: the service decided, and said what.
constexpr bool isDefinite(Outcome outcome)
{
    return traitsOf(outcome).definite;
}

/// Whether that answer can be a right refusal: for a reason that the rows or the times of the sale
/// can bear out. Whoever and whatever is unknown to the service never is, as then the scenario is.
constexpr bool refusesByTheRules(Outcome outcome)
{
    switch (answerClaim(outcome)) {
    case AnswerClaim::HeldAlready:
    case AnswerClaim::NoneLeft:
    case AnswerClaim::HeldOrNoneLeft:
    case AnswerClaim::OutsideSale:
        return true;
    case AnswerClaim::Issued:
    case AnswerClaim::MayBeIssued:
    case AnswerClaim::NoEffect:
        return false;
    }
    return false;
}

constexpr AnswerLayer layerOf(Outcome outcome)
{
    return traitsOf(outcome).layer;
}

} // namespace stampede
