// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive.h"
#include "record/run_history.h"
#include "scenario/settle_setting.h"

namespace stampede {

/// A kept run as a later audit of its rows needs it.
struct KeptAnswers
{
    RunHistory history;
    RunRecord record; ///< without its history
};

/// Of the run with that id. The error is a sentence.
Result<KeptAnswers, QString> keptAnswers(Archive &archive, const QString &id);

/// Where a run over HTTP found its rows, and how it waited for them; empty where it says nothing.
struct RowsOfRun
{
    QString profile; ///< a file; empty where the tables are Stampede's own
    QString database;
    SettleSetting settle;
};
/// `database`: the address of a run against `serve`; may be empty.
RowsOfRun rowsOf(const Scenario &scenario, const QString &database);

/// Why the rows are not of the run any more, and the id of the run that they are of: every run
/// against a `serve` of ours fills its tables anew. Empty where the archive has no later run.
QString whyOfAnotherRun(Archive &archive, const RunRecord &run);

/// Says in the audit what the run did not know.
void remarkWhatTheRunLacked(const RunRecord &run, RunRecord &audit);

/// Keeps with the run what the audit of its rows said. A sentence says so, or why not; empty where
/// there is nothing to keep: in a service of this program's own every run begins with tables of its
/// own, so that there is nothing to judge later.
QString keepLaterVerdict(Archive &archive, const RunRecord &run, const RunRecord &audit);

} // namespace stampede
