// SPDX-License-Identifier: MIT
#pragma once

#include "audit/check_needs.h"
#include "audit/evidence.h"
#include "audit/rows_before.h"
#include "audit/settle.h"
#include "audit/snapshot.h"
#include "checker/judgement.h"
#include "measure/operation.h"
#include "measure/recorder.h"
#include "prediction/prediction.h"
#include "record/audit_report.h"
#include "scenario/scenario.h"

#include <QHash>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
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

/// The rows of own checks before a run: a hash of each, sorted, by the check's id. A check whose
/// statement could not be asked, or that found too many, is not there.
using OwnRows = QHash<QString, std::vector<std::uint64_t>>;

/// What a snapshot of the tables held before the run.
struct StartOfRows
{
    RowsBefore rows;
    /// The person of each row that counted, sorted, and the pieces of the same rows.
    std::vector<std::int64_t> holders;
    std::vector<std::int64_t> pieces;
    std::optional<std::int64_t> remaining;
    std::optional<std::int64_t> issuedCounter;
    OwnRows ownRows;          ///< by the check's id
    bool figuresKnown = true; ///< else remaining and issuedCounter were not read, and say nothing

    [[nodiscard]] std::int64_t piecesInAll() const;
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
    /// Who held the coupon before the run: each as often as they had rows. Sorted.
    std::vector<std::int64_t> holdersBefore;
    /// Where rows count pieces, those of the same rows; empty: one each, or `start` says it.
    std::vector<std::int64_t> piecesBefore;
    /// How far the counter was ahead of these rows then, where `start` does not say it; nothing
    /// where nobody knows.
    std::optional<std::int64_t> counterAhead = 0;
    /// What the tables held then; null where nobody looked.
    std::shared_ptr<const StartOfRows> start;
    StartKnowledge startKnown = StartKnowledge::Known;
    ServiceRules rules;
    std::int64_t startsAtUs = 0; ///< of the sale, epoch µs
    std::int64_t endsAtUs = 0;   ///< excluded
    bool saleIsOfRun = false;    ///< so it was during the run, and answers are held against it
    /// Epoch, µs: the moment from which the history counts; 0 where nobody knows.
    std::int64_t startedUs = 0;
    std::span<const Operation> history;    ///< sorted by invokedNs; outlives the audit
    std::vector<std::uint32_t> quantities; ///< pieces that each asked for; empty: one each
    bool uniqueKeyExpected = true;         ///< the scenario left the key on
    bool endedEarly = false;
    /// Which refusal a holder gets when the stock is gone as well.
    Precedence precedence = Precedence::Any;
    /// Bounds for the requests really made.
    Prediction predictedForAsked;
    QString notPredicted; ///< why there is no prediction to hold the run to; empty where there is
    /// Why the answers cannot be held against these rows; empty where they can. Then nothing is
    /// called broken but by a check of the profile's own, and nothing is cleared.
    QString notJudged;
    /// Why the people of the history are not those of the rows, as all of it was sent in one
    /// person's name; empty where they are. Then only what the rows alone say is judged.
    QString oneCaller;
    SettleResult settled;
    TableLayout layout;
    LogEvidence log;
    LockEvidence lock;
    QList<OwnCheck> ownChecks;

    [[nodiscard]] bool knowsStock() const
    {
        return startKnown == StartKnowledge::Known || startKnown == StartKnowledge::StockAtMost;
    }
    [[nodiscard]] AuditMeans means() const
    {
        return {layout, hasRun, hasScenario, rules, !hasRun || knowsStock()};
    }
};

/// One person in the run: what was told, and what is stored.
struct PersonFacts
{
    std::uint32_t asked = 0;
    std::uint32_t issued = 0;
    std::uint32_t alreadyIssued = 0;
    std::uint32_t outOfStock = 0;
    std::uint32_t maybe = 0;      ///< unknown and server error: may have taken effect
    std::uint32_t failed = 0;     ///< every other outcome: claimed no effect
    std::uint32_t notIssued = 0;  ///< refused as one or the other
    std::uint32_t rows = 0;       ///< at the end, of this coupon
    std::uint32_t rowsBefore = 0; ///< before the run
    std::uint32_t kept = 0;       ///< of those still there
    std::uint32_t hidden = 0;     ///< written during the run, and hidden by a condition by now
    std::uint32_t former = 0;     ///< that counted before the run, and are hidden by now
    bool lostCoupon = false;      ///< was told "issued" and has no row for it (R2)
    bool unannounced = false;     ///< has a row that nobody told of (R3)
    bool falseHolder = false;     ///< was told "already issued" and was none at the end (R4)

    [[nodiscard]] std::uint32_t newRows() const { return rows - kept; }
    /// Of the hidden ones written during the run, those that an answer may have promised.
    [[nodiscard]] std::uint32_t promisedHidden() const
    {
        const std::uint32_t promised = issued + maybe;
        return std::min(hidden, promised > newRows() ? promised - newRows() : 0);
    }
    /// Rows that look as if they had been taken back during the run.
    [[nodiscard]] std::uint32_t withdrawn() const { return former + promisedHidden(); }
    /// Unannounced, and told nothing but "already issued": something on the way asked twice.
    [[nodiscard]] bool hiddenRetry() const
    {
        return unannounced && failed == 0 && outOfStock == 0 && notIssued == 0 && issued == 0 &&
               maybe == 0;
    }
};

/// A person who holds more than the limit, within one group of rows.
struct OverLimit
{
    std::int64_t user = 0;
    std::uint64_t group = 0;
    std::int64_t rows = 0;
    std::int64_t newRows = 0;
};

/// Run and rows, held against each other once for all checks.
struct AuditFacts
{
    const AuditInput &input;
    const Snapshot &snapshot;
    OutcomeCounts outcomes;
    QHash<std::int64_t, PersonFacts> people{}; ///< everybody who asked or holds a row
    /// Index into the history of the operation that was told that row id, or that is known to have
    /// made it otherwise.
    QHash<std::int64_t, std::size_t> operationOfRow{};
    std::vector<bool> isBefore{}; ///< of each row of the snapshot: it was there before the run
    std::int64_t newRows = 0;     ///< rows that were not
    /// Pieces that went during the run: those of the new rows; where pieces come back, of all rows
    /// less those before.
    std::int64_t taken = 0;
    std::int64_t rowsWithoutPieces = 0; ///< whose quantity is no number from 0 on
    std::int64_t distinctHolders = 0;
    /// Who holds more than the limit, those with most in front; of a run those with a new row.
    std::vector<OverLimit> overLimit{};
    std::int64_t overLimitBefore = 0; ///< people who do, all of whose rows were there before
    /// stock at start − stock left − taken; nothing where the stock is not known.
    std::optional<std::int64_t> drift{};
    /// The whole history for the judge, operation by operation, and what it found; empty without a
    /// run. Where the stock is not known, R5b is not looked at.
    HistoryFacts historyFacts{};
    std::vector<JudgedOperation> judged{};
    Judgement judgement{};
    /// Nothing where the input does not say when the run was.
    std::optional<SaleAnswers> sale{};
    /// What rests on the stock before the run was not judged, as that is not known well enough.
    bool stockOpen = false;

    [[nodiscard]] std::int64_t rows() const
    {
        return static_cast<std::int64_t>(snapshot.rows().size());
    }
    /// Rows beyond the limit a person: of a run the new ones among them.
    [[nodiscard]] std::int64_t rowsTooMany() const;
};

/// What the judge knows of those rules.
IssueRules issueRulesOf(const ServiceRules &rules, const TableLayout &layout);

/// What a snapshot taken before the run tells; the own checks are added by who made them.
StartOfRows startOf(const Snapshot &snapshot);
/// The persons and pieces of rows of before.
void takeHolders(StartOfRows &start, std::span<const IssuedRow> rows);

/// The pieces of each row in holdersBefore.
std::vector<std::int64_t> piecesBefore(const AuditInput &input);

/// How far the counter was ahead of the rows before the run; nothing where nobody knows.
std::optional<std::int64_t> counterAheadBefore(const AuditInput &input);

/// An expression that is true for the run's rows, where their ids tell them from those that were
/// there before; empty where there are none of before, or ids do not tell it.
QString newRowSql(const AuditFacts &facts);

AuditFacts gatherFacts(const AuditInput &input, const Snapshot &snapshot);

} // namespace stampede
