// SPDX-License-Identifier: MIT
#include "audit/own_checks.h"
#include "audit/row_checks.h"

#include "audit/withdrawn_rows.h"
#include "record/check_text.h"
#include "text/number_text.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace stampede {

namespace {

using text::count;

/// Moments at which each of those people was told of a row, "0.013 0.020".
QHash<std::int64_t, QString> momentsOf(const AuditFacts &facts, const QList<QVariantList> &people)
{
    QHash<std::int64_t, QString> moments;
    for (const QVariantList &person : people) {
        moments.insert(person.value(0).toLongLong(), {});
    }
    for (const IssuedRow &row : facts.snapshot.rows()) {
        const auto person = moments.find(row.user);
        const auto told = facts.operationOfRow.constFind(row.id);
        if (person == moments.end() || told == facts.operationOfRow.constEnd()) {
            continue;
        }
        *person += (person->isEmpty() ? QString() : QStringLiteral(" ")) +
                   text::seconds(facts.input.history[*told].returnedNs);
    }
    // Which answer wrote which row, rows of somebody else do not say; who was told "issued" when,
    // the history does.
    for (const Operation &operation : facts.input.history) {
        const auto person = moments.find(operation.user);
        if (operation.outcome == Outcome::Issued && facts.operationOfRow.isEmpty() &&
            person != moments.end()) {
            *person += (person->isEmpty() ? QString() : QStringLiteral(" ")) +
                       text::seconds(operation.returnedNs);
        }
    }
    return moments;
}

/// People with too many rows; after a run those who have a new one, as far as SQL can tell it.
QString onePerUserSql(const AuditFacts &facts, CouponId coupon, std::int64_t limit)
{
    const TableLayout &layout = facts.snapshot.layout();
    const QString isNew = newRowSql(facts);
    return QStringLiteral("SELECT %1, COUNT(*) AS held, GROUP_CONCAT(%2 ORDER BY %2 SEPARATOR ' ')"
                          " AS row_ids FROM %3 GROUP BY %4 HAVING COUNT(*) > %5%6 "
                          "ORDER BY COUNT(*) DESC, %4")
        .arg(layout.userSql(), layout.rowIdSql(), layout.issuedOf(coupon), layout.personGroupSql(),
             QString::number(limit),
             isNew.isEmpty() ? QString() : QStringLiteral(" AND SUM(%1) > 0").arg(isNew));
}

/// Somebody within a group of rows.
using Held = std::pair<std::int64_t, std::uint64_t>;

/// The ids of the rows of each of them, "4 9", after a run of the new ones alone; nothing where
/// rows have no ids.
QHash<Held, QStringList> rowIdsOf(const AuditFacts &facts, std::span<const OverLimit> people)
{
    constexpr int kMostIds = 100;
    QHash<Held, QStringList> ids;
    if (facts.snapshot.layout().issuedId.isEmpty()) {
        return ids;
    }
    for (const OverLimit &one : people) {
        ids.insert({one.user, one.group}, {});
    }
    const std::vector<IssuedRow> &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto held = ids.find({rows[i].user, rows[i].group});
        const bool shown = !facts.input.hasRun || !facts.isBefore[i];
        if (held != ids.end() && shown && held->size() < kMostIds) {
            *held << facts.snapshot.rowName(rows[i].id).toString();
        }
    }
    return ids;
}

QString overLimitSentence(const AuditFacts &facts, std::int64_t limit)
{
    const OverLimit &most = facts.overLimit.front();
    QSet<std::int64_t> users;
    for (const OverLimit &one : facts.overLimit) {
        users.insert(one.user);
    }
    const auto people = static_cast<std::int64_t>(users.size());
    const QString who = facts.snapshot.people().nameOf(most.user);
    const std::int64_t beyond = facts.rowsTooMany();
    const QString holders =
        facts.overLimitBefore > 0
            ? text::plural(people, AuditText::tr("Since this run %1 person holds more than %2;"),
                           AuditText::tr("Since this run %1 people hold more than %2;"))
                  .arg(count(people), count(limit))
        : limit == 1 ? text::plural(people, AuditText::tr("%1 person holds more than one;"),
                                    AuditText::tr("%1 people hold more than one;"))
                           .arg(count(people))
                     : text::plural(people, AuditText::tr("%1 person holds more than %2;"),
                                    AuditText::tr("%1 people hold more than %2;"))
                           .arg(count(people), count(limit));
    return holders + QLatin1Char(' ') +
           text::plural(beyond, AuditText::tr("%1 coupon too many. Most: user %2 with %3."),
                        AuditText::tr("%1 coupons too many. Most: user %2 with %3."))
               .arg(count(beyond), who, count(most.rows));
}

/// People who were over the limit before, and got nothing since.
QString beforeSentence(const AuditFacts &facts)
{
    if (facts.overLimitBefore == 0) {
        return {};
    }
    return QLatin1Char(' ') +
           text::plural(facts.overLimitBefore,
                        facts.overLimit.empty()
                            ? AuditText::tr("%1 person held too many before the run; that was "
                                            "there before.")
                            : AuditText::tr("%1 more person held too many before the run, and got "
                                            "nothing since; that was there before."),
                        facts.overLimit.empty()
                            ? AuditText::tr("%1 people held too many before the run; that was "
                                            "there before.")
                            : AuditText::tr("%1 more people held too many before the run, and got "
                                            "nothing since; that was there before."))
               .arg(count(facts.overLimitBefore));
}

CheckResult checkOnePerUser(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("one-per-user"));
    const TableLayout &layout = snapshot.layout();
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    const std::int64_t limit = facts.input.rules.perPerson.limit.value_or(1);
    const QString within = layout.within.join(QStringLiteral(", "));
    check.sql = onePerUserSql(facts, snapshot.coupon(), limit);
    check.expected = within.isEmpty()
                         ? AuditText::tr("at most %1 each").arg(count(limit))
                         : AuditText::tr("at most %1 each within %2").arg(count(limit), within);
    if (facts.rows() == 0) {
        skipNothing(check, noRowsSentence());
        return check;
    }
    if (facts.overLimit.empty()) {
        check.verdict = CheckVerdict::Pass;
        check.actual = limit == 1 && within.isEmpty() ? AuditText::tr("1 each") : check.expected;
        if (facts.overLimitBefore > 0) { // who had too many before is not judged
            check.expected =
                AuditText::tr("nobody beyond %1 by a row of the run").arg(count(limit));
            check.actual = AuditText::tr("nobody");
        }
        check.explanation =
            (limit == 1 && within.isEmpty()
                 ? (facts.overLimitBefore == 0 ? AuditText::tr("%1, %2, nobody has two.")
                                               : AuditText::tr("%1, %2, nobody got a second one."))
                 : AuditText::tr("%1, %2, nobody got more than allowed."))
                .arg(text::coupons(facts.rows()), text::people(facts.distinctHolders)) +
            beforeSentence(facts);
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    // Of a run the ids are those of its own rows; how many these are stands before them.
    const bool countsNew =
        std::any_of(facts.overLimit.begin(), facts.overLimit.end(), [&facts](const OverLimit &one) {
            return facts.input.hasRun && one.newRows < one.rows;
        });
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("rows")};
    if (countsNew) {
        check.columns << QStringLiteral("new_rows");
    }
    check.columns << QStringLiteral("row_ids") << QStringLiteral("answered_at_s");
    const std::span most(facts.overLimit.data(),
                         std::min(facts.overLimit.size(), std::size_t{CheckResult::kMaxRows}));
    const auto ids = rowIdsOf(facts, most);
    QList<QVariantList> shown;
    for (const OverLimit &one : most) {
        const auto held = ids.constFind({one.user, one.group});
        QVariantList cells{numberCell(one.user), numberCell(one.rows)};
        if (countsNew) {
            cells << numberCell(one.newRows);
        }
        shown.append(cells << (held == ids.constEnd() ? QVariant() : held->join(QLatin1Char(' '))));
    }
    const auto moments = momentsOf(facts, shown);
    for (const QVariantList &row : std::as_const(shown)) {
        addRow(check, QVariantList(row) << moments.value(row.value(0).toLongLong()));
    }
    check.rowCount = static_cast<std::int64_t>(facts.overLimit.size());
    check.actual = AuditText::tr("up to %1").arg(count(facts.overLimit.front().rows));
    check.explanation = overLimitSentence(facts, limit) + beforeSentence(facts);
    return check;
}

CheckResult checkEarlierHolders(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("earlier-holders-kept"));
    check.sql = facts.snapshot.rowsSql();
    const auto holders = static_cast<std::int64_t>(facts.input.holdersBefore.size());
    if (skipForLack(check, facts.input.means())) {
        return check;
    }
    if (holders == 0) {
        skipNothing(check, AuditText::tr("Nobody held this coupon before the run, so there was "
                                         "nothing to look at."));
        return check;
    }
    check.columns = QStringList{QStringLiteral("user")};
    std::vector<std::int64_t> gone; // each as often as they have lost a row
    for (auto person = facts.people.constBegin(); person != facts.people.constEnd(); ++person) {
        gone.insert(gone.end(), person->rowsBefore - person->kept, person.key());
    }
    std::sort(gone.begin(), gone.end()); // which of them are shown is no accident
    for (const std::int64_t user : gone) {
        addRow(check, {numberCell(user)});
    }
    check.expected = count(holders);
    check.actual = count(holders - check.rowCount);
    check.verdict = check.rowCount == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation =
        check.rowCount == 0
            ? text::plural(holders, AuditText::tr("It is still there."),
                           AuditText::tr("All %1 are still there.").arg(count(holders)))
            : text::plural(check.rowCount, AuditText::tr("%1 coupon from before the run is gone."),
                           AuditText::tr("%1 coupons from before the run are gone."))
                      .arg(count(check.rowCount)) +
                  deletedRowsRemark(facts);
    return check;
}

/// Without a table of people only half of the promise can be looked at: broken where a new row has
/// no campaign, but never held.
CheckResult checkHasCampaign(CheckResult check, const AuditFacts &facts, Snapshot &snapshot)
{
    const std::optional<OwnCheck> orphans = rowsWithoutCampaign(snapshot.layout());
    if (skipForLack(check, facts.input.means()) || !orphans) {
        return check;
    }
    check.sql = orphans->sql;
    const auto found = snapshot.findAtMost(check.sql, kMostOwnRows, 1);
    if (!found) {
        skipNotAvailable(check, refusedQuerySentence(found.error().message));
        return check;
    }
    const std::int64_t all = found.value().count;
    const QString needsPeople =
        AuditText::tr("Needs %1, which %2 does not have.")
            .arg(AuditText::tr("a table of people"), snapshot.layout().source);
    if (all == 0) {
        skipNotAvailable(
            check, needsPeople +
                       (facts.rows() == 0
                            ? QString()
                            : QLatin1Char(' ') + AuditText::tr("Every row's campaign exists, that "
                                                               "much was seen.")));
        return check;
    }
    const auto before = facts.input.hasRun
                            ? foundBefore(*orphans, facts.input.start.get(), found.value())
                            : std::vector<bool>(found.value().prints.size(), false);
    if (!before) {
        cannotTell(check,
                   text::plural(all,
                                AuditText::tr("%1 row points to a coupon that does not exist; "
                                              "whether it is of the run nobody knows."),
                                AuditText::tr("%1 rows point to a coupon that does not exist; "
                                              "whether they are of the run nobody knows."))
                       .arg(count(all)));
        return check;
    }
    const std::int64_t old = std::count(before->begin(), before->end(), true);
    const QString ofBefore =
        old == 0 ? QString()
                 : text::plural(old,
                                AuditText::tr("%1 row of before the run points to a coupon that "
                                              "does not exist."),
                                AuditText::tr("%1 rows of before the run point to a coupon that "
                                              "does not exist."))
                       .arg(count(old));
    if (old == all) {
        skipNotAvailable(check, needsPeople + QLatin1Char(' ') + ofBefore);
        return check;
    }
    check.verdict = CheckVerdict::Fail;
    check.expected = count(0);
    check.actual = count(all - old);
    check.explanation =
        (facts.input.hasRun
             ? text::plural(all - old,
                            AuditText::tr("%1 new row points to a coupon that does not exist."),
                            AuditText::tr("%1 new rows point to a coupon that does not exist."))
             : text::plural(all - old,
                            AuditText::tr("%1 row points to a coupon that does not exist."),
                            AuditText::tr("%1 rows point to a coupon that does not exist.")))
            .arg(count(all - old)) +
        (ofBefore.isEmpty() ? QString() : QLatin1Char(' ') + ofBefore);
    check.columns =
        QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("coupon")};
    for (qsizetype i = 0; i < found.value().first.size(); ++i) {
        if (!(*before)[static_cast<std::size_t>(i)]) {
            check.rows << found.value().first[i];
        }
    }
    check.rowCount = all - old;
    return check;
}

CheckResult checkBelong(const AuditFacts &facts, Snapshot &snapshot)
{
    CheckResult check = newCheck(QStringLiteral("rows-belong"));
    const TableLayout &layout = snapshot.layout();
    if (layout.userTable.isEmpty()) {
        return checkHasCampaign(check, facts, snapshot);
    }
    check.sql =
        QStringLiteral("SELECT r.%1 AS row_id, r.%2 AS user_id, r.%3 AS coupon_id FROM %4 r "
                       "LEFT JOIN %5 u ON u.%6 = r.%2 LEFT JOIN %7 c ON c.%8 = r.%3 "
                       "WHERE u.%6 IS NULL OR c.%8 IS NULL ORDER BY r.%1")
            .arg(quotedIdentifier(layout.issuedId), quotedIdentifier(layout.issuedUser),
                 quotedIdentifier(layout.issuedCoupon), quotedIdentifier(layout.issuedTable),
                 quotedIdentifier(layout.userTable), quotedIdentifier(layout.userId),
                 quotedIdentifier(layout.stockTable), quotedIdentifier(layout.stockId));
    const auto found = snapshot.find(check.sql);
    if (!found) {
        cannotTell(check, refusedQuerySentence(found.error().message));
        return check;
    }
    check.expected = count(0);
    check.actual = count(found.value().count);
    if (found.value().count == 0 && facts.rows() == 0) {
        skipNothing(check, noRowsSentence());
        return check;
    }
    check.verdict = found.value().count == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    check.explanation =
        found.value().count == 0
            ? AuditText::tr("All %1 do.").arg(count(facts.rows()))
            : text::plural(
                  found.value().count,
                  AuditText::tr("%1 row points to a person or coupon that does not exist."),
                  AuditText::tr("%1 rows point to a person or coupon that does not exist."))
                  .arg(count(found.value().count));
    check.columns =
        QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("coupon")};
    check.rows = found.value().first;
    check.rowCount = found.value().count;
    return check;
}

/// How far outside the sale a moment lies, ns; 0 within.
std::int64_t outsideNs(const AuditInput &input, std::int64_t atUs)
{
    constexpr std::int64_t farthestUs = std::numeric_limits<std::int64_t>::max() / 1000;
    if (atUs < input.startsAtUs) {
        return std::min(input.startsAtUs - atUs, farthestUs) * 1000;
    }
    // The end is excluded, so a coupon issued at that very moment is outside by the smallest step.
    return atUs >= input.endsAtUs ? std::min(atUs - input.endsAtUs + 1, farthestUs) * 1000 : 0;
}

/// A moment or a bound of the sale, in the zone that the columns have.
QString timeText(const AuditInput &input, std::int64_t us)
{
    if (us == AuditInput::kNoStart || us == AuditInput::kNoEnd) {
        return AuditText::tr("open");
    }
    const QString utc = momentText(us);
    return input.layout.issuedAtKind == TimeKind::WallClock ? utc.chopped(4) : utc;
}

bool isTimed(const IssuedRow &row)
{
    return row.issuedAtUs != IssuedRow::kNoTime && row.issuedAtUs != IssuedRow::kZeroTime;
}

/// Says that rows have a time of zero, which nobody can place.
void tellZeroTimes(CheckResult &check, const std::vector<IssuedRow> &rows)
{
    std::int64_t zero = 0;
    for (const IssuedRow &row : rows) {
        if (row.issuedAtUs == IssuedRow::kZeroTime) {
            ++zero;
            addRow(check, {numberCell(row.id), numberCell(row.user), QStringLiteral("0")});
        }
    }
    if (zero == 0) {
        return;
    }
    check.verdict = CheckVerdict::Inconclusive;
    check.explanation = text::plural(zero,
                                     AuditText::tr("%1 row has no time but a zero, so nobody can "
                                                   "tell when it was issued."),
                                     AuditText::tr("%1 rows have no time but a zero, so nobody can "
                                                   "tell when they were issued."))
                            .arg(count(zero));
}

/// The first and the last moment of a new row; nothing where none has one.
std::optional<std::pair<std::int64_t, std::int64_t>> extent(const AuditFacts &facts)
{
    std::optional<std::pair<std::int64_t, std::int64_t>> found;
    const std::vector<IssuedRow> &rows = facts.snapshot.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const IssuedRow &row = rows[i];
        if (isTimed(row) && !facts.isBefore[i]) {
            found = found ? std::pair(std::min(found->first, row.issuedAtUs),
                                      std::max(found->second, row.issuedAtUs))
                          : std::pair(row.issuedAtUs, row.issuedAtUs);
        }
    }
    return found;
}

CheckResult checkWindow(const AuditFacts &facts)
{
    CheckResult check = newCheck(QStringLiteral("rows-in-window"));
    const TableLayout &layout = facts.snapshot.layout();
    const AuditInput &input = facts.input;
    if (skipForLack(check, input.means())) {
        return check;
    }
    const QString at = TableLayout::microsecondsSql(layout.issuedAt, layout.issuedAtKind);
    const QString isNew = newRowSql(facts);
    check.sql = QStringLiteral("SELECT %1, %2, %3 FROM %4 AND (%5 < %6 OR %5 >= %7)%9 ORDER BY %8")
                    .arg(layout.rowIdSql(), layout.userSql(), quotedIdentifier(layout.issuedAt),
                         layout.issuedOf(input.coupon), at, QString::number(input.startsAtUs),
                         QString::number(input.endsAtUs), layout.rowOrderSql(),
                         isNew.isEmpty() ? QString() : QStringLiteral(" AND ") + isNew);
    const auto moment = [&input](std::int64_t us) { return timeText(input, us); };
    check.expected =
        AuditText::tr("%1 to %2").arg(moment(input.startsAtUs), moment(input.endsAtUs));
    if (input.startsAtUs == AuditInput::kNoStart && input.endsAtUs == AuditInput::kNoEnd) {
        skipNothing(check, AuditText::tr("This sale has neither a start nor an end, so there was "
                                         "nothing to look at."));
        return check;
    }
    const auto &rows = facts.snapshot.rows();
    const auto span = extent(facts);
    if (!span) {
        skipNothing(check, noRowsSentence());
        tellZeroTimes(check, rows);
        return check;
    }
    check.actual = AuditText::tr("%1 to %2").arg(moment(span->first), moment(span->second));
    check.columns =
        QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("issued_at")};
    std::int64_t furthestNs = 0;
    std::int64_t outsideBefore = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const IssuedRow &row = rows[i];
        const std::int64_t byNs = isTimed(row) ? outsideNs(input, row.issuedAtUs) : 0;
        if (byNs > 0 && facts.isBefore[i]) {
            ++outsideBefore;
        } else if (byNs > 0) {
            furthestNs = std::max(furthestNs, byNs);
            addRow(check, {numberCell(row.id), numberCell(row.user), moment(row.issuedAtUs)});
        }
    }
    check.verdict = check.rowCount == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    if (check.rowCount == 0 && outsideBefore > 0) {
        check.explanation =
            text::plural(outsideBefore,
                         AuditText::tr("No new row lies outside the sale; %1 row from before the "
                                       "run does."),
                         AuditText::tr("No new row lies outside the sale; %1 rows from before the "
                                       "run do."))
                .arg(count(outsideBefore));
        return check;
    }
    check.explanation =
        check.rowCount == 0
            ? AuditText::tr("First %1, last %2, both within the sale.")
                  .arg(moment(span->first), moment(span->second))
            : text::plural(
                  check.rowCount,
                  AuditText::tr("%1 coupon was issued outside the sale, the furthest by %2."),
                  AuditText::tr("%1 coupons were issued outside the sale, the furthest by %2."))
                  .arg(count(check.rowCount), text::duration(furthestNs));
    if (check.verdict == CheckVerdict::Pass) {
        tellZeroTimes(check, rows);
    }
    return check;
}

} // namespace

std::optional<OwnCheck> rowsWithoutCampaign(const TableLayout &layout)
{
    if (!layout.userTable.isEmpty() || layout.issuedCoupon.isEmpty() || layout.stockId.isEmpty()) {
        return std::nullopt;
    }
    const QString row = QStringLiteral("r.");
    const QString sql =
        QStringLiteral("SELECT %1 AS row_id, %2 AS user_id, %3 AS coupon_id FROM "
                       "(SELECT * FROM %4%5) r LEFT JOIN %6 c ON c.%7 = r.%8 "
                       "WHERE c.%7 IS NULL")
            .arg(layout.issuedId.isEmpty()
                     ? QStringLiteral("NULL")
                     : TableLayout::idSql(layout.issuedId, layout.issuedIdForm, row),
                 TableLayout::idSql(layout.issuedUser, layout.userForm, row),
                 TableLayout::idSql(layout.issuedCoupon, layout.couponForm, row),
                 layout.issuedTableSql(),
                 layout.issuedWhere.isEmpty() ? QString()
                                              : QStringLiteral(" WHERE ") + layout.issuedWhere,
                 layout.stockTableSql(), quotedIdentifier(layout.stockId),
                 quotedIdentifier(layout.issuedCoupon));
    return OwnCheck{QStringLiteral("stampede:rows-belong"), {}, sql};
}

QList<CheckResult> checkHolders(const AuditFacts &facts, Snapshot &snapshot)
{
    return {checkOnePerUser(facts, snapshot), checkEarlierHolders(facts),
            checkBelong(facts, snapshot), checkWindow(facts)};
}

} // namespace stampede
