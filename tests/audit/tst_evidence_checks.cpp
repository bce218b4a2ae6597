// SPDX-License-Identifier: MIT
// Proves what the audit says of evidence beside rows and answers: locking reads counted by the
// server, lines counted in the service's log; and that where there is none it says why.

#include "planted_run.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_evidence_checks {

using namespace stampede;
using test::PlantedRun;

class TestEvidenceChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockSeen_data();
    void lockSeen();
    void lockWithoutEvidenceIsSkipped();
    void logAgrees_data();
    void logAgrees();
    void logWithoutCounts();
    void linesAreCountedByPatterns();
    void lastLinesAreWholeOnes();
    void endlessLineIsCountedOnce();
    void logThatCannotBeReadIsNamed();
};

namespace {

CheckResult checkOf(PlantedRun &run, const char *id)
{
    const AuditReport report = run.audit();
    const CheckResult *check = report.check(QString::fromLatin1(id));
    STAMPEDE_CHECK(check != nullptr && check->cls == CheckClass::Warning);
    STAMPEDE_CHECK(report.verdict == AuditVerdict::Held);
    return *check;
}

/// Two people were told; both had read the row.
void plantTwo(PlantedRun &run)
{
    run.issued(1).told(2, Outcome::OutOfStock).stockIs(0);
}

} // namespace

void TestEvidenceChecks::lockSeen_data()
{
    QTest::addColumn<int>("readers");
    QTest::addColumn<qint64>("reads");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("one each") << 2 << qint64{2} << true << CheckVerdict::Pass
                              << QStringLiteral("2 locking reads for 2 requests.");
    QTest::newRow("retries read again") << 2 << qint64{5} << true << CheckVerdict::Pass
                                        << QStringLiteral("5 locking reads for 2 requests.");
    QTest::newRow("none") << 2 << qint64{0} << true << CheckVerdict::Fail
                          << QStringLiteral("The strategy says \"row lock first\", the server "
                                            "counted 0 locking reads.");
    QTest::newRow("too few") << 2 << qint64{1} << true << CheckVerdict::Fail
                             << QStringLiteral("The strategy says \"row lock first\", the server "
                                               "counted 1 locking read.");
    QTest::newRow("too few, connections lost")
        << 2 << qint64{1} << false << CheckVerdict::Inconclusive
        << QStringLiteral("The server counted 1 locking read, and 2 requests read the row. "
                          "Connections were lost, and the server's count of their statements with "
                          "them.");
    QTest::newRow("none, connections lost")
        << 2 << qint64{0} << false << CheckVerdict::Inconclusive
        << QStringLiteral("The server counted 0 locking reads, and 2 requests read the row. "
                          "Connections were lost, and the server's count of their statements with "
                          "them.");
    QTest::newRow("nobody got so far")
        << 0 << qint64{0} << true << CheckVerdict::Skipped
        << QStringLiteral("No request read the row, so there was nothing to look at.");
}

void TestEvidenceChecks::lockSeen()
{
    QFETCH(int, readers);
    QFETCH(qint64, reads);
    QFETCH(bool, complete);
    QFETCH(CheckVerdict, verdict);
    QFETCH(QString, explanation);
    PlantedRun run(1);
    plantTwo(run);
    run.theFirstReadTheRow(readers);
    run.input.lock.reads = LockingReads{reads, complete};
    const CheckResult check = checkOf(run, "lock-seen");
    QCOMPARE(check.verdict, verdict);
    QCOMPARE(check.explanation, explanation);
}

void TestEvidenceChecks::lockWithoutEvidenceIsSkipped()
{
    PlantedRun run(1);
    plantTwo(run);
    QCOMPARE(checkOf(run, "lock-seen").skipReason, SkipReason::NothingToLookAt);
    run.input.lock.unavailable = QStringLiteral("performance_schema is off.");
    QCOMPARE(checkOf(run, "lock-seen").skipReason, SkipReason::NotAvailable);
    QCOMPARE(checkOf(run, "lock-seen").explanation, run.input.lock.unavailable);
    run.input.lock.rowLock = false;
    QCOMPARE(checkOf(run, "lock-seen").explanation,
             QStringLiteral("The scenario switched the row lock off."));
}

void TestEvidenceChecks::logAgrees_data()
{
    QTest::addColumn<LogCounts>("counts");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("explanation");
    QTest::newRow("the same") << LogCounts{5, 1, 1, 3} << CheckVerdict::Pass
                              << QStringLiteral(
                                     "issued 1 = 1, out of stock 1 = 1, blocked by the key 3.");
    QTest::newRow("a line of issued is missing")
        << LogCounts{3, 0, 1, 0} << CheckVerdict::Fail
        << QStringLiteral("The log says issued 0, out of stock 1, the answers say issued 1, out of "
                          "stock 1.");
    QTest::newRow("one more was refused")
        << LogCounts{3, 1, 2, 0} << CheckVerdict::Fail
        << QStringLiteral("The log says issued 1, out of stock 2, the answers say issued 1, out of "
                          "stock 1.");
}

void TestEvidenceChecks::logAgrees()
{
    QFETCH(LogCounts, counts);
    QFETCH(CheckVerdict, verdict);
    QFETCH(QString, explanation);
    PlantedRun run(1);
    plantTwo(run);
    run.input.log.counts = counts;
    const CheckResult check = checkOf(run, "log-agrees");
    QCOMPARE(check.verdict, verdict);
    QCOMPARE(check.explanation, explanation);
}

void TestEvidenceChecks::logWithoutCounts()
{
    PlantedRun run(1);
    plantTwo(run);
    QCOMPARE(checkOf(run, "log-agrees").skipReason, SkipReason::NothingToLookAt);
    run.input.log.unavailable = QStringLiteral("The DEBUG lines are switched off.");
    QCOMPARE(checkOf(run, "log-agrees").skipReason, SkipReason::NotAvailable);
    run.input.log.incomplete = true;
    QCOMPARE(checkOf(run, "log-agrees").verdict, CheckVerdict::Inconclusive);
}

void TestEvidenceChecks::linesAreCountedByPatterns()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray before = "of an earlier run: Coupon issued successfully\n";
    file.write(before);
    QByteArray text;
    for (int i = 0; i < 30'000; ++i) { // more than one block
        text += "INFO : Issuing coupon for user: 1\n"
                "DEBUG : Coupon issued successfully. Coupon issued successfully.\n"
                "ERROR : failed: OUT_OF_STOCK\n";
    }
    file.write(text + "WARN : blocked by DB constraint\r\nERROR : OUT_OF_STOCK without an end");
    file.close();
    const auto own = countLogLines(path, before.size(), LogPatterns::own());
    QVERIFY(own.ok());
    QCOMPARE(own.value().lines, 90'002);
    QCOMPARE(own.value().issued, 30'000); // a line counts once
    QCOMPARE(own.value().outOfStock, 30'001);
    QCOMPARE(own.value().blockedByKey, 1);
    const auto foreign = countLogLines(path, 0, {QStringLiteral("for user"), {}, {}});
    QVERIFY(foreign.ok());
    QCOMPARE(foreign.value().issued, 30'000);
    QCOMPARE(foreign.value().outOfStock, 0);
    QCOMPARE(foreign.value().blockedByKey, 0);
}

void TestEvidenceChecks::lastLinesAreWholeOnes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("before\none\ntwo\nthree\n");
    file.close();
    QCOMPARE(lastLogLines(path, 7, 1'000), QStringLiteral("one\ntwo\nthree"));
    QCOMPARE(lastLogLines(path, 7, 10), QStringLiteral("two\nthree")); // ends just before "two"
    QCOMPARE(lastLogLines(path, 7, 9), QStringLiteral("three"));
    QCOMPARE(lastLogLines(path, 21, 1'000), QString());
    QCOMPARE(lastLogLines(QStringLiteral("/no/such.log"), 0, 1'000), QString());
    QCOMPARE(lastLogLines(QStringLiteral("/dev/zero"), 0, 1'000), QString());
}

void TestEvidenceChecks::endlessLineIsCountedOnce()
{
    // One line over several blocks, the text across each place where a block of 1 MiB ends.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("long.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    constexpr qsizetype kBlock = 1'048'576;
    QByteArray line(3 * kBlock, 'x');
    line.replace(kBlock - 5, 12, "OUT_OF_STOCK");
    line.replace(2 * kBlock - 1, 12, "OUT_OF_STOCK");
    file.write(line + "\n" + line);
    file.close();
    const auto counted = countLogLines(path, 0, LogPatterns::own());
    QVERIFY(counted.ok());
    QCOMPARE(counted.value().lines, 2);
    QCOMPARE(counted.value().outOfStock, 2);
    QCOMPARE(counted.value().issued, 0);
}

void TestEvidenceChecks::logThatCannotBeReadIsNamed()
{
    const auto device = countLogLines(QStringLiteral("/dev/zero"), 0, LogPatterns::own());
    QVERIFY(!device.ok());
    QVERIFY2(device.error().contains(QStringLiteral("no ordinary file")),
             qPrintable(device.error()));
    const auto counted = countLogLines(QStringLiteral("/no/such.log"), 0, LogPatterns::own());
    QVERIFY(!counted.ok());
    QVERIFY(counted.error().contains(QStringLiteral("/no/such.log")));
}

} // namespace tst_evidence_checks

STAMPEDE_TEST(tst_evidence_checks::TestEvidenceChecks)
#include "tst_evidence_checks.moc"
