// SPDX-License-Identifier: MIT
// Proves that a relay carries every byte in its order both ways, and that while it delays, cuts or
// is half-open a connection sees just that, and afterwards works again.

#include "relay/network_relay.h"
#include "test_program.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

namespace tst_network_relay {

using namespace stampede;
using namespace std::chrono_literals;

namespace {

/// Answers each connection with what it says.
class Echo
{
public:
    Echo()
    {
        STAMPEDE_CHECK(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++m_open;
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [socket] { socket->write(socket->readAll()); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                    --m_open;
                    socket->deleteLater();
                });
            }
        });
    }
    [[nodiscard]] RelayPlace place() const { return {{}, "127.0.0.1", m_server.serverPort()}; }
    [[nodiscard]] int open() const { return m_open; }

private:
    QTcpServer m_server;
    int m_open = 0;
};

/// What came, once it is so long, or after a while.
QByteArray heard(QTcpSocket &socket, qint64 size)
{
    static_cast<void>(QTest::qWaitFor([&] { return socket.bytesAvailable() >= size; }, 30'000));
    return socket.readAll();
}

} // namespace

class TestNetworkRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void carriesEveryByte();
    void listensAtALocalSocket();
    void delaysAnswers();
    void cutsAndRefuses();
    void halfOpenTellsNobody();
    void targetThatIsNotThereClosesTheLine();
    void placesThatCannotBe();

private:
    std::unique_ptr<QTcpSocket> connected();

    std::unique_ptr<Echo> m_echo;
    std::unique_ptr<NetworkRelay> m_relay;
};

void TestNetworkRelay::init()
{
    m_echo = std::make_unique<Echo>();
    auto started = NetworkRelay::start({{}, "127.0.0.1", 0}, m_echo->place());
    QVERIFY2(started.ok(), started.ok() ? "" : started.error().c_str());
    m_relay = std::move(started).value();
}

void TestNetworkRelay::cleanup()
{
    m_relay.reset();
    m_echo.reset();
}

std::unique_ptr<QTcpSocket> TestNetworkRelay::connected()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), m_relay->port());
    return socket;
}

void TestNetworkRelay::carriesEveryByte()
{
    QByteArray sent(3'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < sent.size(); ++i) {
        sent[i] = static_cast<char>((i * 31 + i / 257) & 0x7F);
    }
    const auto first = connected();
    const auto second = connected();
    first->write(sent);
    second->write("hello");
    QByteArray back;
    QTRY_VERIFY_WITH_TIMEOUT((back += first->readAll()).size() >= sent.size(), 30'000);
    QVERIFY(back == sent);
    QTRY_COMPARE(second->bytesAvailable(), qint64{5});
    QCOMPARE(second->readAll(), QByteArray("hello"));
    QCOMPARE(m_relay->open(), std::size_t{2});
    first->disconnectFromHost();
    QTRY_COMPARE(m_relay->open(), std::size_t{1});
    QTRY_COMPARE(m_echo->open(), 1);
}

void TestNetworkRelay::listensAtALocalSocket()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.sock"));
    auto relay = NetworkRelay::start({path.toStdString(), {}, 0}, m_echo->place());
    QVERIFY(relay.ok());
    QCOMPARE(relay.value()->port(), std::uint16_t{0});
    QLocalSocket socket;
    socket.connectToServer(path);
    socket.write("over there");
    QTRY_COMPARE(socket.bytesAvailable(), qint64{10});
    // And to one: what comes in there is what went out here.
    auto back = NetworkRelay::start({{}, "127.0.0.1", 0}, {path.toStdString(), {}, 0});
    QVERIFY(back.ok());
    QTcpSocket farther;
    farther.connectToHost(QHostAddress(QHostAddress::LocalHost), back.value()->port());
    farther.write("twice");
    QTRY_COMPARE(farther.bytesAvailable(), qint64{5});
    farther.abort();
    relay.value().reset();
    QVERIFY(!QFile::exists(path));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
}

void TestNetworkRelay::delaysAnswers()
{
    const auto socket = connected();
    socket->write("a");
    QCOMPARE(heard(*socket, 1), QByteArray("a"));
    QCOMPARE(m_relay->delayAnswers(120ms), std::size_t{1});
    QElapsedTimer clock;
    clock.start();
    socket->write("b");
    QCOMPARE(heard(*socket, 1), QByteArray("b"));
    QVERIFY(clock.elapsed() >= 120);
    // New ones too, and the pieces keep their order.
    const auto later = connected();
    clock.start();
    QTRY_COMPARE(later->state(), QAbstractSocket::ConnectedState);
    later->write("1");
    later->flush();
    later->write("2");
    QTRY_COMPARE(later->bytesAvailable(), qint64{2});
    QVERIFY(clock.elapsed() >= 120);
    QCOMPARE(later->readAll(), QByteArray("12"));
    m_relay->heal();
    later->write("3");
    QCOMPARE(heard(*later, 1), QByteArray("3"));
}

void TestNetworkRelay::cutsAndRefuses()
{
    const auto socket = connected();
    socket->write("a");
    QCOMPARE(heard(*socket, 1), QByteArray("a"));
    QCOMPARE(m_relay->cut(), std::size_t{1});
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_echo->open(), 0);
    QTcpSocket meanwhile; // no byte of it can have left
    meanwhile.connectToHost(QHostAddress::LocalHost, m_relay->port());
    QTRY_COMPARE(meanwhile.error(), QAbstractSocket::ConnectionRefusedError);
    m_relay->heal();
    const auto afterwards = connected();
    afterwards->write("c");
    QCOMPARE(heard(*afterwards, 1), QByteArray("c"));
}

void TestNetworkRelay::halfOpenTellsNobody()
{
    const auto socket = connected();
    const auto leaving = connected();
    socket->write("a");
    leaving->write("a");
    QCOMPARE(heard(*socket, 1), QByteArray("a"));
    QCOMPARE(heard(*leaving, 1), QByteArray("a"));
    QTRY_COMPARE(m_echo->open(), 2);
    QCOMPARE(m_relay->goSilent(), std::size_t{2});
    socket->write("lost");
    leaving->abort(); // the other side is not told
    const auto meanwhile = connected();
    QTRY_COMPARE(meanwhile->state(), QAbstractSocket::ConnectedState);
    meanwhile->write("b");
    QTRY_COMPARE(m_relay->open(), std::size_t{3});
    // Somebody past the relay gets through all the same: time enough has gone by.
    QTcpSocket direct;
    direct.connectToHost(QHostAddress(QHostAddress::LocalHost), m_echo->place().port);
    direct.write("direct");
    QTRY_COMPARE(direct.bytesAvailable(), qint64{6});
    QCOMPARE(socket->bytesAvailable(), qint64{0});
    QCOMPARE(meanwhile->bytesAvailable(), qint64{0});
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_echo->open(), 3);
    m_relay->heal();
    QCOMPARE(m_relay->open(), std::size_t{0});
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(meanwhile->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_echo->open(), 1);
    const auto afterwards = connected();
    afterwards->write("c");
    QCOMPARE(heard(*afterwards, 1), QByteArray("c"));
}

void TestNetworkRelay::targetThatIsNotThereClosesTheLine()
{
    m_echo.reset();
    const auto socket = connected();
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(m_relay->open(), std::size_t{0});
}

void TestNetworkRelay::placesThatCannotBe()
{
    QVERIFY(!NetworkRelay::start({"/nowhere/at/all.sock", {}, 0}, m_echo->place()).ok());
    QVERIFY(!NetworkRelay::start({{}, "127.0.0.1", m_relay->port()}, m_echo->place()).ok());
    const auto named = NetworkRelay::start({{}, "127.0.0.1", 0}, {{}, "host.invalid", 1});
    QVERIFY(!named.ok());
    QVERIFY(named.error().find("host.invalid") != std::string::npos);
}

} // namespace tst_network_relay

STAMPEDE_TEST(tst_network_relay::TestNetworkRelay)
#include "tst_network_relay.moc"
