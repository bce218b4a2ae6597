// SPDX-License-Identifier: MIT
#pragma once

#include "hot_row/hot_row.h"
#include "report/drawing.h"
#include "report/report.h"

#include <QString>

namespace stampede {

/// The picture of a race: two lanes from asking to the commit, the value that both had read joined
/// by a line.
PictureBlock racePicture(const RacePair &race, bool pseudonyms);

/// The same as a table, one line a step of either person.
TableBlock raceTable(const RacePair &race, bool pseudonyms);

} // namespace stampede
