// SPDX-License-Identifier: MIT
#pragma once
// The commands of stampede-cli, each in a cli_NAME.cpp. They print what came out and give the exit
// code.

#include "app/command_line.h"
#include "record/verdict.h"

#include <QString>

namespace stampede {

/// Makes one run as the command line says and prints what came out. Needs a QCoreApplication;
/// returns when the run has ended and its files are written.
ExitCode runScenario(const CommandLine &line);

/// One run a combination of the values of --over, on one database, and one table of what came out.
/// Every combination is checked before the first run begins. Ctrl+C ends the run that goes on and
/// prints the table of those that were made. The exit code is the worst run's.
ExitCode sweepScenario(const CommandLine &line);

/// Audits what is there as the command line says and prints what was found; reads only. Needs a
/// QCoreApplication.
ExitCode auditWhatIsThere(const CommandLine &line);

/// Judges every history of the file (- for standard input) and prints a verdict a line as it comes.
/// Success where all are linearizable, Violation where one is not, else Scenario where one cannot
/// be used, the file cannot be read or holds none. Ctrl+C ends the reading: what was judged by then
/// has been printed, and EndedEarly is returned unless a violation is among it.
ExitCode checkHistory(const QString &path);

/// `verify`: judges a stored history again and compares its fingerprint with the one that was
/// written down: of a run of the archive, or of a file, for which the result.json beside it or the
/// archive is asked. 0 where all of it stands; 104 where the history is not the one that was
/// recorded, 97 where it is broken, 95 where that cannot be decided.
ExitCode verify(const QString &word);

/// `report`: writes the forms of a run of the archive again.
ExitCode reportAgain(const CommandLine &line);

/// `compare`: runs of the archive side by side, on standard output and as files.
ExitCode compareKeptRuns(const CommandLine &line);

/// `stampede-cli runs`: the archive, newest first, a line a run.
ExitCode listRuns();
/// The same as an object of schema stampede.runs/1.
ExitCode listRunsAsJson();

/// Carries out every order in which the requests of a scenario's service, or the transactions of a
/// file, can meet, and prints what came of it. Ctrl+C ends it within a second; what was carried out
/// by then is told.
ExitCode interleaveWhatIsAsked(const CommandLine &line);

/// `import request`: a scenario of a request that somebody copied.
ExitCode importRequest(const CommandLine &line);

/// `stampede-cli serve`: the service over HTTP, until Ctrl+C.
ExitCode serve(const CommandLine &line);

/// `stampede-cli doctor`: what a run needs, whether it is there, and what to do where it is not.
/// With
/// --database that database is asked as well; it is only looked at. 96 where no run could be made.
ExitCode examineHost(const CommandLine &line);

} // namespace stampede
