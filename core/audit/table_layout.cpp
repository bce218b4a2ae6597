// SPDX-License-Identifier: MIT
#include "audit/table_layout.h"

#include "database/connection.h"

namespace stampede {

namespace {

QString qualified(const QString &database, const QString &table)
{
    return database.isEmpty()
               ? quotedIdentifier(table)
               : quotedIdentifier(database) + QLatin1Char('.') + quotedIdentifier(table);
}

QString rowsOf(const QString &table, const QString &column, const QString &key)
{
    const QString all = table + QStringLiteral(" WHERE ");
    return column.isEmpty() ? all + QStringLiteral("TRUE")
                            : all + quotedIdentifier(column) + QStringLiteral(" = ") + key;
}

QString andAlso(const QString &condition)
{
    return condition.isEmpty() ? QString() : QStringLiteral(" AND ") + condition;
}

QString keyOr(const QString &key, CouponId coupon)
{
    return key.isEmpty() ? QString::number(coupon.value) : key;
}

} // namespace

TableLayout TableLayout::own()
{
    TableLayout layout;
    layout.issuedTable = QStringLiteral("user_coupons");
    layout.issuedId = QStringLiteral("id");
    layout.issuedUser = QStringLiteral("user_id");
    layout.issuedCoupon = QStringLiteral("coupon_id");
    layout.issuedAt = QStringLiteral("issued_at");
    layout.stockTable = QStringLiteral("coupons");
    layout.stockId = QStringLiteral("id");
    layout.remaining = QStringLiteral("quantity");
    layout.total = QStringLiteral("total_quantity");
    layout.issuedCounter = QStringLiteral("issued_count");
    layout.startsAt = QStringLiteral("starts_at");
    layout.endsAt = QStringLiteral("ends_at");
    layout.userTable = QStringLiteral("users");
    layout.userId = QStringLiteral("id");
    return layout;
}

QString TableLayout::issuedTableSql() const
{
    return qualified(issuedDatabase, issuedTable);
}

QString TableLayout::stockTableSql() const
{
    return qualified(stockDatabase, stockTable);
}

QString TableLayout::issuedOf(CouponId coupon) const
{
    return allIssuedOf(coupon) + andAlso(issuedWhere);
}

QString TableLayout::allIssuedOf(CouponId coupon) const
{
    const QString somebodys =
        userMayBeNull ? quotedIdentifier(issuedUser) + QStringLiteral(" IS NOT NULL") : QString();
    return rowsOf(issuedTableSql(), issuedCoupon, keyOr(issuedCouponKey, coupon)) +
           andAlso(somebodys);
}

QString TableLayout::stockOf(CouponId coupon) const
{
    return rowsOf(stockTableSql(), stockId, keyOr(stockCouponKey, coupon)) + andAlso(stockWhere);
}

QString TableLayout::remainingSql() const
{
    if (!remaining.isEmpty()) {
        return quotedIdentifier(remaining);
    }
    if (total.isEmpty() || issuedCounter.isEmpty()) {
        return {};
    }
    // Unsigned columns would end the statement where the counter is ahead.
    return QStringLiteral("(CAST(%1 AS DECIMAL(40)) - CAST(%2 AS DECIMAL(40)))")
        .arg(quotedIdentifier(total), quotedIdentifier(issuedCounter));
}

QString TableLayout::piecesSql() const
{
    return quantity.isEmpty()
               ? QStringLiteral("COUNT(*)")
               : QStringLiteral("COALESCE(SUM(%1), 0)").arg(quotedIdentifier(quantity));
}

QString TableLayout::personGroupSql() const
{
    QStringList columns = {quotedIdentifier(issuedUser)};
    for (const QString &name : within) {
        columns << quotedIdentifier(name);
    }
    return columns.join(QStringLiteral(", "));
}

std::shared_ptr<PersonNames> TableLayout::makeNames() const
{
    return usersAreText ? std::make_shared<PersonNames>(userFormat, people, userForm)
                        : std::make_shared<PersonNames>();
}

QString TableLayout::rowIdSql() const
{
    return issuedId.isEmpty() ? QStringLiteral("NULL") : idSql(issuedId, issuedIdForm);
}

QString TableLayout::userSql() const
{
    return idSql(issuedUser, userForm);
}

QString TableLayout::userKeySql(const QString &text) const
{
    const bool fillsUp = !userCollation.contains(QLatin1String("nopad")) &&
                         !userCollation.contains(QLatin1String("_0900_"));
    return QStringLiteral("HEX(WEIGHT_STRING(%1))")
        .arg(fillsUp ? QStringLiteral("RTRIM(%1)").arg(text) : text);
}

QString TableLayout::idSql(const QString &column, IdReading form, const QString &table)
{
    QString name = table + quotedIdentifier(column);
    switch (form) {
    case IdReading::Plain:
    case IdReading::UuidText:
        return name;
    case IdReading::Bytes:
        return QStringLiteral("CONVERT(TRIM(TRAILING 0x00 FROM %1) USING utf8mb4)").arg(name);
    case IdReading::Digits:
        return QStringLiteral("CAST(%1 AS CHAR)").arg(name);
    case IdReading::Uuid:
    case IdReading::Hex:
        return QStringLiteral("HEX(%1)").arg(name);
    }
    return name;
}

QString TableLayout::rowOrderSql() const
{
    if (!issuedId.isEmpty()) {
        return quotedIdentifier(issuedId);
    }
    return quotedIdentifier(issuedAt.isEmpty() ? issuedUser : issuedAt);
}

QString TableLayout::microsecondsSql(const QString &column, TimeKind kind)
{
    QString name = quotedIdentifier(column);
    switch (kind) {
    case TimeKind::EpochUs:
        return name;
    case TimeKind::EpochBySize:
        return QStringLiteral("CAST(%1 * CASE WHEN ABS(%1) < 1e11 THEN 1000000 WHEN ABS(%1) < 1e14 "
                              "THEN 1000 ELSE 1 END AS SIGNED)")
            .arg(name);
    case TimeKind::Timestamp:
    case TimeKind::WallClock:
        // The session's zone is UTC; unlike UNIX_TIMESTAMP() this has no last year.
        return QStringLiteral("TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', %1)").arg(name);
    }
    return name;
}

QString TableLayout::momentSql(const QString &column, TimeKind kind)
{
    const QString us = microsecondsSql(column, kind);
    return kind == TimeKind::EpochUs
               ? us
               : QStringLiteral("IF(%1 = 0, %2, %3)")
                     .arg(quotedIdentifier(column), QString::number(kZeroUs), us);
}

bool TableLayout::comparable(TimeKind left, TimeKind right)
{
    return (left == TimeKind::WallClock) == (right == TimeKind::WallClock);
}

} // namespace stampede
