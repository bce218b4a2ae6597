// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive.h"
#include "base/result.h"
#include "record/verdict.h"

namespace stampede {

/// The archive, after everything that a person has to know of it has been printed. The error has
/// been printed as well.
Result<std::unique_ptr<Archive>, ExitCode> openArchive();

/// Whether a RUN of the command line is a file rather than a run of the archive.
bool isHistoryFile(const QString &word);

/// The run that RUN stands for: an id, the beginning of one, "last", or a history file that a run
/// of the archive wrote. The error has been printed.
Result<RunRecord, ExitCode> keptRun(Archive &archive, const QString &word,
                                    Archive::History history);

/// The run of the archive that wrote this history; nothing where there is none. A sentence says
/// what keeps the archive from being read.
Result<std::optional<RunRecord>, QString> runOfFingerprint(Archive &archive, const QString &sha256,
                                                           std::int64_t requests);

/// SHA-256 of a file in hexadecimal digits, or why it cannot be read: "FILE: …".
Result<QString, QString> fingerprintOfFile(const QString &path);

/// "made again on 2026-11-25 by version 1.0"
QString madeAgainWords();

} // namespace stampede
