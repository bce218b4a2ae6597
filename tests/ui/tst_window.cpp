// Proves the window by clicking and typing as a person would, and reading what is on the screen.

#include "support/test_database.h"
#include "ui/frame/main_window.h"
#include "ui/session.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace stampede;
using test::TestDatabase;

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void presetRunVerdict();
    void lockOffRunShowsTheRows();
    void editIntoAFaultAndOutAgain();
    void stopDuringARun();
    void serverThatCannotBeReached();
    void everySizeAndTheme();

private:
    template<typename Widget>
    Widget *child(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no widget %s", name);
        }
        return found;
    }
    QString words(const char *label) const { return child<QLabel>(label)->text(); }
    void choosePreset(const QString &title) const;
    void click(const char *button) const
    {
        QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
    }
    void open(const QString &url);

    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::open(const QString &url)
{
    const auto parsed = parseDatabaseUrl(url);
    QVERIFY(parsed.ok());
    m_window.reset();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(parsed.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("hundred-users"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Light);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestWindow::init()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    open(QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
}

void TestWindow::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TestWindow::choosePreset(const QString &title) const
{
    auto *list = child<QListWidget>("presets");
    const auto items = list->findItems(title, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualItemRect(items.constFirst()).center());
}

void TestWindow::presetRunVerdict()
{
    choosePreset(QStringLiteral("A hundred hands, ten coupons"));
    QCOMPARE(words("stripWord"), QStringLiteral("Must come out"));
    QVERIFY(words("stripSentence").startsWith(QStringLiteral("10 issued")));
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_session->isRunning());
    QCOMPARE(child<QPushButton>("runButton")->text(), QStringLiteral("Stop"));
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Everything held"), 60'000);
    QCOMPARE(words("stripSentence"), QStringLiteral("10 of 10 coupons went to 10 people, 0 left."));
    QCOMPARE(m_window->findChild<QWidget *>(QStringLiteral("tileIssued"))
                 ->findChild<QLabel *>(QStringLiteral("figure"))
                 ->text(),
             QStringLiteral("10"));
    QVERIFY(m_session->record()->generator.uiLongestStallMs.has_value());
    QCOMPARE(words("ledgerLine"), QStringLiteral("10 at start = 10 written + 0 left"));
    m_window->setTheme(ThemeMode::Dark);
    QCOMPARE(words("stripWord"), QStringLiteral("Everything held")); // a look, not an edit
}

void TestWindow::lockOffRunShowsTheRows()
{
    choosePreset(QStringLiteral("A hundred hands, ten coupons"));
    click("service.layers.rowLock");
    QCOMPARE(child<QToolButton>("service.layers.rowLock")->text(), QStringLiteral("Row lock off"));
    QVERIFY(words("stripSentence").startsWith(QStringLiteral("10 to 100 issued")));
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Integrity broken"), 60'000);
    QTRY_VERIFY(child<QTreeWidget>("checks")->isVisible()); // the page turned to the audit
    QCOMPARE(words("checkTitle"), QStringLiteral("No more coupons than stock"));
    QVERIFY(words("checkExplanation").contains(QStringLiteral("only 10 existed: 90 too many")));
    QCOMPARE(child<QTableWidget>("checkRows")->rowCount(), 90);
    QCOMPARE(child<QTableWidget>("checkRows")->item(0, 0)->text(), QStringLiteral("11"));
}

void TestWindow::editIntoAFaultAndOutAgain()
{
    auto *vus = child<QLineEdit>("load.vus");
    vus->selectAll();
    QTest::keyClicks(vus, QStringLiteral("0"));
    QVERIFY(child<QLabel>("load.vus.fault")->isVisible());
    QVERIFY(words("load.vus.fault").startsWith(QStringLiteral("must be between 1 and 2000")));
    QCOMPARE(words("faultSummary"), QStringLiteral("1 setting is not possible yet"));
    QVERIFY(!child<QPushButton>("runButton")->isEnabled());
    QTest::keyClicks(vus, QStringLiteral("x"));
    QCOMPARE(vus->text(), QStringLiteral("0x")); // what was typed stays
    vus->selectAll();
    QTest::keyClicks(vus, QStringLiteral("25"));
    QVERIFY(!child<QLabel>("load.vus.fault")->isVisible());
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
    QCOMPARE(m_session->scenario().load.vus, 25);
}

void TestWindow::stopDuringARun()
{
    m_session->set(QStringLiteral("load.iterations"), 1'000'000);
    m_session->set(QStringLiteral("load.duration"), QStringLiteral("1h"));
    m_session->set(QStringLiteral("service.pause"), QStringLiteral("10ms"));
    click("runButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->progress().live.outcomes.total() > 10, 60'000);
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("Ended early"), 60'000);
    QVERIFY(words("stripSentence").contains(QStringLiteral("everything held")));
    QCOMPARE(child<QPushButton>("runButton")->text(), QStringLiteral("Run"));
}

void TestWindow::serverThatCannotBeReached()
{
    open(QStringLiteral("mysql://root@/nothing?socket=/nowhere/m.sock"));
    click("runButton");
    QTRY_COMPARE_WITH_TIMEOUT(words("stripWord"), QStringLiteral("The run could not be made"),
                              60'000);
    QVERIFY(words("stripSentence").contains(QStringLiteral("/nowhere/m.sock")));
    QVERIFY(child<QPushButton>("runButton")->isEnabled());
}

void TestWindow::everySizeAndTheme()
{
    for (const QSize size : {QSize(1024, 720), QSize(1280, 800), QSize(1920, 1080)}) {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            m_window->resize(size);
            m_window->setTheme(mode);
            QCoreApplication::processEvents();
            QCOMPARE(m_window->size(), size); // nothing in it forces it wider or higher
            QVERIFY(child<QPushButton>("runButton")->isVisible());
        }
    }
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
