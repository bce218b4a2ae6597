// SPDX-License-Identifier: MIT
#pragma once
// console: what a run, a prediction and an audit are for a terminal, as text. See docs/reports.md.

#include "record/run_record.h"

#include <QString>

namespace stampede {

struct SummaryOptions
{
    bool color = false; ///< escape sequences for the verdict word
    QString again;      ///< the command that repeats the run
};

/// What `run` prints on standard output, laid out for 80 columns.
QString summaryText(const RunRecord &record, const SummaryOptions &options);

/// Parts of it that an audit without a load has as well: the verdict and the ledger, the findings
/// with their first rows, and how many checks came out how.
QString verdictBlock(const RunRecord &record, bool color);
QString findingsBlock(const RunRecord &record);
/// The table of several coupons, after an empty line; empty where the run asked for one.
QString couponsBlock(const RunRecord &record);
QString auditLine(const RunRecord &record);

/// The verdict alone, one line.
QString verdictLine(const RunRecord &record);

} // namespace stampede
