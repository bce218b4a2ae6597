// SPDX-License-Identifier: MIT
// Proves the judge against an exhaustive search over random small histories: not one disagreement;
// that every verdict "linearizable" has an order that replays; that an order is found for no other;
// and that each condition is needed: left out, the judge lets a wrong history pass. For one row,
// two and any number a person under each precedence, for rows that count pieces, for limits within
// columns, and for pieces that come back.
// STAMPEDE_HISTORIES and STAMPEDE_SEED set how many histories a row, and the first seed.

#include "checker/checker.h"
#include "checker/replay.h"
#include "small_history.h"
#include "test_program.h"

#include <QMap>
#include <QTest>

#include <algorithm>
#include <array>

namespace tst_checker_differential {

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
    IssueRules rules;
    std::int64_t linearizable = 0;
    std::int64_t rejected = 0;
    std::int64_t tampered = 0;
    Escapes escapes{};
};

IssueRules limitedTo(std::optional<std::int64_t> limit)
{
    return {.limitPerPerson = limit};
}

IssueRules countingPieces(std::optional<std::int64_t> limit, bool quantityKnown)
{
    return {.limitPerPerson = limit, .countsPieces = true, .quantityKnown = quantityKnown};
}

QString nameOf(std::optional<std::int64_t> limit)
{
    return limit ? QString::number(*limit) : QStringLiteral("none");
}

/// Changes one thing that no order can explain, and says whether there was one to change.
bool tamper(SmallHistory &history, Dice &dice)
{
    switch (dice.below(3)) {
    case 0:
        history.facts.remaining += 1;
        return true;
    case 1:
        history.facts.rowUsers.push_back(1000);
        if (history.facts.rules.countsPieces) {
            history.facts.rowPieces.push_back(1);
        }
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

class TestCheckerDifferential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithExhaustiveSearch_data();
    void agreesWithExhaustiveSearch();
    void everyConditionIsNeeded();
    void whatIsGivenBackIsNeverCalledWrong();
    void widerIntervalsAccuseNobody();
    void rulesInAnyCombination();

private:
    void judgeOne(Campaign &campaign, std::uint64_t seed);
    void leaveOut(Campaign &campaign, const SmallHistory &history);

    std::uint64_t m_histories = 0;
    std::uint64_t m_seed = 0;
    QMap<QString, Escapes> m_escapes; ///< by limit, where rows count one each
};

void TestCheckerDifferential::initTestCase()
{
    m_histories = setting("STAMPEDE_HISTORIES", 20'000);
    m_seed = setting("STAMPEDE_SEED", 20'240'611);
    qInfo("%llu histories a row, seeds from %llu", static_cast<unsigned long long>(m_histories),
          static_cast<unsigned long long>(m_seed));
}

void TestCheckerDifferential::agreesWithExhaustiveSearch_data()
{
    QTest::addColumn<int>("precedence");
    QTest::addColumn<IssueRules>("rules");
    const auto add = [](const QString &name, Precedence precedence, const IssueRules &rules) {
        QTest::newRow(qPrintable(QString::fromLatin1(precedenceKey(precedence).data()) +
                                 QStringLiteral(", limit ") + nameOf(rules.limitPerPerson) + name))
            << static_cast<int>(precedence) << rules;
    };
    for (const std::optional<std::int64_t> limit :
         {std::optional<std::int64_t>(1), std::optional<std::int64_t>(2),
          std::optional<std::int64_t>()}) {
        for (const Precedence precedence :
             {Precedence::Any, Precedence::StockFirst, Precedence::DuplicateFirst}) {
            add({}, precedence, limitedTo(limit));
        }
        add(QStringLiteral(", pieces"), Precedence::Any, countingPieces(limit, true));
        add(QStringLiteral(", pieces not asked for"), Precedence::Any,
            countingPieces(limit, false));
    }
    add(QStringLiteral(" within"), Precedence::Any, {.limitPerPerson = 1, .limitWithin = true});
}

void TestCheckerDifferential::leaveOut(Campaign &campaign, const SmallHistory &history)
{
    for (const Condition condition : kAllConditions) {
        const ConditionMask others = kEveryCondition & ~maskOf(condition);
        if (judge(history.facts, history.operations, others).linearizable) {
            ++campaign.escapes[indexOf(condition)];
        }
    }
}

void TestCheckerDifferential::judgeOne(Campaign &campaign, std::uint64_t seed)
{
    SmallHistory history =
        randomHistory(seed, campaign.precedence, {campaign.rules, seed % 3 == 0});
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
    leaveOut(campaign, history);
}

void TestCheckerDifferential::agreesWithExhaustiveSearch()
{
    QFETCH(int, precedence);
    QFETCH(IssueRules, rules);
    Campaign campaign;
    campaign.precedence = static_cast<Precedence>(precedence);
    campaign.rules = rules;
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
    const bool plain = rules == limitedTo(rules.limitPerPerson);
    QByteArray line = "passed with one condition left out:";
    for (const Condition condition : kAllConditions) {
        const std::int64_t escapes = campaign.escapes[indexOf(condition)];
        if (plain) {
            m_escapes[nameOf(rules.limitPerPerson)][indexOf(condition)] += escapes;
        }
        line += ' ' + QByteArray(conditionKey(condition).data()) + ' ' +
                QByteArray::number(static_cast<qlonglong>(escapes));
    }
    qInfo("%s", line.constData());
    // These two belong to one precedence each, and to a limit that can be reached.
    const bool limited = plain && rules.limitPerPerson.has_value();
    QCOMPARE(campaign.escapes[indexOf(Condition::C5)] > 0,
             limited && campaign.precedence == Precedence::DuplicateFirst);
    QCOMPARE(campaign.escapes[indexOf(Condition::C6)] > 0,
             limited && campaign.precedence == Precedence::StockFirst);
}

void TestCheckerDifferential::everyConditionIsNeeded()
{
    QCOMPARE(m_escapes.size(), 3);
    for (auto escapes = m_escapes.cbegin(); escapes != m_escapes.cend(); ++escapes) {
        for (const Condition condition : kAllConditions) {
            // Where there is no limit nobody reaches it: every "already issued" is R4.
            const bool needsLimit = condition == Condition::C3 || condition == Condition::C5 ||
                                    condition == Condition::C6;
            const bool expected = !needsLimit || escapes.key() != nameOf({});
            QVERIFY2((escapes.value()[indexOf(condition)] > 0) == expected,
                     qPrintable(escapes.key() + u' ' +
                                QString::fromLatin1(conditionKey(condition).data())));
        }
    }
}

void TestCheckerDifferential::whatIsGivenBackIsNeverCalledWrong()
{
    Campaign campaign;
    std::int64_t possible = 0;
    for (std::uint64_t seed = m_seed; seed < m_seed + m_histories; ++seed) {
        campaign.rules = limitedTo(1 + static_cast<std::int64_t>(seed % 2));
        campaign.rules.givesBack = true;
        campaign.rules.countsPieces = seed % 4 >= 2;
        const SmallHistory history = randomHistory(seed, Precedence::Any, {campaign.rules, false});
        const QByteArray told = QByteArray::number(static_cast<qulonglong>(seed)) + ' ' +
                                QByteArray::fromStdString(printed(history));
        const Judgement judgement = judge(history.facts, history.operations);
        const std::vector<Step> order = orderOf(history.facts, history.operations);
        QVERIFY2(replay(history.facts, history.operations, order).proves() ==
                     judgement.linearizable,
                 told.constData());
        if (judgement.linearizable) {
            QVERIFY2(judgement.wrong.empty(), told.constData());
            continue;
        }
        ++campaign.rejected;
        // Every return at every moment, and yet no order.
        QVERIFY2(!isLinearizable(history), told.constData());
        leaveOut(campaign, history);
    }
    possible = static_cast<std::int64_t>(m_histories) - campaign.rejected;
    qInfo("%lld possible, %lld not", static_cast<long long>(possible),
          static_cast<long long>(campaign.rejected));
    for (const Condition condition :
         {Condition::R1, Condition::R2, Condition::R3, Condition::R5a, Condition::R5b}) {
        QVERIFY2(campaign.escapes[indexOf(condition)] > 0, conditionKey(condition).data());
    }
}

/// The results of another tool tell moments less exactly than they were: each interval is wider
/// than the request was. What one order explains it still explains then, and what no clock is
/// needed for is still found.
void TestCheckerDifferential::widerIntervalsAccuseNobody()
{
    constexpr std::array kNeedNoClock = {Condition::R1, Condition::R2,  Condition::R3,
                                         Condition::R4, Condition::R5a, Condition::R5b,
                                         Condition::R6};
    std::int64_t lost = 0;
    std::int64_t rejected = 0;
    for (std::uint64_t seed = m_seed; seed < m_seed + 5 * m_histories; ++seed) {
        const auto precedence = static_cast<Precedence>(seed % 3);
        const SmallHistory history = randomHistory(
            seed, precedence, {limitedTo(1 + static_cast<std::int64_t>(seed / 3 % 2)), false});
        Dice dice(seed);
        SmallHistory wider = history;
        const std::int64_t most = 1 + dice.below(6);
        for (JudgedOperation &operation : wider.operations) {
            operation.invokedNs -= dice.below(most);
            operation.returnedNs += operation.returnedNs == kNeverNs ? 0 : dice.below(most);
        }
        const Judgement before = judge(history.facts, history.operations);
        const Judgement after = judge(wider.facts, wider.operations);
        const QByteArray told = QByteArray::number(static_cast<qulonglong>(seed)) + ' ' +
                                QByteArray::fromStdString(printed(history));
        QVERIFY2(!before.linearizable || after.linearizable, told.constData());
        for (const Condition condition : kNeedNoClock) {
            const Violation *found = before.find(condition);
            const Violation *again = after.find(condition);
            QVERIFY2((found == nullptr) == (again == nullptr) &&
                         (found == nullptr || found->users == again->users),
                     told.constData());
        }
        rejected += before.linearizable ? 0 : 1;
        lost += !before.linearizable && after.linearizable ? 1 : 0;
    }
    qInfo("%lld broken, %lld of them explained by wider intervals",
          static_cast<long long>(rejected), static_cast<long long>(lost));
    QVERIFY(lost > 0 && lost < rejected);
}

void TestCheckerDifferential::rulesInAnyCombination()
{
    constexpr std::array kPrecedences = {Precedence::Any, Precedence::StockFirst,
                                         Precedence::DuplicateFirst};
    for (std::uint64_t seed = m_seed; seed < m_seed + m_histories; ++seed) {
        Dice dice(seed);
        Shape shape;
        const std::int64_t limit = dice.below(4);
        shape.rules.limitPerPerson = limit == 0 ? std::nullopt : std::optional(limit);
        shape.rules.limitWithin = dice.oneIn(3);
        shape.rules.givesBack = dice.oneIn(3);
        shape.rules.countsPieces = dice.oneIn(2);
        shape.rules.quantityKnown = dice.oneIn(2);
        shape.oneRefusal = dice.oneIn(2);
        const SmallHistory history = randomHistory(
            seed, kPrecedences.at(static_cast<std::size_t>(dice.below(kPrecedences.size()))),
            shape);
        const QByteArray told = QByteArray::number(static_cast<qulonglong>(seed)) + ' ' +
                                QByteArray::fromStdString(printed(history));
        const bool right = judge(history.facts, history.operations).linearizable;
        const std::vector<Step> order = orderOf(history.facts, history.operations);
        QVERIFY2(replay(history.facts, history.operations, order).proves() == right,
                 told.constData());
        if (!shape.rules.givesBack || !right) {
            QVERIFY2(isLinearizable(history) == right, told.constData());
        }
    }
}

} // namespace tst_checker_differential

STAMPEDE_TEST(tst_checker_differential::TestCheckerDifferential)
#include "tst_checker_differential.moc"
