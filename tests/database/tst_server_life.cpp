// SPDX-License-Identifier: MIT
// Proves that a private server ends with its program, however that ends, that signals to the
// program's group do not reach it, and that the next start goes on where the killed one stopped.

#include "database/data_folder.h"
#include "database/private_server.h"

#include "support/server_process.h"
#include "test_program.h"

#include <QtTest>

#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <unistd.h>

#include <csignal>

namespace tst_server_life {

using namespace stampede;
using namespace stampede::test;

namespace {

constexpr int kPatienceMs = 30'000;

/// The holder program in a process group of its own, and what it has said about its server.
class Holder
{
public:
    explicit Holder(const QStringList &arguments)
    {
        m_process.setChildProcessModifier([] { setpgid(0, 0); });
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(SERVER_HOLDER), arguments);
        QStringList lines;
        while (lines.size() < 3 &&
               (m_process.canReadLine() || m_process.waitForReadyRead(kPatienceMs))) {
            while (m_process.canReadLine()) {
                lines += QString::fromUtf8(m_process.readLine()).trimmed();
            }
        }
        m_server = lines.value(0).toLongLong();
        m_supervisor = parentOf(m_server);
        m_folder = lines.value(1);
        m_settings.socket = lines.value(2);
        m_settings.user = QStringLiteral("root");
    }

    [[nodiscard]] bool isReady() const { return m_server > 0 && !m_settings.socket.isEmpty(); }
    [[nodiscard]] qint64 program() const { return m_process.processId(); }
    [[nodiscard]] qint64 server() const { return m_server; }
    [[nodiscard]] qint64 supervisor() const { return m_supervisor; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString socketFolder() const { return QFileInfo(m_settings.socket).path(); }
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }
    bool waitForEnd()
    {
        return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(kPatienceMs);
    }

private:
    QProcess m_process;
    qint64 m_server = 0;
    qint64 m_supervisor = 0;
    QString m_folder;
    ConnectionSettings m_settings;
};

void send(qint64 process, int signal)
{
    QCOMPARE(::kill(static_cast<pid_t>(process), signal), 0);
}

/// Waits until the folder's lock is given up, which the last of program, supervisor and server
/// does.
bool isFree(const QString &folder)
{
    return DataFolder::takeThis(folder, kPatienceMs).ok();
}

} // namespace

class TestServerLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingOutlivesTheProgram_data();
    void nothingOutlivesTheProgram();
    void killedWithItsSupervisor();
    void interruptDoesNotReachTheServer();
    void askedToEndTheSupervisorStays();
    void aStuckServerIsForced();
    void anUncleanEndIsRecovered();

private:
    [[nodiscard]] QStringList arguments() const { return {m_root}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_root;
};

void TestServerLife::initTestCase()
{
    const auto driver = Connection::prepareDriver();
    QVERIFY2(driver.ok(), driver.ok() ? "" : qPrintable(driver.error()));
    m_folder = makeReachableFolder();
    m_root = m_folder->filePath(QStringLiteral("servers"));
}

void TestServerLife::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestServerLife::nothingOutlivesTheProgram_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("wholeGroup");
    QTest::newRow("killed") << SIGKILL << false;
    QTest::newRow("killed with its group") << SIGKILL << true;
    QTest::newRow("terminated with its group") << SIGTERM << true;
    QTest::newRow("hung up") << SIGHUP << true;
}

void TestServerLife::nothingOutlivesTheProgram()
{
    QFETCH(const int, signal);
    QFETCH(const bool, wholeGroup);
    Holder holder(arguments());
    QVERIFY(holder.isReady());
    QVERIFY(answers(holder.settings()));

    send(wholeGroup ? -holder.program() : holder.program(), signal);
    QVERIFY(holder.waitForEnd());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.server()) && !isAlive(holder.supervisor()),
                             kPatienceMs);
    QVERIFY(!QFile::exists(holder.socketFolder()));
    // It was asked to end and could do so in order.
    QFile log(holder.folder() + QStringLiteral("/data/server.log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("Shutdown complete"));
}

void TestServerLife::killedWithItsSupervisor()
{
    Holder holder(arguments());
    QVERIFY(holder.isReady());
    send(holder.supervisor(), SIGKILL);
    send(holder.program(), SIGKILL);
    QVERIFY(holder.waitForEnd());
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.server()) && !isAlive(holder.supervisor()),
                             kPatienceMs);
    QVERIFY(isFree(holder.folder()));

    // Nobody was left to clean up, so the next start does.
    Holder next(arguments());
    QVERIFY(next.isReady());
    QCOMPARE(next.folder(), holder.folder());
    QVERIFY(answers(next.settings()));
    QVERIFY(!QFile::exists(holder.socketFolder()));
    send(next.program(), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(next.supervisor()), kPatienceMs);
}

void TestServerLife::interruptDoesNotReachTheServer()
{
    Holder holder(arguments() + QStringList(QStringLiteral("--ignore-interrupt")));
    QVERIFY(holder.isReady());
    QVERIFY(statField(holder.server(), 3) != statField(holder.program(), 3));
    send(-holder.program(), SIGINT);
    send(-holder.program(), SIGINT);
    QVERIFY(isAlive(holder.program()));
    QVERIFY(answers(holder.settings()));
    send(holder.program(), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.supervisor()), kPatienceMs);
}

void TestServerLife::askedToEndTheSupervisorStays()
{
    Holder holder(arguments());
    QVERIFY(holder.isReady());
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        send(holder.supervisor(), signal);
    }
    QVERIFY(answers(holder.settings()));
    QVERIFY(isAlive(holder.supervisor()));
    send(holder.program(), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.server()) && !isAlive(holder.supervisor()),
                             kPatienceMs);
}

void TestServerLife::aStuckServerIsForced()
{
    Holder holder(arguments());
    QVERIFY(holder.isReady());
    // It cannot act on a request to end, so only force helps.
    send(holder.server(), SIGSTOP);
    send(holder.program(), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.server()) && !isAlive(holder.supervisor()),
                             kPatienceMs);
    QVERIFY(!QFile::exists(holder.socketFolder()));
}

void TestServerLife::anUncleanEndIsRecovered()
{
    Holder holder(arguments());
    QVERIFY(holder.isReady());
    {
        const auto connection = Connection::open(holder.settings());
        QVERIFY(connection.ok());
        for (const char *sql : {"CREATE TABLE stampede.kept (id INT PRIMARY KEY) ENGINE = InnoDB",
                                "INSERT INTO stampede.kept VALUES (1), (2), (3)"}) {
            QVERIFY(connection.value()->execute(QString::fromLatin1(sql)).ok());
        }
    }
    send(holder.server(), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(holder.supervisor()), kPatienceMs);
    send(holder.program(), SIGKILL);
    QVERIFY(holder.waitForEnd());
    QVERIFY(isFree(holder.folder()));

    PrivateServerSettings settings;
    settings.root = m_root;
    const auto server = PrivateServer::start(settings, [](const QString &) {});
    QVERIFY2(server.ok(), server.ok() ? "" : qPrintable(server.error().message));
    QCOMPARE(server.value()->dataFolder(), holder.folder());
    const auto connection = Connection::open(server.value()->connectionSettings());
    QVERIFY(connection.ok());
    QCOMPARE(connection.value()->value(QStringLiteral("SELECT COUNT(*) FROM kept")).value().toInt(),
             3);
}

} // namespace tst_server_life

STAMPEDE_TEST(tst_server_life::TestServerLife)
#include "tst_server_life.moc"
