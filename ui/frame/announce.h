#pragma once

#include <QString>

class QWidget;

namespace stampede {

/// Lets a screen reader say that sentence, in the name of that widget.
void announce(QWidget *widget, const QString &sentence);

} // namespace stampede
