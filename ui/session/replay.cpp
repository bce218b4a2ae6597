// SPDX-License-Identifier: MIT
#include "ui/session/replay.h"

#include "base/clock.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kFrame{40};
/// What a replay lasts at least, unless somebody wants another slowness.
constexpr std::int64_t kPleasantNs = 4 * kNsPerSecond;
/// Up to so many operations are sorted at once, in about a millisecond.
constexpr std::size_t kSortedAtOnce = 5'000;

int pleasantSlowness(std::int64_t lengthNs)
{
    for (const int slowness : Replay::kSlownesses) {
        if (lengthNs * slowness >= kPleasantNs) {
            return slowness;
        }
    }
    return Replay::kMostSlowness;
}

std::shared_ptr<const RunMoments> momentsOf(const RunRecord &record, std::int64_t lengthNs)
{
    const Scenario &scenario = record.scenario;
    return std::make_shared<const RunMoments>(
        record.history, lengthNs, scenario.load.timeout.count(), scenario.service.layers.rowLock);
}

LiveSnapshot wholeRun(const RunRecord &record, std::int64_t lengthNs)
{
    LiveSnapshot snapshot;
    snapshot.elapsedNs = lengthNs;
    snapshot.outcomes = record.outcomes;
    snapshot.outOfStockBefore = record.outcomes.of(Outcome::OutOfStock);
    snapshot.lastStock =
        record.timeline.buckets.empty() ? -1 : record.timeline.buckets.back().stock;
    const LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    snapshot.issuedP50Ns = issued.p50Ns;
    snapshot.issuedP95Ns = issued.p95Ns;
    snapshot.issuedP99Ns = issued.p99Ns;
    return snapshot;
}

} // namespace

Replay::Replay(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_sorting([this](const auto &moments) {
        m_moments = moments;
        Q_EMIT moved();
    })
{
    m_timer.setInterval(kFrame);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Replay::advance);
    connect(&session, &Session::recordChanged, this, &Replay::take);
    connect(&session, &Session::runStarted, this, &Replay::take);
    take();
}

void Replay::take()
{
    const auto record = m_session.record();
    const bool possible =
        record && !m_session.isRunning() && record->history && !record->history->empty();
    m_timer.stop();
    m_record = possible ? record : nullptr;
    m_moments = nullptr;
    m_positionNs = lengthNs();
    m_slowness = pleasantSlowness(lengthNs());
    if (m_record && m_record->history->size() <= kSortedAtOnce) {
        m_sorting.drop();
        m_moments = momentsOf(*m_record, lengthNs());
    } else {
        sortMoments();
    }
    Q_EMIT replaced();
    Q_EMIT stateChanged();
}

void Replay::sortMoments()
{
    if (!m_record) {
        return m_sorting.drop();
    }
    m_sorting.start(
        [record = m_record, length = lengthNs()] { return momentsOf(*record, length); });
}

LiveSnapshot Replay::moment() const
{
    if (!m_record) {
        return {};
    }
    return m_moments && !isAtEnd() ? m_moments->at(m_positionNs) : wholeRun(*m_record, lengthNs());
}

std::int64_t Replay::lengthNs() const
{
    return m_record ? static_cast<std::int64_t>(m_record->throughput.durationSeconds *
                                                static_cast<double>(kNsPerSecond))
                    : 0;
}

void Replay::setSlowness(int slowness)
{
    const int wanted = std::clamp(slowness, 1, kMostSlowness);
    if (wanted == m_slowness) {
        return;
    }
    m_slowness = wanted;
    m_startNs = m_positionNs;
    m_sinceStart.restart();
    Q_EMIT stateChanged();
}

void Replay::play()
{
    if (!isPossible() || isPlaying()) {
        return;
    }
    if (isAtEnd()) {
        moveTo(0);
    }
    m_startNs = m_positionNs;
    m_sinceStart.restart();
    m_timer.start();
    Q_EMIT stateChanged();
}

void Replay::playWithin(std::chrono::milliseconds length)
{
    if (!isPossible()) {
        return;
    }
    hold();
    const double wanted = static_cast<double>(length.count()) * static_cast<double>(kNsPerMs);
    const double factor = wanted / static_cast<double>(std::max<std::int64_t>(1, lengthNs()));
    setSlowness(static_cast<int>(std::lround(std::min<double>(factor, kMostSlowness))));
    moveTo(0);
    play();
}

void Replay::hold()
{
    if (isPlaying()) {
        m_timer.stop();
        Q_EMIT stateChanged();
    }
}

void Replay::seek(std::int64_t positionNs)
{
    if (!isPossible()) {
        return;
    }
    moveTo(positionNs);
    m_startNs = m_positionNs;
    m_sinceStart.restart();
}

void Replay::step(int buckets)
{
    if (isPossible()) {
        hold();
        seek(m_positionNs +
             buckets * std::max<std::int64_t>(kNsPerMs, m_record->timeline.bucketNs));
    }
}

void Replay::finish()
{
    hold();
    seek(lengthNs());
}

void Replay::advance()
{
    moveTo(m_startNs + m_sinceStart.nsecsElapsed() / m_slowness);
    if (isAtEnd()) {
        hold();
    }
}

void Replay::moveTo(std::int64_t positionNs)
{
    const std::int64_t wanted = std::clamp<std::int64_t>(positionNs, 0, lengthNs());
    if (wanted != m_positionNs) {
        m_positionNs = wanted;
        Q_EMIT moved();
    }
}

} // namespace stampede
