// SPDX-License-Identifier: MIT
// What a request over HTTP costs the load generator, beside wrk and hey against the same trivial
// server, in paired turns:
//     bench_http [--turns N] [--seconds S]
// and what 10,000 connections and 1,000,000 requests take of memory:
//     bench_http --memory
// Prints figures and asserts nothing. A peer that is not installed is left out.

#include "http/http_engine.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

using namespace stampede;

namespace {

constexpr int kConnections = 50;

/// What a child process used and said.
struct Used
{
    double cpuSeconds = 0;
    double seconds = 0;
    long peakKb = 0;
    std::string out;
};

Used inChild(const std::function<int()> &body)
{
    std::array<int, 2> pipes{};
    if (pipe(pipes.data()) != 0) {
        std::abort();
    }
    const auto begin = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipes[1], STDOUT_FILENO);
        close(pipes[0]);
        close(pipes[1]);
        const int code = body();
        std::fflush(stdout);
        _exit(code);
    }
    close(pipes[1]);
    Used used;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(pipes[0], buffer.data(), buffer.size())) > 0;) {
        used.out.append(buffer.data(), static_cast<std::size_t>(got));
    }
    close(pipes[0]);
    rusage usage{};
    wait4(child, nullptr, 0, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    used.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    used.peakKb = usage.ru_maxrss;
    used.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return used;
}

/// Answers whatever ends a head, without looking at it.
[[noreturn]] void serve(int listener)
{
    static constexpr std::string_view kBody =
        R"({"userCouponId":1,"couponId":1,"userId":1,"remainingQuantity":12345})";
    const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                               "Content-Length: " +
                               std::to_string(kBody.size()) + "\r\n\r\n" + std::string(kBody);
    const int poll = epoll_create1(0);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener;
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    std::array<epoll_event, 256> ready{};
    std::array<char, 16'384> buffer{};
    for (;;) {
        const int count = epoll_wait(poll, ready.data(), static_cast<int>(ready.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int from = ready[static_cast<std::size_t>(i)].data.fd;
            if (from == listener) {
                event.data.fd = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
                epoll_ctl(poll, EPOLL_CTL_ADD, event.data.fd, &event);
                continue;
            }
            const ssize_t got = recv(from, buffer.data(), buffer.size(), 0);
            if (got <= 0) {
                close(from);
                continue;
            }
            static_cast<void>(send(from, answer.data(), answer.size(), MSG_NOSIGNAL));
        }
    }
}

class Server
{
public:
    Server()
    {
        const int listener = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto *const plain = reinterpret_cast<sockaddr *>(&address);
        if (bind(listener, plain, size) != 0 || listen(listener, 4096) != 0 ||
            getsockname(listener, plain, &size) != 0) {
            std::abort();
        }
        m_port = ntohs(address.sin_port);
        m_child = fork();
        if (m_child == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            serve(listener);
        }
        close(listener);
    }
    ~Server()
    {
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;
    [[nodiscard]] std::string url() const
    {
        return "http://127.0.0.1:" + std::to_string(m_port) + "/api/coupons/1/issue";
    }

private:
    int m_port = 0;
    pid_t m_child = 0;
};

HttpPlan planFor(const std::string &url, int vus)
{
    RequestText text;
    text.url = url;
    text.body = R"({"userId":{userId}})";
    text.bodyIsJson = true;
    HttpPlan plan;
    plan.request = RequestTemplate::make(text, {}, "0123456789ab-").value();
    plan.rules = Classifier::usualRules();
    plan.rowPointer = "/userCouponId";
    plan.load.vus = vus;
    plan.load.timeoutNs = 5'000'000'000;
    plan.load.userOf = [](std::uint64_t request) {
        return static_cast<std::int64_t>(request % 100'000 + 1);
    };
    return plan;
}

int sendAndCount(HttpPlan plan)
{
    HttpEngine engine(std::move(plan));
    const auto result = engine.run({});
    if (!result) {
        std::printf("%s\n", result.error().c_str());
        return 1;
    }
    const auto issued =
        std::count_if(result.value().history.begin(), result.value().history.end(),
                      [](const auto &one) { return one.outcome == Outcome::Issued; });
    std::printf("%zu requests in, %zd issued\n", result.value().history.size(), issued);
    return 0;
}

int execute(const std::vector<std::string> &words)
{
    std::vector<char *> arguments;
    for (const std::string &word : words) {
        arguments.push_back(const_cast<char *>(word.c_str()));
    }
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    return 127;
}

double numberBefore(const std::string &text, const char *words)
{
    const std::size_t end = text.find(words);
    if (end == std::string::npos) {
        return 0;
    }
    const std::size_t begin = text.find_last_not_of("0123456789", end - 1);
    return std::atof(text.c_str() + (begin == std::string::npos ? 0 : begin + 1));
}

struct Series
{
    const char *name;
    std::vector<double> cpuUs;
    std::vector<double> rate;

    void add(const Used &used, double requests)
    {
        if (requests > 0) {
            cpuUs.push_back(used.cpuSeconds * 1e6 / requests);
            rate.push_back(requests / used.seconds);
        }
    }
    static double median(std::vector<double> values)
    {
        std::sort(values.begin(), values.end());
        return values.empty() ? 0 : values[values.size() / 2];
    }
    void print() const
    {
        if (cpuUs.empty()) {
            std::printf("%-10s not there\n", name);
            return;
        }
        const auto [least, most] = std::minmax_element(cpuUs.begin(), cpuUs.end());
        std::printf("%-10s %6.2f us CPU a request (%.2f-%.2f), %8.0f requests/s\n", name,
                    median(cpuUs), *least, *most, median(rate));
    }
};

void compare(int turns, int seconds)
{
    Server server;
    Series ours{"stampede", {}, {}};
    Series wrk{"wrk", {}, {}};
    Series hey{"hey", {}, {}};
    const std::string script = "/tmp/bench_http_" + std::to_string(getpid()) + ".lua";
    if (FILE *const file = std::fopen(script.c_str(), "w")) {
        std::fputs("wrk.method = 'POST'\nwrk.body = '{\"userId\":12345}'\n"
                   "wrk.headers['Content-Type'] = 'application/json'\n"
                   "wrk.headers['X-Request-Id'] = '0123456789ab-12345'\n",
                   file);
        std::fclose(file);
    }
    for (int turn = 0; turn < turns; ++turn) {
        const Used mine = inChild([&] {
            HttpPlan plan = planFor(server.url(), kConnections);
            plan.load.pacing = Pacing::ConstantVus;
            plan.load.durationNs = std::int64_t{seconds} * 1'000'000'000;
            return sendAndCount(std::move(plan));
        });
        ours.add(mine, numberBefore(mine.out, " requests in"));
        const Used other = inChild([&] {
            return execute({"wrk", "-t1", "-c" + std::to_string(kConnections),
                            "-d" + std::to_string(seconds) + "s", "-s", script, server.url()});
        });
        wrk.add(other, numberBefore(other.out, " requests in"));
        const int many = 20'000 * seconds;
        const Used third = inChild([&] {
            return execute({"hey", "-n", std::to_string(many), "-c", std::to_string(kConnections),
                            "-m", "POST", "-d", "{\"userId\":12345}", "-T", "application/json",
                            server.url()});
        });
        hey.add(third, third.out.find("Requests/sec") == std::string::npos ? 0 : many);
    }
    static_cast<void>(std::remove(script.c_str()));
    for (const Series *series : {&ours, &wrk, &hey}) {
        series->print();
    }
    const auto ratio = [&ours](const Series &other) {
        return other.cpuUs.empty() ? 0 : Series::median(ours.cpuUs) / Series::median(other.cpuUs);
    };
    std::printf("CPU a request: %.2f of wrk's, %.2f of hey's (medians of %d turns)\n", ratio(wrk),
                ratio(hey), turns);
}

void analyse()
{
    constexpr int kVus = 10'000;
    constexpr std::int64_t kRequests = 1'000'000;
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    Server server;
    const auto load = [&server](int vus, std::int64_t requests) {
        return inChild([&, vus, requests] {
            HttpPlan plan = planFor(server.url(), vus);
            plan.load.pacing = Pacing::SharedIterations;
            plan.load.iterations = requests;
            plan.load.durationNs = 600'000'000'000;
            return sendAndCount(std::move(plan));
        });
    };
    constexpr std::array<std::int64_t, 3> kSizes{kVus, kRequests / 2, kRequests};
    std::vector<double> megabytes;
    for (const std::int64_t size : kSizes) {
        const Used used = load(kVus, size);
        megabytes.push_back(static_cast<double>(used.peakKb) / 1024);
        std::printf("%s%d connections, %lld requests: %.1f MiB\n", used.out.c_str(), kVus,
                    static_cast<long long>(size), megabytes.back());
        std::fflush(stdout); // a child would print it once more
    }
    // What is there once is in both of the larger ones.
    std::printf("%.1f bytes a further request\n",
                (megabytes[2] - megabytes[1]) * 1024 * 1024 / static_cast<double>(kRequests / 2));
}

} // namespace

int main(int argc, char **argv)
{
    int turns = 7;
    int seconds = 1;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--memory") == 0) {
            analyse();
            return 0;
        }
        if (std::strcmp(argv[i], "--turns") == 0 && i + 1 < argc) {
            turns = std::atoi(argv[++i]);
        } else if (std::strcmp(argv[i], "--seconds") == 0 && i + 1 < argc) {
            seconds = std::atoi(argv[++i]);
        }
    }
    compare(turns, seconds);
    return 0;
}
