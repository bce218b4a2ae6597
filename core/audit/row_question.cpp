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

QString ofStatus(const QString &name, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT %1, COUNT(*) FROM %2 GROUP BY %1 ORDER BY COUNT(*), %1")
            .arg(quotedIdentifier(name), snapshot.layout().issuedOf(snapshot.coupon())));
    if (!found || found.value().count < 2 || found.value().count > kMostValues) {
        return {};
    }
    const QList<QVariantList> &values = found.value().first;
    const auto gone = std::find_if(values.begin(), values.end(), [](const QVariantList &value) {
        return soundsGone(value.value(0).toString());
    });
    const QVariantList &rare = gone == values.end() ? values.constFirst() : *gone;
    const QString what =
        rare.value(0).isNull() ? QStringLiteral("NULL") : rare.value(0).toString().left(40);
    return AuditText::tr("%1 is %2 in %3 of these rows: %4")
        .arg(name, what, count(rare.value(1).toLongLong()), whereSays());
}

QString ofMark(const QString &name, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT COUNT(*) FROM %1 AND %2 IS NOT NULL AND CAST(%2 AS CHAR) NOT IN "
                       "('0', '', 'N', 'n', 'false', '0000-00-00 00:00:00')")
            .arg(snapshot.layout().issuedOf(snapshot.coupon()), quotedIdentifier(name)));
    const std::int64_t marked =
        found && found.value().count > 0 ? found.value().first.first().value(0).toLongLong() : 0;
    if (marked == 0) {
        return {};
    }
    return AuditText::tr("%1 is set in %2 of these rows: %3").arg(name, count(marked), whereSays());
}

QString ofQuantity(const QString &name, Snapshot &snapshot)
{
    const auto found = snapshot.find(
        QStringLiteral("SELECT COUNT(*), SUM(%1) FROM %2")
            .arg(quotedIdentifier(name), snapshot.layout().issuedOf(snapshot.coupon())));
    if (!found || found.value().count == 0) {
        return {};
    }
    const QVariantList &sums = found.value().first.first();
    if (sums.value(0).toLongLong() == sums.value(1).toLongLong()) {
        return {};
    }
    return AuditText::tr("%1 adds up to %2 in these %3 rows: does a row stand for more than one? "
                         "issued.quantity names the column that says so.")
        .arg(name, count(sums.value(1).toLongLong()), count(sums.value(0).toLongLong()));
}

QString questionOf(Snapshot &snapshot)
{
    for (const DoubtfulColumn &column : snapshot.layout().doubtful) {
        QString question;
        switch (column.kind) {
        case DoubtfulColumn::Kind::Mark:
            question = ofMark(column.name, snapshot);
            break;
        case DoubtfulColumn::Kind::Status:
            question = ofStatus(column.name, snapshot);
            break;
        case DoubtfulColumn::Kind::Quantity:
            question = ofQuantity(column.name, snapshot);
            break;
        }
        if (!question.isEmpty()) {
            return question;
        }
    }
    return {};
}

} // namespace

void askWhichRowsCount(QList<CheckResult> &checks, Snapshot &snapshot)
{
    const auto finding = std::find_if(checks.begin(), checks.end(), countsRows);
    if (finding == checks.end() || snapshot.layout().doubtful.isEmpty()) {
        return;
    }
    if (const QString question = questionOf(snapshot); !question.isEmpty()) {
        finding->explanation += QLatin1Char(' ') + question;
    }
}

} // namespace stampede
