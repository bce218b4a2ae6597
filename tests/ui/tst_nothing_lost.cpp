// SPDX-License-Identifier: MIT
// Proves that what is typed into a scenario is not lost: choices keep what was typed for each of
// them; every change is a step that is taken back and brought again, with the keys of the window
// also where a field has the focus; any scenario is saved, and opens again with the same faults,
// which stand where they can be mended; secrets are asked for again; what was not saved when a
// program ended is offered by the next one; and a server that never answers keeps nobody waiting.

#include "run/background.h"
#include "test_program.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/main_window.h"
#include "ui/scenario/note_list.h"
#include "ui/session/settings.h"
#include "ui/session/unsaved_scenario.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <memory>

namespace tst_nothing_lost {

using namespace stampede;

namespace {

const QString kUrl = QStringLiteral("http://127.0.0.1:9/claims/{userId}");

/// Takes connections and never says a word.
class SilentServer : public QTcpServer
{
public:
    SilentServer()
    {
        if (!listen(QHostAddress::LocalHost)) {
            qFatal("cannot listen");
        }
        connect(this, &QTcpServer::newConnection, this,
                [this] { sockets << nextPendingConnection(); });
    }
    QList<QTcpSocket *> sockets;
};

} // namespace

class TestNothingLost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bothKindsKeepWhatTheyHad();
    void everyShapeKeepsWhatItHad();
    void rowsKeepWhereTheyWere();
    void keystrokesAreOneStep();
    void choicesAndListsAreSteps();
    void aFieldOfNoSettingKeepsItsOwnUndo();
    void resetIsTakenBack();
    void aFaultyScenarioIsSavedAndOpened();
    void whatHasNoFieldIsSaidAndRemoved();
    void aSecretIsAskedForAgain();
    void passwordsInAddressesAreNotSaved();
    void nothingIsPredictedOfAFaultyFile();
    void theNextStepOfAProfileIsSaid();
    void theNextProgramOffersWhatWasNotSaved();
    void aSecondProgramLeavesItAlone();
    void aProperEndKeepsNothing();
    void aCommandOrWhyNot();
    void aSilentServerKeepsNobodyWaiting();

private:
    void open();
    template<typename Widget>
    Widget *child(const char *name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // lines of before
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    void type(const char *setting, const QString &words) const
    {
        auto *field = child<QLineEdit>(setting);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, words);
    }
    [[nodiscard]] QString typed(const char *setting) const
    {
        return child<QLineEdit>(setting)->text();
    }
    void click(const char *button) const { child<QAbstractButton>(button)->click(); }
    void choose(const char *setting, const QString &key) const
    {
        auto *box = child<QComboBox>(setting);
        box->setCurrentIndex(box->findData(key));
        Q_EMIT box->activated(box->currentIndex());
    }
    /// With the keys, wherever the focus is.
    static void undo()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    }
    static void redo()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::ShiftModifier);
    }
    [[nodiscard]] QString pathOf(const char *name) const
    {
        return m_folder->filePath(QLatin1String(name));
    }
    [[nodiscard]] QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &path, const QByteArray &json) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }
    /// Where what is not saved is kept.
    [[nodiscard]] QStringList kept() const
    {
        return QDir(pathOf("unsaved")).entryList({QStringLiteral("*.json")}, QDir::Files);
    }
    /// Presses that button of the next message.
    void answer(const QString &button);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestNothingLost::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>();
    open();
}

void TestNothingLost::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestNothingLost::open()
{
    m_window.reset();
    m_session.reset();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(DatabaseUrl(), QStringList()));
    m_session->keepUnsavedIn(pathOf("unsaved"));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session, m_settings.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNothingLost::answer(const QString &button)
{
    QTimer::singleShot(0, this, [this, button] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (question == nullptr) {
            return answer(button); // it is not there yet
        }
        const auto buttons = question->buttons();
        for (QAbstractButton *each : buttons) {
            if (each->text().remove(QLatin1Char('&')) == button) {
                return each->click();
            }
        }
        qFatal("no button %s", qPrintable(button));
    });
}

void TestNothingLost::bothKindsKeepWhatTheyHad()
{
    type("service.pause", QStringLiteral("7ms"));
    click("target.kind.http");
    type("target.url", kUrl);
    type("target.couponId", QStringLiteral("SPRING"));
    click("addHeader");
    type("headerName1", QStringLiteral("X-Shop"));
    type("headerValue1", QStringLiteral("north"));
    child<QPlainTextEdit>("target.body")->setFocus();
    QTest::keyClicks(child<QPlainTextEdit>("target.body"), QStringLiteral("{\"a\":1}"));
    const QJsonValue typedIn = m_session->value(QStringLiteral("target"));
    click("target.kind.http"); // the one that is chosen
    QCOMPARE(m_session->value(QStringLiteral("target")), typedIn);
    click("target.kind.in-process");
    QCOMPARE(typed("service.pause"), QStringLiteral("7ms"));
    QVERIFY(m_session->faults().isEmpty());
    click("target.kind.http");
    QCOMPARE(m_session->value(QStringLiteral("target")), typedIn);
    QCOMPARE(typed("target.url"), kUrl);
    QCOMPARE(typed("headerValue1"), QStringLiteral("north"));
    QCOMPARE(child<QPlainTextEdit>("target.body")->toPlainText(), QStringLiteral("{\"a\":1}"));
}

void TestNothingLost::everyShapeKeepsWhatItHad()
{
    type("load.iterations", QStringLiteral("321"));
    choose("load.model", QStringLiteral("ramping-vus"));
    type("load.stages", QStringLiteral("3s:7, 1s:0"));
    choose("load.model", QStringLiteral("constant-arrival-rate"));
    type("load.rate", QStringLiteral("44"));
    choose("load.model", QStringLiteral("ramping-vus"));
    QCOMPARE(typed("load.stages"), QStringLiteral("3s:7, 1s:0"));
    choose("load.model", QStringLiteral("constant-arrival-rate"));
    QCOMPARE(typed("load.rate"), QStringLiteral("44"));
    choose("load.model", QStringLiteral("shared-iterations"));
    QCOMPARE(typed("load.iterations"), QStringLiteral("321"));
    choose("users.pick", QStringLiteral("fixed"));
    type("users.fixedUser", QStringLiteral("17"));
    choose("users.pick", QStringLiteral("random"));
    choose("users.pick", QStringLiteral("fixed"));
    QCOMPARE(typed("users.fixedUser"), QStringLiteral("17"));
    m_session->set(QStringLiteral("service.layers.rowLock"), false);
    choose("service.strategy", QStringLiteral("optimistic"));
    QVERIFY(m_session->faults().isEmpty());
    choose("service.strategy", QStringLiteral("pessimistic"));
    QCOMPARE(m_session->value(QStringLiteral("service.layers.rowLock")), QJsonValue(false));
}

void TestNothingLost::rowsKeepWhereTheyWere()
{
    click("target.kind.http");
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    type("target.audit.database", QStringLiteral("mysql://qa@127.0.0.1:3306/promo"));
    choose("target.audit", QStringLiteral("none"));
    choose("target.audit", QStringLiteral("profile"));
    QCOMPARE(typed("target.audit.database"), QStringLiteral("mysql://qa@127.0.0.1:3306/promo"));
}

void TestNothingLost::keystrokesAreOneStep()
{
    QVERIFY(!m_session->canUndo());
    type("coupon.stock", QStringLiteral("4567"));
    type("coupon.name", QStringLiteral("SPRING"));
    undo(); // where the cursor is: in the name
    QCOMPARE(typed("coupon.name"), QStringLiteral("WELCOME10"));
    QCOMPARE(typed("coupon.stock"), QStringLiteral("4,567"));
    undo();
    QCOMPARE(typed("coupon.stock"), QStringLiteral("200"));
    QVERIFY(!m_session->canUndo());
    QVERIFY(!m_session->isChanged());
    undo(); // nothing left, and the field does nothing of its own
    QCOMPARE(typed("coupon.name"), QStringLiteral("WELCOME10"));
    redo();
    redo();
    QCOMPARE(typed("coupon.stock"), QStringLiteral("4,567"));
    QCOMPARE(typed("coupon.name"), QStringLiteral("SPRING"));
    QVERIFY(!m_session->canRedo());
    // What comes back to where it was is no step.
    type("coupon.name", QStringLiteral("SPRING"));
    undo();
    QCOMPARE(typed("coupon.name"), QStringLiteral("WELCOME10"));
    // The menu says the same.
    QAction *action = nullptr;
    for (QAction *menu : m_window->menuBar()->actions()) {
        for (QAction *each : menu->menu()->actions()) {
            action = each->shortcut() == QKeySequence(QStringLiteral("Ctrl+Z")) ? each : action;
        }
    }
    QVERIFY(action != nullptr && action->isEnabled());
    action->trigger();
    QCOMPARE(typed("coupon.stock"), QStringLiteral("200"));
    QVERIFY(!action->isEnabled());
    redo();
    m_window->showPage(Page::Runs); // where nobody sees what it would change
    QVERIFY(!action->isEnabled());
}

void TestNothingLost::choicesAndListsAreSteps()
{
    click("target.kind.http");
    type("target.url", kUrl);
    click("addHeader");
    type("headerName1", QStringLiteral("X-Shop"));
    type("headerValue1", QStringLiteral("north"));
    click("headerRemove1");
    QVERIFY(m_session->value(QStringLiteral("target.headers")).isUndefined());
    child<QLineEdit>("target.url")->setFocus();
    undo();
    QCOMPARE(typed("headerValue1"), QStringLiteral("north"));
    auto *body = child<QPlainTextEdit>("target.body");
    body->setFocus();
    QTest::keyClicks(body, QStringLiteral("abc"));
    undo();
    QCOMPARE(body->toPlainText(), QString());
    click("target.kind.in-process");
    child<QLineEdit>("coupon.name")->setFocus();
    undo();
    QVERIFY(child<QTabWidget>("httpTabs")->isVisible());
    QCOMPARE(typed("target.url"), kUrl);
    while (m_session->canUndo()) {
        undo();
    }
    QVERIFY(!m_session->isChanged());
    QVERIFY(!child<QTabWidget>("httpTabs")->isVisible());
    while (m_session->canRedo()) {
        redo();
    }
    QVERIFY(!child<QTabWidget>("httpTabs")->isVisible());
    undo();
    QCOMPARE(typed("target.url"), kUrl);
    QCOMPARE(typed("headerValue1"), QStringLiteral("north"));
}

void TestNothingLost::aFieldOfNoSettingKeepsItsOwnUndo()
{
    type("coupon.stock", QStringLiteral("4567"));
    click("target.kind.http");
    type("tryUser", QStringLiteral("77"));
    undo();
    QVERIFY(typed("tryUser") != QStringLiteral("77"));
    QCOMPARE(m_session->value(QStringLiteral("target.kind")).toString(), QStringLiteral("http"));
}

void TestNothingLost::resetIsTakenBack()
{
    type("coupon.stock", QStringLiteral("4567"));
    click("resetScenario");
    QCOMPARE(typed("coupon.stock"), QStringLiteral("200"));
    child<QLineEdit>("coupon.stock")->setFocus();
    undo();
    QCOMPARE(typed("coupon.stock"), QStringLiteral("4,567"));
}

void TestNothingLost::aFaultyScenarioIsSavedAndOpened()
{
    click("target.kind.http");
    type("target.url", QStringLiteral("ftp://wrong/"));
    type("coupon.stock", QStringLiteral("many"));
    choose("load.model", QStringLiteral("ramping-vus"));
    type("load.stages", QStringLiteral("soon"));
    const QMap<QString, QString> faults = m_session->faults();
    QCOMPARE(faults.size(), 3);
    QVERIFY(child<QPushButton>("saveScenario")->isEnabled());
    const QString path = pathOf("unfinished.stampede.json");
    QVERIFY(m_session->save(path).ok());
    QVERIFY(!m_session->isChanged());
    QVERIFY(m_session->load(QStringLiteral("last-coupon"), nullptr));
    QVERIFY(m_session->faults().isEmpty());
    QVERIFY(m_session->load(path, nullptr));
    QCOMPARE(m_session->faults(), faults);
    QCOMPARE(m_session->filePath(), path);
    QVERIFY(!m_session->mayRun());
    QCOMPARE(typed("coupon.stock"), QStringLiteral("many"));
    QVERIFY(child<QLabel>("coupon.stock.fault")->isVisible());
    QCOMPARE(typed("target.url"), QStringLiteral("ftp://wrong/"));
    QVERIFY(!child<QLabel>("unshownFaults")->isVisible());
    type("coupon.stock", QStringLiteral("5"));
    type("target.url", kUrl);
    type("load.stages", QStringLiteral("1s:3"));
    QVERIFY(m_session->mayRun());
}

void TestNothingLost::whatHasNoFieldIsSaidAndRemoved()
{
    const QString path = pathOf("typo.stampede.json");
    write(path, R"({"schema":"stampede.scenario/1","coupon":{"stock":7},
                    "load":{"model":"burst","vus":0,"vuss":4}})");
    QVERIFY(m_session->load(path, nullptr));
    QCOMPARE(m_session->faults().keys(),
             QStringList({QStringLiteral("load.vus"), QStringLiteral("load.vuss")}));
    QCOMPARE(typed("coupon.stock"), QStringLiteral("7"));
    QCOMPARE(typed("users.count"), QStringLiteral("100")); // what the file leaves out is there
    auto *unshown = child<QLabel>("unshownFaults");
    QVERIFY(unshown->isVisible());
    QVERIFY(unshown->text().contains(QStringLiteral("load.vuss: unknown setting")));
    QVERIFY(!unshown->text().contains(QStringLiteral("load.vus:")));
    Q_EMIT unshown->linkActivated(QStringLiteral("load.vuss"));
    QVERIFY(!unshown->isVisible());
    type("load.vus", QStringLiteral("4"));
    QVERIFY(m_session->mayRun());
    // Only what is no scenario at all is refused.
    write(path, "{\"schema\":\"stampede.scenario/1\",");
    QStringList why;
    QVERIFY(!m_session->load(path, &why));
    QVERIFY(why.first().contains(QStringLiteral("typo.stampede.json:1:")));
    write(path, R"({"schema":"another/1"})");
    QVERIFY(!m_session->load(path, &why));
    QCOMPARE(m_session->scenario().coupon.stock, 7);
}

void TestNothingLost::aSecretIsAskedForAgain()
{
    click("target.kind.http");
    click("addHeader");
    type("headerName1", QStringLiteral("X-Api-Key"));
    type("headerValue1", QStringLiteral("s3cret"));
    QVERIFY(m_session->faults().isEmpty());
    const QString path = pathOf("keyed.stampede.json");
    QVERIFY(m_session->save(path).ok());
    QVERIFY(!contentOf(path).contains("s3cret"));
    QCOMPARE(m_session->secrets(), QStringList(QStringLiteral("target.headers.X-Api-Key")));
    QVERIFY(m_session->load(QStringLiteral("last-coupon"), nullptr));
    QVERIFY(m_session->load(path, nullptr));
    QCOMPARE(m_session->faults().keys(), QStringList(QStringLiteral("target.headers.X-Api-Key")));
    auto *value = child<QLineEdit>("headerValue1");
    QVERIFY(value->property("wrong").toBool());
    QCOMPARE(value->text(), QString());
    QVERIFY(value->placeholderText().contains(QStringLiteral("type it again")));
    Q_EMIT child<QLabel>("faultSummary")->linkActivated(QStringLiteral("fault"));
    QCOMPARE(QApplication::focusWidget(), value);
    QTest::keyClicks(value, QStringLiteral("again"));
    QVERIFY(m_session->faults().isEmpty());
    QCOMPARE(m_session->value(QStringLiteral("target.headers.X-Api-Key")).toString(),
             QStringLiteral("again"));
    QVERIFY(!value->property("wrong").toBool());
}

void TestNothingLost::passwordsInAddressesAreNotSaved()
{
    click("target.kind.http");
    type("target.url", QStringLiteral("http://me:hunter2@127.0.0.1/"));
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    type("target.audit.database", QStringLiteral("mysql://me:hun/ter2@127.0.0.1:3306/shop"));
    const QString path = pathOf("passwords.stampede.json");
    QVERIFY(m_session->save(path).ok());
    QVERIFY(m_session->unsaved()->flush());
    m_session->set(QStringLiteral("coupon.stock"), 3);
    QVERIFY(m_session->unsaved()->flush());
    QCOMPARE(kept().size(), 1);
    for (const QString &file : {path, pathOf("unsaved") + QLatin1Char('/') + kept().first()}) {
        QVERIFY(contentOf(file).contains("127.0.0.1"));
        QVERIFY(!contentOf(file).contains("ter2"));
    }
    QCOMPARE(typed("target.url"), QStringLiteral("http://me:hunter2@127.0.0.1/"));
}

void TestNothingLost::nothingIsPredictedOfAFaultyFile()
{
    const QString path = pathOf("faulty.stampede.json");
    write(path, R"({"schema":"stampede.scenario/1","coupon":{"stock":-1}})");
    QVERIFY(m_session->load(path, nullptr));
    QVERIFY(!m_session->hasPrediction());
    QVERIFY(!child<QLabel>("mustComeOutFigures")->text().contains(QStringLiteral("<b>1")));
    QCOMPARE(child<NoteList>("mustComeOutNotes")->words(),
             QStringLiteral("What must come out is known when every setting is possible."));
    type("coupon.stock", QStringLiteral("5"));
    QVERIFY(m_session->hasPrediction());
    QVERIFY(child<QLabel>("mustComeOutFigures")->text().contains(QStringLiteral("<b>5</b>")));
}

void TestNothingLost::theNextStepOfAProfileIsSaid()
{
    click("target.kind.http");
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    QVERIFY(m_session->faults()
                .value(QStringLiteral("target.audit.profile"))
                .startsWith(QStringLiteral("is missing: connect to the database")));
    QVERIFY(child<QLabel>("target.audit.database.fault")
                ->text()
                .startsWith(QStringLiteral("is missing: press Connect…")));
}

void TestNothingLost::theNextProgramOffersWhatWasNotSaved()
{
    QVERIFY(!child<QFrame>("unsavedBar")->isVisible());
    type("name", QStringLiteral("Spring sale"));
    type("coupon.stock", QStringLiteral("many"));
    click("target.kind.http");
    click("addHeader");
    type("headerName1", QStringLiteral("X-Api-Key"));
    type("headerValue1", QStringLiteral("s3cret"));
    click("target.kind.in-process"); // what is typed for the other kind is kept as well
    QTRY_COMPARE(kept().size(), 1);  // shortly after, without being asked
    const QString file = pathOf("unsaved") + QLatin1Char('/') + kept().first();
    QTRY_VERIFY(contentOf(file).contains("in-process"));
    QVERIFY(!contentOf(file).contains("s3cret"));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    open(); // the program before has gone without a word
    QVERIFY(child<QFrame>("unsavedBar")->isVisible());
    const QString words = child<QLabel>("unsavedSentence")->text();
    QVERIFY2(words.startsWith(QStringLiteral("\"Spring sale\" had changes that were not saved")),
             qPrintable(words));
    QVERIFY2(words.endsWith(QStringLiteral("typed again: X-Api-Key.")), qPrintable(words));
    click("openUnsaved");
    QVERIFY(!child<QFrame>("unsavedBar")->isVisible());
    QCOMPARE(typed("name"), QStringLiteral("Spring sale"));
    QCOMPARE(typed("coupon.stock"), QStringLiteral("many"));
    QCOMPARE(m_session->presetId(), QStringLiteral("hundred-users"));
    QVERIFY(m_session->isChanged());
    type("coupon.stock", QStringLiteral("5"));
    click("target.kind.http");
    QCOMPARE(typed("headerName1"), QStringLiteral("X-Api-Key"));
    QVERIFY(child<QLineEdit>("headerValue1")->property("wrong").toBool());
    QCOMPARE(kept().size(), 1); // what was found is kept as this program's
    open();
    click("laterUnsaved");
    QVERIFY(!child<QFrame>("unsavedBar")->isVisible());
    open();
    click("forgetUnsaved");
    QVERIFY(!child<QFrame>("unsavedBar")->isVisible());
    QCOMPARE(kept(), QStringList());
}

void TestNothingLost::aSecondProgramLeavesItAlone()
{
    type("name", QStringLiteral("Mine"));
    QVERIFY(m_session->unsaved()->flush());
    UnsavedStore other(pathOf("unsaved"));
    QVERIFY(!other.found()); // whoever made it still runs
    UnsavedScenario theirs;
    theirs.draft.json = QJsonObject{{QStringLiteral("name"), QStringLiteral("Theirs")}};
    theirs.when = QDateTime::currentDateTime();
    other.keep(theirs);
    QVERIFY(other.flush());
    QCOMPARE(kept().size(), 2);
    other.keep(std::nullopt);
    QVERIFY(other.flush());
    QCOMPARE(kept().size(), 1);
    write(pathOf("unsaved") + QStringLiteral("/9.json"), "not ours");
    const UnsavedStore third(pathOf("unsaved"));
    QVERIFY(!third.found());
}

void TestNothingLost::aProperEndKeepsNothing()
{
    type("name", QStringLiteral("Mine"));
    QTRY_COMPARE(kept().size(), 1);
    const QString path = pathOf("mine.stampede.json");
    QVERIFY(m_session->save(path).ok());
    QTRY_COMPARE(kept(), QStringList()); // saved
    type("name", QStringLiteral("Mine again"));
    QTRY_COMPARE(kept().size(), 1);
    answer(QStringLiteral("Cancel"));
    QVERIFY(!m_window->close());
    QCOMPARE(kept().size(), 1);
    answer(QStringLiteral("Discard"));
    QVERIFY(m_window->close());
    QCOMPARE(kept(), QStringList());
}

void TestNothingLost::aCommandOrWhyNot()
{
    type("coupon.stock", QStringLiteral("many"));
    QVERIFY(!m_session->asCommand().ok());
    click("asCommand");
    QVERIFY(child<QLabel>("savedSentence")
                ->text()
                .startsWith(QStringLiteral("Nothing was copied. Some settings are not possible")));
    type("coupon.stock", QStringLiteral("5"));
    QVERIFY(!child<QLabel>("savedSentence")->isVisible());
    choose("load.model", QStringLiteral("constant-vus"));
    QVERIFY(m_session->asCommand().ok());
    click("target.kind.http");
    QVERIFY(m_session->asCommand().ok());
    const QString path = pathOf("gone for good.stampede.json");
    QVERIFY(m_session->save(path).ok());
    QVERIFY(m_session->load(path, nullptr));
    QCOMPARE(m_session->asCommand().value(), QStringLiteral("stampede-cli run '%1'").arg(path));
    QVERIFY(QFile::remove(path));
    QVERIFY(!m_session->asCommand().ok());
    answer(QStringLiteral("Cancel")); // a file is offered
    click("asCommand");
}

void TestNothingLost::aSilentServerKeepsNobodyWaiting()
{
    SilentServer server;
    auto dialog = std::make_unique<DatabaseDialog>(*m_session);
    dialog->show();
    dialog->findChild<QLineEdit *>(QStringLiteral("databaseUrl"))
        ->setText(QStringLiteral("mysql://me@127.0.0.1:%1/shop").arg(server.serverPort()));
    auto *test = dialog->findChild<QPushButton *>(QStringLiteral("testDatabase"));
    test->click();
    QTRY_COMPARE(server.sockets.size(), 1);
    test->click();
    QCoreApplication::processEvents();
    QCOMPARE(server.sockets.first()->state(), QAbstractSocket::ConnectedState); // still waited for
    QTRY_COMPARE(server.sockets.size(), 2);
    dialog.reset();
    m_window.reset();
    m_session.reset();
    QCoreApplication::processEvents();
    QCOMPARE(server.sockets.last()->state(), QAbstractSocket::ConnectedState);
    QVERIFY(isBackgroundBusy());
    for (QTcpSocket *socket : std::as_const(server.sockets)) {
        socket->abort();
    }
    server.close();
    QTRY_VERIFY_WITH_TIMEOUT(!isBackgroundBusy(), 60'000);
}

} // namespace tst_nothing_lost

STAMPEDE_TEST(tst_nothing_lost::TestNothingLost)
#include "tst_nothing_lost.moc"
