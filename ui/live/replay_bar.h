// SPDX-License-Identifier: MIT
#pragma once

#include "run/run_controller.h"
#include "ui/session/replay.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QProgressBar;
class QSlider;
class QStackedWidget;
class QToolButton;

namespace stampede {

class RateSlider;

/// Plays the run that is shown again; while one goes on, how far it is and the rate of an open
/// model.
class ReplayBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ReplayBar(Replay &replay, QWidget *parent = nullptr);
    /// A run goes on. `hasRate`: its model is an open one.
    void begin(bool hasRate, double perSecond);
    void sample(const RunProgress &progress, std::int64_t lengthNs);
    /// Shows the replay again.
    void end();
    [[nodiscard]] bool showsClock() const;
    void retheme();

Q_SIGNALS:
    /// Somebody wants another rate of the run that goes on.
    void rateWanted(double perSecond);
    /// The time axes should say the time of day, or what has elapsed.
    void clockChosen(bool clock);

private:
    QWidget *makeReplay();
    QWidget *makeProgress();
    QToolButton *makeButton(const QString &words, const char *name);
    void update();
    void showPosition();
    void showTime();

    Replay &m_replay;
    QStackedWidget *m_stack;
    QToolButton *m_toStart;
    QToolButton *m_play;
    QSlider *m_scrubber;
    QLabel *m_time;
    QComboBox *m_slowness;
    QToolButton *m_elapsed;
    QToolButton *m_clock;
    QProgressBar *m_progress;
    QLabel *m_progressWords;
    RateSlider *m_rate;
};

} // namespace stampede
