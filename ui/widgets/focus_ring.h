// SPDX-License-Identifier: MIT
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace stampede {

/// Draws a ring a little off whichever widget has the focus, without moving anything. Widgets with
/// the property "noRing" have none.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    /// The widget that it is around, or null.
    [[nodiscard]] QWidget *widget() const { return m_frame ? m_frame->widget() : nullptr; }

private:
    void follow(QWidget *focused);

    QPointer<QFocusFrame> m_frame; ///< goes with the window that it is in
};

} // namespace stampede
