// SPDX-License-Identifier: MIT
#pragma once

#include "record/verdict.h"

#include <QString>

namespace stampede {

/// `verify`: judges a stored history again and compares its fingerprint with the one that was
/// written down: of a run of the archive, or of a file, for which the result.json beside it or the
/// archive is asked. 0 where all of it stands; 104 where the history is not the one that was
/// recorded, 97 where it is broken, 95 where that cannot be decided.
ExitCode verify(const QString &word);

} // namespace stampede
