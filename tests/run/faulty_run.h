// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_job.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace stampede::test {

/// A private server of its own, which faults may be made to.
class FaultyHost
{
public:
    FaultyHost();
    [[nodiscard]] DatabaseHost &host() { return *m_host; }
    /// Starts the server where it does not run yet.
    [[nodiscard]] ConnectionSettings open(int connections = 100);
    [[nodiscard]] Result<RunRecord, RunError> run(const Scenario &scenario,
                                                  const RunStop &stop = {});

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DatabaseHost> m_host;
};

/// Requests without a definite answer.
std::int64_t inDoubt(const RunRecord &record);

/// What of a run with faults is said that is not so, or is not settled: a sentence, or nothing.
/// That requests ended in errors is so.
QString wrongWithFaults(const RunRecord &record);

/// What the tables hold of those who were told "issued".
struct KeptWord
{
    std::int64_t withoutRow = 0; ///< people
    std::int64_t toldAgain = 0;  ///< people who were told so more than once
    std::int64_t repeated = 0;   ///< the answers that these got
};
/// A look at the tables that shares nothing with the audit.
KeptWord keptWord(const RunRecord &record, const ConnectionSettings &settings);

} // namespace stampede::test
