// SPDX-License-Identifier: MIT
// Proves that a run that was cut off is offered in the window: what it says, that it can be put
// off, deleted and audited, and that a server that is gone is told.

#include "test_program.h"
#include "ui/runs/unfinished_bar.h"
#include "ui/session/session.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_unfinished {

using namespace stampede;

class TestUnfinished : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingWasCutOff();
    void saysWhatThereIs();
    void laterIsNotNow();
    void deletedIsGone();
    void auditOfAServerThatIsGone();

private:
    [[nodiscard]] QString journal() const
    {
        return m_folder->filePath(QStringLiteral("journals/aef99d3188f3.journal"));
    }
    void leaveJournal() const;
    /// Looks, and waits for what it finds.
    void look(int runs);
    void click(const QString &words) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<UnfinishedBar> m_bar;
};

void TestUnfinished::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString servers = m_folder->filePath(QStringLiteral("servers"));
    m_session = std::make_unique<Session>(std::make_shared<DatabaseHost>(
        parseDatabaseUrl(QStringLiteral("managed:") + servers).value(), QStringList()));
    m_session->setArchive({m_folder->path()});
    m_bar = std::make_unique<UnfinishedBar>(*m_session, nullptr);
    m_bar->resize(900, 60);
}

void TestUnfinished::cleanup()
{
    m_bar.reset();
    m_session.reset();
}

void TestUnfinished::leaveJournal() const
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("journals")));
    QVERIFY(
        QFile::copy(QStringLiteral(STAMPEDE_FUZZ_CORPUS "/journal/cut-off.journal"), journal()));
    QVERIFY(QFile::setPermissions(journal(), QFile::ReadOwner | QFile::WriteOwner));
}

void TestUnfinished::look(int runs)
{
    QSignalSpy found(m_bar.get(), &UnfinishedBar::found);
    m_bar->look();
    QTRY_VERIFY(!found.isEmpty());
    QCOMPARE(found.last().first().toInt(), runs);
}

void TestUnfinished::click(const QString &words) const
{
    const auto buttons = m_bar->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == words) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(words));
}

void TestUnfinished::nothingWasCutOff()
{
    look(0);
    QVERIFY(!m_bar->isVisible());
}

void TestUnfinished::saysWhatThereIs()
{
    leaveJournal();
    look(1);
    QVERIFY(m_bar->isVisible());
    const QString words = m_bar->findChild<QLabel *>(QStringLiteral("unfinishedSentence"))->text();
    QVERIFY2(words.contains(QStringLiteral(" requests. What was recorded can be audited.")),
             qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral(" of 1,096 ")), qPrintable(words));
}

void TestUnfinished::laterIsNotNow()
{
    leaveJournal();
    look(1);
    click(QStringLiteral("Later"));
    QVERIFY(!m_bar->isVisible());
    QVERIFY(QFile::exists(journal()));
}

void TestUnfinished::deletedIsGone()
{
    leaveJournal();
    look(1);
    click(QStringLiteral("Delete"));
    QTRY_VERIFY(!m_bar->isVisible());
    QVERIFY(!QFile::exists(journal()));
}

void TestUnfinished::auditOfAServerThatIsGone()
{
    leaveJournal();
    look(1);
    const QSignalSpy began(m_session.get(), &Session::runStarted);
    click(QStringLiteral("Audit it"));
    QCOMPARE(began.count(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY(m_session->fault());
    QVERIFY(QFile::exists(journal())); // it can be tried again
}

} // namespace tst_unfinished

STAMPEDE_TEST(tst_unfinished::TestUnfinished)
#include "tst_unfinished.moc"
