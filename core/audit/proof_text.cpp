// SPDX-License-Identifier: MIT
#include "audit/proof_text.h"

#include "audit/withdrawn_rows.h"
#include "hot_row/hot_row.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <algorithm>
#include <array>

namespace stampede {

namespace {

using text::plain;
using text::seconds;

/// As the database names that person.
QString who(const AuditFacts &facts, std::int64_t user)
{
    return facts.snapshot.people().nameOf(user);
}

const Witness *firstWitness(const AuditFacts &facts, Condition condition)
{
    const Violation *violation = facts.judgement.find(condition);
    return violation == nullptr || violation->witnesses.empty() ? nullptr
                                                                : &violation->witnesses.front();
}

QString answerWords(Outcome outcome)
{
    return inLine(outcomeName(outcome));
}

/// The last row of that person, 0 where there is none.
std::int64_t rowOf(const AuditFacts &facts, std::int64_t user)
{
    const auto &rows = facts.snapshot.rows();
    const auto found = std::find_if(rows.rbegin(), rows.rend(),
                                    [user](const IssuedRow &row) { return row.user == user; });
    return found == rows.rend() ? 0 : found->id;
}

/// Whether the last row of that person says that it is of somebody else's request.
bool namesOthersRequest(const AuditFacts &facts, std::int64_t user)
{
    const auto &rows = facts.snapshot.rows();
    const auto last = std::find_if(rows.rbegin(), rows.rend(),
                                   [user](const IssuedRow &row) { return row.user == user; });
    return last != rows.rend() && last->request == IssuedRow::kOthers;
}

QString proofOfOversell(const AuditFacts &facts, const CheckResult &check)
{
    // Of rows that stand for several pieces none is the first too many.
    if (check.rows.isEmpty() || !facts.snapshot.layout().quantity.isEmpty() ||
        facts.input.rules.givesBack) {
        return {};
    }
    const QVariantList &first = check.rows.constFirst();
    const std::int64_t stock = std::max<std::int64_t>(0, facts.input.initialStock);
    return AuditText::tr("Row %1 of user %2 is number %3 of %4.")
        .arg(plain(first.value(0).toLongLong()), who(facts, first.value(1).toLongLong()),
             text::count(stock + 1), text::count(stock));
}

/// Two requests that read the same stock and both wrote one less: the first race of the hot row's
/// picture, so that a later audit names those whom the run named.
QString proofOfRace(const AuditFacts &facts)
{
    const RowQuestion question{.operations = facts.input.history,
                               .initialStock = facts.input.initialStock};
    const auto race = firstRaceOf(question, drawRow(question));
    if (!race) {
        return {};
    }
    return AuditText::tr("At %1 s users %2 and %3 had both read %4. Both wrote %5. Two coupons "
                         "went, the stock fell by one.")
        .arg(seconds(race->bothReadNs), who(facts, race->first.user), who(facts, race->second.user),
             plain(race->valueRead), plain(race->valueWritten));
}

QString proofOfTwoRows(const AuditFacts &facts, const CheckResult &check)
{
    const std::int64_t user = check.rows.constFirst().value(0).toLongLong();
    QStringList ids;
    std::vector<const Operation *> told;
    for (const IssuedRow &row : facts.snapshot.rows()) {
        if (row.user != user) {
            continue;
        }
        ids << plain(row.id);
        const auto operation = facts.operationOfRow.constFind(row.id);
        if (operation != facts.operationOfRow.constEnd()) {
            told.push_back(&facts.input.history[*operation]);
        }
    }
    const QString rows = AuditText::tr("User %1 has %2 rows: %3")
                             .arg(who(facts, user), text::count(ids.size()),
                                  ids.mid(0, 5).join(QStringLiteral(", ")) +
                                      (ids.size() > 5 ? QStringLiteral(" …") : QString()));
    if (told.size() < 2) {
        return rows + QLatin1Char('.');
    }
    const Operation &first = *told[0];
    const Operation &second = *told[1];
    return AuditText::tr("%1, the first two answered %2 apart by requests %3 and %4.")
        .arg(rows, text::duration(std::abs(second.returnedNs - first.returnedNs)),
             plain(first.request), plain(second.request));
}

QString proofOfTwoPromises(const AuditFacts &facts, const CheckResult &check)
{
    const std::int64_t user = check.rows.constFirst().value(0).toLongLong();
    QStringList times;
    for (const Operation &operation : facts.input.history) {
        if (operation.user == user && operation.outcome == Outcome::Issued) {
            times << seconds(operation.returnedNs) + QStringLiteral(" s");
        }
    }
    constexpr qsizetype kMostTimes = 5;
    const QString named = times.mid(0, kMostTimes).join(QStringLiteral(", "));
    return (times.size() > kMostTimes
                ? AuditText::tr("User %1 was told \"issued\" %2 times, first at %3.")
                : AuditText::tr("User %1 was told \"issued\" %2 times, at %3."))
        .arg(who(facts, user), text::count(times.size()), named);
}

QString proofOfLostCoupon(const AuditFacts &facts)
{
    const Witness *witness = firstWitness(facts, Condition::R2);
    if (witness == nullptr || witness->operation == Witness::kNoOperation) {
        return {};
    }
    const Operation &operation = facts.input.history[witness->operation];
    const QString row =
        operation.rowId == 0 ? QString() : AuditText::tr(" (row %1)").arg(plain(operation.rowId));
    if (facts.people.value(witness->user).rows > 0) {
        return AuditText::tr("User %1 was told \"issued\" at %2 s%3, and holds fewer rows than "
                             "they were told of.")
            .arg(who(facts, witness->user), seconds(witness->toldNs), row);
    }
    return AuditText::tr("User %1 was told \"issued\" at %2 s%3; there is no such row now.")
        .arg(who(facts, witness->user), seconds(witness->toldNs), row);
}

QString proofOfUnannounced(const AuditFacts &facts)
{
    const Witness *witness = firstWitness(facts, Condition::R3);
    if (witness == nullptr) {
        return {};
    }
    const QString row = plain(rowOf(facts, witness->user));
    if (witness->kind == Unannounced::MoreRows) {
        return AuditText::tr("User %1 has more new rows, %2 among them, than requests that can "
                             "have written one.")
            .arg(who(facts, witness->user), row);
    }
    if (witness->kind == Unannounced::HiddenRetry && namesOthersRequest(facts, witness->user)) {
        return AuditText::tr(
                   "User %1 was told \"already issued\" at %2 s and never \"issued\", and "
                   "has row %3, which names a request that this run did not make.")
            .arg(who(facts, witness->user), seconds(witness->toldNs), row);
    }
    if (witness->kind == Unannounced::HiddenRetry) {
        return AuditText::tr(
                   "User %1 was told \"already issued\" at %2 s and never \"issued\", and "
                   "has row %3. Either something on the way "
                   "sent their request twice, or another request was made in their name.")
            .arg(who(facts, witness->user), seconds(witness->toldNs), row);
    }
    return AuditText::tr("User %1 was told \"%2\" at %3 s and has row %4.")
        .arg(who(facts, witness->user), answerWords(witness->answer), seconds(witness->toldNs),
             row);
}

QString proofOfEarlyRefusal(const AuditFacts &facts)
{
    const bool mayComeBack = !givesBackRemark(facts).isEmpty();
    if (const Witness *early = firstWitness(facts, Condition::C4);
        early != nullptr && mayComeBack) {
        return AuditText::tr("User %1 asked at %2 s, after user %3 had been told \"out of stock\" "
                             "at %4 s, and still got coupon row %5.")
            .arg(who(facts, early->lateUser), seconds(early->lateNs), who(facts, early->user),
                 seconds(early->toldNs), plain(rowOf(facts, early->lateUser)));
    }
    if (const Witness *early = firstWitness(facts, Condition::C4)) {
        return AuditText::tr("User %1 asked at %2 s, after user %3 had been told \"out of stock\" "
                             "at %4 s, and still got coupon row %5. Either user %3 was refused too "
                             "early or user %1 got one too many.")
            .arg(who(facts, early->lateUser), seconds(early->lateNs), who(facts, early->user),
                 seconds(early->toldNs), plain(rowOf(facts, early->lateUser)));
    }
    if (const Witness *holder = firstWitness(facts, Condition::C3)) {
        return AuditText::tr(
                   "User %1 was told \"already issued\" at %2 s, but the request that got "
                   "the coupon was sent only at %3 s.")
            .arg(who(facts, holder->user), seconds(holder->toldNs), seconds(holder->lateNs));
    }
    if (const Witness *holder = firstWitness(facts, Condition::C5)) {
        return AuditText::tr("User %1 was told \"out of stock\" at %2 s and holds a coupon; this "
                             "service looks at holders first.")
            .arg(who(facts, holder->user), seconds(holder->toldNs));
    }
    if (const Witness *refused = firstWitness(facts, Condition::C7)) {
        return AuditText::tr("User %1 was told \"not issued\" at %2 s. They held too few by then "
                             "to be refused as a holder, and %3 of %4 coupons had been asked for.")
            .arg(who(facts, refused->user), seconds(refused->toldNs), text::count(refused->gone),
                 text::count(facts.input.initialStock));
    }
    return proofOfLateHolder(facts);
}

QString proofOfFalseHolder(const AuditFacts &facts)
{
    const Witness *witness = firstWitness(facts, Condition::R4);
    const std::optional<std::int64_t> limit = facts.input.rules.perPerson.limit;
    if (witness != nullptr && limit != 1) {
        return AuditText::tr("User %1 was told \"already issued\" at %2 s and holds %3 at the end.")
            .arg(who(facts, witness->user), seconds(witness->toldNs),
                 text::count(facts.people.value(witness->user).rows));
    }
    return witness == nullptr
               ? QString()
               : AuditText::tr("User %1 was told \"already issued\" at %2 s and holds no coupon, "
                               "neither before nor after the run.")
                     .arg(who(facts, witness->user), seconds(witness->toldNs));
}

QString proofOfFalseSoldOut(const AuditFacts &facts)
{
    if (firstWitness(facts, Condition::C4) != nullptr) {
        return proofOfEarlyRefusal(facts);
    }
    const Witness *witness = firstWitness(facts, Condition::R6);
    if (witness != nullptr && !deletedRowsRemark(facts).isEmpty()) {
        return AuditText::tr("User %1 was told \"out of stock\" at %2 s.")
            .arg(who(facts, witness->user), seconds(witness->toldNs));
    }
    return witness == nullptr
               ? QString()
               : AuditText::tr("User %1 was told \"out of stock\" at %2 s, when %3 of %4 coupons "
                               "had been asked for.")
                     .arg(who(facts, witness->user), seconds(witness->toldNs),
                          text::count(witness->gone), text::count(facts.input.initialStock));
}

} // namespace

QString proofOfLateHolder(const AuditFacts &facts)
{
    if (facts.judgement.find(Condition::C6) == nullptr) {
        return {};
    }
    const LateHolderAnswer &late = facts.judgement.lateHolderAnswer;
    QString rule = AuditText::tr("This service looks at the stock first: once it is gone, "
                                 "nobody is told \"already issued\".");
    switch (late.bound) {
    case LateHolderAnswer::Bound::NoStock:
        return rule + QLatin1Char(' ') +
               AuditText::tr("There was none from the start, yet somebody was told so.");
    case LateHolderAnswer::Bound::ToldOutOfStock:
    case LateHolderAnswer::Bound::ToldNotIssued:
    case LateHolderAnswer::Bound::LastCoupon:
        return rule + QLatin1Char(' ') +
               AuditText::tr("It was gone by %1 s, but a request sent at %2 s was still answered "
                             "as if it were there.")
                   .arg(seconds(late.goneNs), seconds(late.askedNs));
    case LateHolderAnswer::Bound::NoLastCoupon:
        return rule + QLatin1Char(' ') +
               AuditText::tr("Everybody who got a coupon was told so afterwards, whoever got the "
                             "last.");
    }
    return rule;
}

QString proofOf(const AuditFacts &facts, const CheckResult &check)
{
    const auto is = [&check](const char *id) { return check.id == QLatin1String(id); };
    if (check.verdict != CheckVerdict::Fail) {
        return {};
    }
    if (is("stock-not-exceeded")) {
        return proofOfOversell(facts, check);
    }
    if (is("stock-adds-up")) {
        return proofOfRace(facts);
    }
    if (is("one-per-user") && !check.rows.isEmpty()) {
        return proofOfTwoRows(facts, check);
    }
    if (is("issued-is-stored")) {
        return proofOfLostCoupon(facts);
    }
    if (is("stored-was-announced")) {
        return proofOfUnannounced(facts);
    }
    if (is("announced-once") && !check.rows.isEmpty()) {
        return proofOfTwoPromises(facts, check);
    }
    if (is("already-issued-true")) {
        return proofOfFalseHolder(facts);
    }
    if (is("sold-out-true")) {
        return proofOfFalseSoldOut(facts);
    }
    if (is("refusals-justified") && !check.rows.isEmpty()) {
        return proofOfEarlyRefusal(facts);
    }
    return {};
}

} // namespace stampede
