// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleave_job.h"

namespace stampede {

/// The answer in a sentence or two: "Row lock off: this can go wrong, and two switches suffice: A
/// reads 10, … 90 of the 92 schedules that can happen end with one coupon that the stock never
/// noticed." Schedules are counted, never weighed. `better`, where there is one: the same with the
/// row lock.
QString interleavingsSentence(const InterleaveResult &result,
                              const InterleaveResult *better = nullptr);

/// "✗ 90 of 92": so many of the orders end wrong; ✓ where none does, ? where nobody can tell of
/// all.
QString interleavingsCell(const Interleavings &found);

/// "90 of 92 wrong: drift −1", "none of 10 wrong", for a cell.
QString interleavingsCount(const Interleavings &found);

/// What each was told, in the order of their letters: "issued, out of stock".
QStringList answerWords(const Order &order);

/// A line of an order as lanes.
struct LaneLine
{
    qsizetype step = 0;  ///< of the order, from 0
    QString words;       ///< what the statements did: "reads 10"; with `waits` what is waited for
    bool waits = false;  ///< it was sent, and goes on in a later line
    bool goesOn = false; ///< what had waited has come back, after the step of the line before
};

/// The lines of an order: each step, and behind the step that let it go on what had waited.
QList<LaneLine> lanesOf(const Order &order);

/// An order as lanes, a column a person, one line a step; what waits goes on in the line after the
/// step that let it.
QStringList laneLines(const Order &order);

/// What each was told, how it ended, and what is wrong with that.
QStringList endLines(const Order &order);

/// Everything that the command line prints of one subject.
QString interleavingsText(const InterleaveResult &result, const InterleaveResult *better);

/// A table of all cells, a line a cell.
QString matrixText(const QList<InterleaveResult> &cells);

/// The order as a script of client sessions, one a person, to be carried out by hand: which
/// session, what to enter, and when. Comments are SQL comments: lines that begin with "-- session"
/// say whose the statements below are.
QString clientScript(const InterleaveResult &result, const Order &order);

} // namespace stampede
