#include "audit/snapshot.h"

#include "audit/check_result.h"

#include <QSqlRecord>

#include <utility>

namespace stampede {

Snapshot::Snapshot(Connection &connection, Transaction transaction, TableLayout layout,
                   CouponId coupon)
    : m_connection(&connection)
    , m_transaction(std::move(transaction))
    , m_layout(std::move(layout))
    , m_coupon(coupon)
{}

Result<Snapshot, SqlError> Snapshot::take(Connection &connection, const TableLayout &layout,
                                          CouponId coupon)
{
    auto transaction =
        Transaction::begin(connection, QStringLiteral("WITH CONSISTENT SNAPSHOT, READ ONLY"));
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
    QString columns = quotedIdentifier(m_layout.remaining);
    if (!m_layout.issuedCounter.isEmpty()) {
        columns += QStringLiteral(", ") + quotedIdentifier(m_layout.issuedCounter);
    }
    return QStringLiteral("SELECT %1 FROM %2 WHERE %3 = %4")
        .arg(columns, quotedIdentifier(m_layout.stockTable), quotedIdentifier(m_layout.stockId))
        .arg(m_coupon.value);
}

QString Snapshot::rowsSql() const
{
    const QString issuedAt =
        m_layout.issuedAt.isEmpty() ? QStringLiteral("0") : quotedIdentifier(m_layout.issuedAt);
    return QStringLiteral("SELECT %1, %2, %3 FROM %4 ORDER BY %1")
        .arg(quotedIdentifier(m_layout.issuedId), quotedIdentifier(m_layout.issuedUser), issuedAt,
             m_layout.issuedOf(m_coupon));
}

Result<void, SqlError> Snapshot::readCoupon()
{
    auto query = m_connection->query(stockSql());
    if (!query) {
        return Failure{query.error()};
    }
    if (query.value().next()) {
        m_remaining = query.value().value(0).toLongLong();
        if (!m_layout.issuedCounter.isEmpty()) {
            m_issuedCounter = query.value().value(1).toLongLong();
        }
    }
    return {};
}

Result<void, SqlError> Snapshot::readRows()
{
    auto query = m_connection->query(rowsSql());
    if (!query) {
        return Failure{query.error()};
    }
    while (query.value().next()) {
        m_rows.push_back({query.value().value(0).toLongLong(), query.value().value(1).toLongLong(),
                          query.value().value(2).toLongLong()});
    }
    return {};
}

Result<FoundRows, SqlError> Snapshot::find(const QString &sql)
{
    FoundRows found;
    const auto count =
        m_connection->value(QStringLiteral("SELECT COUNT(*) FROM (%1) AS found").arg(sql));
    if (!count) {
        return Failure{count.error()};
    }
    found.count = count.value().toLongLong();
    if (found.count == 0) {
        return found;
    }
    auto query =
        m_connection->query(QStringLiteral("%1 LIMIT %2").arg(sql).arg(CheckResult::kMaxRows));
    if (!query) {
        return Failure{query.error()};
    }
    const int columns = query.value().record().count();
    while (query.value().next()) {
        QVariantList row;
        for (int i = 0; i < columns; ++i) {
            row.append(query.value().value(i));
        }
        found.first.append(row);
    }
    return found;
}

} // namespace stampede
