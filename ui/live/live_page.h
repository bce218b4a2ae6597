// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/session.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace stampede {

class ElidedLabel;
class LiveCharts;
class LiveDrawers;
class LiveTiles;
class Replay;
class ReplayBar;

/// What happens while the crowd asks, and the same figures afterwards, as often as somebody wants
/// to see it again.
class LivePage final : public QWidget
{
    Q_OBJECT

public:
    LivePage(Session &session, Replay &replay, QWidget *parent = nullptr);
    /// Notes what a look at the run has shown: called ten times a second while the load goes on.
    void collect(const RunProgress &progress);
    /// Shows it, with what was noted before.
    void sample(const RunProgress &progress);
    void retheme();
    /// The charts in the four places by their names; what is no chart is left out.
    void setCharts(const QStringList &names);
    /// Does what the first showing of its charts would cost.
    void prepare(const QSize &size);

Q_SIGNALS:
    /// Somebody wants to be shown around.
    void demoRequested();
    /// Other charts were chosen for the four places.
    void chartsChosen(const QStringList &names);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeEmpty();
    QWidget *makeContent();
    void begin();
    void showRecord();
    /// The run as it was where the replay stands.
    void follow();
    void choose();
    void fitCharts();
    void changeRate(double perSecond);

    Session &m_session;
    Replay &m_replay;
    QStackedLayout *m_stack;
    LiveTiles *m_tiles;
    ElidedLabel *m_sentence;
    LiveCharts *m_charts;
    ReplayBar *m_bar;
    LiveDrawers *m_drawers;
    QList<double> m_rateChanges; ///< seconds since the start of the load
    double m_now = 0;            ///< seconds, at the latest look
    QPushButton *m_run = nullptr;
    bool m_followsLater = false; ///< the replay has moved while the page was hidden
};

} // namespace stampede
