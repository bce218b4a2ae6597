// SPDX-License-Identifier: MIT
#pragma once

#include "picture/stock_story.h"
#include "record/run_record.h"
#include "ui/charts/chart_content.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace stampede {

class RunChart;

/// The points of a series, for a chart.
QList<QPointF> pointsOf(const std::vector<SeriesPoint> &series);

/// What was seen of issued and left so far while a run goes on: seconds and counts.
struct StorySoFar
{
    QList<QPointF> issued;
    QList<QPointF> left;         ///< empty: nothing tells it
    QList<QPointF> shouldBeLeft; ///< at the moments of `left`; empty: nobody can say
    /// The stock cannot be what it is any more: as many as of `left`.
    QList<bool> isApart;
    std::optional<double> soldOutAt; ///< seconds: more than the last coupon was issued from there
    std::int64_t tooMany = 0;        ///< issued after that
};

/// The story of a run: how the issued rise and the stock falls, what should be left, and what must
/// come out. Where the stock and what should be left part, and what was issued after the last
/// coupon, is hatched in the colour of damage. Text follows the font of the widget. UI thread.
class StoryChart final : public QWidget
{
    Q_OBJECT

public:
    /// Lines so many pixels wide; `bounds` are the words at the dashed line.
    explicit StoryChart(QWidget *parent = nullptr, qreal width = 2, const QString &bounds = {});
    [[nodiscard]] RunChart *chart() const { return m_chart; }

    void setPrediction(const Prediction &prediction);
    void setSoFar(const StorySoFar &seen);
    /// Shows a finished run to its end; null shows nothing.
    void setRecord(const std::shared_ptr<const RunRecord> &record);
    /// Only what had happened by then, ns from the start of the load; the length or more: all.
    void setPosition(std::int64_t positionNs);
    /// What is shaded beside what the story itself shades.
    void setStretches(const QList<ChartStretch> &stretches);
    void retheme();

private:
    void showLines(const StorySoFar &seen);
    void showEndOfStock(const std::optional<double> &soldOutAt, std::int64_t tooMany, double until);

    RunChart *m_chart;
    std::int64_t m_lengthNs = 0;
    QList<ChartStretch> m_stretches;
    QList<ChartStretch> m_tooMany;
};

} // namespace stampede
