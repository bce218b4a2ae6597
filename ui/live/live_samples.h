#pragma once

#include "measure/recorder.h"
#include "ui/live/answer_layers.h"

#include <QList>
#include <QPointF>

#include <array>
#include <optional>

namespace stampede {

/// What was seen of a run that goes on, one value a look, thinned out when there are too many.
class LiveSamples
{
public:
    /// `stockAtStart`: nothing where only answers tell the stock, or nothing does.
    void begin(std::optional<std::int64_t> stockAtStart);
    /// False where the look came too soon to be one more.
    bool take(const LiveSnapshot &live);

    [[nodiscard]] const QList<QPointF> &issued() const { return m_issued; }
    [[nodiscard]] const QList<QPointF> &left() const { return m_left; }
    /// p50, p95 and p99 of issued so far, ms.
    [[nodiscard]] const std::array<QList<QPointF>, 3> &latency() const { return m_latency; }
    /// Answers a second.
    [[nodiscard]] const LayerHeights &layers() const { return m_layers; }
    /// Seconds that a value of layers() stands for.
    [[nodiscard]] double step() const { return m_step; }

private:
    void mergeSteps();

    double m_step = 0;
    std::optional<std::int64_t> m_stockAtStart;
    OutcomeCounts m_before; ///< at the latest value
    double m_beforeAt = 0;
    QList<QPointF> m_issued;
    QList<QPointF> m_left;
    std::array<QList<QPointF>, 3> m_latency;
    LayerHeights m_layers;
};

} // namespace stampede
