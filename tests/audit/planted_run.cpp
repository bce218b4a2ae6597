// SPDX-License-Identifier: MIT
#include "planted_run.h"

#include "base/clock.h"

#include <QDateTime>

#include <algorithm>

namespace stampede::test {

PlantedRun::PlantedRun(std::int64_t stock, std::int64_t users, bool uniqueKey)
    : m_connection(TestDatabase::instance().freshConnection())
    , m_nowUs(QDateTime::currentMSecsSinceEpoch() * 1000)
{
    StartingState state;
    state.couponName = QStringLiteral("WELCOME10");
    state.stock = stock;
    state.startsAtUs = m_nowUs - 1'000'000'000;
    state.endsAtUs = m_nowUs + 1'000'000'000;
    state.users = users;
    state.uniqueKey = uniqueKey;
    auto prepared = prepareTables(*m_connection, state);
    STAMPEDE_CHECK(prepared.ok());
    m_coupon = prepared.value();
    input.coupon = m_coupon;
    input.initialStock = stock;
    input.startsAtUs = state.startsAtUs;
    input.endsAtUs = state.endsAtUs;
    input.uniqueKeyExpected = uniqueKey;
    input.settled.atRest = true;
    input.layout = TableLayout::own();
    // Nothing is predicted for a planted run: every figure lies within.
    input.predictedForAsked.remaining.min = -1'000'000;
}

PlantedRun &PlantedRun::told(std::int64_t user, Outcome outcome, std::int64_t rowId)
{
    Operation operation;
    operation.request = static_cast<std::uint32_t>(m_history.size());
    operation.invokedNs = static_cast<std::int64_t>(m_history.size()) * 20 * kNsPerMs;
    operation.returnedNs =
        outcome == Outcome::Unknown ? Operation::kNoAnswer : operation.invokedNs + 10 * kNsPerMs;
    operation.user = user;
    operation.outcome = outcome;
    operation.rowId = rowId;
    m_history.push_back(operation);
    return *this;
}

std::int64_t PlantedRun::row(std::int64_t user)
{
    sql(QStringLiteral(
            "INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (%1, %2, %3)")
            .arg(user)
            .arg(m_coupon.value)
            .arg(m_nowUs));
    const auto id = m_connection->value(QStringLiteral("SELECT LAST_INSERT_ID()"));
    STAMPEDE_CHECK(id.ok());
    sql(QStringLiteral("UPDATE coupons SET issued_count = issued_count + 1"));
    return id.value().toLongLong();
}

PlantedRun &PlantedRun::issued(std::int64_t user)
{
    return told(user, Outcome::Issued, row(user));
}

PlantedRun &PlantedRun::theFirstReadTheRow(int people)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(people); ++i) {
        m_history[i].lockedUs = 1'000;
    }
    return *this;
}

PlantedRun &PlantedRun::sql(const QString &statement)
{
    STAMPEDE_CHECK(m_connection->execute(statement).ok());
    return *this;
}

PlantedRun &PlantedRun::stockIs(std::int64_t remaining)
{
    return sql(QStringLiteral("UPDATE coupons SET quantity = %1").arg(remaining));
}

AuditReport PlantedRun::audit()
{
    input.history = m_history;
    auto report = runAudit(*m_connection, input);
    STAMPEDE_CHECK(report.ok());
    return std::move(report).value();
}

QString failedChecks(const AuditReport &report)
{
    QStringList ids;
    for (const CheckResult &check : report.findings()) {
        ids << check.id;
    }
    ids.sort();
    return ids.join(QLatin1Char(' '));
}

QString cells(const AuditReport &report, const QString &id, const QString &column)
{
    const CheckResult *check = report.check(id);
    STAMPEDE_CHECK(check != nullptr);
    const qsizetype at = check->columns.indexOf(column);
    QStringList values;
    for (const QVariantList &row : check->rows) {
        values << row.value(at).toString();
    }
    return values.join(QLatin1Char(' '));
}

} // namespace stampede::test
