#pragma once

#include "record/run_record.h"

#include <QJsonArray>

namespace stampede {

/// The faults of a run, in their order; empty where there was none.
QJsonArray injectedFaultsToJson(const std::vector<InjectedFault> &faults);

} // namespace stampede
