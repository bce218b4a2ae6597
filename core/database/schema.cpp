// SPDX-License-Identifier: MIT
#include "database/schema.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace stampede {

namespace {

constexpr std::int64_t kUsersAStatement = 5'000;
constexpr int kWaitForTablesSeconds = 30;

/// The CREATE TABLE statements of resources/schema.sql; the comment of the first table is the run.
QStringList createStatements(bool uniqueKey, const QString &madeFor)
{
    QFile file(QStringLiteral(":/database/schema.sql"));
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(file.readAll());
    static const QRegularExpression comments(QStringLiteral("^--.*$"),
                                             QRegularExpression::MultilineOption);
    text.remove(comments);
    if (!uniqueKey) {
        // A plain key in its place: look-ups cost the same, only the uniqueness is missing.
        const QString unique = QStringLiteral("UNIQUE KEY uk_user_coupon");
        STAMPEDE_CHECK(text.count(unique) == 1);
        text.replace(unique, QStringLiteral("KEY ix_user_coupon"));
    }
    // Whoever judges the rows later sees whose they are.
    static const QRegularExpression ourId(QStringLiteral("^[0-9a-f]*$"));
    STAMPEDE_CHECK(ourId.match(madeFor).hasMatch());
    text.insert(text.indexOf(QLatin1Char(';')), QStringLiteral(" COMMENT = '%1'").arg(madeFor));
    QStringList statements;
    for (const QString &statement : text.split(QLatin1Char(';'))) {
        if (!statement.trimmed().isEmpty()) {
            statements += statement.trimmed();
        }
    }
    return statements;
}

Result<CouponId, SqlError> insertCoupon(Connection &connection, const StartingState &state)
{
    // Qt takes a null string for NULL.
    const QString name = state.couponName.isNull() ? QStringLiteral("") : state.couponName;
    const Result<QSqlQuery, SqlError> inserted = connection.query(
        QStringLiteral("INSERT INTO coupons (name, discount_percent, total_quantity, quantity, "
                       "starts_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)"),
        {name, state.discountPercent, qint64{state.stock}, qint64{state.stock},
         qint64{state.startsAtUs}, qint64{state.endsAtUs}});
    if (!inserted.ok()) {
        return Failure{inserted.error()};
    }
    return CouponId{inserted.value().lastInsertId().toLongLong()};
}

/// The rows hold our own integers and fixed words only, so the text needs no binding.
Result<void, SqlError> insertUsers(Connection &connection, std::int64_t count, std::int64_t balance)
{
    for (std::int64_t first = 1; first <= count; first += kUsersAStatement) {
        const std::int64_t last = std::min(count, first + kUsersAStatement - 1);
        QString sql = QStringLiteral("INSERT INTO users (id, email, name, balance) VALUES ");
        for (std::int64_t id = first; id <= last; ++id) {
            if (id > first) {
                sql += QLatin1Char(',');
            }
            sql += QStringLiteral("(%1,'user%1@example.com','User %1',%2)")
                       .arg(QString::number(id), QString::number(balance));
        }
        if (Result<void, SqlError> inserted = connection.execute(sql); !inserted.ok()) {
            return inserted;
        }
    }
    return {};
}

/// Rows of others that point at ours stay as they are, whatever their foreign keys say, and also
/// those that nobody could see or that came a moment ago.
Result<void, SqlError> emptyTables(Connection &connection)
{
    for (const char *statement : {"SET SESSION foreign_key_checks = 0", "DELETE FROM user_coupons",
                                  "DELETE FROM users", "SET SESSION foreign_key_checks = 1"}) {
        if (auto done = connection.execute(QString::fromLatin1(statement)); !done.ok()) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<CouponId, SqlError> prepareTables(Connection &connection, const StartingState &state)
{
    // Else whoever has one of them in an open transaction would be waited for all day.
    QStringList statements = {
        QStringLiteral("SET SESSION lock_wait_timeout = %1").arg(kWaitForTablesSeconds),
        QStringLiteral("DROP TABLE IF EXISTS user_coupons, users, coupons")};
    statements += createStatements(state.uniqueKey, state.madeFor);
    for (const QString &statement : std::as_const(statements)) {
        if (const Result<void, SqlError> done = connection.execute(statement); !done.ok()) {
            return Failure{done.error()};
        }
    }

    Result<Transaction, SqlError> transaction = Transaction::begin(connection);
    if (!transaction.ok()) {
        return Failure{transaction.error()};
    }
    Result<CouponId, SqlError> coupon = insertCoupon(connection, state);
    if (!coupon.ok()) {
        return coupon;
    }
    if (const Result<void, SqlError> users = insertUsers(connection, state.users, state.balance);
        !users.ok()) {
        return Failure{users.error()};
    }
    if (const Result<void, SqlError> committed = transaction.value().commit(); !committed.ok()) {
        return Failure{committed.error()};
    }
    return coupon;
}

Result<bool, SqlError> refillTables(Connection &connection, const StartingState &state,
                                    CouponId coupon)
{
    Result<Transaction, SqlError> transaction = Transaction::begin(connection);
    if (!transaction.ok()) {
        return Failure{transaction.error()};
    }
    const auto there = connection.query(
        QStringLiteral("SELECT id FROM coupons WHERE id = ? FOR UPDATE"), {qint64{coupon.value}});
    if (!there.ok()) {
        return Failure{there.error()};
    }
    if (there.value().size() != 1) {
        return false;
    }
    const auto updated = connection.query(
        QStringLiteral("UPDATE coupons SET name = ?, discount_percent = ?, total_quantity = ?, "
                       "quantity = ?, issued_count = 0, version = 0, starts_at = ?, ends_at = ? "
                       "WHERE id = ?"),
        {state.couponName, state.discountPercent, qint64{state.stock}, qint64{state.stock},
         qint64{state.startsAtUs}, qint64{state.endsAtUs}, qint64{coupon.value}});
    if (!updated.ok()) {
        return Failure{updated.error()};
    }
    if (const auto emptied = emptyTables(connection); !emptied.ok()) {
        return Failure{emptied.error()};
    }
    if (const auto users = insertUsers(connection, state.users, state.balance); !users.ok()) {
        return Failure{users.error()};
    }
    if (const auto committed = transaction.value().commit(); !committed.ok()) {
        return Failure{committed.error()};
    }
    return true;
}

Result<std::optional<QString>, SqlError> tablesMadeFor(Connection &connection)
{
    auto made = connection.query(
        QStringLiteral("SELECT table_comment FROM information_schema.tables WHERE table_schema = "
                       "DATABASE() AND table_name = '%1'")
            .arg(kCouponTable));
    if (!made) {
        return Failure{made.error()};
    }
    return made.value().next() ? std::optional(made.value().value(0).toString()) : std::nullopt;
}

} // namespace stampede
