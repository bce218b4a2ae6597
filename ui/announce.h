#pragma once

#include <QString>

class QWidget;

namespace stampede {

/// Names the widget so, and lets a screen reader say it where the widget is to be seen.
void announce(QWidget *widget, const QString &sentence);

} // namespace stampede
