// SPDX-License-Identifier: MIT
#pragma once

#include "report/report.h"

namespace stampede {

/// "200 at start = 100 written + 100 left, drift 0" as large figures over bars drawn to scale.
Drawing ledgerDrawing(const LedgerBlock &ledger);
/// The same as one line.
QString ledgerWords(const LedgerBlock &ledger);

/// The mark of a verdict: a shield, an octagon, a ring … 24 high and wide.
Drawing verdictDrawing(RunVerdict verdict);
/// The colour of a verdict.
Ink verdictInk(RunVerdict verdict);

} // namespace stampede
