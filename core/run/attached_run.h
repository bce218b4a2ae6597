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

/// How the run of another tool is joined while it goes on.
struct AttachOrder
{
    ImportOrder results; ///< the form, and how requests are read; `path` is the stream's name
    int descriptor = 0;  ///< where they come from; read until its end
    Scenario scenario;   ///< whose rules and limits hold; with an HTTP target
    std::optional<Profile> profile; ///< nothing: our own tables
    QString profileFile;
    SettleSetting settle;
    std::vector<StartFile> before; ///< what was there before; empty: it is read at the beginning
    QString beforeFile;            ///< its name, for sentences
    std::optional<std::int64_t> stock;
    QString later;                              ///< the command that audits again
    std::function<void(const QString &)> words; ///< what the tool says beside its results
};

/// Reads what another tool writes while it runs, and makes of it a whole run: what there is before,
/// answers as they come, settling, audit, figures, limits, verdict. Nothing is sent. A stop ends
/// the reading, and what came is audited. Blocks; one job thread.
Result<RunRecord, RunError> makeAttachedRun(const AttachOrder &order, DatabaseHost &host,
                                            const RunHooks &hooks, const RunStop &stop);

} // namespace stampede
