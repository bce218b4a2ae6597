// SPDX-License-Identifier: MIT
// Proves that the tables hold exactly the starting state, whatever the coupon's name is and
// whatever was there before, and that the unique key is there only where it is asked for.

#include "database/schema.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

namespace tst_schema {

using namespace stampede;
using stampede::test::TestDatabase;

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void holdsTheStartingState_data();
    void holdsTheStartingState();
    void keyIsAsAsked_data();
    void keyIsAsAsked();
    void nothingIsLeftOfBefore();
    void noForeignKeys();
    void failureIsReported();

private:
    qlonglong number(const QString &sql);

    std::unique_ptr<Connection> m_connection;
};

void TestSchema::initTestCase()
{
    m_connection = TestDatabase::instance().freshConnection();
}

void TestSchema::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

qlonglong TestSchema::number(const QString &sql)
{
    const auto value = m_connection->value(sql);
    return value.ok() ? value.value().toLongLong() : -1;
}

void TestSchema::holdsTheStartingState_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qlonglong>("users");
    QTest::newRow("nobody") << QStringLiteral("WELCOME10") << 0LL;
    QTest::newRow("one") << QStringLiteral("'); DROP TABLE users; -- \\") << 1LL;
    QTest::newRow("a whole statement") << QString::fromUtf8("쿠폰 🎟️ `\"\n") << 5'000LL;
    QTest::newRow("one more") << QString(200, QLatin1Char('?')) << 5'001LL;
    QTest::newRow("several statements") << QStringLiteral("%1 %s {userId}") << 12'345LL;
}

void TestSchema::holdsTheStartingState()
{
    QFETCH(const QString, name);
    QFETCH(const qlonglong, users);
    const StartingState state{.couponName = name,
                              .discountPercent = 10,
                              .stock = 200,
                              .madeFor = {},
                              .startsAtUs = 1'700'000'000'123'456,
                              .endsAtUs = 1'800'000'000'654'321,
                              .users = users,
                              .balance = 100'000'000,
                              .uniqueKey = true};
    const auto coupon = prepareTables(*m_connection, state);
    QVERIFY2(coupon.ok(), coupon.ok() ? "" : qPrintable(coupon.error().message));

    auto row = m_connection->query(
        QStringLiteral("SELECT name, discount_percent, total_quantity, quantity, issued_count, "
                       "version, starts_at, ends_at FROM coupons WHERE id = ?"),
        {qint64{coupon.value().value}});
    QVERIFY(row.ok() && row.value().next());
    QCOMPARE(row.value().value(0).toString(), name);
    const QList<qlonglong> expected = {10, 200, 200, 0, 0, state.startsAtUs, state.endsAtUs};
    for (int i = 0; i < expected.size(); ++i) {
        QCOMPARE(row.value().value(i + 1).toLongLong(), expected[i]);
    }
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM coupons")), 1);
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM user_coupons")), 0);
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM users")), users);
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM users WHERE id BETWEEN 1 AND %1 "
                                   "AND balance = 100000000 "
                                   "AND email = CONCAT('user', id, '@example.com')")
                        .arg(users)),
             users);
}

void TestSchema::keyIsAsAsked_data()
{
    QTest::addColumn<bool>("uniqueKey");
    QTest::addColumn<QString>("key");
    QTest::newRow("on") << true << QStringLiteral("uk_user_coupon");
    QTest::newRow("off") << false << QStringLiteral("ix_user_coupon");
}

void TestSchema::keyIsAsAsked()
{
    QFETCH(const bool, uniqueKey);
    QFETCH(const QString, key);
    StartingState state;
    state.uniqueKey = uniqueKey;
    QVERIFY(prepareTables(*m_connection, state).ok());
    QCOMPARE(m_connection
                 ->value(QStringLiteral(
                     "SELECT GROUP_CONCAT(index_name, ':', column_name, ':', non_unique ORDER BY "
                     "seq_in_index) FROM information_schema.statistics WHERE table_schema = "
                     "DATABASE() AND table_name = 'user_coupons' AND index_name <> 'PRIMARY'"))
                 .value()
                 .toString(),
             QStringLiteral("%1:user_id:%2,%1:coupon_id:%2")
                 .arg(key, uniqueKey ? QStringLiteral("0") : QStringLiteral("1")));

    const QString insert =
        QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (1, 1, 0)");
    QVERIFY(m_connection->execute(insert).ok());
    const auto second = m_connection->execute(insert);
    QCOMPARE(second.ok(), !uniqueKey);
    if (uniqueKey) {
        QCOMPARE(second.error().kind, SqlErrorKind::DuplicateKey);
    }
}

void TestSchema::nothingIsLeftOfBefore()
{
    StartingState state;
    state.users = 3;
    QVERIFY(prepareTables(*m_connection, state).ok());
    QVERIFY(m_connection
                ->execute(QStringLiteral(
                    "INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (1, 1, 0)"))
                .ok());
    QVERIFY(m_connection->execute(QStringLiteral("UPDATE coupons SET quantity = -1")).ok());
    state.users = 2;
    const auto coupon = prepareTables(*m_connection, state);
    QVERIFY(coupon.ok());
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM user_coupons")), 0);
    QCOMPARE(number(QStringLiteral("SELECT quantity FROM coupons")), 0);
    QCOMPARE(number(QStringLiteral("SELECT id FROM coupons")), coupon.value().value);
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM users")), 2);
}

void TestSchema::noForeignKeys()
{
    QVERIFY(prepareTables(*m_connection, {}).ok());
    QCOMPARE(
        number(QStringLiteral("SELECT COUNT(*) FROM information_schema.referential_constraints "
                              "WHERE constraint_schema = DATABASE()")),
        0);
    QCOMPARE(number(QStringLiteral("SELECT COUNT(*) FROM information_schema.tables WHERE "
                                   "table_schema = DATABASE() AND engine = 'InnoDB'")),
             3);
}

void TestSchema::failureIsReported()
{
    StartingState state;
    state.couponName = QString(201, QLatin1Char('x'));
    const auto prepared = prepareTables(*m_connection, state);
    QVERIFY(!prepared.ok());
    QCOMPARE(prepared.error().code, 1406);
}

} // namespace tst_schema

STAMPEDE_TEST(tst_schema::TestSchema)
#include "tst_schema.moc"
