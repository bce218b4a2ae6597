// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "record/verdict.h"

#include <QJsonArray>

#include <optional>

namespace stampede {

/// What `runs` says of runs that were cut off, or nothing: a line each with the command that audits
/// it.
QString unfinishedText();
/// The same for `runs --json`.
QJsonArray unfinishedAsJson();

/// Where --run of `audit` names a run that was cut off: audits what was recorded, prints it, keeps
/// it in the archive and gives the exit code. Nothing where it names none.
std::optional<ExitCode> auditUnfinishedRun(const CommandLine &line);

} // namespace stampede
