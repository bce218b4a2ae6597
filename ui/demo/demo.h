// SPDX-License-Identifier: MIT
#pragma once

#include "database/database_url.h"
#include "ui/demo/demo_card.h"
#include "ui/demo/demo_steps.h"
#include "ui/frame/navigation_bar.h"
#include "ui/session/replay.h"
#include "ui/session/session.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace stampede {

/// What the demo shows at the moment, in words.
struct DemoCard
{
    QString counter; ///< "3 of 5"
    QString title;
    QString words;       ///< rich text
    QString meaning;     ///< to be read last
    QString limit;       ///< what is known of a limit beforehand
    QList<DemoRow> rows; ///< must and came
    QString ledger;      ///< "10 at start = 10 written + 0 left"; empty before the run
    bool isBroken = false;
    QString remark;            ///< what was changed for the step
    QList<DemoAction> actions; ///< the first is the one that goes on
};

/// The guided demo: five steps and an encore, each on a scenario of its own, which stands in for
/// the one being edited while the demo is open. No widget; UI thread.
class Demo final : public QObject
{
    Q_OBJECT

public:
    enum class State
    {
        Before,
        Running,
        Replaying, ///< in slow motion
        After
    };
    /// The step after the last one.
    static constexpr int kEncore = kDemoSteps;
    static constexpr std::chrono::milliseconds kReplayLength{4000};
    static constexpr std::chrono::milliseconds kPause{20};

    Demo(Session &session, Replay &replay, QObject *parent = nullptr);
    ~Demo() override;

    /// Whether a replay may start by itself.
    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int step() const { return m_step; } ///< 0…kEncore
    [[nodiscard]] bool isEncore() const { return m_step == kEncore; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] DemoCard card() const;
    [[nodiscard]] QString titleOf(int step) const;
    /// Where its picture is.
    [[nodiscard]] Page page() const;
    /// The run of this step, or null before it.
    [[nodiscard]] std::shared_ptr<const RunRecord> record() const;
    /// The encore's two, the one that held first; null before them.
    [[nodiscard]] std::shared_ptr<const RunRecord> encoreRecord(std::size_t which) const
    {
        return m_encoreRuns[which];
    }
    /// Whether this step was run already.
    [[nodiscard]] bool isDone(int step) const;
    /// How many times slower the step's run was shown; 0 where it was not.
    [[nodiscard]] int slowness() const { return m_slowness; }

    /// Opens where it was left, at first with step 1.
    void open();
    /// Back to the user's scenario. A run that goes on goes on.
    void close();
    void jumpTo(int step);
    /// Runs this step, again where it was run.
    void run();
    /// Ends the slow motion.
    void skip();
    /// Plays it again.
    void replayAgain();
    void next();
    /// What comes next: runs the step, ends its replay, or goes to the next one.
    void goOn();
    /// From what came of a step to what comes before it, from there to the step before.
    void goBack();
    void act(DemoAction action);
    /// The run of this step has ended with that record.
    void take(const std::shared_ptr<const RunRecord> &record);

Q_SIGNALS:
    /// card(), step() or state() is another one.
    void changed();
    void pageWanted(stampede::Page page);
    /// The two transactions of the race are to be shown.
    void raceWanted();
    /// Every order in which two requests of the step can meet is to be carried out.
    void everyOrderWanted();
    /// Both runs of the encore are to be shown side by side.
    void truthWanted();

private:
    void enter(int step, State state);
    void setState(State state);
    [[nodiscard]] Scenario scenarioOfStep() const;
    void beginRun();
    void endRun();
    void playSlowly();
    void followReplay();
    void runEncore();
    void usePrivateServer();
    void restoreDatabase();
    [[nodiscard]] DemoCard encoreCard() const;
    [[nodiscard]] QList<DemoAction> actionsAfter(const DemoOutcome &outcome) const;

    Session &m_session;
    Replay &m_replay;
    QList<DemoStep> m_steps;
    DemoEncore m_encore;
    bool m_open = false;
    bool m_reducedMotion = false;
    int m_step = 0;
    State m_state = State::Before;
    QString m_trouble; ///< why the latest run could not be made
    int m_slowness = 0;
    std::array<std::shared_ptr<const RunRecord>, kDemoSteps> m_runs;
    std::array<std::shared_ptr<const RunRecord>, 2> m_encoreRuns;
    std::size_t m_encoreRun = 0; ///< which of the two goes on
    std::array<bool, kDemoSteps> m_pauses{};
    std::optional<DatabaseUrl> m_usersDatabase; ///< to come back to
};

} // namespace stampede
