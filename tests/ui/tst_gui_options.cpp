// SPDX-License-Identifier: MIT
// Proves that the window's command line is understood, or refused with what is wrong.

#include "app/gui_options.h"
#include "test_program.h"

#include <QTest>

namespace tst_gui_options {

using namespace stampede;

class TestGuiOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOptionIsTaken();
    void refusals_data();
    void refusals();
};

void TestGuiOptions::everyOptionIsTaken()
{
    const auto parsed = parseGuiOptions(
        QStringLiteral("stampede open-door --run --quit-when-done --screenshots shots "
                       "--screenshots-during --size "
                       "1920x1080 --theme dark --log l --database mysql://a@/d?socket=/s")
            .split(QLatin1Char(' ')));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error()));
    const GuiOptions &options = parsed.value();
    QCOMPARE(options.scenario, QStringLiteral("open-door"));
    QVERIFY(options.run && options.quitWhenDone && options.screenshotsDuring);
    QCOMPARE(options.screenshots, QStringLiteral("shots"));
    QVERIFY(options.size == QSize(1920, 1080));
    QVERIFY(options.theme == ThemeMode::Dark);
    QVERIFY(!options.remembers());
    QCOMPARE(options.log, QStringLiteral("l"));
    QCOMPARE(options.database.socket, QStringLiteral("/s"));
}

void TestGuiOptions::refusals_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("two") << QStringLiteral("a b")
                         << QStringLiteral("One scenario at a time: a and b");
    QTest::newRow("size") << QStringLiteral("--size big")
                          << QStringLiteral("--size big: expected WIDTHxHEIGHT");
    QTest::newRow("theme") << QStringLiteral("--theme pink")
                           << QStringLiteral("--theme pink is not known");
    QTest::newRow("language") << QStringLiteral("--language kr")
                              << QStringLiteral("--language kr is not known (en or ko).");
    QTest::newRow("flag") << QStringLiteral("--fast") << QStringLiteral("Unknown option 'fast'");
    QTest::newRow("during what") << QStringLiteral("--screenshots-during --run")
                                 << QStringLiteral(
                                        "--screenshots-during needs --screenshots DIR and --run");
    QTest::newRow("demo and run") << QStringLiteral("--demo --run")
                                  << QStringLiteral("--demo and --run exclude each other");
    QTest::newRow("password") << QStringLiteral("--database mysql://a:geheim@h/d")
                              << QStringLiteral("");
}

void TestGuiOptions::refusals()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const auto parsed =
        parseGuiOptions(QStringList{QStringLiteral("stampede")} + words.split(QLatin1Char(' ')));
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().contains(says), qPrintable(parsed.error()));
    QVERIFY(!parsed.error().contains(QStringLiteral("geheim")));
}

} // namespace tst_gui_options

STAMPEDE_TEST(tst_gui_options::TestGuiOptions)
#include "tst_gui_options.moc"
