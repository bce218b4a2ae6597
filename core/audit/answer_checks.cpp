// SPDX-License-Identifier: MIT
#include "audit/answer_checks.h"

#include "audit/withdrawn_rows.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace stampede {

namespace {

using text::count;

/// Adds a row for every operation of that outcome whose person is among those found wrong.
template<typename Wrong>
void addOperationsOf(CheckResult &check, const AuditFacts &facts, Outcome outcome, Wrong isWrong)
{
    check.columns =
        QStringList{QStringLiteral("user"), QStringLiteral("request"), QStringLiteral("asked_at_s"),
                    QStringLiteral("answered_at_s"), QStringLiteral("row")};
    for (const Operation &operation : facts.input.history) {
        if (operation.outcome == outcome && isWrong(operation.user)) {
            addRow(check, {numberCell(operation.user), numberCell(operation.request),
                           secondsCell(operation.invokedNs), secondsCell(operation.returnedNs),
                           operation.rowId == 0 ? QVariant() : numberCell(operation.rowId)});
        }
    }
}

/// The same, with what is known of the person.
template<typename Wrong>
void addOperations(CheckResult &check, const AuditFacts &facts, Outcome outcome, Wrong isWrong)
{
    addOperationsOf(check, facts, outcome, [&facts, &isWrong](std::int64_t user) {
        return isWrong(facts.people.value(user));
    });
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

/// New rows, those included that a condition hides by now.
std::int64_t rowsWritten(const AuditFacts &facts)
{
    std::int64_t rows = facts.newRows;
    if (facts.input.rules.givesBack) {
        for (const PersonFacts &person : facts.people) {
            rows += person.hidden;
        }
    }
    return rows;
}

CheckResult checkIssuedIsStored(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("issued-is-stored"));
    check.sql = facts.snapshot.rowsSql();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
    if (issued == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("issued")));
        return check;
    }
    check.expected = AuditText::tr("nobody without a row");
    const bool single = facts.input.rules.perPerson.limit == 1;
    judgePeople(
        check, facts, Outcome::Issued, std::mem_fn(&PersonFacts::lostCoupon),
        text::plural(issued, AuditText::tr("%1 promise, %2."), AuditText::tr("%1 promises, %2."))
            .arg(count(issued), text::rows(rowsWritten(facts))),
        single ? AuditText::tr("%1 person was told they have the coupon and has no row "
                               "now.")
               : AuditText::tr("%1 person was told so more often than they have rows."),
        single ? AuditText::tr("%1 people were told they have the coupon and have no row "
                               "now.")
               : AuditText::tr("%1 people were told so more often than they have rows."));
    if (check.verdict == CheckVerdict::Fail) {
        check.explanation += deletedRowsRemark(facts);
    }
    return check;
}

/// How people with an unannounced row were misled.
struct UnannouncedCounts
{
    std::int64_t people = 0;
    std::int64_t falseFailure = 0; ///< told that it failed
    std::int64_t hiddenRetry = 0;  ///< told "already issued", never "issued"
    std::int64_t toldSoldOut = 0;
    std::int64_t toldNotIssued = 0;
    std::int64_t moreRows = 0; ///< told of some of their rows, not of all
};

void countUnannounced(UnannouncedCounts &found, const PersonFacts &person)
{
    ++found.people;
    if (person.issued > 0 || person.maybe > 0) {
        ++found.moreRows;
    } else if (person.hiddenRetry()) {
        ++found.hiddenRetry;
    } else if (person.failed > 0) {
        ++found.falseFailure;
    } else if (person.outOfStock > 0) {
        ++found.toldSoldOut;
    } else {
        ++found.toldNotIssued;
    }
}

QString unannouncedSentence(const UnannouncedCounts &found)
{
    QStringList parts;
    if (found.falseFailure > 0) {
        parts << text::plural(found.falseFailure, AuditText::tr("%1 was told it failed"),
                              AuditText::tr("%1 were told it failed"))
                     .arg(count(found.falseFailure));
    }
    if (found.hiddenRetry > 0) {
        parts << text::plural(found.hiddenRetry,
                              AuditText::tr("%1 was told \"already issued\", never \"issued\""),
                              AuditText::tr("%1 were told \"already issued\", never \"issued\""))
                     .arg(count(found.hiddenRetry));
    }
    if (found.toldSoldOut > 0) {
        parts << text::plural(found.toldSoldOut, AuditText::tr("%1 was told \"out of stock\""),
                              AuditText::tr("%1 were told \"out of stock\""))
                     .arg(count(found.toldSoldOut));
    }
    if (found.toldNotIssued > 0) {
        parts << text::plural(found.toldNotIssued, AuditText::tr("%1 was told \"not issued\""),
                              AuditText::tr("%1 were told \"not issued\""))
                     .arg(count(found.toldNotIssued));
    }
    if (found.moreRows > 0 && parts.isEmpty()) {
        return text::plural(found.people,
                            AuditText::tr("%1 person has more coupons than they were told of."),
                            AuditText::tr("%1 people have more coupons than they were told of."))
            .arg(count(found.people));
    }
    if (found.moreRows > 0) {
        parts << text::plural(found.moreRows, AuditText::tr("%1 has more than they were told of"),
                              AuditText::tr("%1 have more than they were told of"))
                     .arg(count(found.moreRows));
    }
    return text::plural(found.people,
                        AuditText::tr("%1 person has a coupon that no answer gave them: %2."),
                        AuditText::tr("%1 people have a coupon that no answer gave them: %2."))
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
        if (person.unannounced) {
            countUnannounced(found, person);
        }
    }
    check.expected = AuditText::tr("nobody unannounced");
    check.actual = count(found.people);
    if (found.people == 0) {
        check.verdict = CheckVerdict::Pass;
        check.explanation =
            AuditText::tr("Every new row belongs to someone who was told, or whose request has no "
                          "definite answer.");
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.explanation = unannouncedSentence(found);
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("row")};
    for (const IssuedRow &row : facts.snapshot.rows()) {
        if (facts.people.value(row.user).unannounced) {
            addRow(check, {numberCell(row.user), numberCell(row.id)});
        }
    }
    return check;
}

CheckResult checkAnnouncedOnce(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("announced-once"));
    check.sql = facts.snapshot.rowsSql();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
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
    check.expected = AuditText::tr("nobody more than once and more often than they have new rows");
    judgePeople(check, facts, Outcome::Issued, isWrong,
                AuditText::tr("%1 \"issued\" to %2.").arg(count(issued), text::people(told)),
                AuditText::tr("%1 person was told \"issued\" more than once, and more often than "
                              "they have new rows."),
                AuditText::tr("%1 people were told \"issued\" more than once, and more often than "
                              "they have new rows."));
    const std::int64_t withRows = countPeople(facts, [](const PersonFacts &person) {
        return person.issued > 1 && person.issued <= person.newRows();
    });
    if (withRows > 0) {
        check.explanation +=
            QLatin1Char(' ') +
            text::plural(withRows,
                         AuditText::tr("%1 person was told so more than once and has a row for "
                                       "each time; that stands under \"One coupon per person\"."),
                         AuditText::tr("%1 people were told so more than once and have a row for "
                                       "each time; that stands under \"One coupon per person\"."))
                .arg(count(withRows));
    }
    return check;
}

CheckResult checkAlreadyIssuedTrue(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("already-issued-true"));
    check.sql = facts.snapshot.rowsSql();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const auto told = [](const PersonFacts &person) { return person.alreadyIssued > 0; };
    const std::optional<std::int64_t> limit = facts.input.rules.perPerson.limit;
    const std::int64_t all = countPeople(facts, told);
    if (all == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("already issued")));
        return check;
    }
    check.expected = AuditText::tr("nobody without a coupon");
    if (!limit) {
        judgePeople(check, facts, Outcome::AlreadyIssued, std::mem_fn(&PersonFacts::falseHolder),
                    {},
                    AuditText::tr("%1 person was told \"already issued\", which nobody can be "
                                  "where a person may hold any number."),
                    AuditText::tr("%1 people were told \"already issued\", which nobody can be "
                                  "where a person may hold any number."));
        return check;
    }
    if (*limit > 1) {
        check.expected = AuditText::tr("nobody with fewer than %1").arg(count(*limit));
        judgePeople(check, facts, Outcome::AlreadyIssued, std::mem_fn(&PersonFacts::falseHolder),
                    AuditText::tr("Whoever was told so holds %1 coupons.").arg(count(*limit)),
                    AuditText::tr("%1 person was told \"already issued\" and holds fewer than "
                                  "they may."),
                    AuditText::tr("%1 people were told \"already issued\" and hold fewer than "
                                  "they may."));
        return check;
    }
    judgePeople(check, facts, Outcome::AlreadyIssued, std::mem_fn(&PersonFacts::falseHolder),
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
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const auto told = [](const PersonFacts &person) { return person.outOfStock > 0; };
    const std::int64_t people = countPeople(facts, told);
    if (people == 0) {
        skipNothing(check, nobodyWasTold(AuditText::tr("out of stock")));
        return check;
    }
    if (facts.input.rules.unlimited) {
        check.verdict = CheckVerdict::Fail;
        check.expected = AuditText::tr("nobody");
        check.actual = count(people);
        addOperations(check, facts, Outcome::OutOfStock, told);
        check.explanation =
            text::plural(people,
                         AuditText::tr("%1 person was told \"out of stock\"; the stock has no "
                                       "limit."),
                         AuditText::tr("%1 people were told \"out of stock\"; the stock has no "
                                       "limit."))
                .arg(count(people));
        return check;
    }
    const std::int64_t stock = std::max<std::int64_t>(0, facts.input.initialStock);
    check.expected = AuditText::tr("all %1 gone").arg(count(stock));
    check.actual = AuditText::tr("%1 gone").arg(count(facts.taken));
    const Violation *leftForGood = facts.judgement.find(Condition::R6);
    if (leftForGood == nullptr) {
        check.verdict = CheckVerdict::Pass;
        check.explanation = stock == 0 ? AuditText::tr("Yes, there were none to give.")
                            : facts.taken >= stock
                                ? AuditText::tr("Yes, all %1 went.").arg(count(stock))
                                : AuditText::tr("Yes, fewer were left than were asked for (%1).")
                                      .arg(count(stock - facts.taken));
        if (facts.judgement.find(Condition::C4) != nullptr) {
            check.explanation = AuditText::tr("In the end all %1 went. Who was told so before they "
                                              "had stands under \"Every refusal was right when "
                                              "given\".")
                                    .arg(count(stock));
        }
        return check;
    }
    const QSet<std::int64_t> wronged(leftForGood->users.begin(), leftForGood->users.end());
    check.verdict = CheckVerdict::Fail;
    addOperationsOf(check, facts, Outcome::OutOfStock,
                    [&wronged](std::int64_t user) { return wronged.contains(user); });
    check.explanation =
        text::plural(
            static_cast<std::int64_t>(wronged.size()),
            AuditText::tr(
                "%1 person was told \"out of stock\"; at the end %2 coupons have no row."),
            AuditText::tr("%1 people were told \"out of stock\"; at the end %2 coupons have no "
                          "row."))
            .arg(count(static_cast<std::int64_t>(wronged.size())), count(stock - facts.taken)) +
        deletedRowsRemark(facts);
    return check;
}

} // namespace

QList<CheckResult> checkAnswers(const AuditFacts &facts)
{
    return {checkIssuedIsStored(facts), checkStoredWasAnnounced(facts), checkAnnouncedOnce(facts),
            checkAlreadyIssuedTrue(facts), checkSoldOutTrue(facts)};
}

} // namespace stampede
