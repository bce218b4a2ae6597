// SPDX-License-Identifier: MIT
// Measures a whole audit of a table with many rows: how long the reading takes, and every check.
// The tables are made on a private server of the program's own; nothing is compared with a limit.
//
//   bench_audit [ROWS]

#include "audit/audit.h"
#include "base/clock.h"
#include "database/private_server.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace stampede;

namespace {

void run(Connection &connection, const QString &sql)
{
    const auto done = connection.execute(sql);
    if (!done) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(sql), qPrintable(done.error().message));
        std::exit(1);
    }
}

double ms(std::int64_t ns)
{
    return static_cast<double>(ns) / 1e6;
}

/// Our own tables, or the same with people and ids as text.
void makeTables(Connection &connection, std::int64_t rows, bool text)
{
    const QString n = QString::number(rows);
    const QString idType = text ? QStringLiteral("VARCHAR(40)") : QStringLiteral("BIGINT");
    const QString id = text ? QStringLiteral("CONCAT('claim-', seq)") : QStringLiteral("seq");
    const QString user = text ? QStringLiteral("CONCAT('m', seq)") : QStringLiteral("seq");
    const QString coupon = text ? QStringLiteral("'SPRING'") : QStringLiteral("1");
    const QString couponType = text ? QStringLiteral("VARCHAR(40)") : QStringLiteral("BIGINT");
    run(connection, QStringLiteral("DROP TABLE IF EXISTS coupons, users, user_coupons"));
    run(connection,
        QStringLiteral("CREATE TABLE coupons (id %1 PRIMARY KEY, total_quantity BIGINT NOT NULL, "
                       "quantity BIGINT NOT NULL, issued_count BIGINT NOT NULL, starts_at BIGINT "
                       "NOT NULL, ends_at BIGINT NOT NULL)")
            .arg(couponType));
    run(connection, QStringLiteral("CREATE TABLE users (id %1 PRIMARY KEY)").arg(idType));
    run(connection,
        QStringLiteral("CREATE TABLE user_coupons (id %1 PRIMARY KEY, user_id %1 NOT NULL, "
                       "coupon_id %2 NOT NULL, issued_at BIGINT NOT NULL, UNIQUE KEY "
                       "uk_user_coupon (user_id, coupon_id))")
            .arg(idType, couponType));
    run(connection,
        QStringLiteral("INSERT INTO coupons VALUES (%1, %2, 0, %2, 0, 2000000000)").arg(coupon, n));
    run(connection, QStringLiteral("INSERT INTO users SELECT %1 FROM seq_1_to_%2").arg(user, n));
    run(connection, QStringLiteral("INSERT INTO user_coupons SELECT %1, %2, %3, seq FROM "
                                   "seq_1_to_%4")
                        .arg(id, user, coupon, n));
    run(connection, QStringLiteral("ANALYZE TABLE coupons, users, user_coupons"));
}

void measure(const ConnectionSettings &settings, std::int64_t rows, bool text)
{
    auto opened = Connection::open(settings);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        std::exit(1);
    }
    Connection &connection = *opened.value();
    makeTables(connection, rows, text);
    AuditInput input;
    input.coupon.value = 1;
    input.layout = TableLayout::own();
    if (text) {
        input.layout.issuedIdIsText = true;
        input.layout.usersAreText = true;
        input.layout.userFormat = QStringLiteral("m{userId}");
        input.layout.issuedCouponKey = QStringLiteral("'SPRING'");
        input.layout.stockCouponKey = input.layout.issuedCouponKey;
    }
    input.hasRun = false;
    input.hasScenario = false;
    input.initialStock = rows;
    input.endsAtUs = 2'000'000'000;
    input.settled.atRest = true;
    if (!connection.readOnlyFromNow(std::chrono::seconds(55))) {
        std::exit(1);
    }
    const std::int64_t beganNs = monotonicNs();
    auto snapshot = Snapshot::take(connection, input.layout, input.coupon);
    const std::int64_t readNs = monotonicNs();
    if (!snapshot) {
        std::fprintf(stderr, "%s\n", qPrintable(snapshot.error().message));
        std::exit(1);
    }
    const AuditReport report = auditSnapshot(snapshot.value(), input);
    const std::int64_t endNs = monotonicNs();
    std::printf("\n%lld rows, ids as %s\n", static_cast<long long>(rows),
                text ? "text" : "numbers");
    std::printf("  %-24s %9.1f ms\n", "reading stock and rows", ms(readNs - beganNs));
    std::int64_t inChecks = 0;
    for (const CheckResult &check : report.checks) {
        inChecks += check.tookNs;
        if (check.verdict != CheckVerdict::Pass && check.skipReason != SkipReason::NoRun) {
            std::printf("  %s\n", qPrintable(check.explanation));
        }
        if (check.skipReason != SkipReason::NoRun) {
            std::printf("  %-24s %9.1f ms  %s\n", qPrintable(check.id), ms(check.tookNs),
                        qPrintable(checkVerdictKey(check.verdict)));
        }
    }
    std::printf("  %-24s %9.1f ms\n", "the rest", ms(endNs - readNs - inChecks));
    std::printf("  %-24s %9.1f ms\n", "all", ms(endNs - beganNs));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const std::int64_t rows = argc > 1 ? std::max(1LL, std::atoll(argv[1])) : 1'000'000;
    if (!Connection::prepareDriver()) {
        std::fprintf(stderr, "Qt's driver for MySQL is missing\n");
        return 1;
    }
    // The server may run as another user, who cannot pass through a private home.
    QTemporaryDir folder(QStringLiteral("/var/tmp/stampede-bench-XXXXXX"));
    QFile::setPermissions(folder.path(),
                          QFile::permissions(folder.path()) | QFile::ExeOther | QFile::ExeGroup);
    PrivateServerSettings settings;
    settings.root = folder.filePath(QStringLiteral("servers"));
    auto server = PrivateServer::start(settings, [](const QString &) {});
    if (!server) {
        std::fprintf(stderr, "%s\n", qPrintable(server.error().message));
        return 1;
    }
    for (const bool text : {false, true}) {
        measure(server.value()->connectionSettings(), rows, text);
    }
    return 0;
}
