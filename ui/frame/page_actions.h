// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace stampede {

/// Calls the slot of that name, e.g. "exportReport()", where the widget has one. False where it has
/// none. How a command of the window reaches whatever page is shown.
bool ask(QWidget *widget, const char *slot);

/// Puts the cursor into the filter of the page, its visible "pageFilter". False where there is
/// none.
bool focusFilter(const QWidget *page);

/// Copies a picture of the chart or card with the focus, of the whole page where none has it. What
/// has a slot copyPicture() makes its own.
void copyPicture(QWidget *page);

} // namespace stampede
