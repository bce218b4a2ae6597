// SPDX-License-Identifier: MIT
// Proves that the reference transaction gives every answer of the service, in the documented order
// of refusals, with each of its protections on or off, and writes exactly what the answer says.

#include "issuing_service.h"
#include "test_program.h"

#include <QTest>

#include <thread>

namespace tst_pessimistic_issuer {

using namespace stampede;
using test::IssuingService;
using test::RowHolder;

namespace {

Layers layers(bool rowLock, bool duplicateCheck, bool uniqueKey)
{
    return {rowLock, duplicateCheck, uniqueKey};
}

} // namespace

class TestPessimisticIssuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesOnceAndRefusesASecond_data();
    void issuesOnceAndRefusesASecond();
    void refusalsComeInTheirOrder_data();
    void refusalsComeInTheirOrder();
    void withoutCheckAndKeyAPersonGetsSeveral();
    void keyAloneBlocksTheSecondCoupon();
    void momentsAreInOrder();
    void clockIsReadAfterTheLockWasGranted();
    void lockIsTheFirstStatementOfTheTransaction();
    void withoutRowLockTwoReadTheSameStock();
};

void TestPessimisticIssuer::issuesOnceAndRefusesASecond_data()
{
    QTest::addColumn<bool>("rowLock");
    QTest::addColumn<bool>("duplicateCheck");
    QTest::addColumn<bool>("uniqueKey");
    for (const bool rowLock : {true, false}) {
        QTest::addRow("lock %d, check and key", rowLock) << rowLock << true << true;
        QTest::addRow("lock %d, check alone", rowLock) << rowLock << true << false;
        QTest::addRow("lock %d, key alone", rowLock) << rowLock << false << true;
    }
}

void TestPessimisticIssuer::issuesOnceAndRefusesASecond()
{
    QFETCH(bool, rowLock);
    QFETCH(bool, duplicateCheck);
    QFETCH(bool, uniqueKey);
    IssuingService service(10, 10, uniqueKey);
    ServiceSettings settings;
    settings.layers = layers(rowLock, duplicateCheck, uniqueKey);
    const auto issuer = service.issuer(settings);

    const IssueAnswer first = service.ask(*issuer, 7);
    QCOMPARE(first.outcome, Outcome::Issued);
    QCOMPARE(first.stockRead, 10);
    QCOMPARE(first.attempts, 1);
    QCOMPARE(service.number(
                 QStringLiteral("SELECT user_id FROM user_coupons WHERE id = %1").arg(first.rowId)),
             7);
    QCOMPARE(service.stock(), 9);

    const IssueAnswer second = service.ask(*issuer, 7);
    QCOMPARE(second.outcome, Outcome::AlreadyIssued);
    QCOMPARE(second.rowId, 0);
    QCOMPARE(service.rows(), 1);
    QCOMPARE(service.stock(), 9);
    QCOMPARE(service.number(QStringLiteral("SELECT issued_count FROM coupons")), 1);
}

void TestPessimisticIssuer::refusalsComeInTheirOrder_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<qint64>("user");
    QTest::addColumn<int>("expected");
    const auto add = [](const char *name, const QString &change, qint64 user, Outcome expected) {
        QTest::newRow(name) << change << user << static_cast<int>(expected);
    };
    // User 1 holds the coupon already, user 99 does not exist: each row makes one more reason true,
    // and the earliest reason of the order is the one that is told.
    const QString none = QStringLiteral("UPDATE coupons SET version = 0");
    add("held", none, 1, Outcome::AlreadyIssued);
    add("user unknown", none, 99, Outcome::NotFound);
    const QString empty = QStringLiteral("UPDATE coupons SET quantity = 0");
    add("stock before holder", empty, 1, Outcome::OutOfStock);
    add("stock before user", empty, 99, Outcome::OutOfStock);
    add("expired before stock", QStringLiteral("UPDATE coupons SET quantity = 0, ends_at = 1"), 1,
        Outcome::Expired);
    add("not started before expired",
        QStringLiteral(
            "UPDATE coupons SET quantity = 0, starts_at = 9000000000000000, ends_at = 1"),
        1, Outcome::NotStarted);
    add("coupon before all", QStringLiteral("DELETE FROM coupons"), 99, Outcome::NotFound);
}

void TestPessimisticIssuer::refusalsComeInTheirOrder()
{
    QFETCH(QString, change);
    QFETCH(qint64, user);
    QFETCH(int, expected);
    IssuingService service(10);
    const auto issuer = service.issuer();
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Issued);
    service.change(change);
    const IssueAnswer answer = service.ask(*issuer, user);
    QCOMPARE(static_cast<int>(answer.outcome), expected);
    QCOMPARE(answer.rowId, 0);
    QCOMPARE(service.rows(), 1);
}

void TestPessimisticIssuer::withoutCheckAndKeyAPersonGetsSeveral()
{
    IssuingService service(2, 10, false);
    ServiceSettings settings;
    settings.layers = layers(true, false, false);
    const auto issuer = service.issuer(settings);
    QCOMPARE(service.ask(*issuer, 3).outcome, Outcome::Issued);
    QCOMPARE(service.ask(*issuer, 3).outcome, Outcome::Issued);
    QCOMPARE(service.ask(*issuer, 3).outcome, Outcome::OutOfStock);
    QCOMPARE(service.rows(), 2);
    QCOMPARE(service.stock(), 0);
}

void TestPessimisticIssuer::keyAloneBlocksTheSecondCoupon()
{
    IssuingService service(5);
    ServiceSettings settings;
    settings.layers = layers(true, false, true);
    const auto issuer = service.issuer(settings);
    QCOMPARE(service.ask(*issuer, 3).outcome, Outcome::Issued);
    const IssueAnswer second = service.ask(*issuer, 3);
    QCOMPARE(second.outcome, Outcome::AlreadyIssued);
    QCOMPARE(second.errorCode, 1062);
    QVERIFY(second.wroteUs != Operation::kNotReached);
    QCOMPARE(second.committedUs, Operation::kNotReached);
    QCOMPARE(service.stock(), 4); // the decrement was undone with the insert
}

void TestPessimisticIssuer::momentsAreInOrder()
{
    IssuingService service(5);
    const auto issuer = service.issuer();
    const IssueAnswer answer = service.ask(*issuer, 1);
    QCOMPARE(answer.outcome, Outcome::Issued);
    QVERIFY(answer.lockedUs <= answer.wroteUs);
    QVERIFY(answer.wroteUs <= answer.committedUs);
    QVERIFY(answer.committedUs != Operation::kNotReached);
    const IssueAnswer refused = service.ask(*issuer, 1);
    QVERIFY(refused.lockedUs != Operation::kNotReached);
    QCOMPARE(refused.wroteUs, Operation::kNotReached);
}

void TestPessimisticIssuer::clockIsReadAfterTheLockWasGranted()
{
    // The sale ends while the request waits for the lock. Read before the wait, the clock would say
    // that it is still open.
    IssuingService service(5);
    RowHolder holder(service);
    IssueAnswer answer;
    std::jthread waiting([&service, &answer] {
        const auto issuer = service.issuer();
        answer = service.ask(*issuer, 1);
    });
    QTRY_VERIFY_WITH_TIMEOUT(service.isWaitingForTheRow(), 10'000);
    QVERIFY(holder.connection()
                .execute(QStringLiteral(
                    "UPDATE coupons SET ends_at = CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS "
                    "SIGNED)"))
                .ok());
    QVERIFY(holder.connection().commit().ok());
    waiting.join();
    QCOMPARE(answer.outcome, Outcome::Expired);
}

void TestPessimisticIssuer::lockIsTheFirstStatementOfTheTransaction()
{
    // Under REPEATABLE READ a plain read before the lock would fix the snapshot, and the duplicate
    // check would not see what was committed while the request waited for the lock.
    IssuingService service(5, 10, false);
    ServiceSettings settings;
    settings.layers = layers(true, true, false);
    settings.isolation = Isolation::RepeatableRead;
    RowHolder holder(service);
    IssueAnswer answer;
    std::jthread waiting([&service, &settings, &answer] {
        const auto issuer = service.issuer(settings);
        answer = service.ask(*issuer, 1);
    });
    QTRY_VERIFY_WITH_TIMEOUT(service.isWaitingForTheRow(), 10'000);
    QVERIFY(holder.connection()
                .execute(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) "
                                        "VALUES (1, %1, 1)")
                             .arg(service.coupon.value))
                .ok());
    QVERIFY(holder.connection().commit().ok());
    waiting.join();
    QCOMPARE(answer.outcome, Outcome::AlreadyIssued);
    QCOMPARE(service.rows(), 1);
}

void TestPessimisticIssuer::withoutRowLockTwoReadTheSameStock()
{
    IssuingService service(10);
    ServiceSettings settings;
    settings.layers = layers(false, true, true);
    settings.pause = std::chrono::milliseconds(500);
    IssueAnswer answers[2];
    const auto ask = [&service, &settings, &answers](std::size_t who) {
        const auto issuer = service.issuer(settings);
        answers[who] = service.ask(*issuer, static_cast<std::int64_t>(who) + 1);
    };
    std::jthread one(ask, 0);
    std::jthread two(ask, 1);
    one.join();
    two.join();
    QCOMPARE(answers[0].outcome, Outcome::Issued);
    QCOMPARE(answers[1].outcome, Outcome::Issued);
    QCOMPARE(answers[0].stockRead, 10);
    QCOMPARE(answers[1].stockRead, 10);
    QCOMPARE(service.rows(), 2);
    QCOMPARE(service.stock(), 9); // one decrement was lost, and nobody was told
    QCOMPARE(service.number(QStringLiteral("SELECT issued_count FROM coupons")), 2);
}

} // namespace tst_pessimistic_issuer

STAMPEDE_TEST(tst_pessimistic_issuer::TestPessimisticIssuer)
#include "tst_pessimistic_issuer.moc"
