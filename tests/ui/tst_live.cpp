// SPDX-License-Identifier: MIT
// Proves the page of a run by clicking and typing as a person would: from a preset through its run
// to the figures beside what must come out, its replay and everything that follows it, the tables
// at the foot of the page, and what can be taken away from it.

#include "test_program.h"
#include "ui/charts/barcode.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/run_chart.h"
#include "ui/live/answer_model.h"
#include "ui/live/live_tiles.h"
#include "ui/live/request_model.h"
#include "ui/live/tile.h"
#include "ui/widgets/elided_label.h"
#include "visible_filter.h"
#include "window_test.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace tst_live {

using namespace stampede;

class TestLive : public test::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figuresBesideWhatMustComeOut();
    void aLongFigureIsSmallerNotCut();
    void replayPlaysAndEverythingFollows();
    void scrubberAndSteps();
    void aTileSaysWhichBoundIsMissed_data();
    void aTileSaysWhichBoundIsMissed();
    void aTileFiltersAndDims();
    void requestsAreFilteredSortedAndCopied();
    void answersByCode();
    void logOfTheService();
    void barcodeOfAShortRun();
    void zoomAndLegendOnThePage();
    void latencyOfBothKinds();
    void aDotOpensItsRequest();
    void manyAnswersAreCountedByShade();
    void damageIsSeen();
    void otherChartsAreChosen();
    void narrowWindowHasTabs();
    void resizedDuringARun();

private:
    QString tile(const char *name, const char *part = "figure") const
    {
        return wordsOf(child<QWidget>(name)->findChild<QLabel *>(QLatin1String(part)));
    }
    QString cell(const char *table, int row, int column) const
    {
        return child<QTableView>(table)->model()->index(row, column).data().toString();
    }
    int rows(const char *table) const { return child<QTableView>(table)->model()->rowCount(); }
    /// Runs that preset to its end and shows the page.
    void run(const char *preset);
};

void TestLive::initTestCase() {}

void TestLive::run(const char *preset)
{
    QVERIFY(m_session->load(QLatin1String(preset), nullptr));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning() && m_session->record() != nullptr, 60'000);
    m_window->showPage(Page::Live);
}

void TestLive::figuresBesideWhatMustComeOut()
{
    run("hundred-users");
    QCOMPARE(tile("tileIssued"), QStringLiteral("100"));
    QCOMPARE(tile("tileIssued", "below"), QStringLiteral("of 100 ✓"));
    QCOMPARE(tile("tileAlreadyIssued"), QStringLiteral("996"));
    QCOMPARE(tile("tileLeft"), QStringLiteral("100"));
    QVERIFY(!child<QWidget>("tileNoAnswer")->isVisible());
    QVERIFY(!child<QWidget>("tileNotRecognised")->isVisible());
    QVERIFY(child<QWidget>("tileAlreadyIssued")
                ->toolTip()
                .contains(QStringLiteral("No error; whether it is right, the audit says.")));
    QVERIFY(child<ElidedLabel>("loadTesterSentence")
                ->whole()
                .contains(QStringLiteral("90.9 % failed")));
    QVERIFY(child<QLabel>("databaseFigures")->text().contains(QStringLiteral("waits for locks")));
    QTRY_VERIFY(child<QLabel>("timeShares")->isVisible());
    QVERIFY(child<RunChart>("storyChart")
                ->accessibleDescription()
                .startsWith(QStringLiteral("Issued rises to 100 at ")));
    QVERIFY(child<QLabel>("remark") != nullptr);
    QVERIFY(child<ChartCard>("answersCard")
                ->findChild<QLabel *>(QStringLiteral("remark"))
                ->text()
                .startsWith(QStringLiteral("per ")));
}

void TestLive::aLongFigureIsSmallerNotCut()
{
    Tile tile(QString(), QStringLiteral("p95 issued"));
    tile.show(QStringLiteral("11,162 ms"), QStringLiteral("service time"));
    tile.resize(122, 72);
    tile.QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(&tile));
    const auto *figure = tile.findChild<QLabel *>(QStringLiteral("figure"));
    QVERIFY(figure != nullptr);
    const auto widthIn = [&](const QFont &font) {
        return QFontMetricsF(font).horizontalAdvance(figure->text());
    };
    QVERIFY(widthIn(figure->font()) > figure->width()); // else there is nothing to prove
    const QFont shown = fittingFont(figure->font(), figure->text(), figure->width());
    QVERIFY2(widthIn(shown) <= figure->width(), qPrintable(QString::number(widthIn(shown))));
    // Its end has no ink: nothing is cut off there.
    const QImage image = tile.grab(figure->geometry()).toImage();
    for (int y = 1; y < image.height(); ++y) {
        QCOMPARE(image.pixelColor(image.width() - 1, y), image.pixelColor(image.width() - 1, 0));
    }
}

void TestLive::replayPlaysAndEverythingFollows()
{
    run("hundred-users");
    click("drawerRequests");
    QCOMPARE(rows("requestTable"), 1096);
    auto *scrubber = child<QSlider>("replayScrubber");
    QCOMPARE(scrubber->value(), scrubber->maximum());
    click("replayToStart");
    QCOMPARE(scrubber->value(), 0);
    QCOMPARE(child<QLabel>("replayTime")->text(), QStringLiteral("0.000 s"));
    QTRY_COMPARE(tile("tileIssued"), QStringLiteral("0"));
    QCOMPARE(tile("tileIssued", "below"), QStringLiteral("of 100")); // nothing is judged half-way
    QTRY_VERIFY(rows("requestTable") < 1096);
    child<QComboBox>("replaySlowness")->setCurrentText(QStringLiteral("1/1"));
    Q_EMIT child<QComboBox>("replaySlowness")->activated(0);
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QCOMPARE(child<QToolButton>("replayPlay")->text(), QStringLiteral("Hold"));
    QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>("replayPlay")->text(), QStringLiteral("Replay"),
                              60'000);
    QCOMPARE(scrubber->value(), scrubber->maximum());
    QCOMPARE(tile("tileIssued", "below"), QStringLiteral("of 100 ✓"));
    QTRY_COMPARE(rows("requestTable"), 1096);
    for (const char *chart : {"storyChart", "answersChart", "latencyChart"}) {
        QVERIFY2(!child<RunChart>(chart)->position(), chart); // at the end no line stands
    }
}

void TestLive::scrubberAndSteps()
{
    run("hundred-users");
    auto *scrubber = child<QSlider>("replayScrubber");
    QTest::mouseClick(scrubber, Qt::LeftButton, {}, QPoint(scrubber->width() / 2, 14));
    QVERIFY(qAbs(scrubber->value() - scrubber->maximum() / 2) < scrubber->maximum() / 20);
    const QString half = child<QLabel>("replayTime")->text();
    QTest::keyClick(m_window.get(), Qt::Key_Period);
    QVERIFY(child<QLabel>("replayTime")->text() > half);
    QTest::keyClick(m_window.get(), Qt::Key_Comma);
    QCOMPARE(child<QLabel>("replayTime")->text(), half);
    click("replayClock");
    QVERIFY(QRegularExpression(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3}$"))
                .match(child<QLabel>("replayTime")->text())
                .hasMatch());
    QVERIFY(child<RunChart>("storyChart")->content().clock.has_value());
    click("replayElapsed");
    QCOMPARE(child<QLabel>("replayTime")->text(), half);
}

void TestLive::aTileSaysWhichBoundIsMissed_data()
{
    QTest::addColumn<qint64>("issued");
    QTest::addColumn<bool>("endedEarly");
    QTest::addColumn<qint64>("least");
    QTest::addColumn<QString>("words");
    QTest::newRow("as predicted") << qint64{100} << false << qint64{100}
                                  << QStringLiteral("of 100 ✓");
    QTest::newRow("too many") << qint64{1'101} << false << qint64{100}
                              << QStringLiteral("901 too many");
    QTest::newRow("too few") << qint64{9} << false << qint64{10} << QStringLiteral("fewer than 10");
    QTest::newRow("within wide bounds")
        << qint64{50} << false << qint64{10} << QStringLiteral("of 10 to 100");
    QTest::newRow("ended early") << qint64{9} << true << qint64{10}
                                 << QStringLiteral("of 10 to 100");
}

void TestLive::aTileSaysWhichBoundIsMissed()
{
    QFETCH(const qint64, issued);
    QFETCH(const bool, endedEarly);
    QFETCH(const qint64, least);
    auto record = std::make_shared<RunRecord>();
    record->prediction.issued = {least, 100};
    record->endedEarly = endedEarly;
    record->outcomes.byOutcome[indexOf(Outcome::Issued)] = static_cast<std::uint64_t>(issued);
    LiveTiles tiles;
    tiles.begin(record->scenario, record->prediction);
    tiles.show(record);
    const auto *tile = tiles.findChild<QWidget *>(QStringLiteral("tileIssued"));
    QVERIFY(tile != nullptr);
    QTEST(tile->findChild<ElidedLabel *>(QStringLiteral("below"))->whole(), "words");
}

void TestLive::aTileFiltersAndDims()
{
    run("hundred-users");
    click("drawerRequests");
    QTest::mouseClick(child<QWidget>("tileIssued"), Qt::LeftButton);
    QCOMPARE(rows("requestTable"), 100);
    QVERIFY(child<QToolButton>("drawerRequests")->text().contains(QStringLiteral("100 of 1,096")));
    const ChartContent &answers = child<RunChart>("answersChart")->content();
    QVERIFY(!answers.layers[0].dimmed);
    QVERIFY(answers.layers[1].dimmed);
    QTest::mouseClick(child<QWidget>("tileIssued"), Qt::LeftButton);
    QCOMPARE(rows("requestTable"), 1096);
    QVERIFY(!answers.layers[1].dimmed);
    child<QWidget>("tileAlreadyIssued")->setFocus();
    QTest::keyClick(child<QWidget>("tileAlreadyIssued"), Qt::Key_Return);
    QCOMPARE(rows("requestTable"), 996);
}

void TestLive::requestsAreFilteredSortedAndCopied()
{
    run("hundred-users");
    click("drawerRequests");
    auto *table = child<QTableView>("requestTable");
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = test::visibleFilter(*m_window);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("already"));
    QCOMPARE(rows("requestTable"), 996);
    filter->selectAll();
    QTest::keyClicks(filter, cell("requestTable", 0, RequestModel::User));
    QVERIFY(rows("requestTable") > 0 && rows("requestTable") < 200);
    filter->clear();
    table->sortByColumn(RequestModel::ServiceMs, Qt::DescendingOrder);
    const auto *model = qobject_cast<RequestModel *>(table->model());
    for (int row = 1; row < model->rowCount(); ++row) {
        QVERIFY(model->operation(row - 1).serviceNs() >= model->operation(row).serviceNs());
    }
    table->sortByColumn(RequestModel::Time, Qt::AscendingOrder);
    table->selectRow(1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], QStringLiteral("Time, s\tUser\tAnswer\tService, ms\tResponse, ms\tRow"));
    QCOMPARE(lines[1].section(QLatin1Char('\t'), 1, 1),
             cell("requestTable", 1, RequestModel::User));
    for (const int sought : {RequestModel::User, RequestModel::Answer, RequestModel::RowId}) {
        table->sortByColumn(sought, Qt::AscendingOrder);
        click("replayToStart");
        QTRY_VERIFY(rows("requestTable") < 1096);
        child<QSlider>("replayScrubber")->setValue(child<QSlider>("replayScrubber")->maximum());
        QTRY_COMPARE(rows("requestTable"), 1096);
    }
}

void TestLive::answersByCode()
{
    run("hundred-users");
    QVERIFY(
        child<QToolButton>("drawerAnswers")->text().endsWith(QStringLiteral("Answers by code 2")));
    click("drawerRequests");
    click("drawerAnswers"); // one at a time
    QVERIFY(!child<QTableView>("requestTable")->isVisible());
    QVERIFY(child<QTableView>("answerTable")->isVisible());
    const QAbstractItemModelTester tester(child<QTableView>("answerTable")->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(rows("answerTable"), 2);
    QCOMPARE(cell("answerTable", 0, AnswerModel::Status), QStringLiteral("200"));
    QCOMPARE(cell("answerTable", 1, AnswerModel::Code), QStringLiteral("ALREADY_ISSUED_COUPON"));
    QCOMPARE(cell("answerTable", 1, AnswerModel::Count), QStringLiteral("996"));
    QTRY_VERIFY(!cell("answerTable", 1, AnswerModel::Last).isEmpty());
    click("replayToStart");
    QCOMPARE(cell("answerTable", 1, AnswerModel::Count), QStringLiteral("0"));
    click("drawerAnswers");
    QVERIFY(!child<QTableView>("answerTable")->isVisible());
}

void TestLive::logOfTheService()
{
    run("latch-100-vs-10");
    click("drawerLog");
    QVERIFY2(child<QLabel>("logCounters")
                 ->text()
                 .startsWith(QStringLiteral("issued successfully 10  ·  out of stock 90")),
             qPrintable(child<QLabel>("logCounters")->text()));
    QVERIFY(!child<QPushButton>("openLogFile")->isVisible());
    QString lines = child<QPlainTextEdit>("logLines")->toPlainText();
    QCOMPARE(lines.count(QStringLiteral("Coupon issued successfully")), 10);
    QCOMPARE(lines.count(QLatin1Char('\n')) + 1, 200); // each asked and was answered
    QCOMPARE(child<QLabel>("logShown")->text(), QString());
    // A long log is kept from its end on, and that is said.
    QTemporaryDir folder;
    m_session->setServiceLog(folder.filePath(QStringLiteral("service.log")));
    run("hundred-users");
    click("drawerLog");
    QVERIFY(child<QPushButton>("openLogFile")->isVisible());
    lines = child<QPlainTextEdit>("logLines")->toPlainText();
    QVERIFY2(child<QLabel>("logShown")->text().endsWith(QStringLiteral(" of 2,192 lines.")),
             qPrintable(child<QLabel>("logShown")->text()));
    QVERIFY(lines.count(QLatin1Char('\n')) > 100);
    // Of an older run that left none.
    auto older = std::make_shared<RunRecord>(*m_session->record());
    older->id = QStringLiteral("0123456789ab");
    older->logLines.clear();
    older->logFile.clear();
    m_session->open(older);
    QCOMPARE(child<QPlainTextEdit>("logLines")->toPlainText(),
             QStringLiteral("No line of this run's log was kept."));
}

void TestLive::barcodeOfAShortRun()
{
    run("latch-100-vs-10");
    auto *barcode = child<Barcode>("barcode");
    QVERIFY(barcode->isVisible());
    QVERIFY(!child<RunChart>("answersChart")->isVisible());
    QCOMPARE(barcode->shown(), std::size_t{100});
    click("replayToStart");
    QCOMPARE(barcode->shown(), std::size_t{0});
    run("hundred-users");
    QVERIFY(child<RunChart>("answersChart")->isVisible());
    QVERIFY(!barcode->isVisible());
}

void TestLive::zoomAndLegendOnThePage()
{
    run("hundred-users");
    auto *story = child<RunChart>("storyChart");
    auto *latency = child<RunChart>("latencyChart");
    const QPoint middle = story->scale().plot.center().toPoint();
    QTest::mousePress(story, Qt::LeftButton, {}, middle);
    QTest::mouseMove(story, middle + QPoint(60, 0));
    QTest::mouseRelease(story, Qt::LeftButton, {}, middle + QPoint(60, 0));
    QVERIFY(story->zoom().has_value());
    QCOMPARE(latency->zoom(), story->zoom());
    QTest::mouseDClick(latency, Qt::LeftButton, {}, latency->scale().plot.center().toPoint());
    QVERIFY(!story->zoom());
    QTest::mouseClick(story, Qt::LeftButton, {},
                      story->legendEntry(QStringLiteral("left")).center().toPoint());
    QVERIFY(!story->isShown(QStringLiteral("left")));
    // Charts above each other are in line, and all end together.
    QCOMPARE(story->scale().to, child<RunChart>("answersChart")->scale().to);
    QCOMPARE(story->scale().to, latency->scale().to);
    QCOMPARE(story->scale().plot.left(), child<RunChart>("answersChart")->scale().plot.left());
}

void TestLive::latencyOfBothKinds()
{
    run("hundred-users");
    auto *latency = child<RunChart>("latencyChart");
    auto *kind = child<QComboBox>("latencyKind");
    QCOMPARE(latency->content().dots.size(), std::size_t{1096}); // one an answer
    QCOMPARE(latency->content().levels.size(), 1);
    const double service = latency->content().levels[0].value;
    kind->setCurrentIndex(1);
    QCOMPARE(latency->content().dots.size(), std::size_t{1096});
    QVERIFY(latency->content().levels[0].value >= service);
    QVERIFY(latency->accessibleDescription().startsWith(QStringLiteral("response time")));
    click("latencyLog");
    QVERIFY(latency->content().logarithmic);
    QVERIFY(latency->scale().low > 0);
}

void TestLive::aDotOpensItsRequest()
{
    run("hundred-users");
    auto *latency = child<RunChart>("latencyChart");
    const ChartDot dot = latency->content().dots.front();
    const ChartScale scale = latency->scale();
    const QPoint place = QPointF(scale.x(dot.seconds), scale.y(dot.value)).toPoint();
    QTest::mouseClick(latency, Qt::LeftButton, {}, place);
    auto *table = child<QTableView>("requestTable");
    QVERIFY(table->isVisible());
    const auto selected = table->selectionModel()->selectedRows();
    QCOMPARE(selected.size(), 1);
    const auto *model = qobject_cast<RequestModel *>(table->model());
    // Another dot may lie as near.
    const double shown =
        static_cast<double>(model->operation(selected.front().row()).returnedNs) / 1e9;
    QVERIFY(qAbs(scale.x(shown) - scale.x(dot.seconds)) <= 16);
}

void TestLive::manyAnswersAreCountedByShade()
{
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_session->set(QStringLiteral("load.iterations"), 6000);
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning() && m_session->record() != nullptr, 60'000);
    m_window->showPage(Page::Live);
    auto *latency = child<RunChart>("latencyChart");
    QTRY_VERIFY(latency->content().heat.most > 0);
    QVERIFY(latency->content().dots.empty());
    QVERIFY(latency->content().logarithmic);
    QVERIFY(!child<QToolButton>("latencyLog")->isEnabled()); // it has no other scale
    std::uint64_t counted = 0;
    for (const std::uint32_t count : latency->content().heat.counts) {
        counted += count;
    }
    QCOMPARE(counted, std::uint64_t{6000});
}

void TestLive::otherChartsAreChosen()
{
    run("hundred-users");
    const auto choose = [this](const char *place, const char *chart) {
        const auto *menu = child<QToolButton>(place)->findChild<QMenu *>();
        menu->findChild<QAction *>(QLatin1String(chart))->trigger();
    };
    QVERIFY(!child<RunChart>("underWayChart")->isVisible());
    choose("chooseChart-database", "under-way");
    QVERIFY(child<RunChart>("underWayChart")->isVisible());
    QVERIFY(!child<QLabel>("databaseFigures")->isVisible());
    const ChartContent &underWay = child<RunChart>("underWayChart")->content();
    QCOMPARE(underWay.lines[1].points.constLast().y(), 100.0); // virtual users
    QVERIFY(underWay.highest(0, 1e9) <= 100);
    choose("chooseChart-answers", "rate");
    double answers = 0;
    const auto points = child<RunChart>("rateChart")->content().lines[0].points;
    for (const QPointF &each : points) {
        answers = std::max(answers, each.y());
    }
    QVERIFY(answers >= m_session->record()->throughput.answersPerSecond);
    choose("chooseChart-rate", "story"); // they change places
    QVERIFY(child<RunChart>("rateChart")->isVisible());
    QVERIFY(child<RunChart>("storyChart")->isVisible());
    QCOMPARE(child<RunChart>("rateChart")->scale().plot.left(),
             child<RunChart>("storyChart")->scale().plot.left());
    choose("chooseChart-latency", "errors");
    QVERIFY(child<RunChart>("errorsChart")->accessibleDescription() ==
            QStringLiteral("No errors."));
}

void TestLive::damageIsSeen()
{
    run("quiet-damage"); // decrements are lost, no coupon too many
    auto *left = child<Tile>("tileLeft");
    QVERIFY(left->isDamage());
    QVERIFY2(tile("tileLeft", "below").startsWith(QStringLiteral("should be 1")),
             qPrintable(tile("tileLeft", "below")));
    QVERIFY(!child<Tile>("tileIssued")->isDamage());
    auto *story = child<RunChart>("storyChart");
    QCOMPARE(story->content().gaps.size(), 1);
    QVERIFY(!story->legendEntry(story->content().gaps[0].name).isEmpty());
    run("open-door"); // 896 too many at most
    QVERIFY(child<Tile>("tileIssued")->isDamage());
    QVERIFY(tile("tileIssued", "below").endsWith(QStringLiteral(" too many")));
    QCOMPARE(story->content().moments.size(), 1);
    QVERIFY(story->content().moments[0].harmful);
    run("hundred-users");
    QVERIFY(!left->isDamage());
    QVERIFY(!child<Tile>("tileIssued")->isDamage());
    QVERIFY(story->content().gaps.isEmpty());
    QVERIFY(story->content().moments.isEmpty());
}

void TestLive::narrowWindowHasTabs()
{
    m_window->resize(1024, 720);
    run("hundred-users");
    QCOMPARE(m_window->size(), QSize(1024, 720)); // nothing forces it wider
    QVERIFY(child<RunChart>("latencyChart")->isVisible());
    QVERIFY(!child<QLabel>("databaseFigures")->isVisible());
    auto *tabs = child<QTabBar>("quietTabs");
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(child<QLabel>("databaseFigures")->isVisible());
    m_window->resize(1280, 800);
    QTRY_VERIFY(child<RunChart>("latencyChart")->isVisible());
    QVERIFY(!tabs->isVisible());
}

void TestLive::resizedDuringARun()
{
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_session->set(QStringLiteral("load.iterations"), 1'000'000);
    m_session->set(QStringLiteral("load.duration"), QStringLiteral("1h"));
    m_session->set(QStringLiteral("service.pause"), QStringLiteral("5ms"));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->progress().live.outcomes.total() > 20, 60'000);
    for (const QSize size : {QSize(1024, 720), QSize(1920, 1080), QSize(1280, 800)}) {
        m_window->resize(size);
        m_window->takeSample();
        QCoreApplication::processEvents();
        QCOMPARE(m_window->size(), size);
        QVERIFY(child<QProgressBar>("runProgress")->isVisible());
        QVERIFY(!child<QSlider>("replayScrubber")->isVisible());
    }
    QTRY_VERIFY_WITH_TIMEOUT(tile("tileIssued") != QStringLiteral("0"), 30'000);
    QVERIFY(!child<QAbstractButton>("drawerRequests")->isEnabled());
    // No two figures of one picture contradict each other, however often it is drawn.
    for (int picture = 0; picture < 10; ++picture) {
        QTest::qWait(37);
        m_window->takeSample();
        qlonglong answers = 0;
        for (const char *name :
             {"tileIssued", "tileAlreadyIssued", "tileOutOfStock", "tileServerErrors"}) {
            answers += QLocale().toLongLong(tile(name));
        }
        const QString strip = child<ElidedLabel>("stripSentence")->whole();
        QVERIFY2(strip.startsWith(QLocale().toString(answers) + QStringLiteral(" of ")),
                 qPrintable(QStringLiteral("%1: %2").arg(answers).arg(strip)));
        const QString rate = tile("tileAnswers").section(QLatin1Char(' '), 0, 0);
        QVERIFY2(strip.contains(rate + QStringLiteral(" answers/s")),
                 qPrintable(rate + QStringLiteral(": ") + strip));
    }
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY(child<QAbstractButton>("drawerRequests")->isEnabled());
}

} // namespace tst_live

STAMPEDE_TEST(tst_live::TestLive)
#include "tst_live.moc"
