// SPDX-License-Identifier: MIT
// Proves that a histogram gives every percentile within 0.1 % of the sorted values, over its whole
// range and after merging, that its buckets leave no gap, and that the shared one loses no value.

#include "base/random.h"
#include "measure/histogram.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <thread>
#include <vector>

namespace tst_histogram {

using namespace stampede;

namespace {

constexpr double kRelativeError = 0.001;

std::vector<std::int64_t> randomValues(std::uint64_t seed, std::size_t count, int bits)
{
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t random = splitMix64(seed + i);
        // Every magnitude up to `bits` bits is equally frequent, as latencies spread.
        const int magnitude = static_cast<int>(boundedRandom(splitMix64(random), 64) % 64) % bits;
        values.push_back(static_cast<std::int64_t>(random >> (63 - magnitude)));
    }
    return values;
}

std::int64_t exactPercentile(std::vector<std::int64_t> values, double percent)
{
    std::sort(values.begin(), values.end());
    // The definition itself: the smallest value that at least `percent` of all do not exceed.
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto notAbove = static_cast<long double>(i + 1) * 100;
        if (notAbove + 1e-6L >= static_cast<long double>(percent) * values.size()) {
            return values[i];
        }
    }
    return values.back();
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketsCoverTheRangeWithoutGap();
    void bucketsAreNarrow();
    void emptyIsZero();
    void nearestRankIsExact_data();
    void nearestRankIsExact();
    void percentilesMatchTheSortedValues_data();
    void percentilesMatchTheSortedValues();
    void percentilesStayWithinMinAndMax();
    void extremesAreClamped();
    void timesCountAsRepetition();
    void sinceIsWhatCameLater();
    void mergingIsRecordingBoth();
    void clearingEmpties();
    void sharedLosesNothing();
};

void TestHistogram::bucketsCoverTheRangeWithoutGap()
{
    using namespace histogram_layout;
    QCOMPARE(lowestOf(0), std::int64_t{0});
    for (std::size_t index = 0; index < bucketCount(); ++index) {
        QCOMPARE(indexOf(lowestOf(index)), index);
        QCOMPARE(indexOf(highestOf(index)), index);
        if (index + 1 < bucketCount()) {
            QCOMPARE(lowestOf(index + 1), highestOf(index) + 1);
        }
    }
    QCOMPARE(highestOf(bucketCount() - 1), kMaxValue);
}

void TestHistogram::bucketsAreNarrow()
{
    using namespace histogram_layout;
    for (std::size_t index = 0; index < bucketCount(); ++index) {
        const std::int64_t width = highestOf(index) - lowestOf(index) + 1;
        QVERIFY(width == 1 || width * 1024 <= lowestOf(index));
    }
}

void TestHistogram::emptyIsZero()
{
    const Histogram histogram;
    QCOMPARE(histogram.count(), std::uint64_t{0});
    QCOMPARE(histogram.min(), std::int64_t{0});
    QCOMPARE(histogram.max(), std::int64_t{0});
    QCOMPARE(histogram.mean(), 0.0);
    QCOMPARE(histogram.percentile(50), std::int64_t{0});
}

void TestHistogram::nearestRankIsExact_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<quint64>("count");
    QTest::addColumn<quint64>("rank");
    QTest::newRow("0 % is the first") << 0.0 << quint64{5} << quint64{1};
    QTest::newRow("100 % is the last") << 100.0 << quint64{5} << quint64{5};
    QTest::newRow("median of one") << 50.0 << quint64{1} << quint64{1};
    QTest::newRow("median of two") << 50.0 << quint64{2} << quint64{1};
    QTest::newRow("median of three") << 50.0 << quint64{3} << quint64{2};
    QTest::newRow("95 of 100") << 95.0 << quint64{100} << quint64{95};
    QTest::newRow("95 of 101") << 95.0 << quint64{101} << quint64{96};
    QTest::newRow("99.9 of 1,000") << 99.9 << quint64{1000} << quint64{999};
    QTest::newRow("99.9 of 1,001") << 99.9 << quint64{1001} << quint64{1000};
    QTest::newRow("0.07 of 10,000") << 0.07 << quint64{10'000} << quint64{7};
    QTest::newRow("99.99 of 10,000,000") << 99.99 << quint64{10'000'000} << quint64{9'999'000};
}

void TestHistogram::nearestRankIsExact()
{
    QFETCH(double, percent);
    QFETCH(quint64, count);
    QTEST(static_cast<quint64>(nearestRank(percent, count)), "rank");
}

void TestHistogram::percentilesMatchTheSortedValues_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("bits");
    QTest::newRow("one value") << quint64{11} << 1 << 43;
    QTest::newRow("two values") << quint64{12} << 2 << 43;
    QTest::newRow("hundred small") << quint64{13} << 100 << 11;
    QTest::newRow("thousand up to a second") << quint64{14} << 1'000 << 30;
    QTest::newRow("ten thousand, whole range") << quint64{15} << 10'000 << 43;
}

void TestHistogram::percentilesMatchTheSortedValues()
{
    QFETCH(quint64, seed);
    QFETCH(int, count);
    QFETCH(int, bits);
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    const auto values = randomValues(seed, static_cast<std::size_t>(count), bits);
    Histogram histogram;
    double sum = 0;
    for (const std::int64_t value : values) {
        histogram.record(value);
        sum += static_cast<double>(value);
    }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    QCOMPARE(histogram.min(), *least);
    QCOMPARE(histogram.max(), *most);
    QCOMPARE(histogram.mean(), sum / count);
    for (const double percent : {0.0, 1.0, 25.0, 50.0, 90.0, 95.0, 99.0, 99.9, 100.0}) {
        const auto exact = static_cast<double>(exactPercentile(values, percent));
        const auto found = static_cast<double>(histogram.percentile(percent));
        QVERIFY2(
            std::abs(found - exact) <= exact * kRelativeError,
            qPrintable(QStringLiteral("p%1: %2, exact %3").arg(percent).arg(found).arg(exact)));
    }
}

void TestHistogram::percentilesStayWithinMinAndMax()
{
    Histogram histogram;
    histogram.record(1'000'000'001);
    for (const double percent : {0.0, 50.0, 100.0}) {
        QCOMPARE(histogram.percentile(percent), std::int64_t{1'000'000'001});
    }
}

void TestHistogram::extremesAreClamped()
{
    Histogram histogram;
    histogram.record(-5);
    histogram.record(std::numeric_limits<std::int64_t>::max());
    QCOMPARE(histogram.count(), std::uint64_t{2});
    QCOMPARE(histogram.min(), std::int64_t{0});
    QCOMPARE(histogram.max(), histogram_layout::kMaxValue);
    QCOMPARE(histogram.percentile(50), std::int64_t{0});
}

void TestHistogram::sinceIsWhatCameLater()
{
    SharedHistogram shared;
    shared.record(1'000);
    const Histogram before = shared.snapshot();
    QCOMPARE(shared.snapshot().since(before).count(), std::uint64_t{0});
    QCOMPARE(before.since(Histogram()).count(), std::uint64_t{1});
    for (int i = 0; i < 20; ++i) {
        shared.record(5'000'000);
    }
    const Histogram since = shared.snapshot().since(before);
    QCOMPARE(since.count(), std::uint64_t{20});
    QVERIFY(qAbs(since.percentile(50) - 5'000'000) < 5'000);
    QVERIFY(since.min() > 1'000'000);
}

void TestHistogram::timesCountAsRepetition()
{
    Histogram histogram;
    histogram.record(10, 3);
    histogram.record(20, 0);
    histogram.record(1'000, 1);
    QCOMPARE(histogram.count(), std::uint64_t{4});
    QCOMPARE(histogram.max(), std::int64_t{1'000});
    QCOMPARE(histogram.percentile(75), std::int64_t{10});
    QCOMPARE(histogram.percentile(76), std::int64_t{1'000});
    QCOMPARE(histogram.mean(), 257.5);
}

void TestHistogram::mergingIsRecordingBoth()
{
    constexpr std::uint64_t kSeed = 21;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    Histogram parts;
    Histogram whole;
    Histogram part;
    for (const std::int64_t value : randomValues(kSeed, 5'000, 43)) {
        whole.record(value);
        part.record(value);
        if (part.count() == 1'000) {
            parts.merge(part);
            part.clear();
        }
    }
    parts.merge(Histogram());
    QCOMPARE(parts.count(), whole.count());
    QCOMPARE(parts.min(), whole.min());
    QCOMPARE(parts.max(), whole.max());
    QVERIFY(std::abs(parts.mean() - whole.mean()) <= whole.mean() * 1e-12);
    for (const double percent : {1.0, 50.0, 95.0, 99.9}) {
        QCOMPARE(parts.percentile(percent), whole.percentile(percent));
    }
}

void TestHistogram::clearingEmpties()
{
    Histogram histogram;
    histogram.record(7);
    histogram.clear();
    QCOMPARE(histogram.count(), std::uint64_t{0});
    QCOMPARE(histogram.max(), std::int64_t{0});
    histogram.record(9);
    QCOMPARE(histogram.min(), std::int64_t{9});
}

void TestHistogram::sharedLosesNothing()
{
    constexpr std::uint64_t kSeed = 31;
    constexpr std::size_t kThreads = 4;
    constexpr std::size_t kPerThread = 20'000;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    SharedHistogram shared;
    Histogram expected;
    std::atomic<std::size_t> finished{0};
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < kThreads; ++thread) {
        const auto values = randomValues(kSeed + thread * kPerThread, kPerThread, 40);
        for (const std::int64_t value : values) {
            expected.record(value);
        }
        threads.emplace_back([&shared, &finished, values] {
            for (const std::int64_t value : values) {
                shared.record(value);
            }
            ++finished;
        });
    }
    std::uint64_t last = 0;
    while (finished < kThreads) {
        const std::uint64_t count = shared.snapshot().count();
        QVERIFY(count >= last);
        last = count;
    }
    const Histogram snapshot = shared.snapshot();
    QCOMPARE(snapshot.count(), expected.count());
    for (const double percent : {50.0, 95.0, 99.0}) {
        QCOMPARE(snapshot.percentile(percent), expected.percentile(percent));
    }
    const auto isClose = [](double found, double exact) {
        return std::abs(found - exact) <= exact * kRelativeError;
    };
    QVERIFY(isClose(static_cast<double>(snapshot.min()), static_cast<double>(expected.min())));
    QVERIFY(isClose(static_cast<double>(snapshot.max()), static_cast<double>(expected.max())));
    QVERIFY(isClose(snapshot.mean(), expected.mean()));
}

} // namespace tst_histogram

STAMPEDE_TEST(tst_histogram::TestHistogram)
#include "tst_histogram.moc"
