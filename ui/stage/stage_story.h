#pragma once

#include "measure/recorder.h"
#include "record/run_record.h"

#include <QList>
#include <QPointF>
#include <QWidget>

namespace stampede {

class RunChart;

/// The story of a run in two lines, issued and left, and the dashed promise: live, and afterwards.
class StageStory final : public QWidget
{
    Q_OBJECT

public:
    explicit StageStory(QWidget *parent = nullptr);
    void begin(const Prediction &prediction, const Scenario &scenario);
    void sample(const LiveSnapshot &live, const Scenario &scenario);
    void setRecord(const RunRecord &record);
    /// Only what had happened by then, ns from the start of the load.
    void setPosition(std::int64_t positionNs);
    void retheme();

private:
    void setPrediction(const Prediction &prediction);

    RunChart *m_chart;
    QList<QPointF> m_issued;
    QList<QPointF> m_left;
};

} // namespace stampede
