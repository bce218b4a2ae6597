// SPDX-License-Identifier: MIT
// Proves on a real server with certificates of its own what each setting of TLS in a database
// address gets: which accounts come in, what is encrypted, and which server is not believed.

#include "database/connection.h"
#include "database/private_server.h"
#include "test_program.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

#include <unistd.h>

namespace tst_database_tls {

using namespace stampede;

namespace {

using Mode = DatabaseTls::Mode;

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

/// The server is a bare mariadbd: one of this program's own has no certificates.
class TestDatabaseTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void comesIn_data();
    void comesIn();
    void saysWhatIsDemanded();
    void serverWithoutTls();

private:
    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    void run(const QString &program, const QStringList &words);
    void start(const QStringList &further);
    void stop();
    [[nodiscard]] ConnectionSettings settings(const QString &user, Mode mode) const;

    QTemporaryDir m_folder{QStringLiteral("/var/tmp/stampede-tls-XXXXXX")};
    std::unique_ptr<QProcess> m_server;
    int m_port = 0;
};

void TestDatabaseTls::run(const QString &program, const QStringList &words)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, words);
    QVERIFY2(process.waitForFinished(120'000) && process.exitCode() == 0,
             (program.toUtf8() + process.readAllStandardError()).constData());
}

void TestDatabaseTls::start(const QStringList &further)
{
    m_port = freePort();
    m_server = std::make_unique<QProcess>();
    m_server->start(
        QStringLiteral("mariadbd"),
        QStringList{QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + file("data"),
                    QStringLiteral("--socket=") + file("s.sock"),
                    QStringLiteral("--pid-file=") + file("pid"),
                    QStringLiteral("--bind-address=127.0.0.1"),
                    QStringLiteral("--port=%1").arg(m_port),
                    QStringLiteral("--innodb-buffer-pool-size=16M")} +
            (geteuid() == 0 ? QStringList{QStringLiteral("--user=nobody")} : QStringList()) +
            further);
    QVERIFY(m_server->waitForStarted());
    ConnectionSettings root;
    root.socket = file("s.sock");
    root.user = QStringLiteral("root");
    QTRY_VERIFY_WITH_TIMEOUT(Connection::open(root).ok(), 60'000);
}

void TestDatabaseTls::stop()
{
    if (m_server) {
        m_server->terminate();
        QVERIFY(m_server->waitForFinished(60'000));
        m_server.reset();
    }
}

ConnectionSettings TestDatabaseTls::settings(const QString &user, Mode mode) const
{
    ConnectionSettings made;
    made.host = QStringLiteral("127.0.0.1");
    made.port = m_port;
    made.user = user;
    made.password = QStringLiteral("pw");
    made.tls.mode = mode;
    return made;
}

void TestDatabaseTls::initTestCase()
{
    QVERIFY(m_folder.isValid());
    const auto openssl = [this](const QString &words) {
        run(QStringLiteral("openssl"), words.split(QLatin1Char(' ')));
    };
    for (const QString &ca : {QStringLiteral("ca"), QStringLiteral("other")}) {
        openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1 -keyout "
                               "%1.key -out %1.pem")
                    .arg(ca));
    }
    const auto signedBy = [&openssl](const QString &name, const QString &subject) {
        openssl(QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=%1 -addext subjectAltName=%2 "
                               "-keyout %1.key -out %1.csr")
                    .arg(name, subject));
        openssl(
            QStringLiteral("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days "
                           "2 -copy_extensions copy -out %1.pem")
                .arg(name));
    };
    signedBy(QStringLiteral("server"), QStringLiteral("IP:127.0.0.1"));
    signedBy(QStringLiteral("client"), QStringLiteral("DNS:client"));
    run(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("a+rX"), m_folder.path()});
    const QStringList asNobody =
        geteuid() == 0 ? QStringList{QStringLiteral("--user=nobody")} : QStringList();
    run(QStringLiteral("mkdir"), {file("data")});
    if (geteuid() == 0) {
        run(QStringLiteral("chown"), {QStringLiteral("nobody"), file("data"), m_folder.path()});
    }
    run(QStringLiteral("mariadb-install-db"),
        QStringList{QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + file("data"),
                    QStringLiteral("--auth-root-authentication-method=normal"),
                    QStringLiteral("--skip-test-db")} +
            asNobody);
    start({QStringLiteral("--ssl-ca=") + file("ca.pem"),
           QStringLiteral("--ssl-cert=") + file("server.pem"),
           QStringLiteral("--ssl-key=") + file("server.key")});
    ConnectionSettings root;
    root.socket = file("s.sock");
    root.user = QStringLiteral("root");
    const auto connection = Connection::open(root);
    QVERIFY(connection.ok());
    for (const auto &[user, demand] :
         {std::pair("plain", "NONE"), {"tls", "SSL"}, {"x509", "X509"}}) {
        QVERIFY(connection.value()
                    ->execute(QStringLiteral("CREATE USER %1@'%' IDENTIFIED BY 'pw' REQUIRE %2")
                                  .arg(QLatin1String(user), QLatin1String(demand)))
                    .ok());
    }
}

void TestDatabaseTls::cleanupTestCase()
{
    stop();
}

void TestDatabaseTls::comesIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<bool>("client");
    QTest::addColumn<QString>("error"); ///< empty: comes in
    QTest::addColumn<bool>("encrypted");
    const auto row = [](const char *name, const char *user, Mode mode, const char *ca, bool client,
                        const char *error, bool encrypted) {
        QTest::newRow(name) << QString::fromLatin1(user) << static_cast<int>(mode)
                            << QString::fromLatin1(ca) << client << QString::fromLatin1(error)
                            << encrypted;
    };
    row("off", "plain", Mode::Off, "", false, "", false);
    row("prefer", "plain", Mode::Prefer, "", false, "", true);
    row("require", "plain", Mode::Require, "", false, "", true);
    row("verify", "plain", Mode::Verify, "ca.pem", false, "", true);
    row("verify by another", "plain", Mode::Verify, "other.pem", false, "is not good for it",
        false);
    row("verify by the system", "plain", Mode::Verify, "", false, "is not good for it", false);
    row("require by another", "plain", Mode::Require, "other.pem", false, "TLS/SSL error", false);
    row("no such file", "plain", Mode::Require, "none.pem", false, "cannot be read", false);
    row("demanded and off", "tls", Mode::Off, "", false, "tls=off", false);
    row("demanded", "tls", Mode::Prefer, "", false, "", true);
    row("demanded and verified", "tls", Mode::Verify, "ca.pem", false, "", true);
    row("certificate demanded", "x509", Mode::Prefer, "ca.pem", true, "", true);
    row("certificate demanded, none given", "x509", Mode::Prefer, "ca.pem", false, "tls-cert",
        false);
}

void TestDatabaseTls::comesIn()
{
    QFETCH(const QString, user);
    QFETCH(const int, mode);
    QFETCH(const QString, ca);
    QFETCH(const bool, client);
    QFETCH(const QString, error);
    ConnectionSettings with = settings(user, static_cast<Mode>(mode));
    with.tls.ca = ca.isEmpty() ? QString() : m_folder.filePath(ca);
    if (client) {
        with.tls.certificate = file("client.pem");
        with.tls.key = file("client.key");
    }
    const auto connection = Connection::open(with);
    if (!error.isEmpty()) {
        QVERIFY(!connection.ok());
        QVERIFY2(connection.error().message.contains(error),
                 qPrintable(connection.error().message));
        QCOMPARE(connection.error().kind, SqlErrorKind::Refused);
        return;
    }
    QVERIFY2(connection.ok(), connection.ok() ? "" : qPrintable(connection.error().message));
    const auto inUse = connection.value()->tlsInUse();
    QVERIFY(inUse.ok());
    QTEST(!inUse.value().isEmpty(), "encrypted");
    QVERIFY(inUse.value().isEmpty() || inUse.value().startsWith(QLatin1String("TLSv1.")));
}

void TestDatabaseTls::saysWhatIsDemanded()
{
    // The certificate is for 127.0.0.1, and this is another name of the same server.
    ConnectionSettings elsewhere = settings(QStringLiteral("plain"), Mode::Verify);
    elsewhere.host = QStringLiteral("localhost");
    elsewhere.tls.ca = file("ca.pem");
    const auto refused = Connection::open(elsewhere);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains(QLatin1String("localhost")),
             qPrintable(refused.error().message));
}

void TestDatabaseTls::serverWithoutTls()
{
    stop();
    start({QStringLiteral("--skip-ssl")});
    const auto preferred = Connection::open(settings(QStringLiteral("plain"), Mode::Prefer));
    QVERIFY2(preferred.ok(), preferred.ok() ? "" : qPrintable(preferred.error().message));
    QCOMPARE(preferred.value()->tlsInUse().value(), QString());
    for (const Mode mode : {Mode::Require, Mode::Verify}) {
        const auto refused = Connection::open(settings(QStringLiteral("plain"), mode));
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().message.contains(QLatin1String("offers no TLS")),
                 qPrintable(refused.error().message));
    }
}

} // namespace tst_database_tls

STAMPEDE_TEST(tst_database_tls::TestDatabaseTls)
#include "tst_database_tls.moc"
