// SPDX-License-Identifier: MIT
// bench_issuing [TURNS [REQUESTS]] - our crowd against sysbench with the same statements, the same
// 100 connections and the same private server (data in memory), in paired turns. Ours keeps
// history, histograms and timeline as always. Prints ratios (ours : sysbench) of coupons a second
// and of the client's processor time a transaction, their medians and spread. sysbench has to be
// installed. It reads the locked row as text, as it cannot fetch from prepared statements.

#include "bench_database.h"

#include "base/check.h"
#include "issuance/in_process_target.h"
#include "load/engine.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace stampede;

constexpr int kVus = 100;

constexpr auto kScript = R"lua(
function thread_init()
  drv = sysbench.sql.driver()
  con = drv:connect()
  upd = con:prepare("UPDATE coupons SET quantity = ?, issued_count = issued_count + 1 WHERE id = ?")
  left = upd:bind_create(sysbench.sql.type.INT)
  one = upd:bind_create(sysbench.sql.type.INT)
  upd:bind_param(left, one)
  ins = con:prepare("INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (?, ?, ?)")
  who = ins:bind_create(sysbench.sql.type.INT)
  what = ins:bind_create(sysbench.sql.type.INT)
  when = ins:bind_create(sysbench.sql.type.BIGINT)
  ins:bind_param(who, what, when)
  done = 0
end
function event()
  local user = done * sysbench.opt.threads + sysbench.tid + 1
  done = done + 1
  con:query("BEGIN")
  local row = con:query_row([[SELECT quantity, starts_at, ends_at,
    CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) FROM coupons WHERE id = 1 FOR UPDATE]])
  con:query_row("SELECT (SELECT COUNT(*) FROM users WHERE id = " .. user ..
    "), (SELECT COUNT(*) FROM user_coupons WHERE user_id = " .. user .. " AND coupon_id = 1)")
  left:set(tonumber(row) - 1)
  one:set(1)
  upd:execute()
  who:set(user)
  what:set(1)
  when:set(1700000000000000)
  ins:execute()
  con:query("COMMIT")
end
function thread_done()
  con:disconnect()
end
)lua";

struct Turn
{
    double perSecond = 0;
    double cpuUs = 0; ///< of the client, a transaction
};

double childrenCpuSeconds()
{
    rusage usage{};
    STAMPEDE_CHECK(getrusage(RUSAGE_CHILDREN, &usage) == 0);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Contest
{
public:
    Contest(const QString &folder, int requests)
        : m_requests(requests)
        , m_database(folder, 2 * kVus + 40, 2LL * requests)
    {
        QFile script(folder + QStringLiteral(".lua"));
        STAMPEDE_CHECK(script.open(QIODevice::WriteOnly));
        script.write(kScript);
        script.close();
        m_script = script.fileName();
        m_database.reset();
        // What starting, connecting and ending costs is no transaction's.
        m_idleCpu = sysbenchRun(kVus).cpuUs * kVus;
    }

    Turn ours()
    {
        const CouponId coupon = m_database.reset();
        LoadPlan plan;
        plan.pacing = Pacing::SharedIterations;
        plan.vus = kVus;
        plan.iterations = m_requests;
        plan.durationNs = std::chrono::nanoseconds(std::chrono::minutes(10)).count();
        plan.timeoutNs = std::chrono::nanoseconds(std::chrono::seconds(60)).count();
        plan.userOf = [](std::uint64_t request) { return static_cast<std::int64_t>(request) + 1; };
        InProcessTarget target(m_database.settings(), {}, coupon, plan.timeoutNs, plan.vus);
        const auto result = Engine(plan, target).run({});
        STAMPEDE_CHECK(result.ok());
        const OutcomeCounts counts = countOutcomes(result.value().history);
        STAMPEDE_CHECK(counts.of(Outcome::Issued) == static_cast<std::uint64_t>(m_requests));
        return {m_requests * 1e9 / static_cast<double>(result.value().lengthNs),
                result.value().cpuSeconds * 1e6 / m_requests};
    }

    Turn sysbench()
    {
        m_database.reset();
        Turn turn = sysbenchRun(m_requests);
        turn.cpuUs -= m_idleCpu / m_requests;
        return turn;
    }

private:
    Turn sysbenchRun(int events)
    {
        const double before = childrenCpuSeconds();
        QProcess process;
        process.start(
            QStringLiteral("sysbench"),
            {m_script, QStringLiteral("--mysql-socket=%1").arg(m_database.settings().socket),
             QStringLiteral("--mysql-user=%1").arg(m_database.settings().user),
             QStringLiteral("--mysql-password=%1").arg(m_database.settings().password),
             QStringLiteral("--mysql-db=%1").arg(m_database.settings().database),
             QStringLiteral("--threads=%1").arg(kVus), QStringLiteral("--events=%1").arg(events),
             QStringLiteral("--time=0"), QStringLiteral("run")});
        if (!process.waitForFinished(-1) || process.exitCode() != 0) {
            std::fprintf(stderr, "sysbench failed: %s%s\n",
                         process.readAllStandardOutput().constData(),
                         process.readAllStandardError().constData());
            std::exit(1);
        }
        static const QRegularExpression total(QStringLiteral("total time:\\s*([0-9.]+)s"));
        const QString out = QString::fromUtf8(process.readAllStandardOutput());
        const double seconds = total.match(out).captured(1).toDouble();
        return {events / seconds, (childrenCpuSeconds() - before) * 1e6 / events};
    }

    int m_requests;
    bench::BenchDatabase m_database;
    QString m_script;
    double m_idleCpu = 0; ///< µs
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int turns = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
    const int requests = argc > 2 ? std::max(kVus, std::atoi(argv[2])) : 10'000;
    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    QTemporaryDir folder(QStringLiteral("/dev/shm/stampede-bench-XXXXXX"));
    // The server may run as another account.
    QFile::setPermissions(folder.path(),
                          QFile::permissions(folder.path()) | QFile::ExeOther | QFile::ReadOther);
    Contest contest(folder.filePath(QStringLiteral("data")), requests);
    std::vector<double> rates;
    std::vector<double> costs;
    for (int turn = 0; turn < turns; ++turn) {
        const bool oursFirst = turn % 2 == 0;
        const Turn first = oursFirst ? contest.ours() : contest.sysbench();
        const Turn second = oursFirst ? contest.sysbench() : contest.ours();
        const Turn &ours = oursFirst ? first : second;
        const Turn &peer = oursFirst ? second : first;
        std::printf("ours %5.0f/s %4.0f us CPU, sysbench %5.0f/s %4.0f us CPU\n", ours.perSecond,
                    ours.cpuUs, peer.perSecond, peer.cpuUs);
        std::fflush(stdout);
        rates.push_back(ours.perSecond / peer.perSecond);
        costs.push_back(ours.cpuUs / peer.cpuUs);
    }
    bench::report("issued a second, ours : sysbench", rates);
    bench::report("client CPU a transaction, ours : sysbench", costs);
    return 0;
}
