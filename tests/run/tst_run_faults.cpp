// SPDX-License-Identifier: MIT
// Proves that a run survives the faults of its scenario with every strategy: the server comes back,
// what was in doubt is settled, no row is called wrong; and that a stop undoes what goes on.

#include "faulty_run.h"
#include "run_support.h"
#include "test_program.h"

#include <QTest>
#include <QThread>

#include <thread>

namespace tst_run_faults {

using namespace stampede;
using test::inDoubt;
using test::preset;
using test::told;
using test::wrongWithFaults;

namespace {

Scenario withFaults(const QString &faults, const QStringList &changes = {})
{
    QStringList all = {QStringLiteral("load.vus=20"),         QStringLiteral("users.count=3000"),
                       QStringLiteral("load.iterations=900"), QStringLiteral("coupon.stock=600"),
                       QStringLiteral("load.timeout=20s"),    QStringLiteral("service.retries=100"),
                       QStringLiteral("faults=") + faults};
    Scenario scenario = preset(QStringLiteral("flash-sale"), all + changes);
    scenario.thresholds.clear(); // errors are what is asked for
    return scenario;
}

} // namespace

class TestRunFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<test::FaultyHost>(); }
    void cleanupTestCase() { m_server.reset(); }
    void killedServerComesBack_data();
    void killedServerComesBack();
    void lostConnectionsAreMadeAgain_data();
    void lostConnectionsAreMadeAgain();
    void frozenServerGoesOn();
    void frozenLongerThanAnybodyWaits();
    void faultAfterTheLoadIsLeftOut();
    void stopDuringAFaultIsHeard();

private:
    std::unique_ptr<test::FaultyHost> m_server;
};

void TestRunFaults::killedServerComesBack_data()
{
    QTest::addColumn<int>("strategy");
    for (const StrategyKind strategy : kAllStrategies) {
        QTest::newRow(qPrintable(strategyKey(strategy))) << static_cast<int>(strategy);
    }
}

void TestRunFaults::killedServerComesBack()
{
    QFETCH(int, strategy);
    // As many as keep the load going beyond the kill.
    const int requests = static_cast<StrategyKind>(strategy) == StrategyKind::Grouped ? 3000 : 600;
    const auto made = m_server->run(withFaults(
        QStringLiteral("[{\"at\":\"100ms\",\"kind\":\"server-kill\",\"for\":\"50ms\"}]"),
        {QStringLiteral("load.vus=8"), QStringLiteral("load.iterations=%1").arg(requests),
         QStringLiteral("coupon.stock=%1").arg(requests - 100),
         QStringLiteral("service.strategy=") + strategyKey(static_cast<StrategyKind>(strategy))}));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(wrongWithFaults(record), QString());
    QCOMPARE(record.outcomes.total(), static_cast<std::uint64_t>(requests));
    QCOMPARE(record.faults.size(), std::size_t{1});
    const InjectedFault &fault = record.faults.front();
    QVERIFY(fault.beganNs && fault.endedNs);
    QVERIFY(*fault.beganNs >= fault.planned.at.count());
    QVERIFY(*fault.endedNs - *fault.beganNs >= fault.planned.length.count());
    QVERIFY(fault.connections > 0);
    QCOMPARE(fault.failure, QString());
    // Everybody asks once, and some must go without: exactly so many as there were have a row.
    QCOMPARE(record.audit->state.newRows, std::int64_t{requests - 100});
    QCOMPARE(record.audit->state.drift.value_or(-1), std::int64_t{0});
    QCOMPARE(told(record, Outcome::NotSent), std::int64_t{0});
    QVERIFY2(record.generator.valid, qPrintable(record.generator.reasons.join(QLatin1Char(' '))));
    QCOMPARE(test::keptWord(record, m_server->open()).withoutRow, std::int64_t{0});
}

void TestRunFaults::lostConnectionsAreMadeAgain_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("strategy");
    for (const StrategyKind strategy : kAllStrategies) {
        const QString name = strategyKey(strategy);
        const auto row = [&](const char *what, const char *fault) {
            QTest::newRow(qPrintable(name + QStringLiteral(", ") + QLatin1String(what)))
                << QString::fromLatin1(fault) << static_cast<int>(strategy);
        };
        row("killed", R"([{"at":"10ms","kind":"connections-kill"}])");
        row("cut", R"([{"at":"10ms","kind":"network","for":"100ms"}])");
        row("half-open", R"([{"at":"10ms","kind":"network","effect":"half-open","for":"200ms"}])");
    }
}

void TestRunFaults::lostConnectionsAreMadeAgain()
{
    QFETCH(QString, fault);
    QFETCH(int, strategy);
    const auto made = m_server->run(withFaults(
        fault,
        {QStringLiteral("load.vus=8"), QStringLiteral("users.count=900"),
         QStringLiteral("load.iterations=900"), QStringLiteral("coupon.stock=600"),
         QStringLiteral("service.strategy=") + strategyKey(static_cast<StrategyKind>(strategy))}));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(wrongWithFaults(record), QString());
    QCOMPARE(record.outcomes.total(), std::uint64_t{900});
    QCOMPARE(record.audit->state.newRows, std::int64_t{600});
    QCOMPARE(told(record, Outcome::NotSent), std::int64_t{0});
    for (const InjectedFault &done : record.faults) {
        QVERIFY(done.beganNs && done.endedNs);
        QVERIFY(done.connections > 0);
    }
}

void TestRunFaults::frozenLongerThanAnybodyWaits()
{
    // A server counts as lost 2 s after a request's time, here after 3 s; what it was told before
    // it froze it goes on with when it thaws, after the answer was given up.
    const auto made = m_server->run(
        withFaults(QStringLiteral("[{\"at\":\"50ms\",\"kind\":\"server-freeze\",\"for\":\"5s\"}]"),
                   {QStringLiteral("load.timeout=500ms"), QStringLiteral("load.iterations=600"),
                    QStringLiteral("coupon.stock=300")}));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(wrongWithFaults(record), QString());
    QVERIFY(inDoubt(record) > 0);
    QCOMPARE(test::keptWord(record, m_server->open()).withoutRow, std::int64_t{0});
    QVERIFY2(record.generator.valid, qPrintable(record.generator.reasons.join(QLatin1Char(' '))));
}

void TestRunFaults::frozenServerGoesOn()
{
    const auto made = m_server->run(withFaults(
        QStringLiteral("[{\"at\":\"50ms\",\"kind\":\"server-freeze\",\"for\":\"300ms\"},"
                       "{\"at\":\"360ms\",\"kind\":\"server-freeze\",\"for\":\"1ms\"}]")));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(wrongWithFaults(record), QString());
    // Shorter than anybody's patience: nobody notices more than a wait.
    QCOMPARE(inDoubt(record), std::int64_t{0});
    QCOMPARE(told(record, Outcome::Issued), std::int64_t{600});
    QCOMPARE(record.verdict, RunVerdict::Pass);
    for (const InjectedFault &fault : record.faults) {
        QVERIFY(fault.beganNs && fault.endedNs);
        QVERIFY(*fault.endedNs - *fault.beganNs >= fault.planned.length.count());
    }
    QVERIFY(*record.faults[1].beganNs >= *record.faults[0].endedNs);
    QVERIFY(record.service.all.maxNs >= 250'000'000);
}

void TestRunFaults::faultAfterTheLoadIsLeftOut()
{
    const auto made =
        m_server->run(withFaults(QStringLiteral("[{\"at\":\"50s\",\"kind\":\"server-kill\"}]"),
                                 {QStringLiteral("load.iterations=50")}));
    QVERIFY(made.ok());
    QCOMPARE(made.value().faults.size(), std::size_t{1});
    QVERIFY(!made.value().faults.front().beganNs);
    QVERIFY(!made.value().faults.front().endedNs);
    QCOMPARE(made.value().verdict, RunVerdict::Pass);
}

void TestRunFaults::stopDuringAFaultIsHeard()
{
    std::stop_source end;
    end.request_stop();
    // A stop before the load leaves the fault out; one while the server is frozen thaws it, else
    // the run would take the hour that the fault was given.
    const auto early = m_server->run(
        withFaults(QStringLiteral("[{\"at\":\"1ms\",\"kind\":\"server-freeze\",\"for\":\"1h\"}]")),
        {end.get_token(), {}});
    QVERIFY(early.ok());
    QVERIFY(!early.value().faults.front().beganNs);

    std::stop_source later;
    RunHooks hooks;
    std::jthread stopper;
    hooks.engine = [&](LoadEngine *engine) {
        if (engine == nullptr) {
            stopper.join(); // it looks at the engine, which goes now
            return;
        }
        stopper = std::jthread([engine, &later] {
            // From the first moment that the load stands still with requests in flight.
            std::uint64_t last = 0;
            for (int still = 0; still < 20; QThread::msleep(10)) {
                const std::uint64_t total = engine->live().outcomes.total();
                still = total > 0 && total == last ? still + 1 : 0;
                last = total;
            }
            later.request_stop();
        });
    };
    const auto made = makeRun(
        withFaults(QStringLiteral("[{\"at\":\"50ms\",\"kind\":\"server-freeze\",\"for\":\"1h\"}]")),
        m_server->host(), {later.get_token(), {}}, hooks);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    QCOMPARE(wrongWithFaults(made.value()), QString());
    QVERIFY(made.value().faults.front().endedNs);
    QVERIFY(made.value().endedEarly);
}

} // namespace tst_run_faults

STAMPEDE_TEST(tst_run_faults::TestRunFaults)
#include "tst_run_faults.moc"
