// SPDX-License-Identifier: MIT
// What only the grouped strategy has: many requests in one transaction, each answered on its own,
// and the errors of the whole shared out among them.

#include "base/clock.h"
#include "issuance/group_commit_committer.h"
#include "issuing_service.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>
#include <thread>
#include <vector>

namespace tst_group_commit_issuer {

using namespace stampede;
using namespace std::chrono_literals;
using test::IssuingService;

namespace {

constexpr std::int64_t kPatienceNs = 5 * kNsPerSecond;
constexpr std::int64_t kUnknownPerson = 999;

/// Requests that are all in the line before a committer looks: one batch, in their order.
class Line
{
public:
    explicit Line(IssuingService &service, int retries = 3)
        : m_service(service)
    {
        m_settings.strategy = StrategyKind::Grouped;
        m_settings.retries = retries;
    }
    void join(std::int64_t user, std::int64_t patienceNs = kPatienceNs)
    {
        auto request = std::make_unique<GroupCommitRequest>();
        request->key = m_service.coupon.value;
        request->user = UserId{user};
        request->coupon = m_service.coupon;
        request->startedNs = monotonicNs();
        request->deadlineNs = request->startedNs + patienceNs;
        m_queue.join(*request);
        m_calls.push_back(std::move(request));
    }
    void join(std::initializer_list<std::int64_t> users)
    {
        for (const std::int64_t user : users) {
            join(user);
        }
    }
    /// Lets one committer serve them, `meanwhile` running beside it; the answers in the order of
    /// coming.
    template<typename Meanwhile>
    std::vector<IssueAnswer> serve(const Meanwhile &meanwhile)
    {
        std::jthread committing([this] {
            GroupCommitter committer(
                std::make_unique<IssuerSession>(m_service.settings(), m_settings, kPatienceNs,
                                                std::make_shared<IssuerSession::Remote>()),
                m_queue, kPatienceNs);
            STAMPEDE_CHECK(committer.open().ok());
            committer.serve();
        });
        meanwhile();
        std::vector<IssueAnswer> answers;
        const std::atomic<bool> withdrawn{false};
        for (auto &call : m_calls) {
            const auto parting = m_queue.await(call, kPatienceNs, withdrawn);
            STAMPEDE_CHECK(parting == BatchQueue::Parting::Answered);
            answers.push_back(static_cast<GroupCommitRequest &>(*call).answer);
        }
        m_calls.clear();
        m_queue.close();
        return answers;
    }
    std::vector<IssueAnswer> serve()
    {
        return serve([] {});
    }

private:
    IssuingService &m_service;
    ServiceSettings m_settings;
    BatchQueue m_queue;
    std::vector<std::unique_ptr<BatchedCall>> m_calls;
};

std::vector<Outcome> outcomesOf(const std::vector<IssueAnswer> &answers)
{
    std::vector<Outcome> outcomes;
    for (const IssueAnswer &answer : answers) {
        outcomes.push_back(answer.outcome);
    }
    return outcomes;
}

/// A transaction that somebody else keeps open, having written these people's rows.
std::unique_ptr<Connection> writing(IssuingService &service, std::int64_t from, std::int64_t to)
{
    auto other = service.connect();
    STAMPEDE_CHECK(other->execute(QStringLiteral("SET autocommit = 0")).ok());
    for (std::int64_t user = from; user <= to; ++user) {
        STAMPEDE_CHECK(
            other
                ->execute(QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, "
                                         "issued_at) VALUES (%1, %2, 1)")
                              .arg(QString::number(user), QString::number(service.coupon.value)))
                .ok());
    }
    return other;
}

/// Takes the coupon's row for `other` once a batch waits for what it has written: a deadlock, which
/// costs the batch its transaction.
void lockTheRowAsWell(IssuingService &service, Connection &other)
{
    QVERIFY(service.waitingConnection(other) != 0);
    QVERIFY(other.value(QStringLiteral("SELECT id FROM coupons FOR UPDATE")).ok());
}

} // namespace

class TestGroupCommitIssuer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWaitsSharesOneTransaction();
    void eachIsAnsweredOnItsOwn();
    void holdersAreRefusedWhetherLookedUpOrNot();
    void whoseTimeIsUpIsLeftOut();
    void anErrorOfTheWholeIsEverybodys();
    void aDeadlockPutsEverybodyBack();
    void withoutRetriesADeadlockIsContention();
    void aConnectionLostWhileWritingLeavesAllUnknown();
};

void TestGroupCommitIssuer::whoWaitsSharesOneTransaction()
{
    constexpr int kPeople = 200;
    IssuingService service(1'000, kPeople);
    Line line(service);
    for (int user = 1; user <= kPeople; ++user) {
        line.join(user);
    }
    const auto answers = line.serve();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].outcome, Outcome::Issued);
        QCOMPARE(answers[i].attempts, 1);
        QCOMPARE(answers[i].stockRead, 1'000 - static_cast<std::int64_t>(i));
        QCOMPARE(service.number(QStringLiteral("SELECT user_id FROM user_coupons WHERE id = %1")
                                    .arg(answers[i].rowId)),
                 static_cast<std::int64_t>(i) + 1);
    }
    // The clock is read with the lock: one lock, one moment.
    QCOMPARE(service.number(QStringLiteral("SELECT COUNT(DISTINCT issued_at) FROM user_coupons")),
             1);
    QCOMPARE(service.number(QStringLiteral("SELECT version FROM coupons")), 1);
    QCOMPARE(service.stock(), 1'000 - kPeople);
}

void TestGroupCommitIssuer::eachIsAnsweredOnItsOwn()
{
    IssuingService service(2);
    Line line(service);
    line.join({3, 3, kUnknownPerson, 4, 5, 3});
    const auto answers = line.serve();
    const std::vector<Outcome> expected{Outcome::Issued,     Outcome::AlreadyIssued,
                                        Outcome::NotFound,   Outcome::Issued,
                                        Outcome::OutOfStock, Outcome::OutOfStock};
    QCOMPARE(outcomesOf(answers), expected);
    QCOMPARE(service.rows(), 2);
    QCOMPARE(service.stock(), 0);
}

void TestGroupCommitIssuer::holdersAreRefusedWhetherLookedUpOrNot()
{
    // More than a batch takes: the first has the key refuse the holders, then they are likely, and
    // the second looks who they are before it writes.
    constexpr int kRounds = 120;
    IssuingService service(1'000, 10 + kRounds);
    Line first(service);
    first.join({1, 2, 3, 4});
    QCOMPARE(first.serve().size(), std::size_t{4});
    Line line(service);
    for (int round = 0; round < kRounds; ++round) {
        line.join({1, 2, 10 + round, 3, 4});
    }
    const auto answers = line.serve();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        QCOMPARE(answers[i].outcome, i % 5 == 2 ? Outcome::Issued : Outcome::AlreadyIssued);
    }
    QCOMPARE(service.rows(), 4 + kRounds);
    QCOMPARE(service.stock(), 1'000 - 4 - kRounds);
    QCOMPARE(service.number(QStringLiteral("SELECT COUNT(DISTINCT issued_at) FROM user_coupons")),
             3);
}

void TestGroupCommitIssuer::whoseTimeIsUpIsLeftOut()
{
    IssuingService service(10);
    Line line(service);
    line.join(1);
    line.join(2, 0);
    line.join(3);
    const auto answers = line.serve();
    const std::vector<Outcome> expected{Outcome::Issued, Outcome::Contention, Outcome::Issued};
    QCOMPARE(outcomesOf(answers), expected);
    QCOMPARE(service.rows(), 2);
    QCOMPARE(service.number(QStringLiteral("SELECT COUNT(*) FROM user_coupons WHERE user_id = 2")),
             0);
}

void TestGroupCommitIssuer::anErrorOfTheWholeIsEverybodys()
{
    IssuingService service(10);
    service.change(QStringLiteral("DROP TABLE user_coupons"));
    Line line(service);
    line.join({1, 2, 3});
    for (const IssueAnswer &answer : line.serve()) {
        QCOMPARE(answer.outcome, Outcome::ServerError);
        QCOMPARE(answer.errorCode, 1146);
        QCOMPARE(answer.rowId, 0);
    }
    QCOMPARE(service.stock(), 10);
}

void TestGroupCommitIssuer::aDeadlockPutsEverybodyBack()
{
    // The other has written more, so that the batch is what the server sacrifices.
    IssuingService service(100, 60);
    const auto other = writing(service, 1, 40);
    Line line(service);
    line.join({50, 1, 51});
    const auto answers = line.serve([&] {
        lockTheRowAsWell(service, *other);
        QVERIFY(other->commit().ok());
    });
    const std::vector<Outcome> expected{Outcome::Issued, Outcome::AlreadyIssued, Outcome::Issued};
    QCOMPARE(outcomesOf(answers), expected);
    for (const IssueAnswer &answer : answers) {
        QCOMPARE(answer.attempts, 2);
    }
    QCOMPARE(service.rows(), 42);
    QCOMPARE(service.stock(), 98);
}

void TestGroupCommitIssuer::withoutRetriesADeadlockIsContention()
{
    IssuingService service(100, 60);
    const auto other = writing(service, 1, 40);
    Line line(service, 0);
    line.join({50, 1, 51});
    const auto answers = line.serve([&] {
        lockTheRowAsWell(service, *other);
        QVERIFY(other->rollback().ok());
    });
    for (const IssueAnswer &answer : answers) {
        QCOMPARE(answer.outcome, Outcome::Contention);
        QCOMPARE(answer.errorCode, 1213);
    }
    QCOMPARE(service.rows(), 0);
    QCOMPARE(service.stock(), 100);
}

void TestGroupCommitIssuer::aConnectionLostWhileWritingLeavesAllUnknown()
{
    IssuingService service(100, 60);
    const auto other = writing(service, 1, 1);
    Line line(service);
    line.join({50, 1, 51});
    const auto answers = line.serve([&] {
        const qint64 id = service.waitingConnection(*other);
        QVERIFY(id != 0);
        service.change(QStringLiteral("KILL CONNECTION %1").arg(id));
    });
    for (const IssueAnswer &answer : answers) {
        QCOMPARE(answer.outcome, Outcome::Unknown);
        QCOMPARE(answer.reason, UnknownReason::Reset);
        QCOMPARE(answer.rowId, 0);
    }
    QVERIFY(other->rollback().ok());
    QCOMPARE(service.rows(), 0);
    QCOMPARE(service.stock(), 100);
}

} // namespace tst_group_commit_issuer

STAMPEDE_TEST(tst_group_commit_issuer::TestGroupCommitIssuer)
#include "tst_group_commit_issuer.moc"
