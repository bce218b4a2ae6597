// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace stampede {

class Demo;

/// The demo's keys in the window that shows it, before those of the page below: PageDown and Space
/// go on, PageUp goes back, R repeats, Esc ends the slow motion. Where somebody types into a field
/// they are letters as ever, and Space presses the button that has the focus.
class DemoKeys final : public QObject
{
    Q_OBJECT

public:
    /// `window` has to outlive it.
    DemoKeys(Demo &demo, QWidget &window);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    /// Whether the key is the demo's at the moment.
    [[nodiscard]] bool isMeant(const QKeyEvent &key, const QWidget &receiver) const;
    void press(int key);

    Demo &m_demo;
    QWidget &m_window;
};

} // namespace stampede
