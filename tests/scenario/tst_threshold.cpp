// SPDX-License-Identifier: MIT
// Proves: limits are read in the grammar of k6, an aggregation that does not fit its metric is
// refused by name, and figures are judged exactly.

#include "scenario/threshold.h"
#include "test_program.h"

#include <QtTest>

namespace tst_threshold {

using namespace stampede;

class ThresholdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void judges_data();
    void judges();
    void countsNoSampleAsNone();
    void listsTheMetricsOfTheContract();
};

void ThresholdTest::reads_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<Aggregation>("aggregation");
    QTest::addColumn<double>("percentile");
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<double>("bound");
    const auto row = [](const char *metric, const char *expression, Aggregation aggregation,
                        double percentile, Comparison comparison, double bound) {
        QTest::newRow(expression) << QString::fromLatin1(metric) << QString::fromLatin1(expression)
                                  << aggregation << percentile << comparison << bound;
    };
    row("oversold", "count==0", Aggregation::Count, 0, Comparison::Equal, 0);
    row("oversold", "count===0", Aggregation::Count, 0, Comparison::Equal, 0);
    row("issued", "count != 5", Aggregation::Count, 0, Comparison::NotEqual, 5);
    row("unknown", "rate<0.01", Aggregation::Rate, 0, Comparison::Less, 0.01);
    row("requests", "rate>=100", Aggregation::Rate, 0, Comparison::GreaterOrEqual, 100);
    row("issued_per_second", "rate>1e3", Aggregation::Rate, 0, Comparison::Greater, 1000);
    row("latency", "p(95)<200", Aggregation::Percentile, 95, Comparison::Less, 200);
    row("latency", "p(99.9) <= 1.5", Aggregation::Percentile, 99.9, Comparison::LessOrEqual, 1.5);
    row("latency", " p( 0 ) > -1 ", Aggregation::Percentile, 0, Comparison::Greater, -1);
    row("response_time", "avg<10", Aggregation::Avg, 0, Comparison::Less, 10);
    row("response_time", "min<10", Aggregation::Min, 0, Comparison::Less, 10);
    row("response_time", "med<10", Aggregation::Med, 0, Comparison::Less, 10);
    row("response_time", "max<10", Aggregation::Max, 0, Comparison::Less, 10);
    row("response_time", "count>10", Aggregation::Count, 0, Comparison::Greater, 10);
}

void ThresholdTest::reads()
{
    QFETCH(QString, metric);
    QFETCH(QString, expression);
    const auto threshold = parseThreshold(metric, expression);
    QVERIFY2(threshold.ok(), qPrintable(threshold ? QString() : threshold.error()));
    QCOMPARE(threshold.value().metric, metric);
    QCOMPARE(threshold.value().expression, expression);
    QTEST(threshold.value().aggregation, "aggregation");
    QTEST(threshold.value().percentile, "percentile");
    QTEST(threshold.value().comparison, "comparison");
    QTEST(threshold.value().bound, "bound");
}

void ThresholdTest::refuses_data()
{
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("error");
    const QString form = QStringLiteral(
        "must be an aggregation, a comparison and a number such as \"count==0\" or \"p(95)<200\" ");
    const auto broken = [&form](const char *expression, const char *got) {
        QTest::newRow(expression) << QStringLiteral("issued") << QString::fromUtf8(expression)
                                  << form + QStringLiteral("(got %1)").arg(QString::fromUtf8(got));
    };
    broken("", R"("")");
    broken("count", R"("count")");
    broken("count=0", R"("count=0")");
    broken("count==", R"("count==")");
    broken("count==x", R"("count==x")");
    broken("count==nan", R"("count==nan")");
    broken("count==1e999", R"("count==1e999")");
    broken("count==0 && rate<1", R"("count==0 && rate<1")");
    broken("p95<1", R"("p95<1")");
    broken("count==0\n", R"("count==0\n")");
    const auto misfit = [](const char *metric, const char *expression, const char *error) {
        QTest::addRow("%s %s", metric, expression)
            << QString::fromLatin1(metric) << QString::fromLatin1(expression)
            << QString::fromLatin1(error);
    };
    misfit("issued", "p(95)<1", "p(N) does not fit issued; possible: count, rate");
    misfit("issued", "avg<1", "avg does not fit issued; possible: count, rate");
    misfit("issued", "value<1", "value does not fit issued; possible: count, rate");
    misfit("latency", "rate<1",
           "rate does not fit latency; possible: avg, min, med, max, p(N), count");
    misfit("issued_per_second", "count<1", "count does not fit issued_per_second; possible: rate");
    misfit("latency", "p(101)<1", "the percentile must be between 0 and 100 (got 101)");
    misfit("isued", "count<1", "there is no metric isued");
}

void ThresholdTest::refuses()
{
    QFETCH(QString, metric);
    QFETCH(QString, expression);
    const auto threshold = parseThreshold(metric, expression);
    QVERIFY(!threshold.ok());
    QTEST(threshold.error(), "error");
}

void ThresholdTest::judges_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("below");
    QTest::addColumn<bool>("at");
    QTest::addColumn<bool>("above");
    QTest::newRow("<") << QStringLiteral("count<5") << true << false << false;
    QTest::newRow("<=") << QStringLiteral("count<=5") << true << true << false;
    QTest::newRow("==") << QStringLiteral("count==5") << false << true << false;
    QTest::newRow("!=") << QStringLiteral("count!=5") << true << false << true;
    QTest::newRow(">=") << QStringLiteral("count>=5") << false << true << true;
    QTest::newRow(">") << QStringLiteral("count>5") << false << false << true;
}

void ThresholdTest::judges()
{
    QFETCH(QString, expression);
    const Threshold threshold = parseThreshold(QStringLiteral("issued"), expression).value();
    QTEST(threshold.isMetBy(4), "below");
    QTEST(threshold.isMetBy(5), "at");
    QTEST(threshold.isMetBy(6), "above");
    const auto outcome = judgeThreshold(threshold, [](const Threshold &) { return 5.0; });
    QVERIFY(outcome.threshold == threshold);
    QCOMPARE(outcome.actual, std::optional(5.0));
    QTEST(outcome.pass, "at");
}

void ThresholdTest::countsNoSampleAsNone()
{
    const auto judge = [](const char *metric, const char *expression) {
        const auto threshold =
            parseThreshold(QString::fromLatin1(metric), QString::fromLatin1(expression)).value();
        return judgeThreshold(threshold, [](const Threshold &) { return std::nullopt; });
    };
    QCOMPARE(judge("oversold", "count==0").actual, std::optional(0.0));
    QVERIFY(judge("oversold", "count==0").pass);
    QVERIFY(!judge("issued", "count>0").pass);
    QVERIFY(judge("unknown", "rate<0.1").pass);
    QVERIFY(judge("latency", "count==0").pass);
    QVERIFY(!judge("latency", "avg<1000").actual);
    QVERIFY(!judge("latency", "avg<1000").pass);
    QVERIFY(!judge("latency", "p(95)!=7").pass);
}

void ThresholdTest::listsTheMetricsOfTheContract()
{
    QCOMPARE(
        thresholdMetrics().join(QLatin1Char(' ')),
        QStringLiteral("latency response_time issued already_issued out_of_stock server_errors "
                       "unknown requests oversold duplicates lost_writes unannounced "
                       "audit_failures issued_per_second"));
}

} // namespace tst_threshold

STAMPEDE_TEST(tst_threshold::ThresholdTest)
#include "tst_threshold.moc"
