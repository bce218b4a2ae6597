// SPDX-License-Identifier: MIT
// Proves the Runs page as a person uses it: every run appears, one opened is shown by all pages,
// which say so, and left again; runs are filtered, named, noted, made the baseline, compared,
// deleted and had back, with the mouse and with keys alone.

#include "archive/archive.h"
#include "record/run_record.h"
#include "support/test_database.h"
#include "test_program.h"
#include "ui/frame/main_window.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/session/session.h"
#include "ui/widgets/elided_label.h"
#include "visible_filter.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

namespace tst_runs {

using namespace stampede;
using test::TestDatabase;

namespace {

RunRecord keptRecord(int number)
{
    RunRecord record;
    record.id = QStringLiteral("ab%1").arg(number, 10, 16, QLatin1Char('0'));
    record.startedAt = QDateTime::currentDateTimeUtc().addDays(-number);
    record.scenario.name = QStringLiteral("Story %1").arg(number);
    record.verdict = number % 2 == 0 ? RunVerdict::Pass : RunVerdict::Aborted;
    record.audit.emplace();
    record.audit->verdict = AuditVerdict::Held;
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] = static_cast<std::uint64_t>(number) * 1000;
    std::vector<Operation> history(3);
    for (Operation &operation : history) {
        operation.returnedNs = 5'000'000;
        operation.outcome = Outcome::Issued;
    }
    record.timeline = buildTimeline(history, history.front().returnedNs, -1);
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    return record;
}

} // namespace

class TestRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyUntilTheFirstRun();
    void everyRunAppearsAndCanBeOpened();
    void runsAreFiltered();
    void runsAreSorted();
    void keysAlone();
    void deletedRunsCanBeHadBack();
    void everyChangeIsAStep();
    void deletedRunsAreGoneWhenTheProgramEnds();
    void whatAnotherProgramKeepsIsSeen();
    void thousandsAreChosenAtOnce();
    void strategyIsShown();
    void namesAndNotesStay();
    void baselineIsComparedWith();
    void severalRunsMakeChartsAndAReport();
    void troubleIsTold();

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
    void click(const char *button) const
    {
        QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("runs"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            all << cell(row, RunsModel::Title);
        }
        return all;
    }
    [[nodiscard]] QStringList chosenTitles() const
    {
        QStringList chosen;
        for (const QModelIndex &index : table()->selectionModel()->selectedRows()) {
            chosen << cell(index.row(), RunsModel::Title);
        }
        return chosen;
    }
    /// What a bar above the list says, or null.
    [[nodiscard]] QLabel *message() const;
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}, int column = RunsModel::When) const
    {
        const QModelIndex index = table()->model()->index(row, column);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers,
                          table()->visualRect(index).center());
    }
    void keep(std::initializer_list<int> numbers) const;
    void openWindow(const QString &url);
    void openWithRuns(std::initializer_list<int> numbers);
    void run(const char *protection, bool on);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestRuns::init()
{
    // All but what the platform without a screen says of itself.
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestRuns::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestRuns::keep(std::initializer_list<int> numbers) const
{
    const auto archive = Archive::open({m_folder->path()});
    QVERIFY(archive.ok());
    for (const int number : numbers) {
        QVERIFY(archive.value()->keep(keptRecord(number)).ok());
    }
}

void TestRuns::openWindow(const QString &url)
{
    m_session = std::make_unique<Session>(
        std::make_shared<DatabaseHost>(parseDatabaseUrl(url).value(), QStringList()));
    m_session->setArchive({m_folder->path()});
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Light);
    m_window->showPage(Page::Runs);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (QAbstractItemModel *model :
         {table()->model(),
          static_cast<QSortFilterProxyModel *>(table()->model())->sourceModel()}) {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal,
                                     model);
    }
}

void TestRuns::openWithRuns(std::initializer_list<int> numbers)
{
    keep(numbers);
    openWindow(QStringLiteral("managed:%1").arg(m_folder->filePath(QStringLiteral("servers"))));
    QTRY_COMPARE(table()->model()->rowCount(), static_cast<int>(numbers.size()));
}

void TestRuns::run(const char *protection, bool on)
{
    m_session->set(QLatin1String(protection), on);
    m_session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY2(!m_session->fault(),
             m_session->fault() ? qPrintable(m_session->fault()->message) : "");
    m_window->showPage(Page::Runs);
}

void TestRuns::emptyUntilTheFirstRun()
{
    openWithRuns({});
    QVERIFY(!table()->isVisible());
    const auto labels = m_window->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() &&
               label->text() == QStringLiteral("Every run is kept here until you delete it.");
    }));
}

void TestRuns::everyRunAppearsAndCanBeOpened()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    openWindow(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    const char *key = "service.layers.uniqueKey";
    run(key, true);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    const QString first = m_session->record()->id;
    const std::size_t operations = m_session->record()->history->size();
    run(key, false);
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(table()->isVisible());
    QCOMPARE(cell(0, RunsModel::Protections), QStringLiteral("▣▣▢"));
    QCOMPARE(cell(1, RunsModel::Protections), QStringLiteral("▣▣▣"));
    QCOMPARE(cell(1, RunsModel::Issued), QStringLiteral("100"));
    QCOMPARE(cell(1, RunsModel::AlreadyIssued), QStringLiteral("996"));
    QVERIFY(cell(1, RunsModel::When).endsWith(QStringLiteral("today")));

    clickRow(0);
    clickRow(1, Qt::ControlModifier);
    auto *comparison = child<QTableWidget>("compareTable");
    QTRY_VERIFY(comparison->isVisible());
    QCOMPARE(comparison->item(0, 0)->text(), QStringLiteral("Unique key"));
    QCOMPARE(comparison->item(0, 3)->text(), QStringLiteral("the only difference"));

    // The older one, on every page, which say so; and back.
    QVERIFY(!m_session->showsOpened());
    clickRow(1);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {},
                       table()->visualRect(table()->model()->index(1, 1)).center());
    QTRY_VERIFY(m_session->showsOpened());
    QCOMPARE(m_session->record()->id, first);
    QCOMPARE(m_session->record()->history->size(), operations);
    QVERIFY(child<ElidedLabel>("stripSentence")
                ->whole()
                .startsWith(QStringLiteral("You are looking at the run of ")));
    auto *back = child<QPushButton>("backToLatest");
    QVERIFY(back->isVisible());
    m_window->showPage(Page::Audit);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!m_session->showsOpened());
    QVERIFY(m_session->record()->id != first);
    QVERIFY(!back->isVisible());

    // The latest opened from here is no run of earlier.
    m_window->showPage(Page::Runs);
    clickRow(0);
    click("openRun");
    clickRow(1);
    click("openRun");
    QTRY_VERIFY(m_session->showsOpened());
}

void TestRuns::runsAreFiltered()
{
    openWithRuns({1, 2, 3, 20, 40});
    QTRY_VERIFY(child<QLabel>("runCount")->text().startsWith(QStringLiteral("5 runs, ")));
    QVERIFY(child<QLabel>("runCount")->text().endsWith(QStringLiteral(" of 2 GB")));
    QTest::keyClicks(test::visibleFilter(*m_window), QStringLiteral("story 2"));
    QCOMPARE(titles(), QStringList({QStringLiteral("Story 2"), QStringLiteral("Story 20")}));
    QVERIFY(child<QLabel>("runCount")->text().startsWith(QStringLiteral("2 of 5 runs, ")));
    test::visibleFilter(*m_window)->setText(QStringLiteral("AB0000000003"));
    QCOMPARE(titles(), QStringList({QStringLiteral("Story 3")}));
    test::visibleFilter(*m_window)->clear();
    child<QComboBox>("verdictFilter")->setCurrentIndex(1); // held
    QCOMPARE(titles().size(), 3);
    child<QComboBox>("periodFilter")->setCurrentIndex(2); // this week
    QCOMPARE(titles(), QStringList({QStringLiteral("Story 2")}));
}

void TestRuns::runsAreSorted()
{
    openWithRuns({1, 2, 12});
    QCOMPARE(titles(), QStringList({QStringLiteral("Story 1"), QStringLiteral("Story 2"),
                                    QStringLiteral("Story 12")}));
    table()->sortByColumn(RunsModel::Issued, Qt::DescendingOrder); // as figures, not as words
    QCOMPARE(cell(0, RunsModel::Issued), QStringLiteral("12,000"));
    QCOMPARE(cell(2, RunsModel::Issued), QStringLiteral("1,000"));
}

void TestRuns::keysAlone()
{
    openWithRuns({1, 2, 3});
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down); // the first row is where the focus comes in
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_VERIFY(m_session->showsOpened());
    QCOMPARE(m_session->record()->scenario.name, QStringLiteral("Story 2"));
    QTest::keyClick(table(), Qt::Key_F2);
    QCOMPARE(QApplication::focusWidget(), child<QLineEdit>("runName"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(titles().size(), 2);
}

QLabel *TestRuns::message() const
{
    const auto bars = m_window->findChildren<QLabel *>(QStringLiteral("messageSentence"));
    const auto bar = std::find_if(bars.begin(), bars.end(),
                                  [](const QLabel *label) { return label->isVisible(); });
    return bar == bars.end() ? nullptr : *bar;
}

void TestRuns::deletedRunsCanBeHadBack()
{
    openWithRuns({1, 2, 3});
    clickRow(0);
    clickRow(2, Qt::ControlModifier);
    click("deleteRuns");
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Story 2")}));
    QVERIFY(message() != nullptr);
    QCOMPARE(message()->text(), QStringLiteral("2 runs deleted. They can be brought back until you "
                                               "leave Stampede."));
    for (auto *button : message()->parentWidget()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Undo")) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QTRY_COMPARE(titles().size(), 3);
    QVERIFY(message() == nullptr);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 2); // one sees what came back
}

void TestRuns::everyChangeIsAStep()
{
    openWithRuns({1, 2, 3});
    const QStringList all = titles();
    clickRow(1);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(titles().size(), 2);
    QCOMPARE(table()->currentIndex().row(), 1); // the one that took its place
    clickRow(0);
    QTest::keyClick(table(), Qt::Key_Delete);
    QTRY_COMPARE(titles().size(), 1);
    QCOMPARE(message()->text().section(QLatin1Char('.'), 0, 0), QStringLiteral("1 run deleted"));
    clickRow(0, {}, RunsModel::Baseline);
    QTRY_COMPARE(cell(0, RunsModel::Baseline), QStringLiteral("★"));
    clickRow(0);
    QTest::keyClick(table(), Qt::Key_F2);
    QTest::keyClicks(child<QLineEdit>("runName"), QStringLiteral("Mine"));
    QTest::keyClick(child<QLineEdit>("runName"), Qt::Key_Return);
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Mine")}));
    table()->setFocus();

    const auto undo = [this] { QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier); };
    undo();
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Story 3")}));
    undo();
    QTRY_COMPARE(cell(0, RunsModel::Baseline), QStringLiteral("☆"));
    undo();
    QTRY_COMPARE(titles().size(), 2);
    undo();
    QTRY_COMPARE(titles(), all);
    QVERIFY(message() == nullptr);
    undo(); // nothing is left to take back
    QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(titles().size(), 2);
}

void TestRuns::deletedRunsAreGoneWhenTheProgramEnds()
{
    openWithRuns({1, 2, 3});
    clickRow(0);
    click("deleteRuns");
    QTRY_COMPARE(titles().size(), 2);
    // A window that is made anew, as for another language, is the same program.
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->showPage(Page::Runs);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(message() != nullptr);
    QTRY_COMPARE(titles().size(), 2);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(titles().size(), 3);
    clickRow(0);
    click("deleteRuns");
    QTRY_COMPARE(titles().size(), 2);
    m_window.reset();
    m_session.reset();
    const auto archive = Archive::open({m_folder->path()});
    QVERIFY(archive.value()->restore({keptRecord(1).id}).ok());
    QCOMPARE(archive.value()->list().value().size(), 2);
}

void TestRuns::whatAnotherProgramKeepsIsSeen()
{
    for (int number = 10; number < 60; ++number) {
        keep({number});
    }
    openWindow(QStringLiteral("managed:%1").arg(m_folder->filePath(QStringLiteral("servers"))));
    QTRY_COMPARE(titles().size(), 50);
    clickRow(4);
    table()->verticalScrollBar()->setValue(20);
    keep({1}); // comes first on the list
    QTRY_COMPARE(titles().size(), 51);
    QCOMPARE(titles().constFirst(), QStringLiteral("Story 1"));
    QCOMPARE(table()->verticalScrollBar()->value(), 21); // the same runs are in view
    QCOMPARE(chosenTitles(), QStringList({QStringLiteral("Story 14")}));
    QCOMPARE(table()->currentIndex().row(), 5);
    table()->verticalScrollBar()->setValue(0);
    QTest::keyClicks(test::visibleFilter(*m_window), QStringLiteral("story 2"));
    QCOMPARE(titles().size(), 14); // wherever there is a 2
    keep({2, 3});
    QTRY_COMPARE(titles().size(), 15);
    QCOMPARE(titles().constFirst(), QStringLiteral("Story 2"));
    QCOMPARE(table()->verticalScrollBar()->value(), 0);
    // A file of the same name in its place.
    const auto path = QDir(m_folder->path()).filePath(QStringLiteral("runs.sqlite"));
    QVERIFY(QFile::rename(path, path + QStringLiteral(".aside")));
    keep({20, 21});
    QTRY_COMPARE(titles(), QStringList({QStringLiteral("Story 20"), QStringLiteral("Story 21")}));
    keep({22});
    QTRY_COMPARE(titles().size(), 3);
}

void TestRuns::thousandsAreChosenAtOnce()
{
    constexpr int kRuns = 10'000;
    openWithRuns({1});
    QList<RunSummary> many;
    for (int i = 0; i < kRuns; ++i) {
        RunSummary run;
        run.id = QStringLiteral("ab%1").arg(i, 10, 16, QLatin1Char('0'));
        run.startedAt = QDateTime::currentDateTimeUtc().addSecs(-i);
        run.scenario = QStringLiteral("Story %1").arg(i % 7);
        many.append(run);
    }
    Q_EMIT m_session->archive()->listed(many, ArchiveSize{kRuns, 1, 2});
    QCOMPARE(table()->model()->rowCount(), kRuns);
    table()->setFocus();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    qInfo("%d runs chosen in %lld ms", kRuns, timer.elapsed());
    const auto chosen = [this] { return table()->selectionModel()->selectedRows().size(); };
    QCOMPARE(chosen(), kRuns);
    QCOMPARE(child<QLabel>("compareHint")->text(),
             QStringLiteral("At most 6 runs are compared at once."));
    timer.restart();
    Q_EMIT m_session->archive()->listed(many, ArchiveSize{kRuns, 1, 2}); // they stay chosen
    qInfo("and again in %lld ms", timer.elapsed());
    QCOMPARE(chosen(), kRuns);
    many.removeAt(5000);
    Q_EMIT m_session->archive()->listed(many, ArchiveSize{kRuns - 1, 1, 2});
    QCOMPARE(chosen(), kRuns - 1);
}

void TestRuns::strategyIsShown()
{
    const auto archive = Archive::open({m_folder->path()});
    RunRecord grouped = keptRecord(1);
    grouped.scenario.service.strategy = StrategyKind::Grouped;
    RunRecord locked = keptRecord(2);
    locked.scenario.service.layers.rowLock = false;
    QVERIFY(archive.value()->keep(grouped).ok());
    QVERIFY(archive.value()->keep(locked).ok());
    openWindow(QStringLiteral("managed:%1").arg(m_folder->filePath(QStringLiteral("servers"))));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, RunsModel::Strategy), QStringLiteral("Grouped"));
    QCOMPARE(cell(0, RunsModel::Protections), QStringLiteral("–"));
    QCOMPARE(cell(1, RunsModel::Strategy), QStringLiteral("Row lock"));
    QCOMPARE(cell(1, RunsModel::Protections), QStringLiteral("▢▣▣"));
}

void TestRuns::namesAndNotesStay()
{
    openWithRuns({1, 2});
    clickRow(0);
    child<QTabWidget>("runTabs")->setCurrentIndex(1);
    QTest::keyClicks(child<QLineEdit>("runName"), QStringLiteral("Before the fix"));
    QTest::keyClick(child<QLineEdit>("runName"), Qt::Key_Return);
    QTRY_COMPARE(titles().constFirst(), QStringLiteral("Before the fix"));
    QTest::keyClicks(child<QPlainTextEdit>("runNote"), QStringLiteral("slow disk"));
    clickRow(1); // told when another run is chosen
    QVERIFY(child<QPlainTextEdit>("runNote")->toPlainText().isEmpty());
    const auto noted = [this] {
        const auto archive = Archive::open({m_folder->path()});
        return archive.value()->list().value().constFirst().note;
    };
    QTRY_COMPARE(noted(), QStringLiteral("slow disk"));
    clickRow(0);
    QTRY_COMPARE(child<QPlainTextEdit>("runNote")->toPlainText(), QStringLiteral("slow disk"));
    QCOMPARE(child<QLineEdit>("runName")->text(), QStringLiteral("Before the fix"));
}

void TestRuns::baselineIsComparedWith()
{
    openWithRuns({1, 2, 3, 4, 5, 6, 7});
    clickRow(0);
    QCOMPARE(child<QLabel>("compareHint")->text(),
             QStringLiteral("Choose a second run (Ctrl+click), or set a baseline."));
    clickRow(2, {}, RunsModel::Baseline);
    QTRY_COMPARE(cell(2, RunsModel::Baseline), QStringLiteral("★"));
    clickRow(0);
    auto *comparison = child<QTableWidget>("compareTable");
    QTRY_VERIFY(comparison->isVisible());
    QVERIFY(comparison->horizontalHeaderItem(1)->text().startsWith(QStringLiteral("★ Story 3")));
    QCOMPARE(child<QTabWidget>("runTabs")->tabText(0), QStringLiteral("Compare 2"));
    table()->selectAll();
    QCOMPARE(child<QLabel>("compareHint")->text(),
             QStringLiteral("At most 6 runs are compared at once."));
    clickRow(2);
    click("setBaseline"); // no baseline any more
    QTRY_COMPARE(cell(2, RunsModel::Baseline), QStringLiteral("☆"));
}

void TestRuns::severalRunsMakeChartsAndAReport()
{
    openWithRuns({1, 2, 3});
    QVERIFY(!child<QPushButton>("reportRuns")->isVisible());
    table()->selectAll();
    QTRY_COMPARE(m_window->findChildren<QWidget *>(QStringLiteral("overlaidChart")).size(), 4);
    auto *tabs = child<QTabWidget>("runTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("overlaidChart"))->isVisible());
    QCOMPARE(child<QPushButton>("reportRuns")->text(), QStringLiteral("Report over 3 runs"));
    click("reportRuns");
    auto *page = child<QLabel>("reportPageNumber");
    QTRY_VERIFY(page->isVisible());
    // A cover, at least one of what sets them apart, and page one of each.
    QTRY_VERIFY2(page->text().section(QLatin1Char(' '), -1).toInt() >= 5, qPrintable(page->text()));
}

void TestRuns::troubleIsTold()
{
    QFile file(m_folder->filePath(QStringLiteral("runs.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9'000, 'x'));
    file.close();
    openWindow(QStringLiteral("managed:%1").arg(m_folder->filePath(QStringLiteral("servers"))));
    const auto said = [this] {
        for (auto *label : m_window->findChildren<QLabel *>(QStringLiteral("messageSentence"))) {
            if (label->isVisible()) {
                return label->text();
            }
        }
        return QString();
    };
    QTRY_VERIFY(said().startsWith(QStringLiteral("The archive could not be read (")));
    QVERIFY(said().endsWith(QStringLiteral("0 runs could be saved.")));
}

} // namespace tst_runs

STAMPEDE_TEST(tst_runs::TestRuns)
#include "tst_runs.moc"
