#pragma once

#include <QString>

namespace stampede {

struct Theme;

/// The style sheet of the application in those colours, at the text size chosen.
QString styleSheetOf(const Theme &theme);

} // namespace stampede
