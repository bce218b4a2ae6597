// SPDX-License-Identifier: MIT
// Proves that a run can be ended at any moment: the load ends, what waits is withdrawn and rolled
// back, what ran is audited and adds up, and nothing is judged as if the run had been whole.

#include "run_support.h"

#include "run/run_controller.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_run_stop {

using namespace stampede;
using test::failedChecks;
using test::preset;
using test::told;

class TestRunStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopDuringTheLoadIsAudited();
    void stopBeforeTheLoadMeasuresNothing();
    void stopNowSkipsTheAudit();
    void durationEndsTheLoad();
    void controllerTellsWhatHappens();
    void controllerCanBeDestroyedDuringARun();
};

namespace {

/// Many people, each of whom holds the row for long: nobody could wait for its end.
Scenario crowd()
{
    return preset(QStringLiteral("hundred-users"),
                  {QStringLiteral("load.vus=50"), QStringLiteral("load.iterations=100000"),
                   QStringLiteral("service.pause=20ms"), QStringLiteral("load.timeout=30s"),
                   QStringLiteral("users.count=5000"), QStringLiteral("users.pick=each-once"),
                   QStringLiteral("coupon.stock=5000")});
}

} // namespace

void TestRunStop::stopDuringTheLoadIsAudited()
{
    test::StopOnceIssued early(5);
    const auto result = test::run(crowd(), early.stop(), early.hooks());
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(record.endedEarly);
    QVERIFY(told(record, Outcome::Issued) >= 5);
    QVERIFY(record.outcomes.total() < 100'000);
    QCOMPARE(failedChecks(record), QString());
    QCOMPARE(record.audit->state.rows, told(record, Outcome::Issued));
    QCOMPARE(*record.audit->state.drift, 0);
    QCOMPARE(record.audit->check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Skipped);
    QCOMPARE(record.verdict, RunVerdict::Aborted);
    QCOMPARE(exitCodeOf(record), ExitCode::EndedEarly);
}

void TestRunStop::stopBeforeTheLoadMeasuresNothing()
{
    std::stop_source end;
    end.request_stop();
    const auto result = test::run(crowd(), {end.get_token(), {}});
    QVERIFY(result.ok());
    QCOMPARE(result.value().outcomes.total(), 0U);
    QCOMPARE(result.value().verdict, RunVerdict::Invalid);
    QCOMPARE(exitCodeOf(result.value()), ExitCode::NothingMeasured);
}

void TestRunStop::stopNowSkipsTheAudit()
{
    std::stop_source now;
    now.request_stop();
    const auto result = test::run(preset(QStringLiteral("last-coupon")), {{}, now.get_token()});
    QVERIFY(result.ok());
    QVERIFY(!result.value().audit);
    QVERIFY(!result.value().auditError.isEmpty());
}

void TestRunStop::durationEndsTheLoad()
{
    const auto result = test::run(
        preset(QStringLiteral("hundred-users"),
               {QStringLiteral("load.vus=4"), QStringLiteral("load.duration=200ms"),
                QStringLiteral("load.iterations=1000000"), QStringLiteral("service.pause=5ms")}));
    QVERIFY(result.ok());
    QVERIFY(!result.value().endedEarly);
    QVERIFY(result.value().outcomes.total() < 1'000'000);
    QVERIFY(result.value().outcomes.total() > 0);
    for (const Operation &operation : *result.value().history) {
        QVERIFY(operation.invokedNs <= 200'000'000);
    }
    QCOMPARE(failedChecks(result.value()), QString());
}

void TestRunStop::controllerTellsWhatHappens()
{
    const auto url = parseDatabaseUrl(test::freshUrl());
    QVERIFY(url.ok());
    RunController controller(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QSignalSpy phases(&controller, &RunController::phaseChanged);
    QSignalSpy finished(&controller, &RunController::finished);
    for (int i = 1; i <= 2; ++i) {
        controller.start(preset(QStringLiteral("latch-100-vs-10")));
        QVERIFY(controller.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), i, 60'000);
        QVERIFY(!controller.isRunning());
        QVERIFY(controller.result()->ok());
        const RunRecord &record = controller.result()->value();
        QCOMPARE(told(record, Outcome::Issued), 10);
        const RunProgress progress = controller.progress();
        QCOMPARE(progress.live.outcomes.total(), 100U); // the last look stays
        QCOMPARE(progress.planned, 100);
        QCOMPARE(progress.auditDone, progress.auditTotal);
        QCOMPARE(progress.phase, Phase::Report);
    }
    QList<Phase> seen;
    for (const QList<QVariant> &call : phases) {
        seen.append(call.constFirst().value<Phase>());
    }
    const QList<Phase> once = {Phase::Prepare, Phase::Run, Phase::Settle, Phase::Audit,
                               Phase::Report};
    QCOMPARE(seen, once + once);
}

void TestRunStop::controllerCanBeDestroyedDuringARun()
{
    const auto url = parseDatabaseUrl(test::freshUrl());
    QVERIFY(url.ok());
    auto controller =
        std::make_unique<RunController>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    controller->start(crowd());
    QTRY_VERIFY_WITH_TIMEOUT(controller->progress().live.outcomes.total() > 0, 30'000);
    controller.reset(); // ends the load and waits for it
    QVERIFY(!controller);
}

} // namespace tst_run_stop

STAMPEDE_TEST(tst_run_stop::TestRunStop)
#include "tst_run_stop.moc"
