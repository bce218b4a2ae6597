#include "audit/snapshot.h"

#include "audit/check_result.h"
#include "audit/check_text.h"

#include <QSqlRecord>

#include <utility>

namespace stampede {

namespace {

/// Takes the first rows and the columns' names; gives back how many rows there were.
std::int64_t takeRows(QSqlQuery &query, FoundRows &found, qsizetype most)
{
    const QSqlRecord record = query.record();
    for (int i = 0; i < record.count(); ++i) {
        found.columns << record.fieldName(i);
    }
    std::int64_t count = 0;
    for (; query.next(); ++count) {
        if (found.first.size() < most) {
            QVariantList row;
            for (int i = 0; i < record.count(); ++i) {
                row.append(query.value(i));
            }
            found.first.append(row);
        }
    }
    return count;
}

constexpr qsizetype kLongestName = 1024;

/// A text that names something, and one letter more where it is longer than a name may be.
QString nameSql(const QString &column)
{
    return QStringLiteral("LEFT(%1, %2)").arg(column).arg(kLongestName + 1);
}

bool isTooLong(const QVariant &name)
{
    if (name.typeId() == QMetaType::QByteArray) {
        return name.toByteArray().size() > kLongestName;
    }
    const QString text = name.toString();
    return text.size() > kLongestName && text.toUcs4().size() > kLongestName;
}

Failure<SqlError> longName(const QString &table)
{
    return Failure{
        SqlError{.kind = SqlErrorKind::Other,
                 .code = 0,
                 .message = AuditText::tr("a row of %1 is named by a text of more than %2 letters")
                                .arg(table, QString::number(kLongestName))}};
}

} // namespace

Snapshot::Snapshot(Connection &connection, Transaction transaction, TableLayout layout,
                   CouponId coupon)
    : m_connection(&connection)
    , m_transaction(std::move(transaction))
    , m_layout(std::move(layout))
    , m_coupon(coupon)
{
    if (m_layout.usersAreText) {
        m_people = PersonNames(m_layout.userFormat);
    }
}

Result<Snapshot, SqlError> Snapshot::take(Connection &connection, const TableLayout &layout,
                                          CouponId coupon)
{
    auto transaction = Transaction::begin(connection, QLatin1String(kReadOnlySnapshot));
    if (!transaction) {
        return Failure{transaction.error()};
    }
    Snapshot snapshot(connection, std::move(transaction).value(), layout, coupon);
    if (auto done = snapshot.readCoupon(); !done) {
        return Failure{done.error()};
    }
    if (auto done = snapshot.readRows(); !done) {
        return Failure{done.error()};
    }
    return snapshot;
}

QString Snapshot::stockSql() const
{
    QStringList columns;
    const auto add = [&columns](const QString &name, TimeKind kind = TimeKind::EpochUs) {
        columns << (name.isEmpty() ? QStringLiteral("NULL")
                                   : TableLayout::microsecondsSql(name, kind));
    };
    add(m_layout.remaining);
    add(m_layout.issuedCounter);
    add(m_layout.total);
    add(m_layout.startsAt, m_layout.startsAtKind);
    add(m_layout.endsAt, m_layout.endsAtKind);
    return QStringLiteral("SELECT %1 FROM %2")
        .arg(columns.join(QStringLiteral(", ")), m_layout.stockOf(m_coupon));
}

QString Snapshot::rowsSql() const
{
    const QString issuedAt =
        m_layout.issuedAt.isEmpty()
            ? QStringLiteral("0")
            : TableLayout::microsecondsSql(m_layout.issuedAt, m_layout.issuedAtKind);
    const QString request =
        m_layout.issuedRequestId.isEmpty()
            ? QString()
            : QStringLiteral(", ") + nameSql(quotedIdentifier(m_layout.issuedRequestId));
    const QString user = quotedIdentifier(m_layout.issuedUser);
    return QStringLiteral("SELECT %1, %2, %3%4 FROM %5 ORDER BY %6")
        .arg(m_layout.issuedIdIsText ? nameSql(m_layout.rowIdSql()) : m_layout.rowIdSql(),
             m_layout.usersAreText ? nameSql(user) : user, issuedAt, request,
             m_layout.issuedOf(m_coupon), m_layout.rowOrderSql());
}

Result<void, SqlError> Snapshot::readCoupon()
{
    if (m_layout.stockTable.isEmpty()) {
        return {};
    }
    auto query = m_connection->query(stockSql());
    if (!query) {
        return Failure{query.error()};
    }
    if (!query.value().next()) {
        return {};
    }
    m_couponThere = true;
    int column = 0;
    for (auto *figure : {&m_remaining, &m_issuedCounter, &m_total, &m_startsAtUs, &m_endsAtUs}) {
        const QVariant cell = query.value().value(column++);
        if (!cell.isNull()) {
            *figure = cell.toLongLong();
        }
    }
    return {};
}

std::int64_t Snapshot::requestOf(const QVariant &id) const
{
    const QString text = id.toString();
    if (text.isEmpty() || m_layout.requestIdPrefix.isEmpty()) {
        return IssuedRow::kNotSaid;
    }
    bool isNumber = false;
    const qlonglong index = text.startsWith(m_layout.requestIdPrefix)
                                ? text.mid(m_layout.requestIdPrefix.size()).toLongLong(&isNumber)
                                : 0;
    return isNumber && index >= 0 ? index : IssuedRow::kOthers;
}

Result<void, SqlError> Snapshot::readRows()
{
    auto query = m_connection->query(rowsSql());
    if (!query) {
        return Failure{query.error()};
    }
    const bool counted = m_layout.issuedIdIsText || m_layout.issuedId.isEmpty();
    const bool keepsRequests = !m_layout.issuedRequestId.isEmpty();
    QList<int> names; // columns whose texts name something
    for (const auto &[column, isName] :
         {std::pair(0, m_layout.issuedIdIsText), std::pair(1, m_layout.usersAreText),
          std::pair(3, keepsRequests)}) {
        if (isName) {
            names << column;
        }
    }
    while (query.value().next()) {
        const auto place = static_cast<std::int64_t>(m_rows.size()) + 1;
        for (const int column : std::as_const(names)) {
            if (isTooLong(query.value().value(column))) {
                return longName(m_layout.issuedTable);
            }
        }
        if (m_layout.issuedIdIsText) {
            m_rowNames.append(query.value().value(0).toString());
        }
        const QVariant at = query.value().value(2);
        m_rows.push_back({counted ? place : query.value().value(0).toLongLong(),
                          m_people.idOf(query.value().value(1)),
                          at.isNull() ? IssuedRow::kNoTime : at.toLongLong(),
                          keepsRequests ? requestOf(query.value().value(3)) : IssuedRow::kNotSaid});
    }
    return {};
}

QVariant Snapshot::rowName(std::int64_t id) const
{
    if (m_layout.issuedId.isEmpty()) {
        return {};
    }
    if (!m_layout.issuedIdIsText) {
        return QVariant::fromValue<qlonglong>(id);
    }
    return m_rowNames.value(id - 1);
}

Result<FoundRows, SqlError> Snapshot::find(const QString &sql, int personColumn)
{
    FoundRows found;
    const auto count = m_connection->value(QStringLiteral("SELECT COUNT(*) FROM (") + sql +
                                           QStringLiteral(") AS found"));
    if (!count) {
        return Failure{count.error()};
    }
    found.count = count.value().toLongLong();
    if (found.count == 0) {
        return found;
    }
    auto query = m_connection->query(sql + QStringLiteral(" LIMIT %1").arg(CheckResult::kMaxRows));
    if (!query) {
        return Failure{query.error()};
    }
    takeRows(query.value(), found, CheckResult::kMaxRows);
    if (personColumn >= 0) {
        for (QVariantList &row : found.first) {
            row[personColumn] = QVariant::fromValue<qlonglong>(m_people.idOf(row[personColumn]));
        }
    }
    return found;
}

Result<FoundRows, SqlError> Snapshot::findAtMost(const QString &sql, std::int64_t mostRows)
{
    auto query = m_connection->queryAtMost(sql, mostRows + 1);
    if (!query) {
        return Failure{query.error()};
    }
    FoundRows found;
    found.count = takeRows(query.value(), found, CheckResult::kMaxRows);
    return found;
}

} // namespace stampede
