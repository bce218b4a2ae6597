#pragma once

#include "text/language.h"
#include "ui/frame/rail.h"
#include "ui/replay.h"
#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QStackedWidget;

namespace stampede {

class AuditPage;
class FaultPanel;
class HotRowPage;
class LivePage;
class ReportPage;
class RunBar;
class RunsPage;
class ScenarioPage;
class Strip;

/// The frame that stays the same on every page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// The audit page with that tab: 0 checks, 1 why, 2 evidence.
    void showAuditTab(int index);
    void setTheme(ThemeMode mode);
    /// Shows the run as it stands now; while one goes on the window does so ten times a second.
    void takeSample();

Q_SIGNALS:
    /// Somebody wants that language from now on; the window is then made anew.
    void languageChosen(stampede::Language language);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addPages();
    void makeMenus();
    void setProtections(const QList<QPair<QString, bool>> &states);
    void chooseDatabase();
    void openPreset(const QString &id);
    void openFile();
    /// True when the scenario was saved.
    bool saveFile(bool askForName);
    /// Asks what becomes of changes that somebody would miss. False: stay with the scenario.
    bool mayLeaveScenario();
    /// Asks what becomes of the run that goes on.
    void askAboutTheRun();
    void begin();
    void end();
    void showRecord();
    void retheme();

    Session &m_session;
    Replay m_replay;
    RunBar *m_runBar;
    Strip *m_strip;
    FaultPanel *m_faultPanel;
    Rail *m_rail;
    QStackedWidget *m_stack;
    ScenarioPage *m_scenario;
    LivePage *m_live;
    HotRowPage *m_hotRow;
    AuditPage *m_audit;
    ReportPage *m_report;
    RunsPage *m_runs;
    QLabel *m_status;
    QTimer m_sampler;
    bool m_closing = false;
};

} // namespace stampede
