// SPDX-License-Identifier: MIT
// Proves what is said of runs side by side: the one difference is called the only one, answers and
// coupons are counted against each other, and a change of a figure is called more than noise only
// where enough rounds say so.

#include "compare/baseline_limits.h"
#include "compare/comparison.h"
#include "compare/more_than_noise.h"
#include "full_record.h"
#include "test_program.h"

#include <QRegularExpression>
#include <QTest>

#include <vector>

namespace tst_comparison {

using namespace stampede;
using namespace stampede::test;

namespace {

using Runs = QList<std::shared_ptr<const RunRecord>>;

RunRecord withP95(RunRecord record, std::int64_t ns)
{
    LatencyFigures &issued = record.service.byOutcome[indexOf(Outcome::Issued)];
    issued.count = 100;
    issued.p95Ns = ns;
    return record;
}

RunRecord withRounds(RunRecord record, std::initializer_list<std::int64_t> p95s)
{
    for (const std::int64_t ns : p95s) {
        RoundFigures round;
        round.service = withP95({}, ns).service;
        record.allRounds.push_back(round);
    }
    record.rounds = static_cast<int>(p95s.size());
    return record;
}

RunComparison compared(const QList<RunRecord> &records)
{
    Runs runs;
    for (const RunRecord &record : records) {
        runs << std::make_shared<const RunRecord>(record);
    }
    return compareRuns(runs);
}

ComparisonLine lineOf(const RunComparison &comparison, const QString &label)
{
    for (const ComparisonLine &line : comparison.lines) {
        if (line.label == label) {
            return line;
        }
    }
    return {};
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void theOnlyDifference();
    void severalDifferences();
    void nothingDiffers();
    void answersAndCoupons();
    void threeRuns();
    void headsTellRunsApart();
    void settingsHaveNames();
    void noiseNeedsRounds();
    void moreThanNoise();
    void baselineSetsLimits_data();
    void baselineSetsLimits();
    void aBaselineThatSetsNone();
};

void TestComparison::theOnlyDifference()
{
    RunRecord held = smallRecord(QStringLiteral("1"));
    RunRecord broken = smallRecord(QStringLiteral("2"));
    broken.scenario.name = QStringLiteral("The quiet damage");
    broken.scenario.service.layers.rowLock = false;
    const RunComparison comparison = compared({held, broken});
    const ComparisonLine line = comparison.lines.constFirst();
    QCOMPARE(line.label, QStringLiteral("Row lock"));
    QCOMPARE(line.cells, QStringList({QStringLiteral("on"), QStringLiteral("off")}));
    QCOMPARE(line.remark, QStringLiteral("the only difference"));
    QCOMPARE(lineOf(comparison, QStringLiteral("Issued · already issued · out of stock")).remark,
             QStringLiteral("the same"));
}

void TestComparison::severalDifferences()
{
    RunRecord one = smallRecord(QStringLiteral("1"));
    RunRecord two = smallRecord(QStringLiteral("2"));
    two.scenario.load.vus = 7;
    two.environment.database.version = QStringLiteral("11");
    const RunComparison comparison = compared({one, two});
    QCOMPARE(lineOf(comparison, QStringLiteral("Virtual users")).cells,
             QStringList({QStringLiteral("100"), QStringLiteral("7")}));
    QCOMPARE(lineOf(comparison, QStringLiteral("Database server")).cells.constLast(),
             QStringLiteral("11"));
    QCOMPARE(comparison.lines.constFirst().remark, QString());
}

void TestComparison::nothingDiffers()
{
    const RunComparison comparison =
        compared({smallRecord(QStringLiteral("1")), smallRecord(QStringLiteral("2"))});
    QCOMPARE(comparison.lines.constFirst().remark,
             QStringLiteral("nothing differs but the moment"));
}

void TestComparison::answersAndCoupons()
{
    RunRecord held = smallRecord(QStringLiteral("1"));
    held.audit->state.remaining = 100;
    held.audit->state.drift = 0;
    RunRecord broken = held;
    broken.outcomes.byOutcome[indexOf(Outcome::Issued)] = 1'100;
    broken.outcomes.byOutcome[indexOf(Outcome::AlreadyIssued)] = 0;
    broken.outcomes.byOutcome[indexOf(Outcome::ServerError)] = 3;
    broken.audit->verdict = AuditVerdict::Broken;
    broken.audit->state.remaining = 197;
    broken.audit->state.drift = -97;
    CheckResult finding = newCheck(QStringLiteral("stock-adds-up"));
    finding.verdict = CheckVerdict::Fail;
    broken.audit->checks = {finding};
    const RunComparison comparison = compared({held, broken});
    const ComparisonLine answers =
        lineOf(comparison, QStringLiteral("Issued · already issued · out of stock"));
    QCOMPARE(answers.cells, QStringList({QStringLiteral("100 · 996 · 0"),
                                         QStringLiteral("1,100 · 0 · 0 · 3 others")}));
    QCOMPARE(answers.remark, QStringLiteral("1,000 more issued, 996 fewer already issued"));
    QCOMPARE(lineOf(comparison, QStringLiteral("Left")).remark,
             QStringLiteral("with what was written 97 more than there were"));
    QCOMPARE(lineOf(comparison, QStringLiteral("Audit")).cells,
             QStringList({QStringLiteral("held"), QStringLiteral("broken: “Stock adds up”")}));
    RunRecord unseen = held;
    unseen.scenario.target.kind = TargetKind::Http;
    unseen.scenario.target.audit.rows = TargetRows::None;
    held.environment.database = {QStringLiteral("MariaDB"), QStringLiteral("10.11.19"), {}, {}};
    const RunComparison otherwise = compared({held, unseen});
    QCOMPARE(lineOf(otherwise, QStringLiteral("Audit")).cells,
             QStringList({QStringLiteral("held"), QStringLiteral("held, answers only")}));
    QCOMPARE(lineOf(otherwise, QStringLiteral("Database server")).cells,
             QStringList({QStringLiteral("MariaDB 10.11.19"), QStringLiteral("–")}));
}

void TestComparison::threeRuns()
{
    RunRecord base = smallRecord(QStringLiteral("1"));
    RunRecord more = base;
    more.outcomes.byOutcome[indexOf(Outcome::Issued)] = 101;
    const RunComparison comparison = compared({base, base, more});
    QCOMPARE(lineOf(comparison, QStringLiteral("Issued · already issued · out of stock")).remark,
             QStringLiteral("3: 1 more issued"));
}

void TestComparison::headsTellRunsApart()
{
    // Two runs of one scenario within a minute.
    RunRecord one = smallRecord(QStringLiteral("1"));
    RunRecord two = smallRecord(QStringLiteral("2"));
    two.startedAt = one.startedAt.addSecs(7);
    two.scenario.service.layers.rowLock = false;
    const QStringList heads = compared({one, two}).heads;
    QCOMPARE(heads.size(), 2);
    const QString began = two.startedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    QVERIFY2(heads[1].contains(two.shortId()), qPrintable(heads[1]));
    QVERIFY2(heads[1].contains(began) && !heads[0].contains(began), qPrintable(heads[1]));
    QVERIFY2(heads[0].endsWith(QStringLiteral("Row lock: on")), qPrintable(heads[0]));
    QVERIFY2(heads[1].endsWith(QStringLiteral("Row lock: off")), qPrintable(heads[1]));
    // Where much differs the table says what.
    two.scenario.load.vus = 7;
    two.scenario.seed = 12;
    QCOMPARE(compared({one, two}).heads[1].count(QLatin1Char('\n')), 1);
}

/// That no setting that a scenario can have is called by its key, nor told as JSON.
void TestComparison::settingsHaveNames()
{
    RunRecord one = smallRecord(QStringLiteral("1"));
    RunRecord two = fullRecord();
    two.audit.reset();
    two.scenario.load.stages = {{std::chrono::seconds(10), 100}};
    const RunComparison comparison = compared({one, two});
    QVERIFY(comparison.differing.size() > 10);
    QStringList nameless;
    for (qsizetype i = 0; i < comparison.differing.size(); ++i) {
        const ComparisonLine &line = comparison.lines[i];
        if (line.label == comparison.differing[i]) {
            nameless << line.label;
        }
        QVERIFY2(!line.cells.join(QLatin1Char(' ')).contains(QStringLiteral("{\"")),
                 qPrintable(line.label + line.cells.join(QLatin1Char('|'))));
    }
    QCOMPARE(nameless, QStringList());
}

void TestComparison::noiseNeedsRounds()
{
    const RunRecord small = smallRecord(QStringLiteral("1"));
    const QString p95 = QStringLiteral("p95 issued");
    RunComparison comparison = compared({withP95(small, 58'800'000), withP95(small, 105'700'000)});
    QCOMPARE(lineOf(comparison, p95).cells,
             QStringList({QStringLiteral("58.8 ms"), QStringLiteral("106 ms")}));
    QCOMPARE(lineOf(comparison, p95).remark, QStringLiteral("one round each: not tested"));
    QVERIFY(comparison.method.isEmpty());
    comparison = compared({withRounds(small, {1'000'000, 1'100'000}),
                           withRounds(small, {1'000'000, 1'000'000, 1'000'000})});
    QCOMPARE(lineOf(comparison, p95).remark, QStringLiteral("fewer than three rounds: not tested"));
    comparison = compared({withRounds(small, {1'000'000, 1'100'000, 900'000}),
                           withRounds(small, {2'000'000, 2'200'000, 1'800'000})});
    QVERIFY2(lineOf(comparison, p95)
                 .remark.startsWith(QStringLiteral("100 % higher, more than noise (95 %: ")),
             qPrintable(lineOf(comparison, p95).remark));
    QVERIFY(comparison.method.contains(QStringLiteral("bootstrap over the rounds")));
}

void TestComparison::moreThanNoise()
{
    const std::vector<double> slow = {101, 99, 100, 102, 98};
    const std::vector<double> same = {100, 101, 99, 98, 102};
    const std::vector<double> fast = {80, 81, 79, 82, 78};
    QVERIFY(!testAgainstNoise(slow, same).moreThanNoise());
    const NoiseTest faster = testAgainstNoise(slow, fast);
    QVERIFY(faster.moreThanNoise());
    QVERIFY(faster.lowPercent <= faster.changePercent &&
            faster.changePercent <= faster.highPercent);
    QCOMPARE(faster.changePercent, -20.0);
    QCOMPARE(testAgainstNoise(slow, fast).lowPercent, faster.lowPercent); // no chance in it
    QVERIFY(!testAgainstNoise(std::vector<double>{1, 2}, slow).tested);
    QVERIFY(!testAgainstNoise(std::vector<double>{0, 0, 0}, slow).tested);
    QVERIFY(!testAgainstNoise({}, slow).tested);
}

void TestComparison::baselineSetsLimits_data()
{
    QTest::addColumn<QList<int>>("p95Ms"); ///< a round each
    QTest::addColumn<QStringList>("limits");
    // One round: 25 %. Three rounds that agree: 10 %. Rounds of deviation 10 about 110: 30.
    QTest::newRow("one round") << QList<int>{100}
                               << QStringList{QStringLiteral("p(95)<=125.000"),
                                              QStringLiteral("rate>=150.000")};
    QTest::newRow("rounds that agree")
        << QList<int>{100, 100, 100}
        << QStringList{QStringLiteral("p(95)<=110.000"), QStringLiteral("rate>=180.000")};
    QTest::newRow("rounds that vary")
        << QList<int>{100, 110, 120}
        << QStringList{QStringLiteral("p(95)<=140.000"), QStringLiteral("rate>=180.000")};
}

void TestComparison::baselineSetsLimits()
{
    QFETCH(QList<int>, p95Ms);
    QFETCH(QStringList, limits);
    RunRecord baseline;
    for (const int ms : p95Ms) {
        RoundFigures round;
        round.service.all.count = 100;
        round.service.all.p95Ns = std::int64_t{ms} * 1'000'000;
        round.throughput.issuedPerSecond = 200;
        baseline.allRounds.push_back(round);
    }
    const auto set = baselineLimits(baseline);
    QVERIFY(set.ok());
    QStringList words;
    for (const Threshold &limit : set.value()) {
        words << limit.expression;
    }
    QCOMPARE(words, limits); // none of the figures that the baseline does not have
}

void TestComparison::aBaselineThatSetsNone()
{
    RunRecord baseline = smallRecord(QStringLiteral("1"));
    baseline.allRounds.clear();
    baseline.service = {};
    baseline.throughput = {};
    QVERIFY(!baselineLimits(baseline).ok());
    baseline.throughput.issuedPerSecond = 200;
    QVERIFY(baselineLimits(baseline).ok());
    baseline.generator.valid = false;
    baseline.generator.reasons = QStringList{QStringLiteral("Too few processors.")};
    const auto refused = baselineLimits(baseline);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().endsWith(QStringLiteral("Too few processors.")));
}

} // namespace tst_comparison

STAMPEDE_TEST(tst_comparison::TestComparison)
#include "tst_comparison.moc"
