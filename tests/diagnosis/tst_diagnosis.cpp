// Proves that every hypothesis comes out as explaining, ruled out or undecided where the figures
// say so, with those figures in its evidence, and that the headline is the one that fits.

#include "diagnosis/diagnosis.h"

#include "audit/check_result.h"
#include "scenario/user_file.h"
#include "test_program.h"

#include <QTest>

namespace tst_diagnosis {

using namespace stampede;

namespace {

constexpr std::int64_t kMs = 1'000'000;

/// A run written by hand.
struct Case
{
    Scenario scenario;
    AuditReport audit;
    std::vector<Operation> history;
    std::optional<std::int64_t> deadlocks = 0;
    std::int64_t retries = 0;
    std::int64_t lengthNs = 500 * kMs;
    QStringList generatorReasons;
    std::int64_t unclassified = 0;
    std::int64_t errors = 0;
    bool areCounted = true; ///< refusals have a status of 4xx
    bool audited = true;
    std::int64_t kills = 0;

    explicit Case(std::int64_t stock)
    {
        scenario.coupon.stock = stock;
        audit.verdict = AuditVerdict::Held;
        audit.state.initialStock = stock;
        audit.state.remaining = stock;
        audit.state.drift = 0;
    }
    Case &told(std::int64_t user, Outcome outcome, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            Operation operation;
            operation.user = user;
            operation.invokedNs = static_cast<std::int64_t>(history.size()) * kMs;
            operation.returnedNs = operation.invokedNs + kMs / 2;
            operation.outcome = outcome;
            history.push_back(operation);
            if (outcome == Outcome::Issued) {
                ++audit.state.rows;
                ++audit.state.newRows;
                ++audit.state.distinctUsers;
                --*audit.state.remaining;
            }
        }
        return *this;
    }
    Case &fails(const char *id, const char *proof = "")
    {
        CheckResult check = newCheck(QString::fromLatin1(id));
        check.verdict = CheckVerdict::Fail;
        check.rowCount = 3;
        check.explanation = QStringLiteral("It is broken.");
        check.proof = QString::fromLatin1(proof);
        audit.checks.append(check);
        audit.verdict = AuditVerdict::Broken;
        return *this;
    }
    /// A service of somebody else whose tables a profile describes.
    Case &overHttp()
    {
        scenario.target.kind = TargetKind::Http;
        scenario.target.audit.rows = TargetRows::Profile;
        return *this;
    }
    /// The same without a database.
    Case &answersOnly()
    {
        overHttp();
        scenario.target.audit.rows = TargetRows::None;
        audit.state.rowsKnown = false;
        audit.state.initialStockKnown = false;
        audit.state.remaining.reset();
        audit.state.drift.reset();
        return *this;
    }
    [[nodiscard]] Diagnosis diagnose() const
    {
        const OutcomeCounts outcomes = countOutcomes(history);
        const auto refusals = static_cast<std::int64_t>(outcomes.of(Outcome::AlreadyIssued) +
                                                        outcomes.of(Outcome::OutOfStock));
        const Prediction prediction = predict(scenario, 0);
        return stampede::diagnose(
            {.scenario = scenario,
             .prediction = prediction,
             .audit = audited ? &audit : nullptr,
             .history = history,
             .outcomes = outcomes,
             .unclassified = unclassified,
             .failedPercent = QStringLiteral("99"),
             .refusals = refusals,
             .rightRefusals =
                 audited ? std::optional(refusals - audit.wrongRefusals) : std::nullopt,
             .refusalsCounted = areCounted ? refusals : 0,
             .rightRefusalsCounted = !audited     ? std::nullopt
                                     : areCounted ? std::optional(refusals - audit.wrongRefusals)
                                                  : std::optional<std::int64_t>(0),
             .errors = errors,
             .deadlocks = deadlocks,
             .retries = retries,
             .lengthNs = lengthNs,
             .processorsUsed = 0.31,
             .latenessP99Us = 120,
             .generatorReasons = generatorReasons,
             .kills = kills});
    }
};

Case oneUser()
{
    Case run(200);
    run.scenario.users.pick = Pick::Fixed;
    run.told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued, 1095);
    return run;
}

QString idsOf(const Diagnosis &diagnosis, HypothesisVerdict verdict)
{
    QStringList ids;
    for (const Hypothesis &hypothesis : diagnosis.with(verdict)) {
        ids << hypothesis.id;
    }
    return ids.join(QLatin1Char(' '));
}

} // namespace

using Make = std::function<Case()>;
class TestDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleUserIsNoRace();
    void weighs_data();
    void weighs();
    void headlines_data();
    void headlines();
    void everyHypothesisOnce();
    void contentionComesBeforeRefusals();
    void oneCallerComesFirst();

private:
    static void addOfForeignServices();
};

void TestDiagnosis::singleUserIsNoRace()
{
    const Diagnosis diagnosis = oneUser().diagnose();
    QCOMPARE(idsOf(diagnosis, HypothesisVerdict::Explains),
             QStringLiteral("refusals-counted-as-failures too-few-users more-stock-than-people"));
    for (const char *id : {"race", "duplicates", "sold-out"}) {
        QCOMPARE(diagnosis.find(QString::fromLatin1(id))->verdict, HypothesisVerdict::RuledOut);
    }
    QVERIFY(diagnosis.find(QStringLiteral("race"))
                ->evidence.endsWith(QStringLiteral("At most one request wrote at a time, so this "
                                                   "run could not have shown one.")));
    QCOMPARE(diagnosis.headline,
             QStringLiteral("99.9 % of the requests were refused, and every refusal was right: all "
                            "1,096 came from one person, who may hold one coupon."));
    QCOMPARE(diagnosis.find(QStringLiteral("too-few-users"))->evidence,
             QStringLiteral("1,096 requests came from 1 person. One coupon each: 1,095 refusals "
                            "were certain before the run."));
    QCOMPARE(diagnosis.find(QStringLiteral("too-few-users"))->advice,
             QStringLiteral("Spread the load over at least 200 people."));
}

void TestDiagnosis::weighs_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("evidence");
    const auto add = [](const char *id, const char *verdict, const char *evidence,
                        const Make &make) {
        QTest::addRow("%s %s", id, verdict)
            << make << QString::fromLatin1(id) << QString::fromLatin1(verdict)
            << QString::fromUtf8(evidence);
    };
    add("refusals-counted-as-failures", "undecided", "The audit did not finish", [] {
        Case run = oneUser();
        run.audited = false;
        return run;
    });
    add("refusals-counted-as-failures", "false", "1 of 1 4xx answers were wrong", [] {
        Case run = Case(3).told(2, Outcome::AlreadyIssued);
        run.audit.wrongRefusals = 1;
        return run;
    });
    add("refusals-counted-as-failures", "false", "No answer had a 4xx status", [] {
        Case run = oneUser();
        run.areCounted = false;
        return run;
    });
    add("refusals-counted-as-failures", "false", "3 requests ended in an error", [] {
        Case run = Case(3).told(2, Outcome::Issued).told(2, Outcome::AlreadyIssued, 3);
        run.errors = 3;
        return run;
    });
    add("too-few-users", "false", "2 people asked; that is enough for 2 coupons.",
        [] { return Case(2).told(1, Outcome::Issued).told(2, Outcome::Issued); });
    add("sold-out", "true", "The last of 2 coupons went at 0.002 s; 3 requests came later.", [] {
        return Case(2)
            .told(1, Outcome::Issued)
            .told(2, Outcome::Issued)
            .told(3, Outcome::OutOfStock, 3);
    });
    add("sold-out", "false", "1 were left", [] { return Case(2).told(1, Outcome::Issued); });
    add("sold-out", "undecided", "cannot be read", [] {
        Case run(2);
        run.audit.state.remaining.reset();
        run.audit.state.drift.reset();
        return run;
    });
    add("race", "true", "2 of 3 decrements were lost. Both read 3.", [] {
        Case run =
            Case(3).told(1, Outcome::Issued).told(2, Outcome::Issued).told(3, Outcome::Issued);
        run.audit.state.drift = -2;
        return run.fails("stock-adds-up", "Both read 3.");
    });
    add("race", "undecided", "cannot be read", [] {
        Case run(2);
        run.audit.state.drift.reset();
        return run;
    });
    add("duplicates", "true", "1 people hold 2 coupons too many.", [] {
        Case run = Case(9).told(1, Outcome::Issued, 3);
        run.audit.state.distinctUsers = 1;
        run.audit.state.duplicatePeople = 1;
        return run;
    });
    add("duplicates", "false", "nobody asked twice, so the rule was never tried.",
        [] { return Case(9).told(1, Outcome::Issued); });
    add("duplicates", "false", "none of 1 tries at a second one got it, 1 of them while", [] {
        Case run = Case(9).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued);
        run.history[1].invokedNs = 0;
        return run;
    });
    add("sold-out-too-early", "undecided", "Nobody was told", [] { return Case(1); });
    add("sold-out-too-early", "true", "1 people were told so before coupon number 2", [] {
        Case run = Case(2).told(1, Outcome::OutOfStock);
        run.audit.toldSoldOutTooEarly = 1;
        return run;
    });
    add("sold-out-too-early", "false", "when all 1 coupons had been asked for",
        [] { return Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock); });
    add("answers-misread", "true", "4 answers", [] {
        Case run(1);
        run.unclassified = 4;
        return run;
    });
    add("outside-sale", "true", "2 requests came before the sale",
        [] { return Case(1).told(1, Outcome::NotStarted, 2); });
    add("ids-unknown", "true", "1 of 2 ids that asked are not in the table (first: 103)",
        [] { return Case(5).told(1, Outcome::Issued).told(103, Outcome::NotFound, 2); });
    add("contention-storm", "true", "1 requests gave up", [] {
        Case run = Case(5).told(1, Outcome::Contention);
        run.history[0].errorCode = 1205;
        return run;
    });
    add("contention-storm", "undecided", "does not give these counters", [] {
        Case run(1);
        run.deadlocks.reset();
        return run;
    });
    add("unprotected", "undecided", "Off or missing: row lock. It did no damage in this run.", [] {
        Case run(1);
        run.scenario.service.layers.rowLock = false;
        return run;
    });
    add("unprotected", "true", "Off or missing: row lock. The audit found damage.", [] {
        Case run(1);
        run.scenario.service.layers.rowLock = false;
        run.audit.state.drift = -1;
        return run;
    });
    // A lock that is off is no reason for people who hold several.
    add("unprotected", "undecided", "Off or missing: row lock. It did no damage", [] {
        Case run(9);
        run.scenario.service.layers.rowLock = false;
        run.audit.state.duplicatePeople = 1;
        return run;
    });
    addOfForeignServices();
    add("unprotected", "false", "were all at work", [] { return Case(1); });
    add("hidden-retry", "true", "1 people were told", [] {
        Case run = Case(3).told(1, Outcome::AlreadyIssued);
        run.audit.state.hiddenRetries = 1;
        return run;
    });
    add("promises-lost", "undecided", "durability was not put to the test", [] { return Case(1); });
    add("generator-limit", "false", "It used 31 % of its processors", [] { return Case(1); });
    add("generator-limit", "undecided", "too short to say", [] {
        Case run(1);
        run.lengthNs = kMs;
        return run;
    });
    add("generator-limit", "true", "Too few connections.", [] {
        Case run(1);
        run.generatorReasons = QStringList{QStringLiteral("Too few connections.")};
        return run;
    });
    add("somebody-else", "true", "3 new rows belong",
        [] { return Case(1).fails("nobody-else-wrote"); });
    add("still-settling", "undecided", "cannot be read", [] { return Case(1); });
    const auto settled = [](bool atRest, std::optional<std::int64_t> open, bool moved) {
        return [atRest, open, moved] {
            Case run(1);
            run.audit.settle = SettleFigures{atRest, 2'000, open, 0, moved};
            return run;
        };
    };
    add("still-settling", "false", "At rest after 2", settled(true, 0, false));
    add("still-settling", "undecided", "could not be seen", settled(true, std::nullopt, false));
    add("still-settling", "undecided", "The waiting ended", settled(false, 0, false));
    add("still-settling", "true", "open transactions: 3", settled(false, 3, false));
    add("still-settling", "true", "were changing", settled(false, std::nullopt, true));
    add("figures-contradict", "undecided", "Too few figures", [] { return Case(1); });
    add("figures-contradict", "true",
        "'one user' and '12 issued' exclude each other: one person "
        "can be issued this coupon once.",
        [] {
            Case run = oneUser();
            run.scenario.thresholds = {
                parseThreshold(QStringLiteral("issued"), QStringLiteral("count==12")).value()};
            return run;
        });
    add("figures-contradict", "false", "fit together", [] {
        Case run = oneUser();
        run.scenario.thresholds = {
            parseThreshold(QStringLiteral("issued"), QStringLiteral("count==1")).value()};
        return run;
    });
}

void TestDiagnosis::addOfForeignServices()
{
    const auto add = [](const char *id, const char *verdict, const char *evidence,
                        const Make &make) {
        QTest::addRow("over http: %s %s, %s", id, verdict, evidence)
            << make << QString::fromLatin1(id) << QString::fromLatin1(verdict)
            << QString::fromUtf8(evidence);
    };
    const auto bare = [] { return Case(200).told(1, Outcome::Issued).answersOnly(); };
    for (const char *id : {"race", "duplicates", "sold-out", "too-few-users",
                           "more-stock-than-people", "somebody-else", "promises-lost"}) {
        add(id, "undecided", "Only the answers could be seen", bare);
    }
    add("unprotected", "undecided", "nobody said", bare);
    add("outside-sale", "false", "No answer said so.", bare);
    add("ids-unknown", "false", "No answer said so.", bare);
    add("ids-unknown", "undecided", "3 were not recognised", [] {
        Case run = Case(2).told(1, Outcome::Issued).answersOnly();
        run.unclassified = 3;
        return run;
    });
    add("hidden-retry", "undecided", "Only the answers could be seen",
        [] { return Case(2).told(1, Outcome::AlreadyIssued).answersOnly(); });
    add("unprotected", "undecided", "not the cause of anything here",
        [] { return Case(9).told(1, Outcome::Issued).overHttp().fails("unique-key-there"); });
    add("unprotected", "true", "no unique key over person and coupon, and 2 people", [] {
        Case run = Case(9).told(1, Outcome::Issued).overHttp().fails("unique-key-there");
        run.audit.state.duplicatePeople = 2;
        return run;
    });
    // Total and counter are a stock too: three rows, and the counter says one.
    const auto counted = [](std::int64_t counter) {
        return [counter] {
            Case run = Case(3)
                           .told(1, Outcome::Issued)
                           .told(2, Outcome::Issued)
                           .told(3, Outcome::Issued)
                           .overHttp();
            run.audit.state.remaining.reset();
            run.audit.state.drift.reset();
            run.audit.state.issuedCounter = counter;
            return run;
        };
    };
    add("race", "true", "2 of 3 decrements were lost", counted(1));
    add("race", "false", "3 down, 3 written", counted(3));
    add("sold-out", "true", "The last of 3 coupons went", counted(3));
    add("sold-out", "false", "2 were left", counted(1));
    add("contention-storm", "undecided", "does not give these counters", [] {
        Case run = Case(1).overHttp();
        run.deadlocks.reset();
        return run;
    });
    add("contention-storm", "true",
        "counted in 500 ms: 4; answers that meant contention: 0; "
        "other server errors: 5",
        [] {
            Case run = Case(1).told(1, Outcome::ServerError, 5).overHttp();
            run.deadlocks = 4;
            return run;
        });
    add("contention-storm", "false", "1 deadlocks", [] {
        Case run = Case(1).told(1, Outcome::ServerError, 5).overHttp();
        run.deadlocks = 1;
        return run;
    });
    const auto killed = [](std::int64_t lost) {
        return [lost] {
            Case run(3);
            run.kills = 1;
            run.audit.state.lostWrites = lost;
            return run;
        };
    };
    add("promises-lost", "true", "The server was killed 1 time, and 2 confirmed coupons",
        killed(2));
    add("promises-lost", "false", "every confirmed coupon is there", killed(0));
    add("one-caller", "true", "nothing that was sent says who", [] {
        Case run = Case(2).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued).overHttp();
        run.scenario.target.body = QStringLiteral("x");
        return run;
    });
    add("one-caller", "undecided", "was not seen",
        [] { return Case(2).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued).overHttp(); });
    add("one-caller", "false", "Only one person", [] { return oneUser(); });
}

void TestDiagnosis::contentionComesBeforeRefusals()
{
    Case run = Case(9).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued, 20).overHttp();
    run.told(2, Outcome::ServerError, 10);
    run.errors = 10;
    run.deadlocks = 10;
    const Diagnosis diagnosis = run.diagnose();
    QCOMPARE(diagnosis.hypotheses.constFirst().id, QStringLiteral("contention-storm"));
    QVERIFY(idsOf(diagnosis, HypothesisVerdict::Explains)
                .contains(QStringLiteral("refusals-counted-as-failures")));
    run.errors = 30; // more errors than right refusals
    QVERIFY(!idsOf(run.diagnose(), HypothesisVerdict::Explains)
                 .contains(QStringLiteral("refusals-counted-as-failures")));
}

void TestDiagnosis::oneCallerComesFirst()
{
    Case run = Case(9).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued, 20).overHttp();
    run.scenario.target.body = QStringLiteral("token={token}");
    run.scenario.users.loaded.file = UserFile::parse("userId,token\n1,abc\n2,abc\n").value();
    run.audit.state.hiddenRetries = 1;
    run.fails("already-issued-true").fails("unique-key-there");
    const Diagnosis diagnosis = run.diagnose();
    QCOMPARE(diagnosis.hypotheses.constFirst().id, QStringLiteral("one-caller"));
    QVERIFY2(diagnosis.hypotheses.constFirst().evidence.contains(
                 QStringLiteral("{token}, and that is the same in all 2 lines")),
             qPrintable(diagnosis.hypotheses.constFirst().evidence));
    QVERIFY(diagnosis.headline.startsWith(
        QStringLiteral("Every request was sent in one person's name.")));
    QVERIFY(
        !idsOf(diagnosis, HypothesisVerdict::Explains).contains(QStringLiteral("hidden-retry")));
    QVERIFY(!idsOf(diagnosis, HypothesisVerdict::Explains).contains(QStringLiteral("unprotected")));
    run.scenario.users.loaded.file = UserFile::parse("userId,token\n1,abc\n2,abd\n").value();
    QVERIFY(run.diagnose().find(QStringLiteral("one-caller"))->verdict !=
            HypothesisVerdict::Explains);
}

void TestDiagnosis::weighs()
{
    QFETCH(Make, make);
    QFETCH(QString, id);
    QFETCH(QString, verdict);
    QFETCH(QString, evidence);
    const Case run = make();
    const Diagnosis diagnosis = run.diagnose();
    const Hypothesis *hypothesis = diagnosis.find(id);
    QVERIFY(hypothesis != nullptr);
    QCOMPARE(hypothesisVerdictKey(hypothesis->verdict), verdict);
    QVERIFY2(hypothesis->evidence.contains(evidence), qPrintable(hypothesis->evidence));
}

void TestDiagnosis::headlines_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("headline");
    QTest::newRow("damage") << Make([] {
        Case run = Case(3).told(1, Outcome::Issued);
        run.audit.state.drift = -1;
        return run.fails("stock-adds-up");
    }) << QStringLiteral("It is broken. Cause: requests wrote over each other.");
    QTest::newRow("all right, several people")
        << Make([] {
               return Case(2)
                   .told(1, Outcome::Issued)
                   .told(1, Outcome::AlreadyIssued, 2)
                   .told(2, Outcome::Issued)
                   .told(3, Outcome::OutOfStock);
           })
        << QStringLiteral("3 of 5 requests were refused, and every refusal was right: 2 times "
                          "someone asked who already had one, 1 times after the last coupon had "
                          "gone.");
    QTest::newRow("nobody refused")
        << Make([] { return Case(3).told(1, Outcome::Issued); })
        << QStringLiteral("Everyone who asked got a coupon; 2 are left.");
    QTest::newRow("undecided") << Make([] {
        Case run(1);
        run.audit.verdict = AuditVerdict::Undecided;
        run.audit.undecidedReason = QStringLiteral("The run was not at rest.");
        return run;
    }) << QStringLiteral("This run cannot tell: the run was not at rest.");
}

void TestDiagnosis::headlines()
{
    QFETCH(Make, make);
    QFETCH(QString, headline);
    const Case run = make();
    QCOMPARE(run.diagnose().headline, headline);
}

void TestDiagnosis::everyHypothesisOnce()
{
    const Diagnosis diagnosis = oneUser().diagnose();
    QCOMPARE(diagnosis.hypotheses.size(), 19);
    QStringList ids;
    for (const Hypothesis &hypothesis : diagnosis.hypotheses) {
        ids << hypothesis.id;
        QVERIFY2(!hypothesis.evidence.isEmpty() &&
                     !hypothesis.evidence.contains(u'%' + QString::number(1)),
                 qPrintable(hypothesis.id + hypothesis.evidence));
    }
    QCOMPARE(ids.removeDuplicates(), 0);
}

} // namespace tst_diagnosis

STAMPEDE_TEST(tst_diagnosis::TestDiagnosis)
#include "tst_diagnosis.moc"
