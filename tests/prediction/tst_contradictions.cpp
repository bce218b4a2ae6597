// SPDX-License-Identifier: MIT
// Proves that figures which exclude each other are named as a pair with the reason, before anything
// runs, and that figures which fit are left in peace.

#include "prediction/contradictions.h"
#include "scenario/scenario_reader.h"
#include "test_program.h"

#include <QTest>

namespace tst_contradictions {

using namespace stampede;

class TestContradictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
};

void TestContradictions::names_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QStringList>("overrides");
    QTest::addColumn<QStringList>("found");
    const auto add = [](const char *name, const char *preset, const QStringList &overrides,
                        const QStringList &found) {
        QTest::newRow(name) << QString::fromLatin1(preset) << overrides << found;
    };
    const QString oneUser = QStringLiteral("'one user' and '12 issued' exclude each other: one "
                                           "person can be issued this coupon once.");
    add("the recorded case", "single-user",
        {QStringLiteral("thresholds.issued=[\"count==12\"]"),
         QStringLiteral("thresholds.already_issued=[\"count==1084\"]"),
         QStringLiteral("thresholds.requests=[\"count==1096\"]")},
        {oneUser,
         QStringLiteral("'12 issued' and '1,084 already issued' exclude each other: one "
                        "person is issued one of 1,096; told \"already issued\": 1,095.")});
    add("the recorded case, sold out", "single-user",
        {QStringLiteral("thresholds.issued=[\"count==12\"]"),
         QStringLiteral("thresholds.out_of_stock=[\"count==1084\"]")},
        {oneUser, QStringLiteral("'one user' and '1,084 out of stock' exclude each other: they can "
                                 "take 1 of 200, so it never sells out.")});
    add("exactly 200 will be issued", "hundred-users",
        {QStringLiteral("thresholds.issued=[\"count==200\"]")},
        {QStringLiteral(
            "'100 people' and '200 issued' exclude each other: one person can be issued "
            "this coupon once.")});
    add("more checks than requests", "hundred-users",
        {QStringLiteral("thresholds.issued=[\"count==12\"]"),
         QStringLiteral("thresholds.already_issued=[\"count==1096\"]")},
        {QStringLiteral("'12 issued + 1,096 already issued' and '1,096 requests' exclude each "
                        "other: together they are 1,108.")});
    add("what fits", "hundred-users",
        {QStringLiteral("thresholds.issued=[\"count==100\"]"),
         QStringLiteral("thresholds.already_issued=[\"count==996\"]")},
        {});
    add("no exact figure", "hundred-users", {QStringLiteral("thresholds.issued=[\"count<=900\"]")},
        {});
    add("possible with the protections off", "open-door",
        {QStringLiteral("thresholds.issued=[\"count==500\"]")}, {});
}

void TestContradictions::names()
{
    QFETCH(QString, preset);
    QFETCH(QStringList, overrides);
    QFETCH(QStringList, found);
    QList<Override> settings;
    for (const QString &each : overrides) {
        settings.append({each.section(u'=', 0, 0), each.section(u'=', 1)});
    }
    const auto scenario = loadScenario(preset, settings);
    QVERIFY2(scenario.ok(), scenario.ok() ? "" : qPrintable(scenario.error().join(u'\n')));
    const Prediction prediction = predict(scenario.value(), 0);
    QCOMPARE(contradictions(scenario.value(), prediction), found);
    int notes = 0;
    for (const PredictionNote &note : judgeThresholdsBeforehand(scenario.value(), prediction)) {
        notes += note.code == QLatin1String("figures-contradict") ? 1 : 0;
    }
    QCOMPARE(notes, found.size());
}

} // namespace tst_contradictions

STAMPEDE_TEST(tst_contradictions::TestContradictions)
#include "tst_contradictions.moc"
