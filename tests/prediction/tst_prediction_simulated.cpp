// SPDX-License-Identifier: MIT
// Proves: whatever order the statements of a run take, with any protections on or off and at any
// isolation level, the outcome lies within the predicted bounds and the damage was named as
// possible; and the bounds are no wider than they have to be where it was looked at closely.

#include "issue_simulator.h"

#include "prediction/prediction.h"
#include "test_program.h"

#include <QtTest>

#include <limits>

namespace tst_prediction_simulated {

using namespace stampede;

namespace {

QString described(const Scenario &scenario, Visibility visibility, const SimulatedRun &run)
{
    const Layers &layers = scenario.service.layers;
    QString asked;
    for (const std::int64_t user : run.asked) {
        asked += QString::number(user) + QLatin1Char(' ');
    }
    return QStringLiteral(
               "lock %1 check %2 key %3 visibility %4 vus %5 stock %6 asked %7: issued %8 "
               "already %9 out %10 undecided %11 remaining %12")
        .arg(layers.rowLock)
        .arg(layers.duplicateCheck)
        .arg(layers.uniqueKey)
        .arg(static_cast<int>(visibility))
        .arg(scenario.load.vus)
        .arg(scenario.coupon.stock)
        .arg(asked)
        .arg(run.issued)
        .arg(run.alreadyIssued)
        .arg(run.outOfStock)
        .arg(run.undecided)
        .arg(run.remaining);
}

/// What is wrong with a prediction of that run, or nothing.
QString contradiction(const Prediction &prediction, const SimulatedRun &run, std::int64_t stock)
{
    const auto outside = [](const Range &range, std::int64_t value, const char *name) {
        return range.contains(value) ? QString()
                                     : QStringLiteral("%1 is not in %2…%3 ")
                                           .arg(QString::fromLatin1(name))
                                           .arg(range.min)
                                           .arg(range.max.value_or(-1));
    };
    QString wrong = outside(prediction.issued, run.issued, "issued") +
                    outside(prediction.alreadyIssued, run.alreadyIssued, "already issued") +
                    outside(prediction.outOfStock, run.outOfStock, "out of stock") +
                    outside(prediction.remaining, run.remaining, "remaining") +
                    outside(prediction.outsideSale, 0, "outside sale");
    const PossibleDamage &possible = prediction.possible;
    if (run.rowCount() > stock && !possible.oversell) {
        wrong += QStringLiteral("oversold ");
    }
    if (stock - run.remaining != run.rowCount() && !possible.drift) {
        wrong += QStringLiteral("drift ");
    }
    if (run.hasDuplicates() && !possible.duplicates) {
        wrong += QStringLiteral("duplicates ");
    }
    return wrong;
}

void setVisibility(Scenario &scenario, ServerFacts &facts, Visibility visibility)
{
    facts.snapshotIsolationForced = visibility == Visibility::ChecksSnapshot;
    switch (visibility) {
    case Visibility::Snapshot:
    case Visibility::ChecksSnapshot:
        scenario.service.isolation = Isolation::RepeatableRead;
        break;
    case Visibility::Committed:
        scenario.service.isolation = Isolation::ReadCommitted;
        break;
    case Visibility::Dirty:
        scenario.service.isolation = Isolation::ReadUncommitted;
        break;
    case Visibility::Serial:
        scenario.service.isolation = Isolation::Serializable;
        break;
    }
}

Scenario drawScenario(Layers layers, std::mt19937 &random)
{
    const auto between = [&random](int min, int max) {
        return std::uniform_int_distribution<int>(min, max)(random);
    };
    Scenario scenario;
    scenario.seed = random();
    scenario.coupon.stock = between(0, 5);
    scenario.users.count = between(1, 5);
    scenario.users.pick = between(0, 1) == 0 ? Pick::Random : Pick::EachOnce;
    scenario.load.vus = between(1, 5);
    scenario.load.iterations = between(1, 9);
    scenario.service.layers = layers;
    scenario.service.retries = between(0, 3);
    return scenario;
}

/// What many runs of one scenario span.
struct Seen
{
    std::int64_t min = std::numeric_limits<std::int64_t>::max();
    std::int64_t max = std::numeric_limits<std::int64_t>::min();
    void add(std::int64_t value)
    {
        min = std::min(min, value);
        max = std::max(max, value);
    }
    [[nodiscard]] bool fills(const Range &range) const
    {
        return min == range.min && range.max && max == *range.max;
    }
};

} // namespace

class PredictionSimulated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWithinTheBounds_data();
    void staysWithinTheBounds();
    void fillsTheBounds_data();
    void fillsTheBounds();
};

void PredictionSimulated::staysWithinTheBounds_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("visibility");
    for (int layers = 0; layers < 8; ++layers) {
        for (int visibility = 0; visibility <= static_cast<int>(Visibility::ChecksSnapshot);
             ++visibility) {
            QTest::addRow("lock %d check %d key %d visibility %d", layers >> 2, (layers >> 1) & 1,
                          layers & 1, visibility)
                << layers << visibility;
        }
    }
}

void PredictionSimulated::staysWithinTheBounds()
{
    QFETCH(int, layers);
    QFETCH(int, visibility);
    const auto seed = static_cast<std::uint32_t>(1000 + layers * 10 + visibility);
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const Layers on{(layers & 4) != 0, (layers & 2) != 0, (layers & 1) != 0};
    const auto seen = static_cast<Visibility>(visibility);
    const bool breaksOff = seen == Visibility::Serial || seen == Visibility::ChecksSnapshot;
    bool damaged = false;
    for (int i = 0; i < 1'000; ++i) {
        Scenario scenario = drawScenario(on, random);
        ServerFacts facts;
        setVisibility(scenario, facts, seen);
        const double trouble = i % 2 == 0 ? 0 : 0.05;
        const SimulatedRun run = simulate(scenario, seen, trouble, random);
        const QString what = described(scenario, seen, run);
        const Prediction asked = predictAsked(scenario, 0, run.asked, run.undecided, facts);
        QString wrong = contradiction(asked, run, scenario.coupon.stock);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + what));
        if (trouble == 0) {
            wrong = contradiction(predict(scenario, 0, facts), run, scenario.coupon.stock);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong + what));
        }
        damaged = damaged || run.rowCount() > scenario.coupon.stock || run.hasDuplicates() ||
                  scenario.coupon.stock - run.remaining != run.rowCount();
    }
    const bool open = !on.duplicateCheck && !on.uniqueKey;
    QCOMPARE(damaged, open || (!on.rowLock && !breaksOff));
}

void PredictionSimulated::fillsTheBounds_data()
{
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("stock");
    QTest::addColumn<int>("requests");
    QTest::newRow("complete, more coupons than people") << 7 << 3 << 3;
    QTest::newRow("check and key off") << 4 << 2 << 4;
    QTest::newRow("no lock, more coupons than people") << 3 << 3 << 3;
    QTest::newRow("no lock, fewer coupons than people") << 3 << 1 << 3;
    QTest::newRow("no lock, check alone") << 2 << 2 << 4;
    QTest::newRow("nothing, more coupons than requests") << 0 << 4 << 3;
    QTest::newRow("nothing, fewer coupons than requests") << 0 << 2 << 4;
}

void PredictionSimulated::fillsTheBounds()
{
    QFETCH(int, layers);
    QFETCH(int, stock);
    QFETCH(int, requests);
    constexpr std::uint32_t kSeed = 3;
    qInfo("seed %u", kSeed);
    std::mt19937 random(kSeed);
    Scenario scenario;
    scenario.coupon.stock = stock;
    scenario.users.count = 2;
    scenario.users.pick = Pick::EachOnce;
    scenario.load.vus = 6;
    scenario.load.iterations = requests;
    scenario.service.layers = {(layers & 4) != 0, (layers & 2) != 0, (layers & 1) != 0};
    const Prediction prediction = predict(scenario, 0);
    Seen issued;
    Seen already;
    Seen out;
    Seen remaining;
    for (int i = 0; i < 20'000; ++i) {
        const SimulatedRun run = simulate(scenario, Visibility::Snapshot, 0, random);
        issued.add(run.issued);
        already.add(run.alreadyIssued);
        out.add(run.outOfStock);
        remaining.add(run.remaining);
    }
    QVERIFY2(issued.fills(prediction.issued), qPrintable(QString::number(issued.max)));
    QVERIFY2(already.fills(prediction.alreadyIssued), qPrintable(QString::number(already.max)));
    QVERIFY2(out.fills(prediction.outOfStock), qPrintable(QString::number(out.max)));
    QVERIFY2(remaining.fills(prediction.remaining), qPrintable(QString::number(remaining.max)));
}

} // namespace tst_prediction_simulated

STAMPEDE_TEST(tst_prediction_simulated::PredictionSimulated)
#include "tst_prediction_simulated.moc"
