#pragma once

#include "audit/check_needs.h"
#include "audit/evidence.h"
#include "audit/settle.h"
#include "audit/snapshot.h"
#include "hotrow/hot_row.h"
#include "judge/judgement.h"
#include "measure/operation.h"
#include "measure/recorder.h"
#include "scenario/prediction.h"
#include "scenario/scenario.h"

#include <QHash>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace stampede {

/// A check that the audit's user brings: it holds when its statement gives no row.
struct OwnCheck
{
    QString id;
    QString title;
    QString sql; ///< readingStatement() accepts it
};

/// Everything the audit is told about the run.
struct AuditInput
{
    /// Of a sale without a start or an end.
    static constexpr std::int64_t kNoStart = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();

    CouponId coupon;
    QString couponName;      ///< as the table has it, where that is not the number
    bool hasRun = true;      ///< else the rows alone are judged
    bool hasScenario = true; ///< the run was made here, not read from a history
    /// Before the run; where knowsStockAtStart() says no, it says nothing.
    std::int64_t initialStock = 0;
    std::vector<std::int64_t> holdersBefore; ///< people who held the coupon before the run
    std::int64_t startsAtUs = 0;             ///< of the sale, epoch µs
    std::int64_t endsAtUs = 0;               ///< excluded
    std::span<const Operation> history;      ///< sorted by invokedNs; outlives the audit
    bool uniqueKeyExpected = true;           ///< the scenario left the key on
    bool endedEarly = false;
    /// Which refusal a holder gets when the stock is gone as well.
    Precedence precedence = Precedence::Any;
    /// Bounds for the requests really made.
    Prediction predictedForAsked;
    QString notPredicted; ///< why there is no prediction to hold the run to; empty where there is
    SettleResult settled;
    TableLayout layout;
    LogEvidence log;
    LockEvidence lock;
    QList<OwnCheck> ownChecks;
    std::optional<RacePair> firstRace; ///< that the picture of the hot row begins with

    [[nodiscard]] AuditMeans means() const { return {layout, hasRun, hasScenario}; }
};

/// One person in the run: what was told, and what is stored.
struct PersonFacts
{
    std::uint32_t asked = 0;
    std::uint32_t issued = 0;
    std::uint32_t alreadyIssued = 0;
    std::uint32_t outOfStock = 0;
    std::uint32_t maybe = 0;  ///< unknown and server error: may have taken effect
    std::uint32_t failed = 0; ///< every other outcome: claimed no effect
    std::uint32_t rows = 0;   ///< at the end, of this coupon
    bool heldBefore = false;

    /// Rows beyond the one that was there before.
    [[nodiscard]] std::uint32_t newRows() const
    {
        return rows - (heldBefore && rows > 0 ? 1U : 0U);
    }
    /// Was told "issued" and has no row: a lost coupon.
    [[nodiscard]] bool lostCoupon() const { return issued > 0 && newRows() == 0; }
    /// Has a new row, asked for it, and was neither told so nor left without an answer.
    [[nodiscard]] bool unannounced() const
    {
        return newRows() > 0 && asked > 0 && issued == 0 && maybe == 0;
    }
    /// Unannounced, and told nothing but "already issued": something on the way asked twice.
    [[nodiscard]] bool hiddenRetry() const
    {
        return unannounced() && failed == 0 && outOfStock == 0;
    }
};

/// Run and rows, held against each other once for all checks.
struct AuditFacts
{
    const AuditInput &input;
    const Snapshot &snapshot;
    OutcomeCounts outcomes;
    QHash<std::int64_t, PersonFacts> people; ///< everybody who asked or holds a row
    /// Index into the history of the operation that was told that row id.
    QHash<std::int64_t, std::size_t> operationOfRow;
    std::int64_t newRows = 0; ///< rows less one for each earlier holder
    std::int64_t distinctHolders = 0;
    /// stock at start − stock left − new rows; nothing where the stock is not known.
    std::optional<std::int64_t> drift;
    /// The whole history for the judge, operation by operation, and what it found; empty without a
    /// run. Where the stock is not known, R5b is not looked at.
    HistoryFacts historyFacts;
    std::vector<JudgedOperation> judged;
    Judgement judgement;

    [[nodiscard]] std::int64_t rows() const
    {
        return static_cast<std::int64_t>(snapshot.rows().size());
    }
};

AuditFacts gatherFacts(const AuditInput &input, const Snapshot &snapshot);

} // namespace stampede
