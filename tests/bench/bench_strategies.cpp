// SPDX-License-Identifier: MIT
// bench_strategies [--vus N,N] [--turns N] [--parts issuing,refusals] [--strategies A,B]
//     [--data-dir DIR] [--binlog] [--seconds S] - every strategy in turns within one run, on one
// private server (data in /dev/shm unless told otherwise). Prints a Markdown table: medians over
// the turns with their spread, as ratios to the reference of the same turn and to the server's own
// ceiling of that turn: multi-row inserts of 100 rows by one connection, same durability.

#include "bench_database.h"
#include "strategy_contest.h"

#include "base/check.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using namespace stampede;
using bench::Contender;
using bench::StrategyContest;
using bench::StrategyTurn;

/// Of one figure over the turns: "median (from to)".
QString spread(std::vector<double> values, int decimals)
{
    if (values.empty()) {
        return QStringLiteral("-");
    }
    std::sort(values.begin(), values.end());
    return QStringLiteral("%1 (%2–%3)")
        .arg(values[values.size() / 2], 0, 'f', decimals)
        .arg(values.front(), 0, 'f', decimals)
        .arg(values.back(), 0, 'f', decimals);
}

/// What all turns of one contender came to.
struct Line
{
    std::vector<double> perSecond;
    std::vector<double> toReference;
    std::vector<double> toCeiling;
    std::vector<double> p95Ms;
    std::vector<double> cpuUs;
    std::vector<double> serverCpuUs;
};

void print(const std::vector<Contender> &contenders, const std::vector<Line> &lines, bool issuing)
{
    std::printf("| strategy | %s/s | × reference | %sp95, ms | client CPU, µs | server CPU, µs |\n"
                "|---|---|---|%s---|---|---|\n",
                issuing ? "issued" : "refused", issuing ? "× ceiling | " : "",
                issuing ? "---|" : "");
    for (std::size_t i = 0; i < contenders.size(); ++i) {
        const Line &line = lines[i];
        const QString ceiling =
            issuing ? spread(line.toCeiling, 3) + QStringLiteral(" | ") : QString();
        std::printf("| %s | %s | %s | %s%s | %s | %s |\n", qPrintable(contenders[i].name),
                    spread(line.perSecond, 0).toUtf8().constData(),
                    spread(line.toReference, 2).toUtf8().constData(), ceiling.toUtf8().constData(),
                    spread(line.p95Ms, 2).toUtf8().constData(),
                    spread(line.cpuUs, 0).toUtf8().constData(),
                    spread(line.serverCpuUs, 0).toUtf8().constData());
    }
    std::fflush(stdout);
}

void compete(StrategyContest &contest, const std::vector<Contender> &contenders, int vus, int turns,
             bool issuing)
{
    std::vector<Line> lines(contenders.size());
    std::vector<double> ceilings;
    contest.warmUp(contenders, vus, issuing);
    for (int turn = 0; turn < turns; ++turn) {
        const double ceiling = issuing ? contest.ceiling() : 0;
        ceilings.push_back(ceiling);
        std::vector<StrategyTurn> results(contenders.size());
        for (std::size_t step = 0; step < contenders.size(); ++step) {
            // Everybody comes first once.
            const std::size_t i = (step + static_cast<std::size_t>(turn)) % contenders.size();
            results[i] = contest.turn(i, contenders[i], vus, issuing);
        }
        for (std::size_t i = 0; i < contenders.size(); ++i) {
            lines[i].perSecond.push_back(results[i].perSecond);
            lines[i].toReference.push_back(results[i].perSecond / results[0].perSecond);
            lines[i].toCeiling.push_back(issuing ? results[i].perSecond / ceiling : 0);
            lines[i].p95Ms.push_back(results[i].p95Ms);
            lines[i].cpuUs.push_back(results[i].cpuUs);
            lines[i].serverCpuUs.push_back(results[i].serverCpuUs);
        }
    }
    std::printf("\n%s, %d VUs, %d turns", issuing ? "Issuing" : "Refusing after sell-out", vus,
                turns);
    if (issuing) {
        std::printf(", ceiling %s rows/s", spread(ceilings, 0).toUtf8().constData());
    }
    std::printf("\n\n");
    print(contenders, lines, issuing);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption vus(QStringLiteral("vus"), QString(), QStringLiteral("N,N"),
                                 QStringLiteral("10,100"));
    const QCommandLineOption turns(QStringLiteral("turns"), QString(), QStringLiteral("N"),
                                   QStringLiteral("7"));
    const QCommandLineOption parts(QStringLiteral("parts"), QString(), QStringLiteral("A,B"),
                                   QStringLiteral("issuing,refusals"));
    const QCommandLineOption only(QStringLiteral("strategies"), QString(), QStringLiteral("A,B"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QString(), QStringLiteral("S"),
                                     QStringLiteral("0.4"));
    const QCommandLineOption data(QStringLiteral("data-dir"), QString(), QStringLiteral("DIR"),
                                  QStringLiteral("/dev/shm"));
    const QCommandLineOption binlog(QStringLiteral("binlog"));
    parser.addOptions({vus, turns, parts, only, seconds, data, binlog});
    parser.process(application);

    STAMPEDE_CHECK(Connection::prepareDriver().ok());
    QTemporaryDir folder(parser.value(data) + QStringLiteral("/stampede-bench-XXXXXX"));
    STAMPEDE_CHECK(folder.isValid());
    // The server may run as another account.
    QFile::setPermissions(folder.path(),
                          QFile::permissions(folder.path()) | QFile::ExeOther | QFile::ReadOther);
    StrategyContest contest(folder.filePath(QStringLiteral("data")), parser.isSet(binlog),
                            parser.value(seconds).toDouble());
    const QStringList wanted = parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parser.value(parts).split(QLatin1Char(','))) {
        const bool issuing = part == QLatin1String("issuing");
        for (const QString &count : parser.value(vus).split(QLatin1Char(','))) {
            compete(contest, bench::contenders(wanted, !issuing), count.toInt(),
                    std::max(1, parser.value(turns).toInt()), issuing);
        }
    }
    return 0;
}
