// SPDX-License-Identifier: MIT
// Proves that a database is claimed only where it was empty or carries our marker and nothing
// foreign, that anything else is refused by name, and that a refusal writes nothing. That what an
// account may not see, what points here from elsewhere and a name that means something else are
// refused as well.

#include "database/account_rights.h"
#include "database/ownership.h"
#include "database/schema.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QtTest>

namespace tst_ownership {

using namespace stampede;
using stampede::test::TestDatabase;

class TestOwnership : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyIsClaimed();
    void ownTablesAreAccepted();
    void foreignIsRefused_data();
    void foreignIsRefused();
    void atMostThreeAreNamed();
    void systemDatabaseIsRefused();
    void otherNameIsRefused_data();
    void otherNameIsRefused();
    void keysFromElsewhereAreRefused_data();
    void keysFromElsewhereAreRefused();
    void unseenIsRefused_data();
    void unseenIsRefused();
    void ofSeveralGrantsTheServersCounts_data();
    void ofSeveralGrantsTheServersCounts();

private:
    [[nodiscard]] QStringList tables();
    void run(const QString &sql);

    std::unique_ptr<Connection> m_connection;
    QString m_name;
};

void TestOwnership::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_connection = TestDatabase::instance().freshConnection();
    m_name = m_connection->value(QStringLiteral("SELECT DATABASE()")).value().toString();
}

QStringList TestOwnership::tables()
{
    QStringList names;
    auto rows =
        m_connection->query(QStringLiteral("SELECT table_name FROM information_schema.tables "
                                           "WHERE table_schema = ?"),
                            {m_name});
    while (rows.ok() && rows.value().next()) {
        names += rows.value().value(0).toString();
    }
    names.sort(); // the server's own order follows its collation
    return names;
}

void TestOwnership::run(const QString &sql)
{
    const auto done = m_connection->execute(sql);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestOwnership::emptyIsClaimed()
{
    QVERIFY(claimDatabase(*m_connection, m_name).ok());
    QCOMPARE(tables(), QStringList(QStringLiteral("stampede_marker")));
    QVERIFY(claimDatabase(*m_connection, m_name).ok());
}

void TestOwnership::ownTablesAreAccepted()
{
    QVERIFY(claimDatabase(*m_connection, m_name).ok());
    QVERIFY(prepareTables(*m_connection, {}).ok());
    QVERIFY(claimDatabase(*m_connection, m_name).ok());
    QCOMPARE(tables(), QStringList({QStringLiteral("coupons"), QStringLiteral("stampede_marker"),
                                    QStringLiteral("user_coupons"), QStringLiteral("users")}));
}

void TestOwnership::foreignIsRefused_data()
{
    QTest::addColumn<bool>("marked");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, bool marked, const char *sql, const char *names) {
        QTest::newRow(name) << marked << QString::fromLatin1(sql) << QString::fromLatin1(names);
    };
    row("table", false, "CREATE TABLE orders (id INT)",
        "holds 1 table that is not Stampede's (orders)");
    row("our name without the marker", false, "CREATE TABLE coupons (id INT)",
        "1 table that is not Stampede's (coupons)");
    row("table beside the marker", true, "CREATE TABLE orders (id INT)", "(orders)");
    row("view", false, "CREATE VIEW report AS SELECT 1", "(view report)");
    row("view of our name", true, "CREATE VIEW users AS SELECT 1", "(view users)");
    row("procedure", false, "CREATE PROCEDURE pay() SELECT 1", "(procedure pay)");
    row("function beside the marker", true, "CREATE FUNCTION tax() RETURNS INT RETURN 1",
        "(function tax)");
    row("event", false, "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1",
        "(event nightly)");
    row("sequence", false, "CREATE SEQUENCE numbers", "(sequence numbers)");
    row("table of our name that keeps no rows itself", true,
        "CREATE TABLE users (id INT) ENGINE = MERGE", "(users)");
    row("table of our name with another engine", true,
        "CREATE TABLE coupons (id INT) ENGINE = MyISAM", "(coupons)");
    row("table of our name with other columns", true,
        "CREATE TABLE users (id BIGINT NOT NULL, name VARCHAR(9)) ENGINE = InnoDB", "(users)");
    row("table of our name with one column more", true,
        "CREATE TABLE user_coupons (id BIGINT, user_id BIGINT, coupon_id BIGINT, issued_at BIGINT, "
        "order_no INT) ENGINE = InnoDB",
        "(user_coupons)");
    row("marker that is not ours", false,
        "CREATE TABLE stampede_marker (id INT NOT NULL) ENGINE = InnoDB", "(stampede_marker)");
    row("trigger on our table", true,
        "CREATE TRIGGER spy BEFORE INSERT ON stampede_marker FOR EACH ROW SET @x = 1",
        "(trigger spy)");
}

void TestOwnership::foreignIsRefused()
{
    QFETCH(const bool, marked);
    QFETCH(const QString, sql);
    QFETCH(const QString, names);
    if (marked) {
        QVERIFY(claimDatabase(*m_connection, m_name).ok());
    }
    run(sql);
    const QStringList before = tables();

    const auto claimed = claimDatabase(*m_connection, m_name);
    QVERIFY(!claimed.ok());
    QVERIFY2(claimed.error().contains(names), qPrintable(claimed.error()));
    QVERIFY(claimed.error().startsWith(QStringLiteral("The database %1 ").arg(m_name)));
    QVERIFY(claimed.error().contains(QStringLiteral("Nothing was written.")));
    QCOMPARE(tables(), before);
}

void TestOwnership::atMostThreeAreNamed()
{
    for (const char name : {'a', 'b', 'c', 'd'}) {
        run(QStringLiteral("CREATE TABLE `%1 %2` (id INT)").arg(QLatin1Char(name)).arg(1));
    }
    const auto claimed = claimDatabase(*m_connection, m_name);
    QVERIFY(!claimed.ok());
    QVERIFY2(claimed.error().contains(
                 QStringLiteral("4 tables that are not Stampede's (a 1, b 1, c 1, …)")),
             qPrintable(claimed.error()));
}

void TestOwnership::systemDatabaseIsRefused()
{
    for (const QString &name : {QStringLiteral("mysql"), QStringLiteral("information_schema")}) {
        QVERIFY(!claimDatabase(*m_connection, name).ok());
    }
}

void TestOwnership::otherNameIsRefused_data()
{
    QTest::addColumn<QString>("tail");
    QTest::newRow("cut at a NUL") << QString(QChar(u'\0')) + QStringLiteral("x");
    QTest::newRow("a blank at its end") << QStringLiteral(" ");
    QTest::newRow("another") << QStringLiteral("x");
}

void TestOwnership::otherNameIsRefused()
{
    QFETCH(const QString, tail);
    const auto claimed = claimDatabase(*m_connection, m_name + tail);
    QVERIFY(!claimed.ok());
    QVERIFY2(claimed.error().contains(QStringLiteral("for another one (%1)").arg(m_name)),
             qPrintable(claimed.error()));
    QCOMPARE(tables(), QStringList());
}

void TestOwnership::keysFromElsewhereAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("seesAll");
    QTest::newRow("as root") << QStringLiteral("child") << true;
    QTest::newRow("a name in another script") << QStringLiteral("주문 x-1") << true;
    QTest::newRow("without PROCESS") << QStringLiteral("주문 x-1") << false;
}

void TestOwnership::keysFromElsewhereAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const bool, seesAll);
    QVERIFY(claimDatabase(*m_connection, m_name).ok());
    QVERIFY(prepareTables(*m_connection, {}).ok());
    const ConnectionSettings other = TestDatabase::instance().freshDatabase();
    const auto theirs = test::connectTo(other);
    const auto made = theirs->execute(
        QStringLiteral("CREATE TABLE %1 (id INT PRIMARY KEY, uid BIGINT, FOREIGN KEY (uid) "
                       "REFERENCES %2.users (id) ON DELETE CASCADE)")
            .arg(quotedIdentifier(name), quotedIdentifier(m_name)));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));

    ConnectionSettings looking = other;
    looking.database = m_name;
    if (!seesAll) {
        run(QStringLiteral("CREATE OR REPLACE USER 'some'@'localhost'"));
        for (const QString &database : {m_name, other.database}) {
            run(QStringLiteral("GRANT ALL ON %1.* TO 'some'@'localhost'")
                    .arg(quotedIdentifier(database)));
        }
        looking.user = QStringLiteral("some");
    }
    const auto claimed = claimDatabase(*test::connectTo(looking), m_name);
    QVERIFY(!claimed.ok());
    QVERIFY2(claimed.error().contains(QStringLiteral("(%1.%2)").arg(other.database, name)),
             qPrintable(claimed.error()));
    QVERIFY(theirs->execute(QStringLiteral("DROP TABLE ") + quotedIdentifier(name)).ok());
    QVERIFY(claimDatabase(*test::connectTo(looking), m_name).ok());
}

void TestOwnership::unseenIsRefused_data()
{
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char *rights, const char *missing) {
        QTest::newRow(rights) << QString::fromLatin1(rights) << QString::fromLatin1(missing);
    };
    row("ALL", "");
    row("SELECT, INSERT, UPDATE, DELETE, CREATE, DROP", "EXECUTE, EVENT, TRIGGER");
    row("SELECT, CREATE ROUTINE, EVENT", "TRIGGER");
    row("SELECT, INSERT, CREATE, EXECUTE, EVENT, TRIGGER", "");
    row("INSERT, CREATE, EXECUTE, EVENT, TRIGGER", "SELECT");
}

void TestOwnership::unseenIsRefused()
{
    QFETCH(const QString, rights);
    QFETCH(const QString, missing);
    // Nothing that this account could see: a routine, an event, a table of somebody else.
    for (const char *sql : {"CREATE PROCEDURE pay() SELECT 1",
                            "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1"}) {
        run(QString::fromLatin1(sql));
    }
    run(QStringLiteral("CREATE OR REPLACE USER 'some'@'localhost'"));
    run(QStringLiteral("GRANT %1 ON %2.* TO 'some'@'localhost'")
            .arg(rights, quotedIdentifier(m_name)));
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    settings.user = QStringLiteral("some");
    settings.database = m_name;
    auto some = test::connectTo(settings);
    const auto grant = grantForSight(*some, m_name);
    QVERIFY2(grant.ok(), grant.ok() ? "" : qPrintable(grant.error().message));
    const auto claimed = claimDatabase(*some, m_name);
    QVERIFY(!claimed.ok());
    QCOMPARE(tables(), QStringList());
    if (missing.isEmpty()) {
        QCOMPARE(grant.value(), QString());
        QVERIFY2(claimed.error().contains(QStringLiteral("2 objects that are not Stampede's")),
                 qPrintable(claimed.error()));
        return;
    }
    if (missing != QLatin1String("TRIGGER") && missing != QLatin1String("SELECT")) {
        QVERIFY2(claimed.error().contains(grant.value() + QLatin1Char(';')),
                 qPrintable(claimed.error()));
    }
    QVERIFY2(grant.value().startsWith(QStringLiteral("GRANT %1 ON ").arg(missing)),
             qPrintable(grant.value()));
    run(grant.value()); // as it was told
    some = test::connectTo(settings);
    QCOMPARE(grantForSight(*some, m_name).value(), QString());
    const auto seen = claimDatabase(*some, m_name);
    QVERIFY(!seen.ok());
    QVERIFY2(seen.error().contains(QStringLiteral("event nightly, procedure pay")),
             qPrintable(seen.error()));
}

void TestOwnership::ofSeveralGrantsTheServersCounts_data()
{
    QTest::addColumn<QStringList>("grants");
    QTest::addColumn<QStringList>("missing");
    const auto row = [](const char *name, const QStringList &grants, const char *missing) {
        QTest::newRow(name) << grants
                            << QString::fromLatin1(missing).split(QLatin1Char(' '),
                                                                  Qt::SkipEmptyParts);
    };
    const auto grant = [](const char *rights, const char *where) {
        return QStringLiteral("GRANT %1 ON %2 TO `some`@`%`")
            .arg(QLatin1String(rights), QLatin1String(where));
    };
    row("everywhere", {grant("ALL PRIVILEGES", "*.*")}, "");
    row("some everywhere, the others here",
        {grant("SELECT, EXECUTE", "*.*"), grant("EVENT, TRIGGER", "`shop_1`.*")}, "");
    row("the narrower pattern counts",
        {grant("ALL PRIVILEGES", "`shop%`.*"), grant("SELECT", "`shop\\_1`.*")},
        "EXECUTE EVENT TRIGGER");
    row("of one table", {grant("ALL PRIVILEGES", "`shop\\_1`.`users`")},
        "SELECT EXECUTE EVENT TRIGGER");
    row("of one column", {grant("SELECT (`id`), EXECUTE, EVENT, TRIGGER", "`shop\\_1`.*")},
        "SELECT");
    row("of another database", {grant("ALL PRIVILEGES", "`shop\\_2`.*")},
        "SELECT EXECUTE EVENT TRIGGER");
    row("of none", {grant("USAGE", "*.*")}, "SELECT EXECUTE EVENT TRIGGER");
}

void TestOwnership::ofSeveralGrantsTheServersCounts()
{
    QFETCH(const QStringList, grants);
    QFETCH(const QStringList, missing);
    QCOMPARE(missingForSight(grants, QStringLiteral("shop_1")), missing);
}

} // namespace tst_ownership

STAMPEDE_TEST(tst_ownership::TestOwnership)
#include "tst_ownership.moc"
