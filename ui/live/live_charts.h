#pragma once

#include "run/run_controller.h"
#include "run/run_record.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <array>
#include <vector>

class QLabel;
class QTabBar;

namespace stampede {

class ChartCard;
class RunChart;

/// The story in two charts, latency and database quieter beside them.
class LiveCharts final : public QWidget
{
    Q_OBJECT

public:
    explicit LiveCharts(QWidget *parent = nullptr);
    void begin(const Prediction &prediction, std::int64_t stockAtStart);
    void sample(const RunProgress &progress, std::int64_t stockAtStart);
    void show(const RunRecord &record);
    /// The rate was changed at these seconds.
    void setRateChanges(const QList<double> &seconds);
    void retheme();
    /// Latency and database become tabs of one place.
    void setNarrow(bool narrow);

private:
    static constexpr std::size_t kLayers = 5;

    void showTab();
    void mergeSteps();
    void drawSamples();
    void showTimeline(const RunRecord &record);
    void applyPrediction(const Prediction &prediction);

    RunChart *m_story;
    RunChart *m_answers;
    RunChart *m_latency;
    QLabel *m_database;
    ChartCard *m_storyCard;
    ChartCard *m_answersCard;
    ChartCard *m_latencyCard;
    ChartCard *m_databaseCard;
    QTabBar *m_tabs;
    bool m_narrow = false;

    // While a run goes on: one value a sample, thinned out when there are too many.
    double m_step = 0;      ///< seconds that a value stands for
    OutcomeCounts m_before; ///< at the latest value
    double m_beforeAt = 0;
    QList<QPointF> m_issuedPoints;
    QList<QPointF> m_leftPoints;
    std::array<QList<QPointF>, 3> m_latencyPoints; ///< p50, p95, p99
    std::vector<std::vector<double>> m_layers;
};

} // namespace stampede
