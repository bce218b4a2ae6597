// What happens to the window itself.

#include "ui/frame/close_question.h"
#include "ui/frame/main_window.h"
#include "ui/frame/phase_words.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/scenario_files.h"
#include "ui/frame/status_line.h"
#include "ui/look/type.h"
#include "ui/stage/run_comparison_view.h"

#include <QCloseEvent>
#include <QStatusTipEvent>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 1200;
constexpr qreal kPartOfAWall = 0.5; ///< of the sizes on a stage

} // namespace

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
