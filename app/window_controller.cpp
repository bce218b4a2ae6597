// SPDX-License-Identifier: MIT
#include "app/window_controller.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

/// Calls `take` with every widget of that kind and name in both windows.
template<typename Widget, typename Take>
void forBoth(const QWidget &earlier, const QWidget &now, const QString &name, Take take)
{
    const auto before = earlier.findChildren<Widget *>(name);
    const auto after = now.findChildren<Widget *>(name);
    for (qsizetype i = 0; i < std::min(before.size(), after.size()); ++i) {
        take(*before[i], *after[i]);
    }
}

/// What a person has chosen in a window and no session knows: tabs and filters.
void takeChoices(const QWidget &earlier, const QWidget &now)
{
    for (const char *tabs : {"httpTabs", "auditTabs", "runTabs"}) {
        forBoth<QTabWidget>(earlier, now, QLatin1String(tabs), [](const auto &from, auto &to) {
            to.setCurrentIndex(from.currentIndex());
        });
    }
    for (const char *filter : {"verdictFilter", "periodFilter"}) {
        forBoth<QComboBox>(earlier, now, QLatin1String(filter), [](const auto &from, auto &to) {
            to.setCurrentIndex(from.currentIndex());
        });
    }
    forBoth<QLineEdit>(earlier, now, QStringLiteral("pageFilter"),
                       [](const auto &from, auto &to) { to.setText(from.text()); });
}

} // namespace

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
    if (!m_window->isMaximized() && !m_window->isFullScreen()) {
        m_window->move(earlier->pos()); // of the frame, which is not known before it is shown
    }
    m_window->setTheme(earlier->theme());
    m_window->showPage(page);
    m_window->show();
    m_session.tellAgain();
    takeChoices(*earlier, *m_window);
}

} // namespace stampede
