// SPDX-License-Identifier: MIT
#include "ui/look/soft_highlight.h"

#include "ui/look/theme.h"

#include <QPalette>
#include <QWidget>

namespace stampede {

void softenHighlight(QWidget &view, double usualHint)
{
    const Theme &theme = Theme::current();
    const double hint = theme.contrast ? 0.35 : usualHint; // marks are to be seen on it too
    const auto mixed = [hint](double accent, double panel) {
        return static_cast<int>(accent * hint + panel * (1 - hint));
    };
    QPalette palette = view.palette();
    palette.setColor(QPalette::Highlight, QColor(mixed(theme.accent.red(), theme.panel.red()),
                                                 mixed(theme.accent.green(), theme.panel.green()),
                                                 mixed(theme.accent.blue(), theme.panel.blue())));
    palette.setColor(QPalette::HighlightedText, theme.text);
    view.setPalette(palette);
}

} // namespace stampede
