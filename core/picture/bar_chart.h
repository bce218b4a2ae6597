// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"

#include <QList>
#include <QString>

namespace stampede {

/// A bar of a chart, with what stands beside it.
struct Bar
{
    QString label; ///< at its left
    double value = 0;
    QString figure; ///< at its right
    QString mark;   ///< behind the figure, in the ink of the mark; or empty
    Ink markInk = Ink::Damage;
};

/// Bars lying below each other from a common zero to the largest value. A bar with a mark is
/// hatched, so that its colour is not the only sign.
Drawing barChart(const QList<Bar> &bars);

} // namespace stampede
