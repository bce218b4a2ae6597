// SPDX-License-Identifier: MIT
// Proves that a look at any moment of a finished run finds what a plain count over the whole
// history finds, that the k-th smallest of the first n values is right for every k and n, and that
// very many operations are looked at without a walk through them.

#include "base/clock.h"
#include "base/random.h"
#include "measure/histogram.h"
#include "measure/run_moments.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>

namespace tst_run_moments {

using namespace stampede;

namespace {

constexpr std::int64_t kLengthNs = 50 * kNsPerMs;
constexpr std::int64_t kTimeoutNs = 3 * kNsPerMs;

std::shared_ptr<const std::vector<Operation>> randomHistory(std::uint64_t seed, std::size_t count,
                                                            std::int64_t grainNs)
{
    auto history = std::make_shared<std::vector<Operation>>();
    for (std::size_t i = 0; i < count; ++i) {
        const auto draw = [seed, i](std::uint64_t what, std::int64_t bound) {
            return static_cast<std::int64_t>(boundedRandom(splitMix64(splitMix64(seed + i) + what),
                                                           static_cast<std::uint64_t>(bound)));
        };
        Operation next;
        next.outcome = kAllOutcomes.at(static_cast<std::size_t>(draw(0, kOutcomeCount)));
        next.outcome = draw(1, 2) == 0 ? Outcome::Issued : next.outcome;
        next.vu = static_cast<std::uint16_t>(draw(6, 20));
        // A coarse grain makes moments that several operations share.
        next.invokedNs = draw(2, kLengthNs / grainNs) * grainNs;
        next.returnedNs =
            next.invokedNs + draw(3, (kLengthNs - next.invokedNs) / grainNs + 1) * grainNs;
        next.committedUs =
            static_cast<std::uint32_t>(draw(4, (next.returnedNs - next.invokedNs) / 1000 + 1));
        next.stockRead = static_cast<std::int32_t>(draw(5, 1000)) - 1;
        if (next.outcome == Outcome::Unknown) {
            next.returnedNs = Operation::kNoAnswer;
        }
        history->push_back(next);
    }
    std::sort(history->begin(), history->end(), [](const Operation &left, const Operation &right) {
        return left.invokedNs < right.invokedNs;
    });
    return history;
}

/// The same by its definition, looking at every operation.
LiveSnapshot plainLook(const std::vector<Operation> &history, std::int64_t momentNs)
{
    const RequestEnds ends(history, kLengthNs, kTimeoutNs); // proved in its own test
    LiveSnapshot look;
    look.elapsedNs = momentNs;
    look.loadRunning = momentNs < kLengthNs;
    std::int64_t latestCommit = -1;
    std::vector<std::int64_t> issued;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const Operation &each = history[i];
        const std::int64_t endedNs = ends.of(i);
        look.inFlight += each.invokedNs <= momentNs && endedNs > momentNs ? 1 : 0;
        if (endedNs <= momentNs) {
            ++look.outcomes.byOutcome.at(indexOf(each.outcome));
            if (each.outcome == Outcome::Issued) {
                issued.push_back(each.serviceNs());
            }
        }
        if (each.outcome == Outcome::Issued && each.stockRead >= 0) {
            const std::int64_t committed = each.invokedNs + each.committedUs * kNsPerUs;
            if (committed <= momentNs) {
                latestCommit = std::max(latestCommit, committed);
            }
        }
    }
    for (const Operation &each : history) {
        const std::int64_t committed = each.invokedNs + each.committedUs * kNsPerUs;
        if (each.outcome == Outcome::Issued && each.stockRead >= 0 && committed <= latestCommit &&
            committed >= latestCommit - kNsPerUs) {
            const std::int64_t stock = each.stockRead - 1;
            look.lastStock = look.lastStock < 0 ? stock : std::min(look.lastStock, stock);
        }
    }
    std::sort(issued.begin(), issued.end());
    const auto percentile = [&issued](double percent) {
        return issued.empty() ? 0 : issued[nearestRank(percent, issued.size()) - 1];
    };
    look.issuedP50Ns = percentile(50);
    look.issuedP95Ns = percentile(95);
    look.issuedP99Ns = percentile(99);
    return look;
}

void compareLooks(const LiveSnapshot &actual, const LiveSnapshot &expected)
{
    QCOMPARE(actual.elapsedNs, expected.elapsedNs);
    QCOMPARE(actual.loadRunning, expected.loadRunning);
    QCOMPARE(actual.inFlight, expected.inFlight);
    QCOMPARE(actual.outcomes.byOutcome, expected.outcomes.byOutcome);
    QCOMPARE(actual.lastStock, expected.lastStock);
    QCOMPARE(actual.issuedP50Ns, expected.issuedP50Ns);
    QCOMPARE(actual.issuedP95Ns, expected.issuedP95Ns);
    QCOMPARE(actual.issuedP99Ns, expected.issuedP99Ns);
}

} // namespace

class TestRunMoments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kthSmallestOfEveryPrefix_data();
    void kthSmallestOfEveryPrefix();
    void looksAgreeWithAPlainCount_data();
    void looksAgreeWithAPlainCount();
    void endIsTheWholeRun();
    void answersOfAnOutcomeInTheirOrder();
    void responseAndShares();
    void nothingAtAll();
    void stampsAfterTheEnd();
    void manyOperations();
};

void TestRunMoments::kthSmallestOfEveryPrefix_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("bound");
    QTest::newRow("one") << 1 << 10;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("all the same") << 130 << 1;
    QTest::newRow("a word and its edges") << 64 << 1000;
    QTest::newRow("many ties") << 200 << 7;
    QTest::newRow("few ties") << 257 << 100'000;
}

void TestRunMoments::kthSmallestOfEveryPrefix()
{
    QFETCH(const int, size);
    QFETCH(const int, bound);
    std::vector<std::int64_t> values;
    for (int i = 0; i < size; ++i) {
        values.push_back(static_cast<std::int64_t>(boundedRandom(
            splitMix64(static_cast<std::uint64_t>(i) + 42), static_cast<std::uint64_t>(bound))));
    }
    const PrefixRanks ranks(values);
    std::vector<std::int64_t> sorted;
    for (std::size_t count = 1; count <= values.size(); ++count) {
        sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), values[count - 1]),
                      values[count - 1]);
        for (std::size_t rank = 1; rank <= count; ++rank) {
            QCOMPARE(ranks.kthOfFirst(rank, count), sorted[rank - 1]);
        }
    }
}

void TestRunMoments::looksAgreeWithAPlainCount_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("grainNs");
    QTest::newRow("a few") << 5 << qint64{1000};
    QTest::newRow("all within few moments") << 300 << qint64{5 * kNsPerMs};
    QTest::newRow("one stride") << 512 << qint64{1000};
    QTest::newRow("several strides") << 1700 << qint64{1000};
}

void TestRunMoments::looksAgreeWithAPlainCount()
{
    QFETCH(const int, count);
    QFETCH(const qint64, grainNs);
    const auto history = randomHistory(7, static_cast<std::size_t>(count), grainNs);
    const RunMoments moments(history, kLengthNs, kTimeoutNs);
    std::vector<std::int64_t> looks = {0, 1, kLengthNs - 1, kLengthNs};
    for (std::int64_t i = 0; i < 120; ++i) {
        looks.push_back(i * kLengthNs / 120);
        const Operation &some = (*history)[static_cast<std::size_t>(i) * history->size() / 120];
        looks.push_back(some.invokedNs);
        looks.push_back(std::max<std::int64_t>(0, some.returnedNs));
    }
    for (const std::int64_t look : looks) {
        compareLooks(moments.at(look), plainLook(*history, look));
        const LiveSnapshot at = moments.at(look);
        QCOMPARE(moments.answeredBy(look), at.outcomes.total());
        QCOMPARE(moments.askedBy(look) - moments.answeredBy(look),
                 static_cast<std::size_t>(at.inFlight));
    }
}

void TestRunMoments::endIsTheWholeRun()
{
    const auto history = randomHistory(3, 900, 1000);
    const RunMoments moments(history, kLengthNs, kTimeoutNs);
    const LiveSnapshot end = moments.at(10 * kLengthNs);
    QCOMPARE(end.outcomes.byOutcome, countOutcomes(*history).byOutcome);
    QCOMPARE(end.elapsedNs, kLengthNs);
    QCOMPARE(end.inFlight, 0);
    QVERIFY(!end.loadRunning);
    std::vector<std::uint32_t> all(moments.answers().begin(), moments.answers().end());
    std::sort(all.begin(), all.end());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        QCOMPARE(all[i], i);
    }
}

void TestRunMoments::answersOfAnOutcomeInTheirOrder()
{
    const auto history = randomHistory(5, 700, 1000);
    const RunMoments moments(history, kLengthNs, kTimeoutNs);
    for (const Outcome outcome : kAllOutcomes) {
        std::vector<std::int64_t> ends;
        for (std::size_t i = 0; i < history->size(); ++i) {
            if ((*history)[i].outcome == outcome) {
                ends.push_back(moments.endNs(i));
            }
        }
        std::sort(ends.begin(), ends.end());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            QCOMPARE(moments.answerNs(outcome, i + 1), std::optional(ends[i]));
        }
        QVERIFY(!moments.answerNs(outcome, 0));
        QVERIFY(!moments.answerNs(outcome, ends.size() + 1));
    }
}

void TestRunMoments::responseAndShares()
{
    Operation one;
    one.outcome = Outcome::Issued;
    one.invokedNs = 2 * kNsPerMs;
    one.latenessUs = 500;
    one.returnedNs = 6 * kNsPerMs;
    one.lockedUs = 1000;
    one.wroteUs = 1500;
    one.committedUs = 3500;
    Operation silent = one; // says nothing of what it did
    silent.lockedUs = silent.wroteUs = silent.committedUs = Operation::kNotReached;
    silent.returnedNs = 8 * kNsPerMs;
    auto history = std::make_shared<std::vector<Operation>>();
    *history = {one, silent};
    const RunMoments moments(history, 10 * kNsPerMs);
    QCOMPARE(moments.response().size(), std::size_t{10}); // buckets of a millisecond
    QCOMPARE(moments.response()[6], (Percentiles{4'500'000, 4'500'000, 4'500'000}));
    QCOMPARE(moments.response()[8], (Percentiles{6'500'000, 6'500'000, 6'500'000}));
    QCOMPARE(moments.response()[7], (Percentiles{0, 0, 0}));
    QCOMPARE(moments.shares().waitNs, std::int64_t{1'000'000});
    QCOMPARE(moments.shares().commitNs, std::int64_t{2'000'000});
    QCOMPARE(moments.shares().workNs, std::int64_t{1'000'000});
    QCOMPARE(moments.shares().totalNs(), one.serviceNs());
    // Where reading does not lock, the write is what waits.
    const TimeShares unlocked = timeShares(std::vector<Operation>{one}, false);
    QCOMPARE(unlocked.waitNs, (one.wroteUs - one.lockedUs) * kNsPerUs);
    QCOMPARE(unlocked.commitNs, std::int64_t{2'000'000});
    QCOMPARE(unlocked.totalNs(), one.serviceNs());
}

void TestRunMoments::nothingAtAll()
{
    const RunMoments moments(std::make_shared<std::vector<Operation>>(), 0);
    const LiveSnapshot look = moments.at(0);
    QCOMPARE(look.outcomes.total(), std::uint64_t{0});
    QCOMPARE(look.lastStock, -1);
    QCOMPARE(look.issuedP99Ns, 0);
}

void TestRunMoments::stampsAfterTheEnd()
{
    Operation late;
    late.outcome = Outcome::Issued;
    late.invokedNs = 5;
    late.returnedNs = 12; // a nanosecond was lost where the length was written down
    const RunMoments moments(std::make_shared<std::vector<Operation>>(1, late), 11);
    QCOMPARE(moments.at(10).inFlight, 1);
    QCOMPARE(moments.at(11).inFlight, 0);
    QCOMPARE(moments.at(11).outcomes.of(Outcome::Issued), std::uint64_t{1});
}

void TestRunMoments::manyOperations()
{
    // What a frame of a replay costs is printed, never judged; that it walks through no more than a
    // stride follows from the counts being right where the history is long.
    constexpr std::size_t kMany = 200'000;
    const auto history = randomHistory(11, kMany, 1);
    const std::int64_t before = monotonicNs();
    const RunMoments moments(history, kLengthNs, kTimeoutNs);
    const std::int64_t built = monotonicNs();
    std::uint64_t sum = 0;
    for (std::int64_t look = 0; look < 1000; ++look) {
        sum += moments.at(look * kLengthNs / 1000).outcomes.total();
    }
    qInfo("built in %d ms, a look takes %d us", static_cast<int>((built - before) / kNsPerMs),
          static_cast<int>((monotonicNs() - built) / 1000 / kNsPerUs));
    QVERIFY(sum > 0);
    compareLooks(moments.at(kLengthNs / 3), plainLook(*history, kLengthNs / 3));
}

} // namespace tst_run_moments

STAMPEDE_TEST(tst_run_moments::TestRunMoments)
#include "tst_run_moments.moc"
