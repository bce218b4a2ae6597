// SPDX-License-Identifier: MIT
// Proves how the service takes whatever comes over a socket: limits, times, malformed and pipelined
// requests, half-closed connections, the token.

#include "served_coupon.h"

#include "serve/request_reader.h"
#include "test_program.h"

#include <QTest>

namespace tst_serve_http {

using namespace stampede;
using namespace stampede::test;

class TestServeHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_coupon = std::make_unique<ServedCoupon>(); }
    void cleanupTestCase() { m_coupon.reset(); }
    void malformedIsToldAndEnds_data();
    void malformedIsToldAndEnds();
    void largeIsToldAndEnds_data();
    void largeIsToldAndEnds();
    void largestIsTaken();
    void endlessHeaderIsCutOff();
    void bytesMayComeOneByOne();
    void pipelinedAreAnsweredInOrder();
    void manyPipelinedLookups();
    void chunkedBodyIsTaken();
    void continueIsSaid();
    void headSendsNoBody();
    void versionsAndConnections();
    void halfClosedIsAnswered();
    void slowRequestIsToldAndEnds();
    void silentConnectionEnds();
    void onlySoManyClients();
    void tokenIsAskedFor();

private:
    std::unique_ptr<ServedCoupon> m_coupon; ///< for requests that change nothing of importance
};

void TestServeHttp::malformedIsToldAndEnds_data()
{
    QTest::addColumn<QByteArray>("request");
    const auto add = [](const char *name, const QByteArray &request) {
        QTest::newRow(name) << request;
    };
    add("garbage", "\x01\x02\xff garbage\r\n\r\n");
    add("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + "\r\n\r\n");
    add("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    add("bare line ends", "GET /healthz HTTP/1.1\nHost: x\n\n");
    add("no version", "GET /healthz\r\n\r\n");
    add("bad field", getRequest("/healthz", "no colon here\r\n"));
    add("length is no number",
        "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n");
    add("negative length",
        "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
    add("two lengths", "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n"
                       "Content-Length: 13\r\n\r\n{\"userId\":1}");
    add("length and chunks", "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nContent-Length: "
                             "12\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    for (const char *coding : {"xx", "gzip, chunked", "chunked, gzip", "identity", "chunked;q=1",
                               "chunked\r\nTransfer-Encoding: chunked", ""}) {
        add(coding, QByteArray("POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\n"
                               "Transfer-Encoding: ") +
                        coding + "\r\n\r\nc\r\n{\"userId\":1}\r\n0\r\n\r\n");
    }
    add("chunks in HTTP/1.0", "POST /api/coupons/1/issue HTTP/1.0\r\nTransfer-Encoding: "
                              "chunked\r\n\r\n0\r\n\r\n");
    add("two hosts", getRequest("/healthz", "Host: y\r\n"));
    add("the same host twice", getRequest("/healthz", "Host: x\r\n"));
    for (const char *host : {"a b", "a, b", "a/b", "x@a"}) {
        add(host, QByteArray("GET /healthz HTTP/1.1\r\nHost: ") + host + "\r\n\r\n");
    }
    add("a length that a folded line hides",
        "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\n\tContent-Length: 12\r\n\r\n"
        "{\"userId\":1}");
    add("a folded line", getRequest("/healthz", "X-Note: a\r\n b\r\n"));
    add("bad chunk", "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                     "chunked\r\n\r\nzz\r\n");
}

void TestServeHttp::malformedIsToldAndEnds()
{
    QFETCH(QByteArray, request);
    RawClient client = m_coupon->client();
    const HttpReply reply = client.ask(request);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.text("code"), QStringLiteral("INVALID_REQUEST"));
    QCOMPARE(reply.field("Connection"), QByteArray("close"));
    QVERIFY(client.isOver());
    QCOMPARE(m_coupon->ask(getRequest("/healthz")).status, 200);
}

void TestServeHttp::largeIsToldAndEnds_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray large(static_cast<qsizetype>(kLargestBody) + 1, ' ');
    QByteArray fields;
    for (int i = 0; i < 900; ++i) {
        fields += "A: 1234567\r\n";
    }
    QTest::newRow("body") << postRequest("/api/coupons/1/issue", large) << 413;
    QTest::newRow("body of a megabyte")
        << postRequest("/api/coupons/1/issue", QByteArray(1'000'000, ' ')) << 413;
    QTest::newRow("chunks")
        << "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
           "10001\r\n" +
               large + "\r\n0\r\n\r\n"
        << 413;
    QTest::newRow("field") << getRequest("/healthz", "A: " + QByteArray(9'000, 'a') + "\r\n")
                           << 431;
    QTest::newRow("many fields") << getRequest("/healthz", fields) << 431;
    QTest::newRow("path") << getRequest("/" + QByteArray(9'000, 'a')) << 431;
    QTest::newRow("a megabyte of path") << getRequest("/" + QByteArray(1'000'000, 'a')) << 431;
}

void TestServeHttp::largeIsToldAndEnds()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawClient client = m_coupon->client();
    const HttpReply reply = client.ask(request);
    QCOMPARE(reply.status, status);
    QVERIFY(!reply.text("code").isEmpty());
    QVERIFY(client.isOver());
}

void TestServeHttp::largestIsTaken()
{
    RawClient client = m_coupon->client();
    const QByteArray user = R"({"userId":999})";
    const QByteArray spaces(static_cast<qsizetype>(kLargestBody) - user.size(), ' ');
    QCOMPARE(client.ask(postRequest("/api/coupons/1/issue", spaces + user)).status, 404);
    QCOMPARE(client.ask(getRequest("/healthz", "A: " + QByteArray(8'000, 'a') + "\r\n")).status,
             200);
}

void TestServeHttp::endlessHeaderIsCutOff()
{
    RawClient client = m_coupon->client();
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 2'000; ++i) {
        client.send("Field-" + QByteArray::number(i) + ": value\r\n");
    }
    QCOMPARE(client.reply().status, 431);
    QVERIFY(client.isOver());
}

void TestServeHttp::bytesMayComeOneByOne()
{
    RawClient client = m_coupon->client();
    const QByteArray request = issueRequest(998) + getRequest("/healthz");
    for (const char byte : request) {
        client.send(QByteArray(1, byte));
    }
    QCOMPARE(client.reply().status, 404);
    QCOMPARE(client.reply().status, 200);
}

void TestServeHttp::pipelinedAreAnsweredInOrder()
{
    RawClient client = m_coupon->client();
    client.send(getRequest("/healthz") + issueRequest(997, "X-Request-Id: two\r\n") +
                getRequest("/nothing", "X-Request-Id: three\r\n") + issueRequest(996) +
                getRequest("/api/coupons/1") + getRequest("/healthz"));
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(client.reply().field("X-Request-Id"), QByteArray("two"));
    QCOMPARE(client.reply().field("X-Request-Id"), QByteArray("three"));
    QCOMPARE(client.reply().text("code"), QStringLiteral("USER_NOT_FOUND"));
    QCOMPARE(client.reply().number("id"), 1);
    QCOMPARE(client.reply().text("status"), QStringLiteral("ok"));
}

void TestServeHttp::manyPipelinedLookups()
{
    RawClient client = m_coupon->client();
    constexpr int kRequests = 5'000;
    client.send(getRequest("/healthz").repeated(kRequests));
    for (int i = 0; i < kRequests; ++i) {
        QCOMPARE(client.reply().status, 200);
    }
}

void TestServeHttp::chunkedBodyIsTaken()
{
    RawClient client = m_coupon->client();
    const QByteArray request =
        "POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5;note=x\r\n{\"use\r\na\r\nrId\": 995}\r\n0\r\nAuthorization: later\r\n\r\n";
    QCOMPARE(client.ask(request).text("code"), QStringLiteral("USER_NOT_FOUND"));
    QCOMPARE(client.ask(getRequest("/healthz")).status, 200);
}

void TestServeHttp::continueIsSaid()
{
    RawClient client = m_coupon->client();
    client.send("POST /api/coupons/1/issue HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                "Content-Length: 14\r\n\r\n");
    QCOMPARE(client.reply(false).status, 100);
    QCOMPARE(client.ask(R"({"userId":994})").text("code"), QStringLiteral("USER_NOT_FOUND"));
}

void TestServeHttp::headSendsNoBody()
{
    RawClient client = m_coupon->client();
    for (const char *path : {"/healthz", "/metrics", "/api/coupons/1"}) {
        client.send("HEAD " + QByteArray(path) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        const HttpReply reply = client.reply(false);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.field("Content-Length").toInt() > 0);
    }
    QCOMPARE(client.ask(getRequest("/healthz")).text("status"), QStringLiteral("ok"));
}

void TestServeHttp::versionsAndConnections()
{
    RawClient old = m_coupon->client();
    QCOMPARE(old.ask("GET /healthz HTTP/1.0\r\n\r\n").field("Connection"), QByteArray("close"));
    QVERIFY(old.isOver());
    RawClient kept = m_coupon->client();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(
            kept.ask("GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").field("Connection"),
            QByteArray("keep-alive"));
    }
    RawClient last = m_coupon->client();
    QCOMPARE(last.ask(getRequest("/healthz", "Connection: close\r\n")).status, 200);
    QVERIFY(last.isOver());
    RawClient upgrade = m_coupon->client();
    QCOMPARE(upgrade
                 .ask(getRequest("/healthz", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: "
                                             "h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n"))
                 .status,
             200);
}

void TestServeHttp::halfClosedIsAnswered()
{
    RawClient client = m_coupon->client();
    client.send(issueRequest(993));
    client.endSending();
    QCOMPARE(client.reply().status, 404);
    QVERIFY(client.isOver());
    RawClient cutShort = m_coupon->client();
    cutShort.send(issueRequest(993).chopped(3));
    cutShort.endSending();
    QVERIFY(cutShort.isOver());
}

void TestServeHttp::slowRequestIsToldAndEnds()
{
    Served served;
    served.api.requestTimeout = std::chrono::milliseconds(200);
    const ServedCoupon coupon(served);
    for (const QByteArray &part : {getRequest("/healthz").chopped(4), issueRequest(1).chopped(3)}) {
        RawClient client = coupon.client();
        QCOMPARE(client.ask(getRequest("/healthz")).status, 200);
        const HttpReply reply = client.ask(part);
        QCOMPARE(reply.status, 408);
        QCOMPARE(reply.text("code"), QStringLiteral("REQUEST_TIMEOUT"));
        QVERIFY(client.isOver());
    }
}

void TestServeHttp::silentConnectionEnds()
{
    Served served;
    served.api.idleTimeout = std::chrono::milliseconds(200);
    const ServedCoupon coupon(served);
    RawClient never = coupon.client();
    RawClient once = coupon.client();
    QCOMPARE(once.ask(getRequest("/healthz")).status, 200);
    QVERIFY(never.isOver());
    QVERIFY(once.isOver());
}

void TestServeHttp::onlySoManyClients()
{
    Served served;
    served.api.clients = 2;
    ServedCoupon coupon(served);
    auto first = std::make_unique<RawClient>(coupon.address());
    RawClient second = coupon.client();
    QCOMPARE(first->ask(getRequest("/healthz")).status, 200);
    QCOMPARE(second.ask(getRequest("/healthz")).status, 200);
    RawClient third = coupon.client();
    const HttpReply reply = third.ask(getRequest("/healthz"));
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.text("code"), QStringLiteral("OVERLOADED"));
    QCOMPARE(reply.field("Retry-After"), QByteArray("1"));
    QVERIFY(third.isOver());
    QCOMPARE(second.ask(getRequest("/healthz")).status, 200);
    first.reset();
    QTRY_COMPARE(coupon.ask(getRequest("/healthz")).status, 200);
}

void TestServeHttp::tokenIsAskedFor()
{
    Served served;
    served.api.token = "s3cret";
    ServedCoupon coupon(served);
    QCOMPARE(coupon.ask(getRequest("/healthz")).status, 200);
    for (const char *field :
         {"", "Authorization: Bearer s3creT\r\n", "Authorization: Bearer s3cret2\r\n",
          "Authorization: Bearer \r\n", "Authorization: Bearer\r\n", "Authorization: s3cret\r\n",
          "Authorization: Basic s3cret\r\n", "X-Authorization: Bearer s3cret\r\n"}) {
        for (const QByteArray &request :
             {issueRequest(1, field), getRequest("/metrics", field), getRequest("/none", field)}) {
            RawClient client = coupon.client();
            const HttpReply reply = client.ask(request);
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.text("code"), QStringLiteral("UNAUTHORIZED"));
            QVERIFY(reply.field("WWW-Authenticate").startsWith("Bearer"));
            QVERIFY(!reply.body.contains("s3cret"));
        }
    }
    QCOMPARE(coupon.rows(), 0);
    QCOMPARE(coupon.ask(issueRequest(1, "Authorization: Bearer s3cret\r\n")).status, 200);
    QCOMPARE(coupon.ask(issueRequest(1, "authorization: bearer  s3cret\r\n")).status, 409);
    QCOMPARE(coupon.ask(getRequest("/none", "Authorization: Bearer s3cret\r\n")).status, 404);
}

} // namespace tst_serve_http

STAMPEDE_TEST(tst_serve_http::TestServeHttp)
#include "tst_serve_http.moc"
