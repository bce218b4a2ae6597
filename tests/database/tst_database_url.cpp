// Proves that a database address is read as written, that a wrong one is refused with a sentence
// that never repeats a secret, and that only addresses of this machine count as local.

#include "database/database_url.h"
#include "test_program.h"

#include <QTemporaryDir>
#include <QtTest>

#include <QFile>
#include <QNetworkInterface>

namespace tst_database_url {

using namespace stampede;

class TestDatabaseUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("STAMPEDE_DB_PASSWORD"); }
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void refuses_data();
    void refuses();
    void neverRepeatsAPassword_data();
    void neverRepeatsAPassword();
    void knowsThisMachine_data();
    void knowsThisMachine();
    void ownInterfacesAreLocal();
    void readsThePassword();
};

void TestDatabaseUrl::readsWhatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("socket");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("passwordFile");
    QTest::addColumn<QString>("display");

    const auto row = [](const char *name, const char *text, const char *user, const char *host,
                        int port, const char *socket, const char *database, const char *file,
                        const char *display) {
        const auto string = [](const char *value) { return QString::fromUtf8(value); };
        QTest::newRow(name) << string(text) << string(user) << string(host) << port
                            << string(socket) << string(database) << string(file)
                            << string(display);
    };
    row("host and port", "mysql://qa@db.example:3307/shop", "qa", "db.example", 3307, "", "shop",
        "", "mysql://qa@db.example:3307/shop");
    row("usual port", "mysql://qa@db.example/shop", "qa", "db.example", 3306, "", "shop", "",
        "mysql://qa@db.example:3306/shop");
    row("IPv6", "mysql://qa@[::1]:3307/shop", "qa", "::1", 3307, "", "shop", "",
        "mysql://qa@[::1]:3307/shop");
    row("socket", "mysql://root@/stampede?socket=/run/my sql/s.sock", "root", "", 3306,
        "/run/my sql/s.sock", "stampede", "", "mysql://root@/stampede?socket=/run/my%20sql/s.sock");
    row("password file", "mysql://qa@h/shop?password-file=/etc/a%26b", "qa", "h", 3306, "", "shop",
        "/etc/a&b", "mysql://qa@h:3306/shop?password-file=/etc/a%26b");
    row("both", "mysql://qa@/shop?socket=/s&password-file=pw", "qa", "", 3306, "/s", "shop", "pw",
        "mysql://qa@/shop?socket=/s&password-file=pw");
    row("encoded names", "mysql://q%40a%3Ab@h/sh%20op%3F", "q@a:b", "h", 3306, "", "sh op?", "",
        "mysql://q%40a%3Ab@h:3306/sh%20op%3F");
    row("other letters", "mysql://qa@h/쿠폰", "qa", "h", 3306, "", "쿠폰", "",
        "mysql://qa@h:3306/%EC%BF%A0%ED%8F%B0");
}

void TestDatabaseUrl::readsWhatIsWritten()
{
    QFETCH(const QString, text);
    QFETCH(const QString, display);
    const auto parsed = parseDatabaseUrl(text);
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(parsed.error()));
    // What is displayed leads to the same place.
    const auto again = parseDatabaseUrl(parsed.value().display());
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error()));
    for (const DatabaseUrl &url : {parsed.value(), again.value()}) {
        QCOMPARE(url.kind, DatabaseUrl::Kind::Mysql);
        QTEST(url.user, "user");
        QTEST(url.host, "host");
        QTEST(url.port, "port");
        QTEST(url.socket, "socket");
        QTEST(url.database, "database");
        QTEST(url.passwordFile, "passwordFile");
        QCOMPARE(url.display(), display);
    }
}

void TestDatabaseUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const char *says) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(says);
    };
    row("", "begins with managed:");
    row("postgres://u@h/db", "begins with managed:");
    row("managed://folder", "begins with managed:");
    row("mysql://", "names no user");
    row("mysql://h/db", "names no user");
    row("mysql://u@h", "must name one database");
    row("mysql://u@h/", "must name one database");
    row("mysql://u@h/a/b", "must name one database");
    row("mysql://u@/db", "neither a host nor a socket");
    row("mysql://u@h/db?socket=/s", "only one of them");
    row("mysql://u@/db?socket=s", "absolute path");
    row("mysql://u@/db?socket=/a;b", "absolute path");
    row("mysql://u@h:0/db", "port of 1 to 65535");
    row("mysql://u@h:65536/db", "port of 1 to 65535");
    row("mysql://u@h:x/db", "port of 1 to 65535");
    row("mysql://u@h/db#part", "cannot be read");
    row("mysql://u@h/db?sokcet=/s", "unknown setting");
    row("mysql://u@h/shop%00x", "control character");
    row("mysql://u@h/shop%0Ax", "control character");
    row("mysql://u%01@h/shop", "control character");
    row("mysql://u@/shop?socket=/a%00b", "control character");
    row("mysql://u@/shop?socket=/a&password-file=/b%7F", "control character");
    QTest::newRow("folder with a NUL")
        << QStringLiteral("managed:/a") + QChar(u'\0') << QStringLiteral("NUL");
    QTest::newRow("long socket") << QStringLiteral("mysql://u@/db?socket=/") +
                                        QString(107, QLatin1Char('s'))
                                 << QStringLiteral("at most 107 bytes");
}

void TestDatabaseUrl::refuses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto parsed = parseDatabaseUrl(text);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().contains(says), qPrintable(parsed.error()));
}

void TestDatabaseUrl::neverRepeatsAPassword_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {
             "mysql://u:s3cret@h/db",
             "mysql://u:s3cret@h:3306/db?socket=/a",
             "mysql://u:s3c/s3cret@h/db",
             "mysql://u:s3c?s3cret@h/db",
             "mysql://u:s3c#s3cret@h/db",
             "mysql://u:s3c@s3cret@h/db",
             "mysql://:s3cret@h/db",
             "mysql://u:s3cret/db",
             "mysql://u@h/db?password=s3cret",
             "mysql://u@h/db?s3cret",
             "mysql://u@h/db#s3cret",
             "mysql:u:s3cret@h/db",
             "mariadb://u:s3cret@h/db",
         }) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestDatabaseUrl::neverRepeatsAPassword()
{
    QFETCH(const QString, text);
    const auto parsed = parseDatabaseUrl(text);
    QVERIFY(!parsed.ok());
    QVERIFY2(!parsed.error().contains(QStringLiteral("s3c")), qPrintable(parsed.error()));
    if (text.startsWith(QStringLiteral("mysql://u:")) && text.contains(QLatin1Char('@'))) {
        QVERIFY(parsed.error().contains(QStringLiteral("STAMPEDE_DB_PASSWORD")));
    }
}

void TestDatabaseUrl::knowsThisMachine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("local");
    const auto row = [](const char *text, bool local) {
        QTest::newRow(text) << QString::fromLatin1(text) << local;
    };
    row("managed:", true);
    row("managed:/some/folder", true);
    row("mysql://u@/db?socket=/s", true);
    row("mysql://u@localhost/db", true);
    row("mysql://u@LOCALHOST/db", true);
    row("mysql://u@127.0.0.1/db", true);
    row("mysql://u@127.8.9.1/db", true);
    row("mysql://u@[::1]/db", true);
    row("mysql://u@0.0.0.0/db", true);
    row("mysql://u@192.0.2.7/db", false);
    row("mysql://u@[2001:db8::7]/db", false);
    row("mysql://u@db.example/db", false);
    row("mysql://u@localhost.example/db", false);
}

void TestDatabaseUrl::knowsThisMachine()
{
    QFETCH(const QString, text);
    const auto parsed = parseDatabaseUrl(text);
    QVERIFY(parsed.ok());
    QTEST(parsed.value().isLocal(), "local");
}

void TestDatabaseUrl::ownInterfacesAreLocal()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    QVERIFY(!addresses.isEmpty());
    for (QHostAddress address : addresses) {
        address.setScopeId({});
        DatabaseUrl url;
        url.kind = DatabaseUrl::Kind::Mysql;
        url.host = address.toString();
        QVERIFY2(url.isLocal(), qPrintable(url.host));
    }
}

void TestDatabaseUrl::readsThePassword()
{
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Mysql;
    QCOMPARE(readPassword(url).value(), QString());
    qputenv("STAMPEDE_DB_PASSWORD", "from the environment");
    QCOMPARE(readPassword(url).value(), QStringLiteral("from the environment"));

    const QTemporaryDir folder;
    url.passwordFile = folder.filePath(QStringLiteral("password"));
    const auto missing = readPassword(url);
    QVERIFY(!missing.ok());
    QVERIFY(missing.error().contains(url.passwordFile));

    QFile file(url.passwordFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(" ünder the mat \r\nsecond line\n") > 0);
    file.close();
    QCOMPARE(readPassword(url).value(), QStringLiteral(" ünder the mat "));
}

} // namespace tst_database_url

STAMPEDE_TEST(tst_database_url::TestDatabaseUrl)
#include "tst_database_url.moc"
