// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QString>

namespace stampede {

/// The exit codes of the contract. Where several apply, the first of Usage, Scenario, Internal,
/// Violation, Unreachable, Inconclusive, NothingMeasured, EndedEarly, Thresholds counts.
enum class ExitCode
{
    Success = 0,
    Internal = 1,
    Usage = 2,
    Inconclusive = 95,
    Unreachable = 96,
    Violation = 97,
    NothingMeasured = 98,
    Thresholds = 99,
    Scenario = 104,
    EndedEarly = 105,
};

/// The worst that applies to a finished record.
RunVerdict verdictOf(const RunRecord &record);
ExitCode exitCodeOf(const RunRecord &record);

/// The verdict in words.
struct VerdictText
{
    QString word;     ///< "Everything held"
    QString sentence; ///< "100 of 200 coupons went to 100 people, 100 left."
};
/// The newest: of a later audit, with what the run itself said, where there is one.
VerdictText verdictText(const RunRecord &record);
/// "Everything held", "Held, answers only": the word for data that held, by what was looked at,
/// whatever became of the run.
QString heldWord(const RunRecord &record);
/// "Held", "Integrity broken": one word for it, whatever the run.
QString verdictWord(RunVerdict verdict);

/// Whether figures of the whole stock can be added up: sums over coupons of which some are broken
/// hide what is wrong with each.
bool hasOneLedger(const RunRecord &record);
/// "200 at start = 100 written + 100 left", with ≠ where it does not add up; empty without an
/// audit.
QString ledgerLine(const RunRecord &record);

/// "imported from k6 json, r.json, SHA-256 …": where the run came from that another tool made.
QString importedFrom(const RunTool &tool);

/// What a load tester would have said, and what is true of it: one or two sentences.
QString loadTesterSentence(const RunRecord &record);

} // namespace stampede
