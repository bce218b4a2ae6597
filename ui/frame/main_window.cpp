#include "ui/frame/main_window.h"

#include "text/number_text.h"
#include "ui/audit/audit_page.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/fault_panel.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/strip.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/live/live_page.h"
#include "ui/report/report_page.h"
#include "ui/runs/runs_page.h"
#include "ui/scenario/scenario_page.h"
#include "ui/ui_cost.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <initializer_list>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kSampleInterval{100};
constexpr int kNarrowBelow = 1200;
constexpr int kStatusIndent = 12;

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_replay(session)
    , m_runBar(new RunBar(session))
    , m_strip(new Strip(session))
    , m_faultPanel(new FaultPanel(session))
    , m_rail(new Rail)
    , m_stack(new QStackedWidget)
    , m_scenario(new ScenarioPage(session))
    , m_live(new LivePage(session, m_replay))
    , m_hotRow(new HotRowPage(session, m_replay))
    , m_audit(new AuditPage(session))
    , m_report(new ReportPage(session))
    , m_runs(new RunsPage(session))
    , m_status(new QLabel)
{
    setWindowTitle(QStringLiteral("Stampede"));
    resize(1280, 800);
    setMinimumSize(1024, 680);
    addPages();
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_runBar);
    column->addWidget(m_strip);
    column->addWidget(m_faultPanel);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    setCentralWidget(central);
    m_status->setIndent(kStatusIndent);
    statusBar()->addWidget(m_status);
    m_runBar->focusRun();
    makeMenus();

    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_strip, &Strip::auditRequested, this, [this] { showPage(Page::Audit); });
    connect(m_runBar, &RunBar::openRequested, this, &MainWindow::openFile);
    connect(m_runBar, &RunBar::presetRequested, this, &MainWindow::openPreset);
    connect(m_runBar, &RunBar::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_faultPanel, &FaultPanel::databaseRequested, this, &MainWindow::chooseDatabase);
    connect(m_scenario, &ScenarioPage::openRequested, this, &MainWindow::openFile);
    connect(m_scenario, &ScenarioPage::presetRequested, this, &MainWindow::openPreset);
    connect(m_scenario, &ScenarioPage::saveRequested, this, &MainWindow::saveFile);
    connect(m_audit, &AuditPage::sightRequested, this, [this](const QString &checkId, int line) {
        showPage(Page::HotRow);
        m_hotRow->showFinding(checkId, line);
    });
    connect(&m_session, &Session::runStarted, this, &MainWindow::begin);
    connect(&m_session, &Session::runEnded, this, &MainWindow::end);
    connect(&m_session, &Session::recordChanged, this, &MainWindow::showRecord);
    connect(&m_sampler, &QTimer::timeout, this, &MainWindow::takeSample);
    showPage(Page::Scenario);
    // The page of the run is laid out and drawn once before there is a run to be disturbed.
    QTimer::singleShot(0, this, [this] { m_live->prepare(m_stack->size()); });
}

void MainWindow::addPages()
{
    // In the order of Page.
    for (QWidget *page : std::initializer_list<QWidget *>{m_scenario, m_live, m_hotRow, m_audit,
                                                          m_report, m_runs}) {
        m_stack->addWidget(page);
    }
}

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &key, auto slot) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&Open…"), QKeySequence::Open, [this] { openFile(); });
    add(file, tr("&Save"), QKeySequence::Save, [this] { saveFile(false); });
    add(file, tr("Save &as…"), QKeySequence(tr("Ctrl+Shift+S")), [this] { saveFile(true); });
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence::Quit, [this] { close(); });
    QMenu *run = menuBar()->addMenu(tr("&Run"));
    add(run, tr("&Run"), QKeySequence(tr("Ctrl+R")), [this] { m_session.run(); });
    add(run, tr("&Stop and audit"), QKeySequence(tr("Ctrl+.")), [this] {
        if (m_session.isRunning()) {
            m_session.stop();
        }
    });
    run->addSeparator();
    add(run, tr("Row &lock on or off"), QKeySequence(tr("Ctrl+L")), [this] {
        const QString lock = QStringLiteral("service.layers.rowLock");
        setProtections({{lock, !m_session.value(lock).toBool(true)}});
    });
    add(run, tr("&All protections on"), QKeySequence(tr("Ctrl+Shift+L")), [this] {
        setProtections({{QStringLiteral("service.layers.rowLock"), true},
                        {QStringLiteral("service.layers.duplicateCheck"), true},
                        {QStringLiteral("service.layers.uniqueKey"), true}});
    });
    run->addSeparator();
    add(run, tr("&Database…"), {}, [this] { chooseDatabase(); });
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < kPageCount; ++i) {
        const auto page = static_cast<Page>(i);
        add(view, pageName(page), QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)),
            [this, page] { showPage(page); });
    }
    view->addSeparator();
    add(view, tr("Theme of the system"), {}, [this] { setTheme(ThemeMode::System); });
    add(view, tr("Light theme"), {}, [this] { setTheme(ThemeMode::Light); });
    add(view, tr("Dark theme"), {}, [this] { setTheme(ThemeMode::Dark); });
    add(view, tr("High contrast"), {}, [this] { setTheme(ThemeMode::Contrast); });
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("About Stampede"), {}, [this] {
        QMessageBox::about(
            this, tr("About Stampede"),
            tr("Stampede %1 sends a crowd after a limited coupon, shows live who gets "
               "what, and proves from the database whether stock, rows and answers "
               "agree.")
                .arg(QCoreApplication::applicationVersion()));
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

void MainWindow::chooseDatabase()
{
    if (!m_session.isRunning()) {
        DatabaseDialog(m_session, this).exec();
    }
}

void MainWindow::showPage(Page page)
{
    m_stack->setCurrentIndex(static_cast<int>(page));
    m_rail->setCurrent(page);
}

void MainWindow::showAuditTab(int index)
{
    showPage(Page::Audit);
    m_audit->showTab(index);
}

void MainWindow::setTheme(ThemeMode mode)
{
    Theme::apply(mode);
    retheme();
}

void MainWindow::retheme()
{
    m_rail->retheme();
    m_runBar->retheme();
    m_strip->update();
    m_scenario->refresh();
    m_live->retheme();
    m_hotRow->retheme();
    m_audit->retheme();
    m_report->retheme();
    m_runs->retheme();
}

void MainWindow::begin()
{
    UiCost::restart();
    m_sampler.start(kSampleInterval);
    showPage(Page::Live);
}

void MainWindow::takeSample()
{
    const RunProgress progress = m_session.progress();
    m_strip->sample(progress);
    if (progress.phase == Phase::Run) {
        m_live->sample(progress);
    }
    m_session.noteUiCost(UiCost::cpuSeconds(), UiCost::longestMs());
}

void MainWindow::end()
{
    m_sampler.stop();
    if (m_closing) {
        close();
    }
}

void MainWindow::showRecord()
{
    const auto record = m_session.record();
    const auto findings = record && record->audit ? record->audit->findings().size() : qsizetype{0};
    m_rail->setFindings(findings);
    if (!record) {
        m_status->clear();
        return;
    }
    const QString status =
        tr("%1   run %2   seed %3   processor time: load %4 s, window %5 s, its longest "
           "step %6 ms")
            .arg(QStringLiteral("%1 %2").arg(record->environment.database.product,
                                             record->environment.database.version),
                 record->shortId(), QString::number(record->scenario.seed),
                 QString::number(record->generator.cpuSeconds, 'f', 2),
                 QString::number(record->generator.uiCpuSeconds.value_or(0), 'f', 2),
                 QString::number(record->generator.uiLongestStallMs.value_or(0), 'f', 1));
    m_status->setText(status.trimmed()); // a service of somebody else may have no database
    if (findings > 0 && !m_session.showsOpened()) {
        showPage(Page::Audit);
    }
}

void MainWindow::openPreset(const QString &id)
{
    if (m_session.isRunning() || !mayLeaveScenario()) {
        // The list has moved its mark already; that event has to end first.
        QTimer::singleShot(0, m_scenario, &ScenarioPage::refresh);
        return;
    }
    m_session.load(id, nullptr);
}

void MainWindow::openFile()
{
    if (m_session.isRunning() || !mayLeaveScenario()) {
        return;
    }
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a scenario"), {}, tr("Scenarios (*.stampede.json);;All files (*)"));
    QStringList faults;
    if (!path.isEmpty() && !m_session.load(path, &faults)) {
        QMessageBox::warning(this, tr("Open a scenario"), faults.join(QLatin1Char('\n')));
    }
}

bool MainWindow::saveFile(bool askForName)
{
    QString path = askForName ? QString() : m_session.filePath();
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this, tr("Save the scenario"),
                                            QStringLiteral("scenario.stampede.json"),
                                            tr("Scenarios (*.stampede.json)"));
    }
    if (path.isEmpty()) {
        return false;
    }
    if (const auto saved = m_session.save(path); !saved) {
        QMessageBox::warning(this, tr("Save the scenario"), saved.error());
        return false;
    }
    return true;
}

bool MainWindow::mayLeaveScenario()
{
    if (!m_session.hasWorkToLose()) {
        return true;
    }
    QMessageBox question(this);
    question.setText(tr("\"%1\" has changes that are not saved.")
                         .arg(m_session.value(QStringLiteral("name")).toString()));
    question.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && saveFile(false));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < kNarrowBelow;
    m_runBar->setNarrow(narrow);
    m_rail->setNarrow(narrow);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_session.isRunning()) {
        event->setAccepted(m_closing || mayLeaveScenario());
        return;
    }
    event->ignore();
    if (!m_closing) {
        askAboutTheRun();
    }
}

void MainWindow::askAboutTheRun()
{
    const RunProgress progress = m_session.progress();
    const auto done = static_cast<std::int64_t>(progress.live.outcomes.total());
    QMessageBox question(this);
    question.setText(progress.planned > 0
                         ? tr("A run is going on (%1 of %2 requests).")
                               .arg(text::count(done), text::count(progress.planned))
                         : tr("A run is going on (%1 requests).").arg(text::count(done)));
    QAbstractButton *audit = question.addButton(tr("Stop and audit"), QMessageBox::AcceptRole);
    QAbstractButton *now = question.addButton(tr("Stop now"), QMessageBox::DestructiveRole);
    question.addButton(tr("Keep running"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() != audit && question.clickedButton() != now) {
        return;
    }
    m_closing = true;
    if (!m_session.isRunning()) { // it ended while the question was open
        close();
        return;
    }
    m_session.stop();
    if (question.clickedButton() == now) {
        m_session.stop();
    }
}

} // namespace stampede
