// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede {

struct Theme;

/// The style sheet of the application in those colours. It names no size of text.
QString styleSheetOf(const Theme &theme);

} // namespace stampede
