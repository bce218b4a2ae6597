// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "base/result.h"
#include "record/run_record.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>

namespace stampede {

/// Finds out before anything is done whether every output of the call can be written without
/// hitting what the call reads, what is kept, another output, or without --force a file of others;
/// makes the folder of --out. `inputs` are files that are read beside those the words name. The
/// error names the path and the reason.
Result<void, QString> checkOutputs(const CommandLine &line, const QStringList &inputs = {});

/// The files that a run of the scenario reads: its people, its profile, the service's log.
QStringList inputsOf(const Scenario &scenario);

/// What the files hold beside the record.
struct OutputWords
{
    OutputWords(QString summaryText, QString againCommand = {})
        : summary(std::move(summaryText))
        , again(std::move(againCommand))
    {}
    QString summary;
    QString again;       ///< the command that repeats the run, or empty
    QString madeAgain{}; ///< as in ReportOptions
};

/// Writes what was asked for; each file appears whole or not at all. Gives back the files written.
/// A PDF needs a QGuiApplication.
Result<QStringList, QString> writeOutputs(const OutputPaths &paths, const RunRecord &record,
                                          const OutputWords &words);

/// Writes a report that is not on one run as HTML, PDF and Markdown, and `json` with it: to the
/// paths, and into the folder by `name`. The PDF carries the JSON.
Result<QStringList, QString> writeReport(const OutputPaths &paths, const QString &name,
                                         const Report &report, const QByteArray &json);

} // namespace stampede
