#pragma once

#include "base/result.h"

#include <QString>

namespace stampede {

/// Sends the service's log, all levels, to a file until the program ends, a line an entry: time,
/// level, category, text. Everything else still goes to standard error. The error says why the file
/// cannot be written. Call once, on the main thread, before other threads begin.
Result<void, QString> logToFile(const QString &path);

} // namespace stampede
