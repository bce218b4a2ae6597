// SPDX-License-Identifier: MIT
// Proves that every key of the table does what the table says, and none takes a letter from a field
// that one types into.

#include "frame_window.h"
#include "test_program.h"
#include "ui/frame/commands.h"
#include "ui/frame/keys_window.h"
#include "ui/frame/navigation_button.h"
#include "ui/frame/words.h"
#include "ui/look/type.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

namespace tst_keys {

using namespace stampede;
using test::FrameWindow;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_frame.reset(); }
    void keys_data();
    void keys();
    void lettersBelongToTheField();
    void spaceBelongsToTheButton();
    void keysReachThePages();
    void textSizeIsRemembered();
    void keysAndWordsAreSearched();

private:
    void open()
    {
        m_frame = std::make_unique<FrameWindow>();
        m_frame->open(FrameWindow::nowhere());
    }

    std::unique_ptr<FrameWindow> m_frame;
};

void TestKeys::keys_data()
{
    QTest::addColumn<WindowCommand>("command");
    QTest::addColumn<QKeySequence>("keys");
    const QList<CommandWords> all = Commands::all();
    for (const CommandWords &each : all) {
        for (const QKeySequence &keys : each.keys) {
            QTest::newRow(qPrintable(keys.toString())) << each.command << keys;
        }
    }
}

void TestKeys::keys()
{
    QFETCH(WindowCommand, command);
    QFETCH(QKeySequence, keys);
    // A window of its own, as in the real one some commands open questions.
    QWidget window;
    Commands own(&window);
    QList<WindowCommand> done;
    for (const CommandWords &each : Commands::all()) {
        own.on(each.command, &window, [&done, which = each.command] { done << which; });
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keySequence(&window, keys);
    QCOMPARE(done, QList<WindowCommand>{command});
}

void TestKeys::lettersBelongToTheField()
{
    open();
    m_frame->window->showPage(Page::Scenario);
    auto *name = m_frame->child<QLineEdit>("name");
    name->setFocus();
    name->clear();
    QTest::keyClicks(name, QStringLiteral("n p, ."));
    QCOMPARE(name->text(), QStringLiteral("n p, ."));
}

void TestKeys::spaceBelongsToTheButton()
{
    open();
    auto *lock = m_frame->child<QToolButton>("service.layers.rowLock");
    lock->setFocus();
    QTest::keyClick(lock, Qt::Key_Space);
    QVERIFY(!m_frame->session->value(QStringLiteral("service.layers.rowLock")).toBool());
    QTest::keyClick(lock, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_frame->session->value(QStringLiteral("service.layers.rowLock")).toBool());
}

void TestKeys::keysReachThePages()
{
    open();
    for (int i = 0; i < kPageCount; ++i) {
        QTest::keyClick(m_frame->window.get(), static_cast<Qt::Key>(Qt::Key_1 + i),
                        Qt::ControlModifier);
        QCOMPARE(m_frame->window->page(), static_cast<Page>(i));
        QVERIFY(m_frame->child<NavigationButton>(qPrintable(QStringLiteral("page%1").arg(i + 1)))
                    ->isChecked());
    }
    QCOMPARE(m_frame->settings.page(), kPageCount - 1);
    QTest::keyClick(m_frame->window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_frame->child<QToolButton>("service.layers.rowLock")->text(),
             QStringLiteral("Row lock off"));
}

void TestKeys::textSizeIsRemembered()
{
    open();
    const double before = m_frame->child<QLabel>("stripWord")->font().pointSizeF();
    QTest::keyClick(m_frame->window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QTest::keyClick(m_frame->window.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(textFactor(), 1.2);
    QCOMPARE(m_frame->settings.textFactor(), 1.2);
    QCOMPARE(m_frame->child<QLabel>("stripWord")->font().pointSizeF(), before * 1.2);
    QTest::keyClick(m_frame->window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_frame->settings.textFactor(), 1.1);
    QTest::keyClick(m_frame->window.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(textFactor(), 1.0);
    QCOMPARE(m_frame->child<QLabel>("stripWord")->font().pointSizeF(), before);
}

void TestKeys::keysAndWordsAreSearched()
{
    KeysWindow window;
    window.show();
    auto *keys = window.findChild<QTableWidget *>(QStringLiteral("keysTable"));
    auto *meanings = window.findChild<QTableWidget *>(QStringLiteral("wordsTable"));
    QCOMPARE(meanings->rowCount(), words().size());
    QTest::keyClicks(window.findChild<QLineEdit *>(QStringLiteral("keysSearch")),
                     QStringLiteral("hot row"));
    const auto shown = [](const QTableWidget *table) {
        QStringList rows;
        for (int row = 0; row < table->rowCount(); ++row) {
            if (!table->isRowHidden(row)) {
                rows << table->item(row, 0)->text();
            }
        }
        return rows;
    };
    QCOMPARE(shown(keys), QStringList{QStringLiteral("Ctrl+3")});
    QCOMPARE(shown(meanings), QStringList{QStringLiteral("hot row")});
}

} // namespace tst_keys

STAMPEDE_TEST(tst_keys::TestKeys)
#include "tst_keys.moc"
