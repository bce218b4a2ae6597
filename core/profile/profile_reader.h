// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "profile/profile.h"
#include "scenario/scenario_reader.h"

#include <QByteArray>
#include <QString>

namespace stampede {

/// In bytes; a longer file is refused.
inline constexpr qsizetype kLargestProfileFile = 1'048'576;

/// Reads a profile of schema stampede.profile/1. `source` is the file's name as the user gave it.
/// All faults are reported at once, one line each as of a scenario. Asks no database.
Result<Profile, Faults> readProfile(const QByteArray &json, const QString &source);

/// Reads the file of that name, or the profile that a scenario holds; see profilePlace().
Result<Profile, Faults> loadProfile(const QString &file);

} // namespace stampede
