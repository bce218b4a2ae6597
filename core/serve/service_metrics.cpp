// SPDX-License-Identifier: MIT
#include "serve/service_metrics.h"

#include "base/clock.h"

#include <cstdio>

namespace stampede {

namespace {

/// Writes lines of the text format: HELP and TYPE of a metric, then its samples.
class Exposition
{
public:
    void metric(std::string_view name, std::string_view type, std::string_view help)
    {
        m_name = name;
        line({"# HELP ", name, " ", help});
        line({"# TYPE ", name, " ", type});
    }
    void sample(std::uint64_t value) { line({m_name, " ", std::to_string(value)}); }
    void sample(std::string_view label, std::string_view labelValue, std::uint64_t value)
    {
        line({m_name, "{", label, "=\"", labelValue, "\"} ", std::to_string(value)});
    }
    void part(std::string_view ending, std::string_view labels, std::string_view value)
    {
        line({m_name, ending, labels, " ", value});
    }
    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void line(std::initializer_list<std::string_view> words)
    {
        for (const std::string_view word : words) {
            m_out.append(word);
        }
        m_out.push_back('\n');
    }

    std::string m_out;
    std::string_view m_name;
};

std::string secondsText(std::int64_t ns)
{
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%lld.%09lld",
                                     static_cast<long long>(ns / kNsPerSecond),
                                     static_cast<long long>(ns % kNsPerSecond));
    return {text.data(), static_cast<std::size_t>(length)};
}

constexpr int kDeadlock = 1213;
constexpr int kLockWait = 1205;
constexpr int kChangedRow = 1020;
constexpr int kMariaDbTimeLimit = 1969;
constexpr int kMySqlTimeLimit = 3024;

} // namespace

void ServiceMetrics::answered(int status)
{
    ++m_byStatus[static_cast<std::size_t>(status)];
}

void ServiceMetrics::issued(const IssueAnswer &answer, std::int64_t ns)
{
    ++m_byOutcome[indexOf(answer.outcome)];
    std::size_t bucket = 0;
    while (bucket < kBounds.size() && ns > kBounds[bucket].ns) {
        ++bucket;
    }
    ++m_byLatency[bucket];
    m_latencyNs += ns;
    m_retries += answer.attempts > 1 ? static_cast<std::uint64_t>(answer.attempts - 1) : 0;
    switch (answer.errorCode) {
    case kDeadlock:
        ++m_brokenOff[Deadlock];
        break;
    case kLockWait:
        ++m_brokenOff[LockWait];
        break;
    case kChangedRow:
        ++m_brokenOff[ChangedRow];
        break;
    case kMariaDbTimeLimit:
    case kMySqlTimeLimit:
        ++m_brokenOff[TimeLimit];
        break;
    default: // no error, or one that is no contention: the outcomes count those
        break;
    }
}

std::string ServiceMetrics::text(const PoolUse &pool, std::size_t clients) const
{
    Exposition out;
    out.metric("stampede_issue_requests_total", "counter",
               "Requests for a coupon that an issuer answered, by outcome.");
    for (const Outcome outcome : kAllOutcomes) {
        out.sample("outcome", outcomeKey(outcome), m_byOutcome[indexOf(outcome)]);
    }
    out.metric("stampede_issue_duration_seconds", "histogram",
               "From the moment a request was taken in to its answer, waiting included.");
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        below += m_byLatency[i];
        out.part("_bucket", std::string("{le=\"") + kBounds[i].seconds + "\"}",
                 std::to_string(below));
    }
    below += m_byLatency[kBounds.size()];
    out.part("_bucket", "{le=\"+Inf\"}", std::to_string(below));
    out.part("_sum", "", secondsText(m_latencyNs));
    out.part("_count", "", std::to_string(below));

    out.metric("stampede_transaction_retries_total", "counter",
               "Transactions begun again after the database broke one off.");
    out.sample(m_retries);
    out.metric("stampede_requests_broken_off_total", "counter",
               "Requests with a transaction that the database broke off, by the last reason.");
    out.sample("reason", "deadlock", m_brokenOff[Deadlock]);
    out.sample("reason", "lock_wait", m_brokenOff[LockWait]);
    out.sample("reason", "changed_row", m_brokenOff[ChangedRow]);
    out.sample("reason", "time_limit", m_brokenOff[TimeLimit]);

    out.metric("stampede_requests_overloaded_total", "counter",
               "Requests refused untouched, as too many waited.");
    out.sample(m_overloaded);
    out.metric("stampede_database_connections", "gauge", "Connections that issue.");
    out.sample(static_cast<std::uint64_t>(pool.connections));
    out.metric("stampede_database_connections_busy", "gauge",
               "Connections that carry out a request now.");
    out.sample(static_cast<std::uint64_t>(pool.busy));
    out.metric("stampede_database_queue_length", "gauge", "Requests that wait for a connection.");
    out.sample(pool.queued);
    out.metric("stampede_database_queue_limit", "gauge", "Requests that may wait.");
    out.sample(pool.queueLimit);

    out.metric("stampede_http_responses_total", "counter", "HTTP answers, by status.");
    for (std::size_t status = 0; status < kStatuses; ++status) {
        if (m_byStatus[status] > 0) {
            out.sample("status", std::to_string(status), m_byStatus[status]);
        }
    }
    out.metric("stampede_http_connections", "gauge", "HTTP connections that are open.");
    out.sample(clients);
    out.metric("stampede_http_connections_accepted_total", "counter", "HTTP connections let in.");
    out.sample(m_accepted);
    out.metric("stampede_http_connections_refused_total", "counter",
               "HTTP connections turned away, as too many were open.");
    out.sample(m_turnedAway);
    return out.take();
}

} // namespace stampede
