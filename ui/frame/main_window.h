#pragma once

#include "ui/session.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace stampede {

class AuditPage;
class FaultPanel;
class LivePage;
class RunBar;
class ScenarioPage;
class Strip;

/// The frame that stays the same on every page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    enum class Page
    {
        Scenario,
        Live,
        Audit
    };

    explicit MainWindow(Session &session, QWidget *parent = nullptr);
    void showPage(Page page);
    /// The audit page with that tab: 0 checks, 1 why, 2 evidence.
    void showAuditTab(int index);
    void setTheme(ThemeMode mode);
    /// Shows the run as it stands now; while one goes on the window does so ten times a second.
    void takeSample();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeRail();
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
    void retheme();

    Session &m_session;
    RunBar *m_runBar;
    Strip *m_strip;
    FaultPanel *m_faultPanel;
    QWidget *m_rail;
    QButtonGroup *m_pages;
    QStackedWidget *m_stack;
    ScenarioPage *m_scenario;
    LivePage *m_live;
    AuditPage *m_audit;
    QLabel *m_status;
    QTimer m_sampler;
    bool m_closing = false;
};

} // namespace stampede
