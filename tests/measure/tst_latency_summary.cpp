// SPDX-License-Identifier: MIT
// Proves that latency is counted per outcome from send and from the intended start, that what was
// never answered or never sent has none, and that the figures are those of the histogram.

#include "measure/latency_summary.h"
#include "test_program.h"

#include <QtTest>

namespace tst_latency_summary {

using namespace stampede;

namespace {

Operation operation(Outcome outcome, std::int64_t invokedNs, std::int64_t returnedNs,
                    std::uint32_t latenessUs = 0)
{
    Operation result;
    result.outcome = outcome;
    result.invokedNs = invokedNs;
    result.returnedNs = returnedNs;
    result.latenessUs = latenessUs;
    return result;
}

} // namespace

class TestLatencySummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachOutcomeHasItsOwn();
    void unansweredAndUnsentHaveNone();
    void figuresAreTheHistograms();
};

void TestLatencySummary::eachOutcomeHasItsOwn()
{
    const std::vector<Operation> history = {
        operation(Outcome::Issued, 1'000, 1'500, 1),
        operation(Outcome::Issued, 2'000, 2'700, 2),
        operation(Outcome::OutOfStock, 3'000, 3'100, 3),
    };
    const LatencySummary summary = summariseLatency(history);
    const Histogram &issued = summary.service.byOutcome[indexOf(Outcome::Issued)];
    QCOMPARE(issued.count(), std::uint64_t{2});
    QCOMPARE(issued.min(), std::int64_t{500});
    QCOMPARE(issued.max(), std::int64_t{700});
    QCOMPARE(summary.service.byOutcome[indexOf(Outcome::OutOfStock)].max(), std::int64_t{100});
    QCOMPARE(summary.service.byOutcome[indexOf(Outcome::Expired)].count(), std::uint64_t{0});
    QCOMPARE(summary.service.all.count(), std::uint64_t{3});
    QCOMPARE(summary.service.all.min(), std::int64_t{100});
    QCOMPARE(summary.response.byOutcome[indexOf(Outcome::Issued)].min(), std::int64_t{1'500});
    QCOMPARE(summary.response.all.min(), std::int64_t{1'500});
    QCOMPARE(summary.response.all.max(), std::int64_t{3'100});
    QCOMPARE(summary.lateness.count(), std::uint64_t{3});
    QCOMPARE(summary.lateness.max(), std::int64_t{3'000});
}

void TestLatencySummary::unansweredAndUnsentHaveNone()
{
    const std::vector<Operation> history = {
        operation(Outcome::Unknown, 1'000, Operation::kNoAnswer, 5),
        operation(Outcome::NotSent, 1'000, 1'010, 9),
        operation(Outcome::Interrupted, 1'000, 1'200),
    };
    const LatencySummary summary = summariseLatency(history);
    QCOMPARE(summary.service.all.count(), std::uint64_t{1});
    QCOMPARE(summary.response.all.count(), std::uint64_t{1});
    QCOMPARE(summary.service.byOutcome[indexOf(Outcome::Interrupted)].max(), std::int64_t{200});
    QCOMPARE(summary.lateness.count(), std::uint64_t{2});
    QCOMPARE(summary.lateness.max(), std::int64_t{5'000});
    QCOMPARE(summariseLatency({}).service.all.count(), std::uint64_t{0});
}

void TestLatencySummary::figuresAreTheHistograms()
{
    Histogram histogram;
    for (std::int64_t value = 1; value <= 1'000; ++value) {
        histogram.record(value);
    }
    const LatencyFigures figures = figuresOf(histogram);
    QCOMPARE(figures.count, std::uint64_t{1'000});
    QCOMPARE(figures.minNs, std::int64_t{1});
    QCOMPARE(figures.meanNs, 500.5);
    QCOMPARE(figures.p50Ns, std::int64_t{500});
    QCOMPARE(figures.p90Ns, std::int64_t{900});
    QCOMPARE(figures.p95Ns, std::int64_t{950});
    QCOMPARE(figures.p99Ns, std::int64_t{990});
    QCOMPARE(figures.p999Ns, std::int64_t{999});
    QCOMPARE(figures.maxNs, std::int64_t{1'000});
    QCOMPARE(figuresOf(Histogram()).p999Ns, std::int64_t{0});
}

} // namespace tst_latency_summary

STAMPEDE_TEST(tst_latency_summary::TestLatencySummary)
#include "tst_latency_summary.moc"
