// Proves what leaves: URLs, headers and bodies with everything filled in and escaped for the place
// where it stands, and faults for what cannot be filled in, which never repeat a secret.

#include "http/request_template.h"
#include "test_program.h"

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
    url("ftp://h/", "url: must begin with http:// or https://");
    url("h/path", "url: must begin with http:// or https://");
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
    QCOMPARE(faults, QStringLiteral("url: must begin with http:// or https://\n"
                                    "headers.A: there is no environment variable NO1\n"
                                    "headers.A: nothing is known to fill in for {what}\n"
                                    "body: there is no environment variable NO2\n"
                                    "body: ${env: is not closed with }"));
}

} // namespace tst_http_request

STAMPEDE_TEST(tst_http_request::TestHttpRequest)
#include "tst_http_request.moc"
