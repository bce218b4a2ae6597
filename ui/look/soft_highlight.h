// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace stampede {

/// Chosen rows keep the colours of their marks: only a hint of the accent lies under them. To be
/// called again with every theme. `usualHint`: the accent's share of the colour, 0…1; half where
/// contrast has to be high.
void softenHighlight(QWidget &view, double usualHint = 0.25);

} // namespace stampede
