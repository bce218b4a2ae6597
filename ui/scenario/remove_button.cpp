// SPDX-License-Identifier: MIT
#include "ui/scenario/remove_button.h"

#include "ui/look/app_style.h"

#include <QToolButton>

namespace stampede {

QToolButton *removeButton(const QString &toolTip, QWidget *line)
{
    auto *button = new QToolButton(line);
    button->setText(QStringLiteral("✕"));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFixedSize(AppStyle::kLeastTarget, AppStyle::kLeastTarget);
    return button;
}

} // namespace stampede
