// Proves what a screen reader is given to say, at once and in words, of what others see happen: the
// phases of a run, what is certain already, the verdict, why a run could not be made, and what is
// wrong with a field. announce() names the widget so; whether a reader then speaks nobody can ask
// here, as the platform of the tests has none.

#include "frame_window.h"
#include "support/test_database.h"
#include "ui/frame/strip.h"

#include <QLineEdit>

using namespace stampede;
using test::FrameWindow;
using test::TestDatabase;

class TestAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
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
    QCOMPARE(spoken("stripWord"),
             QStringLiteral("Everything held. 10 of 10 coupons went to 10 people, 0 left."));
}

void TestAlerts::whatIsCertainAlready()
{
    auto *strip = m_frame->child<Strip>("strip");
    m_frame->session->run();
    RunProgress progress;
    progress.phase = Phase::Run;
    progress.alarms = {{CertainAlarm::Kind::Oversell, 11, 10, 0}};
    strip->sample(progress);
    const QString sentence =
        QStringLiteral("Certain already: \"issued\" was said 11 times, 10 coupons existed.");
    QCOMPARE(spoken("stripAlarm"), sentence);
    QVERIFY(m_frame->child<QWidget>("stripAlarm")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
}

void TestAlerts::whyNoRunCouldBeMade()
{
    m_frame->session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
    QVERIFY2(spoken("stripWord").startsWith(QStringLiteral("The run could not be made. ")),
             qPrintable(spoken("stripWord")));
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
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_5);
    QVERIFY(m_frame->words("load.vus.fault").isEmpty());
    QVERIFY(!field->accessibleDescription().contains(fault));
}

QTEST_MAIN(TestAlerts)
#include "tst_alerts.moc"
