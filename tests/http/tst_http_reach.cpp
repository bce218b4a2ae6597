// SPDX-License-Identifier: MIT
// Proves what of other people's services can be reached and read: bodies that are packed or written
// in another character set, answers of HTTP/2, Unix sockets, certificates of one's own and of the
// client, and steps before a request with values, cookies and waiting lines.

#include "http_fixture.h"
#include "peer.h"
#include "test_program.h"

#include "http/body_decoder.h"
#include "http/response_reader.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <mutex>
#include <set>

namespace tst_http_reach {

using namespace stampede;
using namespace stampede::test;

namespace {

/// `bits` as of zlib: 31 gzip, 15 zlib, −15 deflate alone.
std::string packed(std::string_view text, int bits)
{
    z_stream zlib{};
    deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&zlib, text.size()) + 32, '\0');
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    zlib.avail_in = static_cast<uInt>(text.size());
    zlib.next_out = reinterpret_cast<Bytef *>(out.data());
    zlib.avail_out = static_cast<uInt>(out.size());
    deflate(&zlib, Z_FINISH);
    deflateEnd(&zlib);
    return out.substr(0, out.size() - zlib.avail_out);
}

AnswerRule ruleFor(const char *pointer, const char *value, Outcome outcome)
{
    AnswerRule rule;
    rule.pointer = pointer;
    rule.test = std::string(value);
    rule.outcome = outcome;
    return rule;
}

StepPlan stepFor(const QString &name, const RequestText &text, TemplateNames names)
{
    names.requestIdPrefix = "run-";
    auto request = RequestTemplate::make(text, names, "run-s-");
    if (!request) {
        qFatal("%s", qPrintable(request.error().front().text));
    }
    StepPlan step;
    step.name = name;
    step.request = std::move(request).value();
    step.expected = {{200, 299}};
    return step;
}

HttpPlan planWithStep(const std::string &url, int vus, std::int64_t requests, bool cookies)
{
    HttpPlan plan = planFor(url, vus, requests, 5s);
    RequestText text;
    text.url = url;
    text.headers = {{"Authorization", "Bearer {token}"}};
    text.body = R"({"userId":{userId}})";
    TemplateNames names;
    names.extracted = {"token"};
    plan.request = std::move(RequestTemplate::make(text, names, "run-").value());
    plan.extracted = 1;
    plan.keepsCookies = cookies;
    return plan;
}

std::string headerIn(const std::string &request, const std::string &name)
{
    const std::size_t at = request.find("\r\n" + name + ": ");
    const std::size_t start = at + name.size() + 4;
    return at == std::string::npos ? std::string()
                                   : request.substr(start, request.find("\r\n", start) - start);
}

} // namespace

class TestHttpReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBodies_data();
    void readsBodies();
    void saysWhyABodyWasNotRead_data();
    void saysWhyABodyWasNotRead();
    void bombsAreBounded();
    void oldStatusLines();
    void namesHttp2();
    void triesEveryAddress();
    void unixSocket();
    void certificates();
    void replaysAreNoSecondCoupon();
    void stepGivesValues();
    void stepWaits();
    void stepGivesUp();
    void failedStepIsNotSent();
    void stepElsewhere();
    void peopleLogInBefore();
    void cookiesAreKept();
};

void TestHttpReach::readsBodies_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const std::string json = R"({"code":"GONE","msg":"선착순"})";
    const std::string korean = R"({"code":"GONE","msg":")"
                               "\xbc\xb1\xc2\xf8\xbc\xf8\"}";
    const auto row = [](const char *name, const char *headers, const std::string &body) {
        QTest::newRow(name) << QByteArray(headers) << QByteArray::fromStdString(body);
    };
    row("gzip", "Content-Encoding: gzip\r\n", packed(json, 31));
    row("x-gzip", "Content-Encoding: X-GZIP\r\n", packed(json, 31));
    row("deflate", "Content-Encoding: deflate\r\n", packed(json, 15));
    row("deflate alone", "Content-Encoding: deflate\r\n", packed(json, -15));
    row("identity", "Content-Encoding: identity\r\n", json);
    row("mark of UTF-8", "", "\xEF\xBB\xBF" + json);
    row("gzip with a mark", "Content-Encoding: gzip\r\n", packed("\xEF\xBB\xBF" + json, 31));
    row("EUC-KR", "Content-Type: application/json;charset=EUC-KR\r\n", korean);
    row("MS949", "Content-Type: application/json; charset=\"ms949\"\r\n", korean);
    row("EUC-KR in gzip",
        "Content-Type: application/json;charset=euc-kr\r\nContent-Encoding: gzip\r\n",
        packed(korean, 31));
    row("long", "",
        R"({"pad":")" + std::string(100'000, 'x') + R"(","code":"GONE","msg":"선착순"})");
}

void TestHttpReach::readsBodies()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, body);
    Peer peer([&](PeerLine &line) {
        while (line.request()) {
            line.say(answer(200, body.toStdString(), headers.toStdString()));
        }
    });
    HttpPlan plan = planFor(peer.url(), 2, 6);
    AnswerRule rule = ruleFor("/msg", "선착순", Outcome::OutOfStock);
    plan.rules = {ruleFor("/code", "OK", Outcome::Issued), rule};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::OutOfStock), 6);
}

void TestHttpReach::saysWhyABodyWasNotRead_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("why");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const char *headers, const std::string &body,
                        NotRecognised why, const char *named) {
        QTest::newRow(name) << QByteArray(headers) << QByteArray::fromStdString(body)
                            << static_cast<int>(why) << QString::fromLatin1(named);
    };
    row("brotli", "Content-Encoding: br\r\n", "\x8b\x02\x80{}\x03", NotRecognised::Encoded, "br");
    row("broken gzip", "Content-Encoding: gzip\r\n", "no gzip at all", NotRecognised::Encoded,
        "gzip");
    const std::string whole = packed(R"({"code":"OK"})", 31);
    row("gzip without its end", "Content-Encoding: gzip\r\n", whole.substr(0, whole.size() - 12),
        NotRecognised::Encoded, "gzip");
    row("unknown character set", "Content-Type: text/plain; charset=klingon\r\n", "{}",
        NotRecognised::Charset, "klingon");
    row("no UTF-8, and nothing named", "", "{\"code\":\"\xbc\xb1\"}", NotRecognised::Charset, "");
    row("no rule", "", R"({"code":"WHAT"})", NotRecognised::NoRule, "");
}

void TestHttpReach::saysWhyABodyWasNotRead()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const int, why);
    Peer peer([&](PeerLine &line) {
        while (line.request()) {
            line.say(answer(200, body.toStdString(), headers.toStdString()));
        }
    });
    HttpPlan plan = planFor(peer.url(), 1, 2);
    plan.rules = {ruleFor("/code", "OK", Outcome::Issued)};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Unknown, UnknownReason::Unclassified), 2);
    QVERIFY(engine.report().firstUnrecognised.has_value());
    QCOMPARE(static_cast<int>(engine.report().firstUnrecognised->why), why);
    QTEST(QString::fromStdString(engine.report().firstUnrecognised->named), "named");
}

void TestHttpReach::bombsAreBounded()
{
    BodyDecoder decoder;
    const std::string bomb = packed(std::string(50'000'000, 'x'), 31);
    const std::vector<AnswerHeader> headers{{"content-encoding", "gzip", true}};
    ServiceAnswer given;
    given.status = 200;
    given.body = bomb;
    given.headers = headers;
    const ServiceAnswer read = decoder.decoded(given);
    QVERIFY(!read.unread.has_value());
    QVERIFY(!read.bodyIsWhole);
    QCOMPARE(read.body.size(), ResponseReader::kMostKeptBody);
}

void TestHttpReach::oldStatusLines()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
            line.say("HTTP/1.1 200\r\nContent-Length: 2\r\n\r\n{}"); // no reason, and no blank
        }
    });
    HttpEngine engine(planFor(peer.url(), 1, 3));
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 3);
}

void TestHttpReach::namesHttp2()
{
    Peer peer([](PeerLine &line) {
        if (line.request()) {
            line.say(std::string_view("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\x64\0\0\x08\7\0\0\0\0\0", 24));
        }
    });
    HttpEngine engine(planFor(peer.url(), 1, 1));
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QVERIFY(engine.report().firstUnrecognised.has_value());
    QCOMPARE(engine.report().firstUnrecognised->why, NotRecognised::Http2);
}

void TestHttpReach::triesEveryAddress()
{
    // "localhost" has ::1 first where the system knows it, and nobody listens there.
    Peer peer([](PeerLine &line) {
        while (line.request()) {
            line.say(answer(200));
        }
    });
    HttpEngine engine(planFor("http://localhost:" + std::to_string(peer.port()) + "/", 2, 4));
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 4);
}

void TestHttpReach::unixSocket()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("app.sock")).toStdString();
    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un named{};
    named.sun_family = AF_UNIX;
    QVERIFY(path.size() < sizeof(named.sun_path));
    path.copy(named.sun_path, sizeof(named.sun_path) - 1);
    QCOMPARE(bind(listener, reinterpret_cast<sockaddr *>(&named), sizeof(named)), 0);
    QCOMPARE(listen(listener, 8), 0);
    std::string first;
    std::thread service([&] {
        const std::atomic<bool> stop{false};
        const int line = accept(listener, nullptr, nullptr);
        PeerLine peer(line, nullptr, stop);
        while (const auto request = peer.request()) {
            first = first.empty() ? *request : first;
            peer.say(answer(200));
        }
        ::close(line);
    });
    {
        HttpEngine engine(planFor("http+unix://" + path + ":/issue?x=1", 1, 5));
        const auto result = engine.run({});
        QVERIFY(result.ok());
        QCOMPARE(told(result.value(), Outcome::Issued), 5);
    }
    service.join();
    ::close(listener);
    QVERIFY(first.starts_with("POST /issue?x=1 HTTP/1.1\r\nHost: localhost\r\n"));
}

void TestHttpReach::certificates()
{
    QTemporaryDir folder;
    const auto openssl = [&folder](const QString &words) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("openssl"), words.split(QLatin1Char(' ')));
        QVERIFY2(process.waitForFinished() && process.exitCode() == 0,
                 process.readAllStandardError().constData());
    };
    openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key "
                           "-out ca.pem"));
    for (const QString &name : {QStringLiteral("server"), QStringLiteral("client")}) {
        openssl(QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=%1 -addext "
                               "subjectAltName=IP:127.0.0.1 -keyout %1.key -out %1.csr")
                    .arg(name));
        openssl(QStringLiteral("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial "
                               "-days 2 -copy_extensions copy -out %1.pem")
                    .arg(name));
    }
    const auto file = [&folder](const char *name) {
        return folder.filePath(QLatin1String(name)).toStdString();
    };
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    SSL_CTX_use_certificate_file(context.get(), file("server.pem").c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_use_PrivateKey_file(context.get(), file("server.key").c_str(), SSL_FILETYPE_PEM);
    SSL_CTX_load_verify_locations(context.get(), file("ca.pem").c_str(), nullptr);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    Peer peer(
        [](PeerLine &line) {
            while (line.request()) {
                line.say(answer(200));
            }
        },
        context.get());
    HttpPlan plan = planFor(peer.url(), 2, 4);

    HttpEngine unknown(plan);
    const auto refused = unknown.run({});
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().find("issuer") != std::string::npos ||
                 refused.error().find("self-signed") != std::string::npos,
             refused.error().c_str());

    plan.tls.authority = file("ca.pem");
    HttpEngine nobody(plan);
    const auto withoutClient = nobody.run({});
    QVERIFY(!withoutClient.ok() || told(withoutClient.value(), Outcome::Issued) == 0);
    const std::string said =
        withoutClient.ok() ? nobody.report().firstBreak : withoutClient.error();
    QVERIFY2(said.find("certificate required") != std::string::npos, said.c_str());

    plan.tls.certificate = file("client.pem");
    plan.tls.key = file("client.key");
    HttpEngine known(plan);
    const auto result = known.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 4);

    plan.tls.key = file("server.key");
    QVERIFY(!HttpEngine(plan).run({}).ok());
    QVERIFY(!TlsContext::make(true, {file("none.pem"), {}, {}}).ok());
}

void TestHttpReach::replaysAreNoSecondCoupon()
{
    Peer peer([](PeerLine &line) {
        while (line.request()) {
            line.say(answer(200));
        }
    });
    HttpPlan plan = planFor(peer.url(), 3, 30);
    plan.load.userOf = [](std::uint64_t index) {
        return static_cast<std::int64_t>(index % 10 + 1);
    };
    const auto with = [&plan, &peer](const std::string &key) {
        RequestText text;
        text.url = peer.url();
        text.headers = {{"Idempotency-Key", key}};
        TemplateNames names;
        names.requestIdPrefix = "run-";
        plan.request = std::move(RequestTemplate::make(text, names, "run-").value());
        HttpEngine engine(plan);
        const auto result = engine.run({});
        return std::pair(told(result.value(), Outcome::Issued), engine.report().replays);
    };
    QCOMPARE(with("k-{userId}"), std::pair(std::int64_t{10}, std::uint64_t{20}));
    QCOMPARE(with("{uuid}"), std::pair(std::int64_t{30}, std::uint64_t{0}));
    QCOMPARE(with("{requestId}"), std::pair(std::int64_t{30}, std::uint64_t{0}));
}

void TestHttpReach::stepGivesValues()
{
    std::mutex mutex;
    std::set<std::string> given;
    int next = 0; // guarded like the tickets
    std::atomic<int> good{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            const std::lock_guard lock(mutex);
            if (request->starts_with("POST /queue")) {
                const std::string ticket = "t" + std::to_string(next++);
                given.insert(ticket);
                line.say(answer(201, R"({"data":{"token":")" + ticket + R"("}})"));
            } else {
                const std::string token = headerIn(*request, "Authorization").substr(7);
                good += given.erase(token) == 1 ? 1 : 0; // each ticket once
                line.say(answer(200));
            }
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 4, 40, false);
    RequestText text;
    text.url = peer.url("/queue");
    StepPlan step = stepFor(QStringLiteral("queue"), text, {});
    step.extracts = {{"token", 0, StepExtract::From::Pointer, "/data/token"}};
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 40);
    QCOMPARE(good.load(), 40);
    QCOMPARE(peer.connections(), 4); // the same service, the same connection
    QCOMPARE(engine.report().steps.size(), 1U);
    QCOMPARE(engine.report().steps[0].count, 40U);
    QCOMPARE(engine.report().steps[0].failed, 0U);
    QCOMPARE(engine.report().steps[0].lengths.count(), 40U);
}

void TestHttpReach::stepWaits()
{
    std::atomic<int> asked{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            const bool isWaiting = request->starts_with("GET /queue") && ++asked < 4;
            line.say(answer(200, isWaiting ? R"({"status":"WAIT"})" : R"({"status":"READY"})",
                            "Queue-Token: now\r\n"));
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 1, 1, false);
    RequestText text;
    text.method = "GET";
    text.url = peer.url("/queue");
    StepPlan step = stepFor(QStringLiteral("queue"), text, {});
    step.until = ruleFor("/status", "READY", Outcome::Unknown);
    step.extracts = {{"token", 0, StepExtract::From::Header, "queue-token"}};
    step.everyNs = std::chrono::nanoseconds(5ms).count();
    step.atMostNs = std::chrono::nanoseconds(60s).count();
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 1);
    QCOMPARE(asked.load(), 4);
    // The request's own time begins behind its steps.
    const Operation &operation = result.value().history.front();
    QVERIFY(operation.invokedNs >= 3 * step.everyNs);
    QCOMPARE(engine.report().steps[0].count, 1U);
}

void TestHttpReach::stepGivesUp()
{
    std::atomic<int> sent{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            sent += request->starts_with("POST /issue") ? 1 : 0;
            line.say(answer(200, R"({"status":"WAIT"})"));
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 2, 2, false);
    RequestText text;
    text.method = "GET";
    text.url = peer.url("/queue");
    StepPlan step = stepFor(QStringLiteral("queue"), text, {});
    step.until = ruleFor("/status", "READY", Outcome::Unknown);
    step.everyNs = std::chrono::nanoseconds(5ms).count();
    step.atMostNs = std::chrono::nanoseconds(20ms).count();
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::NotSent), 2);
    QCOMPARE(sent.load(), 0);
    QVERIFY(engine.report().steps[0].firstFailure.contains(QLatin1String("until")));
}

void TestHttpReach::failedStepIsNotSent()
{
    std::atomic<int> sent{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            if (request->starts_with("POST /login")) {
                const bool isBad = request->find("{\"userId\":3}") != std::string::npos;
                line.say(isBad ? answer(401) : answer(200, R"({"token":"x"})"));
            } else {
                ++sent;
                line.say(answer(200));
            }
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 2, 5, false);
    RequestText text;
    text.url = peer.url("/login");
    text.body = R"({"userId":{userId}})";
    StepPlan step = stepFor(QStringLiteral("log in"), text, {});
    step.extracts = {{"token", 0, StepExtract::From::Pointer, "/token"}};
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 4);
    QCOMPARE(told(result.value(), Outcome::NotSent), 1);
    QCOMPARE(sent.load(), 4);
    QCOMPARE(engine.report().steps[0].failed, 1U);
    QVERIFY(engine.report().steps[0].firstFailure.contains(QLatin1String("401")));
}

void TestHttpReach::stepElsewhere()
{
    Peer identity([](PeerLine &line) {
        while (line.request()) {
            line.say(answer(200, "token=abc;"));
        }
    });
    std::atomic<int> good{0};
    Peer peer([&good](PeerLine &line) {
        while (const auto request = line.request()) {
            good += headerIn(*request, "Authorization") == "Bearer abc" ? 1 : 0;
            line.say(answer(200));
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 3, 9, false);
    RequestText text;
    text.url = identity.url("/login");
    StepPlan step = stepFor(QStringLiteral("log in"), text, {});
    step.extracts = {{"token",
                      0,
                      StepExtract::From::Matches,
                      {},
                      QRegularExpression(QStringLiteral("token=(\\w+);"))}};
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 9);
    QCOMPARE(good.load(), 9);
    QCOMPARE(identity.connections(), 3);
}

void TestHttpReach::peopleLogInBefore()
{
    std::atomic<int> logins{0};
    std::atomic<int> good{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            const std::string user = request->substr(request->find("userId\":") + 8);
            if (request->starts_with("POST /login")) {
                ++logins;
                line.say(user == "2}" ? answer(403)
                                      : answer(200, R"({"token":"of )" + user + R"("})"));
            } else {
                good += headerIn(*request, "Authorization") == "Bearer of " + user ? 1 : 0;
                line.say(answer(200));
            }
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 3, 12, false);
    plan.load.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index % 4 + 1); };
    RequestText text;
    text.url = peer.url("/login");
    text.body = R"({"userId":{userId}})";
    StepPlan step = stepFor(QStringLiteral("log in"), text, {});
    step.extracts = {{"token", 0, StepExtract::From::Pointer, "/token"}};
    const auto memory = std::make_shared<StepMemory>();

    HttpPlan before = plan;
    before.walkers = HttpPlan::Walkers::People;
    before.steps = {step};
    before.memory = memory;
    before.load.iterations = 4; // each of them once
    HttpEngine logIn(before);
    QVERIFY(logIn.run({}).ok());
    QCOMPARE(logins.load(), 4);
    QCOMPARE(logIn.report().steps[0].failed, 1U);

    plan.memory = memory;
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 9);
    QCOMPARE(told(result.value(), Outcome::NotSent), 3);
    QCOMPARE(good.load(), 9);
    QCOMPARE(logins.load(), 4);
}

void TestHttpReach::cookiesAreKept()
{
    std::atomic<int> next{0};
    std::atomic<int> good{0};
    std::atomic<int> wrong{0};
    Peer peer([&](PeerLine &line) {
        while (const auto request = line.request()) {
            const std::string cookie = headerIn(*request, "Cookie");
            if (request->starts_with("POST /login")) {
                line.say(answer(200, R"({"token":"x"})",
                                "Set-Cookie: sid=" + std::to_string(++next) +
                                    "; Path=/; HttpOnly\r\nSet-Cookie: admin=1; Path=/admin\r\n"
                                    "Set-Cookie: theme=dark\r\n"));
            } else {
                const bool hasBoth = cookie.find("sid=") != std::string::npos &&
                                     cookie.find("theme=dark") != std::string::npos;
                good += hasBoth ? 1 : 0;
                wrong += cookie.find("admin") != std::string::npos ? 1 : 0;
                line.say(answer(200));
            }
        }
    });
    HttpPlan plan = planWithStep(peer.url("/issue"), 2, 8, true);
    RequestText text;
    text.url = peer.url("/login");
    StepPlan step = stepFor(QStringLiteral("log in"), text, {});
    step.extracts = {{"token", 0, StepExtract::From::Pointer, "/token"}};
    plan.steps = {step};
    HttpEngine engine(plan);
    const auto result = engine.run({});
    QVERIFY(result.ok());
    QCOMPARE(told(result.value(), Outcome::Issued), 8);
    QCOMPARE(good.load(), 8);
    QCOMPARE(wrong.load(), 0);
}

} // namespace tst_http_reach

STAMPEDE_TEST(tst_http_reach::TestHttpReach)
#include "tst_http_reach.moc"
