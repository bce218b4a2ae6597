// SPDX-License-Identifier: MIT
#pragma once
// app: turns words of the command line and signals into calls of the modules below, and back into
// text.

#include "base/result.h"
#include "report/report.h"
#include "scenario/scenario_reader.h"
#include "text/language.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace stampede {

enum class Command
{
    Help,
    Version,
    Run,
    Predict,
    Presets,
    Audit,
    Import,
    CheckHistory,
    Serve,
    Sweep,
    Interleave,
    Runs,
    Report,
    Compare,
    Verify,
    Doctor
};

/// Where a run leaves its files; an empty path is not written.
struct OutputPaths
{
    QString folder; ///< --out: gets every form under a name of its own
    QString json;
    QString history;
    QString junit{};
    QString html{};
    QString markdown{};
    QString pdf{};
    QString csv{};
    std::optional<QSet<Chapter>>
        chapters{}; ///< nothing: the usual ones, and rows where there are any
    bool pseudonyms = false;

    /// Whether any file was asked for.
    [[nodiscard]] bool any() const;
};

/// A command line that makes sense.
struct CommandLine
{
    Command command = Command::Help;
    QString helpFor;  ///< Help: the command, empty for all
    QString scenario; ///< Run, Predict: file or preset; Presets: the preset or empty
    QString history;  ///< CheckHistory: the file, - for standard input; Audit: the run's, or empty
    QString profile;  ///< Audit: the file, empty for our own tables
    QStringList runs; ///< Report, Verify: one; Compare: two to six; as typed
    QString baseline; ///< Run: the run whose figures become limits, as typed, or empty
    QString coupon;   ///< Audit: as typed, empty for the profile's or the only one; Import: a SPEC,
                      ///< of a request the value
    QStringList coupons; ///< each that was said, in their order: a snapshot takes all of them
    QString snapshot;    ///< Audit: the file that what is there is written to, instead of an audit
    QString before;      ///< Audit: the file that such a call wrote before the run
    QString rules;       ///< Audit, Import: the scenario whose rules say what answers mean
    QString user;        ///< Audit, Import: a SPEC: where requests name their person; of a request
                         ///< the value
    QString request;     ///< Audit, Import: the kind of requests that counts
    QString attach;      ///< Run: the form and stream of a run that another tool makes, or empty
    QString from;        ///< Import: the form of the file, empty for what stands in it
    QString recipe;      ///< Import: the tool whose recipe is printed, instead of an import
    QString queryLog;    ///< Import: the server's log that transactions are made of, or empty
    QString copied;      ///< Import: a request, or the file that holds some, - for standard input
    QString pick;        ///< Import: which of them; empty for the only one
    QString drafted;     ///< Import: the scenario that is made of it; empty for standard output
    std::optional<std::int64_t> stock; ///< Audit, Import: before the run
    QString situation;                 ///< Interleave: the key, empty where it was not said
    bool matrix = false;               ///< Interleave
    QString schedule;                  ///< Interleave: letters, or empty
    QString script;                    ///< Interleave: the file that the order goes into, or empty
    QList<Override> overrides;
    QStringList over; ///< Sweep: each PATH=A,B,C, at least one
    QString database = QStringLiteral("managed:");
    bool namesDatabase = false; ///< it was said, and is not the default
    SettleSetting settle{};     ///< Audit: what was said of it
    QStringList allowedHosts;
    OutputPaths output;
    QString log;
    QString listen;           ///< Serve: as typed, or empty
    int connections = 16;     ///< Serve: to the database, 1…1,000
    bool listsAsJson = false; ///< Runs
    bool force = false;       ///< files of others may be overwritten
    bool quiet = false;
    bool noColor = false;
    /// The words after the program's name without those that only say where output goes: they
    /// repeat the run.
    QStringList again;
};

/// Reads the words after the program's name. The error says what is wrong and what would be right.
Result<CommandLine, QString> parseCommandLine(const QStringList &words);

/// The language that --language names anywhere among the words, for what is said about them too.
std::optional<Language> languageAskedFor(const QStringList &words);

/// What --help prints, for one command or for all.
QString helpText(const QString &command = {});

} // namespace stampede
