// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"

#include <QList>
#include <QString>

namespace stampede {

/// The weightiest of the notes, short enough for the strip; empty where the figures beside it say
/// everything.
QString shortNote(const QList<PredictionNote> &notes);

} // namespace stampede
