#pragma once

#include "ui/session.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <array>

class QLabel;
class QStackedLayout;

namespace stampede {

class RunChart;
class Tile;

/// What happens while the crowd asks, and what happened, from the latest run.
class LivePage final : public QWidget
{
    Q_OBJECT

public:
    explicit LivePage(Session &session, QWidget *parent = nullptr);
    /// Ten times a second while a run goes on.
    void sample(const RunProgress &progress);
    void retheme();

private:
    struct Tiles
    {
        Tile *issued;
        Tile *already;
        Tile *outOfStock;
        Tile *errors;
        Tile *left;
        Tile *rate;
        Tile *latency;
    };

    QWidget *makeContent();
    void begin();
    void showRecord();
    void showCounts(const OutcomeCounts &outcomes, const Prediction &prediction);
    void showTimeline(const RunRecord &record);
    void showDatabase(const RunRecord &record);
    void applyPrediction(const Prediction &prediction);

    Session &m_session;
    QStackedLayout *m_stack;
    Tiles m_tiles{};
    QLabel *m_sentence;
    QLabel *m_database;
    RunChart *m_story;
    RunChart *m_answers;
    RunChart *m_latency;
    std::array<QList<QPointF>, 3> m_latencyPoints; ///< p50, p95, p99
    QList<QPointF> m_issuedPoints;
    QList<QPointF> m_leftPoints;
    std::array<QList<QPointF>, 4> m_answerPoints;
};

} // namespace stampede
