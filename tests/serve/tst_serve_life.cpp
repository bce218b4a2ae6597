// SPDX-License-Identifier: MIT
// Proves the service under a crowd and at its end: exactly the stock is handed out, a full queue is
// told, figures agree, and nothing is left when it stops.

#include "served_coupon.h"
#include "test_program.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <deque>
#include <thread>

namespace tst_serve_life {

using namespace stampede;
using namespace stampede::test;

class TestServeLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crowdGetsTheStock_data();
    void crowdGetsTheStock();
    void fullQueueIsTold();
    void whoWaitedTooLongIsTold();
    void healthAnswersWhileAllIsBusy();
    void databaseThatIsGoneIsTold();
    void figuresAgree();
    void endAnswersWhatIsThere();
    void endIsBounded();
    void nothingIsLeft();
    void poolThatCannotConnectIsToldAndFreed();
};

namespace {

qsizetype entries(const char *folder)
{
    return QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System).size();
}

} // namespace

void TestServeLife::crowdGetsTheStock_data()
{
    QTest::addColumn<int>("connections");
    QTest::newRow("one connection") << 1;
    QTest::newRow("sixteen") << 16;
}

void TestServeLife::crowdGetsTheStock()
{
    QFETCH(int, connections);
    constexpr int kCrowd = 200;
    Served served;
    served.api.pool.connections = connections;
    served.api.pool.timeout = std::chrono::seconds(60);
    ServedCoupon coupon(served);
    std::deque<RawClient> crowd;
    for (int i = 0; i < kCrowd; ++i) {
        crowd.emplace_back(coupon.address());
    }
    for (int i = 0; i < kCrowd; ++i) {
        crowd[static_cast<std::size_t>(i)].send(issueRequest(i + 1));
    }
    QSet<qint64> ids;
    QSet<qint64> winners;
    int soldOut = 0;
    for (RawClient &client : crowd) {
        const HttpReply reply = client.reply();
        if (reply.status == 200) {
            ids << reply.number("userCouponId");
            winners << reply.number("userId");
        } else {
            QCOMPARE(reply.text("code"), QStringLiteral("OUT_OF_STOCK"));
            ++soldOut;
        }
    }
    QCOMPARE(ids.size(), 10);
    QCOMPARE(soldOut, kCrowd - 10);
    QCOMPARE(coupon.stock(), 0);
    QCOMPARE(coupon.rows(), 10);
    auto rows = coupon.database().query(QStringLiteral("SELECT id, user_id FROM user_coupons"));
    QVERIFY(rows.ok());
    while (rows.value().next()) {
        QVERIFY(ids.contains(rows.value().value(0).toLongLong()));
        QVERIFY(winners.contains(rows.value().value(1).toLongLong()));
    }
    QCOMPARE(coupon.sample("stampede_issue_requests_total{outcome=\"issued\"}"), 10);
    QCOMPARE(coupon.sample("stampede_issue_requests_total{outcome=\"out_of_stock\"}"), kCrowd - 10);
    QCOMPARE(coupon.sample("stampede_issue_duration_seconds_count"), kCrowd);
}

void TestServeLife::fullQueueIsTold()
{
    Served served;
    served.api.pool.connections = 1;
    served.api.pool.queueLimit = 1;
    ServedCoupon coupon(served);
    coupon.lockRow();
    RawClient working = coupon.client();
    working.send(issueRequest(1));
    QTRY_COMPARE(coupon.waiting(), 1);
    RawClient queued = coupon.client();
    queued.send(issueRequest(2));
    QTRY_COMPARE(coupon.sample("stampede_database_queue_length"), 1);
    QCOMPARE(coupon.sample("stampede_database_connections_busy"), 1);
    const HttpReply reply = coupon.ask(issueRequest(3));
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.text("code"), QStringLiteral("OVERLOADED"));
    QCOMPARE(reply.field("Retry-After"), QByteArray("1"));
    coupon.releaseRow();
    QCOMPARE(working.reply().status, 200);
    QCOMPARE(queued.reply().status, 200);
    QCOMPARE(coupon.rows(), 2);
    QCOMPARE(coupon.sample("stampede_requests_overloaded_total"), 1);
    QCOMPARE(coupon.sample("stampede_database_connections_busy"), 0);
}

void TestServeLife::whoWaitedTooLongIsTold()
{
    Served served;
    served.api.pool.connections = 1;
    served.api.pool.timeout = std::chrono::milliseconds(300);
    // The first one takes longer than either may.
    served.api.pool.service.pause = std::chrono::milliseconds(700);
    ServedCoupon coupon(served);
    RawClient working = coupon.client();
    working.send(issueRequest(1));
    QTRY_COMPARE(coupon.sample("stampede_database_connections_busy"), 1);
    RawClient queued = coupon.client();
    queued.send(issueRequest(2));
    QCOMPARE(working.reply().text("code"), QStringLiteral("CONTENTION"));
    const HttpReply reply = queued.reply();
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.text("code"), QStringLiteral("OVERLOADED"));
    QCOMPARE(coupon.rows(), 0);
}

void TestServeLife::healthAnswersWhileAllIsBusy()
{
    Served served;
    served.api.pool.connections = 2;
    ServedCoupon coupon(served);
    coupon.lockRow();
    std::deque<RawClient> crowd;
    for (int i = 1; i <= 20; ++i) {
        crowd.emplace_back(coupon.address()).send(issueRequest(i));
    }
    QTRY_COMPARE(coupon.waiting(), 2);
    QCOMPARE(coupon.ask(getRequest("/healthz")).status, 200);
    QCOMPARE(coupon.ask(getRequest("/api/coupons/1")).number("remainingQuantity"), 10);
    QTRY_COMPARE(coupon.sample("stampede_database_queue_length"), 18);
    coupon.releaseRow();
    for (RawClient &client : crowd) {
        QVERIFY(client.reply().status != 0);
    }
    QCOMPARE(coupon.rows(), 10);
}

void TestServeLife::databaseThatIsGoneIsTold()
{
    constexpr int kConnections = 4;
    Served served;
    served.api.pool.connections = kConnections;
    ServedCoupon coupon(served);
    coupon.server().setDatabaseAway(true);
    for (const QByteArray &request :
         {getRequest("/healthz"), getRequest("/api/coupons/1"), issueRequest(1)}) {
        const HttpReply reply = coupon.ask(request);
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.text("code"), QStringLiteral("DATABASE_UNAVAILABLE"));
        QCOMPARE(reply.field("Retry-After"), QByteArray("1"));
    }
    QCOMPARE(coupon.ask(getRequest("/metrics")).status, 200);
    QCOMPARE(coupon.rows(), 0);

    // As after a restart of the server: no connection of the service is left.
    auto ids = coupon.database().query(QStringLiteral(
        "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> "
        "CONNECTION_ID() AND command = 'Sleep'"));
    QVERIFY(ids.ok());
    QStringList kills;
    while (ids.value().next()) {
        kills << QStringLiteral("KILL %1").arg(ids.value().value(0).toLongLong());
    }
    for (const QString &kill : std::as_const(kills)) {
        static_cast<void>(coupon.database().execute(kill)); // the fixture's own may be among them
    }
    coupon.server().setDatabaseAway(false);
    QCOMPARE(coupon.ask(getRequest("/healthz")).status, 200);
    QCOMPARE(coupon.ask(getRequest("/api/coupons/1")).number("remainingQuantity"), 10);
    for (int user = 1; user <= 2 * kConnections; ++user) {
        QCOMPARE(coupon.ask(issueRequest(user)).status, 200);
    }
    QCOMPARE(coupon.rows(), 2 * kConnections);
}

void TestServeLife::figuresAgree()
{
    ServedCoupon coupon;
    RawClient client = coupon.client();
    for (int user = 1; user <= 5; ++user) {
        QCOMPARE(client.ask(issueRequest(user)).status, 200);
    }
    QCOMPARE(client.ask(issueRequest(1)).status, 409);
    QCOMPARE(client.ask(issueRequest(999)).status, 404);
    QCOMPARE(client.ask(postRequest("/api/coupons/1/issue", "{")).status, 400);
    QCOMPARE(client.ask(getRequest("/x")).status, 404);
    const HttpReply reply = client.ask(getRequest("/metrics"));
    QCOMPARE(reply.field("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(reply.body.endsWith('\n'));

    static const QRegularExpression comment(
        QStringLiteral(R"(^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$)"));
    static const QRegularExpression sample(QStringLiteral(
        R"re(^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-z]+="[^"\\\n]*"\})? (\d+(\.\d+)?)$)re"));
    static const QRegularExpression histogramPart(QStringLiteral("_(bucket|sum|count)$"));
    QHash<QString, QString> types;
    QHash<QString, double> values;
    double lastBucket = 0;
    const QStringList lines = QString::fromUtf8(reply.body.chopped(1)).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (const auto found = comment.match(line); found.hasMatch()) {
            if (found.captured(1) == QLatin1String("TYPE")) {
                QVERIFY2(!types.contains(found.captured(2)), qPrintable(line));
                types.insert(found.captured(2), found.captured(3));
            }
            continue;
        }
        const auto found = sample.match(line);
        QVERIFY2(found.hasMatch(), qPrintable(line));
        const QString name = found.captured(1);
        QString family = name;
        if (!types.contains(name)) {
            QCOMPARE(types.value(family.remove(histogramPart)), QStringLiteral("histogram"));
        }
        QVERIFY2(types.contains(family), qPrintable(line));
        const QString key = name + found.captured(2);
        QVERIFY2(!values.contains(key), qPrintable(line));
        values.insert(key, found.captured(3).toDouble());
        if (name.endsWith(QLatin1String("_bucket"))) {
            QVERIFY2(values.value(key) >= lastBucket, qPrintable(line));
            lastBucket = values.value(key);
        }
        QCOMPARE(name.endsWith(QLatin1String("_total")),
                 types.value(family) == QLatin1String("counter"));
    }
    const auto value = [&values](const char *key) {
        return values.value(QString::fromLatin1(key), -1);
    };
    QCOMPARE(value("stampede_issue_requests_total{outcome=\"issued\"}"), 5.0);
    QCOMPARE(value("stampede_issue_requests_total{outcome=\"already_issued\"}"), 1.0);
    QCOMPARE(value("stampede_issue_requests_total{outcome=\"not_found\"}"), 1.0);
    QCOMPARE(value("stampede_issue_duration_seconds_bucket{le=\"+Inf\"}"), 7.0);
    QCOMPARE(value("stampede_issue_duration_seconds_count"), 7.0);
    QVERIFY(value("stampede_issue_duration_seconds_sum") > 0);
    QCOMPARE(value("stampede_http_responses_total{status=\"200\"}"), 5.0);
    QCOMPARE(value("stampede_http_responses_total{status=\"404\"}"), 2.0);
    QCOMPARE(value("stampede_http_responses_total{status=\"400\"}"), 1.0);
    QCOMPARE(value("stampede_http_connections"), 1.0);
    QCOMPARE(value("stampede_http_connections_accepted_total"), 1.0);
    QCOMPARE(value("stampede_database_connections"), 16.0);
}

void TestServeLife::endAnswersWhatIsThere()
{
    Served served;
    served.api.pool.connections = 2;
    ServedCoupon coupon(served);
    const ListenAddress address = coupon.address();
    RawClient idle(address);
    QCOMPARE(idle.ask(getRequest("/healthz")).status, 200);
    coupon.lockRow();
    std::deque<RawClient> crowd;
    for (int i = 1; i <= 5; ++i) {
        crowd.emplace_back(address).send(issueRequest(i));
    }
    // Two with a connection, three in the queue.
    QTRY_COMPARE(coupon.sample("stampede_database_queue_length"), 3);
    QTRY_COMPARE(coupon.waiting(), 2);
    std::jthread ending([&coupon] { coupon.server().stop(); });
    QVERIFY(idle.isOver());
    coupon.releaseRow();
    for (RawClient &client : crowd) {
        const HttpReply reply = client.reply();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.field("Connection"), QByteArray("close"));
        QVERIFY(client.isOver());
    }
    crowd.clear();
    ending.join();
    QCOMPARE(coupon.rows(), 5);
    QVERIFY(ListenSocket::take(address, ""));
}

void TestServeLife::endIsBounded()
{
    Served served;
    served.api.requestTimeout = std::chrono::milliseconds(100);
    served.api.pool.timeout = std::chrono::seconds(1);
    ServedCoupon coupon(served);
    coupon.lockRow();
    RawClient waits = coupon.client();
    waits.send(issueRequest(1));
    RawClient neverHangsUp = coupon.client();
    neverHangsUp.send(getRequest("/healthz", "Connection: close\r\n"));
    RawClient halfARequest = coupon.client();
    halfARequest.send("GET /hea");
    QTRY_COMPARE(coupon.waiting(), 1);
    coupon.endServer();
    QCOMPARE(waits.reply().text("code"), QStringLiteral("CONTENTION"));
    coupon.releaseRow();
    QCOMPARE(coupon.rows(), 0);
}

void TestServeLife::nothingIsLeft()
{
    ServedCoupon coupon;
    coupon.endServer();
    QTRY_COMPARE(coupon.connections(), 0);
    const qsizetype files = entries("/proc/self/fd");
    const qsizetype threads = entries("/proc/self/task");
    {
        ServedCoupon other;
        std::deque<RawClient> crowd;
        for (int i = 1; i <= 50; ++i) {
            crowd.emplace_back(other.address()).send(issueRequest(i));
        }
        for (RawClient &client : crowd) {
            QVERIFY(client.reply().status != 0);
        }
        QCOMPARE(other.connections(), 17);
        QVERIFY(entries("/proc/self/task") > threads);
        other.endServer();
        QTRY_COMPARE(other.connections(), 0);
    }
    QTRY_COMPARE(entries("/proc/self/task"), threads);
    QCOMPARE(entries("/proc/self/fd"), files);
}

void TestServeLife::poolThatCannotConnectIsToldAndFreed()
{
    const qsizetype threads = entries("/proc/self/task");
    auto socket = ListenSocket::take({QStringLiteral("127.0.0.1"), 0}, "");
    QVERIFY(socket);
    const ListenAddress address = socket.value().address();
    ApiSettings settings;
    settings.pool.database = TestDatabase::instance().freshDatabase();
    settings.pool.database.socket = QStringLiteral("/no/such/socket");
    const auto server = ApiServer::start(std::move(socket).value(), settings);
    QVERIFY(!server);
    QCOMPARE(server.error().code, ExitCode::Unreachable);
    QVERIFY(server.error().message.contains(QStringLiteral("/no/such/socket")));
    QTRY_COMPARE(entries("/proc/self/task"), threads);
}

} // namespace tst_serve_life

STAMPEDE_TEST(tst_serve_life::TestServeLife)
#include "tst_serve_life.moc"
