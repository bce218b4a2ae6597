// The guided demo in the window: its panel beside the pages, and where it points.

#include "ui/demo/demo_keys.h"
#include "ui/demo/demo_panel.h"
#include "ui/frame/commands.h"
#include "ui/frame/main_window.h"
#include "ui/hot_row/hot_row_page.h"
#include "ui/live/live_page.h"
#include "ui/look/motion.h"
#include "ui/stage/run_comparison_view.h"
#include "ui/stage/stage_window.h"

#include <QStackedWidget>

namespace stampede {

namespace {

/// Beside the panel a page may be narrower than it asks for.
constexpr int kLeastPage = 480;

} // namespace

void MainWindow::connectDemo()
{
    new DemoKeys(m_demo, *this);
    m_commands->on(WindowCommand::Demo, this, [this] { openDemo(); });
    connect(m_live, &LivePage::demoRequested, this, &MainWindow::openDemo);
    connect(&m_demo, &Demo::pageWanted, this, &MainWindow::showPage);
    connect(&m_demo, &Demo::raceWanted, this, &MainWindow::showRace);
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

} // namespace stampede
