// SPDX-License-Identifier: MIT
// Proves that each known way for a service to go wrong breaks exactly the checks that name it, with
// exactly the rows that are wrong, and no other check of damage or answers; and that a clean run
// breaks none.

#include "planted_run.h"
#include "test_program.h"

#include <QTest>

#include <functional>

namespace tst_audit_catalogue {

using namespace stampede;
using test::cells;
using test::failedChecks;
using test::PlantedRun;

using Plant = std::function<void(PlantedRun &)>;
class TestAuditCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksExactly_data();
    void breaksExactly();
};

void TestAuditCatalogue::breaksExactly_data()
{
    QTest::addColumn<qint64>("stock");
    QTest::addColumn<bool>("uniqueKey");
    QTest::addColumn<Plant>("plant");
    QTest::addColumn<QString>("broken"); // ids, sorted
    QTest::addColumn<QString>("column"); // of the first broken check
    QTest::addColumn<QString>("found");  // its cells
    const auto add = [](const char *name, qint64 stock, bool uniqueKey, const QString &broken,
                        const QString &column, const QString &found, const Plant &plant) {
        QTest::newRow(name) << stock << uniqueKey << plant << broken << column << found;
    };
    const QString user = QStringLiteral("user");
    const QString none;

    add("clean", 3, true, none, none, none, [](PlantedRun &run) {
        run.issued(1).issued(2).told(1, Outcome::AlreadyIssued).stockIs(1);
    });
    add("clean and sold out", 2, true, none, none, none,
        [](PlantedRun &run) { run.issued(1).issued(2).told(3, Outcome::OutOfStock).stockIs(0); });
    add("clean with contention", 2, true, none, none, none,
        [](PlantedRun &run) { run.issued(1).told(2, Outcome::Contention).stockIs(1); });
    add("F1 no lock, absolute write-back", 2, true,
        QStringLiteral("stock-adds-up stock-not-exceeded"), QStringLiteral("drift"),
        QStringLiteral("-2"),
        [](PlantedRun &run) { run.issued(1).issued(2).issued(3).stockIs(1); });
    add("F2 no lock, relative decrement without guard", 2, true,
        QStringLiteral("stock-not-exceeded stock-not-negative"), user, QStringLiteral("3"),
        [](PlantedRun &run) { run.issued(1).issued(2).issued(3).stockIs(-1); });
    add("F3 guarded update, affected rows ignored", 2, true,
        QStringLiteral("stock-adds-up stock-not-exceeded"), QStringLiteral("drift"),
        QStringLiteral("-1"),
        [](PlantedRun &run) { run.issued(1).issued(2).issued(3).stockIs(0); });
    add("F4 key violation answered as server error", 2, true, none, none, none,
        [](PlantedRun &run) { run.issued(1).told(1, Outcome::ServerError).stockIs(1); });
    add("F5 key violation swallowed, decrement kept", 2, true,
        QStringLiteral("announced-once sold-out-true stock-adds-up"), user, QStringLiteral("1 1"),
        [](PlantedRun &run) {
            const std::int64_t row = run.row(1);
            run.told(1, Outcome::Issued, row).told(1, Outcome::Issued, row);
            run.told(2, Outcome::OutOfStock).stockIs(0);
        });
    add("F6 duplicate check only", 3, false, QStringLiteral("one-per-user"), user,
        QStringLiteral("4"), [](PlantedRun &run) { run.issued(4).issued(4).issued(5).stockIs(0); });
    add("F7 unique key with a nullable column", 3, true, QStringLiteral("one-per-user"), user,
        QStringLiteral("4"), [](PlantedRun &run) {
            run.sql(QStringLiteral(
                "ALTER TABLE user_coupons DROP KEY uk_user_coupon, ADD gone_at "
                "BIGINT NULL, ADD UNIQUE KEY uk_open (user_id, coupon_id, gone_at)"));
            run.issued(4).issued(4).stockIs(1);
        });
    add("F10 sold out told on a dirty read", 2, true, QStringLiteral("sold-out-true"), user,
        QStringLiteral("2"),
        [](PlantedRun &run) { run.issued(1).told(2, Outcome::OutOfStock).stockIs(1); });
    add("F12 decrement without a row", 3, true, QStringLiteral("stock-adds-up"),
        QStringLiteral("drift"), QStringLiteral("1"),
        [](PlantedRun &run) { run.issued(1).told(2, Outcome::ServerError).stockIs(1); });
    add("F13 row without a decrement", 3, true, QStringLiteral("stock-adds-up"),
        QStringLiteral("drift"), QStringLiteral("-1"),
        [](PlantedRun &run) { run.issued(1).issued(2).stockIs(2); });
    add("F15 retry after a commit in doubt, no key", 3, false, QStringLiteral("one-per-user"), user,
        QStringLiteral("6"), [](PlantedRun &run) {
            run.row(6);
            run.told(6, Outcome::Unknown);
            run.issued(6).stockIs(1);
        });
    add("F16 the same with the key", 3, true, none, none, none, [](PlantedRun &run) {
        run.row(6);
        run.told(6, Outcome::Unknown).told(6, Outcome::AlreadyIssued).stockIs(2);
    });
    add("F17 hidden retry", 3, true, QStringLiteral("stored-was-announced"), user,
        QStringLiteral("7"), [](PlantedRun &run) {
            run.row(7);
            run.told(7, Outcome::AlreadyIssued).stockIs(2);
        });
    add("false failure", 3, true, QStringLiteral("stored-was-announced"), user, QStringLiteral("7"),
        [](PlantedRun &run) {
            run.row(7);
            run.told(7, Outcome::Contention).stockIs(2);
        });
    add("F19 acknowledged, then rolled back", 3, true, QStringLiteral("issued-is-stored"), user,
        QStringLiteral("8"),
        [](PlantedRun &run) { run.issued(1).told(8, Outcome::Issued, 77).stockIs(2); });
    add("409 to nobody's coupon", 3, true, QStringLiteral("already-issued-true"), user,
        QStringLiteral("9"),
        [](PlantedRun &run) { run.issued(1).told(9, Outcome::AlreadyIssued).stockIs(2); });
    add("F23 slotted stock, sold out told too early", 2, true, QStringLiteral("refusals-justified"),
        user, QStringLiteral("3"),
        [](PlantedRun &run) { run.issued(1).told(3, Outcome::OutOfStock).issued(2).stockIs(0); });
    add("F23 slotted stock, some never given", 3, true, QStringLiteral("sold-out-true"), user,
        QStringLiteral("3"),
        [](PlantedRun &run) { run.issued(1).told(3, Outcome::OutOfStock).issued(2).stockIs(1); });
    add("refused as a holder before asking for one", 3, true, QStringLiteral("refusals-justified"),
        user, QStringLiteral("1"),
        [](PlantedRun &run) { run.told(1, Outcome::AlreadyIssued).issued(1).stockIs(2); });
    add("duplicate-first, holder told out of stock", 1, true, QStringLiteral("refusals-justified"),
        user, QStringLiteral("1"), [](PlantedRun &run) {
            run.input.precedence = Precedence::DuplicateFirst;
            run.issued(1).told(1, Outcome::OutOfStock).stockIs(0);
        });
    add("stock-first, holder told so after the last went", 1, true,
        QStringLiteral("refusals-justified"), none, none, [](PlantedRun &run) {
            run.input.precedence = Precedence::StockFirst;
            run.issued(1).told(1, Outcome::AlreadyIssued).stockIs(0);
        });
    add("stock-first, holder told out of stock", 1, true, none, none, none, [](PlantedRun &run) {
        run.input.precedence = Precedence::StockFirst;
        run.issued(1).told(1, Outcome::OutOfStock).stockIs(0);
    });
    add("counter off", 3, true, QStringLiteral("counter-agrees"), QStringLiteral("counter"),
        QStringLiteral("5"), [](PlantedRun &run) {
            run.issued(1).stockIs(2).sql(QStringLiteral("UPDATE coupons SET issued_count = 5"));
        });
    add("earlier coupon gone", 3, true, QStringLiteral("earlier-holders-kept"), user,
        QStringLiteral("15"), [](PlantedRun &run) {
            run.input.holdersBefore = {14, 15};
            run.row(14);
            run.issued(1).stockIs(2);
        });
    add("row of nobody", 3, true, QStringLiteral("rows-belong"), user, QStringLiteral("999"),
        [](PlantedRun &run) { run.issued(999).stockIs(2); });
    add("outside the sale", 3, true, QStringLiteral("rows-in-window"), user, QStringLiteral("2"),
        [](PlantedRun &run) {
            run.issued(1).issued(2).stockIs(1);
            run.sql(QStringLiteral("UPDATE user_coupons SET issued_at = %1 WHERE user_id = 2")
                        .arg(run.input.endsAtUs));
        });
}

void TestAuditCatalogue::breaksExactly()
{
    QFETCH(qint64, stock);
    QFETCH(bool, uniqueKey);
    QFETCH(Plant, plant);
    QFETCH(QString, broken);
    QFETCH(QString, column);
    QFETCH(QString, found);
    PlantedRun run(stock, 20, uniqueKey);
    plant(run);
    const AuditReport report = run.audit();
    QCOMPARE(failedChecks(report), broken);
    QCOMPARE(report.verdict, broken.isEmpty() ? AuditVerdict::Held : AuditVerdict::Broken);
    if (!broken.isEmpty()) {
        const QString first = broken.section(QLatin1Char(' '), 0, 0);
        QCOMPARE(cells(report, first, column), found);
        QCOMPARE(report.check(first)->rowCount, report.check(first)->rows.size());
        QVERIFY(!report.check(first)->explanation.isEmpty());
    }
    for (const CheckResult &check : report.checks) {
        QVERIFY2(check.verdict != CheckVerdict::Skipped || !check.explanation.isEmpty(),
                 qPrintable(check.id));
    }
}

} // namespace tst_audit_catalogue

STAMPEDE_TEST(tst_audit_catalogue::TestAuditCatalogue)
#include "tst_audit_catalogue.moc"
