// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QStringList>

namespace stampede::test {

/// A record in which every field has a value of its own that it does not have by default. No run
/// ever looked like it. `history` operations, none like another.
RunRecord fullRecord(std::size_t history = 100);

/// A small record as a run leaves it behind, with that id.
RunRecord smallRecord(const QString &id);

/// The paths of all fields in which the two differ, their histories included.
QStringList differences(const RunRecord &left, const RunRecord &right);

} // namespace stampede::test
