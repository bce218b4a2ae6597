// SPDX-License-Identifier: MIT
// Proves that the worst of several verdicts decides, that its exit code is the contract's, and that
// the sentences say what the figures say.

#include "record/fault_text.h"
#include "record/verdict.h"
#include "test_program.h"

#include <QLocale>
#include <QTest>

namespace tst_verdict {

using namespace stampede;

namespace {

CheckResult failed(const char *id)
{
    CheckResult check = newCheck(QString::fromLatin1(id));
    check.verdict = CheckVerdict::Fail;
    check.explanation = QStringLiteral("explained");
    return check;
}

/// 10 coupons went to 10 of 20 people, 5 were told twice, everything right.
RunRecord heldRecord()
{
    RunRecord record;
    record.scenario.coupon.stock = 10;
    record.scenario.load.iterations = 25;
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] = 10;
    record.outcomes.byOutcome[indexOf(Outcome::AlreadyIssued)] = 5;
    record.outcomes.byOutcome[indexOf(Outcome::OutOfStock)] = 10;
    AuditReport audit;
    audit.verdict = AuditVerdict::Held;
    audit.state.initialStock = 10;
    audit.state.remaining = 0;
    audit.state.rows = audit.state.newRows = audit.state.distinctUsers = 10;
    audit.state.drift = 0;
    record.audit = audit;
    record.loadTester = {.requests = 25, .failed = 15, .refusals = 15, .rightRefusals = 15};
    return record;
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void worstDecides();
    void sentences();
    void limitOfSeveralPerPerson_data();
    void limitOfSeveralPerPerson();
    void whatIsInDoubt();
    void loadTesterLine();
    void onlyJudgedRefusalsAreRight();
};

void TestVerdict::worstDecides()
{
    RunRecord record = heldRecord();
    QCOMPARE(verdictOf(record), RunVerdict::Pass);
    QCOMPARE(exitCodeOf(record), ExitCode::Success);

    record.thresholds.append({Threshold{}, 1.0, false});
    QCOMPARE(exitCodeOf(record), ExitCode::Thresholds);

    record.endedEarly = true;
    QCOMPARE(verdictOf(record), RunVerdict::Aborted);
    QCOMPARE(exitCodeOf(record), ExitCode::EndedEarly);

    RunRecord nothing = record;
    nothing.outcomes = {};
    QCOMPARE(verdictOf(nothing), RunVerdict::Invalid);
    QCOMPARE(exitCodeOf(nothing), ExitCode::NothingMeasured);

    nothing.audit->verdict = AuditVerdict::Undecided;
    QCOMPARE(exitCodeOf(nothing), ExitCode::Inconclusive);

    nothing.audit->verdict = AuditVerdict::Broken;
    QCOMPARE(exitCodeOf(nothing), ExitCode::Violation);

    RunRecord unaudited = heldRecord();
    unaudited.audit.reset();
    QCOMPARE(exitCodeOf(unaudited), ExitCode::Inconclusive);
    unaudited.endedEarly = true;
    QCOMPARE(exitCodeOf(unaudited), ExitCode::EndedEarly);
}

void TestVerdict::sentences()
{
    RunRecord record = heldRecord();
    record.verdict = verdictOf(record);
    QCOMPARE(verdictText(record).word, QStringLiteral("Everything held"));
    QCOMPARE(verdictText(record).sentence,
             QStringLiteral("10 of 10 coupons went to 10 people, 0 left."));
    QCOMPARE(ledgerLine(record), QStringLiteral("10 at start = 10 written + 0 left"));

    record.audit->checks = {failed("no-server-errors")};
    QCOMPARE(verdictText(record).word, QStringLiteral("Held, with 1 warning"));

    record.audit->checks = {failed("stock-not-exceeded"), failed("stock-adds-up")};
    record.audit->verdict = AuditVerdict::Broken;
    record.audit->state.newRows = record.audit->state.rows = 1096;
    record.audit->state.remaining = 7;
    record.audit->state.drift = 10 - 7 - 1096;
    record.verdict = verdictOf(record);
    QCOMPARE(verdictText(record).word, QStringLiteral("Integrity broken"));
    QCOMPARE(
        verdictText(record).sentence,
        QStringLiteral("1,086 coupons too many: 1,096 issued, 10 in stock. And one more finding."));
    QCOMPARE(ledgerLine(record),
             QStringLiteral("10 at start ≠ 1,096 written + 7 left, drift −1,093"));

    // What was not looked at is not told as held.
    RunRecord part = heldRecord();
    CheckResult passed = newCheck(QStringLiteral("stock-adds-up"));
    passed.verdict = CheckVerdict::Pass;
    CheckResult lacks = newCheck(QStringLiteral("rows-belong"));
    skipNotAvailable(lacks, QStringLiteral("Needs a table of people."));
    part.audit->checks = {passed, lacks};
    part.verdict = verdictOf(part);
    QCOMPARE(verdictText(part).sentence,
             QStringLiteral("1 of 2 checks came to a result; each of the others says why it did "
                            "not."));
    part.endedEarly = true;
    part.verdict = verdictOf(part);
    part.throughput.durationSeconds = 2.97;
    QCOMPARE(verdictText(part).sentence,
             QStringLiteral("After 25 of 25 requests, by the user; the last answer came at 3.0 s. "
                            "What ran was audited: held, as far as it could be checked."));
    part.audit->checks << failed("no-server-errors");
    part.endedEarly = false;
    part.verdict = verdictOf(part);
    QCOMPARE(verdictText(part).sentence, QStringLiteral("No row of this run is wrong. explained"));

    // Without rows only the answers tell how many there were.
    record.audit->checks = {failed("stock-not-exceeded")};
    record.audit->checks.first().explanation = QStringLiteral("12 were told, 10 existed.");
    record.audit->state.newRows = record.audit->state.rows = 0;
    QCOMPARE(verdictText(record).sentence, QStringLiteral("12 were told, 10 existed."));
}

void TestVerdict::onlyJudgedRefusalsAreRight()
{
    RunRecord record = heldRecord();
    QCOMPARE(record.rightRefusals(), std::optional<std::int64_t>(15));
    for (const char *id : {"refusals-justified", "already-issued-true", "sold-out-true"}) {
        CheckResult left = newCheck(QString::fromLatin1(id));
        skipNotAvailable(left, QStringLiteral("Pieces come back."));
        record.audit->checks = {left};
        QVERIFY2(!record.rightRefusals(), id);
        skipNothing(left, QStringLiteral("There was nothing to look at."));
        record.audit->checks = {left};
        QVERIFY2(record.rightRefusals() == 15, id);
    }
    // Of somebody else's sale nobody knows when it was open.
    record.outcomes.byOutcome[indexOf(Outcome::NotStarted)] = 2;
    QVERIFY(record.rightRefusals() == 17);
    record.scenario.target.kind = TargetKind::Http;
    QVERIFY(!record.rightRefusals());
}

void TestVerdict::limitOfSeveralPerPerson_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("ofOne");
    QTest::newRow("too many") << QStringLiteral("one-per-user")
                              << QStringLiteral("2 people hold more than one coupon.");
    QTest::newRow("too few") << QStringLiteral("issued-is-stored")
                             << QStringLiteral(
                                    "2 people were told they have a coupon and have none.");
}

/// Whoever may have two and has one is not without, and two are not too many.
void TestVerdict::limitOfSeveralPerPerson()
{
    QFETCH(const QString, id);
    QFETCH(const QString, ofOne);
    RunRecord record = heldRecord();
    record.audit->verdict = AuditVerdict::Broken;
    record.audit->checks = {failed(qPrintable(id))};
    record.audit->state.duplicatePeople = record.audit->state.lostWrites = 2;
    record.verdict = verdictOf(record);
    QCOMPARE(verdictText(record).sentence, ofOne);
    for (const std::optional<std::int64_t> limit : {std::optional<std::int64_t>(2), {}}) {
        record.audit->rules.limitPerPerson = limit;
        QCOMPARE(verdictText(record).sentence, QStringLiteral("explained"));
    }
}

void TestVerdict::whatIsInDoubt()
{
    RunRecord record = heldRecord();
    QCOMPARE(doubtSentence(record), QString());
    record.outcomes.byOutcome[indexOf(Outcome::Unknown)] = 3;
    record.audit->state.tookEffect = 2;
    QCOMPARE(doubtSentence(record),
             QStringLiteral("3 requests have no definite answer (no answer: 3); 2 of them took "
                            "effect."));
    record.audit->state.noEffect = 1;
    record.audit->settle = SettleFigures{};
    QCOMPARE(doubtSentence(record),
             QStringLiteral("3 requests have no definite answer (no answer: 3); 2 of them took "
                            "effect so far, and whether others still will, nobody knows yet."));
    record.audit->settle->atRest = true;
    // What was answered by an error or in a way that no rule knows is called so.
    record.outcomes.byOutcome[indexOf(Outcome::ServerError)] = 8;
    record.unknownReasons[static_cast<std::size_t>(UnknownReason::Unclassified)] = 2;
    QCOMPARE(doubtSentence(record),
             QStringLiteral("11 requests have no definite answer (no answer: 1, not recognised: 2, "
                            "server error: 8); 2 of them took effect."));
    record.audit->state.rowsKnown = false; // it is not "none"
    record.outcomes.byOutcome[indexOf(Outcome::Unknown)] = 0;
    record.unknownReasons = {};
    QCOMPARE(doubtSentence(record),
             QStringLiteral("8 requests have no definite answer (server error: 8); which of them "
                            "took effect, nobody saw."));
}

void TestVerdict::loadTesterLine()
{
    RunRecord record = heldRecord();
    QCOMPARE(
        loadTesterSentence(record),
        QStringLiteral("A load tester that counts every 4xx as failed would report 60 % failed. "
                       "Every one of those 15 refusals was the right answer."));
    record.loadTester.rightRefusals = 12;
    record.loadTester.errors = 1;
    QVERIFY(loadTesterSentence(record).endsWith(
        QStringLiteral("12 of those 15 refusals were the right answer. 1 request ended in an error "
                       "(5xx: 1, no answer: 0).")));
    record.loadTester.rightRefusals = 15;
    QVERIFY2(loadTesterSentence(record).contains(
                 QStringLiteral("Every one of those 15 refusals was the right answer. 1 request")),
             qPrintable(loadTesterSentence(record)));
    // It counts what it counts: nothing is put down to the 4xx that was none.
    const auto counts = [&record](std::int64_t errors, std::int64_t withoutAnswer) {
        record.loadTester.errors = errors;
        record.loadTester.withoutAnswer = withoutAnswer;
        return loadTesterSentence(record).section(QStringLiteral(" would report"), 0, 0);
    };
    QCOMPARE(counts(0, 0), QStringLiteral("A load tester that counts every 4xx as failed"));
    QCOMPARE(counts(3, 0), QStringLiteral("A load tester that counts every 4xx and 5xx as failed"));
    QCOMPARE(counts(3, 3), QStringLiteral("A load tester that counts every 4xx and every missing "
                                          "answer as failed"));
    QCOMPARE(counts(3, 1), QStringLiteral("A load tester that counts every 4xx, every 5xx and "
                                          "every missing answer as failed"));
    record.loadTester = {
        .requests = 25, .failed = 7, .rightRefusals = 0, .errors = 7, .withoutAnswer = 4};
    QCOMPARE(loadTesterSentence(record),
             QStringLiteral("A load tester would report 28 % failed. None of those was a 4xx: "
                            "7 requests ended in an error (5xx: 3, no answer: 4)."));
    record.outcomes.byOutcome[indexOf(Outcome::NotSent)] = 3;
    QVERIFY2(loadTesterSentence(record).endsWith(
                 QStringLiteral("7 requests ended in an error (5xx: 3, no answer: 1, not sent: "
                                "3).")),
             qPrintable(loadTesterSentence(record)));
    record.outcomes.byOutcome[indexOf(Outcome::NotSent)] = 0;
    // What was not recognised is no refusal, neither a right one nor a wrong one, and whether or
    // not anybody could see which were right.
    record.loadTester = {
        .requests = 25, .failed = 15, .refusals = 5, .rightRefusals = 5, .notRecognised = 10};
    QCOMPARE(
        loadTesterSentence(record),
        QStringLiteral("A load tester that counts every 4xx as failed would report 60 % failed. "
                       "Every one of those 5 refusals was the right answer. 10 answers of 4xx were "
                       "not recognised: neither right nor wrong."));
    record.loadTester.rightRefusals.reset();
    QVERIFY2(loadTesterSentence(record).endsWith(
                 QStringLiteral("Whether those 5 refusals were right, nobody knows. 10 answers of "
                                "4xx were not recognised: neither right nor wrong.")),
             qPrintable(loadTesterSentence(record)));
    record.loadTester = {.requests = 25, .failed = 1, .rightRefusals = {}, .notRecognised = 1};
    QCOMPARE(
        loadTesterSentence(record),
        QStringLiteral("A load tester that counts every 4xx as failed would report 4.0 % failed. 1 "
                       "answer of 4xx was not recognised: neither right nor wrong."));
    record.outcomes = {};
    record.loadTester = {.requests = 25, .rightRefusals = 0};
    record.audit->checks = {failed("stock-not-exceeded")};
    QCOMPARE(loadTesterSentence(record),
             QStringLiteral("A load tester would report 0 % failed. The audit has 1 finding."));
}

} // namespace tst_verdict

STAMPEDE_TEST(tst_verdict::TestVerdict)
#include "tst_verdict.moc"
