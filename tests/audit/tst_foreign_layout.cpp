// SPDX-License-Identifier: MIT
// Proves that the checks read tables of other people: ids and coupons that are text, users in a
// format of their own, columns that are missing; that what is missing is said, and that without a
// run the rows alone are judged.

#include "audit/audit.h"
#include "audit/own_checks.h"
#include "audit/row_checks.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QTest>

#include <chrono>

namespace tst_foreign_layout {

using namespace stampede;
using stampede::test::TestDatabase;

class TestForeignLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsAloneAreJudged();
    void textIdsAreShownAsTheyAre();
    void runIsHeldAgainstTextIds();
    void withdrawnRowsAreAskedFor_data();
    void withdrawnRowsAreAskedFor();
    void deletedRowsAreNotCalledNeverGiven();
    void missingColumnsSkipTheirChecks();
    void wallClocksAreNotHeldAgainstMoments();
    void windowOfTheSaleIsRead();
    void ownChecksAreLimitedAndGuarded();
    void peopleHaveNamesAndNumbers();
    void othersMayHaveWritten_data();
    void othersMayHaveWritten();
    void rowsOfOtherRequestsAreNoStrangers();
    void answersAreHeldAgainstTheSale_data();
    void answersAreHeldAgainstTheSale();
    void campaignsThatWereMissingBeforeAreNoDamage();
    void whoHeldTooManyBeforeIsCountedApart();

private:
    void sql(const char *statement);
    AuditReport audit();

    std::unique_ptr<Connection> m_connection;
    AuditInput m_input;
    std::vector<Operation> m_history;
};

void TestForeignLayout::sql(const char *statement)
{
    const auto done = m_connection->execute(QString::fromLatin1(statement));
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestForeignLayout::init()
{
    m_connection = TestDatabase::instance().freshConnection();
    sql("CREATE TABLE promotion (code VARCHAR(40) PRIMARY KEY, seats_total INT NOT NULL, "
        "seats_left INT NOT NULL, opens DATETIME NULL, closes DATETIME NULL)");
    sql("CREATE TABLE promotion_claim (claim_no VARCHAR(40) PRIMARY KEY, member VARCHAR(40), "
        "promo_code VARCHAR(40) NOT NULL, claimed_at DATETIME(3) NOT NULL)");
    sql("INSERT INTO promotion VALUES ('SPRING%5', 3, 1, '2026-04-01 00:00:00', "
        "'2026-04-30 23:59:59'), ('AUTUMN', 9, 9, NULL, NULL)");
    sql("INSERT INTO promotion_claim VALUES ('a1', 'm7', 'SPRING%5', '2026-04-01 00:00:00'), "
        "('a2', 'm8', 'SPRING%5', '2026-04-30 23:59:59.999')");
    m_history.clear();
    m_input = {};
    TableLayout &layout = m_input.layout;
    layout.issuedTable = QStringLiteral("promotion_claim");
    layout.issuedId = QStringLiteral("claim_no");
    layout.issuedIdIsText = true;
    layout.issuedUser = QStringLiteral("member");
    layout.usersAreText = true;
    layout.userFormat = QStringLiteral("m{userId}");
    layout.issuedCoupon = QStringLiteral("promo_code");
    layout.issuedCouponKey = QStringLiteral("'SPRING%5'");
    layout.issuedAt = QStringLiteral("claimed_at");
    layout.issuedAtKind = TimeKind::WallClock;
    layout.stockTable = QStringLiteral("promotion");
    layout.stockId = QStringLiteral("code");
    layout.stockCouponKey = layout.issuedCouponKey;
    layout.remaining = QStringLiteral("seats_left");
    layout.total = QStringLiteral("seats_total");
    layout.startsAt = QStringLiteral("opens");
    layout.endsAt = QStringLiteral("closes");
    layout.startsAtKind = TimeKind::WallClock;
    layout.endsAtKind = TimeKind::WallClock;
    layout.source = QStringLiteral("the profile Spring");
    m_input.couponName = QStringLiteral("SPRING%5");
    m_input.hasRun = false;
    m_input.hasScenario = false;
    m_input.initialStock = 3;
    m_input.startsAtUs = 0;
    m_input.endsAtUs = AuditInput::kNoEnd;
    m_input.settled.atRest = true;
}

AuditReport TestForeignLayout::audit()
{
    m_input.history = m_history;
    static_cast<void>(m_connection->rollback());
    if (!m_connection->isReadOnly()) {
        STAMPEDE_CHECK(m_connection->readOnlyFromNow(std::chrono::seconds(30)).ok());
    }
    auto report = runAudit(*m_connection, m_input);
    STAMPEDE_CHECK(report.ok());
    return std::move(report).value();
}

namespace {

QString idsOf(const AuditReport &report, CheckVerdict verdict)
{
    QStringList ids;
    for (const CheckResult &check : report.checks) {
        if (check.verdict == verdict) {
            ids << check.id;
        }
    }
    return ids.join(QLatin1Char(' '));
}

QString rowsOf(const AuditReport &report, const char *id)
{
    QStringList lines;
    const CheckResult *check = report.check(QString::fromLatin1(id));
    for (const QVariantList &row : check->rows) {
        QStringList cells;
        for (const QVariant &cell : row) {
            cells << (cell.isNull() ? QStringLiteral("-") : cell.toString());
        }
        lines << cells.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char(' '));
}

Operation told(std::int64_t user, Outcome outcome)
{
    Operation operation;
    operation.returnedNs = 1'000'000;
    operation.user = user;
    operation.outcome = outcome;
    return operation;
}

} // namespace

void TestForeignLayout::rowsAloneAreJudged()
{
    sql("ALTER TABLE promotion_claim ADD UNIQUE KEY one_each (promo_code, member), "
        "MODIFY member VARCHAR(40) NOT NULL");
    const AuditReport report = audit();
    QCOMPARE(report.verdict, AuditVerdict::Held);
    QCOMPARE(idsOf(report, CheckVerdict::Pass),
             QStringLiteral("stock-not-exceeded stock-not-negative stock-adds-up one-per-user "
                            "rows-in-window came-to-rest unique-key-there"));
    QCOMPARE(idsOf(report, CheckVerdict::Fail), QString());
    const CheckResult *answers = report.check(QStringLiteral("issued-is-stored"));
    QCOMPARE(answers->skipReason, SkipReason::NoRun);
    QCOMPARE(answers->explanation,
             QStringLiteral("Needs the answers of a run, which a database alone does not have."));
    QCOMPARE(report.check(QStringLiteral("counter-agrees"))->explanation,
             QStringLiteral("Needs a counter of issued coupons (stock.issued), which the profile "
                            "Spring does not have."));
    QCOMPARE(report.check(QStringLiteral("counter-agrees"))->skipReason, SkipReason::NotAvailable);
    for (const CheckResult &check : report.checks) {
        QVERIFY2(check.tookNs >= 0, qPrintable(check.id));
    }
}

void TestForeignLayout::textIdsAreShownAsTheyAre()
{
    sql("INSERT INTO promotion_claim VALUES ('b1', 'm7', 'SPRING%5', '2026-04-02'), "
        "('b2', 'stranger', 'SPRING%5', '2026-04-02'), ('b3', 'stranger', 'SPRING%5', "
        "'2026-04-02'), ('c1', 'm1', 'GONE', '2026-04-02')");
    const AuditReport report = audit();
    QCOMPARE(report.verdict, AuditVerdict::Broken);
    QCOMPARE(idsOf(report, CheckVerdict::Fail),
             QStringLiteral("stock-not-exceeded stock-adds-up one-per-user rows-belong "
                            "unique-key-there"));
    QCOMPARE(rowsOf(report, "one-per-user"), QStringLiteral("m7,2,a1 b1, stranger,2,b2 b3,"));
    QCOMPARE(rowsOf(report, "stock-not-exceeded"),
             QStringLiteral("b2,stranger,-,-,- b3,stranger,-,-,-"));
    QCOMPARE(rowsOf(report, "stock-adds-up"), QStringLiteral("SPRING%5,3,5,1,-3"));
    QCOMPARE(rowsOf(report, "rows-belong"), QStringLiteral("c1,m1,GONE"));
    QVERIFY(report.check(QStringLiteral("one-per-user"))
                ->explanation.endsWith(QStringLiteral("Most: user m7 with 2.")));
}

void TestForeignLayout::runIsHeldAgainstTextIds()
{
    m_input.hasRun = true;
    m_history = {told(7, Outcome::Issued), told(8, Outcome::Issued), told(9, Outcome::Issued),
                 told(4, Outcome::AlreadyIssued)};
    const AuditReport broken = audit();
    QCOMPARE(idsOf(broken, CheckVerdict::Fail),
             QStringLiteral("issued-is-stored already-issued-true unique-key-there"));
    QCOMPARE(rowsOf(broken, "issued-is-stored").section(QLatin1Char(','), 0, 0),
             QStringLiteral("m9"));
    QCOMPARE(rowsOf(broken, "already-issued-true").section(QLatin1Char(','), 0, 0),
             QStringLiteral("m4"));
    QCOMPARE(broken.check(QStringLiteral("as-predicted"))->verdict, CheckVerdict::Skipped);

    m_history = {told(7, Outcome::Issued)};
    const AuditReport others = audit();
    QCOMPARE(others.verdict, AuditVerdict::Undecided);
    QCOMPARE(rowsOf(others, "nobody-else-wrote"), QStringLiteral("a2,m8"));
    QVERIFY(others.check(QStringLiteral("nobody-else-wrote"))
                ->explanation.contains(QStringLiteral("(user m8)")));
}

/// Four had asked, somebody's coupon does not count any more, and nobody said that coupons are
/// cancelled during a run.
void TestForeignLayout::withdrawnRowsAreAskedFor_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("untold");
    QTest::addColumn<QString>("broken");
    QTest::addColumn<QString>("first");
    // m8 was told "issued" and cancelled; their place is free at the end, and m9 was refused.
    QTest::newRow("cancelled, the place is free")
        << QStringLiteral("UPDATE promotion SET seats_left = 2 WHERE code = 'SPRING%5'")
        << QStringLiteral("issued-is-stored already-issued-true sold-out-true refusals-justified "
                          "answers-fit-one-order")
        << QString() << QStringLiteral("row a2 of user m8");
    QTest::newRow("cancelled, the place is not free")
        << QStringLiteral("UPDATE promotion SET seats_left = 1 WHERE code = 'SPRING%5'")
        << QStringLiteral("stock-adds-up issued-is-stored already-issued-true sold-out-true "
                          "refusals-justified "
                          "answers-fit-one-order")
        << QString() << QStringLiteral("row a2 of user m8");
    QTest::newRow("cancelled, and more is gone")
        << QStringLiteral("UPDATE promotion SET seats_left = -1 WHERE code = 'SPRING%5'")
        << QStringLiteral("issued-is-stored already-issued-true sold-out-true refusals-justified "
                          "answers-fit-one-order")
        << QStringLiteral("stock-not-negative stock-adds-up")
        << QStringLiteral("row a2 of user m8");
    QTest::newRow("cancelled, and more is gone than an older row explains")
        << QStringLiteral("INSERT INTO promotion_claim (claim_no, member, promo_code, claimed_at, "
                          "status) SELECT 'a0', 'm1', promo_code, claimed_at, 'CANCELED' FROM "
                          "promotion_claim WHERE claim_no = 'a2';"
                          "UPDATE promotion SET seats_left = 0 WHERE code = 'SPRING%5'")
        << QStringLiteral("issued-is-stored already-issued-true sold-out-true refusals-justified "
                          "answers-fit-one-order nobody-else-wrote")
        << QStringLiteral("stock-adds-up") << QStringLiteral("row a2 of user m8");
}

void TestForeignLayout::withdrawnRowsAreAskedFor()
{
    QFETCH(QString, change);
    QFETCH(QString, untold);
    QFETCH(QString, broken);
    QFETCH(QString, first);
    sql("ALTER TABLE promotion_claim ADD status VARCHAR(10) NOT NULL DEFAULT 'ISSUED'");
    sql("UPDATE promotion_claim SET status = 'CANCELED' WHERE claim_no = 'a2'");
    for (const QString &statement : change.split(QLatin1Char(';'))) {
        sql(statement.toLatin1());
    }
    m_input.hasRun = true;
    m_input.layout.issuedWhere = QStringLiteral("`status` = 'ISSUED'");
    m_history = {told(7, Outcome::Issued), told(8, Outcome::Issued),
                 told(8, Outcome::AlreadyIssued), told(9, Outcome::OutOfStock)};
    // Where it is said that none comes back, nobody is asked.
    QCOMPARE(audit().verdict, AuditVerdict::Broken);
    m_input.rules.givesBackSaid = false;
    const AuditReport report = audit();
    QStringList failed;
    for (const CheckResult &check : report.findings()) {
        failed << check.id;
    }
    QCOMPARE(failed.join(QLatin1Char(' ')), broken);
    QCOMPARE(idsOf(report, CheckVerdict::Inconclusive), untold);
    QCOMPARE(report.verdict, broken.isEmpty() ? AuditVerdict::Undecided : AuditVerdict::Broken);
    const QString sentence = report.check(QStringLiteral("issued-is-stored"))->explanation;
    QVERIFY2(sentence.contains(first) && sentence.contains(QStringLiteral("givesBack")),
             qPrintable(sentence));
    QCOMPARE(report.state.lostWrites, 0);
    QCOMPARE(report.wrongAnswers.size(), std::size_t{0});
    QVERIFY(report.rules.givesBack && !report.rules.givesBackSaid);
    // Said, nothing is wrong but what is gone for good.
    m_input.rules.givesBack = true;
    m_input.rules.givesBackSaid = true;
    const AuditReport said = audit();
    QVERIFY(said.verdict != AuditVerdict::Undecided);
    QCOMPARE(said.check(QStringLiteral("issued-is-stored"))->verdict, CheckVerdict::Pass);
}

void TestForeignLayout::deletedRowsAreNotCalledNeverGiven()
{
    sql("DELETE FROM promotion_claim WHERE claim_no = 'a2'");
    sql("UPDATE promotion SET seats_left = 1 WHERE code = 'SPRING%5'");
    m_input.hasRun = true;
    m_input.rules.givesBackSaid = false;
    m_history = {told(7, Outcome::Issued), told(8, Outcome::Issued), told(9, Outcome::OutOfStock)};
    const AuditReport report = audit();
    QCOMPARE(report.verdict, AuditVerdict::Broken);
    for (const CheckResult &check : report.checks) {
        for (const QString &words : {check.explanation, check.proof}) {
            QVERIFY2(!words.contains(QStringLiteral("never given")) &&
                         !words.contains(QStringLiteral("disappeared")) &&
                         !words.contains(QStringLiteral("nobody got")),
                     qPrintable(words));
        }
    }
    for (const char *id : {"issued-is-stored", "sold-out-true"}) {
        const QString words = report.check(QString::fromLatin1(id))->explanation;
        QVERIFY2(words.contains(QStringLiteral("givesBack")), qPrintable(words));
    }
}

void TestForeignLayout::missingColumnsSkipTheirChecks()
{
    TableLayout &layout = m_input.layout;
    layout.issuedId.clear();
    layout.issuedIdIsText = false;
    layout.issuedAt.clear();
    layout.stockTable.clear();
    layout.stockId.clear();
    layout.remaining.clear();
    layout.total.clear();
    layout.startsAt.clear();
    layout.endsAt.clear();
    sql("INSERT INTO promotion_claim VALUES ('b1', 'm7', 'SPRING%5', '2026-04-02')");
    const AuditReport report = audit();
    QCOMPARE(report.verdict, AuditVerdict::Broken);
    QCOMPARE(idsOf(report, CheckVerdict::Fail), QStringLiteral("one-per-user unique-key-there"));
    QCOMPARE(idsOf(report, CheckVerdict::Inconclusive), QString());
    QVERIFY(!report.state.initialStockKnown);
    QVERIFY(!report.state.drift);
    QCOMPARE(rowsOf(report, "one-per-user"), QStringLiteral("m7,2,-,"));
}

void TestForeignLayout::wallClocksAreNotHeldAgainstMoments()
{
    m_input.layout.endsAtKind = TimeKind::Timestamp;
    const AuditReport report = audit();
    const CheckResult *window = report.check(QStringLiteral("rows-in-window"));
    QCOMPARE(window->verdict, CheckVerdict::Skipped);
    QVERIFY(window->explanation.startsWith(QStringLiteral("Needs times of one kind")));
}

void TestForeignLayout::windowOfTheSaleIsRead()
{
    sql("UPDATE promotion SET closes = '9999-12-31 23:59:59' WHERE code = 'SPRING%5'");
    STAMPEDE_CHECK(m_connection->readOnlyFromNow(std::chrono::seconds(30)).ok());
    auto taken = Snapshot::take(*m_connection, m_input.layout, {});
    QVERIFY(taken.ok());
    Snapshot &snapshot = taken.value();
    QVERIFY(snapshot.couponThere());
    QCOMPARE(*snapshot.total(), 3);
    QCOMPARE(*snapshot.startsAtUs(), 1'775'001'600'000'000);
    QCOMPARE(*snapshot.endsAtUs(), 253'402'300'799'000'000);
    m_input.startsAtUs = *snapshot.startsAtUs() + 1;
    m_input.endsAtUs = *snapshot.endsAtUs();
    const AuditReport report = auditSnapshot(snapshot, m_input);
    QCOMPARE(rowsOf(report, "rows-in-window"), QStringLiteral("a1,m7,2026-04-01 00:00:00.000"));
}

void TestForeignLayout::ownChecksAreLimitedAndGuarded()
{
    m_input.ownChecks = {
        {QStringLiteral("fine"), QStringLiteral("No claim without a member"),
         QStringLiteral("SELECT claim_no FROM promotion_claim WHERE member = '' -- or NULL")},
        {QStringLiteral("found"), QStringLiteral("No claims of m7"),
         QStringLiteral("WITH c AS (SELECT * FROM promotion_claim) SELECT claim_no, member "
                        "FROM c WHERE member = 'm7' LIMIT 5")},
        {QStringLiteral("twice"), QStringLiteral("A column twice"),
         QStringLiteral("SELECT member, member FROM promotion_claim WHERE member = 'm7' # one")},
        {QStringLiteral("many"), QStringLiteral("Not too many"),
         QStringLiteral("SELECT seq FROM seq_1_to_1000000")},
        {QStringLiteral("writes"), QStringLiteral("Writes"), QStringLiteral("SELECT 1 INTO @a")},
        {QStringLiteral("broken"), QStringLiteral("Broken"), QStringLiteral("SELECT nothing")}};
    const AuditReport report = audit();
    QCOMPARE(report.check(QStringLiteral("own:fine"))->verdict, CheckVerdict::Pass);
    QCOMPARE(report.check(QStringLiteral("own:found"))->explanation, QStringLiteral("1 row."));
    QCOMPARE(rowsOf(report, "own:found"), QStringLiteral("a1,m7"));
    QCOMPARE(rowsOf(report, "own:twice"), QStringLiteral("m7,m7"));
    QCOMPARE(report.check(QStringLiteral("own:many"))->rowCount, 10'001);
    QCOMPARE(report.check(QStringLiteral("own:many"))->rows.size(), 100);
    QCOMPARE(report.check(QStringLiteral("own:many"))->explanation,
             QStringLiteral("More than 10,000 rows."));
    QCOMPARE(report.check(QStringLiteral("own:writes"))->verdict, CheckVerdict::Inconclusive);
    QCOMPARE(report.check(QStringLiteral("own:broken"))->verdict, CheckVerdict::Inconclusive);
    QVERIFY(report.check(QStringLiteral("own:broken"))
                ->explanation.contains(QStringLiteral("nothing")));
    QCOMPARE(report.verdict, AuditVerdict::Broken);
}

void TestForeignLayout::peopleHaveNamesAndNumbers()
{
    PersonNames people(QStringLiteral("m{userId}!"));
    QCOMPARE(people.idOf(QStringLiteral("m7!")), 7);
    QCOMPARE(people.idOf(QStringLiteral("m0!")), 0);
    for (const char *other :
         {"m07!", "m!", "m+7!", "m-7!", "M7!", "7", "m7", "m99999999999999999999!", ""}) {
        const std::int64_t id = people.idOf(QString::fromLatin1(other));
        QVERIFY2(id < 0, other);
        QCOMPARE(people.idOf(QString::fromLatin1(other)), id);
        QCOMPARE(people.nameOf(id), QString::fromLatin1(other));
    }
    QCOMPARE(people.idOf(QVariant()), PersonNames::kNobody);
    QCOMPARE(people.nameOf(PersonNames::kNobody), QStringLiteral("NULL"));
    QCOMPARE(people.nameOf(12), QStringLiteral("m12!"));
    PersonNames numbers;
    QCOMPARE(numbers.idOf(QVariant(-4)), -4);
    QCOMPARE(numbers.nameOf(-4), QStringLiteral("-4"));
    QVERIFY(numbers.areNumbers());
    const std::int64_t beyond = numbers.idOf(QVariant(18446744073709551615ULL));
    QVERIFY(beyond < 0 && beyond != -1);
    QCOMPARE(numbers.idOf(QVariant(18446744073709551615ULL)), beyond);
    QCOMPARE(numbers.nameOf(beyond), QStringLiteral("18446744073709551615"));
    QVERIFY(!numbers.areNumbers());
    QCOMPARE(numbers.nameOf(-4), QStringLiteral("-4"));
}

/// Rows of m7 and m8 are new, one of three is left; no row says which request wrote it.
void TestForeignLayout::othersMayHaveWritten_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<std::vector<Operation>>("history");
    QTest::addColumn<AuditVerdict>("verdict");
    QTest::addColumn<QString>("untold");
    QTest::addColumn<QString>("broken");
    using History = std::vector<Operation>;
    const Operation first = told(7, Outcome::Issued);
    QTest::newRow("each row was told") << QString() << History{first, told(8, Outcome::Issued)}
                                       << AuditVerdict::Held << QString() << QString();
    QTest::newRow("a holder whom no answer gave it")
        << QString() << History{first, told(8, Outcome::AlreadyIssued)} << AuditVerdict::Undecided
        << QStringLiteral(
               "stored-was-announced refusals-justified answers-fit-one-order nobody-else-wrote")
        << QString();
    QTest::newRow("a failure, with times that tell nothing")
        << QString() << History{first, told(8, Outcome::Contention)} << AuditVerdict::Undecided
        << QStringLiteral("stored-was-announced answers-fit-one-order nobody-else-wrote")
        << QString();
    QTest::newRow("a refusal beside it, when nobody knows who had how many")
        << QString()
        << History{first, told(8, Outcome::Contention), told(7, Outcome::AlreadyIssued)}
        << AuditVerdict::Undecided
        << QStringLiteral(
               "stored-was-announced refusals-justified answers-fit-one-order nobody-else-wrote")
        << QString();
    QTest::newRow("the stock was lowered")
        << QStringLiteral("UPDATE promotion SET seats_left = 0 WHERE code = 'SPRING%5'")
        << History{first, told(8, Outcome::Issued), told(9, Outcome::OutOfStock)}
        << AuditVerdict::Undecided
        << QStringLiteral("stock-adds-up sold-out-true refusals-justified answers-fit-one-order "
                          "nobody-else-wrote")
        << QString();
    QTest::newRow("the stock was lowered, and a request of the run may have done it")
        << QStringLiteral("UPDATE promotion SET seats_left = 0 WHERE code = 'SPRING%5'")
        << History{first, told(8, Outcome::Issued), told(9, Outcome::ServerError)}
        << AuditVerdict::Broken << QString() << QStringLiteral("stock-adds-up");
    QTest::newRow("handed out without the stock")
        << QStringLiteral("UPDATE promotion SET seats_left = 2 WHERE code = 'SPRING%5'")
        << History{first, told(8, Outcome::Issued)} << AuditVerdict::Broken << QString()
        << QStringLiteral("stock-adds-up");
    QTest::newRow("a row beyond the limit stays the service's")
        << QStringLiteral("INSERT INTO promotion_claim VALUES ('b1', 'm7', 'SPRING%5', "
                          "'2026-04-02'); UPDATE promotion SET seats_left = 0 WHERE code = "
                          "'SPRING%5'")
        << History{first, told(7, Outcome::AlreadyIssued), told(8, Outcome::Issued)}
        << AuditVerdict::Broken << QStringLiteral("nobody-else-wrote")
        << QStringLiteral("one-per-user");
}

void TestForeignLayout::othersMayHaveWritten()
{
    QFETCH(const QString, change);
    QFETCH(const std::vector<Operation>, history);
    QFETCH(const AuditVerdict, verdict);
    QFETCH(const QString, untold);
    QFETCH(const QString, broken);
    sql("ALTER TABLE promotion_claim ADD KEY one_each (promo_code, member)");
    for (const QString &statement : change.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        sql(statement.toLatin1());
    }
    m_input.hasRun = true;
    m_history = history;
    const AuditReport report = audit();
    QStringList findings;
    for (const CheckResult &finding : report.findings()) {
        findings << finding.id;
    }
    QCOMPARE(findings.join(QLatin1Char(' ')), broken);
    QCOMPARE(idsOf(report, CheckVerdict::Inconclusive), untold);
    QCOMPARE(report.verdict, verdict);
    if (verdict == AuditVerdict::Undecided) {
        QVERIFY2(report.undecidedReason.contains(QStringLiteral("nobody can know")),
                 qPrintable(report.undecidedReason));
    }
    const AuditReport ours = [this] { // what nobody else can write is the service's doing
        m_input.layout.source.clear();
        return audit();
    }();
    QCOMPARE(ours.verdict == AuditVerdict::Held, verdict == AuditVerdict::Held);
    QVERIFY(ours.verdict != AuditVerdict::Undecided);
}

/// m8 was asked for, and their row names a request.
void TestForeignLayout::rowsOfOtherRequestsAreNoStrangers()
{
    sql("ALTER TABLE promotion_claim ADD rid VARCHAR(40) NULL");
    sql("UPDATE promotion_claim SET rid = CONCAT('run-', claim_no = 'a2')");
    m_input.hasRun = true;
    m_input.layout.issuedRequestId = QStringLiteral("rid");
    m_input.layout.requestIdPrefix = QStringLiteral("run-");
    m_history = {told(7, Outcome::Issued), told(8, Outcome::AlreadyIssued)};
    m_history.back().request = 1;
    const AuditReport ours = audit();
    QCOMPARE(idsOf(ours, CheckVerdict::Inconclusive), QString());
    QCOMPARE(ours.findings().constFirst().id, QStringLiteral("stored-was-announced"));
    QCOMPARE(ours.verdict, AuditVerdict::Broken);

    static_cast<void>(m_connection->rollback());
    m_connection = TestDatabase::instance().freshConnection();
    init();
    sql("ALTER TABLE promotion_claim ADD rid VARCHAR(40) NULL");
    sql("UPDATE promotion_claim SET rid = IF(claim_no = 'a1', 'run-0', 'from-the-app')");
    m_input.hasRun = true;
    m_input.layout.issuedRequestId = QStringLiteral("rid");
    m_input.layout.requestIdPrefix = QStringLiteral("run-");
    m_history = {told(7, Outcome::Issued), told(8, Outcome::AlreadyIssued)};
    m_history.back().request = 1;
    const AuditReport others = audit();
    QCOMPARE(others.verdict, AuditVerdict::Undecided);
    QCOMPARE(others.check(QStringLiteral("nobody-else-wrote"))->explanation,
             QStringLiteral("1 new row names a request that this run did not make (first: row a2 "
                            "of user m8). Somebody else was using the service, so what follows "
                            "cannot be decided."));
    const QString proof = others.check(QStringLiteral("stored-was-announced"))->proof;
    QVERIFY2(proof.endsWith(QStringLiteral("which names a request that this run did not make.")),
             qPrintable(proof));
}

/// The sale is from 1 to 30 April by a clock without a zone.
void TestForeignLayout::answersAreHeldAgainstTheSale_data()
{
    QTest::addColumn<qint64>("day"); // of the run, from 1 April on
    QTest::addColumn<Outcome>("answer");
    QTest::addColumn<bool>("hasHours");
    QTest::addColumn<qint64>("right");
    QTest::addColumn<qint64>("wrong");
    QTest::newRow("early") << qint64{-7} << Outcome::NotStarted << true << qint64{1} << qint64{0};
    QTest::newRow("denied") << qint64{9} << Outcome::NotStarted << true << qint64{0} << qint64{1};
    QTest::newRow("near the start")
        << qint64{0} << Outcome::NotStarted << true << qint64{0} << qint64{0};
    QTest::newRow("no hours") << qint64{9} << Outcome::NotStarted << false << qint64{0}
                              << qint64{0};
    QTest::newRow("late") << qint64{40} << Outcome::Expired << true << qint64{1} << qint64{0};
    QTest::newRow("over too soon")
        << qint64{9} << Outcome::Expired << true << qint64{0} << qint64{1};
    QTest::newRow("near the end") << qint64{30} << Outcome::Expired << true << qint64{0}
                                  << qint64{0};
}

void TestForeignLayout::answersAreHeldAgainstTheSale()
{
    QFETCH(const qint64, day);
    QFETCH(const Outcome, answer);
    QFETCH(const bool, hasHours);
    QFETCH(const qint64, right);
    QFETCH(const qint64, wrong);
    constexpr qint64 kDayUs = 86'400'000'000;
    m_input.hasRun = true;
    m_input.startsAtUs = 1'775'001'600'000'000;
    m_input.endsAtUs = m_input.startsAtUs + 30 * kDayUs - 1'000'000;
    m_input.saleIsOfRun = true;
    m_input.startedUs = m_input.startsAtUs + day * kDayUs;
    if (!hasHours) {
        m_input.layout.startsAt.clear();
        m_input.layout.endsAt.clear();
        m_input.startsAtUs = AuditInput::kNoStart;
        m_input.endsAtUs = AuditInput::kNoEnd;
    }
    m_input.holdersBefore = {7, 8};
    m_input.initialStock = 1;
    m_history = {told(9, answer)};
    const AuditReport report = audit();
    const CheckResult *check = report.check(QStringLiteral("refusals-justified"));
    QVERIFY(report.sale.has_value());
    QCOMPARE(report.sale->right, right);
    QCOMPARE(static_cast<qint64>(report.sale->wrong.size()), wrong);
    QCOMPARE(report.sale->open, 1 - right - wrong);
    QCOMPARE(check->verdict, wrong > 0   ? CheckVerdict::Fail
                             : right > 0 ? CheckVerdict::Pass
                                         : CheckVerdict::Skipped);
    QCOMPARE(report.verdict, wrong > 0 ? AuditVerdict::Broken : AuditVerdict::Held);
    QCOMPARE(check->rowCount, wrong);
    // Hours that somebody has changed meanwhile prove nothing.
    m_input.endsAtUs -= 1;
    const AuditReport changed = audit();
    QCOMPARE(changed.sale->open, 1);
}

/// c1 was there before the run, c2 was not.
void TestForeignLayout::campaignsThatWereMissingBeforeAreNoDamage()
{
    sql("INSERT INTO promotion_claim VALUES ('c1', 'm1', 'GONE', '2026-04-02')");
    STAMPEDE_CHECK(rowsWithoutCampaign(m_input.layout).has_value());
    {
        auto taken = Snapshot::take(*m_connection, m_input.layout, {});
        QVERIFY(taken.ok());
        StartOfRows start = startOf(taken.value());
        start.ownRows = ownRowsOf({*rowsWithoutCampaign(m_input.layout)}, taken.value());
        m_input.start = std::make_shared<const StartOfRows>(std::move(start));
    }
    m_input.hasRun = true;
    m_input.holdersBefore = {7, 8};
    m_input.initialStock = 1;
    m_history = {told(7, Outcome::AlreadyIssued)};
    const AuditMeans means = m_input.means();
    QVERIFY(!lackOf(QStringLiteral("rows-belong"), means)); // it is announced as it is judged
    sql("INSERT INTO promotion_claim VALUES ('c2', 'm2', 'GONE', '2026-04-02')");
    const AuditReport broken = audit();
    QCOMPARE(rowsOf(broken, "rows-belong"), QStringLiteral("c2,m2,GONE"));
    QCOMPARE(broken.check(QStringLiteral("rows-belong"))->explanation,
             QStringLiteral("1 new row points to a coupon that does not exist. 1 row of before the "
                            "run points to a coupon that does not exist."));
    QCOMPARE(broken.verdict, AuditVerdict::Broken);

    m_connection = TestDatabase::instance().freshConnection();
    const std::shared_ptr<const StartOfRows> start = m_input.start;
    init();
    sql("INSERT INTO promotion_claim VALUES ('c1', 'm1', 'GONE', '2026-04-02')");
    m_input.start = start;
    m_input.hasRun = true;
    m_input.holdersBefore = {7, 8};
    m_input.initialStock = 1;
    m_history = {told(7, Outcome::AlreadyIssued)};
    const AuditReport held = audit();
    QCOMPARE(held.verdict, AuditVerdict::Held);
    QCOMPARE(held.check(QStringLiteral("rows-belong"))->verdict, CheckVerdict::Skipped);
}

/// m7 had two, m8 had one and got another.
void TestForeignLayout::whoHeldTooManyBeforeIsCountedApart()
{
    sql("INSERT INTO promotion_claim VALUES ('a0', 'm7', 'SPRING%5', '2026-04-01'), "
        "('b1', 'm8', 'SPRING%5', '2026-04-02')");
    sql("UPDATE promotion SET seats_left = 0 WHERE code = 'SPRING%5'");
    m_input.hasRun = true;
    m_input.holdersBefore = {7, 7, 8};
    m_input.initialStock = 1;
    m_history = {told(8, Outcome::Issued), told(7, Outcome::AlreadyIssued)};
    const AuditReport report = audit();
    QCOMPARE(report.state.duplicatePeople, 1);
    QCOMPARE(report.state.duplicatesBefore, 1);
    QCOMPARE(report.check(QStringLiteral("one-per-user"))->explanation,
             QStringLiteral("Since this run 1 person holds more than 1; 1 coupon too many. Most: "
                            "user m8 with 2. 1 more person held too many before the run, and got "
                            "nothing since; that was there before."));
}

} // namespace tst_foreign_layout

STAMPEDE_TEST(tst_foreign_layout::TestForeignLayout)
#include "tst_foreign_layout.moc"
