// SPDX-License-Identifier: MIT
#pragma once

#include "hot_row/hot_row.h"
#include "picture/drawing.h"

#include <QString>

namespace stampede {

/// The picture of a race: two lanes from asking to the commit, each with the name of who asked, the
/// value that both had read joined by a line.
Picture racePicture(const RacePair &race, const QString &firstName, const QString &secondName);

} // namespace stampede
