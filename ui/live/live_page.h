#pragma once

#include "ui/session.h"

#include <QList>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace stampede {

class ElidedLabel;
class LiveCharts;
class LiveTiles;
class RateSlider;
class Replay;

/// What happens while the crowd asks, and the same figures afterwards.
class LivePage final : public QWidget
{
    Q_OBJECT

public:
    LivePage(Session &session, Replay &replay, QWidget *parent = nullptr);
    /// Called ten times a second while the load goes on.
    void sample(const RunProgress &progress);
    void retheme();
    /// Does what the first showing of its charts would cost.
    void prepare(const QSize &size);

Q_SIGNALS:
    void demoRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeEmpty();
    void begin();
    void showRecord();
    void changeRate(double perSecond);

    Session &m_session;
    Replay &m_replay;
    QStackedLayout *m_stack;
    LiveTiles *m_tiles;
    ElidedLabel *m_sentence;
    RateSlider *m_rate;
    LiveCharts *m_charts;
    QList<double> m_rateChanges; ///< seconds since the start of the load
    double m_now = 0;            ///< seconds, at the latest look
    QPushButton *m_run = nullptr;
};

} // namespace stampede
