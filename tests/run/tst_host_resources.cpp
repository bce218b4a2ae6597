// SPDX-License-Identifier: MIT
// Proves that a run is refused where threads, memory or disk do not suffice, with the number that
// would be needed, and that what nobody knows stops nobody.

#include "run/host_resources.h"
#include "run_support.h"
#include "test_program.h"

#include <QTest>

namespace tst_host_resources {

using namespace stampede;

class TestHostResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsGrowWithTheScenario();
    void whatLacksIsNamed_data();
    void whatLacksIsNamed();
    void unknownStopsNobody();
    void thisMachineIsSeen();
};

void TestHostResources::needsGrowWithTheScenario()
{
    Scenario scenario = test::preset(QStringLiteral("hundred-users"));
    const HostResources few = resourcesNeeded(scenario);
    scenario.load.vus = 1'000;
    scenario.load.iterations = 10'000'000;
    const HostResources many = resourcesNeeded(scenario);
    QCOMPARE(*many.threads - *few.threads, 900);
    QVERIFY(*many.memoryBytes >= 2'000'000'000);
    QVERIFY(*many.diskBytes >= 1'500'000'000);
    QVERIFY(*few.memoryBytes < 100'000'000);
    // Nobody knows how many requests a minute brings.
    scenario.load.model = LoadModel::ConstantVus;
    scenario.load.vus = 100;
    scenario.load.duration = std::chrono::hours(10);
    const HostResources timed = resourcesNeeded(scenario);
    QVERIFY(*timed.memoryBytes <= *few.memoryBytes);
}

void TestHostResources::whatLacksIsNamed_data()
{
    QTest::addColumn<HostResources>("there");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("threads") << HostResources{120, 9'000'000'000, 9'000'000'000}
                             << QStringLiteral("Threads needed: 124, possible: 120. ");
    QTest::newRow("memory") << HostResources{124, 1'999'999, 9'000'000'000}
                            << QStringLiteral("2.0 MB of memory needed, 2.0 MB free. ");
    QTest::newRow("disk") << HostResources{124, 2'000'000, 3'000'000}
                          << QStringLiteral("4.0 MB of disk needed for data and journal, 3.0 MB ");
    QTest::newRow("enough") << HostResources{124, 2'000'000, 4'000'000} << QString();
}

void TestHostResources::whatLacksIsNamed()
{
    QFETCH(const HostResources, there);
    QFETCH(const QString, beginning);
    const auto enough = checkResources(HostResources{124, 2'000'000, 4'000'000}, there);
    QCOMPARE(enough.ok(), beginning.isEmpty());
    if (!enough) {
        QVERIFY2(enough.error().startsWith(beginning), qPrintable(enough.error()));
    }
}

void TestHostResources::unknownStopsNobody()
{
    QVERIFY(checkResources(HostResources{124, 2'000'000, 4'000'000}, HostResources()).ok());
}

void TestHostResources::thisMachineIsSeen()
{
    const HostResources there = resourcesOfThisHost();
    QVERIFY(there.threads && *there.threads > 0);
    QVERIFY(there.memoryBytes && *there.memoryBytes > 0);
    QVERIFY(there.diskBytes && *there.diskBytes > 0);
    // A run that nothing can hold is refused before anything is touched.
    qputenv("STAMPEDE_DATA_DIR", "/proc/stampede"); // has room for no file
    const auto refused = test::run(test::preset(QStringLiteral("hundred-users"), {}));
    qunsetenv("STAMPEDE_DATA_DIR");
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ExitCode::Unreachable);
    QVERIFY2(refused.error().message.contains(QStringLiteral("of disk needed")),
             qPrintable(refused.error().message));
}

} // namespace tst_host_resources

STAMPEDE_TEST(tst_host_resources::TestHostResources)
#include "tst_host_resources.moc"
