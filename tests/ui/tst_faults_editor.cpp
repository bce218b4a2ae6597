// SPDX-License-Identifier: MIT
// Proves that what a run breaks on purpose is edited in the form: added, changed to each kind with
// the fields of that kind, wrong values named at their line and found, removed without a trace, and
// kept in a file that opens as it was saved.

#include "frame_window.h"
#include "test_program.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

namespace tst_faults_editor {

using namespace stampede;
using namespace std::chrono_literals;
using test::FrameWindow;

class TestFaultsEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_frame = std::make_unique<FrameWindow>();
        m_frame->open(FrameWindow::nowhere());
        QVERIFY(session().load(QStringLiteral("half-minute"), nullptr));
        m_frame->child<QToolButton>("section.faults")->setFocus();
        QTest::keyClick(m_frame->child<QToolButton>("section.faults"), Qt::Key_Space);
    }
    void cleanup() { m_frame.reset(); }
    void addedAndRemoved();
    void everyKindHasItsFields_data();
    void everyKindHasItsFields();
    void wrongValuesAreNamedAndFound();
    void savedAndOpenedAgain();

private:
    [[nodiscard]] Session &session() const { return *m_frame->session; }
    [[nodiscard]] QString heading() const
    {
        return m_frame->child<QToolButton>("section.faults")->text();
    }
    [[nodiscard]] QWidget *field(const char *name) const
    {
        return m_frame->window->findChild<QWidget *>(QLatin1String(name));
    }
    void type(const char *name, const QString &words) const
    {
        auto *edit = m_frame->child<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, words);
    }
    void add() const { m_frame->child<QPushButton>("addFault")->click(); }
    void choose(int kind) const
    {
        auto *box = m_frame->child<QComboBox>("fault0.kind");
        box->setFocus();
        box->setCurrentIndex(kind);
        Q_EMIT box->activated(kind);
    }

    std::unique_ptr<FrameWindow> m_frame;
};

void TestFaultsEditor::addedAndRemoved()
{
    QCOMPARE(heading(), QStringLiteral("Faults on purpose"));
    add();
    QCOMPARE(heading(), QStringLiteral("Faults on purpose (1)"));
    QCOMPARE(QApplication::focusWidget(), field("fault0.at")); // ready to be typed over
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2s"));
    QCOMPARE(session().scenario().faults.size(), 1);
    QCOMPARE(session().scenario().faults.constFirst().at, 2s);
    QCOMPARE(session().scenario().faults.constFirst().action, FaultAction::ServerKill);
    QVERIFY(session().isChanged());
    add();
    QVERIFY(session().faults().isEmpty()); // it comes after the first is over
    QCOMPARE(session().scenario().faults.constLast().at, 3500ms);
    QCOMPARE(heading(), QStringLiteral("Faults on purpose (2)"));
    m_frame->child<QToolButton>("fault1.remove")->click();
    m_frame->child<QToolButton>("fault0.remove")->click();
    QVERIFY(session().scenario().faults.isEmpty());
    QVERIFY(!session().isChanged());
    QCOMPARE(field("fault0.at"), nullptr);
}

void TestFaultsEditor::everyKindHasItsFields_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<FaultAction>("action");
    QTest::addColumn<QStringList>("fields");
    const QString length = QStringLiteral("fault0.for");
    QTest::newRow("frozen") << 1 << FaultAction::ServerFreeze << QStringList{length};
    QTest::newRow("connections") << 2 << FaultAction::ConnectionsKill
                                 << QStringList{QStringLiteral("fault0.share")};
    QTest::newRow("cut") << 3 << FaultAction::Network << QStringList{length};
    QTest::newRow("half-open") << 4 << FaultAction::Network << QStringList{length};
    QTest::newRow("delayed") << 5 << FaultAction::Network
                             << QStringList{QStringLiteral("fault0.delay"), length};
}

void TestFaultsEditor::everyKindHasItsFields()
{
    QFETCH(int, kind);
    QFETCH(FaultAction, action);
    QFETCH(QStringList, fields);
    add();
    choose(kind);
    QVERIFY2(session().faults().isEmpty(), qPrintable(m_frame->words("faults.fault")));
    QCOMPARE(session().scenario().faults.constFirst().action, action);
    QCOMPARE(m_frame->child<QComboBox>("fault0.kind")->currentIndex(), kind);
    for (const char *name : {"fault0.for", "fault0.share", "fault0.delay"}) {
        QCOMPARE(field(name) != nullptr, fields.contains(QLatin1String(name)));
    }
    choose(0); // and back, with nothing of the other kind left behind
    QVERIFY(session().faults().isEmpty());
    QCOMPARE(session().scenario().faults.constFirst().action, FaultAction::ServerKill);
}

void TestFaultsEditor::wrongValuesAreNamedAndFound()
{
    add();
    choose(2);
    type("fault0.share", QStringLiteral("2"));
    QVERIFY2(m_frame->words("faults.fault").startsWith(QStringLiteral("Fault 1, share: must be")),
             qPrintable(m_frame->words("faults.fault")));
    QVERIFY(!m_frame->child<QPushButton>("runButton")->isEnabled());
    auto *section = m_frame->child<QToolButton>("section.faults");
    section->click();
    QVERIFY(section->property("wrong").toBool());
    QVERIFY(!field("fault0.share")->isVisible());
    Q_EMIT m_frame->child<QLabel>("faultSummary")->linkActivated(QStringLiteral("fault"));
    QVERIFY(field("fault0.share")->isVisible());
    QCOMPARE(QApplication::focusWidget(), field("fault0.share"));
    type("fault0.share", QStringLiteral("0.25"));
    QVERIFY(session().faults().isEmpty());
    QCOMPARE(session().scenario().faults.constFirst().share, 0.25);
    type("fault0.at", QStringLiteral("45s")); // after the load's end
    QVERIFY(m_frame->words("faults.fault").startsWith(QStringLiteral("Fault 1, at: must lie")));
}

void TestFaultsEditor::savedAndOpenedAgain()
{
    add();
    choose(5);
    type("fault0.delay", QStringLiteral("20ms"));
    const QList<PlannedFault> faults = session().scenario().faults;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("delayed.json"));
    QVERIFY(session().save(path).ok());
    QVERIFY(session().load(QStringLiteral("half-minute"), nullptr));
    QCOMPARE(heading(), QStringLiteral("Faults on purpose"));
    QVERIFY(session().load(path, nullptr));
    QCOMPARE(session().scenario().faults, faults);
    QCOMPARE(m_frame->child<QLineEdit>("fault0.delay")->text(), QStringLiteral("20ms"));
}

} // namespace tst_faults_editor

STAMPEDE_TEST(tst_faults_editor::TestFaultsEditor)
#include "tst_faults_editor.moc"
