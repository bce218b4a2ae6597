// SPDX-License-Identifier: MIT
// Proves when a request of a finished run is over: with its answer, and without one when its time
// is up or its virtual user asks again, whichever comes first, never after the end of the run.

#include "measure/request_ends.h"
#include "test_program.h"

#include <QtTest>

namespace tst_request_ends {

using namespace stampede;

namespace {

Operation operation(std::uint16_t vu, std::int64_t invokedNs, std::int64_t returnedNs)
{
    Operation result;
    result.vu = vu;
    result.invokedNs = invokedNs;
    result.returnedNs = returnedNs;
    result.outcome = returnedNs == Operation::kNoAnswer ? Outcome::Unknown : Outcome::Issued;
    return result;
}

} // namespace

class TestRequestEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfEnd();
    void anUnknownTimeout();
    void onlyAnswers();
};

void TestRequestEnds::everyKindOfEnd()
{
    constexpr std::int64_t kNever = Operation::kNoAnswer;
    const std::vector<Operation> history = {
        operation(1, 0, kNever),    // its virtual user asks again at 300
        operation(2, 100, kNever),  // its time is up at 600, before anybody asks again
        operation(3, 200, 250),     // answered
        operation(1, 300, 9'000),   // answered after the end: a stamp is rounded
        operation(4, 400, kNever),  // answered with nothing, never asks again: its time
        operation(2, 650, kNever),  // the same, but the end comes before its time
        operation(5, 1'000, kNever) // at the very end
    };
    const RequestEnds ends(history, 1'000, 500);
    const std::vector<std::int64_t> expected = {300, 600, 250, 1'000, 900, 1'000, 1'000};
    for (std::size_t i = 0; i < history.size(); ++i) {
        QCOMPARE(ends.of(i), expected[i]);
    }
}

void TestRequestEnds::anUnknownTimeout()
{
    const std::vector<Operation> history = {operation(1, 0, Operation::kNoAnswer),
                                            operation(2, 0, Operation::kNoAnswer),
                                            operation(1, 300, 400)};
    const RequestEnds ends(history, 1'000, 0);
    QCOMPARE(ends.of(0), std::int64_t{300});
    QCOMPARE(ends.of(1), std::int64_t{1'000});
}

void TestRequestEnds::onlyAnswers()
{
    const std::vector<Operation> history = {operation(0, 0, 5), operation(0, 5, 7)};
    const RequestEnds ends(history, 7, 3);
    QCOMPARE(ends.of(0), std::int64_t{5});
    QCOMPARE(ends.of(1), std::int64_t{7});
}

} // namespace tst_request_ends

STAMPEDE_TEST(tst_request_ends::TestRequestEnds)
#include "tst_request_ends.moc"
