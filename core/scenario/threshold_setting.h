#pragma once

#include "scenario/threshold.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <functional>

namespace stampede {

/// Takes one fault: the path of what is wrong, and what it must be.
using FaultSink = std::function<void(const QString &path, const QString &text)>;

/// Reads the `thresholds` of a scenario file. What is wrong goes to `fault` and is left out. The
/// limits come back in the order of thresholdMetrics(), those of one metric as they stand.
QList<Threshold> readThresholds(const QJsonValue &value, const FaultSink &fault);

/// The limits as they stand in a file.
QJsonObject thresholdsToJson(const QList<Threshold> &thresholds);

} // namespace stampede
