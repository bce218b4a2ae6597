#include "ui/runs/soft_highlight.h"

#include "ui/theme.h"

#include <QPalette>
#include <QWidget>

namespace stampede {

void softenHighlight(QWidget &view)
{
    constexpr double kHint = 0.25;
    const Theme &theme = Theme::current();
    const auto mixed = [&theme](double accent, double panel) {
        return static_cast<int>(accent * kHint + panel * (1 - kHint));
    };
    QPalette palette = view.palette();
    palette.setColor(QPalette::Highlight, QColor(mixed(theme.accent.red(), theme.panel.red()),
                                                 mixed(theme.accent.green(), theme.panel.green()),
                                                 mixed(theme.accent.blue(), theme.panel.blue())));
    palette.setColor(QPalette::HighlightedText, theme.text);
    view.setPalette(palette);
}

} // namespace stampede
