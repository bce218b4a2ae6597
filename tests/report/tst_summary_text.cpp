// SPDX-License-Identifier: MIT
// Proves that the summary says what the record holds, in the layout of the terminal: no line is
// wider than 80 columns, findings come with their rows, and every figure stands beside its
// prediction.

#include "console/prediction_text.h"
#include "console/summary_text.h"
#include "report/report_words.h"
#include "test_program.h"
#include "text/text_block.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

namespace tst_summary_text {

using namespace stampede;

namespace {

RunRecord brokenRecord()
{
    RunRecord record;
    record.id = QStringLiteral("7f3a91000000");
    record.scenario.name = QStringLiteral("A hundred hands, ten coupons");
    record.scenario.coupon.stock = 10;
    record.environment.database.product = QStringLiteral("MariaDB");
    record.environment.database.version = QStringLiteral("10.11.19");
    record.environment.databaseUrl = QStringLiteral("managed:");
    record.prediction.requests = {100, 100};
    record.prediction.issued = {10, 100};
    record.prediction.remaining = {0, 9};
    record.prediction.outOfStock = {0, 90};
    record.prediction.alreadyIssued = {0, 0};
    record.prediction.outsideSale = {0, 0};
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] = 100;
    record.loadTester = {.requests = 100, .rightRefusals = 0};
    AuditReport audit;
    audit.verdict = AuditVerdict::Broken;
    audit.state = {10, 7, 100, 100, 0, 100, 100, -97, 0, 0, 0, 0, 0, {}};
    CheckResult check = newCheck(QStringLiteral("stock-not-exceeded"));
    check.verdict = CheckVerdict::Fail;
    check.explanation = QStringLiteral("100 coupons were written, only 10 existed: 90 too many.");
    check.columns = QStringList{QStringLiteral("row"), QStringLiteral("user")};
    for (int i = 11; i <= 100; ++i) {
        addRow(check, {i, i + 500});
    }
    audit.checks = {check};
    record.audit = audit;
    record.verdict = RunVerdict::Violation;
    return record;
}

} // namespace

class TestSummaryText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void saysWhatTheRecordHolds();
    void boldOnlyWhereAsked();
    void wrapsWithoutLosingWords();
    void rangesInWords();
    void nothingIsCountedAsWhatItIsNot();
    void ruledOutIsNamedOrCounted();
    void aPredictionThatIsNotJudgedIsSaid();
};

void TestSummaryText::saysWhatTheRecordHolds()
{
    const QString text = summaryText(brokenRecord(), {false, QStringLiteral("stampede-cli run x")});
    const QStringList lines = text.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        QVERIFY2(line.size() <= kSummaryWidth, qPrintable(line));
    }
    QVERIFY(lines.constFirst().contains(QStringLiteral("seed 42   run 7f3a91   private MariaDB")));
    QVERIFY(text.contains(QStringLiteral("INTEGRITY BROKEN   90 coupons too many")));
    QVERIFY(text.contains(QStringLiteral("10 at start ≠ 100 written + 7 left, drift −97")));
    QVERIFY(text.contains(QStringLiteral("No more coupons than stock (stock-not-exceeded)")));
    static const QRegularExpression fifthRow(QStringLiteral("\n +15 +515\n"));
    QVERIFY(fifthRow.match(text).hasMatch());
    QVERIFY(!text.contains(QStringLiteral("516"))); // the first five rows
    QVERIFY(text.contains(QStringLiteral("… 90 in all")));
    static const QRegularExpression issued(QStringLiteral("issued +10 to 100 +100\n"));
    QVERIFY(issued.match(text).hasMatch());
    QVERIFY(text.contains(
        QStringLiteral("A load tester would report 0 % failed. The audit has 1 finding.")));
    QVERIFY(text.endsWith(QStringLiteral("again    stampede-cli run x\n")));
    QVERIFY(verdictLine(brokenRecord()).startsWith(QStringLiteral("INTEGRITY BROKEN   90")));
    QCOMPARE(verdictLine(brokenRecord()).count(QLatin1Char('\n')), 1);
}

void TestSummaryText::boldOnlyWhereAsked()
{
    QVERIFY(!summaryText(brokenRecord(), {}).contains(QLatin1Char('\x1b')));
    QVERIFY(summaryText(brokenRecord(), {true, {}})
                .contains(QStringLiteral("\x1b[1mINTEGRITY BROKEN\x1b[0m")));
}

void TestSummaryText::wrapsWithoutLosingWords()
{
    const QString words = QStringLiteral("one two three four five six seven");
    const QString text = wrapped(words, QStringLiteral("- "), 12);
    QCOMPARE(text, QStringLiteral("- one two\n  three four\n  five six\n  seven\n"));
    QCOMPARE(wrapped(QStringLiteral("unbreakablyLong"), {}, 5),
             QStringLiteral("unbreakablyLong\n"));
}

void TestSummaryText::rangesInWords()
{
    QCOMPARE(rangeText({5, 5}), QStringLiteral("5"));
    QCOMPARE(rangeText({5, 1000}), QStringLiteral("5 to 1,000"));
    QCOMPARE(rangeText({5, std::nullopt}), QStringLiteral("5 or more"));
}

/// What was not sent is no server error, and of hours that nobody knows nothing was predicted.
void TestSummaryText::nothingIsCountedAsWhatItIsNot()
{
    RunRecord record = brokenRecord();
    record.outcomes.byOutcome[indexOf(Outcome::NotSent)] = 80;
    record.outcomes.byOutcome[indexOf(Outcome::ServerError)] = 3;
    record.outcomes.byOutcome[indexOf(Outcome::NotStarted)] = 30;
    const auto says = [&record](const char *row) {
        return QRegularExpression(QLatin1String(row)).match(summaryText(record, {})).hasMatch();
    };
    QVERIFY(says("\nserver errors +0 +3\n"));
    QVERIFY(says("\nnot sent +0 +80\n"));
    QVERIFY(says("\noutside sale +0 +30\n"));
    record.scenario.target.kind = TargetKind::Http;
    QVERIFY(says("\noutside sale +not predicted +30\n"));
    record.prediction.service.sale = SaleWindow{};
    QVERIFY(says("\noutside sale +0 +30\n"));
}

void TestSummaryText::ruledOutIsNamedOrCounted()
{
    RunRecord record = brokenRecord();
    const auto ruledOut = [&record] {
        static const QRegularExpression line(QStringLiteral("ruled out +(.*)\n"));
        return line.match(summaryText(record, {})).captured(1);
    };
    const auto add = [&record](const char *id) {
        Hypothesis hypothesis;
        hypothesis.id = QLatin1String(id);
        hypothesis.verdict = HypothesisVerdict::RuledOut;
        record.diagnosis.hypotheses.append(hypothesis);
    };
    add("caller-mistakes");
    QCOMPARE(ruledOut(), QStringLiteral("1 explanation"));
    add("durability");
    QCOMPARE(ruledOut(), QStringLiteral("2 explanations"));
    add("race");
    QCOMPARE(ruledOut(), QStringLiteral("race, 2 more"));
}

void TestSummaryText::aPredictionThatIsNotJudgedIsSaid()
{
    RunRecord record = brokenRecord();
    QCOMPARE(predictionRemark(record), QString()); // nobody judged it
    CheckResult check = newCheck(QStringLiteral("as-predicted"));
    check.verdict = CheckVerdict::Pass;
    check.expected = QStringLiteral("Issued 10 to 100, Already issued 0, Out of stock 0 to 90, "
                                    "Left 0 to 9");
    record.audit->checks.append(check);
    QCOMPARE(predictionRemark(record), QString()); // both are one
    record.prediction.outOfStock = {0, 1'096};
    record.audit->checks.back().expected.replace(QStringLiteral("0 to 90"),
                                                 QStringLiteral("0 to 1,096"));
    QCOMPARE(predictionRemark(record), QString());
    record.audit->checks.back().expected.replace(QStringLiteral("10 to 100"),
                                                 QStringLiteral("4 to 100"));
    QCOMPARE(predictionRemark(record),
             QStringLiteral("Predicted before the run. Judged by the requests that were made: "
                            "Issued 4 to 100, Already issued 0, Out of stock 0 to 1,096, Left 0 to "
                            "9."));
    const QString words = summaryText(record, {}).simplified();
    QVERIFY2(words.contains(predictionRemark(record)), qPrintable(words));
    record.endedEarly = true;
    QVERIFY2(summaryText(record, {})
                 .simplified()
                 .contains(QStringLiteral(
                     "The run ended early. What was predicted is of all its requests, "
                     "not of those that were made.")),
             qPrintable(summaryText(record, {})));
}

} // namespace tst_summary_text

STAMPEDE_TEST(tst_summary_text::TestSummaryText)
#include "tst_summary_text.moc"
