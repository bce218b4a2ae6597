// SPDX-License-Identifier: MIT
#pragma once

#include "measure/recorder.h"
#include "measure/run_moments.h"
#include "run/background.h"
#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <memory>

namespace stampede {

/// Plays the run that the pages show again, from its history, slower than it was. Everything that
/// can follow asks position() or moment() when moved() says so. Never touches a database. UI
/// thread.
class Replay final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostSlowness = 200;

    /// The choices of slowness, from none on.
    static constexpr std::array kSlownesses = {1, 2, 5, 10, 20, 50, 100, 200};

    explicit Replay(Session &session, QObject *parent = nullptr);

    /// The run that is played, or null.
    [[nodiscard]] std::shared_ptr<const RunRecord> record() const { return m_record; }
    /// What was so at position(), as a look at the run would have shown then; the whole run at the
    /// end. Takes microseconds. The history of a large run is sorted in the background first, in a
    /// fraction of a second: until moments() is there it is the whole run everywhere, and moved()
    /// comes once more then.
    [[nodiscard]] LiveSnapshot moment() const;
    /// Every moment of the run, or null as long as they are being sorted or there is none.
    [[nodiscard]] std::shared_ptr<const RunMoments> moments() const { return m_moments; }

    /// Whether there is a finished run with a history, and none goes on.
    [[nodiscard]] bool isPossible() const { return m_record != nullptr; }
    /// From the start of the load to the last answer; 0 where there is nothing to play.
    [[nodiscard]] std::int64_t lengthNs() const;
    /// Where it stands, 0…lengthNs().
    [[nodiscard]] std::int64_t positionNs() const { return m_positionNs; }
    /// The whole run is to be seen: where every replay begins and ends.
    [[nodiscard]] bool isAtEnd() const { return m_positionNs >= lengthNs(); }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    /// Seconds that one second of the run takes, 1…kMostSlowness.
    [[nodiscard]] int slowness() const { return m_slowness; }
    void setSlowness(int slowness);

    /// Goes on from here, from the start where it stands at the end.
    void play();
    /// From the start, as slow as it takes to last about that long.
    void playWithin(std::chrono::milliseconds length);
    void hold();
    void seek(std::int64_t positionNs);
    /// By so many buckets of the run's time line, as fine as its charts are.
    void step(int buckets);
    /// Shows the whole run.
    void finish();

Q_SIGNALS:
    /// Another run, or none.
    void replaced();
    /// The position is another one; ten to thirty times a second while it plays.
    void moved();
    /// isPlaying() or slowness() is different.
    void stateChanged();

private:
    void take();
    void sortMoments();
    void advance();
    void moveTo(std::int64_t positionNs);

    Session &m_session;
    std::shared_ptr<const RunRecord> m_record; ///< null where nothing can be played
    std::shared_ptr<const RunMoments> m_moments;
    std::int64_t m_positionNs = 0;
    int m_slowness = 1;
    QTimer m_timer;
    QElapsedTimer m_sinceStart; ///< of playing
    std::int64_t m_startNs = 0; ///< the position then
    Background<std::shared_ptr<const RunMoments>> m_sorting;
};

} // namespace stampede
