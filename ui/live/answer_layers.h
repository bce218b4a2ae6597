// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"
#include "measure/timeline.h"
#include "text/outcome_names.h"

#include <QStringList>

#include <vector>

namespace stampede {

class RunChart;

/// The names of the layers that hold these outcomes.
QStringList layerNames(const std::vector<Outcome> &outcomes);

/// Heights of every layer over stretches of time.
using LayerHeights = std::vector<std::vector<double>>;

void addAnswerLayers(RunChart *chart);
/// The answers of a finished run, so many buckets of its time line together.
LayerHeights answerLayers(const Timeline &timeline, std::size_t together);

} // namespace stampede
