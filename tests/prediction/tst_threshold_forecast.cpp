// SPDX-License-Identifier: MIT
// Proves: limits that can never be met or never fail are found before the run, and limits that
// guard against the unforeseen are never called certain.

#include "prediction_fixture.h"
#include "test_program.h"

#include <QLocale>
#include <QtTest>

namespace tst_threshold_forecast {

using namespace stampede;

class ThresholdForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void judgesLimitsBeforehand_data();
    void judgesLimitsBeforehand();
};

void ThresholdForecast::judgesLimitsBeforehand_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *id, const char *metric, const char *expression,
                        const char *note) {
        QTest::addRow("%s %s %s", id, metric, expression)
            << QString::fromLatin1(id) << QString::fromLatin1(metric)
            << QString::fromLatin1(expression) << QString::fromLatin1(note);
    };
    row("hundred-users", "issued", "count==200",
        "The limit \"issued count==200\" can never be met: issued will be 100.");
    row("hundred-users", "issued", " count==100 ",
        "The limit \"issued count==100\" cannot fail in this scenario unless the load ends early.");
    row("hundred-users", "issued", "rate>0.5",
        "The limit \"issued rate>0.5\" can never be met: the share of issued will be 0.09124.");
    row("hundred-users", "out_of_stock", "rate<=0",
        "The limit \"out_of_stock rate<=0\" cannot fail in this scenario.");
    row("hundred-users", "requests", "count<1096",
        "The limit \"requests count<1096\" can never be met: requests will be 1,096.");
    row("hundred-users", "requests", "rate<100", "");
    row("hundred-users", "latency", "p(95)<0", "");
    row("hundred-users", "oversold", "count==0", "");
    row("hundred-users", "oversold", "count>0",
        "The limit \"oversold count>0\" can never be met: oversold will be 0.");
    row("hundred-users", "duplicates", "count==0", "");
    row("hundred-users", "server_errors", "count<0",
        "The limit \"server_errors count<0\" can never be met: server_errors will be at least 0.");
    row("hundred-users", "unknown", "count>=0", "");
    row("open-door", "issued", "count<200",
        "The limit \"issued count<200\" can never be met: issued will be between 200 and 1,096.");
    row("open-door", "issued", "count==200.5",
        "The limit \"issued count==200.5\" can never be met: issued will be between 200 and "
        "1,096.");
    row("open-door", "issued", "count!=200.5",
        "The limit \"issued count!=200.5\" cannot fail in this scenario.");
    row("open-door", "issued", "count==500", "");
    row("open-door", "issued", "count>=200",
        "The limit \"issued count>=200\" cannot fail in this scenario unless the load ends early.");
    row("open-door", "oversold", "count>896",
        "The limit \"oversold count>896\" can never be met: oversold will be between 0 and 896.");
    row("second-helping", "duplicates", "count==0",
        "The limit \"duplicates count==0\" can never be met: duplicates will be between 100 and "
        "199.");
}

void ThresholdForecast::judgesLimitsBeforehand()
{
    QFETCH(QString, id);
    QFETCH(QString, metric);
    QFETCH(QString, expression);
    QFETCH(QString, note);
    Scenario scenario = preset(id.toLatin1().constData());
    scenario.thresholds = {parseThreshold(metric, expression).value()};
    auto notes = judgeThresholdsBeforehand(scenario, predict(scenario, kNow));
    notes.removeIf([](const PredictionNote &each) {
        return each.code == QLatin1String("figures-contradict");
    });
    QCOMPARE(notes.size(), note.isEmpty() ? 0 : 1);
    QCOMPARE(notes.isEmpty() ? QString() : notes.first().text, note);
    if (!note.isEmpty()) {
        QCOMPARE(notes.first().code, note.contains(QLatin1String("never"))
                                         ? QStringLiteral("limit-impossible")
                                         : QStringLiteral("limit-certain"));
    }
}

} // namespace tst_threshold_forecast

STAMPEDE_TEST(tst_threshold_forecast::ThresholdForecast)
#include "tst_threshold_forecast.moc"
