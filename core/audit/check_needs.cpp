// SPDX-License-Identifier: MIT
#include "audit/check_needs.h"

#include <QSet>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

std::optional<Lack> needs(bool there, const QString &what, const AuditMeans &means)
{
    if (there) {
        return std::nullopt;
    }
    const QString &source = means.layout.source;
    const QString &unread = means.layout.unread;
    return Lack{SkipReason::NotAvailable,
                AuditText::tr("Needs %1, which %2 does not have.")
                        .arg(what, source.isEmpty() ? AuditText::tr("this database") : source) +
                    (unread.isEmpty() ? QString() : QLatin1Char(' ') + unread)};
}

std::optional<Lack> noLimitOf(const AuditMeans &means)
{
    if (!means.rules.unlimited) {
        return std::nullopt;
    }
    return Lack{SkipReason::NothingToLookAt,
                AuditText::tr("There are as many coupons as anybody wants: the stock says that it "
                              "has no limit (stock.unlimited).")};
}

std::optional<Lack> needsStock(const AuditMeans &means)
{
    if (auto lack = noLimitOf(means)) {
        return lack;
    }
    return needs(
        knowsStockAtStart(means),
        AuditText::tr("the stock at start (stock.total, or stock.remaining and stock.issued)"),
        means);
}

std::optional<Lack> needsRemaining(const AuditMeans &means)
{
    if (auto lack = noLimitOf(means)) {
        return lack;
    }
    return needs(!means.layout.remainingSql().isEmpty(),
                 AuditText::tr("the stock that is left (stock.remaining, or stock.total and "
                               "stock.issued)"),
                 means);
}

std::optional<Lack> windowLack(const AuditMeans &means)
{
    const TableLayout &layout = means.layout;
    if (auto lack = needs(!layout.issuedAt.isEmpty(),
                          AuditText::tr("the time of each coupon (issued.issuedAt)"), means)) {
        return lack;
    }
    const bool hasWindow = !layout.startsAt.isEmpty() || !layout.endsAt.isEmpty();
    if (auto lack =
            needs(hasWindow,
                  AuditText::tr("the start or the end of the sale (stock.startsAt, stock.endsAt)"),
                  means)) {
        return lack;
    }
    const auto fits = [&layout](const QString &column, TimeKind kind) {
        return column.isEmpty() || TableLayout::comparable(layout.issuedAtKind, kind);
    };
    return needs(
        fits(layout.startsAt, layout.startsAtKind) && fits(layout.endsAt, layout.endsAtKind),
        AuditText::tr("times of one kind (DATETIME is a wall clock of a zone that only the "
                      "service knows, the others are moments)"),
        means);
}

/// What the rules of the service leave no way to judge.
std::optional<Lack> ruledOut(const QString &id, const AuditMeans &means)
{
    const ServiceRules &rules = means.rules;
    const auto isOneOf = [&id](std::initializer_list<const char *> ids) {
        return std::any_of(ids.begin(), ids.end(),
                           [&id](const char *each) { return id == QLatin1String(each); });
    };
    if (!rules.perPerson.limit && isOneOf({"one-per-user", "unique-key-there"})) {
        return Lack{SkipReason::NothingToLookAt,
                    AuditText::tr("A person may hold any number (perPerson.limit is null).")};
    }
    if (rules.perPerson.limit.value_or(1) > 1 && isOneOf({"unique-key-there"})) {
        return Lack{SkipReason::NothingToLookAt,
                    AuditText::tr("A person may hold several, which no unique key can count.")};
    }
    if (!rules.perPerson.isOne() && isOneOf({"announced-once"})) {
        return Lack{SkipReason::NothingToLookAt,
                    AuditText::tr("A person may be told so more than once; whether each had a row "
                                  "is judged by \"Every promise is kept\".")};
    }
    if (!rules.perPerson.within.isEmpty() && isOneOf({"already-issued-true"})) {
        return Lack{SkipReason::NotAvailable,
                    AuditText::tr("The limit holds within %1, which no answer names.")
                        .arg(rules.perPerson.within.join(QStringLiteral(", ")))};
    }
    const bool countsPieces = !means.layout.quantity.isEmpty();
    if (countsPieces && !rules.quantityKnown && isOneOf({"sold-out-true"})) {
        return Lack{SkipReason::NotAvailable,
                    AuditText::tr("Needs how many pieces each request asked for "
                                  "(target.quantity).")};
    }
    const bool hidesRows = !means.layout.issuedWhere.isEmpty();
    if (rules.givesBack &&
        (isOneOf({"earlier-holders-kept", "already-issued-true", "sold-out-true",
                  "refusals-justified", "announced-once", "answers-fit-one-order"}) ||
         (!hidesRows && isOneOf({"issued-is-stored"})))) {
        return Lack{SkipReason::NotAvailable,
                    AuditText::tr("Pieces come back during the run (givesBack), so what was true "
                                  "at a moment cannot be told from the end.")};
    }
    return std::nullopt;
}

/// The checks that ask the rows alone.
bool needsNoRun(const QString &id)
{
    static const QSet<QString> ids = {
        QStringLiteral("stock-not-exceeded"), QStringLiteral("stock-not-negative"),
        QStringLiteral("stock-adds-up"),      QStringLiteral("counter-agrees"),
        QStringLiteral("one-per-user"),       QStringLiteral("rows-belong"),
        QStringLiteral("rows-in-window"),     QStringLiteral("came-to-rest"),
        QStringLiteral("unique-key-there")};
    return ids.contains(id) || id.startsWith(QLatin1String("own:"));
}

/// The checks that ask what only the making of the run could see.
bool needsScenario(const QString &id)
{
    return id == QLatin1String("as-predicted") || id == QLatin1String("lock-seen") ||
           id == QLatin1String("log-agrees");
}

} // namespace

bool knowsStockAtStart(const AuditMeans &means)
{
    if (means.rules.unlimited || !means.stockKnown) {
        return false;
    }
    const TableLayout &layout = means.layout;
    return means.hasRun || !layout.total.isEmpty() ||
           (!layout.remaining.isEmpty() && !layout.issuedCounter.isEmpty());
}

std::optional<Lack> lackOf(const QString &id, const AuditMeans &means)
{
    const TableLayout &layout = means.layout;
    if (!means.hasRun && !needsNoRun(id)) {
        return Lack{SkipReason::NoRun,
                    AuditText::tr("Needs the answers of a run, which a database alone does not "
                                  "have.")};
    }
    if (!means.hasScenario && needsScenario(id)) {
        return Lack{SkipReason::NoRun,
                    AuditText::tr("Needs the run itself, which a history does not have.")};
    }
    if (auto lack = ruledOut(id, means)) {
        return lack;
    }
    if (id == QLatin1String("stock-not-exceeded")) {
        return needsStock(means);
    }
    if (id == QLatin1String("stock-not-negative")) {
        return needsRemaining(means);
    }
    if (id == QLatin1String("stock-adds-up")) {
        const auto lack = needsRemaining(means);
        return lack ? lack : needsStock(means);
    }
    if (id == QLatin1String("counter-agrees")) {
        return needs(!layout.issuedCounter.isEmpty(),
                     AuditText::tr("a counter of issued coupons (stock.issued)"), means);
    }
    if (id == QLatin1String("rows-belong")) {
        // Of a row's campaign the tables may tell, and of its person not: that is looked at.
        return needs(!layout.userTable.isEmpty() ||
                         (!layout.issuedCoupon.isEmpty() && !layout.stockId.isEmpty()),
                     AuditText::tr("a table of people"), means);
    }
    if (id == QLatin1String("rows-in-window")) {
        return windowLack(means);
    }
    if (id == QLatin1String("unique-key-there") && layout.issuedIsView) {
        return Lack{SkipReason::NotAvailable,
                    AuditText::tr("Needs a table's keys, which the view %1 does not have.")
                        .arg(layout.issuedTable)};
    }
    return std::nullopt;
}

bool skipForLack(CheckResult &check, const AuditMeans &means)
{
    const std::optional<Lack> lack = lackOf(check.id, means);
    if (!lack) {
        return false;
    }
    check.verdict = CheckVerdict::Skipped;
    check.skipReason = lack->reason;
    check.explanation = lack->sentence;
    return true;
}

} // namespace stampede
