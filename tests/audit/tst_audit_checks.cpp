// SPDX-License-Identifier: MIT
// Proves what the audit concludes beside damage: that missing ground decides nothing, that a check
// with nothing to look at says so, that warnings stay warnings, that the SQL of a check can be run
// again, and that it reads one snapshot and writes nothing.

#include "planted_run.h"
#include "record/settled_effects.h"
#include "test_program.h"

#include <QTest>

namespace tst_audit_checks {

using namespace stampede;
using test::cells;
using test::failedChecks;
using test::PlantedRun;

class TestAuditChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfStrangersDecideNothing();
    void unrestDecidesNothing();
    void whatIsStillWrittenIsNotCounted();
    void saysHowOftenIssuedMayBeTold_data();
    void saysHowOftenIssuedMayBeTold();
    void checksWithNothingToLookAtAreSkipped();
    void unansweredRequestsAreSettledByRows();
    void uniqueKeyIsSeenMissingOrSkipped();
    void serverErrorsAreAWarning();
    void figuresOutsideThePredictionAreAWarning();
    void undecidedRequestsWidenThePrediction();
    void aHolderByAnotherHandIsRefusedRightly();
    void whatWasDueDependsOnWhatTheyHad();
    void whatWasDueDependsOnWhatWasLeft_data();
    void whatWasDueDependsOnWhatWasLeft();
    void numbersAgreeWithTheirWords();
    void missingCouponCannotBeTold();
    void keyIsJudgedByWhatItStops_data();
    void keyIsJudgedByWhatItStops();
    void everySqlCanBeRunAgain();
    void everySqlGivesTheFigure_data();
    void everySqlGivesTheFigure();
    void questionCountsTheRowsOfItsFinding();
    void checksDoNotContradict();
    void onlyTheFirstHundredRowsAreKept();
    void whatIsShownIsWhatWasJudged();
};

void TestAuditChecks::rowsOfStrangersDecideNothing()
{
    PlantedRun run(2);
    run.issued(1);
    run.row(12); // nobody asked for 12: somebody else was writing
    run.row(13);
    run.stockIs(1);
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Undecided);
    QCOMPARE(failedChecks(report), QString());
    QCOMPARE(cells(report, QStringLiteral("nobody-else-wrote"), QStringLiteral("user")),
             QStringLiteral("12 13"));
    QCOMPARE(report.check(QStringLiteral("stock-not-exceeded"))->verdict,
             CheckVerdict::Inconclusive);
    QVERIFY(report.undecidedReason.contains(QStringLiteral("Somebody else")));
}

void TestAuditChecks::unrestDecidesNothing()
{
    PlantedRun run(2);
    run.issued(1).stockIs(1);
    run.input.settled = {};
    run.input.settled.open = 1;
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Undecided);
    QCOMPARE(report.check(QStringLiteral("came-to-rest"))->verdict, CheckVerdict::Fail);
    QCOMPARE(report.check(QStringLiteral("stock-adds-up"))->verdict, CheckVerdict::Inconclusive);
}

void TestAuditChecks::whatIsStillWrittenIsNotCounted()
{
    PlantedRun run(4);
    run.row(1);
    run.told(1, Outcome::Unknown).told(2, Outcome::Unknown).told(3, Outcome::Unknown).stockIs(3);
    run.input.predictedForAsked.issued = {0, 3};
    run.input.predictedForAsked.remaining = {1, 4};
    QVERIFY(knowsEffects(run.audit()));
    run.input.settled = {};
    run.input.settled.open = 2;
    run.input.settled.unanswered = 2;
    const AuditReport report = run.audit();
    QVERIFY(!knowsEffects(report));
    const CheckResult *settled = report.check(QStringLiteral("no-answer-settled"));
    QCOMPARE(settled->verdict, CheckVerdict::Inconclusive);
    QCOMPARE(settled->explanation,
             QStringLiteral("3 without a definite answer (no answer: 3); 1 took effect so far, and "
                            "whether others still will, nobody knows yet."));
    const CheckResult *predicted = report.check(QStringLiteral("as-predicted"));
    QCOMPARE(predicted->verdict, CheckVerdict::Inconclusive);
    QVERIFY(predicted->explanation.contains(QStringLiteral("nobody knows yet")));
    run.input.predictedForAsked.issued = {1, 3}; // no answer can change any more
    QCOMPARE(run.audit().check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Fail);
}

void TestAuditChecks::saysHowOftenIssuedMayBeTold_data()
{
    QTest::addColumn<int>("rows"); // of somebody told "issued" twice
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("says");
    QTest::newRow("a row each time")
        << 2 << CheckVerdict::Pass
        << QStringLiteral("3 \"issued\" to 2 people. 1 person was told so more than once and has a "
                          "row for each time; that stands under \"One coupon per person\".");
    QTest::newRow("one row") << 1 << CheckVerdict::Fail
                             << QStringLiteral("1 person was told \"issued\" more than once, and "
                                               "more often than they have new rows.");
}

void TestAuditChecks::saysHowOftenIssuedMayBeTold()
{
    QFETCH(const int, rows);
    PlantedRun run(9, 20, false);
    run.issued(1).issued(2);
    if (rows == 2) {
        run.issued(1).stockIs(6);
    } else {
        run.told(1, Outcome::Issued).stockIs(7);
    }
    const AuditReport report = run.audit();
    const CheckResult *check = report.check(QStringLiteral("announced-once"));
    QTEST(check->verdict, "verdict");
    QTEST(check->explanation, "says");
    QCOMPARE(check->title, QStringLiteral("Nobody was told \"issued\" too often"));
}

void TestAuditChecks::checksWithNothingToLookAtAreSkipped()
{
    PlantedRun run(0);
    run.told(1, Outcome::OutOfStock);
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Held);
    for (const char *id :
         {"one-per-user", "earlier-holders-kept", "rows-belong", "rows-in-window",
          "issued-is-stored", "stored-was-announced", "announced-once", "already-issued-true"}) {
        const CheckResult *check = report.check(QString::fromLatin1(id));
        QVERIFY2(check->verdict == CheckVerdict::Skipped, id);
        QVERIFY2(check->skipReason == SkipReason::NothingToLookAt, id);
    }
    QCOMPARE(report.check(QStringLiteral("sold-out-true"))->verdict, CheckVerdict::Pass);
}

void TestAuditChecks::unansweredRequestsAreSettledByRows()
{
    PlantedRun run(3);
    run.row(1);
    run.told(1, Outcome::Unknown)
        .told(2, Outcome::Unknown)
        .told(3, Outcome::ServerError)
        .stockIs(2);
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Held);
    QCOMPARE(report.check(QStringLiteral("no-answer-settled"))->explanation,
             QStringLiteral("3 without a definite answer (no answer: 2, server error: 1); 1 took "
                            "effect, 2 did not."));
}

void TestAuditChecks::uniqueKeyIsSeenMissingOrSkipped()
{
    const QString id = QStringLiteral("unique-key-there");
    PlantedRun with(2);
    with.issued(1).stockIs(1);
    QCOMPARE(with.audit().check(id)->verdict, CheckVerdict::Pass);
    QCOMPARE(with.audit().check(id)->actual, QStringLiteral("uk_user_coupon (user_id, coupon_id)"));

    PlantedRun without(2, 20, false);
    without.issued(1).stockIs(1);
    QCOMPARE(without.audit().check(id)->verdict, CheckVerdict::Skipped);
    without.input.uniqueKeyExpected = true;
    const AuditReport report = without.audit();
    QCOMPARE(report.check(id)->verdict, CheckVerdict::Fail);
    QCOMPARE(report.verdict, AuditVerdict::Held);
    QCOMPARE(report.warnings().size(), 1);

    with.sql(QStringLiteral("ALTER TABLE user_coupons MODIFY user_id BIGINT NULL"));
    QCOMPARE(with.audit().check(id)->verdict, CheckVerdict::Fail);
    QVERIFY(with.audit().check(id)->explanation.contains(QStringLiteral("user_id may be NULL")));
}

void TestAuditChecks::serverErrorsAreAWarning()
{
    PlantedRun run(4);
    run.issued(1).told(2, Outcome::Contention).told(3, Outcome::Contention).stockIs(3);
    run.told(4, Outcome::NotSent); // e.g. as nobody listened
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Held);
    const CheckResult *check = report.check(QStringLiteral("no-server-errors"));
    QCOMPARE(check->verdict, CheckVerdict::Fail);
    QCOMPARE(check->rowCount, 3);
    QVERIFY2(
        check->explanation.startsWith(QStringLiteral("2 requests ended in a server error (2 ×")),
        qPrintable(check->explanation));
    QVERIFY2(
        check->explanation.endsWith(QStringLiteral("1 request was not sent. Nothing was issued "
                                                   "by those requests.")),
        qPrintable(check->explanation));
    PlantedRun unsent(4); // is no error of the server's
    unsent.issued(1).told(4, Outcome::NotSent).stockIs(3);
    QCOMPARE(unsent.audit().check(QStringLiteral("no-server-errors"))->explanation,
             QStringLiteral("1 request was not sent. Nothing was issued by those requests."));
}

void TestAuditChecks::figuresOutsideThePredictionAreAWarning()
{
    PlantedRun run(3);
    run.issued(1).stockIs(2);
    run.input.predictedForAsked.issued = {2, 3};
    const CheckResult off = *run.audit().check(QStringLiteral("as-predicted"));
    QCOMPARE(off.verdict, CheckVerdict::Fail);
    QCOMPARE(off.explanation, QStringLiteral("Issued was 1, predicted 2 to 3."));
    run.told(2, Outcome::NotIssued);
    run.input.predictedForAsked.issued = {1, 1};
    run.input.predictedForAsked.notIssued = Range{1, 1};
    QCOMPARE(run.audit().check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Pass);
    run.input.predictedForAsked.notIssued = Range{2, 5};
    const CheckResult refused = *run.audit().check(QStringLiteral("as-predicted"));
    QCOMPARE(refused.verdict, CheckVerdict::Fail);
    QCOMPARE(refused.explanation, QStringLiteral("Not issued was 1, predicted 2 to 5."));
    run.input.endedEarly = true;
    QCOMPARE(run.audit().check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Skipped);
}

void TestAuditChecks::undecidedRequestsWidenThePrediction()
{
    PlantedRun run(3);
    run.issued(1).stockIs(2);
    const QString id = QStringLiteral("as-predicted");
    QCOMPARE(run.audit().check(id)->explanation, QStringLiteral("All within."));
    run.told(2, Outcome::ServerError);
    QCOMPARE(run.audit().check(id)->explanation,
             QStringLiteral("All within. 1 request without a definite answer widens what was "
                            "predicted before the run."));
    PlantedRun unsent(3);
    unsent.issued(1).told(2, Outcome::NotSent).told(3, Outcome::ServerError).stockIs(2);
    QCOMPARE(unsent.audit().check(id)->explanation,
             QStringLiteral("All within. 2 requests that brought neither a coupon nor a refusal "
                            "(not sent: 1, server error: 1) widen what was predicted before the "
                            "run."));
    run.told(3, Outcome::Unknown);
    run.input.predictedForAsked.issued = {2, 3};
    QCOMPARE(run.audit().check(id)->explanation,
             QStringLiteral("Issued was 1, predicted 2 to 3. 2 requests without a definite answer "
                            "widen what was predicted before the run."));
}

void TestAuditChecks::aHolderByAnotherHandIsRefusedRightly()
{
    PlantedRun run(3);
    run.row(1); // another hand's, in their name
    run.told(1, Outcome::AlreadyIssued).told(1, Outcome::AlreadyIssued).issued(2).stockIs(1);
    const AuditReport report = run.audit();
    QCOMPARE(failedChecks(report), QStringLiteral("stored-was-announced"));
    QVERIFY2(report.check(QStringLiteral("stored-was-announced"))
                 ->explanation.startsWith(QStringLiteral(
                     "1 person has a coupon that no answer gave them: 1 was told \"already "
                     "issued\", never \"issued\".")),
             qPrintable(report.check(QStringLiteral("stored-was-announced"))->explanation));
    QCOMPARE(report.wrongRefusals, std::int64_t{0}); // they had it: both answers were true
    // Who has one and was told that none were left was told an untruth.
    PlantedRun soldOut(2);
    soldOut.row(1);
    soldOut.told(1, Outcome::OutOfStock).issued(2).stockIs(0);
    QCOMPARE(soldOut.audit().wrongRefusals, std::int64_t{1});
    // And who was told that the sale had not begun.
    PlantedRun early(2);
    early.row(1);
    early.told(1, Outcome::NotStarted).stockIs(1);
    QCOMPARE(early.audit().wrongRefusals, std::int64_t{1});
}

void TestAuditChecks::whatWasDueDependsOnWhatTheyHad()
{
    PlantedRun run(3);
    run.issued(1)
        .told(1, Outcome::OutOfStock) // had one already
        .told(2, Outcome::OutOfStock) // asks again later, and gets one
        .told(5, Outcome::Unknown)
        .told(3, Outcome::OutOfStock) // never gets one
        .told(5, Outcome::OutOfStock) // whose first request may have taken effect
        .told(3, Outcome::OutOfStock) // only the first of a person is a witness
        .issued(2)
        .issued(4)
        .stockIs(0);
    const AuditReport report = run.audit();
    const CheckResult *check = report.check(QStringLiteral("refusals-justified"));
    QCOMPARE(check->rowCount, 5);
    const qsizetype due = check->columns.indexOf(QStringLiteral("should_have_been"));
    const qsizetype because = check->columns.indexOf(QStringLiteral("because_of"));
    QStringList answers;
    for (const QVariantList &row : check->rows) {
        answers << row[due].toString();
        QVERIFY2(row[because].toString().startsWith(QStringLiteral("user 4, who asked at ")),
                 qPrintable(row[because].toString()));
    }
    QCOMPARE(answers,
             (QStringList{QStringLiteral("already issued"), QStringLiteral("issued"),
                          QStringLiteral("issued"), QStringLiteral("issued, or already issued"),
                          QStringLiteral("issued")}));
}

void TestAuditChecks::whatWasDueDependsOnWhatWasLeft_data()
{
    QTest::addColumn<qint64>("stock");
    QTest::addColumn<QString>("due");
    QTest::newRow("one was left") << qint64{3} << QStringLiteral("issued");
    QTest::newRow("all may have gone") << qint64{2} << QStringLiteral("issued, or out of stock");
}

/// Somebody gets a coupon after they were told that they have one.
void TestAuditChecks::whatWasDueDependsOnWhatWasLeft()
{
    QFETCH(const qint64, stock);
    PlantedRun run(stock);
    run.issued(2).told(3, Outcome::Unknown).told(1, Outcome::AlreadyIssued).issued(1);
    run.stockIs(stock - 2);
    const AuditReport report = run.audit();
    const CheckResult *check = report.check(QStringLiteral("refusals-justified"));
    QCOMPARE(check->rowCount, 1);
    const qsizetype column = check->columns.indexOf(QStringLiteral("should_have_been"));
    QTEST(check->rows.constFirst()[column].toString(), "due");
}

void TestAuditChecks::numbersAgreeWithTheirWords()
{
    PlantedRun stranger(2);
    stranger.issued(1);
    stranger.row(12);
    stranger.stockIs(1);
    QVERIFY2(stranger.audit()
                 .check(QStringLiteral("nobody-else-wrote"))
                 ->explanation.startsWith(QStringLiteral(
                     "1 new row belongs to somebody this run never asked for (user 12).")),
             qPrintable(stranger.audit().check(QStringLiteral("nobody-else-wrote"))->explanation));
    PlantedRun failing(2);
    failing.issued(1).told(2, Outcome::ServerError).stockIs(1);
    QVERIFY2(failing.audit()
                 .check(QStringLiteral("no-server-errors"))
                 ->explanation.startsWith(QStringLiteral("1 request ended in a server error (1 ×")),
             qPrintable(failing.audit().check(QStringLiteral("no-server-errors"))->explanation));
    PlantedRun oversold(1);
    oversold.issued(1).issued(2).stockIs(0);
    const AuditReport report = oversold.audit();
    const CheckResult *beyond = report.check(QStringLiteral("stock-not-exceeded"));
    QCOMPARE(beyond->columns,
             (QStringList{QStringLiteral("row"), QStringLiteral("user"), QStringLiteral("told"),
                          QStringLiteral("answered_at_s"), QStringLiteral("asked_at_s")}));
    QCOMPARE(beyond->rowCount, 1);
    // The second request: asked at 20 ms, answered at 30 ms.
    QCOMPARE(cells(report, beyond->id, QStringLiteral("asked_at_s")), QStringLiteral("0.02"));
    QCOMPARE(cells(report, beyond->id, QStringLiteral("answered_at_s")), QStringLiteral("0.03"));
}

void TestAuditChecks::missingCouponCannotBeTold()
{
    PlantedRun run(3);
    run.told(1, Outcome::NotFound).sql(QStringLiteral("DELETE FROM coupons"));
    const AuditReport report = run.audit();
    QCOMPARE(report.verdict, AuditVerdict::Undecided);
    QCOMPARE(report.check(QStringLiteral("stock-adds-up"))->verdict, CheckVerdict::Inconclusive);
}

void TestAuditChecks::everySqlCanBeRunAgain()
{
    PlantedRun run(1, 20, false);
    run.issued(1).issued(1).issued(2).stockIs(0);
    run.input.uniqueKeyExpected = true;
    for (const CheckResult &check : run.audit().checks) {
        if (!check.sql.isEmpty()) {
            const auto again = run.connection().query(check.sql);
            QVERIFY2(again.ok(), qPrintable(check.id + QLatin1Char(' ') + check.sql));
        }
    }
}

void TestAuditChecks::keyIsJudgedByWhatItStops_data()
{
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("twoOfOne"); ///< somebody has two
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *name, const char *columns, const char *key, bool twoOfOne,
                        CheckVerdict verdict, const char *says) {
        QTest::newRow(name) << QString::fromLatin1(columns) << QString::fromLatin1(key) << twoOfOne
                            << verdict << QString::fromLatin1(says);
    };
    const char *const live = "status VARCHAR(9) NOT NULL DEFAULT 'ISSUED', live TINYINT AS "
                             "(IF(status = 'ISSUED', 1, NULL)) STORED";
    add("none", "x INT", "", false, CheckVerdict::Fail, "There is no unique key over person");
    add("generated, NULL when cancelled", live, "coupon_id, user_id, live", false,
        CheckVerdict::Pass, "uk_test (coupon_id, user_id, live)");
    add("generated, NULL in those that count",
        "status VARCHAR(9) NOT NULL DEFAULT 'ISSUED', live TINYINT AS (IF(status = 'ISSUED', NULL, "
        "1)) STORED",
        "coupon_id, user_id, live", false, CheckVerdict::Fail, "live may be NULL");
    add("generated from what nobody knows", "x INT, live INT AS (x + 1) STORED",
        "coupon_id, user_id, live", false, CheckVerdict::Inconclusive, "depends on live");
    add("a column of where", "status VARCHAR(9) NOT NULL DEFAULT 'ISSUED'",
        "coupon_id, user_id, status", false, CheckVerdict::Pass, "uk_test");
    add("another column", "shop INT NOT NULL DEFAULT 0", "user_id, coupon_id, shop", false,
        CheckVerdict::Inconclusive, "depends on shop");
    add("another column, and somebody has two", "shop INT NOT NULL DEFAULT 0",
        "user_id, coupon_id, shop", true, CheckVerdict::Fail, "shop may differ");
    add("a column that may be NULL", "gone_at BIGINT NULL", "user_id, coupon_id, gone_at", false,
        CheckVerdict::Fail, "gone_at may be NULL");
    add("the row's own id", "x INT", "user_id, id", false, CheckVerdict::Fail,
        "There is no unique key over person");
}

void TestAuditChecks::keyIsJudgedByWhatItStops()
{
    QFETCH(QString, columns);
    QFETCH(QString, key);
    QFETCH(bool, twoOfOne);
    QFETCH(CheckVerdict, verdict);
    QFETCH(QString, says);
    PlantedRun run(3, 20, false);
    run.sql(QStringLiteral("ALTER TABLE user_coupons ADD ") +
            QString(columns).replace(QStringLiteral(", live"), QStringLiteral(", ADD live")));
    if (!key.isEmpty()) {
        run.sql(QStringLiteral("ALTER TABLE user_coupons ADD UNIQUE KEY uk_test (%1)").arg(key));
    }
    run.issued(1).stockIs(2);
    if (twoOfOne) {
        run.sql(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at, shop) "
                               "SELECT user_id, coupon_id, issued_at, 1 FROM user_coupons"));
    }
    run.input.uniqueKeyExpected = true;
    if (columns.contains(QStringLiteral("status"))) {
        run.input.layout.issuedWhere = QStringLiteral("`status` IN ('ISSUED')");
        run.input.layout.countedValues = {{QStringLiteral("status"), {QStringLiteral("'ISSUED'")}}};
    }
    const CheckResult check = *run.audit().check(QStringLiteral("unique-key-there"));
    QVERIFY2(check.verdict == verdict && check.explanation.contains(says),
             qPrintable(check.explanation));
}

void TestAuditChecks::everySqlGivesTheFigure_data()
{
    QTest::addColumn<int>("before"); ///< rows of 11, 11, 12 …
    QTest::addColumn<bool>("givesBack");
    QTest::newRow("nobody before") << 0 << false;
    QTest::newRow("three before, one person with two") << 3 << false;
    QTest::newRow("three before, and pieces come back") << 3 << true;
}

void TestAuditChecks::everySqlGivesTheFigure()
{
    QFETCH(int, before);
    QFETCH(bool, givesBack);
    PlantedRun run(2, 20, false);
    for (int i = 0; i < before; ++i) {
        const int user = 11 + i / 2;
        run.row(user);
        run.input.holdersBefore.push_back(user);
    }
    run.input.counterAhead = 0;
    run.input.rules.givesBack = givesBack;
    run.issued(1).issued(1).issued(2).issued(3);
    run.sql(QStringLiteral("UPDATE coupons SET quantity = -1, issued_count = issued_count + 2"));
    const AuditReport report = run.audit();
    const auto ask = [&run, &report](const char *id) {
        auto query = run.connection().query(report.check(QString::fromLatin1(id))->sql);
        STAMPEDE_CHECK(query.ok());
        QList<QVariantList> rows;
        while (query.value().next()) {
            rows.append({query.value().value(0), query.value().value(1), query.value().value(2)});
        }
        return rows;
    };
    const auto stated = [&report](const char *id) { return report.check(QString::fromLatin1(id)); };
    for (const char *id : {"stock-not-exceeded", "one-per-user", "rows-in-window", "rows-belong"}) {
        QVERIFY2(ask(id).size() == stated(id)->rowCount, id);
    }
    for (qsizetype i = 0; i < stated("stock-not-exceeded")->rows.size(); ++i) {
        QCOMPARE(ask("stock-not-exceeded").at(i).at(0).toLongLong(),
                 stated("stock-not-exceeded")->rows.at(i).at(0).toLongLong());
    }
    const QVariantList sums = ask("stock-adds-up").constFirst();
    const QVariantList said = stated("stock-adds-up")->rows.constFirst();
    QCOMPARE(sums.at(0).toLongLong(), said.at(1).toLongLong());
    QCOMPARE(sums.at(1).toLongLong(), said.at(2).toLongLong());
    QCOMPARE(sums.at(2).toLongLong(), said.at(3).toLongLong());
    QCOMPARE(ask("stock-not-negative").constFirst().at(0).toLongLong(),
             stated("stock-not-negative")->rows.constFirst().at(1).toLongLong());
    const QVariantList counter = ask("counter-agrees").constFirst();
    QCOMPARE(counter.at(0).toLongLong(), stated("counter-agrees")->rows.constFirst().at(1).toInt());
    QCOMPARE(counter.at(1).toLongLong(), stated("counter-agrees")->rows.constFirst().at(2).toInt());
}

void TestAuditChecks::questionCountsTheRowsOfItsFinding()
{
    PlantedRun run(9, 20, false);
    run.sql(
        QStringLiteral("ALTER TABLE user_coupons ADD status VARCHAR(9) NOT NULL DEFAULT 'ISSUED'"));
    run.input.layout.doubtful = {{QStringLiteral("status"), DoubtfulColumn::Kind::Status}};
    run.row(11); // of before, and twice
    run.row(11);
    run.input.holdersBefore = {11, 11};
    run.issued(1).issued(1).issued(2).issued(3).issued(11).stockIs(4);
    run.sql(QStringLiteral("UPDATE user_coupons SET status = 'CANCELED' WHERE user_id IN (2, 3)"));
    run.sql(
        QStringLiteral("UPDATE user_coupons SET status = 'CANCELED' WHERE user_id = 1 LIMIT 1"));
    const AuditReport report = run.audit();
    const CheckResult &check = *report.check(QStringLiteral("one-per-user"));
    QVERIFY2(check.explanation.contains(
                 QStringLiteral("status is CANCELED in 1 of the 5 rows of these people")),
             qPrintable(check.explanation));
    // As many ids as there are new rows.
    QCOMPARE(cells(report, check.id, QStringLiteral("user")), QStringLiteral("11 1"));
    QCOMPARE(cells(report, check.id, QStringLiteral("rows")), QStringLiteral("3 2"));
    QCOMPARE(cells(report, check.id, QStringLiteral("new_rows")), QStringLiteral("1 2"));
    QCOMPARE(cells(report, check.id, QStringLiteral("row_ids")), QStringLiteral("7 3 4"));
}

void TestAuditChecks::checksDoNotContradict()
{
    PlantedRun run(3);
    run.issued(1).told(1, Outcome::AlreadyIssued).told(5, Outcome::AlreadyIssued).stockIs(2);
    const CheckResult some = *run.audit().check(QStringLiteral("refusals-justified"));
    QCOMPARE(some.verdict, CheckVerdict::Pass);
    QVERIFY2(some.explanation.startsWith(
                 QStringLiteral("Refusals that fit the times at which coupons went: 1 of 2;")),
             qPrintable(some.explanation));
    PlantedRun all(3);
    all.issued(1).told(5, Outcome::AlreadyIssued).stockIs(2);
    const CheckResult none = *all.audit().check(QStringLiteral("refusals-justified"));
    QVERIFY2(none.verdict == CheckVerdict::Skipped &&
                 none.explanation.startsWith(QStringLiteral("Every refusal is wrong")),
             qPrintable(none.explanation));
}

void TestAuditChecks::onlyTheFirstHundredRowsAreKept()
{
    PlantedRun run(0, 300);
    for (int user = 1; user <= 250; ++user) {
        run.issued(user);
    }
    run.stockIs(0);
    const CheckResult check = *run.audit().check(QStringLiteral("stock-not-exceeded"));
    QCOMPARE(check.rowCount, 250);
    QCOMPARE(check.rows.size(), 100);
    QCOMPARE(check.rows.constFirst().value(1).toInt(), 1);
}

/// What was wrong before the run is not judged, and does not stand as what was.
void TestAuditChecks::whatIsShownIsWhatWasJudged()
{
    PlantedRun run(3);
    run.sql(QStringLiteral("ALTER TABLE user_coupons DROP KEY uk_user_coupon"));
    run.row(7);
    run.row(7);
    run.input.holdersBefore = {7, 7};
    run.input.counterAhead = 5;
    run.sql(QStringLiteral("UPDATE coupons SET issued_count = 7"));
    run.issued(1);
    run.told(2, Outcome::Unknown);
    run.stockIs(2);
    const AuditReport report = run.audit();
    QCOMPARE(failedChecks(report), QString());
    const auto shown = [&report](const char *id) {
        const CheckResult *check = report.check(QString::fromLatin1(id));
        return checkVerdictKey(check->verdict) + QStringLiteral(": ") + check->expected +
               QStringLiteral(" / ") + check->actual;
    };
    QCOMPARE(shown("one-per-user"),
             QStringLiteral("pass: nobody beyond 1 by a row of the run / nobody"));
    QCOMPARE(shown("counter-agrees"), QStringLiteral("pass: 8 / 8"));
    QCOMPARE(report.check(QStringLiteral("no-server-errors"))->explanation,
             QStringLiteral("None in 1 answer."));
    QCOMPARE(report.check(QStringLiteral("answers-fit-one-order"))->explanation,
             QStringLiteral("1 request replayed, same answer, same end. Of 2 in all; the others "
                            "have no answer that could be replayed."));
}

} // namespace tst_audit_checks

STAMPEDE_TEST(tst_audit_checks::TestAuditChecks)
#include "tst_audit_checks.moc"
