// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/race_view.h"
#include "ui/look/theme.h"

#include <QImage>

namespace stampede {

/// Two transactions as a picture for slides, 1600×900: the ledger, what happened in a sentence,
/// both on one time, and their statements side by side. UI thread.
QImage raceCard(const RunRecord &record, const RaceView &race, const Theme &theme);

} // namespace stampede
