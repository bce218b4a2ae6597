#pragma once

#include "scenario/scenario_reader.h"

namespace stampede {

/// `json` with the overrides put in. An override whose path leads nowhere adds a fault and changes
/// nothing; whether the values are good is for the reader of the result to say.
QJsonObject withOverrides(QJsonObject json, const QList<Override> &overrides, Faults &faults);

} // namespace stampede
