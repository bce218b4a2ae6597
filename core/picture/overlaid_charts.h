// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"
#include "record/run_record.h"

#include <QList>

#include <memory>

namespace stampede {

/// Several runs in one chart each, from the start of the load: coupons issued, answers a second,
/// latency of issued and requests under way. A run is a line of its own colour and dashes, named by
/// its place among the runs, from 1. At most 300 points a line.
QList<Picture> overlaidCharts(const QList<std::shared_ptr<const RunRecord>> &runs);

} // namespace stampede
