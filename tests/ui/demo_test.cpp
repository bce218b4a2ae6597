// SPDX-License-Identifier: MIT
#include "demo_test.h"

namespace stampede::test {

void DemoTest::open(const QString &url)
{
    const auto parsed = parseDatabaseUrl(url);
    QVERIFY(parsed.ok());
    m_window.reset();
    m_session =
        std::make_unique<Session>(std::make_shared<DatabaseHost>(parsed.value(), QStringList()));
    QVERIFY(m_session->load(QStringLiteral("sold-out"), nullptr));
    m_window = std::make_unique<MainWindow>(*m_session);
    m_window->setTheme(ThemeMode::Light);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DemoTest::init()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    open(QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
}

void DemoTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void DemoTest::openStep(int step) const
{
    m_window->openDemo();
    demo().jumpTo(step);
    QCOMPARE(demo().step(), step);
    QCOMPARE(demo().state(), Demo::State::Before);
}

void DemoTest::checkCard() const
{
    static const QRegularExpression gap(QStringLiteral("%\\d|\\{|\\}"));
    for (const char *label : {"demoTitle", "demoWords", "demoMeaning", "demoLedger"}) {
        QVERIFY2(!gap.match(words(label)).hasMatch(), qPrintable(words(label)));
    }
    QVERIFY(!words("demoTitle").isEmpty());
    QVERIFY(!words("demoWords").isEmpty());
}

void DemoTest::checkAfter(int step) const
{
    checkCard();
    const QString after = words("demoWords");
    const QStringList beginnings = {
        QStringLiteral("1 issued, 1,095 already issued, 199 left. A load tester reports 99.9 % "
                       "failed. The audit has no finding."),
        QStringLiteral("100 issued, 996 already issued, 100 left. The data is right, the "
                       "expectation was not."),
        QStringLiteral("10, 90, 0 left: "),
        QString(), // how many hold one depends on who meets whom
        QStringLiteral("1,096 issued. A load tester reports 0 % failed: the best result of the "
                       "five, and the worst run. 896 coupons too many, 100 people hold more than "
                       "one, one person holds "),
    };
    const QStringList meanings = {
        QStringLiteral("The rate was high because one person may hold one coupon. Nothing was "
                       "broken."),
        QStringLiteral("A load tester would have told you after the run that a check failed. It "
                       "could not have told you that it had to."),
        QStringLiteral("That queue is what protects you, and it is what you pay for."),
        QStringLiteral("No error was raised. Only counting the rows shows it."),
        QStringLiteral("Step 1 looked broken and was right. Step 5 looks perfect and is not. The "
                       "difference is not in the answers. It is in the rows."),
    };
    QVERIFY2(after.startsWith(beginnings[step]), qPrintable(after));
    if (step == 3) {
        static const QRegularExpression holders(
            QStringLiteral("^(\\d+) people hold one of 10 coupons\\."));
        const auto found = holders.match(after);
        QVERIFY2(found.hasMatch() && found.captured(1).toInt() > 10, qPrintable(after));
    }
    QCOMPARE(words("demoMeaning"), meanings[step]);
    QVERIFY(words("demoLedger").contains(step < 3 ? u'=' : u'≠'));
}

} // namespace stampede::test
