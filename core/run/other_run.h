// SPDX-License-Identifier: MIT
#pragma once

#include "audit/start_file.h"
#include "base/result.h"
#include "import/imported_run.h"
#include "profile/profile.h"
#include "run/run_job.h"
#include "scenario/scenario.h"

#include <optional>
#include <vector>

namespace stampede {

/// A run of another tool that is to be judged: from its file, or joined while it goes on.
struct OtherRunOrder
{
    ImportOrder results; ///< the form, and how requests are read; `path` is the stream's name
    /// Where they come from while the run goes on, read until its end; −1: from the file `path`.
    int descriptor = -1;
    Scenario scenario;              ///< whose rules and limits hold; with an HTTP target
    std::optional<Profile> profile; ///< nothing: our own tables
    QString profileFile;
    SettleSetting settle;
    std::vector<StartFile>
        before;         ///< what was there before; empty: of a run that is joined it is read
    QString beforeFile; ///< its name, for sentences
    std::optional<std::int64_t> stock;
    QString later;                              ///< the command that audits again
    std::function<void(const QString &)> words; ///< what the tool says beside its results
};

/// Makes a whole run of it: answers, settling, audit, figures, limits, verdict. Of a run that goes
/// on what there is before is read first, and answers are shown as they come; a stop ends the
/// reading, and what came is audited. Nothing is sent. Blocks; one job thread.
Result<RunRecord, RunError> makeOtherRun(const OtherRunOrder &order, DatabaseHost &host,
                                         const RunHooks &hooks, const RunStop &stop);

} // namespace stampede
