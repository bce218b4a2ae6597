// SPDX-License-Identifier: MIT
// Proves that a service over HTTP is described, checked and written back without a loss, that every
// fault is told at once and at its place, and that secrets never show.

#include "scenario_fixture.h"

#include "prediction/prediction.h"
#include "scenario/asked_quantity.h"
#include "test_program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace tst_target_settings {

using namespace stampede;

namespace {

const char *const kFull =
    R"({"schema":"stampede.scenario/1","seed":7,"coupon":{"stock":50},"load":{"vus":10000},"target":{
  "kind":"http","url":"https:\/\/${env:HOST}/api/{couponId}/u/{userId}","method":"PUT",
  "headers":{"Authorization":"Bearer abc","X-Plain":"{userId}","x-api-key":"${env:KEY}"},
  "body":{"userId":"{userId}","n":1},"couponId":"SPRING","insecure":true,
  "tls":{"ca":"ca.pem","certificate":"me.pem","key":"me.key"},"cookies":true,
  "steps":[{"name":"log in","each":"person","url":"https:\/\/h/login","method":"PUT",
      "headers":{"X":"{userId}"},"body":{"password":"${env:PW}"},"expect":[200,"3xx"],
      "extract":{"token":{"pointer":"/t"},"sid":{"cookie":"s"},"head":{"header":"H"},"m":{"matches":"a.b"}}},
    {"name":"queue","each":"request","url":"http:\/\/q/{token}",
      "until":{"status":200,"pointer":"/s","equals":"OK"},"every":"50ms","atMost":"1m"}],
  "warmupUrl":"https:\/\/h/ping",
  "audit":{"profile":"a.profile.json","database":"mysql:\/\/r@h/shop",
    "settle":{"quiet":"1s","unanswered":"10s","atMost":"1m30s"},
    "log":{"file":"app.log","patterns":{"issued":"OK","outOfStock":"NO","blockedByKey":"DUP"}}},
  "classify":[{"status":201,"outcome":"issued"},
    {"status":"4xx","header":{"name":"X-Code","equals":"GONE"},"outcome":"out_of_stock"},
    {"pointer":"/a~1b/0","equals":null,"outcome":"expired"},
    {"pointer":"","equals":true,"outcome":"not_found"},
    {"pointer":"/n","equals":1.5,"outcome":"contention"},
    {"matches":"sold\\s+out","outcome":"out_of_stock"}]},"warmup":"5s"})";

Scenario fullScenario()
{
    const auto read = readScenario(kFull, QStringLiteral("s.json"));
    if (!read) {
        qFatal("%s", qPrintable(joined(read.error())));
    }
    return read.value();
}

/// A target over HTTP with these members besides.
QByteArray targetWith(const QByteArray &members)
{
    return scenarioWith(R"("target":{"kind":"http","url":"http://h/")" +
                        (members.isEmpty() ? QByteArray() : "," + members) + "}");
}

} // namespace

class TestTargetSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void writesWhatItReads();
    void leavesOutWhatHasNoUse();
    void writesOfACouponWhatWasGiven_data();
    void writesOfACouponWhatWasGiven();
    void oneCallerIsSaidBefore_data();
    void oneCallerIsSaidBefore();
    void faults_data();
    void faults();
    void tellsEveryFaultAtOnce();
    void knowsColumnsOfTheUsersFile();
    void readsQuantitiesFromThePeoplesFile();
    void hidesSecrets();
};

void TestTargetSettings::readsEverything()
{
    const Scenario scenario = fullScenario();
    const TargetSettings &target = scenario.target;
    QCOMPARE(target.kind, TargetKind::Http);
    QCOMPARE(scenario.load.vus, 10'000);
    QCOMPARE(target.method, QStringLiteral("PUT"));
    QCOMPARE(target.headers.size(), 3);
    QVERIFY(target.body.isObject());
    QCOMPARE(target.couponId, QStringLiteral("SPRING"));
    QVERIFY(target.insecure);
    QCOMPARE(target.tls, (TlsSettings{QStringLiteral("ca.pem"), QStringLiteral("me.pem"),
                                      QStringLiteral("me.key")}));
    QVERIFY(target.cookies);
    QCOMPARE(target.steps.size(), 2);
    QCOMPARE(target.steps[0].each, StepEach::Person);
    QCOMPARE(target.steps[0].expect, (QStringList{QStringLiteral("200"), QStringLiteral("3xx")}));
    QCOMPARE(target.steps[0].extract.size(), 4);
    QCOMPARE(target.steps[1].each, StepEach::Request);
    QVERIFY(target.steps[1].until.has_value());
    QVERIFY(target.steps[1].every == std::chrono::milliseconds(50));
    QCOMPARE(target.audit.rows, TargetRows::Profile);
    QCOMPARE(target.audit.log->blockedByKey, QStringLiteral("DUP"));
    QVERIFY(target.audit.settle.atMost == std::chrono::seconds(90));
    QCOMPARE(target.classify.size(), 6);
    QCOMPARE(target.classify[1].leastStatus, 400);
    QCOMPARE(target.classify[1].mostStatus, 499);
    QVERIFY(target.classify[2].test.equals.isNull());
    QVERIFY(!target.classify[2].test.isAny());
    const auto plain = readScenario(targetWith({}), QStringLiteral("s.json"));
    QVERIFY(plain.ok());
    QCOMPARE(plain.value().target.couponId, QStringLiteral("1"));
    QCOMPARE(plain.value().target.audit.rows, TargetRows::None);
    QVERIFY(!plain.value().knowsStock());
    QVERIFY(fullScenario().knowsStock());
}

void TestTargetSettings::writesWhatItReads()
{
    const QList<QByteArray> targets{
        kFull,
        targetWith({}),
        targetWith(R"("audit":"serve","couponId":3)"),
        targetWith(R"("quantity":3)"),
        targetWith(R"("audit":{"profile":{"schema":"stampede.profile/1","name":"n"},)"
                   R"("database":"mysql:\/\/r@h\/shop"})"),
        targetWith(R"("stockLeft":"/data/left")"),
        scenarioWith(R"("users":{"perPerson":{"limit":2,"within":["day"]}},
                                        "target":{"kind":"http","url":"http://h/"})"),
        scenarioWith(R"("users":{"perPerson":{"limit":null}},
                                        "target":{"kind":"http","url":"http://h/"})"),
        targetWith(R"("body":"user={userId}\n","method":"POST")"),
        targetWith(R"("body":"","audit":{"rows":"serve","log":{"file":
                                        "f","patterns":{"issued":"a","outOfStock":"b"}}})"),
        targetWith(R"("method":"GET","audit":{"log":{"file":"f",
                                        "patterns":{"issued":"a","outOfStock":"b"}}})")};
    for (const QByteArray &json : targets) {
        const auto first = readScenario(json, QStringLiteral("s.json"));
        QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : joined(first.error())));
        const QJsonObject written = scenarioToJson(first.value());
        const auto again =
            readScenario(QJsonDocument(written).toJson(), QStringLiteral("elsewhere/t.json"));
        QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : joined(again.error())));
        Scenario expected = first.value();
        expected.name = again.value().name;
        QCOMPARE(again.value() == expected, true);
    }
}

void TestTargetSettings::leavesOutWhatHasNoUse()
{
    const QJsonObject json = scenarioToJson(fullScenario());
    QVERIFY(!json.contains(QStringLiteral("service")));
    const auto unknown = readScenario(targetWith({}), QStringLiteral("s.json"));
    const QJsonObject coupon =
        scenarioToJson(unknown.value()).value(QStringLiteral("coupon")).toObject();
    QVERIFY(!coupon.contains(QStringLiteral("stock")));
    const QJsonObject own = scenarioToJson(Scenario{}).value(QStringLiteral("target")).toObject();
    QCOMPARE(own.keys(), QStringList{QStringLiteral("kind")});
}

void TestTargetSettings::writesOfACouponWhatWasGiven_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("written"); ///< coupon, and users without count and pick
    const auto row = [](const char *name, const char *given, const char *target,
                        const char *written) {
        QTest::newRow(name) << QByteArray(given) << QByteArray(target) << QByteArray(written);
    };
    row("nothing", "{}", "\"audit\":\"none\"", "{}{}");
    row("as ours has it", R"({"name":"WELCOME10","discountPercent":10})", "\"audit\":\"none\"",
        "{}{}");
    row("another name", R"({"name":"SPRING"})", "\"audit\":\"none\"", R"({"name":"SPRING"}{})");
    row("a stock", R"({"stock":200})", "\"audit\":\"none\"", R"({"stock":200}{})");
    row("a stock that the tables say", R"({"stock":70})",
        R"("audit":{"profile":"p","database":"mysql://u@h/d"})", "{}{}");
    row("a coupon of ours", R"({"stock":70})", "\"audit\":\"serve\"",
        R"({"discountPercent":10,"endsAt":"+90d","name":"WELCOME10","startsAt":"-1d","stock":70})"
        R"({"balance":100000000})");
}

void TestTargetSettings::writesOfACouponWhatWasGiven()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, written);
    const auto scenario =
        readScenario(scenarioWith(R"("coupon":)" + given +
                                  R"(,"target":{"kind":"http","url":"http://h/",)" + target + '}'),
                     QStringLiteral("s.json"));
    QVERIFY2(scenario.ok(), qPrintable(scenario.ok() ? QString() : joined(scenario.error())));
    const QJsonObject json = scenarioToJson(scenario.value());
    QJsonObject users = json.value(QStringLiteral("users")).toObject();
    users.remove(QStringLiteral("count"));
    users.remove(QStringLiteral("pick"));
    const auto compact = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    QCOMPARE(compact(json.value(QStringLiteral("coupon")).toObject()) + compact(users), written);
}

void TestTargetSettings::oneCallerIsSaidBefore_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<QString>("notes");
    const auto row = [](const char *name, const QByteArray &target, const char *notes,
                        const QByteArray &further = {}) {
        QTest::newRow(name) << scenarioWith(further + R"("target":{"kind":"http",)" + target + '}')
                            << QString::fromLatin1(notes);
    };
    row("the usual body", R"("url":"http://h/")", "");
    row("nobody is named", R"("url":"http://h/","body":"x")", "one-caller");
    row("nor by GET", R"("url":"http://h/{couponId}","method":"GET")", "one-caller");
    row("in the URL", R"("url":"http://h/{userId}","method":"GET")", "");
    row("one token", R"("url":"http://h/","headers":{"Authorization":"Bearer ${env:T}"})",
        "one-token");
    row("a key of the client", R"("url":"http://h/","headers":{"X-Api-Key":"${env:T}"})", "");
    row("a token each", R"("url":"http://h/","headers":{"Authorization":"{userId}"})", "");
    row("one person", R"("url":"http://h/","body":"x")", "", R"("users":{"count":1},)");
}

void TestTargetSettings::oneCallerIsSaidBefore()
{
    QFETCH(QByteArray, scenario);
    QFETCH(QString, notes);
    const auto read = readScenario(scenario, QStringLiteral("s.json"));
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : joined(read.error())));
    QStringList found;
    for (const PredictionNote &note : predict(read.value(), 0).notes) {
        if (note.code.startsWith(QStringLiteral("one-")) &&
            note.code != QStringLiteral("one-user")) {
            found << note.code;
        }
    }
    QCOMPARE(found.join(QLatin1Char(' ')), notes);
}

void TestTargetSettings::faults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    const auto row = [](const QByteArray &json, const char *fault) {
        QTest::newRow(fault) << json << QStringLiteral("s.json: ") + QString::fromUtf8(fault);
    };
    const auto target = [&row](const QByteArray &members, const char *fault) {
        row(targetWith(members), fault);
    };
    row(scenarioWith(R"("target":{"kind":"htpt"})"),
        "target.kind: must be one of: in-process, http (got \"htpt\"; did you mean http?)");
    row(scenarioWith(R"("target":{"kind":"http"})"),
        "target.url: must be given with target.kind \"http\"");
    row(scenarioWith(R"("target":{"url":"http://h/"})"),
        "target.url: has a use with target.kind \"http\" only; leave it out");
    row(scenarioWith(R"("load":{"vus":5000})"),
        "load.vus: must be between 1 and 2,000 (got 5,000)");
    row(scenarioWith(R"("load":{"vus":10001},"target":{"kind":"http","url":"http://h/"})"),
        "load.vus: must be between 1 and 10,000 (got 10,001)");
    row(scenarioWith(
            R"("service":{"retries":1,"layers":{"rowLock":false}},"target":{"kind":"http","url":"http://h/"})"),
        "service: has no use with target.kind \"http\": how the service works is its own affair; "
        "leave it out");
    row(scenarioWith(R"("rounds":2,"target":{"kind":"http","url":"http://h/"})"),
        "rounds: must be 1 for a service of somebody else: Stampede never resets its database. "
        "More "
        "are possible where a step of target.steps with each \"round\" resets it, or {round} "
        "stands "
        "in target.couponId");
    row(scenarioWith(R"("warmup":"1s","target":{"kind":"http","url":"http://h/"})"),
        "warmup: needs target.warmupUrl with target.kind \"http\": a URL that may be asked for "
        "without any effect");
    row(scenarioWith(R"("target":{"kind":"http","url":"h/x"})"),
        "target.url: must begin with http://, https:// or http+unix:// (got \"h/x\")");
    row(scenarioWith(R"("target":{"kind":"http","url":"http://me:pw@h/x"})"),
        "target.url: must not hold a user or a password; give them as a header, from ${env:NAME}");
    row(scenarioWith(R"("target":{"kind":"http","url":"http://h/{coupon}"})"),
        "target.url: nothing is known to fill in for {coupon} (did you mean {couponId}?)");
    target(R"("body":{"a":["{userld}"]})",
           "target.body: nothing is known to fill in for {userld} (did you mean {userId}?)");
    target(R"("headers":{"X":"{mail}"})",
           "target.headers.X: nothing is known to fill in for {mail} (possible: couponId, userId, "
           "requestId, uuid, vu, iteration, round)");
    target(R"("steps":5)",
           "target.steps: must be a list of at most 20 steps such as [{\"name\": \"log "
           "in\", \"each\": \"person\", \"url\": \"http://…\"}] (got 5)");
    target(R"("steps":[{"url":"http://h/"}])", "target.steps[0].name: is missing");
    target(R"("steps":[{"name":"a"}])", "target.steps[0].url: is missing");
    target(R"("steps":[{"name":"a","url":"h/x"}])",
           "target.steps[0].url: must begin with http://, https:// or http+unix:// (got \"h/x\")");
    target(R"("steps":[{"name":"a","url":"http://h/","eech":"run"}])",
           "target.steps[0].eech: unknown setting (did you mean target.steps[0].each?)");
    target(
        R"("steps":[{"name":"a","url":"http://h/","each":"persn"}])",
        "target.steps[0].each: must be one of: run, round, vu, person, request (got \"persn\"; did "
        "you mean person?)");
    target(
        R"("steps":[{"name":"a","url":"http://h/","expect":["2x"]}])",
        "target.steps[0].expect: must be a list of statuses such as [200, \"3xx\"] (got [\"2x\"])");
    target(
        R"("steps":[{"name":"a","url":"http://h/","extract":{"t":{"pointer":"/a","header":"b"}}}])",
        "target.steps[0].extract.t: must say where the value stands, by one of: pointer, header, "
        "cookie, matches");
    target(
        R"("steps":[{"name":"a","url":"http://h/","extract":{"userId":{"pointer":"/a"}}}])",
        "target.steps[0].extract.userId: must be a name of letters, digits and _ that stands for "
        "nothing else");
    target(R"("steps":[{"name":"a","url":"http://h/","extract":{"t":{"matches":"["}}}])",
           "target.steps[0].extract.t.matches: must be a regular expression: missing "
           "terminating ] for character class at character 2");
    target(R"("steps":[{"name":"a","url":"http://h/","every":"1s"}])",
           "target.steps[0].every: has a use with until only; leave it out");
    target(R"("steps":[{"name":"a","each":"vu","url":"http://h/{userId}"}])",
           "target.steps[0].url: nothing is known to fill in for {userId} (possible: couponId, "
           "requestId, uuid, vu, iteration, round)");
    target(
        R"("steps":[{"name":"a","url":"http://h/","extract":{"ticket":{"pointer":"/a"}}},{"name":"b","each":"person","url":"http://h/{ticket}"}])",
        "target.steps[1].url: nothing is known to fill in for {ticket} (possible: couponId, "
        "userId, "
        "requestId, uuid, vu, iteration, round)");
    target(
        R"("steps":[{"name":"a","url":"http://h/","extract":{"t":{"pointer":"/a"}}},{"name":"b","url":"http://h/","extract":{"t":{"pointer":"/a"}}}])",
        "target.steps[1].extract.t: is a column of the people's file or a value of another step "
        "already");
    target(R"("cookies":true,"headers":{"Cookie":"a=b"})",
           "target.headers.Cookie: has no use with target.cookies, which makes this header; leave "
           "one of them out");
    target(R"("steps":[{"name":"a","url":"http://h/","body":{"password":"•••"}}])",
           "target.steps[0].body.password: was a secret and is not known any more; write it again, "
           "best as ${env:NAME}");
    target(R"("headers":{"X":5})",
           "target.headers.X: must be a text of one line, at most 8,192 characters");
    target(R"("method":"post")", "target.method: must be one of: GET, POST, PUT, PATCH, DELETE "
                                 "(got \"post\"; did you mean POST?)");
    target(R"("method":"GET","body":"x")",
           "target.body: has no use with target.method \"GET\"; leave it out");
    target(R"("body":5)", "target.body: must be a text, or an object that is sent as JSON (got 5)");
    target(R"("couponId":"A","audit":"serve")",
           "target.couponId: must be a whole number with target.audit \"serve\"");
    target(R"("audit":"own")", "target.audit: must be \"none\", \"serve\", or an object with "
                               "profile and database (got \"own\")");
    target(R"("audit":{"profile":"p"})",
           "target.audit.database: is missing; profile and database belong together");
    target(R"("audit":{"profil":"p"})",
           "target.audit.profil: unknown setting (did you mean target.audit.profile?)");
    target(R"("audit":{"settle":{"quiet":"2s"}})",
           "target.audit.settle: needs rows to wait for; without them the answers are judged at "
           "once");
    target(R"("audit":{"rows":"serve","settle":{"quiet":"1ms"}})",
           "target.audit.settle.quiet: must be between 50ms and 1h (got \"1ms\")");
    target(R"("audit":{"rows":"serve","settle":{"quiet":"9s","atMost":"8s"}})",
           "target.audit.settle.quiet: must not be longer than atMost (8s)");
    target(R"("audit":{"rows":"serve","settle":{"unanswerd":"9s"}})",
           "target.audit.settle.unanswerd: unknown setting (did you mean "
           "target.audit.settle.unanswered?)");
    target(R"("audit":{"log":{"file":"f"}})", "target.audit.log.patterns.issued: is missing");
    row(scenarioWith(R"("users":{"perPerson":{"limit":2}})"),
        "users.perPerson: has a use with target.kind \"http\" only: the service in this program "
        "gives "
        "everybody one coupon; leave it out");
    const auto perPerson = [&row](const QByteArray &limit, const QByteArray &members,
                                  const char *fault) {
        row(scenarioWith(R"("users":{"perPerson":)" + limit +
                         R"(},"target":{"kind":"http","url":"http://h/")" + members + "}"),
            fault);
    };
    perPerson(R"({"limit":2})", R"(,"audit":"serve")",
              "users.perPerson: has no use with target.audit \"serve\", which gives everybody one "
              "coupon; leave it out");
    perPerson(
        R"({"limit":2})", R"(,"audit":{"profile":"p","database":"mysql://r@h/d"})",
        "users.perPerson: belongs into the profile that target.audit names (perPerson there); "
        "leave it out");
    perPerson(R"({"limit":0})", {},
              "users.perPerson.limit: must be between 1 and 1,000,000 (got 0)");
    perPerson(R"({"limt":2})", {},
              "users.perPerson.limt: unknown setting (did you mean users.perPerson.limit?)");
    perPerson(R"({"limit":null,"within":["day"]})", {},
              "users.perPerson.within: means nothing where there is no limit (perPerson.limit is "
              "null)");
    perPerson("2", {}, "users.perPerson: must be an object (got 2)");
    target(
        R"("quantity":0)",
        "target.quantity: must be a whole number from 1 on, or a column of the people's file such "
        "as \"{pieces}\" (got 0)");
    target(
        R"("quantity":"two")",
        "target.quantity: must be a whole number from 1 on, or a column of the people's file such "
        "as \"{pieces}\" (got \"two\")");
    target(
        R"("quantity":"{pieces}")",
        "target.quantity: names a column, {pieces}, which needs users.pick \"file\" (users.pick is "
        "\"random\")");
    target(R"("quantity":2,"audit":"serve")",
           "target.quantity: has no use with target.audit \"serve\", where a request asks for one; "
           "leave it out");
    target(R"("quantiy":2)", "target.quantiy: unknown setting (did you mean target.quantity?)");
    row(scenarioWith(R"("target":{"quantity":2})"),
        "target.quantity: has a use with target.kind \"http\" only; leave it out");
    target(R"("urll":"x")", "target.urll: unknown setting (did you mean target.url?)");
    target(R"("classify":[])",
           "target.classify: must be a list of rules such as [{\"status\": 200, "
           "\"outcome\": \"issued\"}] (got [])");
    target(R"("classify":[{"status":200}])",
           "target.classify[0].outcome: is missing; must be one of: issued, already_issued, "
           "out_of_stock, not_started, expired, not_found, invalid_request, contention, "
           "server_error, unknown, not_issued");
    target(R"("classify":[{"status":99,"outcome":"issued"}])",
           "target.classify[0].status: must be between 100 and 599, or a class such as \"5xx\" "
           "(got 99)");
    target(R"("classify":[{"pointer":"code","outcome":"issued"}])",
           "target.classify[0].pointer: must be a JSON pointer such as \"/code\" (got \"code\")");
    target(R"("classify":[{"matches":"a(","outcome":"issued"}])",
           "target.classify[0].matches: must be a regular expression: missing closing parenthesis "
           "at character 3");
    target(R"("classify":[{"equals":"a","matches":"a","outcome":"issued"}])",
           "target.classify[0].matches: excludes equals; leave one of them out");
    target(R"("classify":[{"equals":5,"outcome":"issued"}])",
           "target.classify[0].equals: must be a text where no pointer names a value of JSON (got "
           "5)");
    target(R"("classify":[{"header":"X","outcome":"issued"}])",
           "target.classify[0].header: must be an object (got \"X\")");
    target(R"("classify":[{"pointr":"/a","outcome":"issued"}])",
           "target.classify[0].pointr: unknown setting (did you mean target.classify[0].pointer?)");
}

void TestTargetSettings::faults()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, fault);
    const QStringList found = faultsOf(json);
    QVERIFY2(found.contains(fault), qPrintable(joined(found)));
    QVERIFY2(found.size() <= 2, qPrintable(joined(found)));
}

void TestTargetSettings::tellsEveryFaultAtOnce()
{
    const QStringList found = faultsOf(scenarioWith(
        R"("load":{"vus":0},"target":{"kind":"http","audit":{"x":1,"log":5},"classify":[{"status":1},
           5,{"outcome":"isued","x":1}]},"rounds":3)"));
    QCOMPARE(found.size(), 10);
}

void TestTargetSettings::knowsColumnsOfTheUsersFile()
{
    QTemporaryDir folder;
    QFile users(folder.filePath(QStringLiteral("u.csv")));
    QVERIFY(users.open(QIODevice::WriteOnly));
    users.write("userId,token\n1,a\n2,b\n");
    users.close();
    const auto read = [&folder](const QByteArray &header) {
        return readScenario(
            scenarioWith(
                R"("users":{"pick":"file","path":"u.csv"},"target":{"kind":"http","url":"http://h/","headers":{"X":")" +
                header + R"("}})"),
            folder.filePath(QStringLiteral("s.json")));
    };
    const auto good = read("{token}");
    QVERIFY2(good.ok(), qPrintable(good.ok() ? QString() : joined(good.error())));
    QCOMPARE(good.value().target.folder.path, folder.path());
    QVERIFY(!read("{tokne}").ok());
}

void TestTargetSettings::readsQuantitiesFromThePeoplesFile()
{
    QTemporaryDir folder;
    const auto read = [&folder](const QByteArray &csv, const QByteArray &quantity) {
        QFile users(folder.filePath(QStringLiteral("u.csv")));
        static_cast<void>(users.open(QIODevice::WriteOnly));
        users.write(csv);
        users.close();
        return readScenario(
            scenarioWith(
                R"("users":{"pick":"file","path":"u.csv"},"target":{"kind":"http","url":"http://h/"})"),
            folder.filePath(QStringLiteral("s.json")),
            {{QStringLiteral("target.quantity"), QString::fromUtf8(quantity)}});
    };
    const auto good = read("userId,pieces\n1,3\n2,1\n", "{pieces}");
    QVERIFY2(good.ok(), qPrintable(good.ok() ? QString() : joined(good.error())));
    QCOMPARE(quantityOf(good.value(), 0), std::optional<std::int64_t>(3));
    QCOMPARE(quantityOf(good.value(), 1), std::optional<std::int64_t>(1));
    QCOMPARE(quantityOf(good.value(), 2), std::nullopt);
    QCOMPARE(piecesAsked(good.value()), (std::optional(PiecesAsked{1, 3})));
    Scenario kept = good.value();
    kept.users.loaded.file.reset();
    QCOMPARE(quantityOf(kept, 0), std::nullopt);
    QCOMPARE(piecesAsked(kept), std::nullopt);
    QCOMPARE(quantityOf(Scenario(), 0), std::nullopt);

    const auto four = read("userId,pieces\n1,3\n", "4");
    QCOMPARE(quantityOf(four.value(), 7), std::optional<std::int64_t>(4));

    const auto misspelt = read("userId,pieces\n1,3\n", "{piece}");
    QCOMPARE(
        joined(misspelt.error()),
        QStringLiteral("--set target.quantity: nothing is known to fill in for {piece} (did you "
                       "mean {pieces}?)"));
    const auto lines = read("userId,pieces\n1,3\n\n2,0\n3,\"a\nb\"\n4,1.5\n5,2\n", "{pieces}");
    const auto line = [](int number, const char *got) {
        return QStringLiteral(
                   "--set target.quantity: u.csv: line %1: pieces must be a whole number "
                   "from 1 to 4294967295 (got %2)")
            .arg(QString::number(number), QString::fromUtf8(got));
    };
    QCOMPARE(joined(lines.error()), joined({line(4, "0"), line(5, "a\\u000ab"), line(7, "1.5")}));
    const auto many = read("userId,pieces\n" + QByteArray("1,no\n").repeated(25), "{pieces}");
    QCOMPARE(many.error().size(), 11);
    QCOMPARE(many.error().last(),
             QStringLiteral("--set target.quantity: u.csv: 15 more lines like these"));
}

void TestTargetSettings::hidesSecrets()
{
    const QByteArray shown = QJsonDocument(reportedScenario(fullScenario())).toJson();
    QVERIFY(!shown.contains("abc"));
    QVERIFY(!shown.contains("env:KEY"));
    QVERIFY(shown.contains("{userId}"));
    QVERIFY(shown.contains("\u2022\u2022\u2022"));
    // What was hidden is never sent as if it were the secret.
    const QStringList found = faultsOf(shown);
    QCOMPARE(found.size(), 2);
    QVERIFY(found.first().contains(QStringLiteral("write it again, best as ${env:NAME}")));
    for (const char *name : {"authorization", "Cookie", "Proxy-Authorization", "X-Api-Key",
                             "x-csrf-TOKEN", "Client-Secret", "X-Passwd"}) {
        QVERIFY(isSecretHeader(QLatin1String(name)));
    }
    QVERIFY(!isSecretHeader(QStringLiteral("Accept")));
}

} // namespace tst_target_settings

STAMPEDE_TEST(tst_target_settings::TestTargetSettings)
#include "tst_target_settings.moc"
