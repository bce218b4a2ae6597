// SPDX-License-Identifier: MIT
// Proves that services which are really broken, each in one way of the catalogue, break exactly the
// checks that the catalogue names for it, when the real load engine sends a crowd after them; and
// prints the table that docs/catalogue.md keeps.

#include "broken_service.h"
#include "planted_run.h"
#include "test_program.h"

#include <QFile>
#include <QTest>

namespace tst_broken_services {

using namespace stampede;
using test::BrokenRun;
using test::Line;

class TestBrokenServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksExactly_data();
    void breaksExactly();
    void insertFirstUnderAForeignKeyDeadlocks();
    void cleanupTestCase();

private:
    QStringList m_table;
};

namespace {

/// Long enough for every other request of the crowd to do what it does meanwhile.
constexpr int kPauseMs = 60;

void issued(Operation &operation, std::int64_t row)
{
    operation.outcome = Outcome::Issued;
    operation.rowId = row;
}

/// The stock becomes that expression, the person gets a row, and both are committed.
void issueAndCommit(Line &line, const QString &stock, const Request &request, Operation &operation)
{
    line.setStock(stock);
    const std::int64_t row = line.insert(request.user);
    line.countOne();
    line.commit();
    issued(operation, row);
}

void unguardedDecrement(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    const bool left = line.stock() > 0;
    Line::pause(kPauseMs);
    if (!left) {
        line.rollBack();
        operation.outcome = Outcome::OutOfStock;
        return;
    }
    issueAndCommit(line, QStringLiteral("quantity - 1"), request, operation);
}

void affectedRowsIgnored(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    line.run(line.stockUpdate(QStringLiteral("quantity - 1")) +
             QStringLiteral(" AND quantity > 0"));
    const std::int64_t row = line.insert(request.user);
    line.countOne();
    line.commit();
    issued(operation, row);
}

void keyViolationSwallowed(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    line.stock("FOR UPDATE");
    if (line.tryRun(line.insertion(request.user)) == 0) {
        line.countOne();
    }
    line.setStock(QStringLiteral("quantity - 1"));
    const std::int64_t row = line.number(
        QStringLiteral("SELECT id FROM user_coupons WHERE user_id = %1").arg(request.user));
    line.commit();
    issued(operation, row);
}

void plainReadFirst(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    line.rowsOf(request.user); // the snapshot of the transaction begins here
    Line::pause(kPauseMs);
    const std::int64_t stock = line.stock("FOR UPDATE");
    if (line.rowsOf(request.user) > 0) {
        line.rollBack();
        operation.outcome = Outcome::AlreadyIssued;
        return;
    }
    issueAndCommit(line, QString::number(stock - 1), request, operation);
}

void dirtyRead(Line &line, const Request &request, Operation &operation)
{
    line.run(QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED"));
    line.begin();
    if (request.user == 1) {
        line.setStock(QStringLiteral("quantity - 1"));
        Line::pause(3 * kPauseMs);
        line.rollBack();
        operation.outcome = Outcome::Contention;
        return;
    }
    Line::pause(kPauseMs);
    operation.outcome = line.stock() > 0 ? Outcome::Contention : Outcome::OutOfStock;
    line.rollBack();
}

void noTransaction(Line &line, const Request &request, Operation &operation)
{
    line.setStock(QStringLiteral("quantity - 1"));
    if (request.user == 1) { // the connection is lost between two statements
        operation.outcome = Outcome::Unknown;
        operation.reason = UnknownReason::Reset;
        return;
    }
    const std::int64_t row = line.insert(request.user);
    line.countOne();
    issued(operation, row);
}

void lockWaitSwallowed(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    if (request.user == 1) {
        const std::int64_t stock = line.stock("FOR UPDATE");
        Line::pause(1'500);
        issueAndCommit(line, QString::number(stock - 1), request, operation);
        return;
    }
    line.run(QStringLiteral("SET SESSION innodb_lock_wait_timeout = 1"));
    Line::pause(kPauseMs);
    const std::int64_t row = line.insert(request.user);
    STAMPEDE_CHECK(line.tryRun(line.stockUpdate(QStringLiteral("quantity - 1"))) == 1205);
    line.commit(); // only the statement had been undone
    line.run(QStringLiteral("SET SESSION innodb_lock_wait_timeout = 50"));
    line.countOne();
    issued(operation, row);
}

void deadlockSwallowed(Line &line, const Request &request, Operation &operation)
{
    const QString other = QStringLiteral("SELECT id FROM users WHERE id = 7 FOR UPDATE");
    line.begin();
    if (request.user == 1) {
        line.setStock(QStringLiteral("quantity - 1"));
        Line::pause(kPauseMs);
        line.tryRun(other);
    } else {
        line.number(other);
        Line::pause(kPauseMs);
        line.tryRun(line.stockUpdate(QStringLiteral("quantity - 1")));
    }
    // One of the two has no transaction any more, and goes on all the same.
    const std::int64_t row = line.insert(request.user);
    line.commit();
    line.countOne();
    issued(operation, row);
}

void retryAfterDoubt(Line &line, const Request &request, Operation &operation)
{
    for (int attempt = 0; attempt < 2; ++attempt) { // the first commit is taken for lost
        line.begin();
        issueAndCommit(line, QString::number(line.stock("FOR UPDATE") - 1), request, operation);
    }
}

void retryAfterDoubtWithKey(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    const std::int64_t stock = line.stock("FOR UPDATE");
    if (line.rowsOf(request.user) > 0) {
        line.rollBack();
        operation.outcome = Outcome::AlreadyIssued;
        return;
    }
    line.setStock(QString::number(stock - 1));
    line.insert(request.user);
    line.countOne();
    line.commit();
    operation.outcome = Outcome::Unknown; // the answer to the commit is lost
    operation.reason = UnknownReason::InDoubt;
}

void hiddenRetry(Line &line, const Request &request, Operation &operation)
{
    retryAfterDoubtWithKey(line, request, operation);
    operation.reason = UnknownReason::None;
    operation.outcome = Outcome::AlreadyIssued; // what the second try was told
}

void namedLockReleasedEarly(Line &line, const Request &request, Operation &operation)
{
    line.number(QStringLiteral("SELECT GET_LOCK('coupon', 30)"));
    line.begin();
    const std::int64_t stock = line.stock();
    if (stock <= 0) {
        line.rollBack();
        line.number(QStringLiteral("SELECT RELEASE_LOCK('coupon')"));
        operation.outcome = Outcome::OutOfStock;
        return;
    }
    line.setStock(QString::number(stock - 1));
    const std::int64_t row = line.insert(request.user);
    line.countOne();
    line.number(QStringLiteral("SELECT RELEASE_LOCK('coupon')"));
    Line::pause(kPauseMs);
    line.commit();
    issued(operation, row);
}

void acknowledgedThenRolledBack(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    line.setStock(QString::number(line.stock("FOR UPDATE") - 1));
    const std::int64_t row = line.insert(request.user);
    line.countOne();
    line.rollBack();
    issued(operation, row);
}

/// Half of the stock for odd users, half for even ones.
void slottedStock(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    const std::int64_t stock = line.stock("FOR UPDATE");
    const std::int64_t taken =
        line.number(QStringLiteral("SELECT COUNT(*) FROM user_coupons WHERE user_id % 2 = %1")
                        .arg(request.user % 2));
    if (taken > 0) {
        line.rollBack();
        operation.outcome = Outcome::OutOfStock;
        return;
    }
    issueAndCommit(line, QString::number(stock - 1), request, operation);
}

/// With a foreign key the insert locks the coupon's row shared; the update then wants it alone.
void insertFirst(Line &line, const Request &request, Operation &operation)
{
    line.begin();
    const std::int64_t row = line.insert(request.user);
    Line::pause(kPauseMs);
    const int error = line.tryRun(line.stockUpdate(QStringLiteral("quantity - 1")) +
                                  QStringLiteral(" AND quantity > 0"));
    if (error != 0) {
        line.rollBack();
        operation.errorCode = static_cast<std::uint16_t>(error);
        operation.outcome = Outcome::Contention;
        return;
    }
    line.countOne();
    line.commit();
    issued(operation, row);
}

ServiceSettings layers(bool lock, bool check, bool key, Isolation isolation = Isolation::Default)
{
    ServiceSettings service;
    service.layers = {lock, check, key};
    service.isolation = isolation;
    service.pause = lock ? Duration::zero() : std::chrono::milliseconds(20);
    return service;
}

std::vector<std::int64_t> people(std::int64_t n)
{
    std::vector<std::int64_t> users;
    for (std::int64_t user = 1; user <= n; ++user) {
        users.push_back(user);
    }
    return users;
}

} // namespace

void TestBrokenServices::breaksExactly_data()
{
    QTest::addColumn<BrokenRun>("run");
    QTest::addColumn<QString>("broken"); // ids, sorted
    const auto real = [](const char *name, const ServiceSettings &service, std::int64_t stock,
                         const std::vector<std::int64_t> &users, int each, const char *broken) {
        QTest::newRow(name) << BrokenRun{stock, service.layers.uniqueKey, users, {}, service, each,
                                         false}
                            << QString::fromLatin1(broken);
    };
    const auto broken = [](const char *name, test::Serve serve, std::int64_t stock, bool key,
                           const std::vector<std::int64_t> &users, const char *checks) {
        QTest::newRow(name) << BrokenRun{stock, key, users, std::move(serve), {}, 1, false}
                            << QString::fromLatin1(checks);
    };
    real("nothing is broken", layers(true, true, true), 10, people(40), 2, "");
    real("F1 no lock, absolute write-back", layers(false, true, true), 2, people(12), 1,
         "stock-adds-up stock-not-exceeded");
    broken("F2 no lock, relative decrement without guard", unguardedDecrement, 2, true, people(6),
           "stock-not-exceeded stock-not-negative");
    broken("F3 guarded update, affected rows ignored", affectedRowsIgnored, 2, true, people(6),
           "stock-adds-up stock-not-exceeded");
    real("F4 no duplicate check, unique key present", layers(true, false, true), 20, people(10), 3,
         "");
    broken("F5 key violation swallowed, decrement kept", keyViolationSwallowed, 9, true, {1, 1},
           "announced-once stock-adds-up");
    real("F6 duplicate check only, lock off", layers(false, true, false), 200, {1, 1, 1, 1}, 1,
         "one-per-user stock-adds-up");
    real("F6 neither check nor key", layers(true, false, false), 50, {1, 1, 2, 2}, 3,
         "one-per-user");
    broken("F8 plain read before FOR UPDATE", plainReadFirst, 9, false, {1, 1, 1}, "one-per-user");
    broken("F10 sold out told on a dirty read", dirtyRead, 1, true, {1, 2}, "sold-out-true");
    real("F11 SERIALIZABLE", layers(true, true, true, Isolation::Serializable), 10, people(20), 1,
         "");
    broken("F12 no transaction", noTransaction, 9, true, {1, 2, 3}, "stock-adds-up");
    broken("F13 1205 swallowed, then commit", lockWaitSwallowed, 9, true, {1, 2}, "stock-adds-up");
    broken("F14 1213 swallowed, then continued", deadlockSwallowed, 9, true, {1, 2},
           "stock-adds-up");
    broken("F15 retry after a commit in doubt, no key", retryAfterDoubt, 9, false, {1},
           "one-per-user");
    broken("F16 the same with the key", retryAfterDoubtWithKey, 9, true, {1, 1}, "");
    broken("F17 hidden retry", hiddenRetry, 9, true, {1, 2}, "stored-was-announced");
    broken("F18 named lock released before the commit", namedLockReleasedEarly, 2, true, people(4),
           "stock-adds-up stock-not-exceeded");
    broken("F19 acknowledged, then rolled back", acknowledgedThenRolledBack, 9, true, {1, 2},
           "issued-is-stored");
    broken("F23 slotted stock, some never given", slottedStock, 2, true, {1, 3, 5},
           "sold-out-true");
    QTest::newRow("F23 slotted stock, sold out told too early")
        << BrokenRun{2, true, {1, 3, 4}, slottedStock, {}, 1, true}
        << QStringLiteral("refusals-justified");
    real("every layer off", layers(false, false, false), 3, {1, 1, 2, 2, 3, 3}, 2,
         "one-per-user stock-adds-up stock-not-exceeded");
}

void TestBrokenServices::breaksExactly()
{
    QFETCH(BrokenRun, run);
    QFETCH(QString, broken);
    const AuditReport report = run.audit();
    for (const CheckResult &check : report.findings()) {
        qInfo("%s: %s %s", qPrintable(check.id), qPrintable(check.explanation),
              qPrintable(check.proof));
        // Whatever is broken has its rows; the stock and the order of answers have none of their
        // own.
        QVERIFY2(check.rowCount > 0, qPrintable(check.id));
    }
    QCOMPARE(test::failedChecks(report), broken);
    QCOMPARE(report.verdict, broken.isEmpty() ? AuditVerdict::Held : AuditVerdict::Broken);
    QString checks = QStringLiteral("`") + broken + QStringLiteral("`");
    checks.replace(QLatin1Char(' '), QStringLiteral("`, `"));
    m_table << QStringLiteral("| %1 | %2 |")
                   .arg(QString::fromLatin1(QTest::currentDataTag()),
                        broken.isEmpty() ? QStringLiteral("none") : checks);
}

void TestBrokenServices::insertFirstUnderAForeignKeyDeadlocks()
{
    BrokenRun run{9, true, people(6), insertFirst, {}, 1, false, {}};
    OutcomeCounts outcomes;
    QCOMPARE(test::failedChecks(run.audit(outcomes)), QString());
    QCOMPARE(outcomes.of(Outcome::Issued), 6U); // the updates only wait for each other

    run.addition = QStringLiteral("ALTER TABLE user_coupons ADD CONSTRAINT fk_coupon "
                                  "FOREIGN KEY (coupon_id) REFERENCES coupons (id)");
    // All six hold the row shared at once: whoever wants it alone waits for the others, until the
    // server ends all but one. Nothing is lost, and hardly anybody is served.
    QCOMPARE(test::failedChecks(run.audit(outcomes)), QString());
    QCOMPARE(outcomes.of(Outcome::Issued), 1U);
    QCOMPARE(outcomes.of(Outcome::Contention), 5U);
}

void TestBrokenServices::cleanupTestCase()
{
    QFile kept(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/catalogue.md"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(kept.readAll());
    for (const QString &row : std::as_const(m_table)) {
        qInfo("%s", qPrintable(row));
        QVERIFY2(text.contains(row + QLatin1Char('\n')), qPrintable(row));
    }
}

} // namespace tst_broken_services

STAMPEDE_TEST(tst_broken_services::TestBrokenServices)
#include "tst_broken_services.moc"
