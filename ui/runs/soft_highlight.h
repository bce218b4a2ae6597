#pragma once

class QWidget;

namespace stampede {

/// Chosen rows keep the colours of their marks: only a hint of the accent lies under them. To be
/// called again with every theme.
void softenHighlight(QWidget &view);

} // namespace stampede
