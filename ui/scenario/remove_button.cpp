#include "ui/scenario/remove_button.h"

#include <QToolButton>

namespace stampede {

QToolButton *removeButton(const QString &toolTip, QWidget *line)
{
    constexpr int kSize = 28; // as high as the fields beside it
    auto *button = new QToolButton(line);
    button->setText(QStringLiteral("✕"));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFixedSize(kSize, kSize);
    return button;
}

} // namespace stampede
