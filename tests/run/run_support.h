#pragma once

#include "run/run_job.h"
#include "scenario/scenario_reader.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace stampede::test {

/// A preset with settings changed, "PATH=VALUE" each.
Scenario preset(const QString &name, const QStringList &changes = {});

/// Makes a run of it on a fresh database of the test server.
Result<RunRecord, RunFault> run(const Scenario &scenario, const RunStop &stop = {},
                                const RunHooks &hooks = {});

/// The URL of a fresh database of the test server.
QString freshUrl();

/// The ids of failed checks that judge the data, sorted and joined by blanks.
QString failedChecks(const RunRecord &record);

/// How many runs a campaign was asked for with --count N; else `usual`.
int campaignCount(const QCoreApplication &application, int usual);

/// Number of an outcome.
std::int64_t told(const RunRecord &record, Outcome outcome);

} // namespace stampede::test
