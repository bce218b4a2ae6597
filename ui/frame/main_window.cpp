#include "ui/frame/main_window.h"

#include "ui/audit/audit_page.h"
#include "ui/demo/demo_panel.h"
#include "ui/frame/commands.h"
#include "ui/frame/fault_panel.h"
#include "ui/frame/file_drop.h"
#include "ui/frame/menus.h"
#include "ui/frame/notifier.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/scenario_files.h"
#include "ui/frame/status_banner.h"
#include "ui/frame/status_line.h"
#include "ui/frame/unsaved_bar.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/live/live_page.h"
#include "ui/look/system_look.h"
#include "ui/look/type.h"
#include "ui/report/report_page.h"
#include "ui/runs/runs_page.h"
#include "ui/scenario/scenario_page.h"
#include "ui/session/archive_edits.h"
#include "ui/stage/run_comparison_view.h"
#include "ui/stage/stage_window.h"
#include "ui/widgets/ui_cost.h"

#include <QApplication>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSampleInterval{100};
constexpr int kRedrawMs = 190; ///< nobody reads more than five pictures a second
/// How long the replay of a run takes that is asked for from the strip.
constexpr std::chrono::milliseconds kReplay{6000};

} // namespace

MainWindow::MainWindow(Session &session, Settings *settings)
    : m_session(session)
    , m_settings(settings != nullptr ? *settings : m_forgetful)
    , m_replay(session)
    , m_demo(session, m_replay)
    , m_commands(new Commands(this))
    , m_menus(new Menus(*menuBar(), *m_commands, m_settings))
    , m_files(new ScenarioFiles(session, m_settings, this))
    , m_runBar(new RunBar(session))
    , m_banner(new StatusBanner(session))
    , m_faultPanel(new FaultPanel(session, m_settings))
    , m_unsaved(new UnsavedBar(session))
    , m_navigation(new NavigationBar)
    , m_stack(new QStackedWidget)
    , m_demoPanel(new DemoPanel(m_demo, m_replay))
    , m_truth(new RunComparisonView)
    , m_stage(std::make_unique<StageWindow>(session, m_replay, m_demo))
    , m_scenario(new ScenarioPage(session))
    , m_live(new LivePage(session, m_replay))
    , m_hotRow(new HotRowPage(session, m_replay))
    , m_audit(new AuditPage(session))
    , m_report(new ReportPage(session))
    , m_runs(new RunsPage(session))
    , m_status(new StatusLine(session))
    , m_notifier(new Notifier(session, this))
{
    setWindowTitle(QStringLiteral("Stampede"));
    setAttribute(Qt::WA_AlwaysShowToolTips);
    resize(1280, 800);
    setMinimumSize(1024, 680);
    addPages();
    layOut();
    connectCommands();
    connectPageCommands();
    connectPages();
    connectDemo();
    m_runBar->focusRun();
    showPage(Page::Scenario);
    // The page of the run is laid out and drawn once before there is a run to be disturbed.
    QTimer::singleShot(0, this, [this] { m_live->prepare(m_stack->size()); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    // In the order of Page.
    for (QWidget *page : std::initializer_list<QWidget *>{m_scenario, m_live, m_hotRow, m_audit,
                                                          m_report, m_runs}) {
        page->setFocusPolicy(Qt::ClickFocus);
        page->setProperty("noRing", true);
        m_stack->addWidget(page);
    }
    addTruth();
}

void MainWindow::layOut()
{
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_runBar);
    column->addWidget(m_banner);
    column->addWidget(m_faultPanel);
    column->addWidget(m_unsaved);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    row->addWidget(m_demoPanel);
    column->addLayout(row, 1);
    setCentralWidget(central);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
}

void MainWindow::connectPages()
{
    connect(m_navigation, &NavigationBar::chosen, this, &MainWindow::showPage);
    connect(m_banner, &StatusBanner::auditRequested, this, [this] { showPage(Page::Audit); });
    connect(m_runBar, &RunBar::openRequested, m_files, &ScenarioFiles::open);
    connect(m_runBar, &RunBar::presetRequested, m_files, &ScenarioFiles::openPreset);
    connect(m_runBar, &RunBar::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_banner, &StatusBanner::replayRequested, this, [this] {
        showPage(Page::Live);
        m_replay.playWithin(kReplay);
    });
    connect(m_faultPanel, &FaultPanel::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_report, &ReportPage::runsRequested, this, [this] { showPage(Page::Runs); });
    connect(m_runs, &RunsPage::reportRequested, this,
            [this](const QList<std::shared_ptr<const RunRecord>> &runs) {
                m_report->showRuns(runs);
                showPage(Page::Report);
            });
    connect(m_faultPanel, &FaultPanel::describeRequested, this, &MainWindow::describeTables);
    connect(m_scenario, &ScenarioPage::openRequested, m_files, &ScenarioFiles::open);
    connect(m_scenario, &ScenarioPage::fileRequested, m_files, &ScenarioFiles::openFile);
    connect(m_unsaved, &UnsavedBar::openRequested, this, [this] {
        m_files->openUnsaved();
        showPage(Page::Scenario);
    });
    connect(m_files, &ScenarioFiles::saved, m_scenario, &ScenarioPage::say);
    connect(m_files, &ScenarioFiles::noted, m_scenario,
            [this] { m_scenario->setRecentFiles(m_settings.recentFiles()); });
    m_scenario->setRecentFiles(m_settings.recentFiles());
    connect(m_scenario, &ScenarioPage::presetRequested, m_files, &ScenarioFiles::openPreset);
    connect(m_scenario, &ScenarioPage::saveRequested, m_files, &ScenarioFiles::save);
    // The list has moved its mark already; that event has to end first.
    connect(m_files, &ScenarioFiles::refused, m_scenario, &ScenarioPage::refresh,
            Qt::QueuedConnection);
    connect(m_audit, &AuditPage::sightRequested, this, [this](const QString &checkId, int line) {
        showPage(Page::HotRow);
        m_hotRow->showFinding(checkId, line);
    });
    connect(m_audit, &AuditPage::databaseRequested, this, &MainWindow::auditDatabase);
    connect(&m_session, &Session::runStarted, this, &MainWindow::begin);
    connect(&m_session, &Session::runEnded, this, &MainWindow::end);
    connect(&m_session, &Session::recordChanged, this, &MainWindow::showRecord);
    connect(&m_session, &Session::scenarioChanged, this, &MainWindow::enableCommands);
    connect(&m_session, &Session::stepsChanged, this, &MainWindow::enableCommands);
    connect(&m_session, &Session::standInChanged, this, &MainWindow::enableCommands);
    if (m_session.archiveEdits() != nullptr) {
        connect(m_session.archiveEdits(), &ArchiveEdits::changed, this,
                &MainWindow::enableCommands);
    }
    connect(&m_replay, &Replay::stateChanged, this, &MainWindow::enableCommands);
    connect(new FileDrop(this), &FileDrop::dropped, m_files, &ScenarioFiles::openFile,
            Qt::QueuedConnection); // the drag has to end before a question
    connect(&SystemLook::instance(), &SystemLook::changed, this, [this] {
        if (m_theme == ThemeMode::System) {
            setTheme(m_theme);
        }
    });
    connect(&m_sampler, &QTimer::timeout, this,
            [this] { look(m_sinceDrawn.elapsed() >= kRedrawMs); });
}

void MainWindow::showPage(Page page)
{
    const QWidget *focused = QApplication::focusWidget();
    const bool wasInPage = focused != nullptr && m_stack->isAncestorOf(focused);
    m_stack->setCurrentIndex(static_cast<int>(page));
    if (wasInPage) {
        m_stack->currentWidget()->setFocus(); // not whatever comes first on it
    }
    m_navigation->setCurrent(page);
    m_settings.setPage(static_cast<int>(page));
    enableCommands();
}

Page MainWindow::page() const
{
    const int index = m_stack->currentIndex();
    return index < kPageCount ? static_cast<Page>(index) : Page::Live;
}

void MainWindow::showAuditTab(int index)
{
    showPage(Page::Audit);
    m_audit->showTab(index);
}

void MainWindow::setTheme(ThemeMode mode)
{
    m_theme = mode;
    Theme::apply(mode);
    m_menus->setTheme(mode);
    retheme();
}

void MainWindow::setTextSize(double factor)
{
    const double wanted = std::clamp(factor, Settings::kLeastTextFactor, Settings::kMostTextFactor);
    m_settings.setTextFactor(wanted);
    setTextFactor(wanted);
    setTheme(m_theme);
    adaptToWidth();
}

void MainWindow::restore()
{
    restoreGeometry(m_settings.geometry());
    m_theme = m_settings.theme();
    setTextSize(m_settings.textFactor());
    showPage(static_cast<Page>(m_settings.page()));
}

void MainWindow::retheme()
{
    setWindowIcon(themedIcon(QStringLiteral("stampede"), Theme::current().accent));
    m_navigation->retheme();
    m_runBar->retheme();
    m_banner->retheme();
    m_scenario->refresh();
    m_live->retheme();
    m_hotRow->retheme();
    m_audit->retheme();
    m_report->retheme();
    m_runs->retheme();
    m_demoPanel->retheme();
    m_truth->retheme();
    m_stage->retheme();
}

void MainWindow::begin()
{
    UiCost::restart();
    m_navigation->setFindings(0); // those of the run before are no news of this one
    m_sampler.start(kSampleInterval);
    m_sinceDrawn.start();
    const Page page = m_demo.isOpen() ? m_demo.page() : Page::Live;
    showPage(page);
    m_stack->currentWidget()->setFocus(); // so that Space does not press Stop
}

void MainWindow::takeSample()
{
    look(true);
}

/// Draws everything from one look, so that no two figures of one picture contradict each other, or
/// nothing.
void MainWindow::look(bool draws)
{
    const RunProgress progress = m_session.progress();
    // The last answers come when the load has ended; a run that was cut off had its load before.
    const bool loads = progress.phase == Phase::Run ||
                       (progress.phase > Phase::Run && progress.live.elapsedNs > 0);
    if (loads) {
        m_live->collect(progress);
    }
    if (!draws) {
        return;
    }
    m_sinceDrawn.restart();
    m_banner->sample(progress);
    if (loads) {
        m_live->sample(progress);
    }
    m_stage->sample(progress);
    m_session.noteUiCost(UiCost::cpuSeconds(), UiCost::longestMs());
}

void MainWindow::end()
{
    m_sampler.stop();
    showFindings(); // of the run before, where this one could not be made
    enableCommands();
    if (m_closing) {
        close();
    }
}

qsizetype MainWindow::showFindings()
{
    const auto record = m_session.record();
    const auto findings = record && record->audit ? record->audit->findings().size() : qsizetype{0};
    m_navigation->setFindings(findings);
    return findings;
}

void MainWindow::showRecord()
{
    if (showFindings() > 0 && !m_session.showsOpened() && !m_demo.isOpen()) {
        showPage(Page::Audit);
    }
}

} // namespace stampede
