// SPDX-License-Identifier: MIT
#pragma once
// judge: decides whether a whole history of answers could have been given by one coupon, one
// request at a time.

#include "base/issue_rules.h"
#include "base/outcome.h"
#include "base/precedence.h"
#include "measure/operation.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace stampede {

/// A moment that never comes.
inline constexpr std::int64_t kNeverNs = std::numeric_limits<std::int64_t>::max();

/// What the judge needs of one request. Times are nanoseconds of one clock; the closed interval
/// [invokedNs, returnedNs] holds the request, invokedNs ≤ returnedNs.
struct JudgedOperation
{
    std::int64_t user = 0;
    std::int64_t invokedNs = 0;
    std::int64_t returnedNs = kNeverNs; ///< kNeverNs where no answer came
    Outcome outcome = Outcome::Unknown;
    std::uint32_t quantity = 1; ///< pieces that it asked for, where rows count pieces
};
static_assert(sizeof(JudgedOperation) <= 32);

/// The judge's half of a recorded operation.
constexpr JudgedOperation judgedFrom(const Operation &operation)
{
    const bool answered = operation.returnedNs != Operation::kNoAnswer;
    return {operation.user, operation.invokedNs, answered ? operation.returnedNs : kNeverNs,
            operation.outcome};
}

/// What is known of the coupon beside the answers. The end is read after everything has come to
/// rest.
struct HistoryFacts
{
    std::int64_t stock = 0; ///< before the first request, ≥ 0
    /// The user of every row before the first request: a person as often as they have rows.
    std::vector<std::int64_t> holdersBefore;
    Precedence precedence = Precedence::Any;
    std::int64_t remaining = 0;         ///< stock at the end; may be negative
    std::vector<std::int64_t> rowUsers; ///< the user of every row at the end
    IssueRules rules{};
    /// With countsPieces: how many pieces each row in rowUsers stands for, 0 to kMostPieces.
    std::vector<std::int64_t> rowPieces{};
    std::vector<std::int64_t> piecesBefore{}; ///< likewise of each row in holdersBefore
    /// With givesBack: the user of every row that was written during the run, those included that
    /// do not count any more. R2 and R3 are judged by them. Nothing where rows may have gone.
    std::optional<std::vector<std::int64_t>> writtenUsers{};
    bool remainingKnown = true; ///< else remaining says nothing, and R5b is not judged
};

/// What has to hold, see docs/judging.md. In the order in which they are reported.
enum class Condition : std::uint8_t
{
    R1,  ///< no new row beyond the limit a person; earlier rows remain
    R2,  ///< who was told "issued" has a row for it
    R3,  ///< who has a new row was told so or got no definite answer
    R4,  ///< who was told "already issued" has as many rows as allowed
    R5a, ///< no more new rows than stock
    R5b, ///< stock at start = new rows + stock at the end
    R6,  ///< "out of stock" was said, and none is left at the end
    C3,  ///< "already issued" was told only when the coupon had been asked for
    C4,  ///< who asked after "out of stock" had been said got none
    C5,  ///< duplicate-first: no holder is told "out of stock"
    C6,  ///< stock-first: no "already issued" once the stock is gone
    C7,  ///< "not issued" was told only to holders, or when the stock was gone
};

inline constexpr std::size_t kConditionCount = 12;
inline constexpr std::array<Condition, kConditionCount> kAllConditions = {
    Condition::R1, Condition::R2, Condition::R3, Condition::R4, Condition::R5a, Condition::R5b,
    Condition::R6, Condition::C3, Condition::C4, Condition::C5, Condition::C6,  Condition::C7,
};

constexpr std::size_t indexOf(Condition condition)
{
    return static_cast<std::size_t>(condition);
}

/// The name in verdicts, e.g. "R5a".
std::string_view conditionKey(Condition condition);

/// A set of conditions, one bit each.
using ConditionMask = std::uint32_t;
constexpr ConditionMask maskOf(Condition condition)
{
    return ConditionMask{1} << indexOf(condition);
}
inline constexpr ConditionMask kEveryCondition = (ConditionMask{1} << kConditionCount) - 1;

/// The conditions that cannot be judged under the rules of these facts. R1 always can, in part:
/// with limitWithin only that earlier rows remain, with givesBack only that nobody got a row beyond
/// the limit.
ConditionMask notApplicable(const HistoryFacts &facts);

struct Judgement;
/// Whether a history in which nothing is wrong for certain is not proved right for all that: it
/// depends on whether pieces came back, which nobody said.
bool isLeftOpen(const HistoryFacts &facts, const Judgement &judgement);

/// How a row came about that nobody was told of (R3).
enum class Unannounced : std::uint8_t
{
    FalseFailure,   ///< told that it had failed, e.g. contention
    ToldOutOfStock, ///< told "out of stock"
    HiddenRetry,    ///< told only "already issued": something on the way asked twice
    ToldNotIssued,  ///< told "not issued", which is either of those two
    MoreRows,       ///< has more rows than requests that can have written one
};

/// What proves a violation for one user; a field has a meaning only where its condition says so.
struct Witness
{
    static constexpr std::uint32_t kNoOperation = 0xFFFF'FFFFU;

    std::int64_t user = 0;
    /// Index of the operation whose answer is wrong; kNoOperation where rows alone show it (R1, and
    /// R3 with MoreRows).
    std::uint32_t operation = kNoOperation;
    Unannounced kind = Unannounced::FalseFailure; ///< R3
    Outcome answer = Outcome::Unknown;            ///< of that operation
    std::uint32_t rowsBefore = 0;                 ///< before the first request
    std::uint32_t rows = 0;                       ///< at the end
    std::uint32_t issued = 0;                     ///< times told "issued"
    std::int64_t toldNs = 0;                      ///< when that answer had come
    std::int64_t lateUser = 0;                    ///< C4: somebody who asked afterwards and got one
    /// C4: when they asked. C3, and C7 where that row came: when the row that made the limit full
    /// was asked for. kNeverNs where none did.
    std::int64_t lateNs = 0;
    std::int64_t gone = 0; ///< C4, R6, C7: pieces that had been asked for when it was told
};

/// A condition that does not hold. `users`: R1 to R4 the user; C3 who was told "already issued";
/// R6, C4, C5 who was told "out of stock"; C7 "not issued"; R5a, R5b, C6 nobody. Sorted, each once.
struct Violation
{
    Condition condition = Condition::R1;
    std::vector<std::int64_t> users;
    /// At most kMostWitnesses, of different users, those told first in front (R1: by user).
    std::vector<Witness> witnesses;
};
inline constexpr std::size_t kMostWitnesses = 100;

/// Why "already issued" cannot have been told before the stock had gone (C6).
struct LateHolderAnswer
{
    enum class Bound : std::uint8_t
    {
        NoStock,        ///< there was none from the start
        ToldOutOfStock, ///< somebody had been told "out of stock" at goneNs
        ToldNotIssued,  ///< somebody without a row had been told "not issued" at goneNs
        LastCoupon,     ///< every coupon that can have been the last had gone by goneNs
        NoLastCoupon,   ///< everybody who got one was told "already issued" later
    };
    Bound bound = Bound::NoStock;
    std::int64_t goneNs = 0;
    std::int64_t askedNs = 0; ///< a request sent then still found stock
};

/// An operation whose answer is wrong on its own, and the first condition that says so.
struct WrongOperation
{
    std::uint32_t operation = 0;
    Condition condition = Condition::R1;
    friend bool operator==(const WrongOperation &, const WrongOperation &) = default;
};

/// Whether it refused, by its outcome, and ought not to have. Who has a row that nobody told them
/// of (R3) and was told that they hold one was told the truth: what is wrong is the silence before.
bool isWrongRefusal(const WrongOperation &wrong, Outcome outcome);

/// The verdict over one history.
struct Judgement
{
    bool linearizable = true;          ///< no violation and no stranger
    ConditionMask notApplicable = 0;   ///< what the rules leave no way to judge
    std::vector<Violation> violations; ///< each condition at most once, in the order of Condition
    /// Users with a new row who asked for nothing: somebody else wrote. Not listed under R3; the
    /// history cannot be linearizable with them. Sorted.
    std::vector<std::int64_t> strangers;
    std::vector<WrongOperation> wrong; ///< sorted by operation, each once
    LateHolderAnswer lateHolderAnswer; ///< where C6 is violated
    std::int64_t operations = 0;
    std::int64_t newRows = 0; ///< rows, less for each person those that were there before
    std::int64_t winners = 0; ///< users with a new row
    /// Pieces that the new rows stand for: newRows where rows do not count pieces. With givesBack
    /// less those of rows that were there before and are not now, and may be negative.
    std::int64_t taken = 0;
    std::int64_t drift = 0;      ///< stock at start − stock left − taken; clamped to int64
    std::int64_t tookEffect = 0; ///< operations without a definite answer that the rows prove
    std::int64_t noEffect = 0;   ///< the others of them
    /// People who were told "out of stock" or "not issued" and got none, although they asked before
    /// somebody who got one did. No violation: requests under way together may overtake each other.
    std::int64_t queueJumps = 0;

    [[nodiscard]] const Violation *find(Condition condition) const;
};

} // namespace stampede
