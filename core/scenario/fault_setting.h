// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"
#include "scenario/planned_fault.h"
#include "scenario/scenario_rules.h"

#include <QJsonValue>
#include <QList>

namespace stampede {

inline constexpr int kMostFaults = 100;

/// Reads `faults`: a list of {"at": "2s", "kind": "server-kill", "for": "1s"}. What is wrong goes
/// to `fault`, each key by its path.
QList<PlannedFault> readFaults(const QJsonValue &value, const DiagnosticSink &fault);
/// The list that readFaults() reads back.
QJsonValue faultsToJson(const QList<PlannedFault> &faults);

/// Contradictions between the faults and the other settings, and among themselves. `faulty` as of
/// findContradictions().
std::vector<Contradiction> findFaultContradictions(const Scenario &scenario,
                                                   const QSet<QString> &faulty);

} // namespace stampede
