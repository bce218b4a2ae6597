// SPDX-License-Identifier: MIT
#include "strategy_contest.h"

#include "base/check.h"
#include "base/clock.h"
#include "issuance/in_process_target.h"
#include "load/engine.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace stampede::bench {

namespace {

constexpr int kMostVus = 1'000;
constexpr int kUsers = 100'000;
constexpr int kFewestAVu = 3;
constexpr int kRowsAnInsert = 100;

double p95Ms(const std::vector<Operation> &history)
{
    std::vector<std::int64_t> times;
    times.reserve(history.size());
    for (const Operation &operation : history) {
        times.push_back(operation.serviceNs());
    }
    const auto place = times.begin() + static_cast<std::ptrdiff_t>(times.size() * 95 / 100);
    std::nth_element(times.begin(), place, times.end());
    return static_cast<double>(*place) / 1e6;
}

QString rowsText(int first, CouponId coupon)
{
    QString sql =
        QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES ");
    for (int i = 0; i < kRowsAnInsert; ++i) {
        sql += QStringLiteral("%1(%2,%3,1700000000000000)")
                   .arg(i == 0 ? QString() : QStringLiteral(","), QString::number(first + i),
                        QString::number(coupon.value));
    }
    return sql + QStringLiteral("; COMMIT");
}

/// The folder, after what is found as the server's program starts it with its binary log on, each
/// transaction synced.
QString folderOf(const QString &folder, bool binlog)
{
    if (!binlog) {
        return folder;
    }
    const QString real = QStandardPaths::findExecutable(
        QStringLiteral("mariadbd"),
        QStringList{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    const QString programs = folder + QStringLiteral("-programs");
    STAMPEDE_CHECK(!real.isEmpty() && QDir().mkpath(programs));
    QFile program(programs + QStringLiteral("/mariadbd"));
    STAMPEDE_CHECK(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nexec " + QFile::encodeName(real) +
                  " \"$@\" --log-bin=bench --server-id=1 --sync-binlog=1\n");
    program.close();
    const auto everybody = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    STAMPEDE_CHECK(program.setPermissions(everybody));
    STAMPEDE_CHECK(QFile::setPermissions(programs, everybody | QFile::WriteOwner));
    qputenv("PATH", QFile::encodeName(programs) + ':' + qgetenv("PATH"));
    return folder;
}

} // namespace

std::vector<Contender> contenders(const QStringList &wanted, bool refusing)
{
    std::vector<Contender> all;
    for (const StrategyKind kind : kAllStrategies) {
        for (const bool latch : {false, true}) {
            Contender contender{strategyKey(kind), {}};
            contender.service.strategy = kind;
            contender.service.soldOutLatch = latch;
            if (latch) {
                contender.name += QStringLiteral("+latch");
            }
            const bool isReference = all.empty();
            if (isReference ||
                ((refusing || !latch) && (wanted.isEmpty() || wanted.contains(contender.name)))) {
                all.push_back(contender);
            }
        }
    }
    return all;
}

StrategyContest::StrategyContest(const QString &folder, bool binlog, double seconds)
    : m_seconds(seconds)
    , m_database(folderOf(folder, binlog), 2 * kMostVus + 40, kUsers)
{}

void StrategyContest::warmUp(const std::vector<Contender> &contenders, int vus, bool issuing)
{
    m_requests.clear();
    for (const Contender &contender : contenders) {
        const double perSecond =
            send(contender, vus, std::max(vus * kFewestAVu, 300), issuing).perSecond;
        const int fits = static_cast<int>(perSecond * m_seconds);
        m_requests.push_back(std::clamp(fits, std::max(vus * kFewestAVu, 100), kUsers));
    }
}

StrategyTurn StrategyContest::turn(std::size_t index, const Contender &contender, int vus,
                                   bool issuing)
{
    return send(contender, vus, m_requests[index], issuing);
}

StrategyTurn StrategyContest::send(const Contender &contender, int vus, int requests, bool issuing)
{
    const CouponId coupon = m_database.reset(issuing ? 1'000'000'000 : 0);
    LoadPlan plan;
    plan.pacing = Pacing::SharedIterations;
    plan.vus = vus;
    plan.iterations = requests;
    plan.durationNs = std::chrono::nanoseconds(std::chrono::minutes(10)).count();
    plan.timeoutNs = std::chrono::nanoseconds(std::chrono::seconds(60)).count();
    plan.userOf = [](std::uint64_t request) { return static_cast<std::int64_t>(request) + 1; };
    InProcessTarget target(m_database.settings(), contender.service, coupon, plan.timeoutNs, vus);
    const double serverBefore = m_database.serverCpuSeconds();
    const auto result = Engine(plan, target).run({});
    const double serverSeconds = m_database.serverCpuSeconds() - serverBefore;
    STAMPEDE_CHECK(result.ok());
    const OutcomeCounts counts = countOutcomes(result.value().history);
    const auto expected =
        static_cast<int>(counts.of(issuing ? Outcome::Issued : Outcome::OutOfStock));
    // Only who begins again where somebody was faster may run out of tries.
    const bool mayGiveUp = contender.service.strategy == StrategyKind::Optimistic;
    if (expected != requests && !(mayGiveUp && expected > 0)) {
        std::fprintf(stderr, "%s: only %d of %d answers were the expected one\n",
                     qPrintable(contender.name), expected, requests);
        std::exit(1);
    }
    return {expected * 1e9 / static_cast<double>(result.value().lengthNs),
            p95Ms(result.value().history), result.value().cpuSeconds * 1e6 / requests,
            serverSeconds * 1e6 / requests};
}

double StrategyContest::ceiling()
{
    const CouponId coupon = m_database.reset();
    auto opened = Connection::open(m_database.settings());
    STAMPEDE_CHECK(opened.ok());
    Connection &connection = *opened.value();
    STAMPEDE_CHECK(connection.execute(QStringLiteral("SET autocommit = 0")).ok());
    const std::int64_t startNs = monotonicNs();
    const auto lengthNs = static_cast<std::int64_t>(m_seconds * 1e9);
    int rows = 0;
    while (monotonicNs() - startNs < lengthNs) {
        auto sent = connection.send(rowsText(1 + rows, coupon));
        STAMPEDE_CHECK(sent.ok());
        STAMPEDE_CHECK(sent.value().nextResult());
        rows += kRowsAnInsert;
    }
    return rows * 1e9 / static_cast<double>(monotonicNs() - startNs);
}

} // namespace stampede::bench
