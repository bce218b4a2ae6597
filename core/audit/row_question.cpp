// SPDX-License-Identifier: MIT
#include "audit/row_question.h"

#include "text/number_text.h"

#include <algorithm>

namespace stampede {

namespace {

using text::count;

constexpr int kMostValues = 20; ///< a column with more of them is no status

bool countsRows(const CheckResult &check)
{
    static const QStringList ids = {
        QStringLiteral("stock-not-exceeded"), QStringLiteral("stock-adds-up"),
        QStringLiteral("counter-agrees"), QStringLiteral("one-per-user")};
    return check.verdict == CheckVerdict::Fail && ids.contains(check.id);
}

/// Whether a status sounds as if its rows did not count.
bool soundsGone(const QString &value)
{
    static const char *const kWords[] = {"cancel", "delet", "fail", "refund", "expire", "reject",
                                         "revok",  "void",  "free", "avail",  "return"};
    return std::any_of(std::begin(kWords), std::end(kWords), [&value](const char *word) {
        return value.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

QString whereSays()
{
    return AuditText::tr("do they count? issued.where says which rows do.");
}

/// Rows that a finding is about.
struct Asked
{
    QString from;          ///< "`user_coupons` WHERE …"
    bool ofPeople = false; ///< those of the people who have too many; else of the coupon
};

/// "of the 12 rows of these people"
QString ofRows(const Asked &asked, std::int64_t rows)
{
    return (asked.ofPeople ? text::plural(rows, AuditText::tr("the %1 row of these people"),
                                          AuditText::tr("the %1 rows of these people"))
                           : text::plural(rows, AuditText::tr("the %1 row of this coupon"),
                                          AuditText::tr("the %1 rows of this coupon")))
        .arg(count(rows));
}

QString ofStatus(const QString &name, const Asked &asked, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT %1, COUNT(*) FROM %2 GROUP BY %1 ORDER BY COUNT(*), %1")
            .arg(quotedIdentifier(name), asked.from));
    if (!found || found.value().count < 2 || found.value().count > kMostValues) {
        return {};
    }
    const QList<QVariantList> &values = found.value().first;
    const auto gone = std::find_if(values.begin(), values.end(), [](const QVariantList &value) {
        return soundsGone(value.value(0).toString());
    });
    std::int64_t all = 0;
    for (const QVariantList &value : values) {
        all += value.value(1).toLongLong();
    }
    const QVariantList &rare = gone == values.end() ? values.constFirst() : *gone;
    const QString what =
        rare.value(0).isNull() ? QStringLiteral("NULL") : rare.value(0).toString().left(40);
    return AuditText::tr("%1 is %2 in %3 of %4: %5")
        .arg(name, what, count(rare.value(1).toLongLong()), ofRows(asked, all), whereSays());
}

QString ofMark(const QString &name, const Asked &asked, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT COALESCE(SUM(%2 IS NOT NULL AND CAST(%2 AS CHAR) NOT IN ('0', '', "
                       "'N', 'n', 'false', '0000-00-00 00:00:00')), 0), COUNT(*) FROM %1")
            .arg(asked.from, quotedIdentifier(name)));
    if (!found || found.value().count == 0) {
        return {};
    }
    const QVariantList &sums = found.value().first.first();
    const std::int64_t marked = sums.value(0).toLongLong();
    return marked == 0 ? QString()
                       : AuditText::tr("%1 is set in %2 of %3: %4")
                             .arg(name, count(marked), ofRows(asked, sums.value(1).toLongLong()),
                                  whereSays());
}

QString ofQuantity(const QString &name, const Asked &asked, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT COUNT(*), SUM(%1) FROM %2").arg(quotedIdentifier(name), asked.from));
    if (!found || found.value().count == 0) {
        return {};
    }
    const QVariantList &sums = found.value().first.first();
    if (sums.value(0).toLongLong() == sums.value(1).toLongLong()) {
        return {};
    }
    return AuditText::tr("%1 adds up to %2 in %3: does a row stand for more than one? "
                         "issued.quantity names the column that says so.")
        .arg(name, count(sums.value(1).toLongLong()), ofRows(asked, sums.value(0).toLongLong()));
}

/// The rows that this finding counted.
Asked rowsOf(const CheckResult &finding, const AuditFacts &facts, const Snapshot &snapshot)
{
    const QString all = snapshot.layout().issuedOf(snapshot.coupon());
    if (finding.id != QLatin1String("one-per-user")) {
        return {all, false};
    }
    const QString user = quotedIdentifier(snapshot.layout().issuedUser);
    return {QStringLiteral("%1 AND %2 IN (SELECT %2 FROM %1 GROUP BY %3 HAVING COUNT(*) > %4)")
                .arg(all, user, snapshot.layout().personGroupSql(),
                     QString::number(facts.input.rules.perPerson.limit.value_or(1))),
            true};
}

QString questionOf(const Asked &asked, Snapshot &snapshot)
{
    for (const DoubtfulColumn &column : snapshot.layout().doubtful) {
        QString question;
        switch (column.kind) {
        case DoubtfulColumn::Kind::Mark:
            question = ofMark(column.name, asked, snapshot);
            break;
        case DoubtfulColumn::Kind::Status:
            question = ofStatus(column.name, asked, snapshot);
            break;
        case DoubtfulColumn::Kind::Quantity:
            question = ofQuantity(column.name, asked, snapshot);
            break;
        }
        if (!question.isEmpty()) {
            return question;
        }
    }
    return {};
}

} // namespace

void askWhichRowsCount(QList<CheckResult> &checks, const AuditFacts &facts, Snapshot &snapshot)
{
    if (snapshot.layout().doubtful.isEmpty()) {
        return;
    }
    for (CheckResult &check : checks) {
        if (!countsRows(check)) {
            continue;
        }
        const QString question = questionOf(rowsOf(check, facts, snapshot), snapshot);
        if (!question.isEmpty()) {
            check.explanation += QLatin1Char(' ') + question;
            return;
        }
    }
}

} // namespace stampede
