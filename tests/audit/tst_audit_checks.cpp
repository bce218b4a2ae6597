// Proves what the audit concludes beside damage: that missing ground decides nothing, that a check
// with nothing to look at says so, that warnings stay warnings, that the SQL of a check can be run
// again, and that it reads one snapshot and writes nothing.

#include "planted_run.h"
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
    void checksWithNothingToLookAtAreSkipped();
    void unansweredRequestsAreSettledByRows();
    void uniqueKeyIsSeenMissingOrSkipped();
    void serverErrorsAreAWarning();
    void figuresOutsideThePredictionAreAWarning();
    void missingCouponCannotBeTold();
    void everySqlCanBeRunAgain();
    void onlyTheFirstHundredRowsAreKept();
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
             QStringLiteral("3 got no answer; 1 took effect, 2 did not."));
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
    QVERIFY2(check->explanation.contains(QStringLiteral("1 × not sent")),
             qPrintable(check->explanation));
    QVERIFY(check->explanation.endsWith(QStringLiteral("Nothing was issued by those requests.")));
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

} // namespace tst_audit_checks

STAMPEDE_TEST(tst_audit_checks::TestAuditChecks)
#include "tst_audit_checks.moc"
