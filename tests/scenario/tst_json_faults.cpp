// SPDX-License-Identifier: MIT
// Proves: broken JSON is refused with the line and column of the first fault and what was expected
// there, and hostile or damaged files are refused without harm.

#include "scenario_fixture.h"
#include "test_program.h"

#include <QtTest>

#include <random>

namespace tst_json_faults {

using namespace stampede;

class JsonFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlaceOfBrokenJson_data();
    void findsThePlaceOfBrokenJson();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void namesAtMostAHundredFaults();
    void survivesDamagedFiles();
};

void JsonFaults::findsThePlaceOfBrokenJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &json, const char *fault) {
        QTest::newRow(name) << json << QStringLiteral("s.json:") + QString::fromUtf8(fault);
    };
    row("empty", "", "1:1: expected { (a scenario is a JSON object)");
    row("a list", "[1]", "1:1: expected { (a scenario is a JSON object)");
    row("never closed", "{", "1:2: expected a key in quotes, or }");
    row("key without quotes", "{\n  schema: 1 }", "2:3: expected a key in quotes, or }");
    row("comma at the end", "{\"a\": 1,\n}", "2:1: expected a key in quotes");
    row("no comma", "{\"a\": 1\n \"b\": 2}", "2:2: expected , or }");
    row("no colon", "{\"a\" 1}", "1:6: expected : after the key");
    row("no value", "{\"a\": }", "1:7: expected a value");
    row("two colons", "{\"a\":: 1}", "1:6: expected a value");
    row("unknown word", "{\"a\": tru}", "1:10: expected a value");
    row("NaN", "{\"a\": NaN}", "1:7: expected a value");
    row("single quotes", "{\"a\": 'b'}", "1:7: expected a value");
    row("comment", "{\"a\":\n// no\n1}", "2:1: expected a value");
    row("list not closed", "{\"a\": [1, 2}", "1:12: expected , or ]");
    row("comma in a list", "{\"a\": [1, ]}", "1:11: expected a value");
    row("empty element", "{\"a\": [, 1]}", "1:8: expected a value, or ]");
    row("text not closed", "{\"a\": \"b", "1:9: expected \" at the end of the text");
    row("line end in a text", "{\"a\": \"b\nc\"}", "1:9: expected \" at the end of the text");
    row("control character", "{\"a\": \"b\x01\"}",
        "1:9: expected a printable character, or one written as \\uXXXX");
    row("bad escape", "{\"a\": \"\\q\"}", "1:8: expected one of \" \\ / b f n r t u");
    row("bad code", "{\"a\": \"\\u12G4\"}", "1:8: expected four hexadecimal digits after \\u");
    row("half a character", R"({"a": "\ud83d"})",
        "1:8: expected both halves of a character written as \\uXXXX");
    row("leading zero", "{\"a\": 01}", "1:8: expected , or }");
    row("no digit", "{\"a\": -}", "1:8: expected a value");
    row("no fraction", "{\"a\": 1.}", "1:9: expected a digit");
    row("no exponent", "{\"a\": 1e}", "1:9: expected a digit");
    row("number too large", "{\"a\": 1e400}", "1:7: expected a number of ordinary size");
    row("something behind", "{\"a\": 1}\n\n x", "3:2: expected nothing after the last }");
    row("a key twice", "{\"a\": 1, \"a\": 2}",
        "1:10: expected another key, because \"a\" was given already");
    row("a key twice, written otherwise", "{\"seed\": 1, \"se\\u0065d\": 2}",
        "1:13: expected another key, because \"se\\u0065d\" was given already");
    row("columns are characters", "{\"né€😀\": x}", "1:10: expected a value");
    row("byte order mark", "\xEF\xBB\xBF{x", "1:2: expected a key in quotes, or }");
    row("not UTF-8 in a text", "{\"a\": \"\xFF\"}", "1:8: expected text in UTF-8");
    row("not UTF-8 elsewhere", "{\xFF}", "1:2: expected a key in quotes, or }");
    row("zero byte", QByteArray("{}\0", 3), "1:3: expected nothing after the last }");
    row("too deep", "{\"a\":" + QByteArray(100'000, '['), "1:69: expected at most 64 levels");
}

void JsonFaults::findsThePlaceOfBrokenJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    QCOMPARE(joined(faultsOf(json)), fault);
}

void JsonFaults::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("10 MB") << QByteArray(10'000'000, ' ');
    QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(150'000);
    QTest::newRow("long number") << scenarioWith(
        ("\"seed\":" + QByteArray(900'000, '9')).constData());
    QTest::newRow("long text") << scenarioWith(
        ("\"name\":\"" + QByteArray(900'000, 'x') + '"').constData());
    QTest::newRow("long key") << scenarioWith(
        ('"' + QByteArray(900'000, 'x') + "\":1").constData());
}

void JsonFaults::refusesHostileFiles()
{
    QFETCH(QByteArray, json);
    const QStringList faults = faultsOf(json);
    QCOMPARE(faults.size(), 1);
    QVERIFY2(faults.first().size() < 300, qPrintable(faults.first().left(400)));
}

void JsonFaults::namesAtMostAHundredFaults()
{
    QByteArray members = R"("load":{"vus":0})";
    for (int i = 0; i < 5'000; ++i) {
        members += ",\"k" + QByteArray::number(i) + "\":1";
    }
    const QStringList faults = faultsOf(scenarioWith(members));
    QCOMPARE(faults.size(), 101);
    QCOMPARE(faults.last(), QStringLiteral("s.json: 4901 more faults"));
}

void JsonFaults::survivesDamagedFiles()
{
    constexpr std::uint32_t kSeed = 7;
    qInfo("seed %u", kSeed);
    std::mt19937 random(kSeed);
    const QByteArray good = scenarioWith(R"("name":"né","seed":42,"load":{"vus":10,"duration":"1m"},
        "thresholds":{"issued":["count==1"]},"service":{"layers":{"rowLock":false}})");
    QVERIFY(faultsOf(good).isEmpty());
    int refused = 0;
    const auto below = [&random](qsizetype limit) {
        return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random);
    };
    for (int i = 0; i < 20'000; ++i) {
        QByteArray damaged = good;
        for (qsizetype hits = below(3) + 1; hits > 0; --hits) {
            damaged[below(good.size())] = static_cast<char>(below(256));
        }
        if (below(2) == 0) {
            damaged.truncate(below(good.size()));
        }
        const QStringList faults = faultsOf(damaged);
        refused += faults.isEmpty() ? 0 : 1;
        for (const QString &fault : faults) {
            QVERIFY2(fault.startsWith(QLatin1String("s.json:")), qPrintable(fault));
            QVERIFY2(!fault.contains(QLatin1Char('\n')), qPrintable(fault));
        }
    }
    QVERIFY(refused > 15'000);
}

} // namespace tst_json_faults

STAMPEDE_TEST(tst_json_faults::JsonFaults)
#include "tst_json_faults.moc"
