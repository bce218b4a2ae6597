// SPDX-License-Identifier: MIT
// Proves the page of interleavings over a real private server: its figures are those of the command
// line, an order is stepped through and carried out again the same, the matrix opens its cells,
// Stop ends it, a race's finding leads there, and files of one's own are carried out or told.

#include "interleave/interleave_text.h"
#include "ui/frame/navigation_bar.h"
#include "ui/interleave/interleave_page.h"
#include "ui/interleave/order_lanes.h"
#include "window_test.h"

#include "test_program.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

namespace tst_interleave_page {

using namespace stampede;

class TestInterleavePage : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cellsOfTheTable_data();
    void cellsOfTheTable();
    void anOrderIsSteppedThrough();
    void anOrderRunsAgainTheSame();
    void theMatrixStopsAndOpensItsCells();
    void aFindingLeadsThere();
    void transactionsOfOnesOwn();
    void aFileThatIsNoneIsTold();

private:
    [[nodiscard]] InterleavePage *page() const { return m_window->findChild<InterleavePage *>(); }
    void show() const
    {
        m_window->showPage(Page::Interleavings);
        QVERIFY(page()->isVisible());
    }
    void finish() const { QTRY_VERIFY_WITH_TIMEOUT(!page()->isBusy(), 120'000); }
    void switchOff(const char *box) const
    {
        auto *protection = child<QCheckBox>(box);
        if (protection->isChecked()) {
            QTest::mouseClick(protection, Qt::LeftButton, {}, QPoint(8, protection->height() / 2));
        }
        QVERIFY(!protection->isChecked());
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return child<QTableWidget>("orderGroups")->item(row, column)->text();
    }

    QTemporaryDir m_data;
};

void TestInterleavePage::initTestCase()
{
    // The page's server is kept in the folder of all data.
    QVERIFY(m_data.isValid());
    QFile::setPermissions(m_data.path(), QFile::Permissions(0x7755));
    qputenv("STAMPEDE_DATA_DIR", m_data.path().toUtf8());
}

void TestInterleavePage::cellsOfTheTable_data()
{
    QTest::addColumn<bool>("rowLock");
    QTest::addColumn<QString>("situation");
    QTest::addColumn<QString>("answer");
    QTest::newRow("lock on") << true << "two-people"
                             << "none of the 10 schedules that can happen";
    QTest::newRow("lock off") << false << "two-people"
                              << "90 of the 92 schedules that can happen";
    QTest::newRow("one person") << false << "one-person"
                                << "none of the 92 schedules";
}

void TestInterleavePage::cellsOfTheTable()
{
    QFETCH(bool, rowLock);
    QFETCH(QString, situation);
    QFETCH(QString, answer);
    show();
    auto *who = child<QComboBox>("orderSituation");
    who->setCurrentIndex(who->findData(situation));
    Q_EMIT who->activated(who->currentIndex());
    if (!rowLock) {
        switchOff("orderRowLock");
    }
    click("orderEvery");
    QVERIFY(page()->isBusy());
    QVERIFY(child<QPushButton>("orderStop")->isVisible());
    finish();
    QVERIFY2(words("orderAnswer").contains(answer), qPrintable(words("orderAnswer")));
    QCOMPARE(words("orderAnswer").contains(QStringLiteral("With the row lock none of 10 does.")),
             !rowLock && situation == QLatin1String("two-people"));
    QVERIFY(!child<QPushButton>("orderStop")->isVisible());
}

void TestInterleavePage::anOrderIsSteppedThrough()
{
    show();
    switchOff("orderRowLock");
    click("orderEvery");
    finish();
    auto *lanes = child<OrderLanes>("orderLanes");
    QVERIFY(lanes->order()->isWrong());
    QCOMPARE(lanes->order()->switches(), 2);
    QCOMPARE(cell(0, 3), QStringLiteral("2"));
    QVERIFY(cell(0, 1).contains(QStringLiteral("drift −1")));
    QCOMPARE(lanes->moment(), lanes->lines());
    QVERIFY(words("orderEnd").contains(QStringLiteral("Both read 10. Both wrote 9.")));
    QVERIFY(child<QLabel>("orderEnd")->isVisible());
    click("orderFirst");
    QCOMPARE(lanes->moment(), 0);
    QVERIFY(!child<QLabel>("orderEnd")->isVisible()); // nothing has come of it yet
    lanes->setFocus();
    QTest::keyClick(lanes, Qt::Key_Right);
    QTest::keyClick(lanes, Qt::Key_Down);
    QCOMPARE(lanes->moment(), 2);
    QTest::keyClick(lanes, Qt::Key_Left);
    QCOMPARE(lanes->moment(), 1);
    QTest::keyClick(lanes, Qt::Key_End);
    QCOMPARE(lanes->moment(), lanes->lines());
    QTest::keyClick(lanes, Qt::Key_Space);
    QCOMPARE(lanes->moment(), 0); // it plays from the start
    QTRY_VERIFY_WITH_TIMEOUT(lanes->moment() > 0, 10'000);
    click("orderSlowly");
    // Another way it can happen.
    auto *groups = child<QTableWidget>("orderGroups");
    const QString first = lanes->order()->schedule;
    groups->setCurrentCell(groups->rowCount() - 1, 0);
    QVERIFY(lanes->order()->schedule != first);
    QVERIFY(lanes->accessibleDescription().contains(QStringLiteral("reads")));
}

void TestInterleavePage::anOrderRunsAgainTheSame()
{
    show();
    switchOff("orderRowLock");
    click("orderEvery");
    finish();
    const QString schedule = page()->order()->schedule;
    for (int i = 0; i < 3; ++i) {
        click("orderAgain");
        finish();
        QCOMPARE(words("orderNote"), QStringLiteral("run again: the same"));
        QCOMPARE(page()->order()->schedule, schedule);
    }
    QVERIFY(words("orderAnswer").contains(QStringLiteral("90 of the 92")));
    click("orderScript");
    const QString script = QApplication::clipboard()->text();
    QVERIFY(script.startsWith(QStringLiteral("-- stampede.script/1")));
    QVERIFY(script.contains(schedule));
    QVERIFY(script.contains(QStringLiteral("-- session B")));
    click("orderPicture");
    QVERIFY(!QApplication::clipboard()->image().isNull());
}

void TestInterleavePage::theMatrixStopsAndOpensItsCells()
{
    show();
    click("orderAll");
    QTRY_VERIFY_WITH_TIMEOUT(words("orderRemark").startsWith(QStringLiteral("Cell 3 ")), 120'000);
    click("orderStop");
    finish();
    QVERIFY(words("orderAnswer").contains(QStringLiteral("It was stopped before the others.")));
    auto *cells = child<QTableWidget>("orderMatrix");
    QVERIFY(cells->isVisible());
    const QTableWidgetItem *shown = cells->item(1, 1);
    QVERIFY(shown != nullptr);
    QCOMPARE(shown->text(), QStringLiteral("✓ 0 of 10"));
    QTest::mouseClick(cells->viewport(), Qt::LeftButton, {}, cells->visualItemRect(shown).center());
    QVERIFY(words("orderAnswer").contains(QStringLiteral("none of the 10 schedules")));
    click("orderToMatrix");
    QVERIFY(cells->isVisible());
}

void TestInterleavePage::aFindingLeadsThere()
{
    QVERIFY(m_session->load(QStringLiteral("quiet-damage"), nullptr));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr && !m_session->isRunning(), 60'000);
    m_window->showPage(Page::Audit);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>("everyWay")->isVisible(), 10'000);
    click("everyWay");
    QCOMPARE(m_window->page(), Page::Interleavings);
    finish();
    QVERIFY2(words("orderAnswer").startsWith(QStringLiteral("Row lock off: this can go wrong")),
             qPrintable(words("orderAnswer")));
}

void TestInterleavePage::transactionsOfOnesOwn()
{
    show();
    page()->openTransactions(
        QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/transactions/f01-no-lock.transactions.json"));
    finish();
    QVERIFY2(page()->order() && page()->order()->isWrong(), qPrintable(words("orderAnswer")));
    // A choice among the service's own leads back to it.
    switchOff("orderUniqueKey");
    click("orderEvery");
    finish();
    QVERIFY(words("orderAnswer").startsWith(QStringLiteral("Unique key off")));
}

void TestInterleavePage::aFileThatIsNoneIsTold()
{
    show();
    const QString path = m_data.filePath(QStringLiteral("x.transactions.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ \"schema\": \"stampede.transactions/1\", \"steps\": 3 }");
    file.close();
    page()->openTransactions(path);
    QVERIFY(!page()->isBusy());
    QVERIFY(words("orderAnswer").startsWith(QStringLiteral("x.transactions.json cannot be used:")));
    QVERIFY(words("orderAnswer").contains(QStringLiteral("steps")));
    QVERIFY(!child<QPushButton>("orderAgain")->isEnabled());
}

} // namespace tst_interleave_page

STAMPEDE_TEST(tst_interleave_page::TestInterleavePage)
#include "tst_interleave_page.moc"
