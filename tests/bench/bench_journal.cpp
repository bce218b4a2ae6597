// SPDX-License-Identifier: MIT
// What the journal of a run costs: the load engine against a target that answers at once, so that
// nothing but measuring is measured, in turns without and with a journal on the disk of the given
// folder (--folder DIR, --turns N, --requests N). Prints the ratios of throughput and of CPU a
// request, medians with their spread.

#include "base/check.h"
#include "journal/load_journal.h"
#include "load/engine.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

using namespace stampede;

namespace {

class InstantSession final : public TargetSession
{
public:
    void send(const Request &request, Operation &operation) override
    {
        operation.outcome = Outcome::Issued;
        operation.rowId = request.user;
    }
};

class InstantTarget final : public Target
{
public:
    Result<std::unique_ptr<TargetSession>, std::string> open(std::size_t /*vu*/) override
    {
        return std::unique_ptr<TargetSession>(new InstantSession);
    }
    void interrupt(std::size_t /*vu*/) override {}
};

struct Turn
{
    double perSecond = 0;
    double cpuNs = 0; ///< a request
};

Turn runOnce(std::int64_t requests, LoadObserver *witness)
{
    constexpr std::int64_t kHourNs = 3'600'000'000'000;
    LoadPlan plan;
    plan.pacing = Pacing::SharedIterations;
    plan.vus = 16;
    plan.iterations = requests;
    plan.durationNs = kHourNs;
    plan.timeoutNs = kHourNs;
    plan.userOf = [](std::uint64_t request) { return static_cast<std::int64_t>(request); };
    InstantTarget target;
    Engine engine(plan, target);
    if (witness != nullptr) {
        engine.addWitness(*witness);
    }
    const auto load = engine.run({});
    STAMPEDE_CHECK(load.ok());
    const auto sent = static_cast<double>(requests);
    return {sent / (static_cast<double>(load.value().lengthNs) / 1e9),
            load.value().cpuSeconds * 1e9 / sent};
}

std::string spread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    char text[64];
    std::snprintf(text, sizeof text, "%.3f (%.3f to %.3f)", values[values.size() / 2],
                  values.front(), values.back());
    return text;
}

std::int64_t numberAfter(int argc, char *argv[], const char *option, std::int64_t otherwise)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], option) == 0) {
            std::from_chars(argv[i + 1], argv[i + 1] + std::strlen(argv[i + 1]), otherwise);
        }
    }
    return otherwise;
}

std::string folderFrom(int argc, char *argv[])
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--folder") == 0) {
            return argv[i + 1];
        }
    }
    return std::filesystem::temp_directory_path();
}

} // namespace

int main(int argc, char *argv[])
{
    const std::int64_t turns = numberAfter(argc, argv, "--turns", 7);
    const std::int64_t requests = numberAfter(argc, argv, "--requests", 2'000'000);
    const std::string path = folderFrom(argc, argv) + "/bench.journal";
    std::vector<double> throughput;
    std::vector<double> cpu;
    double plainNs = 0;
    double bytes = 0;
    runOnce(requests, nullptr); // warm up
    for (std::int64_t turn = 0; turn < turns; ++turn) {
        Turn with;
        const auto journaled = [&] {
            std::filesystem::remove(path);
            auto writer = JournalWriter::create(path, "bench");
            STAMPEDE_CHECK(writer.ok());
            LoadJournal journal(std::move(writer).value());
            with = runOnce(requests, &journal);
            STAMPEDE_CHECK(journal.error().empty());
        };
        if (turn % 2 == 0) {
            journaled();
        }
        const Turn without = runOnce(requests, nullptr);
        if (turn % 2 != 0) {
            journaled();
        }
        bytes = static_cast<double>(std::filesystem::file_size(path));
        throughput.push_back(with.perSecond / without.perSecond);
        cpu.push_back(with.cpuNs / without.cpuNs);
        plainNs = without.cpuNs;
    }
    std::filesystem::remove(path);
    std::printf("throughput with / without journal: %s\n", spread(throughput).c_str());
    std::printf("CPU a request with / without:      %s; without %.0f ns\n", spread(cpu).c_str(),
                plainNs);
    std::printf("journal: %.1f bytes a request\n", bytes / static_cast<double>(requests));
    return 0;
}
