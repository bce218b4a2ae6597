#include "app/window_controller.h"

#include <QTimer>

#include <utility>

namespace stampede {

WindowController::WindowController(Session &session, Settings &settings)
    : m_session(session)
    , m_settings(settings)
{
    make();
    m_window->restore();
    connect(&m_session, &Session::runEnded, this, [this] {
        QTimer::singleShot(0, this, &WindowController::change); // after the window has taken it in
    });
}

void WindowController::make()
{
    m_window = std::make_unique<MainWindow>(m_session, &m_settings);
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowController::changeLanguage);
}

void WindowController::changeLanguage(Language language)
{
    m_wanted = language;
    QTimer::singleShot(0, this,
                       &WindowController::change); // the menu that asked has to close first
}

void WindowController::change()
{
    if (!m_wanted || m_session.isRunning()) {
        return;
    }
    const Language language = *std::exchange(m_wanted, std::nullopt);
    if (language == currentLanguage()) {
        return;
    }
    applyLanguage(language);
    const std::unique_ptr<MainWindow> earlier = std::move(m_window);
    const Page page = earlier->page();
    make();
    m_window->restoreGeometry(earlier->saveGeometry());
    m_window->setTheme(earlier->theme());
    m_window->showPage(page);
    m_window->show();
    m_session.tellAgain();
}

} // namespace stampede
