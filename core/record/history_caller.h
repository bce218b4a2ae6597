// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"
#include "scenario/scenario.h"

#include <QString>

#include <span>

namespace stampede {

/// Why every request of a history over HTTP was sent in the name of one person though the history
/// has several, a sentence; empty where requests name several. Then the people of the history are
/// not those of the service, and neither answers nor rows can be held against them. Pure; any
/// thread; O(n).
QString oneCallerOf(const Scenario &scenario, std::span<const Operation> history);

} // namespace stampede
