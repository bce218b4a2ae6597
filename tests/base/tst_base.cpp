// SPDX-License-Identifier: MIT
// Proves the shared vocabulary: every outcome has one name and one meaning, a Result holds either a
// value or an error, a broken check ends the program, and the random functions are the published
// ones.

#include "base/check.h"
#include "base/clock.h"
#include "base/cpu_time.h"
#include "base/ids.h"
#include "base/outcome.h"
#include "base/precedence.h"
#include "base/random.h"
#include "base/result.h"
#include "test_program.h"

#include <QtTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <string>
#include <unordered_set>

namespace tst_base {

using namespace stampede;

namespace {

QLatin1String text(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

/// Runs `act` in a child process and says whether SIGABRT ended it.
template<typename Act>
bool aborts(Act act)
{
    const pid_t child = fork();
    if (child == 0) {
        // Neither the test library's report of a crash nor a core file is wanted here.
        static_cast<void>(std::signal(SIGABRT, SIG_DFL));
        const rlimit noCore{};
        static_cast<void>(setrlimit(RLIMIT_CORE, &noCore));
        act();
        _exit(0);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
           WTERMSIG(status) == SIGABRT;
}

} // namespace

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomesHaveTheirNames_data();
    void outcomesHaveTheirNames();
    void everyOutcomeHasItsLine();
    void unknownNamesAreNoOutcome();
    void processorTimeOfAProcess();
    void reasonsHaveTheirNames();
    void precedencesHaveTheirNames();
    void resultHoldsAValueOrAnError();
    void resultMovesItsValueOut();
    void resultWithoutValue();
    void readingTheWrongHalfEndsTheProgram();
    void checkEndsTheProgramOnlyWhenBroken();
    void splitMix64IsThePublishedOne();
    void boundedRandomIsEven();
    void idsOfOneKindCompareAndHash();
    void clockNeverGoesBack();
};

void TestBase::outcomesHaveTheirNames_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("definite");
    QTest::addColumn<bool>("mayHaveActed");
    const auto row = [](Outcome outcome, const char *key, bool definite, bool mayHaveActed) {
        QTest::newRow(key) << static_cast<int>(outcome) << QString::fromLatin1(key) << definite
                           << mayHaveActed;
    };
    row(Outcome::Issued, "issued", true, false);
    row(Outcome::AlreadyIssued, "already_issued", true, false);
    row(Outcome::OutOfStock, "out_of_stock", true, false);
    row(Outcome::NotStarted, "not_started", true, false);
    row(Outcome::Expired, "expired", true, false);
    row(Outcome::NotFound, "not_found", true, false);
    row(Outcome::InvalidRequest, "invalid_request", true, false);
    row(Outcome::Contention, "contention", false, false);
    row(Outcome::NotSent, "not_sent", false, false);
    row(Outcome::Interrupted, "interrupted", false, false);
    row(Outcome::ServerError, "server_error", false, true);
    row(Outcome::Unknown, "unknown", false, true);
}

void TestBase::outcomesHaveTheirNames()
{
    QFETCH(int, outcome);
    QFETCH(QString, key);
    const auto value = static_cast<Outcome>(outcome);
    QCOMPARE(QString(text(outcomeKey(value))), key);
    QVERIFY(outcomeFromKey(key.toStdString()) == value);
    QTEST(isDefinite(value), "definite");
    QTEST(mayHaveTakenEffect(value), "mayHaveActed");
    QVERIFY(kAllOutcomes.at(indexOf(value)) == value);
}

void TestBase::everyOutcomeHasItsLine()
{
    static const QRegularExpression plain(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QSet<QString> keys;
    QSet<QString> codes;
    for (const OutcomeTraits &traits : kOutcomeTable) {
        const QString key = text(traits.key);
        QVERIFY2(plain.match(key).hasMatch(), qPrintable(key));
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys.insert(key);
        QVERIFY2(traits.strokePercent > 0 && traits.strokePercent <= 100, qPrintable(key));
        // What claims an effect, or may have one, is in no layer of refusals, and the other way.
        const bool refused = traits.layer == AnswerLayer::AlreadyIssued ||
                             traits.layer == AnswerLayer::OutOfStock ||
                             traits.layer == AnswerLayer::OtherRefusals;
        QVERIFY2((traits.claim == AnswerClaim::Issued) == (traits.layer == AnswerLayer::Issued),
                 qPrintable(key));
        QVERIFY2(traits.claim != AnswerClaim::MayBeIssued || !refused, qPrintable(key));
        QVERIFY2(!refusesByTheRules(traits.outcome) || (refused && traits.definite),
                 qPrintable(key));
        QVERIFY2(mayHaveTakenEffect(traits.outcome) ? !traits.definite : true, qPrintable(key));
        // A status of ours has a code, but that of success; each code once.
        QCOMPARE(traits.code.empty(), traits.status == 0 || traits.outcome == Outcome::Issued);
        QVERIFY2(traits.status == 0 || (traits.status >= 200 && traits.status < 600),
                 qPrintable(key));
        QVERIFY2(traits.code.empty() || !codes.contains(text(traits.code)), qPrintable(key));
        codes.insert(text(traits.code));
    }
    QCOMPARE(keys.size(), static_cast<int>(kOutcomeCount));
    QCOMPARE(answerStatus(Outcome::NotIssued), 500); // no service of ours says it
    QCOMPARE(text(answerCode(Outcome::Unknown)), QStringLiteral("INTERNAL_ERROR"));
}

void TestBase::processorTimeOfAProcess()
{
    const double before = processCpuSeconds();
    const auto told = processCpuSeconds(getpid());
    QVERIFY(told.has_value());
    // Both count the same; one of them in larger steps.
    constexpr double kStepSeconds = 0.011;
    QVERIFY2(*told >= before - kStepSeconds && *told <= processCpuSeconds() + kStepSeconds,
             qPrintable(QString::number(*told)));
    const pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    QCOMPARE(waitpid(child, nullptr, 0), child);
    QVERIFY(!processCpuSeconds(child).has_value());
    QVERIFY(!processCpuSeconds(0).has_value());
}

void TestBase::unknownNamesAreNoOutcome()
{
    for (const char *key : {"", "Issued", "issued ", "total", "out-of-stock"}) {
        QVERIFY2(!outcomeFromKey(key), key);
    }
}

void TestBase::reasonsHaveTheirNames()
{
    QCOMPARE(text(unknownReasonKey(UnknownReason::None)), QLatin1String("none"));
    QCOMPARE(text(unknownReasonKey(UnknownReason::Timeout)), QLatin1String("timeout"));
    QCOMPARE(text(unknownReasonKey(UnknownReason::Reset)), QLatin1String("reset"));
    QCOMPARE(text(unknownReasonKey(UnknownReason::InDoubt)), QLatin1String("in_doubt"));
    QCOMPARE(text(unknownReasonKey(UnknownReason::Unclassified)), QLatin1String("unclassified"));
}

void TestBase::precedencesHaveTheirNames()
{
    QVERIFY(precedenceKey(Precedence::Any) == "any");
    QVERIFY(precedenceFromKey("stock-first") == Precedence::StockFirst);
    QVERIFY(precedenceFromKey("duplicate-first") == Precedence::DuplicateFirst);
    QVERIFY(!precedenceFromKey("Any") && !precedenceFromKey(""));
}

void TestBase::resultHoldsAValueOrAnError()
{
    using Alike = Result<std::string, std::string>;
    const Alike good("value");
    QVERIFY(good.ok());
    QVERIFY(bool(good));
    QCOMPARE(good.value(), std::string("value"));
    const Alike bad(Failure{std::string("error")});
    QVERIFY(!bad.ok());
    QVERIFY(!bool(bad));
    QCOMPARE(bad.error(), std::string("error"));
}

void TestBase::resultMovesItsValueOut()
{
    Result<std::unique_ptr<int>, int> result(std::make_unique<int>(7));
    const std::unique_ptr<int> value = std::move(result).value();
    QVERIFY(value);
    QCOMPARE(*value, 7);
}

void TestBase::resultWithoutValue()
{
    const Result<void, int> good;
    QVERIFY(good.ok());
    const Result<void, int> bad(Failure{3});
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error(), 3);
}

void TestBase::readingTheWrongHalfEndsTheProgram()
{
    QVERIFY(aborts([] { static_cast<void>(Result<int, int>(Failure{1}).value()); }));
    QVERIFY(aborts([] { static_cast<void>(Result<int, int>(1).error()); }));
    QVERIFY(aborts([] { static_cast<void>(Result<void, int>().error()); }));
}

void TestBase::checkEndsTheProgramOnlyWhenBroken()
{
    QVERIFY(aborts([] { STAMPEDE_CHECK(1 + 1 == 3); }));
    QVERIFY(!aborts([] { STAMPEDE_CHECK(1 + 1 == 2); }));
}

void TestBase::splitMix64IsThePublishedOne()
{
    // The first outputs of the authors' reference implementation for these seeds.
    QCOMPARE(splitMix64(0), Q_UINT64_C(0xE220A8397B1DCDAF));
    QCOMPARE(splitMix64(1'234'567), Q_UINT64_C(6457827717110365317));
    QCOMPARE(splitMix64(1'234'567 + 0x9E3779B97F4A7C15ULL), Q_UINT64_C(3203168211198807973));
}

void TestBase::boundedRandomIsEven()
{
    constexpr std::uint64_t kBound = 7;
    constexpr std::uint64_t kDraws = 70'000;
    std::array<int, kBound> hits{};
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
        const std::uint64_t value = boundedRandom(splitMix64(draw), kBound);
        QVERIFY(value < kBound);
        ++hits.at(value);
    }
    for (const int hit : hits) {
        // Six standard deviations of a binomial of 70,000 draws at 1/7 are 556.
        QVERIFY2(qAbs(hit - 10'000) < 556, qPrintable(QString::number(hit)));
    }
    QCOMPARE(boundedRandom(~0ULL, 1), 0ULL);
    QCOMPARE(boundedRandom(~0ULL, ~0ULL), ~0ULL - 1);
}

void TestBase::idsOfOneKindCompareAndHash()
{
    static_assert(!std::is_convertible_v<UserId, CouponId>);
    QVERIFY(UserId{1} == UserId{1});
    QVERIFY(UserId{1} < UserId{2});
    const std::unordered_set<UserId> users = {UserId{1}, UserId{2}, UserId{1}};
    QCOMPARE(users.size(), std::size_t{2});
}

void TestBase::clockNeverGoesBack()
{
    std::int64_t last = monotonicNs();
    for (int i = 0; i < 100'000; ++i) {
        const std::int64_t now = monotonicNs();
        QVERIFY(now >= last);
        last = now;
    }
}

} // namespace tst_base

STAMPEDE_TEST(tst_base::TestBase)
#include "tst_base.moc"
