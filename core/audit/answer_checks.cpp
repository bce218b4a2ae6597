#include "audit/answer_checks.h"

#include "audit/check_text.h"
#include "text/number_text.h"

#include <algorithm>
#include <functional>

namespace stampede {

namespace {

using text::count;

/// Adds a row for every operation of that outcome whose person is among those found wrong.
template<typename Wrong>
void addOperations(CheckResult &check, const AuditFacts &facts, Outcome outcome, Wrong isWrong)
{
    check.columns =
        QStringList{QStringLiteral("user"), QStringLiteral("request"), QStringLiteral("asked_at_s"),
                    QStringLiteral("answered_at_s"), QStringLiteral("row")};
    for (const Operation &operation : facts.input.history) {
        if (operation.outcome == outcome && isWrong(facts.people.value(operation.user))) {
            addRow(check, {numberCell(operation.user), numberCell(operation.request),
                           secondsCell(operation.invokedNs), secondsCell(operation.returnedNs),
                           operation.rowId == 0 ? QVariant() : numberCell(operation.rowId)});
        }
    }
}

template<typename Wrong>
std::int64_t countPeople(const AuditFacts &facts, Wrong isWrong)
{
    return std::count_if(facts.people.begin(), facts.people.end(), isWrong);
}

/// Holds people to a promise: held with `held` where nobody is wrong, else broken with every wrong
/// answer of that outcome; `one` and `many` have their number as %1.
template<typename Wrong>
void judgePeople(CheckResult &check, const AuditFacts &facts, Outcome outcome, Wrong isWrong,
                 const QString &held, const QString &one, const QString &many)
{
    const std::int64_t people = countPeople(facts, isWrong);
    check.actual = count(people);
    check.verdict = people == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation = held;
    if (people > 0) {
        addOperations(check, facts, outcome, isWrong);
        check.explanation = text::plural(people, one, many).arg(count(people));
    }
}

QString nobodyWasTold(const QString &what)
{
    return AuditText::tr("Nobody was told \"%1\", so there was nothing to look at.").arg(what);
}

CheckResult checkIssuedIsStored(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("issued-is-stored"));
    check.sql = facts.snapshot.rowsSql();
    const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
    if (issued == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("issued")));
        return check;
    }
    check.expected = AuditText::tr("nobody without a row");
    judgePeople(check, facts, Outcome::Issued, std::mem_fn(&PersonFacts::lostCoupon),
                AuditText::tr("%1 promises, %2 rows.").arg(count(issued), count(facts.newRows)),
                AuditText::tr("%1 person was told they have the coupon and has none."),
                AuditText::tr("%1 people were told they have the coupon and have none."));
    return check;
}

/// How people with an unannounced row were misled.
struct UnannouncedCounts
{
    std::int64_t people = 0;
    std::int64_t falseFailure = 0; ///< told that it failed
    std::int64_t hiddenRetry = 0;  ///< told "already issued", never "issued"
    std::int64_t toldSoldOut = 0;
};

void countUnannounced(UnannouncedCounts &found, const PersonFacts &person)
{
    ++found.people;
    if (person.hiddenRetry()) {
        ++found.hiddenRetry;
    } else if (person.failed > 0) {
        ++found.falseFailure;
    } else {
        ++found.toldSoldOut;
    }
}

QString unannouncedSentence(const UnannouncedCounts &found)
{
    QStringList parts;
    if (found.falseFailure > 0) {
        parts << AuditText::tr("%1 were told it failed").arg(count(found.falseFailure));
    }
    if (found.hiddenRetry > 0) {
        parts << AuditText::tr("%1 were told \"already issued\" on their only try")
                     .arg(count(found.hiddenRetry));
    }
    if (found.toldSoldOut > 0) {
        parts << AuditText::tr("%1 were told \"out of stock\"").arg(count(found.toldSoldOut));
    }
    return text::plural(found.people,
                        AuditText::tr("%1 person has a coupon and was told they do not: %2."),
                        AuditText::tr("%1 people have a coupon and were told they do not: %2."))
        .arg(count(found.people), parts.join(QStringLiteral(", ")));
}

CheckResult checkStoredWasAnnounced(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("stored-was-announced"));
    check.sql = facts.snapshot.rowsSql();
    if (facts.newRows == 0) {
        skipNothing(check, noRowsSentence());
        return check;
    }
    UnannouncedCounts found;
    for (const PersonFacts &person : facts.people) {
        if (person.unannounced()) {
            countUnannounced(found, person);
        }
    }
    check.expected = AuditText::tr("nobody unannounced");
    check.actual = count(found.people);
    if (found.people == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            AuditText::tr("Every new row belongs to someone who was told, or who got no answer.");
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = unannouncedSentence(found);
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("row")};
    for (const IssuedRow &row : facts.snapshot.rows()) {
        if (facts.people.value(row.user).unannounced()) {
            addRow(check, {numberCell(row.user), numberCell(row.id)});
        }
    }
    return check;
}

CheckResult checkAnnouncedOnce(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("announced-once"));
    check.sql = facts.snapshot.rowsSql();
    const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
    if (issued == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("issued")));
        return check;
    }
    // Where every announcement has a row of its own, the rows are the fault, and the check of one
    // coupon a person names it.
    const auto isWrong = [](const PersonFacts &person) {
        return person.issued > std::max(1U, person.newRows());
    };
    const std::int64_t told =
        countPeople(facts, [](const PersonFacts &person) { return person.issued > 0; });
    check.expected = AuditText::tr("once each");
    judgePeople(check, facts, Outcome::Issued, isWrong,
                AuditText::tr("%1 \"issued\" to %2 people.").arg(count(issued), count(told)),
                AuditText::tr("%1 person was told \"issued\" more than once."),
                AuditText::tr("%1 people were told \"issued\" more than once."));
    return check;
}

CheckResult checkAlreadyIssuedTrue(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("already-issued-true"));
    check.sql = facts.snapshot.rowsSql();
    const auto told = [](const PersonFacts &person) { return person.alreadyIssued > 0; };
    const auto isWrong = [&told](const PersonFacts &person) {
        return told(person) && person.rows == 0;
    };
    const std::int64_t all = countPeople(facts, told);
    if (all == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("already issued")));
        return check;
    }
    check.expected = AuditText::tr("nobody without a coupon");
    judgePeople(check, facts, Outcome::AlreadyIssued, isWrong,
                text::plural(all, AuditText::tr("The %1 person who was told so holds a coupon."),
                             AuditText::tr("All %1 people who were told so hold a coupon."))
                    .arg(count(all)),
                AuditText::tr("%1 person was told \"already issued\" and holds none."),
                AuditText::tr("%1 people were told \"already issued\" and hold none."));
    return check;
}

CheckResult checkSoldOutTrue(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("sold-out-true"));
    check.sql = facts.snapshot.rowsSql();
    const auto told = [](const PersonFacts &person) { return person.outOfStock > 0; };
    const std::int64_t people = countPeople(facts, told);
    if (people == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("out of stock")));
        return check;
    }
    const std::int64_t stock = facts.input.initialStock;
    check.expected = AuditText::tr("all %1 gone").arg(count(stock));
    check.actual = AuditText::tr("%1 gone").arg(count(facts.newRows));
    if (facts.newRows >= stock) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = stock == 0 ? AuditText::tr("Yes, there were none to give.")
                                       : AuditText::tr("Yes, all %1 went.").arg(count(stock));
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    addOperations(check, facts, Outcome::OutOfStock, told);
    check.explanation =
        text::plural(
            people,
            AuditText::tr("%1 person was told \"out of stock\"; %2 coupons were never given."),
            AuditText::tr("%1 people were told \"out of stock\"; %2 coupons were never given."))
            .arg(count(people), count(stock - facts.newRows));
    return check;
}

} // namespace

QList<CheckResult> checkAnswers(const AuditFacts &facts)
{
    return {checkIssuedIsStored(facts), checkStoredWasAnnounced(facts), checkAnnouncedOnce(facts),
            checkAlreadyIssuedTrue(facts), checkSoldOutTrue(facts)};
}

} // namespace stampede
