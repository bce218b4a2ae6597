// SPDX-License-Identifier: MIT
// Proves that the window speaks Korean without a remainder, and that the menu changes the language
// of a window that is open.

#include "app/window_controller.h"
#include "record/verdict.h"
#include "shown_texts.h"
#include "support/test_database.h"
#include "test_program.h"
#include "text/language.h"
#include "ui/runs/runs_model.h"
#include "ui/widgets/elided_label.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>

namespace tst_window_language {

using namespace stampede;
using test::ShownText;
using test::TestDatabase;

namespace {

constexpr int kAuditTabs = 3;

/// Two English words in a row, or nothing. What stays English by nature is taken out first.
QString englishIn(QString text)
{
    static const QRegularExpression names(QStringLiteral(
        "https?://\\S+|mysql://\\S+|\\bSELECT\\b.*|Read (un)?committed|Repeatable read|"
        "[a-z_]+ (count|rate|avg|min|med|max|p\\(\\d+\\))[<>=!]+\\S+|"
        "stampede-cli( [a-z0-9-]+)*|SHA-256 \\S+|Stampede [0-9.]+|\\$\\{[^}]*\\}"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z]{3,}[,.:;]? [A-Za-z]{3,}"));
    return words.match(text.remove(names)).captured();
}

} // namespace

class TestWindowLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noEnglishIsLeft_data();
    void noEnglishIsLeft();
    void runsOfPresetsAreNamedSo();
    void questionsOfQtAreKorean();
    void menuChangesTheLanguage();
    void choicesStay();
    void changeWaitsForTheRun();

private:
    void open(Language language, const QString &preset);
    void runToItsEnd();
    /// Calls `look` with every page, and every tab of the audit, on the screen.
    void onEveryPage(const std::function<void(const QString &)> &look);
    [[nodiscard]] QAction *languageAction(const QString &name) const;
    [[nodiscard]] QString words(const char *label) const
    {
        auto *elided = window().findChild<ElidedLabel *>(QLatin1String(label));
        return elided != nullptr ? elided->whole()
                                 : window().findChild<QLabel *>(QLatin1String(label))->text();
    }
    [[nodiscard]] MainWindow &window() const { return m_keeper->window(); }

    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WindowController> m_keeper;
};

void TestWindowLanguage::init() {}

void TestWindowLanguage::cleanup()
{
    m_keeper.reset();
    m_session.reset();
    m_settings.reset();
    applyLanguage(Language::English);
}

void TestWindowLanguage::open(Language language, const QString &preset)
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    QVERIFY(url.ok());
    applyLanguage(language);
    m_settings = std::make_unique<Settings>();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(url.value(), QStringList()));
    QVERIFY(m_session->load(preset, nullptr));
    m_keeper = std::make_unique<WindowController>(*m_session, *m_settings);
    window().setTheme(ThemeMode::Light);
    window().resize(1280, 800);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
}

void TestWindowLanguage::runToItsEnd()
{
    m_session->run();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 120'000);
    QVERIFY(m_session->record() != nullptr);
}

void TestWindowLanguage::onEveryPage(const std::function<void(const QString &)> &look)
{
    for (const Page page : {Page::Scenario, Page::Live, Page::HotRow, Page::Report, Page::Runs}) {
        window().showPage(page);
        QCoreApplication::processEvents();
        look(QStringLiteral("page %1").arg(static_cast<int>(page)));
    }
    for (int tab = 0; tab < kAuditTabs; ++tab) {
        window().showAuditTab(tab);
        QCoreApplication::processEvents();
        look(QStringLiteral("audit, tab %1").arg(tab));
    }
}

void TestWindowLanguage::noEnglishIsLeft_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<bool>("run");
    QTest::addColumn<bool>("inEnglish");
    QTest::newRow("before") << QStringLiteral("hundred-users") << false << false;
    QTest::newRow("held") << QStringLiteral("hundred-users") << true << false;
    QTest::newRow("broken") << QStringLiteral("open-door") << true << false;
    QTest::newRow("broken in English") << QStringLiteral("open-door") << true << true;
}

void TestWindowLanguage::noEnglishIsLeft()
{
    QFETCH(QString, preset);
    QFETCH(bool, run);
    QFETCH(bool, inEnglish);
    open(inEnglish ? Language::English : Language::Korean, preset);
    if (run) {
        runToItsEnd();
    }
    if (inEnglish) { // what was said then is said again
        languageAction(QStringLiteral("한국어"))->trigger();
        QTRY_COMPARE(currentLanguage(), Language::Korean);
    }
    QStringList left;
    onEveryPage([&](const QString &page) {
        const auto texts = test::textsOf(window());
        for (const ShownText &shown : texts) {
            if (const QString english = englishIn(shown.text); !english.isEmpty()) {
                left << QStringLiteral("%1: %2: %3")
                            .arg(page, test::pathOf(shown.widget), shown.text);
            }
        }
    });
    left.removeDuplicates();
    QVERIFY2(left.isEmpty(), qPrintable(QLatin1Char('\n') + left.join(QLatin1Char('\n'))));
}

void TestWindowLanguage::runsOfPresetsAreNamedSo()
{
    applyLanguage(Language::Korean);
    RunSummary run;
    run.scenario = QStringLiteral("Why 200 cannot happen");
    QCOMPARE(shownTitle(run), QStringLiteral("200이 나올 수 없는 이유"));
    run.name = QStringLiteral("The open door"); // somebody's own words stay
    QCOMPARE(shownTitle(run), run.name);
}

void TestWindowLanguage::questionsOfQtAreKorean()
{
    applyLanguage(Language::Korean);
    QMessageBox question;
    question.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    QCOMPARE(question.button(QMessageBox::Save)->text().left(2), QStringLiteral("저장"));
    QCOMPARE(question.button(QMessageBox::Cancel)->text().left(2), QStringLiteral("취소"));
    static const QRegularExpression latin(QStringLiteral("[a-z]{2,}"));
    QVERIFY2(!question.button(QMessageBox::Discard)->text().contains(latin),
             qPrintable(question.button(QMessageBox::Discard)->text()));
}

QAction *TestWindowLanguage::languageAction(const QString &name) const
{
    const auto menus = window().menuBar()->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == name) {
                return action;
            }
        }
    }
    return nullptr;
}

void TestWindowLanguage::menuChangesTheLanguage()
{
    open(Language::English, QStringLiteral("hundred-users"));
    runToItsEnd();
    window().showPage(Page::Audit);
    QCOMPARE(words("stripWord"), QStringLiteral("Everything held"));
    const QSize size = window().size();

    QVERIFY(languageAction(QStringLiteral("한국어")) != nullptr);
    languageAction(QStringLiteral("한국어"))->trigger();
    QTRY_COMPARE(currentLanguage(), Language::Korean);
    QCOMPARE(words("stripWord"), QStringLiteral("정합성 이상 없음"));
    QVERIFY(window().isVisible());
    QCOMPARE(window().page(), Page::Audit);
    QCOMPARE(window().size(), size);
    QCOMPARE(m_settings->language(), QStringLiteral("ko"));
    QVERIFY(languageAction(QStringLiteral("한국어"))->isChecked());

    languageAction(QStringLiteral("English"))->trigger();
    QTRY_COMPARE(currentLanguage(), Language::English);
    QCOMPARE(words("stripWord"), QStringLiteral("Everything held"));
    QCOMPARE(m_settings->language(), QStringLiteral("en"));

    // What was changed since is still what the frame is about.
    m_session->set(QStringLiteral("coupon.stock"), 7);
    QCOMPARE(words("stripWord"), QStringLiteral("Must come out"));
    languageAction(QStringLiteral("한국어"))->trigger();
    QTRY_COMPARE(currentLanguage(), Language::Korean);
    QCOMPARE(words("stripWord"), QStringLiteral("나와야 하는 값"));
}

void TestWindowLanguage::choicesStay()
{
    open(Language::English, QStringLiteral("hundred-users"));
    const auto part = [this](const char *name) {
        return window().findChild<QTabWidget *>(QLatin1String(name));
    };
    const auto filters = [this] {
        return window().findChildren<QLineEdit *>(QStringLiteral("pageFilter"));
    };
    part("runTabs")->setCurrentIndex(3);
    part("auditTabs")->setCurrentIndex(2);
    filters().constLast()->setText(QStringLiteral("held"));
    const QPoint place = window().pos();
    const MainWindow *before = &window();
    languageAction(QStringLiteral("한국어"))->trigger();
    QTRY_VERIFY(&window() != before);
    QCOMPARE(part("runTabs")->currentIndex(), 3);
    QCOMPARE(part("auditTabs")->currentIndex(), 2);
    QCOMPARE(filters().constLast()->text(), QStringLiteral("held"));
    QCOMPARE(window().pos(), place);
}

void TestWindowLanguage::changeWaitsForTheRun()
{
    open(Language::English, QStringLiteral("half-minute"));
    m_session->set(QStringLiteral("load.duration"), QStringLiteral("2s"));
    m_session->run();
    QTRY_COMPARE(m_session->phase(), Phase::Run);
    languageAction(QStringLiteral("한국어"))->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(currentLanguage(), Language::English);
    m_session->stop();
    QTRY_VERIFY_WITH_TIMEOUT(currentLanguage() == Language::Korean, 60'000);
    QCOMPARE(words("stripWord"), verdictText(*m_session->record()).word); // in Korean by now
    QVERIFY(!words("stripWord").contains(QRegularExpression(QStringLiteral("[A-Za-z]"))));
    QVERIFY(window().isVisible());
}

} // namespace tst_window_language

STAMPEDE_TEST(tst_window_language::TestWindowLanguage)
#include "tst_window_language.moc"
