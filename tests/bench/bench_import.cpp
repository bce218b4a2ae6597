// SPDX-License-Identifier: MIT
// What reading another tool's results costs: k6's JSON with eight points a request is read, joined
// and judged, beside simdjson, which only parses the same lines once; and memory a request. Then
// what is not found any more where moments are known less exactly: of refusals that came too early
// (C3, C4) in sales of 600 requests by 40 virtual users, the share that wider intervals explain.
//   bench_import [REQUESTS]     (200,000; 1,000,000 take a file of 2.5 GB)

#include "base/clock.h"
#include "base/random.h"
#include "checker/checker.h"
#include "checker/line_reader.h"
#include "import/imported_run.h"

#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <simdjson.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace stampede;

namespace {

constexpr std::array kMetrics = {
    "http_reqs",           "http_req_duration",        "http_req_blocked",
    "http_req_connecting", "http_req_tls_handshaking", "http_req_sending",
    "http_req_waiting",    "http_req_receiving"};

/// Requests of 100 virtual users, a twentieth of them told "issued".
bool writeResults(QFile &file, std::int64_t requests)
{
    for (std::int64_t i = 0; i < requests; ++i) {
        const std::int64_t user =
            static_cast<std::int64_t>(boundedRandom(splitMix64(static_cast<std::uint64_t>(i)),
                                                    static_cast<std::uint64_t>(requests / 3 + 1)));
        const int status = i < requests / 20 ? 201 : i % 7 == 0 ? 409 : 410;
        std::array<char, 640> line{};
        for (const char *metric : kMetrics) {
            const int length = std::snprintf(
                line.data(), line.size(),
                "{\"metric\":\"%s\",\"type\":\"Point\",\"data\":{\"time\":\"2026-11-30T02:%02d:%"
                "02d."
                "%09lldZ\",\"value\":%d.%06d,\"tags\":{\"expected_response\":\"true\",\"method\":"
                "\"POST\",\"name\":\"claim\",\"scenario\":\"default\",\"status\":\"%d\",\"url\":"
                "\"claim\",\"user\":\"m%lld\"},\"metadata\":{\"vu\":\"%lld\",\"iter\":\"%lld\"}}}"
                "\n",
                metric, static_cast<int>(i / 1'000 / 60 % 60), static_cast<int>(i / 1'000 % 60),
                static_cast<long long>(i % 1'000 * 1'000'000 + i % 999'983),
                static_cast<int>(i % 40 + 1), static_cast<int>(i % 999'999), status,
                static_cast<long long>(user), static_cast<long long>(i % 100 + 1),
                static_cast<long long>(i / 100));
            if (file.write(line.data(), length) != length) {
                return false;
            }
        }
    }
    return file.flush();
}

AnswerRule ruleFor(int status, Outcome outcome)
{
    AnswerRule rule;
    rule.leastStatus = rule.mostStatus = status;
    rule.outcome = outcome;
    return rule;
}

std::size_t importAndJudge(const QString &path)
{
    ImportOrder order;
    order.path = path;
    order.user = QStringLiteral("tag:user");
    order.rules = {ruleFor(201, Outcome::Issued), ruleFor(409, Outcome::AlreadyIssued),
                   ruleFor(410, Outcome::OutOfStock)};
    const auto run = importRun(order);
    if (!run) {
        std::fprintf(stderr, "%s\n", qPrintable(run.error().constFirst()));
        std::exit(1);
    }
    const std::vector<Operation> &operations = run.value().operations;
    std::vector<JudgedOperation> judged;
    judged.reserve(operations.size());
    HistoryFacts facts;
    for (const Operation &operation : operations) {
        judged.push_back(judgedFrom(operation));
        facts.stock += operation.outcome == Outcome::Issued ? 1 : 0;
        if (operation.outcome == Outcome::Issued) {
            facts.rowUsers.push_back(operation.user);
        }
    }
    return judge(facts, judged).violations.size() + operations.size();
}

std::size_t parseOnly(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::exit(1);
    }
    LineReader lines(
        [&file](char *to, std::size_t size) {
            return static_cast<std::ptrdiff_t>(file.read(to, static_cast<qint64>(size)));
        },
        std::size_t{1} << 20U);
    simdjson::dom::parser parser;
    std::size_t parsed = 0;
    for (std::string_view line; lines.next(line) == LineReader::Got::Line;) {
        parsed += parser.parse(line.data(), line.size(), false).error() == simdjson::SUCCESS;
    }
    return parsed;
}

/// The most memory that a child takes for it, in bytes.
template<typename Job>
std::int64_t memoryOf(const Job &job)
{
    const pid_t child = fork();
    if (child == 0) {
        job();
        _exit(0);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

template<typename Job>
double bestSecondsOf(const Job &job)
{
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        const std::int64_t began = monotonicNs();
        job();
        best = std::min(best, static_cast<double>(monotonicNs() - began) / 1e9);
    }
    return best;
}

/// A sale that lasts some 0.25 s, right but for one refusal.
struct FlawedSale
{
    HistoryFacts facts;
    std::vector<JudgedOperation> operations;
};

FlawedSale flawedSale(std::uint64_t seed, Condition flaw)
{
    constexpr std::int64_t kRequests = 600;
    constexpr std::size_t kVirtualUsers = 40;
    constexpr std::int64_t kStock = 50;
    std::uint64_t state = splitMix64(seed);
    const auto below = [&state](std::int64_t bound) {
        state = splitMix64(state);
        return static_cast<std::int64_t>(boundedRandom(state, static_cast<std::uint64_t>(bound)));
    };
    FlawedSale sale;
    sale.facts.stock = kStock;
    std::array<std::int64_t, kVirtualUsers> freeNs{};
    for (std::int64_t i = 0; i < kRequests; ++i) {
        const auto vu = static_cast<std::size_t>(std::min_element(freeNs.begin(), freeNs.end()) -
                                                 freeNs.begin());
        JudgedOperation operation;
        operation.user = i;
        operation.invokedNs = freeNs[vu] + below(kNsPerMs);
        operation.returnedNs = operation.invokedNs + 2 * kNsPerMs + below(28 * kNsPerMs);
        operation.outcome = Outcome::OutOfStock;
        freeNs[vu] = operation.returnedNs;
        sale.operations.push_back(operation);
    }
    std::sort(
        sale.operations.begin(), sale.operations.end(),
        [](const auto &left, const auto &right) { return left.returnedNs < right.returnedNs; });
    // In the order of the answers; somebody of the first fifty is refused, the next gets theirs.
    const std::int64_t refused = flaw == Condition::C4 ? below(kStock) : kStock;
    for (std::int64_t i = 0; i <= kStock; ++i) {
        if (i != refused) {
            sale.operations[static_cast<std::size_t>(i)].outcome = Outcome::Issued;
            sale.facts.rowUsers.push_back(sale.operations[static_cast<std::size_t>(i)].user);
        }
    }
    if (flaw == Condition::C3) { // who gets one has been refused as a holder before
        JudgedOperation early = sale.operations[static_cast<std::size_t>(below(kStock))];
        early.returnedNs = early.invokedNs - 1 - below(std::max<std::int64_t>(1, early.invokedNs));
        early.invokedNs = early.returnedNs - kNsPerMs;
        early.outcome = Outcome::AlreadyIssued;
        sale.operations.push_back(early);
    }
    return sale;
}

void tellLostShares()
{
    for (const Condition flaw : {Condition::C3, Condition::C4}) {
        for (const std::int64_t byNs : {kNsPerMs, 10 * kNsPerMs, kNsPerSecond}) {
            int found = 0;
            int lost = 0;
            for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
                FlawedSale sale = flawedSale(seed, flaw);
                if (judge(sale.facts, sale.operations).find(flaw) == nullptr) {
                    continue;
                }
                ++found;
                for (JudgedOperation &operation : sale.operations) {
                    operation.invokedNs -= byNs;
                    operation.returnedNs += byNs;
                }
                lost += judge(sale.facts, sale.operations).find(flaw) == nullptr ? 1 : 0;
            }
            std::printf("%s, moments known to %lld ms: %.1f %% of %d not found any more\n",
                        conditionKey(flaw).data(), static_cast<long long>(byNs / kNsPerMs),
                        100.0 * lost / std::max(1, found), found);
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const std::int64_t requests = argc > 1 ? std::atoll(argv[1]) : 200'000;
    QTemporaryFile file;
    if (!file.open() || !writeResults(file, requests)) {
        std::fprintf(stderr, "the file cannot be written\n");
        return 1;
    }
    const QString path = file.fileName();
    const std::int64_t base = memoryOf([] {});
    const std::int64_t used = memoryOf([&path] { importAndJudge(path); }) - base;
    const double read = bestSecondsOf([&path] { importAndJudge(path); });
    const double peer = bestSecondsOf([&path] { parseOnly(path); });
    std::printf("%lld requests of k6 JSON, %.0f MB: read, joined and judged in %.2f s; simdjson "
                "parses the lines in %.2f s: ratio %.2f; %lld bytes of memory a request\n",
                static_cast<long long>(requests), static_cast<double>(file.size()) / 1e6, read,
                peer, read / peer, static_cast<long long>(used / requests));
    tellLostShares();
    return 0;
}
