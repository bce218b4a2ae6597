// SPDX-License-Identifier: MIT
// Runs many short scenarios with every strategy (--count N runs a strategy, at most 300 requests
// each), seed, model, virtual users, people, stock and latch drawn at random and printed, each
// audited: fails on any violation and on any false alarm. Contention is an answer, not an alarm:
// the optimistic strategy gives up by design. Prints one line a strategy.

#include "run_support.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

using namespace stampede;

namespace {

constexpr int kMostRequests = 300;
constexpr quint32 kSeed = 20261125;

/// The settings of run `i`; the same for the same number.
QStringList settingsOf(int i, StrategyKind strategy)
{
    QRandomGenerator random(kSeed + static_cast<quint32>(i) * 8U + static_cast<quint32>(strategy));
    const QStringList models = {QStringLiteral("burst"),
                                QStringLiteral("shared-iterations"),
                                QStringLiteral("per-vu-iterations"),
                                QStringLiteral("constant-vus"),
                                QStringLiteral("ramping-vus"),
                                QStringLiteral("constant-arrival-rate"),
                                QStringLiteral("ramping-arrival-rate")};
    const QStringList picks = {QStringLiteral("random"), QStringLiteral("each-once"),
                               QStringLiteral("fixed"), QStringLiteral("zipf")};
    const QString model = models[random.bounded(static_cast<int>(models.size()))];
    const int vus = random.bounded(1, 41);
    const int users = random.bounded(1, 81);
    const auto set = [](const char *path, const QString &value) {
        return QString::fromLatin1(path) + QLatin1Char('=') + value;
    };
    QStringList settings = {
        set("seed", QString::number(random.bounded(1, 1'000'000))),
        set("load.model", model),
        set("load.vus", QString::number(vus)),
        set("users.count", QString::number(users)),
        set("users.pick", picks[random.bounded(static_cast<int>(picks.size()))]),
        set("coupon.stock", QString::number(random.bounded(0, 61))),
        set("service.strategy", strategyKey(strategy)),
        set("service.soldOutLatch",
            random.bounded(4) == 0 ? QStringLiteral("true") : QStringLiteral("false")),
        set("service.retries", QString::number(random.bounded(0, 6))),
    };
    if (model == QLatin1String("shared-iterations")) {
        settings << set("load.iterations", QString::number(random.bounded(1, kMostRequests + 1)));
    } else if (model == QLatin1String("per-vu-iterations")) {
        settings << set("load.iterations",
                        QString::number(random.bounded(1, kMostRequests / vus + 1)));
    } else if (model == QLatin1String("constant-vus")) {
        settings << set("load.duration", QStringLiteral("60ms"));
    } else if (model == QLatin1String("ramping-vus")) {
        settings << set("load.stages", QStringLiteral("30ms:%1, 30ms:0").arg(vus));
    } else if (model == QLatin1String("constant-arrival-rate")) {
        settings << set("load.duration", QStringLiteral("300ms"))
                 << set("load.rate", QString::number(random.bounded(10, 1000)));
    } else if (model == QLatin1String("ramping-arrival-rate")) {
        settings << set("load.stages", QStringLiteral("300ms:%1").arg(random.bounded(10, 2000)));
    }
    return settings;
}

/// What was said that is not so, or nothing. That requests gave up is so; the rest of a clean run
/// is not.
QString falseAlarm(const RunRecord &record)
{
    if (!record.audit) {
        return record.auditError;
    }
    const bool gaveUp = record.outcomes.of(Outcome::Contention) > 0;
    QStringList alarms;
    for (const CheckResult &check : record.audit->checks) {
        const bool isNews =
            check.verdict == CheckVerdict::Fail || check.verdict == CheckVerdict::Inconclusive;
        if (isNews && !(gaveUp && check.id == QLatin1String("no-server-errors"))) {
            alarms << QStringLiteral("%1: %2").arg(check.id, check.explanation);
        }
    }
    if (!record.audit->wrongAnswers.empty()) {
        alarms << QStringLiteral("%1 answers called wrong").arg(record.audit->wrongAnswers.size());
    }
    const bool mayMissLimit = gaveUp && record.verdict == RunVerdict::Thresholds;
    if (alarms.isEmpty() && record.verdict != RunVerdict::Pass && !mayMissLimit) {
        alarms << runVerdictKey(record.verdict);
    }
    return alarms.join(QStringLiteral("; "));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = test::campaignCount(application, 200);
    QTextStream out(stdout);
    int alarms = 0;
    for (const StrategyKind strategy : kAllStrategies) {
        qint64 requests = 0;
        qint64 issued = 0;
        qint64 gaveUp = 0;
        int wrong = 0;
        for (int i = 0; i < count; ++i) {
            const QStringList settings = settingsOf(i, strategy);
            const auto result =
                test::run(test::preset(QStringLiteral("latch-100-vs-10"), settings));
            const QString what = result.ok() ? falseAlarm(result.value()) : result.error().message;
            if (result.ok()) {
                requests += static_cast<qint64>(result.value().outcomes.total());
                issued += static_cast<qint64>(result.value().outcomes.of(Outcome::Issued));
                gaveUp += static_cast<qint64>(result.value().outcomes.of(Outcome::Contention));
            }
            if (!what.isEmpty()) {
                ++wrong;
                out << "  run " << i << " (" << settings.join(QLatin1Char(' ')) << "): " << what
                    << Qt::endl;
            }
        }
        alarms += wrong;
        out << strategyKey(strategy) << ": " << count << " runs, " << requests << " requests, "
            << issued << " issued, " << gaveUp << " contention, " << wrong << " with an alarm"
            << Qt::endl;
    }
    return alarms == 0 ? 0 : 1;
}
