// SPDX-License-Identifier: MIT
#pragma once

#include "text/language.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"

#include <QObject>

#include <memory>
#include <optional>

namespace stampede {

/// Keeps the window over a session, and makes it anew where its language changes: the page, the
/// place and the run that is shown stay. UI thread.
class WindowController final : public QObject
{
    Q_OBJECT

public:
    /// The window is there as the settings say, and not shown yet.
    WindowController(Session &session, Settings &settings);

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    /// While a run goes on this waits for its end, so that what the run says is of one language.
    void changeLanguage(Language language);

private:
    void make();
    void change();

    Session &m_session;
    Settings &m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::optional<Language> m_wanted;
};

} // namespace stampede
