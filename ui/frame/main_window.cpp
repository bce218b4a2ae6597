// SPDX-License-Identifier: MIT
#include "ui/frame/main_window.h"

#include "requests/found_requests.h"
#include "ui/audit/audit_page.h"
#include "ui/audit/database_audit_dialog.h"
#include "ui/demo/demo_keys.h"
#include "ui/demo/demo_panel.h"
#include "ui/frame/close_question.h"
#include "ui/frame/commands.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/fault_panel.h"
#include "ui/frame/file_drop.h"
#include "ui/frame/keys_window.h"
#include "ui/frame/menus.h"
#include "ui/frame/notifier.h"
#include "ui/frame/page_actions.h"
#include "ui/frame/phase_words.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/scenario_files.h"
#include "ui/frame/status_banner.h"
#include "ui/frame/status_line.h"
#include "ui/frame/unsaved_bar.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/import/import_run_dialog.h"
#include "ui/interleave/interleave_page.h"
#include "ui/live/live_page.h"
#include "ui/look/motion.h"
#include "ui/look/system_look.h"
#include "ui/look/type.h"
#include "ui/report/report_page.h"
#include "ui/runs/runs_page.h"
#include "ui/scenario/scenario_page.h"
#include "ui/service/service_page.h"
#include "ui/session/archive_edits.h"
#include "ui/stage/run_comparison_view.h"
#include "ui/stage/stage_window.h"
#include "ui/start/start_page.h"
#include "ui/widgets/ui_cost.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStatusTipEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSampleInterval{100};
constexpr int kRedrawMs = 190; ///< nobody reads more than five pictures a second
/// How long the replay of a run takes that is asked for from the strip.
constexpr std::chrono::milliseconds kReplay{6000};

constexpr double kTextStep = 0.1;

/// Beside the panel a page may be narrower than it asks for.
constexpr int kLeastPage = 480;

constexpr int kNarrowBelow = 1200;
constexpr qreal kPartOfAWall = 0.5; ///< of the sizes on a stage

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
    , m_start(new StartPage(session))
    , m_scenario(new ScenarioPage(session))
    , m_live(new LivePage(session, m_replay))
    , m_hotRow(new HotRowPage(session, m_replay))
    , m_interleavings(new InterleavePage(session))
    , m_audit(new AuditPage(session))
    , m_report(new ReportPage(session))
    , m_runs(new RunsPage(session))
    , m_status(new StatusLine(session))
    , m_notifier(new Notifier(session, this))
    , m_dropping([this](const Dropped &file) { takeDropped(file); })
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
    connectStart();
    connectDemo();
    m_runBar->focusRun();
    showPage(Page::Scenario);
    // The page of the run is laid out and drawn once before there is a run to be disturbed.
    m_live->setCharts(m_settings.liveCharts());
    connect(m_live, &LivePage::chartsChosen, this,
            [this](const QStringList &names) { m_settings.setLiveCharts(names); });
    QTimer::singleShot(0, this, [this] { m_live->prepare(m_stack->size()); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages()
{
    // In the order of Page.
    for (QWidget *page : std::initializer_list<QWidget *>{
             m_scenario, m_live, m_hotRow, m_interleavings, m_audit, m_report, m_runs}) {
        page->setFocusPolicy(Qt::ClickFocus);
        page->setProperty("noRing", true);
        m_stack->addWidget(page);
    }
    addTruth();
    m_stack->addWidget(m_start);
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
    connect(m_audit, &AuditPage::proofRequested, this, &MainWindow::proveRace);
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
    connect(new FileDrop(this), &FileDrop::dropped, this, &MainWindow::takeFile,
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
    if (isFace(m_stack->currentWidget())) {
        return Page::Scenario;
    }
    const int index = m_stack->currentIndex();
    return index < kPageCount ? static_cast<Page>(index) : Page::Live;
}

void MainWindow::showFace(QWidget *face)
{
    m_stack->setCurrentWidget(face);
    m_navigation->setCurrent(Page::Scenario);
    m_settings.setPage(static_cast<int>(Page::Scenario));
    enableCommands();
}

bool MainWindow::isFace(const QWidget *page) const
{
    return page == m_start || page == m_service;
}

void MainWindow::showStart()
{
    showFace(m_start);
    m_start->takeFocus();
}

bool MainWindow::showService()
{
    const bool asksOne =
        m_session.value(QStringLiteral("target.kind")).toString() == QLatin1String("http");
    if (!asksOne) {
        if (m_session.isRunning() || !m_files->mayLeave()) {
            return false;
        }
        m_session.startNew(ServicePage::newScenario());
    }
    if (m_service == nullptr) {
        m_service = new ServicePage(m_session);
        m_service->setFocusPolicy(Qt::ClickFocus);
        m_service->setProperty("noRing", true);
        m_stack->addWidget(m_service);
        connect(m_service, &ServicePage::saveRequested, this, [this] { m_files->save(false); });
        connect(m_service, &ServicePage::settingsRequested, this,
                [this] { showPage(Page::Scenario); });
        connect(m_files, &ScenarioFiles::saved, m_service, &ServicePage::say);
    }
    showFace(m_service);
    return true;
}

void MainWindow::connectStart()
{
    m_commands->on(WindowCommand::New, this, [this] { showStart(); });
    connect(m_start, &StartPage::demoRequested, this, &MainWindow::openDemo);
    connect(m_start, &StartPage::serviceRequested, this, &MainWindow::showService);
    connect(m_start, &StartPage::pasted, this, [this](const QString &text) {
        const QByteArray content = text.toUtf8();
        const QString place = tr("what was pasted");
        if (!readRequests(content, place)) {
            m_status->say(tr("What was pasted is no request that can be read."));
        } else if (showService()) {
            m_service->read(content, place);
        }
    });
    connect(m_scenario, &ScenarioPage::stepsRequested, this, &MainWindow::showService);
    connect(m_start, &StartPage::importRequested, this, [this] { importRun(); });
    connect(m_start, &StartPage::presetRequested, this, [this](const QString &id) {
        m_files->openPreset(id);
        showPage(Page::Scenario);
    });
    connect(m_start, &StartPage::fileRequested, this, [this](const QString &path) {
        m_files->openFile(path);
        showPage(Page::Scenario);
    });
    connect(m_start, &StartPage::runRequested, this, [this](const QString &id) {
        m_session.archive()->open(id);
        showPage(Page::Audit);
    });
    connect(m_files, &ScenarioFiles::noted, m_start,
            [this] { m_start->setRecentFiles(m_settings.recentFiles()); });
    m_start->setRecentFiles(m_settings.recentFiles());
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
    const bool isFirst = m_settings.geometry().isEmpty() && m_settings.lastScenario().isEmpty();
    isFirst ? showFace(m_start) : showPage(static_cast<Page>(m_settings.page()));
}

void MainWindow::retheme()
{
    setWindowIcon(themedIcon(QStringLiteral("stampede"), Theme::current().accent));
    m_navigation->retheme();
    m_runBar->retheme();
    m_banner->retheme();
    m_start->retheme();
    if (m_service != nullptr) {
        m_service->retheme();
    }
    m_scenario->refresh();
    m_live->retheme();
    m_hotRow->retheme();
    m_interleavings->retheme();
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
    if (std::exchange(m_imports, false) && !m_session.fault()) {
        showPage(Page::Audit);
    }
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

void MainWindow::connectCommands()
{
    const auto on = [this](WindowCommand command, auto answer) {
        m_commands->on(command, this, std::move(answer));
    };
    on(WindowCommand::Open, [this] { m_files->open(); });
    on(WindowCommand::ImportRun, [this] { importRun(); });
    on(WindowCommand::Save, [this] { m_files->save(false); });
    on(WindowCommand::SaveAs, [this] { m_files->save(true); });
    on(WindowCommand::Quit, [this] { close(); });
    on(WindowCommand::Undo, [this] { page() == Page::Runs ? m_runs->undo() : m_session.undo(); });
    on(WindowCommand::Redo, [this] { page() == Page::Runs ? m_runs->redo() : m_session.redo(); });
    on(WindowCommand::Run, [this] { m_session.run(); });
    on(WindowCommand::Stop, [this] {
        if (m_session.isRunning()) {
            m_session.stop();
        }
    });
    on(WindowCommand::RowLock, [this] {
        const QString lock = QStringLiteral("service.layers.rowLock");
        setProtections({{lock, !m_session.value(lock).toBool(true)}});
    });
    on(WindowCommand::AllProtections, [this] {
        setProtections({{QStringLiteral("service.layers.rowLock"), true},
                        {QStringLiteral("service.layers.duplicateCheck"), true},
                        {QStringLiteral("service.layers.uniqueKey"), true}});
    });
    on(WindowCommand::Database, [this] { chooseDatabase(); });
    on(WindowCommand::AuditDatabase, [this] { auditDatabase(); });
    on(WindowCommand::Keys, [this] { KeysWindow(this).exec(); });
    on(WindowCommand::About, [this] {
        QMessageBox::about(
            this, tr("About Stampede"),
            tr("Stampede %1 sends a crowd after a limited coupon, shows live who gets "
               "what, and proves from the database whether stock, rows and answers "
               "agree.")
                    .arg(QCoreApplication::applicationVersion()) +
                QStringLiteral("\n\n") +
                tr("The sources are under the MIT licence. The window draws its charts with Qt "
                   "Charts, so the window as built is under the GPL, version 3; the command line, "
                   "which does not use Qt Charts, is not."));
    });
    connect(m_menus, &Menus::recentChosen, m_files, &ScenarioFiles::openFile);
    connect(m_menus, &Menus::themeChosen, this, [this](ThemeMode mode) {
        m_settings.setTheme(mode);
        setTheme(mode);
    });
    connect(m_menus, &Menus::languageChosen, this, [this](const QString &code) {
        m_settings.setLanguage(code);
        Q_EMIT languageChosen(languageOf(code).value_or(systemLanguage()));
    });
}

void MainWindow::setProtections(const QList<QPair<QString, bool>> &states)
{
    for (const auto &[path, on] : states) {
        if (!m_session.isRunning()) {
            m_session.set(path, on);
        }
    }
}

bool MainWindow::chooseDatabase()
{
    return !m_session.isRunning() && DatabaseDialog(m_session, this).exec() == QDialog::Accepted;
}

void MainWindow::importRun(const QString &file)
{
    if (m_session.isRunning()) {
        return;
    }
    if (m_import == nullptr) {
        m_import = new ImportRunDialog(m_session, this);
    }
    if (!file.isEmpty()) {
        m_import->setFile(file);
    }
    if (m_import->exec() == QDialog::Accepted) {
        m_imports = true;
        const ImportRequest request = m_import->request();
        m_session.importRun(
            request.results.path, [request] { return orderOf(request); }, m_import->place().url(),
            m_import->place().allowedHosts());
    }
}

void MainWindow::proveRace()
{
    if (const auto record = m_session.record()) {
        showPage(Page::Interleavings);
        m_interleavings->prove(record->scenario.service);
    }
}

void MainWindow::takeFile(const QString &path)
{
    m_dropping.start([path] { return lookInto(path); });
}

MainWindow::Dropped MainWindow::lookInto(const QString &path)
{
    // vegeta's targets are written like an .http file.
    const bool isHttp = path.endsWith(QLatin1String(".http"), Qt::CaseInsensitive);
    if (!isHttp && looksLikeResults(path)) {
        return {path, Dropped::Kind::Results};
    }
    QFile file(path);
    if (file.size() > kLargestRequestFile || !file.open(QIODevice::ReadOnly)) {
        return {path};
    }
    const QByteArray content = file.readAll();
    const bool isOurs = content.contains("\"stampede.");
    return !isOurs && readRequests(content, QFileInfo(path).fileName())
               ? Dropped{path, Dropped::Kind::Requests, content}
               : Dropped{path};
}

void MainWindow::takeDropped(const Dropped &file)
{
    switch (file.kind) {
    case Dropped::Kind::Scenario:
        return m_files->openFile(file.path);
    case Dropped::Kind::Results:
        return importRun(file.path);
    case Dropped::Kind::Requests:
        if (showService()) {
            m_service->read(file.content, QFileInfo(file.path).fileName());
        }
    }
}

void MainWindow::auditDatabase()
{
    DatabaseAuditDialog dialog(m_session, this);
    if (dialog.exec() == QDialog::Accepted) {
        showPage(Page::Audit);
        m_audit->auditDatabase(dialog.request());
    }
}

void MainWindow::describeTables()
{
    m_session.choose(QStringLiteral("target.kind"), QStringLiteral("http"));
    showPage(Page::Scenario);
    if (auto *tabs = m_scenario->findChild<QTabWidget *>(QStringLiteral("httpTabs"))) {
        tabs->setCurrentIndex(tabs->count() - 1);
    }
}

bool MainWindow::mayStep(bool (Session::*ofScenario)() const,
                         bool (ArchiveEdits::*ofRuns)() const) const
{
    const ArchiveEdits *runs = m_session.archiveEdits();
    return page() == Page::Scenario ? (m_session.*ofScenario)()
                                    : page() == Page::Runs && runs && (runs->*ofRuns)();
}

void MainWindow::enableCommands()
{
    const bool running = m_session.isRunning();
    const bool shows = m_session.record() != nullptr;
    const bool ours =
        m_session.activeScenario().target.kind != TargetKind::Http && !m_session.hasStandIn();
    const bool replays = m_replay.isPossible() && (page() == Page::Live || page() == Page::HotRow);
    const std::pair<WindowCommand, bool> states[] = {
        {WindowCommand::Run, m_session.mayRun()},
        {WindowCommand::Stop, running},
        {WindowCommand::New, !running},
        {WindowCommand::Open, !running},
        {WindowCommand::ImportRun, !running},
        {WindowCommand::Undo, mayStep(&Session::canUndo, &ArchiveEdits::canUndo)},
        {WindowCommand::Redo, mayStep(&Session::canRedo, &ArchiveEdits::canRedo)},
        {WindowCommand::Database, !running},
        {WindowCommand::AuditDatabase, !running},
        {WindowCommand::RowLock, !running && ours},
        {WindowCommand::AllProtections, !running && ours},
        {WindowCommand::Export, (shows || m_report->showsSeveral()) && !running},
        {WindowCommand::Baseline, shows && !running},
        {WindowCommand::PlayOrHold, replays},
        {WindowCommand::StepBack, replays},
        {WindowCommand::StepOn, replays},
        {WindowCommand::NextFinding, shows && (page() == Page::HotRow || page() == Page::Audit)},
        {WindowCommand::PreviousFinding,
         shows && (page() == Page::HotRow || page() == Page::Audit)},
    };
    for (const auto &[command, enabled] : states) {
        m_commands->setEnabled(command, enabled);
    }
}

void MainWindow::connectPageCommands()
{
    const auto on = [this](WindowCommand command, auto answer) {
        m_commands->on(command, this, std::move(answer));
    };
    for (int i = 0; i < kPageCount; ++i) {
        on(static_cast<WindowCommand>(static_cast<int>(WindowCommand::PageScenario) + i),
           [this, i] { showPage(static_cast<Page>(i)); });
    }
    on(WindowCommand::Export, [this] {
        showPage(Page::Report);
        ask(m_report, "exportReport()");
    });
    on(WindowCommand::Baseline, [this] { ask(m_runs, "setBaseline()"); });
    on(WindowCommand::Filter, [this] {
        if (!focusFilter(m_stack->currentWidget())) {
            m_status->say(tr("This page has no table to filter."));
        }
    });
    on(WindowCommand::CopyPicture, [this] { copyPicture(m_stack->currentWidget()); });
    on(WindowCommand::TextLarger, [this] { setTextSize(textFactor() + kTextStep); });
    on(WindowCommand::TextSmaller, [this] { setTextSize(textFactor() - kTextStep); });
    on(WindowCommand::TextUsual, [this] { setTextSize(1); });
    on(WindowCommand::PlayOrHold, [this] {
        if (m_replay.isPlaying()) {
            m_replay.hold();
        } else if (m_replay.isPossible()) {
            m_replay.play();
        }
    });
    on(WindowCommand::StepBack, [this] { m_replay.step(-1); });
    on(WindowCommand::StepOn, [this] { m_replay.step(1); });
    on(WindowCommand::NextFinding, [this] { ask(m_stack->currentWidget(), "nextFinding()"); });
    on(WindowCommand::PreviousFinding,
       [this] { ask(m_stack->currentWidget(), "previousFinding()"); });
}

void MainWindow::connectDemo()
{
    new DemoKeys(m_demo, *this);
    m_commands->on(WindowCommand::Demo, this, [this] { openDemo(); });
    connect(m_live, &LivePage::demoRequested, this, &MainWindow::openDemo);
    connect(&m_demo, &Demo::pageWanted, this, &MainWindow::showPage);
    connect(&m_demo, &Demo::raceWanted, this, &MainWindow::showRace);
    connect(&m_demo, &Demo::everyOrderWanted, this, &MainWindow::proveRace);
    connect(&m_demo, &Demo::truthWanted, this,
            [this] { showTruth(m_demo.encoreRecord(0), m_demo.encoreRecord(1)); });
    m_commands->on(WindowCommand::Stage, this, [this] { enterStage(); });
    connect(m_stage.get(), &StageWindow::done, this, [this] { activateWindow(); });
    connect(&m_demo, &Demo::changed, this, [this] {
        if (!m_demo.isOpen() && m_stack->currentWidget() == m_truth) {
            showPage(Page::Live);
        }
        m_stack->setMinimumWidth(m_demo.isOpen() ? kLeastPage : 0);
        m_commands->setEnabled(WindowCommand::RowLock, !m_demo.isOpen());
        m_commands->setEnabled(WindowCommand::AllProtections, !m_demo.isOpen());
    });
}

void MainWindow::openDemo()
{
    m_demo.setReducedMotion(isMotionReduced());
    m_demo.open();
}

void MainWindow::addTruth()
{
    constexpr int kMargin = 16;
    m_truth->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_stack->addWidget(m_truth);
}

void MainWindow::showTruth(const std::shared_ptr<const RunRecord> &first,
                           const std::shared_ptr<const RunRecord> &second)
{
    m_truth->setRecords(first, second);
    m_stack->setCurrentWidget(m_truth);
    m_stage->showTruth(first, second);
}

void MainWindow::enterStage()
{
    m_stage->setReducedMotion(isMotionReduced());
    m_stage->enter(*this);
    if (m_stack->currentWidget() == m_truth) {
        m_stage->showTruth(m_truth->record(0), m_truth->record(1));
    }
}

void MainWindow::showRace()
{
    showPage(Page::HotRow);
    m_hotRow->showRace(0);
}

void MainWindow::adaptToWidth()
{
    const bool narrow = width() < kNarrowBelow * textFactor();
    m_runBar->setNarrow(narrow);
    m_navigation->setNarrow(narrow);
    m_truth->setTextFactor(kPartOfAWall * textFactor());
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::StatusTip) {
        // Menus say an empty one for every entry that the mouse goes over.
        if (const QString tip = static_cast<QStatusTipEvent *>(event)->tip(); !tip.isEmpty()) {
            m_status->say(tip);
        }
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adaptToWidth();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session.isRunning()) {
        event->setAccepted(m_closing || m_files->mayLeave());
        if (event->isAccepted()) {
            m_session.forgetUnsaved();
            m_settings.setGeometry(saveGeometry());
        }
        return;
    }
    event->ignore();
    if (m_closing) {
        return;
    }
    const CloseAnswer answer = askAboutTheRun(
        [this] {
            return m_session.isRunning() ? std::optional(phaseLine(m_session.progress(), m_session))
                                         : std::nullopt;
        },
        this);
    if (answer == CloseAnswer::KeepRunning || !m_files->mayLeave()) {
        return;
    }
    m_closing = true;
    if (!m_session.isRunning()) { // it ended while the question was open
        close();
        return;
    }
    m_session.stop();
    if (answer == CloseAnswer::StopNow) {
        m_session.stop();
    }
}

} // namespace stampede
