// SPDX-License-Identifier: MIT
// Proves what is read off the moments of operations at one row: who had it when, who waited for
// whom, who overwrote whom; against hand-made cases and against a model of the server that knows.

#include "crowd_at_row.h"

#include "hot_row/hot_row.h"
#include "test_program.h"

#include <QTest>

#include <chrono>

namespace tst_hot_row {

using namespace stampede;

namespace {

/// User, asked at, read at (µs from the start), the stock read; then write, commit, answer.
Operation op(std::int64_t user, std::int64_t askedUs, std::int64_t readUs, std::int32_t stock,
             std::int64_t wroteUs, std::int64_t endUs)
{
    Operation operation;
    operation.user = user;
    operation.request = static_cast<std::uint32_t>(user);
    operation.invokedNs = askedUs * 1000;
    operation.returnedNs = endUs * 1000;
    operation.lockedUs = static_cast<std::uint32_t>(readUs - askedUs);
    operation.stockRead = stock;
    operation.outcome = wroteUs < 0 ? Outcome::OutOfStock : Outcome::Issued;
    if (wroteUs >= 0) {
        operation.wroteUs = static_cast<std::uint32_t>(wroteUs - askedUs);
        operation.committedUs = static_cast<std::uint32_t>(endUs - askedUs);
        operation.rowId = user * 10;
    }
    return operation;
}

std::int64_t mostAtOnce(const RowPicture &picture)
{
    std::int64_t most = 0;
    for (const RowUse &at : picture.uses) {
        std::int64_t now = 0;
        for (const RowUse &use : picture.uses) {
            const bool waits = use.waitFromNs <= at.waitFromNs && at.waitFromNs < use.waitToNs;
            now += at.waitedNs() > 0 && use.waited() && waits ? 1 : 0;
        }
        most = std::max(most, now);
    }
    return most;
}

} // namespace

class TestHotRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lockedRequestsFollowEachOther();
    void bothReadTenBothWroteNine();
    void columnThatGoesUpAgainIsAccountedFor();
    void brokenOffAndUnansweredRequests();
    void nobodyAtAll();
    void timeOfABatchCountsOnce();
    void overtakenAndEmptyHanded();
    void modelKnowsTheSame_data();
    void modelKnowsTheSame();
    void longCurveKeepsItsHighestStep();
    void millionOperations();
};

void TestHotRow::timeOfABatchCountsOnce()
{
    // 1 and 2 share a transaction, 3 begins before its client saw their commit.
    const std::vector<Operation> operations = {
        op(1, 0, 100, 3, 200, 400), op(2, 10, 100, 3, 200, 400), op(3, 20, 350, 1, 500, 700),
        op(4, 30, 800, 0, -1, 900)};
    const RowHold hold = measureHold(operations);
    QCOMPARE(hold.issued, 3);
    QCOMPARE(hold.toWriteNs, 250'000);  // [100, 200] and [350, 500]
    QCOMPARE(hold.toCommitNs, 350'000); // the rest of [100, 700]
    QCOMPARE(hold.perCouponUs(), 200.0);
    QCOMPARE(hold.overtaken, 0);
    QCOMPARE(hold.emptyHanded, 0);
    QCOMPARE(measureHold({}).perCouponUs(), 0.0);
}

void TestHotRow::overtakenAndEmptyHanded()
{
    const std::vector<Operation> operations = {
        op(1, 0, 500, 2, 600, 700),  // asked first, was the second to commit
        op(2, 10, 100, 3, 200, 300), //
        op(3, 20, 900, 0, -1, 950),  // sold out, though 4 asked later
        op(4, 30, 710, 1, 750, 800), //
        op(5, 40, 960, 0, -1, 990),
    };
    const RowHold hold = measureHold(operations);
    QCOMPARE(hold.overtaken, 1);
    QCOMPARE(hold.emptyHanded, 1);
}

void TestHotRow::lockedRequestsFollowEachOther()
{
    // 2 sees the row before 1 sees its own commit: the server let go in between.
    const std::vector<Operation> operations = {
        op(1, 0, 100, 2, 200, 420), op(2, 50, 400, 1, 500, 600), op(3, 60, 700, 0, -1, 800),
        op(4, 900, 950, 0, -1, 980)};
    const RowQuestion question{operations, true, 2};
    const RowPicture picture = drawRow(question);
    QCOMPARE(picture.holders, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    QCOMPARE(picture.uses[0].holdFromNs, 100'000);
    QCOMPARE(picture.uses[0].holdToNs, 400'000);
    QCOMPARE(picture.uses[0].waitedFor, RowUse::kNobody);
    QCOMPARE(picture.uses[1].waitFromNs, 50'000);
    QCOMPARE(picture.uses[1].waitedNs(), 350'000);
    QCOMPARE(picture.uses[1].waitedFor, 0U);
    QCOMPARE(picture.uses[1].valueRead, 1);
    QCOMPARE(picture.uses[1].valueWritten, 0);
    QCOMPARE(picture.uses[2].waitedFor, 1U);
    QCOMPARE(picture.uses[2].valueWritten, -1);
    QCOMPARE(picture.uses[2].holdToNs, 800'000);
    QCOMPARE(picture.uses[3].waitedFor, RowUse::kNobody); // the row was free when it asked
    const std::vector<WaitingPoint> steps = {{0, 1},       {50'000, 2},  {60'000, 3},
                                             {100'000, 2}, {400'000, 1}, {700'000, 0},
                                             {900'000, 1}, {950'000, 0}};
    QVERIFY(picture.waiting == steps);
    const HotRow summary = summariseRow(question, picture);
    QCOMPARE(summary.mostWaiting, 3);
    QCOMPARE(summary.mostWaitingAtNs, 60'000);
    QCOMPARE(summary.mostBetweenReadAndWrite, 1);
    QCOMPARE(summary.longestWait->who.user, 3);
    QCOMPARE(summary.longestWait->waitedFor->user, 2);
    QCOMPARE(summary.longestWait->waitedNs, 640'000);
    QCOMPARE(summary.overwrites, 0);
    QCOMPARE(summary.lostDecrements, 0);
    QVERIFY(!summary.firstRace);
}

void TestHotRow::bothReadTenBothWroteNine()
{
    const std::vector<Operation> operations = {op(17, 0, 310, 10, 520, 710),
                                               op(42, 5, 340, 10, 720, 880)};
    const RowQuestion question{operations, false, 10};
    const RowPicture picture = drawRow(question);
    QCOMPARE(picture.uses[1].overwrote, 0U);
    QCOMPARE(picture.uses[1].sameValue, 0U);
    QCOMPARE(picture.uses[1].unitsLost, 1);
    QCOMPARE(picture.uses[1].waitFromNs, 340'000);
    QCOMPARE(picture.uses[1].waitToNs, 720'000);
    QCOMPARE(picture.uses[1].waitedFor, 0U);
    QCOMPARE(picture.races.size(), 1U);
    QCOMPARE(picture.races[0].writers, (std::vector<std::uint32_t>{0, 1}));
    const HotRow summary = summariseRow(question, picture);
    QCOMPARE(summary.racePairs, 1);
    QCOMPARE(summary.lostDecrements, 1);
    QCOMPARE(summary.mostBetweenReadAndWrite, 2);
    QCOMPARE(summary.firstRace->first.user, 17);
    QCOMPARE(summary.firstRace->second.user, 42);
    QCOMPARE(summary.firstRace->bothReadNs, 340'000);
    QCOMPARE(summary.firstRace->valueRead, 10);
    QCOMPARE(summary.firstRace->valueWritten, 9);
    QCOMPARE(summary.firstRace->second.rowId, 420);
}

void TestHotRow::columnThatGoesUpAgainIsAccountedFor()
{
    // 1 reads 10; 2 and 3 go 10 → 9 → 8; 1 writes 9 over it; 4 reads that 9: no race with 3.
    const std::vector<Operation> operations = {
        op(1, 0, 10, 10, 500, 510), op(2, 1, 20, 10, 100, 110), op(3, 200, 220, 9, 300, 310),
        op(4, 600, 620, 9, 700, 710)};
    const RowPicture picture = drawRow({operations, false, 10});
    QCOMPARE(picture.uses[0].overwrote, 2U); // the value of 3, which it never read
    QCOMPARE(picture.uses[0].sameValue, 1U);
    QCOMPARE(picture.uses[0].unitsLost, 2);
    QCOMPARE(picture.uses[3].overwrote, RowUse::kNobody);
    QCOMPARE(picture.uses[3].sameValue, RowUse::kNobody);
    QCOMPARE(picture.lostDecrements, 2); // 10 at start, 4 written, 8 left
    QCOMPARE(picture.racePairs, 1);
    QCOMPARE(picture.overwrites, 1);
}

void TestHotRow::brokenOffAndUnansweredRequests()
{
    Operation gaveUp;
    gaveUp.invokedNs = 1'000;
    gaveUp.returnedNs = 900'000;
    gaveUp.outcome = Outcome::Contention;
    Operation silent;
    silent.invokedNs = 2'000;
    silent.outcome = Outcome::Unknown;
    silent.vu = 1;
    Operation notSent;
    notSent.invokedNs = 3'000;
    notSent.returnedNs = 4'000;
    notSent.outcome = Outcome::NotSent;
    notSent.vu = 2;
    Operation inDoubt = op(5, 5, 950, 3, 960, 990);
    inDoubt.outcome = Outcome::Unknown;
    inDoubt.committedUs = Operation::kNotReached;
    inDoubt.vu = 3;
    std::vector<Operation> operations = {gaveUp, silent, notSent, inDoubt};
    const RowPicture picture = drawRow({operations, true, 3});
    QCOMPARE(picture.uses[0].waitedNs(), 899'000);
    QVERIFY(!picture.uses[0].held());
    QCOMPARE(picture.uses[1].waitToNs, 990'000); // the last thing that was seen
    QVERIFY(!picture.uses[2].waited());
    QVERIFY(picture.uses[3].held());
    QVERIFY(!picture.uses[3].wrote());
    QCOMPARE(picture.writersInDoubt, 1);
    QCOMPARE(picture.lostDecrements, 0);
    operations[2].vu = silent.vu; // who asks again waits no more
    QCOMPARE(drawRow({operations, true, 3}).uses[1].waitToNs, 3'000);
}

void TestHotRow::nobodyAtAll()
{
    const RowPicture picture = drawRow({{}, true, 3});
    QVERIFY(picture.uses.empty() && picture.waiting.empty() && picture.races.empty());
    QVERIFY(!summariseRow({{}, true, 3}, picture).longestWait);
}

void TestHotRow::modelKnowsTheSame_data()
{
    QTest::addColumn<bool>("rowLock");
    QTest::addColumn<int>("stock");
    QTest::newRow("with the row lock, sold out") << true << 12;
    QTest::newRow("with the row lock, stock left") << true << 100;
    QTest::newRow("without, sold out") << false << 5;
    QTest::newRow("without, stock left") << false << 100;
}

void TestHotRow::modelKnowsTheSame()
{
    QFETCH(bool, rowLock);
    QFETCH(int, stock);
    std::mt19937_64 random(20'260'401);
    std::int64_t lost = 0;
    std::int64_t inRaces = 0;
    for (int round = 0; round < 400; ++round) {
        const CrowdAtRow crowd = playCrowd(random, 2 + round % 40, stock, rowLock);
        const RowPicture picture = drawRow({crowd.operations, rowLock, stock});
        std::vector<std::int64_t> holders;
        for (const std::uint32_t index : picture.holders) {
            holders.push_back(crowd.operations[index].user);
        }
        if (rowLock) {
            QCOMPARE(holders, crowd.holders);
            QVERIFY(picture.mostBetweenReadAndWrite <= 1);
            QVERIFY(picture.races.empty());
        } else {
            QCOMPARE(static_cast<std::int64_t>(holders.size()), crowd.committed);
            QVERIFY(std::equal(holders.begin(), holders.end(), crowd.holders.begin()));
        }
        for (std::size_t k = 1; k < picture.holders.size(); ++k) {
            QVERIFY(picture.uses[picture.holders[k - 1]].holdToNs <=
                    picture.uses[picture.holders[k]].holdFromNs);
        }
        QCOMPARE(picture.lostDecrements, -crowd.drift(stock));
        QCOMPARE(picture.mostWaiting, mostAtOnce(picture));
        lost += picture.lostDecrements;
        inRaces += picture.racePairs;
    }
    qInfo("%lld decrements lost, %lld race pairs", static_cast<long long>(lost),
          static_cast<long long>(inRaces));
    QCOMPARE(lost > 0, !rowLock);
}

void TestHotRow::longCurveKeepsItsHighestStep()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 20; ++round) {
        const CrowdAtRow crowd = playCrowd(random, 1500, 100'000, true);
        const RowPicture picture = drawRow({crowd.operations, true, 100'000});
        QVERIFY(picture.waiting.size() <= RowPicture::kMaxPoints);
        QVERIFY(picture.waiting.size() > 100);
        std::int64_t highest = 0;
        for (std::size_t i = 0; i < picture.waiting.size(); ++i) {
            highest = std::max(highest, picture.waiting[i].waiting);
            QVERIFY(i == 0 || picture.waiting[i - 1].atNs < picture.waiting[i].atNs);
        }
        QCOMPARE(highest, picture.mostWaiting);
        QCOMPARE(picture.waiting.back().waiting, 0);
    }
}

void TestHotRow::millionOperations()
{
    std::mt19937_64 random(11);
    for (const bool rowLock : {true, false}) {
        const CrowdAtRow crowd = playCrowd(random, 1'000'000, 900'000, rowLock);
        const auto began = std::chrono::steady_clock::now();
        const RowPicture picture = drawRow({crowd.operations, rowLock, 900'000});
        const auto took = std::chrono::steady_clock::now() - began;
        qInfo("a million operations in %lld ms",
              static_cast<long long>(
                  std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
        QCOMPARE(picture.lostDecrements, -crowd.drift(900'000));
    }
}

} // namespace tst_hot_row

STAMPEDE_TEST(tst_hot_row::TestHotRow)
#include "tst_hot_row.moc"
