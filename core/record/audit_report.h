// SPDX-License-Identifier: MIT
#pragma once

#include "base/issue_rules.h"
#include "base/precedence.h"
#include "checker/judgement.h"
#include "record/check_result.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// What the checks together say about the data.
enum class AuditVerdict
{
    Held,
    Broken,
    Undecided
};

/// Figures of the end state.
struct StateFigures
{
    std::int64_t initialStock = 0;
    std::optional<std::int64_t> remaining;
    std::optional<std::int64_t> issuedCounter;
    std::int64_t rows = 0;
    std::int64_t rowsBefore = 0;
    std::int64_t newRows = 0; ///< pieces that the run's rows stand for; one each without a quantity
    std::int64_t distinctUsers = 0; ///< people who hold the coupon
    std::optional<std::int64_t> drift;
    /// People who were told "issued" and have no row, and who have a row and were never told.
    std::int64_t lostWrites = 0;
    std::int64_t unannounced = 0;
    std::int64_t hiddenRetries = 0; ///< of the unannounced, those told nothing but "already issued"
    std::int64_t duplicatePeople = 0;  ///< people with more rows than they may have, of a run new
    std::int64_t duplicatesBefore = 0; ///< others who had too many before the run
    /// Rows beyond what a person may have, of a run the new ones; nothing where an older version
    /// counted no more than rows and people.
    std::optional<std::int64_t> duplicateRows;
    std::int64_t mostPerPerson = 0; ///< rows of whoever has most
    /// Requests without a definite answer: those that the rows show to have taken effect, and the
    /// others.
    std::int64_t tookEffect = 0;
    std::int64_t noEffect = 0;
    /// People told "out of stock" who had asked before somebody who got one; no violation.
    std::int64_t queueJumps = 0;
    bool initialStockKnown = true; ///< else initialStock says nothing
    bool rowsKnown = true; ///< else nobody could see rows, and what is counted of them says nothing
};

/// What is known of the tables as they were before the run.
enum class StartKnowledge
{
    Known,
    StockAtMost,  ///< the rows; the stock was initialStock at most
    StockUnknown, ///< the rows
    Unknown       ///< nothing: which rows are new is not known either
};

/// How the database came to rest before it was audited.
struct SettleFigures
{
    bool atRest = false;
    std::int64_t waitedMs = 0;
    /// Transactions that might still have changed something; nothing where nobody could see them.
    std::optional<std::int64_t> openTransactions;
    std::int64_t unanswered = 0; ///< requests without an answer that no row explains
    bool moved = false;          ///< rows or stock had just changed, or changes were not committed
};

/// The answers "not started" and "expired", held against the hours of the sale.
struct SaleAnswers
{
    std::int64_t right = 0;          ///< given while it was not open
    std::vector<std::int64_t> wrong; ///< given while it was, by their index in the history
    std::int64_t open = 0; ///< nobody knows: its hours are not known, or too near for two clocks
};

/// The sentences of an audit in one language.
struct AuditSentences
{
    QString language;         ///< its code
    QList<CheckWords> checks; ///< as the report's, in their order
};

/// Whether a check judges rows or answers, and not only warns or looks at the ground.
bool judgesData(const CheckResult &check);

struct CouponAudit;

/// What an audit found. Of a run that asked for several coupons it tells of all of them together:
/// the worst of every check, and the sums of the figures.
struct AuditReport
{
    AuditVerdict verdict = AuditVerdict::Undecided;
    QList<CheckResult> checks; ///< in the order of the interface
    StateFigures state;
    QString undecidedReason; ///< with Undecided
    /// Every answer that is wrong on its own, by its index in the history; sorted.
    std::vector<WrongOperation> wrongAnswers;
    /// People told "out of stock" before every coupon had been asked for.
    std::int64_t toldSoldOutTooEarly = 0;
    /// Those of them that told somebody "already issued" or "out of stock".
    std::int64_t wrongRefusals = 0;
    std::vector<std::int64_t> rowUsers;      ///< the person of every row of the coupon, by row id
    std::vector<std::int64_t> holdersBefore; ///< who held the coupon before the run
    IssueRules rules;                        ///< that the audit judged by
    /// Where rows count pieces, those of each in rowUsers and holdersBefore.
    std::vector<std::int64_t> rowPieces;
    std::vector<std::int64_t> piecesBefore;
    /// Likewise, where it is known: what each request of the history asked for.
    std::vector<std::int64_t> piecesAsked;
    /// How far the counter was ahead of the rows before the run; nothing where nobody knows.
    std::optional<std::int64_t> counterAhead;
    /// Where pieces come back and hidden rows are known: the person of every row of the run.
    std::optional<std::vector<std::int64_t>> writtenUsers;
    std::optional<Precedence> precedence; ///< of refusals, where the audit judged by one
    QString language; ///< code of that of the sentences; empty where an older version made them
    QList<AuditSentences> inOther;       ///< the same in others; empty where they were not made
    std::optional<SettleFigures> settle; ///< nothing where there were no rows to come to rest
    /// How the history file of the run is written: from 1 on it has the rows also where nobody
    /// knows what is left, and the names of several coupons. Older files keep their fingerprints.
    std::int64_t historyForm = 0;
    /// What was known of the tables before the run. Where it is not Known, earlier holders and the
    /// stock are what could be found out.
    StartKnowledge startKnown = StartKnowledge::Known;
    /// Nothing where nobody looked: in a service of this program, and in older versions.
    std::optional<SaleAnswers> sale;
    /// Each coupon by itself where the run asked for several; empty where it asked for one. Rows
    /// and earlier holders stand there then, and only there.
    std::vector<CouponAudit> coupons;

    [[nodiscard]] int countOf(CheckVerdict verdict) const;
    /// Failed damage and answers checks.
    [[nodiscard]] QList<CheckResult> findings() const;
    [[nodiscard]] QList<CheckResult> warnings() const;
    [[nodiscard]] const CheckResult *check(const QString &id) const;
    /// Whether the run asked for several coupons, which were told apart.
    [[nodiscard]] bool hasSeveralCoupons() const;
    /// Pieces given out beyond the stock, and rows beyond what a person may have; of every coupon
    /// apart.
    [[nodiscard]] std::int64_t oversold() const;
    [[nodiscard]] std::int64_t duplicates() const;
};

/// One of several coupons that a run asked for.
struct CouponAudit
{
    QString name;                         ///< as the tables have it
    std::vector<std::int64_t> operations; ///< that asked for it, by their index in the history
    AuditReport report; ///< of these alone; its wrongAnswers count in `operations`
};

/// What is left at the end by an audit, and what went from the stock beyond what the run wrote: of
/// the column, else of total less counter; nothing where neither tells it. Any thread.
std::optional<std::int64_t> stockLeft(const AuditReport &audit);
std::optional<std::int64_t> stockDrift(const AuditReport &audit);

/// Whether the audit made that check and came to an end with it, or had nothing to judge there. A
/// check that the report does not have is none that was left open. Any thread.
bool couldJudge(const AuditReport &audit, const char *id);

/// Whether a finding of that check says that the stock is not what it should be.
bool isStockFinding(const QString &check);

} // namespace stampede
