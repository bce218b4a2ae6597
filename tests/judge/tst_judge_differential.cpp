// Proves the judge against an exhaustive search over random small histories: not one disagreement;
// that every verdict "linearizable" has an order that replays; that an order is found for no other;
// and that each condition is needed: left out, the judge lets a wrong history pass.
// STAMPEDE_HISTORIES and STAMPEDE_SEED set how many histories a precedence, and the first seed.

#include "judge/judge.h"
#include "judge/replay.h"
#include "small_history.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace stampede;

namespace {

std::uint64_t setting(const char *name, std::uint64_t otherwise)
{
    bool ok = false;
    const std::uint64_t value = qEnvironmentVariable(name).toULongLong(&ok);
    return ok ? value : otherwise;
}

/// What a judge without one condition let pass.
using Escapes = std::array<std::int64_t, kConditionCount>;

struct Campaign
{
    Precedence precedence = Precedence::Any;
    std::int64_t linearizable = 0;
    std::int64_t rejected = 0;
    std::int64_t tampered = 0;
    Escapes escapes{};
};

/// Changes one thing that no order can explain, and says whether there was one to change.
bool tamper(SmallHistory &history, Dice &dice)
{
    switch (dice.below(3)) {
    case 0:
        history.facts.remaining += 1;
        return true;
    case 1:
        history.facts.rowUsers.push_back(1000);
        return true;
    default:
        break;
    }
    for (JudgedOperation &operation : history.operations) {
        if (operation.outcome == Outcome::Issued) {
            operation.outcome = Outcome::Contention;
            return true;
        }
    }
    return false;
}

} // namespace

class TestJudgeDifferential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithExhaustiveSearch_data();
    void agreesWithExhaustiveSearch();
    void everyConditionIsNeeded();

private:
    void judgeOne(Campaign &campaign, std::uint64_t seed);

    std::uint64_t m_histories = 0;
    std::uint64_t m_seed = 0;
    Escapes m_escapes{};
};

void TestJudgeDifferential::initTestCase()
{
    m_histories = setting("STAMPEDE_HISTORIES", 100'000);
    m_seed = setting("STAMPEDE_SEED", 20'240'611);
    qInfo("%llu histories a precedence, seeds from %llu",
          static_cast<unsigned long long>(m_histories), static_cast<unsigned long long>(m_seed));
}

void TestJudgeDifferential::agreesWithExhaustiveSearch_data()
{
    QTest::addColumn<int>("precedence");
    for (const Precedence precedence :
         {Precedence::Any, Precedence::StockFirst, Precedence::DuplicateFirst}) {
        QTest::newRow(std::string(precedenceKey(precedence)).c_str())
            << static_cast<int>(precedence);
    }
}

void TestJudgeDifferential::judgeOne(Campaign &campaign, std::uint64_t seed)
{
    SmallHistory history = randomHistory(seed, campaign.precedence);
    const bool expected = isLinearizable(history);
    const Judgement judgement = judge(history.facts, history.operations);
    const auto told = [&history, seed] {
        return QByteArray::number(static_cast<qulonglong>(seed)) + ' ' +
               QByteArray::fromStdString(printed(history));
    };
    QVERIFY2(judgement.linearizable == expected, told().constData());

    const std::vector<Step> order = orderOf(history.facts, history.operations);
    const ReplayedOrder replayed = replay(history.facts, history.operations, order);
    QVERIFY2(replayed.proves() == expected, told().constData());
    if (expected) {
        ++campaign.linearizable;
        QVERIFY2(replayed.replayed == order.size(), told().constData());
        QVERIFY2(judgement.wrong.empty(), told().constData());
        Dice dice(seed);
        if (tamper(history, dice)) {
            ++campaign.tampered;
            QVERIFY2(!replay(history.facts, history.operations, order).proves(),
                     told().constData());
        }
        return;
    }
    ++campaign.rejected;
    for (const Condition condition : kAllConditions) {
        const ConditionMask others = kEveryCondition & ~maskOf(condition);
        if (judge(history.facts, history.operations, others).linearizable) {
            ++campaign.escapes[indexOf(condition)];
        }
    }
}

void TestJudgeDifferential::agreesWithExhaustiveSearch()
{
    QFETCH(int, precedence);
    Campaign campaign;
    campaign.precedence = static_cast<Precedence>(precedence);
    for (std::uint64_t i = 0; i < m_histories; ++i) {
        judgeOne(campaign, m_seed + i);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    qInfo("%lld linearizable, all replayed, %lld tampered with and refused; %lld not linearizable",
          static_cast<long long>(campaign.linearizable), static_cast<long long>(campaign.tampered),
          static_cast<long long>(campaign.rejected));
    QVERIFY(campaign.linearizable > static_cast<std::int64_t>(m_histories) / 10);
    QVERIFY(campaign.rejected > static_cast<std::int64_t>(m_histories) / 10);
    QByteArray line = "passed with one condition left out:";
    for (const Condition condition : kAllConditions) {
        m_escapes[indexOf(condition)] += campaign.escapes[indexOf(condition)];
        line += ' ' + QByteArray(conditionKey(condition).data()) + ' ' +
                QByteArray::number(static_cast<qlonglong>(campaign.escapes[indexOf(condition)]));
    }
    qInfo("%s", line.constData());
    // These two belong to one precedence each.
    QCOMPARE(campaign.escapes[indexOf(Condition::C5)] > 0,
             campaign.precedence == Precedence::DuplicateFirst);
    QCOMPARE(campaign.escapes[indexOf(Condition::C6)] > 0,
             campaign.precedence == Precedence::StockFirst);
}

void TestJudgeDifferential::everyConditionIsNeeded()
{
    for (const Condition condition : kAllConditions) {
        QVERIFY2(m_escapes[indexOf(condition)] > 0, conditionKey(condition).data());
    }
}

QTEST_GUILESS_MAIN(TestJudgeDifferential)
#include "tst_judge_differential.moc"
