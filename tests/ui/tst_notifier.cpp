// SPDX-License-Identifier: MIT
// Proves that a desktop is told of a long run that ended behind another window, by the protocol
// that desktops have for it, and of no other run; and that a click on it brings the window back.

#include "frame_window.h"
#include "notifications.h"
#include "test_program.h"
#include "ui/frame/notifier.h"

namespace tst_notifier {

using namespace stampede;
using test::FrameWindow;
using test::Notifications;

class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyLongRunsBehindOthers();
    void theDesktopShowsIt();

private:
    void run(FrameWindow &frame);

    Notifications m_desktop;
};

void TestNotifier::initTestCase()
{
    if (!m_desktop.start()) {
        QSKIP("no dbus-daemon here");
    }
}

/// To a database that nothing can reach: it ends at once, with a fault.
void TestNotifier::run(FrameWindow &frame)
{
    frame.session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!frame.session->isRunning(), 30'000);
}

void TestNotifier::onlyLongRunsBehindOthers()
{
    FrameWindow frame;
    frame.open(FrameWindow::nowhere());
    QStringList heard;
    Notifier &notifier = frame.window->notifier();
    notifier.setTell([&heard](const QString &title, const QString &) { heard << title; });
    QWidget other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    run(frame);
    QCOMPARE(heard, QStringList()); // behind, and short
    notifier.setLongRun(std::chrono::milliseconds(0));
    frame.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(frame.window.get()));
    run(frame);
    QCOMPARE(heard, QStringList()); // long, and seen
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    run(frame);
    QCOMPARE(heard, QStringList{QStringLiteral("The run could not be made")});
}

void TestNotifier::theDesktopShowsIt()
{
    FrameWindow frame;
    frame.open(FrameWindow::nowhere());
    frame.window->notifier().setLongRun(std::chrono::milliseconds(0));
    QWidget other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    run(frame);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.shown.size(), 1, 30'000);
    QCOMPARE(m_desktop.shown[0].title, QStringLiteral("The run could not be made"));
    QCOMPARE(m_desktop.shown[0].sentence, frame.session->fault()->message.toHtmlEscaped());
    QCOMPARE(m_desktop.shown[0].replaces, 0U);
    // The next one takes its place.
    run(frame);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop.shown.size(), 2, 30'000);
    QCOMPARE(m_desktop.shown[1].replaces, 1U);
    QVERIFY(!frame.window->isActiveWindow());
    // Its answer is on its way: clicks are repeated until the window has heard of it.
    QTRY_VERIFY_WITH_TIMEOUT((Q_EMIT m_desktop.ActionInvoked(2, QStringLiteral("default")),
                              frame.window->isActiveWindow()),
                             30'000);
}

} // namespace tst_notifier

STAMPEDE_TEST(tst_notifier::TestNotifier)
#include "tst_notifier.moc"
