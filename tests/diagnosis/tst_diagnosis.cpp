// SPDX-License-Identifier: MIT
// Proves that every hypothesis comes out as explaining, ruled out or undecided where the figures
// say so, with those figures in its evidence, and that the headline is the one that fits.

#include "diagnosis/diagnosis.h"

#include "record/check_result.h"
#include "scenario/user_file.h"
#include "test_program.h"

#include <QSet>
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
    std::optional<std::int64_t> lockWaits;
    std::int64_t retries = 0;
    std::int64_t lengthNs = 500 * kMs;
    QStringList generatorReasons;
    std::int64_t unclassified = 0;
    std::int64_t unreadOf4xx = 0; ///< of these, with a status of 4xx
    std::int64_t errors = 0;
    bool areCounted = true; ///< refusals have a status of 4xx
    bool audited = true;
    std::int64_t kills = 0;
    bool closed = false; ///< by the hours of the sale that its tables hold
    std::vector<StatusCount> statuses;

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
                audit.rowUsers.push_back(user);
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
    /// A check that could not be made, or came to no end.
    Case &leavesOpen(const char *id, CheckVerdict verdict, SkipReason reason = SkipReason::None)
    {
        CheckResult check = newCheck(QString::fromLatin1(id));
        check.verdict = verdict;
        check.skipReason = reason;
        audit.checks.append(check);
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
                                                        outcomes.of(Outcome::OutOfStock) +
                                                        outcomes.of(Outcome::NotStarted));
        Prediction prediction = predict(scenario, 0);
        if (closed) {
            prediction.service.sale = SaleWindow{};
            prediction.service.knowsLimit = true;
            prediction.outsideSale = {static_cast<std::int64_t>(history.size()), {}};
        }
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
             .clientErrors = (areCounted ? refusals : 0) + unreadOf4xx,
             .refusalsCounted = areCounted ? refusals : 0,
             .rightRefusalsCounted = !audited     ? std::nullopt
                                     : areCounted ? std::optional(refusals - audit.wrongRefusals)
                                                  : std::optional<std::int64_t>(0),
             .errors = errors,
             .deadlocks = deadlocks,
             .lockWaits = lockWaits,
             .retries = retries,
             .lengthNs = lengthNs,
             .processorsUsed = 0.31,
             .latenessP99Us = 120,
             .generatorReasons = generatorReasons,
             .statuses = statuses,
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

/// A run, and what is said of a hypothesis after it.
struct AnalysedCase
{
    QByteArray name;
    Make make;
    QString id;
    QString verdict;
    QString evidence;
};

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
    void everyHypothesisIsTrueFalseAndUnknown();
    void soldOutIsNoExcuse();
    void severalCouponsApart();
    void statusesToExpectAreThoseThatCame();
    void whatNoCheckDecidedNobodyKnows();
    void contentionComesBeforeRefusals();
    void oneCallerComesFirst();

private:
    static QList<AnalysedCase> weighed();
    static void addOfForeignServices(QList<AnalysedCase> &all);
    static void addOfStocks(QList<AnalysedCase> &all);
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
    for (const AnalysedCase &each : weighed()) {
        QTest::newRow(each.name.constData())
            << each.make << each.id << each.verdict << each.evidence;
    }
}

/// Of every hypothesis a run in which it is so, one in which it is not, and one in which nobody can
/// know.
QList<AnalysedCase> TestDiagnosis::weighed()
{
    QList<AnalysedCase> all;
    const auto add = [&all](const char *id, const char *verdict, const char *evidence,
                            const Make &make) {
        all.append({QByteArray(id) + ' ' + verdict + ", " + evidence, make, QString::fromLatin1(id),
                    QString::fromLatin1(verdict), QString::fromUtf8(evidence)});
    };
    add("refusals-counted-as-failures", "undecided", "The audit did not finish", [] {
        Case run = oneUser();
        run.audited = false;
        return run;
    });
    add("refusals-counted-as-failures", "false", "status: 1; right refusals: 0; requests", [] {
        Case run = Case(3).told(2, Outcome::AlreadyIssued);
        run.audit.wrongRefusals = 1;
        return run;
    });
    add("refusals-counted-as-failures", "undecided",
        "status: 1; right refusals: 0; answers that were not recognised: 4.", [] {
            Case run = Case(3).told(2, Outcome::AlreadyIssued);
            run.audit.wrongRefusals = 1;
            run.unclassified = 4;
            return run;
        });
    add("too-few-users", "undecided", "Nothing was on sale",
        [] { return Case(9).told(1, Outcome::NotStarted, 3); });
    add("too-few-users", "undecided", "nothing holds a person to one coupon", [] {
        Case run = oneUser();
        run.scenario.service.layers.duplicateCheck = false;
        run.scenario.service.layers.uniqueKey = false;
        return run;
    });
    add("more-stock-than-people", "undecided", "Nothing was on sale",
        [] { return Case(9).told(1, Outcome::NotStarted, 3); });
    add("more-stock-than-people", "undecided", "nothing holds a person to one coupon", [] {
        Case run = oneUser();
        run.scenario.service.layers.duplicateCheck = false;
        run.scenario.service.layers.uniqueKey = false;
        return run;
    });
    add("more-stock-than-people", "false", "1 of 2 holders has more than they may.", [] {
        Case run = Case(9).told(1, Outcome::Issued, 2).told(2, Outcome::Issued);
        run.audit.state.distinctUsers = 2;
        run.audit.state.duplicatePeople = 1;
        return run;
    });
    // What no rule tells refused nobody, for all that is known.
    add("refusals-counted-as-failures", "undecided",
        "Answers with a 4xx status: 4; none of them was recognised as a refusal.", [] {
            Case run = Case(3).told(2, Outcome::Unknown, 4).answersOnly();
            run.unclassified = run.unreadOf4xx = 4;
            return run;
        });
    add("refusals-counted-as-failures", "undecided",
        "status: 7; right refusals: 3; answers that were not recognised: 4.", [] {
            Case run = oneUser();
            run.history.resize(4); // one issued, three refused
            run.unclassified = run.unreadOf4xx = 4;
            return run;
        });
    add("refusals-counted-as-failures", "false", "No answer had a 4xx status", [] {
        Case run = oneUser();
        run.areCounted = false;
        return run;
    });
    add("refusals-counted-as-failures", "false", "ended in an error: 3.", [] {
        Case run = Case(3).told(2, Outcome::Issued).told(2, Outcome::AlreadyIssued, 3);
        run.errors = 3;
        return run;
    });
    add("too-few-users", "false", "2 people asked; that is enough for 2 coupons.",
        [] { return Case(2).told(1, Outcome::Issued).told(2, Outcome::Issued); });
    add("sold-out", "true", "The last of 2 coupons was answered at 0.002 s; 3 requests came later.",
        [] {
            return Case(2)
                .told(1, Outcome::Issued)
                .told(2, Outcome::Issued)
                .told(3, Outcome::OutOfStock, 3);
        });
    add("sold-out", "true", "; told \"out of stock\" before that answer: 1.", [] {
        Case run = Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock);
        run.history[1].invokedNs = 0;
        return run;
    });
    add("sold-out", "false", "Not simply so. Written: 3; there to give: 2.", [] {
        return Case(2).told(1, Outcome::Issued).told(2, Outcome::Issued).told(3, Outcome::Issued);
    });
    add("sold-out", "undecided", "Somebody else was writing.", [] {
        Case run = Case(1).told(1, Outcome::Issued).told(2, Outcome::Issued).overHttp();
        run.leavesOpen("stock-not-exceeded", CheckVerdict::Inconclusive);
        run.audit.checks.last().explanation = QStringLiteral("Somebody else was writing.");
        return run;
    });
    add("sold-out", "undecided", "None of 1 is left at the end, but pieces may have come back", [] {
        Case run = Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock);
        run.audit.rules.givesBack = true;
        return run;
    });
    // More were told "issued" than have a row: when the last one went their answers do not tell.
    add("sold-out", "true", "None of 2 is left. Written: 2; told \"issued\": 3;", [] {
        Case run =
            Case(2).told(1, Outcome::Issued).told(2, Outcome::Issued).told(3, Outcome::Issued);
        run.audit.state.newRows = run.audit.state.rows = 2;
        run.audit.state.remaining = 0;
        run.audit.state.lostWrites = 1;
        return run.fails("issued-is-stored");
    });
    add("sold-out", "false", "Left at the end: 1.",
        [] { return Case(2).told(1, Outcome::Issued); });
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
    add("duplicates", "true", "1 person with more than they may have; coupons too many: 2.", [] {
        Case run = Case(9).told(1, Outcome::Issued, 3);
        run.audit.state.distinctUsers = 1;
        run.audit.state.duplicatePeople = 1;
        return run;
    });
    add("duplicates", "false", "nobody asked twice, so the rule was never tried.",
        [] { return Case(9).told(1, Outcome::Issued); });
    add("duplicates", "false",
        "one try at a second one did not get it; while the first was still under way: 1.", [] {
            Case run = Case(9).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued);
            run.history[1].invokedNs = 0;
            return run;
        });
    add("duplicates", "false", "none of 2 tries at a second one got it", [] { // held before
        Case run = Case(9).told(1, Outcome::Issued).told(7, Outcome::AlreadyIssued, 2);
        run.audit.holdersBefore = {7};
        return run;
    });
    add("duplicates", "false", "no try at a second one was seen", [] { // told so, and without a row
        Case run = Case(9).told(1, Outcome::Issued, 2).told(2, Outcome::Issued);
        run.audit.rowUsers = {2};
        run.audit.state.rows = run.audit.state.newRows = run.audit.state.distinctUsers = 1;
        return run;
    });
    add("duplicates", "false", "At the end nobody has more than they may", [] {
        Case run = Case(9).told(1, Outcome::Issued, 2);
        run.audit.rules.givesBack = true;
        return run;
    });
    add("duplicates", "false", "No coupon was written, so the rule was never tried.",
        [] { return Case(9).told(1, Outcome::NotStarted, 2); });
    add("hidden-retry", "false", "No row is new.",
        [] { return Case(9).told(7, Outcome::AlreadyIssued); });
    add("sold-out-too-early", "undecided", "Nobody was told", [] { return Case(1); });
    add("sold-out-too-early", "true", "Told so before coupon number 2 was asked for: 1 person.",
        [] {
            Case run = Case(2).told(1, Outcome::OutOfStock).fails("sold-out-true", "User 1.");
            run.audit.toldSoldOutTooEarly = 1;
            return run;
        });
    add("sold-out-too-early", "undecided", "Others may have taken it.", [] {
        Case run = Case(2).told(1, Outcome::OutOfStock);
        run.leavesOpen("sold-out-true", CheckVerdict::Inconclusive);
        run.audit.checks.last().explanation = QStringLiteral("Others may have taken it.");
        run.audit.toldSoldOutTooEarly = 1;
        return run;
    });
    for (const char *id : {"duplicates", "unprotected"}) {
        add(id, "undecided", "Somebody else was writing.", [] {
            Case run = Case(9).told(1, Outcome::Issued).overHttp().fails("unique-key-there");
            run.leavesOpen("one-per-user", CheckVerdict::Inconclusive);
            run.audit.checks.last().explanation = QStringLiteral("Somebody else was writing.");
            run.audit.state.duplicatePeople = 3;
            return run;
        });
    }
    add("sold-out-too-early", "false", "when all coupons (1) had been asked for",
        [] { return Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock); });
    const auto soldOutLeftOpen = [](CheckVerdict verdict, SkipReason reason) {
        return [verdict, reason] {
            Case run = Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock).overHttp();
            return run.leavesOpen("sold-out-true", CheckVerdict::Pass)
                .leavesOpen("refusals-justified", verdict, reason);
        };
    };
    add("sold-out-too-early", "false", "all coupons (1) had",
        soldOutLeftOpen(CheckVerdict::Pass, SkipReason::None));
    add("sold-out-too-early", "undecided", "could not be told",
        soldOutLeftOpen(CheckVerdict::Inconclusive, SkipReason::None));
    add("sold-out-too-early", "undecided", "could not be told.",
        soldOutLeftOpen(CheckVerdict::Skipped, SkipReason::NotAvailable));
    add("race", "undecided", "pieces may have come back meanwhile", [] {
        Case run = Case(3).told(1, Outcome::Issued);
        run.audit.rules.givesBack = true;
        return run;
    });
    add("answers-misread", "true", "4 answers", [] {
        Case run(1);
        run.unclassified = 4;
        return run;
    });
    add("outside-sale", "true", "2 requests came before the sale",
        [] { return Case(1).told(1, Outcome::NotStarted, 2); });
    add("ids-unknown", "true", "Of 2 ids that asked not in the table: 1 (first: 103)",
        [] { return Case(5).told(1, Outcome::Issued).told(103, Outcome::NotFound, 2); });
    add("contention-storm", "true", "requests that gave up: 1", [] {
        Case run = Case(5).told(1, Outcome::Contention);
        run.history[0].errorCode = 1205;
        return run;
    });
    add("contention-storm", "false",
        "Deadlocks: 0; requests that gave up: 0. Waits for row locks, which are no failure: 1,095.",
        [] {
            Case run(1);
            run.lockWaits = 1'095;
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
    addOfForeignServices(all);
    addOfStocks(all);
    add("unprotected", "false", "were all on. Sent away as holders: by the check 0, by the key 0.",
        [] { return Case(1).told(1, Outcome::Issued); });
    add("unprotected", "false", "nothing put them to the test",
        [] { return Case(1).told(1, Outcome::NotStarted, 2); });
    add("hidden-retry", "true", "1 person with a row, told", [] {
        Case run = Case(3).told(1, Outcome::AlreadyIssued);
        run.audit.state.hiddenRetries = 1;
        return run;
    });
    add("promises-lost", "undecided", "durability was not put to the test", [] { return Case(1); });
    add("generator-limit", "false", "It used 31 % of its processors.", [] { return Case(1); });
    add("generator-limit", "false", "were late by its own fault by 120 µs at most.", [] {
        Case run(1);
        run.scenario.load.model = LoadModel::Burst;
        return run;
    });
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
    add("somebody-else", "true", "3 new rows are not of requests",
        [] { return Case(1).fails("nobody-else-wrote"); });
    add("still-settling", "undecided", "Nobody waited", [] { return Case(1); });
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
    // The rest of what was missing for all three.
    add("refusals-counted-as-failures", "true", "All 1,095 refusals were right.", oneUser);
    add("refusals-counted-as-failures", "true", "2 of 3 refusals were right.", [] {
        Case run = Case(3).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued, 3);
        run.audit.wrongRefusals = 1;
        return run;
    });
    add("too-few-users", "true", "1,096 requests came from 1 person.", oneUser);
    add("more-stock-than-people", "true", "1 person, 200 coupons", oneUser);
    add("more-stock-than-people", "false", "2 people could have taken all 2.",
        [] { return Case(2).told(1, Outcome::Issued).told(2, Outcome::Issued); });
    add("duplicates", "undecided", "did not finish", [] {
        Case run = oneUser();
        run.audited = false;
        return run;
    });
    add("answers-misread", "false", "Every answer was understood.", oneUser);
    add("answers-misread", "undecided", "No answer said", [] { return Case(1); });
    add("outside-sale", "false", "within the sale", oneUser);
    add("outside-sale", "undecided", "4 were not recognised", [] {
        Case run(1);
        run.unclassified = 4;
        return run;
    });
    add("ids-unknown", "false", "Every person and the coupon exist.", oneUser);
    add("hidden-retry", "false", "told nothing but \"already issued\"", oneUser);
    add("somebody-else", "false", "No row is new.",
        [] { return Case(1).leavesOpen("nobody-else-wrote", CheckVerdict::Pass); });
    add("race", "false", "No coupon was written", [] { return Case(1); });
    add("race", "undecided", "whether a decrement was lost", [] {
        Case run = Case(9).told(1, Outcome::Issued);
        run.audit.state.drift = 1;
        run.audit.rules.givesBack = true;
        return run;
    });
    add("too-few-users", "true", "One coupon each: 2 of them could get none.",
        [] { return Case(9).told(1, Outcome::Issued, 3); });
    add("somebody-else", "false", "All new rows belong", [] {
        Case run = Case(1).told(1, Outcome::Issued);
        CheckResult check = newCheck(QStringLiteral("nobody-else-wrote"));
        check.verdict = CheckVerdict::Pass;
        run.audit.checks.append(check);
        return run;
    });
    return all;
}

/// What is behind a stock that is wrong, of a service that only its rows and answers tell of.
void TestDiagnosis::addOfStocks(QList<AnalysedCase> &all)
{
    struct Stock
    {
        const char *verdict;
        const char *evidence;
        std::int64_t start;
        std::int64_t left;
        int issued;
        bool meet;
        int soldOut = 0;
    };
    const Stock stocks[] = {
        {"undecided", "2 of 12 coupons were not taken off the stock, and nothing is left.", 10, 0,
         12, true},
        {"undecided", "does not take every coupon off", 20, 11, 12, true},
        {"false", "no two requests that may have written met", 10, 0, 12, false},
        {"false", "None of 12 coupons was taken off the stock.", 20, 20, 12, true},
        {"undecided", "or nobody looks at it", 10, -2, 12, true},
        {"undecided", "or the look lets too many through", 10, -2, 12, true, 5},
        {"false", "fell 2 below zero, but no two requests", 10, -2, 12, false},
        {"false", "It is the other way round", 20, 2, 12, true},
        {"false", "20 down, 20 written", 20, 0, 20, true},
    };
    for (const Stock &stock : stocks) {
        const auto make = [stock] {
            Case run = Case(stock.start).overHttp();
            for (int i = 1; i <= stock.issued; ++i) {
                run.told(i, Outcome::Issued);
            }
            run.told(1000, Outcome::OutOfStock, stock.soldOut);
            for (Operation &operation : run.history) {
                operation.returnedNs += stock.meet ? 5 * kMs : 0;
            }
            run.audit.state.remaining = stock.left;
            run.audit.state.drift = stock.start - stock.issued - stock.left;
            return run;
        };
        all.append({QByteArray("stock over http: ") + stock.evidence, make, QStringLiteral("race"),
                    QString::fromLatin1(stock.verdict), QString::fromUtf8(stock.evidence)});
    }
}

void TestDiagnosis::addOfForeignServices(QList<AnalysedCase> &all)
{
    const auto add = [&all](const char *id, const char *verdict, const char *evidence,
                            const Make &make) {
        all.append({QByteArray("over http: ") + id + ' ' + verdict + ", " + evidence, make,
                    QString::fromLatin1(id), QString::fromLatin1(verdict),
                    QString::fromUtf8(evidence)});
    };
    const auto bare = [] { return Case(200).told(1, Outcome::Issued).answersOnly(); };
    for (const char *id : {"race", "duplicates", "sold-out", "too-few-users",
                           "more-stock-than-people", "somebody-else", "promises-lost"}) {
        add(id, "undecided", "Only the answers could be seen", bare);
    }
    add("unprotected", "undecided", "nobody said", bare);
    add("outside-sale", "false", "No answer said so.", bare);
    add("ids-unknown", "false", "No answer said so.", bare);
    add("outside-sale", "undecided", "Whether the sale was open then, nobody knows.",
        [] { return Case(2).told(1, Outcome::NotStarted).answersOnly(); });
    const auto withSale = [](const SaleAnswers &sale) {
        return [sale] {
            Case run = Case(2).told(1, Outcome::NotStarted, 2).answersOnly();
            run.audit.sale = sale;
            return run;
        };
    };
    add("outside-sale", "true", "2 requests came before the sale.", withSale({2, {}, 0}));
    add("outside-sale", "false", "The sale was open; 2 answers said", withSale({0, {0, 1}, 0}));
    add("outside-sale", "undecided", "right by the hours of the sale: 1; wrong: 0",
        withSale({1, {}, 1}));
    for (const char *id : {"outside-sale", "ids-unknown"}) {
        add(id, "undecided", "No rule says", [] {
            Case run = Case(2).told(1, Outcome::Issued).answersOnly();
            ClassifyRule &rule = run.scenario.target.classify.emplace_back();
            rule.leastStatus = 200;
            rule.outcome = Outcome::Issued;
            return run;
        });
    }
    add("ids-unknown", "undecided", "3 were not recognised", [] {
        Case run = Case(2).told(1, Outcome::Issued).answersOnly();
        run.unclassified = 3;
        return run;
    });
    add("hidden-retry", "undecided", "Only the answers could be seen",
        [] { return Case(2).told(1, Outcome::AlreadyIssued).answersOnly(); });
    add("unprotected", "undecided", "not the cause of anything here",
        [] { return Case(9).told(1, Outcome::Issued).overHttp().fails("unique-key-there"); });
    add("unprotected", "true", "in this run 2 people came to hold more", [] {
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
    add("race", "false", "2 of 3 coupons were not taken off the stock, but no two", counted(1));
    add("race", "undecided", "2 of 3 coupons were not taken off the stock; up to 3", [counted] {
        Case run = counted(1)();
        for (Operation &operation : run.history) {
            operation.returnedNs += 5 * kMs;
        }
        return run;
    });
    // A counter that was ahead before the run is no fault of it.
    add("race", "false", "3 down, 3 written", [counted] {
        Case run = counted(5)();
        run.audit.counterAhead = 2;
        run.audit.state.initialStock = 5;
        return run;
    });
    add("race", "false", "3 down, 3 written", counted(3));
    const auto lying = [](int otherStatus) {
        return [otherStatus] {
            Case run = Case(9).told(1, Outcome::Issued).told(2, Outcome::Issued).overHttp();
            ClassifyRule rule;
            rule.outcome = Outcome::Issued;
            run.scenario.target.classify = {rule};
            run.statuses = {{Outcome::Issued, 200, 1}, {Outcome::Issued, otherStatus, 1}};
            run.audit.state.newRows = 1;
            return run.fails("issued-is-stored");
        };
    };
    add("answers-misread", "undecided",
        "Every answer has the status 200, which a rule reads as \"issued\". So read: 2; new rows: "
        "1.",
        lying(200));
    add("answers-misread", "undecided", "Whether each rule reads its answers rightly", lying(201));
    add("answers-misread", "false", "Every answer matched a rule.", [lying] {
        Case run = lying(200)();
        run.audit.checks.clear();
        run.audit.verdict = AuditVerdict::Held;
        return run;
    });
    add("sold-out", "true", "The last of 3 coupons was answered at", counted(3));
    add("sold-out", "false", "Left at the end: 2.", counted(1));
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
    add("contention-storm", "undecided",
        "What was behind server errors (5) and requests without an answer (2) nobody knows.", [] {
            Case run = Case(1).told(1, Outcome::ServerError, 5).told(2, Outcome::Unknown, 2);
            run.overHttp().deadlocks = 1;
            run.lockWaits = 40;
            return run;
        });
    add("contention-storm", "undecided", "3 were not recognised", [] {
        Case run = Case(1).told(1, Outcome::Unknown, 3).overHttp();
        run.unclassified = 3;
        return run;
    });
    const auto withRules = [](Outcome outcome) {
        return [outcome] {
            Case run = Case(1).told(1, Outcome::Issued).overHttp();
            run.scenario.target.classify.resize(1);
            run.scenario.target.classify.first().outcome = outcome;
            run.lockWaits = 40;
            return run;
        };
    };
    add("contention-storm", "undecided", "No rule says", withRules(Outcome::Issued));
    add("contention-storm", "false", "no answer meant contention. Waits for row locks, which are",
        withRules(Outcome::Contention));
    add("answers-misread", "undecided", "Whether each rule reads its answers rightly", bare);
    // Rows that are gone: somebody else may have deleted them.
    add("somebody-else", "undecided", "Told \"issued\": 1; new rows: 0. Whether", [] {
        Case run = Case(9).told(1, Outcome::Issued).overHttp();
        run.audit.state.lostWrites = 1;
        run.audit.state.newRows = 0;
        return run.leavesOpen("nobody-else-wrote", CheckVerdict::Pass).fails("issued-is-stored");
    });
    // Nobody took the requests: that is no fault of the load.
    const auto unsent = [](const QStringList &reasons) {
        return [reasons] {
            Case run = Case(9).told(1, Outcome::Issued).told(2, Outcome::NotSent, 3).overHttp();
            run.generatorReasons = reasons;
            return run;
        };
    };
    add("generator-limit", "undecided", "Not sent: 3 of 4 requests. Whether the service took no",
        unsent({QStringLiteral("3 of 4 could not be sent.")}));
    add("generator-limit", "true", "It was late.",
        unsent({QStringLiteral("3 of 4 could not be sent."), QStringLiteral("It was late.")}));
    // Pieces that nobody stands for say nothing of when it was sold out.
    add("sold-out", "undecided", "the stock is not right", [] {
        Case run = Case(3).told(1, Outcome::Issued).told(2, Outcome::OutOfStock).overHttp();
        run.audit.state.remaining = 0;
        run.audit.state.drift = 2;
        return run;
    });
    const auto closed = [] {
        Case run = Case(9).told(1, Outcome::OutOfStock).told(2, Outcome::OutOfStock).overHttp();
        run.audit.toldSoldOutTooEarly = 2;
        run.closed = true;
        return run.fails("sold-out-true", "User 1.");
    };
    add("outside-sale", "true", "2 requests came while the sale was closed by the hours", closed);
    for (const char *id : {"sold-out-too-early", "too-few-users", "more-stock-than-people"}) {
        add(id, "undecided", "Nothing was on sale", closed);
    }
    const auto oneCaller = [] {
        Case run = Case(3).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued, 4).overHttp();
        run.scenario.target.body = QStringLiteral("x");
        run.audit.toldSoldOutTooEarly = 1;
        run.audit.state.lostWrites = 1;
        return run.fails("issued-is-stored");
    };
    for (const char *id : {"too-few-users", "more-stock-than-people", "duplicates", "hidden-retry",
                           "promises-lost", "somebody-else", "sold-out-too-early"}) {
        add(id, "undecided", "All requests are sent as one person", oneCaller);
    }
    const auto killed = [](std::int64_t lost) {
        return [lost] {
            Case run(3);
            run.kills = 1;
            run.audit.state.lostWrites = lost;
            return run;
        };
    };
    add("promises-lost", "true", "The server was killed once, and 2 confirmed coupons", killed(2));
    add("promises-lost", "false", "every confirmed coupon is there", killed(0));
    add("one-caller", "true", "nothing that is sent says who", [] {
        Case run = Case(2).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued).overHttp();
        run.scenario.target.body = QStringLiteral("x");
        return run;
    });
    add("one-caller", "undecided", "was not seen",
        [] { return Case(2).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued).overHttp(); });
    add("one-caller", "false", "Only one person", [] { return oneUser(); });
    add("one-caller", "false", "New rows name 2 different people who asked.", [] {
        return Case(3)
            .told(1, Outcome::Issued)
            .told(2, Outcome::Issued)
            .told(3, Outcome::AlreadyIssued)
            .overHttp();
    });
    add("one-caller", "undecided", "others wrote rows as well", [] {
        return Case(3)
            .told(1, Outcome::Issued)
            .told(2, Outcome::Issued)
            .told(3, Outcome::AlreadyIssued)
            .overHttp()
            .fails("nobody-else-wrote");
    });
    add("one-caller", "undecided", "all carry the same Authorization", [] {
        Case run = Case(2).told(1, Outcome::Issued).told(2, Outcome::AlreadyIssued).overHttp();
        run.scenario.target.headers = {
            {QStringLiteral("Authorization"), QStringLiteral("Bearer ${env:TOKEN}")}};
        return run;
    });
    for (const char *id : {"hidden-retry", "sold-out-too-early"}) {
        add(id, "undecided", "No recognised answer said so; 3 were not recognised.", [] {
            Case run = Case(3).answersOnly().told(2, Outcome::Unknown, 3);
            run.unclassified = 3;
            return run;
        });
    }
    // Rows that were deleted meanwhile tell of nobody; those that a condition hides still do.
    add("hidden-retry", "undecided", "and their rows are gone: nobody knows", [] {
        Case run = oneUser().overHttp().leavesOpen("issued-is-stored", CheckVerdict::Skipped,
                                                   SkipReason::NotAvailable);
        run.audit.rules.givesBack = true;
        return run;
    });
    add("hidden-retry", "false",
        "Nobody got a new coupon and was told nothing but \"already issued\"", [] {
            Case run = oneUser().overHttp().leavesOpen("issued-is-stored", CheckVerdict::Pass);
            run.audit.rules.givesBack = true;
            return run;
        });
    add("hidden-retry", "undecided", "could not be judged", [] {
        return oneUser().overHttp().leavesOpen("stored-was-announced", CheckVerdict::Inconclusive);
    });
    // One answer that means either.
    add("hidden-retry", "undecided", "may mean that nothing was left: 2.",
        [] { return Case(2).overHttp().told(1, Outcome::NotIssued, 2); });
    add("hidden-retry", "undecided", "1 person has a new coupon that nobody told them of", [] {
        Case run = oneUser().overHttp().told(2, Outcome::NotIssued);
        run.audit.state.unannounced = 1;
        return run.fails("stored-was-announced");
    });
    add("hidden-retry", "undecided", "Either something on the way repeats requests", [] {
        Case run = Case(3).told(1, Outcome::AlreadyIssued).overHttp();
        run.audit.state.hiddenRetries = 1;
        return run;
    });
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
                          "someone asked who already had one, 1 time none was left.");
    QTest::newRow("not recognised")
        << Make([] {
               Case run = Case(2).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued, 2);
               run.told(2, Outcome::Unknown, 3);
               run.unclassified = 3;
               return run;
           })
        << QStringLiteral(
               "The answers to 3 of 6 requests were not recognised. \"Issued\": 1; refused: 2.");
    QTest::newRow("before the sale")
        << Make([] { return Case(1).told(1, Outcome::NotStarted).told(2, Outcome::NotStarted); })
        << QStringLiteral("2 of 2 requests were refused, and every refusal was right: 2 times the "
                          "sale had not begun.");
    QTest::newRow("two causes look alike")
        << Make([] {
               Case run = Case(2)
                              .told(1, Outcome::Issued)
                              .told(2, Outcome::Issued)
                              .told(3, Outcome::Issued);
               for (Operation &operation : run.history) {
                   operation.returnedNs += 5 * kMs;
               }
               run.overHttp();
               run.audit.state.remaining = 0;
               run.audit.state.drift = -1;
               return run.fails("stock-not-exceeded");
           })
        << QStringLiteral(
               "It is broken. Cause: either requests wrote over each other, or a guarded "
               "subtraction took nothing and nobody looked, or not every coupon is taken off the "
               "stock; this run cannot tell which.");
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
    QCOMPARE(diagnosis.hypotheses.size(), hypothesisIds().size());
    QStringList ids;
    for (const Hypothesis &hypothesis : diagnosis.hypotheses) {
        ids << hypothesis.id;
        QVERIFY2(!hypothesis.evidence.isEmpty() &&
                     !hypothesis.evidence.contains(u'%' + QString::number(1)),
                 qPrintable(hypothesis.id + hypothesis.evidence));
    }
    QCOMPARE(ids.removeDuplicates(), 0);
}

void TestDiagnosis::everyHypothesisIsTrueFalseAndUnknown()
{
    QSet<QString> rows;
    for (const AnalysedCase &each : weighed()) {
        rows.insert(each.id + QLatin1Char(' ') + each.verdict);
    }
    const QStringList ids = hypothesisIds();
    QVERIFY(ids.size() >= 19);
    for (const QString &id : ids) {
        for (const char *verdict : {"true", "false", "undecided"}) {
            QVERIFY2(rows.contains(id + QLatin1Char(' ') + QString::fromLatin1(verdict)),
                     qPrintable(QStringLiteral("no run in which %1 is %2")
                                    .arg(id, QString::fromLatin1(verdict))));
        }
    }
}

void TestDiagnosis::soldOutIsNoExcuse()
{
    Case run = Case(2)
                   .told(1, Outcome::Issued)
                   .told(2, Outcome::Issued)
                   .told(3, Outcome::Issued)
                   .told(4, Outcome::OutOfStock);
    run.audit.state.remaining = 0;
    run.audit.state.drift = -1;
    run.fails("stock-not-exceeded");
    const Diagnosis diagnosis = run.diagnose();
    const Hypothesis *soldOut = diagnosis.find(QStringLiteral("sold-out"));
    QCOMPARE(soldOut->verdict, HypothesisVerdict::RuledOut);
    // What is sold out beside other damage explains it, but is nothing to be content with.
    Case beside = Case(1).told(1, Outcome::Issued).told(2, Outcome::OutOfStock);
    const Diagnosis notAll = beside.fails("already-issued-true").diagnose();
    soldOut = notAll.find(QStringLiteral("sold-out"));
    QCOMPARE(soldOut->verdict, HypothesisVerdict::Explains);
    QCOMPARE(soldOut->statement, QStringLiteral("It was sold out"));
    QVERIFY2(!soldOut->advice.contains(QStringLiteral("Nothing.")), qPrintable(soldOut->advice));
    // Fewer were told "issued" than there were, and nothing is left: nobody knows what was sold.
    Case less = Case(5).told(1, Outcome::Issued);
    less.audit.state.remaining = 0;
    less.audit.state.drift = 4;
    less.fails("stock-adds-up");
    QCOMPARE(less.diagnose().find(QStringLiteral("sold-out"))->verdict,
             HypothesisVerdict::Undecided);
}

void TestDiagnosis::severalCouponsApart()
{
    // A is gone and its own request was refused, B is oversold and refused nobody, C refused one.
    Case run = Case(6)
                   .told(1, Outcome::Issued)
                   .told(2, Outcome::OutOfStock)
                   .told(3, Outcome::Issued)
                   .told(4, Outcome::Issued)
                   .told(5, Outcome::OutOfStock)
                   .overHttp();
    const auto coupon = [](const char *name, std::vector<std::int64_t> places, std::int64_t left,
                           std::int64_t drift) {
        AuditReport report;
        report.verdict = drift == 0 ? AuditVerdict::Held : AuditVerdict::Broken;
        report.state.newRows = report.state.rows = static_cast<std::int64_t>(places.size());
        report.state.remaining = left;
        report.state.initialStock = report.state.newRows + left + drift;
        report.state.drift = drift;
        return CouponAudit{QString::fromLatin1(name), std::move(places), report};
    };
    run.audit.coupons = {coupon("A", {0, 1}, 0, 0), coupon("B", {2, 3}, 3, 0),
                         coupon("C", {4}, 1, 0)};
    const Diagnosis diagnosis = run.diagnose();
    const QString evidence = diagnosis.find(QStringLiteral("sold-out"))->evidence;
    QCOMPARE(
        evidence,
        QStringLiteral(
            "Given out to the last and no further: 1 of 3 coupons: A. Requests for them that were "
            "told \"out of stock\": 1."));
    run.audit.coupons[0].report.state.initialStock = 1; // two were written
    QCOMPARE(run.diagnose().find(QStringLiteral("sold-out"))->evidence,
             QStringLiteral(
                 "Not simply so: more were written than there were to give of 1 of 3 coupons."));
    // Requests for different coupons do not meet.
    for (Operation &operation : run.history) {
        operation.returnedNs += 5 * kMs;
    }
    QCOMPARE(run.diagnose().crowd.mostWritersAtOnce, 2);
}

void TestDiagnosis::whatNoCheckDecidedNobodyKnows()
{
    const char *id = "refusals-justified";
    QVERIFY(couldJudge(Case(1).leavesOpen(id, CheckVerdict::Pass).audit, id));
    QVERIFY(couldJudge(Case(1).fails(id).audit, id));
    QVERIFY(couldJudge(
        Case(1).leavesOpen(id, CheckVerdict::Skipped, SkipReason::NothingToLookAt).audit, id));
    QVERIFY(!couldJudge(Case(1).leavesOpen(id, CheckVerdict::Inconclusive).audit, id));
    QVERIFY(!couldJudge(
        Case(1).leavesOpen(id, CheckVerdict::Skipped, SkipReason::NotAvailable).audit, id));
}

void TestDiagnosis::statusesToExpectAreThoseThatCame()
{
    Case run = Case(1).told(1, Outcome::Issued).told(1, Outcome::AlreadyIssued, 3).overHttp();
    run.statuses = {{Outcome::Issued, 201, 1},
                    {Outcome::AlreadyIssued, 410, 2},
                    {Outcome::OutOfStock, 404, 1},
                    {Outcome::ServerError, 500, 1}};
    QCOMPARE(run.diagnose().find(QStringLiteral("refusals-counted-as-failures"))->advice,
             QStringLiteral("Let the load test expect 410 (already issued), 404 (out of stock); "
                            "alarm on errors only."));
}

} // namespace tst_diagnosis

STAMPEDE_TEST(tst_diagnosis::TestDiagnosis)
#include "tst_diagnosis.moc"
