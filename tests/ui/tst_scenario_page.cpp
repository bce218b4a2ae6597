// Proves that a scenario is set up on its page by hand: into a fault and out again with the fault
// named, found and shown at its field; back to the preset; folded sections that say what is in
// them; files of earlier; all of it with the keyboard; and that tables of somebody else are
// described by picking, which makes a profile that an audit accepts.

#include "profile/profile_reader.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/scenario/note_list.h"
#include "ui/settings.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <memory>

namespace tst_scenario_page {

using namespace stampede;
using test::TestDatabase;

class TestScenarioPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void intoAFaultAndOutAgain();
    void changesHaveDotsAndGoBack();
    void impossibleLimitsMayBeShown();
    void theNextFieldIsTheNextOneToRead();
    void filesOfEarlierAreOpened();
    void aFaultyScenarioIsNotSaved();
    void theFaultIsFoundInAFoldedSection();
    void foldedHeadingsSayWhatIsInside();
    void stepsOfARampAreEdited();
    void secretsAreNotSaved();
    void tablesThatCannotBeReached();
    void tablesArePickedAndBecomeAProfile();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
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
    /// Chooses with the keyboard, as a person does.
    void choose(const char *setting, const QString &key) const
    {
        auto *box = child<QComboBox>(setting);
        box->setFocus();
        QVERIFY2(box->findData(key) >= 0, setting);
        while (box->currentIndex() < box->findData(key)) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        while (box->currentIndex() > box->findData(key)) {
            QTest::keyClick(box, Qt::Key_Up);
        }
    }
    void click(const char *button) const
    {
        auto *found = child<QAbstractButton>(button);
        QVERIFY2(found->isEnabled(), button);
        found->click();
    }
    void goOverHttp() const { click("target.kind.http"); }
    /// Types that name into the next file dialog.
    void answerFileDialog(const QString &path);

    ConnectionSettings m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestScenarioPage::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_database = TestDatabase::instance().freshDatabase();
    m_settings = std::make_unique<Settings>();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(m_database.database, m_database.socket));
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session, m_settings.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestScenarioPage::init()
{
    m_window->activateWindow(); // a file dialog may have taken that away
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
}

void TestScenarioPage::answerFileDialog(const QString &path)
{
    QTimer::singleShot(0, m_window.get(), [this, path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            return answerFileDialog(path);
        }
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
}

void TestScenarioPage::intoAFaultAndOutAgain()
{
    QVERIFY(!child<QLabel>("faultSummary")->isVisible());
    type("coupon.stock", QStringLiteral("-5"));
    auto *fault = child<QLabel>("coupon.stock.fault");
    QVERIFY(fault->isVisible());
    QVERIFY2(fault->text().startsWith(QStringLiteral("must be between 0 and")),
             qPrintable(fault->text()));
    QVERIFY(child<QLineEdit>("coupon.stock")->property("wrong").toBool());
    QVERIFY(child<QLabel>("faultSummary")
                ->text()
                .startsWith(QStringLiteral("1 setting is not possible yet")));
    QVERIFY(!child<QPushButton>("runButton")->isEnabled());
    QVERIFY(!child<QPushButton>("runButton")->toolTip().isEmpty());
    QVERIFY(!child<QPushButton>("saveScenario")->isEnabled());
    type("load.vus", QStringLiteral("0"));
    QVERIFY(child<QLabel>("faultSummary")
                ->text()
                .startsWith(QStringLiteral("2 settings are not possible yet")));
    type("load.vus", QStringLiteral("100"));
    type("coupon.stock", QStringLiteral("150"));
    QVERIFY(!fault->isVisible());
    QVERIFY(!child<QLineEdit>("coupon.stock")->property("wrong").toBool());
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
    QVERIFY(child<QLabel>("mustComeOutFigures")->text().contains(QStringLiteral("<b>50</b>")));
}

void TestScenarioPage::changesHaveDotsAndGoBack()
{
    QVERIFY(!child<QPushButton>("resetScenario")->isEnabled());
    type("coupon.stock", QStringLiteral("1500"));
    QCOMPARE(child<QLabel>("coupon.stock.dot")->text(), QStringLiteral("•"));
    QCOMPARE(child<QLabel>("coupon.stock.dot")->toolTip(), QStringLiteral("In the preset: 200"));
    QCOMPARE(child<QLabel>("coupon.name.dot")->text(), QString());
    click("asCommand");
    QVERIFY(child<QLabel>("copiedCommand")
                ->toolTip()
                .endsWith(QStringLiteral("hundred-users --set 'coupon.stock=1500'")));
    QCOMPARE(child<QPushButton>("resetScenario")->toolTip(), QStringLiteral("Reset to preset"));
    click("resetScenario");
    QCOMPARE(child<QLineEdit>("coupon.stock")->text(), QStringLiteral("200"));
    QCOMPARE(child<QLabel>("coupon.stock.dot")->text(), QString());
    QVERIFY(!m_session->isChanged());
}

void TestScenarioPage::impossibleLimitsMayBeShown()
{
    child<QAbstractButton>("addLimit")->click();
    QVERIFY(child<NoteList>("mustComeOutNotes")
                ->words()
                .contains(QStringLiteral("The limit \"issued count==200\" can never be met")));
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
}

void TestScenarioPage::theNextFieldIsTheNextOneToRead()
{
    QStringList order;
    child<QLineEdit>("name")->setFocus();
    while (order.size() < 13) {
        order << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order.join(QLatin1Char(' ')),
             QStringLiteral("name section.coupon coupon.name coupon.discountPercent coupon.stock "
                            "users.balance coupon.startsAt coupon.endsAt section.people "
                            "users.count users.pick section.load load.model"));
    for (auto *edit : m_window->findChildren<QLineEdit *>()) {
        QVERIFY2(!edit->isVisible() || !edit->accessibleName().isEmpty(),
                 qPrintable(edit->objectName()));
    }
}

void TestScenarioPage::filesOfEarlierAreOpened()
{
    const QString path = m_folder.filePath(QStringLiteral("mine.stampede.json"));
    type("name", QStringLiteral("Mine"));
    answerFileDialog(path);
    click("saveScenarioAs");
    QVERIFY(QFile::exists(path));
    QVERIFY(m_session->load(QStringLiteral("last-coupon"), nullptr));
    auto *recent = child<QListWidget>("recentFiles");
    QVERIFY(recent->isVisible());
    QCOMPARE(recent->item(0)->text(), QStringLiteral("mine"));
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, {},
                      recent->visualItemRect(recent->item(0)).center());
    QCOMPARE(m_session->filePath(), path);
    QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Mine"));
}

void TestScenarioPage::aFaultyScenarioIsNotSaved()
{
    type("coupon.stock", QStringLiteral("x"));
    const QString path = m_folder.filePath(QStringLiteral("faulty.stampede.json"));
    QVERIFY(!m_session->save(path).ok());
    QVERIFY(!QFile::exists(path));
}

void TestScenarioPage::theFaultIsFoundInAFoldedSection()
{
    type("coupon.stock", QStringLiteral("x"));
    auto *heading = child<QToolButton>("section.coupon");
    heading->click();
    QVERIFY(!child<QLineEdit>("coupon.stock")->isVisible());
    type("load.vus", QStringLiteral("100x"));
    QVERIFY(heading->property("wrong").toBool()); // the heading says that something is inside
    auto *summary = child<QLabel>("faultSummary");
    summary->setFocus(Qt::TabFocusReason);
    QTest::keyClick(summary, Qt::Key_Tab); // to its link
    QTest::keyClick(summary, Qt::Key_Return);
    QVERIFY(child<QLineEdit>("coupon.stock")->isVisible());
    QCOMPARE(QApplication::focusWidget(), child<QLineEdit>("coupon.stock"));
}

void TestScenarioPage::foldedHeadingsSayWhatIsInside()
{
    QCOMPARE(child<QToolButton>("section.limits")->text(), QStringLiteral("Limits (3)"));
    auto *repeat = child<QToolButton>("section.repeat");
    QCOMPARE(repeat->text(), QStringLiteral("Repeat: seed 42, 1 round, no warm-up"));
    auto *about = child<QToolButton>("section.about");
    QCOMPARE(about->text(), QStringLiteral("About: system, build, tester, ticket"));
    repeat->setFocus();
    QTest::keyClick(repeat, Qt::Key_Space);
    QCOMPARE(repeat->text(), QStringLiteral("Repeat"));
    type("rounds", QStringLiteral("3"));
    type("warmup", QStringLiteral("2s"));
    QTest::keyClick(repeat, Qt::Key_Space);
    QCOMPARE(repeat->text(), QStringLiteral("Repeat: seed 42, 3 rounds, 2s warm-up"));
    about->click();
    // The page of the report has a field of that name, too.
    auto *system = child<QWidget>("form")->findChild<QLineEdit *>(QStringLiteral("about.system"));
    QTest::keyClicks(system, QStringLiteral("Promo service"));
    about->click();
    QCOMPARE(about->text(), QStringLiteral("About: Promo service"));
}

void TestScenarioPage::stepsOfARampAreEdited()
{
    choose("load.model", QStringLiteral("ramping-vus"));
    QCOMPARE(child<QLineEdit>("load.stages")->text(), QStringLiteral("10s:100, 5s:0"));
    QCOMPARE(child<QLineEdit>("stageTarget1")->text(), QStringLiteral("100"));
    type("stageTarget1", QStringLiteral("40"));
    QCOMPARE(child<QLineEdit>("load.stages")->text(), QStringLiteral("10s:40, 5s:0"));
    click("addStage");
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
    QCOMPARE(m_session->scenario().load.stages.size(), 3);
    QCOMPARE(m_session->scenario().load.stages.at(2).target, 7.0);
    QVERIFY(m_session->faults().isEmpty());
    type("load.stages", QStringLiteral("1s:5"));
    QTRY_COMPARE(child<QLineEdit>("stageTarget1")->text(), QStringLiteral("5"));
}

void TestScenarioPage::secretsAreNotSaved()
{
    goOverHttp();
    m_session->set(QStringLiteral("target.headers"),
                   QJsonObject{{QStringLiteral("Authorization"), QStringLiteral("Bearer abc")},
                               {QStringLiteral("X-Token"), QStringLiteral("${env:TOKEN}")}});
    QVERIFY(m_session->faults().isEmpty());
    const QString path = m_folder.filePath(QStringLiteral("secret.stampede.json"));
    QVERIFY(m_session->save(path).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(!saved.contains("abc"));
    QVERIFY(saved.contains("${env:TOKEN}"));
}

void TestScenarioPage::tablesThatCannotBeReached()
{
    goOverHttp();
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    QVERIFY(!child<QPushButton>("connectTables")->isEnabled()); // it is not said where they are
    type("target.audit.database", QStringLiteral("mysql://nobody@127.0.0.1:1/none"));
    click("connectTables");
    auto *state = child<QLabel>("tablesState");
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QStringLiteral("cannot be reached")), 20'000);
    QVERIFY(state->property("fault").toBool());
    type("target.audit.database", QStringLiteral("mysql://qa@db.example.com/promo"));
    click("connectTables");
    QTRY_COMPARE(state->text(),
                 QStringLiteral("db.example.com is not this computer. Stampede will only read "
                                "there. Do you answer for this database?"));
    QCOMPARE(child<QPushButton>("allowTables")->text(), QStringLiteral("Read at db.example.com"));
}

void TestScenarioPage::tablesArePickedAndBecomeAProfile()
{
    const ConnectionSettings theirs = TestDatabase::instance().freshDatabase();
    const auto connection = test::connectTo(theirs);
    for (const char *sql :
         {"CREATE TABLE gift_ledger (entry_no BIGINT AUTO_INCREMENT PRIMARY KEY, who VARCHAR(20), "
          "gift VARCHAR(20), given DATETIME(3))",
          "CREATE TABLE gift_pool (gift VARCHAR(20) PRIMARY KEY, pieces INT, pieces_left INT)",
          "CREATE TABLE audit_trail (id INT PRIMARY KEY, note TEXT)",
          "INSERT INTO gift_pool VALUES ('SPRING', 30, 29)",
          "INSERT INTO gift_ledger (who, gift, given) VALUES ('m7', 'SPRING', NOW(3))"}) {
        QVERIFY(connection->execute(QString::fromLatin1(sql)).ok());
    }
    goOverHttp();
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    const QString url =
        QStringLiteral("mysql://root@/%1?socket=%2").arg(theirs.database, theirs.socket);
    type("target.audit.database", url);
    click("connectTables");
    QTRY_VERIFY(child<QTableView>("issued.table.preview")->isVisible());
    const QAbstractItemModelTester tester(child<QTableView>("issued.table.preview")->model());
    // What the names say is found; the rest is picked.
    QCOMPARE(child<QComboBox>("issued.table")->currentText(), QStringLiteral("gift_ledger"));
    QCOMPARE(child<QComboBox>("issued.user")->currentText(), QStringLiteral("who"));
    QCOMPARE(child<QComboBox>("stock.remaining")->currentText(), QStringLiteral("pieces_left"));
    QVERIFY(child<QLabel>("tablesRights")->isVisible()); // root may write
    choose("issued.coupon", QStringLiteral("gift"));
    choose("issued.issuedAt", QStringLiteral("given"));
    choose("stock.total", QStringLiteral("pieces"));
    type("issued.userFormat", QStringLiteral("m"));
    QTRY_VERIFY(child<QLabel>("issued.userFormat.fault")->isVisible());
    QVERIFY(!child<QPushButton>("saveProfile")->isEnabled());
    QTest::keyClicks(child<QLineEdit>("issued.userFormat"), QStringLiteral("{userId}"));
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    QTRY_COMPARE(child<QLabel>("checkPlan")->text(),
                 QStringLiteral("These checks will run: 18 of 23"));
    child<QToolButton>("checkPlanMore")->click();
    QVERIFY(child<QLabel>("checkPlanSkipped")->text().contains(QStringLiteral("stock.issued")));
    const QString file = m_folder.filePath(QStringLiteral("gifts.profile.json"));
    answerFileDialog(file);
    click("saveProfile");
    const auto profile = loadProfile(file);
    QVERIFY2(profile.ok(), profile.ok() ? "" : qPrintable(profile.error().first()));
    QCOMPARE(profile.value().issued.coupon, QStringLiteral("gift"));
    QCOMPARE(profile.value().issued.userFormat, QStringLiteral("m{userId}"));
    QCOMPARE(profile.value().stock.total, QStringLiteral("pieces"));
    const QJsonObject audit = m_session->value(QStringLiteral("target.audit")).toObject();
    QCOMPARE(audit.value(QLatin1String("profile")).toString(), file);
    QCOMPARE(audit.value(QLatin1String("database")).toString(), url);
    QVERIFY2(m_session->faults().isEmpty(),
             m_session->faults().isEmpty() ? "" : qPrintable(m_session->faults().first()));
    QVERIFY(m_session->scenario().target.audit.rows == TargetRows::Profile);
}

} // namespace tst_scenario_page

STAMPEDE_TEST(tst_scenario_page::TestScenarioPage)
#include "tst_scenario_page.moc"
