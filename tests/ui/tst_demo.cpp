// SPDX-License-Identifier: MIT
// Proves the guided demo: its five steps and the encore are gone through with the mouse and with
// keys alone, what is read there comes from the runs, and the user's scenario is what it was.

#include "demo_test.h"
#include "test_program.h"
#include "ui/interleave/interleave_page.h"

#include <QLineEdit>

namespace tst_demo {

using namespace stampede;

class TestDemo : public test::DemoTest
{
    Q_OBJECT

private Q_SLOTS:
    void byClicking();
    void byKeysAlone();
    void lettersBelongToTheField();
    void replayEndsByItself();
    void lessMotion();
    void goingBackShowsTheRunAgain();
    void noFiguresOfTheStepBefore();
};

void TestDemo::byClicking()
{
    const QJsonObject before = scenarioToJson(m_session->scenario());
    m_window->showPage(Page::Live);
    click("guidedDemo"); // on the page that is still empty
    QVERIFY(child<QWidget>("demoPanel")->isVisible());
    for (int step = 0; step < kDemoSteps; ++step) {
        QCOMPARE(words("demoCounter"), QStringLiteral("%1 of 5").arg(step + 1));
        checkCard();
        click("demoRun");
        QCOMPARE(demo().state(), Demo::State::Running);
        checkCard();
        QCOMPARE(m_window->page(), step == 2 || step == 3 ? Page::HotRow : Page::Live);
        waitFor(Demo::State::Replaying);
        QCOMPARE(m_window->page(), step == 2 || step == 3 ? Page::HotRow : Page::Live);
        click("demoSkip");
        QCOMPARE(demo().state(), Demo::State::After);
        checkAfter(step);
        QCOMPARE(m_session->record()->scenario.name, m_session->activeScenario().name);
        if (step == 3) {
            click("demoRace");
            QCOMPARE(m_window->page(), Page::HotRow);
            click("demoEveryOrder");
            QCOMPARE(m_window->page(), Page::Interleavings);
            const auto *orders = m_window->findChild<InterleavePage *>();
            QTRY_VERIFY_WITH_TIMEOUT(!orders->isBusy(), 60'000);
            QVERIFY2(words("orderAnswer").contains(QStringLiteral("90 of the 92 schedules")),
                     qPrintable(words("orderAnswer")));
        }
        if (step + 1 < kDemoSteps) {
            click("demoNext");
        }
    }
    click("demoEncore");
    QCOMPARE(words("demoCounter"), QStringLiteral("Encore"));
    click("demoRun");
    waitFor(Demo::State::After);
    checkCard();
    QVERIFY(child<QWidget>("truthBetween")->isVisible());
    QCOMPARE(words("truthBetween"), QStringLiteral("≡ the same"));
    QCOMPARE(words("truthLedger1"), QStringLiteral("200 at start = 100 written + 100 left"));
    QVERIFY(words("truthLedger2").startsWith(QStringLiteral("200 at start ≠ 100 written + ")));
    click("demoLeave");
    QVERIFY(!child<QWidget>("demoPanel")->isVisible());
    QVERIFY(!m_session->hasStandIn());
    QCOMPARE(m_window->page(), Page::Live);
    QCOMPARE(scenarioToJson(m_session->scenario()), before);
    QCOMPARE(scenarioToJson(m_session->activeScenario()), before);
    QVERIFY(!m_session->isChanged());
}

void TestDemo::byKeysAlone()
{
    const QJsonObject before = scenarioToJson(m_session->scenario());
    m_window->openDemo();
    for (int step = 0; step < kDemoSteps; ++step) {
        QCOMPARE(demo().step(), step);
        press(step % 2 == 0 ? Qt::Key_Space : Qt::Key_PageDown);
        QCOMPARE(demo().state(), Demo::State::Running);
        waitFor(Demo::State::Replaying);
        press(step % 2 == 0 ? Qt::Key_Escape : Qt::Key_PageDown);
        QCOMPARE(demo().state(), Demo::State::After);
        checkAfter(step);
        if (step == 0) {
            press(Qt::Key_R);
            QCOMPARE(demo().state(), Demo::State::Running);
            waitFor(Demo::State::Replaying);
            press(Qt::Key_Space);
            press(Qt::Key_PageUp);
            QCOMPARE(demo().state(), Demo::State::Before);
            QCOMPARE(demo().step(), 0);
            press(Qt::Key_PageDown);
            waitFor(Demo::State::Replaying);
            press(Qt::Key_Escape);
        }
        press(step % 2 == 0 ? Qt::Key_PageDown : Qt::Key_Space);
    }
    QVERIFY(demo().isEncore());
    press(Qt::Key_Space);
    waitFor(Demo::State::After);
    QVERIFY(child<QWidget>("truthBetween")->isVisible());
    press(Qt::Key_PageDown); // there is nothing after it
    QVERIFY(demo().isOpen());
    press(Qt::Key_Space); // on the button that has the focus: back
    QVERIFY(!demo().isOpen());
    QCOMPARE(scenarioToJson(m_session->scenario()), before);
}

void TestDemo::lettersBelongToTheField()
{
    demo().open();
    const int step = demo().step();
    m_window->showPage(Page::Scenario);
    m_window->setFocus(); // also where another widget, or another window, has the focus
    auto *field = child<QLineEdit>("coupon.name");
    field->clear();
    QTest::keyClicks(field, QStringLiteral("r 1 r"));
    QCOMPARE(field->text(), QStringLiteral("r 1 r"));
    QVERIFY(!m_session->isRunning());
    QCOMPARE(demo().step(), step);
}

void TestDemo::replayEndsByItself()
{
    openStep(2);
    click("demoRun");
    waitFor(Demo::State::Replaying);
    QVERIFY(demo().slowness() > 1);
    waitFor(Demo::State::After);
    QVERIFY2(words("demoWords")
                 .contains(QStringLiteral("shown here %1 times slower").arg(demo().slowness())),
             qPrintable(words("demoWords")));
    click("demoSlower");
    QCOMPARE(demo().state(), Demo::State::Replaying);
}

void TestDemo::lessMotion()
{
    openStep(2);
    demo().setReducedMotion(true);
    click("demoRun");
    QTRY_VERIFY_WITH_TIMEOUT(demo().state() != Demo::State::Running, 60'000);
    QCOMPARE(demo().state(), Demo::State::After);
    QVERIFY(!words("demoWords").contains(QStringLiteral("slower")));
    checkCard();
}

void TestDemo::goingBackShowsTheRunAgain()
{
    openStep(0);
    demo().setReducedMotion(true);
    click("demoRun");
    waitFor(Demo::State::After);
    const auto first = m_session->record();
    click("demoNext");
    click("demoRun");
    waitFor(Demo::State::After);
    QVERIFY(m_session->record() != first);
    press(Qt::Key_PageUp);
    press(Qt::Key_PageUp);
    QCOMPARE(demo().step(), 0);
    QCOMPARE(demo().state(), Demo::State::After);
    QCOMPARE(m_session->record(), first);
    checkAfter(0);
    click("demoDot4");
    QCOMPARE(demo().step(), 3);
}

void TestDemo::noFiguresOfTheStepBefore()
{
    openStep(0);
    demo().setReducedMotion(true);
    click("demoRun");
    waitFor(Demo::State::After);
    auto *figures = child<QWidget>("tileIssued");
    QVERIFY(figures->isVisible());
    click("demoNext");
    QCOMPARE(m_window->page(), Page::Live);
    QVERIFY(!figures->isVisible());
    QVERIFY(m_session->record() == nullptr);
    QVERIFY(words("statusRun").isEmpty() || !child<QLabel>("statusRun")->isVisible());
    click("demoRun");
    QVERIFY(figures->isVisible());
    waitFor(Demo::State::After);
    const auto second = m_session->record();
    QVERIFY(second != nullptr);
    click("demoNext");
    QVERIFY(m_session->record() == nullptr);
    demo().close(); // the latest run is one of the window's own
    QCOMPARE(m_session->record(), second);
}

} // namespace tst_demo

STAMPEDE_TEST(tst_demo::TestDemo)
#include "tst_demo.moc"
