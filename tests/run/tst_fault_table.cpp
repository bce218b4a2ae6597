// SPDX-License-Identifier: MIT
// Proves what each fault leads to: what requests come to beside the usual answers, which checks
// break, the verdict and the exit code; prints the table that docs/faults.md keeps.

#include "faulty_run.h"
#include "run_support.h"
#include "test_program.h"

#include <QFile>
#include <QTest>

namespace tst_fault_table {

using namespace stampede;
using test::failedChecks;
using test::inDoubt;
using test::preset;

class TestFaultTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesToExactly_data();
    void comesToExactly();
    void durabilityGivenUp();
    void serverThatStaysAway();
    void serverOfSomebodyElse();
    void cleanupTestCase();

private:
    void note(const char *fault, const QString &others, const QString &broken,
              const QString &verdict, ExitCode code);
    void note(const char *fault, const RunRecord &record);

    std::unique_ptr<test::FaultyHost> m_server = std::make_unique<test::FaultyHost>();
    QStringList m_table;
};

namespace {

/// Everybody asks once, and whoever has the row keeps it for a while: at any moment somebody writes
/// and the others wait.
Scenario crowded(const QString &faults, const QStringList &changes = {})
{
    const QStringList all = {QStringLiteral("load.vus=20"),
                             QStringLiteral("users.count=600"),
                             QStringLiteral("load.iterations=600"),
                             QStringLiteral("coupon.stock=500"),
                             QStringLiteral("load.timeout=20s"),
                             QStringLiteral("service.pause=1ms"),
                             QStringLiteral("faults=[%1]").arg(faults)};
    Scenario scenario = preset(QStringLiteral("flash-sale"), all + changes);
    scenario.thresholds.clear();
    return scenario;
}

/// What requests came to that a run without faults has not.
QString otherAnswers(const RunRecord &record)
{
    QStringList names;
    for (const Outcome outcome : kAllOutcomes) {
        const bool isUsual = outcome == Outcome::Issued || outcome == Outcome::AlreadyIssued ||
                             outcome == Outcome::OutOfStock;
        if (!isUsual && record.outcomes.of(outcome) > 0) {
            names << QStringLiteral("`%1`").arg(QString::fromLatin1(outcomeKey(outcome).data()));
        }
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

void TestFaultTable::note(const char *fault, const QString &others, const QString &broken,
                          const QString &verdict, ExitCode code)
{
    const auto orNone = [](const QString &words) {
        return words.isEmpty() ? QStringLiteral("none") : words;
    };
    m_table << QStringLiteral("| %1 | %2 | %3 | %4 | %5 |")
                   .arg(QString::fromLatin1(fault), orNone(others), orNone(broken), verdict)
                   .arg(static_cast<int>(code));
}

void TestFaultTable::note(const char *fault, const RunRecord &record)
{
    QString broken = failedChecks(record);
    if (!broken.isEmpty()) {
        broken = QStringLiteral("`") + broken.replace(QLatin1Char(' '), QStringLiteral("`, `")) +
                 QStringLiteral("`");
    }
    note(fault, otherAnswers(record), broken,
         QStringLiteral("`%1`").arg(runVerdictKey(record.verdict)), exitCodeOf(record));
}

void TestFaultTable::comesToExactly_data()
{
    QTest::addColumn<QString>("faults");
    QTest::addColumn<QString>("others");
    const auto row = [](const char *name, const char *faults, const char *others) {
        QTest::newRow(name) << QString::fromLatin1(faults) << QString::fromLatin1(others);
    };
    const char *unknown = "`unknown`";
    row("server killed, started at once", R"({"at":"200ms","kind":"server-kill"})", unknown);
    row("server killed, away for 300 ms", R"({"at":"200ms","kind":"server-kill","for":"300ms"})",
        unknown);
    row("server frozen for 500 ms, less than anybody's timeout",
        R"({"at":"200ms","kind":"server-freeze","for":"500ms"})", "");
    row("every connection killed", R"({"at":"200ms","kind":"connections-kill"})", unknown);
    row("half of the connections killed", R"({"at":"200ms","kind":"connections-kill","share":0.5})",
        unknown);
    row("network: each answer 20 ms later, for 300 ms",
        R"({"at":"200ms","kind":"network","effect":"delay","delay":"20ms","for":"300ms"})", "");
    row("network cut for 300 ms", R"({"at":"200ms","kind":"network","effect":"cut","for":"300ms"})",
        unknown);
    row("network half-open for 300 ms",
        R"({"at":"200ms","kind":"network","effect":"half-open","for":"300ms"})", unknown);
}

void TestFaultTable::comesToExactly()
{
    QFETCH(QString, faults);
    QFETCH(QString, others);
    const auto made = m_server->run(crowded(faults));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    const InjectedFault &fault = record.faults.front();
    QVERIFY(fault.beganNs && fault.endedNs);
    QCOMPARE(test::wrongWithFaults(record), QString());
    QCOMPARE(otherAnswers(record), others);
    QCOMPARE(record.audit->state.newRows, std::int64_t{500});
    QCOMPARE(record.audit->state.tookEffect + record.audit->state.noEffect, inDoubt(record));
    QCOMPARE(test::keptWord(record, m_server->open()).withoutRow, std::int64_t{0});
    if (fault.planned.action != FaultAction::ServerFreeze) {
        QVERIFY(fault.connections > 0);
    }
    note(QTest::currentDataTag(), record);
}

void TestFaultTable::durabilityGivenUp()
{
    const ConnectionSettings settings = m_server->open();
    const auto admin = Connection::open(settings);
    QVERIFY(admin.ok());
    QVERIFY(admin.value()
                ->execute(QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = 0"))
                .ok());
    const auto made = m_server->run(
        crowded(QStringLiteral(R"({"at":"200ms","kind":"server-kill"})"),
                {QStringLiteral("users.count=3000"), QStringLiteral("load.iterations=3000"),
                 QStringLiteral("coupon.stock=3000"), QStringLiteral("service.pause=0ms")}));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QVERIFY(record.audit);
    const std::int64_t missing = test::keptWord(record, settings).withoutRow;
    QVERIFY(missing > 0);
    QCOMPARE(record.audit->state.lostWrites, missing);
    QCOMPARE(failedChecks(record), QStringLiteral("issued-is-stored"));
    const CheckResult *stored = record.audit->check(QStringLiteral("issued-is-stored"));
    QCOMPARE(stored->rowCount, missing);
    note("server killed, `innodb_flush_log_at_trx_commit` 0", record);
}

void TestFaultTable::serverThatStaysAway()
{
    test::FaultyHost server;
    const auto admin = Connection::open(server.open());
    QVERIFY(admin.ok());
    const auto folder = admin.value()->value(QStringLiteral("SELECT @@datadir"));
    QVERIFY(folder.ok());
    // Without the file of its tables a server that was killed does not start again.
    const QString file = folder.value().toString() + QStringLiteral("/ibdata1");
    QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    const auto made = server.run(crowded(QStringLiteral(R"({"at":"200ms","kind":"server-kill"})")));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QVERIFY(!record.audit);
    QVERIFY(record.lostDatabase());
    QVERIFY(record.faults.front().failure.contains(QStringLiteral("did not come back")));
    QVERIFY(record.auditError.contains(QStringLiteral("cannot be reached")));
    QVERIFY(record.outcomes.of(Outcome::Issued) > 0); // what was answered is kept
    QCOMPARE(record.verdict, RunVerdict::Inconclusive);
    QCOMPARE(exitCodeOf(record), ExitCode::Unreachable);
    note("server killed, and it does not come back", QStringLiteral("`unknown`, perhaps others"),
         QStringLiteral("no audit"), QStringLiteral("`inconclusive`"), exitCodeOf(record));
}

void TestFaultTable::serverOfSomebodyElse()
{
    for (const char *kind : {"server-kill", "server-freeze"}) {
        const auto made = test::run(
            crowded(QStringLiteral(R"({"at":"1ms","kind":"%1"})").arg(QString::fromLatin1(kind))));
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ExitCode::Unreachable);
        QVERIFY(made.error().message.contains(
            QStringLiteral("faults[0] is %1").arg(QString::fromLatin1(kind))));
        QVERIFY(made.error().message.contains(QStringLiteral("managed:")));
    }
    note("`server-kill` or `server-freeze` for a server of somebody else", QString(),
         QStringLiteral("no audit"), QStringLiteral("refused"), ExitCode::Unreachable);
}

void TestFaultTable::cleanupTestCase()
{
    m_server.reset();
    QFile kept(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/faults.md"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(kept.readAll());
    for (const QString &row : std::as_const(m_table)) {
        qInfo("%s", qPrintable(row));
    }
    for (const QString &row : std::as_const(m_table)) {
        QVERIFY2(text.contains(row + QLatin1Char('\n')), qPrintable(row));
    }
}

} // namespace tst_fault_table

STAMPEDE_TEST(tst_fault_table::TestFaultTable)
#include "tst_fault_table.moc"
