// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

namespace stampede {

/// Makes an empty file for the service's log, or empties the one that is there. The error says why
/// it cannot be written.
Result<void, QString> emptyLogFile(const QString &path);

} // namespace stampede
