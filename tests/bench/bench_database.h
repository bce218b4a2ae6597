// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "database/connection.h"
#include "database/database_host.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace stampede::bench {

/// A private server with its data in that folder and a coupon that is never sold out. What goes
/// wrong ends the program.
class BenchDatabase
{
public:
    BenchDatabase(const QString &folder, int connections, std::int64_t users);
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }
    /// Processor time that the server has used so far, seconds.
    [[nodiscard]] double serverCpuSeconds() const;
    /// Makes the tables anew, with nobody holding a coupon.
    CouponId reset(std::int64_t stock = 1'000'000'000);

private:
    DatabaseHost m_host;
    std::int64_t m_users;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

/// Prints the turns' ratios: their median and how far they spread.
void report(const char *what, std::vector<double> ratios);

} // namespace stampede::bench
