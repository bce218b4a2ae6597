// SPDX-License-Identifier: MIT
// Proves: who asks depends on the seed and the request alone, random people are uniform, and
// each-once asks everybody once before anybody twice.

#include "scenario/user_file.h"
#include "scenario/user_picker.h"
#include "test_program.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <vector>

namespace tst_user_picker {

using namespace stampede;

namespace {

UserSettings people(Pick pick, std::int64_t count)
{
    UserSettings users;
    users.pick = pick;
    users.count = count;
    return users;
}

std::vector<std::int64_t> drawn(const UserPicker &picker, std::uint64_t requests)
{
    std::vector<std::int64_t> ids;
    for (std::uint64_t i = 0; i < requests; ++i) {
        ids.push_back(picker.userOf(i).value);
    }
    return ids;
}

} // namespace

class UserPickerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dependsOnSeedAndRequestAlone();
    void randomIsUniform_data();
    void randomIsUniform();
    void eachOnceAsksEverybody_data();
    void eachOnceAsksEverybody();
    void fixedAsksForOne();
    void zipfFollowsItsLaw_data();
    void zipfFollowsItsLaw();
    void fileIsReadInTurn();
    void stillDrawsTheSamePeople();
};

void UserPickerTest::dependsOnSeedAndRequestAlone()
{
    for (const Pick pick : {Pick::Random, Pick::EachOnce, Pick::Zipf}) {
        const UserPicker picker(people(pick, 100), 42);
        const auto forwards = drawn(picker, 500);
        for (std::uint64_t i = 500; i-- > 0;) {
            QCOMPARE(picker.userOf(i).value, forwards[i]);
        }
        QVERIFY(drawn(UserPicker(people(pick, 100), 42), 500) == forwards);
        QVERIFY(drawn(UserPicker(people(pick, 100), 43), 500) != forwards);
        QVERIFY(drawn(UserPicker(people(pick, 100), 0), 500) != forwards);
    }
}

void UserPickerTest::randomIsUniform_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {0ULL, 1ULL, 42ULL, 9'007'199'254'740'992ULL}) {
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }
}

void UserPickerTest::randomIsUniform()
{
    QFETCH(quint64, seed);
    constexpr std::int64_t kPeople = 100;
    constexpr std::uint64_t kRequests = 100'000;
    std::vector<double> counts(kPeople + 1);
    for (const std::int64_t id :
         drawn(UserPicker(people(Pick::Random, kPeople), seed), kRequests)) {
        QVERIFY(id >= 1 && id <= kPeople);
        counts[static_cast<std::size_t>(id)] += 1;
    }
    const double expected = static_cast<double>(kRequests) / kPeople;
    double chiSquare = 0;
    for (std::size_t id = 1; id <= kPeople; ++id) {
        chiSquare += (counts[id] - expected) * (counts[id] - expected) / expected;
    }
    // 99 degrees of freedom: one run in a million lies above 172, one in a million below 48.
    QVERIFY2(chiSquare > 48 && chiSquare < 172, qPrintable(QString::number(chiSquare)));
}

void UserPickerTest::eachOnceAsksEverybody_data()
{
    QTest::addColumn<qint64>("count");
    for (const qint64 count : {1, 2, 3, 100, 10'000}) {
        QTest::addRow("%lld people", static_cast<long long>(count)) << count;
    }
}

void UserPickerTest::eachOnceAsksEverybody()
{
    QFETCH(qint64, count);
    const UserPicker picker(people(Pick::EachOnce, count), 42);
    const auto twice = drawn(picker, 2 * static_cast<std::uint64_t>(count));
    const auto middle = twice.begin() + count;
    const std::set<std::int64_t> everybody(twice.begin(), middle);
    QCOMPARE(qint64(everybody.size()), count);
    QCOMPARE(*everybody.begin(), std::int64_t(1));
    QCOMPARE(*everybody.rbegin(), count);
    QVERIFY(std::equal(twice.begin(), middle, middle));
    if (count >= 100) {
        QVERIFY(!std::is_sorted(twice.begin(), middle));
    }
}

void UserPickerTest::fixedAsksForOne()
{
    UserSettings users = people(Pick::Fixed, 100);
    users.fixedUser = 7;
    const UserPicker picker(users, 42);
    QCOMPARE(picker.userOf(0).value, std::int64_t(7));
    QCOMPARE(picker.userOf(std::numeric_limits<std::uint64_t>::max()).value, std::int64_t(7));
}

void UserPickerTest::zipfFollowsItsLaw_data()
{
    QTest::addColumn<double>("exponent");
    for (const double exponent : {0.5, 1.0, 2.0}) {
        QTest::addRow("exponent %g", exponent) << exponent;
    }
}

void UserPickerTest::zipfFollowsItsLaw()
{
    QFETCH(double, exponent);
    constexpr std::int64_t kPeople = 50;
    constexpr std::uint64_t kRequests = 100'000;
    UserSettings users = people(Pick::Zipf, kPeople);
    users.exponent = exponent;
    std::vector<double> counts(kPeople + 1);
    for (const std::int64_t id : drawn(UserPicker(users, 42), kRequests)) {
        QVERIFY(id >= 1 && id <= kPeople);
        counts[static_cast<std::size_t>(id)] += 1;
    }
    double sum = 0;
    for (std::int64_t id = 1; id <= kPeople; ++id) {
        sum += std::pow(static_cast<double>(id), -exponent);
    }
    double chiSquare = 0;
    for (std::size_t id = 1; id <= kPeople; ++id) {
        const double expected =
            static_cast<double>(kRequests) * std::pow(static_cast<double>(id), -exponent) / sum;
        chiSquare += (counts[id] - expected) * (counts[id] - expected) / expected;
    }
    // 49 degrees of freedom: one run in a million lies above 103, one in a million below 16.
    QVERIFY2(chiSquare > 16 && chiSquare < 103, qPrintable(QString::number(chiSquare)));
}

void UserPickerTest::fileIsReadInTurn()
{
    UserSettings users = people(Pick::File, 9);
    users.loaded.file = UserFile::parse("userId,token\n9,a\n2,b\n9,c\n").value();
    QVERIFY(drawn(UserPicker(users, 1), 5) == (std::vector<std::int64_t>{9, 2, 9, 9, 2}));
    QCOMPARE(UserPicker(users, 1).rowOf(5), std::size_t{2});
    QCOMPARE(peopleWhoMayAsk(users), std::int64_t{2});
}

// Archived runs are repeated by their seed, so the drawing must never change.
void UserPickerTest::stillDrawsTheSamePeople()
{
    const std::vector<std::int64_t> random = drawn(UserPicker(people(Pick::Random, 100), 42), 8);
    const std::vector<std::int64_t> inTurn = drawn(UserPicker(people(Pick::EachOnce, 8), 42), 8);
    QCOMPARE(QList<qint64>(random.begin(), random.end()),
             QList<qint64>({35, 98, 45, 42, 58, 82, 93, 100}));
    QCOMPARE(QList<qint64>(inTurn.begin(), inTurn.end()), QList<qint64>({4, 1, 2, 3, 5, 6, 7, 8}));
}

} // namespace tst_user_picker

STAMPEDE_TEST(tst_user_picker::UserPickerTest)
#include "tst_user_picker.moc"
