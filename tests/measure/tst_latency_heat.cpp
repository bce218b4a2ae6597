// SPDX-License-Identifier: MIT
// Proves that the grid of latencies counts every answered request once, in the column of its answer
// and the row of its latency, whatever the history.

#include "base/clock.h"
#include "base/random.h"
#include "measure/latency_heat.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

namespace tst_latency_heat {

using namespace stampede;

class TestLatencyHeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerIsCountedWhereItBelongs_data();
    void everyAnswerIsCountedWhereItBelongs();
    void nothingAnsweredIsNoGrid();
    void responseTimeCountsFromTheSchedule();
};

void TestLatencyHeat::everyAnswerIsCountedWhereItBelongs_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<qint64>("lengthNs");
    QTest::newRow("40 ms") << quint64{1} << qint64{40'000'000};
    QTest::newRow("3 s") << quint64{2} << qint64{3'000'000'000};
    QTest::newRow("an hour") << quint64{3} << qint64{3'600'000'000'000};
}

void TestLatencyHeat::everyAnswerIsCountedWhereItBelongs()
{
    QFETCH(const quint64, seed);
    QFETCH(const qint64, lengthNs);
    std::uint64_t drawn = seed << 32U;
    const auto below = [&drawn](std::int64_t bound) {
        return static_cast<std::int64_t>(
            boundedRandom(splitMix64(++drawn), static_cast<std::uint64_t>(bound)));
    };
    std::vector<Operation> history(2'000);
    std::uint64_t answered = 0;
    for (Operation &each : history) {
        each.invokedNs = below(lengthNs);
        if (below(10) > 0) {
            each.returnedNs = each.invokedNs + below(90'000'000);
            ++answered;
        }
    }
    const LatencyHeat heat = latencyHeat(history, lengthNs, false, 150);
    QVERIFY(heat.columns() > 0 && heat.columns() <= 150);
    QVERIFY(std::is_sorted(heat.edgesNs.begin(), heat.edgesNs.end()));
    QCOMPARE(std::accumulate(heat.counts.begin(), heat.counts.end(), std::uint64_t{0}), answered);
    QCOMPARE(heat.most, *std::max_element(heat.counts.begin(), heat.counts.end()));
    // One alone is found again.
    const Operation &one = *std::find_if(history.begin(), history.end(), [](const Operation &each) {
        return each.returnedNs != Operation::kNoAnswer && each.serviceNs() > 1'000'000;
    });
    const std::size_t column =
        std::min(static_cast<std::size_t>(one.returnedNs / heat.stepNs), heat.columns() - 1);
    std::size_t row = 0;
    while (row + 1 < heat.rows() &&
           heat.edgesNs[row + 1] < static_cast<double>(one.serviceNs()) * (1 - 1e-9)) {
        ++row;
    }
    QVERIFY(heat.at(column, row) > 0);
}

void TestLatencyHeat::nothingAnsweredIsNoGrid()
{
    QCOMPARE(latencyHeat({}, 1'000'000, false, 10).columns(), std::size_t{0});
    const std::vector<Operation> unanswered(3);
    QCOMPARE(latencyHeat(unanswered, 1'000'000, true, 10).most, std::uint32_t{0});
}

void TestLatencyHeat::responseTimeCountsFromTheSchedule()
{
    Operation late;
    late.invokedNs = kNsPerMs;
    late.returnedNs = 2 * kNsPerMs;
    late.latenessUs = 8'000;
    const std::vector<Operation> history = {late};
    QVERIFY(latencyHeat(history, 10 * kNsPerMs, false, 10).edgesNs.front() < 2e6);
    QVERIFY(latencyHeat(history, 10 * kNsPerMs, true, 10).edgesNs.front() > 8e6);
}

} // namespace tst_latency_heat

STAMPEDE_TEST(tst_latency_heat::TestLatencyHeat)
#include "tst_latency_heat.moc"
