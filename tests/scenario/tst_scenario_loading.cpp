// SPDX-License-Identifier: MIT
// Proves: values of the command line are put in before anything is judged and their faults say so,
// and scenarios are found by file or preset, or the nearest preset is named.

#include "scenario_fixture.h"
#include "test_program.h"

#include <QTemporaryDir>
#include <QtTest>

namespace tst_scenario_loading {

using namespace stampede;

class ScenarioLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesOverrides_data();
    void judgesOverrides();
    void appliesOverrides();
    void namesWhatCannotBeLoaded();
    void prefersTheFileToThePreset();
    void whatIsNotUsedStays();
};

void ScenarioLoading::judgesOverrides_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *path, const char *value, const char *fault) {
        QTest::addRow("%s=%s", path, value)
            << QString::fromUtf8(path) << QString::fromUtf8(value) << QString::fromUtf8(fault);
    };
    row("load.vuz", "5", "--set load.vuz: unknown setting (did you mean load.vus?)");
    row("elephant.trunk.length", "5", "--set elephant.trunk.length: unknown setting");
    row("", "5", "--set : unknown setting");
    row("load.vus\x1b", "5", "--set load.vus\\u001b: unknown setting (did you mean load.vus?)");
    row("load", "5", "--set load: is a group of settings; name one of them, such as load.model");
    row("thresholds", "5",
        "--set thresholds: is a group of settings; name one of them, such as thresholds.latency");
    row("thresholds.isued", "count>1",
        "--set thresholds.isued: unknown setting (did you mean thresholds.issued?)");
    row("load.vus", "0", "--set load.vus: must be between 1 and 2,000 (got 0)");
    row("load.vus", "many", R"(--set load.vus: must be a whole number (got "many"))");
    row("load.vus", "", ""); // has its default
    row("load.vuss", "", "--set load.vuss: unknown setting (did you mean load.vus?)");
    row("load.vus", "1,2", R"(--set load.vus: must be a whole number (got "1,2"))");
    row("load.vus", "1]", R"(--set load.vus: must be a whole number (got "1]"))");
    row("thresholds.issued", "count>",
        "--set thresholds.issued[0]: must be an aggregation, a comparison and a number such as "
        R"("count==0" or "p(95)<200" (got "count>"))");
    row("load.model", "burst",
        "s.json: load.iterations: has no use with load.model \"burst\", which makes one request "
        "for each of load.vus; leave it out");
    row("users.fixedUser", "3",
        "--set users.fixedUser: has a use with users.pick \"fixed\" only (users.pick is "
        "\"random\")");
    row("load.rate", "fast", R"(--set load.rate: must be a number (got "fast"))");
}

void ScenarioLoading::judgesOverrides()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, fault);
    QCOMPARE(joined(faultsOf(scenarioWith(R"("load":{"iterations":7})"), {{path, value}})), fault);
}

void ScenarioLoading::appliesOverrides()
{
    const QList<Override> overrides{
        {QStringLiteral("load.vus"), QStringLiteral("7")},
        {QStringLiteral("load.vus"), QStringLiteral("8")},
        {QStringLiteral("load.duration"), QStringLiteral("1m")},
        {QStringLiteral("users.pick"), QStringLiteral("each-once")},
        {QStringLiteral("about.build"), QStringLiteral("1234")},
        {QStringLiteral("about.ticket"), QStringLiteral("null")},
        {QStringLiteral("coupon.name"), QStringLiteral("\"QUOTED\"")},
        {QStringLiteral("service.layers.rowLock"), QStringLiteral("false")},
        {QStringLiteral("thresholds.latency"), QStringLiteral("p(95)<200")},
        {QStringLiteral("thresholds.issued"), QStringLiteral(R"(["count>1","count<9"])")},
    };
    const auto read =
        readScenario(scenarioWith(R"("load":{"vus":5})"), QStringLiteral("s.json"), overrides);
    QVERIFY(read.ok());
    const Scenario &scenario = read.value();
    QCOMPARE(scenario.load.vus, 8);
    QVERIFY(scenario.load.duration == std::chrono::minutes(1));
    QCOMPARE(scenario.users.pick, Pick::EachOnce);
    QCOMPARE(scenario.about.build, QStringLiteral("1234"));
    QCOMPARE(scenario.about.ticket, QStringLiteral("null"));
    QCOMPARE(scenario.coupon.name, QStringLiteral("QUOTED"));
    QCOMPARE(scenario.service.layers.rowLock, false);
    QCOMPARE(scenario.thresholds.size(), 3);
    QCOMPARE(scenario.thresholds.first().expression, QStringLiteral("p(95)<200"));
}

void ScenarioLoading::namesWhatCannotBeLoaded()
{
    const QTemporaryDir folder;
    const auto fault = [](const QString &name) {
        const auto scenario = loadScenario(name);
        return scenario ? QString() : joined(scenario.error());
    };
    QCOMPARE(fault(QStringLiteral("hundred-user")),
             QStringLiteral("hundred-user: there is no such file and no such preset (did you mean "
                            "hundred-users?)"));
    QCOMPARE(fault(QStringLiteral("x")),
             QStringLiteral("x: there is no such file and no such preset (presets: "
                            "latch-100-vs-10, single-user, hundred-users, last-coupon, sold-out, "
                            "flash-sale, quiet-damage, second-helping, open-door, half-minute)"));
    QCOMPARE(fault(folder.path()),
             folder.path() + QStringLiteral(": is a folder, not a scenario file"));
    const QString dangling = folder.filePath(QStringLiteral("gone.json"));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("nowhere")), dangling));
    QVERIFY(fault(dangling).startsWith(dangling + QStringLiteral(": cannot be read: ")));
    QFile large(folder.filePath(QStringLiteral("large.json")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(kLargestScenarioFile + 1));
    QCOMPARE(fault(large.fileName()),
             large.fileName() +
                 QStringLiteral(": is larger than 1 MiB; a scenario takes a few kilobytes"));
}

void ScenarioLoading::prefersTheFileToThePreset()
{
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    QVERIFY(QDir().mkdir(QStringLiteral("sold-out")));
    QFile file(QStringLiteral("single-user"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(scenarioWith(R"("seed":7)")) > 0);
    file.close();
    const auto fromFile = loadScenario(QStringLiteral("single-user"));
    const auto fromPreset = loadScenario(QStringLiteral("sold-out"));
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(fromFile.ok());
    QCOMPARE(fromFile.value().seed, std::uint64_t(7));
    QCOMPARE(fromFile.value().name, QStringLiteral("single-user"));
    QVERIFY(fromPreset.ok());
    QCOMPARE(fromPreset.value().name, QStringLiteral("Too late"));
}

void ScenarioLoading::whatIsNotUsedStays()
{
    // Another target uses them, and whoever edits the scenario may choose it.
    const auto soFar = readScenarioSoFar(
        scenarioWith(R"("coupon":{"name":"WELCOME10","discountPercent":10,"stock":200},)"
                     R"("target":{"kind":"http","url":"http://127.0.0.1/",)"
                     R"("audit":{"profile":"p.json","database":"mysql://u@/d?socket=/s"}})"),
        QStringLiteral("s.json"));
    QVERIFY(soFar.ok());
    QCOMPARE(soFar.value().faults, Faults());
    const QJsonObject coupon = soFar.value().json[QLatin1String("coupon")].toObject();
    QCOMPARE(coupon[QLatin1String("name")], QJsonValue(QStringLiteral("WELCOME10")));
    QCOMPARE(coupon[QLatin1String("discountPercent")], QJsonValue(10));
    QCOMPARE(coupon[QLatin1String("stock")], QJsonValue(200));
    QVERIFY(!coupon.contains(QLatin1String("startsAt"))); // nobody has said it
}

} // namespace tst_scenario_loading

STAMPEDE_TEST(tst_scenario_loading::ScenarioLoading)
#include "tst_scenario_loading.moc"
