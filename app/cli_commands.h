// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "database/database_host.h"
#include "database/database_url.h"
#include "record/verdict.h"
#include "scenario/scenario_reader.h"

#include <QString>
#include <QStringList>

namespace stampede {

class RunController;

/// Does what the command line says. `words` are those after the program's name.
ExitCode runCommand(const QStringList &words);

/// To standard output, and a line to standard error. That standard output did not take it makes 1
/// of the exit code of runCommand(), unless it is worse.
void printText(const QString &text);
/// A document of JSON, to standard output: what would steer a terminal is escaped.
void printJson(const QByteArray &json);
void printError(const QString &line);
/// Prints the faults of a scenario and gives their exit code.
ExitCode printDiagnostics(const Faults &faults);
/// Prints why a database could not be used and gives the exit code of that.
ExitCode printRunFault(const RunError &fault);

/// What every command on a database begins with: the URL, and whether every output can be written.
/// The error is the exit code; its sentence has been printed.
Result<DatabaseUrl, ExitCode> databaseOf(const CommandLine &line);
/// Prints why a file of a result could not be written and gives the exit code: a violation stays
/// one.
ExitCode printUnwritten(const QString &why, ExitCode judged);
/// Loads the database driver; false after printing what is missing.
bool driverIsThere();
/// Runs of that controller go into the archive. Says why they will not, where they will not.
void keepEveryRun(RunController &controller);
/// Whether standard output takes colours.
bool mayColor(const CommandLine &line);
/// The command that does the same again, with further words at its end.
QString againCommand(const CommandLine &line, const QStringList &further = {});

} // namespace stampede
