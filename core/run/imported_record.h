// SPDX-License-Identifier: MIT
#pragma once

#include "import/imported_run.h"
#include "record/run_history.h"
#include "record/run_record.h"
#include "run/database_audit.h"

namespace stampede {

/// A run of another tool, and the scenario by whose rules its answers were read.
struct OtherRun
{
    RunHistory history;
    Scenario rules;
    QString name;        ///< of the run; empty: that of its source
    QStringList remarks; ///< what of it is not known, sentences
    QStringList faults;  ///< lines that cannot be used, "FILE:LINE: what is wrong"
};

/// The stock before the run that the scenario with the rules states; nothing where it does not, or
/// where the rows are somebody else's, which say it themselves.
std::optional<std::int64_t> stockSaidBy(const Scenario &rules);

/// `stock`: before the run, where somebody says it.
OtherRun otherRunOf(ImportedRun run, Scenario rules, std::optional<std::int64_t> stock);

/// Makes a whole record of the audit of a run that another tool made: figures of its answers,
/// limits, diagnosis and verdict, as of a run of this program; what only the making of a run knows
/// (prediction, generator, server) it does not have. `profile`: the file of the profile; empty with
/// our own tables. The audit has to be of that history.
void completeImportedRecord(MadeDatabaseAudit &audit, OtherRun run, const QString &profile);

} // namespace stampede
