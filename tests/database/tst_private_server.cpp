// SPDX-License-Identifier: MIT
// Proves that a private server comes up from nothing, keeps its data from start to start, stays out
// of the way of others and of the network, and that whatever keeps it from starting is said by
// name.

#include "database/private_server.h"

#include "support/server_process.h"
#include "test_program.h"

#include <QtTest>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <csignal>

namespace tst_private_server {

using namespace stampede;
using namespace stampede::test;

namespace {

using Kind = ServerFailure::Kind;

/// The inodes of all TCP sockets that the process holds open.
QStringList tcpSocketsOf(qint64 process)
{
    QStringList known;
    for (const char *table : {"tcp", "tcp6"}) {
        QFile file(QStringLiteral("/proc/%1/net/%2")
                       .arg(QString::number(process), QString::fromLatin1(table)));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
                known += line.simplified().section(QLatin1Char(' '), 9, 9);
            }
        }
    }
    QStringList found;
    const QDir open(QStringLiteral("/proc/%1/fd").arg(process));
    for (const QString &name :
         open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        const QString inode = QFileInfo(open.filePath(name))
                                  .symLinkTarget()
                                  .section(QLatin1Char('['), 1)

                                  .remove(QLatin1Char(']'));
        if (!inode.isEmpty() && known.contains(inode)) {
            found += inode;
        }
    }
    return found;
}

} // namespace

class TestPrivateServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_folder = makeReachableFolder(); }
    void init();
    void firstStartSetsUpAndTheNextReuses();
    void twoAtOnceDoNotMeet();
    void staysOffTheNetwork();
    void keepsTemporaryFilesToItself();
    void killedComesBackAsItWas();
    void frozenGoesOn();
    void socketFolderIsPrivateAndRemoved();
    void moreConnectionsOnDemand();
    void brokenOffInstallationIsMadeAgain();
    void deadServerIsNoticed();
    void missingProgramIsNamed();
    void foreignFolderIsRefused();
    void closedFolderIsNamed();
    void corruptedDataGivesLastWords();

private:
    Result<std::unique_ptr<PrivateServer>, ServerFailure> start(const QString &root);
    std::unique_ptr<PrivateServer> started();

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_progress;
};

void TestPrivateServer::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_progress.clear();
}

Result<std::unique_ptr<PrivateServer>, ServerFailure> TestPrivateServer::start(const QString &root)
{
    PrivateServerSettings settings;
    settings.root = root;
    return PrivateServer::start(settings, [this](const QString &line) { m_progress += line; });
}

std::unique_ptr<PrivateServer> TestPrivateServer::started()
{
    auto result = start(m_folder->filePath(QStringLiteral("servers")));
    if (!result.ok()) {
        qFatal("%s\n%s", qUtf8Printable(result.error().message),
               qUtf8Printable(result.error().lastWords.join(QLatin1Char('\n'))));
    }
    return std::move(result).value();
}

void TestPrivateServer::firstStartSetsUpAndTheNextReuses()
{
    qint64 process = 0;
    QString folder;
    {
        const auto server = started();
        QCOMPARE(m_progress.size(), 2);
        QVERIFY(m_progress.first().startsWith(QStringLiteral("Setting up a private MariaDB")));
        process = server->processId();
        folder = server->dataFolder();
        QVERIFY(server->isRunning());
        QVERIFY(isAlive(process));
        QCOMPARE(nameOf(process), QStringLiteral("mariadbd"));
        QCOMPARE(nameOf(parentOf(process)), QStringLiteral("mariadb-keeper"));
        QVERIFY(QFile::exists(server->errorLog()));
        QCOMPARE(server->connectionSettings().database, QStringLiteral("stampede"));
        const auto connection = Connection::open(server->connectionSettings());
        QVERIFY(connection.ok());
        QVERIFY(connection.value()->execute(QStringLiteral("CREATE TABLE kept (id INT)")).ok());
    }
    QVERIFY(!isAlive(process));

    m_progress.clear();
    const auto server = started();
    QCOMPARE(m_progress, QStringList(QStringLiteral("Starting the private MariaDB.")));
    QCOMPARE(server->dataFolder(), folder);
    const auto connection = Connection::open(server->connectionSettings());
    QVERIFY(connection.ok());
    QVERIFY(connection.value()->execute(QStringLiteral("DROP TABLE kept")).ok());
}

void TestPrivateServer::twoAtOnceDoNotMeet()
{
    const auto first = started();
    auto second = started();
    QVERIFY(first->dataFolder() != second->dataFolder());
    QVERIFY(first->connectionSettings().socket != second->connectionSettings().socket);
    const qint64 process = second->processId();
    second.reset();
    QVERIFY(!isAlive(process));
    QVERIFY(answers(first->connectionSettings()));
}

void TestPrivateServer::staysOffTheNetwork()
{
    const auto server = started();
    const auto connection = Connection::open(server->connectionSettings());
    QVERIFY(connection.ok());
    QCOMPARE(connection.value()->value(QStringLiteral("SELECT @@skip_networking")).value().toInt(),
             1);
    QCOMPARE(connection.value()->value(QStringLiteral("SELECT @@port")).value().toInt(), 0);
    QCOMPARE(tcpSocketsOf(server->processId()), QStringList());
    if (geteuid() == 0) {
        QVERIFY(QFileInfo(QStringLiteral("/proc/%1").arg(server->processId())).ownerId() != 0);
    }
}

void TestPrivateServer::keepsTemporaryFilesToItself()
{
    const auto server = started();
    const auto connection = Connection::open(server->connectionSettings());
    QVERIFY(connection.ok());
    const auto folder = connection.value()->value(QStringLiteral("SELECT @@tmpdir"));
    QVERIFY(folder.ok());
    QVERIFY2(folder.value().toString().startsWith(server->dataFolder()),
             qPrintable(folder.value().toString()));
}

void TestPrivateServer::killedComesBackAsItWas()
{
    const auto server = started();
    const ConnectionSettings settings = server->connectionSettings();
    QVERIFY(server->ensureConnections(333).ok());
    const auto before = Connection::open(settings);
    QVERIFY(before.ok());
    QVERIFY(before.value()->execute(QStringLiteral("CREATE OR REPLACE TABLE kept (n INT)")).ok());
    QVERIFY(before.value()->execute(QStringLiteral("INSERT INTO kept VALUES (42)")).ok());
    const qint64 process = server->processId();

    server->kill();
    QVERIFY(!server->isRunning());
    QVERIFY(!isAlive(process));
    QVERIFY(!answers(settings));
    QVERIFY(!before.value()->execute(QStringLiteral("SELECT 1")).ok());
    server->kill(); // nobody is there any more

    const auto back = server->restart();
    QVERIFY2(back.ok(), back.ok() ? "" : qPrintable(back.error().message));
    QVERIFY(server->isRunning());
    QVERIFY(server->processId() != process);
    const auto after = Connection::open(settings); // as before, under the same socket
    QVERIFY(after.ok());
    QCOMPARE(after.value()->value(QStringLiteral("SELECT n FROM kept")).value().toInt(), 42);
    QCOMPARE(after.value()->value(QStringLiteral("SELECT @@max_connections")).value().toInt(), 333);
    const QFileInfo folder(QFileInfo(settings.socket).path());
    QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                     QFile::ReadOther | QFile::WriteOther | QFile::ExeOther),
             QFile::Permissions());
}

void TestPrivateServer::frozenGoesOn()
{
    auto server = started();
    ConnectionSettings settings = server->connectionSettings();
    settings.readTimeoutSeconds = 1;
    settings.connectTimeoutSeconds = 1;
    const qint64 process = server->processId();
    server->freeze();
    QTRY_COMPARE(statField(process, 0), QStringLiteral("T"));
    QVERIFY(server->isRunning()); // it lives, and says nothing
    QVERIFY(!answers(settings));
    server->thaw();
    QVERIFY(answers(server->connectionSettings()));
    // Frozen it ends all the same.
    server->freeze();
    server.reset();
    QVERIFY(!isAlive(process));
}

void TestPrivateServer::socketFolderIsPrivateAndRemoved()
{
    auto server = started();
    const QString socket = server->connectionSettings().socket;
    QVERIFY(QFile::encodeName(socket).size() <= 100);
    const QFileInfo folder(QFileInfo(socket).path());
    QCOMPARE(folder.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                     QFile::ReadOther | QFile::WriteOther | QFile::ExeOther),
             QFile::Permissions());
    server.reset();
    QVERIFY(!QFile::exists(socket));
    QVERIFY(!QFile::exists(folder.filePath()));
}

void TestPrivateServer::moreConnectionsOnDemand()
{
    const auto server = started();
    const auto connection = Connection::open(server->connectionSettings());
    QVERIFY(connection.ok());
    const auto allowed = [&connection] {
        return connection.value()
            ->value(QStringLiteral("SELECT @@GLOBAL.max_connections"))
            .value()
            .toInt();
    };
    QCOMPARE(allowed(), 151);
    QVERIFY(server->ensureConnections(100).ok());
    QCOMPARE(allowed(), 151);
    QVERIFY(server->ensureConnections(2'020).ok());
    QCOMPARE(allowed(), 2'020);
}

void TestPrivateServer::brokenOffInstallationIsMadeAgain()
{
    const QString folder = started()->dataFolder();
    QFile marker(folder + QStringLiteral("/stampede-data"));
    QVERIFY(marker.open(QIODevice::ReadWrite));
    const QByteArray firstLine = marker.readLine();
    QVERIFY(marker.resize(firstLine.size()));
    marker.close();
    QVERIFY(QFile::remove(folder + QStringLiteral("/data/ibdata1")));

    m_progress.clear();
    const auto server = started();
    QCOMPARE(server->dataFolder(), folder);
    QCOMPARE(m_progress.size(), 2);
    QVERIFY(answers(server->connectionSettings()));
}

void TestPrivateServer::deadServerIsNoticed()
{
    const auto server = started();
    QVERIFY(server->isRunning());
    QCOMPARE(::kill(static_cast<pid_t>(server->processId()), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!server->isRunning(), 10'000);
    QVERIFY(!server->ensureConnections(1).ok());
}

void TestPrivateServer::missingProgramIsNamed()
{
    PrivateServerSettings settings;
    settings.root = m_folder->filePath(QStringLiteral("untouched"));
    settings.programFolders = {m_folder->path(), QStringLiteral("/not/there")};
    const auto result = PrivateServer::start(settings, [](const QString &) {});
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Kind::NotInstalled);
    for (const QString &part : {m_folder->path(), QStringLiteral("/not/there"),
                                QStringLiteral("apt-get install mariadb-server-core")}) {
        QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
    }
    QVERIFY(!QFile::exists(settings.root));
}

void TestPrivateServer::foreignFolderIsRefused()
{
    const QString root = m_folder->filePath(QStringLiteral("letters"));
    QVERIFY(QDir().mkpath(root));
    QFile letter(root + QStringLiteral("/letter"));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    const auto result = start(root);
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Kind::BadFolder);
    QVERIFY2(result.error().message.contains(root), qPrintable(result.error().message));
    QCOMPARE(QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList(QStringLiteral("letter")));
}

void TestPrivateServer::closedFolderIsNamed()
{
    // Root may write anywhere, but the account that the server runs as cannot pass a private
    // folder; anybody else is stopped by a folder without write permission.
    const QString closed = m_folder->filePath(QStringLiteral("closed"));
    QVERIFY(QDir().mkpath(closed));
    QVERIFY(QFile::setPermissions(closed, geteuid() == 0 ? QFile::ReadOwner | QFile::WriteOwner |
                                                               QFile::ExeOwner
                                                         : QFile::ReadOwner | QFile::ExeOwner));
    const auto result = start(closed + QStringLiteral("/servers"));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Kind::BadFolder);
    QVERIFY2(result.error().message.contains(closed), qPrintable(result.error().message));
    QVERIFY2(result.error().message.contains(QStringLiteral("managed:DIR")),
             qPrintable(result.error().message));
}

void TestPrivateServer::corruptedDataGivesLastWords()
{
    const QString folder = started()->dataFolder();
    for (const char *name : {"/data/ibdata1", "/data/ib_logfile0"}) {
        QFile file(folder + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(262'144, 'x')) > 0);
    }
    const auto result = start(m_folder->filePath(QStringLiteral("servers")));
    QVERIFY(!result.ok());
    QCOMPARE(result.error().kind, Kind::Died);
    QVERIFY(!result.error().lastWords.isEmpty());
    QVERIFY(result.error().lastWords.size() <= 5);
    QVERIFY2(result.error().message.contains(result.error().lastWords.last()),
             qPrintable(result.error().message));
    QVERIFY2(result.error().message.contains(folder), qPrintable(result.error().message));

    // The lock is free again and the remedy that the message names works.
    QVERIFY(QDir(folder).removeRecursively());
    QCOMPARE(started()->dataFolder(), folder);
}

} // namespace tst_private_server

STAMPEDE_TEST(tst_private_server::TestPrivateServer)
#include "tst_private_server.moc"
