// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_job.h"
#include "scenario/scenario_reader.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <atomic>
#include <cstdint>
#include <stop_token>
#include <thread>

namespace stampede::test {

/// A preset with settings changed, "PATH=VALUE" each.
Scenario preset(const QString &name, const QStringList &changes = {});

/// Makes a run of it on a fresh database of the test server.
Result<RunRecord, RunError> run(const Scenario &scenario, const RunStop &stop = {},
                                const RunHooks &hooks = {});

/// Makes a run of a scenario over HTTP, with no database of ours. Ends the test where the scenario
/// has faults or the run cannot be made.
RunRecord runOverHttp(const Result<Scenario, Faults> &scenario);

/// Asks a run for its end once so many people were told "issued". Outlives the run.
class StopOnceIssued
{
public:
    explicit StopOnceIssued(std::uint64_t issued)
        : m_issued(issued)
    {}

    [[nodiscard]] RunStop stop() const { return {m_end.get_token(), {}}; }
    [[nodiscard]] RunHooks hooks();

private:
    std::uint64_t m_issued;
    std::stop_source m_end;
    std::atomic<bool> m_over{false};
    std::jthread m_watcher;
};

/// The URL of a fresh database of the test server.
QString freshUrl();

/// The ids of failed checks that judge the data, sorted and joined by blanks.
QString failedChecks(const RunRecord &record);

/// How many runs a campaign was asked for with --count N; else `usual`.
int campaignCount(const QCoreApplication &application, int usual);

/// Number of an outcome.
std::int64_t told(const RunRecord &record, Outcome outcome);

} // namespace stampede::test
