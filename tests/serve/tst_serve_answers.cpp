// SPDX-License-Identifier: MIT
// Proves what the service answers, each status of the domain's table from a real database, and that
// it keeps nothing of a coupon for itself.

#include "served_coupon.h"

#include "base/clock.h"
#include "test_program.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_serve_answers {

using namespace stampede;
using namespace stampede::test;

class TestServeAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_coupon = std::make_unique<ServedCoupon>(); }
    void cleanupTestCase() { m_coupon.reset(); }
    void issuedThenAlreadyIssued();
    void refusalsOfTheRow_data();
    void refusalsOfTheRow();
    void whoIsNotThere();
    void contentionIs503();
    void serverErrorIs500();
    void couponIsShown();
    void badRequestsAreTold_data();
    void badRequestsAreTold();
    void rowsMayBeResetMeanwhile();
    void servesAgainAfterConnectionsWereKilled();

private:
    std::unique_ptr<ServedCoupon> m_coupon; ///< for requests that change nothing
};

void TestServeAnswers::issuedThenAlreadyIssued()
{
    ServedCoupon coupon;
    RawClient client = coupon.client();
    const HttpReply first = client.ask(issueRequest(7, "X-Request-Id: a-1 b\r\n"));
    QCOMPARE(first.status, 200);
    QCOMPARE(first.field("X-Request-Id"), QByteArray("a-1 b"));
    QCOMPARE(first.field("Content-Type"), QByteArray("application/json"));
    QVERIFY(!first.field("Date").isEmpty());
    QCOMPARE(first.body,
             QByteArray(R"({"userCouponId":1,"couponId":1,"userId":7,"remainingQuantity":9})"));
    const HttpReply second = client.ask(issueRequest(7));
    QCOMPARE(second.status, 409);
    QCOMPARE(second.text("code"), QStringLiteral("ALREADY_ISSUED_COUPON"));
    QVERIFY(!second.text("message").isEmpty());
    QVERIFY(second.field("X-Request-Id").isNull());
    QCOMPARE(coupon.stock(), 9);
    QCOMPARE(coupon.rows(), 1);
}

void TestServeAnswers::refusalsOfTheRow_data()
{
    QTest::addColumn<qint64>("stock");
    QTest::addColumn<qint64>("startsInUs");
    QTest::addColumn<qint64>("endsInUs");
    QTest::addColumn<QString>("code");
    constexpr qint64 kHourUs = 3'600'000'000;
    QTest::newRow("sold out") << qint64{0} << -kHourUs << kHourUs << QStringLiteral("OUT_OF_STOCK");
    QTest::newRow("not started") << qint64{1} << kHourUs << 2 * kHourUs
                                 << QStringLiteral("COUPON_NOT_STARTED");
    QTest::newRow("expired") << qint64{1} << -2 * kHourUs << -kHourUs
                             << QStringLiteral("COUPON_EXPIRED");
}

void TestServeAnswers::refusalsOfTheRow()
{
    QFETCH(qint64, stock);
    QFETCH(qint64, startsInUs);
    QFETCH(qint64, endsInUs);
    QFETCH(QString, code);
    const ServedCoupon coupon({stock, 10, startsInUs, endsInUs});
    const HttpReply reply = coupon.ask(issueRequest(1));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.text("code"), code);
}

void TestServeAnswers::whoIsNotThere()
{
    ServedCoupon coupon;
    const HttpReply user = coupon.ask(issueRequest(301));
    QCOMPARE(user.status, 404);
    QCOMPARE(user.text("code"), QStringLiteral("USER_NOT_FOUND"));
    const HttpReply other = coupon.ask(postRequest("/api/coupons/2/issue", R"({"userId":1})"));
    QCOMPARE(other.status, 404);
    QCOMPARE(other.text("code"), QStringLiteral("COUPON_NOT_FOUND"));
    QCOMPARE(coupon.rows(), 0);
}

void TestServeAnswers::contentionIs503()
{
    Served served;
    served.api.pool.timeout = std::chrono::seconds(1);
    ServedCoupon coupon(served);
    coupon.lockRow();
    const HttpReply reply = coupon.ask(issueRequest(1));
    coupon.releaseRow();
    QCOMPARE(reply.status, 503);
    QCOMPARE(reply.text("code"), QStringLiteral("CONTENTION"));
    QCOMPARE(coupon.rows(), 0);
    QCOMPARE(coupon.sample("stampede_issue_requests_total{outcome=\"contention\"}"), 1);
}

void TestServeAnswers::serverErrorIs500()
{
    ServedCoupon coupon;
    coupon.change(QStringLiteral("RENAME TABLE user_coupons TO elsewhere"));
    const HttpReply reply = coupon.ask(issueRequest(1));
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.text("code"), QStringLiteral("INTERNAL_ERROR"));
    QVERIFY(!reply.body.contains("elsewhere"));
    QVERIFY(!reply.body.contains("user_coupons"));
    coupon.change(QStringLiteral("RENAME TABLE elsewhere TO user_coupons"));
    QCOMPARE(coupon.ask(issueRequest(1)).status, 200);
}

void TestServeAnswers::couponIsShown()
{
    const ServedCoupon coupon;
    QCOMPARE(coupon.ask(issueRequest(1)).status, 200);
    const HttpReply reply = coupon.ask(getRequest("/api/coupons/1"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.number("id"), 1);
    QCOMPARE(reply.text("name"), QStringLiteral("\"WELCOME\" 10 %"));
    QCOMPARE(reply.number("discountPercent"), 10);
    QCOMPARE(reply.number("totalQuantity"), 10);
    QCOMPARE(reply.number("remainingQuantity"), 9);
    QCOMPARE(reply.number("issuedCount"), 1);
    const QDateTime starts = QDateTime::fromString(reply.text("startsAt"), Qt::ISODateWithMs);
    const QDateTime ends = QDateTime::fromString(reply.text("endsAt"), Qt::ISODateWithMs);
    QCOMPARE(starts.msecsTo(ends), 7'200'000);
    QCOMPARE(starts.timeSpec(), Qt::UTC);
    const HttpReply missing = coupon.ask(getRequest("/api/coupons/5"));
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.text("code"), QStringLiteral("COUPON_NOT_FOUND"));
}

void TestServeAnswers::badRequestsAreTold_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *name, const QByteArray &request, int status, const char *code,
                        const char *says) {
        QTest::newRow(name) << request << status << QString::fromLatin1(code)
                            << QString::fromLatin1(says);
    };
    const QByteArray issue = "/api/coupons/1/issue";
    add("no JSON", postRequest(issue, "userId=7"), 400, "INVALID_REQUEST", "is not JSON. Expected");
    add("wrong type", postRequest(issue, R"({"userId":"7"})"), 400, "INVALID_REQUEST",
        "not a number");
    add("no body", postRequest(issue, ""), 400, "INVALID_REQUEST", "empty");
    add("coupon is no number", postRequest("/api/coupons/one/issue", R"({"userId":7})"), 400,
        "INVALID_REQUEST", "whole number");
    add("unknown path", getRequest("/api/orders"), 404, "NOT_FOUND", "nothing at this path");
    add("GET of issue", getRequest(issue), 405, "METHOD_NOT_ALLOWED", "Allow");
    add("POST of coupon", postRequest("/api/coupons/1", "{}"), 405, "METHOD_NOT_ALLOWED", "Allow");
    add("DELETE", "DELETE /metrics HTTP/1.1\r\nHost: x\r\n\r\n", 405, "METHOD_NOT_ALLOWED",
        "Allow");
    add("no host", "GET /healthz HTTP/1.1\r\n\r\n", 400, "INVALID_REQUEST", "HTTP");
}

void TestServeAnswers::badRequestsAreTold()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, says);
    RawClient client = m_coupon->client();
    const HttpReply reply = client.ask(request);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.text("code"), code);
    QVERIFY2(reply.text("message").contains(says), reply.body.constData());
    QCOMPARE(reply.field("Allow").isNull(), status != 405);
    // A refusal ends nothing: the connection goes on.
    QCOMPARE(client.ask(getRequest("/healthz")).status, 200);
}

void TestServeAnswers::rowsMayBeResetMeanwhile()
{
    ServedCoupon coupon({2, 10});
    RawClient client = coupon.client();
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(client.ask(issueRequest(1)).number("remainingQuantity"), 1);
        QCOMPARE(client.ask(issueRequest(2)).number("remainingQuantity"), 0);
        QCOMPARE(client.ask(issueRequest(3)).text("code"), QStringLiteral("OUT_OF_STOCK"));
        QCOMPARE(coupon.rows(), 2);
        coupon.reset();
    }
    coupon.change(QStringLiteral("UPDATE coupons SET quantity = 500"));
    QCOMPARE(client.ask(getRequest("/api/coupons/1")).number("remainingQuantity"), 500);
    QCOMPARE(client.ask(issueRequest(1)).number("remainingQuantity"), 499);
}

void TestServeAnswers::servesAgainAfterConnectionsWereKilled()
{
    Served served;
    served.api.pool.connections = 2;
    ServedCoupon coupon(served);
    QCOMPARE(coupon.connections(), 3);
    auto query = coupon.database().query(
        QStringLiteral("SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND "
                       "id <> CONNECTION_ID()"));
    QVERIFY(query.ok());
    QList<qint64> ids;
    while (query.value().next()) {
        ids << query.value().value(0).toLongLong();
    }
    for (const qint64 id : std::as_const(ids)) {
        coupon.change(QStringLiteral("KILL %1").arg(id));
    }
    QTRY_COMPARE(coupon.connections(), 0);
    QCOMPARE(coupon.ask(getRequest("/api/coupons/1")).status, 200);
    // Each of the two finds out by a request of its own; nothing was issued by that one.
    int lost = 0;
    int issued = 0;
    for (int user = 1; coupon.connections() < 3 && user <= 300; ++user) {
        const int status = coupon.ask(issueRequest(user)).status;
        QVERIFY(status == 500 || status == 200 || status == 400);
        lost += status == 500 ? 1 : 0;
        issued += status == 200 ? 1 : 0;
    }
    QCOMPARE(coupon.connections(), 3);
    QVERIFY(lost <= 2);
    QCOMPARE(coupon.rows(), issued);
}

} // namespace tst_serve_answers

STAMPEDE_TEST(tst_serve_answers::TestServeAnswers)
#include "tst_serve_answers.moc"
