// SPDX-License-Identifier: MIT
#pragma once

#include "database/schema.h"
#include "issuance/in_process_target.h"
#include "support/test_database.h"

#include <QString>

#include <chrono>
#include <memory>
#include <mutex>

namespace stampede::test {

/// A coupon in a database of its own, and issuers for it.
class IssuingService
{
public:
    explicit IssuingService(std::int64_t stock, std::int64_t users = 10, bool uniqueKey = true);

    /// Any thread; the issuer belongs to the thread that made it.
    std::unique_ptr<Issuer> issuer(const ServiceSettings &service = {},
                                   std::chrono::milliseconds timeout = std::chrono::seconds(5),
                                   ServiceLog *log = nullptr);
    /// One request, now.
    IssueAnswer ask(Issuer &issuer, std::int64_t user,
                    std::chrono::milliseconds timeout = std::chrono::seconds(5)) const;

    std::unique_ptr<Connection> connect() const;
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }
    /// A number read with a connection of its own.
    std::int64_t number(const QString &sql);
    void change(const QString &sql);

    /// Whether a request waits for the coupon's row.
    bool isWaitingForTheRow();
    /// The connection whose statement waits for what `owner` holds; 0, and a failure of the test,
    /// after 10 s.
    qint64 waitingConnection(const Connection &owner);

    /// What issuers share where the strategy has something.
    GroupCommitService *shared() { return m_shared.get(); }
    /// Lets go of it: it ends with the last issuer.
    void forgetShared() { m_shared.reset(); }

    std::int64_t stock() { return number(QStringLiteral("SELECT quantity FROM coupons")); }
    std::int64_t rows() { return number(QStringLiteral("SELECT COUNT(*) FROM user_coupons")); }

    CouponId coupon;
    /// Of the issuer made last.
    std::shared_ptr<IssuerSession::Remote> remote;

private:
    std::mutex m_mutex; ///< guards the two below while issuers are made in several threads
    std::shared_ptr<GroupCommitService>
        m_shared; ///< of all issuers, from the first on that needs it
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

/// Holds the coupon's row in a transaction of its own.
class RowHolder
{
public:
    explicit RowHolder(const IssuingService &service)
        : m_connection(service.connect())
    {
        STAMPEDE_CHECK(m_connection->execute(QStringLiteral("SET autocommit = 0")).ok());
        STAMPEDE_CHECK(
            m_connection->value(QStringLiteral("SELECT id FROM coupons FOR UPDATE")).ok());
    }
    void release() { STAMPEDE_CHECK(m_connection->rollback().ok()); }
    Connection &connection() { return *m_connection; }

private:
    std::unique_ptr<Connection> m_connection;
};

} // namespace stampede::test
