// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_painter.h"

#include <cstddef>

class QPainter;

namespace stampede {

/// Above that many lines, all of them are drawn faintly, and above the other not all of them: the
/// picture would be a tangle.
constexpr std::size_t kFewJoins = 24;
constexpr std::size_t kMostJoins = 300;

/// Lines from read to read between those who read the same value, for the rows from `first` to
/// `last`. Those of the chosen bars are always drawn in full. Gives back how many lines were drawn.
std::size_t paintJoins(QPainter &painter, const RowPainting &painting, std::ptrdiff_t first,
                       std::ptrdiff_t last);

} // namespace stampede
