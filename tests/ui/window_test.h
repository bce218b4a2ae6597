// SPDX-License-Identifier: MIT
#pragma once
// What tests of the window share: one on a fresh database for every test, and looks at it as a
// person has them.

#include "support/test_database.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

#include <memory>

namespace stampede::test {

class WindowTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init()
    {
        const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
        open(QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    }
    void cleanup()
    {
        m_window.reset();
        m_session.reset();
    }

protected:
    /// With the preset "hundred-users".
    void open(const QString &url)
    {
        const auto parsed = parseDatabaseUrl(url);
        QVERIFY(parsed.ok());
        m_window.reset();
        m_session = std::make_unique<Session>(
            std::make_shared<DatabaseHost>(parsed.value(), QStringList()));
        QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
        m_window = std::make_unique<MainWindow>(*m_session);
        m_window->setTheme(ThemeMode::Light);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    [[nodiscard]] QString words(const char *label) const { return wordsOf(child<QLabel>(label)); }
    /// All of them, also where there is no room for them.
    static QString wordsOf(const QLabel *label)
    {
        const auto *elided = qobject_cast<const ElidedLabel *>(label);
        return elided != nullptr ? elided->whole() : label->text();
    }
    void click(const char *button) const
    {
        QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace stampede::test
