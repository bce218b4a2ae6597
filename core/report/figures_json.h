#pragma once

#include "run/run_record.h"

#include <QJsonObject>

namespace stampede {

// What a load measured, as parts of the result file.

QJsonObject outcomesToJson(const OutcomeCounts &outcomes);
QJsonObject latencyToJson(const LatencyTable &service, const LatencyTable &response);
QJsonObject throughputToJson(const ThroughputFigures &throughput);
QJsonObject timelineToJson(const Timeline &timeline);
QJsonObject generatorToJson(const RunRecord &record);

} // namespace stampede
