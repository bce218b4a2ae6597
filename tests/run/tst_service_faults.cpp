// SPDX-License-Identifier: MIT
// Proves that the network between a load and a service over HTTP can be delayed, cut and left
// half-open by the scenario, and that the audit of the service's own tables settles what that left
// in doubt.

#include "faulty_run.h"
#include "foreign_service.h"
#include "run_support.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_service_faults {

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

const char *const kScenario = R"({
  "schema": "stampede.scenario/1", "users": { "count": 1000, "pick": "each-once" },
  "load": { "model": "constant-arrival-rate", "rate": 200, "duration": "1500ms", "vus": 20,
            "timeout": "10s" },
  "faults": [ %1 ],
  "target": { "kind": "http", "url": "%2", "couponId": "SPRING", "body": {"member": "m{userId}"},
              "classify": [ {"status": 201, "outcome": "issued"},
                            {"status": 409, "pointer": "/error", "equals": "HAVE",
                             "outcome": "already_issued"},
                            {"status": 409, "pointer": "/error", "equals": "GONE",
                             "outcome": "out_of_stock"} ],
              "audit": { "profile": "p.json", "database": "%3", "settle": { "unanswered": "1s" } } } })";

} // namespace

class TestServiceFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networkIsDisturbed_data();
    void networkIsDisturbed();
};

void TestServiceFaults::networkIsDisturbed_data()
{
    QTest::addColumn<QString>("effect");
    QTest::addColumn<bool>("losesAnswers");
    QTest::newRow("delay") << QStringLiteral(R"("delay","delay":"150ms")") << false;
    QTest::newRow("cut") << QStringLiteral(R"("cut")") << true;
    QTest::newRow("half-open") << QStringLiteral(R"("half-open")") << true;
}

void TestServiceFaults::networkIsDisturbed()
{
    QFETCH(QString, effect);
    QFETCH(bool, losesAnswers);
    const QTemporaryDir folder;
    QFile profile(folder.filePath(QStringLiteral("p.json")));
    QVERIFY(profile.open(QIODevice::WriteOnly));
    profile.write(kProfile);
    profile.close();
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    // At 200 a second some are on their way at every moment, so that a cut meets one.
    const ForeignService service(database, 120, ForeignService::Fault::AnswersLate);
    QVERIFY(service.isReady());
    const QString fault =
        QStringLiteral(R"({"at":"300ms","kind":"network","for":"300ms","effect":%1})").arg(effect);
    const QString json = QString::fromLatin1(kScenario).arg(
        fault, service.url(),
        QStringLiteral("mysql://%1@/%2?socket=%3")
            .arg(database.user, database.database, database.socket));
    const auto scenario = readScenario(json.toUtf8(), folder.filePath(QStringLiteral("s.json")));
    QVERIFY2(scenario.ok(),
             scenario.ok() ? "" : qPrintable(scenario.error().join(QLatin1Char('\n'))));
    const auto made = run(scenario.value());
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const RunRecord &record = made.value();
    QCOMPARE(failedChecks(record), QString());
    QVERIFY(record.audit);
    QCOMPARE(record.audit->verdict, AuditVerdict::Held);
    QVERIFY(record.audit->wrongAnswers.empty());
    QCOMPARE(record.audit->state.tookEffect + record.audit->state.noEffect, inDoubt(record));
    const InjectedFault &done = record.faults.front();
    QVERIFY(done.beganNs && done.endedNs);
    QVERIFY(done.connections > 0);
    // Each waits for a connection as long as its request has time.
    QCOMPARE(record.outcomes.of(Outcome::NotSent), std::uint64_t{0});
    QCOMPARE(record.audit->state.newRows, std::int64_t{service.claims()});
    if (losesAnswers) {
        QVERIFY(inDoubt(record) > 0);
        QVERIFY(inDoubt(record) <= 20); // one of each virtual user, not whatever came after it
    } else {
        QCOMPARE(inDoubt(record), std::int64_t{0});
        QVERIFY(record.service.all.maxNs >= 150'000'000);
        QCOMPARE(service.claims(), 120);
    }
}

} // namespace tst_service_faults

STAMPEDE_TEST(tst_service_faults::TestServiceFaults)
#include "tst_service_faults.moc"
