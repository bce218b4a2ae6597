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
    [[nodiscard]] Result<RunRecord, RunFault> run(const Scenario &scenario,
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

/// People whom somebody told "issued" and who have no row, by a look at the tables that shares
/// nothing with the audit.
std::int64_t missingRows(const RunRecord &record, const ConnectionSettings &settings);

} // namespace stampede::test
