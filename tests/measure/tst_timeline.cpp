// SPDX-License-Identifier: MIT
// Proves that a timeline puts every request, answer and commit into the right stretch of time, that
// it agrees with a plain count over random histories, and that its width follows the 1-2-5 series.

#include "base/clock.h"
#include "base/random.h"
#include "measure/histogram.h"
#include "measure/recorder.h"
#include "measure/timeline.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

namespace tst_timeline {

using namespace stampede;

namespace {

constexpr std::int64_t kMs = kNsPerMs;

Operation operation(Outcome outcome, std::int64_t invokedNs, std::int64_t returnedNs)
{
    Operation result;
    result.outcome = outcome;
    result.invokedNs = invokedNs;
    result.returnedNs = returnedNs;
    return result;
}

Operation issued(std::int64_t invokedNs, std::int64_t returnedNs, std::uint32_t committedUs,
                 std::int32_t stockRead)
{
    Operation result = operation(Outcome::Issued, invokedNs, returnedNs);
    result.committedUs = committedUs;
    result.stockRead = stockRead;
    return result;
}

std::vector<Operation> randomHistory(std::uint64_t seed, std::size_t count, std::int64_t lengthNs)
{
    std::vector<Operation> history;
    for (std::size_t i = 0; i < count; ++i) {
        const auto draw = [seed, i](std::uint64_t what, std::int64_t bound) {
            const std::uint64_t random = splitMix64(splitMix64(seed + i) + what);
            return static_cast<std::int64_t>(
                boundedRandom(random, static_cast<std::uint64_t>(bound)));
        };
        Operation next;
        next.outcome = kAllOutcomes.at(static_cast<std::size_t>(draw(0, 2 * kOutcomeCount)) / 2);
        next.outcome = draw(1, 2) == 0 ? Outcome::Issued : next.outcome;
        next.vu = static_cast<std::uint16_t>(draw(6, 20));
        next.invokedNs = draw(2, lengthNs);
        next.returnedNs = next.invokedNs + draw(3, lengthNs - next.invokedNs + 1);
        next.committedUs =
            static_cast<std::uint32_t>(draw(4, (next.returnedNs - next.invokedNs) / 1000 + 1));
        next.stockRead = static_cast<std::int32_t>(draw(5, 1000)) - 1;
        if (next.outcome == Outcome::Unknown) {
            next.returnedNs = Operation::kNoAnswer;
        }
        history.push_back(next);
    }
    std::sort(history.begin(), history.end(), [](const Operation &left, const Operation &right) {
        return left.invokedNs < right.invokedNs;
    });
    return history;
}

/// When that request was over, looking at every other one.
std::int64_t plainEnd(const std::vector<Operation> &history, std::size_t index,
                      std::int64_t lengthNs, std::int64_t timeoutNs)
{
    const Operation &operation = history[index];
    if (operation.returnedNs != Operation::kNoAnswer) {
        return operation.returnedNs;
    }
    std::int64_t endNs = std::min(lengthNs, operation.invokedNs + timeoutNs);
    for (std::size_t later = index + 1; later < history.size(); ++later) {
        endNs =
            history[later].vu == operation.vu ? std::min(endNs, history[later].invokedNs) : endNs;
    }
    return endNs;
}

/// The bucket as its definition says, looking at every operation.
TimelineBucket plainBucket(const std::vector<Operation> &history, std::int64_t lengthNs,
                           std::int64_t fromNs, std::int64_t toNs, std::int64_t initialStock,
                           std::int64_t timeoutNs)
{
    const bool isLast = toNs >= lengthNs;
    const auto isIn = [=](std::int64_t ns) { return ns >= fromNs && (isLast || ns < toNs); };
    const auto isUpTo = [=](std::int64_t ns) { return isLast || ns < toNs; };
    TimelineBucket bucket;
    bucket.stock = initialStock;
    std::int64_t latest = -1;
    std::vector<std::int64_t> latencies;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const Operation &each = history[i];
        const std::int64_t returned = plainEnd(history, i, lengthNs, timeoutNs);
        bucket.asked += isIn(each.invokedNs) ? 1U : 0U;
        bucket.inFlight += isUpTo(each.invokedNs) && !isUpTo(returned) ? 1U : 0U;
        bucket.answers.at(indexOf(each.outcome)) += isIn(returned) ? 1U : 0U;
        if (each.outcome != Outcome::Issued) {
            continue;
        }
        bucket.issuedTotal += isUpTo(returned) ? 1 : 0;
        if (isIn(returned)) {
            latencies.push_back(each.serviceNs());
        }
        const std::int64_t moment = each.invokedNs + std::int64_t{each.committedUs} * 1000;
        if (each.stockRead >= 0 && isUpTo(moment) && moment > latest) {
            latest = moment;
            bucket.stock = each.stockRead - 1;
        }
    }
    std::sort(latencies.begin(), latencies.end());
    if (!latencies.empty()) {
        bucket.issuedP50Ns = latencies.at(nearestRank(50, latencies.size()) - 1);
        bucket.issuedP95Ns = latencies.at(nearestRank(95, latencies.size()) - 1);
        bucket.issuedP99Ns = latencies.at(nearestRank(99, latencies.size()) - 1);
    }
    return bucket;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widthFollowsTheSeries_data();
    void widthFollowsTheSeries();
    void thereAre40To300Buckets();
    void emptyRun();
    void requestsFallIntoTheirBuckets();
    void theLastAnswerBelongsToTheLastBucket();
    void stockFollowsTheCommits();
    void overtakenConfirmationIsNoStep();
    void answersTellTheStockInAnyOrder_data();
    void answersTellTheStockInAnyOrder();
    void oneSharedCommitLeavesTheLowestStock();
    void agreesWithAPlainCount_data();
    void agreesWithAPlainCount();
};

void TestTimeline::widthFollowsTheSeries_data()
{
    QTest::addColumn<qint64>("lengthNs");
    QTest::addColumn<qint64>("bucketNs");
    const auto row = [](const char *name, std::int64_t lengthNs, std::int64_t bucketNs) {
        QTest::newRow(name) << qint64{lengthNs} << qint64{bucketNs};
    };
    row("nothing", 0, kMs);
    row("a moment", 1, kMs);
    row("300 ms", 300 * kMs, kMs);
    row("just above 300 ms", 300 * kMs + 1, 2 * kMs);
    row("1 s", 1'000 * kMs, 5 * kMs);
    row("150 s", 150'000 * kMs, 500 * kMs);
    row("151 s", 151'000 * kMs, 1'000 * kMs);
    row("15,000 s", 15'000'000 * kMs, 50'000 * kMs);
    row("15,001 s", 15'001'000 * kMs, 60'000 * kMs);
    row("60 hours", 216'000'000 * kMs, 1'200'000 * kMs);
}

void TestTimeline::widthFollowsTheSeries()
{
    QFETCH(qint64, lengthNs);
    QTEST(qint64{timelineBucketNs(lengthNs)}, "bucketNs");
}

void TestTimeline::thereAre40To300Buckets()
{
    for (std::int64_t length = 40 * kMs; length < 1'000'000'000 * kMs; length += length / 50 + 1) {
        const std::size_t buckets = buildTimeline({}, length, 0).buckets.size();
        QVERIFY2(buckets >= 40 && buckets <= 300, qPrintable(QString::number(length)));
    }
}

void TestTimeline::emptyRun()
{
    const Timeline timeline = buildTimeline({}, 0, 5);
    QCOMPARE(timeline.buckets.size(), std::size_t{1});
    QCOMPARE(timeline.buckets.front().asked, 0U);
    QCOMPARE(timeline.buckets.front().stock, std::int64_t{5});
}

void TestTimeline::requestsFallIntoTheirBuckets()
{
    std::vector<Operation> history = {
        operation(Outcome::Issued, 0, 1 * kMs),
        operation(Outcome::OutOfStock, kMs - 1, 2 * kMs - 1),
        operation(Outcome::Unknown, kMs, Operation::kNoAnswer), // given up after 2.5 ms
        operation(Outcome::Issued, 2 * kMs, 5 * kMs - 1),
    };
    history.back().vu = 1;
    const Timeline timeline = buildTimeline(history, 5 * kMs, -1, 5 * kMs / 2);
    QCOMPARE(timeline.bucketNs, kMs);
    QCOMPARE(timeline.buckets.size(), std::size_t{5});
    const auto column = [&timeline](auto field) {
        QList<qint64> values;
        for (const TimelineBucket &bucket : timeline.buckets) {
            values.append(static_cast<qint64>(field(bucket)));
        }
        return values;
    };
    using Row = QList<qint64>;
    QCOMPARE(column([](const TimelineBucket &b) { return b.asked; }), (Row{2, 1, 1, 0, 0}));
    QCOMPARE(column([](const TimelineBucket &b) { return b.inFlight; }), (Row{2, 1, 2, 1, 0}));
    QCOMPARE(column([](const TimelineBucket &b) { return b.issuedTotal; }), (Row{0, 1, 1, 1, 2}));
    const auto answers = [&column](Outcome outcome) {
        return column(
            [outcome](const TimelineBucket &b) { return b.answers.at(indexOf(outcome)); });
    };
    QCOMPARE(answers(Outcome::Issued), (Row{0, 1, 0, 0, 1}));
    QCOMPARE(answers(Outcome::OutOfStock), (Row{0, 1, 0, 0, 0}));
    QCOMPARE(answers(Outcome::Unknown), (Row{0, 0, 0, 1, 0}));
    QCOMPARE(column([](const TimelineBucket &b) { return b.issuedP50Ns; }),
             (Row{0, kMs, 0, 0, 3 * kMs - 1}));
    QCOMPARE(column([](const TimelineBucket &b) { return b.stock; }), (Row{-1, -1, -1, -1, -1}));
}

void TestTimeline::theLastAnswerBelongsToTheLastBucket()
{
    const std::vector<Operation> history = {operation(Outcome::Issued, 0, 3 * kMs)};
    const Timeline timeline = buildTimeline(history, 3 * kMs, -1);
    QCOMPARE(timeline.buckets.size(), std::size_t{3});
    QCOMPARE(timeline.buckets.back().issuedTotal, std::int64_t{1});
    QCOMPARE(timeline.buckets.back().inFlight, 0U);
}

void TestTimeline::stockFollowsTheCommits()
{
    Operation refused = issued(0, 5 * kMs, 3'500, 90);
    refused.outcome = Outcome::AlreadyIssued;
    const std::vector<Operation> history = {
        issued(0, 5 * kMs, 4'500, 8),    // the last commit, although asked first
        refused,                         // read a stock, wrote none
        issued(100, 5 * kMs, 1'200, 10), // the first
        issued(200, 5 * kMs, 1'900, 9),  // in the same bucket, later
        issued(300, 5 * kMs, 2'000, -1), // what it read is not known
        issued(400, 5 * kMs, Operation::kNotReached, 3),
    };
    const Timeline timeline = buildTimeline(history, 5 * kMs, 10);
    QCOMPARE(timeline.buckets.size(), std::size_t{5});
    const std::vector<std::int64_t> expected = {10, 8, 8, 8, 7};
    for (std::size_t bucket = 0; bucket < expected.size(); ++bucket) {
        QCOMPARE(timeline.buckets.at(bucket).stock, expected.at(bucket));
    }
}

void TestTimeline::overtakenConfirmationIsNoStep()
{
    std::vector<Operation> history = {
        issued(0, 4 * kMs, 3'500, 10), // wrote first, and was told last
        issued(0, 3 * kMs, 1'500, 9),
        issued(0, 3 * kMs, 2'500, 8),
    };
    history[0].wroteUs = 400;
    history[1].wroteUs = 900;
    history[2].wroteUs = 1'800;
    const Timeline timeline = buildTimeline(history, 4 * kMs, 10);
    const std::vector<std::int64_t> expected = {10, 8, 7, 7};
    for (std::size_t bucket = 0; bucket < expected.size(); ++bucket) {
        QCOMPARE(timeline.buckets.at(bucket).stock, expected.at(bucket));
    }
}

void TestTimeline::answersTellTheStockInAnyOrder()
{
    QFETCH(const QList<qint64>, told);
    std::vector<Operation> history;
    for (qsizetype i = 0; i + 2 < told.size(); i += 3) {
        Operation answer = operation(Outcome::Issued, told[i], told[i + 1]);
        answer.errorCode = 200;
        answer.stockRead = static_cast<std::int32_t>(told[i + 2]);
        history.push_back(answer);
    }
    const Timeline timeline = buildTimeline(history, 4 * kMs, 9);
    QList<qint64> stock;
    for (const TimelineBucket &bucket : timeline.buckets) {
        stock << bucket.stock;
    }
    QTEST(stock, "stock");
    // The live figure follows the same rule, each answer told by a worker of its own.
    Recorder recorder(history.size(), 1);
    std::vector<std::size_t> order(history.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&history](std::size_t i) { return history[i].returnedNs; });
    for (const std::size_t i : order) {
        recorder.began(i);
        recorder.ended(i, history[i]);
    }
    QCOMPARE(recorder.live().lastStock, stock.constLast());
}

void TestTimeline::answersTellTheStockInAnyOrder_data()
{
    // invoked, returned, told …
    QTest::addColumn<QList<qint64>>("told");
    QTest::addColumn<QList<qint64>>("stock");
    QTest::newRow("one after the other")
        << QList<qint64>{0, kMs / 2, 8, kMs, kMs + 2, 7, 2 * kMs, 2 * kMs + 1, 6}
        << QList<qint64>{8, 7, 6, 6};
    QTest::newRow("an answer comes late")
        << QList<qint64>{0, 3 * kMs + 1, 1, 1, kMs + 1, 0} << QList<qint64>{9, 0, 0, 0};
    QTest::newRow("asked when the other was there")
        << QList<qint64>{0, kMs + 1, 0, kMs + 1, 3 * kMs, 1} << QList<qint64>{9, 0, 0, 0};
    QTest::newRow("it has risen") // as where pieces come back
        << QList<qint64>{0, kMs + 1, 0, kMs + 2, 3 * kMs, 1} << QList<qint64>{9, 0, 0, 1};
}

void TestTimeline::oneSharedCommitLeavesTheLowestStock()
{
    const std::vector<Operation> history = {
        issued(600'000, 3 * kMs, 600, 4),   // an earlier commit, at 1,200,000
        issued(1'500'200, 3 * kMs, 500, 1), // one commit for two, at 2,000,200 …
        issued(1'500'900, 3 * kMs, 499, 2), // … and at 1,999,900: in the bucket before
        issued(1'500'950, 3 * kMs, 500, 3),
    };
    const Timeline timeline = buildTimeline(history, 3 * kMs, 9);
    QCOMPARE(timeline.buckets.at(0).stock, std::int64_t{9});
    QCOMPARE(timeline.buckets.at(1).stock, std::int64_t{1});
    QCOMPARE(timeline.buckets.at(2).stock, std::int64_t{0});
}

void TestTimeline::agreesWithAPlainCount_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("lengthNs");
    QTest::newRow("30 ms") << quint64{51} << 200 << qint64{30 * kMs};
    QTest::newRow("90 ms") << quint64{52} << 100 << qint64{90 * kMs + 17};
    QTest::newRow("1 s") << quint64{53} << 3'000 << qint64{1'000 * kMs};
    QTest::newRow("1 hour, sparse") << quint64{54} << 500 << qint64{3'600'000 * kMs};
}

void TestTimeline::agreesWithAPlainCount()
{
    QFETCH(quint64, seed);
    QFETCH(int, count);
    QFETCH(qint64, lengthNs);
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    const auto history = randomHistory(seed, static_cast<std::size_t>(count), lengthNs);
    const std::int64_t timeoutNs = lengthNs / 10;
    const Timeline timeline = buildTimeline(history, lengthNs, 1'000, timeoutNs);
    for (std::size_t index = 0; index < timeline.buckets.size(); ++index) {
        const TimelineBucket &bucket = timeline.buckets.at(index);
        const std::int64_t fromNs = static_cast<std::int64_t>(index) * timeline.bucketNs;
        const TimelineBucket plain =
            plainBucket(history, lengthNs, fromNs, fromNs + timeline.bucketNs, 1'000, timeoutNs);
        QCOMPARE(bucket.answers, plain.answers);
        QCOMPARE(bucket.asked, plain.asked);
        QCOMPARE(bucket.inFlight, plain.inFlight);
        QCOMPARE(bucket.issuedTotal, plain.issuedTotal);
        QCOMPARE(bucket.stock, plain.stock);
        QCOMPARE(bucket.issuedP50Ns, plain.issuedP50Ns);
        QCOMPARE(bucket.issuedP95Ns, plain.issuedP95Ns);
        QCOMPARE(bucket.issuedP99Ns, plain.issuedP99Ns);
    }
}

} // namespace tst_timeline

STAMPEDE_TEST(tst_timeline::TestTimeline)
#include "tst_timeline.moc"
