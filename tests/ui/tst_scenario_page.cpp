// SPDX-License-Identifier: MIT
// Proves that a scenario is set up on its page by hand: into a fault and out again with the fault
// named, found and shown at its field; back to the preset; folded sections that say what is in
// them; files of earlier; all of it with the keyboard; and that tables of somebody else are
// described by picking, which makes a profile that an audit accepts: which rows count, how many a
// person may have, what is asked about a column that looks like a status, and that nothing typed is
// lost on the way.

#include "profile/profile_reader.h"
#include "profile/profile_writer.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/scenario/note_list.h"
#include "ui/session/settings.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
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
    void theFaultIsFoundInAFoldedSection();
    void foldedHeadingsSayWhatIsInside();
    void stepsOfARampAreEdited();
    void secretsAreNotSaved();
    void tablesThatCannotBeReached();
    void tablesArePickedAndBecomeAProfile();
    void rowsThatCountAreSaid();
    void aProfileShowsAllItsKeys();
    void tablesOfAnotherDatabaseAreShown();
    void faultsOfConditionsStandAtThem();
    void nothingTypedIsLost();
    void aLineThatIsGoneChangesNothing();

private:
    /// Makes tables with a status, and shows them in the third tab.
    void connectToClaims(const QStringList &more = {});
    [[nodiscard]] Profile savedAs(const char *name);
    [[nodiscard]] bool isThere(const char *name) const
    {
        auto *found = m_window->findChild<QWidget *>(QLatin1String(name));
        return found != nullptr && found->isVisible();
    }
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
    QVERIFY(child<QPushButton>("saveScenario")->isEnabled());
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
                .contains(QStringLiteral("hundred-users --set coupon.stock=1500 --database ")));
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
                 QStringLiteral("These checks will run: 19 of 23"));
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

void TestScenarioPage::connectToClaims(const QStringList &more)
{
    const ConnectionSettings theirs = TestDatabase::instance().freshDatabase();
    const auto connection = test::connectTo(theirs);
    QStringList statements = {
        QStringLiteral(
            "CREATE TABLE claim (id BIGINT AUTO_INCREMENT PRIMARY KEY, member BINARY(16) "
            "NULL, coupon_code VARCHAR(20), status VARCHAR(12), qty INT NOT NULL DEFAULT "
            "1, claim_day DATE, claimed_at DATETIME(3), cancelled_at DATETIME NULL)"),
        QStringLiteral("CREATE TABLE promo (code VARCHAR(20) PRIMARY KEY, seats_left INT, "
                       "seats_total INT, kind INT)"),
        QStringLiteral("INSERT INTO promo VALUES ('SPRING', 28, 30, 1)"),
        QStringLiteral("INSERT INTO claim (member, coupon_code, status) VALUES "
                       "(UNHEX(REPEAT('0A', 16)), 'SPRING', 'ACTIVE'), "
                       "(UNHEX(REPEAT('0B', 16)), 'SPRING', 'CANCELED')")};
    statements += more;
    for (const QString &sql : std::as_const(statements)) {
        QVERIFY2(connection->execute(sql).ok(), qPrintable(sql));
    }
    goOverHttp();
    child<QTabWidget>("httpTabs")->setCurrentIndex(2);
    choose("target.audit", QStringLiteral("profile"));
    type("target.audit.database",
         QStringLiteral("mysql://root@/%1?socket=%2").arg(theirs.database, theirs.socket));
    click("connectTables");
    QTRY_VERIFY(isThere("issued.table.preview"));
}

Profile TestScenarioPage::savedAs(const char *name)
{
    const QString file = m_folder.filePath(QLatin1String(name));
    answerFileDialog(file);
    click("saveProfile");
    const auto profile = loadProfile(file);
    return profile.ok() ? profile.value() : Profile();
}

void TestScenarioPage::rowsThatCountAreSaid()
{
    connectToClaims();
    // What looks as if it said which rows count is asked about, and the section stays shut.
    QCOMPARE(child<QLabel>("ask.status")->text(),
             QStringLiteral("status (ACTIVE, CANCELED) looks like a status. Does a row count "
                            "whatever it says there?"));
    QVERIFY(isThere("ask.cancelled_at"));
    QVERIFY(isThere("ask.qty"));
    QCOMPARE(child<QComboBox>("issued.issuedAt")->currentText(), QStringLiteral("claimed_at"));
    QVERIFY(!isThere("perPerson.limit"));
    QCOMPARE(child<QToolButton>("section.countedRows")->text(),
             QStringLiteral("Which rows count: all of them · one a person"));
    QVERIFY(isThere("issued.userAs"));    // the person is 16 bytes
    QVERIFY(!isThere("issued.couponAs")); // the coupon is a text
    click("answer.status");
    QTRY_VERIFY(isThere("issued.where[0].fault"));
    QTRY_VERIFY(!isThere("ask.status"));
    QVERIFY(!child<QPushButton>("saveProfile")->isEnabled());
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->placeholderText(),
             QStringLiteral("like ACTIVE, CANCELED"));
    QTest::keyClicks(child<QLineEdit>("issued.where[0].values"),
                     QStringLiteral("ACTIVE, \"on hold, paid\""));
    click("answer.cancelled_at");
    QTRY_COMPARE(child<QComboBox>("issued.where[1].test")->currentText(),
                 QStringLiteral("is NULL"));
    click("answer.qty");
    choose("perPerson.limit", QStringLiteral("most"));
    child<QSpinBox>("perPerson.rows")->setValue(3);
    const QList<QAction *> columns = child<QPushButton>("perPerson.within")->menu()->actions();
    for (QAction *column : columns) {
        if (column->text() == QLatin1String("claim_day")) {
            column->trigger();
        }
    }
    click("stock.where.add");
    choose("stock.where[0].column", QStringLiteral("kind"));
    choose("stock.where[0].test", QStringLiteral("notIn"));
    type("stock.where[0].values", QStringLiteral("7"));
    type("stock.unlimited", QStringLiteral("0, NULL"));
    click("givesBack");
    choose("issued.userAs", QString::number(static_cast<int>(IdForm::Hex)));
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    const Profile saved = savedAs("claims.profile.json");
    QCOMPARE(saved.issued.where.size(), 2);
    QCOMPARE(saved.issued.where[0].column, QStringLiteral("status"));
    QVERIFY(saved.issued.where[0].test == RowCondition::Test::In);
    QCOMPARE(saved.issued.where[0].values,
             (QList<QJsonValue>{QStringLiteral("ACTIVE"), QStringLiteral("on hold, paid")}));
    QVERIFY(saved.issued.where[1].test == RowCondition::Test::IsNull);
    QCOMPARE(saved.issued.quantity, QStringLiteral("qty"));
    QVERIFY((saved.perPerson == PersonLimit{3, {QStringLiteral("claim_day")}}));
    QVERIFY(saved.stock.where[0].test == RowCondition::Test::NotIn);
    QCOMPARE(saved.stock.where[0].values, QList<QJsonValue>{7}); // of a column of numbers
    QCOMPARE(saved.stock.unlimited, (QStringList{QStringLiteral("0"), QString()}));
    QVERIFY(saved.givesBack);
    QVERIFY(saved.issued.userAs == IdForm::Hex);
    // Folded, the heading says it.
    click("section.countedRows");
    const QString words = child<QToolButton>("section.countedRows")->text();
    QVERIFY2(words.contains(QStringLiteral("status is ACTIVE, \"on hold, paid\"")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("3 a person within claim_day")), qPrintable(words));
}

void TestScenarioPage::aProfileShowsAllItsKeys()
{
    const char *const json = R"({"schema":"stampede.profile/1","name":"Claims","coupon":"SPRING",
        "precedence":"stock-first",
        "issued":{"table":"claim","id":"id","user":"member","userAs":"text","coupon":"coupon_code",
          "couponAs":"text","couponFormat":"{code}","quantity":"QTY",
          "where":[{"column":"STATUS","notIn":["NULL","",1,true]},{"column":"claimed_at","isNull":false}]},
        "stock":{"table":"promo","id":"code","couponAs":"text","remaining":"seats_left",
          "total":"seats_total","unlimited":[-1,null,"18446744073709551615"],
          "where":[{"column":"kind","equals":1}]},
        "perPerson":{"limit":1,"within":["claim_day"]},"givesBack":true,
        "checks":[{"id":"a","title":"A","sql":"SELECT 1 FROM claim WHERE FALSE"}]})";
    const QString file = m_folder.filePath(QStringLiteral("all.profile.json"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(json) > 0);
    written.close();
    connectToClaims();
    answerFileDialog(file);
    click("openProfile");
    QTRY_VERIFY(isThere("perPerson.limit")); // the section opens where something is in it
    QCOMPARE(child<QComboBox>("issued.where[0].column")->currentText(), QStringLiteral("status"));
    QCOMPARE(child<QComboBox>("issued.where[0].test")->currentText(), QStringLiteral("is not"));
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->text(),
             QStringLiteral("\"NULL\", \"\", 1, 1"));
    QCOMPARE(child<QComboBox>("issued.where[1].test")->currentText(),
             QStringLiteral("is not NULL"));
    QVERIFY(!child<QLineEdit>("issued.where[1].values")->isEnabled());
    QCOMPARE(child<QLineEdit>("stock.where[0].values")->text(), QStringLiteral("1"));
    QCOMPARE(child<QComboBox>("issued.quantity")->currentText(),
             QStringLiteral("the pieces in qty"));
    QCOMPARE(child<QComboBox>("perPerson.limit")->currentText(), QStringLiteral("one row"));
    QCOMPARE(child<QPushButton>("perPerson.within")->text(),
             QStringLiteral("rows equal in claim_day"));
    QCOMPARE(child<QLineEdit>("stock.unlimited")->text(),
             QStringLiteral("-1, NULL, 18446744073709551615"));
    QVERIFY(child<QCheckBox>("givesBack")->isChecked());
    QCOMPARE(child<QLineEdit>("issued.couponFormat")->text(), QStringLiteral("{code}"));
    for (const char *form : {"issued.userAs", "issued.couponAs", "stock.couponAs"}) {
        QVERIFY2(isThere(form), form);
        QCOMPARE(child<QComboBox>(form)->currentText(), QStringLiteral("a text"));
    }
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    // What nobody touched is saved as it was.
    const Profile saved = savedAs("again.profile.json");
    QCOMPARE(profileToJson(saved), profileToJson(loadProfile(file).value()));
}

void TestScenarioPage::tablesOfAnotherDatabaseAreShown()
{
    const QString other = TestDatabase::instance().freshDatabase().database;
    connectToClaims(
        {QStringLiteral("CREATE TABLE %1.gift (no INT PRIMARY KEY, who INT, state CHAR(4))")
             .arg(other),
         QStringLiteral("INSERT INTO %1.gift VALUES (1, 7, 'open')").arg(other)});
    const QString file = m_folder.filePath(QStringLiteral("other.profile.json"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(QStringLiteral(R"({"schema":"stampede.profile/1","issued":{"table":"%1.gift",)"
                                 R"("user":"who"},"stock":{"table":"promo","id":"code",)"
                                 R"("remaining":"seats_left"}})")
                      .arg(other)
                      .toUtf8());
    written.close();
    answerFileDialog(file);
    click("openProfile");
    QTRY_COMPARE(child<QComboBox>("issued.table")->currentText(), other + QStringLiteral(".gift"));
    QTRY_VERIFY(isThere("ask.state"));
    QCOMPARE(child<QLabel>("ask.state")->text().section(QLatin1Char(' '), 0, 1),
             QStringLiteral("state (open)"));
    QCOMPARE(child<QComboBox>("issued.user")->currentText(), QStringLiteral("who"));
    QCOMPARE(child<QTableView>("issued.table.preview")->model()->rowCount(), 1);
    QVERIFY(child<QPushButton>("saveProfile")->isEnabled());
}

void TestScenarioPage::faultsOfConditionsStandAtThem()
{
    connectToClaims();
    click("section.countedRows");
    click("issued.where.add");
    auto *fault = [this] { return child<QLabel>("issued.where[0].fault"); }();
    QTRY_COMPARE(fault->text(), QStringLiteral("is missing; must be a column of the table"));
    choose("issued.where[0].column", QStringLiteral("qty"));
    type("issued.where[0].values", QStringLiteral("many"));
    QTRY_COMPARE(fault->text(), QStringLiteral("\"many\" cannot be compared with the column "
                                               "claim.qty, which is int"));
    type("issued.where[0].values", QStringLiteral("NULL"));
    QTRY_VERIFY2(fault->text().endsWith(QStringLiteral("isNull asks for NULL")),
                 qPrintable(fault->text()));
    choose("issued.where[0].test", QStringLiteral("isNotNull"));
    QTRY_VERIFY(!fault->isVisible());
    type("stock.unlimited", QStringLiteral("none"));
    QTRY_VERIFY(isThere("stock.unlimited.fault"));
    QVERIFY(!child<QPushButton>("saveProfile")->isEnabled());
    click("section.countedRows"); // shut: its heading shows that something in it is wrong
    QVERIFY(child<QToolButton>("section.countedRows")->property("wrong").toBool());
    click("section.countedRows");
    type("stock.unlimited", QStringLiteral("0"));
    click("issued.where[0].remove");
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    QVERIFY(savedAs("mended.profile.json").issued.where.isEmpty());
}

void TestScenarioPage::nothingTypedIsLost()
{
    connectToClaims({QStringLiteral("CREATE TABLE claim_history LIKE claim")});
    click("answer.status");
    // What is being typed stays as it is, with what would be left out of the profile.
    type("issued.where[0].values", QStringLiteral("ACTIVE,  "));
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->text(), QStringLiteral("ACTIVE,  "));
    // Another test and back.
    choose("issued.where[0].test", QStringLiteral("isNull"));
    choose("issued.where[0].test", QStringLiteral("in"));
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->text(), QStringLiteral("ACTIVE,  "));
    // Any number of rows and back.
    choose("perPerson.limit", QStringLiteral("most"));
    child<QSpinBox>("perPerson.rows")->setValue(5);
    choose("perPerson.limit", QStringLiteral("any"));
    QVERIFY(!isThere("perPerson.within"));
    choose("perPerson.limit", QStringLiteral("most"));
    QCOMPARE(child<QSpinBox>("perPerson.rows")->value(), 5);
    // Two changes at once, the second before the tables were looked at for the first.
    choose("profile.precedence", QString::number(static_cast<int>(Precedence::StockFirst)));
    click("givesBack");
    choose("profile.precedence", QString::number(static_cast<int>(Precedence::DuplicateFirst)));
    click("givesBack");
    choose("issued.quantity", QStringLiteral("qty"));
    // Another table and back.
    choose("issued.table", QStringLiteral("claim_history"));
    QTRY_VERIFY(isThere("ask.status"));
    QVERIFY(!isThere("issued.where[0].values"));
    choose("issued.table", QStringLiteral("claim"));
    QTRY_VERIFY(isThere("issued.where[0].values"));
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->text(), QStringLiteral("ACTIVE"));
    // Looked at again.
    click("connectTables");
    QTRY_VERIFY(child<QPushButton>("saveProfile")->isEnabled());
    QCOMPARE(child<QLineEdit>("issued.where[0].values")->text(), QStringLiteral("ACTIVE"));
    QCOMPARE(child<QSpinBox>("perPerson.rows")->value(), 5);
    const Profile saved = savedAs("kept.profile.json");
    QCOMPARE(saved.issued.where[0].values, QList<QJsonValue>{QStringLiteral("ACTIVE")});
    QVERIFY((saved.perPerson == PersonLimit{5, {}}));
    QVERIFY(saved.precedence == Precedence::DuplicateFirst);
    QVERIFY(!saved.givesBack);
    QCOMPARE(saved.issued.quantity, QStringLiteral("qty"));
}

/// Somebody types on while an undo or another file has made the list shorter.
void TestScenarioPage::aLineThatIsGoneChangesNothing()
{
    const QString all = QStringLiteral("thresholds");
    const QJsonObject one{{QStringLiteral("issued"), QJsonArray{QStringLiteral("count==1")}}};
    QJsonObject two = one;
    two.insert(QStringLiteral("oversold"), QJsonArray{QStringLiteral("count==0")});
    m_session->set(all, two);
    auto *line = child<QLineEdit>("limit1");
    m_session->set(all, one);
    QTest::keyClicks(line, QStringLiteral("77")); // it is deleted when the event has ended
    QCOMPARE(m_session->value(all).toObject(), one);
    QVERIFY(!line->isVisibleTo(m_window.get()));
}

} // namespace tst_scenario_page

STAMPEDE_TEST(tst_scenario_page::TestScenarioPage)
#include "tst_scenario_page.moc"
