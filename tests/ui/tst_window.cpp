// SPDX-License-Identifier: MIT
// Proves the window by clicking and typing as a person would, and reading what is on the screen.

#include "record/verdict.h"
#include "test_program.h"
#include "ui/audit/database_audit_dialog.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/navigation_button.h"
#include "ui/scenario/note_list.h"
#include "window_test.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

namespace tst_window {

using namespace stampede;

class TestWindow : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void presetRunVerdict();
    void lockOffRunShowsTheRows();
    void editIntoAFaultAndOutAgain();
    void changedSettingsCarryADot();
    void limitIsAddedAndJudged();
    void changesAreNotLostUnasked();
    void stopDuringARun();
    void closeDuringARun();
    void questionAboutARunEndsWithIt();
    void serverThatCannotBeReached();
    void serverThatCannotStart();
    void anotherDatabaseIsTested();
    void databaseToAuditIsAskedFor();
    void anotherDatabaseIsAudited();
    void hostToAuditIsAnsweredFor();
    void runBeforeIsMarkedSo();
    void copyingSaysSo();
    void everySizeAndTheme();

private:
    void choosePreset(const QString &title) const;
    /// Presses that button of the next question that opens.
    static void answerNextQuestion(const QString &button, const QString &then = {});
    void beginLongRun();
};

void TestWindow::choosePreset(const QString &title) const
{
    auto *list = child<QListWidget>("presets");
    const auto items = list->findItems(title, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    list->scrollToItem(items.constFirst());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(items.constFirst()).center());
}

void TestWindow::presetRunVerdict()
{
    choosePreset(QStringLiteral("A hundred hands, ten coupons"));
    QCOMPARE(words("stripWord"), QStringLiteral("Must come out"));
    QVERIFY(words("stripSentence").startsWith(QStringLiteral("10 issued")));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_session->isRunning());
    QCOMPARE(child<QPushButton>("runButton")->text(), QStringLiteral("Stop"));
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Everything held"), 60'000);
    QCOMPARE(words("stripSentence"), QStringLiteral("10 of 10 coupons went to 10 people, 0 left."));
    QCOMPARE(m_window->findChild<QWidget *>(QStringLiteral("tileIssued"))
                 ->findChild<QLabel *>(QStringLiteral("figure"))
                 ->text(),
             QStringLiteral("10"));
    QVERIFY(m_session->record()->generator.uiLongestStallMs.has_value());
    QCOMPARE(words("ledgerLine"), QStringLiteral("10 at start = 10 written + 0 left"));
    m_window->setTheme(ThemeMode::Dark);
    QCOMPARE(words("stripWord"), QStringLiteral("Everything held")); // a look, not an edit
}

void TestWindow::lockOffRunShowsTheRows()
{
    choosePreset(QStringLiteral("A hundred hands, ten coupons"));
    click("service.layers.rowLock");
    QCOMPARE(child<QToolButton>("service.layers.rowLock")->text(), QStringLiteral("Row lock off"));
    QVERIFY(words("stripSentence").startsWith(QStringLiteral("10 to 100 issued")));
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Integrity broken"), 60'000);
    QTRY_VERIFY(child<QTreeWidget>("checks")->isVisible()); // the page turned to the audit
    QCOMPARE(words("checkTitle"), QStringLiteral("No more coupons than stock"));
    // Nearly all of the hundred get one; on a busy machine not everybody is in time.
    static const QRegularExpression tooMany(QStringLiteral("only 10 existed: (\\d+) too many"));
    const auto said = tooMany.match(words("checkExplanation"));
    QVERIFY2(said.hasMatch(), qPrintable(words("checkExplanation")));
    QCOMPARE(QString::number(child<QTableWidget>("checkRows")->rowCount()), said.captured(1));
    QCOMPARE(child<QTableWidget>("checkRows")->item(0, 0)->text(), QStringLiteral("11"));
    auto *tabs = child<QTabWidget>("auditTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    QTRY_VERIFY(child<QLabel>("whyHeadline")->isVisible());
    QVERIFY2(
        words("whyHeadline").endsWith(QStringLiteral("Cause: requests wrote over each other.")),
        qPrintable(words("whyHeadline")));
    QVERIFY(child<QWidget>("hypothesis.race")->isVisible());
    QVERIFY(!child<QWidget>("hypothesis.duplicates")->isVisible()); // ruled out: folded
    click("whyRuledOut");
    QVERIFY(child<QWidget>("hypothesis.duplicates")->isVisible());
}

void TestWindow::editIntoAFaultAndOutAgain()
{
    auto *vus = child<QLineEdit>("load.vus");
    vus->selectAll();
    QTest::keyClicks(vus, QStringLiteral("0"));
    QVERIFY(child<QLabel>("load.vus.fault")->isVisible());
    QVERIFY(words("load.vus.fault").startsWith(QStringLiteral("must be between 1 and 2,000")));
    QVERIFY(words("faultSummary").startsWith(QStringLiteral("1 setting is not possible yet")));
    QVERIFY(!child<QPushButton>("runButton")->isEnabled());
    QTest::keyClicks(vus, QStringLiteral("x"));
    QCOMPARE(vus->text(), QStringLiteral("0x")); // what was typed stays
    vus->selectAll();
    QTest::keyClicks(vus, QStringLiteral("25"));
    QVERIFY(!child<QLabel>("load.vus.fault")->isVisible());
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
    QCOMPARE(m_session->scenario().load.vus, 25);
}

void TestWindow::changedSettingsCarryADot()
{
    auto *stock = child<QLineEdit>("coupon.stock");
    QCOMPARE(words("coupon.stock.dot"), QString());
    stock->selectAll();
    QTest::keyClicks(stock, QStringLiteral("150"));
    QCOMPARE(words("coupon.stock.dot"), QStringLiteral("•"));
    QCOMPARE(child<QLabel>("coupon.stock.dot")->toolTip(), QStringLiteral("In the preset: 200"));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(child<QToolButton>("service.layers.rowLock")->text(), QStringLiteral("Row lock off"));
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(child<QToolButton>("service.layers.rowLock")->text(), QStringLiteral("Row lock on"));
}

void TestWindow::limitIsAddedAndJudged()
{
    child<QAbstractButton>("addLimit")->click(); // the section is folded
    QVERIFY(child<NoteList>("mustComeOutNotes")
                ->words()
                .contains(QStringLiteral("The limit \"issued count==200\" can never be met")));
    auto *limit = child<QLineEdit>("limit3");
    limit->selectAll();
    QTest::keyClicks(limit, QStringLiteral("count=="));
    QVERIFY(!m_session->mayRun());
    QVERIFY(words("thresholds.fault").contains(QStringLiteral("issued")));
    QTest::keyClicks(limit, QStringLiteral("100"));
    QVERIFY(m_session->mayRun());
    QCOMPARE(m_session->scenario().thresholds.size(), 4);
}

void TestWindow::answerNextQuestion(const QString &button, const QString &then)
{
    // The question runs an event loop of its own: look until it is there.
    auto *timer = new QTimer(qApp);
    connect(timer, &QTimer::timeout, qApp, [timer, button, then] {
        const auto *question = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (question == nullptr) {
            return;
        }
        const auto buttons = question->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : buttons) {
            if (each->text().remove(QLatin1Char('&')) == button) {
                timer->deleteLater();
                QTest::mouseClick(each, Qt::LeftButton);
                if (!then.isEmpty()) {
                    answerNextQuestion(then);
                }
                return;
            }
        }
        qFatal("the question has no button %s", qPrintable(button));
    });
    timer->start(20);
}

void TestWindow::changesAreNotLostUnasked()
{
    m_session->set(QStringLiteral("coupon.stock"), 150);
    answerNextQuestion(QStringLiteral("Cancel"));
    choosePreset(QStringLiteral("The last coupon"));
    QCOMPARE(m_session->scenario().coupon.stock, 150);
    QTRY_COMPARE(child<QListWidget>("presets")->currentItem()->text(),
                 QStringLiteral("Why 200 cannot happen"));
    answerNextQuestion(QStringLiteral("Discard"));
    choosePreset(QStringLiteral("The last coupon"));
    QCOMPARE(m_session->scenario().coupon.stock, 1);
    // A switch is not work that somebody would miss.
    click("service.layers.rowLock");
    choosePreset(QStringLiteral("Too late"));
    QCOMPARE(m_session->scenario().coupon.stock, 0);
}

void TestWindow::beginLongRun()
{
    m_session->set(QStringLiteral("load.iterations"), 1'000'000);
    m_session->set(QStringLiteral("load.duration"), QStringLiteral("1h"));
    m_session->set(QStringLiteral("service.pause"), QStringLiteral("10ms"));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->progress().live.outcomes.total() > 10, 60'000);
}

void TestWindow::closeDuringARun()
{
    beginLongRun();
    answerNextQuestion(QStringLiteral("Keep running"));
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(m_session->isRunning());
    answerNextQuestion(QStringLiteral("Stop and audit"), QStringLiteral("Discard"));
    m_window->close();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 60'000);
    QVERIFY(!m_session->isRunning());
    QVERIFY(m_session->record()->audit.has_value());
    QVERIFY(m_session->record()->endedEarly);
}

void TestWindow::questionAboutARunEndsWithIt()
{
    beginLongRun();
    QString first;
    bool changed = false;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&] {
        const auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (question == nullptr) {
            return;
        }
        if (first.isEmpty()) {
            first = question->text();
        } else if (!changed && question->text() != first) {
            changed = true;
            m_session->stop(); // it ends, and the question is not answered
        }
    });
    look.start(20);
    m_window->close();
    look.stop();
    QVERIFY2(first.startsWith(QStringLiteral("A run is going on: ")), qPrintable(first));
    QVERIFY(changed);
    QVERIFY(!m_session->isRunning());
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(m_window->isVisible());
}

void TestWindow::stopDuringARun()
{
    beginLongRun();
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Ended early"), 60'000);
    QVERIFY(words("stripSentence").contains(QStringLiteral("everything held")));
    QCOMPARE(child<QPushButton>("runButton")->text(), QStringLiteral("Run"));
}

void TestWindow::serverThatCannotBeReached()
{
    open(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock"));
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("The run could not be made"),
                              60'000);
    QVERIFY(words("faultMessage").contains(QStringLiteral("/nowhere/m.sock")));
    QVERIFY(child<QPushButton>("useAnotherDatabase")->isVisible());
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
}

void TestWindow::serverThatCannotStart()
{
    // A server folder in which an installation is said to be complete, but is not there.
    QTemporaryDir folder;
    folder.setAutoRemove(true);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)));
    open(QStringLiteral("managed:%1").arg(folder.path()));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 120'000);
    QVERIFY(m_session->record() != nullptr); // the first start makes it
    open(QStringLiteral("managed:%1").arg(folder.path()));
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("1/data/ibdata1"))));
    QVERIFY(QDir(folder.filePath(QStringLiteral("1/data/mysql"))).removeRecursively());
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("The run could not be made"),
                              120'000);
    QVERIFY(child<QWidget>("faultPanel")->isVisible());
    QVERIFY2(words("faultMessage").contains(folder.path()), qPrintable(words("faultMessage")));
    click("startEmpty");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Everything held"), 120'000);
    QVERIFY(!child<QWidget>("faultPanel")->isVisible());
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("1-aside-*")}, QDir::Dirs).size(), 1);
    m_window.reset();
    m_session.reset(); // ends the server before its folder goes
}

void TestWindow::anotherDatabaseIsTested()
{
    const QString url = m_session->host().url().display();
    open(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock"));
    DatabaseDialog dialog(*m_session);
    dialog.show();
    auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("databaseUrl"));
    auto *answer = dialog.findChild<QLabel *>(QStringLiteral("databaseAnswer"));
    const auto press = [&dialog](const char *name) {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QLatin1String(name)), Qt::LeftButton);
    };
    press("testDatabase");
    QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(QStringLiteral("/nowhere/m.sock")), 30'000);
    field->setText(url);
    press("testDatabase");
    QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(QStringLiteral("MariaDB")), 30'000);
    QVERIFY2(answer->text().endsWith(QStringLiteral(", empty")), qPrintable(answer->text()));
    press("useDatabase");
    QCOMPARE(m_session->host().url().display(), url);
}

void TestWindow::databaseToAuditIsAskedFor()
{
    m_window->showPage(Page::Audit);
    answerNextQuestion(QStringLiteral("Cancel"));
    click("auditDatabase");
    QVERIFY(child<QWidget>("auditDatabase")->isVisible());
    QVERIFY(!child<QWidget>("auditProgress")->isVisible());
    answerNextQuestion(QStringLiteral("Audit"));
    click("auditDatabase");
    QVERIFY(child<QWidget>("auditProgress")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!child<QWidget>("auditProgress")->isVisible(), 60'000);
}

void TestWindow::anotherDatabaseIsAudited()
{
    const QString ours = m_session->host().url().display();
    QTemporaryDir folder;
    m_session->setArchive({folder.path()});
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr, 60'000);
    const QString run = m_session->record()->id;
    const auto settings = test::TestDatabase::instance().freshDatabase();
    const QString empty =
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket);
    m_window->showPage(Page::Audit);
    auto *note = child<QLabel>("auditNote");

    // Another one, which holds nothing: why not is told beside the run, which stays.
    QTimer::singleShot(0, this, [&empty] {
        auto *dialog = qobject_cast<DatabaseAuditDialog *>(QApplication::activeModalWidget());
        dialog->findChild<QLineEdit *>(QStringLiteral("auditUrl"))->setText(empty);
        dialog->accept();
    });
    click("auditDatabaseHere");
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 60'000);
    QVERIFY2(note->text().startsWith(QStringLiteral("No audit was made. ")),
             qPrintable(note->text()));
    QVERIFY(child<QTabWidget>("auditTabs")->isVisible());
    QCOMPARE(m_session->host().url().display(), ours);
    click("backToRun");
    QVERIFY(!note->isVisible());

    // The window's, against the answers of its run, by the menu.
    QTimer::singleShot(0, this, [&run] {
        auto *dialog = qobject_cast<DatabaseAuditDialog *>(QApplication::activeModalWidget());
        auto *runs = dialog->findChild<QComboBox *>(QStringLiteral("auditRun"));
        QTRY_VERIFY(runs->findData(run) > 0);
        runs->setCurrentIndex(runs->findData(run));
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("startAudit")),
                          Qt::LeftButton);
    });
    m_window->showPage(Page::Live);
    for (QAction *action : m_window->actions()) {
        if (action->text() == QStringLiteral("A&udit a database…")) {
            action->trigger();
        }
    }
    QCOMPARE(m_window->page(), Page::Audit);
    QTRY_VERIFY_WITH_TIMEOUT(note->isVisible(), 60'000);
    QCOMPARE(note->text(),
             QStringLiteral("%1 as it is now, held against the answers of the run %2.")
                 .arg(ours, run.left(6)));
    QCOMPARE(m_session->record()->id, run);
    QVERIFY(child<QPushButton>("backToRun")->isVisible());
}

void TestWindow::hostToAuditIsAnsweredFor()
{
    DatabaseAuditDialog dialog(*m_session);
    dialog.show();
    const auto part = [&dialog](const char *name) {
        return dialog.findChild<QWidget *>(QLatin1String(name));
    };
    auto *url = qobject_cast<QLineEdit *>(part("auditUrl"));
    QVERIFY(part("startAudit")->isEnabled());
    QVERIFY(!part("auditAllow")->isVisible());
    url->setText(QStringLiteral("mysql://reader@db.example:3306/shop"));
    QVERIFY(!part("startAudit")->isEnabled());
    auto *allow = qobject_cast<QCheckBox *>(part("auditAllow"));
    QVERIFY(allow->isVisible());
    allow->setChecked(true);
    QVERIFY(part("startAudit")->isEnabled());
    QCOMPARE(dialog.request().allowedHosts, QStringList({QStringLiteral("db.example")}));
    QVERIFY(m_session->host().allowedHosts().isEmpty()); // for this audit only
    qobject_cast<QRadioButton *>(part("auditByProfile"))->setChecked(true);
    QVERIFY(!part("startAudit")->isEnabled());
    url->setText(QStringLiteral("mysql://reader:secret@localhost/shop"));
    QVERIFY(!part("startAudit")->isEnabled());
    QVERIFY(!qobject_cast<QLabel *>(part("auditFault"))->text().contains(QStringLiteral("secret")));
}

void TestWindow::runBeforeIsMarkedSo()
{
    m_session->set(QStringLiteral("service.layers.uniqueKey"), false);
    m_session->set(QStringLiteral("service.layers.duplicateCheck"), false);
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr, 60'000);
    auto *audit = child<NavigationButton>("page5");
    QVERIFY(audit->badge() > 0);
    const QString before = m_session->record()->shortId();
    QCOMPARE(words("statusRun"), QStringLiteral("run %1 · seed 42").arg(before));
    beginLongRun();
    QCOMPARE(audit->badge(), 0);
    QCOMPARE(words("statusRun"), QStringLiteral("the run before: %1 · seed 42").arg(before));
    QVERIFY(!child<QLabel>("statusGenerator")->isVisible());
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY(words("statusRun").startsWith(QStringLiteral("run ")));
    QVERIFY(m_session->record()->shortId() != before);
    static const QRegularExpression moment(QStringLiteral("the last answer came at \\d+\\.\\d s"));
    QVERIFY2(verdictText(*m_session->record()).sentence.contains(moment) ||
                 m_session->record()->verdict != RunVerdict::Aborted,
             qPrintable(words("stripSentence")));
}

void TestWindow::copyingSaysSo()
{
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr, 60'000);
    m_window->showPage(Page::Audit);
    child<QWidget>("checkDetails");
    for (const char *button : {"copySql", "sqlFold"}) {
        if (child<QAbstractButton>(button)->isVisible()) {
            click(button);
        }
    }
    click("copySql");
    QCOMPARE(words("statusSaid"), QStringLiteral("Copied."));
    QVERIFY(child<QLabel>("statusSaid")->isVisible());
    m_window->showPage(Page::Live);
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(words("statusSaid"), QStringLiteral("Picture copied."));
}

void TestWindow::everySizeAndTheme()
{
    for (const QSize size : {QSize(1024, 720), QSize(1280, 800), QSize(1920, 1080)}) {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_window->resize(size);
            m_window->setTheme(mode);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->size(), size); // nothing in it forces it wider or higher
            QVERIFY(child<QPushButton>("runButton")->isVisible());
        }
    }
}

} // namespace tst_window

STAMPEDE_TEST(tst_window::TestWindow)
#include "tst_window.moc"
