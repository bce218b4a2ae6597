// SPDX-License-Identifier: MIT
#include "ui/widgets/focus_ring.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace stampede {

namespace {

bool hasRing(const QWidget *widget)
{
    // A page of a stack is handed the focus of the page before, although it takes none.
    return widget != nullptr && !widget->isWindow() && widget->focusPolicy() != Qt::NoFocus &&
           !widget->property("noRing").toBool() &&
           qobject_cast<const QMenuBar *>(widget) == nullptr &&
           qobject_cast<const QMenu *>(widget) == nullptr;
}

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { follow(now); });
    follow(QApplication::focusWidget());
}

void FocusRing::follow(QWidget *focused)
{
    if (!hasRing(focused)) {
        if (m_frame) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(focused);
    }
    m_frame->setWidget(focused);
}

} // namespace stampede
