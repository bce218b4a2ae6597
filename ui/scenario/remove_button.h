// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace stampede {

/// The small button at the end of a line of the form that takes the line away.
QToolButton *removeButton(const QString &toolTip, QWidget *line);

} // namespace stampede
