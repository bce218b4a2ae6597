// SPDX-License-Identifier: MIT
// Proves what the charts of a run say beyond its counts: where the stock ended, what was issued
// after it, where stock and issued part, and that a latency stands only where there are enough.

#include "base/clock.h"
#include "picture/chart_drawing.h"
#include "picture/latency_story.h"
#include "picture/stock_story.h"
#include "report_record.h"
#include "test_program.h"

#include <QTest>

namespace tst_run_charts {

using namespace stampede;

namespace {

/// `issued` people issued a coupon each, a millisecond apart, of `stock`; the column falls by one
/// with every `every`-th of them only.
RunRecord runOf(int issued, int stock, int every)
{
    RunRecord record = test::heldRecord();
    std::vector<Operation> history;
    int left = stock;
    for (int i = 0; i < issued; ++i) {
        Operation each;
        each.request = static_cast<std::uint32_t>(i);
        each.user = i + 1;
        each.invokedNs = i * kNsPerMs;
        each.returnedNs = each.invokedNs + kNsPerMs / 2;
        each.committedUs = 400;
        each.outcome = Outcome::Issued;
        each.stockRead = left;
        left -= i % every == every - 1 ? 1 : 0;
        each.stockRead = left + 1;
        history.push_back(each);
    }
    record.scenario.coupon.stock = stock;
    record.scenario.target = {};
    record.prediction.service = {};
    record.throughput.durationSeconds = issued / 1000.0;
    record.outcomes = countOutcomes(history);
    record.timeline = buildTimeline(history, issued * kNsPerMs, stock);
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    return record;
}

void findDrift(RunRecord &record, std::int64_t drift)
{
    record.audit.emplace();
    CheckResult check = newCheck(QStringLiteral("stock-adds-up"));
    check.verdict = drift == 0 ? CheckVerdict::Pass : CheckVerdict::Fail;
    record.audit->checks = {check};
    record.audit->state.drift = drift;
}

int partings(const StockStory &story)
{
    return static_cast<int>(std::count(story.isApart.begin(), story.isApart.end(), true));
}

} // namespace

class TestRunCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyStockNeverParts();
    void lostDecrementsPartThem();
    void oversoldAfterTheLastCoupon();
    void piecesThatComeBackSayNothing();
    void percentilesNeedEnough();
    void dotsUpToSoMany();
};

void TestRunCharts::healthyStockNeverParts()
{
    RunRecord record = runOf(100, 200, 1);
    findDrift(record, 0);
    const StockStory story = stockStory(record, 300);
    QCOMPARE(partings(story), 0);
    QVERIFY(!story.soldOutAt);
    QCOMPARE(story.shouldBeLeft.back().value, 100.0);
    QCOMPARE(story.left.back().value, 100.0);
    QCOMPARE(story.left.size(), story.shouldBeLeft.size());
}

void TestRunCharts::lostDecrementsPartThem()
{
    RunRecord record = runOf(100, 200, 2);
    QCOMPARE(partings(stockStory(record, 300)), 0); // nobody has audited it
    findDrift(record, -50);
    const StockStory story = stockStory(record, 300);
    QVERIFY(story.isApart.back());
    QVERIFY(!story.isApart.front());
    QCOMPARE(story.left.back().value, 150.0);
    QCOMPARE(story.shouldBeLeft.back().value, 100.0);
    const Picture chart = issuedAndLeft(record);
    QVERIFY(std::any_of(
        chart.drawing.shapes.begin(), chart.drawing.shapes.end(), [](const Shape &each) {
            const auto *rects = std::get_if<RectsShape>(&each);
            return rects != nullptr && rects->ink == Ink::Damage && rects->fill == Fill::Diagonal;
        }));
}

void TestRunCharts::oversoldAfterTheLastCoupon()
{
    const StockStory story = stockStory(runOf(100, 10, 1), 300);
    QVERIFY(story.soldOutAt.has_value());
    QVERIFY(qAbs(*story.soldOutAt - 0.0095) < 1e-9); // the answer to the tenth
    QCOMPARE(story.tooMany, std::int64_t{90});
    QVERIFY(qAbs(story.lastIssuedAt - 0.0995) < 1e-9);
    QCOMPARE(story.shouldBeLeft.back().value, 0.0); // never below
    QCOMPARE(stockStory(runOf(10, 10, 1), 300).tooMany, std::int64_t{0});
    QVERIFY(stockStory(runOf(10, 10, 1), 300).soldOutAt.has_value());
}

void TestRunCharts::piecesThatComeBackSayNothing()
{
    RunRecord record = runOf(100, 10, 1);
    record.prediction.service.givesBack = true;
    const StockStory story = stockStory(record, 300);
    QVERIFY(!story.soldOutAt);
    QVERIFY(story.shouldBeLeft.empty());
    QCOMPARE(story.isApart.size(), story.left.size());
}

void TestRunCharts::percentilesNeedEnough()
{
    Timeline timeline;
    timeline.bucketNs = kNsPerSecond;
    for (const std::uint32_t issued : {19U, 20U, 100U, 0U, 50U}) {
        TimelineBucket bucket;
        bucket.answers.at(indexOf(Outcome::Issued)) = issued;
        bucket.issuedP50Ns = bucket.issuedP95Ns = bucket.issuedP99Ns = kNsPerMs;
        timeline.buckets.push_back(bucket);
    }
    const auto lines = issuedPercentiles(timeline);
    QCOMPARE(lines[0].points.size(), std::size_t{3});
    QCOMPARE(lines[0].points.front().seconds, 1.5);
    QCOMPARE(lines[0].breaks, std::vector<std::size_t>{2}); // none was issued before the last
    QCOMPARE(lines[2].points.size(), std::size_t{1});
    QVERIFY(lines[2].breaks.empty());
}

void TestRunCharts::dotsUpToSoMany()
{
    RunRecord record = runOf(100, 200, 1);
    QVERIFY(hasDotsOfLatency(record));
    QCOMPARE(latencyDots(record, false).size(), std::size_t{100});
    QCOMPARE(latencyDots(record, false).front().ms, 0.5);
    record.history = std::make_shared<const std::vector<Operation>>(kMostDots + 1);
    QVERIFY(!hasDotsOfLatency(record));
    record.history = nullptr;
    QVERIFY(!hasDotsOfLatency(record));
    QVERIFY(!latencyOfAnswers(record).drawing.shapes.empty());
}

} // namespace tst_run_charts

STAMPEDE_TEST(tst_run_charts::TestRunCharts)
#include "tst_run_charts.moc"
