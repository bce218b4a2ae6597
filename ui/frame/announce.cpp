#include "ui/frame/announce.h"

#include <QAccessible>
#include <QWidget>

namespace stampede {

void announce(QWidget *widget, const QString &sentence)
{
    widget->setAccessibleName(sentence);
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace stampede
