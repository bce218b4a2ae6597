// What the menus and the keys of the window do.

#include "ui/audit/audit_page.h"
#include "ui/audit/database_audit_dialog.h"
#include "ui/frame/commands.h"
#include "ui/frame/database_dialog.h"
#include "ui/frame/keys_window.h"
#include "ui/frame/main_window.h"
#include "ui/frame/menus.h"
#include "ui/frame/page_actions.h"
#include "ui/frame/scenario_files.h"
#include "ui/frame/status_line.h"
#include "ui/look/type.h"
#include "ui/report/report_page.h"
#include "ui/runs/runs_page.h"
#include "ui/scenario/scenario_page.h"
#include "ui/session/archive_edits.h"

#include <QMessageBox>
#include <QStackedWidget>
#include <QTabWidget>

namespace stampede {

namespace {

constexpr double kTextStep = 0.1;

} // namespace

void MainWindow::connectCommands()
{
    const auto on = [this](WindowCommand command, auto answer) {
        m_commands->on(command, this, std::move(answer));
    };
    on(WindowCommand::Open, [this] { m_files->open(); });
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
                .arg(QCoreApplication::applicationVersion()));
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
        {WindowCommand::Open, !running},
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

} // namespace stampede
