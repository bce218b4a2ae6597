// What happens to the window itself.

#include "ui/frame/close_question.h"
#include "ui/frame/main_window.h"
#include "ui/frame/run_bar.h"
#include "ui/frame/scenario_files.h"
#include "ui/type.h"

#include <QCloseEvent>

namespace stampede {

namespace {

constexpr int kNarrowBelow = 1200;

} // namespace

void MainWindow::adaptToWidth()
{
    const bool narrow = width() < kNarrowBelow * textFactor();
    m_runBar->setNarrow(narrow);
    m_rail->setNarrow(narrow);
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
            return m_session.isRunning() ? std::optional(m_session.progress()) : std::nullopt;
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
