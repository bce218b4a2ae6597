// SPDX-License-Identifier: MIT
// What the archive costs: keeping and reading a run of 1,000,000 operations, beside copying and
// compressing the same operations as they lie in memory; and listing 10,000 runs.

#include "archive/archive.h"
#include "archive/history_codec.h"
#include "base/clock.h"
#include "sample_history.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace stampede;

namespace {

constexpr int kRuns = 10'000;

double msSince(std::int64_t startNs)
{
    return static_cast<double>(monotonicNs() - startNs) / 1e6;
}

RunRecord recordOf(int number, std::vector<Operation> history)
{
    RunRecord record;
    record.id = QStringLiteral("%1").arg(number, 12, 16, QLatin1Char('0'));
    record.startedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + number, Qt::UTC);
    record.scenario.name = QStringLiteral("Why 200 cannot happen");
    record.outcomes.byOutcome[0] = history.size();
    record.timeline.buckets.resize(200);
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
    return record;
}

void benchLargeRun(const ArchivePlace &place)
{
    const RunRecord record = recordOf(1, bench::sampleHistory());
    const auto &history = *record.history;
    const auto raw = static_cast<qsizetype>(history.size() * sizeof(Operation));
    std::int64_t start = monotonicNs();
    const QByteArray peer =
        qCompress(reinterpret_cast<const uchar *>(history.data()), raw, 1); // NOLINT
    std::printf("as in memory, compressed     %8.0f ms  %6.1f MB of %.1f\n", msSince(start),
                static_cast<double>(peer.size()) / 1e6, static_cast<double>(raw) / 1e6);
    start = monotonicNs();
    qsizetype bytes = 0;
    for (const QByteArray &block : encodeHistory(history)) {
        bytes += block.size();
    }
    std::printf("as columns, compressed       %8.0f ms  %6.1f MB, %.1f bytes an operation\n",
                msSince(start), static_cast<double>(bytes) / 1e6,
                static_cast<double>(bytes) / static_cast<double>(history.size()));
    start = monotonicNs();
    const bool kept = Archive::open(place).value()->keep(record).ok();
    std::printf("run of 1,000,000 kept        %8.0f ms  %s\n", msSince(start),
                kept ? "" : "FAILED");
    start = monotonicNs();
    const auto read = Archive::open(place).value()->read(record.id, Archive::History::Read);
    std::printf("run of 1,000,000 read        %8.0f ms\n", msSince(start));
    const bool same =
        read && read.value().history->size() == history.size() &&
        std::equal(history.begin(), history.end(), read.value().history->begin(),
                   [](const Operation &a, const Operation &b) {
                       return std::memcmp(&a, &b, offsetof(Operation, reason) + 1) == 0;
                   });
    std::printf("every operation the same     %11s\n", same ? "yes" : "NO");
}

void benchList(const ArchivePlace &place)
{
    const auto archive = Archive::open(place);
    std::int64_t start = monotonicNs();
    std::vector<Operation> few = bench::sampleHistory();
    few.resize(20);
    for (int number = 2; number <= kRuns; ++number) {
        if (!archive.value()->keep(recordOf(number, few)).ok()) {
            std::printf("FAILED\n");
        }
    }
    std::printf("one small run kept           %8.2f ms\n", msSince(start) / kRuns);
    for (int round = 0; round < 3; ++round) {
        start = monotonicNs();
        const auto opened = Archive::open(place);
        const auto runs = opened.value()->list();
        std::printf("%lld runs opened and listed %8.0f ms\n",
                    static_cast<long long>(runs ? runs.value().size() : 0), msSince(start));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const ArchivePlace place{folder.path(), 100'000'000'000};
    benchLargeRun(place);
    benchList(place);
    return 0;
}
