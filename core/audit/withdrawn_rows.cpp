// SPDX-License-Identifier: MIT
#include "audit/withdrawn_rows.h"

#include "audit/other_writers.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

std::int64_t withdrawnRows(const AuditFacts &facts)
{
    std::int64_t rows = 0;
    for (const PersonFacts &person : facts.people) {
        rows += person.withdrawn();
    }
    return rows;
}

/// "row 17 of user m5"
QString rowText(const AuditFacts &facts, const IssuedRow &row)
{
    const QString user = facts.snapshot.people().nameOf(row.user);
    const QVariant id = facts.snapshot.rowName(row.id);
    return id.isNull() ? AuditText::tr("one of user %1").arg(user)
                       : AuditText::tr("row %1 of user %2").arg(id.toString(), user);
}

/// The first of the withdrawn ones.
QString firstOf(const AuditFacts &facts)
{
    const auto &hidden = facts.snapshot.hiddenRows();
    // Of somebody with hidden rows of before, the last one is the most likely of the run.
    const auto first = std::find_if(hidden.begin(), hidden.end(), [&facts](const IssuedRow &row) {
        return facts.people.value(row.user).withdrawn() > 0;
    });
    return rowText(
        facts, *std::find_if(hidden.rbegin(), hidden.rend(),
                             [&first](const IssuedRow &row) { return row.user == first->user; }));
}

QString question(const AuditFacts &facts)
{
    const std::int64_t rows = withdrawnRows(facts);
    return text::plural(rows,
                        AuditText::tr("%1 row of these people is there that "
                                      "issued.where does not count now (%2). Was it cancelled "
                                      "while the run went on? \"givesBack\": true in the "
                                      "profile says so."),
                        AuditText::tr("%1 rows of these people are there that "
                                      "issued.where does not count now (first: %2). Were they "
                                      "cancelled while the run went on? \"givesBack\": true in "
                                      "the profile says so."))
        .arg(count(rows), firstOf(facts));
}

/// Whether the pieces that are missing may be those of the hidden rows.
bool mayBeHidden(const AuditFacts &facts, const QString &id)
{
    std::int64_t missing = 0;
    if (id == QLatin1String("stock-adds-up")) {
        missing = facts.drift.value_or(0);
    } else if (id == QLatin1String("counter-agrees")) {
        std::int64_t counted = 0;
        for (const IssuedRow &row : facts.snapshot.rows()) {
            counted += row.knownPieces();
        }
        missing = facts.snapshot.issuedCounter().value_or(0) - counted -
                  counterAheadBefore(facts.input).value_or(0);
    }
    const std::int64_t withdrawn = withdrawnRows(facts);
    if (missing <= 0 || facts.snapshot.layout().quantity.isEmpty()) {
        return missing > 0 && missing <= withdrawn;
    }
    std::int64_t hidden = 0; // which of these rows it were, nobody knows
    for (const IssuedRow &row : facts.snapshot.hiddenRows()) {
        hidden += row.knownPieces();
    }
    return withdrawn > 0 && missing <= hidden;
}

} // namespace

bool mayBeWithdrawn(const AuditFacts &facts)
{
    const ServiceRules &rules = facts.input.rules;
    return facts.input.hasRun && !rules.givesBack && !rules.givesBackSaid &&
           !facts.judgement.violations.empty() &&
           std::any_of(facts.people.begin(), facts.people.end(),
                       [](const PersonFacts &person) { return person.withdrawn() > 0; });
}

AuditInput asIfGivenBack(const AuditInput &input)
{
    AuditInput assumed = input;
    assumed.rules.givesBack = true;
    assumed.rules.givesBackSaid = false;
    return assumed;
}

void askForGivesBack(QList<CheckResult> &checks, const QList<CheckResult> &assumed,
                     const AuditFacts &facts)
{
    const bool hasAnswers = !facts.input.history.empty();
    for (CheckResult &check : checks) {
        const auto same = std::find_if(assumed.begin(), assumed.end(),
                                       [&check](const auto &each) { return each.id == check.id; });
        const bool isBroken = judgesData(check) && check.verdict == CheckVerdict::Fail;
        if (same == assumed.end() || !(isBroken || (hasAnswers && leansOnBroken(check)))) {
            continue;
        }
        if (same->verdict == CheckVerdict::Fail && !mayBeHidden(facts, check.id)) {
            check = *same;
            continue;
        }
        untell(check, question(facts));
    }
}

QString hiddenRowsRemark(const AuditFacts &facts)
{
    const auto &hidden = facts.snapshot.hiddenRows();
    if (hidden.empty()) {
        return {};
    }
    const auto rows = static_cast<std::int64_t>(hidden.size());
    return QLatin1Char(' ') +
           text::plural(rows,
                        AuditText::tr("%1 row of this coupon is there that issued.where does not "
                                      "count (%2)."),
                        AuditText::tr("%1 rows of this coupon are there that issued.where does "
                                      "not count (first: %2)."))
               .arg(count(rows), rowText(facts, hidden.front()));
}

QString givesBackRemark(const AuditFacts &facts)
{
    const ServiceRules &rules = facts.input.rules;
    if (rules.givesBack || rules.givesBackSaid || facts.snapshot.layout().source.isEmpty()) {
        return {};
    }
    return QLatin1Char(' ') +
           AuditText::tr("If coupons come back while the run goes on, \"givesBack\": true in the "
                         "profile says so.");
}

QString deletedRowsRemark(const AuditFacts &facts)
{
    const bool missing =
        std::any_of(facts.people.begin(), facts.people.end(), [](const PersonFacts &person) {
            return person.lostCoupon || person.kept < person.rowsBefore;
        });
    return missing ? givesBackRemark(facts) : QString();
}

} // namespace stampede
