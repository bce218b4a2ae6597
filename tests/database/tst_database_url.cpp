// SPDX-License-Identifier: MIT
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
    void readsTls_data();
    void readsTls();
    void readsJava_data();
    void readsJava();
    void ownInterfacesAreLocal();
    void passwordIsKeptForItsAccount();
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

void TestDatabaseUrl::readsTls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("files");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *query, const char *mode, const char *files,
                        const char *error = "") {
        QTest::newRow(query) << QLatin1String("mysql://qa@h/shop") + QLatin1String(query)
                             << QString::fromLatin1(mode) << QString::fromLatin1(files)
                             << QString::fromLatin1(error);
    };
    row("", "prefer", "||");
    row("?tls=off", "off", "||");
    row("?tls=prefer", "prefer", "||");
    row("?tls=require", "require", "||");
    row("?tls=verify&tls-ca=/a b/ca.pem", "verify", "/a b/ca.pem||");
    row("?tls-cert=c.pem&tls-key=k.pem&tls-ca=ca.pem", "prefer", "ca.pem|c.pem|k.pem");
    row("?tls=yes", "", "", "must be one of: off, prefer, require, verify");
    row("?tls=off&tls-ca=ca.pem", "", "", "only one of them can be meant");
    row("?tls-key=k.pem", "", "", "without tls-cert");
    row("?tlsca=x", "", "", "unknown setting");
}

void TestDatabaseUrl::readsTls()
{
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    const auto parsed = parseDatabaseUrl(text);
    QCOMPARE(parsed.ok(), error.isEmpty());
    if (!parsed) {
        QVERIFY2(parsed.error().contains(error), qPrintable(parsed.error()));
        return;
    }
    const auto again = parseDatabaseUrl(parsed.value().display());
    QVERIFY(again.ok());
    for (const DatabaseTls &tls : {parsed.value().tls, again.value().tls}) {
        QTEST(databaseTlsKey(tls.mode), "mode");
        QTEST(QStringList({tls.ca, tls.certificate, tls.key}).join(QLatin1Char('|')), "files");
    }
    const auto socket = parseDatabaseUrl(QStringLiteral("mysql://qa@/shop?socket=/s"));
    QCOMPARE(socket.value().tls.mode, DatabaseTls::Mode::Off);
    QVERIFY(!parseDatabaseUrl(QStringLiteral("mysql://qa@/shop?socket=/s&tls=verify")).ok());
}

void TestDatabaseUrl::readsJava_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("dropped");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *text, const char *display, const char *dropped,
                        const char *error = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(display)
                            << QString::fromUtf8(dropped) << QString::fromUtf8(error);
    };
    row("jdbc:mysql://localhost:3307/shop?useSSL=false&serverTimezone=Asia/Seoul&user=qa",
        "mysql://qa@localhost:3307/shop?tls=off", "serverTimezone");
    row("jdbc:mariadb://h/shop?user=qa&sslMode=verify-full&serverSslCert=/ca.pem",
        "mysql://qa@h:3306/shop?tls=verify&tls-ca=/ca.pem", "");
    row("jdbc:mysql://h/shop?user=qa&sslMode=REQUIRED&allowPublicKeyRetrieval=true&a=b",
        "mysql://qa@h:3306/shop?tls=require", "allowPublicKeyRetrieval,a");
    row("jdbc:mysql://h/shop?user=qa&sslMode=PREFERRED", "mysql://qa@h:3306/shop", "");
    row("jdbc:mariadb://localhost/shop?user=qa&localSocket=/run/s.sock",
        "mysql://qa@/shop?socket=/run/s.sock", "");
    row("jdbc:mysql://h:3306/shop?useSSL=false", "", "", "names no user");
    row("jdbc:mysql://h/shop?user=qa&password=hunter2", "", "", "contains a password");
    row("jdbc:mysql://h1,h2/shop?user=qa", "", "", "cannot be read");
    row("jdbc:mysql:replication://h1/shop?user=qa", "", "", "begins with");
}

void TestDatabaseUrl::readsJava()
{
    QFETCH(const QString, text);
    QFETCH(const QString, error);
    const auto parsed = parseDatabaseUrl(text);
    QCOMPARE(parsed.ok(), error.isEmpty());
    if (!parsed) {
        QVERIFY2(parsed.error().contains(error), qPrintable(parsed.error()));
        QVERIFY(!parsed.error().contains(QLatin1String("hunter2")));
        return;
    }
    QTEST(parsed.value().display(), "display");
    QTEST(parsed.value().dropped.join(QLatin1Char(',')), "dropped");
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

void TestDatabaseUrl::passwordIsKeptForItsAccount()
{
    const DatabaseUrl url =
        parseDatabaseUrl(QStringLiteral("mysql://reader@127.0.0.1:3307/shop")).value();
    const DatabaseUrl other =
        parseDatabaseUrl(QStringLiteral("mysql://writer@127.0.0.1:3307/shop")).value();
    qputenv("STAMPEDE_DB_PASSWORD", "of the environment");
    keepPassword(url, QStringLiteral("typed"));
    QCOMPARE(readPassword(url).value(), QStringLiteral("typed"));
    QCOMPARE(readPassword(other).value(), QStringLiteral("of the environment"));
    QVERIFY(!url.display().contains(QLatin1String("typed")));
    keepPassword(url, {});
    QCOMPARE(readPassword(url).value(), QStringLiteral("of the environment"));
}

} // namespace tst_database_url

STAMPEDE_TEST(tst_database_url::TestDatabaseUrl)
#include "tst_database_url.moc"
