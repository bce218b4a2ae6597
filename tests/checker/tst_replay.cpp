// SPDX-License-Identifier: MIT
// Proves that a replay accepts a legal order and names the first step that does not fit, whatever
// has been done to the order or to the history.

#include "checker/replay.h"
#include "hand_made.h"
#include "test_program.h"

#include <QTest>

namespace tst_replay {

using namespace stampede;

namespace {

const SmallHistory kHistory =
    historyOf(2, {issued(1, 0, 4), noAnswer(2, 3), already(1, 5, 6), soldOut(3, 5, 8)}, {1, 2});
const std::vector<Step> kOrder = {{0, 0}, {3, 1}, {6, 2}, {8, 3}};

ReplayedOrder replayed(const SmallHistory &history, const std::vector<Step> &order)
{
    return replay(history.facts, history.operations, order);
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orderOfALegalHistory();
    void tamperedOrders_data();
    void tamperedOrders();
    void tamperedHistories_data();
    void tamperedHistories();
    void stockFirstMovesTheLastSuccess();
    void otherRules();
};

void TestReplay::orderOfALegalHistory()
{
    const std::vector<Step> order = orderOf(kHistory.facts, kHistory.operations);
    QCOMPARE(order.size(), kOrder.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        QCOMPARE(order[i].atNs, kOrder[i].atNs);
        QCOMPARE(order[i].operation, kOrder[i].operation);
    }
    const ReplayedOrder result = replayed(kHistory, order);
    QVERIFY(result.proves());
    QCOMPARE(result.replayed, std::size_t{4});
    QVERIFY(!result.operation);
}

void TestReplay::tamperedOrders_data()
{
    QTest::addColumn<std::vector<Step>>("order");
    QTest::addColumn<int>("misfit");
    const auto add = [](const char *name, const std::vector<Step> &order, Misfit misfit) {
        QTest::newRow(name) << order << static_cast<int>(misfit);
    };
    add("no such operation", {{0, 0}, {3, 7}}, Misfit::NotThere);
    add("twice", {{0, 0}, {3, 1}, {6, 2}, {6, 2}, {8, 3}}, Misfit::Twice);
    add("goes back", {{3, 1}, {0, 0}, {6, 2}, {8, 3}}, Misfit::GoesBack);
    add("before it was asked", {{0, 0}, {2, 1}, {6, 2}, {8, 3}}, Misfit::OutsideOfCall);
    add("after its answer", {{0, 0}, {3, 1}, {7, 2}, {8, 3}}, Misfit::OutsideOfCall);
    add("left out", {{0, 0}, {3, 1}, {8, 3}}, Misfit::LeftOut);
    add("effect left out", {{0, 0}, {6, 2}, {8, 3}}, Misfit::StockThere);
    add("sold out too early", {{0, 0}, {5, 3}, {6, 1}, {6, 2}}, Misfit::StockThere);
}

void TestReplay::tamperedOrders()
{
    QFETCH(std::vector<Step>, order);
    QFETCH(int, misfit);
    QCOMPARE(static_cast<int>(replayed(kHistory, order).misfit), misfit);
}

void TestReplay::tamperedHistories_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("misfit");
    const auto add = [](const char *name, int operation, Outcome outcome, Misfit misfit) {
        QTest::newRow(name) << operation << static_cast<int>(outcome) << static_cast<int>(misfit);
    };
    add("issued is contention", 0, Outcome::Contention, Misfit::NoEffect);
    add("issued is already issued", 0, Outcome::AlreadyIssued, Misfit::NotHeld);
    add("409 is issued", 2, Outcome::Issued, Misfit::NoStock);
    add("409 is sold out", 2, Outcome::OutOfStock, Misfit::None);
    add("sold out is issued", 3, Outcome::Issued, Misfit::NoStock);
    add("sold out is already issued", 3, Outcome::AlreadyIssued, Misfit::NotHeld);
}

void TestReplay::tamperedHistories()
{
    QFETCH(int, operation);
    QFETCH(int, outcome);
    QFETCH(int, misfit);
    SmallHistory history = kHistory;
    history.operations[static_cast<std::size_t>(operation)].outcome = static_cast<Outcome>(outcome);
    const ReplayedOrder result = replayed(history, kOrder);
    QCOMPARE(static_cast<int>(result.misfit), misfit);
    if (result.misfit != Misfit::None) {
        QCOMPARE(result.operation, static_cast<std::uint32_t>(operation));
    }
    history = kHistory;
    history.facts.rowUsers = {1, 3};
    QCOMPARE(replayed(history, kOrder).misfit, Misfit::OtherRows);
    history.facts.rowUsers = {1, 2, 2};
    QCOMPARE(replayed(history, kOrder).misfit, Misfit::OtherRows);
    history = kHistory;
    history.facts.remaining = 1;
    QCOMPARE(replayed(history, kOrder).misfit, Misfit::OtherStock);
    history = kHistory;
    history.facts.holdersBefore = {1};
    QCOMPARE(replayed(history, kOrder).misfit, Misfit::AlreadyHeld);
    history = kHistory;
    history.facts.precedence = Precedence::StockFirst;
    QCOMPARE(replayed(history, kOrder).misfit, Misfit::StockGone);
    history =
        historyOf(1, {issued(1, 0, 1), soldOut(1, 2, 3)}, {1}, {}, Precedence::DuplicateFirst);
    QCOMPARE(replayed(history, {{0, 0}, {3, 1}}).misfit, Misfit::HolderRefused);
}

void TestReplay::stockFirstMovesTheLastSuccess()
{
    SmallHistory history = kHistory;
    history.facts.precedence = Precedence::StockFirst;
    const std::vector<Step> order = orderOf(history.facts, history.operations);
    QVERIFY(replayed(history, order).proves());
    QCOMPARE(order[1].operation, 2U);
    QCOMPARE(order[1].atNs, 5);
    QCOMPARE(order[2].operation, 1U);
    QCOMPARE(order[2].atNs, 5);
}

void TestReplay::otherRules()
{
    const auto misfit = [](const SmallHistory &history, const std::vector<Step> &order) {
        return replayed(history, order).misfit;
    };
    const SmallHistory twice =
        historyOf(3, {issued(1, 0, 1), issued(1, 2, 3), already(1, 4, 5)}, {1, 1});
    const std::vector<Step> inTurn = {{0, 0}, {2, 1}, {5, 2}};
    QCOMPARE(misfit(twice, inTurn), Misfit::AlreadyHeld);
    QCOMPARE(misfit(limitedTo(2, twice), inTurn), Misfit::None);
    QCOMPARE(misfit(limitedTo(3, twice), inTurn), Misfit::NotHeld);
    QCOMPARE(misfit(limitedTo({}, twice), inTurn), Misfit::NotHeld);
    // Within columns "already issued" has no place.
    QCOMPARE(orderOf(under({.limitWithin = true}, twice).facts, twice.operations).size(),
             std::size_t{2});

    const SmallHistory refused = historyOf(1, {issued(1, 0, 9), notIssued(2, 0, 9)}, {1});
    QCOMPARE(misfit(refused, {{0, 0}, {9, 1}}), Misfit::None);
    QCOMPARE(misfit(refused, {{0, 1}, {0, 0}}), Misfit::NotRefusable);

    const SmallHistory pieces =
        inPieces(historyOf(4, {issued(1, 0, 9), soldOut(2, 0, 9)}, {1}), {3}, {3, 2});
    QCOMPARE(misfit(pieces, {{0, 0, 3}, {9, 1}}), Misfit::None);
    QCOMPARE(misfit(pieces, {{0, 0, 2}, {9, 1}}), Misfit::StockThere);
    QCOMPARE(misfit(pieces, {{0, 0, 4}, {9, 1}}), Misfit::OtherRows);
    QCOMPARE(misfit(pieces, {{0, 0, 5}, {9, 1}}), Misfit::NoStock);

    SmallHistory back =
        under({.givesBack = true}, historyOf(1, {issued(1, 0, 1), issued(2, 2, 3)}, {2}));
    QCOMPARE(misfit(back, {{2, 1}}), Misfit::None);
    QCOMPARE(misfit(back, {{0, 0}}), Misfit::OtherRows);
    back.facts.writtenUsers = {1, 2};
    QCOMPARE(misfit(back, {{2, 1}}), Misfit::LeftOut);
    QCOMPARE(misfit(back, {{0, 0}, {2, 1}}), Misfit::None);
    back.facts.remaining = 1;
    QCOMPARE(misfit(back, {{0, 0}, {2, 1}}), Misfit::OtherStock);
}

} // namespace tst_replay

STAMPEDE_TEST(tst_replay::TestReplay)
#include "tst_replay.moc"
