// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"
#include "record/run_record.h"

#include <cstdint>

namespace stampede {

/// What was at the start and what became of it.
struct LedgerBlock
{
    std::int64_t initial = 0;
    std::int64_t written = 0;
    std::int64_t left = 0;
    std::int64_t drift = 0;
};

/// "200 at start = 100 written + 100 left, drift 0" as large figures over bars drawn to scale.
Drawing ledgerDrawing(const LedgerBlock &ledger);
/// The same as one line.
QString ledgerWords(const LedgerBlock &ledger);

/// The mark of a verdict: a shield, an octagon, a ring … 24 high and wide.
Drawing verdictDrawing(RunVerdict verdict);
/// The colour of a verdict.
Ink verdictInk(RunVerdict verdict);

} // namespace stampede
