// SPDX-License-Identifier: MIT
// Proves: what is written is read back as the same scenario, every preset is there, complete and
// valid, and what a file leaves out has the documented default.

#include "scenario/presets.h"
#include "scenario/scenario_reader.h"
#include "test_program.h"

#include <QJsonDocument>
#include <QtTest>

#include <random>

namespace tst_scenario_round_trip {

using namespace stampede;

namespace {

const QStringList kPresetIds{QStringLiteral("latch-100-vs-10"), QStringLiteral("single-user"),
                             QStringLiteral("hundred-users"),   QStringLiteral("last-coupon"),
                             QStringLiteral("sold-out"),        QStringLiteral("flash-sale"),
                             QStringLiteral("quiet-damage"),    QStringLiteral("second-helping"),
                             QStringLiteral("open-door"),       QStringLiteral("half-minute")};

Scenario writtenAndRead(const Scenario &scenario)
{
    const QByteArray json = QJsonDocument(scenarioToJson(scenario)).toJson();
    const auto read = readScenario(json, QStringLiteral("again.json"));
    return read ? read.value() : Scenario{};
}

/// Draws scenarios whose settings are all in use or at their defaults.
class Draw
{
public:
    explicit Draw(std::uint32_t seed)
        : m_random(seed)
    {}

    std::int64_t between(std::int64_t min, std::int64_t max)
    {
        return std::uniform_int_distribution<std::int64_t>(min, max)(m_random);
    }
    bool coin() { return between(0, 1) == 1; }
    QString words(int most)
    {
        QString text = QStringLiteral("x");
        for (auto length = between(0, most); length > 0; --length) {
            text += QString::fromUcs4(U"aZ \"\\/é한😀%<>&" + between(0, 12), 1);
        }
        return text;
    }
    Duration duration(Duration min, Duration max)
    {
        return Duration(between(min.count(), max.count()));
    }

    /// Of every kind, one after the other, within the first second.
    QList<PlannedFault> faults()
    {
        using namespace std::chrono_literals;
        QList<PlannedFault> drawn;
        Duration at = duration(0ns, 1ms);
        for (auto i = between(0, 4); i > 0; --i) {
            PlannedFault fault;
            fault.at = at;
            fault.action = static_cast<FaultAction>(between(0, 3));
            fault.effect = NetworkEffect::Cut;
            if (fault.action == FaultAction::ConnectionsKill) {
                fault.share = static_cast<double>(between(1, 100)) / 100;
            } else {
                fault.length = duration(1ms, 20ms);
            }
            if (fault.action == FaultAction::Network) {
                fault.effect = static_cast<NetworkEffect>(between(0, 2));
                fault.delay = fault.effect == NetworkEffect::Delay ? duration(1ms, 1min) : 0ns;
            }
            at += fault.length + duration(0ns, 10ms);
            drawn << fault;
        }
        return drawn;
    }

    Scenario scenario()
    {
        using namespace std::chrono_literals;
        Scenario drawn;
        drawn.name = words(100);
        drawn.seed = static_cast<std::uint64_t>(between(0, 9'007'199'254'740'992));
        const bool relative = coin();
        const std::int64_t start = between(relative ? -kMsPerDay * 100 : 0, kMsPerDay * 20'000);
        drawn.coupon = {words(50),
                        static_cast<int>(between(0, 100)),
                        between(0, 1'000'000'000),
                        {relative, start},
                        {relative, start + between(1, kMsPerDay)}};
        drawn.users.count = between(10, 1'000'000);
        drawn.users.pick = static_cast<Pick>(between(0, 3));
        drawn.users.balance = between(0, 1'000'000'000'000'000);
        if (drawn.users.pick == Pick::Zipf) {
            drawn.users.exponent = static_cast<double>(between(1, 1000)) / 100;
        }
        if (drawn.users.pick == Pick::Fixed) {
            drawn.users.fixedUser = between(1, drawn.users.count);
        }
        drawn.load.model = static_cast<LoadModel>(between(0, 6));
        drawn.load.vus = static_cast<int>(between(1, 2000));
        drawn.warmup = duration(0s, 1h);
        drawn.rounds = static_cast<int>(between(1, 1000));
        drawModel(drawn.load);
        if (drawn.load.model == LoadModel::PerVuIterations ||
            drawn.load.model == LoadModel::SharedIterations) {
            drawn.load.iterations = between(1, 50'000);
        }
        drawn.load.timeout = duration(10ms, 10min);
        drawn.service = {StrategyKind::Pessimistic,
                         {coin(), coin(), coin()},
                         static_cast<int>(between(0, 100)),
                         static_cast<Isolation>(between(0, 4)),
                         duration(0s, 10s)};
        for (const auto &[metric, expression] :
             {std::pair("latency", "p(99.9) < 200"), std::pair("issued", "count==1"),
              std::pair("issued", "rate>0.5"), std::pair("issued_per_second", "rate>=10")}) {
            if (coin()) {
                drawn.thresholds.append(
                    parseThreshold(QString::fromLatin1(metric), QString::fromLatin1(expression))
                        .value());
            }
        }
        for (Threshold &threshold : drawn.thresholds) {
            threshold.abortOnFail = coin();
            threshold.delayAbortEval = threshold.abortOnFail ? duration(0s, 1h) : 0s;
        }
        drawn.faults = faults();
        drawn.about = {words(9), words(9), words(9), words(9), words(9), words(9)};
        return drawn;
    }

private:
    void drawModel(LoadSettings &load)
    {
        using namespace std::chrono_literals;
        if (isOpenModel(load.model)) {
            load.rate = static_cast<double>(between(1, 2000)) / 4;
        } else if (load.model != LoadModel::Burst) {
            load.thinkTime = duration(0s, 1h);
        }
        if (!isRamping(load.model)) {
            load.duration = duration(1ms, 24h);
            return;
        }
        load.stages.append({1s, static_cast<double>(between(0, 1000))});
        for (auto more = between(0, 5); more > 0; --more) {
            load.stages.append({duration(0s, 1h), static_cast<double>(between(0, 1000))});
        }
    }

    std::mt19937 m_random;
};

} // namespace

class ScenarioRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsAreThere();
    void presetsReadBack_data();
    void presetsReadBack();
    void randomScenariosReadBack();
    void fillsInDefaults();
    void namesByTheFile_data();
    void namesByTheFile();
    void writesEverySetting();
    void countsPlannedRequests();
};

void ScenarioRoundTrip::presetsAreThere()
{
    QStringList ids;
    for (const Preset &preset : presets()) {
        ids.append(preset.id);
        QVERIFY(!preset.story.isEmpty() && !preset.mustComeOut.isEmpty());
    }
    QCOMPARE(ids, kPresetIds);
    QVERIFY(presetFile(QStringLiteral("nothing")).isEmpty());
    QVERIFY(presetFile(QStringLiteral("../presets/single-user")).isEmpty());
}

void ScenarioRoundTrip::presetsReadBack_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : kPresetIds) {
        QTest::newRow(qPrintable(id)) << id;
    }
}

void ScenarioRoundTrip::presetsReadBack()
{
    QFETCH(QString, id);
    const auto read = loadScenario(id);
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().join(QLatin1Char('\n'))));
    const Scenario &scenario = read.value();
    QVERIFY(writtenAndRead(scenario) == scenario);
    QCOMPARE(scenario.name, presets().at(kPresetIds.indexOf(id)).title);
    QCOMPARE(scenario.seed, std::uint64_t(42));
    QStringList limits;
    for (const Threshold &threshold : scenario.thresholds) {
        limits.append(threshold.metric + QLatin1Char(' ') + threshold.expression);
    }
    limits.sort();
    QCOMPARE(limits, QStringList({QStringLiteral("duplicates count==0"),
                                  QStringLiteral("oversold count==0"),
                                  QStringLiteral("server_errors count==0")}));
}

void ScenarioRoundTrip::randomScenariosReadBack()
{
    constexpr std::uint32_t kSeed = 11;
    qInfo("seed %u", kSeed);
    Draw draw(kSeed);
    for (int i = 0; i < 500; ++i) {
        const Scenario scenario = draw.scenario();
        const QByteArray json = QJsonDocument(scenarioToJson(scenario)).toJson();
        const auto read = readScenario(json, QStringLiteral("again.json"));
        QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().join(QLatin1Char('\n'))));
        QVERIFY2(read.value() == scenario, json.constData());
    }
}

void ScenarioRoundTrip::fillsInDefaults()
{
    const auto read = readScenario(R"({"schema":"stampede.scenario/1"})", QStringLiteral("a.json"));
    QVERIFY(read.ok());
    Scenario defaults;
    defaults.name = QStringLiteral("a");
    QVERIFY(read.value() == defaults);
}

void ScenarioRoundTrip::namesByTheFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *file, const char *name) {
        QTest::newRow(file) << QString::fromUtf8(file) << QString::fromUtf8(name);
    };
    row("folder/spring.stampede.json", "spring");
    row("spring.v2.json", "spring.v2");
    row("쿠폰.json", "쿠폰");
    row("bell\a.json", "bell\\u0007");
    row(".json", "scenario");
    row("", "scenario");
}

void ScenarioRoundTrip::namesByTheFile()
{
    QFETCH(QString, file);
    const auto read = readScenario(R"({"schema":"stampede.scenario/1"})", file);
    QVERIFY(read.ok());
    QTEST(read.value().name, "name");
}

void ScenarioRoundTrip::writesEverySetting()
{
    const QJsonObject json = scenarioToJson(Scenario{});
    QCOMPARE(json.keys().join(QLatin1Char(' ')),
             QStringLiteral("about coupon load name rounds schema seed service target thresholds "
                            "users warmup"));
    QCOMPARE(QJsonDocument(json[QLatin1String("load")].toObject()).toJson(QJsonDocument::Compact),
             QByteArray(R"({"duration":"1m","iterations":1096,"model":"shared-iterations",)"
                        R"("thinkTime":"0s","timeout":"5s","vus":100})"));
    QCOMPARE(QJsonDocument(json[QLatin1String("coupon")].toObject()).toJson(QJsonDocument::Compact),
             QByteArray(R"({"discountPercent":10,"endsAt":"+90d","name":"WELCOME10",)"
                        R"("startsAt":"-1d","stock":200})"));
}

void ScenarioRoundTrip::countsPlannedRequests()
{
    Scenario scenario;
    scenario.load.vus = 20;
    scenario.load.iterations = 50;
    const auto planned = [&scenario](LoadModel model) {
        scenario.load.model = model;
        return scenario.plannedRequests();
    };
    QCOMPARE(planned(LoadModel::Burst), std::int64_t(20));
    QCOMPARE(planned(LoadModel::PerVuIterations), std::int64_t(1000));
    QCOMPARE(planned(LoadModel::SharedIterations), std::int64_t(50));
    QCOMPARE(planned(LoadModel::ConstantVus), std::int64_t(-1));
}

} // namespace tst_scenario_round_trip

STAMPEDE_TEST(tst_scenario_round_trip::ScenarioRoundTrip)
#include "tst_scenario_round_trip.moc"
