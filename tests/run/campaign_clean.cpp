// SPDX-License-Identifier: MIT
// Runs many short clean scenarios (--count N, at most 300 requests each) over seeds, models, picks
// and sizes, and fails on any false alarm: a finding, a warning, a verdict other than pass, or a
// run that could not be decided. Prints one line a model, and every false alarm.

#include "run_support.h"

#include <QCoreApplication>
#include <QMap>
#include <QRandomGenerator>
#include <QTextStream>

using namespace stampede;

namespace {

constexpr int kMostRequests = 300;
constexpr quint32 kSeed = 20261123;

/// The settings of run `i`; the same for the same number.
QStringList settingsOf(int i, QString &model)
{
    QRandomGenerator random(kSeed + static_cast<quint32>(i));
    const QStringList models = {QStringLiteral("burst"),
                                QStringLiteral("shared-iterations"),
                                QStringLiteral("per-vu-iterations"),
                                QStringLiteral("constant-vus"),
                                QStringLiteral("ramping-vus"),
                                QStringLiteral("constant-arrival-rate"),
                                QStringLiteral("ramping-arrival-rate")};
    const QStringList picks = {QStringLiteral("random"), QStringLiteral("each-once"),
                               QStringLiteral("fixed"), QStringLiteral("zipf")};
    model = models[i % models.size()];
    const int vus = random.bounded(1, 41);
    const int users = random.bounded(1, 81);
    const auto set = [](const char *path, const QString &value) {
        return QString::fromLatin1(path) + QLatin1Char('=') + value;
    };
    QStringList settings = {
        set("seed", QString::number(i + 1)),
        set("load.model", model),
        set("load.vus", QString::number(vus)),
        set("users.count", QString::number(users)),
        set("users.pick", picks[random.bounded(static_cast<int>(picks.size()))]),
        set("coupon.stock", QString::number(random.bounded(0, 61))),
        set("service.layers.duplicateCheck",
            random.bounded(4) > 0 ? QStringLiteral("true") : QStringLiteral("false")),
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

/// What was said that is not so, or nothing.
QString falseAlarm(const RunRecord &record)
{
    if (!record.audit) {
        return record.auditError;
    }
    QStringList alarms;
    for (const CheckResult &check : record.audit->checks) {
        if (check.verdict == CheckVerdict::Fail || check.verdict == CheckVerdict::Inconclusive) {
            alarms << QStringLiteral("%1: %2").arg(check.id, check.explanation);
        }
    }
    if (!record.audit->wrongAnswers.empty()) {
        alarms << QStringLiteral("%1 answers called wrong").arg(record.audit->wrongAnswers.size());
    }
    if (alarms.isEmpty() && record.verdict != RunVerdict::Pass) {
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
    struct Tally
    {
        int runs = 0;
        int alarms = 0;
        qint64 requests = 0;
    };
    QMap<QString, Tally> byModel;
    int alarms = 0;
    for (int i = 0; i < count; ++i) {
        QString model;
        const QStringList settings = settingsOf(i, model);
        const auto result = test::run(test::preset(QStringLiteral("latch-100-vs-10"), settings));
        const QString what = result.ok() ? falseAlarm(result.value()) : result.error().message;
        Tally &tally = byModel[model];
        ++tally.runs;
        tally.requests += result.ok() ? static_cast<qint64>(result.value().outcomes.total()) : 0;
        if (!what.isEmpty()) {
            ++tally.alarms;
            ++alarms;
            out << "  run " << i << " (" << settings.join(QLatin1Char(' ')) << "): " << what
                << Qt::endl;
        }
    }
    for (auto it = byModel.constBegin(); it != byModel.constEnd(); ++it) {
        out << it.key() << ": " << it->runs << " runs, " << it->requests << " requests, "
            << it->alarms << " false alarms" << Qt::endl;
    }
    return alarms == 0 ? 0 : 1;
}
