#pragma once

#include "run/run_record.h"

#include <QString>

namespace stampede {

struct SummaryOptions
{
    bool color = false; ///< escape sequences for the verdict word
    QString again;      ///< the command that repeats the run
};

/// What `run` prints on standard output, laid out for 80 columns.
QString summaryText(const RunRecord &record, const SummaryOptions &options);

/// The verdict alone, one line.
QString verdictLine(const RunRecord &record);

} // namespace stampede
