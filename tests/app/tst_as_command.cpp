// SPDX-License-Identifier: MIT
// Proves that a scenario as a command line runs the same scenario: the line goes through a shell
// and the command line's own reader, for every preset, every load model, every strategy, a service
// over HTTP and a file whose path has blanks; that `--set PATH=` takes a setting away; and that
// what no command line can say is refused with why.

#include "app/command_line.h"
#include "scenario/presets.h"
#include "scenario/scenario_command.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_as_command {

using namespace stampede;

class TestAsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTheSame_data();
    void runsTheSame();
    void aFileWithBlanks();
    void nothingTakesAway_data();
    void nothingTakesAway();
    void isRefused_data();
    void isRefused();

private:
    /// The words that a shell makes of a line.
    static QStringList throughAShell(const QString &line)
    {
        QProcess shell;
        shell.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
             QStringLiteral("for word in %1; do printf '%s\\0' \"$word\"; done").arg(line)});
        if (!shell.waitForFinished() || shell.exitCode() != 0) {
            qFatal("no shell");
        }
        QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
        words.removeLast(); // after the last end
        return words;
    }
    /// What the line runs, or an empty object with a message.
    static QJsonObject runBy(const QString &line)
    {
        const QStringList words = throughAShell(line);
        if (words.value(0) != QLatin1String("stampede-cli")) {
            return {};
        }
        const auto read = parseCommandLine(words.mid(1));
        if (!read || read.value().command != Command::Run) {
            qWarning("%s", qPrintable(read ? QString() : read.error()));
            return {};
        }
        const auto scenario = loadScenario(read.value().scenario, read.value().overrides);
        if (!scenario) {
            qWarning("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
            return {};
        }
        return scenarioToJson(scenario.value());
    }
    static QJsonObject withPreset(const char *preset,
                                  const QList<QPair<QString, QString>> &overrides)
    {
        QList<Override> all;
        for (const auto &[path, value] : overrides) {
            all << Override{path, value};
        }
        const auto scenario = loadScenario(QString::fromLatin1(preset), all);
        if (!scenario) {
            qFatal("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
        }
        return scenarioToJson(scenario.value());
    }
    static Scenario scenarioOf(const QJsonObject &json)
    {
        auto read = readScenario(QJsonDocument(json).toJson(), QStringLiteral("scenario"));
        if (!read) {
            qFatal("%s", qPrintable(read.error().join(QLatin1Char('\n'))));
        }
        return std::move(read).value();
    }
};

/// Each row: what the window began with, and what was made of it.
void TestAsCommand::runsTheSame_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QJsonObject>("wanted");
    const QList<Preset> all = presets();
    // Every preset from every other one, so that settings come, go and differ.
    for (const Preset &base : all) {
        for (const Preset &wanted : all) {
            const auto scenario = loadScenario(wanted.id);
            QTest::addRow("%s from %s", qPrintable(wanted.id), qPrintable(base.id))
                << base.id << scenarioToJson(scenario.value());
        }
    }
    const std::pair<const char *, QList<QPair<QString, QString>>> models[] = {
        {"burst", {}},
        {"per-vu-iterations", {{QStringLiteral("load.iterations"), QStringLiteral("3")}}},
        {"shared-iterations", {{QStringLiteral("load.iterations"), QStringLiteral("77")}}},
        {"constant-vus", {{QStringLiteral("load.thinkTime"), QStringLiteral("5ms")}}},
        {"ramping-vus", {{QStringLiteral("load.stages"), QStringLiteral("2s:10, 1s:0")}}},
        {"constant-arrival-rate", {{QStringLiteral("load.rate"), QStringLiteral("12.5")}}},
        {"ramping-arrival-rate",
         {{QStringLiteral("load.stages"), QStringLiteral("2s:10, 1s:0")},
          {QStringLiteral("load.rate"), QStringLiteral("4")}}}};
    for (const Preset &base : all) {
        for (const auto &[model, more] : models) {
            QList<QPair<QString, QString>> settings = {
                {QStringLiteral("load"), QString()},
                {QStringLiteral("load.model"), QString::fromLatin1(model)},
                {QStringLiteral("load.vus"), QStringLiteral("9")}};
            if (qstrncmp(model, "ramping", 7) != 0) {
                settings.append({QStringLiteral("load.duration"), QStringLiteral("4s")});
            }
            settings += more;
            QTest::addRow("%s from %s", model, qPrintable(base.id))
                << base.id << withPreset("single-user", settings);
        }
        for (const StrategyKind strategy : kAllStrategies) {
            QTest::addRow("%s from %s", qPrintable(strategyKey(strategy)), qPrintable(base.id))
                << base.id
                << withPreset("hundred-users",
                              {{QStringLiteral("service.layers"), QString()},
                               {QStringLiteral("service.strategy"), strategyKey(strategy)},
                               {QStringLiteral("service.pause"), QStringLiteral("2ms")}});
        }
        const QList<QPair<QString, QString>> http = {
            {QStringLiteral("service"), QString()},
            {QStringLiteral("faults"), QString()},
            {QStringLiteral("target.kind"), QStringLiteral("http")},
            {QStringLiteral("target.url"),
             QStringLiteral("http://127.0.0.1:8080/a b/{couponId}?x='y'&z=\"1\"")},
            {QStringLiteral("target.couponId"), QStringLiteral("007")},
            {QStringLiteral("target.headers"),
             QStringLiteral(
                 "{\"Authorization\":\"Bearer ${env:TOKEN}\",\"X-It's\":\"a $HOME `b`\"}")},
            {QStringLiteral("target.body"), QStringLiteral("{\"userId\": {userId}, \n\"n\": 1}")},
            {QStringLiteral("target.classify"),
             QStringLiteral("[{\"status\":201,\"outcome\":\"issued\"}]")}};
        QTest::addRow("http from %s", qPrintable(base.id))
            << base.id << withPreset("single-user", http);
    }
    QTest::newRow("words that look like JSON")
        << QStringLiteral("hundred-users")
        << withPreset(
               "hundred-users",
               {{QStringLiteral("name"), QStringLiteral("\"\\\"quoted\\\"\"")},
                {QStringLiteral("coupon.name"), QStringLiteral("12")},
                {QStringLiteral("about.system"), QStringLiteral("\"true\"")},
                {QStringLiteral("about.purpose"), QStringLiteral("two\nlines, 'one' of them")},
                {QStringLiteral("thresholds"), QString()},
                {QStringLiteral("thresholds.issued"),
                 QStringLiteral("[\"count==1\",\"count>0\"]")}});
}

void TestAsCommand::runsTheSame()
{
    QFETCH(const QString, base);
    QFETCH(const QJsonObject, wanted);
    const auto words = commandTo(scenarioOf(wanted), base);
    QVERIFY2(words.ok(), words.ok() ? "" : qPrintable(words.error().why));
    const QString line = shellLine(words.value());
    const QJsonObject made = runBy(line);
    QVERIFY2(made == wanted, qPrintable(line));
}

void TestAsCommand::aFileWithBlanks()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("spring's 2nd sale.stampede.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema":"stampede.scenario/1","load":{"model":"burst","vus":3}})");
    file.close();
    auto read = loadScenario(path);
    QVERIFY(read.ok());
    Scenario scenario = read.value();
    scenario.load.vus = 4;
    const auto words = commandTo(scenario, path);
    QVERIFY(words.ok());
    QCOMPARE(words.value().mid(3),
             QStringList({QStringLiteral("--set"), QStringLiteral("load.vus=4")}));
    QCOMPARE(runBy(shellLine(words.value())), scenarioToJson(scenario));
}

void TestAsCommand::nothingTakesAway_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a setting") << QStringLiteral("target.body");
    QTest::newRow("a group") << QStringLiteral("about");
    QTest::newRow("the limits of a metric") << QStringLiteral("thresholds.issued");
    QTest::newRow("every limit") << QStringLiteral("thresholds");
}

void TestAsCommand::nothingTakesAway()
{
    QFETCH(const QString, path);
    const QByteArray json = R"({"schema":"stampede.scenario/1","name":"n","coupon":{"stock":5},
        "target":{"kind":"http","url":"http://127.0.0.1/","body":"x"},"about":{"system":"s"},
        "thresholds":{"issued":["count==1"],"requests":["count>0"]}})";
    const auto before = readScenario(json, QStringLiteral("f"));
    const auto after = readScenario(json, QStringLiteral("f"), {{path, QString()}});
    QVERIFY2(after.ok(), after.ok() ? "" : qPrintable(after.error().join(QLatin1Char('\n'))));
    QJsonObject without = QJsonDocument::fromJson(json).object();
    QJsonObject group = without[path.section(QLatin1Char('.'), 0, 0)].toObject();
    if (path.contains(QLatin1Char('.'))) {
        group.remove(path.section(QLatin1Char('.'), 1));
        without[path.section(QLatin1Char('.'), 0, 0)] = group;
    } else {
        without.remove(path);
    }
    const auto expected = readScenario(QJsonDocument(without).toJson(), QStringLiteral("f"));
    QCOMPARE(scenarioToJson(after.value()), scenarioToJson(expected.value()));
    QVERIFY(scenarioToJson(after.value()) != scenarioToJson(before.value()));
    QVERIFY(
        !readScenario(json, QStringLiteral("f"), {{QStringLiteral("load.vuss"), QString()}}).ok());
}

void TestAsCommand::isRefused_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("fileHelps");
    const QString preset = QStringLiteral("hundred-users");
    QTest::newRow("a secret") << preset << QStringLiteral("X-Api-Key") << QString()
                              << QStringLiteral("target.headers.X-Api-Key holds a secret") << false;
    QTest::newRow("too long") << preset << QStringLiteral("Accept")
                              << QString(40'000, QChar(0xac00))
                              << QStringLiteral("longer than a command line may be") << true;
    QTest::newRow("nothing to begin with")
        << QStringLiteral("/nowhere/at all.json") << QStringLiteral("Accept") << QString()
        << QStringLiteral("cannot be read any more") << true;
}

void TestAsCommand::isRefused()
{
    QFETCH(const QString, base);
    QFETCH(const QString, header);
    QFETCH(const QString, body);
    QFETCH(const QString, why);
    QFETCH(const bool, fileHelps);
    Scenario scenario = scenarioOf(withPreset(
        "single-user", {{QStringLiteral("service"), QString()},
                        {QStringLiteral("target.kind"), QStringLiteral("http")},
                        {QStringLiteral("target.url"), QStringLiteral("http://127.0.0.1/")}}));
    scenario.target.headers.append({header, QStringLiteral("s3cret")});
    if (!body.isEmpty()) {
        scenario.target.body = body;
    }
    const auto words = commandTo(scenario, base);
    QVERIFY(!words.ok());
    QVERIFY2(words.error().why.contains(why), qPrintable(words.error().why));
    QVERIFY(!words.error().why.contains(QStringLiteral("s3cret")));
    QCOMPARE(words.error().fileHelps, fileHelps);
}

} // namespace tst_as_command

STAMPEDE_TEST(tst_as_command::TestAsCommand)
#include "tst_as_command.moc"
