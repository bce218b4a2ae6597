#include "audit/row_checks.h"

#include "audit/check_text.h"
#include "text/number_text.h"

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

CheckResult checkNotExceeded(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("stock-not-exceeded"));
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const TableLayout &layout = snapshot.layout();
    const std::int64_t stock = facts.input.initialStock;
    const std::int64_t allowed =
        stock + static_cast<std::int64_t>(facts.input.holdersBefore.size());
    check.sql = QStringLiteral("SELECT row_id, user_id FROM (SELECT %1 AS row_id, %2 AS user_id, "
                               "ROW_NUMBER() OVER (ORDER BY %3) AS nth FROM %4) AS numbered "
                               "WHERE nth > %5 ORDER BY nth")
                    .arg(layout.rowIdSql(), layout.userSql(), layout.rowOrderSql(),
                         layout.issuedOf(snapshot.coupon()), QString::number(allowed));
    check.expected = AuditText::tr("at most %1").arg(count(stock));
    check.actual = count(facts.newRows);
    // The rows were counted as they were read: the server numbers them only where some are too
    // many.
    if (facts.newRows <= stock) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("%1 written, %2 were there to give.")
                                .arg(count(facts.newRows), count(stock));
        return check;
    }
    const auto found = snapshot.find(check.sql, 1);
    if (!found) {
        cannotTell(check, refusedQuerySentence(found.error()));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.columns =
        QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("told"),
                    QStringLiteral("answered_at_s"), QStringLiteral("asked_at_s")};
    for (const QVariantList &row : found.value().first) {
        addRow(check, row + storyOf(facts, row.value(0).toLongLong()));
    }
    check.rowCount = found.value().count;
    check.explanation = AuditText::tr("%1 coupons were written, only %2 existed: %3 too many.")
                            .arg(count(facts.newRows), count(stock), count(facts.newRows - stock));
    return check;
}

CheckResult checkNotNegative(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("stock-not-negative"));
    check.sql = facts.snapshot.stockSql();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    check.expected = AuditText::tr("0 or more");
    if (!facts.snapshot.remaining()) {
        cannotTell(check, noCouponSentence());
        return check;
    }
    const std::int64_t remaining = *facts.snapshot.remaining();
    check.actual = count(remaining);
    check.verdict = remaining >= 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation =
        remaining >= 0
            ? AuditText::tr("%1 left.").arg(count(remaining))
            : AuditText::tr("The stock column says %1. Something counted down without looking.")
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
        return AuditText::tr(
                   "%1 at start, but %2 written + %3 left make %4: %5 coupons were handed "
                   "out without the stock noticing.")
            .arg(count(stock), count(newRows), count(remaining), count(newRows + remaining),
                 count(-drift));
    }
    return AuditText::tr("%1 at start, but %2 written + %3 left make %4: %5 pieces of stock "
                         "disappeared and nobody got a coupon for them.")
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
    check.sql =
        QStringLiteral("SELECT %1 AS at_start, (SELECT COUNT(*) FROM %2) AS rows_now, "
                       "%3 AS remaining FROM %4")
            .arg(QString::number(facts.input.initialStock), layout.issuedOf(facts.input.coupon),
                 quotedIdentifier(layout.remaining), layout.stockOf(facts.input.coupon));
    check.expected = AuditText::tr("drift 0");
    if (!facts.drift) {
        cannotTell(check, noCouponSentence());
        return check;
    }
    const std::int64_t stock = facts.input.initialStock;
    const std::int64_t remaining = *facts.snapshot.remaining();
    check.actual = AuditText::tr("drift %1").arg(count(*facts.drift));
    if (*facts.drift == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("%1 at start = %2 written + %3 left.")
                                .arg(count(stock), count(facts.newRows), count(remaining));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = driftSentence(stock, facts.newRows, remaining, *facts.drift);
    check.columns =
        QStringList{QStringLiteral("coupon"), QStringLiteral("at_start"), QStringLiteral("written"),
                    QStringLiteral("remaining"), QStringLiteral("drift")};
    addRow(check, {couponCell(facts), numberCell(stock), numberCell(facts.newRows),
                   numberCell(remaining), numberCell(*facts.drift)});
    return check;
}

CheckResult checkCounter(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("counter-agrees"));
    check.sql = facts.snapshot.stockSql();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    check.expected = count(facts.rows());
    if (!facts.snapshot.issuedCounter()) {
        cannotTell(check, noCouponSentence());
        return check;
    }
    const std::int64_t counter = *facts.snapshot.issuedCounter();
    check.actual = count(counter);
    if (counter == facts.rows()) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = AuditText::tr("Counter and rows both say %1.").arg(count(counter));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = AuditText::tr("The counter says %1, the table holds %2.")
                            .arg(count(counter), count(facts.rows()));
    check.columns =
        QStringList{QStringLiteral("coupon"), QStringLiteral("counter"), QStringLiteral("rows")};
    addRow(check, {couponCell(facts), numberCell(counter), numberCell(facts.rows())});
    return check;
}

} // namespace

QList<CheckResult> checkStock(const AuditFacts &facts, Snapshot &snapshot)
{
    return {checkNotExceeded(facts, snapshot), checkNotNegative(facts), checkAddsUp(facts),
            checkCounter(facts)};
}

} // namespace stampede
