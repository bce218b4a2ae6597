#pragma once

#include "ui/session.h"
#include "ui/theme.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace stampede {

class AuditPage;
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
    void setTheme(ThemeMode mode);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeRail();
    void makeMenus();
    void sample();
    void openFile();
    void saveFile(bool askForName);
    void begin();
    void end();
    void retheme();

    Session &m_session;
    RunBar *m_runBar;
    Strip *m_strip;
    QWidget *m_rail;
    QButtonGroup *m_pages;
    QStackedWidget *m_stack;
    ScenarioPage *m_scenario;
    LivePage *m_live;
    AuditPage *m_audit;
    QLabel *m_status;
    QTimer m_sampler;
    double m_cpuAtStart = 0;
    double m_longestStallMs = 0;
    bool m_closing = false;
};

} // namespace stampede
