// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace stampede {

/// Why every request of a scenario over HTTP is sent in the name of one person though `people` are
/// to ask, a sentence; empty where requests name several. Pure; any thread.
QString oneCallerOf(const Scenario &scenario, std::int64_t people);

/// The headers that may say who asks and are the same in all requests though `people` are to ask,
/// e.g. one token for everybody; empty where there are none. Pure; any thread.
QStringList sharedIdentityHeaders(const Scenario &scenario, std::int64_t people);

} // namespace stampede
