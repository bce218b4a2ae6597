// SPDX-License-Identifier: MIT
// bench_serve health|issuance|all [TURNS] — the service over HTTP against peers in the same
// program, in paired turns:
//   health    /healthz under wrk, against the least that Boost.Beast can do with one thread
//   issuance  coupons a second through HTTP (wrk), against the same issuers without it, with the
//             same number of connections to a private MariaDB whose data is in memory
// Prints ratios (service : peer), their median and spread. wrk has to be installed.

#include "bare_server.h"
#include "bench_database.h"

#include "issuance/in_process_target.h"
#include "load/engine.h"
#include "serve/api_server.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

using namespace stampede;

constexpr int kConnections = 16;
constexpr int kHealthClients = 64;
constexpr int kIssueClients = 64;
constexpr int kUsers = 60'000;
constexpr int kSecondsHealth = 2;
constexpr int kSecondsIssue = 2;

/// Answers a second, as wrk counts them.
double wrk(const QString &url, int clients, int seconds, const QString &script = {})
{
    QStringList words = {QStringLiteral("-t1"), QStringLiteral("-c%1").arg(clients),
                         QStringLiteral("-d%1s").arg(seconds)};
    if (!script.isEmpty()) {
        words << QStringLiteral("-s") << script;
    }
    QProcess process;
    process.start(QStringLiteral("wrk"), words << url);
    if (!process.waitForFinished(-1) || process.exitCode() != 0) {
        std::fprintf(stderr, "wrk failed: %s\n", process.readAllStandardError().constData());
        std::exit(1);
    }
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    static const QRegularExpression rate(QStringLiteral("Requests/sec:\\s*([0-9.]+)"));
    if (out.contains(QStringLiteral("Non-2xx")) || out.contains(QStringLiteral("Socket errors"))) {
        std::printf("%s", qPrintable(out));
    }
    return rate.match(out).captured(1).toDouble();
}

class Issuance
{
public:
    explicit Issuance(const QString &folder)
        : m_database(folder, 2 * kConnections + 40, kUsers)
        , m_coupon(m_database.reset())
    {
        QFile script(folder + QStringLiteral(".lua"));
        STAMPEDE_CHECK(script.open(QIODevice::WriteOnly));
        script.write("local user = 0\n"
                     "wrk.method = \"POST\"\n"
                     "request = function()\n"
                     "  user = user + 1\n"
                     "  return wrk.format(nil, nil, nil, '{\"userId\": ' .. user .. '}')\n"
                     "end\n");
        m_script = script.fileName();
        ApiSettings api;
        api.pool.database = m_database.settings();
        api.pool.connections = kConnections;
        auto socket = ListenSocket::take({QStringLiteral("127.0.0.1"), 0}, "");
        STAMPEDE_CHECK(socket.ok());
        auto server = ApiServer::start(std::move(socket).value(), api);
        STAMPEDE_CHECK(server.ok());
        m_server = std::move(server).value();
    }

    [[nodiscard]] QString address() const { return m_server->address().url(); }

    double overHttp()
    {
        m_database.reset();
        return wrk(address() + QStringLiteral("/api/coupons/1/issue"), kIssueClients, kSecondsIssue,
                   m_script);
    }

    double inProcess()
    {
        m_database.reset();
        LoadPlan plan;
        plan.pacing = Pacing::ConstantVus;
        plan.vus = kConnections;
        plan.durationNs = std::chrono::nanoseconds(std::chrono::seconds(kSecondsIssue)).count();
        plan.timeoutNs = std::chrono::nanoseconds(std::chrono::seconds(5)).count();
        plan.userOf = [](std::uint64_t request) { return static_cast<std::int64_t>(request) + 1; };
        InProcessTarget target(m_database.settings(), {}, m_coupon, plan.timeoutNs, plan.vus);
        Engine engine(plan, target);
        const auto result = engine.run({});
        STAMPEDE_CHECK(result.ok());
        const OutcomeCounts counts = countOutcomes(result.value().history);
        return static_cast<double>(counts.of(Outcome::Issued)) * 1e9 /
               static_cast<double>(result.value().lengthNs);
    }

private:
    bench::BenchDatabase m_database;
    CouponId m_coupon;
    QString m_script;
    std::unique_ptr<ApiServer> m_server;
};

void compareHealth(const Issuance &issuance, int turns)
{
    const bench::BareServer bare;
    const QString bareUrl = QStringLiteral("http://127.0.0.1:%1/healthz").arg(bare.port());
    const QString ownUrl = issuance.address() + QStringLiteral("/healthz");
    std::vector<double> ratios;
    for (int turn = 0; turn < turns; ++turn) {
        const bool ownFirst = turn % 2 == 0;
        const double first = wrk(ownFirst ? ownUrl : bareUrl, kHealthClients, kSecondsHealth);
        const double second = wrk(ownFirst ? bareUrl : ownUrl, kHealthClients, kSecondsHealth);
        const double own = ownFirst ? first : second;
        const double peer = ownFirst ? second : first;
        std::printf("health   %6.0f/s, bare Beast %6.0f/s\n", own, peer);
        ratios.push_back(own / peer);
    }
    bench::report("health, service : bare Beast", ratios);
}

void compareIssuance(Issuance &issuance, int turns)
{
    std::vector<double> ratios;
    for (int turn = 0; turn < turns; ++turn) {
        const bool ownFirst = turn % 2 == 0;
        const double first = ownFirst ? issuance.overHttp() : issuance.inProcess();
        const double second = ownFirst ? issuance.inProcess() : issuance.overHttp();
        const double own = ownFirst ? first : second;
        const double peer = ownFirst ? second : first;
        std::printf("issuance %6.0f/s, without HTTP %6.0f/s\n", own, peer);
        ratios.push_back(own / peer);
    }
    bench::report("issuance, over HTTP : without", ratios);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QByteArray what = argc > 1 ? argv[1] : "all";
    const int turns = argc > 2 ? std::max(1, std::atoi(argv[2])) : 7;
    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    QTemporaryDir folder(QStringLiteral("/dev/shm/stampede-bench-XXXXXX"));
    // The server may run as another account.
    QFile::setPermissions(folder.path(),
                          QFile::permissions(folder.path()) | QFile::ExeOther | QFile::ReadOther);
    Issuance issuance(folder.filePath(QStringLiteral("data")));
    if (what != "issuance") {
        compareHealth(issuance, turns);
    }
    if (what != "health") {
        compareIssuance(issuance, turns);
    }
    return 0;
}
