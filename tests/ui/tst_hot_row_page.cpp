// SPDX-License-Identifier: MIT
// Proves the picture of the hot row: from a run without the row lock to the two who wrote over each
// other, by clicking and typing as a person would; and that a large history costs no more painting.

#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/hot_row/race_panel.h"
#include "ui/hot_row/row_chart.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

namespace tst_hot_row_page {

using namespace stampede;
using test::TestDatabase;

namespace {

constexpr int kSeen = 20'000'000; ///< ns between two requests of a made-up history

/// `count` people, each of whom has the row for one part after the one before.
std::shared_ptr<RunRecord> madeUpRecord(int count, bool seen)
{
    auto history = std::make_shared<std::vector<Operation>>();
    for (int i = 0; i < count; ++i) {
        Operation operation;
        operation.user = i + 1;
        operation.request = static_cast<std::uint32_t>(i);
        operation.invokedNs = std::int64_t{i} * kSeen;
        operation.returnedNs = operation.invokedNs + 2 * kSeen;
        operation.outcome = Outcome::Issued;
        operation.rowId = i + 1;
        if (seen) {
            operation.lockedUs = kSeen / 1000;
            operation.wroteUs = kSeen / 1000 + 5'000;
            operation.committedUs = kSeen / 1000 + 9'000;
            operation.stockRead = count - i;
        }
        history->push_back(operation);
    }
    auto record = std::make_shared<RunRecord>();
    record->id = QStringLiteral("0123456789ab");
    record->scenario.coupon.stock = count;
    record->outcomes.byOutcome[indexOf(Outcome::Issued)] = static_cast<std::uint64_t>(count);
    if (seen) {
        record->hotRow = HotRow();
    } else {
        record->scenario.target.kind = TargetKind::Http;
    }
    record->history = history;
    return record;
}

} // namespace

class TestHotRowPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void raceFromFindingToPicture();
    void queueWithTheLock();
    void largeHistoryPaintsWhatIsSeen();
    void serviceOfSomebodyElse();
    void nothingYet();

private:
    void open(const QString &preset, bool rowLock);
    template<typename Widget>
    static Widget *child(const QWidget &in, const char *name)
    {
        auto *found = in.findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        return child<Widget>(*m_window, name);
    }
    QString sentence() const { return child<QLabel>("raceSentence")->text(); }
    /// What a column of the panel's table says, line by line, without empty cells.
    QStringList cells(int column) const;
    std::unique_ptr<Session> emptySession() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

std::unique_ptr<Session> TestHotRowPage::emptySession() const
{
    const auto url = parseDatabaseUrl(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m"));
    return std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
}

void TestHotRowPage::open(const QString &preset, bool rowLock)
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    m_window.reset();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(preset, nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Light);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    if (!rowLock) {
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    }
    QTest::mouseClick(child<QPushButton>("runButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->record() != nullptr, 60'000);
}

QStringList TestHotRowPage::cells(int column) const
{
    const QAbstractItemModel *model = child<QTableView>("raceTable")->model();
    QStringList found;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString cell = model->index(row, column).data().toString();
        if (!cell.isEmpty()) {
            found << cell;
        }
    }
    return found;
}

void TestHotRowPage::raceFromFindingToPicture()
{
    open(QStringLiteral("latch-100-vs-10"), false);
    const auto record = m_session->record();
    QVERIFY(record->hotRow->firstRace.has_value());
    const RacePair &race = *record->hotRow->firstRace;
    auto *button = child<QPushButton>("showMeTheRace");
    QTRY_VERIFY(button->isVisible()); // the page turned to the audit
    QCOMPARE(button->text(), QStringLiteral("Show me the race"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *panel = child<QWidget>("racePanel");
    QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), 20'000);
    QVERIFY(child<QLabel>("raceTitle")->text().startsWith(QStringLiteral("THE RACE (1 of ")));
    QCOMPARE(sentence(), QStringLiteral("Both read %1. Both wrote %2. Two coupons went, the stock "
                                        "fell by one.")
                             .arg(race.valueRead)
                             .arg(race.valueWritten));
    QAbstractItemModel *model = child<QTableView>("raceTable")->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto header = [model](int column) {
        return model->headerData(column, Qt::Horizontal).toString();
    };
    QCOMPARE(header(RaceModel::FirstSql), QStringLiteral("user %1").arg(race.first.user));
    QCOMPARE(header(RaceModel::SecondSql), QStringLiteral("user %1").arg(race.second.user));
    for (const int column : {RaceModel::FirstSql, RaceModel::SecondSql}) {
        const QStringList statements = cells(column);
        QCOMPARE(statements.size(), 3);
        QVERIFY(statements[0].startsWith(QStringLiteral("SELECT quantity")));
        QCOMPARE(statements[1], QStringLiteral("UPDATE … quantity = %1").arg(race.valueWritten));
        QCOMPARE(statements[2], QStringLiteral("COMMIT"));
    }
    QCOMPARE(cells(RaceModel::FirstRemark).constFirst(),
             QStringLiteral("→ %1").arg(race.valueRead));

    auto *chart = child<RowChart>("rowChart");
    for (const std::uint32_t bar : {chart->current(), chart->other()}) { // both are to be seen
        const QRect row = chart->rowRect(bar);
        QVERIFY(!row.isEmpty());
        QVERIFY2(row.top() >= 0 && row.bottom() < chart->viewport()->height(),
                 qPrintable(QStringLiteral("%1 to %2 of %3")
                                .arg(row.top())
                                .arg(row.bottom())
                                .arg(chart->viewport()->height())));
    }

    QApplication::clipboard()->clear();
    QTest::mouseClick(child<QAbstractButton>("copyRace"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(1600, 900));

    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QCOMPARE(chart->shownRows(), 100);
    QTest::keyClick(chart, Qt::Key_N);
    QVERIFY(panel->isVisible());
    const std::uint32_t first = chart->current();
    QVERIFY(chart->scene()->bars[first].finding);
    QTest::keyClick(chart, Qt::Key_N);
    QVERIFY(chart->current() > first);
    QVERIFY(chart->scene()->bars[chart->current()].finding);
    QTest::keyClick(chart, Qt::Key_P);
    QCOMPARE(chart->current(), first);

    auto *show = child<QComboBox>("rowShow");
    QTest::keyClick(show, Qt::Key_Home);
    const int all = chart->shownRows();
    QCOMPARE(all, 100);
    show->setCurrentIndex(static_cast<int>(RowShow::Findings));
    QVERIFY(chart->shownRows() > 0);
    QVERIFY(chart->shownRows() <= all);
    QTest::keyClick(show, Qt::Key_Home);
    QTest::keyClicks(child<QLineEdit>("rowPerson"), QStringLiteral("17"));
    QCOMPARE(chart->shownRows(), 1);
    child<QLineEdit>("rowPerson")->clear();
    QCOMPARE(chart->shownRows(), all);

    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!panel->isVisible());
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(chart->current(), 0U);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->current(), 1U);
    QTest::keyClick(chart, Qt::Key_Return);
    QVERIFY(panel->isVisible());
}

void TestHotRowPage::queueWithTheLock()
{
    open(QStringLiteral("latch-100-vs-10"), true);
    m_window->showPage(Page::HotRow);
    auto *chart = child<RowChart>("rowChart");
    QTRY_VERIFY_WITH_TIMEOUT(chart->scene() != nullptr, 20'000);
    QVERIFY(chart->scene()->pairs.empty());
    QCOMPARE(chart->shownRows(), 100);
    QTRY_VERIFY(chart->verticalScrollBar()->isVisible()); // there are more rows than the page shows
    auto *show = child<QComboBox>("rowShow");
    show->setFocus();
    QTest::keyClick(show, Qt::Key_End); // findings
    QCOMPARE(chart->shownRows(), 0);
    QTest::keyClick(show, Qt::Key_Home);
    QTest::keyClick(show, Qt::Key_Down); // who waited
    QVERIFY(chart->shownRows() > 50);
    // Somebody who waited is shown with whom they waited for.
    chart->verticalScrollBar()->setValue(0);
    std::uint32_t waiting = 0;
    while (chart->rowRect(waiting).isEmpty()) {
        ++waiting;
    }
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->rowRect(waiting).center());
    QCOMPARE(chart->current(), waiting);
    QVERIFY2(chart->describe(waiting).contains(QStringLiteral(" waited ")),
             qPrintable(chart->describe(waiting)));
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("racePanel")->isVisible());
    QCOMPARE(child<QLabel>("raceTitle")->text(), QStringLiteral("TWO TRANSACTIONS"));
    QVERIFY2(sentence().contains(QStringLiteral(" waited ")), qPrintable(sentence()));
    // To whoever had the row before and back.
    const std::uint32_t here = chart->current();
    QTest::keyClick(chart, Qt::Key_Left);
    QVERIFY(chart->current() != here);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->current(), here);
    m_window.reset();
    m_session.reset();
}

void TestHotRowPage::largeHistoryPaintsWhatIsSeen()
{
    const auto session = emptySession();
    Replay replay(*session);
    HotRowPage page(*session, replay);
    page.resize(1196, 628);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    session->open(madeUpRecord(100'000, true));
    RowChart *chart = page.chart();
    QVERIFY(chart->scene() == nullptr); // it is made elsewhere
    QTRY_VERIFY_WITH_TIMEOUT(chart->scene() != nullptr, 60'000);
    QTRY_VERIFY(chart->rowsPainted() > 0);
    QVERIFY(chart->rowsPainted() < 60);
    QCOMPARE(child<QLabel>(page, "rowNote")->text(),
             QStringLiteral("Details were kept for the first 20,000 and the last 20,000 of 100,000 "
                            "requests."));
    QCOMPARE(chart->shownRows(), 40'000);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->scene()->bars[chart->current()].user, 100'000);
    QVERIFY(!chart->rowRect(chart->current()).isEmpty());
    QVERIFY(chart->viewport()->rect().contains(chart->rowRect(chart->current()).center()));
    QTest::mouseClick(child<QAbstractButton>(page, "rowFit"), Qt::LeftButton);
    QCOMPARE(chart->fromNs(), 0);
    QVERIFY(chart->toNs() >= chart->scene()->lengthNs);
    const std::int64_t whole = chart->toNs();
    QTest::mouseClick(child<QAbstractButton>(page, "rowNearer"), Qt::LeftButton);
    QVERIFY(chart->toNs() - chart->fromNs() < whole);
    // What comes later than the replay stands is not drawn, and costs nothing.
    replay.seek(replay.lengthNs() / 2);
    QCoreApplication::processEvents();
    QVERIFY(chart->rowsPainted() < 400);
}

void TestHotRowPage::serviceOfSomebodyElse()
{
    const auto session = emptySession();
    Replay replay(*session);
    HotRowPage page(*session, replay);
    page.resize(1196, 628);
    page.show();
    session->open(madeUpRecord(40, false));
    QTRY_VERIFY(page.chart()->scene() != nullptr);
    auto *note = child<QLabel>(page, "rowNote");
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(),
             QStringLiteral("The inside of this service cannot be seen from here. What is known: "
                            "when each person asked and was answered."));
    QCOMPARE(page.chart()->shownRows(), 40);
    QVERIFY(page.picture().isNull());
}

void TestHotRowPage::nothingYet()
{
    const auto session = emptySession();
    Replay replay(*session);
    HotRowPage page(*session, replay);
    page.show();
    QVERIFY(child<QPushButton>(page, "hotRowRun")->isVisible());
    QVERIFY(!page.chart()->isVisible());
    page.showRace(0); // nothing to show is no mistake
    page.showFinding(QStringLiteral("stock-adds-up"), -1);
    QVERIFY(page.picture().isNull());
}

} // namespace tst_hot_row_page

STAMPEDE_TEST(tst_hot_row_page::TestHotRowPage)
#include "tst_hot_row_page.moc"
