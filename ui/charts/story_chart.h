#pragma once

#include "record/run_record.h"

#include <QWidget>

#include <memory>

namespace stampede {

class RunChart;

/// The story of a run: how the issued rise and the stock falls, and what must come out. Text
/// follows the font of the widget. UI thread.
class StoryChart final : public QWidget
{
    Q_OBJECT

public:
    explicit StoryChart(QWidget *parent = nullptr);
    [[nodiscard]] RunChart *chart() const { return m_chart; }

    void setPrediction(const Prediction &prediction);
    /// What was seen so far while a run goes on: seconds and counts.
    void setPoints(const QList<QPointF> &issued, const QList<QPointF> &left);
    /// Shows a finished run to its end; null shows nothing.
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// Only what had happened by then, ns from the start of the load; the length or more: all.
    void setPosition(std::int64_t positionNs);
    void retheme();

private:
    RunChart *m_chart;
    std::int64_t m_lengthNs = 0;
};

} // namespace stampede
