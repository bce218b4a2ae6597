// SPDX-License-Identifier: MIT
// Proves of every strategy there is, the same things by construction: the answers of the service in
// the order that it declares, exactly as many rows as coupons whatever the crowd, one a person
// whoever else writes, and on both sides of every error nothing that was not answered.

#include "issuing_service.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace tst_strategies {

using namespace stampede;
using namespace std::chrono_literals;
using test::IssuingService;
using test::RowHolder;

namespace {

ServiceSettings with(StrategyKind strategy)
{
    ServiceSettings settings;
    settings.strategy = strategy;
    return settings;
}

/// What each of many threads, released at once, was told; thread i asks for `users[i]`.
std::vector<IssueAnswer> askAtOnce(IssuingService &service, StrategyKind strategy,
                                   const std::vector<std::int64_t> &users)
{
    std::vector<IssueAnswer> answers(users.size());
    std::atomic<std::size_t> ready{0};
    {
        std::vector<std::jthread> crowd;
        for (std::size_t i = 0; i < users.size(); ++i) {
            crowd.emplace_back([&, i] {
                const auto issuer = service.issuer(with(strategy));
                ++ready;
                while (ready.load() < users.size()) {
                    std::this_thread::yield();
                }
                answers[i] = service.ask(*issuer, users[i]);
            });
        }
    }
    return answers;
}

std::int64_t countOf(const std::vector<IssueAnswer> &answers, Outcome outcome)
{
    return std::count_if(answers.begin(), answers.end(), [outcome](const IssueAnswer &answer) {
        return answer.outcome == outcome;
    });
}

} // namespace

class TestStrategies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesOnce_data() { everyStrategy(); }
    void issuesOnce();
    void refusesInTheDeclaredOrder_data() { everyStrategy(); }
    void refusesInTheDeclaredOrder();
    void crowdGetsTheStock_data() { everyStrategy(); }
    void crowdGetsTheStock();
    void onePersonGetsOne_data() { everyStrategy(); }
    void onePersonGetsOne();
    void keyDecidesAgainstAnotherWriter_data() { everyStrategy(); }
    void keyDecidesAgainstAnotherWriter();
    void timeLimitLeavesNothing_data() { everyStrategy(); }
    void timeLimitLeavesNothing();
    void lostConnectionPromisesNothing_data() { everyStrategy(); }
    void lostConnectionPromisesNothing();
    void brokenTableIsAServerError_data() { everyStrategy(); }
    void brokenTableIsAServerError();

private:
    static void everyStrategy()
    {
        QTest::addColumn<int>("kind");
        for (const StrategyKind strategy : kAllStrategies) {
            QTest::newRow(qPrintable(strategyKey(strategy))) << static_cast<int>(strategy);
        }
    }
    static StrategyKind current()
    {
        QFETCH(int, kind);
        return static_cast<StrategyKind>(kind);
    }
    /// Rows, stock and counter agree.
    static void addsUp(IssuingService &service, std::int64_t stock)
    {
        const std::int64_t rows = service.rows();
        QCOMPARE(service.stock() + rows, stock);
        QCOMPARE(service.number(QStringLiteral("SELECT issued_count FROM coupons")), rows);
        QCOMPARE(service.number(QStringLiteral("SELECT COUNT(DISTINCT user_id) FROM user_coupons")),
                 rows);
    }
};

void TestStrategies::issuesOnce()
{
    IssuingService service(10);
    const auto issuer = service.issuer(with(current()));
    const IssueAnswer first = service.ask(*issuer, 7);
    QCOMPARE(first.outcome, Outcome::Issued);
    QCOMPARE(first.stockRead, 10);
    QCOMPARE(first.attempts, 1);
    QVERIFY(first.lockedUs <= first.wroteUs && first.wroteUs <= first.committedUs);
    QVERIFY(first.committedUs != Operation::kNotReached);
    QCOMPARE(service.number(
                 QStringLiteral("SELECT user_id FROM user_coupons WHERE id = %1").arg(first.rowId)),
             7);
    addsUp(service, 10);
    const IssueAnswer second = service.ask(*issuer, 7);
    QCOMPARE(second.outcome, Outcome::AlreadyIssued);
    QCOMPARE(second.rowId, 0);
    QCOMPARE(service.ask(*issuer, 8).outcome, Outcome::Issued);
    QCOMPARE(service.rows(), 2);
    addsUp(service, 10);
}

void TestStrategies::refusesInTheDeclaredOrder()
{
    const bool stockFirst = declaredPrecedence(current()) == Precedence::StockFirst;
    IssuingService service(1);
    const auto issuer = service.issuer(with(current()));
    QCOMPARE(service.ask(*issuer, 99).outcome, Outcome::NotFound);
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Issued);
    QCOMPARE(service.ask(*issuer, 1).outcome,
             stockFirst ? Outcome::OutOfStock : Outcome::AlreadyIssued);
    QCOMPARE(service.ask(*issuer, 2).outcome, Outcome::OutOfStock);
    service.change(QStringLiteral("UPDATE coupons SET ends_at = 1"));
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Expired);
    service.change(QStringLiteral("UPDATE coupons SET starts_at = 9000000000000000"));
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::NotStarted);
    service.change(QStringLiteral("DELETE FROM coupons"));
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::NotFound);
    QCOMPARE(service.rows(), 1);
}

void TestStrategies::crowdGetsTheStock()
{
    IssuingService service(10, 40);
    std::vector<std::int64_t> users(40);
    for (std::size_t i = 0; i < users.size(); ++i) {
        users[i] = static_cast<std::int64_t>(i) + 1;
    }
    const auto answers = askAtOnce(service, current(), users);
    const std::int64_t issued = countOf(answers, Outcome::Issued);
    const std::int64_t gaveUp = countOf(answers, Outcome::Contention);
    QCOMPARE(service.rows(), issued);
    addsUp(service, 10);
    if (current() == StrategyKind::Optimistic) { // who loses too often gives up
        QVERIFY(issued >= 1 && issued <= 10);
    } else {
        QCOMPARE(issued, 10);
        QCOMPARE(gaveUp, 0);
    }
    QCOMPARE(issued + gaveUp + countOf(answers, Outcome::OutOfStock), 40);
    for (const IssueAnswer &answer : answers) {
        QCOMPARE(answer.rowId > 0, answer.outcome == Outcome::Issued);
    }
}

void TestStrategies::onePersonGetsOne()
{
    IssuingService service(10);
    const auto answers = askAtOnce(service, current(), std::vector<std::int64_t>(24, 3));
    QCOMPARE(service.rows(), 1);
    addsUp(service, 10);
    QCOMPARE(countOf(answers, Outcome::Issued), 1);
    // Three who insert the same row can deadlock; what cannot be settled by trying again is
    // contention.
    QCOMPARE(countOf(answers, Outcome::AlreadyIssued) + countOf(answers, Outcome::Contention), 23);
}

void TestStrategies::keyDecidesAgainstAnotherWriter()
{
    // Somebody writes the person's row past the service and commits while the request is under way.
    IssuingService service(10);
    const auto other = service.connect();
    QVERIFY(other->execute(QStringLiteral("START TRANSACTION")).ok());
    QVERIFY(
        other
            ->execute(
                QStringLiteral(
                    "INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES (4, %1, 1)")
                    .arg(service.coupon.value))
            .ok());
    IssueAnswer answer;
    {
        const std::jthread asking([&] {
            const auto issuer = service.issuer(with(current()));
            answer = service.ask(*issuer, 4);
        });
        QVERIFY(service.waitingConnection(*other) != 0);
        QVERIFY(other->execute(QStringLiteral("COMMIT")).ok());
    }
    QCOMPARE(answer.outcome, Outcome::AlreadyIssued);
    QCOMPARE(answer.rowId, 0);
    QCOMPARE(service.rows(), 1);
    QCOMPARE(service.stock(), 10);
}

void TestStrategies::timeLimitLeavesNothing()
{
    IssuingService service(5);
    const auto issuer = service.issuer(with(current()), 300ms);
    RowHolder holder(service);
    const IssueAnswer answer = service.ask(*issuer, 1, 300ms);
    QCOMPARE(answer.outcome, Outcome::Contention);
    QCOMPARE(answer.rowId, 0);
    holder.release();
    QCOMPARE(service.rows(), 0);
    addsUp(service, 5);
    const auto patient = service.issuer(with(current()));
    QCOMPARE(service.ask(*patient, 1).outcome, Outcome::Issued);
}

void TestStrategies::lostConnectionPromisesNothing()
{
    IssuingService service(5);
    RowHolder holder(service);
    IssueAnswer lost;
    IssueAnswer next;
    {
        const std::jthread asking([&] {
            const auto issuer = service.issuer(with(current()));
            lost = service.ask(*issuer, 1);
            holder.release();
            next = service.ask(*issuer, 2);
        });
        const qint64 id = service.waitingConnection(holder.connection());
        QVERIFY(id != 0);
        service.change(QStringLiteral("KILL CONNECTION %1").arg(id));
    }
    if (current() == StrategyKind::Grouped) { // its lock is asked for before anything is written
        QCOMPARE(lost.outcome, Outcome::Contention);
    } else {
        QCOMPARE(lost.outcome, Outcome::Unknown);
        QCOMPARE(lost.reason, UnknownReason::Reset);
    }
    QCOMPARE(lost.rowId, 0);
    QCOMPARE(next.outcome, Outcome::Issued);
    QCOMPARE(service.rows(), 1);
    addsUp(service, 5);
}

void TestStrategies::brokenTableIsAServerError()
{
    IssuingService service(5);
    const auto issuer = service.issuer(with(current()));
    QCOMPARE(service.ask(*issuer, 1).outcome, Outcome::Issued);
    service.change(QStringLiteral("DROP TABLE user_coupons"));
    const IssueAnswer answer = service.ask(*issuer, 2);
    QCOMPARE(answer.outcome, Outcome::ServerError);
    QCOMPARE(answer.errorCode, 1146);
    QCOMPARE(service.stock(), 4);
}

} // namespace tst_strategies

STAMPEDE_TEST(tst_strategies::TestStrategies)
#include "tst_strategies.moc"
