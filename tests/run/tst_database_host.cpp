// SPDX-License-Identifier: MIT
// Proves that a database is used only where it may be: unreachable, foreign or too small ones are
// refused with the reason, before anything was written.

#include "run_support.h"

#include "support/test_database.h"
#include "test_program.h"

#include <QTest>

namespace tst_database_host {

using namespace stampede;
using test::preset;
using test::TestDatabase;

class TestDatabaseHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherHostsNeedToBeAllowed();
    void unreachableServerIsNamed();
    void foreignTablesAreLeftAlone();
    void tooFewConnectionsAreSaidBeforeTheRun();
};

void TestDatabaseHost::otherHostsNeedToBeAllowed()
{
    const auto url = parseDatabaseUrl(QStringLiteral("mysql://qa@db.example.invalid:3306/coupons"));
    QVERIFY(url.ok());
    DatabaseHost host(url.value(), {QStringLiteral("other.example.invalid")});
    const auto opened = host.open(10, {});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ExitCode::Unreachable);
    QVERIFY(opened.error().message.contains(QStringLiteral("--allow-host db.example.invalid")));
}

void TestDatabaseHost::unreachableServerIsNamed()
{
    const auto url = parseDatabaseUrl(QStringLiteral("mysql://qa@/coupons?socket=/nowhere/m.sock"));
    QVERIFY(url.ok());
    DatabaseHost host(url.value(), {});
    const auto opened = host.open(10, {});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ExitCode::Unreachable);
    QVERIFY(opened.error().message.contains(QStringLiteral("/nowhere/m.sock")));
}

void TestDatabaseHost::foreignTablesAreLeftAlone()
{
    ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    auto connection = Connection::open(settings);
    QVERIFY(connection.ok());
    Connection &admin = *connection.value();
    QVERIFY(admin.execute(QStringLiteral("CREATE TABLE coupons (code INT)")).ok());
    QVERIFY(admin.execute(QStringLiteral("INSERT INTO coupons VALUES (42)")).ok());
    const auto url = parseDatabaseUrl(
        QStringLiteral("mysql://root@/%1?socket=%2").arg(settings.database, settings.socket));
    QVERIFY(url.ok());
    DatabaseHost host(url.value(), {});
    const auto result = makeRun(preset(QStringLiteral("last-coupon")), host, {}, {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ExitCode::Unreachable);
    QVERIFY(result.error().message.contains(QStringLiteral("coupons")));
    QCOMPARE(admin.value(QStringLiteral("SELECT code FROM coupons")).value().toInt(), 42);
}

void TestDatabaseHost::tooFewConnectionsAreSaidBeforeTheRun()
{
    const auto admin = TestDatabase::instance().freshConnection();
    QVERIFY(admin->execute(QStringLiteral("SET GLOBAL max_connections = 60")).ok());
    const auto url = parseDatabaseUrl(test::freshUrl());
    QVERIFY(url.ok());
    DatabaseHost host(url.value(), {});
    const auto result = makeRun(preset(QStringLiteral("latch-100-vs-10")), host, {}, {});
    QVERIFY(admin->execute(QStringLiteral("SET GLOBAL max_connections = 2100")).ok());
    QVERIFY(!result.ok());
    QVERIFY(result.error().message.contains(QStringLiteral("needs: 120")));
}

} // namespace tst_database_host

STAMPEDE_TEST(tst_database_host::TestDatabaseHost)
#include "tst_database_host.moc"
