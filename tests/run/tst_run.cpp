// SPDX-License-Identifier: MIT
// Proves that a whole run comes out as the case says, for every combination of protections: the
// right answers, the right rows, the right checks broken, and all of it within what was predicted.

#include "run_support.h"

#include "measure/history_writer.h"
#include "record/history_frame.h"
#include "test_program.h"

#include <QSet>
#include <QTest>

#include <string>

namespace tst_run {

using namespace stampede;
using test::failedChecks;
using test::preset;
using test::told;

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsComeOutAsTheyMust_data();
    void presetsComeOutAsTheyMust();
    void protectionsOff_data();
    void protectionsOff();
    void hundredUsersIssuesToEveryoneDrawn();
    void everyModelMakesItsRequests_data();
    void everyModelMakesItsRequests();
    void sameSeedAsksTheSamePeople();
    void outsideTheSaleEverybodyIsRefused();
    void contentionIsCountedAndNothingIsWrong();
    void historyOfTheRecordIsComplete();
    void oneRaceIsTold();
    void thousandVirtualUsers();
};

void TestRun::presetsComeOutAsTheyMust_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("issued");
    QTest::addColumn<int>("already");
    QTest::addColumn<int>("outOfStock");
    QTest::addColumn<int>("remaining");
    const auto add = [](const char *name, int issued, int already, int outOfStock, int remaining) {
        QTest::newRow(name) << QString::fromLatin1(name) << issued << already << outOfStock
                            << remaining;
    };
    add("latch-100-vs-10", 10, 0, 90, 0);
    add("single-user", 1, 1095, 0, 199);
    add("hundred-users", 100, 996, 0, 100);
    add("last-coupon", 1, 0, 1, 0);
    add("sold-out", 0, 0, 50, 0);
}

void TestRun::presetsComeOutAsTheyMust()
{
    QFETCH(QString, name);
    QFETCH(int, issued);
    QFETCH(int, already);
    QFETCH(int, outOfStock);
    QFETCH(int, remaining);
    const auto result = test::run(preset(name));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    const RunRecord &record = result.value();
    QCOMPARE(told(record, Outcome::Issued), issued);
    QCOMPARE(told(record, Outcome::AlreadyIssued), already);
    QCOMPARE(told(record, Outcome::OutOfStock), outOfStock);
    QCOMPARE(static_cast<int>(record.outcomes.total()), issued + already + outOfStock);
    QCOMPARE(*record.audit->state.remaining, remaining);
    QCOMPARE(record.audit->state.rows, issued);
    for (const CheckResult &check : record.audit->checks) {
        QVERIFY2(check.verdict == CheckVerdict::Pass ||
                     (check.verdict == CheckVerdict::Skipped && !check.explanation.isEmpty()),
                 qPrintable(check.id + QLatin1Char(' ') + check.explanation));
    }
    QCOMPARE(record.verdict, RunVerdict::Pass);
    QCOMPARE(exitCodeOf(record), ExitCode::Success);
    QCOMPARE(record.prediction.issued, (Range{issued, issued}));
    QCOMPARE(record.prediction.remaining, (Range{remaining, remaining}));
    QCOMPARE(*record.loadTester.rightRefusals, already + outOfStock);
}

void TestRun::protectionsOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<QString>("broken");
    const auto add = [](const char *row, const QString &name, const QStringList &changes,
                        const QString &broken) { QTest::newRow(row) << name << changes << broken; };
    const QString lockOff = QStringLiteral("service.layers.rowLock=false");
    const QString checkOff = QStringLiteral("service.layers.duplicateCheck=false");
    const QString keyOff = QStringLiteral("service.layers.uniqueKey=false");
    const QString hundred = QStringLiteral("hundred-users");
    const QString latch = QStringLiteral("latch-100-vs-10");
    const QString both = QStringLiteral("stock-adds-up stock-not-exceeded");
    add("quiet damage", QStringLiteral("quiet-damage"), {}, QStringLiteral("stock-adds-up"));
    add("second helping", QStringLiteral("second-helping"), {}, QStringLiteral("one-per-user"));
    add("open door", QStringLiteral("open-door"), {},
        QStringLiteral("one-per-user stock-adds-up stock-not-exceeded"));
    add("latch, lock off", latch, {lockOff}, both);
    add("latch, lock and key off", latch, {lockOff, keyOff}, both);
    add("latch, all off", latch, {lockOff, checkOff, keyOff}, both);
    add("latch, check and key off", latch, {checkOff, keyOff}, QString());
    add("check off", hundred, {checkOff}, QString());
    add("key off", hundred, {keyOff}, QString());
    add("one person, lock off", QStringLiteral("single-user"), {lockOff}, QString());
}

void TestRun::protectionsOff()
{
    QFETCH(QString, name);
    QFETCH(QStringList, changes);
    QFETCH(QString, broken);
    const auto result = test::run(preset(name, changes));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    const RunRecord &record = result.value();
    QCOMPARE(failedChecks(record), broken);
    QCOMPARE(record.verdict, broken.isEmpty() ? RunVerdict::Pass : RunVerdict::Violation);
    QCOMPARE(exitCodeOf(record), broken.isEmpty() ? ExitCode::Success : ExitCode::Violation);
    for (const CheckResult &check : record.audit->findings()) {
        QVERIFY2(!check.rows.isEmpty() && check.rowCount > 0, qPrintable(check.id));
    }
    const CheckResult &predicted = *record.audit->check(QStringLiteral("as-predicted"));
    QVERIFY2(predicted.verdict == CheckVerdict::Pass, qPrintable(predicted.explanation));
    const CheckVerdict key = record.audit->check(QStringLiteral("unique-key-there"))->verdict;
    QCOMPARE(key,
             record.scenario.service.layers.uniqueKey ? CheckVerdict::Pass : CheckVerdict::Skipped);
}

void TestRun::hundredUsersIssuesToEveryoneDrawn()
{
    // With few requests not everybody is drawn: the seed decides how many are.
    const Scenario scenario =
        preset(QStringLiteral("hundred-users"),
               {QStringLiteral("load.iterations=120"), QStringLiteral("seed=7")});
    const auto result = test::run(scenario);
    QVERIFY(result.ok());
    QSet<std::int64_t> drawn;
    for (const Operation &operation : *result.value().history) {
        drawn.insert(operation.user);
    }
    QVERIFY(drawn.size() < 100);
    QCOMPARE(told(result.value(), Outcome::Issued), drawn.size());
    QCOMPARE(result.value().prediction.distinctUsers, drawn.size());
    QCOMPARE(*result.value().audit->state.remaining, 200 - drawn.size());
}

void TestRun::everyModelMakesItsRequests_data()
{
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<int>("requests");
    QTest::newRow("per VU") << QStringList{QStringLiteral("load.model=per-vu-iterations"),
                                           QStringLiteral("load.vus=7"),
                                           QStringLiteral("load.iterations=9")}
                            << 63;
    QTest::newRow("shared") << QStringList{QStringLiteral("load.vus=7"),
                                           QStringLiteral("load.iterations=50")}
                            << 50;
    QTest::newRow("one VU") << QStringList{QStringLiteral("load.vus=1"),
                                           QStringLiteral("load.iterations=30")}
                            << 30;
}

void TestRun::everyModelMakesItsRequests()
{
    QFETCH(QStringList, changes);
    QFETCH(int, requests);
    const auto result = test::run(preset(QStringLiteral("hundred-users"), changes));
    QVERIFY(result.ok());
    QCOMPARE(static_cast<int>(result.value().outcomes.total()), requests);
    QCOMPARE(result.value().verdict, RunVerdict::Pass);
}

void TestRun::sameSeedAsksTheSamePeople()
{
    const Scenario scenario =
        preset(QStringLiteral("hundred-users"), {QStringLiteral("load.iterations=200")});
    const auto usersByRequest = [](const RunRecord &record) {
        std::vector<std::int64_t> users(record.history->size());
        for (const Operation &operation : *record.history) {
            users[operation.request] = operation.user;
        }
        return users;
    };
    const auto first = test::run(scenario);
    const auto second = test::run(scenario);
    QVERIFY(first.ok() && second.ok());
    QVERIFY(usersByRequest(first.value()) == usersByRequest(second.value()));
}

void TestRun::outsideTheSaleEverybodyIsRefused()
{
    const auto before =
        test::run(preset(QStringLiteral("last-coupon"), {QStringLiteral("coupon.startsAt=+1d")}));
    QVERIFY(before.ok());
    QCOMPARE(told(before.value(), Outcome::NotStarted), 2);
    QCOMPARE(before.value().verdict, RunVerdict::Pass);
    const auto after =
        test::run(preset(QStringLiteral("last-coupon"), {QStringLiteral("coupon.endsAt=-1h")}));
    QVERIFY(after.ok());
    QCOMPARE(told(after.value(), Outcome::Expired), 2);
}

void TestRun::contentionIsCountedAndNothingIsWrong()
{
    // 30 people, a lock held for 50 ms each, a patience of 300 ms: most must give up.
    const auto result =
        test::run(preset(QStringLiteral("latch-100-vs-10"),
                         {QStringLiteral("load.vus=30"), QStringLiteral("users.count=30"),
                          QStringLiteral("coupon.stock=30"), QStringLiteral("service.pause=50ms"),
                          QStringLiteral("load.timeout=300ms")}));
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(told(record, Outcome::Contention) > 0);
    QVERIFY(told(record, Outcome::Issued) > 0);
    QCOMPARE(told(record, Outcome::Contention) + told(record, Outcome::Issued), 30);
    QCOMPARE(failedChecks(record), QString());
    QCOMPARE(*record.audit->state.drift, 0);
    QCOMPARE(record.audit->check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Pass);
    QCOMPARE(record.verdict, RunVerdict::Thresholds); // server_errors count==0 is missed
}

void TestRun::historyOfTheRecordIsComplete()
{
    const auto result = test::run(preset(QStringLiteral("latch-100-vs-10")));
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    std::string text;
    QVERIFY(writeHistory(record, [&text](std::string_view block) {
        text += block;
        return true;
    }));
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 102);
    QVERIFY(text.starts_with(R"({"schema":"stampede.history/1","coupon":1,"stock":10,)"));
    QVERIFY(text.find(R"({"op":"final","remaining":0,"rows":[)") != std::string::npos);
    QCOMPARE(record.historySha256.size(), 64);
    for (const Operation &operation : *record.history) {
        QVERIFY(operation.returnedNs >= operation.invokedNs);
        if (operation.outcome == Outcome::Issued) {
            QVERIFY(operation.committedUs >= operation.wroteUs);
            QVERIFY(operation.rowId > 0);
        }
    }
}

void TestRun::oneRaceIsTold()
{
    const auto result = test::run(preset(QStringLiteral("latch-100-vs-10"),
                                         {QStringLiteral("service.layers.rowLock=false")}));
    QVERIFY(result.ok());
    const RunRecord &record = result.value();
    QVERIFY(record.hotRow && record.hotRow->firstRace);
    const RacePair &race = *record.hotRow->firstRace;
    const QString proof = record.audit->check(QStringLiteral("stock-adds-up"))->proof;
    const QString pair =
        QStringLiteral("users %1 and %2 had both read %3.")
            .arg(QString::number(race.first.user), QString::number(race.second.user),
                 QString::number(race.valueRead));
    QVERIFY2(proof.contains(pair), qPrintable(proof + QStringLiteral(" | ") + pair));
}

void TestRun::thousandVirtualUsers()
{
    const auto result =
        test::run(preset(QStringLiteral("latch-100-vs-10"),
                         {QStringLiteral("load.vus=1000"), QStringLiteral("users.count=1000"),
                          QStringLiteral("load.timeout=60s")}));
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().message));
    QCOMPARE(told(result.value(), Outcome::Issued), 10);
    QCOMPARE(told(result.value(), Outcome::OutOfStock), 990);
    QCOMPARE(result.value().verdict, RunVerdict::Pass);
}

} // namespace tst_run

STAMPEDE_TEST(tst_run::TestRun)
#include "tst_run.moc"
