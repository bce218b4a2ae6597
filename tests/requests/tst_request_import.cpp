// SPDX-License-Identifier: MIT
// Proves that a request is the same whichever program copied it, that curl lines, HAR, Postman
// collections, OpenAPI documents and .http files are read as they were meant, and that the scenario
// that is drafted of one holds placeholders wherever its values stood, no secret, and rules that
// take no success for a refusal.

#include "requests/draft_answers.h"
#include "requests/scenario_draft.h"
#include "scenario/scenario_reader.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_request_import {

using namespace stampede;

namespace {

QByteArray fileNamed(const QString &name)
{
    QFile file(QStringLiteral(STAMPEDE_SOURCE_DIR "/tests/requests/data/") + name);
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

FoundRequests foundIn(const QByteArray &content)
{
    const auto found = readRequests(content, QStringLiteral("input"));
    if (!found) {
        qFatal("%s", qPrintable(found.error().join(QLatin1Char('\n'))));
    }
    return found.value();
}

CopiedRequest onlyOneIn(const QByteArray &content)
{
    const FoundRequests found = foundIn(content);
    STAMPEDE_CHECK(found.requests.size() == 1);
    return found.requests.constFirst();
}

DraftedScenario draftOf(const FoundRequests &found, const QString &pick, const QString &user = {},
                        const QString &coupon = {})
{
    const auto index = pickRequest(found, pick);
    STAMPEDE_CHECK(index.ok());
    const auto draft = draftScenario(found, {index.value(), user, coupon}, QStringLiteral("input"));
    if (!draft) {
        qFatal("%s", qPrintable(draft.error().join(QLatin1Char('\n'))));
    }
    return draft.value();
}

QJsonObject targetOf(const DraftedScenario &draft)
{
    return draft.scenario.value(QStringLiteral("target")).toObject();
}

QStringList titlesOf(const FoundRequests &found)
{
    QStringList titles;
    for (const CopiedRequest &request : found.requests) {
        titles << request.title();
    }
    return titles;
}

QStringList variablesOf(const DraftedScenario &draft)
{
    QStringList names;
    for (const DraftVariable &variable : draft.variables) {
        names << variable.name;
    }
    names.sort();
    return names;
}

QJsonObject jsonObject(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

/// "Name: value" of every header.
QString headersOf(const CopiedRequest &request)
{
    QStringList lines;
    for (const auto &[name, value] : request.headers) {
        lines << name + QStringLiteral(": ") + value;
    }
    return lines.join(QLatin1Char('|'));
}

FoundAnswer answer(int status, const char *body, const char *name = "")
{
    FoundAnswer made;
    made.status = status;
    made.body = QString::fromUtf8(body);
    made.name = QString::fromUtf8(name);
    return made;
}

} // namespace

class TestRequestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browsersCopyTheSame_data();
    void browsersCopyTheSame();
    void curlLinesAreRead_data();
    void curlLinesAreRead();
    void harIsRead();
    void postmanIsRead();
    void oldPostmanIsRead();
    void openApiIsRead();
    void openApi31IsRead();
    void swaggerIsRead();
    void httpFilesAreRead();
    void placesOfJsonAreExact();
    void onePickIsOneRequest_data();
    void onePickIsOneRequest();
    void literalsBecomePlaceholders_data();
    void literalsBecomePlaceholders();
    void valuesAreThereToBeChosen();
    void secretsStayOutOfTheDraft();
    void earlierAnswersBecomeSteps();
    void rulesTakeNoSuccessForARefusal_data();
    void rulesTakeNoSuccessForARefusal();
    void draftsAreReadAsScenarios_data();
    void draftsAreReadAsScenarios();
    void whatOneRequestLacksKeepsNoOtherOut();
};

void TestRequestImport::browsersCopyTheSame_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"chrome-bash", "chrome-cmd", "chrome-powershell", "firefox-bash",
                             "firefox-cmd", "firefox-cmd-doubled", "firefox-powershell"}) {
        QTest::newRow(name) << QLatin1String(name) + QStringLiteral(".txt");
    }
}

void TestRequestImport::browsersCopyTheSame()
{
    QFETCH(QString, file);
    for (const bool hasReturns : {false, true}) { // as a clipboard of Windows has them
        QByteArray content = fileNamed(file);
        if (hasReturns) {
            content.replace("\n", "\r\n");
        }
        const CopiedRequest request = onlyOneIn(content);
        QCOMPARE(request.method, QStringLiteral("POST"));
        QCOMPARE(request.url, QStringLiteral("https://shop.example.com/api/promos/SPRING/claims"
                                             "?lang=ko&share=50%25"));
        QCOMPARE(request.body, QString::fromUtf8("{\"member\":\"m7\",\"memo\":\"it's 100% "
                                                 "\\\"sure\\\"\\nand <done> & café!\"}"));
        QCOMPARE(request.header(QStringLiteral("Accept-Language")).value(),
                 QStringLiteral("ko-KR,ko;q=0.9,en-US;q=0.8"));
        QCOMPARE(request.header(QStringLiteral("Authorization")).value(),
                 QStringLiteral("Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"));
        QCOMPARE(request.header(QStringLiteral("Cookie")).value(),
                 QStringLiteral("sid=9f8e7d6c5b4a; theme=dark"));
        QCOMPARE(request.header(QStringLiteral("Content-Type")).value(),
                 QStringLiteral("application/json"));
        QCOMPARE(request.header(QStringLiteral("User-Agent")).value(),
                 QStringLiteral("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"));
    }
}

void TestRequestImport::curlLinesAreRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("start"); // method and URL
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const char *line, const char *start,
                        const char *headers = "", const char *body = "") {
        QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(start)
                            << QString::fromUtf8(headers) << QString::fromUtf8(body);
    };
    const char *const form = "Content-Type: application/x-www-form-urlencoded";
    row("plain", "curl a.b/c", "GET http://a.b/c");
    row("a prompt", "$ curl https://a.b/c", "GET https://a.b/c");
    row("letters together", "curl -sSkXPUT https://a.b/c", "PUT https://a.b/c");
    row("value at its letter", "curl -XDELETE -H'a: b' https://a.b/c", "DELETE https://a.b/c",
        "a: b");
    row("long with =", "curl --request=PATCH --url=https://a.b/c", "PATCH https://a.b/c");
    row("pieces", "curl https://a.b/c -d a=1 -d b=2", "POST https://a.b/c", form, "a=1&b=2");
    row("encoded", "curl https://a.b/c --data-urlencode 'n=a b&c' --data-urlencode '=x/y'",
        "POST https://a.b/c", form, "n=a%20b%26c&x%2Fy");
    row("JSON", "curl https://a.b/c --json '{\"a\":' --json '1}'", "POST https://a.b/c",
        "Content-Type: application/json|Accept: application/json", "{\"a\":1}");
    row("into the query", "curl -G https://a.b/c?x=1 -d a=1", "GET https://a.b/c?x=1&a=1");
    row("query beside a body", "curl https://a.b/c --url-query 'x=1 2' -d a",
        "POST https://a.b/c?x=1%202", form, "a");
    row("raw @", "curl https://a.b/c --data-raw @x", "POST https://a.b/c", form, "@x");
    row("own type", "curl https://a.b/c -H 'content-type: text/plain' -d x", "POST https://a.b/c",
        "content-type: text/plain", "x");
    row("Basic", "curl -u mina:pw https://a.b/c", "GET https://a.b/c",
        "Authorization: Basic bWluYTpwdw==");
    row("user in the URL", "curl https://mina:p%77@a.b/c", "GET https://a.b/c",
        "Authorization: Basic bWluYTpwdw==");
    row("agent and referer", "curl -A x -e 'https://a.b/;auto' https://a.b/c", "GET https://a.b/c",
        "User-Agent: x|Referer: https://a.b/");
    row("cookies", "curl -b a=1 -b 'b=2' https://a.b/c", "GET https://a.b/c", "Cookie: a=1; b=2");
    row("empty and no header", "curl -H 'X-Empty;' -H 'Accept:' https://a.b/c", "GET https://a.b/c",
        "X-Empty: ");
    row("variables", "curl \"https://a.b/$X\" -H \"t: ${Y:-1}\" -d '$Z' -d ${env:W}",
        "POST https://a.b/${env:X}", "t: ${env:Y}|Content-Type: application/x-www-form-urlencoded",
        "$Z&${env:W}");
    row("quotes in words", "curl https://a.b/c -d a'b'\"c\"\\ d", "POST https://a.b/c", form,
        "abc d");
    row("a comment", "curl https://a.b/c # -d x\n", "GET https://a.b/c");
    row("a pipe", "curl https://a.b/c 2>/dev/null >& x &>y | jq .", "GET https://a.b/c");
    row("a fragment", "curl 'https://a.b/c?d#e'", "GET https://a.b/c?d");
    row("bytes", "curl https://a.b/c --data-raw $'\\xea\\xb0\\x80\\u00e9\\n\\101'",
        "POST https://a.b/c", form, "가é\nA");
    row("a pair of halves", "curl https://a.b/c --data-raw $'\\ud83d\\ude00'", "POST https://a.b/c",
        form, "😀");
    row("lines in cmd", "curl ^\"https://a.b/c^\" ^\n --data-raw ^\"a^\n\nb^\\^\"^\"",
        "POST https://a.b/c", form, "a\nb\"");
}

void TestRequestImport::curlLinesAreRead()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, start);
    QFETCH(QString, headers);
    QFETCH(QString, body);
    const CopiedRequest request = onlyOneIn(line);
    QCOMPARE(request.method + QLatin1Char(' ') + request.url, start);
    QCOMPARE(headersOf(request), headers);
    QCOMPARE(request.body, body);
}

void TestRequestImport::harIsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("shop.har")));
    QCOMPARE(found.source, RequestSource::Har);
    QCOMPARE(titlesOf(found),
             (QStringList{QStringLiteral("POST /api/login"), QStringLiteral("POST /api/queue"),
                          QStringLiteral("POST /api/promos/SPRING/claims"),
                          QStringLiteral("POST /api/promos/SPRING/claims"),
                          QStringLiteral("POST /api/promos/SPRING/claims")}));
    QCOMPARE(found.requests[2].answers.constFirst().status, 201);
    QCOMPARE(found.requests[0].headers.size(), 1); // without :authority
    QCOMPARE(found.remarks.size(), 1);             // the picture
}

void TestRequestImport::postmanIsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("collection.json")));
    QCOMPARE(found.source, RequestSource::Postman);
    QCOMPARE(titlesOf(found), (QStringList{QStringLiteral("GET /api/health"),
                                           QStringLiteral("POST /api/promos/SPRING/claims"),
                                           QStringLiteral("POST /api/claims"),
                                           QStringLiteral("POST /api/receipts")}));
    QCOMPARE(headersOf(found.requests[0]), QString());
    const CopiedRequest &claim = found.requests[1];
    QCOMPARE(claim.name, QStringLiteral("Claims / Claim a coupon"));
    QCOMPARE(claim.url,
             QStringLiteral("https://shop.example.com/api/promos/SPRING/claims?lang=ko"));
    QCOMPARE(headersOf(claim),
             QStringLiteral("Content-Type: application/json|Authorization: Bearer ${env:TOKEN}"));
    QCOMPARE(claim.body, QStringLiteral("{\"member\": \"m7\", \"amount\": ${env:AMOUNT}}"));
    QCOMPARE(claim.answers.size(), 3);
    QCOMPARE(found.requests[2].body, QStringLiteral("member=m7&api_key=k-123"));
}

void TestRequestImport::oldPostmanIsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("collection-2.0.json")));
    QCOMPARE(titlesOf(found), (QStringList{QStringLiteral("POST /api/promos/SPRING/claims"),
                                           QStringLiteral("GET /api/promos/SPRING")}));
    QCOMPARE(headersOf(found.requests[0]),
             QStringLiteral("Content-Type: application/json|X-Api-Key: k-9|Authorization: Basic "
                            "dTpw"));
}

void TestRequestImport::openApiIsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("openapi-3.0.yaml")));
    QCOMPARE(found.source, RequestSource::OpenApi);
    const CopiedRequest &claim = found.requests.constFirst();
    QCOMPARE(claim.url,
             QStringLiteral("https://shop.example.com/api/promos/{promoCode}/claims?lang=ko"));
    QCOMPARE(claim.body,
             QStringLiteral("{\"member\": \"{member}\", \"channel\": \"web\", \"seats\": 2}"));
    QCOMPARE(headersOf(claim), QStringLiteral("Content-Type: application/json|X-Api-Key: "
                                              "${env:X_API_KEY}"));
    const DraftedScenario draft =
        draftOf(found, QString(), QStringLiteral("member"), QStringLiteral("promoCode"));
    QCOMPARE(targetOf(draft).value(QStringLiteral("url")).toString(),
             QStringLiteral("https://shop.example.com/api/promos/{couponId}/claims?lang=ko"));
    QCOMPARE(targetOf(draft).value(QStringLiteral("body")).toString(),
             QStringLiteral("{\"member\": \"{userId}\", \"channel\": \"web\", \"seats\": 2}"));
    QCOMPARE(draft.rules, (QStringList{QStringLiteral("201: issued"),
                                       QStringLiteral("409, /code = \"DUPLICATE\": already issued"),
                                       QStringLiteral("409, /code = \"SOLD_OUT\": out of stock"),
                                       QStringLiteral("5xx: server error")}));
}

void TestRequestImport::openApi31IsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("openapi-3.1.json")));
    const CopiedRequest &take = found.requests.constFirst();
    QCOMPARE(take.url, QStringLiteral("${env:BASE_URL}/seats/12"));
    QCOMPARE(take.body, QStringLiteral("{\"userId\": 7, \"quantity\": {quantity}}"));
    const DraftedScenario draft =
        draftOf(found, QStringLiteral("takeSeat"), QStringLiteral("7"), QStringLiteral("12"));
    QCOMPARE(targetOf(draft).value(QStringLiteral("body")).toString(),
             QStringLiteral("{\"userId\": {userId}, \"quantity\": ${env:QUANTITY}}"));
    QCOMPARE(variablesOf(draft), (QStringList{QStringLiteral("BASE_URL"), QStringLiteral("LOGIN"),
                                              QStringLiteral("QUANTITY")}));
    // Two answers of 200, one of them a refusal: only the other is a success.
    QCOMPARE(draft.rules, (QStringList{QStringLiteral("200, /result = \"OK\": issued"),
                                       QStringLiteral("5xx: server error")}));
}

void TestRequestImport::swaggerIsRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("swagger-2.yaml")));
    QCOMPARE(found.requests[0].url,
             QStringLiteral("https://shop.example.com/v2/coupons/{couponId}/issue"));
    QCOMPARE(found.requests[0].body, QStringLiteral("{\"userId\": {userId}}"));
    QCOMPARE(found.requests[1].body, QStringLiteral("member={member}"));
    const DraftedScenario draft = draftOf(found, QStringLiteral("issue"), QStringLiteral("userId"),
                                          QStringLiteral("couponId"));
    QCOMPARE(
        draft.rules,
        (QStringList{QStringLiteral("200: issued"),
                     QStringLiteral("400, /code = \"OUT_OF_STOCK\": out of stock"),
                     QStringLiteral("409: already issued"), QStringLiteral("5xx: server error")}));
}

void TestRequestImport::httpFilesAreRead()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("calls.http")));
    QCOMPARE(found.source, RequestSource::HttpFile);
    QCOMPARE(titlesOf(found),
             (QStringList{QStringLiteral("GET /api/health"),
                          QStringLiteral("POST /api/promos/SPRING/claims"),
                          QStringLiteral("POST /claims"), QStringLiteral("POST /api/upload")}));
    const CopiedRequest &claim = found.requests[1];
    QCOMPARE(claim.name, QStringLiteral("claim"));
    QCOMPARE(claim.url,
             QStringLiteral("https://shop.example.com/api/promos/SPRING/claims?lang=ko&page=2"));
    QCOMPARE(headersOf(claim), QStringLiteral("Content-Type: application/json|Authorization: Basic "
                                              "bWluYTpwdy0x"));
    QCOMPARE(claim.body, QStringLiteral("{\n  \"member\": 7\n}"));
    QCOMPARE(found.requests[2].url, QStringLiteral("http://shop.example.com/claims"));
    QCOMPARE(found.requests[2].body, QStringLiteral("member=7&token=${env:TOKEN}"));
}

void TestRequestImport::placesOfJsonAreExact()
{
    InputFaults faults(QStringLiteral("f"));
    const QByteArray json("{\n  \"가\": [\n    \"é\", 12, { \"x\": true } ]\n}");
    const DocumentNode root = readJsonDocument(json, faults);
    QVERIFY(!faults.any());
    const DocumentNode &list = root[u"가"];
    QCOMPARE(list.place, (TextPlace{2, 8}));
    QCOMPARE(list.items[0].place, (TextPlace{3, 5}));
    QCOMPARE(list.items[1].place, (TextPlace{3, 10}));
    QCOMPARE(list.items[2].place, (TextPlace{3, 14}));
    QCOMPARE(list.items[2]["x"].place, (TextPlace{3, 21}));
    QCOMPARE(json.mid(list.items[1].offset, list.items[1].end - list.items[1].offset), "12");
}

void TestRequestImport::onePickIsOneRequest_data()
{
    QTest::addColumn<QString>("pick");
    QTest::addColumn<int>("index"); // −1: refused
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << "" << -1 << "there are 5 requests";
    QTest::newRow("number") << "2" << 1 << "";
    QTest::newRow("zero") << "0" << -1 << "there are 1 to 5";
    QTest::newRow("too high") << "6" << -1 << "there are 1 to 5";
    QTest::newRow("title") << "POST  /api/login" << 0 << "";
    QTest::newRow("near") << "POST /api/logon" << -1 << "did you mean POST /api/login?";
    QTest::newRow("several") << "POST /api/promos/SPRING/claims" << -1 << "3, 4, 5";
}

void TestRequestImport::onePickIsOneRequest()
{
    QFETCH(QString, pick);
    QFETCH(int, index);
    QFETCH(QString, says);
    const auto picked = pickRequest(foundIn(fileNamed(QStringLiteral("shop.har"))), pick);
    QCOMPARE(picked ? picked.value() : -1, qsizetype(index));
    QVERIFY(picked || picked.error().contains(says));
}

void TestRequestImport::literalsBecomePlaceholders_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("coupon");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("sent"); // header, or the body
    const auto row = [](const char *name, const char *line, const char *user, const char *coupon,
                        const char *url, const char *sent) {
        QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(user)
                            << QString::fromUtf8(coupon) << QString::fromUtf8(url)
                            << QString::fromUtf8(sent);
    };
    const char *const plain = "https://a.b:7/c";
    row("path", "curl -XPOST https://a.b:7/u/7/x/77 -d ''", "7", "",
        "https://a.b:7/u/{userId}/x/77", "");
    row("encoded path", "curl -XPOST 'https://a.b/u/m%40x.y' -d ''", "m@x.y", "",
        "https://a.b/u/{userId}", "");
    row("query", "curl -XPOST 'https://a.b/c?u=7&v=17&w=7%37' -d ''", "7", "",
        "https://a.b/c?u={userId}&v=17&w=7%37", "");
    row("header", "curl -XPOST https://a.b:7/c -H 'X-Member: 7' -H 'User-Agent: 7'", "7", "", plain,
        "X-Member: {userId}|User-Agent: 7");
    row("cookie", "curl -XPOST https://a.b:7/c -b 'uid=7; sid=s1'", "7", "", plain,
        "Cookie: uid={userId}; sid=${env:COOKIE_SID}");
    row("form", "curl https://a.b:7/c -d 'm=m+7&n=7'", "m 7", "", plain, "m={userId}&n=7");
    row("JSON number",
        "curl https://a.b:7/c -d '{\"u\": 7, \"v\": 77, \"w\": [7.0]}' -H "
        "'Content-Type: application/json'",
        "7", "", plain, "{\"u\": {userId}, \"v\": 77, \"w\": [7.0]}");
    row("JSON text", "curl https://a.b:7/c --json '{\"u\": \"\\u006d7\"}'", "m7", "", plain,
        "{\"u\": \"{userId}\"}");
    row("inside a text",
        "curl https://a.b:7/c --json '{\"q\": \"user:m-007!\", \"r\": \"xm-007\"}'", "m-007", "",
        plain, "{\"q\": \"user:{userId}!\", \"r\": \"xm-007\"}");
    row("large number",
        "curl https://a.b:7/c --json '{\"u\": 1729382256910270465, \"o\": "
        "1729382256910270466}'",
        "1729382256910270465", "", plain, "{\"u\": {userId}, \"o\": 1729382256910270466}");
    row("both", "curl https://a.b/SPRING --json '{\"u\": 7, \"c\": \"SPRING\"}'", "7", "SPRING",
        "https://a.b/{couponId}", "{\"u\": {userId}, \"c\": \"{couponId}\"}");
    row("a column", "curl https://a.b:7/c --json '{\"m\": \"m7\"}'", "member=m7", "", plain,
        "{\"m\": \"{member}\"}");
    row("braces of the request", "curl 'https://a.b:7/c' --json '{\"q\": \"{id}\", \"u\": 7}'", "7",
        "", plain, "{\"q\": \"\\u007bid}\", \"u\": {userId}}");
    row("braces of a form", "curl 'https://a.b:7/c' -d 'q={id}&u=7'", "7", "", plain,
        "q=%7Bid}&u={userId}");
    row("a part of a form", "curl https://a.b:7/c -F m=7 -F n=77", "7", "", plain,
        "--stampede-form-part\r\nContent-Disposition: form-data; name=\"m\"\r\n\r\n{userId}\r\n"
        "--stampede-form-part\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n77\r\n"
        "--stampede-form-part--\r\n");
    row("other text", "curl https://a.b:7/c -H 'Content-Type: text/xml' -d '<u>m-007</u>'", "m-007",
        "", plain, "<u>{userId}</u>");
}

void TestRequestImport::literalsBecomePlaceholders()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, user);
    QFETCH(QString, coupon);
    QFETCH(QString, url);
    QFETCH(QString, sent);
    const DraftedScenario draft = draftOf(foundIn(line), QString(), user, coupon);
    const QJsonObject target = targetOf(draft);
    QCOMPARE(target.value(QStringLiteral("url")).toString(), url);
    QStringList lines;
    const QJsonObject headers = target.value(QStringLiteral("headers")).toObject();
    for (const QString &part : sent.split(QLatin1Char('|'))) {
        const QString name = part.section(QStringLiteral(": "), 0, 0);
        if (headers.contains(name)) {
            QCOMPARE(headers.value(name).toString(), part.section(QStringLiteral(": "), 1));
        } else {
            QCOMPARE(target.value(QStringLiteral("body")).toString(), part);
        }
    }
    const bool isColumn = user.contains(QLatin1Char('='));
    QCOMPARE(draft.needsPeople, isColumn || user.toLongLong() == 0);
    if (!coupon.isEmpty()) {
        QCOMPARE(target.value(QStringLiteral("couponId")).toString(), coupon);
    }
}

void TestRequestImport::valuesAreThereToBeChosen()
{
    const CopiedRequest request =
        onlyOneIn("curl 'https://a.b/promos/SPRING?lang=ko&api_key=s' -H 'X-Member: 7' -H "
                  "'Authorization: Bearer s' -H 'Accept: x' -b 'uid=7; token=s' --json "
                  "'{\"member\": \"m%407\", \"seats\": [1], \"password\": \"s\"}'");
    QStringList shown;
    for (const RequestValue &value : valuesOf(request)) {
        shown << value.place + QStringLiteral(" = ") + value.value;
    }
    QCOMPARE(shown,
             (QStringList{
                 QStringLiteral("the path = promos"), QStringLiteral("the path = SPRING"),
                 QStringLiteral("the query (lang) = ko"), QStringLiteral("the header X-Member = 7"),
                 QStringLiteral("the cookie uid = 7"), QStringLiteral("the body (member) = m%407"),
                 QStringLiteral("the body (seats) = 1")}));
}

void TestRequestImport::secretsStayOutOfTheDraft()
{
    const FoundRequests found =
        foundIn("curl 'https://a.b/c?api_key=S1secret&x=1' -H 'Authorization: Bearer S2secret' "
                "-H 'X-Api-Key: S3secret' -b 'sid=S4secret' -H 'Idempotency-Key: S5secret' "
                "--json '{\"password\": \"S6secret\", \"user\": {\"accessToken\": \"S7secret\"}, "
                "\"memo\": \"open\"}'");
    const DraftedScenario draft = draftOf(found, QString());
    const QByteArray file = scenarioFile(draft);
    QVERIFY2(!file.contains("secret\""), file.constData());
    QVERIFY2(!file.contains("S1secret") && file.contains("open"), file.constData());
    for (const QString &note : draft.notes) {
        QVERIFY2(!note.contains(QStringLiteral("secret")), qPrintable(note));
    }
    QCOMPARE(variablesOf(draft),
             (QStringList{QStringLiteral("ACCESSTOKEN"), QStringLiteral("API_KEY"),
                          QStringLiteral("AUTHORIZATION"), QStringLiteral("COOKIE"),
                          QStringLiteral("PASSWORD"), QStringLiteral("X_API_KEY")}));
    QCOMPARE(
        targetOf(draft).value(QStringLiteral("headers")).toObject(),
        jsonObject(R"({"Accept": "application/json", "Authorization": "Bearer ${env:AUTHORIZATION}",
                 "Content-Type": "application/json", "Cookie": "${env:COOKIE}",
                 "X-Api-Key": "${env:X_API_KEY}"})"));
}

void TestRequestImport::earlierAnswersBecomeSteps()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("shop.har")));
    const DraftedScenario draft = draftOf(
        found, QStringLiteral("3"), QStringLiteral("mina@example.com"), QStringLiteral("SPRING"));
    QVERIFY(draft.hasSteps);
    const QJsonObject expected = jsonObject(R"({ "steps": [
        { "name": "POST /api/login", "each": "person", "method": "POST",
          "url": "https://shop.example.com/api/login",
          "headers": { "content-type": "application/json" },
          "body": { "email": "{userId}", "password": "${env:PASSWORD}" }, "expect": [200],
          "extract": { "token": { "pointer": "/data/token" }, "sid": { "cookie": "sid" } } },
        { "name": "POST /api/queue", "each": "request", "method": "POST",
          "url": "https://shop.example.com/api/queue",
          "headers": { "authorization": "Bearer {token}" }, "body": "", "expect": [200],
          "extract": { "Queue_Token": { "header": "Queue-Token" } } } ] })");
    QCOMPARE(targetOf(draft).value(QStringLiteral("steps")),
             expected.value(QStringLiteral("steps")));
    QCOMPARE(targetOf(draft).value(QStringLiteral("headers")).toObject(),
             jsonObject(R"({"authorization": "Bearer {token}", "content-type": "application/json",
                 "cookie": "sid={sid}; theme=${env:COOKIE_THEME}",
                 "queue-token": "{Queue_Token}"})"));
    QCOMPARE(draft.rules,
             (QStringList{QStringLiteral("201: issued"),
                          QStringLiteral("400, /error/code = \"ALREADY_CLAIMED\": already issued"),
                          QStringLiteral("400, /error/code = \"SOLD_OUT\": out of stock"),
                          QStringLiteral("5xx: server error")}));
}

void TestRequestImport::rulesTakeNoSuccessForARefusal_data()
{
    QTest::addColumn<QList<FoundAnswer>>("answers");
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<int>("notes");
    const auto row = [](const char *name, const QList<FoundAnswer> &answers,
                        const QStringList &rules,
                        int notes = 0) { QTest::newRow(name) << answers << rules << notes; };
    const QString failure = QStringLiteral("5xx: server error");
    row("none", {}, {});
    row("one success", {answer(200, "{\"id\": 1}")}, {QStringLiteral("200: issued"), failure});
    row("always 200",
        {answer(200, R"({"code": "OK"})"), answer(200, R"({"code": "SOLD_OUT"})"),
         answer(200, R"({"code": "DUPLICATE"})")},
        {QStringLiteral("200, /code = \"OK\": issued"), failure}, 1);
    row("always 200 without codes", {answer(200, "\"yes\""), answer(200, "\"sold out\"")}, {}, 2);
    row("success: false", {answer(200, R"({"success": false})")}, {}, 1);
    row("accepted", {answer(202, "{}")}, {}, 1);
    row("by status", {answer(201, ""), answer(409, ""), answer(410, ""), answer(404, "")},
        {QStringLiteral("201: issued"), QStringLiteral("404: not found"),
         QStringLiteral("409: already issued"), QStringLiteral("410: out of stock"), failure});
    row("by words",
        {answer(201, ""), answer(400, "", "sold out"), answer(403, "", "sale has ended")},
        {QStringLiteral("201: issued"), QStringLiteral("400: out of stock"),
         QStringLiteral("403: sale over"), failure});
    row("in Korean", {answer(409, R"({"code": "E17", "message": "재고가 소진되었습니다"})")},
        {QStringLiteral("409, /code = \"E17\": out of stock"), failure});
    row("two meanings, no code", {answer(409, "", "already claimed"), answer(409, "", "sold out")},
        {}, 2);
    row("nobody knows", {answer(401, "", "log in"), answer(429, "")}, {}, 2);
    row("only failures", {answer(500, ""), answer(503, "")}, {failure});
}

void TestRequestImport::rulesTakeNoSuccessForARefusal()
{
    QFETCH(QList<FoundAnswer>, answers);
    QFETCH(QStringList, rules);
    QFETCH(int, notes);
    const DraftRules draft = draftRules(answers);
    QCOMPARE(draft.shown, rules);
    QCOMPARE(draft.notes.size(), qsizetype(notes));
    for (const ClassifyRule &rule : draft.rules) {
        QVERIFY(rule.leastStatus >= 300 || rule.outcome == Outcome::Issued);
    }
}

void TestRequestImport::draftsAreReadAsScenarios_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pick");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("coupon");
    const auto row = [](const char *file, const char *pick, const char *user, const char *coupon) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(pick)
                            << QString::fromLatin1(user) << QString::fromLatin1(coupon);
    };
    row("chrome-bash.txt", "", "", "SPRING");
    row("chrome-cmd.txt", "", "", "");
    row("firefox-powershell.txt", "1", "", "SPRING");
    row("shop.har", "1", "", "");
    row("collection.json", "2", "", "SPRING");
    row("collection-2.0.json", "1", "7", "SPRING");
    row("openapi-3.0.yaml", "", "member", "promoCode");
    row("openapi-3.1.json", "", "7", "12");
    row("swagger-2.yaml", "1", "userId", "couponId");
    row("calls.http", "claim", "7", "SPRING");
}

void TestRequestImport::draftsAreReadAsScenarios()
{
    QFETCH(QString, file);
    QFETCH(QString, pick);
    QFETCH(QString, user);
    QFETCH(QString, coupon);
    const DraftedScenario draft = draftOf(foundIn(fileNamed(file)), pick, user, coupon);
    QVERIFY(!draft.needsPeople && !draft.hasSteps);
    const auto scenario = readScenario(scenarioFile(draft), QStringLiteral("made"));
    QVERIFY2(scenario.ok(), scenario ? "" : qPrintable(scenario.error().join(QLatin1Char('\n'))));
    const QJsonObject read = scenarioToJson(scenario.value());
    const QJsonObject target = read.value(QStringLiteral("target")).toObject();
    const QJsonObject wanted = targetOf(draft);
    for (const char *key : {"url", "method", "headers", "classify"}) {
        QCOMPARE(target.value(QLatin1String(key)), wanted.value(QLatin1String(key)));
    }
}

void TestRequestImport::whatOneRequestLacksKeepsNoOtherOut()
{
    const FoundRequests found = foundIn(fileNamed(QStringLiteral("collection.json")));
    const auto receipt = draftScenario(found, {3, {}, {}}, QStringLiteral("c.json"));
    QVERIFY(!receipt);
    QVERIFY(receipt.error().constFirst().startsWith(QStringLiteral("c.json:")));
    QVERIFY(draftScenario(found, {2, {}, {}}, QStringLiteral("c.json")).ok());
    const auto nowhere =
        draftScenario(found, {2, QStringLiteral("m8"), {}}, QStringLiteral("c.json"));
    QVERIFY(!nowhere && nowhere.error().constFirst().contains(QStringLiteral("m8 stands nowhere")));
}

} // namespace tst_request_import

STAMPEDE_TEST(tst_request_import::TestRequestImport)
#include "tst_request_import.moc"
