// SPDX-License-Identifier: MIT
#include "served_coupon.h"

#include "database/schema.h"

#include <QDateTime>

namespace stampede::test {

ServedCoupon::ServedCoupon(Served served)
    : m_served(std::move(served))
    , m_settings(TestDatabase::instance().freshDatabase())
    , m_connection(connectTo(m_settings))
{
    reset();
    ApiSettings settings = m_served.api;
    settings.pool.database = m_settings;
    auto socket = ListenSocket::take({QStringLiteral("127.0.0.1"), 0}, settings.token);
    STAMPEDE_CHECK(socket.ok());
    auto server = ApiServer::start(std::move(socket).value(), settings);
    STAMPEDE_CHECK(server.ok());
    m_server = std::move(server).value();
}

void ServedCoupon::reset()
{
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    StartingState state;
    state.couponName = QStringLiteral("\"WELCOME\" 10 %");
    state.discountPercent = 10;
    state.stock = m_served.stock;
    state.startsAtUs = nowUs + m_served.startsInUs;
    state.endsAtUs = nowUs + m_served.endsInUs;
    state.users = m_served.users;
    STAMPEDE_CHECK(prepareTables(*m_connection, state).ok());
}

qint64 ServedCoupon::number(const QString &sql)
{
    const auto value = m_connection->value(sql);
    STAMPEDE_CHECK(value.ok());
    return value.value().toLongLong();
}

void ServedCoupon::change(const QString &sql)
{
    STAMPEDE_CHECK(m_connection->execute(sql).ok());
}

void ServedCoupon::lockRow()
{
    m_holder = connectTo(m_settings);
    STAMPEDE_CHECK(m_holder->execute(QStringLiteral("SET autocommit = 0")).ok());
    STAMPEDE_CHECK(m_holder->value(QStringLiteral("SELECT id FROM coupons FOR UPDATE")).ok());
}

void ServedCoupon::releaseRow()
{
    STAMPEDE_CHECK(m_holder->rollback().ok());
    m_holder.reset();
}

qint64 ServedCoupon::waiting()
{
    return number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist WHERE "
                                 "db = DATABASE() AND info LIKE 'SELECT quantity%FOR UPDATE'"));
}

qint64 ServedCoupon::connections()
{
    return number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist WHERE "
                                 "db = DATABASE() AND id <> CONNECTION_ID()"));
}

qint64 ServedCoupon::sample(const QByteArray &name, const QByteArray &fields)
{
    const QList<QByteArray> lines = ask(getRequest("/metrics", fields)).body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name + ' ')) {
            return line.mid(name.size() + 1).toLongLong();
        }
    }
    return -1;
}

} // namespace stampede::test
