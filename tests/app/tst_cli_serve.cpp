// SPDX-License-Identifier: MIT
// Proves `stampede-cli serve` as its users meet it: the first line, exit codes, the log, how it
// ends.

#include "database/private_server.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <csignal>

namespace tst_cli_serve {

using namespace stampede;

namespace {

/// On a real disk, and the server may run as another account.
const QString kServerFolder = QStringLiteral("/var/tmp/stampede-serve-XXXXXX");

bool canBeEntered(const QTemporaryDir &folder)
{
    return folder.isValid() &&
           QFile::setPermissions(folder.path(), QFile::permissions(folder.path()) |
                                                    QFile::ExeGroup | QFile::ExeOther);
}

} // namespace

class TestCliServe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faultsAreTold_data();
    void faultsAreTold();
    void takenPortIsToldBeforeTheDatabase();
    void foreignTablesAreLeftAlone();
    void servesUntilTerm();
    void secondInterruptEndsAtOnce();
    void databaseThatGoesAndComesBack();
    void privateServerThatDied();

private:
    void start(QProcess &process, const QStringList &words, const QString &token = {}) const;
    /// The first line of output, waited for.
    static QJsonObject firstLine(QProcess &process);
    /// Sends a request and reads until the service hangs up.
    static QByteArray ask(const QString &address, const QByteArray &method, const QByteArray &path,
                          const QByteArray &body = {}, const QByteArray &fields = {});
    /// A fresh database, as --database takes it.
    static QString freshDatabase();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliServe::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestCliServe::freshDatabase()
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    return QStringLiteral("mysql://%1@/%2?socket=%3")
        .arg(settings.user, settings.database, settings.socket);
}

void TestCliServe::start(QProcess &process, const QStringList &words, const QString &token) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_folder->filePath(QStringLiteral("data")));
    environment.remove(QStringLiteral("STAMPEDE_API_TOKEN"));
    if (!token.isEmpty()) {
        environment.insert(QStringLiteral("STAMPEDE_API_TOKEN"), token);
    }
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), QStringList{QStringLiteral("serve")} + words);
    QVERIFY(process.waitForStarted());
}

QJsonObject TestCliServe::firstLine(QProcess &process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(60'000)) {
            qWarning("%s", process.readAllStandardError().constData());
            return {};
        }
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

QByteArray TestCliServe::ask(const QString &address, const QByteArray &method,
                             const QByteArray &path, const QByteArray &body,
                             const QByteArray &fields)
{
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected()) {
        return {};
    }
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + fields +
                 "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.waitForReadyRead()) {
    }
    return socket.readAll();
}

void TestCliServe::faultsAreTold_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *words, int code, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words) << code << QString::fromLatin1(says);
    };
    add("hundred-users", 2, "serve takes options only; hundred-users is none.");
    add("--seed 3", 2, "--seed");
    add("--listen 8080", 2, "HOST:PORT");
    add("--listen 0.0.0.0:0", 2, "STAMPEDE_API_TOKEN");
    add("--connections 0", 2, "from 1 to 1000");
    add("--connections 1001", 2, "from 1 to 1000");
    add("--log /no/such/log --listen 127.0.0.1:0", 2, "/no/such/log cannot be written");
    add("--database mysql://a:geheim@h/d", 2, "password");
    add("--database mysql://a@db.example.invalid/d --listen 127.0.0.1:0", 96, "--allow-host");
    add("--database mysql://a@/d?socket=/no/s --listen 127.0.0.1:0", 96, "/no/s");
    add("--listen 192.0.2.1:0", 2, "STAMPEDE_API_TOKEN");
    add("--set load.vus=5", 104, "--set load.vus: serve has no load");
    add("--set target.kind=http", 104, "--set target.kind: serve has no load");
    add("--set thresholds.issued=count==1", 104, "judges nothing");
    add("--set users.pick=fixed", 104, "users.count");
    add("--set service.pause=1y", 104, "--set service.pause");
    add("--set coupon.stok=5", 104, "coupon.stock");
    add("--set coupon.stock=-1 --set load.vus=5", 104, "--set coupon.stock");
}

void TestCliServe::faultsAreTold()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    QProcess process;
    start(process, words.split(QLatin1Char(' ')));
    QVERIFY(process.waitForFinished());
    const QString told = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(process.exitCode(), code);
    QVERIFY2(told.contains(says), qPrintable(told));
    QVERIFY(!told.contains(QStringLiteral("geheim")));
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestCliServe::takenPortIsToldBeforeTheDatabase()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QProcess process;
    // The database is not there either, and is not asked.
    start(process,
          {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(other.serverPort()),
           QStringLiteral("--database"), QStringLiteral("mysql://a@/d?socket=/no/s")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 96);
    const QString told = QString::fromUtf8(process.readAllStandardError());
    QVERIFY2(
        told.contains(
            QStringLiteral("Another program listens at 127.0.0.1:%1.").arg(other.serverPort())),
        qPrintable(told));
}

void TestCliServe::foreignTablesAreLeftAlone()
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    const auto connection = test::connectTo(settings);
    QVERIFY(connection->execute(QStringLiteral("CREATE TABLE coupons (id INT)")));
    QProcess process;
    start(process,
          {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"),
           QStringLiteral("mysql://%1@/%2?socket=%3")
               .arg(settings.user, settings.database, settings.socket)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 96);
    QVERIFY(process.readAllStandardError().contains("coupons"));
    QVERIFY(connection->execute(QStringLiteral("INSERT INTO coupons VALUES (1)")));
}

void TestCliServe::servesUntilTerm()
{
    const QString log = m_folder->filePath(QStringLiteral("service.log"));
    QProcess process;
    start(process,
          {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"),
           freshDatabase(), QStringLiteral("--set"), QStringLiteral("coupon.stock=1"),
           QStringLiteral("--set"), QStringLiteral("users.count=5"), QStringLiteral("--set"),
           QStringLiteral("service.layers.duplicateCheck=false"), QStringLiteral("--connections"),
           QStringLiteral("3"), QStringLiteral("--log"), log, QStringLiteral("--quiet")},
          QStringLiteral("s3cret"));
    const QJsonObject line = firstLine(process);
    QCOMPARE(line.keys(), (QStringList{QStringLiteral("address"), QStringLiteral("coupon"),
                                       QStringLiteral("database")}));
    QCOMPARE(line.value(QLatin1String("coupon")).toInt(), 1);
    const QString address = line.value(QLatin1String("address")).toString();
    QVERIFY2(address.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(address));
    QVERIFY(ask(address, "GET", "/healthz").startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(ask(address, "GET", "/metrics").startsWith("HTTP/1.1 401 Unauthorized\r\n"));
    const QByteArray token = "Authorization: Bearer s3cret\r\n";
    for (const char *status : {"HTTP/1.1 200 ", "HTTP/1.1 400 "}) {
        const QByteArray asked =
            ask(address, "POST", "/api/coupons/1/issue", R"({"userId":5})", token);
        QVERIFY2(asked.startsWith(status), asked.constData());
    }

    // Another program of ours reaches the rows by the address that is told.
    QProcess audit;
    audit.start(QStringLiteral(STAMPEDE_CLI),
                {QStringLiteral("audit"), QStringLiteral("--quiet"), QStringLiteral("--database"),
                 line.value(QLatin1String("database")).toString()});
    QVERIFY(audit.waitForFinished());
    QVERIFY2(audit.exitCode() == 0, audit.readAllStandardError().constData());

    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    QFile lines(log);
    QVERIFY(lines.open(QIODevice::ReadOnly));
    const QByteArray logged = lines.readAll();
    QCOMPARE(logged.count("Coupon issued successfully."), 1);
    QCOMPARE(logged.count("OUT_OF_STOCK"), 1);
}

void TestCliServe::secondInterruptEndsAtOnce()
{
    const QString log = m_folder->filePath(QStringLiteral("at-once.log"));
    QProcess process;
    start(process, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                    QStringLiteral("--database"), freshDatabase(), QStringLiteral("--set"),
                    QStringLiteral("service.pause=10s"), QStringLiteral("--log"), log});
    const QString address = firstLine(process).value(QLatin1String("address")).toString();
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    socket.write("POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\n"
                 "{\"userId\":7}");
    QVERIFY(socket.waitForBytesWritten());
    QTRY_VERIFY(QFile(log).size() > 0);
    process.setReadChannel(QProcess::StandardError);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    while (!process.readAllStandardError().contains("Ending")) {
        QVERIFY(process.waitForReadyRead());
    }
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 105);
}

void TestCliServe::databaseThatGoesAndComesBack()
{
    const QTemporaryDir folder(kServerFolder);
    QVERIFY(canBeEntered(folder));
    PrivateServerSettings settings;
    settings.root = folder.path();
    settings.maxConnections = 100;
    auto server = PrivateServer::start(settings, [](const QString &) {});
    QVERIFY2(server.ok(), server.ok() ? "" : qPrintable(server.error().message));
    QProcess process;
    start(process,
          {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
           QStringLiteral("--connections"), QStringLiteral("2"), QStringLiteral("--database"),
           QStringLiteral("mysql://root@/stampede?socket=%1")
               .arg(server.value()->connectionSettings().socket)});
    const QString address = firstLine(process).value(QLatin1String("address")).toString();
    QVERIFY(!address.isEmpty());
    const QByteArray path = "/api/coupons/1/issue";
    QVERIFY(ask(address, "POST", path, R"({"userId":1})").startsWith("HTTP/1.1 200"));

    server.value()->kill();
    QByteArray answer;
    int user = 1;
    const auto answers = [&](const char *status) {
        answer = ask(address, "POST", path, "{\"userId\":" + QByteArray::number(++user) + "}");
        return answer.startsWith(QByteArray("HTTP/1.1 ") + status);
    };
    while (!answers("503")) { // the first of each connection may have been carried out
        QVERIFY2(user < 10, answer.constData());
    }
    QVERIFY2(answer.contains("DATABASE_UNAVAILABLE"), answer.constData());
    QVERIFY(ask(address, "GET", "/api/coupons/1").startsWith("HTTP/1.1 503"));
    QByteArray told;
    const auto says = [&process, &told](const char *words) {
        process.waitForReadyRead(100);
        told += process.readAllStandardError();
        return told.contains(words);
    };
    QTRY_VERIFY2(says("The database is gone; requests are answered with 503"), told.constData());

    const auto back = server.value()->restart();
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    QTRY_VERIFY2(says("Requests are carried out again."), told.constData());
    QVERIFY2(answers("200"), answer.constData());
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestCliServe::privateServerThatDied()
{
    const QTemporaryDir folder(kServerFolder);
    QVERIFY(canBeEntered(folder));
    QProcess process;
    start(process, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                    QStringLiteral("--database"), QStringLiteral("managed:") + folder.path()});
    const QString database = firstLine(process).value(QLatin1String("database")).toString();
    QVERIFY(!database.isEmpty());
    ConnectionSettings settings;
    settings.user = QStringLiteral("root");
    settings.socket = QUrlQuery(QUrl(database)).queryItemValue(QStringLiteral("socket"));
    settings.database = QStringLiteral("stampede");
    const QString name =
        test::connectTo(settings)->value(QStringLiteral("SELECT @@pid_file")).value().toString();
    const QString dataFolder =
        test::connectTo(settings)->value(QStringLiteral("SELECT @@datadir")).value().toString();
    QFile pid(QDir(dataFolder).filePath(name));
    QVERIFY2(pid.open(QIODevice::ReadOnly), qPrintable(pid.fileName()));
    const auto serverProcess = static_cast<pid_t>(pid.readAll().trimmed().toLongLong());
    QVERIFY(serverProcess > 1);
    QCOMPARE(::kill(serverProcess, SIGKILL), 0);
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray told = process.readAllStandardError();
    QCOMPARE(process.exitCode(), 96);
    QVERIFY2(told.contains("The private MariaDB has ended, so nothing can be issued"),
             told.constData());
}

} // namespace tst_cli_serve

STAMPEDE_TEST(tst_cli_serve::TestCliServe)
#include "tst_cli_serve.moc"
