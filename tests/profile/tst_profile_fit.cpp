// SPDX-License-Identifier: MIT
// Proves that a profile is held against the real tables: what is missing is named with what is
// similar, the coupon is found or asked for, and what can be checked is known before it is.

#include "profile/profile_fit.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QTest>

#include <chrono>

namespace tst_profile_fit {

using namespace stampede;
using stampede::test::TestDatabase;

class TestProfileFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fittingProfileBecomesALayout();
    void missingNamesAreToldWithSimilarOnes();
    void columnsOfTheWrongKindAreTold();
    void couponIsFoundOrAskedFor();
    void planSaysWhatRuns();
    void ownTablesAreFoundOrNot();
    void namesAreQuoted();

private:
    void sql(const char *statement);
    ProfileFit fit(const QString &coupon = {}, bool hasRun = false);

    std::unique_ptr<Connection> m_connection;
    Profile m_profile;
};

void TestProfileFit::sql(const char *statement)
{
    const auto done = m_connection->execute(QString::fromLatin1(statement));
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestProfileFit::init()
{
    m_connection = TestDatabase::instance().freshConnection();
    sql("CREATE TABLE promotion (code VARCHAR(40) PRIMARY KEY, seats_total INT, seats_left INT, "
        "opens TIMESTAMP NULL, closes DATETIME NULL, closing_day DATE, note TEXT)");
    sql("CREATE TABLE promotion_claim (claim_no BIGINT UNSIGNED PRIMARY KEY, member VARCHAR(40), "
        "promo_code VARCHAR(40), claimed_at DATETIME(3))");
    sql("INSERT INTO promotion (code, seats_total, seats_left) VALUES ('it''s \\\\ SPRING', 3, 3)");
    m_profile = {};
    m_profile.file = QStringLiteral("p");
    m_profile.name = QStringLiteral("Spring");
    m_profile.issued.table = QStringLiteral("promotion_claim");
    m_profile.issued.id = QStringLiteral("CLAIM_NO");
    m_profile.issued.user = QStringLiteral("member");
    m_profile.issued.coupon = QStringLiteral("promo_code");
    m_profile.issued.issuedAt = QStringLiteral("claimed_at");
    m_profile.stock.table = QStringLiteral("promotion");
    m_profile.stock.id = QStringLiteral("code");
    m_profile.stock.remaining = QStringLiteral("seats_left");
    m_profile.stock.total = QStringLiteral("seats_total");
    m_profile.stock.endsAt = QStringLiteral("closes");
}

ProfileFit TestProfileFit::fit(const QString &coupon, bool hasRun)
{
    if (!m_connection->isReadOnly()) {
        STAMPEDE_CHECK(m_connection->readOnlyFromNow(std::chrono::seconds(30)).ok());
    }
    auto found = fitProfile(*m_connection, m_profile, {coupon, hasRun, false});
    STAMPEDE_CHECK(found.ok());
    return std::move(found).value();
}

void TestProfileFit::fittingProfileBecomesALayout()
{
    const ProfileFit found = fit();
    QCOMPARE(found.faults, QStringList());
    QCOMPARE(found.couponName, QStringLiteral("it's \\ SPRING"));
    QCOMPARE(found.layout.stockCouponKey, QStringLiteral("'it''s \\\\ SPRING'"));
    QCOMPARE(found.layout.issuedId, QStringLiteral("claim_no"));
    QVERIFY(!found.layout.issuedIdIsText);
    QVERIFY(found.layout.usersAreText);
    QCOMPARE(found.layout.issuedAtKind, TimeKind::WallClock);
    QCOMPARE(found.layout.endReachesUs, 1'000'000);
}

void TestProfileFit::missingNamesAreToldWithSimilarOnes()
{
    m_profile.issued.table = QStringLiteral("promotion_claims");
    m_profile.stock.remaining = QStringLiteral("seatsleft");
    m_profile.stock.total = QStringLiteral("qqq");
    const ProfileFit found = fit();
    QCOMPARE(found.faults.size(), 3);
    QVERIFY2(found.faults[0].startsWith(
                 QStringLiteral("p: issued.table: there is no table promotion_claims in the "
                                "database ")),
             qPrintable(found.faults[0]));
    QVERIFY(found.faults[0].contains(QStringLiteral("similar: promotion_claim")));
    QCOMPARE(found.faults[1],
             QStringLiteral("p: stock.remaining: the table promotion has no column seatsleft "
                            "(similar: seats_left)"));
    QCOMPARE(found.faults[2],
             QStringLiteral("p: stock.total: the table promotion has no column qqq (there are: "
                            "code, seats_total, seats_left, opens, closes, closing_day, note)"));
    QCOMPARE(found.running(), 0);
}

void TestProfileFit::columnsOfTheWrongKindAreTold()
{
    m_profile.stock.remaining = QStringLiteral("note");
    m_profile.stock.endsAt = QStringLiteral("closing_day");
    const ProfileFit found = fit();
    QCOMPARE(found.faults.size(), 2);
    QCOMPARE(found.faults[0], QStringLiteral("p: stock.remaining: must hold whole numbers "
                                             "(promotion.note is text)"));
    QVERIFY(found.faults[1].endsWith(QStringLiteral("(promotion.closing_day is date)")));
}

void TestProfileFit::couponIsFoundOrAskedFor()
{
    sql("INSERT INTO promotion (code) VALUES ('AUTUMN')");
    QCOMPARE(fit().faults.join(QLatin1Char(' ')),
             QStringLiteral("p: coupon: must be given: promotion holds "
                            "several (AUTUMN, it's \\ SPRING). Where the requests of a run ask for "
                            "several, issued.couponFormat says which; audit takes --coupon ID "
                            "too"));
    QCOMPARE(fit(QStringLiteral("AUTUMN")).faults, QStringList());
    QCOMPARE(fit(QStringLiteral("AUTUM")).faults.join(QLatin1Char(' ')),
             QStringLiteral("p: coupon: there is no AUTUM in promotion.code (similar: AUTUMN)"));
    QCOMPARE(fit(QStringLiteral("x' OR '1'='1")).faults.size(), 1);
    m_profile.coupon = QStringLiteral("AUTUMN");
    QCOMPARE(fit().couponName, QStringLiteral("AUTUMN"));
}

void TestProfileFit::planSaysWhatRuns()
{
    m_profile.checks = {{QStringLiteral("mine"), QStringLiteral("Mine"),
                         QStringLiteral("SELECT 1 FROM promotion WHERE FALSE")}};
    const ProfileFit rows = fit();
    const auto runs = [](const ProfileFit &of) {
        QStringList ids;
        for (const PlannedCheck &check : of.plan) {
            if (!check.lack) {
                ids << check.id;
            }
        }
        return ids.join(QLatin1Char(' '));
    };
    QCOMPARE(runs(rows), QStringLiteral("stock-not-exceeded stock-not-negative stock-adds-up "
                                        "one-per-user rows-belong rows-in-window came-to-rest "
                                        "unique-key-there own:mine"));
    QCOMPARE(rows.plan.size(), checkIds().size() + 1);
    QVERIFY(fit({}, true).running() > rows.running());
    // What fits of a profile that does not still says what would run.
    m_profile.stock.total = QStringLiteral("nothing_like_it");
    const ProfileFit part = fit();
    QCOMPARE(part.faults.size(), 1);
    QCOMPARE(runs(part),
             QStringLiteral("stock-not-negative one-per-user rows-belong rows-in-window "
                            "came-to-rest unique-key-there own:mine"));
    m_profile.stock = {};
    m_profile.issued.issuedAt.clear();
    QCOMPARE(runs(fit(QStringLiteral("X"))),
             QStringLiteral("one-per-user came-to-rest unique-key-there own:mine"));
}

void TestProfileFit::ownTablesAreFoundOrNot()
{
    const auto missing = fitOwnTables(*m_connection, {});
    QCOMPARE(missing.value().faults.size(), 1);
    QVERIFY(missing.value().faults.first().contains(QStringLiteral("--profile FILE")));
    sql("CREATE TABLE users (id BIGINT)");
    sql("CREATE TABLE coupons (id BIGINT)");
    sql("CREATE TABLE user_coupons (id BIGINT)");
    sql("INSERT INTO coupons VALUES (4)");
    const auto found = fitOwnTables(*m_connection, {});
    QCOMPARE(found.value().faults, QStringList());
    QCOMPARE(found.value().coupon.value, 4);
    QCOMPARE(fitOwnTables(*m_connection, {QStringLiteral("5"), false}).value().faults.size(), 1);
    QCOMPARE(fitOwnTables(*m_connection, {QStringLiteral("x"), false}).value().faults.size(), 1);
}

void TestProfileFit::namesAreQuoted()
{
    sql("CREATE TABLE `promo``tion; DROP` (`co``de` INT PRIMARY KEY, `le ft` INT)");
    sql("INSERT INTO `promo``tion; DROP` VALUES (7, 1)");
    m_profile.stock = {};
    m_profile.stock.table = QStringLiteral("promo`tion; DROP");
    m_profile.stock.id = QStringLiteral("co`de");
    m_profile.stock.remaining = QStringLiteral("le ft");
    const ProfileFit found = fit();
    QCOMPARE(found.faults, QStringList());
    QCOMPARE(found.layout.stockOf({}), QStringLiteral("`promo``tion; DROP` WHERE `co``de` = 7"));
    QCOMPARE(fit(QStringLiteral("seven")).faults.join(QLatin1Char(' ')),
             QStringLiteral("p: coupon: must be a whole number, as the column is (got seven)"));
}

} // namespace tst_profile_fit

STAMPEDE_TEST(tst_profile_fit::TestProfileFit)
#include "tst_profile_fit.moc"
