// SPDX-License-Identifier: MIT
#include "ui/live/live_samples.h"

#include "base/clock.h"
#include "ui/charts/run_chart.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr double kFirstStep = 0.02; // seconds

constexpr std::array kPercents = {50.0, 95.0, 99.0};

/// Keeps a line within the chart's limit: every second point goes.
template<typename Value>
void keepEverySecond(QList<Value> &points)
{
    QList<Value> kept;
    for (qsizetype i = 0; i < points.size(); i += 2) {
        kept.append(points[i]);
    }
    points = kept;
}

} // namespace

void LiveSamples::begin(const Scenario &scenario, const Prediction &prediction)
{
    m_stockAtStart = scenario.followedStock();
    m_saysWhatIsLeft =
        m_stockAtStart && provesWhileRunning(scenario.target.quantity, prediction.service);
    m_proves = m_saysWhatIsLeft && scenario.target.kind == TargetKind::InProcess;
    m_story = {};
    m_story.issued = {{0, 0}};
    takeStock(0, {});
    m_latency = {};
    m_latencyBefore.reset();
    m_isBroken = false;
    m_layers.assign(kAnswerLayers, {});
    m_errors.assign(kErrorKinds.size(), {});
    m_underWay = {{0, 0}};
    m_virtualUsers.clear();
    m_step = kFirstStep;
    m_before = {};
    m_beforeAt = 0;
}

bool LiveSamples::take(const LiveSnapshot &live, int virtualUsers)
{
    const double now = static_cast<double>(live.elapsedNs) / static_cast<double>(kNsPerSecond);
    // The last answers are seen whenever they come.
    const bool isLast =
        !live.loadRunning && now > m_beforeAt && live.outcomes.byOutcome != m_before.byOutcome;
    if (now < m_beforeAt + m_step && !isLast) {
        return false;
    }
    std::array<double, kAnswerLayers> aSecond{};
    for (const Outcome outcome : kAllOutcomes) {
        aSecond.at(indexOf(layerOf(outcome))) +=
            static_cast<double>(live.outcomes.of(outcome) - m_before.of(outcome)) /
            (now - m_beforeAt);
    }
    std::array<double, kErrorKinds.size()> errors{};
    for (std::size_t kind = 0; kind < kErrorKinds.size(); ++kind) {
        // One that was unknown may have been answered late: none is taken back.
        const std::uint64_t times = live.outcomes.of(kErrorKinds.at(kind));
        const std::uint64_t before = m_before.of(kErrorKinds.at(kind));
        errors.at(kind) =
            static_cast<double>(times > before ? times - before : 0) / (now - m_beforeAt);
    }
    // What came between two looks is spread evenly over the steps between them.
    while (m_step * static_cast<double>(m_layers.front().size() + 1) <= now) {
        for (std::size_t i = 0; i < kAnswerLayers; ++i) {
            m_layers[i].push_back(aSecond.at(i));
        }
        for (std::size_t kind = 0; kind < kErrorKinds.size(); ++kind) {
            m_errors[kind].push_back(errors.at(kind));
        }
        if (m_layers.front().size() >= RunChart::kMaxSteps) {
            mergeSteps();
        }
    }
    m_before = live.outcomes;
    m_beforeAt = now;
    m_story.issued.append({now, static_cast<double>(live.outcomes.of(Outcome::Issued))});
    takeStock(now, live);
    m_underWay.append({now, static_cast<double>(live.inFlight)});
    if (virtualUsers > 0) {
        m_virtualUsers.append({now, static_cast<double>(virtualUsers)});
    }
    takeLatency(now, live);
    return true;
}

void LiveSamples::takeLatency(double now, const LiveSnapshot &live)
{
    if (!live.issuedLatency) {
        return;
    }
    static const auto kNothing = std::make_shared<const Histogram>();
    const auto &before = m_latencyBefore ? m_latencyBefore : kNothing;
    const std::uint64_t since = live.issuedLatency->count() - before->count();
    if (since == 0) {
        m_isBroken = true;
    }
    if (since < kPercentileFewest.front()) {
        return;
    }
    const Histogram stretch = live.issuedLatency->since(*before);
    for (std::size_t i = 0; i < m_latency.size(); ++i) {
        if (since < kPercentileFewest.at(i)) {
            continue;
        }
        LatencyLine &line = m_latency.at(i);
        if (m_isBroken && !line.points.isEmpty()) {
            line.breaks.append(line.points.size());
        }
        line.points.append({now, static_cast<double>(stretch.percentile(kPercents.at(i))) /
                                     static_cast<double>(kNsPerMs)});
    }
    m_latencyBefore = live.issuedLatency;
    m_isBroken = false;
}

void LiveSamples::takeStock(double now, const LiveSnapshot &live)
{
    const auto left = live.lastStock >= 0 ? std::optional(live.lastStock) : m_stockAtStart;
    if (left) {
        m_story.left.append({now, static_cast<double>(*left)});
    }
    if (!m_saysWhatIsLeft) {
        m_story.isApart.resize(m_story.left.size());
        return;
    }
    const auto issued = static_cast<std::int64_t>(live.outcomes.of(Outcome::Issued));
    const std::int64_t should = *m_stockAtStart - issued;
    m_story.shouldBeLeft.append({now, static_cast<double>(std::max<std::int64_t>(0, should))});
    // Not the latest stock: two confirmations may have come in the other order.
    m_story.isApart.append(m_proves &&
                           live.lowestStock.value_or(should) > std::max<std::int64_t>(0, should));
    if (issued > 0 && should <= 0) {
        m_story.soldOutAt = m_story.soldOutAt.value_or(now);
        m_story.tooMany = -should;
    }
}

void LiveSamples::mergeSteps()
{
    m_step *= 2;
    for (LayerHeights *layers : {&m_layers, &m_errors}) {
        for (auto &heights : *layers) {
            for (std::size_t i = 0; i < heights.size() / 2; ++i) {
                heights[i] = (heights[2 * i] + heights[2 * i + 1]) / 2;
            }
            heights.resize(heights.size() / 2);
        }
    }
    keepEverySecond(m_underWay);
    keepEverySecond(m_virtualUsers);
    keepEverySecond(m_story.issued);
    keepEverySecond(m_story.left);
    keepEverySecond(m_story.shouldBeLeft);
    keepEverySecond(m_story.isApart);
    for (LatencyLine &line : m_latency) {
        keepEverySecond(line.points);
        for (qsizetype &each : line.breaks) {
            each = (each + 1) / 2;
        }
    }
}

} // namespace stampede
