// SPDX-License-Identifier: MIT
// Proves what the service reads and writes, piece by piece: addresses, paths, bodies, dates, text
// in JSON.

#include "base/clock.h"
#include "base/outcome.h"
#include "serve/answers.h"
#include "serve/issue_body.h"
#include "serve/listen_socket.h"
#include "serve/routes.h"
#include "test_program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_serve_words {

using namespace stampede;

class TestServeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreRead_data();
    void addressesAreRead();
    void othersNeedAToken();
    void takenPortIsRefused();
    void pathsLeadSomewhere_data();
    void pathsLeadSomewhere();
    void bodiesAreRead_data();
    void bodiesAreRead();
    void datesAreThoseOfHttp();
    void textIsEscaped();
    void codesAreTheDomains();
};

void TestServeWords::addressesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url"); // empty: refused
    QTest::addColumn<bool>("loopback");
    const auto add = [](const char *text, const char *url, bool loopback) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(url) << loopback;
    };
    add("127.0.0.1:8080", "http://127.0.0.1:8080", true);
    add("localhost:0", "http://127.0.0.1:0", true);
    add("[::1]:9", "http://[::1]:9", true);
    add("0.0.0.0:80", "http://127.0.0.1:80", false);
    add("[::]:80", "http://[::1]:80", false);
    add("192.168.1.7:65535", "http://192.168.1.7:65535", false);
    for (const char *wrong :
         {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:+80",
          "127.0.0.1:8 0", "::1:80", "[127.0.0.1]:80", "example.org:80", "8080"}) {
        add(wrong, "", false);
    }
}

void TestServeWords::addressesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(bool, loopback);
    const auto address = parseListenAddress(text);
    QCOMPARE(address.ok(), !url.isEmpty());
    if (address) {
        QCOMPARE(address.value().url(), url);
        QCOMPARE(address.value().isLoopback(), loopback);
    } else {
        QVERIFY(address.error().contains(QStringLiteral("HOST:PORT")));
    }
}

void TestServeWords::othersNeedAToken()
{
    const ListenAddress everywhere{QStringLiteral("0.0.0.0"), 0};
    const auto refused = ListenSocket::take(everywhere, "");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ExitCode::Usage);
    QVERIFY(refused.error().message.contains(QStringLiteral("STAMPEDE_API_TOKEN")));
    const auto taken = ListenSocket::take(everywhere, "secret");
    QVERIFY(taken);
    QVERIFY(taken.value().address().port != 0);
}

void TestServeWords::takenPortIsRefused()
{
    const auto first = ListenSocket::take({QStringLiteral("127.0.0.1"), 0}, "");
    QVERIFY(first);
    const auto second = ListenSocket::take(first.value().address(), "");
    QVERIFY(!second);
    QCOMPARE(second.error().code, ExitCode::Unreachable);
    QVERIFY(second.error().message.contains(QStringLiteral("Another program listens")));
    const auto foreign = ListenSocket::take({QStringLiteral("192.0.2.1"), 0}, "secret");
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ExitCode::Unreachable);
    QVERIFY(foreign.error().message.contains(QStringLiteral("192.0.2.1")));
}

void TestServeWords::pathsLeadSomewhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("route");
    QTest::addColumn<qint64>("coupon");
    const auto add = [](const char *target, Route route, qint64 coupon = 0) {
        QTest::newRow(target) << QByteArray(target) << static_cast<int>(route) << coupon;
    };
    add("/healthz", Route::Health);
    add("/healthz?deep=1", Route::Health);
    add("http://127.0.0.1:8080/metrics", Route::Metrics);
    add("/api/coupons/1", Route::Coupon, 1);
    add("/api/coupons/1/issue", Route::Issue, 1);
    add("/api/coupons/9223372036854775807/issue?x", Route::Issue,
        std::numeric_limits<qint64>::max());
    add("/api/coupons/-4", Route::Coupon, -4);
    add("/api/coupons/9223372036854775808", Route::BadCoupon);
    add("/api/coupons/1x/issue", Route::BadCoupon);
    add("/api/coupons/1.0", Route::BadCoupon);
    add("/api/coupons/", Route::Unknown);
    add("/api/coupons//issue", Route::Unknown);
    add("/api/coupons/1/", Route::Unknown);
    add("/api/coupons/1/issue/", Route::Unknown);
    add("/api/coupons", Route::Unknown);
    add("/", Route::Unknown);
    add("*", Route::Unknown);
    add("http://x", Route::Unknown);
}

void TestServeWords::pathsLeadSomewhere()
{
    QFETCH(QByteArray, target);
    QFETCH(int, route);
    QFETCH(qint64, coupon);
    const RouteMatch match = matchRoute(target.toStdString());
    QCOMPARE(static_cast<int>(match.route), route);
    QCOMPARE(match.coupon.value, coupon);
}

void TestServeWords::bodiesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("user"); // 0: refused
    QTest::addColumn<QString>("says");
    const auto add = [](const QByteArray &body, qint64 user, const char *says = "") {
        QTest::newRow(body.left(40).constData()) << body << user << QString::fromLatin1(says);
    };
    add(R"({"userId": 7})", 7);
    add(R"( {"userId":-7} )", -7);
    add(R"({"userId":9223372036854775807})", std::numeric_limits<qint64>::max());
    add(R"({"a":[{"userId":"x"}],"userId":3,"b":null})", 3);
    add(R"({"userI\u0064":5})", 5);
    add(R"({"userId":1,"userId":2})", 2);
    add("", 0, "The body is empty.");
    add(" \n", 0, "The body is empty.");
    add(R"({"userId": 7)", 0, "line and column 1:13: expected , or }");
    add("{\n  \"userId\": 7,\n}", 0, "line and column 3:1: expected");
    add(R"({"userId": 7} x)", 0, "line and column 1:15");
    add(R"({"userId": 07})", 0, "The body is not JSON");
    add(R"({'userId': 7})", 0, "The body is not JSON");
    add(R"([7])", 0, "not an object");
    add(R"(7)", 0, "not an object");
    add(R"({"UserId": 7})", 0, "has no userId");
    add(R"({"userId": "7"})", 0, "userId is not a number");
    add(R"({"userId": null})", 0, "userId is not a number");
    add(R"({"userId": true})", 0, "userId is not a number");
    add(R"({"userId": {}})", 0, "userId is not a number");
    add(R"({"userId": 7.5})", 0, "userId is not a whole number");
    add(R"({"userId": 1e3})", 0, "userId is not a whole number");
    add(R"({"userId": 9223372036854775808})", 0, "userId is larger than");
    add(R"({"userId": 99999999999999999999999})", 0, "too large");
    add(QByteArray("{\"userId\": 7}\0", 14), 0, "The body is not JSON");
    add("{\"userId\": \xff}", 0, "The body is not JSON");
    add(QByteArray(5'000, '['), 0, "The body is not JSON");
    add("{\"userId\":" + QByteArray(5'000, '['), 0, "The body is not JSON");
}

void TestServeWords::bodiesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(qint64, user);
    QFETCH(QString, says);
    IssueBodyReader reader;
    for (int again = 0; again < 2; ++again) {
        std::string text = body.toStdString();
        const auto read = reader.read(text);
        QCOMPARE(text, body.toStdString());
        QCOMPARE(read.ok(), user != 0);
        if (read) {
            QCOMPARE(read.value().value, user);
        } else {
            QVERIFY2(read.error().contains(says), qPrintable(read.error()));
        }
    }
}

void TestServeWords::datesAreThoseOfHttp()
{
    QCOMPARE(httpDate(784'111'777), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
    QCOMPARE(httpDate(1'709'164'800), std::string("Thu, 29 Feb 2024 00:00:00 GMT"));
}

void TestServeWords::textIsEscaped()
{
    QString all;
    for (char16_t c = 0; c < 0x180; ++c) {
        all += QChar(c);
    }
    const std::string json = "{\"text\":\"" + jsonEscaped(all.toStdString()) + "\"}";
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    QCOMPARE(object.value(QLatin1String("text")).toString(), all);
}

void TestServeWords::codesAreTheDomains()
{
    for (const Outcome outcome : kAllOutcomes) {
        if (outcome == Outcome::Issued) {
            continue;
        }
        IssueAnswer answer;
        answer.outcome = outcome;
        const std::string body = refusalBody(refusalOf(answer), QString());
        QCOMPARE(QString::fromStdString(body),
                 QStringLiteral("{\"code\":\"%1\",\"message\":\"\"}")
                     .arg(QString::fromStdString(std::string(answerCode(outcome)))));
    }
}

} // namespace tst_serve_words

STAMPEDE_TEST(tst_serve_words::TestServeWords)
#include "tst_serve_words.moc"
