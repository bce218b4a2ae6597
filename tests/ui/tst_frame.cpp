// SPDX-License-Identifier: MIT
// Proves the frame around the pages: the bar and the strip say what is so in each state, and the
// habits of the window are kept.

#include "base/clock.h"
#include "frame_window.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/navigation_button.h"
#include "ui/frame/phase_words.h"

#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrl>

namespace tst_frame {

using namespace stampede;
using test::FrameWindow;
using test::TestDatabase;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_frame = std::make_unique<FrameWindow>();
        m_frame->open(FrameWindow::nowhere());
    }
    void cleanup() { m_frame.reset(); }
    void barSaysWhatIsOff();
    void sentencesOfTheProtections();
    void narrowWindowFolds();
    void foreignServiceHasNoSwitches();
    void stripBeforeARun();
    void timeLeftIsAnEstimate();
    void backlogIsNamed();
    void stripOfAnOlderRun();
    void droppedFileOpens();
    void otherThingsAreNotTaken_data();
    void otherThingsAreNotTaken();
    void scenarioIsRemembered();
    void hostIsAskedForOnce();
    void runByKeyboardAlone();

private:
    void openRecord(RunVerdict verdict);

    QTemporaryDir m_folder;
    std::unique_ptr<FrameWindow> m_frame;
};

void TestFrame::openRecord(RunVerdict verdict)
{
    RunRecord record;
    record.id = QStringLiteral("7f3a91aabbcc");
    record.startedAt = QDateTime(QDate(2025, 4, 12), QTime(14, 3), Qt::LocalTime).toUTC();
    record.scenario = m_frame->session->scenario();
    record.seed = 42;
    record.verdict = verdict;
    record.audit.emplace();
    record.environment.database.product = QStringLiteral("MariaDB");
    record.environment.database.version = QStringLiteral("10.11.19");
    record.generator.cpuSeconds = 0.1;
    record.generator.processors = 2;
    record.throughput.durationSeconds = 0.5;
    record.timeline.bucketNs = kNsPerMs;
    record.history = std::make_shared<const std::vector<Operation>>();
    m_frame->session->open(std::make_shared<const RunRecord>(std::move(record)));
}

void TestFrame::barSaysWhatIsOff()
{
    QCOMPARE(m_frame->child<QToolButton>("scenarioButton")->text(),
             QStringLiteral("Why 200 cannot happen ▾"));
    QCOMPARE(m_frame->words("scenarioHint"), QStringLiteral("hundred-users"));
    QCOMPARE(m_frame->words("databaseHint"), QStringLiteral("not looked at yet"));
    QTest::mouseClick(m_frame->child<QToolButton>("service.layers.uniqueKey"), Qt::LeftButton);
    QCOMPARE(m_frame->child<QToolButton>("scenarioButton")->text(),
             QStringLiteral("Why 200 cannot happen ▾ •"));
    auto *key = m_frame->child<QToolButton>("service.layers.uniqueKey");
    QCOMPARE(key->text(), QStringLiteral("Unique key off"));
    QVERIFY(key->property("off").toBool());
    QVERIFY(key->toolTip().startsWith(QStringLiteral("Only the check stands between")));
}

void TestFrame::sentencesOfTheProtections()
{
    QCOMPARE(m_frame->words("protectionSentence"),
             QStringLiteral("This is the reference. Nothing should be able to go wrong."));
    auto *lock = m_frame->child<QToolButton>("service.layers.rowLock");
    lock->setFocus();
    QCOMPARE(m_frame->words("protectionSentence"),
             QStringLiteral("One request at a time may read and change the stock; the others "
                            "wait."));
    QTest::keyClick(lock, Qt::Key_Space);
    QCOMPARE(m_frame->words("protectionSentence"),
             QStringLiteral("Requests read the same stock and write over each other. Expect "
                            "coupons that the stock never noticed."));
    m_frame->child<QWidget>("runButton")->setFocus();
    QCOMPARE(m_frame->words("protectionSentence"),
             QStringLiteral("Stock will not add up. One coupon per person still holds."));
}

void TestFrame::narrowWindowFolds()
{
    m_frame->window->resize(1024, 720);
    QVERIFY(!m_frame->child<QWidget>("service.layers.rowLock")->isVisible());
    QCOMPARE(m_frame->child<QToolButton>("protectionsButton")->text(),
             QStringLiteral("Protections: all on ▾"));
    m_frame->session->set(QStringLiteral("service.layers.rowLock"), false);
    QCOMPARE(m_frame->child<QToolButton>("protectionsButton")->text(),
             QStringLiteral("Protections: 1 off ▾"));
    QCOMPARE(m_frame->child<NavigationButton>("page5")->parentWidget()->width(), 48);
    m_frame->window->resize(1280, 800);
    QVERIFY(m_frame->child<QWidget>("service.layers.rowLock")->isVisible());
    QVERIFY(!m_frame->child<QWidget>("protectionsButton")->isVisible());
}

void TestFrame::foreignServiceHasNoSwitches()
{
    m_frame->session->choose(QStringLiteral("target.kind"), QStringLiteral("http"));
    QVERIFY(!m_frame->child<QWidget>("service.layers.rowLock")->isVisible());
    QVERIFY(m_frame->child<QWidget>("foreignService")->isVisible());
    QCOMPARE(m_frame->words("foreignService"),
             QStringLiteral("Your service · its database is only read"));
}

void TestFrame::stripBeforeARun()
{
    QCOMPARE(m_frame->words("stripWord"), QStringLiteral("Must come out"));
    QCOMPARE(m_frame->words("stripSentence"),
             QStringLiteral("100 issued  ·  996 already issued  ·  0 out of stock  ·  100 left"));
    QCOMPARE(m_frame->words("stripNote"), QStringLiteral("It can never sell out"));
    QVERIFY(m_frame->child<QLabel>("stripNote")
                ->toolTip()
                .contains(QStringLiteral("At least 100 stay.")));
    QVERIFY(!m_frame->child<QWidget>("openAudit")->isVisible());
    m_frame->session->set(QStringLiteral("load.vus"), 0);
    QCOMPARE(m_frame->words("stripWord"), QStringLiteral("Not possible yet"));
}

void TestFrame::timeLeftIsAnEstimate()
{
    RunProgress progress;
    progress.phase = Phase::Run;
    progress.planned = 100;
    progress.live.loadRunning = true;
    progress.live.elapsedNs = 20 * kNsPerSecond;
    progress.live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 60;
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("60 of 100 · 3 answers/s · 13 s left"));
    progress.live.elapsedNs = kNsPerSecond;
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("60 of 100 · 60 answers/s · 0.7 s left"));
}

void TestFrame::backlogIsNamed()
{
    QVERIFY(m_frame->session->load(QStringLiteral("half-minute"), nullptr));
    RunProgress progress;
    progress.phase = Phase::Run;
    progress.planned = 1800;
    progress.live.loadRunning = true;
    progress.live.rate = 10;
    progress.live.elapsedNs = 20 * kNsPerSecond;
    progress.live.outcomes.byOutcome[indexOf(Outcome::Issued)] = 8000;
    // More than were planned when nobody had touched the rate: no "of", and never less than no
    // time.
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("8,000 · 400 answers/s · 10 s left"));
    progress.live.waiting = 1; // by the time it is drawn it is gone
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("8,000 · 400 answers/s · 10 s left"));
    progress.live.waiting = 2013;
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("8,000 · 400 answers/s · 10 s left · 2,013 due and waiting"));
    progress.live.dropped = 5;
    progress.live.elapsedNs = 31 * kNsPerSecond;
    QCOMPARE(phaseLine(progress, *m_frame->session),
             QStringLiteral("8,000 · 258 answers/s · 0.0 s left · 2,013 due and waiting · "
                            "5 dropped"));
}

void TestFrame::stripOfAnOlderRun()
{
    openRecord(RunVerdict::Pass);
    QVERIFY(m_frame->words("stripSentence")
                .startsWith(QStringLiteral("You are looking at the run of 12 April 2025 14:03 "
                                           "(Why 200 cannot happen)")));
    QCOMPARE(m_frame->words("stripVerdict"), QStringLiteral("Everything held"));
    QVERIFY(m_frame->child<QWidget>("strip")->property("archive").toBool());
    QCOMPARE(m_frame->words("statusGenerator"), QStringLiteral("generator 0.2 of 2 processors"));
    QCOMPARE(m_frame->words("statusRun"), QStringLiteral("run 7f3a91 · seed 42"));
    QTest::mouseClick(m_frame->child<QPushButton>("backToLatest"), Qt::LeftButton);
    QCOMPARE(m_frame->words("stripWord"), QStringLiteral("Must come out"));
    QVERIFY(!m_frame->child<QWidget>("strip")->property("archive").toBool());
}

void TestFrame::droppedFileOpens()
{
    const QString path = m_folder.filePath(QStringLiteral("dropped.stampede.json"));
    m_frame->session->set(QStringLiteral("name"), QStringLiteral("Dropped here"));
    QVERIFY(m_frame->session->save(path).ok());
    QVERIFY(m_frame->session->load(QStringLiteral("last-coupon"), nullptr));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    // On a field, which would otherwise write the file's name down.
    auto *field = m_frame->child<QLineEdit>("coupon.stock");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &drop);
    QTRY_COMPARE(m_frame->session->value(QStringLiteral("name")).toString(),
                 QStringLiteral("Dropped here"));
    QCOMPARE(m_frame->settings.recentFiles(), QStringList{path});
    QCOMPARE(m_frame->settings.lastScenario(), path);
}

void TestFrame::otherThingsAreNotTaken_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    const auto local = [](const char *path) {
        return QUrl::fromLocalFile(QString::fromLatin1(path));
    };
    QTest::newRow("another kind of file") << QList<QUrl>{local("/tmp/picture.png")};
    QTest::newRow("two at once") << QList<QUrl>{local("/tmp/a.json"), local("/tmp/b.json")};
    QTest::newRow("from elsewhere")
        << QList<QUrl>{QUrl(QStringLiteral("https://example.com/a.json"))};
    QTest::newRow("nothing") << QList<QUrl>();
}

void TestFrame::otherThingsAreNotTaken()
{
    QFETCH(const QList<QUrl>, urls);
    QMimeData data;
    data.setUrls(urls);
    QWidget *page = m_frame->window->centralWidget();
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(page, &enter);
    QVERIFY(!enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    drop.ignore();
    QCoreApplication::sendEvent(page, &drop);
    QVERIFY(!drop.isAccepted());
    QCOMPARE(m_frame->session->presetId(), QStringLiteral("hundred-users"));
    QVERIFY(m_frame->settings.recentFiles().isEmpty());
}

void TestFrame::scenarioIsRemembered()
{
    m_frame->window->showPage(Page::Audit);
    m_frame->settings.setTheme(ThemeMode::Dark);
    m_frame->window->close();
    QVERIFY(!m_frame->settings.geometry().isEmpty());
    m_frame->open(FrameWindow::nowhere());
    m_frame->settings.setPage(static_cast<int>(Page::Audit));
    m_frame->window->restore();
    QCOMPARE(m_frame->window->page(), Page::Audit);
    QVERIFY(Theme::current().dark);
}

void TestFrame::hostIsAskedForOnce()
{
    m_frame->open(QStringLiteral("mysql://root@nowhere.invalid/stampede"));
    QTest::keyClick(m_frame->window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 30'000);
    QVERIFY(m_frame->words("faultMessage")
                .startsWith(QStringLiteral("nowhere.invalid is not this computer. 1,096 requests "
                                           "by 100 virtual users will be sent to it.")));
    QTest::mouseClick(m_frame->child<QPushButton>("dismissFault"), Qt::LeftButton); // Cancel
    QVERIFY(!m_frame->child<QWidget>("faultPanel")->isVisible());
    QVERIFY(m_frame->settings.trustedHosts().isEmpty());
    QTest::keyClick(m_frame->window.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_frame->child<QWidget>("faultPanel")->isVisible(), 30'000);
    QCOMPARE(m_frame->child<QCheckBox>("alwaysAllowHost")->text(),
             QStringLiteral("Do not ask again for nowhere.invalid"));
    QTest::mouseClick(m_frame->child<QCheckBox>("alwaysAllowHost"), Qt::LeftButton, {},
                      QPoint(8, 14));
    QTest::mouseClick(m_frame->child<QPushButton>("allowHost"), Qt::LeftButton);
    QCOMPARE(m_frame->settings.trustedHosts(), QStringList{QStringLiteral("nowhere.invalid")});
    QTRY_VERIFY_WITH_TIMEOUT(!m_frame->session->isRunning(), 60'000);
    QVERIFY(m_frame->session->fault()->kind != FaultKind::ForeignHost);
}

void TestFrame::runByKeyboardAlone()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    m_frame->open(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(database.database, database.socket));
    QVERIFY(m_frame->session->load(QStringLiteral("latch-100-vs-10"), nullptr));
    // What a screen reader is given; without one nobody can be asked what it said.
    QStringList told;
    connect(m_frame->session.get(), &Session::phaseChanged, m_frame->window.get(),
            [&] { told << m_frame->child<QLabel>("stripWord")->accessibleName(); });
    QCOMPARE(QApplication::focusWidget(), m_frame->child<QWidget>("runButton"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_frame->session->isRunning());
    QCOMPARE(m_frame->window->page(), Page::Live);
    QVERIFY(QApplication::focusWidget() !=
            m_frame->child<QWidget>("runButton")); // Space is no Stop
    QVERIFY(m_frame->child<QWidget>("stripBar")->isVisible());
    QVERIFY(!m_frame->child<QWidget>("service.layers.rowLock")->isEnabled());
    QCOMPARE(m_frame->words("protectionSentence"), QStringLiteral("Locked while a run goes on."));
    QTRY_COMPARE_WITH_TIMEOUT(m_frame->words("stripWord"), QStringLiteral("Everything held"),
                              60'000);
    QVERIFY2(told.contains(QStringLiteral("Audit")), qPrintable(told.join(u'|')));
    QCOMPARE(m_frame->child<QLabel>("stripWord")->accessibleName(),
             QStringLiteral("Everything held. 10 of 10 coupons went to 10 people, 0 left."));
    QVERIFY(m_frame->child<QWidget>("openAudit")->isVisible());
    QVERIFY(m_frame->child<QWidget>("replayRun")->isVisible());
    QTest::keyClick(m_frame->window.get(), Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(m_frame->window->page(), Page::Audit);
    QCOMPARE(m_frame->child<NavigationButton>("page5")->badge(), 0);
}

} // namespace tst_frame

STAMPEDE_TEST(tst_frame::TestFrame)
#include "tst_frame.moc"
