// SPDX-License-Identifier: MIT
// What measuring costs: recording an operation, writing the history, ranking latencies, each beside
// a plain peer that does the same work in the same run.

#include "base/clock.h"
#include "base/random.h"
#include "measure/histogram.h"
#include "measure/history_writer.h"
#include "measure/recorder.h"
#include "measure/timeline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

using namespace stampede;

namespace {

constexpr std::size_t kOperations = 1'000'000;
constexpr std::size_t kThreads = 4;
constexpr int kRounds = 5;

std::vector<Operation> sampleHistory()
{
    std::vector<Operation> history(kOperations);
    std::uint32_t index = 0;
    for (Operation &operation : history) {
        const std::uint64_t random = splitMix64(index);
        operation.invokedNs = std::int64_t{index} * 900;
        operation.returnedNs =
            operation.invokedNs + 200'000 + static_cast<std::int64_t>(random % 80'000'000);
        operation.user = static_cast<std::int64_t>(random % 10'000) + 1;
        operation.request = index;
        operation.vu = static_cast<std::uint16_t>(index % 1'000);
        operation.lockedUs = 150;
        operation.outcome = index % 4 == 0 ? Outcome::Issued : Outcome::OutOfStock;
        if (operation.outcome == Outcome::Issued) {
            operation.rowId = index + 1;
            operation.stockRead = static_cast<std::int32_t>(kOperations - index);
            operation.wroteUs = 170;
            operation.committedUs = 195;
        }
        ++index;
    }
    return history;
}

/// The fastest of several rounds, in ns.
template<typename Work>
double fastestNs(Work work)
{
    std::int64_t fastest = std::numeric_limits<std::int64_t>::max();
    for (int round = 0; round < kRounds; ++round) {
        const std::int64_t start = monotonicNs();
        work();
        fastest = std::min(fastest, monotonicNs() - start);
    }
    return static_cast<double>(fastest);
}

/// Hands every operation to `record(worker, operation)` from several threads.
template<typename Record>
void fromManyThreads(const std::vector<Operation> &history, Record record)
{
    std::vector<std::jthread> threads;
    for (std::size_t worker = 0; worker < kThreads; ++worker) {
        threads.emplace_back([&history, &record, worker] {
            for (std::size_t i = worker; i < history.size(); i += kThreads) {
                record(worker, history[i]);
            }
        });
    }
}

void print(const char *what, double oursNs, double peerNs, const char *peer)
{
    std::printf("%-34s %9.1f ns an operation   %6.2f x %s\n", what, oursNs / kOperations,
                peerNs / oursNs, peer);
}

void benchRecorder(const std::vector<Operation> &history)
{
    const double ours = fastestNs([&history] {
        Recorder recorder(kThreads, kOperations / kThreads);
        fromManyThreads(history, [&recorder](std::size_t worker, const Operation &operation) {
            recorder.began(worker);
            recorder.ended(worker, operation);
        });
    });
    const double peer = fastestNs([&history] {
        std::mutex mutex;
        std::vector<Operation> all;
        std::array<std::uint64_t, kOutcomeCount> counts{};
        fromManyThreads(history, [&](std::size_t, const Operation &operation) {
            const std::lock_guard lock(mutex);
            all.push_back(operation);
            ++counts.at(indexOf(operation.outcome));
        });
    });
    print("record, 4 threads", ours, peer, "as fast as a vector behind a mutex");
}

void benchWriter(const std::vector<Operation> &history)
{
    std::size_t bytes = 0;
    const double ours = fastestNs([&] {
        bytes = 0;
        static_cast<void>(writeHistory({}, history, [&bytes](std::string_view block) {
            bytes += block.size();
            return true;
        }));
    });
    const double peer = fastestNs([&history] {
        std::ofstream out("/dev/null");
        for (const Operation &o : history) {
            out << R"({"op":"issue","user":)" << o.user << R"(,"invoked_ns":)" << o.invokedNs
                << R"(,"returned_ns":)" << o.returnedNs << R"(,"outcome":")"
                << outcomeKey(o.outcome) << R"(","request":)" << o.request << R"(,"vu":)" << o.vu
                << R"(,"attempts":)" << int{o.attempts} << R"(,"row":)" << o.rowId << R"(,"read":)"
                << o.stockRead << R"(,"locked_us":)" << o.lockedUs << "}\n";
        }
    });
    print("write the history", ours, peer, "as fast as std::ofstream, fewer fields");
    std::printf("%-34s %9.2f million lines/s, %.0f MB/s\n", "", kOperations * 1e3 / ours,
                static_cast<double>(bytes) * 1e3 / ours);
}

void benchHistogram(const std::vector<Operation> &history)
{
    std::int64_t found = 0;
    const double ours = fastestNs([&] {
        Histogram histogram;
        for (const Operation &operation : history) {
            histogram.record(operation.serviceNs());
        }
        found = histogram.percentile(99);
    });
    std::int64_t exact = 0;
    const double peer = fastestNs([&] {
        std::vector<std::int64_t> latencies;
        latencies.reserve(history.size());
        for (const Operation &operation : history) {
            latencies.push_back(operation.serviceNs());
        }
        const auto rank =
            latencies.begin() + static_cast<std::ptrdiff_t>(nearestRank(99, latencies.size())) - 1;
        std::nth_element(latencies.begin(), rank, latencies.end());
        exact = *rank;
    });
    print("rank latencies (p99)", ours, peer, "as fast as std::nth_element");
    std::printf("%-34s %9.4f %% off the exact value\n", "",
                std::abs(static_cast<double>(found - exact)) * 100 / static_cast<double>(exact));
}

void benchTimeline(const std::vector<Operation> &history)
{
    const std::int64_t lengthNs = history.back().returnedNs;
    const double ours =
        fastestNs([&] { static_cast<void>(buildTimeline(history, lengthNs, kOperations)); });
    const double peer = fastestNs([&history] {
        std::vector<Operation> copy = history;
        std::sort(copy.begin(), copy.end(), [](const Operation &left, const Operation &right) {
            return left.returnedNs < right.returnedNs;
        });
    });
    print("build the timeline", ours, peer, "as fast as one std::sort by answer");
}

} // namespace

int main()
{
    const std::vector<Operation> history = sampleHistory();
    std::printf("%zu operations, the fastest of %d rounds\n", kOperations, kRounds);
    benchRecorder(history);
    benchWriter(history);
    benchHistogram(history);
    benchTimeline(history);
    return 0;
}
