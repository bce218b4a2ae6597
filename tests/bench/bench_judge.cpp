// SPDX-License-Identifier: MIT
// What judging costs: time and its growth, memory an operation, and reading a history file and
// judging it beside QJsonDocument, which only parses the same lines.

#include "base/clock.h"
#include "base/random.h"
#include "checker/checker.h"
#include "checker/history_reader.h"
#include "checker/replay.h"
#include "measure/history_writer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace stampede;

namespace {

constexpr int kRounds = 3;
constexpr std::size_t kFileOperations = 1'000'000;

struct Sample
{
    HistoryFacts facts;
    std::vector<JudgedOperation> operations;
};

/// A sale of a tenth of the requests: first all coupons, then "out of stock"; in between people
/// who ask again, and requests without an answer. `scattered`: ids all over the 64 bits.
Sample sampleOf(std::size_t count, std::size_t users, bool scattered)
{
    Sample sample;
    sample.operations.reserve(count);
    sample.facts.stock = static_cast<std::int64_t>(users / 10);
    const auto idOf = [scattered](std::size_t user) {
        return scattered ? static_cast<std::int64_t>(splitMix64(user))
                         : static_cast<std::int64_t>(user) + 1;
    };
    for (std::size_t i = 0; i < count; ++i) {
        // Everybody in turn, in an order that jumps about in memory.
        const std::size_t user = i * 7'919 % users;
        JudgedOperation operation;
        operation.user = idOf(user);
        operation.invokedNs = static_cast<std::int64_t>(i) * 100;
        operation.returnedNs =
            operation.invokedNs + 1'000'000 + static_cast<std::int64_t>(splitMix64(i) % 1'000'000);
        const bool again = i >= users && i * 7'919 / users > 0 && i % users < users / 10;
        if (i < users / 10) {
            operation.outcome = i % 50 == 0 ? Outcome::Unknown : Outcome::Issued;
            if (operation.outcome == Outcome::Unknown) {
                operation.returnedNs = kNeverNs;
            }
            sample.facts.rowUsers.push_back(operation.user);
        } else {
            operation.outcome = again ? Outcome::AlreadyIssued : Outcome::OutOfStock;
        }
        sample.operations.push_back(operation);
    }
    return sample;
}

/// The fastest of several rounds, in seconds.
template<typename Work>
double fastest(Work work)
{
    std::int64_t best = kNeverNs;
    for (int round = 0; round < kRounds; ++round) {
        const std::int64_t start = monotonicNs();
        work();
        best = std::min(best, monotonicNs() - start);
    }
    return static_cast<double>(best) / 1e9;
}

/// Peak memory of a process of its own that does the work, in bytes.
template<typename Work>
double peakBytes(Work work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    struct rusage usage = {};
    int status = 0;
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0) {
        return 0;
    }
    return static_cast<double>(usage.ru_maxrss) * 1024;
}

void benchMemory(const char *name, std::size_t count, std::size_t users, bool scattered)
{
    const double idle = peakBytes([] {});
    const double busy = peakBytes([count, users, scattered] {
        const Sample sample = sampleOf(count, users, scattered);
        static_cast<void>(judge(sample.facts, sample.operations));
    });
    const double limit = 64.0 * static_cast<double>(count + users);
    std::printf("%-40s %6.1f bytes an operation (operations included), %4.2f of the limit\n", name,
                (busy - idle) / static_cast<double>(count), (busy - idle) / limit);
}

void benchJudge(bool scattered)
{
    double before = 0;
    for (const std::size_t count : {100'000U, 1'000'000U, 10'000'000U}) {
        const Sample sample = sampleOf(count, count, scattered);
        bool right = false;
        const double seconds =
            fastest([&] { right = judge(sample.facts, sample.operations).linearizable; });
        std::printf("judge %10zu, %-22s %8.3f s, %6.2f million/s", count,
                    scattered ? "ids scattered" : "ids close together", seconds,
                    static_cast<double>(count) / seconds / 1e6);
        if (before > 0) {
            std::printf(", ten times as many take %5.1f times as long", seconds / before);
        }
        std::printf("%s\n", right ? "" : "  NOT LINEARIZABLE");
        before = seconds;
    }
}

void benchReplay()
{
    const Sample sample = sampleOf(1'000'000, 1'000'000, false);
    bool proves = false;
    const double seconds = fastest([&] {
        const std::vector<Step> order = orderOf(sample.facts, sample.operations);
        proves = replay(sample.facts, sample.operations, order).proves();
    });
    std::printf("order and replay 1000000 %26.3f s%s\n", seconds, proves ? "" : "  NO PROOF");
}

std::vector<Operation> recorded(const Sample &sample)
{
    std::vector<Operation> operations;
    operations.reserve(sample.operations.size());
    for (const JudgedOperation &judged : sample.operations) {
        Operation operation;
        operation.user = judged.user;
        operation.invokedNs = judged.invokedNs;
        operation.returnedNs =
            judged.returnedNs == kNeverNs ? Operation::kNoAnswer : judged.returnedNs;
        operation.outcome = judged.outcome;
        operation.request = static_cast<std::uint32_t>(operations.size());
        operation.vu = static_cast<std::uint16_t>(operations.size() % 200);
        operation.lockedUs = 150;
        if (judged.outcome == Outcome::Issued) {
            operation.rowId = operation.request + 1;
            operation.stockRead = 17;
            operation.wroteUs = 170;
            operation.committedUs = 195;
        }
        operations.push_back(operation);
    }
    return operations;
}

/// Writes the history and gives its length in bytes, 0 where that fails.
std::int64_t writeFile(QTemporaryFile &file)
{
    const Sample sample = sampleOf(kFileOperations, kFileOperations, false);
    HistoryFrame frame;
    frame.stock = sample.facts.stock;
    frame.hasFinal = true;
    frame.rowUsers = sample.facts.rowUsers;
    const bool written =
        file.open() && writeHistory(frame, recorded(sample), [&file](std::string_view block) {
            return file.write(block.data(), static_cast<qint64>(block.size())) >= 0;
        });
    return written && file.flush() ? file.size() : 0;
}

void benchFile()
{
    QTemporaryFile file;
    const std::int64_t bytes = writeFile(file);
    bool right = false;
    const double ours = fastest([&] {
        std::FILE *in = std::fopen(file.fileName().toLocal8Bit().constData(), "rb");
        HistoryReader reader([in](char *to, std::size_t size) {
            return static_cast<std::ptrdiff_t>(std::fread(to, 1, size, in));
        });
        const auto history = reader.next();
        right =
            history && history->usable() && judge(history->facts, history->operations).linearizable;
        static_cast<void>(std::fclose(in));
    });
    std::int64_t users = 0;
    const double peer = fastest([&] {
        file.seek(0);
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            users += line.value(QLatin1String("user")).toInteger();
        }
    });
    std::printf("read and judge a file of %.0f MB %18.3f s, %6.2f million operations/s%s\n",
                static_cast<double>(bytes) / 1e6, ours, kFileOperations / ours / 1e6,
                right ? "" : "  NOT LINEARIZABLE");
    std::printf("QJsonDocument, parsing the same lines %12.3f s: %.1f times as long (%lld)\n", peer,
                peer / ours, static_cast<long long>(users % 10));
}

} // namespace

int main()
{
    benchMemory("memory, 10^6 by 10^6 people, close", 1'000'000, 1'000'000, false);
    benchMemory("memory, 10^6 by 10^6 people, scattered", 1'000'000, 1'000'000, true);
    benchMemory("memory, 10^7 by 10^7 people, scattered", 10'000'000, 10'000'000, true);
    benchMemory("memory, 10^7 by 10^4 people, scattered", 10'000'000, 10'000, true);
    benchJudge(false);
    benchJudge(true);
    benchReplay();
    benchFile();
    return 0;
}
