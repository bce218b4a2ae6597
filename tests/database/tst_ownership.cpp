// Proves that a database is claimed only where it was empty or carries our marker and nothing
// foreign, that anything else is refused by name, and that a refusal writes nothing.

#include "database/ownership.h"
#include "database/schema.h"
#include "support/test_database.h"

#include <QtTest>

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

QTEST_GUILESS_MAIN(TestOwnership)
#include "tst_ownership.moc"
