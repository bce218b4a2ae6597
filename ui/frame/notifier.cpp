#include "ui/frame/notifier.h"

#include "run/verdict.h"
#include "ui/theme.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace stampede {

namespace {

constexpr std::chrono::seconds kShown{15};

} // namespace

Notifier::Notifier(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_tell(
          [this](const QString &title, const QString &sentence) { tellDesktop(title, sentence); })
{
    connect(&m_session, &Session::runStarted, this, [this] { m_sinceStart.start(); });
    connect(&m_session, &Session::runEnded, this, &Notifier::runEnded);
}

void Notifier::runEnded()
{
    const bool isLong =
        m_sinceStart.isValid() && std::chrono::milliseconds(m_sinceStart.elapsed()) >= m_longRun;
    if (!isLong || m_window->isActiveWindow()) {
        return;
    }
    if (m_session.fault()) {
        m_tell(tr("The run could not be made"), m_session.fault()->message);
    } else if (m_session.record()) {
        const VerdictText verdict = verdictText(*m_session.record());
        m_tell(verdict.word, verdict.sentence);
    }
}

void Notifier::tellDesktop(const QString &title, const QString &sentence)
{
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages()) {
        return;
    }
    if (m_icon == nullptr) {
        m_icon = new QSystemTrayIcon(m_window->windowIcon(), this);
        connect(m_icon, &QSystemTrayIcon::messageClicked, m_window, [this] {
            m_window->raise();
            m_window->activateWindow();
        });
    }
    m_icon->show();
    m_icon->showMessage(title, sentence, m_window->windowIcon());
    QTimer::singleShot(kShown, m_icon, &QSystemTrayIcon::hide);
}

} // namespace stampede
