// SPDX-License-Identifier: MIT
#include "issuing_service.h"

#include "base/clock.h"

#include <QDateTime>
#include <QTest>

namespace stampede::test {

IssuingService::IssuingService(std::int64_t stock, std::int64_t users, bool uniqueKey)
    : m_settings(TestDatabase::instance().freshDatabase())
    , m_connection(connect())
{
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    StartingState state;
    state.couponName = QStringLiteral("WELCOME10");
    state.discountPercent = 10;
    state.stock = stock;
    state.startsAtUs = nowUs - 3'600'000'000;
    state.endsAtUs = nowUs + 3'600'000'000;
    state.users = users;
    state.balance = 100'000'000;
    state.uniqueKey = uniqueKey;
    auto prepared = prepareTables(*m_connection, state);
    STAMPEDE_CHECK(prepared.ok());
    coupon = prepared.value();
}

std::unique_ptr<Issuer> IssuingService::issuer(const ServiceSettings &service,
                                               std::chrono::milliseconds timeout, ServiceLog *log)
{
    auto line = std::make_shared<IssuerSession::Remote>();
    const std::int64_t timeoutNs = std::chrono::nanoseconds(timeout).count();
    std::shared_ptr<GroupCommitService> shared;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_shared) {
            m_shared = sharedServiceOf(m_settings, service, timeoutNs, log);
        }
        shared = m_shared;
    }
    auto issuer = openIssuer(
        std::make_unique<IssuerSession>(m_settings, service, timeoutNs, line, log), shared);
    STAMPEDE_CHECK(issuer.ok());
    const std::lock_guard lock(m_mutex);
    remote = std::move(line);
    return std::move(issuer).value();
}

IssueAnswer IssuingService::ask(Issuer &issuer, std::int64_t user,
                                std::chrono::milliseconds timeout) const
{
    return issuer.issue(UserId{user}, coupon, monotonicNs(),
                        std::chrono::nanoseconds(timeout).count());
}

std::unique_ptr<Connection> IssuingService::connect() const
{
    auto opened = Connection::open(m_settings);
    STAMPEDE_CHECK(opened.ok());
    return std::move(opened).value();
}

std::int64_t IssuingService::number(const QString &sql)
{
    const auto value = m_connection->value(sql);
    STAMPEDE_CHECK(value.ok());
    return value.value().toLongLong();
}

void IssuingService::change(const QString &sql)
{
    STAMPEDE_CHECK(m_connection->execute(sql).ok());
}

bool IssuingService::isWaitingForTheRow()
{
    // The list shows a statement while it is prepared as well, and then not until it is executed.
    return number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                 "WHERE db = DATABASE() AND command <> 'Prepare' AND info LIKE "
                                 "'SELECT quantity%FOR UPDATE'")) == 1;
}

qint64 IssuingService::waitingConnection(const Connection &owner)
{
    const QString query =
        QStringLiteral(
            "SELECT COALESCE(MAX(id), 0) FROM information_schema.processlist WHERE "
            "db = DATABASE() AND id NOT IN (%1, CONNECTION_ID()) AND command <> 'Sleep' "
            "AND time_ms >= 50 AND (info LIKE '%user_coupons%' OR info LIKE '%coupons%')")
            .arg(owner.id());
    qint64 id = 0;
    [&] { QTRY_VERIFY_WITH_TIMEOUT((id = number(query)) != 0, 10'000); }();
    return id;
}

} // namespace stampede::test
