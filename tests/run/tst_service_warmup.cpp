// SPDX-License-Identifier: MIT
// Proves that a service of somebody else is warmed up by GETs of the URL that was given for it,
// with the same crowd, and that nothing of it is counted.

#include "peer.h"
#include "run_support.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <vector>

namespace tst_service_warmup {

using namespace stampede;

class TestServiceWarmUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksElsewhereAndCountsNothing();
};

void TestServiceWarmUp::asksElsewhereAndCountsNothing()
{
    std::atomic<int> warm{0};
    std::atomic<int> asked{0};
    test::Peer peer([&](test::PeerLine &line) {
        while (const auto request = line.request()) {
            ++(request->starts_with("GET /warm") ? warm : asked);
            line.say(test::answer(200, "{}"));
        }
    });
    const QString json =
        QStringLiteral(
            R"({"schema":"stampede.scenario/1","users":{"pick":"each-once"},"warmup":"200ms",)"
            R"("load":{"vus":5,"iterations":50},"target":{"kind":"http","url":"%1",)"
            R"("warmupUrl":"%2"}})")
            .arg(QString::fromStdString(peer.url("/x")), QString::fromStdString(peer.url("/warm")));
    const auto scenario = readScenario(json.toUtf8(), QStringLiteral("s.json"));
    QVERIFY2(scenario.ok(),
             scenario.ok() ? "" : qPrintable(scenario.error().join(QLatin1Char('\n'))));
    std::vector<Phase> phases;
    RunHooks hooks;
    hooks.phase = [&phases](Phase phase) { phases.push_back(phase); };
    const auto made = test::run(scenario.value(), {}, hooks);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    QVERIFY(std::find(phases.begin(), phases.end(), Phase::WarmUp) != phases.end());
    QVERIFY(warm > 0);
    QCOMPARE(asked.load(), 50);
    QCOMPARE(made.value().outcomes.total(), std::uint64_t{50});
    QCOMPARE(test::told(made.value(), Outcome::Issued), 50);
}

} // namespace tst_service_warmup

STAMPEDE_TEST(tst_service_warmup::TestServiceWarmUp)
#include "tst_service_warmup.moc"
