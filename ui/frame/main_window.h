// SPDX-License-Identifier: MIT
#pragma once

#include "run/background.h"
#include "text/language.h"
#include "ui/demo/demo.h"
#include "ui/frame/navigation_bar.h"
#include "ui/look/theme.h"
#include "ui/session/replay.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace stampede {

class ArchiveEdits;
class AuditPage;
class Commands;
class DemoPanel;
class FaultPanel;
class HotRowPage;
class ImportRunDialog;
class InterleavePage;
class LivePage;
class Menus;
class Notifier;
class ReportPage;
class RunBar;
class RunsPage;
class ScenarioFiles;
class ScenarioPage;
class ServicePage;
class StageWindow;
class StartPage;
class StatusLine;
class StatusBanner;
class RunComparisonView;
class UnsavedBar;

/// The frame that stays the same on every page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Remembers in `settings`, which outlives it; without them it forgets.
    explicit MainWindow(Session &session, Settings *settings = nullptr);
    ~MainWindow() override;
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// Where the program begins, in the place of a page.
    void showStart();
    /// The test of one's own service, step by step, in the place of a page: of the scenario as it
    /// is where that asks such a service, else of a new one.
    bool showService();
    /// The audit page with that tab: 0 checks, 1 why, 2 evidence.
    void showAuditTab(int index);
    void setTheme(ThemeMode mode);
    /// Text so much larger than usual, within what the settings allow.
    void setTextSize(double factor);
    [[nodiscard]] ThemeMode theme() const { return m_theme; }
    /// Opens the guided demo where it was left.
    void openDemo();
    [[nodiscard]] Demo &demo() { return m_demo; }
    [[nodiscard]] Replay &replay() { return m_replay; }
    /// The run on a wall: full screen, until Esc.
    void enterStage();
    [[nodiscard]] StageWindow &stage() { return *m_stage; }
    /// Two runs side by side, in the place of the page and on the stage.
    void showTruth(const std::shared_ptr<const RunRecord> &first,
                   const std::shared_ptr<const RunRecord> &second);
    /// As the settings say: theme, place and size, page.
    void restore();
    /// What tells that a long run has ended behind other windows.
    [[nodiscard]] Notifier &notifier() const { return *m_notifier; }
    /// Shows the run as it stands now; while one goes on the window does so five times a second,
    /// from one of ten looks a second.
    void takeSample();

Q_SIGNALS:
    /// Somebody wants that language from now on; the window is then made anew.
    void languageChosen(stampede::Language language);

protected:
    /// What its widgets say shortly is said by the status line.
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addPages();
    void layOut();
    /// What menus and keys do.
    void connectCommands();
    void connectPageCommands();
    /// What pages and session tell each other.
    void connectPages();
    void connectDemo();
    void addTruth();
    void connectStart();
    /// A page that has no place in the rail: it is a face of the scenario.
    void showFace(QWidget *face);
    [[nodiscard]] bool isFace(const QWidget *page) const;
    /// The two transactions of the first race, where there was one.
    void showRace();
    void setProtections(const QList<QPair<QString, bool>> &states);
    /// False where none was chosen.
    bool chooseDatabase();
    /// Asks which run of another tool is to be judged, proposing that file, and does so.
    void importRun(const QString &file = {});
    /// Carries out every order in which two requests of the run that is shown can meet.
    void proveRace();
    /// A file was dropped: a scenario, another tool's results, or requests.
    void takeFile(const QString &path);
    /// Asks which database is to be audited as it is, and does so.
    void auditDatabase();
    /// Brings up the form that describes tables of somebody else.
    void describeTables();
    /// Whether the page that is shown has a step to go: of the scenario, or of the archive.
    [[nodiscard]] bool mayStep(bool (Session::*ofScenario)() const,
                               bool (ArchiveEdits::*ofRuns)() const) const;
    /// Those that can do something now.
    void enableCommands();
    void adaptToWidth();
    void begin();
    void look(bool draws);
    void end();
    void showRecord();
    /// How many the run has that every page shows; the rail says so too.
    qsizetype showFindings();
    void retheme();

    Session &m_session;
    Settings m_forgetful;
    Settings &m_settings;
    Replay m_replay;
    Demo m_demo;
    Commands *m_commands;
    Menus *m_menus;
    ScenarioFiles *m_files;
    RunBar *m_runBar;
    StatusBanner *m_banner;
    FaultPanel *m_faultPanel;
    UnsavedBar *m_unsaved;
    NavigationBar *m_navigation;
    QStackedWidget *m_stack;
    DemoPanel *m_demoPanel;
    RunComparisonView *m_truth; ///< in the place of a page
    std::unique_ptr<StageWindow> m_stage;
    StartPage *m_start;               ///< in the place of a page
    ServicePage *m_service = nullptr; ///< likewise; made when it is first asked for
    ScenarioPage *m_scenario;
    LivePage *m_live;
    HotRowPage *m_hotRow;
    InterleavePage *m_interleavings;
    AuditPage *m_audit;
    ReportPage *m_report;
    RunsPage *m_runs;
    StatusLine *m_status;
    Notifier *m_notifier;
    ImportRunDialog *m_import = nullptr; ///< made when it is first asked for, and kept as it is
    bool m_imports = false;              ///< the run that goes on is another tool's
    /// A file that was dropped, and what it holds.
    struct Dropped
    {
        enum class Kind
        {
            Scenario,
            Results, ///< of another tool
            Requests
        };
        QString path;
        Kind kind = Kind::Scenario;
        QByteArray content{}; ///< of requests
    };
    static Dropped lookInto(const QString &path);
    void takeDropped(const Dropped &file);
    Background<Dropped> m_dropping;
    QTimer m_sampler;
    QElapsedTimer m_sinceDrawn;
    ThemeMode m_theme = ThemeMode::System;
    bool m_closing = false;
};

} // namespace stampede
