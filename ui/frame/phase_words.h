// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_controller.h"

#include <QString>

namespace stampede {

class Session;

/// "Prepare", "Run" … as the stepper shows them.
QString phaseWord(Phase phase);

/// How far the phase that goes on is, as one line.
QString phaseLine(const RunProgress &progress, const Session &session);

/// 0…1, or nothing where it is unknown.
std::optional<double> phaseShare(const RunProgress &progress, const Session &session);

/// The phases before and after that one, as the stepper shows them. A phase that the scenario does
/// not have is marked so.
QString phasesBefore(Phase now, bool warmsUp);
QString phasesAfter(Phase now);

} // namespace stampede
