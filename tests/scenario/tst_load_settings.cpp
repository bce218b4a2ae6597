// SPDX-License-Identifier: MIT
// Proves: a file of people is read as RFC 4180 says and refused with the line where it is not;
// stages are read in both forms; a ramp and a rate say how many requests they bring; and a file
// beside the scenario is found wherever the program runs.

#include "prediction/prediction.h"
#include "scenario/scenario_reader.h"
#include "scenario/stages.h"
#include "scenario/user_file.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_load_settings {

using namespace stampede;
using namespace std::chrono_literals;

namespace {

Scenario scenarioOf(const QByteArray &load, const QByteArray &rest = {})
{
    const auto read = readScenario(R"({"schema":"stampede.scenario/1","load":)" + load + rest + "}",
                                   QStringLiteral("s.json"));
    if (!read) {
        qWarning("%s", qPrintable(read.error().join(QLatin1Char('\n'))));
    }
    return read ? read.value() : Scenario{};
}

} // namespace

class LoadSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPeople();
    void readsPeopleWhoAreTexts_data();
    void readsPeopleWhoAreTexts();
    void manyPeopleCostTheirBytes();
    void refusesPeople_data();
    void refusesPeople();
    void refusesADevice();
    void readsStages();
    void countsWhatIsDue_data();
    void countsWhatIsDue();
    void findsTheFileBesideTheScenario();
    void aRampBeginsWithOne();
};

void LoadSettingsTest::readsPeople()
{
    const auto file = UserFile::parse("\xEF\xBB\xBFname,userId,token\r\n"
                                      "\"Kim, \"\"Q\"\"\",7, t1 \r\n"
                                      "\n"
                                      "\"two\nlines\",3,\r\n"
                                      "last,7,x");
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error()));
    const UserFile &people = *file.value();
    QCOMPARE(people.columns(), QStringList({QStringLiteral("name"), QStringLiteral("userId"),
                                            QStringLiteral("token")}));
    QCOMPARE(people.rows(), std::size_t{3});
    QCOMPARE(people.userAt(0), std::int64_t{7});
    QCOMPARE(people.userAt(1), std::int64_t{3});
    QCOMPARE(people.value(0, QStringLiteral("name")).toByteArray(), QByteArray("Kim, \"Q\""));
    QCOMPARE(people.value(0, QStringLiteral("token")).toByteArray(), QByteArray("t1"));
    QCOMPARE(people.value(1, QStringLiteral("name")).toByteArray(), QByteArray("two\nlines"));
    QCOMPARE(people.value(1, QStringLiteral("token")).toByteArray(), QByteArray());
    QCOMPARE(people.value(2, QStringLiteral("token")).toByteArray(), QByteArray("x"));
    QCOMPARE(people.value(2, QStringLiteral("nothing")).toByteArray(), QByteArray());
    QCOMPARE(people.largestUser(), std::int64_t{7});
    QCOMPARE(people.people(), std::int64_t{2});
}

void LoadSettingsTest::readsPeopleWhoAreTexts_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<qint64>>("asking");
    const auto row = [](const char *name, const QByteArray &csv,
                        std::initializer_list<const char *> people, const QList<qint64> &asking) {
        QStringList names;
        for (const char *person : people) {
            names << QString::fromUtf8(person);
        }
        QTest::newRow(name) << csv << names << asking;
    };
    row("e-mail addresses in the first column", "mail,token\nkim@x.org,a\nlee@x.org,b\n",
        {"kim@x.org", "lee@x.org"}, {1, 2});
    row("a column userId that is not the first", "a,userId\n1,x\n2,y\n", {"x", "y"}, {1, 2});
    row("a leading zero", "userId\n01012345678\n", {"01012345678"}, {1});
    row("the last row only", "userId\n70\n3\n70\nthree\n3\n", {"70", "3", "three"},
        {1, 2, 1, 3, 2});
    row("somebody twice", "userId\nkim\nlee\nkim\n", {"kim", "lee"}, {1, 2, 1});
    row("beyond 63 bits", "userId\n9223372036854775807\n9223372036854775808\n",
        {"9223372036854775807", "9223372036854775808"}, {1, 2});
    row("zero and a sign", "userId\n0\n+7\n-7\n", {"0", "+7", "-7"}, {1, 2, 3});
    row("Korean, quoted", "이름\n\"김, 철수\"\n", {"김, 철수"}, {1});
}

void LoadSettingsTest::readsPeopleWhoAreTexts()
{
    QFETCH(QByteArray, csv);
    QFETCH(QStringList, names);
    QFETCH(QList<qint64>, asking);
    const auto file = UserFile::parse(csv);
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error()));
    const UserFile &people = *file.value();
    QVERIFY(!people.areNumbers());
    QCOMPARE(people.people(), names.size());
    QCOMPARE(people.rows(), static_cast<std::size_t>(asking.size()));
    for (qsizetype i = 0; i < names.size(); ++i) {
        QCOMPARE(QString::fromUtf8(people.nameOf(i + 1)), names[i]);
        QCOMPARE(people.personNamed(names[i].toUtf8()), std::optional<std::int64_t>(i + 1));
    }
    for (qsizetype i = 0; i < asking.size(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        QCOMPARE(people.userAt(row), asking[i]);
        const QString column = people.columns()[people.personColumn()];
        QCOMPARE(people.value(row, column), people.nameOf(asking[i]));
    }
    QVERIFY(people.nameOf(0).isEmpty() && people.nameOf(names.size() + 1).isEmpty());
    QVERIFY(!people.personNamed("nobody"));
}

void LoadSettingsTest::manyPeopleCostTheirBytes()
{
    constexpr int kMany = 200'000;
    QByteArray csv("mail,token\n");
    for (int i = 0; i < kMany; ++i) {
        csv += "person+" + QByteArray::number(i * 7919LL % kMany) + "@example.org,t\n";
    }
    const auto file = UserFile::parse(csv);
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error()));
    QCOMPARE(file.value()->people(), std::int64_t{kMany});
    for (const int row : {0, 1, kMany / 2, kMany - 1}) {
        const QByteArray name =
            "person+" + QByteArray::number(row * 7919LL % kMany) + "@example.org";
        QCOMPARE(file.value()->personNamed(name), std::optional<std::int64_t>(row + 1));
    }
}

void LoadSettingsTest::refusesPeople_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("fault");
    const auto row = [](const QByteArray &csv, const char *fault) {
        QTest::newRow(fault) << csv << QString::fromUtf8(fault);
    };
    row("", "line 1: must be a header that names the columns (got nothing)");
    row("userId\n", "has a header but nobody in it");
    row("userId,a\n1,x\n\n2\n", "line 4: must have 2 values as the header has (got 1)");
    row("name,a\n,x\n", "line 2: name must be a text of 1 to 255 bytes (got 0)");
    row("userId\n7\n" + QByteArray(256, 'x'),
        "line 3: userId must be a text of 1 to 255 bytes (got 256)");
    row("userId,a\n1,\"x\n", "line 2: a quoted value has no end");
    row("userId,a\n1,\"x\"y\n",
        "line 2: after a quoted value must come a comma or the end of the line");
    row("userId\n\xff\n", "is not UTF-8 text");
}

void LoadSettingsTest::refusesPeople()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, fault);
    const auto file = UserFile::parse(csv);
    QVERIFY(!file);
    QCOMPARE(file.error(), fault);
}

void LoadSettingsTest::refusesADevice()
{
    const auto endless = UserFile::read(QStringLiteral("/dev/zero"));
    QVERIFY(!endless);
    QCOMPARE(endless.error(), QStringLiteral("is no ordinary file"));
}

void LoadSettingsTest::readsStages()
{
    const QList<Stage> stages{{10s, 100}, {500ms, 2.5}, {0s, 0}};
    QCOMPARE(readStages(QStringLiteral(" 10s:100, 500ms : 2.5,0s:0 ")).value(), stages);
    QCOMPARE(readStages(stagesToJson(stages)).value(), stages);
    QCOMPARE(stagesText(stages), QStringLiteral("10s:100, 500ms:2.5, 0s:0"));
    QCOMPARE(stagesText(stagesToJson(stages)), QStringLiteral("10s:100, 500ms:2.5, 0s:0"));
    QCOMPARE(stagesText(QJsonValue(QStringLiteral("half typed"))), QStringLiteral("half typed"));
}

void LoadSettingsTest::countsWhatIsDue_data()
{
    QTest::addColumn<QByteArray>("load");
    QTest::addColumn<qint64>("requests");
    QTest::addColumn<qint64>("lengthMs");
    QTest::addColumn<int>("vus");
    const auto row = [](const QByteArray &load, qint64 requests, qint64 lengthMs, int vus) {
        QTest::newRow(load) << load << requests << lengthMs << vus;
    };
    row(R"({"model":"constant-arrival-rate","rate":60,"duration":"30s"})", 1800, 30'000, 100);
    row(R"({"model":"constant-arrival-rate","rate":0.1,"duration":"5s"})", 1, 5'000, 100);
    row(R"({"model":"ramping-arrival-rate","stages":"10s:100, 10s:100, 5s:0"})", 1750, 25'000, 100);
    row(R"({"model":"ramping-arrival-rate","rate":50,"stages":"0s:100, 1s:100"})", 100, 1'000, 100);
    row(R"({"model":"ramping-vus","vus":5,"stages":"1s:20, 1s:0"})", -1, 2'000, 20);
    row(R"({"model":"ramping-vus","vus":50,"stages":"1s:20"})", -1, 1'000, 50);
}

void LoadSettingsTest::countsWhatIsDue()
{
    QFETCH(QByteArray, load);
    const Scenario scenario = scenarioOf(load);
    QTEST(qint64(scenario.plannedRequests()), "requests");
    QTEST(qint64(scenario.loadLength() / 1ms), "lengthMs");
    QTEST(scenario.mostVus(), "vus");
    const Prediction prediction = predict(scenario, 0);
    QCOMPARE(prediction.requests.exact(), scenario.plannedRequests() >= 0);
}

void LoadSettingsTest::findsTheFileBesideTheScenario()
{
    const QTemporaryDir folder;
    QFile people(folder.filePath(QStringLiteral("people.csv")));
    QVERIFY(people.open(QIODevice::WriteOnly));
    people.write("userId\n4\n9\n4\n");
    people.close();
    const QByteArray json = R"({"schema":"stampede.scenario/1","users":{"pick":"file",
        "path":"people.csv"},"load":{"iterations":3,"vus":1}})";
    const auto read = readScenario(json, folder.filePath(QStringLiteral("s.json")));
    QVERIFY(read.ok());
    QCOMPARE(read.value().users.count, std::int64_t{9});
    const Prediction prediction = predict(read.value(), 0);
    QCOMPARE(prediction.distinctUsers, std::int64_t{2});
    QCOMPARE(prediction.alreadyIssued, (Range{1, 1}));
    const auto tooFew = readScenario(QByteArray(json).replace("\"pick\"", "\"count\":8,\"pick\""),
                                     folder.filePath(QStringLiteral("s.json")));
    QVERIFY(!tooFew);
    QVERIFY(tooFew.error().join(QString()).endsWith(
        QStringLiteral("users.count: must be at least the largest userId of people.csv, which is 9 "
                       "(got 8)")));
}

void LoadSettingsTest::aRampBeginsWithOne()
{
    QCOMPARE(scenarioOf(R"({"model":"ramping-vus","stages":"1s:20"})").load.vus, 1);
    QCOMPARE(scenarioOf(R"({"model":"ramping-vus","vus":7,"stages":"1s:20"})").load.vus, 7);
}

} // namespace tst_load_settings

STAMPEDE_TEST(tst_load_settings::LoadSettingsTest)
#include "tst_load_settings.moc"
