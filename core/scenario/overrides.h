// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario_reader.h"

namespace stampede {

/// `json` with the overrides put in; one without a value takes its setting away, or its group. An
/// override whose path leads nowhere adds a fault and changes nothing; whether the values are good
/// is for the reader of the result to say.
QJsonObject withOverrides(QJsonObject json, const QList<Override> &overrides, Faults &faults);

/// The text of an override that puts that value there.
QString overrideText(const QString &path, const QJsonValue &value);

} // namespace stampede
