// SPDX-License-Identifier: MIT
// Proves that on a chart nothing hides anything: words keep clear of the lines, lines that run
// along each other are all seen, and a value at the edge is whole.

#include "test_program.h"
#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_bounds.h"
#include "ui/charts/run_chart.h"

#include <QImage>
#include <QTest>

namespace tst_chart_lines {

using namespace stampede;

class TestChartLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(ThemeMode::Light); }
    void boundsKeepClearOfTheLines_data();
    void boundsKeepClearOfTheLines();
    void loneValueIsWhole();
    void linesAlongEachOtherAreAllSeen();
};

void TestChartLines::boundsKeepClearOfTheLines_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("labels");
    QTest::newRow("exactly what came") << 100.0 << 100.0 << 1;
    QTest::newRow("half-way up") << 60.0 << 60.0 << 1;
    QTest::newRow("from and to") << 30.0 << 100.0 << 2;
    QTest::newRow("far above") << 400.0 << 900.0 << 2;
}

void TestChartLines::boundsKeepClearOfTheLines()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const int, labels);
    RunChart chart;
    chart.addPrediction(QStringLiteral("issued must come out"));
    chart.addLine(QStringLiteral("issued"), &Theme::issued, Qt::SolidLine, 2);
    chart.addLine(QStringLiteral("left"), &Theme::outOfStock, Qt::DashDotLine, 2);
    chart.setLine(0, {{0, 0}, {1, 40}, {2, 100}});
    chart.setLine(1, {{0, 100}, {1, 60}, {2, 0}});
    chart.resize(600, 300);
    chart.setPrediction({true, low, high});
    const ChartScale scale = chart.scale();
    const auto found = boundLabels(chart.content(), scale, axisFont(chart.font()));
    QCOMPARE(found.size(), labels);
    for (const BoundLabel &label : found) {
        QVERIFY(label.place.top() >= 0 && label.place.bottom() <= scale.plot.bottom() + 1);
        for (const ChartLine &line : chart.content().lines) {
            for (double moment = 0; moment < 2; moment += 0.002) {
                // Between the values of 0, 1 and 2 s the line is straight.
                const auto at = static_cast<qsizetype>(moment);
                const double share = moment - static_cast<double>(at);
                const double value =
                    line.points[at].y() * (1 - share) + line.points[at + 1].y() * share;
                QVERIFY(!label.place.contains(scale.x(moment), scale.y(value)));
            }
        }
    }
    if (labels == 2) {
        QVERIFY(!found[0].place.intersects(found[1].place));
    }
}

void TestChartLines::loneValueIsWhole()
{
    RunChart chart;
    chart.addLine(QStringLiteral("p50"), &Theme::issued, Qt::SolidLine, 4);
    chart.setLine(0, {{2, 50}});
    chart.setEnd(2);
    chart.resize(400, 200);
    const ChartScale scale = chart.scale();
    const QPoint edge = QPointF(scale.plot.right(), scale.y(50)).toPoint();
    const QImage image = chart.grab().toImage();
    for (const int beside : {-3, 3}) {
        QCOMPARE(image.pixelColor(edge + QPoint(beside, 0)), Theme::current().issued);
    }
}

void TestChartLines::linesAlongEachOtherAreAllSeen()
{
    RunChart chart;
    chart.addLine(QStringLiteral("p50"), &Theme::issued, Qt::SolidLine, 1.25);
    chart.addLine(QStringLiteral("p99"), &Theme::error, Qt::SolidLine, 4);
    for (const int line : {0, 1}) {
        chart.setLine(line, {{0, 50}, {2, 50}});
    }
    chart.setUnit(QStringLiteral("ms"));
    chart.resize(400, 200);
    const ChartScale scale = chart.scale();
    const QImage image = chart.grab().toImage();
    const QPoint middle = QPointF(scale.x(0.97), scale.y(50)).toPoint();
    bool inner = false;
    bool outer = false;
    for (int dy = -3; dy <= 3; ++dy) {
        const QColor color = image.pixelColor(middle + QPoint(0, dy));
        inner = inner || color.blue() > 150; // of #1E82F0
        outer = outer || (color.red() > color.blue() + 60);
    }
    QVERIFY(inner);
    QVERIFY(outer);
}

} // namespace tst_chart_lines

STAMPEDE_TEST(tst_chart_lines::TestChartLines)
#include "tst_chart_lines.moc"
