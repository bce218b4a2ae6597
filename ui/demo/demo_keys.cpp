// SPDX-License-Identifier: MIT
#include "ui/demo/demo_keys.h"

#include "ui/demo/demo.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace stampede {

namespace {

bool isTypedInto(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox *>(widget) != nullptr;
}

} // namespace

DemoKeys::DemoKeys(Demo &demo, QWidget &window)
    : QObject(&window)
    , m_demo(demo)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool DemoKeys::isMeant(const QKeyEvent &key, const QWidget &receiver) const
{
    // What goes to a field is its own, also where the window has lost the focus meanwhile.
    const QWidget *focus = QApplication::focusWidget();
    if (isTypedInto(focus) || isTypedInto(&receiver) ||
        (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    switch (key.key()) {
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_R:
        return true;
    case Qt::Key_Space:
        return qobject_cast<const QAbstractButton *>(&receiver) == nullptr;
    case Qt::Key_Escape:
        return m_demo.state() == Demo::State::Replaying;
    default:
        return false;
    }
}

void DemoKeys::press(int key)
{
    switch (key) {
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        m_demo.goOn();
        break;
    case Qt::Key_PageUp:
        m_demo.goBack();
        break;
    case Qt::Key_R:
        m_demo.run();
        break;
    default:
        m_demo.skip();
        break;
    }
}

bool DemoKeys::eventFilter(QObject *object, QEvent *event)
{
    const bool isAsked = event->type() == QEvent::ShortcutOverride;
    if ((!isAsked && event->type() != QEvent::KeyPress) || !m_demo.isOpen()) {
        return false;
    }
    auto *widget = qobject_cast<QWidget *>(object);
    auto *key = static_cast<QKeyEvent *>(event);
    if (widget == nullptr || widget->window() != &m_window || !isMeant(*key, *widget)) {
        return false;
    }
    if (isAsked) {
        event->accept(); // no shortcut of the page below
    } else if (!key->isAutoRepeat()) {
        press(key->key());
    }
    return true;
}

} // namespace stampede
