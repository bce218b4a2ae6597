// SPDX-License-Identifier: MIT
#include "bench_database.h"

#include "base/check.h"
#include "base/cpu_time.h"
#include "database/schema.h"

#include <QDateTime>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace stampede::bench {

BenchDatabase::BenchDatabase(const QString &folder, int connections, std::int64_t users)
    : m_host({DatabaseUrl::Kind::Managed, folder, {}, {}, 3306, {}, {}, {}}, {})
    , m_users(users)
{
    auto settings = m_host.open(connections, {});
    if (!settings) {
        std::fprintf(stderr, "%s\n", qPrintable(settings.error().message));
        std::exit(1);
    }
    m_settings = settings.value();
    auto connection = Connection::open(m_settings);
    STAMPEDE_CHECK(connection.ok());
    m_connection = std::move(connection).value();
}

double BenchDatabase::serverCpuSeconds() const
{
    const PrivateServer *server = m_host.privateServer();
    STAMPEDE_CHECK(server != nullptr);
    const auto used = processCpuSeconds(static_cast<pid_t>(server->processId()));
    STAMPEDE_CHECK(used.has_value());
    return *used;
}

CouponId BenchDatabase::reset(std::int64_t stock)
{
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    StartingState state;
    state.couponName = QStringLiteral("BENCH");
    state.stock = stock;
    state.startsAtUs = nowUs - 3'600'000'000;
    state.endsAtUs = nowUs + 36'000'000'000;
    state.users = m_users;
    const auto coupon = prepareTables(*m_connection, state);
    STAMPEDE_CHECK(coupon.ok());
    return coupon.value();
}

void report(const char *what, std::vector<double> ratios)
{
    std::sort(ratios.begin(), ratios.end());
    std::printf("%s: median %.3f, from %.3f to %.3f, %zu turns\n", what, ratios[ratios.size() / 2],
                ratios.front(), ratios.back(), ratios.size());
    std::fflush(stdout);
}

} // namespace stampede::bench
