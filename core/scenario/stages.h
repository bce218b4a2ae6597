// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <QJsonValue>
#include <QString>

namespace stampede {

inline constexpr int kMostStages = 100;

/// Stages of a ramp: a list of {"duration": "10s", "target": 100}, or k6's short form as a text,
/// "10s:100, 5s:0". Durations 0 to 24 h, targets 0 to 1,000,000. The error says what was expected
/// and which stage is wrong.
Result<QList<Stage>, QString> readStages(const QJsonValue &value);
/// The list that readStages() reads back.
QJsonValue stagesToJson(const QList<Stage> &stages);
/// The short form, "10s:100, 5s:0".
QString stagesText(const QList<Stage> &stages);
/// The short form of what a scenario file holds, for an editor; the text itself where it is one.
QString stagesText(const QJsonValue &value);

} // namespace stampede
