// SPDX-License-Identifier: MIT
// Proves what a screen reader is given to say, at once and in words, of what others see happen: the
// phases of a run, what is certain already, the verdict, why a run could not be made, and what is
// wrong with a field: the widget is named so. That an alert goes out for it, the event that makes a
// reader speak, is seen where the platform has a reader:
//     QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 with X11, a window manager and at-spi-bus-launcher

#include "frame_window.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/status_banner.h"

#include <QAccessible>
#include <QLineEdit>

namespace tst_alerts {

using namespace stampede;
using test::FrameWindow;
using test::TestDatabase;

namespace {

/// What an alert was sent for, in order; nothing where alerts are not sent.
QStringList g_alerts;

void takeAlert(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert) {
        const auto *widget = qobject_cast<const QWidget *>(event->object());
        g_alerts << (widget == nullptr ? QString() : widget->accessibleName());
    }
}

bool isHeard()
{
    return QAccessible::isActive();
}

} // namespace

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QAccessible::installUpdateHandler(takeAlert); }
    void cleanupTestCase()
    {
        qInfo("alerts %s", isHeard() ? "were seen" : "are not sent on this platform");
        QAccessible::installUpdateHandler(nullptr);
    }
    void init()
    {
        g_alerts.clear();
        m_frame = std::make_unique<FrameWindow>();
        m_frame->open(FrameWindow::nowhere());
    }
    void cleanup() { m_frame.reset(); }
    void phasesAndVerdict();
    void whatIsCertainAlready();
    void whyNoRunCouldBeMade();
    void whatIsWrongWithAField();

private:
    [[nodiscard]] QString spoken(const char *widget) const
    {
        return m_frame->child<QWidget>(widget)->accessibleName();
    }

    std::unique_ptr<FrameWindow> m_frame;
};

void TestAlerts::phasesAndVerdict()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    m_frame->open(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(database.database, database.socket));
    QVERIFY(m_frame->session->load(QStringLiteral("latch-100-vs-10"), nullptr));
    QStringList told;
    connect(m_frame->session.get(), &Session::phaseChanged, m_frame->window.get(),
            [&] { told << spoken("stripWord"); });
    m_frame->session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
    const QStringList phases = {QStringLiteral("Prepare"), QStringLiteral("Run"),
                                QStringLiteral("Settle"), QStringLiteral("Audit"),
                                QStringLiteral("Report")};
    QCOMPARE(told, phases);
    const QString verdict =
        QStringLiteral("Everything held. 10 of 10 coupons went to 10 people, 0 left.");
    QCOMPARE(spoken("stripWord"), verdict);
    // Each once, and nothing else: not what the tiles say.
    QVERIFY(!isHeard() || g_alerts == phases + QStringList{verdict});
}

void TestAlerts::whatIsCertainAlready()
{
    auto *strip = m_frame->child<StatusBanner>("strip");
    m_frame->session->run();
    RunProgress progress;
    progress.phase = Phase::Run;
    progress.alarms = {{LiveViolation::Kind::Oversell, 11, 10, 0}};
    strip->sample(progress);
    const QString sentence =
        QStringLiteral("Certain already: \"issued\" was said 11 times, 10 coupons existed.");
    QCOMPARE(spoken("stripAlarm"), sentence);
    QVERIFY(m_frame->child<QWidget>("stripAlarm")->isVisible());
    QVERIFY(!isHeard() || g_alerts.contains(sentence));
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
}

void TestAlerts::whyNoRunCouldBeMade()
{
    m_frame->session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
    QVERIFY2(spoken("stripWord").startsWith(QStringLiteral("The run could not be made. ")),
             qPrintable(spoken("stripWord")));
    QVERIFY(!isHeard() || g_alerts.contains(spoken("stripWord")));
}

void TestAlerts::whatIsWrongWithAField()
{
    auto *field = m_frame->child<QLineEdit>("load.vus");
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_0);
    const QString fault = m_frame->words("load.vus.fault");
    QVERIFY(!fault.isEmpty());
    QCOMPARE(spoken("load.vus.fault"), field->accessibleName() + QStringLiteral(": ") + fault);
    QVERIFY(field->accessibleDescription().endsWith(fault));
    QVERIFY(!isHeard() || g_alerts == QStringList{spoken("load.vus.fault")});
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_5);
    QVERIFY(m_frame->words("load.vus.fault").isEmpty());
    QVERIFY(!field->accessibleDescription().contains(fault));
}

} // namespace tst_alerts

STAMPEDE_TEST(tst_alerts::TestAlerts)
#include "tst_alerts.moc"
