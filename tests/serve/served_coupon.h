// SPDX-License-Identifier: MIT
#pragma once

#include "raw_client.h"
#include "serve/api_server.h"
#include "support/test_database.h"

#include <QString>

#include <memory>

namespace stampede::test {

/// What a service is set up with, for tests that want something else.
struct Served
{
    std::int64_t stock = 10;
    std::int64_t users = 300;
    std::int64_t startsInUs = -3'600'000'000;
    std::int64_t endsInUs = 3'600'000'000;
    ApiSettings api{};
};

/// A coupon in a database of its own and a service for it, at a free port of this machine.
class ServedCoupon
{
public:
    explicit ServedCoupon(Served served = {});

    [[nodiscard]] const ListenAddress &address() const { return m_server->address(); }
    [[nodiscard]] RawClient client() const { return RawClient(address()); }
    /// One request over a connection of its own.
    [[nodiscard]] HttpReply ask(const QByteArray &bytes) const { return client().ask(bytes); }
    [[nodiscard]] ApiServer &server() { return *m_server; }
    void endServer() { m_server.reset(); }

    /// Over a connection beside the service's.
    [[nodiscard]] Connection &database() { return *m_connection; }
    qint64 number(const QString &sql);
    void change(const QString &sql);
    qint64 stock() { return number(QStringLiteral("SELECT quantity FROM coupons")); }
    qint64 rows() { return number(QStringLiteral("SELECT COUNT(*) FROM user_coupons")); }
    /// The tables as they were at first.
    void reset();

    /// Holds the coupon's row until it is let go.
    void lockRow();
    void releaseRow();
    /// Requests that wait for the row.
    qint64 waiting();
    /// The connections of this database beside our own two.
    qint64 connections();

    /// The value of a sample of /metrics, e.g. name{label="x"}; −1 where there is none.
    qint64 sample(const QByteArray &name, const QByteArray &fields = {});

private:
    Served m_served;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_holder;
    std::unique_ptr<ApiServer> m_server;
};

} // namespace stampede::test
