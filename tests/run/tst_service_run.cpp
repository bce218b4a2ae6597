// SPDX-License-Identifier: MIT
// Proves that a run over HTTP finds what a run in this program finds: at a real `serve`, with and
// without its protections; at a service of somebody else with tables of its own, clean and broken;
// and from the answers alone. And that nothing is attacked or read that nobody answered for.

#include "database/schema.h"
#include "foreign_service.h"
#include "profile/profile_reader.h"
#include "record/history_frame.h"
#include "record/verdict.h"
#include "run/database_audit.h"
#include "run_support.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_service_run {

using namespace stampede;
using namespace stampede::test;

namespace {

const char *const kProfile = R"({
  "schema": "stampede.profile/1", "name": "Claims", "coupon": "SPRING",
  "issued": { "table": "promotion_claim", "id": "claim_no", "user": "member",
              "userFormat": "m{userId}", "coupon": "promo_code", "issuedAt": "claimed_at",
              "requestId": "request_id" },
  "stock": { "table": "promotion", "id": "code", "remaining": "seats_left",
             "total": "seats_total" } })";

const char *const kRules = R"([{"status":201,"outcome":"issued"},
  {"status":409,"pointer":"/error","equals":"HAVE","outcome":"already_issued"},
  {"status":409,"pointer":"/error","equals":"GONE","outcome":"out_of_stock"}])";

/// A `serve` of its own on a fresh database.
class Serving
{
public:
    explicit Serving(const QStringList &words = {})
    {
        m_environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"), m_folder.path());
        m_process.setProcessEnvironment(m_environment);
        m_process.start(QStringLiteral(STAMPEDE_CLI),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--database"), database,
                                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
                            words);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(60'000)) {
        }
        first = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~Serving()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Serving(const Serving &) = delete;
    Serving &operator=(const Serving &) = delete;

    QString database = freshUrl();
    QJsonObject first;
    [[nodiscard]] QString url() const
    {
        return first.value(QStringLiteral("address")).toString() +
               QStringLiteral("/api/coupons/{couponId}/issue");
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
};

/// The reference load with this target.
Scenario scenarioWith(const QString &target, const QString &further = {}, const QString &file = {})
{
    const QString json =
        QStringLiteral(
            R"({"schema":"stampede.scenario/1","name":"over http","users":{"count":100},)"
            R"("load":{"vus":20,"iterations":600},%1"target":{"kind":"http",%2}})")
            .arg(further, target);
    const auto scenario =
        readScenario(json.toUtf8(), file.isEmpty() ? QStringLiteral("s.json") : file);
    if (!scenario) {
        qFatal("%s", qPrintable(scenario.error().join(QLatin1Char('\n'))));
    }
    return scenario.value();
}

Result<RunRecord, RunError> runAt(const Scenario &scenario, const QString &database,
                                  const RunHooks &hooks = {})
{
    DatabaseHost host(parseDatabaseUrl(database).value(), {});
    return makeRun(scenario, host, {}, hooks);
}

/// How this test reaches the database of a URL.
ConnectionSettings settingsOf(const QString &database)
{
    const DatabaseUrl url = parseDatabaseUrl(database).value();
    ConnectionSettings settings;
    settings.user = url.user;
    settings.socket = url.socket;
    settings.database = url.database;
    return settings;
}

QString verdictOfCheck(const RunRecord &record, const char *id)
{
    const CheckResult *check = record.audit ? record.audit->check(QLatin1String(id)) : nullptr;
    return check == nullptr ? QStringLiteral("missing") : checkVerdictKey(check->verdict);
}

} // namespace

class TestServiceRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void serveHolds();
    void serveIsResetBetweenRounds();
    void serveWithoutTheRowLock();
    void serveThatIsNotThere();
    void rowsStayUntilTheLoadCanBegin();
    void rowsOfOthersStay();
    void oneRunAtAServe();
    void somebodyElsesServiceHolds();
    void somebodyElsesServiceForgetsToCount();
    void commitsAfterTheTimeoutAreWaitedFor();
    void commitsThatAreStillOpenDecideNothing();
    void keptRunIsHeldAgainstTheRowsOfNow();
    void theLogOfSomebodyElseIsRead_data();
    void theLogOfSomebodyElseIsRead();
    void rowsOfOthersAreToldByTheirRequests();
    void oneTokenForEverybodyAccusesNobody();
    void answersAlone();
    void oneRefusalForBoth();
    void nobodyAnsweredForIt();
    void secretsStayOutOfTheRecord();

private:
    QString urlOf(const ConnectionSettings &settings) const
    {
        return QStringLiteral("mysql://%1@/%2?socket=%3")
            .arg(settings.user, settings.database, settings.socket);
    }
    QString foreignTarget(const ForeignService &service) const
    {
        return QStringLiteral(R"("url":"%1","couponId":"SPRING","body":{"member":"m{userId}"},)"
                              R"("classify":%2)")
            .arg(service.url(), QLatin1String(kRules));
    }
    QString profileAudit(const ConnectionSettings &settings) const
    {
        return QStringLiteral(R"(,"audit":{"profile":"p.json","database":"%1"})")
            .arg(urlOf(settings));
    }
    /// Twenty people ask at once and give up after a second.
    Scenario impatient(const ForeignService &service, const QString &audit) const
    {
        const QString json =
            QStringLiteral(R"({"schema":"stampede.scenario/1","users":{"count":20,"pick":)"
                           R"("each-once"},"load":{"model":"burst","vus":20,"timeout":"1s"},)"
                           R"("target":{"kind":"http",%1%2}})")
                .arg(foreignTarget(service), audit);
        return readScenario(json.toUtf8(), scenarioFile()).value();
    }
    QString scenarioFile() const { return m_folder.filePath(QStringLiteral("s.json")); }

    QTemporaryDir m_folder;
};

void TestServiceRun::initTestCase()
{
    QFile profile(m_folder.filePath(QStringLiteral("p.json")));
    QVERIFY(profile.open(QIODevice::WriteOnly));
    profile.write(kProfile);
}

void TestServiceRun::serveHolds()
{
    const Serving serving;
    QVERIFY(!serving.first.isEmpty());
    const Scenario scenario =
        scenarioWith(QStringLiteral(R"("url":"%1","audit":"serve")").arg(serving.url()));
    for (int round = 0; round < 2; ++round) { // what the first left behind is gone in the second
        const auto made = runAt(scenario, serving.database);
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
        const RunRecord &record = made.value();
        QCOMPARE(failedChecks(record), QString());
        QCOMPARE(runVerdictKey(record.verdict), QStringLiteral("pass"));
        QCOMPARE(told(record, Outcome::Issued) + told(record, Outcome::AlreadyIssued), 600);
        QCOMPARE(record.audit->state.newRows, told(record, Outcome::Issued));
        QCOMPARE(record.audit->state.initialStock, std::int64_t{200});
        QCOMPARE(verdictOfCheck(record, "answers-fit-one-order"), QStringLiteral("pass"));
        QCOMPARE(verdictOfCheck(record, "as-predicted"), QStringLiteral("pass"));
        QCOMPARE(verdictOfCheck(record, "lock-seen"), QStringLiteral("skipped"));
        QCOMPARE(verdictOfCheck(record, "log-agrees"), QStringLiteral("skipped"));
        QVERIFY(!record.hotRow.has_value());
        QCOMPARE(record.contact->refusedAtStart, 0);
        QCOMPARE(record.contact->ruleHits.at(0), told(record, Outcome::Issued));
        QCOMPARE(record.contact->ruleHits.at(1), told(record, Outcome::AlreadyIssued));
    }
}

void TestServiceRun::serveIsResetBetweenRounds()
{
    const Serving serving;
    const auto made =
        runAt(scenarioWith(QStringLiteral(R"("url":"%1","audit":"serve")").arg(serving.url()),
                           QStringLiteral(R"("rounds":2,"coupon":{"stock":30},)")),
              serving.database);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(made.value().allRounds.size(), std::size_t{2});
    for (const RoundFigures &round : made.value().allRounds) {
        QCOMPARE(round.verdict, RunVerdict::Pass);
        QCOMPARE(round.outcomes.of(Outcome::Issued), std::uint64_t{30});
        QCOMPARE(round.state->rows, std::int64_t{30});
    }
}

void TestServiceRun::serveWithoutTheRowLock()
{
    const Serving serving({QStringLiteral("--set"), QStringLiteral("service.layers.rowLock=false"),
                           QStringLiteral("--set"), QStringLiteral("service.pause=5ms")});
    QVERIFY(!serving.first.isEmpty());
    const auto made =
        runAt(scenarioWith(QStringLiteral(R"("url":"%1","audit":"serve")").arg(serving.url()),
                           QStringLiteral(R"("coupon":{"stock":50},)")),
              serving.database);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(runVerdictKey(made.value().verdict), QStringLiteral("violation"));
    QVERIFY2(failedChecks(made.value()).contains(QStringLiteral("stock-adds-up")),
             qPrintable(failedChecks(made.value())));
}

void TestServiceRun::serveThatIsNotThere()
{
    const Serving serving;
    const QString target = QStringLiteral(R"("url":"%1","audit":"serve","couponId":%2)");
    const auto otherCoupon =
        runAt(scenarioWith(target.arg(serving.url(), QStringLiteral("77"))), serving.database);
    QVERIFY(!otherCoupon.ok());
    QCOMPARE(otherCoupon.error().code, ExitCode::Scenario);
    const auto empty =
        runAt(scenarioWith(target.arg(serving.url(), QStringLiteral("1"))), freshUrl());
    QVERIFY(!empty.ok());
    QCOMPARE(empty.error().code, ExitCode::Unreachable);
    const auto nobody =
        runAt(scenarioWith(target.arg(QStringLiteral("http://127.0.0.1:1/x"), QStringLiteral("1"))),
              serving.database);
    QVERIFY(!nobody.ok());
    QCOMPARE(nobody.error().code, ExitCode::Unreachable);
    QCOMPARE(nobody.error().message,
             QStringLiteral("The service http://127.0.0.1:1/x cannot be reached: Connection "
                            "refused. Nothing was sent."));
}

void TestServiceRun::rowsStayUntilTheLoadCanBegin()
{
    const Serving serving;
    const QString target = QStringLiteral(R"("url":"%1","audit":"serve")");
    QVERIFY(runAt(scenarioWith(target.arg(serving.url())), serving.database).ok());
    const auto connection = connectTo(settingsOf(serving.database));
    const auto rows = [&connection] {
        return connection->value(QStringLiteral("SELECT COUNT(*) FROM user_coupons"))
            .value()
            .toInt();
    };
    const int before = rows();
    QVERIFY(before > 0);
    const auto nobody = runAt(scenarioWith(QStringLiteral(
                                  R"("url":"http://127.0.0.1:1/x","audit":"serve","couponId":1)")),
                              serving.database);
    QVERIFY(!nobody.ok());
    QCOMPARE(rows(), before);
}

void TestServiceRun::rowsOfOthersStay()
{
    const Serving serving;
    const ConnectionSettings settings = settingsOf(serving.database);
    const ConnectionSettings other = TestDatabase::instance().freshDatabase();
    const auto theirs = connectTo(other);
    for (const QString &statement :
         {QStringLiteral("CREATE TABLE child (id INT PRIMARY KEY, uid BIGINT, FOREIGN KEY (uid) "
                         "REFERENCES `%1`.users (id) ON DELETE CASCADE)")
              .arg(settings.database),
          QStringLiteral("INSERT INTO child VALUES (1, 1)")}) {
        const auto done = theirs->execute(statement);
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().message));
    }
    const auto count = QStringLiteral("SELECT COUNT(*) FROM child");
    const auto made =
        runAt(scenarioWith(QStringLiteral(R"("url":"%1","audit":"serve")").arg(serving.url())),
              serving.database);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ExitCode::Unreachable);
    QVERIFY2(made.error().message.contains(other.database + QStringLiteral(".child")),
             qPrintable(made.error().message));
    QCOMPARE(theirs->value(count).value().toInt(), 1);
    // One that came in the moment after that look: nothing of theirs goes either.
    const auto ours = connectTo(settings);
    StartingState state;
    state.couponName = QStringLiteral("WELCOME10");
    state.users = 3;
    const auto refilled = refillTables(*ours, state, CouponId{1});
    QVERIFY2(refilled.ok(), qPrintable(refilled.ok() ? QString() : refilled.error().message));
    QCOMPARE(theirs->value(count).value().toInt(), 1);
    QVERIFY(theirs->execute(QStringLiteral("DROP TABLE child")).ok());
}

void TestServiceRun::oneRunAtAServe()
{
    const Serving serving;
    const Scenario scenario =
        scenarioWith(QStringLiteral(R"("url":"%1","audit":"serve")").arg(serving.url()));
    Result<RunRecord, RunError> second = Failure{RunError{}};
    Result<RunRecord, RunError> ownService = Failure{RunError{}};
    RunHooks hooks;
    hooks.stock = [&](std::int64_t) { // the first is prepared
        second = runAt(scenario, serving.database);
        ownService = runAt(preset(QStringLiteral("last-coupon")), serving.database);
    };
    const auto first = runAt(scenario, serving.database, hooks);
    QVERIFY2(first.ok(), qPrintable(first.ok() ? QString() : first.error().message));
    QCOMPARE(first.value().verdict, RunVerdict::Pass);
    for (const auto *refused : {&second, &ownService}) {
        QVERIFY(!refused->ok());
        QCOMPARE(refused->error().code, ExitCode::Unreachable);
        QVERIFY2(refused->error().message.contains(
                     QStringLiteral("in use by another run or audit of Stampede")),
                 qPrintable(refused->error().message));
    }
    const auto later = runAt(preset(QStringLiteral("last-coupon")), serving.database);
    QVERIFY(!later.ok());
    QVERIFY2(later.error().message.contains(QStringLiteral("in use by a `stampede-cli serve`")),
             qPrintable(later.error().message));
}

void TestServiceRun::somebodyElsesServiceHolds()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 40);
    QVERIFY(service.isReady());
    const Scenario scenario =
        scenarioWith(foreignTarget(service) + profileAudit(database), QString(), scenarioFile());
    std::int64_t stock = -1;
    RunHooks hooks;
    hooks.stock = [&stock](std::int64_t found) { stock = found; };
    const auto made = runAt(scenario, freshUrl(), hooks);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(failedChecks(made.value()), QString());
    QCOMPARE(runVerdictKey(made.value().verdict), QStringLiteral("pass"));
    QCOMPARE(stock, std::int64_t{40});
    QCOMPARE(told(made.value(), Outcome::Issued), 40);
    QCOMPARE(service.claims(), 40);
    // What is there now is where the next run begins.
    const auto again = runAt(scenario, freshUrl());
    QVERIFY2(again.ok(), qPrintable(again.ok() ? QString() : again.error().message));
    QCOMPARE(failedChecks(again.value()), QString());
    QCOMPARE(again.value().audit->state.initialStock, std::int64_t{0});
    QCOMPARE(again.value().audit->state.rowsBefore, std::int64_t{40});
    QCOMPARE(verdictOfCheck(again.value(), "earlier-holders-kept"), QStringLiteral("pass"));
    QCOMPARE(verdictOfCheck(again.value(), "as-predicted"), QStringLiteral("pass"));
    QCOMPARE(again.value().prediction.rowsBefore, std::int64_t{40});
    QCOMPARE(again.value().prediction.issued, (Range{0, 0}));
    QCOMPARE(service.claims(), 40);
}

void TestServiceRun::somebodyElsesServiceForgetsToCount()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 40, ForeignService::Fault::ForgetsToCount);
    const auto made = runAt(
        scenarioWith(foreignTarget(service) + profileAudit(database), QString(), scenarioFile()),
        freshUrl());
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(runVerdictKey(made.value().verdict), QStringLiteral("violation"));
    QCOMPARE(failedChecks(made.value()), QStringLiteral("stock-adds-up stock-not-exceeded"));
}

void TestServiceRun::commitsAfterTheTimeoutAreWaitedFor()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 40);
    // Somebody holds the row until the settling has seen who waits for it.
    const auto holder = connectTo(database);
    QVERIFY(holder->execute(QStringLiteral("BEGIN")).ok());
    QVERIFY(holder->query(QStringLiteral("SELECT * FROM promotion FOR UPDATE")).ok());
    bool released = false;
    RunHooks hooks;
    hooks.waiting = [&](const QString &what) {
        if (!released && what.contains(QStringLiteral("transactions are open"))) {
            released = holder->rollback().ok();
        }
    };
    const auto made = runAt(impatient(service, profileAudit(database)), freshUrl(), hooks);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QVERIFY(released);
    QCOMPARE(told(made.value(), Outcome::Unknown), 20);
    QVERIFY(made.value().audit->verdict == AuditVerdict::Held);
    QCOMPARE(made.value().audit->state.tookEffect, 20);
    QCOMPARE(made.value().audit->settle->unanswered, 0);
    // Whoever else reads the server's list of transactions all the time keeps it old.
    QVERIFY(made.value().diagnosis.find(QStringLiteral("still-settling"))->verdict ==
            (made.value().audit->settle->openTransactions ? HypothesisVerdict::RuledOut
                                                          : HypothesisVerdict::Undecided));
    QCOMPARE(service.claims(), 20);
}

void TestServiceRun::commitsThatAreStillOpenDecideNothing()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 10);
    const auto holder = connectTo(database);
    QVERIFY(holder->execute(QStringLiteral("BEGIN")).ok());
    QVERIFY(holder->query(QStringLiteral("SELECT * FROM promotion FOR UPDATE")).ok());
    const QString audit =
        QStringLiteral(R"(,"audit":{"profile":"p.json","database":"%1","settle":{"quiet":"250ms",)"
                       R"("unanswered":"1s","atMost":"5s"}})")
            .arg(urlOf(database));
    const auto made = runAt(impatient(service, audit), freshUrl());
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(static_cast<int>(exitCodeOf(record)), 95);
    QCOMPARE(record.audit->settle->openTransactions, std::optional<std::int64_t>(20));
    QVERIFY2(record.audit->undecidedReason.contains(
                 QStringLiteral("20 transactions of the service are still open; 20 requests "
                                "without an answer may still take effect. `stampede-cli audit "
                                "--run %1` in ")
                     .arg(record.shortId())),
             qPrintable(record.audit->undecidedReason));
    QVERIFY(record.diagnosis.find(QStringLiteral("still-settling"))->verdict ==
            HypothesisVerdict::Explains);
    // Later it is decided: ten got one, and nobody was told so.
    QVERIFY(holder->rollback().ok());
    DatabaseAuditOrder order;
    order.history = historyOf(record).value();
    order.profile = loadProfile(m_folder.filePath(QStringLiteral("p.json"))).value();
    DatabaseHost host(parseDatabaseUrl(urlOf(database)).value(), {});
    const auto later = auditDatabase(host, order);
    QVERIFY2(later.ok(), qPrintable(later.ok() ? QString() : later.error().message));
    QVERIFY(later.value().record.audit->verdict == AuditVerdict::Held);
    QCOMPARE(later.value().record.audit->state.rows, 10);
}

void TestServiceRun::keptRunIsHeldAgainstTheRowsOfNow()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 40);
    // A table that does not say what is left.
    QFile file(m_folder.filePath(QStringLiteral("total.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(kProfile).replace("\"remaining\": \"seats_left\",", ""));
    file.close();
    const QString audit =
        QStringLiteral(R"(,"audit":{"profile":"total.json","database":"%1"})").arg(urlOf(database));
    const auto made =
        runAt(scenarioWith(foreignTarget(service) + audit, QString(), scenarioFile()), freshUrl());
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    DatabaseAuditOrder order;
    order.history = historyOf(made.value()).value();
    order.profile = loadProfile(file.fileName()).value();
    order.settle.quiet = std::chrono::milliseconds(250);
    DatabaseHost host(parseDatabaseUrl(urlOf(database)).value(), {});
    const auto held = auditDatabase(host, order);
    QVERIFY2(held.ok(), qPrintable(held.ok() ? QString() : held.error().message));
    QVERIFY(held.value().record.audit->verdict == AuditVerdict::Held);
    QVERIFY(
        connectTo(database)->execute(QStringLiteral("DELETE FROM promotion_claim LIMIT 1")).ok());
    const auto broken = auditDatabase(host, order);
    QVERIFY(broken.ok());
    QCOMPARE(test::failedChecks(broken.value().record),
             QStringLiteral("already-issued-true issued-is-stored sold-out-true"));
}

void TestServiceRun::theLogOfSomebodyElseIsRead_data()
{
    QTest::addColumn<bool>("complete");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("complete") << true << QStringLiteral("pass");
    QTest::newRow("lines are missing") << false << QStringLiteral("fail");
}

void TestServiceRun::theLogOfSomebodyElseIsRead()
{
    QFETCH(bool, complete);
    QFETCH(QString, verdict);
    const QString name = complete ? QStringLiteral("a.log") : QStringLiteral("b.log");
    {
        // What stood there before the run is not of the run.
        QFile before(m_folder.filePath(name));
        QVERIFY(before.open(QIODevice::WriteOnly));
        before.write("claimed by m1\nrefused m2: nothing left\n");
    }
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(
        database, 40, complete ? ForeignService::Fault::None : ForeignService::Fault::ForgetsToLog,
        m_folder.filePath(name));
    QVERIFY(service.isReady());
    const QString log = QStringLiteral(R"(,"log":{"file":"%1","patterns":{"issued":"claimed by",)"
                                       R"("outOfStock":"nothing left"}}})")
                            .arg(name);
    QString audit = profileAudit(database);
    audit.chop(1);
    const auto made = runAt(
        scenarioWith(foreignTarget(service) + audit + log, QString(), scenarioFile()), freshUrl());
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(verdictOfCheck(made.value(), "log-agrees"), verdict);
    QCOMPARE(failedChecks(made.value()), QString()); // the rows are right either way
    QVERIFY(told(made.value(), Outcome::OutOfStock) > 0);
}

void TestServiceRun::rowsOfOthersAreToldByTheirRequests()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 100);
    // A person of the run gets one by another way, in the middle of it.
    RunHooks hooks;
    hooks.stock = [&database](std::int64_t) {
        const auto connection = connectTo(database);
        QVERIFY(connection
                    ->execute(QStringLiteral("INSERT INTO promotion_claim (member, promo_code, "
                                             "request_id) VALUES ('m7', 'SPRING', 'from-the-app')"))
                    .ok());
        QVERIFY(connection
                    ->execute(QStringLiteral("UPDATE promotion SET seats_left = seats_left - 1 "
                                             "WHERE code = 'SPRING'"))
                    .ok());
    };
    const auto made = runAt(
        scenarioWith(foreignTarget(service) + profileAudit(database), QString(), scenarioFile()),
        freshUrl(), hooks);
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(verdictOfCheck(made.value(), "nobody-else-wrote"), QStringLiteral("fail"));
    const CheckResult *check = made.value().audit->check(QStringLiteral("nobody-else-wrote"));
    QCOMPARE(check->rowCount, std::int64_t{1});
    QCOMPARE(check->rows.constFirst().value(1).toString(), QStringLiteral("m7"));
    QVERIFY(made.value().verdict != RunVerdict::Pass);
}

/// The service gives the one person whom it sees one coupon and says so: nobody is wronged by it,
/// whatever the people are called who were to ask.
void TestServiceRun::oneTokenForEverybodyAccusesNobody()
{
    for (const char *member : {"m7", "nobody-of-these"}) {
        const ConnectionSettings database = TestDatabase::instance().freshDatabase();
        const ForeignService service(database, 40);
        QString target = foreignTarget(service);
        target.replace(QStringLiteral("m{userId}"), QLatin1String(member));
        const auto made = runAt(
            scenarioWith(target + profileAudit(database), QString(), scenarioFile()), freshUrl());
        QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
        const RunRecord &record = made.value();
        QCOMPARE(record.audit->state.newRows, std::int64_t{1});
        QCOMPARE(failedChecks(record), QString());
        QCOMPARE(record.audit->verdict, AuditVerdict::Undecided);
        QVERIFY2(
            record.audit->undecidedReason.contains(QStringLiteral("nothing that is sent says who")),
            qPrintable(record.audit->undecidedReason));
        for (const char *id : {"issued-is-stored", "already-issued-true", "nobody-else-wrote"}) {
            QCOMPARE(verdictOfCheck(record, id), QStringLiteral("inconclusive"));
        }
        for (const char *id : {"stock-adds-up", "stock-not-exceeded", "one-per-user"}) {
            QCOMPARE(verdictOfCheck(record, id), QStringLiteral("pass"));
        }
        QVERIFY(!record.rightRefusals().has_value());
        // Later it is no other.
        const auto history = historyOf(record);
        QVERIFY(history.ok() && !history.value().notJudged.isEmpty());
    }
}

void TestServiceRun::answersAlone()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService good(database, 40);
    const QString stock = QStringLiteral(R"("coupon":{"stock":40},)");
    const auto held = runAt(scenarioWith(foreignTarget(good), stock), QStringLiteral("managed:"));
    QVERIFY2(held.ok(), qPrintable(held.ok() ? QString() : held.error().message));
    QCOMPARE(runVerdictKey(held.value().verdict), QStringLiteral("pass"));
    QCOMPARE(verdictText(held.value()).word, QStringLiteral("Held, answers only"));
    QCOMPARE(verdictOfCheck(held.value(), "stock-not-exceeded"), QStringLiteral("pass"));
    QCOMPARE(verdictOfCheck(held.value(), "stock-adds-up"), QStringLiteral("skipped"));
    const auto unknown = runAt(scenarioWith(foreignTarget(good)), QStringLiteral("managed:"));
    QVERIFY(unknown.ok());
    QCOMPARE(verdictOfCheck(unknown.value(), "stock-not-exceeded"), QStringLiteral("skipped"));
    const ForeignService liar(TestDatabase::instance().freshDatabase(), 40,
                              ForeignService::Fault::SaysYesAlways);
    const auto broken = runAt(scenarioWith(foreignTarget(liar), stock), QStringLiteral("managed:"));
    QVERIFY(broken.ok());
    QCOMPARE(runVerdictKey(broken.value().verdict), QStringLiteral("violation"));
    QCOMPARE(failedChecks(broken.value()), QStringLiteral("announced-once stock-not-exceeded"));
    Scenario anyNumber = scenarioWith(foreignTarget(liar), stock);
    anyNumber.users.perPerson.limit.reset();
    const auto many = runAt(anyNumber, QStringLiteral("managed:"));
    QVERIFY(many.ok());
    QCOMPARE(verdictOfCheck(many.value(), "announced-once"), QStringLiteral("skipped"));
    QCOMPARE(failedChecks(many.value()), QStringLiteral("stock-not-exceeded"));
}

void TestServiceRun::oneRefusalForBoth()
{
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, 40);
    const QString target =
        QStringLiteral(
            R"("url":"%1","couponId":"SPRING","body":{"member":"m{userId}"},"classify":)"
            R"([{"status":201,"outcome":"issued"},{"status":409,"outcome":"not_issued"}])")
            .arg(service.url());
    const auto made =
        runAt(scenarioWith(target + profileAudit(database), QString(), scenarioFile()), freshUrl());
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().message));
    QCOMPARE(failedChecks(made.value()), QString());
    QCOMPARE(told(made.value(), Outcome::Issued), 40);
    QCOMPARE(told(made.value(), Outcome::NotIssued), 560);
    const Prediction &prediction = made.value().prediction;
    QCOMPARE(prediction.issued, (Range{40, 40}));
    QCOMPARE(prediction.alreadyIssued, (Range{0, 0}));
    QCOMPARE(prediction.outOfStock, (Range{0, 0}));
    QCOMPARE(prediction.notIssued, std::optional(Range{560, 560}));
    QCOMPARE(verdictOfCheck(made.value(), "as-predicted"), QStringLiteral("pass"));
}

void TestServiceRun::nobodyAnsweredForIt()
{
    const auto made = runAt(scenarioWith(QStringLiteral("\"url\":\"http://shop.example.com/x\"")),
                            QStringLiteral("managed:"));
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, ExitCode::Unreachable);
    QCOMPARE(made.error().kind, FaultKind::ForeignHost);
    QCOMPARE(made.error().host, QStringLiteral("shop.example.com"));
    QVERIFY(made.error().message.contains(QStringLiteral("--allow-host shop.example.com")));
}

void TestServiceRun::secretsStayOutOfTheRecord()
{
    const Scenario missing = scenarioWith(QStringLiteral(
        "\"url\":\"http://127.0.0.1:1/\",\"headers\":{\"X-Key\":\"${env:STP_NONE}\"}"));
    const auto refused = runAt(missing, QStringLiteral("managed:"));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ExitCode::Scenario);
    QCOMPARE(refused.error().message,
             QStringLiteral("over http: target.headers.X-Key: there is no environment variable "
                            "STP_NONE"));
    qputenv("STP_SECRET", "hunter2");
    Peer echo([](PeerLine &line) {
        while (const auto request = line.request()) {
            line.say(answer(418, *request));
        }
    });
    const auto made =
        runAt(scenarioWith(QStringLiteral(R"("url":"%1","body":"${env:STP_SECRET} {userId}")")
                               .arg(QString::fromStdString(echo.url()))),
              QStringLiteral("managed:"));
    QVERIFY(made.ok());
    QCOMPARE(*made.value().contact->firstUnrecognisedStatus, 418);
    QVERIFY(made.value().contact->firstUnrecognised.contains(QStringLiteral("••• ")));
    QVERIFY(!made.value()
                 .environment.remarks.join(QLatin1Char(' '))
                 .contains(QStringLiteral("hunter2")));
    QCOMPARE(told(made.value(), Outcome::Unknown), 600);
    QCOMPARE(runVerdictKey(made.value().verdict), QStringLiteral("invalid"));
}

} // namespace tst_service_run

STAMPEDE_TEST(tst_service_run::TestServiceRun)
#include "tst_service_run.moc"
