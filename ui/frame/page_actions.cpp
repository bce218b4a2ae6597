// SPDX-License-Identifier: MIT
#include "ui/frame/page_actions.h"

#include "ui/widgets/announce.h"

#include <QApplication>
#include <QLineEdit>
#include <QMetaMethod>
#include <QPixmap>

namespace stampede {

bool ask(QWidget *widget, const char *slot)
{
    const QMetaObject *meta = widget->metaObject();
    const int index = meta->indexOfMethod(slot);
    return index >= 0 && meta->method(index).invoke(widget, Qt::DirectConnection);
}

bool focusFilter(const QWidget *page)
{
    const auto filters = page->findChildren<QLineEdit *>(QStringLiteral("pageFilter"));
    for (QLineEdit *filter : filters) {
        if (filter->isVisible()) {
            filter->setFocus(Qt::ShortcutFocusReason);
            filter->selectAll();
            return true;
        }
    }
    return false;
}

void copyPicture(QWidget *page)
{
    QWidget *focused = QApplication::focusWidget();
    if (focused == nullptr || !page->isAncestorOf(focused)) {
        focused = page;
    }
    for (QWidget *each = focused; each != page->parentWidget(); each = each->parentWidget()) {
        if (ask(each, "copyPicture()")) {
            return;
        }
        if (each == page || each->property("card").toBool()) {
            copyImage(each, each->grab().toImage());
            return;
        }
    }
}

} // namespace stampede
