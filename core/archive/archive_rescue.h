// SPDX-License-Identifier: MIT
#pragma once

#include "archive/sql_file.h"

#include <QString>

namespace stampede {

/// The columns of a run in the archive, in the order of its table.
QString runColumns();

/// Copies every run of a damaged archive that can still be read as a whole; what cannot is passed
/// over. The number of runs copied.
int copyReadableRuns(SqlFile &from, SqlFile &to);

/// A name that is not taken, for a damaged file: runs-damaged-20260412-140321.sqlite.
QString nameAside(const QString &path);

/// Renames the file together with what belongs to it.
bool moveArchive(const QString &from, const QString &to);

} // namespace stampede
