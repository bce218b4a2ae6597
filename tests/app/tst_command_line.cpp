// SPDX-License-Identifier: MIT
// Proves that every word of the command line is understood or refused with what would be right.

#include "app/command_line.h"
#include "scenario/scenario_command.h"
#include "test_program.h"

#include <QTest>

namespace tst_command_line {

using namespace stampede;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void runTakesItsOptions();
    void shorthandsAreOverrides();
    void commandCanBeRepeated();
    void helpAndVersion();
    void wordsAreQuotedForAShell();
};

void TestCommandLine::refusals_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *words, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(says);
    };
    add("rum hundred-users", "The command rum is not known. Did you mean run?");
    add("run", "run needs a scenario");
    add("predict", "predict needs a scenario");
    add("run a b", "One scenario at a time: a and b were given.");
    add("run a --jsn x", "The option --jsn is not known. Did you mean --json?");
    add("run a --json", "--json needs a value: --json FILE.");
    add("run a --quiet=yes", "Unexpected value after '--quiet'.");
    add("run a --json= --quiet", "--json needs a value: --json FILE.");
    add("run a -q", "The option -q is not known.");
    add("run -- --help a", "One scenario at a time: --help and a were given.");
    add("runs -- --json", "runs takes options only; --json is none.");
    add("run a --set load.vus", "--set load.vus: expected PATH=VALUE.");
    add("run a --language kr", "--language kr is not known (en or ko).");
    add("predict a --json x", "The option --json is not known.");
    add("presets a --quiet", "The option --quiet is not known.");
    add("check-history", "check-history needs a file, or - for standard input.");
    add("check-history a b", "One file at a time: a and b were given.");
    add("check-histroy a", "The command check-histroy is not known. Did you mean check-history?");
}

void TestCommandLine::refusals()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const auto line = parseCommandLine(words.split(QLatin1Char(' ')));
    QVERIFY(!line.ok());
    QVERIFY2(line.error().startsWith(says), qPrintable(line.error()));
    QVERIFY(line.error().endsWith(QStringLiteral("See `stampede-cli --help`.")));
}

void TestCommandLine::runTakesItsOptions()
{
    const auto parsed = parseCommandLine(
        {QStringLiteral("run"), QStringLiteral("latch-100-vs-10"), QStringLiteral("--json=r.json"),
         QStringLiteral("--history"), QStringLiteral("h.jsonl"), QStringLiteral("--quiet"),
         QStringLiteral("--no-color"), QStringLiteral("--database"),
         QStringLiteral("mysql://qa@/c?socket=/s"), QStringLiteral("--allow-host"),
         QStringLiteral("a"), QStringLiteral("--allow-host=b"), QStringLiteral("--out"),
         QStringLiteral("report"), QStringLiteral("--log"), QStringLiteral("l.log")});
    QVERIFY(parsed.ok());
    const CommandLine &line = parsed.value();
    QCOMPARE(line.command, Command::Run);
    QCOMPARE(line.scenario, QStringLiteral("latch-100-vs-10"));
    QCOMPARE(line.output.json, QStringLiteral("r.json"));
    QCOMPARE(line.output.history, QStringLiteral("h.jsonl"));
    QCOMPARE(line.output.folder, QStringLiteral("report"));
    QCOMPARE(line.log, QStringLiteral("l.log"));
    QVERIFY(line.quiet && line.noColor);
    QCOMPARE(line.allowedHosts, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(line.database, QStringLiteral("mysql://qa@/c?socket=/s"));
}

void TestCommandLine::shorthandsAreOverrides()
{
    const auto parsed =
        parseCommandLine({QStringLiteral("predict"), QStringLiteral("x"), QStringLiteral("--vus"),
                          QStringLiteral("5"), QStringLiteral("--set=coupon.name=a=b"),
                          QStringLiteral("--seed"), QStringLiteral("9")});
    QVERIFY(parsed.ok());
    const QList<Override> &overrides = parsed.value().overrides;
    QCOMPARE(overrides.size(), 3);
    QCOMPARE(overrides[0].path, QStringLiteral("load.vus"));
    QCOMPARE(overrides[1].path, QStringLiteral("coupon.name"));
    QCOMPARE(overrides[1].value, QStringLiteral("a=b"));
    QCOMPARE(overrides[2].path, QStringLiteral("seed"));
}

void TestCommandLine::commandCanBeRepeated()
{
    const auto parsed = parseCommandLine({QStringLiteral("run"), QStringLiteral("x"),
                                          QStringLiteral("--json"), QStringLiteral("r"),
                                          QStringLiteral("--vus=5"), QStringLiteral("--quiet")});
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value().again, QStringList({QStringLiteral("run"), QStringLiteral("x"),
                                                QStringLiteral("--vus"), QStringLiteral("5")}));
    // A file whose name looks like an option.
    const QStringList strange = {QStringLiteral("run"), QStringLiteral("--seed"),
                                 QStringLiteral("3"), QStringLiteral("--"),
                                 QStringLiteral("-x.stampede.json")};
    const auto line = parseCommandLine(strange);
    QVERIFY(line.ok());
    QCOMPARE(line.value().scenario, strange.constLast());
    QCOMPARE(line.value().again, strange);
    QCOMPARE(parseCommandLine(line.value().again).value().scenario, strange.constLast());
}

void TestCommandLine::helpAndVersion()
{
    QCOMPARE(parseCommandLine({}).value().command, Command::Help);
    const auto help = parseCommandLine({QStringLiteral("predict"), QStringLiteral("--help")});
    QCOMPARE(help.value().helpFor, QStringLiteral("predict"));
    QVERIFY(helpText(QStringLiteral("predict")).contains(QStringLiteral("--set PATH=VALUE")));
    QVERIFY(!helpText(QStringLiteral("predict")).contains(QStringLiteral("--json")));
    QVERIFY(helpText().contains(QStringLiteral("--json FILE")));
    const QString checking = helpText(QStringLiteral("check-history"));
    QVERIFY(checking.contains(QStringLiteral("check-history FILE|-")));
    QVERIFY(!checking.contains(QStringLiteral("--set")));
    QCOMPARE(
        parseCommandLine({QStringLiteral("check-history"), QStringLiteral("-")}).value().history,
        QStringLiteral("-"));
    // Where it is the value of an option, or stands behind --, nobody asked for help.
    for (const char *words : {"run x --json --help", "run x --set coupon.name=--help",
                              "run --json r -- --help", "compare -- a --help"}) {
        const auto line = parseCommandLine(QString::fromLatin1(words).split(QLatin1Char(' ')));
        QVERIFY2(line.ok(), words);
        QVERIFY2(line.value().command != Command::Help, words);
    }
    for (const char *words : {"--help", "-h", "--language ko --help", "run --bogus --help"}) {
        const auto line = parseCommandLine(QString::fromLatin1(words).split(QLatin1Char(' ')));
        QVERIFY2(line.ok(), words);
        QCOMPARE(line.value().command, Command::Help);
    }
    QCOMPARE(parseCommandLine({QStringLiteral("--version")}).value().command, Command::Version);
}

void TestCommandLine::wordsAreQuotedForAShell()
{
    QCOMPARE(shellWord(QStringLiteral("load.vus=5")), QStringLiteral("load.vus=5"));
    QCOMPARE(shellWord(QStringLiteral("it's here")), QStringLiteral("'it'\\''s here'"));
    QCOMPARE(shellWord(QString()), QStringLiteral("''"));
    QCOMPARE(shellWord(QStringLiteral("a?socket=b")), QStringLiteral("'a?socket=b'"));
}

} // namespace tst_command_line

STAMPEDE_TEST(tst_command_line::TestCommandLine)
#include "tst_command_line.moc"
