// SPDX-License-Identifier: MIT
#pragma once

#include <QApplication>

namespace stampede {

/// What the UI thread spends on the events that it handles, measured in its own processor time: an
/// event is a slot, a timer, a paint of the window, with everything that it causes. Waiting is not
/// counted, nor an event loop that runs inside a handler. UI thread.
class UiCost
{
public:
    /// From here on.
    static void restart();
    /// Processor time of the thread since restart(), seconds.
    static double cpuSeconds();
    /// The longest single event since restart(), milliseconds.
    static double longestMs();

private:
    friend class MeasuredApplication;
    static void note(double seconds);
};

/// An application that measures every event it hands on.
class MeasuredApplication final : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;

private:
    int m_level = -1;        ///< event loop of the event that is being measured
    double m_innerLoops = 0; ///< seconds that event loops inside it have used
};

} // namespace stampede
