// SPDX-License-Identifier: MIT
#pragma once

#include "audit/table_layout.h"
#include "record/run_record.h"

namespace stampede {

/// Leaves with the record the names of everybody whom it tells of: those who asked, and of the
/// audit's rows who did not. `layout`: of the tables that were audited; its names are those of the
/// audit.
void keepPeopleIn(RunRecord &record, const TableLayout &layout);

} // namespace stampede
