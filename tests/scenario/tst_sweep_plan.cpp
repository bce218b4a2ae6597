// SPDX-License-Identifier: MIT
// Proves which runs a sweep makes of what was typed, and what it refuses.

#include "scenario/sweep_plan.h"
#include "test_program.h"

#include <QTest>

namespace tst_sweep_plan {

using namespace stampede;

class TestSweepPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axes_data();
    void axes();
    void faults_data();
    void faults();
    void everyCombinationLastFastest();
    void limits();
};

void TestSweepPlan::axes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("values");
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    QTest::newRow("numbers") << s("load.vus=10,50,100") << s("load.vus")
                             << QStringList{s("10"), s("50"), s("100")};
    QTest::newRow("one") << s("seed=7") << s("seed") << QStringList{s("7")};
    QTest::newRow("blanks") << s("seed= 7 , 8") << s("seed") << QStringList{s("7"), s("8")};
    QTest::newRow("objects") << s("users={\"count\":1,\"pick\":\"fixed\"},{\"count\":2}")
                             << s("users")
                             << QStringList{s("{\"count\":1,\"pick\":\"fixed\"}"),
                                            s("{\"count\":2}")};
    QTest::newRow("a comma in a string")
        << s("name=\"a,\\\"b\",c") << s("name") << QStringList{s("\"a,\\\"b\""), s("c")};
    QTest::newRow("equals in a value")
        << s("load.stages=10s:5=x,y") << s("load.stages") << QStringList{s("10s:5=x"), s("y")};
}

void TestSweepPlan::axes()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QStringList, values);
    const auto axis = parseSweepAxis(text);
    QVERIFY(axis.ok());
    QCOMPARE(axis.value().path, path);
    QCOMPARE(axis.value().values, values);
}

void TestSweepPlan::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *text, const char *fault) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(fault);
    };
    row("load.vus", "--over load.vus: expected PATH=A,B,C.");
    row("=1,2", "--over =1,2: expected PATH=A,B,C.");
    row("seed=", "--over seed=: a value between the commas is missing.");
    row("seed=1,,2", "--over seed=1,,2: a value between the commas is missing.");
    row("seed=1,2,1", "--over seed=1,2,1: 1 stands there twice.");
}

void TestSweepPlan::faults()
{
    QFETCH(QString, text);
    QFETCH(QString, fault);
    const auto axis = parseSweepAxis(text);
    QVERIFY(!axis.ok());
    QCOMPARE(axis.error(), fault);
}

void TestSweepPlan::everyCombinationLastFastest()
{
    const auto axis = [](const char *text) {
        return parseSweepAxis(QString::fromLatin1(text)).value();
    };
    const auto runs = sweepRuns({axis("seed=1,2"), axis("load.vus=10,50,100")});
    QVERIFY(runs.ok());
    QStringList seen;
    for (const QList<Override> &run : runs.value()) {
        QCOMPARE(run.size(), 2);
        QCOMPARE(run[0].path, QStringLiteral("seed"));
        QCOMPARE(run[1].path, QStringLiteral("load.vus"));
        seen << run[0].value + QLatin1Char('/') + run[1].value;
    }
    QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("1/10 1/50 1/100 2/10 2/50 2/100"));
}

void TestSweepPlan::limits()
{
    const SweepAxis seeds{QStringLiteral("seed"), {QStringLiteral("1")}};
    const auto twice = sweepRuns({seeds, seeds});
    QVERIFY(!twice.ok());
    QCOMPARE(twice.error(), QStringLiteral("--over names seed twice."));
    QStringList many;
    for (int i = 0; i < 100; ++i) {
        many << QString::number(i);
    }
    const SweepAxis a{QStringLiteral("a"), many};
    const SweepAxis b{QStringLiteral("b"), many.mid(0, 10)};
    QCOMPARE(sweepRuns({a, b}).value().size(), kMostSweptRuns);
    QVERIFY(!sweepRuns({a, b, {QStringLiteral("c"), many.mid(0, 2)}}).ok());
}

} // namespace tst_sweep_plan

STAMPEDE_TEST(tst_sweep_plan::TestSweepPlan)
#include "tst_sweep_plan.moc"
