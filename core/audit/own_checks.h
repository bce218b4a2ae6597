// SPDX-License-Identifier: MIT
#pragma once

#include "audit/audit_facts.h"
#include "record/check_result.h"

#include <QList>

#include <optional>
#include <vector>

namespace stampede {

/// The most rows that the server is asked for by one check of a profile.
inline constexpr std::int64_t kMostOwnRows = 10'000;

/// The checks that the audit's user brings, class damage: each holds when its statement gives no
/// row.
/// `start`: what the same checks found before the run, which is then not the run's doing; null
/// where there was no run.
QList<CheckResult> checkOwn(const QList<OwnCheck> &own, const StartOfRows *start,
                            Snapshot &snapshot);

/// Which of the rows that the check found were there before the run, by their place among those
/// found; nothing where nobody knows.
std::optional<std::vector<bool>> foundBefore(const OwnCheck &own, const StartOfRows *start,
                                             const FoundRows &found);

/// What the checks find before a run.
OwnRows ownRowsOf(const QList<OwnCheck> &own, Snapshot &snapshot);

} // namespace stampede
