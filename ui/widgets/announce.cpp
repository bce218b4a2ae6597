// SPDX-License-Identifier: MIT
#include "ui/widgets/announce.h"

#include <QAccessible>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QStatusTipEvent>
#include <QWidget>

namespace stampede {

namespace {

struct AnnounceText
{
    Q_DECLARE_TR_FUNCTIONS(AnnounceText)
};

} // namespace

void announce(QWidget *widget, const QString &sentence)
{
    widget->setAccessibleName(sentence);
    if (!widget->isVisible()) {
        return; // nobody is told what nobody can see
    }
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void sayShortly(QWidget *widget, const QString &sentence)
{
    QStatusTipEvent event(sentence); // goes up to the window
    QCoreApplication::sendEvent(widget, &event);
}

void copyText(QWidget *widget, const QString &words)
{
    QGuiApplication::clipboard()->setText(words);
    sayShortly(widget, AnnounceText::tr("Copied."));
}

void copyImage(QWidget *widget, const QImage &picture)
{
    QGuiApplication::clipboard()->setImage(picture);
    sayShortly(widget, AnnounceText::tr("Picture copied."));
}

} // namespace stampede
