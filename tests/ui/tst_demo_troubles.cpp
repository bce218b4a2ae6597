// SPDX-License-Identifier: MIT
// Proves that the guided demo has its words and its way out for whatever goes otherwise: nothing
// broke, the server refused, the run could not be made or was stopped, the panel was closed, the
// scenario was edited; and that no text of it claims more than the record says.

#include "demo_test.h"
#include "test_program.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>

namespace tst_demo_troubles {

using namespace stampede;
using test::heldRecord;

class TestDemoTroubles : public test::DemoTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsFilled();
    void wordsFollowTheRecord();
    void noTwoRequestsMet();
    void serverThatRefusesChangedRows();
    void runThatCannotBeMade();
    void stoppedRun();
    void closedDuringARun();
    void editedWhileOpen();
};

void TestDemoTroubles::everyTextIsFilled()
{
    static const QRegularExpression gap(QStringLiteral("%\\d|\\{|\\}"));
    const QList<DemoStep> steps = demoSteps();
    QCOMPARE(steps.size(), kDemoSteps);
    for (const DemoStep &step : steps) {
        for (const QString &text : {step.title, step.before, step.during}) {
            QVERIFY2(!text.isEmpty() && !gap.match(text).hasMatch(), qPrintable(text));
        }
    }
    QVERIFY(steps[0].before.contains(
        QStringLiteral("this is what must come out: 1 issued, 1,095 already issued, 199 left.")));
    QVERIFY(
        steps[1].before.contains(QStringLiteral("<i>can never be met: issued will be 100.</i>")));
    QVERIFY(steps[3].before.contains(QStringLiteral("at least 10, at most 100")));
    QVERIFY(!steps[3].scenario.service.layers.rowLock);
    QVERIFY(steps[3].scenario.service.layers.uniqueKey);
    const auto notes = demoPrediction(steps[1].scenario).notes;
    QVERIFY(std::any_of(notes.begin(), notes.end(), [](const PredictionNote &note) {
        return note.code == QLatin1String("limit-impossible");
    }));
}

void TestDemoTroubles::wordsFollowTheRecord()
{
    // With the lock on the step does not claim more than the run shows.
    auto record = heldRecord(2);
    record->throughput.durationSeconds = 0.0312;
    QVERIFY(demoOutcome(2, *record, 133)
                .words.startsWith(QStringLiteral("10, 90, 0 left: 31 milliseconds in real life, "
                                                 "shown here 133 times slower. Request after "
                                                 "request read 10, 9, 8 … and wrote one less.")));
    record->audit->verdict = AuditVerdict::Undecided;
    record->audit->undecidedReason = QStringLiteral("It was not at rest.");
    record->verdict = RunVerdict::Inconclusive;
    QVERIFY(demoOutcome(2, *record, 0).words.contains(QStringLiteral("Could not be decided")));
    QVERIFY(demoOutcome(2, *record, 0).meaning.isEmpty());
    // Errors and refusals are named where there were any.
    record = heldRecord(3);
    record->audit->verdict = AuditVerdict::Broken;
    record->verdict = RunVerdict::Violation;
    record->loadTester = {.requests = 100, .failed = 3, .refusals = 3, .rightRefusals = 3};
    QVERIFY(demoOutcome(3, *record, 0)
                .words.contains(QStringLiteral("Not one error, not one refusal beyond 3.")));
    record->loadTester.errors = 2;
    QVERIFY(demoOutcome(3, *record, 0).words.contains(QStringLiteral("Errors: 2, refusals: 3.")));
    QCOMPARE(demoOutcome(3, *record, 0).meaning,
             QStringLiteral("Only counting the rows shows it."));
    // The table has a line for what must not come, once it came.
    QCOMPARE(demoRows(record->prediction, nullptr).size(), 3);
    record->outcomes.byOutcome[indexOf(Outcome::AlreadyIssued)] = 1;
    const QList<DemoRow> rows = demoRows(record->prediction, record.get());
    QCOMPARE(rows.size(), 4);
    QVERIFY(!rows[1].fits);
}

void TestDemoTroubles::noTwoRequestsMet()
{
    openStep(3);
    demo().take(heldRecord(3));
    QCOMPARE(demo().state(), Demo::State::After);
    QCOMPARE(words("demoWords"), QStringLiteral("This time no two requests met. That is why such "
                                                "bugs live through tests."));
    QVERIFY(child<QPushButton>("demoRunAgain")->isVisible());
    QVERIFY(!child<QPushButton>("demoRace")->isVisible());
    QCOMPARE(child<QPushButton>("demoPause")->text(),
             QStringLiteral("Pause 20 ms between reading and writing"));
    click("demoPause");
    QCOMPARE(m_session->activeScenario().service.pause, Duration(Demo::kPause));
    waitFor(Demo::State::Replaying);
    click("demoSkip");
    checkAfter(3);
    QCOMPARE(words("demoRemark"),
             QStringLiteral("With a pause of 20 ms between reading and writing."));
    QCOMPARE(m_session->scenario().service.pause, Duration::zero());
}

void TestDemoTroubles::serverThatRefusesChangedRows()
{
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    qputenv("XDG_DATA_HOME", folder.path().toUtf8());
    const auto record = heldRecord(3);
    record->outcomes.byOutcome[indexOf(Outcome::OutOfStock)] = 83;
    record->outcomes.byOutcome[indexOf(Outcome::Contention)] = 7;
    Operation refused;
    refused.outcome = Outcome::Contention;
    refused.errorCode = 1020;
    record->history = std::make_shared<const std::vector<Operation>>(7, refused);
    openStep(3);
    demo().take(record);
    QCOMPARE(words("demoWords"),
             QStringLiteral("This server refuses to overwrite a row that changed (snapshot "
                            "isolation). It turned the race into 7 errors."));
    const QString users = m_session->host().url().display();
    click("demoPrivateServer");
    QVERIFY(m_session->isRunning());
    QCOMPARE(m_session->host().url().kind, DatabaseUrl::Kind::Managed);
    waitFor(Demo::State::Replaying);
    click("demoSkip");
    checkAfter(3);
    QVERIFY(!child<QPushButton>("demoPrivateServer")->isVisible());
    click("demoClose");
    QCOMPARE(m_session->host().url().display(), users);
    cleanup(); // the private server ends before its folder goes
    qunsetenv("XDG_DATA_HOME");
}

void TestDemoTroubles::runThatCannotBeMade()
{
    open(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock"));
    m_window->openDemo();
    click("demoRun");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QCOMPARE(demo().state(), Demo::State::Before);
    QVERIFY2(words("demoWords").startsWith(QStringLiteral("The run could not be made: ")),
             qPrintable(words("demoWords")));
    QVERIFY(words("demoWords").contains(QStringLiteral("/nowhere/m.sock")));
    QVERIFY(child<QPushButton>("demoRun")->isVisible());
    click("demoNext"); // the words of the next step are its own
    checkCard();
    QVERIFY(words("demoWords").startsWith(QStringLiteral("So the script was mended")));
}

void TestDemoTroubles::stoppedRun()
{
    openStep(4);
    click("demoRun");
    m_session->stop();
    waitFor(Demo::State::After);
    checkCard();
    QVERIFY(m_session->record()->endedEarly);
    QVERIFY(words("demoMeaning").isEmpty());
    QVERIFY(child<QPushButton>("demoRunAgain")->isVisible());
    click("demoRunAgain");
    waitFor(Demo::State::Replaying);
    click("demoSkip");
    checkAfter(4);
}

void TestDemoTroubles::closedDuringARun()
{
    openStep(4);
    click("demoRun");
    click("demoClose");
    QVERIFY(m_session->isRunning());
    QVERIFY(!m_session->activeScenario().service.layers.rowLock); // what runs, runs on
    m_window->openDemo();                                         // and it may be opened again
    QCOMPARE(demo().state(), Demo::State::Before);
    click("demoClose");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY(m_session->record() != nullptr);
    QVERIFY(!demo().isOpen());
    QCOMPARE(m_session->activeScenario().name, QStringLiteral("Too late"));
}

void TestDemoTroubles::editedWhileOpen()
{
    openStep(3);
    m_window->showPage(Page::Scenario);
    auto *stock = child<QLineEdit>("coupon.stock");
    stock->setFocus();
    stock->selectAll();
    QTest::keyClicks(stock, QStringLiteral("7r ")); // letters are letters in a field
    QCOMPARE(stock->text(), QStringLiteral("7r "));
    QCOMPARE(demo().state(), Demo::State::Before);
    QVERIFY(!m_session->faults().isEmpty());
    stock->selectAll();
    QTest::keyClicks(stock, QStringLiteral("7"));
    QCOMPARE(m_session->scenario().coupon.stock, 7);
    QCOMPARE(m_session->activeScenario().coupon.stock, 10); // the step's own
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_session->scenario().service.layers.rowLock); // the switches are the demo's
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(demo().state(), Demo::State::Running);
    waitFor(Demo::State::Replaying);
    click("demoSkip");
    QCOMPARE(m_session->record()->scenario.coupon.stock, 10);
    click("demoClose");
    QCOMPARE(m_session->activeScenario().coupon.stock, 7);
    QVERIFY(m_session->isChanged());
}

} // namespace tst_demo_troubles

STAMPEDE_TEST(tst_demo_troubles::TestDemoTroubles)
#include "tst_demo_troubles.moc"
