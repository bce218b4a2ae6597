// SPDX-License-Identifier: MIT
#pragma once

#include "archive/archive_worker.h"
#include "run/other_run.h"
#include "run/resource_estimate.h"
#include "run/run_controller.h"
#include "run/schema_inspector.h"
#include "scenario/scenario_command.h"
#include "scenario/scenario_reader.h"
#include "ui/session/scenario_draft.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>

namespace stampede {

struct UnfinishedRun;
class ArchiveEdits;
class UnsavedStore;

/// What the window is about: the scenario being edited, its faults and prediction, the run that
/// goes on and the latest record. No widget; UI thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(std::shared_ptr<DatabaseHost> host, QObject *parent = nullptr);
    ~Session() override;

    /// Takes a preset, or a file, whose faults are then those of the scenario. False with why where
    /// it is no scenario file; nothing changes then.
    bool load(const QString &fileOrPreset, QStringList *faults);
    /// Begins a scenario that no file holds yet.
    void startNew(const QJsonObject &json);
    /// Puts another scenario in the place of this one, as one step of undo().
    void replace(const QJsonObject &json);
    [[nodiscard]] const QJsonObject &json() const { return m_draft.json; }
    /// Writes the scenario to a file as it stands, possible or not, without secrets. The error is a
    /// sentence.
    Result<void, QString> save(const QString &path);

    /// Changes one setting, e.g. "load.vus". Faults and prediction follow at once. What is typed
    /// into one setting until closeStep() is one step of undo().
    void set(const QString &path, const QJsonValue &value);
    [[nodiscard]] QJsonValue value(const QString &path) const;
    /// The same setting in what was opened, before any change.
    [[nodiscard]] QJsonValue valueBefore(const QString &path) const;
    /// Takes one of several choices; see ScenarioDraft::choose().
    void choose(const QString &path, const QString &key);
    /// Back to what was opened.
    void reset();
    /// What is typed from now on is another step.
    void closeStep() { m_stepIsOpen = false; }
    /// Takes back the latest step since the scenario was opened, or brings it again. Not during a
    /// run.
    void undo();
    void redo();
    [[nodiscard]] bool canUndo() const { return m_undo.canUndo() && !isRunning(); }
    [[nodiscard]] bool canRedo() const { return m_undo.canRedo() && !isRunning(); }

    /// The preset it began with, or empty after a file.
    [[nodiscard]] QString presetId() const { return m_presetId; }
    [[nodiscard]] QString filePath() const { return m_filePath; }
    /// What files that the scenario names are relative to, as a path beside them.
    [[nodiscard]] QString source() const;
    [[nodiscard]] bool isChanged() const { return m_draft.json != m_loaded; }
    /// Whether there are changes that somebody would miss: any of a file, those of a preset that go
    /// beyond its switches.
    [[nodiscard]] bool hasWorkToLose() const;
    /// Keeps changes that are not saved in that folder from now on; see UnsavedStore. Before the
    /// window.
    void keepUnsavedIn(const QString &folder);
    /// What keeps them, or null.
    [[nodiscard]] UnsavedStore *unsaved() const { return m_unsaved.get(); }
    /// Takes the scenario that an earlier program left unsaved; its file goes.
    void takeUnsaved();
    /// Whoever edits the scenario has decided about every change: none is kept.
    void forgetUnsaved();
    /// The settings that hold a secret which no file may hold.
    [[nodiscard]] QStringList secrets() const;
    /// Path of a setting to what is wrong with it.
    [[nodiscard]] const QMap<QString, QString> &faults() const { return m_faults; }
    /// The scenario as it stands, or the last one without faults; of one that was opened with
    /// faults, what could be read.
    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }
    [[nodiscard]] const Prediction &prediction() const { return m_prediction; }
    /// Whether prediction() is of this scenario, and not of the one before: not while one that was
    /// opened with faults still has some.
    [[nodiscard]] bool hasPrediction() const { return m_hasPrediction; }
    /// What the next run will take of this machine.
    [[nodiscard]] ResourceEstimate needs() const;
    /// Puts another scenario in the place of the edited one, which stays as it is: from now on
    /// run() runs that one, until there is nothing any more to stand in.
    void setStandIn(const std::optional<Scenario> &scenario);
    [[nodiscard]] bool hasStandIn() const { return m_standIn.has_value(); }
    /// What the frame is about: the scenario that runs, else the one that stands in, else the one
    /// being edited; and what must come out of it.
    [[nodiscard]] const Scenario &activeScenario() const;
    [[nodiscard]] const Prediction &activePrediction() const;
    /// The line for a shell that makes the same run, or why there is none.
    [[nodiscard]] Result<QString, NoCommand> asCommand() const;

    [[nodiscard]] bool isRunning() const { return m_controller.isRunning(); }
    /// Its load is to end, or everything of it.
    [[nodiscard]] bool isStopping() const { return isRunning() && m_stopping; }
    [[nodiscard]] bool mayRun() const { return (m_faults.isEmpty() || m_standIn) && !isRunning(); }
    [[nodiscard]] RunProgress progress() const { return m_controller.progress(); }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] QString lastMessage() const { return m_lastMessage; }
    /// Whether the next run would be another one than the latest, words about the test aside.
    [[nodiscard]] bool isChangedSinceRun() const { return m_changedSinceRun; }
    [[nodiscard]] const DatabaseHost &host() const { return *m_host; }
    /// Uses another database from the next run on; only while none is going on.
    void setDatabase(const DatabaseUrl &url);
    /// Connects to that database in the background and says with looked() what is there.
    void lookAt(const DatabaseUrl &url);
    /// Looks in the background at the tables that target.audit.database names; tablesLooked() says
    /// what is there. Without a profile one is guessed.
    void inspectSchema(const std::optional<Profile> &profile);
    [[nodiscard]] bool isInspecting() const { return m_inspector.isBusy(); }
    /// Lets runs write to that host from now on.
    void allowHost(const QString &host);
    /// Takes note of the fault of the latest run: it is told no more.
    void dismissFault();
    /// Puts the private server's folder aside, so that the next run begins with an empty one.
    Result<void, QString> startWithEmptyFolder();
    /// The run that every page shows: the one opened from Runs, else the latest finished; or null,
    /// also after closeRecord().
    [[nodiscard]] std::shared_ptr<const RunRecord> record() const
    {
        return m_opened ? m_opened : (m_showsNone ? nullptr : m_latest);
    }
    /// The latest run that this window has finished, or null.
    [[nodiscard]] std::shared_ptr<const RunRecord> latest() const { return m_latest; }
    /// Whether record() is a run of earlier.
    [[nodiscard]] bool showsOpened() const { return m_opened != nullptr; }
    /// Shows a run of earlier on every page until closeOpened() or the next run; only while none
    /// is going on.
    void open(std::shared_ptr<const RunRecord> record);
    /// Back to the latest run.
    void closeOpened();
    /// No page shows a run until the next one ends, one is opened, or closeOpened().
    void closeRecord();
    /// Says scenarioChanged() and recordChanged() once more, for a window that has just been made;
    /// faults and notes, and of the records what can be, are said in the language that is set now.
    void tellAgain();
    /// Keeps every run from the next one on, and opens those that are there. Before the window.
    void setArchive(const ArchivePlace &place);
    /// Where the journals of runs are; empty without an archive.
    [[nodiscard]] QString journalFolder() const;
    /// Audits a run that was cut off, as a run of its own.
    void recover(const UnfinishedRun &run);
    /// Judges a run that another tool made by the rows of that database, as a run of its own, which
    /// is kept and shown when it has been audited. Only while none goes on.
    /// `order` is called in the job's thread; its error ends the run. `file`: the results.
    void importRun(const QString &file, std::function<Result<OtherRunOrder, QString>()> order,
                   const DatabaseUrl &database, const QStringList &allowedHosts);
    /// What is kept, or null where nothing is.
    [[nodiscard]] ArchiveWorker *archive() const { return m_archive.get(); }
    /// What people change in it; null where nothing is kept.
    [[nodiscard]] ArchiveEdits *archiveEdits() const { return m_archiveEdits.get(); }
    /// Why the latest run could not be made, or nothing.
    [[nodiscard]] const std::optional<RunError> &fault() const { return m_fault; }
    /// What the UI thread used while the latest run went on goes into its record.
    void noteUiCost(double cpuSeconds, double longestStallMs)
    {
        m_controller.noteUiCost(cpuSeconds, longestStallMs);
    }

    /// Appends the service's log to that file from the next run on.
    void setServiceLog(const QString &path) { m_controller.setServiceLog(path); }
    void run();
    /// From now on so many requests a second. False where no open model runs.
    bool setRate(double perSecond);
    /// Ends the load early; what ran is audited. A second call ends everything at once.
    void stop();

Q_SIGNALS:
    void scenarioChanged();
    /// canUndo() or canRedo() may be another.
    void stepsChanged();
    /// undo() or redo() has changed that setting; empty: any of them.
    void stepped(const QString &path);
    /// Another scenario stands in for the edited one, or none any more.
    void standInChanged();
    void databaseChanged();
    /// What lookAt() found, or why the database cannot be used.
    void looked(bool usable, const QString &sentence);
    /// What inspectSchema() found.
    void tablesLooked(const stampede::SchemaInspector::Answer &answer);
    void runStarted();
    /// stop() was called.
    void stopping();
    void phaseChanged(stampede::Phase phase);
    void message(const QString &line);
    /// Something about keeping a run that a person has to know.
    void archiveRemarked(const QString &sentence);
    /// A run has ended: record() or fault() says how.
    void runEnded();
    /// record() is another one: a run has ended with one, or one was opened or closed.
    void recordChanged();

private:
    class Edit;
    /// A scenario that was opened; without faults `scenario` is not used.
    void begin(const QJsonObject &saved, const ScenarioDraft &draft, const Scenario &scenario);
    void take(const QString &path, const ScenarioDraft &draft, bool isTyped);
    void adopt(const ScenarioDraft &draft, const Scenario *soFar = nullptr);
    void judge();
    [[nodiscard]] QString nextStepOf(const QString &path) const;
    void keepUnsaved();
    void takeResult();

    std::shared_ptr<DatabaseHost> m_host;
    QStringList m_allowedHosts;
    RunController m_controller;
    SchemaInspector m_inspector;
    ScenarioDraft m_draft;
    QUndoStack m_undo;
    bool m_stepIsOpen = false; ///< typing on goes into the latest step
    QJsonObject m_loaded;
    QString m_presetId;
    QString m_filePath;
    QMap<QString, QString> m_faults;
    Scenario m_scenario;
    Prediction m_prediction;
    bool m_hasPrediction = false;
    /// A scenario that is not edited, and what must come out of it.
    struct Fixed
    {
        Scenario scenario;
        Prediction prediction;
    };
    /// Leaves what was shown for that run, which is about to be made.
    void showRunning(Fixed fixed);
    std::optional<Fixed> m_standIn;
    std::optional<Fixed> m_running; ///< while a run goes on
    Phase m_phase = Phase::Prepare;
    QString m_lastMessage;
    std::shared_ptr<const RunRecord> m_latest;
    std::shared_ptr<const RunRecord> m_opened;
    std::optional<RunError> m_fault;
    std::unique_ptr<ArchiveWorker> m_archive;
    std::unique_ptr<ArchiveEdits> m_archiveEdits; ///< of the one before, which outlives it
    std::unique_ptr<UnsavedStore> m_unsaved;
    bool m_stopping = false;
    bool m_changedSinceRun = false;
    bool m_showsNone = false; ///< record() was closed
};

} // namespace stampede
