// SPDX-License-Identifier: MIT
#include "audit/row_checks.h"

#include "audit/withdrawn_rows.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <algorithm>
#include <cstdlib>

namespace stampede {

namespace {

using text::count;

/// told, answered at, asked at of the request that was told this row, empty where none was.
QVariantList storyOf(const AuditFacts &facts, std::int64_t rowId)
{
    const auto found = facts.operationOfRow.constFind(rowId);
    if (found == facts.operationOfRow.constEnd()) {
        return {QVariant(), QVariant(), QVariant()};
    }
    const Operation &operation = facts.input.history[*found];
    return {QString::fromLatin1(outcomeKey(operation.outcome).data()),
            secondsCell(operation.returnedNs), secondsCell(operation.invokedNs)};
}

/// The coupon as the table has it.
QVariant couponCell(const AuditFacts &facts)
{
    const QString &name = facts.input.couponName;
    return name.isEmpty() ? numberCell(facts.input.coupon.value) : QVariant(name);
}

/// Pieces of the rows that were there before, or of the new ones.
std::int64_t piecesOf(const AuditFacts &facts, bool before)
{
    std::int64_t pieces = 0;
    const auto &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        pieces += facts.isBefore[i] == before ? rows[i].knownPieces() : 0;
    }
    return pieces;
}

/// The new rows, in the order of the table, that were written when the stock had been used up.
void addRowsBeyond(CheckResult &check, const AuditFacts &facts, std::int64_t stock)
{
    // Where pieces came back, as many rows as are too many, the last ones.
    std::int64_t left =
        facts.input.rules.givesBack ? piecesOf(facts, false) - (facts.taken - stock) : stock;
    const auto &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (facts.isBefore[i]) {
            continue;
        }
        left -= rows[i].knownPieces();
        if (left < 0) {
            addRow(check, QVariantList{numberCell(rows[i].id), numberCell(rows[i].user)} +
                              storyOf(facts, rows[i].id));
        }
    }
}

/// Where a row stands for nobody knows how many pieces, no sum can be told.
bool skipForPieces(CheckResult &check, const AuditFacts &facts)
{
    if (facts.rowsWithoutPieces == 0) {
        return false;
    }
    cannotTell(check,
               text::plural(facts.rowsWithoutPieces,
                            AuditText::tr("%1 row has no number of pieces in the column %2."),
                            AuditText::tr("%1 rows have no number of pieces in the column %2."))
                   .arg(count(facts.rowsWithoutPieces), facts.snapshot.layout().quantity));
    return true;
}

CheckResult checkNotExceeded(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("stock-not-exceeded"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const TableLayout &layout = snapshot.layout();
    const std::int64_t stock = std::max<std::int64_t>(0, facts.input.initialStock);
    check.sql = QStringLiteral("SELECT row_id, user_id FROM (SELECT %1 AS row_id, %2 AS user_id, "
                               "%3 OVER (ORDER BY %4) AS so_far FROM %5) AS numbered "
                               "WHERE so_far > %6 ORDER BY so_far")
                    .arg(layout.rowIdSql(), layout.userSql(),
                         layout.quantity.isEmpty()
                             ? QStringLiteral("ROW_NUMBER()")
                             : QStringLiteral("SUM(%1)").arg(quotedIdentifier(layout.quantity)),
                         layout.rowOrderSql(), layout.issuedOf(snapshot.coupon()),
                         QString::number(piecesOf(facts, true) + piecesOf(facts, false) -
                                         (facts.taken - stock)));
    check.expected = AuditText::tr("at most %1").arg(count(stock));
    check.actual = count(facts.taken);
    if (skipForPieces(check, facts)) {
        return check;
    }
    if (facts.taken <= stock) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = text::plural(stock, AuditText::tr("%1 written, %2 was there to give."),
                                         AuditText::tr("%1 written, %2 were there to give."))
                                .arg(count(facts.taken), count(stock));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.columns =
        QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("told"),
                    QStringLiteral("answered_at_s"), QStringLiteral("asked_at_s")};
    addRowsBeyond(check, facts, stock);
    check.explanation = text::plural(facts.taken,
                                     AuditText::tr("%1 coupon was written, only %2 existed: %3 too "
                                                   "many."),
                                     AuditText::tr("%1 coupons were written, only %2 existed: %3 "
                                                   "too many."))
                            .arg(count(facts.taken), count(stock), count(facts.taken - stock));
    return check;
}

CheckResult checkNotNegative(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("stock-not-negative"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const TableLayout &layout = facts.snapshot.layout();
    check.sql = QStringLiteral("SELECT %1 AS remaining FROM %2")
                    .arg(layout.remainingSql(), layout.stockOf(facts.input.coupon));
    check.expected = AuditText::tr("0 or more");
    if (!facts.snapshot.remaining()) {
        cannotTell(check, noCouponSentence());
        return check;
    }
    const std::int64_t remaining = *facts.snapshot.remaining();
    check.actual = count(remaining);
    if (const auto &start = facts.input.start;
        start && start->remaining.value_or(0) < 0 && remaining >= *start->remaining) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("The stock column says %1. It was below zero before the "
                                          "run (%2), which did not lower it further.")
                                .arg(count(remaining), count(*start->remaining));
        return check;
    }
    check.verdict = remaining >= 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation =
        remaining >= 0 ? AuditText::tr("%1 left.").arg(count(remaining))
                       : AuditText::tr("The stock column says %1: it was counted down below zero.")
                             .arg(count(remaining));
    if (remaining < 0) {
        check.columns = QStringList{QStringLiteral("coupon"), QStringLiteral("remaining")};
        addRow(check, {couponCell(facts), numberCell(remaining)});
    }
    return check;
}

QString driftSentence(std::int64_t stock, std::int64_t newRows, std::int64_t remaining,
                      std::int64_t drift)
{
    if (drift < 0) {
        return text::plural(-drift,
                            AuditText::tr("%1 at start, but %2 written + %3 left make %4: %5 "
                                          "coupon was handed out without the stock noticing."),
                            AuditText::tr("%1 at start, but %2 written + %3 left make %4: %5 "
                                          "coupons were handed out without the stock noticing."))
            .arg(count(stock), count(newRows), count(remaining), count(newRows + remaining),
                 count(-drift));
    }
    return text::plural(drift,
                        AuditText::tr("%1 at start, but %2 written + %3 left make %4: %5 piece is "
                                      "gone from the stock, and no row stands for it now."),
                        AuditText::tr("%1 at start, but %2 written + %3 left make %4: %5 pieces "
                                      "are gone from the stock, and no row stands for them now."))
        .arg(count(stock), count(newRows), count(remaining), count(newRows + remaining),
             count(drift));
}

CheckResult checkAddsUp(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("stock-adds-up"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const TableLayout &layout = facts.snapshot.layout();
    // What was there before the run is no part of what it took.
    const std::int64_t before = piecesOf(facts, true) + piecesOf(facts, false) - facts.taken;
    check.sql = QStringLiteral("SELECT %1 AS at_start, (SELECT %2%3 FROM %4) AS written, "
                               "%5 AS remaining FROM %6")
                    .arg(QString::number(facts.input.initialStock), layout.piecesSql(),
                         before == 0 ? QString() : QStringLiteral(" - %1").arg(before),
                         layout.issuedOf(facts.input.coupon), layout.remainingSql(),
                         layout.stockOf(facts.input.coupon));
    check.expected = AuditText::tr("drift 0");
    if (skipForPieces(check, facts)) {
        return check;
    }
    if (!facts.drift) {
        cannotTell(check, facts.snapshot.remaining()
                              ? AuditText::tr("%1 at start and %2 left cannot be reckoned with.")
                                    .arg(count(facts.input.initialStock),
                                         count(*facts.snapshot.remaining()))
                              : noCouponSentence());
        return check;
    }
    const std::int64_t stock = facts.input.initialStock;
    const std::int64_t remaining = *facts.snapshot.remaining();
    check.actual = AuditText::tr("drift %1").arg(count(*facts.drift));
    if (*facts.drift == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("%1 at start = %2 written + %3 left.")
                                .arg(count(stock), count(facts.taken), count(remaining));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = driftSentence(stock, facts.taken, remaining, *facts.drift) +
                        (*facts.drift > 0 ? hiddenRowsRemark(facts) : QString());
    check.columns =
        QStringList{QStringLiteral("coupon"), QStringLiteral("at_start"), QStringLiteral("written"),
                    QStringLiteral("remaining"), QStringLiteral("drift")};
    addRow(check, {couponCell(facts), numberCell(stock), numberCell(facts.taken),
                   numberCell(remaining), numberCell(*facts.drift)});
    return check;
}

CheckResult checkCounter(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("counter-agrees"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const TableLayout &layout = facts.snapshot.layout();
    check.sql = QStringLiteral("SELECT %1 AS counter, (SELECT %2 FROM %3) AS %4 FROM %5")
                    .arg(quotedIdentifier(layout.issuedCounter), layout.piecesSql(),
                         layout.issuedOf(facts.input.coupon),
                         layout.quantity.isEmpty() ? QStringLiteral("in_table")
                                                   : QStringLiteral("pieces_in_table"),
                         layout.stockOf(facts.input.coupon));
    const std::int64_t pieces = piecesOf(facts, true) + piecesOf(facts, false);
    check.expected = count(pieces);
    if (!facts.snapshot.issuedCounter()) {
        cannotTell(check, noCouponSentence());
        return check;
    }
    if (skipForPieces(check, facts)) {
        return check;
    }
    const std::int64_t counter = *facts.snapshot.issuedCounter();
    check.actual = count(counter);
    if (counter == pieces) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("Counter and rows both say %1.").arg(count(counter));
        return check;
    }
    const std::optional<std::int64_t> aheadBefore = counterAheadBefore(facts.input);
    if (!aheadBefore) {
        cannotTell(check, AuditText::tr("The counter says %1, the table holds %2. Nobody knows "
                                        "whether they were apart before the run.")
                              .arg(count(counter), count(pieces)));
        return check;
    }
    check.expected = count(pieces + *aheadBefore); // only what the run changed is judged
    if (counter - pieces == *aheadBefore) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("The counter says %1, the table holds %2. That "
                                          "difference was there before the run.")
                                .arg(count(counter), count(pieces));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation =
        *aheadBefore == 0
            ? AuditText::tr("The counter says %1, the table holds %2.")
                  .arg(count(counter), count(pieces))
            : AuditText::tr("The counter says %1, the table holds %2; before the run they were %3 "
                            "apart.")
                  .arg(count(counter), count(pieces), count(std::abs(*aheadBefore)));
    check.explanation += counter > pieces ? hiddenRowsRemark(facts) : QString();
    check.columns =
        QStringList{QStringLiteral("coupon"), QStringLiteral("counter"), QStringLiteral("rows")};
    addRow(check, {couponCell(facts), numberCell(counter), numberCell(pieces)});
    return check;
}

} // namespace

QList<CheckResult> checkStock(const AuditFacts &facts, Snapshot &snapshot)
{
    return {checkNotExceeded(facts, snapshot), checkNotNegative(facts), checkAddsUp(facts),
            checkCounter(facts)};
}

} // namespace stampede
