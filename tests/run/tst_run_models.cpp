// SPDX-License-Identifier: MIT
// Proves that runs of the open and ramping models come out as predicted, that a warm-up leaves no
// trace in what is counted or audited, that rounds are runs of their own of which the worst
// decides, that a limit may end the load, and that a change of the rate is kept.

#include "run_support.h"

#include "formats/json_report.h"
#include "record/run_figures.h"
#include "record/threshold_figures.h"
#include "record/verdict.h"
#include "run/rounds.h"
#include "test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace tst_run_models {

using namespace stampede;
using test::failedChecks;
using test::preset;
using test::told;

namespace {

const QString kHundred = QStringLiteral("hundred-users");

std::vector<std::int64_t> usersOf(const RunRecord &record)
{
    std::vector<std::int64_t> users(record.history->size());
    for (const Operation &operation : *record.history) {
        users[operation.request] = operation.user;
    }
    return users;
}

} // namespace

class TestRunModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRateSellsOutAsPredicted();
    void everyNewModelHolds_data();
    void everyNewModelHolds();
    void aWarmUpLeavesNoTrace();
    void roundsAreRunsOfTheirOwn();
    void theWorstRoundDecides();
    void aLimitEndsTheLoad_data();
    void aLimitEndsTheLoad();
    void aLimitThatMayStillBeMetDoesNot();
    void aChangedRateIsKept();
    void spreadIsMinMedianMax();
    void judgesTheGenerator_data();
    void judgesTheGenerator();
};

void TestRunModels::aRateSellsOutAsPredicted()
{
    const auto result =
        test::run(preset(QStringLiteral("half-minute"),
                         {QStringLiteral("load.rate=300"), QStringLiteral("load.duration=1s"),
                          QStringLiteral("coupon.stock=100"), QStringLiteral("users.count=300")}));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    const RunRecord &record = result.value();
    QCOMPARE(told(record, Outcome::Issued), 100);
    QCOMPARE(told(record, Outcome::OutOfStock), 200);
    QCOMPARE(record.prediction.outOfStock, (Range{200, 200}));
    QCOMPARE(record.verdict, RunVerdict::Pass);
    QCOMPARE(record.generator.dropped, 0);
    QVERIFY(record.response.all.maxNs >= record.service.all.maxNs);
}

void TestRunModels::everyNewModelHolds_data()
{
    QTest::addColumn<QStringList>("changes");
    const auto add = [](const char *name, const QStringList &changes) {
        QTest::newRow(name) << changes;
    };
    add("ramping VUs", {QStringLiteral("load={\"model\":\"ramping-vus\",\"stages\":\"200ms:20, "
                                       "200ms:0\"}")});
    add("ramping rate", {QStringLiteral("load={\"model\":\"ramping-arrival-rate\",\"vus\":20,"
                                        "\"stages\":\"300ms:400, 200ms:0\"}")});
    add("think time",
        {QStringLiteral("load={\"model\":\"constant-vus\",\"vus\":5,\"duration\":\"200ms\","
                        "\"thinkTime\":\"5ms\"}")});
    add("favourites", {QStringLiteral("users={\"count\":50,\"pick\":\"zipf\",\"exponent\":1.5}")});
}

void TestRunModels::everyNewModelHolds()
{
    QFETCH(QStringList, changes);
    // Whole groups, so that nothing of the preset's load is left.
    QJsonObject json = scenarioToJson(preset(kHundred));
    for (const QString &change : changes) {
        const qsizetype equals = change.indexOf(QLatin1Char('='));
        json.insert(change.left(equals),
                    QJsonDocument::fromJson(change.mid(equals + 1).toUtf8()).object());
    }
    const auto scenario = readScenario(QJsonDocument(json).toJson(), QStringLiteral("model.json"));
    QVERIFY2(scenario.ok(),
             scenario.ok() ? "" : qPrintable(scenario.error().join(QLatin1Char('\n'))));
    const auto result = test::run(scenario.value());
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    QVERIFY(result.value().outcomes.total() > 0);
    QCOMPARE(failedChecks(result.value()), QString());
    QCOMPARE(result.value().verdict, RunVerdict::Pass);
}

void TestRunModels::aWarmUpLeavesNoTrace()
{
    std::vector<Phase> phases;
    RunHooks hooks;
    hooks.phase = [&phases](Phase phase) { phases.push_back(phase); };
    const auto result = test::run(
        preset(QStringLiteral("latch-100-vs-10"), {QStringLiteral("warmup=200ms")}), {}, hooks);
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(std::find(phases.begin(), phases.end(), Phase::WarmUp) != phases.end());
    QCOMPARE(record.history->size(), std::size_t{100});
    QCOMPARE(told(record, Outcome::Issued), 10);
    QCOMPARE(record.audit->state.rows, 10);
    QCOMPARE(record.audit->state.rowsBefore, 0);
    QCOMPARE(record.audit->check(QStringLiteral("log-agrees"))->verdict, CheckVerdict::Pass);
    QCOMPARE(record.audit->check(QStringLiteral("lock-seen"))->verdict, CheckVerdict::Pass);
    QCOMPARE(record.verdict, RunVerdict::Pass);
}

void TestRunModels::roundsAreRunsOfTheirOwn()
{
    std::vector<int> begun;
    RunHooks hooks;
    hooks.round = [&begun](int round) { begun.push_back(round); };
    const auto result = test::run(
        preset(kHundred, {QStringLiteral("rounds=3"), QStringLiteral("load.iterations=200")}), {},
        hooks);
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(begun == (std::vector<int>{1, 2, 3}));
    QCOMPARE(record.rounds, 3);
    QCOMPARE(record.allRounds.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const RoundFigures &round = record.allRounds[i];
        QCOMPARE(round.seed, 42 + i);
        QCOMPARE(round.verdict, RunVerdict::Pass);
        QCOMPARE(round.outcomes.total(), std::uint64_t{200});
        QCOMPARE(static_cast<std::uint64_t>(round.state->rows), round.outcomes.of(Outcome::Issued));
        // Each asks the people of its own seed.
        const auto alone = test::run(preset(kHundred, {QStringLiteral("load.iterations=200"),
                                                       QStringLiteral("seed=%1").arg(round.seed)}));
        QCOMPARE(alone.value().outcomes.of(Outcome::Issued), round.outcomes.of(Outcome::Issued));
        if (record.seed == round.seed) {
            QVERIFY(usersOf(alone.value()) == usersOf(record));
        }
    }
    const QJsonObject json = resultToJson(record);
    QCOMPARE(json[QLatin1String("rounds")].toArray().size(), 3);
    QVERIFY(json[QLatin1String("spread")].toObject().contains(QLatin1String("issued_per_second")));
    QCOMPARE(json[QLatin1String("scenario")][QLatin1String("seed")].toInt(), 42);
}

void TestRunModels::theWorstRoundDecides()
{
    // Two rounds of a service without protections: each is a violation, the first is told.
    const auto result = test::run(preset(QStringLiteral("open-door"),
                                         {QStringLiteral("rounds=2"), QStringLiteral("load.vus=20"),
                                          QStringLiteral("load.iterations=400")}));
    QVERIFY(result.ok());
    QCOMPARE(result.value().verdict, RunVerdict::Violation);
    QCOMPARE(result.value().round, 1);
    QCOMPARE(exitCodeOf(result.value()), ExitCode::Violation);
}

void TestRunModels::aLimitEndsTheLoad_data()
{
    QTest::addColumn<QString>("limit");
    QTest::newRow("number") << QStringLiteral(
        "thresholds.issued=[{\"threshold\":\"count<20\",\"abortOnFail\":true}]");
    QTest::newRow("share") << QStringLiteral(
        "thresholds.already_issued=[{\"threshold\":\"rate<0.01\",\"abortOnFail\":true,"
        "\"delayAbortEval\":\"150ms\"}]");
    QTest::newRow("latency") << QStringLiteral(
        "thresholds.latency=[{\"threshold\":\"max<0.001\",\"abortOnFail\":true}]");
    QTest::newRow("response time") << QStringLiteral(
        "thresholds.response_time=[{\"threshold\":\"p(50)<0.001\",\"abortOnFail\":true}]");
}

void TestRunModels::aLimitEndsTheLoad()
{
    QFETCH(QString, limit);
    const auto result = test::run(
        preset(kHundred, {limit, QStringLiteral("load.iterations=1000000"),
                          QStringLiteral("load.vus=5"), QStringLiteral("load.duration=10m")}));
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(record.endedByLimit.has_value());
    QVERIFY(record.outcomes.total() < 1'000'000);
    QCOMPARE(record.verdict, RunVerdict::Thresholds);
    QCOMPARE(exitCodeOf(record), ExitCode::Thresholds);
    QVERIFY(verdictText(record).sentence.contains(QStringLiteral("that ended the run")));
    QCOMPARE(record.audit->verdict, AuditVerdict::Held);
    const auto missed = std::count_if(record.thresholds.begin(), record.thresholds.end(),
                                      [](const auto &outcome) { return !outcome.pass; });
    QCOMPARE(missed, 1);
}

void TestRunModels::aLimitThatMayStillBeMetDoesNot()
{
    const auto result = test::run(preset(
        kHundred,
        {QStringLiteral("thresholds.issued=[{\"threshold\":\"count>=90\",\"abortOnFail\":true},"
                        "{\"threshold\":\"count==100\",\"abortOnFail\":true}]"),
         QStringLiteral("service.pause=1ms")}));
    QVERIFY(result.ok());
    QVERIFY(!result.value().endedByLimit);
    QCOMPARE(result.value().outcomes.total(), std::uint64_t{1096});
    QCOMPARE(result.value().verdict, RunVerdict::Pass);
}

void TestRunModels::aChangedRateIsKept()
{
    RunHooks hooks;
    std::jthread driver;
    hooks.engine = [&driver](LoadEngine *engine) {
        if (engine == nullptr) {
            driver = {};
            return;
        }
        driver = std::jthread([engine](const std::stop_token &over) {
            while (!over.stop_requested() && !engine->setRate(400)) {
                std::this_thread::yield();
            }
        });
    };
    const auto result =
        test::run(preset(QStringLiteral("half-minute"),
                         {QStringLiteral("load.rate=1"), QStringLiteral("load.duration=1s")}),
                  {}, hooks);
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QCOMPARE(record.generator.rateChanges.size(), std::size_t{1});
    QCOMPARE(record.generator.rateChanges.front().perSecond, 400.0);
    QVERIFY(record.outcomes.total() > 1);
    QCOMPARE(failedChecks(record), QString());
    const QJsonArray changes =
        resultToJson(record)[QLatin1String("generator")][QLatin1String("rate_changes")].toArray();
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][QLatin1String("requests_per_second")].toDouble(), 400.0);
}

void TestRunModels::spreadIsMinMedianMax()
{
    std::vector<RoundFigures> rounds(4);
    const std::array perSecond{30.0, 10.0, 40.0, 20.0};
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        rounds[i].throughput.issuedPerSecond = perSecond[i];
    }
    rounds[2].service.all.count = 1;
    rounds[2].service.all.p95Ns = 7'000;
    for (const SpreadFigure &figure : spreadOf(rounds)) {
        if (figure.key == QLatin1String("issued_per_second")) {
            QCOMPARE(figure.min, 10.0);
            QCOMPARE(figure.median, 25.0);
            QCOMPARE(figure.max, 40.0);
        }
        if (figure.key == QLatin1String("service_p95_us")) {
            QCOMPARE(figure.min, 7.0);
            QCOMPARE(figure.max, 7.0);
        }
        QVERIFY(!figure.key.startsWith(QLatin1String("response"))); // nothing was answered there
    }
}

void TestRunModels::judgesTheGenerator_data()
{
    QTest::addColumn<bool>("open");
    QTest::addColumn<int>("notSent");
    QTest::addColumn<int>("dropped");
    QTest::addColumn<int>("latenessMs");
    QTest::addColumn<int>("responseMs");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *name, bool open, int notSent, int dropped, int latenessMs,
                        int responseMs, bool valid) {
        QTest::newRow(name) << open << notSent << dropped << latenessMs << responseMs << valid;
    };
    row("nothing", true, 0, 0, 0, 1, true);
    row("1 % not sent", false, 10, 0, 0, 1, true);
    row("more not sent", false, 11, 0, 0, 1, false);
    row("1 % dropped", true, 0, 10, 0, 1, true);
    row("more dropped", true, 0, 11, 0, 1, false);
    row("10 ms late", true, 0, 0, 10, 1, true);
    row("11 ms late", true, 0, 0, 11, 1, false);
    row("a quarter late", true, 0, 0, 25, 100, true);
    row("more late", true, 0, 0, 26, 100, false);
    row("late in a closed model", false, 0, 0, 500, 1, true);
}

void TestRunModels::judgesTheGenerator()
{
    QFETCH(bool, open);
    QFETCH(int, notSent);
    QFETCH(int, dropped);
    QFETCH(int, latenessMs);
    QFETCH(int, responseMs);
    QFETCH(bool, valid);
    RunRecord record;
    record.scenario.load.model =
        open ? LoadModel::ConstantArrivalRate : LoadModel::SharedIterations;
    record.outcomes.byOutcome[indexOf(Outcome::NotSent)] = static_cast<std::uint64_t>(notSent);
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] =
        static_cast<std::uint64_t>(1000 - notSent - dropped);
    record.generator.dropped = dropped;
    record.generator.latenessP99Us = latenessMs * 1000;
    record.response.all.p99Ns = responseMs * std::int64_t{1'000'000};
    judgeGenerator(record);
    QCOMPARE(record.generator.valid, valid);
    QCOMPARE(record.generator.reasons.isEmpty(), valid);
    record.scenario.thresholds = {
        parseThreshold(QStringLiteral("latency"), QStringLiteral("p(95)<200")).value(),
        parseThreshold(QStringLiteral("issued"), QStringLiteral("count>0")).value()};
    LatencySummary latency;
    latency.service.all.record(1'000'000);
    const auto limits = judgeThresholds(record, latency);
    QCOMPARE(limits[0].pass, valid); // speed is not measurable with a bad generator
    QVERIFY(limits[1].pass);
}

} // namespace tst_run_models

STAMPEDE_TEST(tst_run_models::TestRunModels)
#include "tst_run_models.moc"
