// SPDX-License-Identifier: MIT
// Kills the server at a random moment of many runs (--count N, --seed S), the strategies in turn,
// and holds each audit against a look at the tables of its own. With full durability nobody who was
// told "issued" may be without a row, nothing may be called wrong, and everything in doubt must be
// settled. With --durability none the server flushes once a second only: whatever that loses must
// be found, and every person named. Prints one line a run.

#include "faulty_run.h"
#include "run_support.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

using namespace stampede;

namespace {

struct Sums
{
    int runs = 0;
    int reached = 0; ///< runs whose server was killed before the load was over
    int wrong = 0;
    int lossy = 0; ///< runs that lost something
    qint64 acknowledged = 0;
    qint64 inDoubt = 0;
    qint64 tookEffect = 0;
    qint64 lost = 0; ///< people told "issued" who have no row, or were told so again for the same
    qint64 slowestBackMs = 0;
};

/// The scenario of run `i`; the same for the same number and seed.
Scenario scenarioOf(int i, quint32 seed)
{
    QRandomGenerator random(seed * 100'000U + static_cast<quint32>(i));
    const int killMs = random.bounded(5, 600);
    const int users = random.bounded(300, 20'000);
    const auto set = [](const char *path, int value) {
        return QStringLiteral("%1=%2").arg(QString::fromLatin1(path)).arg(value);
    };
    Scenario scenario = test::preset(
        QStringLiteral("flash-sale"),
        {set("seed", random.bounded(1, 1'000'000)), set("load.vus", random.bounded(5, 41)),
         QStringLiteral("load.timeout=20s"), set("users.count", users),
         QStringLiteral("users.pick=") +
             (random.bounded(2) == 0 ? QStringLiteral("each-once") : QStringLiteral("random")),
         set("coupon.stock", random.bounded(100, users)),
         QStringLiteral("service.strategy=") +
             strategyKey(kAllStrategies[static_cast<std::size_t>(i) % kAllStrategies.size()]),
         QStringLiteral("faults=[{\"at\":\"%1ms\",\"kind\":\"server-kill\"}]").arg(killMs)});
    // Until some time after the server is back, whatever the strategy gets done.
    scenario.load.model = LoadModel::ConstantVus;
    scenario.load.duration = std::chrono::milliseconds(killMs + random.bounded(100, 800));
    scenario.thresholds.clear(); // errors are what is asked for
    return scenario;
}

/// What the audit says of lost rows and is not so.
QString wrongAboutLoss(const RunRecord &record, const test::KeptWord &kept)
{
    if (!record.audit) {
        return QStringLiteral("not audited: ") + record.auditError;
    }
    const auto found = [&record](const char *id) {
        const CheckResult *check = record.audit->check(QString::fromLatin1(id));
        return check != nullptr && check->verdict == CheckVerdict::Fail ? check->rowCount : 0;
    };
    const qint64 lost = found("issued-is-stored");
    const qint64 repeated = found("announced-once");
    if (lost != kept.withoutRow || record.audit->state.lostWrites != kept.withoutRow) {
        return QStringLiteral("%1 people have no row, the audit names %2")
            .arg(kept.withoutRow)
            .arg(lost);
    }
    if (repeated != kept.repeated) {
        return QStringLiteral("%1 answers told people again, the audit names %2")
            .arg(kept.repeated)
            .arg(repeated);
    }
    if (lost + repeated > 0 && record.verdict != RunVerdict::Violation) {
        return QStringLiteral("the verdict is ") + runVerdictKey(record.verdict);
    }
    return {};
}

class FaultCampaign
{
public:
    FaultCampaign(bool durable, quint32 seed)
        : m_durable(durable)
        , m_seed(seed)
    {}

    /// Makes run `i` and prints its line.
    void run(int i, QTextStream &out)
    {
        const ConnectionSettings settings = m_server.open();
        relax(settings);
        const Scenario scenario = scenarioOf(i, m_seed);
        const auto made = m_server.run(scenario);
        ++m_sums.runs;
        out << i << ": " << strategyKey(scenario.service.strategy) << ", kill at "
            << durationText(scenario.faults.first().at) << ", ";
        if (!made) {
            ++m_sums.wrong;
            out << "WRONG: " << made.error().message << Qt::endl;
            return;
        }
        judge(made.value(), settings, out);
    }
    [[nodiscard]] const Sums &sums() const { return m_sums; }

private:
    /// A server that was started again has its own setting back.
    void relax(const ConnectionSettings &settings) const
    {
        const auto admin = Connection::open(settings);
        STAMPEDE_CHECK(admin.ok());
        STAMPEDE_CHECK(
            admin.value()
                ->execute(QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = %1")
                              .arg(m_durable ? 1 : 0))
                .ok());
    }

    void judge(const RunRecord &record, const ConnectionSettings &settings, QTextStream &out)
    {
        const test::KeptWord kept = test::keptWord(record, settings);
        const qint64 missing = kept.withoutRow + kept.toldAgain;
        QString wrong = wrongAboutLoss(record, kept);
        if (wrong.isEmpty() && missing == 0) {
            wrong = test::wrongWithFaults(record);
        }
        if (wrong.isEmpty() && m_durable && missing > 0) {
            wrong = QStringLiteral("%1 acknowledged coupons are gone").arg(missing);
        }
        const InjectedFault &fault = record.faults.front();
        m_sums.wrong += wrong.isEmpty() ? 0 : 1;
        m_sums.reached += fault.beganNs ? 1 : 0;
        m_sums.lossy += missing > 0 ? 1 : 0;
        m_sums.lost += missing;
        m_sums.acknowledged += test::told(record, Outcome::Issued);
        m_sums.inDoubt += test::inDoubt(record);
        m_sums.tookEffect += record.audit ? record.audit->state.tookEffect : 0;
        const qint64 backMs =
            fault.beganNs && fault.endedNs ? (*fault.endedNs - *fault.beganNs) / 1'000'000 : 0;
        m_sums.slowestBackMs = std::max(m_sums.slowestBackMs, backMs);
        out << test::told(record, Outcome::Issued) << " issued, " << test::inDoubt(record)
            << " in doubt, " << (record.audit ? record.audit->state.tookEffect : 0)
            << " took effect, " << missing << " lost, "
            << (fault.beganNs ? QStringLiteral("back after %1 ms").arg(backMs)
                              : QStringLiteral("over before the kill"))
            << (wrong.isEmpty() ? QString() : QStringLiteral(" — WRONG: ") + wrong) << Qt::endl;
    }

    test::FaultyHost m_server;
    bool m_durable;
    quint32 m_seed;
    Sums m_sums;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("How many runs."),
                                   QStringLiteral("N"), QStringLiteral("100"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("Of the first run."),
                                  QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption durability(QStringLiteral("durability"),
                                        QStringLiteral("full, or none: flush once a second."),
                                        QStringLiteral("WORD"), QStringLiteral("full"));
    parser.addOptions({count, seed, durability});
    parser.process(application);
    const bool durable = parser.value(durability) != QLatin1String("none");
    FaultCampaign campaign(durable, parser.value(seed).toUInt());
    QTextStream out(stdout);
    for (int i = 0; i < parser.value(count).toInt(); ++i) {
        campaign.run(i, out);
    }
    const Sums &sums = campaign.sums();
    out << sums.runs << " runs, " << sums.reached << " killed in the load, " << sums.acknowledged
        << " issued, " << sums.inDoubt << " in doubt, " << sums.tookEffect << " took effect, "
        << sums.lost << " lost in " << sums.lossy << " runs, slowest back after "
        << sums.slowestBackMs << " ms, " << sums.wrong << " wrong" << Qt::endl;
    // A server that flushes once a second and never loses anything was not killed in earnest.
    const bool asExpected = durable || sums.lossy > 0;
    return sums.wrong == 0 && sums.reached > 0 && asExpected ? 0 : 1;
}
