// Proves that the checks read tables of other people: ids and coupons that are text, users in a
// format of their own, columns that are missing; that what is missing is said, and that without a
// run the rows alone are judged.

#include "audit/audit.h"
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
                ->explanation.contains(QStringLiteral("first: user m8")));
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
                          "answers-fit-one-order")
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

} // namespace tst_foreign_layout

STAMPEDE_TEST(tst_foreign_layout::TestForeignLayout)
#include "tst_foreign_layout.moc"
