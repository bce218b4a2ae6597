// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"
#include "picture/chart_drawing.h"
#include "picture/latency_story.h"
#include "prediction/prediction.h"
#include "ui/charts/story_chart.h"
#include "ui/live/answer_layers.h"

#include <QList>
#include <QPointF>

#include <array>
#include <memory>
#include <optional>

namespace stampede {

/// What was seen of a run that goes on, one value a look, thinned out when there are too many.
class LiveSamples
{
public:
    void begin(const Scenario &scenario, const Prediction &prediction);
    /// False where the look came too soon to be one more.
    /// `virtualUsers`: how many there are now; 0: nobody says.
    bool take(const LiveSnapshot &live, int virtualUsers = 0);

    [[nodiscard]] const StorySoFar &story() const { return m_story; }
    struct LatencyLine
    {
        QList<QPointF> points;
        QList<qsizetype> breaks; ///< as of ChartLine
    };
    /// p50, p95 and p99 of the issued, ms, each of a stretch in which enough came: 20, 20 and 100.
    [[nodiscard]] const std::array<LatencyLine, 3> &latency() const { return m_latency; }
    /// Requests that were under way, and virtual users, at each look.
    [[nodiscard]] const QList<QPointF> &underWay() const { return m_underWay; }
    [[nodiscard]] const QList<QPointF> &virtualUsers() const { return m_virtualUsers; }
    /// Errors a second, by kErrorKinds.
    [[nodiscard]] const LayerHeights &errors() const { return m_errors; }
    /// Answers a second.
    [[nodiscard]] const LayerHeights &layers() const { return m_layers; }
    /// Seconds that a value of layers() stands for.
    [[nodiscard]] double step() const { return m_step; }

private:
    void mergeSteps();
    void takeLatency(double now, const LiveSnapshot &live);
    void takeStock(double now, const LiveSnapshot &live);

    double m_step = 0;
    std::optional<std::int64_t> m_stockAtStart; ///< nothing: only answers tell it, or nothing does
    bool m_saysWhatIsLeft =
        false;              ///< an issued answer stands for one piece that does not come back
    bool m_proves = false;  ///< so does the stock that this program's own service read
    OutcomeCounts m_before; ///< at the latest value
    double m_beforeAt = 0;
    StorySoFar m_story;
    std::array<LatencyLine, 3> m_latency;
    std::shared_ptr<const Histogram> m_latencyBefore; ///< at the latest stretch's end
    bool m_isBroken = false; ///< nobody was issued anything since the latest value
    LayerHeights m_layers;
    LayerHeights m_errors;
    QList<QPointF> m_underWay;
    QList<QPointF> m_virtualUsers;
};

} // namespace stampede
