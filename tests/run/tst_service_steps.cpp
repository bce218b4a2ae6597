// SPDX-License-Identifier: MIT
// Proves at a service with tables of its own that asks people to log in: that they log in before
// the clock starts and are known to it, that who cannot is not sent and named, that a waiting line
// is timed apart, that nothing secret stays, and that rounds are possible where a step resets the
// service or each round has a coupon of its own, so that a race shows and its fix holds.

#include "formats/json_report.h"
#include "peer.h"
#include "record/verdict.h"
#include "run_support.h"
#include "scenario/scenario_reader.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <map>
#include <mutex>
#include <set>

namespace tst_service_steps {

using namespace stampede;
using namespace stampede::test;

namespace {

const char *const kProfile = R"({
  "schema": "stampede.profile/1", "name": "Claims", "coupon": "COUPON",
  "issued": { "table": "claim", "id": "no", "user": "member", "coupon": "code" },
  "stock": { "table": "promo", "id": "code", "remaining": "seats" } })";

/// Hands out claims to people who have logged in. One connection to the database for each client.
class Service
{
public:
    Service(const ConnectionSettings &database, bool locks)
        : m_database(database)
        , m_locks(locks)
    {
        const auto connection = connectTo(database);
        for (const char *sql :
             {"CREATE TABLE promo (code VARCHAR(20) PRIMARY KEY, seats INT NOT NULL)",
              "CREATE TABLE claim (no BIGINT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(20) NOT "
              "NULL, "
              "member BIGINT NOT NULL, UNIQUE KEY one (code, member))",
              "INSERT INTO promo VALUES ('SPRING-1', 10), ('SPRING-2', 10), ('SPRING-3', 10)"}) {
            if (!connection->execute(QLatin1String(sql))) {
                qFatal("%s", sql);
            }
        }
    }

    [[nodiscard]] QString url(const char *path) const
    {
        return QString::fromStdString(m_peer.url(path));
    }
    std::atomic<int> logins{0};
    std::atomic<int> resets{0};
    std::atomic<int> strangers{0}; ///< asked without having logged in
    std::atomic<int> refused{-1};  ///< that person cannot log in
    std::atomic<int> badResets{0}; ///< so many resets fail

private:
    void serve(PeerLine &line)
    {
        const auto connection = connectTo(m_database);
        while (const auto request = line.request()) {
            const std::string path = request->substr(request->find(' ') + 1);
            const std::string body = request->substr(request->find("\r\n\r\n") + 4);
            if (path.starts_with("/login ")) {
                line.say(logIn(body));
            } else if (path.starts_with("/queue ")) {
                line.say(answer(200, R"({"status":"READY"})", "Ticket: t1\r\n"));
            } else if (path.starts_with("/reset ")) {
                line.say(reset(*connection));
            } else {
                line.say(claim(*connection, path, *request));
            }
        }
    }

    std::string logIn(const std::string &body)
    {
        const int user = std::stoi(body.substr(body.find("member=") + 7));
        ++logins;
        if (user == refused || body.find("password=s3cret%26more") == std::string::npos) {
            return answer(401, R"({"error":"who?"})");
        }
        const std::string token = "session-of-" + std::to_string(user);
        const std::lock_guard lock(m_mutex);
        m_people[token] = user;
        return answer(200, R"({"data":{"token":")" + token + R"("}})");
    }

    std::string reset(Connection &connection)
    {
        ++resets;
        if (badResets > 0) {
            --badResets;
            return answer(500, R"({"error":"no"})");
        }
        static_cast<void>(connection.execute(QStringLiteral("DELETE FROM claim")));
        static_cast<void>(connection.execute(QStringLiteral("UPDATE promo SET seats = 10")));
        return answer(204);
    }

    std::string claim(Connection &connection, const std::string &path, const std::string &request)
    {
        const std::size_t at = request.find("\r\nX-Session: ");
        const std::string token =
            at == std::string::npos
                ? ""
                : request.substr(at + 13, request.find("\r\n", at + 2) - at - 13);
        int user = 0;
        {
            const std::lock_guard lock(m_mutex);
            const auto known = m_people.find(token);
            user = known == m_people.end() ? 0 : known->second;
        }
        if (user == 0) {
            ++strangers;
            return answer(403, R"({"error":"LOGIN"})");
        }
        const QString code =
            QString::fromStdString(path.substr(7, path.find(' ') - 7)); // behind /claim/
        static_cast<void>(connection.execute(QStringLiteral("START TRANSACTION")));
        const QString read = QStringLiteral("SELECT seats FROM promo WHERE code = ?") +
                             (m_locks ? QStringLiteral(" FOR UPDATE") : QString());
        const auto seats = connection.value(read, {code});
        if (!seats || seats.value().toInt() < 1) {
            static_cast<void>(connection.rollback());
            return answer(409, R"({"error":"GONE"})");
        }
        const auto wrote = connection.query(
            QStringLiteral("INSERT INTO claim (code, member) VALUES (?, ?)"), {code, user});
        if (!wrote) {
            static_cast<void>(connection.rollback());
            return answer(409, R"({"error":"HAVE"})");
        }
        // The lost update: what was read is written back, less one.
        static_cast<void>(
            connection.query(QStringLiteral("UPDATE promo SET seats = ? WHERE code = ?"),
                             {seats.value().toInt() - 1, code}));
        return connection.commit() ? answer(201, R"({"ok":true})") : answer(500);
    }

    ConnectionSettings m_database;
    bool m_locks;
    std::mutex m_mutex; ///< guards the next
    std::map<std::string, int> m_people;
    Peer m_peer{[this](PeerLine &line) { serve(line); }};
};

/// Each failed check with what it says, and how the requests ended.
QString storyOf(const RunRecord &record)
{
    QString story = failedChecks(record);
    for (const CheckResult &check : record.audit ? record.audit->checks : QList<CheckResult>()) {
        if (check.verdict == CheckVerdict::Fail) {
            story += QLatin1Char('\n') + check.explanation;
        }
    }
    return story + QLatin1Char('\n') + record.environment.remarks.join(QLatin1Char('\n'));
}

} // namespace

class TestServiceSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void peopleLogInBeforeTheClock();
    void whoCannotLogInIsNotSent();
    void nothingSecretStays();
    void roundsWithAReset_data();
    void roundsWithAReset();
    void roundsWithACouponEach();
    void failedResetEndsTheRun();

private:
    [[nodiscard]] Result<Scenario, Faults> scenario(const Service &service, const QString &coupon,
                                                    int rounds, bool resets) const;
    [[nodiscard]] static Result<RunRecord, RunError> made(const Result<Scenario, Faults> &scenario);

    QTemporaryDir m_folder;
    ConnectionSettings m_database;
};

void TestServiceSteps::initTestCase()
{
    for (const auto &[name, coupon] :
         {std::pair("p.json", "SPRING-{round}"), {"same.json", "SPRING-1"}}) {
        QFile profile(m_folder.filePath(QLatin1String(name)));
        QVERIFY(profile.open(QIODevice::WriteOnly));
        profile.write(QByteArray(kProfile).replace("COUPON", coupon));
    }
}

void TestServiceSteps::init()
{
    m_database = TestDatabase::instance().freshDatabase();
}

Result<Scenario, Faults> TestServiceSteps::scenario(const Service &service, const QString &coupon,
                                                    int rounds, bool resets) const
{
    QJsonArray steps{
        QJsonObject{{QStringLiteral("name"), QStringLiteral("log in")},
                    {QStringLiteral("each"), QStringLiteral("person")},
                    {QStringLiteral("url"), service.url("/login")},
                    {QStringLiteral("headers"),
                     QJsonObject{{QStringLiteral("Content-Type"),
                                  QStringLiteral("application/x-www-form-urlencoded")}}},
                    {QStringLiteral("body"),
                     QJsonObject{{QStringLiteral("member"), QStringLiteral("{userId}")},
                                 {QStringLiteral("password"), QStringLiteral("s3cret&more")}}},
                    {QStringLiteral("expect"), QJsonArray{200}},
                    {QStringLiteral("extract"),
                     QJsonObject{{QStringLiteral("session"),
                                  QJsonObject{{QStringLiteral("pointer"),
                                               QStringLiteral("/data/token")}}}}}},
        QJsonObject{{QStringLiteral("name"), QStringLiteral("wait in line")},
                    {QStringLiteral("url"), service.url("/queue")},
                    {QStringLiteral("until"),
                     QJsonObject{{QStringLiteral("pointer"), QStringLiteral("/status")},
                                 {QStringLiteral("equals"), QStringLiteral("READY")}}},
                    {QStringLiteral("every"), QStringLiteral("10ms")}}};
    if (resets) {
        steps.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("reset")},
                                 {QStringLiteral("each"), QStringLiteral("round")},
                                 {QStringLiteral("method"), QStringLiteral("POST")},
                                 {QStringLiteral("url"), service.url("/reset")}});
    }
    const QString json =
        QStringLiteral(
            R"({"schema":"stampede.scenario/1","name":"steps","rounds":%1,"users":{"count":25,)"
            R"("pick":"each-once"},"load":{"vus":10,"iterations":25},"target":{"kind":"http",)"
            R"("url":"%2/{couponId}","couponId":"%3","headers":{"X-Session":"{session}"},"body":"",)"
            R"("steps":%4,"classify":[{"status":201,"outcome":"issued"},)"
            R"({"pointer":"/error","equals":"HAVE","outcome":"already_issued"},)"
            R"({"pointer":"/error","equals":"GONE","outcome":"out_of_stock"}],)"
            R"("audit":{"profile":"%8","database":"mysql://%5@/%6?socket=%7",)"
            R"("settle":{"quiet":"50ms","unanswered":"1s","atMost":"10s"}}}})")
            .arg(QString::number(rounds), service.url("/claim"), coupon,
                 QString::fromUtf8(QJsonDocument(steps).toJson(QJsonDocument::Compact)),
                 m_database.user, m_database.database, m_database.socket,
                 resets ? QStringLiteral("same.json") : QStringLiteral("p.json"));
    return readScenario(json.toUtf8(), m_folder.filePath(QStringLiteral("s.json")));
}

Result<RunRecord, RunError> TestServiceSteps::made(const Result<Scenario, Faults> &scenario)
{
    if (!scenario) {
        qFatal("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
    }
    DatabaseHost host(parseDatabaseUrl(QStringLiteral("managed:")).value(), {});
    return makeRun(scenario.value(), host, {}, {});
}

void TestServiceSteps::peopleLogInBeforeTheClock()
{
    const Service service(m_database, true);
    const auto run = made(scenario(service, QStringLiteral("SPRING-1"), 1, false));
    QVERIFY2(run.ok(), qPrintable(run.ok() ? QString() : run.error().message));
    const RunRecord &record = run.value();
    QCOMPARE(failedChecks(record), QString());
    QCOMPARE(told(record, Outcome::Issued), 10);
    QCOMPARE(told(record, Outcome::OutOfStock), 15);
    QCOMPARE(service.logins.load(), 25);
    QCOMPARE(service.strangers.load(), 0);
    const QJsonArray steps = resultToJson(record).value(QStringLiteral("steps")).toArray();
    QCOMPARE(steps.size(), 2);
    const QJsonObject login = steps[0].toObject();
    QCOMPARE(login.value(QStringLiteral("name")).toString(), QStringLiteral("log in"));
    QCOMPARE(login.value(QStringLiteral("each")).toString(), QStringLiteral("person"));
    QCOMPARE(login.value(QStringLiteral("count")).toInt(), 25);
    QCOMPARE(login.value(QStringLiteral("failed")).toInt(), 0);
    QVERIFY(login.value(QStringLiteral("p95_us")).toDouble() >=
            login.value(QStringLiteral("p50_us")).toDouble());
    QCOMPARE(steps[1].toObject().value(QStringLiteral("count")).toInt(), 25);
}

void TestServiceSteps::whoCannotLogInIsNotSent()
{
    Service service(m_database, true);
    service.refused = 7;
    const auto run = made(scenario(service, QStringLiteral("SPRING-1"), 1, false));
    QVERIFY(run.ok());
    QCOMPARE(told(run.value(), Outcome::NotSent), 1);
    QCOMPARE(told(run.value(), Outcome::Issued) + told(run.value(), Outcome::OutOfStock), 24);
    QCOMPARE(failedChecks(run.value()), QString());
    const QString reasons = run.value().generator.reasons.join(QLatin1Char('\n'));
    QVERIFY2(reasons.contains(QLatin1String("\"log in\"")), qPrintable(reasons));
    QVERIFY2(reasons.contains(QLatin1String("401")), qPrintable(reasons));
}

void TestServiceSteps::nothingSecretStays()
{
    const Service service(m_database, true);
    const auto run = made(scenario(service, QStringLiteral("SPRING-1"), 1, false));
    QVERIFY(run.ok());
    const QByteArray json = QJsonDocument(resultToJson(run.value())).toJson();
    QVERIFY(!json.contains("s3cret"));
    QVERIFY(!json.contains("session-of-"));
    // Read back, the scenario asks for what is not known any more.
    const QJsonObject shown = reportedScenario(run.value().scenario);
    const auto again = readScenario(QJsonDocument(shown).toJson(), QStringLiteral("again.json"));
    QVERIFY(!again.ok());
    QVERIFY2(again.error()
                 .join(QLatin1Char('\n'))
                 .contains(QLatin1String("target.steps[0].body.password")),
             qPrintable(again.error().join(QLatin1Char('\n'))));
}

void TestServiceSteps::roundsWithAReset_data()
{
    QTest::addColumn<bool>("locks");
    QTest::newRow("race") << false;
    QTest::newRow("fixed") << true;
}

void TestServiceSteps::roundsWithAReset()
{
    QFETCH(const bool, locks);
    const Service service(m_database, locks);
    constexpr int kRounds = 2;
    const auto run = made(scenario(service, QStringLiteral("SPRING-1"), kRounds, true));
    QVERIFY2(run.ok(), qPrintable(run.ok() ? QString() : run.error().message));
    QCOMPARE(service.resets.load(), kRounds);
    QCOMPARE(service.logins.load(), 25 * kRounds);
    QCOMPARE(run.value().allRounds.size(), std::size_t{kRounds});
    for (const RoundFigures &round : run.value().allRounds) {
        QCOMPARE(round.state->initialStock, std::int64_t{10}); // read anew
        QCOMPARE(round.state->rowsBefore, std::int64_t{0});
        if (locks) {
            QVERIFY2(failedChecks(run.value()).isEmpty(), qPrintable(storyOf(run.value())));
            QCOMPARE(round.verdict, RunVerdict::Pass);
            QCOMPARE(round.outcomes.of(Outcome::Issued), std::uint64_t{10});
        }
    }
    if (!locks) { // ten people at once read the same number in two rounds
        QCOMPARE(run.value().verdict, RunVerdict::Violation);
    }
}

void TestServiceSteps::roundsWithACouponEach()
{
    const Service service(m_database, true);
    QVERIFY(!scenario(service, QStringLiteral("SPRING-1"), 3, false).ok());
    const auto run = made(scenario(service, QStringLiteral("SPRING-{round}"), 3, false));
    QVERIFY2(run.ok(), qPrintable(run.ok() ? QString() : run.error().message));
    QCOMPARE(service.resets.load(), 0);
    for (const RoundFigures &round : run.value().allRounds) {
        QCOMPARE(round.verdict, RunVerdict::Pass);
        QCOMPARE(round.outcomes.of(Outcome::Issued), std::uint64_t{10});
    }
}

void TestServiceSteps::failedResetEndsTheRun()
{
    Service service(m_database, true);
    service.badResets = 1;
    const auto run = made(scenario(service, QStringLiteral("SPRING-1"), 2, true));
    QVERIFY(!run.ok());
    QCOMPARE(run.error().code, ExitCode::Unreachable);
    QVERIFY2(run.error().message.contains(QLatin1String("\"reset\"")),
             qPrintable(run.error().message));
    QVERIFY(run.error().message.contains(QLatin1String("500")));
    QCOMPARE(service.logins.load(), 0);
}

} // namespace tst_service_steps

STAMPEDE_TEST(tst_service_steps::TestServiceSteps)
#include "tst_service_steps.moc"
