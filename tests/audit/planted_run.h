// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit.h"
#include "database/schema.h"
#include "support/test_database.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace stampede::test {

/// A run whose answers and rows are written by hand, to be judged by the audit.
class PlantedRun
{
public:
    explicit PlantedRun(std::int64_t stock, std::int64_t users = 20, bool uniqueKey = true);

    /// Somebody was told something; the request takes 10 ms, requests follow each other.
    PlantedRun &told(std::int64_t user, Outcome outcome, std::int64_t row = 0);
    /// Writes a row, and counts the coupon's own counter up with it. Gives the row's id.
    std::int64_t row(std::int64_t user);
    /// A row and the answer that announces it.
    PlantedRun &issued(std::int64_t user);
    /// So many of those who were told had read the coupon's row.
    PlantedRun &theFirstReadTheRow(int people);
    PlantedRun &sql(const QString &statement);
    PlantedRun &stockIs(std::int64_t remaining);

    AuditReport audit();

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] CouponId coupon() const { return m_coupon; }
    AuditInput input;

private:
    std::unique_ptr<Connection> m_connection;
    CouponId m_coupon;
    std::vector<Operation> m_history;
    std::int64_t m_nowUs;
};

/// The ids of failed checks that judge the data, sorted and joined by blanks.
QString failedChecks(const AuditReport &report);
/// The values of one column of a check's rows, joined by blanks.
QString cells(const AuditReport &report, const QString &check, const QString &column);

} // namespace stampede::test
