// SPDX-License-Identifier: MIT
// Proves that the recorder keeps every operation in order, that its counters agree with them, and
// that somebody who looks on while workers write may count a request twice but never miss one.

#include "base/random.h"
#include "measure/recorder.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>
#include <thread>
#include <tuple>

namespace tst_recorder {

using namespace stampede;

namespace {

Operation issuedAt(std::int64_t invokedNs, std::uint32_t committedUs, std::int32_t stockRead)
{
    Operation operation;
    operation.outcome = Outcome::Issued;
    operation.invokedNs = invokedNs;
    operation.returnedNs = invokedNs + 2'000'000;
    operation.committedUs = committedUs;
    operation.stockRead = stockRead;
    return operation;
}

void record(Recorder &recorder, std::size_t worker, const Operation &operation)
{
    recorder.began(worker);
    recorder.ended(worker, operation);
}

} // namespace

class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingRecorded();
    void inFlightIsPerWorker();
    void countsEveryOutcome();
    void historyIsSortedAndComplete();
    void historyIsTakenOnce();
    void oneLogForAllWorkers();
    void lateAnswersTakeTheirPlace();
    void stockIsThatOfTheLatestCommit();
    void lowestStockIsNoneOfTheClock();
    void stockOfOneSharedCommitIsTheLowest();
    void latencyIsThatOfIssued();
    void onlookerNeverMissesARequest();
    void soldOutIsNeverSeenBeforeItsWinners();
};

void TestRecorder::nothingRecorded()
{
    Recorder recorder(3, 0);
    const LiveSnapshot snapshot = recorder.live();
    QCOMPARE(snapshot.outcomes.total(), std::uint64_t{0});
    QCOMPARE(snapshot.inFlight, std::int64_t{0});
    QCOMPARE(snapshot.lastStock, std::int64_t{-1});
    QCOMPARE(snapshot.issuedP50Ns, std::int64_t{0});
    QVERIFY(recorder.takeHistory().empty());
}

void TestRecorder::inFlightIsPerWorker()
{
    Recorder recorder(2, 1);
    recorder.began(1);
    QVERIFY(!recorder.inFlight(0));
    QVERIFY(recorder.inFlight(1));
    QCOMPARE(recorder.live().inFlight, std::int64_t{1});
    recorder.ended(1, {});
    QVERIFY(!recorder.inFlight(1));
    QCOMPARE(recorder.live().inFlight, std::int64_t{0});
}

void TestRecorder::countsEveryOutcome()
{
    Recorder recorder(2, 1);
    for (const Outcome outcome : kAllOutcomes) {
        for (std::size_t i = 0; i <= indexOf(outcome); ++i) {
            Operation operation;
            operation.outcome = outcome;
            record(recorder, i % 2, operation);
        }
    }
    const LiveSnapshot snapshot = recorder.live();
    const OutcomeCounts counted = countOutcomes(recorder.takeHistory());
    for (const Outcome outcome : kAllOutcomes) {
        QCOMPARE(snapshot.outcomes.of(outcome), std::uint64_t{indexOf(outcome) + 1});
        QCOMPARE(counted.of(outcome), std::uint64_t{indexOf(outcome) + 1});
    }
    QCOMPARE(snapshot.outcomes.total(), std::uint64_t{kOutcomeCount * (kOutcomeCount + 1) / 2});
    QCOMPARE(snapshot.outOfStockBefore, snapshot.outcomes.of(Outcome::OutOfStock));
}

void TestRecorder::historyIsSortedAndComplete()
{
    constexpr std::uint64_t kSeed = 41;
    constexpr std::uint32_t kOperations = 30'000;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    Recorder recorder(3, 10);
    for (std::uint32_t i = 0; i < kOperations; ++i) {
        Operation operation;
        // Few distinct moments, so that ties are frequent; requests count down, so that order
        // shows.
        operation.invokedNs = static_cast<std::int64_t>(boundedRandom(splitMix64(kSeed + i), 500));
        operation.request = kOperations - 1 - i;
        operation.user = std::int64_t{operation.request} * 7;
        record(recorder, i % 10 == 0 ? i % 3 : 0, operation);
    }
    const std::vector<Operation> history = recorder.takeHistory();
    QCOMPARE(history.size(), std::size_t{kOperations});
    QVERIFY(std::is_sorted(history.begin(), history.end(),
                           [](const Operation &left, const Operation &right) {
                               return std::tie(left.invokedNs, left.request) <
                                      std::tie(right.invokedNs, right.request);
                           }));
    std::vector<bool> seen(kOperations);
    for (const Operation &operation : history) {
        QVERIFY(!seen[operation.request]);
        QCOMPARE(operation.user, std::int64_t{operation.request} * 7);
        seen[operation.request] = true;
    }
}

void TestRecorder::historyIsTakenOnce()
{
    Recorder recorder(1, 1);
    record(recorder, 0, {});
    QCOMPARE(recorder.takeHistory().size(), std::size_t{1});
    QVERIFY(recorder.takeHistory().empty());
    record(recorder, 0, {});
    QCOMPARE(recorder.takeHistory().size(), std::size_t{1});
    QCOMPARE(recorder.live().outcomes.total(), std::uint64_t{2});
}

void TestRecorder::oneLogForAllWorkers()
{
    Recorder recorder(100, Recorder::Log::Shared);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        Operation operation =
            issuedAt(static_cast<std::int64_t>(boundedRandom(splitMix64(i), 1'000)), 1, 5);
        operation.request = i;
        record(recorder, i % 100, operation);
    }
    const std::vector<Operation> history = recorder.takeHistory();
    QCOMPARE(history.size(), std::size_t{20'000});
    QVERIFY(std::is_sorted(history.begin(), history.end(), [](const auto &a, const auto &b) {
        return std::tie(a.invokedNs, a.request) < std::tie(b.invokedNs, b.request);
    }));
    QCOMPARE(recorder.live().outcomes.of(Outcome::Issued), std::uint64_t{20'000});
    QVERIFY(recorder.takeHistory().empty());
}

void TestRecorder::lateAnswersTakeTheirPlace()
{
    Recorder recorder(2, Recorder::Log::Shared);
    for (std::uint32_t i = 0; i < 10; ++i) {
        Operation operation;
        operation.invokedNs = i / 2; // two of each
        operation.request = i;
        operation.vu = static_cast<std::uint16_t>(i % 2);
        operation.reason = UnknownReason::Timeout;
        record(recorder, i % 2, operation);
    }
    Operation late = issuedAt(3, 1, 5);
    late.request = 7;
    late.vu = 1;
    recorder.answeredLate(late);
    QCOMPARE(recorder.live().outcomes.of(Outcome::Issued), std::uint64_t{1});
    QCOMPARE(recorder.live().outcomes.of(Outcome::Unknown), std::uint64_t{9});
    QCOMPARE(recorder.live().issuedP50Ns > 0, true);
    const std::vector<Operation> history = recorder.takeHistory();
    QCOMPARE(history.size(), std::size_t{10});
    for (const Operation &operation : history) {
        QCOMPARE(operation.outcome == Outcome::Issued, operation.request == 7);
    }
    QVERIFY(recorder.takeHistory().empty());
}

void TestRecorder::stockIsThatOfTheLatestCommit()
{
    Recorder recorder(3, 1);
    record(recorder, 0, issuedAt(1'000'000, 900, 10));
    QCOMPARE(recorder.live().lastStock, std::int64_t{9});
    record(recorder, 1, issuedAt(500'000, 3'000, 8));
    QCOMPARE(recorder.live().lastStock, std::int64_t{7});
    // Reported later, committed earlier.
    record(recorder, 2, issuedAt(1'200'000, 1'000, 9));
    QCOMPARE(recorder.live().lastStock, std::int64_t{7});
    QCOMPARE(recorder.live().lowestStock, std::optional<std::int64_t>(7));
    Operation refused = issuedAt(9'000'000, 100, 3);
    refused.outcome = Outcome::AlreadyIssued;
    record(recorder, 0, refused);
    record(recorder, 0, issuedAt(9'000'000, Operation::kNotReached, 3));
    record(recorder, 0, issuedAt(9'000'000, 100, -1));
    QCOMPARE(recorder.live().lastStock, std::int64_t{7});
    QVERIFY(!recorder.live().lowestStock); // what those left nobody knows
}

void TestRecorder::lowestStockIsNoneOfTheClock()
{
    Recorder recorder(2, 1);
    QVERIFY(!recorder.live().lowestStock);
    record(recorder, 0, issuedAt(1'000'000, 900, 9));
    record(recorder, 1, issuedAt(2'000'000, 900, 10)); // wrote before, confirmed after
    QCOMPARE(recorder.live().lastStock, std::int64_t{9});
    QCOMPARE(recorder.live().lowestStock, std::optional<std::int64_t>(8));
    record(recorder, 1, issuedAt(3'000'000, 900, 9)); // as if nobody had taken one
    QCOMPARE(recorder.live().lowestStock, std::optional<std::int64_t>(8));
    QVERIFY(*recorder.live().lowestStock > 10 - 3); // three issued of ten
}

void TestRecorder::stockOfOneSharedCommitIsTheLowest()
{
    Recorder recorder(3, 1);
    record(recorder, 0, issuedAt(1'000'500, 999, 3)); // commits at 1,999,500
    record(recorder, 1, issuedAt(1'000'000, 999, 1)); // at 1,999,000: the same commit
    record(recorder, 2, issuedAt(900'000, 1'000, 4)); // at 1,900,000: an earlier one
    QCOMPARE(recorder.live().lastStock, std::int64_t{0});
}

void TestRecorder::latencyIsThatOfIssued()
{
    Recorder recorder(1, 1);
    for (std::int64_t ms = 1; ms <= 100; ++ms) {
        Operation operation = issuedAt(0, 1, 1);
        operation.returnedNs = ms * 1'000'000;
        record(recorder, 0, operation);
    }
    Operation refused;
    refused.outcome = Outcome::OutOfStock;
    refused.returnedNs = 900'000'000;
    record(recorder, 0, refused);
    const LiveSnapshot snapshot = recorder.live();
    QVERIFY(qAbs(snapshot.issuedP50Ns - 50'000'000) <= 50'000);
    QVERIFY(qAbs(snapshot.issuedP95Ns - 95'000'000) <= 95'000);
    QVERIFY(qAbs(snapshot.issuedP99Ns - 99'000'000) <= 99'000);
}

void TestRecorder::onlookerNeverMissesARequest()
{
    constexpr std::uint64_t kSeed = 43;
    constexpr std::size_t kWorkers = 4;
    constexpr std::size_t kSlotsApart =
        500; // many idle ones between, so that a look takes its time
    constexpr std::uint64_t kLooks = 200;
    constexpr std::uint32_t kMostPerWorker = 200'000;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    Recorder recorder(kWorkers * kSlotsApart, 0);
    std::atomic<std::uint64_t> begun{0};
    std::atomic<std::uint64_t> looks{0};
    std::atomic<std::size_t> finished{0};
    std::vector<std::jthread> workers;
    for (std::size_t worker = 0; worker < kWorkers; ++worker) {
        workers.emplace_back([&, worker] {
            for (std::uint32_t i = 0; i < kMostPerWorker && looks < kLooks; ++i) {
                Operation operation;
                const std::uint64_t random = splitMix64(kSeed + worker * kMostPerWorker + i);
                operation.outcome = kAllOutcomes.at(boundedRandom(random, kOutcomeCount));
                operation.request = i;
                recorder.began(worker * kSlotsApart);
                ++begun;
                if (random % 16 == 0) {
                    std::this_thread::yield();
                }
                recorder.ended(worker * kSlotsApart, operation);
            }
            ++finished;
        });
    }
    std::uint64_t missed = 0;
    std::uint64_t tooMany = 0;
    while (finished < kWorkers) {
        const std::uint64_t before = begun;
        const LiveSnapshot snapshot = recorder.live();
        const std::uint64_t after = begun;
        const std::uint64_t seen =
            snapshot.outcomes.total() + static_cast<std::uint64_t>(snapshot.inFlight);
        missed += seen < before ? 1U : 0U;
        // What is counted has begun; each worker may have one more in flight.
        tooMany += seen > after + kWorkers ? 1U : 0U;
        ++looks;
    }
    workers.clear();
    qInfo("%llu looks", static_cast<unsigned long long>(looks.load()));
    QCOMPARE(missed, std::uint64_t{0});
    QCOMPARE(tooMany, std::uint64_t{0});
    const LiveSnapshot last = recorder.live();
    QCOMPARE(last.outcomes.total(), begun.load());
    QCOMPARE(last.inFlight, std::int64_t{0});
    QCOMPARE(countOutcomes(recorder.takeHistory()).byOutcome, last.outcomes.byOutcome);
}

void TestRecorder::soldOutIsNeverSeenBeforeItsWinners()
{
    constexpr std::size_t kWinner = 0;
    constexpr std::size_t kLoser = 1'999;
    constexpr std::uint64_t kLooks = 200;
    constexpr int kMostRounds = 300'000;
    Operation issued;
    issued.outcome = Outcome::Issued;
    Operation soldOut;
    soldOut.outcome = Outcome::OutOfStock;
    Recorder recorder(kLoser + 1, 0);
    std::atomic<std::uint64_t> looks{0};
    std::atomic<bool> finished{false};
    const std::jthread writer([&] {
        // Every refusal comes while a winner is still waiting for their answer.
        for (int round = 0; round < kMostRounds && looks < kLooks; ++round) {
            recorder.began(kWinner);
            record(recorder, kLoser, soldOut);
            recorder.ended(kWinner, issued);
        }
        finished = true;
    });
    std::uint64_t tooEarly = 0;
    while (!finished) {
        const LiveSnapshot live = recorder.live();
        const std::uint64_t winners =
            live.outcomes.of(Outcome::Issued) + static_cast<std::uint64_t>(live.inFlight);
        tooEarly += winners < live.outOfStockBefore ? 1U : 0U;
        ++looks;
    }
    qInfo("%llu looks", static_cast<unsigned long long>(looks.load()));
    QCOMPARE(tooEarly, std::uint64_t{0});
}

} // namespace tst_recorder

STAMPEDE_TEST(tst_recorder::TestRecorder)
#include "tst_recorder.moc"
