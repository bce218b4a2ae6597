// SPDX-License-Identifier: MIT
// Proves over real runs what is gathered beside rows and answers: the server's count of locking
// reads, the log's lines, and what the operations say about the hot row, with and without the lock.

#include "run_support.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_run_evidence {

using namespace stampede;
using test::preset;
using test::told;

class TestRunEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockIsSeenAtWork();
    void lockThatIsOffIsNotAskedFor();
    void logIsAFileThatTellsTheSame();
    void withTheLockNobodyOverwrites_data();
    void withTheLockNobodyOverwrites();
    void withoutItEveryLostDecrementIsExplained_data();
    void withoutItEveryLostDecrementIsExplained();
};

namespace {

const CheckResult &checkOf(const RunRecord &record, const char *id)
{
    const CheckResult *check = record.audit->check(QString::fromLatin1(id));
    STAMPEDE_CHECK(check != nullptr);
    return *check;
}

RunRecord made(const Scenario &scenario)
{
    auto result = test::run(scenario);
    if (!result) {
        qFatal("%s", qPrintable(result.error().message));
    }
    return std::move(result).value();
}

} // namespace

void TestRunEvidence::lockIsSeenAtWork()
{
    const RunRecord record = made(preset(QStringLiteral("latch-100-vs-10")));
    const CheckResult &check = checkOf(record, "lock-seen");
    QCOMPARE(check.verdict, CheckVerdict::Pass);
    QCOMPARE(check.explanation, QStringLiteral("100 locking reads for 100 requests."));
    QCOMPARE(check.actual, QStringLiteral("100"));
}

void TestRunEvidence::lockThatIsOffIsNotAskedFor()
{
    const RunRecord record = made(preset(QStringLiteral("quiet-damage")));
    QCOMPARE(checkOf(record, "lock-seen").verdict, CheckVerdict::Skipped);
    QCOMPARE(checkOf(record, "log-agrees").verdict, CheckVerdict::Pass);
}

void TestRunEvidence::logIsAFileThatTellsTheSame()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("service.log"));
    const auto url = parseDatabaseUrl(test::freshUrl());
    QVERIFY(url.ok());
    DatabaseHost host(url.value(), {});
    const Scenario scenario = preset(QStringLiteral("latch-100-vs-10"));
    for (int round = 1; round <= 2; ++round) {
        const auto result = makeRun(scenario, host, {}, {}, path);
        QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
        const CheckResult &check = checkOf(result.value(), "log-agrees");
        QCOMPARE(check.verdict, CheckVerdict::Pass);
        QCOMPARE(check.explanation,
                 QStringLiteral("issued 10 = 10, out of stock 90 = 90, blocked by the key 0."));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 200 * round); // each asked and was answered
    }
    const auto nowhere = makeRun(scenario, host, {}, {}, folder.path());
    QVERIFY(!nowhere.ok());
    QCOMPARE(nowhere.error().code, ExitCode::Usage);
}

void TestRunEvidence::withTheLockNobodyOverwrites_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"latch-100-vs-10", "hundred-users", "single-user", "second-helping"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestRunEvidence::withTheLockNobodyOverwrites()
{
    QFETCH(QString, name);
    const RunRecord record = made(preset(name));
    const RowQuestion question{*record.history, true, record.scenario.coupon.stock};
    const RowPicture picture = drawRow(question);
    QCOMPARE(picture.holders.size(), record.history->size());
    // Not by construction: nobody had read the row before the one before had written it, and each
    // found the value that was left.
    QCOMPARE(picture.mostBetweenReadAndWrite, 1);
    std::int64_t stock = record.scenario.coupon.stock;
    for (const std::uint32_t index : picture.holders) {
        const RowUse &use = picture.uses[index];
        QCOMPARE(std::int64_t{use.valueRead}, stock);
        stock -= use.wrote() ? 1 : 0;
        QVERIFY(use.holdToNs >= use.holdFromNs);
    }
    QVERIFY(picture.races.empty());
    QCOMPARE(picture.lostDecrements, 0);
    QCOMPARE(record.hotRow->racePairs, 0);
    QVERIFY(record.hotRow->longestWait->waitedFor.has_value());
    QVERIFY(record.hotRow->mostWaiting > 1);
}

void TestRunEvidence::withoutItEveryLostDecrementIsExplained_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("changes");
    const QString lockOff = QStringLiteral("service.layers.rowLock=false");
    for (int i = 0; i < 5; ++i) {
        QTest::addRow("latch %d", i) << QStringLiteral("latch-100-vs-10") << QStringList{lockOff};
    }
    QTest::newRow("quiet damage") << QStringLiteral("quiet-damage") << QStringList();
    QTest::newRow("open door") << QStringLiteral("open-door") << QStringList();
}

void TestRunEvidence::withoutItEveryLostDecrementIsExplained()
{
    QFETCH(QString, name);
    QFETCH(QStringList, changes);
    const RunRecord record = made(preset(name, changes));
    const HotRow &row = *record.hotRow;
    // A writer in doubt may have written as well: then nobody knows the whole chain.
    QCOMPARE(row.writersInDoubt, 0);
    QCOMPARE(row.lostDecrements, -*record.audit->state.drift);
    QVERIFY(row.lostDecrements > 0);
    QVERIFY(row.mostBetweenReadAndWrite > 1);
    QVERIFY(row.firstRace.has_value());
    const RacePair &race = *row.firstRace;
    QCOMPARE(race.valueWritten, race.valueRead - 1);
    QVERIFY(race.first.wroteNs < race.second.wroteNs);
    QVERIFY(race.first.rowId > 0 && race.second.rowId > 0);
    qInfo("drift %lld, race pairs %lld, overwrites %lld",
          static_cast<long long>(*record.audit->state.drift), static_cast<long long>(row.racePairs),
          static_cast<long long>(row.overwrites));
}

} // namespace tst_run_evidence

STAMPEDE_TEST(tst_run_evidence::TestRunEvidence)
#include "tst_run_evidence.moc"
