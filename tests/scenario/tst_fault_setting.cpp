// SPDX-License-Identifier: MIT
// Proves: the faults of a scenario are read with what a file leaves out, each mistake in them is
// told by its path, those that cannot be made together are refused, and the prediction says what
// they may change.

#include "scenario_fixture.h"

#include "prediction/prediction.h"
#include "test_program.h"

#include <QtTest>

#include <chrono>

namespace tst_fault_setting {

using namespace stampede;
using namespace std::chrono_literals;

namespace {

QByteArray withFaults(const QByteArray &faults)
{
    return scenarioWith(R"("load":{"duration":"60s"},"faults":)" + faults);
}

} // namespace

class FaultSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInDefaults();
    void tellsEachMistake_data();
    void tellsEachMistake();
    void httpKnowsTheNetworkOnly();
    void overridesTheWholeList();
    void leavesOutWhatIsNotThere();
    void predictionWidens();
};

void FaultSettings::fillsInDefaults()
{
    const auto read = readScenario(withFaults(R"([{"at":0,"kind":"server-kill"},
                       {"at":"1s","kind":"server-freeze"},
                       {"at":"3s","kind":"connections-kill"},
                       {"at":"4s","kind":"network"},
                       {"at":"6s","kind":"network","effect":"delay"},
                       {"at":"8s","kind":"network","effect":"half-open","for":"2s"},
                       {"at":"10s","kind":"connections-kill","share":0.25}])"),
                                   QStringLiteral("s.json"));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(joined(read.error())));
    const QList<PlannedFault> &faults = read.value().faults;
    const QList<PlannedFault> expected = {
        {0s, FaultAction::ServerKill, 0s, 1, NetworkEffect::Cut, 0s},
        {1s, FaultAction::ServerFreeze, 1s, 1, NetworkEffect::Cut, 0s},
        {3s, FaultAction::ConnectionsKill, 0s, 1, NetworkEffect::Cut, 0s},
        {4s, FaultAction::Network, 1s, 1, NetworkEffect::Cut, 0s},
        {6s, FaultAction::Network, 1s, 1, NetworkEffect::Delay, 100ms},
        {8s, FaultAction::Network, 2s, 1, NetworkEffect::HalfOpen, 0s},
        {10s, FaultAction::ConnectionsKill, 0s, 0.25, NetworkEffect::Cut, 0s}};
    QCOMPARE(faults, expected);
}

void FaultSettings::tellsEachMistake_data()
{
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *faults, const char *lines) {
        QTest::newRow(faults) << QByteArray(faults) << QString::fromUtf8(lines);
    };
    row("7", "s.json: faults: must be a list of at most 100 faults such as "
             "[{\"at\": \"2s\", \"kind\": \"server-kill\"}] (got 7)");
    row("[7]", "s.json: faults[0]: must be an object (got 7)");
    row("[{}]",
        "s.json: faults[0].at: is missing; must be a time after the start of the load, such as "
        "\"2s\"\n"
        "s.json: faults[0].kind: is missing; must be one of: server-kill, server-freeze, "
        "connections-kill, network");
    row(R"([{"at":"-1s","kind":"server-kil"}])",
        "s.json: faults[0].at: must be a duration such as 250ms, 10s or 1m30s (got \"-1s\")\n"
        "s.json: faults[0].kind: must be one of: server-kill, server-freeze, connections-kill, "
        "network (got \"server-kil\"; did you mean server-kill?)");
    row(R"([{"at":"1s","kind":"server-kill","share":1}])",
        "s.json: faults[0].share: unknown setting; possible here: at, kind, for");
    row(R"([{"at":"1s","kind":"connections-kill","share":0}])",
        "s.json: faults[0].share: must be between 0.01 and 1 (got 0)");
    row(R"([{"at":"1s","kind":"connections-kill","for":"1s"}])",
        "s.json: faults[0].for: unknown setting; possible here: at, kind, share");
    row(R"([{"at":"1s","kind":"server-freeze","for":0}])",
        "s.json: faults[0].for: must be between 1ms and 1h (got 0)");
    row(R"([{"at":"1s","kind":"network","effect":"cuts"}])",
        "s.json: faults[0].effect: must be one of: delay, cut, half-open (got \"cuts\"; did you "
        "mean cut?)");
    row(R"([{"at":"1s","kind":"network","effect":"cut","delay":"1s"}])",
        "s.json: faults[0].delay: unknown setting; possible here: at, kind, effect, for");
    row(R"([{"at":"1s","kind":"network","for":"2s"},{"at":"2s","kind":"server-kill"}])",
        "s.json: faults[1].at: must not lie before the fault ahead of it is over, at 3s (got 2s)");
    row(R"([{"at":"60s","kind":"server-kill"}])",
        "s.json: faults[0].at: must lie before the load ends, at 1m at the latest (got 1m)");
}

void FaultSettings::tellsEachMistake()
{
    QFETCH(QByteArray, faults);
    QFETCH(QString, lines);
    QCOMPARE(joined(faultsOf(withFaults(faults))), lines);
}

void FaultSettings::httpKnowsTheNetworkOnly()
{
    const QByteArray target =
        R"("target":{"kind":"http","url":"http://127.0.0.1:1/{couponId}"},"faults":)";
    QCOMPARE(joined(faultsOf(scenarioWith(target + R"([{"at":"1s","kind":"server-kill"}])"))),
             QStringLiteral("s.json: faults[0].kind: must be network with target.kind \"http\": "
                            "the service's database is not ours (got server-kill)"));
    QCOMPARE(joined(faultsOf(scenarioWith(target + R"([{"at":"1s","kind":"network"}])"))),
             QString());
}

void FaultSettings::overridesTheWholeList()
{
    const QByteArray file = withFaults(R"([{"at":"1s","kind":"network"}])");
    const auto set = [&file](const char *value) {
        return readScenario(file, QStringLiteral("s.json"),
                            {{QStringLiteral("faults"), QString::fromLatin1(value)}});
    };
    const auto none = set("[]");
    QVERIFY(none.ok() && none.value().faults.isEmpty());
    const auto killed = set(R"([{"at":"5s","kind":"server-kill"}])");
    QVERIFY(killed.ok());
    QCOMPARE(killed.value().faults.size(), 1);
    QCOMPARE(killed.value().faults.first().action, FaultAction::ServerKill);
    const auto wrong = set(R"([{"at":"5s","kind":"x"}])");
    QVERIFY(!wrong.ok());
    QCOMPARE(joined(wrong.error()),
             QStringLiteral("--set faults[0].kind: must be one of: server-kill, server-freeze, "
                            "connections-kill, network (got \"x\")"));
}

void FaultSettings::leavesOutWhatIsNotThere()
{
    const auto read = readScenario(scenarioWith(R"("faults":[])"), QStringLiteral("s.json"));
    QVERIFY(read.ok());
    QVERIFY(!scenarioToJson(read.value()).contains(QStringLiteral("faults")));
}

void FaultSettings::predictionWidens()
{
    Scenario scenario;
    const Prediction calm = predict(scenario, 0);
    QVERIFY(calm.issued.exact());
    scenario.faults = {{1s, FaultAction::ServerKill, 0s, 1, NetworkEffect::Cut, 0s}};
    const Prediction shaken = predict(scenario, 0);
    QCOMPARE(shaken.issued.min, std::int64_t{0});
    QCOMPARE(shaken.issued.max, calm.issued.max);
    QCOMPARE(shaken.remaining.max.value_or(-1), scenario.coupon.stock);
    QCOMPARE(shaken.possible, calm.possible); // never a wrong row
    const auto isAboutFaults = [](const PredictionNote &note) {
        return note.code == QLatin1String("bounds-faults") &&
               note.text.contains(QStringLiteral("1 fault is planned"));
    };
    QVERIFY(std::any_of(shaken.notes.begin(), shaken.notes.end(), isAboutFaults));
    QVERIFY(std::none_of(calm.notes.begin(), calm.notes.end(), isAboutFaults));
    // Once the requests have been made, only those without an answer widen anything.
    const std::vector<std::int64_t> users = {1, 2, 3};
    QCOMPARE(predictAsked(scenario, 0, users, 0).issued.min, std::int64_t{3});
    QCOMPARE(predictAsked(scenario, 0, users, 1).issued.min, std::int64_t{2});
}

} // namespace tst_fault_setting

STAMPEDE_TEST(tst_fault_setting::FaultSettings)
#include "tst_fault_setting.moc"
