// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"
#include "scenario/threshold.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

namespace stampede {

/// Reads the `thresholds` of a scenario file. What is wrong goes to `fault` and is left out. The
/// limits come back in the order of thresholdMetrics(), those of one metric as they stand.
QList<Threshold> readThresholds(const QJsonValue &value, const DiagnosticSink &fault);

/// The limits as they stand in a file.
QJsonObject thresholdsToJson(const QList<Threshold> &thresholds);

} // namespace stampede
