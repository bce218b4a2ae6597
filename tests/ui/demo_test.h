// SPDX-License-Identifier: MIT
#pragma once
// What the tests of the guided demo share: a window on a fresh database, and looks at its card.

#include "support/test_database.h"
#include "ui/demo/demo.h"
#include "ui/frame/main_window.h"
#include "ui/session/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

#include <memory>

namespace stampede::test {

/// A run of that step in which nothing went wrong.
inline std::shared_ptr<RunRecord> heldRecord(int step)
{
    auto record = std::make_shared<RunRecord>();
    record->scenario = demoSteps()[step].scenario;
    record->prediction = demoPrediction(record->scenario);
    record->audit.emplace();
    record->audit->verdict = AuditVerdict::Held;
    record->audit->state.initialStock = 10;
    record->audit->state.remaining = 0;
    record->audit->state.drift = 0;
    record->audit->state.newRows = 10;
    record->audit->state.distinctUsers = 10;
    record->outcomes.byOutcome[indexOf(Outcome::Issued)] = 10;
    record->outcomes.byOutcome[indexOf(Outcome::OutOfStock)] = 90;
    record->verdict = RunVerdict::Pass;
    return record;
}

class DemoTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
    void cleanup();

protected:
    void open(const QString &url);
    [[nodiscard]] Demo &demo() const { return m_window->demo(); }
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    [[nodiscard]] QString words(const char *label) const { return child<QLabel>(label)->text(); }
    void click(const char *button) const
    {
        auto *found = child<QAbstractButton>(button);
        QVERIFY2(found->isVisible() && found->isEnabled(), button);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    void press(Qt::Key key) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : m_window.get(), key);
    }
    void waitFor(Demo::State state) const
    {
        QTRY_COMPARE_WITH_TIMEOUT(demo().state(), state, 60'000);
    }
    /// Nothing on the card is left open.
    void checkCard() const;
    void checkAfter(int step) const;
    void openStep(int step) const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace stampede::test
