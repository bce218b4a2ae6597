#include "ui/replay.h"

#include "base/clock.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kFrame{40};

} // namespace

Replay::Replay(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
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
    m_positionNs = lengthNs();
    Q_EMIT replaced();
    Q_EMIT stateChanged();
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
