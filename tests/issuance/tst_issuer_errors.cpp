// SPDX-License-Identifier: MIT
// Proves that a request ends rightly on both sides of every error: contention is retried and
// counted, time limits hold at the server, a withdrawn request is rolled back, a lost connection is
// unknown.

#include "issuing_service.h"
#include "test_program.h"

#include <QTest>

#include <thread>

namespace tst_issuer_errors {

using namespace stampede;
using test::IssuingService;
using test::RowHolder;

using std::chrono::milliseconds;

class TestIssuerErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeLimitEndsAWaitAsContention_data();
    void timeLimitEndsAWaitAsContention();
    void limitIsRenewedForTheNextRequest();
    void deadlockIsRetriedAsAWhole();
    void withdrawnRequestIsRolledBack();
    void foreignInterruptionIsAServerError();
    void lostConnectionIsUnknownAndReopened();
    void brokenStatementIsAServerError();
    void vanishedServerIsNotSent();
};

void TestIssuerErrors::timeLimitEndsAWaitAsContention_data()
{
    QTest::addColumn<int>("timeoutMs");
    QTest::newRow("below a second") << 200;
    QTest::newRow("lock wait timeout of a whole second") << 1000;
}

void TestIssuerErrors::timeLimitEndsAWaitAsContention()
{
    QFETCH(int, timeoutMs);
    IssuingService service(5);
    RowHolder holder(service);
    const milliseconds timeout(timeoutMs);
    const auto issuer = service.issuer({}, timeout);
    const IssueAnswer answer = service.ask(*issuer, 1, timeout);
    QCOMPARE(answer.outcome, Outcome::Contention);
    QVERIFY2(answer.errorCode == 1969 || answer.errorCode == 1205 || answer.errorCode == 0,
             qPrintable(QString::number(answer.errorCode)));
    holder.release();
    QCOMPARE(service.rows(), 0);
    QCOMPARE(service.ask(*issuer, 1, std::chrono::seconds(5)).outcome, Outcome::Issued);
}

void TestIssuerErrors::limitIsRenewedForTheNextRequest()
{
    // A request that had little time left must not leave its short limit to the next one.
    IssuingService service(5);
    const auto issuer = service.issuer();
    QCOMPARE(service.ask(*issuer, 1, milliseconds(500)).outcome, Outcome::Issued);
    RowHolder holder(service);
    IssueAnswer answer;
    std::jthread release([&service, &holder] {
        const auto waits = [&service] {
            const auto connection = service.connect();
            const auto count = connection->value(
                QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist WHERE db = "
                               "DATABASE() AND info LIKE 'SELECT quantity%' AND time_ms > 700"));
            return count.ok() && count.value().toInt() == 1;
        };
        while (!waits()) {
            std::this_thread::yield();
        }
        STAMPEDE_CHECK(holder.connection().execute(QStringLiteral("ROLLBACK")).ok());
    });
    answer = service.ask(*issuer, 2, std::chrono::seconds(20));
    release.join();
    QCOMPARE(answer.outcome, Outcome::Issued);
}

void TestIssuerErrors::deadlockIsRetriedAsAWhole()
{
    // The other transaction holds the person's future key and then wants the coupon's row, which
    // the request holds: InnoDB breaks off one of the two. Ours does less work, or is tried again.
    IssuingService service(5);
    const auto other = service.connect();
    QVERIFY(other->execute(QStringLiteral("SET autocommit = 0")).ok());
    for (int user = 100; user < 160; ++user) {
        // Weight: the victim of a deadlock is the transaction that changed fewer rows.
        QVERIFY(other
                    ->execute(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, "
                                             "issued_at) VALUES (%1, %2, 1)")
                                  .arg(user)
                                  .arg(service.coupon.value))
                    .ok());
    }
    QVERIFY(other
                ->execute(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) "
                                         "VALUES (1, %1, 1)")
                              .arg(service.coupon.value))
                .ok());
    IssueAnswer answer;
    std::jthread asking([&service, &answer] {
        const auto issuer = service.issuer();
        answer = service.ask(*issuer, 1, std::chrono::seconds(20));
    });
    const auto insertWaits = [&service] {
        return service.number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                             "WHERE db = DATABASE() AND info LIKE 'INSERT INTO%' "
                                             "AND command <> 'Sleep' AND id <> CONNECTION_ID()")) ==
               1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(insertWaits(), 10'000);
    QVERIFY(other->execute(QStringLiteral("UPDATE coupons SET version = version + 1")).ok());
    QVERIFY(other->rollback().ok());
    asking.join();
    QCOMPARE(answer.outcome, Outcome::Issued);
    QCOMPARE(answer.attempts, 2);
    QCOMPARE(answer.errorCode, 1213);
    QCOMPARE(service.rows(), 1);
    QCOMPARE(service.stock(), 4);
}

void TestIssuerErrors::withdrawnRequestIsRolledBack()
{
    IssuingService service(5);
    RowHolder holder(service);
    const auto issuer = service.issuer();
    const auto remote = service.remote;
    const auto control = service.connect();
    std::jthread withdraw([&service, &remote] {
        const auto connection = service.connect();
        const QString waits =
            QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist WHERE id = %1 AND "
                           "info LIKE 'SELECT quantity%'")
                .arg(remote->connectionId.load());
        while (connection->value(waits).value().toInt() == 0) {
            std::this_thread::yield();
        }
        remote->withdrawn.store(true);
        STAMPEDE_CHECK(
            connection->execute(QStringLiteral("KILL QUERY %1").arg(remote->connectionId.load()))
                .ok());
    });
    const IssueAnswer answer = service.ask(*issuer, 1);
    withdraw.join();
    QCOMPARE(answer.outcome, Outcome::Interrupted);
    QCOMPARE(answer.errorCode, 1317);
    holder.release();
    QCOMPARE(service.rows(), 0);
}

void TestIssuerErrors::foreignInterruptionIsAServerError()
{
    IssuingService service(5);
    RowHolder holder(service);
    const auto issuer = service.issuer();
    const qint64 id = service.remote->connectionId.load();
    std::jthread interrupt([&service, id] {
        const auto connection = service.connect();
        const QString waits = QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                             "WHERE id = %1 AND info LIKE 'SELECT quantity%'")
                                  .arg(id);
        while (connection->value(waits).value().toInt() == 0) {
            std::this_thread::yield();
        }
        STAMPEDE_CHECK(connection->execute(QStringLiteral("KILL QUERY %1").arg(id)).ok());
    });
    const IssueAnswer answer = service.ask(*issuer, 1);
    interrupt.join();
    holder.release();
    QCOMPARE(answer.outcome, Outcome::ServerError);
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Issued);
}

void TestIssuerErrors::lostConnectionIsUnknownAndReopened()
{
    IssuingService service(5);
    const auto issuer = service.issuer();
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Issued);
    const qint64 before = service.remote->connectionId.load();
    service.change(QStringLiteral("KILL CONNECTION %1").arg(before));
    const auto gone = [&service, before] {
        return service.number(QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                                             "WHERE id = %1")
                                  .arg(before)) == 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(gone(), 10'000);
    const IssueAnswer lost = service.ask(*issuer, 2);
    QCOMPARE(lost.outcome, Outcome::Unknown);
    QCOMPARE(lost.reason, UnknownReason::Reset);
    QCOMPARE(lost.rowId, 0);
    const IssueAnswer next = service.ask(*issuer, 3);
    QCOMPARE(next.outcome, Outcome::Issued);
    QVERIFY(service.remote->connectionId.load() != before);
    QCOMPARE(service.rows(), 2);
}

void TestIssuerErrors::brokenStatementIsAServerError()
{
    IssuingService service(5);
    const auto issuer = service.issuer();
    service.change(QStringLiteral("DROP TABLE user_coupons"));
    const IssueAnswer answer = service.ask(*issuer, 1);
    QCOMPARE(answer.outcome, Outcome::ServerError);
    QCOMPARE(answer.errorCode, 1146);
    QCOMPARE(service.stock(), 5);
}

void TestIssuerErrors::vanishedServerIsNotSent()
{
    IssuingService service(5);
    const auto issuer = service.issuer();
    // The account may not come back: what is asked next cannot even be sent.
    const qint64 id = service.remote->connectionId.load();
    const QString database =
        service.connect()->value(QStringLiteral("SELECT DATABASE()")).value().toString();
    service.change(QStringLiteral("KILL CONNECTION %1").arg(id));
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Unknown);
    service.change(QStringLiteral("DROP DATABASE %1").arg(quotedIdentifier(database)));
    const IssueAnswer answer = service.ask(*issuer, 2);
    QCOMPARE(answer.outcome, Outcome::NotSent);
    QVERIFY(answer.errorCode != 0);
    service.change(QStringLiteral("CREATE DATABASE %1").arg(quotedIdentifier(database)));
}

} // namespace tst_issuer_errors

STAMPEDE_TEST(tst_issuer_errors::TestIssuerErrors)
#include "tst_issuer_errors.moc"
