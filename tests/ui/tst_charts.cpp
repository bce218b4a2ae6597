// SPDX-License-Identifier: MIT
// Proves what a person can do with a chart of a run: see a stretch of it alone and all of it again,
// read every value at a moment on all charts at once, take a line away and bring it back, take its
// picture and figures away; and that a barcode shows what had come so far and nothing else.

#include "picture/axis_ticks.h"
#include "test_program.h"
#include "ui/charts/barcode.h"
#include "ui/charts/chart_group.h"
#include "ui/charts/run_chart.h"
#include "ui/charts/story_chart.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_charts {

using namespace stampede;

namespace {

std::shared_ptr<const RunRecord> shortRun()
{
    auto history = std::make_shared<std::vector<Operation>>();
    for (int i = 0; i < 100; ++i) {
        Operation each;
        each.invokedNs = i * 1000;
        each.returnedNs = (100 - i) * 1'000'000; // answered in the opposite order
        each.user = i + 1;
        each.outcome = i >= 90 ? Outcome::Issued : Outcome::OutOfStock;
        history->push_back(each);
    }
    auto record = std::make_shared<RunRecord>();
    record->history = history;
    record->throughput.durationSeconds = 0.1;
    record->outcomes = countOutcomes(*history);
    record->timeline = buildTimeline(*history, 100'000'000, 10);
    record->scenario.coupon.stock = 10;
    record->prediction.issued = {10, 10};
    return record;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void ticksAreRound_data();
    void ticksAreRound();
    void logarithmicAxisBearsZero();
    void dragZoomsAndDoubleClickResets();
    void crosshairIsShared();
    void legendTakesALineAway();
    void keysMoveTheCrosshair();
    void limitFarAwayIsNamed();
    void warmUpAndFaultsAreShaded();
    void boundStandsAtItsValue();
    void pictureAndFiguresAreFiles();
    void pictureIsCopied();
    void barcodeShowsWhatHasCome();
    void storyFollowsAPosition();
    void everyThemeAndSize();

private:
    static void fill(RunChart &chart)
    {
        chart.addLine(QStringLiteral("issued"), &Theme::issued, Qt::SolidLine, 2);
        chart.addLine(QStringLiteral("left"), &Theme::outOfStock, Qt::DashDotLine, 2);
        chart.setLine(0, {{0, 0}, {1, 40}, {2, 100}});
        chart.setLine(1, {{0, 100}, {1, 60}, {2, 0}});
        chart.resize(600, 300);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
    }
    static QPoint at(const RunChart &chart, double seconds)
    {
        const ChartScale scale = chart.scale();
        return QPointF(scale.x(seconds), scale.plot.center().y()).toPoint();
    }
};

void TestCharts::initTestCase()
{
    Theme::apply(ThemeMode::Light);
}

void TestCharts::ticksAreRound_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("to one") << 0.0 << 1.0 << 5 << QList<double>{0, 0.2, 0.4, 0.6, 0.8, 1.0};
    QTest::newRow("a zoom") << 0.31 << 0.52 << 3 << QList<double>{0.4, 0.5};
    QTest::newRow("thousands") << 0.0 << 1096.0 << 4 << QList<double>{0, 500, 1000};
    QTest::newRow("no room") << 1.0 << 1.0 << 4 << QList<double>{};
}

void TestCharts::ticksAreRound()
{
    QFETCH(const double, from);
    QFETCH(const double, to);
    QFETCH(const int, most);
    QFETCH(const QList<double>, ticks);
    const auto found = niceTicks(from, to, most);
    QCOMPARE(static_cast<qsizetype>(found.size()), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        QVERIFY(qAbs(found[static_cast<std::size_t>(i)] - ticks[i]) < 1e-9);
    }
}

void TestCharts::logarithmicAxisBearsZero()
{
    RunChart chart;
    chart.addLine(QStringLiteral("p50"), &Theme::issued, Qt::SolidLine, 1);
    chart.setLine(0, {{0, 0}, {1, 3}, {2, 250}});
    chart.setLogarithmic(true);
    chart.resize(500, 250);
    QVERIFY(!chart.grab().isNull()); // and nobody warns
    const ChartScale scale = chart.scale();
    QVERIFY(scale.low > 0);
    QVERIFY(scale.low <= 3 && scale.high >= 250);
    QVERIFY(qAbs(scale.y(0) - scale.plot.bottom()) < 1e-6);
    chart.setLine(0, {}); // nothing at all has a place too
    QVERIFY(!chart.grab().isNull());
}

void TestCharts::dragZoomsAndDoubleClickResets()
{
    RunChart first;
    RunChart second;
    fill(first);
    fill(second);
    ChartGroup group;
    group.add(&first);
    group.add(&second);
    QTest::mousePress(&first, Qt::LeftButton, {}, at(first, 0.5));
    QTest::mouseMove(&first, at(first, 1.0));
    QTest::mouseRelease(&first, Qt::LeftButton, {}, at(first, 1.0));
    QVERIFY(first.zoom().has_value());
    QVERIFY(qAbs(first.zoom()->first - 0.5) < 0.02);
    QVERIFY(qAbs(first.zoom()->second - 1.0) < 0.02);
    QCOMPARE(second.zoom(), first.zoom());
    QVERIFY(first.scale().to < 1.1);
    QTest::mouseDClick(&second, Qt::LeftButton, {}, second.scale().plot.center().toPoint());
    QVERIFY(!first.zoom());
    QVERIFY(!second.zoom());
    QTest::mouseClick(&first, Qt::LeftButton, {}, at(first, 1.0)); // a click is no stretch
    QVERIFY(!first.zoom());
}

void TestCharts::crosshairIsShared()
{
    RunChart first;
    RunChart second;
    fill(first);
    fill(second);
    ChartGroup group;
    group.add(&first);
    group.add(&second);
    const QImage before = second.grab().toImage();
    QTest::mouseMove(&first, at(first, 1.2));
    QVERIFY(second.grab().toImage() != before);
    QCOMPARE(first.content().lines[0].valueAt(1.2), std::optional(40.0));
    QVERIFY(!first.content().lines[0].valueAt(-1));
}

void TestCharts::legendTakesALineAway()
{
    RunChart chart;
    fill(chart);
    const QPoint entry = chart.legendEntry(QStringLiteral("left")).center().toPoint();
    QTest::mouseClick(&chart, Qt::LeftButton, {}, entry);
    QVERIFY(!chart.isShown(QStringLiteral("left")));
    QVERIFY(chart.isShown(QStringLiteral("issued")));
    QTest::mouseClick(&chart, Qt::LeftButton, {}, entry);
    QVERIFY(chart.isShown(QStringLiteral("left")));
}

void TestCharts::keysMoveTheCrosshair()
{
    RunChart chart;
    fill(chart);
    int told = 0;
    connect(&chart, &RunChart::crosshairMoved, this, [&told] { ++told; });
    chart.setFocus();
    QTest::keyClick(&chart, Qt::Key_Right);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(told, 2);
    chart.setZoom(QPair<double, double>(0.5, 1));
    QTest::keyClick(&chart, Qt::Key_Escape);
    QVERIFY(!chart.zoom());
}

void TestCharts::limitFarAwayIsNamed()
{
    RunChart chart;
    fill(chart);
    chart.setLimits({{120, QStringLiteral("limit p(95)<120")}});
    QVERIFY(chart.scale().high >= 120); // near enough to be seen
    chart.setLimits({{5000, QStringLiteral("limit p(95)<5000")}});
    QVERIFY(chart.scale().high <= 200); // would press everything else to the ground
    QVERIFY(!chart.grab().isNull());
}

void TestCharts::warmUpAndFaultsAreShaded()
{
    RunChart chart;
    fill(chart);
    QCOMPARE(chart.scale().from, 0.0);
    const auto colorAt = [&chart](double seconds) {
        // Between the lines of the grid and the curves.
        const ChartScale scale = chart.scale();
        QImage picture = chart.grab().toImage();
        const QPointF place(scale.x(seconds), scale.plot.top() + 0.43 * scale.plot.height());
        const QRect around(place.toPoint() - QPoint(4, 4), QSize(8, 8));
        qint64 sum = 0;
        for (int x = around.left(); x <= around.right(); ++x) {
            for (int y = around.top(); y <= around.bottom(); ++y) {
                sum += qGray(picture.pixel(x, y));
            }
        }
        return sum;
    };
    const qint64 plain = colorAt(0.75);
    chart.setStretches({{0.65, 0.85, QStringLiteral("frozen"), true}});
    QVERIFY(colorAt(0.75) < plain);
    QCOMPARE(chart.scale().from, 0.0);

    chart.setStretches({{-0.1, 0, QStringLiteral("Warm-up, 0.1 s"), false}});
    QCOMPARE(chart.scale().from, -0.1); // to scale where it is short
    QVERIFY(colorAt(-0.05) < plain);
    chart.setStretches({{-60, 0, QStringLiteral("Warm-up, 60 s"), false}});
    QVERIFY(chart.scale().from < 0);
    QVERIFY(chart.scale().from > -0.5); // a long one leaves the run its room
    chart.setZoom(QPair<double, double>(0.5, 1));
    QCOMPARE(chart.scale().from, 0.5);
}

void TestCharts::boundStandsAtItsValue()
{
    const auto inkOfRow = [](RunChart &chart, double value) {
        const ChartScale scale = chart.scale();
        const QImage picture = chart.grab().toImage();
        const int y = static_cast<int>(std::floor(scale.y(value)));
        int dark = 0;
        for (int x = static_cast<int>(scale.plot.left()) + 2; x < scale.plot.right(); ++x) {
            dark += qGray(picture.pixel(x, y)) < 80 ? 1 : 0; // darker than the curve
        }
        return dark;
    };
    RunChart chart;
    fill(chart);
    chart.addPrediction(QStringLiteral("must come out"));
    chart.setPrediction({true, 130, 130});
    const int alone = inkOfRow(chart, 130);
    QVERIFY(alone > 100);
    chart.setLine(0, {{0, 130}, {2, 130}}); // seen on a curve, and the curve beneath it
    const int onACurve = inkOfRow(chart, 130);
    QVERIFY(onACurve > 100);
    QVERIFY(onACurve < 2 * alone);
}

void TestCharts::pictureAndFiguresAreFiles()
{
    RunChart chart;
    fill(chart);
    chart.setAccessibleName(QStringLiteral("Issued and left"));
    QStringList menu;
    const auto actions = chart.actions();
    for (const QAction *action : actions) {
        menu << action->objectName();
    }
    QCOMPARE(menu, QStringList({QStringLiteral("copyPicture"), QStringLiteral("savePng"),
                                QStringLiteral("saveSvg"), QStringLiteral("saveCsv")}));
    QTemporaryDir folder;
    const auto save = [&](const char *name) {
        const QString path = folder.filePath(QLatin1String(name));
        const auto saved = savePicture(chart.source(), chart.size(), path);
        if (!saved) {
            qFatal("%s", qPrintable(saved.error()));
        }
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(QImage::fromData(save("chart.png")).size(), 2 * chart.size());
    const QByteArray svg = save("chart.svg");
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("Issued and left"));
    QCOMPARE(save("chart.csv"), QByteArray("seconds,issued,left\n0,0,100\n1,40,60\n2,100,0\n"));
    const auto refused =
        savePicture(chart.source(), chart.size(), QStringLiteral("/nowhere/at/all.png"));
    QVERIFY(!refused);
    QVERIFY(refused.error().contains(QStringLiteral("/nowhere/at/all.png")));
}

void TestCharts::pictureIsCopied()
{
    RunChart chart;
    fill(chart);
    QGuiApplication::clipboard()->clear();
    QVERIFY(QMetaObject::invokeMethod(&chart, "copyPicture")); // as the window's command does
    QCOMPARE(QGuiApplication::clipboard()->image().size(), 2 * chart.size());
}

void TestCharts::barcodeShowsWhatHasCome()
{
    Barcode barcode;
    const auto record = shortRun();
    QVERIFY(Barcode::suits(*record));
    barcode.setRecord(record);
    barcode.resize(700, 160);
    QCOMPARE(barcode.shown(), std::size_t{100});
    QCOMPARE(barcode.accessibleDescription(),
             QStringLiteral("Answers so far: 10 Issued, 90 Out of stock."));
    barcode.setPosition(0);
    QCOMPARE(barcode.shown(), std::size_t{0});
    QCOMPARE(barcode.accessibleDescription(), QStringLiteral("No answer yet."));
    barcode.setPosition(10'000'000);
    QCOMPARE(barcode.shown(), std::size_t{10});
    QCOMPARE(barcode.accessibleDescription(), QStringLiteral("Answers so far: 10 Issued."));
    const QString csv = barcode.csv();
    QCOMPARE(csv.count(QLatin1Char('\n')), 11);
    QVERIFY(csv.section(QLatin1Char('\n'), 1, 1).startsWith(QStringLiteral("1,100,issued,")));
    const QImage some = barcode.grab().toImage();
    barcode.setPosition(100'000'000);
    QVERIFY(barcode.grab().toImage() != some);
    barcode.setRecord(nullptr);
    QCOMPARE(barcode.shown(), std::size_t{0});
    QVERIFY(!barcode.grab().isNull());
}

void TestCharts::storyFollowsAPosition()
{
    StoryChart story;
    story.resize(600, 240);
    story.setRecord(shortRun());
    QVERIFY2(
        story.chart()->accessibleDescription().startsWith(QStringLiteral("Issued rises to 10")),
        qPrintable(story.chart()->accessibleDescription()));
    const QImage whole = story.grab().toImage();
    story.setPosition(5'000'000);
    QVERIFY(story.grab().toImage() != whole);
    story.setPosition(100'000'000);
    QCOMPARE(story.grab().toImage(), whole);
}

void TestCharts::everyThemeAndSize()
{
    RunChart chart;
    fill(chart);
    Barcode barcode;
    barcode.setRecord(shortRun());
    for (const ThemeMode mode :
         {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::Contrast}) {
        Theme::apply(mode);
        chart.retheme();
        barcode.retheme();
        for (const QSize size : {QSize(200, 110), QSize(640, 240), QSize(1800, 700)}) {
            chart.resize(size);
            barcode.resize(size);
            QVERIFY(!chart.grab().isNull());
            QVERIFY(!barcode.grab().isNull());
        }
    }
    Theme::apply(ThemeMode::Light);
}

} // namespace tst_charts

STAMPEDE_TEST(tst_charts::TestCharts)
#include "tst_charts.moc"
