#include "audit/snapshot.h"

#include "audit/check_result.h"

#include "base/issue_rules.h"

#include <QSqlRecord>

#include <algorithm>
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
        std::size_t print = 0;
        for (int i = 0; i < record.count(); ++i) {
            const QVariant cell = query.value(i);
            print = qHashMulti(print, cell.isNull(), cell.toString());
        }
        found.prints.push_back(print);
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
    const auto add = [&columns](const QString &expression) {
        columns << (expression.isEmpty() ? QStringLiteral("NULL") : expression);
    };
    const auto addTime = [&add](const QString &name, TimeKind kind) {
        add(name.isEmpty() ? QString() : TableLayout::microsecondsSql(name, kind));
    };
    const auto quoted = [](const QString &name) {
        return name.isEmpty() ? QString() : quotedIdentifier(name);
    };
    add(m_layout.remainingSql());
    add(quoted(m_layout.issuedCounter));
    add(quoted(m_layout.total));
    addTime(m_layout.startsAt, m_layout.startsAtKind);
    addTime(m_layout.endsAt, m_layout.endsAtKind);
    if (!m_layout.unlimited.isEmpty()) {
        for (const QString &name : {m_layout.total, m_layout.remaining}) {
            add(name.isEmpty() ? QString()
                               : QStringLiteral("CAST(%1 AS CHAR)").arg(quotedIdentifier(name)));
        }
    }
    return QStringLiteral("SELECT %1 FROM %2")
        .arg(columns.join(QStringLiteral(", ")), m_layout.stockOf(m_coupon));
}

QString Snapshot::rowColumnsSql() const
{
    const auto orZero = [](const QString &expression) {
        return expression.isEmpty() ? QStringLiteral("0") : expression;
    };
    QStringList columns = {
        m_layout.rowIdSql(), quotedIdentifier(m_layout.issuedUser),
        orZero(m_layout.issuedAt.isEmpty()
                   ? QString()
                   : TableLayout::microsecondsSql(m_layout.issuedAt, m_layout.issuedAtKind))};
    for (const QString &name :
         QStringList{m_layout.issuedRequestId, m_layout.quantity} + m_layout.within) {
        if (!name.isEmpty()) {
            columns << quotedIdentifier(name);
        }
    }
    return columns.join(QStringLiteral(", "));
}

QString Snapshot::rowsSql() const
{
    return QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
        .arg(rowColumnsSql(), m_layout.issuedOf(m_coupon), m_layout.rowOrderSql());
}

/// A total says it where there is one; else what is left.
bool Snapshot::saysUnlimited(const QVariant &total, const QVariant &remaining) const
{
    const bool hasTotal = !m_layout.total.isEmpty();
    if (!hasTotal && m_layout.remaining.isEmpty()) {
        return false;
    }
    const QVariant &figure = hasTotal ? total : remaining;
    return std::any_of(m_layout.unlimited.begin(), m_layout.unlimited.end(),
                       [&figure](const QString &value) {
                           return value.isNull() ? figure.isNull()
                                                 : !figure.isNull() && figure.toString() == value;
                       });
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
    if (!m_layout.unlimited.isEmpty()) {
        const QVariant total = query.value().value(column);
        m_unlimited = saysUnlimited(total, query.value().value(column + 1));
    }
    if (m_unlimited) {
        m_remaining.reset();
        m_total.reset();
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

IssuedRow Snapshot::takeRow(const QSqlQuery &query)
{
    IssuedRow row;
    const QVariant id = query.value(0);
    const bool hasNumber = !m_layout.issuedIdIsText && !m_layout.issuedId.isEmpty();
    row.key = hasNumber ? id.toLongLong() : static_cast<std::int64_t>(qHash(id.toString(), 1));
    row.user = m_people.idOf(query.value(1));
    const QVariant at = query.value(2);
    row.issuedAtUs = at.isNull() ? IssuedRow::kNoTime : at.toLongLong();
    int column = 3;
    if (!m_layout.issuedRequestId.isEmpty()) {
        row.request = requestOf(query.value(column++));
    }
    if (!m_layout.quantity.isEmpty()) {
        const QVariant pieces = query.value(column++);
        row.pieces = pieces.isNull() || pieces.toLongLong() < 0 || pieces.toLongLong() > kMostPieces
                         ? IssuedRow::kNoPieces
                         : pieces.toLongLong();
    }
    for (qsizetype i = 0; i < m_layout.within.size(); ++i) {
        const QVariant value = query.value(column++);
        row.group = qHashMulti(row.group, value.isNull(), value.toString());
    }
    return row;
}

Result<void, SqlError> Snapshot::readRows()
{
    auto query = m_connection->query(rowsSql());
    if (!query) {
        return Failure{query.error()};
    }
    const bool counted = m_layout.issuedIdIsText || m_layout.issuedId.isEmpty();
    while (query.value().next()) {
        if (m_layout.issuedIdIsText) {
            m_rowNames.append(query.value().value(0).toString());
        }
        m_rows.push_back(takeRow(query.value()));
        m_rows.back().id = counted ? static_cast<std::int64_t>(m_rows.size()) : m_rows.back().key;
    }
    return readHiddenRows();
}

Result<void, SqlError> Snapshot::readHiddenRows()
{
    if (m_layout.issuedWhere.isEmpty()) {
        return {};
    }
    auto query = m_connection->query(
        QStringLiteral("SELECT %1 FROM %2 AND NOT COALESCE((%3), FALSE) ORDER BY %4")
            .arg(rowColumnsSql(), m_layout.allIssuedOf(m_coupon), m_layout.issuedWhere,
                 m_layout.rowOrderSql()));
    if (!query) {
        return Failure{query.error()};
    }
    while (query.value().next()) {
        m_hiddenRows.push_back(takeRow(query.value()));
        m_hiddenRows.back().id = m_hiddenRows.back().key;
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
