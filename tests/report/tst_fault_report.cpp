// SPDX-License-Identifier: MIT
// Proves that faults and what they left in doubt are told wherever a run is told of: in the
// summary, the result file, the report's chapters and on its charts.

#include "console/summary_text.h"
#include "formats/json_report.h"
#include "picture/chart_drawing.h"
#include "picture/chart_frame.h"
#include "report/html_report.h"
#include "report/report_words.h"
#include "test_program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

#include <chrono>

namespace tst_fault_report {

using namespace stampede;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

/// A killed server, connections that were killed after it, and a fault that did not come so far.
RunRecord shakenRecord()
{
    RunRecord record;
    record.id = QStringLiteral("7f3a91000000");
    record.scenario.faults = {{1s, FaultAction::ServerKill, 200ms, 1, NetworkEffect::Cut, 0s},
                              {2s, FaultAction::ConnectionsKill, 0s, 0.5, NetworkEffect::Cut, 0s},
                              {9s, FaultAction::Network, 1s, 1, NetworkEffect::Delay, 100ms}};
    record.faults = {
        {record.scenario.faults[0], kSecond, kSecond + kSecond / 2, 20, QString()},
        {record.scenario.faults[1], 2 * kSecond, 2 * kSecond + 1'000'000, 10, QString()},
        {record.scenario.faults[2], std::nullopt, std::nullopt, 0, QString()}};
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] = 100;
    record.outcomes.byOutcome[indexOf(Outcome::Unknown)] = 12;
    record.throughput.durationSeconds = 4;
    record.timeline.bucketNs = kSecond;
    record.timeline.buckets.resize(4);
    AuditReport audit;
    audit.verdict = AuditVerdict::Held;
    audit.state.tookEffect = 7;
    audit.state.noEffect = 5;
    record.audit = audit;
    record.verdict = RunVerdict::Pass;
    record.history = std::make_shared<const std::vector<Operation>>();
    return record;
}

/// The areas of a drawing that are edged as damage: left and right of each.
std::vector<std::pair<double, double>> shades(const Drawing &drawing)
{
    std::vector<std::pair<double, double>> found;
    for (const Shape &shape : drawing.shapes) {
        const auto *area = std::get_if<RectsShape>(&shape);
        if (area != nullptr && area->edge == Ink::Damage) {
            for (const DrawRect &rect : area->rects) {
                found.emplace_back(rect.x, rect.x + rect.width);
            }
        }
    }
    return found;
}

} // namespace

class TestFaultReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedServerIsShown();
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theSummaryTellsThem();
    void theResultFileHoldsThem();
    void theReportListsThem();
    void chartsAreShaded();
    void withoutFaultsNothingIsSaid();
};

void TestFaultReport::theSummaryTellsThem()
{
    const QString text = summaryText(shakenRecord(), {}).simplified();
    for (const char *part :
         {"Server killed at 1.000 s: all worked again after 500 ms, connections hit: 20.",
          "Connections killed at 2.000 s: all worked again after 1.00 ms, connections hit: 10.",
          "Network delayed at 9.000 s, each answer by 100 ms, for 1.000 s. It did not come so far",
          "12 requests have no definite answer (no answer: 12); 7 of them took effect."}) {
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }
}

void TestFaultReport::theResultFileHoldsThem()
{
    const QJsonArray faults =
        resultToJson(shakenRecord()).value(QStringLiteral("faults")).toArray();
    QCOMPARE(faults.size(), 3);
    const QJsonObject killed = faults[0].toObject();
    QCOMPARE(killed.value(QStringLiteral("kind")).toString(), QStringLiteral("server-kill"));
    QCOMPARE(killed.value(QStringLiteral("at_ms")).toDouble(), 1000.0);
    QCOMPARE(killed.value(QStringLiteral("for_ms")).toDouble(), 200.0);
    QCOMPARE(killed.value(QStringLiteral("began_ms")).toDouble(), 1000.0);
    QCOMPARE(killed.value(QStringLiteral("ended_ms")).toDouble(), 1500.0);
    QCOMPARE(killed.value(QStringLiteral("connections")).toInt(), 20);
    QVERIFY(killed.value(QStringLiteral("share")).isNull());
    QVERIFY(killed.value(QStringLiteral("failure")).isNull());
    const QJsonObject some = faults[1].toObject();
    QCOMPARE(some.value(QStringLiteral("share")).toDouble(), 0.5);
    QVERIFY(some.value(QStringLiteral("for_ms")).isNull());
    const QJsonObject left = faults[2].toObject();
    QCOMPARE(left.value(QStringLiteral("effect")).toString(), QStringLiteral("delay"));
    QCOMPARE(left.value(QStringLiteral("delay_ms")).toDouble(), 100.0);
    QVERIFY(left.value(QStringLiteral("began_ms")).isNull());
    QVERIFY(left.value(QStringLiteral("ended_ms")).isNull());
}

void TestFaultReport::theReportListsThem()
{
    const QString html = QString::fromUtf8(htmlReport(makeReport(shakenRecord(), {})));
    for (const char *part :
         {"Faults on purpose", "Server killed at 1.000 s: all worked again after 500 ms",
          "12 requests have no definite answer (no answer: 12); 7 of them took effect.",
          "Connections killed at 2.000 s, 50 %"}) {
        QVERIFY2(html.contains(QLatin1String(part)), part);
    }
}

void TestFaultReport::chartsAreShaded()
{
    const RunRecord record = shakenRecord();
    const ChartFrame frame(4, 1);
    for (const Picture &chart :
         {issuedAndLeft(record), latencyOfAnswers(record), requestsUnderWay(record)}) {
        const auto found = shades(chart.drawing);
        QCOMPARE(found.size(), std::size_t{2}); // the third did not come so far
        QCOMPARE(found[0].first, frame.x(1));
        QCOMPARE(found[0].second, frame.x(1.5));
        QCOMPARE(found[1].first, frame.x(2));
        QVERIFY(found[1].second >= found[1].first + 3); // so short, and seen all the same
    }
}

void TestFaultReport::withoutFaultsNothingIsSaid()
{
    RunRecord record = shakenRecord();
    record.faults.clear();
    record.scenario.faults.clear();
    record.outcomes.byOutcome[indexOf(Outcome::Unknown)] = 0;
    QVERIFY(!summaryText(record, {}).contains(QStringLiteral("faults")));
    QVERIFY(!summaryText(record, {}).contains(QStringLiteral("in doubt")));
    QVERIFY(resultToJson(record).value(QStringLiteral("faults")).toArray().isEmpty());
    QVERIFY(shades(issuedAndLeft(record).drawing).empty());
}

void TestFaultReport::killedServerIsShown()
{
    const QString killed = QStringLiteral("what happens when the server is killed");
    RunRecord record = shakenRecord();
    QVERIFY(!notShown(record).contains(killed));
    QVERIFY(record.countersBeganAnew());
    record.faults[0].beganNs.reset(); // the load was over before
    QVERIFY(notShown(record).contains(killed));
    QVERIFY(!record.countersBeganAnew());
}

} // namespace tst_fault_report

STAMPEDE_TEST(tst_fault_report::TestFaultReport)
#include "tst_fault_report.moc"
