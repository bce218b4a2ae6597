#pragma once

#include "app/command_line.h"
#include "run/verdict.h"
#include "scenario/scenario_reader.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// Does what the command line says. `words` are those after the program's name.
ExitCode runCommand(const QStringList &words);

/// To standard output, and a line to standard error.
void printText(const QString &text);
void printError(const QString &line);
/// Prints the faults of a scenario and gives their exit code.
ExitCode printFaults(const Faults &faults);

} // namespace stampede
