// SPDX-License-Identifier: MIT
// Proves what leaves: URLs, headers and bodies with everything filled in and escaped for the place
// where it stands, and faults for what cannot be filled in, which never repeat a secret.

#include "http/request_template.h"
#include "test_program.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

namespace tst_http_request {

using namespace stampede;

namespace {

TemplateNames names()
{
    TemplateNames names;
    names.couponId = "SPRING 1/2";
    names.columns = {"email", "token"};
    names.environment = [](const std::string &name) -> std::optional<std::string> {
        if (name == "KEY") {
            return "s3\"cret{userId}\r\nX-Evil: 1";
        }
        return name == "HOST" ? std::optional<std::string>("example.com") : std::nullopt;
    };
    return names;
}

const std::function<std::string_view(std::size_t, std::uint64_t)> kColumn =
    [](std::size_t column, std::uint64_t) -> std::string_view {
    return column == 0 ? "a\"b@example.com" : "tok\r\nen";
};

QString faultsOf(const RequestText &text)
{
    const auto made = RequestTemplate::make(text, names(), "id-");
    QStringList lines;
    if (!made) {
        for (const RequestDiagnostic &fault : made.error()) {
            lines << fault.path + QStringLiteral(": ") + fault.text;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

std::string written(const RequestText &text, std::int64_t user, std::uint64_t request)
{
    auto made = RequestTemplate::make(text, names(), "id-");
    std::string out = "what was there before";
    if (made) {
        made.value().write(out, {user, request, &kColumn});
    }
    return out;
}

} // namespace

class TestHttpRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsInPlaceholders();
    void escapesForThePlace();
    void leavesBracesAlone();
    void requestsWithoutABody();
    void urls_data();
    void urls();
    void faults_data();
    void faults();
    void secretsAreNotRepeated();
    void filters_data();
    void filters();
    void ofEachRequest();
    void doubledBraces();
    void formBodies();
};

void TestHttpRequest::fillsInPlaceholders()
{
    RequestText text;
    text.url = "http://${env:HOST}:8080/api/coupons/{couponId}/issue?u={userId}";
    text.body = R"({"userId":{userId}})";
    text.bodyIsJson = true;
    QCOMPARE(written(text, 7, 12),
             std::string("POST /api/coupons/SPRING%201%2F2/issue?u=7 HTTP/1.1\r\n"
                         "Host: example.com:8080\r\nContent-Type: application/json\r\n"
                         "X-Request-Id: id-12\r\nContent-Length: 12\r\n\r\n{\"userId\":7}"));
    QVERIFY(
        written(text, 1'000'000, 0).ends_with("Content-Length: 18\r\n\r\n{\"userId\":1000000}"));
}

void TestHttpRequest::escapesForThePlace()
{
    RequestText text;
    text.url = "http://h/{email}";
    text.headers = {{"Authorization", "Bearer ${env:KEY}"}, {"X-Token", "{token}"}};
    text.body = R"({"mail":"{email}","key":"${env:KEY}","token":"{token}"})";
    text.bodyIsJson = true;
    const std::string request = written(text, 1, 0);
    QVERIFY(request.starts_with("POST /a%22b%40example.com HTTP/1.1\r\n"));
    // A line end in a value begins no header of its own.
    QVERIFY(request.find("\r\nAuthorization: Bearer s3\"cret{userId}X-Evil: 1\r\n") !=
            std::string::npos);
    QVERIFY(request.find("\r\nX-Token: token\r\n") != std::string::npos);
    const std::string body = "{\"mail\":\"a\\\"b@example.com\","
                             "\"key\":\"s3\\\"cret{userId}\\u000D\\u000AX-Evil: 1\","
                             "\"token\":\"tok\\u000D\\u000Aen\"}";
    QVERIFY(request.ends_with("\r\n\r\n" + body));
}

void TestHttpRequest::leavesBracesAlone()
{
    RequestText text;
    text.url = "http://h/";
    text.body = R"({"a":{},"b":{ "c":[{userId}]},"{d":"{1}","e":"{","f":"{}"})";
    const std::string body = R"({"a":{},"b":{ "c":[3]},"{d":"{1}","e":"{","f":"{}"})";
    QVERIFY(written(text, 3, 0).ends_with(body));
}

void TestHttpRequest::requestsWithoutABody()
{
    RequestText text;
    text.url = "https://h";
    text.method = "GET";
    text.headers = {{"Host", "other.example.com"}};
    QCOMPARE(written(text, 1, 5), std::string("GET / HTTP/1.1\r\nX-Request-Id: id-5\r\n"
                                              "Host: other.example.com\r\n\r\n"));
    text.method = "POST";
    QVERIFY(written(text, 1, 5).ends_with("Content-Length: 0\r\n\r\n"));
}

void TestHttpRequest::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("authority");
    const auto row = [](const char *url, const char *host, int port, const char *authority) {
        QTest::newRow(url) << url << host << port << authority;
    };
    row("http://example.com", "example.com", 80, "example.com");
    row("https://example.com/x", "example.com", 443, "example.com");
    row("http://127.0.0.1:8080?q=1", "127.0.0.1", 8080, "127.0.0.1:8080");
    row("http://[::1]:9/", "::1", 9, "[::1]:9");
    row("https://[fe80::1]", "fe80::1", 443, "[fe80::1]");
}

void TestHttpRequest::urls()
{
    QFETCH(const QString, url);
    const auto parsed = UrlTemplate::parse(url.toStdString(), names());
    QVERIFY(parsed.ok());
    QTEST(QString::fromStdString(parsed.value().host), "host");
    QTEST(int{parsed.value().port}, "port");
    QTEST(QString::fromStdString(parsed.value().authority), "authority");
    QCOMPARE(parsed.value().secure, url.startsWith(QLatin1String("https")));
}

void TestHttpRequest::faults_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("fault");
    const auto url = [](const char *text, const char *fault) {
        QTest::newRow(text) << text << "" << fault;
    };
    const QString host = QStringLiteral("url: must name a host, and a port from 1 to 65535 if any");
    url("ftp://h/", "url: must begin with http://, https:// or http+unix://");
    url("h/path", "url: must begin with http://, https:// or http+unix://");
    url("http://me:pw@h/", "url: must not hold a user or a password; give them as a header, from "
                           "${env:NAME}");
    url("http://{userId}.h/", "url: must name one host; placeholders may stand in the path only");
    url("http://h/#top", "url: must not hold a fragment (#…), which is never sent");
    for (const char *text : {"http://", "http:///x", "http://h:0/", "http://h:65536/",
                             "http://h:x/", "http://h h/", "http://[::1", "http://[x]/"}) {
        url(text, qUtf8Printable(host));
    }
    url("http://h/{coupon}", "url: nothing is known to fill in for {coupon}");
    url("http://h/${env:NONE}", "url: there is no environment variable NONE");
    const auto header = [](const char *name, const char *fault) {
        QTest::newRow(name) << "http://h/" << name << fault;
    };
    header("Bad Name", "headers.Bad Name: is no name of a header");
    header("Content-Length", "headers.Content-Length: is made by Stampede; leave it out");
    header("x-request-id", "headers.x-request-id: is made by Stampede; leave it out");
}

void TestHttpRequest::faults()
{
    QFETCH(const QString, url);
    QFETCH(const QString, header);
    RequestText text;
    text.url = url.toStdString();
    if (!header.isEmpty()) {
        text.headers = {{header.toStdString(), "x"}};
    }
    QTEST(faultsOf(text), "fault");
}

void TestHttpRequest::secretsAreNotRepeated()
{
    RequestText text;
    text.url = "ftp://${env:KEY}/{nothing}";
    text.headers = {{"A", "${env:NO1} ${env:KEY} {what}"}};
    text.body = "${env:NO2} ${env:KEY} ${env:";
    const QString faults = faultsOf(text);
    QCOMPARE(faults, QStringLiteral("url: must begin with http://, https:// or http+unix://\n"
                                    "headers.A: there is no environment variable NO1\n"
                                    "headers.A: nothing is known to fill in for {what}\n"
                                    "body: there is no environment variable NO2\n"
                                    "body: ${env: is not closed with }"));
}

void TestHttpRequest::filters_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *value, const char *url, const char *body) {
        QTest::newRow(value) << QString::fromLatin1(value) << QString::fromLatin1(url)
                             << QString::fromLatin1(body);
    };
    // The value is a"b@example.com; in the URL once, in JSON through the filter and as JSON.
    row("{email}", "a%22b%40example.com", R"(a\"b@example.com)");
    row("{email:url}", "a%22b%40example.com", "a%22b%40example.com");
    row("{email:form}", "a%22b%40example.com", "a%22b%40example.com");
    row("{email:json}", "a%5C%22b%40example.com", R"(a\"b@example.com)");
    row("{email:base64}", "YSJiQGV4YW1wbGUuY29t", "YSJiQGV4YW1wbGUuY29t");
    row("{email:raw}", "a\"b@example.com", "a\"b@example.com");
    row("{userId:base64}", "Nw%3D%3D", "Nw==");
}

void TestHttpRequest::filters()
{
    QFETCH(const QString, value);
    QFETCH(const QString, url);
    QFETCH(const QString, body);
    RequestText text;
    text.url = "http://h/" + value.toStdString();
    text.body = "{\"v\":\"" + value.toStdString() + "\"}";
    text.bodyIsJson = true;
    const std::string request = written(text, 7, 0);
    QVERIFY2(request.starts_with("POST /" + url.toStdString() + " HTTP/1.1\r\n"), request.c_str());
    QVERIFY2(request.ends_with("{\"v\":\"" + body.toStdString() + "\"}"), request.c_str());
}

void TestHttpRequest::ofEachRequest()
{
    RequestText text;
    text.url = "http://h/";
    text.headers = {{"Idempotency-Key", "{uuid}"}, {"X-Who", "{vu}/{iteration}/{requestId}"}};
    text.body = "{uuid}";
    TemplateNames names;
    names.requestIdPrefix = "id-";
    auto made = RequestTemplate::make(text, names, "id-");
    QVERIFY(made.ok());
    static const QRegularExpression uuid(QStringLiteral(
        "Idempotency-Key: ([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\r\n"
        "X-Who: 3/5/id-(\\d+)\r\n[^$]*\r\n\r\n\\1$"));
    QSet<QString> seen;
    for (std::uint64_t request = 0; request < 1000; ++request) {
        std::string out;
        made.value().write(out, {1, request, nullptr, 2, 5});
        const auto match = uuid.match(QString::fromStdString(out));
        QVERIFY2(match.hasMatch(), out.c_str());
        QCOMPARE(match.captured(2), QString::number(request));
        seen.insert(match.captured(1));
    }
    QCOMPARE(seen.size(), 1000);
}

void TestHttpRequest::doubledBraces()
{
    RequestText text;
    text.url = "http://h/";
    text.body = R"({"query":"mutation($c:ID!){claim(c:$c){{id}}}","v":{"u":{"n":{userId}}}})";
    text.bodyIsJson = true;
    const std::string request = written(text, 3, 0);
    QVERIFY2(
        request.ends_with(R"({"query":"mutation($c:ID!){claim(c:$c){id}}","v":{"u":{"n":3}}})"),
        request.c_str());
    text.body = R"({{userId:form}} {user:name} {{no name}})";
    QVERIFY(written(text, 3, 0).ends_with("{userId:form} {user:name} {{no name}}"));
}

void TestHttpRequest::formBodies()
{
    RequestText text;
    text.url = "http://h/";
    text.headers = {{"content-type", "application/x-www-form-urlencoded; charset=utf-8"}};
    text.body = "goods={couponId}&mail={email}&again={email:raw}";
    QVERIFY(written(text, 1, 0)
                .ends_with("goods=SPRING+1%2F2&mail=a%22b%40example.com&again=a\"b@example.com"));
}

} // namespace tst_http_request

STAMPEDE_TEST(tst_http_request::TestHttpRequest)
#include "tst_http_request.moc"
