// SPDX-License-Identifier: MIT
#pragma once

#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/session/settings.h"
#include "ui/widgets/elided_label.h"

#include <QLabel>
#include <QTest>

#include <memory>

namespace stampede::test {

/// A window as a person sees it, with settings that forget.
class FrameWindow
{
public:
    /// A database that nothing can reach.
    static QString nowhere()
    {
        return QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock");
    }

    void open(const QString &url)
    {
        const auto parsed = parseDatabaseUrl(url);
        STAMPEDE_CHECK(parsed.ok());
        window.reset();
        session = std::make_unique<Session>(
            std::make_shared<DatabaseHost>(parsed.value(), QStringList()));
        STAMPEDE_CHECK(session->load(QStringLiteral("hundred-users"), nullptr));
        window = std::make_unique<MainWindow>(*session, &settings);
        window->setTheme(ThemeMode::Light);
        window->show();
        STAMPEDE_CHECK(QTest::qWaitForWindowActive(window.get()));
    }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    [[nodiscard]] QString words(const char *label) const
    {
        auto *found = child<QLabel>(label);
        auto *elided = qobject_cast<ElidedLabel *>(found);
        return elided != nullptr ? elided->whole() : found->text();
    }

    Settings settings;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
};

} // namespace stampede::test
