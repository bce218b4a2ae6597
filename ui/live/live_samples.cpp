#include "ui/live/live_samples.h"

#include "base/clock.h"
#include "ui/charts/run_chart.h"

namespace stampede {

namespace {

constexpr double kFirstStep = 0.02; // seconds

/// Keeps a line within the chart's limit: every second point goes.
void keepEverySecond(QList<QPointF> &points)
{
    QList<QPointF> kept;
    for (qsizetype i = 0; i < points.size(); i += 2) {
        kept.append(points[i]);
    }
    points = kept;
}

} // namespace

void LiveSamples::begin(std::optional<std::int64_t> stockAtStart)
{
    m_stockAtStart = stockAtStart;
    m_issued = {{0, 0}};
    m_left.clear();
    if (stockAtStart) {
        m_left.append({0, static_cast<double>(*stockAtStart)});
    }
    for (auto &points : m_latency) {
        points.clear();
    }
    m_layers.assign(kAnswerLayers, {});
    m_step = kFirstStep;
    m_before = {};
    m_beforeAt = 0;
}

bool LiveSamples::take(const LiveSnapshot &live)
{
    const double now = static_cast<double>(live.elapsedNs) / static_cast<double>(kNsPerSecond);
    if (now < m_beforeAt + m_step) {
        return false;
    }
    std::array<double, kAnswerLayers> aSecond{};
    for (const Outcome outcome : kAllOutcomes) {
        aSecond.at(indexOf(layerOf(outcome))) +=
            static_cast<double>(live.outcomes.of(outcome) - m_before.of(outcome)) /
            (now - m_beforeAt);
    }
    // What came between two looks is spread evenly over the steps between them.
    while (m_step * static_cast<double>(m_layers.front().size() + 1) <= now) {
        for (std::size_t i = 0; i < kAnswerLayers; ++i) {
            m_layers[i].push_back(aSecond.at(i));
        }
        if (m_layers.front().size() >= RunChart::kMaxSteps) {
            mergeSteps();
        }
    }
    m_before = live.outcomes;
    m_beforeAt = now;
    m_issued.append({now, static_cast<double>(live.outcomes.of(Outcome::Issued))});
    const auto left = live.lastStock >= 0 ? std::optional(live.lastStock) : m_stockAtStart;
    if (left) {
        m_left.append({now, static_cast<double>(*left)});
    }
    const std::array percentiles = {live.issuedP50Ns, live.issuedP95Ns, live.issuedP99Ns};
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        if (percentiles.at(i) > 0) {
            m_latency.at(i).append(
                {now, static_cast<double>(percentiles.at(i)) / static_cast<double>(kNsPerMs)});
        }
    }
    return true;
}

void LiveSamples::mergeSteps()
{
    m_step *= 2;
    for (auto &heights : m_layers) {
        for (std::size_t i = 0; i < heights.size() / 2; ++i) {
            heights[i] = (heights[2 * i] + heights[2 * i + 1]) / 2;
        }
        heights.resize(heights.size() / 2);
    }
    keepEverySecond(m_issued);
    keepEverySecond(m_left);
    for (auto &points : m_latency) {
        keepEverySecond(points);
    }
}

} // namespace stampede
