// SPDX-License-Identifier: MIT
#pragma once

#include "hot_row/row_picture.h"

namespace stampede {

/// Fills in who overwrote whom: valueWritten, overwrote, sameValue, unitsLost of the uses, the
/// races and the sums. Needs the holders' valueRead.
///
/// The committed writes, in their order, are the history of the column: it held the initial stock,
/// then each write's value. A write that had read v and replaces c undoes v − c decrements; summed
/// up that is stock left − (stock at start − writes), whatever was read in between.
void followWrites(const RowQuestion &question, RowPicture &picture);

} // namespace stampede
