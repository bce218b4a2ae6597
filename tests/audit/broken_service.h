// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit.h"
#include "database/connection.h"
#include "issuance/in_process_target.h"
#include "load/target.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace stampede::test {

/// One line to the database with the statements that broken services are made of. Every statement
/// has to succeed unless its name says otherwise.
class Line
{
public:
    Line(const ConnectionSettings &settings, CouponId coupon);

    void run(const QString &sql);
    /// Native error code of the statement, 0 where it succeeded.
    int tryRun(const QString &sql);
    std::int64_t number(const QString &sql);

    void begin() { run(QStringLiteral("START TRANSACTION")); }
    void commit() { run(QStringLiteral("COMMIT")); }
    void rollBack() { run(QStringLiteral("ROLLBACK")); }
    std::int64_t stock(const char *locking = "");
    std::int64_t rowsOf(std::int64_t user);
    /// `quantity` becomes that expression.
    void setStock(const QString &expression);
    QString stockUpdate(const QString &expression) const;
    /// Writes the row and gives its id.
    std::int64_t insert(std::int64_t user);
    QString insertion(std::int64_t user) const;
    /// The coupon's own counter, kept right so that it is no second finding.
    void countOne();
    static void pause(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

private:
    std::unique_ptr<Connection> m_connection;
    CouponId m_coupon;
};

/// How a service serves one request: its line, the request, and the answer to fill in.
using Serve = std::function<void(Line &, const Request &, Operation &)>;

/// A service that is broken in one way, run by the real load engine against the real database and
/// judged by the real audit.
struct BrokenRun
{
    std::int64_t stock = 1;
    bool uniqueKey = true;
    std::vector<std::int64_t> users; ///< one virtual user each, all at once
    Serve serve;                     ///< else:
    ServiceSettings service;         ///< the real service with layers or isolation changed
    int requestsEach = 1;
    bool oneByOne = false; ///< one virtual user asks for all of them in turn
    QString addition{};    ///< a statement for the tables before the load, e.g. a foreign key

    [[nodiscard]] AuditReport audit() const;
    /// The same, and how often each answer was given.
    [[nodiscard]] AuditReport audit(OutcomeCounts &outcomes) const;
};

} // namespace stampede::test
