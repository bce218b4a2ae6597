// SPDX-License-Identifier: MIT
// Proves: whatever is wrong with the settings of a scenario is said at once, one line a fault, with
// the path, what would be right and the name that was probably meant.

#include "scenario_fixture.h"
#include "test_program.h"

#include <QtTest>

#include <algorithm>

namespace tst_scenario_faults {

using namespace stampede;

class ScenarioFaults : public QObject
{
    Q_OBJECT

private:
    static void row(const char *name, const QByteArray &json, const char *fault);
    static void row(const char *members, const char *fault);
    static void check();

private Q_SLOTS:
    void schemas_data();
    void schemas() { check(); }
    void unknownKeys_data();
    void unknownKeys() { check(); }
    void wrongTypes_data();
    void wrongTypes() { check(); }
    void outOfRange_data();
    void outOfRange() { check(); }
    void contradictions_data();
    void contradictions() { check(); }
    void strategies_data();
    void strategies() { check(); }
    void loads_data();
    void loads() { check(); }
    void thresholds_data();
    void thresholds() { check(); }
    void namesEveryFaultAtOnce();
    void leavesOutWhatFollowsFromAFault();
    void acceptsWhatIsRight_data();
    void acceptsWhatIsRight();
};

void ScenarioFaults::row(const char *name, const QByteArray &json, const char *fault)
{
    QTest::newRow(name) << json << QStringLiteral("s.json: ") + QString::fromUtf8(fault);
}

void ScenarioFaults::row(const char *members, const char *fault)
{
    row(members, scenarioWith(members), fault);
}

void ScenarioFaults::check()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, fault);
    QCOMPARE(joined(faultsOf(json)), fault);
}

void ScenarioFaults::schemas_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row("no schema", "{}", "schema: is missing; must be \"stampede.scenario/1\"");
    row("other schema", R"({"schema":"stampede.scenario/2"})",
        R"(schema: must be "stampede.scenario/1" (got "stampede.scenario/2"))");
    row("schema is a number", R"({"schema":1})",
        R"(schema: must be "stampede.scenario/1" (got 1))");
}

void ScenarioFaults::unknownKeys_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("nmae":"x")", "nmae: unknown setting (did you mean name?)");
    row(R"("load":{"vsu":5})", "load.vsu: unknown setting (did you mean load.vus?)");
    row(R"("service":{"layers":{"rowlock":true}})",
        "service.layers.rowlock: unknown setting (did you mean service.layers.rowLock?)");
    row(R"("vus":5)", "vus: unknown setting (did you mean load.vus?)");
    row(R"("load.vus":5)", "load.vus: unknown setting (did you mean load.vus?)");
    row(R"("service":{"layers.rowLock":true})",
        "service.layers.rowLock: unknown setting (did you mean service.layers.rowLock?)");
    row(R"("users":{"elephants":5})",
        "users.elephants: unknown setting; possible here: count, pick, fixedUser, balance, "
        "exponent, path, perPerson");
    row(R"("about":{"":"x"})",
        "about.: unknown setting; possible here: system, build, environment, "
        "tester, ticket, purpose");
    row(R"("\u001b[31mred":1)",
        "\\u001b[31mred: unknown setting; possible here: schema, name, seed, coupon, users, load, "
        "service, target, warmup, rounds, faults, about, thresholds");
}

void ScenarioFaults::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("load":5)", "load: must be an object (got 5)");
    row(R"("load":{"vus":"5"})", R"(load.vus: must be a whole number (got "5"))");
    row(R"("load":{"vus":null})", "load.vus: must be a whole number (got null)");
    row(R"("load":{"vus":1.5})", "load.vus: must be a whole number (got 1.5)");
    row(R"("name":5)", "name: must be a text (got 5)");
    row(R"("service":{"layers":{"rowLock":1}})",
        "service.layers.rowLock: must be true or false (got 1)");
    row(R"("load":{"duration":true})",
        "load.duration: must be a duration such as 250ms, 10s or 1m30s (got true)");
    row(R"("load":{"duration":"soon"})",
        R"(load.duration: must be a duration such as 250ms, 10s or 1m30s (got "soon"))");
    row(R"("coupon":{"startsAt":5})", "coupon.startsAt: must be a time from the start of the run "
                                      "such as -1d or +10s, or a moment "
                                      "such as 2030-01-31T10:00:00Z (got 5)");
    row(R"("coupon":{"startsAt":"2030-01-31T10:00:00"})",
        "coupon.startsAt: must be a time from the start of the run such as -1d or +10s, or a "
        "moment "
        R"(such as 2030-01-31T10:00:00Z (got "2030-01-31T10:00:00"))");
    row(R"("coupon":{"startsAt":"-1us"})", "coupon.startsAt: must be a time from the start of the "
                                           "run such as -1d or +10s, or a moment "
                                           R"(such as 2030-01-31T10:00:00Z (got "-1us"))");
    row(R"("users":{"pick":["random"]})",
        R"(users.pick: must be one of: random, each-once, fixed, zipf, file (got ["random"]))");
}

void ScenarioFaults::outOfRange_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("seed":-1)", "seed: must be between 0 and 9,007,199,254,740,992 (got -1)");
    row(R"("seed":9007199254740993)",
        "seed: must be between 0 and 9,007,199,254,740,992 (got 9,007,199,254,740,993)");
    row(R"("load":{"vus":0})", "load.vus: must be between 1 and 2,000 (got 0)");
    row(R"("load":{"vus":2001})", "load.vus: must be between 1 and 2,000 (got 2,001)");
    row(R"("load":{"vus":1e300})", "load.vus: must be between 1 and 2,000 (got 1e+300)");
    row(R"("load":{"iterations":100000001})",
        "load.iterations: must be between 1 and 100,000,000 (got 100,000,001)");
    row(R"("load":{"duration":0})", "load.duration: must be between 1ms and 1d (got 0)");
    row(R"("load":{"duration":-1e300})", "load.duration: must be between 1ms and 1d (got -1e+300)");
    row(R"("load":{"timeout":"11m"})", R"(load.timeout: must be between 10ms and 10m (got "11m"))");
    row(R"("service":{"pause":"10.001s"})",
        R"(service.pause: must be between 0s and 10s (got "10.001s"))");
    row(R"("service":{"retries":101})", "service.retries: must be between 0 and 100 (got 101)");
    row(R"("coupon":{"stock":-1})", "coupon.stock: must be between 0 and 1,000,000,000 (got -1)");
    row(R"("coupon":{"discountPercent":101})",
        "coupon.discountPercent: must be between 0 and 100 (got 101)");
    row(R"("coupon":{"startsAt":"-36501d"})",
        R"(coupon.startsAt: must be at most 36500d away (got "-36501d"))");
    row(R"("coupon":{"endsAt":"1969-12-31T23:59:59Z"})",
        R"(coupon.endsAt: must lie in the years 1970 to 9999 (got "1969-12-31T23:59:59Z"))");
    row(R"("users":{"count":1000001})",
        "users.count: must be between 1 and 1,000,000 (got 1,000,001)");
    row(R"("name":"")", "name: is empty");
    row(R"("name":"a\nb")", R"(name: must not contain control characters (got "a\nb"))");
    row(R"("users":{"pick":"radnom"})",
        "users.pick: must be one of: random, each-once, fixed, zipf, file "
        R"((got "radnom"; did you mean random?))");
    row(R"("service":{"isolation":"chaos"})",
        "service.isolation: must be one of: default, read-uncommitted, read-committed, "
        R"(repeatable-read, serializable (got "chaos"))");
}

void ScenarioFaults::contradictions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("load":{"model":"burst","iterations":5})",
        "load.iterations: has no use with load.model \"burst\", which makes one request for each "
        "of "
        "load.vus; leave it out");
    row(R"("load":{"model":"constant-vus","iterations":5})",
        "load.iterations: has no use with load.model \"constant-vus\", which goes on until "
        "its time is over; leave it out");
    row(R"("load":{"model":"per-vu-iterations","vus":2,"iterations":50000001})",
        "load.iterations: times load.vus must be at most 100,000,000 requests (got 100,000,002)");
    row(R"("users":{"fixedUser":5})",
        "users.fixedUser: has a use with users.pick \"fixed\" only (users.pick is \"random\")");
    row(R"("users":{"count":4,"pick":"fixed","fixedUser":5})",
        "users.fixedUser: must be at most users.count, which is 4 (got 5)");
    row(R"("coupon":{"startsAt":"+1d","endsAt":"+1d"})",
        "coupon.endsAt: must be later than coupon.startsAt");
    row(R"("coupon":{"startsAt":"2030-01-02T00:00:00Z","endsAt":"2030-01-02T01:00:00+09:00"})",
        "coupon.endsAt: must be later than coupon.startsAt");
}

void ScenarioFaults::strategies_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("service":{"strategy":"groupd"})",
        "service.strategy: must be one of: pessimistic, conditional-update, optimistic, "
        "named-lock, grouped (got \"groupd\"; did you mean grouped?)");
    row(R"("service":{"strategy":"grouped","layers":{"rowLock":false}})",
        "service.layers: has a use with service.strategy pessimistic only (service.strategy is "
        "\"grouped\"); leave it out");
    row(R"("service":{"soldOutLatch":true,"layers":{"rowLock":false}})",
        "service.soldOutLatch: would be wrong without the row lock: a stock that was read as 0 can "
        "be written over; leave it out");
    row(R"("service":{"soldOutLatch":true,"isolation":"read-uncommitted"})",
        "service.soldOutLatch: would be wrong with service.isolation \"read-uncommitted\": a "
        "stock that was read as 0 can be rolled back; leave it out");
}

void ScenarioFaults::loads_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("load":{"rate":60})",
        "load.rate: has a use with load.model \"constant-arrival-rate\" or "
        "\"ramping-arrival-rate\" only (load.model is \"shared-iterations\"); leave it out");
    row(R"("load":{"model":"constant-arrival-rate"})",
        "load.rate: must be given with load.model \"constant-arrival-rate\", above 0: requests a "
        "second");
    row(R"("load":{"model":"constant-arrival-rate","rate":"fast"})",
        "load.rate: must be a number (got \"fast\")");
    row(R"("load":{"model":"constant-arrival-rate","rate":2e6})",
        "load.rate: must be between 0 and 1,000,000 (got 2,000,000)");
    row(R"("load":{"model":"constant-arrival-rate","rate":100000,"duration":"1h"})",
        "load.rate: asks for 360,000,000 requests in all; at most 100,000,000 are possible");
    row(R"("load":{"model":"constant-arrival-rate","rate":6,"thinkTime":"1s"})",
        "load.thinkTime: has no use with load.model \"constant-arrival-rate\", where nobody's next "
        "request depends on an answer; leave it out");
    row(R"("load":{"model":"burst","thinkTime":"1s"})",
        "load.thinkTime: has no use with load.model \"burst\", where nobody's next request depends "
        "on an answer; leave it out");
    row(R"("load":{"model":"ramping-vus"})",
        "load.stages: must be given with load.model \"ramping-vus\", such as \"10s:100, 5s:0\"");
    row(R"("load":{"model":"ramping-vus","stages":[]})",
        "load.stages: must be a list of 1 to 100 stages such as [{\"duration\": \"10s\", "
        "\"target\": 100}], or a text such as \"10s:100, 5s:0\" (got [])");
    row(R"("load":{"model":"ramping-vus","stages":"0s:5"})",
        "load.stages: must last 1 ms to 24 h in all (got 0s)");
    row(R"("load":{"model":"ramping-vus","stages":"10s:2001"})",
        "load.stages: must have whole targets of at most 2,000 virtual users (got 2,001)");
    row(R"("load":{"model":"ramping-vus","stages":"10s:2.5"})",
        "load.stages: must have whole targets of at most 2,000 virtual users (got 2.5)");
    row(R"("load":{"model":"ramping-vus","stages":"10s:5","duration":"5s"})",
        "load.duration: has no use with load.model \"ramping-vus\", which lasts as long as its "
        "load.stages; leave it out");
    row(R"("load":{"model":"ramping-vus","stages":"10s:5","iterations":5})",
        "load.iterations: has no use with load.model \"ramping-vus\", which goes on until its time "
        "is over; leave it out");
    row(R"("load":{"model":"ramping-arrival-rate","stages":"10s:5, 5x:2"})",
        "load.stages: stage 2: duration: must be a duration such as 250ms, 10s or 1m30s (got "
        "\"5x\")");
    row(R"("load":{"model":"ramping-arrival-rate","stages":[{"duration":"1s"}]})",
        "load.stages: stage 1: must be {\"duration\": \"10s\", \"target\": 100} (got "
        "{\"duration\":\"1s\"})");
    row(R"("load":{"stages":"10s:5"})",
        "load.stages: has a use with load.model \"ramping-vus\" or \"ramping-arrival-rate\" only "
        "(load.model is \"shared-iterations\"); leave it out");
    row(R"("users":{"exponent":1})", "users.exponent: has a use with users.pick \"zipf\" only "
                                     "(users.pick is \"random\")");
    row(R"("users":{"pick":"zipf","exponent":0})",
        "users.exponent: must be between 0.01 and 10 (got 0)");
    row(R"("users":{"path":"a.csv"})",
        "users.path: has a use with users.pick \"file\" only (users.pick is \"random\")");
    row(R"("users":{"pick":"file"})",
        "users.path: must be given with users.pick \"file\": a CSV file with a column userId");
    row(R"("users":{"pick":"file","path":"no such file.csv"})",
        "users.path: no such file.csv: cannot be read: No such file or directory");
    row(R"("warmup":"2h")", "warmup: must be between 0s and 1h (got \"2h\")");
    row(R"("rounds":0)", "rounds: must be between 1 and 1,000 (got 0)");
}

void ScenarioFaults::thresholds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("fault");
    row(R"("thresholds":[])", "thresholds: must be an object (got [])");
    row(R"("thresholds":{"oversold":"count==0"})",
        "thresholds.oversold: must be a list of expressions such as [\"count==0\"] (got "
        "\"count==0\")");
    row(R"("thresholds":{"oversol":["count==0"]})",
        "thresholds.oversol: unknown metric (did you mean thresholds.oversold?)");
    row(R"("thresholds":{"oversold":["count==0",5]})",
        "thresholds.oversold[1]: must be an expression such as \"count==0\" (got 5)");
    row(R"("thresholds":{"latency":["rate<1"]})",
        "thresholds.latency[0]: rate does not fit latency; possible: avg, min, med, max, p(N), "
        "count");
    row(R"("thresholds":{"oversold":[{"threshold":"count<1","abortOnFail":true}]})",
        "thresholds.oversold[0].abortOnFail: has no use with oversold, which only the audit knows");
    row(R"("thresholds":{"issued":[{"threshold":"count>1","abortOnFail":"yes"}]})",
        "thresholds.issued[0].abortOnFail: must be true or false (got \"yes\")");
    row(R"("thresholds":{"issued":[{"threshold":"count>1","delayAbortEval":"10s"}]})",
        "thresholds.issued[0].delayAbortEval: has a use with abortOnFail true only; leave it out");
    row(R"("thresholds":{"issued":[{}]})", "thresholds.issued[0].threshold: is missing");
    row(R"("thresholds":{"issued":[{"threshold":1}]})",
        "thresholds.issued[0].threshold: must be a text (got 1)");
    row(R"("thresholds":{"issued":[{"threshold":"count>1","x":1}]})",
        "thresholds.issued[0].x: unknown setting; possible here: threshold, abortOnFail, "
        "delayAbortEval");
}

void ScenarioFaults::namesEveryFaultAtOnce()
{
    const QByteArray json = R"({"nmae":"x","load":{"vus":0,"model":"burst","iterations":5},
        "service":{"strategy":"groupd"},"thresholds":{"issued":["x"],"unkown":[]}})";
    const QStringList faults = faultsOf(json);
    QCOMPARE(faults.size(), 7);
    for (const char *start :
         {"schema: ", "nmae: ", "load.vus: ", "load.iterations: ", "service.strategy: ",
          "thresholds.issued[0]: ", "thresholds.unkown: "}) {
        const QString line = QStringLiteral("s.json: ") + QString::fromLatin1(start);
        const auto begins = [&line](const QString &fault) { return fault.startsWith(line); };
        QVERIFY2(std::any_of(faults.begin(), faults.end(), begins), start);
    }
}

void ScenarioFaults::leavesOutWhatFollowsFromAFault()
{
    // The model cannot be read, so whether iterations have a use with it cannot be said.
    QCOMPARE(faultsOf(scenarioWith(R"("load":{"model":"brust","iterations":5})")).size(), 1);
    QCOMPARE(faultsOf(scenarioWith(R"("users":{"count":0,"pick":"fixed","fixedUser":500})")).size(),
             1);
}

void ScenarioFaults::acceptsWhatIsRight_data()
{
    QTest::addColumn<QByteArray>("members");
    for (const char *members :
         {R"("warmup":"0s","rounds":1,"target":{"kind":"in-process"})", R"("warmup":0)",
          R"("load":{"vus":1e2})", R"("load":{"duration":1.5})", R"("load":{"duration":"90"})",
          R"("seed":9007199254740992)", R"("about":{"purpose":"two\nlines","system":""})",
          R"("thresholds":{"issued":[{"threshold":"count>1","abortOnFail":false}]})",
          R"("thresholds":{})", R"("load":{},"coupon":{},"service":{"layers":{}})",
          R"("name":"쿠폰 😀")",
          R"("coupon":{"startsAt":"+0s","endsAt":"2030-01-02T00:00:00+09:00"})"}) {
        QTest::newRow(members) << QByteArray(members);
    }
}

void ScenarioFaults::acceptsWhatIsRight()
{
    QFETCH(QByteArray, members);
    QCOMPARE(joined(faultsOf(scenarioWith(members))), QString());
}

} // namespace tst_scenario_faults

STAMPEDE_TEST(tst_scenario_faults::ScenarioFaults)
#include "tst_scenario_faults.moc"
