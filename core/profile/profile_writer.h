// SPDX-License-Identifier: MIT
#pragma once

#include "profile/profile.h"

#include <QByteArray>

namespace stampede {

/// The file of a profile, schema stampede.profile/1; readProfile() gives the same back. What is not
/// there is null. Where the file stands is not part of it.
QByteArray profileToJson(const Profile &profile);

} // namespace stampede
