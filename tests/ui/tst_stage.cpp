// SPDX-License-Identifier: MIT
// Proves the stage: it is entered and left by key, shows the run that the pages show, the one that
// goes on and the steps of the demo, says nothing in letters too small for a room, and does what a
// clicker wants.

#include "support/test_database.h"
#include "test_program.h"
#include "ui/charts/chart_axes.h"
#include "ui/charts/run_chart.h"
#include "ui/demo/demo.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/stage/stage_window.h"

#include <QAbstractScrollArea>
#include <QLabel>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QTest>

namespace tst_stage {

using namespace stampede;
using test::TestDatabase;

class TestStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enteredAndLeftByKey();
    void promiseRunResult();
    void runWithoutTheLock();
    void chartsInTurn();
    void blackAndSize();
    void nothingIsSmall();
    void mouseRests();
    void stepsOfTheDemo();
    void sameAnswersDifferentTruth();
    void runThatCannotBeMade();

private:
    void open(const QString &url);
    [[nodiscard]] StageWindow &stage() const { return m_window->stage(); }
    [[nodiscard]] QString words(const char *label) const
    {
        auto *found = stage().findChild<QLabel *>(QLatin1String(label));
        if (found == nullptr) {
            qFatal("no label %s", label);
        }
        return found->text();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&stage(), key, modifiers);
    }
    void enter() const
    {
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(stage().isVisible());
        // Until then the keys are those of the window below.
        QVERIFY(QTest::qWaitForWindowActive(&stage()));
    }
    void waitForTheRun() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
        QVERIFY(m_session->record() != nullptr);
    }
    [[nodiscard]] qreal smallestText() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestStage::open(const QString &url)
{
    const auto parsed = parseDatabaseUrl(url);
    QVERIFY(parsed.ok());
    m_window.reset();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(parsed.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("latch-100-vs-10"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Dark);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestStage::init()
{
    // The platform without a screen says that it knows no limits of a window's size.
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    open(QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
}

void TestStage::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestStage::enteredAndLeftByKey()
{
    enter();
    QTRY_VERIFY(stage().isFullScreen());
    press(Qt::Key_Escape);
    QVERIFY(!stage().isVisible());
    enter();
    press(Qt::Key_F11);
    QVERIFY(!stage().isVisible());
    QVERIFY(m_window->isVisible());
}

void TestStage::promiseRunResult()
{
    enter();
    QCOMPARE(words("stageTitle"), QStringLiteral("A hundred hands, ten coupons"));
    QVERIFY(words("stageProtections").contains(QStringLiteral("Row lock ON")));
    QCOMPARE(words("stageFigure1"), QStringLiteral("10"));
    QCOMPARE(words("stageFigure2"), QStringLiteral("10"));
    QCOMPARE(words("stageSentence"),
             QStringLiteral("Must come out: 10 issued, 0 already issued, 90 out of stock."));
    press(Qt::Key_Space);
    QVERIFY(m_session->isRunning());
    waitForTheRun();
    // It is shown again slowly, until somebody holds it and lets it go on.
    QTRY_VERIFY(words("stageSentence").contains(QStringLiteral("times slower")));
    press(Qt::Key_Space);
    const QString held = words("stageSentence");
    press(Qt::Key_Space);
    QTRY_VERIFY(words("stageSentence") != held);
    QTRY_VERIFY_WITH_TIMEOUT(words("stageSentence").startsWith(QStringLiteral("Everything held")),
                             30'000);
    QCOMPARE(words("stageFigure2"), QStringLiteral("10"));
    QCOMPARE(words("stageFigure3"), QStringLiteral("0"));
}

void TestStage::runWithoutTheLock()
{
    m_session->set(QStringLiteral("service.layers.rowLock"), false);
    m_session->run();
    waitForTheRun();
    enter(); // what was run is shown as it is
    QVERIFY(words("stageProtections").contains(QStringLiteral("Row lock OFF")));
    QCOMPARE(words("stageFigure1"), QStringLiteral("10"));
    QCOMPARE(words("stageFigure2"), QStringLiteral("100"));
    QCOMPARE(words("stageSentence"), QStringLiteral("90 coupons too many. No error was raised."));
    press(Qt::Key_PageUp); // once more, slowly
    QTRY_VERIFY(words("stageSentence").contains(QStringLiteral("times slower")));
}

void TestStage::chartsInTurn()
{
    m_session->run();
    waitForTheRun();
    enter();
    const StageWindow::Chart first = stage().chart();
    press(Qt::Key_C);
    QVERIFY(stage().chart() != first);
    int turns = 1;
    while (stage().chart() != first) {
        press(Qt::Key_C);
        ++turns;
        QVERIFY(turns < 5);
    }
    const auto areas = stage().findChildren<QAbstractScrollArea *>();
    for (const QAbstractScrollArea *area : areas) {
        QCOMPARE(area->verticalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
        QCOMPARE(area->horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
    }
}

void TestStage::blackAndSize()
{
    enter();
    auto *title = stage().findChild<QLabel *>(QStringLiteral("stageTitle"));
    press(Qt::Key_B);
    QVERIFY(stage().isBlack());
    QVERIFY(!title->isVisible());
    press(Qt::Key_PageDown); // light again, and nothing else
    QVERIFY(!stage().isBlack());
    QVERIFY(title->isVisible());
    QVERIFY(!m_session->isRunning());
    const qreal usual = title->font().pointSizeF();
    press(Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(title->font().pointSizeF() > usual);
    press(Qt::Key_Minus, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(title->font().pointSizeF() < usual);
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(title->font().pointSizeF(), usual);
}

qreal TestStage::smallestText() const
{
    qreal smallest = 1000;
    const auto labels = stage().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty()) { // else it holds a mark
            smallest = std::min(smallest, label->font().pointSizeF());
        }
    }
    return smallest;
}

void TestStage::nothingIsSmall()
{
    enter();
    stage().showNormal();
    stage().resize(1920, 1080); // on a smaller one as many words fit, thus smaller ones
    QVERIFY2(smallestText() >= 20, qPrintable(QString::number(smallestText())));
    QCOMPARE(stage().findChild<QLabel *>(QStringLiteral("stageFigure1"))->font().pointSizeF(),
             72.0);
    // Charts write along their axes smaller than their font.
    const auto *chart = stage().findChild<RunChart *>(QStringLiteral("stageStory"));
    QVERIFY2(axisFont(chart->font()).pointSizeF() >= 20,
             qPrintable(QString::number(chart->font().pointSizeF())));
}

void TestStage::mouseRests()
{
    enter();
    QTRY_COMPARE_WITH_TIMEOUT(stage().cursor().shape(), Qt::BlankCursor, 10'000);
    QMouseEvent moved(QEvent::MouseMove, QPointF(300, 300), QPointF(300, 300), Qt::NoButton,
                      Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&stage(), &moved);
    QVERIFY(stage().cursor().shape() != Qt::BlankCursor);
}

void TestStage::stepsOfTheDemo()
{
    m_window->openDemo();
    m_window->demo().jumpTo(3);
    enter();
    QCOMPARE(words("stageTitle"), QStringLiteral("The same crowd, no lock"));
    QCOMPARE(words("stageFigure2"), QStringLiteral("10 to 100"));
    press(Qt::Key_PageDown);
    QVERIFY(m_session->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->demo().state(), Demo::State::Replaying, 60'000);
    QVERIFY(words("stageSentence").startsWith(QStringLiteral("Nobody waits before reading.")));
    press(Qt::Key_PageDown);
    QCOMPARE(words("stageSentence"), QStringLiteral("90 coupons too many. No error was raised."));
    press(Qt::Key_PageDown);
    QCOMPARE(words("stageTitle"), QStringLiteral("The greenest run"));
    QVERIFY(words("stageProtections").contains(QStringLiteral("Check OFF")));
    press(Qt::Key_PageUp);
    QCOMPARE(words("stageTitle"), QStringLiteral("The same crowd, no lock"));
    QCOMPARE(words("stageFigure2"), QStringLiteral("100"));
    press(Qt::Key_Escape);
    QVERIFY(!stage().isVisible());
    QVERIFY(m_window->demo().isOpen()); // the demo goes on in the window
}

void TestStage::sameAnswersDifferentTruth()
{
    m_window->openDemo();
    enter();
    m_window->demo().jumpTo(Demo::kEncore);
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->demo().state(), Demo::State::After, 60'000);
    auto *between = stage().findChild<QLabel *>(QStringLiteral("truthBetween"));
    QVERIFY(between->isVisible());
    QCOMPARE(between->text(), QStringLiteral("≡ the same"));
    QCOMPARE(words("truthAnswers1").remove(QRegularExpression(QStringLiteral("<[^>]*>"))),
             QStringLiteral("●&nbsp;100&nbsp;&nbsp; ◆&nbsp;996&nbsp;&nbsp; ■&nbsp;0"));
    QVERIFY(words("truthSentence2").startsWith(QStringLiteral("Stock does not add up: 200 at")));
    press(Qt::Key_PageUp);
    QVERIFY(!between->isVisible());
    QCOMPARE(words("stageTitle"), QStringLiteral("Same answers, different truth"));
}

void TestStage::runThatCannotBeMade()
{
    open(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock"));
    enter();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QTRY_VERIFY2(words("stageSentence").contains(QStringLiteral("/nowhere/m.sock")),
                 qPrintable(words("stageSentence")));
}

} // namespace tst_stage

STAMPEDE_TEST(tst_stage::TestStage)
#include "tst_stage.moc"
