// SPDX-License-Identifier: MIT
// Proves the verdict, the users and the wrong operations of each condition on histories made by
// hand, and that neither the order of operations nor the kind of ids matters.

#include "checker/checker.h"
#include "checker/replay.h"
#include "hand_made.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>

namespace tst_checker {

using namespace stampede;

namespace {

/// "C4: 1 2; R6: 1", empty for a linearizable history.
QString told(const Judgement &judgement)
{
    QStringList all;
    for (const Violation &violation : judgement.violations) {
        QStringList users;
        for (const std::int64_t user : violation.users) {
            users << QString::number(user);
        }
        all << QString::fromLatin1(conditionKey(violation.condition).data()) +
                   (users.isEmpty() ? QString() : QStringLiteral(": ") + users.join(u' '));
    }
    return all.join(QStringLiteral("; "));
}

void add(const char *name, const SmallHistory &history, const char *violations)
{
    QTest::newRow(name) << history << QString::fromLatin1(violations);
}

const Outcome kRefused = Outcome::Contention;

} // namespace

class TestChecker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void wrongOperationsAreNamed();
    void witnessesOfTooEarlySoldOut();
    void witnessesOfLateCoupon();
    void kindsOfUnannounced();
    void strangersAreKeptApart();
    void whatBecameOfUnknowns();
    void queueJumpsAreCountedOncePerPerson();
    void orderAndIdsDoNotMatter();
    void couponsAreJudgedApart();
    void whatCannotBeJudgedIsNamed_data();
    void whatCannotBeJudgedIsNamed();
    void lostOnesAreTheLatest();
    void witnessesOfFalseNotIssued();

private:
    void addRows();
    void addTimes();
    void addPrecedences();
    void addLimits();
    void addEarlierRows();
    void addOneRefusal();
    void addPieces();
    void addGivenBack();
};

void TestChecker::addRows()
{
    add("nothing asked", historyOf(3, {}, {}), "");
    add("all right", historyOf(2, {issued(1, 0, 5), issued(2, 1, 6), soldOut(3, 7, 8)}, {1, 2}),
        "");
    add("K = 0", historyOf(0, {soldOut(1, 0, 1), soldOut(2, 0, 1)}, {}), "");
    add("two rows", historyOf(2, {issued(1, 0, 1), issued(2, 0, 1)}, {1, 1}), "R1: 1; R2: 2");
    add("two rows, sold out rightly",
        historyOf(2, {issued(1, 0, 1), issued(1, 2, 3), soldOut(2, 4, 5)}, {1, 1}), "R1: 1");
    add("issued twice", historyOf(2, {issued(1, 0, 1), issued(1, 2, 3)}, {1}), "R1: 1");
    add("earlier holder issued", historyOf(2, {issued(1, 0, 1)}, {1}, {1}), "R1: 1");
    add("earlier holder refused", historyOf(2, {already(1, 0, 1)}, {1}, {1}), "");
    add("earlier row gone", {{2, {1}, Precedence::Any, 2, {}}, {already(1, 0, 1)}}, "R1: 1");
    add("lost", historyOf(2, {issued(1, 0, 1), issued(2, 0, 1)}, {1}), "R2: 2");
    add("told of contention, has a row", historyOf(2, {answered(kRefused, 1, 0, 1)}, {1}), "R3: 1");
    add("hidden retry", historyOf(2, {already(1, 0, 1)}, {1}), "R3: 1");
    add("told sold out, has a row", historyOf(1, {soldOut(1, 0, 1), soldOut(2, 2, 3)}, {1}),
        "R3: 1");
    add("409 without a coupon", historyOf(2, {already(1, 0, 1)}, {}), "R4: 1");
    add("oversold", historyOf(1, {issued(1, 0, 1), issued(2, 2, 3)}, {1, 2}), "R5a");
    add("oversold unnoticed",
        {{1, {}, Precedence::Any, 0, {1, 2}}, {issued(1, 0, 1), issued(2, 2, 3)}}, "R5a; R5b");
    add("decrement without a row", {{3, {}, Precedence::Any, 1, {1}}, {issued(1, 0, 1)}}, "R5b");
    add("extreme figures",
        {{kNeverNs, {}, Precedence::Any, std::numeric_limits<std::int64_t>::min(), {}}, {}}, "R5b");
    add("sold out said, stock left", historyOf(2, {issued(1, 0, 1), soldOut(2, 3, 4)}, {1}),
        "R6: 2");
    add("and somebody later got one",
        historyOf(3, {soldOut(2, 0, 1), issued(1, 2, 3), soldOut(3, 4, 5)}, {1}), "R6: 2 3; C4: 2");
}

void TestChecker::addTimes()
{
    add("sold out too early", historyOf(1, {soldOut(2, 0, 4), issued(1, 5, 6)}, {1}), "C4: 2");
    add("tie: sold out returned as the last was asked for",
        historyOf(1, {soldOut(2, 0, 5), issued(1, 5, 6)}, {1}), "");
    add("409 before the request that got it",
        historyOf(1, {already(1, 0, 4), issued(1, 5, 6)}, {1}), "C3: 1");
    add("tie: 409 returned as its coupon was asked for",
        historyOf(1, {already(1, 0, 5), issued(1, 5, 6)}, {1}), "");
    add("first no answer, then 409: the first took effect",
        historyOf(1, {noAnswer(1, 0), already(1, 10, 11)}, {1}), "");
    add("the earliest without an answer decides for a 409",
        historyOf(1, {noAnswer(1, 20), already(1, 10, 11), noAnswer(1, 0)}, {1}), "");
    add("and for sold out",
        historyOf(1, {noAnswer(1, 20), soldOut(2, 10, 11), noAnswer(1, 0)}, {1}), "");
    add("issued counts, not an earlier one without an answer",
        historyOf(1, {noAnswer(1, 0), already(1, 10, 11), issued(1, 20, 21)}, {1}), "C3: 1");
    add("no answer runs to infinity",
        historyOf(1, {answered(Outcome::ServerError, 1, 0, 2), issued(2, 5, 6)}, {2}), "");
    add("the answer came late and is known",
        historyOf(1, {issued(1, 0, 9'000'000'000), soldOut(2, 5, 6)}, {1}), "");
    add("contention claims no effect",
        historyOf(1, {answered(kRefused, 1, 0, 1), issued(2, 2, 3)}, {2}), "");
    add("not sent has no effect",
        historyOf(1, {answered(Outcome::NotSent, 1, 0, 1), soldOut(2, 2, 3)}, {}), "R6: 2");
    add("reset after sending may have one", historyOf(1, {noAnswer(1, 0), soldOut(2, 2, 3)}, {1}),
        "");
    add("earlier holders take nothing from the stock",
        historyOf(1, {already(1, 0, 1), soldOut(1, 8, 9), issued(2, 2, 3)}, {1, 2}, {1}), "");
}

void TestChecker::addPrecedences()
{
    const auto by = [](Precedence precedence, SmallHistory history) {
        history.facts.precedence = precedence;
        return history;
    };
    const SmallHistory holderToldSoldOut = historyOf(1, {issued(1, 0, 1), soldOut(1, 2, 3)}, {1});
    add("holder told sold out, any", holderToldSoldOut, "");
    add("holder told sold out, stock-first", by(Precedence::StockFirst, holderToldSoldOut), "");
    add("holder told sold out, duplicate-first", by(Precedence::DuplicateFirst, holderToldSoldOut),
        "C5: 1");
    const SmallHistory toldAlready = historyOf(1, {issued(1, 0, 1), already(1, 2, 3)}, {1});
    add("the last one told 409, any", toldAlready, "");
    add("the last one told 409, duplicate-first", by(Precedence::DuplicateFirst, toldAlready), "");
    add("the last one told 409, stock-first", by(Precedence::StockFirst, toldAlready), "C6");
    const auto twoWinners = [&by](std::int64_t lastReturn) {
        return by(
            Precedence::StockFirst,
            historyOf(2, {issued(1, 0, 1), issued(2, 1, lastReturn), already(1, 5, 7)}, {1, 2}));
    };
    add("409 while the last was under way, stock-first", twoWinners(6), "");
    add("409 as the last returned, stock-first", twoWinners(5), "");
    add("409 after the last, stock-first", twoWinners(4), "C6");
    add("409 after sold out was told, stock-first",
        by(Precedence::StockFirst,
           historyOf(2, {issued(1, 0, 1), noAnswer(2, 0), soldOut(3, 2, 3), already(1, 4, 5)},
                     {1, 2})),
        "C6");
    add("409 while there is stock, stock-first",
        by(Precedence::StockFirst, historyOf(2, {issued(1, 0, 1), already(1, 2, 3)}, {1})), "");
    add("409 without stock, stock-first",
        historyOf(0, {already(1, 0, 1)}, {1}, {1}, Precedence::StockFirst), "C6");
}

void TestChecker::addLimits()
{
    const std::vector<JudgedOperation> twice = {issued(1, 0, 1), issued(1, 2, 3)};
    add("two a person", limitedTo(2, historyOf(3, twice, {1, 1})), "");
    add("three rows of two",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), issued(1, 0, 1), issued(1, 4, 5)}, {1, 1, 1})),
        "R1: 1");
    add("told twice, one row", limitedTo(2, historyOf(3, twice, {1})), "R2: 1");
    add("two rows, told once", limitedTo(2, historyOf(3, {issued(1, 0, 1)}, {1, 1})), "R3: 1");
    add("two rows, told once, once no answer",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), noAnswer(1, 5)}, {1, 1})), "");
    add("409 with one of two", limitedTo(2, historyOf(3, {issued(1, 0, 1), already(1, 4, 5)}, {1})),
        "R4: 1");
    add("409 with two of two",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), issued(1, 2, 3), already(1, 4, 5)}, {1, 1})),
        "");
    add("409 before the second was asked for",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), already(1, 2, 3), issued(1, 4, 5)}, {1, 1})),
        "C3: 1");
    add("409 as the second was asked for",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), already(1, 2, 4), issued(1, 4, 5)}, {1, 1})),
        "");
    add("the earlier of two without an answer makes two of two",
        limitedTo(2,
                  historyOf(3, {issued(1, 0, 1), noAnswer(1, 9), noAnswer(1, 2), already(1, 4, 5)},
                            {1, 1})),
        "");
    add("sold out to a holder of one of two, duplicate-first",
        limitedTo(2, historyOf(1, {issued(1, 0, 1), soldOut(1, 2, 3)}, {1}, {},
                               Precedence::DuplicateFirst)),
        "");
    add("sold out to a holder of two of two, duplicate-first",
        limitedTo(2, historyOf(2, {issued(1, 0, 1), issued(1, 0, 1), soldOut(1, 2, 3)}, {1, 1}, {},
                               Precedence::DuplicateFirst)),
        "C5: 1");
    add("409 to who had the last two, stock-first",
        limitedTo(2, historyOf(2, {issued(1, 0, 1), issued(1, 0, 1), already(1, 2, 3)}, {1, 1}, {},
                               Precedence::StockFirst)),
        "C6");
    add("any number",
        limitedTo({}, historyOf(3, {issued(1, 0, 1), issued(1, 0, 1), issued(1, 4, 5)}, {1, 1, 1})),
        "");
    add("any number, told more often", limitedTo({}, historyOf(3, twice, {1})), "R2: 1");
    add("any number, 409", limitedTo({}, historyOf(3, {issued(1, 0, 1), already(1, 4, 5)}, {1})),
        "R4: 1");
    add("one a day: two days", under({.limitWithin = true}, historyOf(3, twice, {1, 1})), "");
    add("one a day: 409 any time",
        under({.limitWithin = true}, historyOf(3, {already(1, 0, 1), issued(1, 2, 3)}, {1})), "");
    add("one a day: lost all the same", under({.limitWithin = true}, historyOf(3, twice, {1})),
        "R2: 1");
}

void TestChecker::addEarlierRows()
{
    add("two old rows, nothing new", historyOf(3, {already(1, 0, 1)}, {1, 1}, {1, 1}), "");
    add("two old rows and a new one", historyOf(3, {issued(1, 0, 1)}, {1, 1, 1}, {1, 1}), "R1: 1");
    add("one of two old rows gone", {{3, {1, 1}, Precedence::Any, 3, {1}}, {}}, "R1: 1");
    add("one old row of two: one more",
        limitedTo(2, historyOf(3, {issued(1, 0, 1), already(1, 2, 3)}, {1, 1}, {1})), "");
    add("one old row of two: 409 before the new one",
        limitedTo(2, historyOf(3, {already(1, 0, 1), issued(1, 2, 3)}, {1, 1}, {1})), "C3: 1");
    add("three old rows of two: 409",
        limitedTo(2, historyOf(3, {already(1, 0, 1)}, {1, 1, 1}, {1, 1, 1})), "");
    add("any number: an old row gone",
        limitedTo({}, SmallHistory{{3, {1, 1}, Precedence::Any, 3, {1}}, {}}), "R1: 1");
    add("old rows take nothing from the stock",
        historyOf(1, {issued(2, 0, 1), soldOut(3, 2, 3)}, {1, 1, 2}, {1, 1}), "");
}

void TestChecker::addOneRefusal()
{
    add("not issued to a holder", historyOf(3, {issued(1, 0, 1), notIssued(1, 2, 3)}, {1}), "");
    add("not issued when all are gone", historyOf(1, {issued(1, 0, 1), notIssued(2, 2, 3)}, {1}),
        "");
    add("not issued as the last was asked for",
        historyOf(1, {issued(1, 3, 4), notIssued(2, 2, 3)}, {1}), "");
    add("not issued, and some are left", historyOf(2, {issued(1, 0, 1), notIssued(2, 2, 3)}, {1}),
        "C7: 2");
    add("not issued before the last was asked for",
        historyOf(1, {notIssued(2, 2, 3), issued(1, 4, 5)}, {1}), "C7: 2");
    add("not issued before one's own was asked for",
        historyOf(2, {notIssued(1, 2, 3), issued(1, 4, 5)}, {1}), "C7: 1");
    add("not issued to who has one of two",
        limitedTo(2, historyOf(2, {issued(1, 0, 1), notIssued(1, 2, 3)}, {1})), "C7: 1");
    add("not issued where there is no limit",
        limitedTo({}, historyOf(2, {issued(1, 0, 1), notIssued(1, 2, 3)}, {1})), "C7: 1");
    add("not issued, with a row", historyOf(1, {notIssued(1, 0, 1), notIssued(2, 2, 3)}, {1}),
        "R3: 1");
    add("not issued to a holder, duplicate-first",
        historyOf(1, {issued(1, 0, 1), notIssued(1, 2, 3)}, {1}, {}, Precedence::DuplicateFirst),
        "");
    add("not issued for stock, then 409, stock-first",
        historyOf(2, {issued(1, 0, 1), issued(2, 0, 9), notIssued(3, 2, 3), already(1, 4, 5)},
                  {1, 2}, {}, Precedence::StockFirst),
        "C6");
    add("not issued as a holder, so not the last, stock-first",
        historyOf(2, {issued(1, 0, 1), issued(2, 0, 9), notIssued(2, 2, 3), already(1, 4, 5)},
                  {1, 2}, {}, Precedence::StockFirst),
        "C6");
    add("not issued as a holder of the first, stock-first",
        historyOf(2, {issued(1, 0, 1), issued(2, 0, 9), notIssued(1, 2, 3), already(1, 4, 5)},
                  {1, 2}, {}, Precedence::StockFirst),
        "");
}

void TestChecker::addPieces()
{
    add("three pieces and two of five",
        inPieces(historyOf(5, {issued(1, 0, 1), issued(2, 0, 1), soldOut(3, 2, 3)}, {1, 2}), {3, 2},
                 {3, 2, 1}),
        "");
    add("two of three left are too few for four",
        inPieces(historyOf(5, {issued(1, 0, 1), soldOut(3, 2, 3)}, {1}), {2}, {2, 4}), "");
    add("and enough for three",
        inPieces(historyOf(5, {issued(1, 0, 1), soldOut(3, 2, 3)}, {1}), {2}, {2, 3}), "R6: 3");
    add("too few later, enough then",
        inPieces(historyOf(5, {issued(1, 4, 5), soldOut(3, 2, 3)}, {1}), {3}, {3, 3}), "C4: 3");
    add("what was asked for is not known",
        inPieces(historyOf(5, {issued(1, 4, 5), soldOut(3, 2, 3)}, {1}), {3}), "");
    add("more pieces than there were",
        inPieces(historyOf(4, {issued(1, 0, 1), issued(2, 0, 1)}, {1, 2}), {3, 2}), "R5a");
    SmallHistory drifted = inPieces(historyOf(5, {issued(1, 0, 1)}, {1}), {3});
    drifted.facts.remaining = 4;
    add("a row of three took one", drifted, "R5b");
    add("the limit counts rows",
        limitedTo(1, inPieces(historyOf(5, {issued(1, 0, 1), issued(1, 0, 1)}, {1, 1}), {1, 1})),
        "R1: 1");
    add("an old row stands for more", inPieces(historyOf(5, {}, {1}, {1}), {3}, {}, {2}), "R1: 1");
    add("not issued: fewer left than asked for",
        inPieces(historyOf(5, {issued(1, 0, 1), notIssued(2, 2, 3)}, {1}), {3}, {3, 3}), "");
    add("not issued: enough left",
        inPieces(historyOf(5, {issued(1, 0, 1), notIssued(2, 2, 3)}, {1}), {3}, {3, 2}), "C7: 2");
}

void TestChecker::addGivenBack()
{
    const auto back = [](SmallHistory history) {
        return under({.givesBack = true}, std::move(history));
    };
    add("told and cancelled", back(historyOf(1, {issued(1, 0, 1), issued(2, 4, 5)}, {2})), "");
    add("sold out, then one came back", back(historyOf(1, {soldOut(1, 0, 1)}, {})), "");
    add("an old row given back", back({{1, {1}, Precedence::Any, 2, {}}, {}}), "");
    add("an old row gone, the stock knows nothing", back({{1, {1}, Precedence::Any, 1, {}}, {}}),
        "R5b");
    add("two rows at the end", back(historyOf(2, {issued(1, 0, 1), issued(1, 2, 3)}, {1, 1})),
        "R1: 1");
    add("told of contention, has a row, gives back",
        back(historyOf(2, {answered(kRefused, 1, 0, 1)}, {1})), "R3: 1");
    add("oversold at the end", back(historyOf(1, {issued(1, 0, 1), issued(2, 2, 3)}, {1, 2})),
        "R5a");
    SmallHistory cancelled = back(historyOf(1, {issued(1, 0, 1), issued(2, 4, 5)}, {2}));
    cancelled.facts.writtenUsers = {1, 2};
    add("the cancelled row is still to be seen", cancelled, "");
    cancelled.facts.writtenUsers = {2};
    add("and is nowhere", cancelled, "R2: 1");
    cancelled.operations.front().outcome = Outcome::OutOfStock;
    cancelled.facts.writtenUsers = {1, 2};
    add("a cancelled row that nobody was told of", cancelled, "R3: 1");
    // Nobody said: what is gone from the stock may be the cancelled row's, and no more than that.
    SmallHistory kept = under({.givesBack = true, .givesBackSaid = false},
                              historyOf(3, {issued(1, 0, 1), issued(2, 2, 3)}, {2}));
    kept.facts.remaining = 1;
    add("untold, nobody knows how many rows there were", kept, "");
    kept.facts.writtenUsers = {1, 2};
    add("untold, the cancelled row kept its piece", kept, "");
    kept.facts.remaining = 0;
    add("untold, and one more is gone", kept, "R5b");
    kept.facts.remaining = 3;
    add("untold, and one too many came back", kept, "R5b");
    kept.facts.remaining = 1;
    kept.facts.rules.givesBackSaid = true;
    add("told, it should have come back", kept, "R5b");
}

void TestChecker::whatCannotBeJudgedIsNamed_data()
{
    QTest::addColumn<IssueRules>("rules");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *name, const IssueRules &rules, const char *keys) {
        QTest::newRow(name) << rules << QString::fromLatin1(keys);
    };
    row("one a person", {}, "");
    row("any number", {.limitPerPerson = std::nullopt}, "");
    row("within", {.limitWithin = true}, "R4 C3 C5 C6 C7");
    row("pieces", {.countsPieces = true}, "C5 C6");
    row("pieces, asked for unknown", {.countsPieces = true, .quantityKnown = false},
        "R6 C4 C5 C6 C7");
    row("gives back", {.givesBack = true}, "R2 R4 R6 C3 C4 C5 C6 C7");
}

void TestChecker::whatCannotBeJudgedIsNamed()
{
    QFETCH(IssueRules, rules);
    QFETCH(QString, keys);
    HistoryFacts facts;
    facts.rules = rules;
    QStringList found;
    for (const Condition condition : kAllConditions) {
        if ((judge(facts, {}).notApplicable & maskOf(condition)) != 0) {
            found << QString::fromLatin1(conditionKey(condition).data());
        }
    }
    QCOMPARE(found.join(u' '), keys);
    facts.writtenUsers.emplace();
    QVERIFY((judge(facts, {}).notApplicable & maskOf(Condition::R2)) == 0);
}

void TestChecker::lostOnesAreTheLatest()
{
    const SmallHistory history =
        limitedTo(3, historyOf(5, {issued(1, 8, 9), issued(1, 0, 1), issued(1, 4, 5)}, {1, 1}));
    const Judgement judgement = judge(history.facts, history.operations);
    QCOMPARE(told(judgement), QStringLiteral("R2: 1"));
    const std::vector<WrongOperation> expected = {{0, Condition::R2}};
    QVERIFY(judgement.wrong == expected);
    const Witness &witness = judgement.find(Condition::R2)->witnesses.front();
    QCOMPARE(witness.issued, 3U);
    QCOMPARE(witness.rows, 2U);
}

void TestChecker::witnessesOfFalseNotIssued()
{
    const SmallHistory history =
        historyOf(3, {issued(1, 0, 1), notIssued(2, 2, 3), issued(2, 6, 7)}, {1, 2});
    const Judgement judgement = judge(history.facts, history.operations);
    QCOMPARE(told(judgement), QStringLiteral("C7: 2"));
    const Witness &witness = judgement.find(Condition::C7)->witnesses.front();
    QCOMPARE(witness.toldNs, 3);
    QCOMPARE(witness.lateNs, 6);
    QCOMPARE(witness.gone, 1);
}

void TestChecker::verdicts_data()
{
    QTest::addColumn<SmallHistory>("history");
    QTest::addColumn<QString>("violations");
    addRows();
    addTimes();
    addPrecedences();
    addLimits();
    addEarlierRows();
    addOneRefusal();
    addPieces();
    addGivenBack();
}

void TestChecker::verdicts()
{
    QFETCH(SmallHistory, history);
    QFETCH(QString, violations);
    const Judgement judgement = judge(history.facts, history.operations);
    QCOMPARE(told(judgement), violations);
    QCOMPARE(judgement.linearizable, violations.isEmpty());
    // Where pieces come back an order may be impossible that the conditions let pass.
    if (!history.facts.rules.givesBack || !judgement.linearizable) {
        QCOMPARE(judgement.linearizable, isLinearizable(history));
    }
    if (isLeftOpen(history.facts, judgement)) { // nothing proves it
        return;
    }
    const std::vector<Step> order = orderOf(history.facts, history.operations);
    QCOMPARE(replay(history.facts, history.operations, order).proves(), violations.isEmpty());
    QVERIFY(std::is_sorted(judgement.wrong.begin(), judgement.wrong.end(),
                           [](const WrongOperation &left, const WrongOperation &right) {
                               return left.operation < right.operation;
                           }));
}

void TestChecker::wrongOperationsAreNamed()
{
    const SmallHistory history = historyOf(3,
                                           {soldOut(2, 0, 1), issued(1, 2, 3), already(1, 0, 1),
                                            already(9, 4, 5), issued(8, 4, 5), issued(1, 6, 7)},
                                           {1});
    const Judgement judgement = judge(history.facts, history.operations);
    QCOMPARE(told(judgement), QStringLiteral("R1: 1; R2: 8; R4: 9; R6: 2; C3: 1; C4: 2"));
    const std::vector<WrongOperation> expected = {{0, Condition::R6},
                                                  {2, Condition::C3},
                                                  {3, Condition::R4},
                                                  {4, Condition::R2},
                                                  {5, Condition::R1}};
    QVERIFY(judgement.wrong == expected);
}

void TestChecker::witnessesOfTooEarlySoldOut()
{
    const SmallHistory history = historyOf(
        2, {issued(1, 0, 3), soldOut(5, 4, 9), soldOut(4, 4, 8), issued(2, 20, 30)}, {1, 2});
    const Judgement judgement = judge(history.facts, history.operations);
    const Violation *violation = judgement.find(Condition::C4);
    QVERIFY(violation != nullptr);
    QCOMPARE(violation->users, (std::vector<std::int64_t>{4, 5}));
    QCOMPARE(violation->witnesses.size(), std::size_t{2});
    const Witness &first = violation->witnesses.front();
    QCOMPARE(first.user, 4);
    QCOMPARE(first.operation, 2U);
    QCOMPARE(first.toldNs, 8);
    QCOMPARE(first.lateUser, 2);
    QCOMPARE(first.lateNs, 20);
    QCOMPARE(first.gone, 1);
}

void TestChecker::witnessesOfLateCoupon()
{
    const SmallHistory history =
        historyOf(2, {already(1, 0, 4), issued(1, 5, 6), already(1, 8, 9)}, {1});
    const Violation *violation = nullptr;
    const Judgement judgement = judge(history.facts, history.operations);
    violation = judgement.find(Condition::C3);
    QVERIFY(violation != nullptr);
    QCOMPARE(violation->witnesses.size(), std::size_t{1});
    QCOMPARE(violation->witnesses.front().toldNs, 4);
    QCOMPARE(violation->witnesses.front().lateNs, 5);
}

void TestChecker::kindsOfUnannounced()
{
    const SmallHistory history =
        historyOf(5,
                  {answered(kRefused, 1, 0, 1), already(1, 2, 3), already(2, 6, 7),
                   already(2, 4, 5), soldOut(3, 8, 9), answered(kRefused, 3, 0, 1)},
                  {1, 2, 3});
    const Judgement judgement = judge(history.facts, history.operations);
    const Violation *violation = judgement.find(Condition::R3);
    QVERIFY(violation != nullptr);
    QCOMPARE(violation->users, (std::vector<std::int64_t>{1, 2, 3}));
    QCOMPARE(violation->witnesses.size(), std::size_t{3});
    QCOMPARE(violation->witnesses[0].kind, Unannounced::FalseFailure);
    QCOMPARE(violation->witnesses[0].operation, 0U);
    QCOMPARE(violation->witnesses[1].kind, Unannounced::HiddenRetry);
    QCOMPARE(violation->witnesses[1].operation, 3U);
    QCOMPARE(violation->witnesses[2].kind, Unannounced::ToldOutOfStock);
    QCOMPARE(violation->witnesses[2].operation, 4U);
}

void TestChecker::strangersAreKeptApart()
{
    const SmallHistory history = historyOf(2, {issued(1, 0, 1), soldOut(2, 2, 3)}, {1, 77});
    const Judgement judgement = judge(history.facts, history.operations);
    QVERIFY(!judgement.linearizable);
    QVERIFY(judgement.violations.empty());
    QVERIFY(judgement.wrong.empty());
    QCOMPARE(judgement.strangers, std::vector<std::int64_t>{77});
}

void TestChecker::whatBecameOfUnknowns()
{
    const SmallHistory history =
        historyOf(5,
                  {noAnswer(1, 0), noAnswer(1, 5), answered(Outcome::ServerError, 2, 0, 1),
                   noAnswer(3, 0), issued(3, 2, 3)},
                  {1, 2, 3});
    const Judgement judgement = judge(history.facts, history.operations);
    QVERIFY(judgement.linearizable);
    QCOMPARE(judgement.winners, 3);
    QCOMPARE(judgement.tookEffect, 2);
    QCOMPARE(judgement.noEffect, 2);
}

void TestChecker::queueJumpsAreCountedOncePerPerson()
{
    const SmallHistory history = historyOf(
        1, {soldOut(2, 0, 30), soldOut(2, 1, 31), soldOut(3, 20, 30), issued(1, 10, 11)}, {1});
    const Judgement judgement = judge(history.facts, history.operations);
    QVERIFY(judgement.linearizable);
    QCOMPARE(judgement.queueJumps, 1);
}

void TestChecker::orderAndIdsDoNotMatter()
{
    Dice dice(7);
    for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
        SmallHistory history = randomHistory(seed, Precedence::StockFirst);
        const QString before = told(judge(history.facts, history.operations));
        for (std::size_t i = history.operations.size(); i > 1; --i) {
            std::swap(history.operations[i - 1], history.operations[static_cast<std::size_t>(
                                                     dice.below(static_cast<std::int64_t>(i)))]);
        }
        QCOMPARE(told(judge(history.facts, history.operations)), before);
        // Far apart, and both ends of the range: the other way to find a user.
        const auto far = [](std::int64_t user) {
            return user == 1 ? std::numeric_limits<std::int64_t>::min() : kNeverNs - 6 + user;
        };
        for (std::vector<std::int64_t> *list :
             {&history.facts.holdersBefore, &history.facts.rowUsers}) {
            std::transform(list->begin(), list->end(), list->begin(), far);
        }
        for (JudgedOperation &operation : history.operations) {
            operation.user = far(operation.user);
        }
        const Judgement judgement = judge(history.facts, history.operations);
        QCOMPARE(judgement.linearizable, isLinearizable(history));
    }
}

void TestChecker::couponsAreJudgedApart()
{
    // Two coupons of one piece each: together they would be oversold.
    const SmallHistory first = historyOf(1, {issued(1, 0, 1)}, {1});
    const SmallHistory second = historyOf(1, {issued(2, 0, 1)}, {2});
    QVERIFY(judge(first.facts, first.operations).linearizable);
    QVERIFY(judge(second.facts, second.operations).linearizable);
    const SmallHistory both = historyOf(1, {issued(1, 0, 1), issued(2, 0, 1)}, {1, 2});
    QVERIFY(!judge(both.facts, both.operations).linearizable);
}

} // namespace tst_checker

STAMPEDE_TEST(tst_checker::TestChecker)
#include "tst_checker.moc"
