#include "ui/announce.h"

#include <QAccessible>
#include <QWidget>

namespace stampede {

void announce(QWidget *widget, const QString &sentence)
{
    widget->setAccessibleName(sentence);
    if (!widget->isVisible()) {
        return; // nobody is told what nobody can see
    }
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace stampede
