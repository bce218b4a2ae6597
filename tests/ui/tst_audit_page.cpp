// SPDX-License-Identifier: MIT
// Proves the page of the audit on a record made by hand: findings first, rows that can be copied
// and saved, what is folded, and the keys.

#include "support/test_database.h"
#include "test_program.h"
#include "ui/audit/audit_page.h"
#include "ui/audit/check_list.h"
#include "ui/audit/check_texts.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

namespace tst_audit_page {

using namespace stampede;

namespace {

/// Two findings, a warning, and the rest held.
std::shared_ptr<RunRecord> brokenRecord()
{
    AuditReport audit;
    audit.verdict = AuditVerdict::Broken;
    for (const QString &id : checkIds()) {
        CheckResult check = newCheck(id);
        check.verdict = CheckVerdict::Pass;
        check.explanation = QStringLiteral("It held.");
        if (id == QLatin1String("stock-not-exceeded") || id == QLatin1String("issued-is-stored") ||
            id == QLatin1String("as-predicted")) {
            check.verdict = CheckVerdict::Fail;
            check.explanation = QStringLiteral("It did not hold.");
            check.expected = QStringLiteral("at most 1");
            check.actual = QStringLiteral("2");
            check.sql = QStringLiteral("SELECT 1");
            check.columns = QStringList{QStringLiteral("row"), QStringLiteral("user")};
            addRow(check, {QVariant(qlonglong{11}), QStringLiteral("=1+1")});
            addRow(check, {QVariant(qlonglong{-12}), QStringLiteral("a,\"b\"")});
        }
        audit.checks << check;
    }
    audit.state.initialStock = 1;
    audit.state.newRows = 2;
    audit.state.remaining = 0;
    audit.state.drift = -1;
    auto record = std::make_shared<RunRecord>();
    record->id = QStringLiteral("0123456789ab");
    record->audit = audit;
    Operation operation;
    operation.returnedNs = 1'000'000;
    record->history = std::make_shared<std::vector<Operation>>(3, operation);
    HotRow row;
    row.racePairs = 1;
    record->hotRow = row;
    return record;
}

} // namespace

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findingsFirst();
    void eachCouponHasARow();
    void keysStepThroughTheFindings();
    void nothingToStepThrough();
    void foldsOpen();
    void rowsAreCopied();
    void rowsAreSavedForSpreadsheets();
    void raceIsAskedFor();
    void everyCheckSaysWhatItProves();
    void databaseAsItIs();
    void databaseThatCannotBeReached();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_page->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    void click(const char *name) const
    {
        QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton);
    }
    QString title() const { return child<QLabel>("checkTitle")->text(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AuditPage> m_page;
};

void TestAuditPage::init()
{
    const auto url = parseDatabaseUrl(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m"));
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    m_page = std::make_unique<AuditPage>(*m_session);
    m_page->resize(1196, 628);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_session->open(brokenRecord());
}

void TestAuditPage::cleanup()
{
    m_page.reset();
    m_session.reset();
}

void TestAuditPage::findingsFirst()
{
    const auto *list = child<QTreeWidget>("checks");
    const QTreeWidgetItem *broken = list->topLevelItem(0);
    QCOMPARE(broken->text(0), QStringLiteral("Broken"));
    QCOMPARE(broken->text(1), QStringLiteral("2"));
    QCOMPARE(list->topLevelItem(1)->text(0), QStringLiteral("Warning"));
    QCOMPARE(list->topLevelItem(2)->text(0), QStringLiteral("Held"));
    QVERIFY(!list->topLevelItem(2)->isExpanded()); // after findings
    QCOMPARE(title(), QStringLiteral("No more coupons than stock"));
    QCOMPARE(child<QLabel>("checkMustBe")->text(), QStringLiteral("at most 1"));
    QCOMPARE(child<QLabel>("checkIs")->text(), QStringLiteral("2"));
    QCOMPARE(child<QLabel>("ledgerLine")->text(),
             QStringLiteral("1 at start ≠ 2 written + 0 left, drift −1"));
    QCOMPARE(child<QLabel>("checkClass")->text(), QStringLiteral("Broken · Damage"));
}

void TestAuditPage::eachCouponHasARow()
{
    auto *tabs = child<QTabWidget>("auditTabs");
    auto *table = child<QTableWidget>("coupons");
    QVERIFY(!tabs->isTabVisible(tabs->indexOf(table)));
    auto several = brokenRecord();
    AuditReport held;
    held.verdict = AuditVerdict::Held;
    held.state.initialStock = 5;
    held.state.newRows = 3;
    held.state.remaining = 2;
    held.state.drift = 0;
    const AuditReport broken = *several->audit;
    several->audit->coupons = {{QStringLiteral("SPRING"), {0, 2}, held},
                               {QStringLiteral("SUMMER"), {1}, broken}};
    m_session->open(several);
    QVERIFY(tabs->isTabVisible(tabs->indexOf(table)));
    const auto row = [table](int at) {
        QStringList cells;
        for (int column = 0; column < table->columnCount(); ++column) {
            cells << table->item(at, column)->text();
        }
        return cells.join(QLatin1Char('|'));
    };
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(row(0), QStringLiteral("SPRING|held|2|5|3|2|0|"));
    QCOMPARE(row(1), QStringLiteral("SUMMER|broken|1|1|2|0|−1|No more coupons than stock, "
                                    "Every promise is kept"));
}

void TestAuditPage::keysStepThroughTheFindings()
{
    auto *list = child<QTreeWidget>("checks");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_N);
    QCOMPARE(title(), QStringLiteral("Every promise is kept"));
    QTest::keyClick(list, Qt::Key_N);
    QCOMPARE(title(), QStringLiteral("It came out as predicted")); // the warning
    QTest::keyClick(list, Qt::Key_N);
    QCOMPARE(title(), QStringLiteral("It came out as predicted")); // the last
    QTest::keyClick(list, Qt::Key_P);
    QTest::keyClick(list, Qt::Key_P);
    QCOMPARE(title(), QStringLiteral("No more coupons than stock"));
    // A new look at the same record leaves the choice alone.
    QTest::keyClick(list, Qt::Key_N);
    m_page->retheme();
    QCOMPARE(title(), QStringLiteral("Every promise is kept"));
}

/// The key comes also where a run without an audit took the place of one with findings.
void TestAuditPage::nothingToStepThrough()
{
    AuditReport audit;
    CheckResult broken;
    broken.id = QStringLiteral("stock");
    broken.verdict = CheckVerdict::Fail;
    audit.checks.append(broken);
    CheckList list;
    list.show(audit, true);
    QCOMPARE(list.currentId(), broken.id);
    list.showNothing();
    list.stepFinding(1);
    list.stepFinding(-1);
    QCOMPARE(list.currentId(), QString());
}

void TestAuditPage::foldsOpen()
{
    QVERIFY(!child<QLabel>("checkSql")->isVisible());
    click("sqlFold");
    QVERIFY(child<QLabel>("checkSql")->isVisible());
    QCOMPARE(child<QLabel>("checkSql")->text(), QStringLiteral("SELECT 1"));
    click("copySql");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("SELECT 1"));
    click("sqlFold");
    QVERIFY(!child<QLabel>("checkSql")->isVisible());
    click("meaningFold");
    QVERIFY(child<QLabel>("checkMeaning")
                ->text()
                .startsWith(QStringLiteral("Were more coupons written than there were to give?")));
    QVERIFY(child<QLabel>("checkMeaning")->isVisible());
}

void TestAuditPage::rowsAreCopied()
{
    QCOMPARE(child<QTableWidget>("checkRows")->rowCount(), 2);
    click("copyRows");
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("row\tperson\n11\t=1+1\n-12\ta,\"b\"\n"));
}

void TestAuditPage::rowsAreSavedForSpreadsheets()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.csv"));
    QTimer chooser;
    connect(&chooser, &QTimer::timeout, this, [&path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        auto *name = dialog != nullptr
                         ? dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))
                         : nullptr;
        if (name != nullptr) {
            name->setText(path); // selectFile() may be undone while the folder is still being read
            QTest::keyClick(name, Qt::Key_Return);
        }
    });
    chooser.start(20);
    QCOMPARE(child<QPushButton>("saveRows")->text(), QStringLiteral("Save all…"));
    click("saveRows");
    chooser.stop();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("row,user\n11,'=1+1\n-12,\"a,\"\"b\"\"\"\n"));
}

void TestAuditPage::raceIsAskedFor()
{
    QSignalSpy asked(m_page.get(), &AuditPage::sightRequested);
    auto *button = child<QPushButton>("showMeTheRace");
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Show me the race"));
    click("showMeTheRace");
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("stock-not-exceeded"));
    auto *list = child<QTreeWidget>("checks");
    QTest::keyClick(list, Qt::Key_N);
    QCOMPARE(button->text(), QStringLiteral("Show in Hot row")); // no race, but requests
}

void TestAuditPage::everyCheckSaysWhatItProves()
{
    for (const QString &id : checkIds()) {
        const CheckMeaning meaning = meaningOf(newCheck(id));
        QVERIFY2(meaning.question.endsWith(QLatin1Char('?')), qPrintable(id));
        QVERIFY2(meaning.proves.endsWith(QLatin1Char('.')), qPrintable(id));
    }
}

void TestAuditPage::databaseAsItIs()
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    const auto host = std::make_shared<DatabaseHost>(url.value(), QStringList());
    m_page.reset();
    m_session = std::make_unique<Session>(host);
    QVERIFY(m_session->load(QStringLiteral("last-coupon"), nullptr));
    m_session->run();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr, 60'000);
    // Somebody who comes later and has seen no run.
    m_session = std::make_unique<Session>(host);
    m_page = std::make_unique<AuditPage>(*m_session);
    m_page->resize(1196, 628);
    m_page->show();
    QVERIFY(m_session->load(QStringLiteral("last-coupon"), nullptr));
    m_page->auditDatabase({url.value(), {}, {}, {}, {}});
    QVERIFY(child<QLabel>("auditProgress")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(child<QTreeWidget>("checks")->isVisible(), 60'000);
    QVERIFY(m_session->record() == nullptr); // no run was made
    QVERIFY(child<QLabel>("auditNote")->isVisible());
    QVERIFY(child<QLabel>("auditNote")->text().contains(QStringLiteral("without a run")));
    QVERIFY(child<QTreeWidget>("checks")->topLevelItemCount() > 1);
    QCOMPARE(child<QTreeWidget>("checks")->topLevelItem(0)->text(0), QStringLiteral("Held"));
}

void TestAuditPage::databaseThatCannotBeReached()
{
    m_session->closeOpened();
    m_page->auditDatabase({m_session->host().url(), {}, {}, {}, {}});
    auto *refused = child<QLabel>("auditRefused");
    QTRY_VERIFY_WITH_TIMEOUT(refused->isVisible(), 30'000);
    QVERIFY2(refused->text().contains(QStringLiteral("/nowhere/m")), qPrintable(refused->text()));
    QVERIFY(child<QPushButton>("auditDatabase")->isVisible()); // to be tried again
}

} // namespace tst_audit_page

STAMPEDE_TEST(tst_audit_page::TestAuditPage)
#include "tst_audit_page.moc"
