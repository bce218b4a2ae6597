// SPDX-License-Identifier: MIT
// Proves: whatever order requests take and whatever a right service may answer in it, with any
// limit a person, rows before the run, pieces, returned pieces, a stock without a limit and one
// answer for both refusals, the outcome lies within the predicted bounds; and where everything is
// known the bounds are reached at both ends.

#include "prediction_fixture.h"

#include "scenario/user_file.h"
#include "test_program.h"

#include <QtTest>

#include <limits>
#include <map>
#include <random>

namespace tst_prediction_service {

using namespace stampede;

namespace {

constexpr std::int64_t kRunStart = 1'800'000'000'000;

/// One service, and who asks it for what.
struct Case
{
    PredictedService rules;
    std::int64_t stock = 0;
    std::vector<std::int64_t> asked;  ///< the person of each request
    std::vector<std::int64_t> pieces; ///< of each request
    std::vector<std::int64_t> before; ///< the person of each row before the run
    bool byColumn = false;            ///< whether pieces stand in the people's file
    bool knowsBefore = true;
    bool oneRefusal = false; ///< a rule says not_issued
    bool namesBoth = true;   ///< others say which refusal it was
    int undecided = 0;
    int returns = 0; ///< pieces that come back at most
};

struct Told
{
    std::int64_t issued = 0;
    std::int64_t already = 0;
    std::int64_t out = 0;
    std::int64_t notIssued = 0;
};

struct Row
{
    std::int64_t person = 0;
    int group = 0;
    std::int64_t pieces = 0;
};

Scenario scenarioOf(const Case &one)
{
    Scenario scenario;
    scenario.coupon.stock = one.stock;
    scenario.load.vus = 5;
    scenario.load.iterations = static_cast<std::int64_t>(one.asked.size());
    scenario.target.kind = TargetKind::Http;
    scenario.target.audit.rows = TargetRows::Profile;
    QByteArray csv = "userId,pieces\n";
    for (std::size_t i = 0; i < one.asked.size(); ++i) {
        csv += QByteArray::number(qlonglong{one.asked[i]}) + ',' +
               QByteArray::number(qlonglong{one.pieces[i]}) + '\n';
    }
    scenario.users.pick = Pick::File;
    scenario.users.loaded.file = UserFile::parse(csv).value();
    scenario.users.count = scenario.users.loaded.file->largestUser();
    if (one.byColumn) {
        scenario.target.quantity = AskedQuantity{1, QStringLiteral("pieces")};
    } else if (one.pieces.front() != 1) {
        scenario.target.quantity = AskedQuantity{one.pieces.front(), {}};
    }
    if (one.oneRefusal) {
        ClassifyRule rule;
        rule.outcome = Outcome::NotIssued;
        scenario.target.classify << rule;
        rule.outcome = Outcome::AlreadyIssued;
        if (one.namesBoth) {
            scenario.target.classify << rule;
        }
    }
    return scenario;
}

ServerFacts factsOf(const Case &one)
{
    ServerFacts facts;
    facts.service = one.rules;
    if (one.knowsBefore) {
        facts.holdersBefore = one.before;
    }
    return facts;
}

QString described(const Case &one, const Told &told, std::int64_t left)
{
    const auto list = [](const std::vector<std::int64_t> &numbers) {
        QString text;
        for (const std::int64_t number : numbers) {
            text += QString::number(number) + QLatin1Char(' ');
        }
        return text;
    };
    const PredictedService &rules = one.rules;
    return QStringLiteral("limit %1 within %2 known %3 stock %4 (%5) pieces known %6 gives back %7 "
                          "holders known %8 one refusal %9 names both %10")
               .arg(rules.perPerson.limit.value_or(-1))
               .arg(rules.perPerson.within.size())
               .arg(rules.knowsLimit)
               .arg(one.stock)
               .arg(static_cast<int>(rules.stock))
               .arg(rules.knowsPieces)
               .arg(rules.givesBack)
               .arg(rules.knowsHolders)
               .arg(one.oneRefusal)
               .arg(one.namesBoth) +
           QStringLiteral(
               " asked %1pieces %2before %3undecided %4: issued %5 already %6 out %7 not "
               "issued %8 left %9")
               .arg(list(one.asked), list(one.pieces), list(one.before))
               .arg(one.undecided)
               .arg(told.issued)
               .arg(told.already)
               .arg(told.out)
               .arg(told.notIssued)
               .arg(left);
}

struct Span
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
        return min == range.min && range.max == std::optional(max);
    }
};

/// Plays every order of the requests, and every answer that is right in it.
class EveryOrder
{
public:
    explicit EveryOrder(const Case &one)
        : m_case(one)
        , m_stock(one.stock)
        , m_undecided(one.undecided)
        , m_returns(one.returns)
        , m_prediction(predictAsked(scenarioOf(one), 0, one.asked, one.undecided, factsOf(one)))
    {
        for (const std::int64_t person : one.before) {
            m_rows.push_back({person, 0, 1});
        }
    }

    void play() { step((1U << m_case.asked.size()) - 1); }

    QString wrong;
    int outcomes = 0;
    Span issued;
    Span already;
    Span out;
    Span left;
    [[nodiscard]] const Prediction &prediction() const { return m_prediction; }

private:
    [[nodiscard]] bool unlimited() const
    {
        return m_case.rules.stock == PredictedService::Stock::Unlimited;
    }

    void step(unsigned open)
    {
        if (!wrong.isEmpty()) {
            return;
        }
        if (open == 0) {
            if (m_undecided == 0) {
                judge();
            }
            return;
        }
        giveBack(open);
        for (std::size_t i = 0; i < m_case.asked.size(); ++i) {
            if ((open >> i & 1U) != 0) {
                for (int group = 0; group < (m_case.rules.perPerson.within.isEmpty() ? 1 : 2);
                     ++group) {
                    answer(i, group, open & ~(1U << i));
                }
            }
        }
    }

    void giveBack(unsigned open)
    {
        if (m_returns == 0) {
            return;
        }
        --m_returns;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const Row row = m_rows[i];
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
            m_stock += row.pieces;
            step(open);
            m_stock -= row.pieces;
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), row);
        }
        ++m_returns;
    }

    void answer(std::size_t request, int group, unsigned open)
    {
        const std::int64_t person = m_case.asked[request];
        const std::int64_t pieces = m_case.pieces[request];
        const auto held = std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
            return row.person == person && row.group == group;
        });
        const auto &limit = m_case.rules.perPerson.limit;
        const bool full = limit && held >= *limit;
        const bool tooFew = !unlimited() && m_stock < pieces;
        if (m_undecided > 0) {
            --m_undecided;
            step(open);
            if (!full && !tooFew) {
                take({person, group, pieces}, open);
            }
            ++m_undecided;
        }
        if (!full && !tooFew) {
            ++m_told.issued;
            take({person, group, pieces}, open);
            --m_told.issued;
        }
        if (full) {
            refuse(m_told.already, open);
        }
        if (tooFew) {
            refuse(m_told.out, open);
        }
    }

    void take(const Row &row, unsigned open)
    {
        m_rows.push_back(row);
        m_stock -= row.pieces;
        step(open);
        m_stock += row.pieces;
        m_rows.pop_back();
    }

    void refuse(std::int64_t &answers, unsigned open)
    {
        const bool namesIt = !m_case.oneRefusal || m_case.namesBoth;
        for (std::int64_t *told :
             {namesIt ? &answers : nullptr, m_case.oneRefusal ? &m_told.notIssued : nullptr}) {
            if (told != nullptr) {
                ++*told;
                step(open);
                --*told;
            }
        }
    }

    void judge()
    {
        ++outcomes;
        issued.add(m_told.issued);
        already.add(m_told.already);
        out.add(m_told.out);
        left.add(m_stock);
        const auto check = [this](const Range &range, std::int64_t value, const char *name) {
            if (!range.contains(value)) {
                wrong +=
                    QStringLiteral("%1 is not %2; ").arg(QLatin1String(name), plainRange(range));
            }
        };
        check(m_prediction.issued, m_told.issued, "issued");
        check(m_prediction.alreadyIssued, m_told.already, "already issued");
        check(m_prediction.outOfStock, m_told.out, "out of stock");
        check(m_prediction.notIssued.value_or(Range{0, 0}), m_told.notIssued, "not issued");
        if (!unlimited()) {
            check(m_prediction.remaining, m_stock, "left");
        }
        if (!wrong.isEmpty()) {
            wrong += described(m_case, m_told, m_stock);
        }
    }

    const Case &m_case;
    std::vector<Row> m_rows;
    std::int64_t m_stock;
    int m_undecided;
    int m_returns;
    Told m_told;
    Prediction m_prediction;
};

/// Draws services, and crowds of up to four requests.
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
    bool oneIn(int n) { return between(1, n) == 1; }

    Case next()
    {
        Case one;
        one.stock = between(0, 6);
        const auto requests = between(1, 4);
        const std::int64_t pieces = oneIn(2) ? 1 : between(1, 3);
        one.byColumn = oneIn(4);
        for (std::int64_t i = 0; i < requests; ++i) {
            one.asked.push_back(between(1, 3));
            one.pieces.push_back(one.byColumn ? between(1, 3) : pieces);
        }
        for (auto rows = oneIn(2) ? 0 : between(1, 3); rows > 0; --rows) {
            one.before.push_back(between(1, 4));
        }
        drawRules(one);
        one.oneRefusal = oneIn(4);
        one.namesBoth = one.oneRefusal && oneIn(2);
        one.undecided =
            static_cast<int>(oneIn(2) ? 0 : between(0, std::min<std::int64_t>(requests, 2)));
        return one;
    }

private:
    void drawRules(Case &one)
    {
        PredictedService &rules = one.rules;
        rules.perPerson.limit = oneIn(4) ? std::nullopt : std::optional(between(1, 3));
        if (rules.perPerson.limit && oneIn(4)) {
            rules.perPerson.within << QStringLiteral("day");
        }
        rules.knowsLimit = !oneIn(8);
        rules.knowsHolders = !oneIn(6);
        one.knowsBefore = rules.knowsHolders;
        rules.knowsPieces = !oneIn(8);
        rules.stock = oneIn(6)   ? PredictedService::Stock::Unlimited
                      : oneIn(6) ? PredictedService::Stock::Unknown
                                 : PredictedService::Stock::Known;
        if (oneIn(5)) {
            rules.givesBack = true;
            one.returns = 2;
        }
    }

    std::mt19937 m_random;
};

/// A service that takes one piece a coupon and of which everything is known.
Case known(std::optional<std::int64_t> limit, std::int64_t stock, std::vector<std::int64_t> asked,
           std::vector<std::int64_t> before)
{
    Case one;
    one.rules.perPerson.limit = limit;
    one.stock = stock;
    one.pieces.assign(asked.size(), 1);
    one.asked = std::move(asked);
    one.before = std::move(before);
    return one;
}

} // namespace

class TestPredictionService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void staysWithinTheBounds();
    void fillsTheBounds_data();
    void fillsTheBounds();
    void says_data();
    void says();
    void countsBothWaysAlike();
    void takesTheWindowOfTheService_data();
    void takesTheWindowOfTheService();
    void readsTheProfileOrSaysThatItDidNot();
};

void TestPredictionService::staysWithinTheBounds()
{
    constexpr std::uint32_t kSeed = 77;
    qInfo("seed %u", kSeed);
    Draw draw(kSeed);
    std::int64_t outcomes = 0;
    for (int i = 0; i < 6'000; ++i) {
        const Case one = draw.next();
        EveryOrder orders(one);
        orders.play();
        QVERIFY2(orders.wrong.isEmpty(), qPrintable(orders.wrong));
        outcomes += orders.outcomes;
    }
    qInfo("%lld outcomes", static_cast<long long>(outcomes));
    QVERIFY(outcomes > 100'000);
}

void TestPredictionService::fillsTheBounds_data()
{
    QTest::addColumn<QList<std::int64_t>>("numbers"); // limit (0: none), stock
    QTest::addColumn<QList<std::int64_t>>("asked");
    QTest::addColumn<QList<std::int64_t>>("before");
    using Numbers = QList<std::int64_t>;
    QTest::newRow("two a person, enough") << Numbers{2, 9} << Numbers{1, 1, 1, 2} << Numbers{};
    QTest::newRow("two a person, too few") << Numbers{2, 2} << Numbers{1, 1, 1, 2} << Numbers{};
    QTest::newRow("two a person, some had one")
        << Numbers{2, 2} << Numbers{1, 1, 2, 2} << Numbers{1};
    QTest::newRow("one a person, some had it")
        << Numbers{1, 2} << Numbers{1, 1, 2, 3} << Numbers{1};
    QTest::newRow("nothing left, some had it") << Numbers{1, 0} << Numbers{1, 1, 2} << Numbers{1};
    QTest::newRow("dirty rows beyond the limit")
        << Numbers{1, 3} << Numbers{1, 2} << Numbers{1, 1, 1};
    QTest::newRow("no limit, too few") << Numbers{0, 2} << Numbers{1, 1, 1, 2} << Numbers{1, 1};
    QTest::newRow("no limit, enough") << Numbers{0, 9} << Numbers{1, 1, 1, 2} << Numbers{};
}

void TestPredictionService::fillsTheBounds()
{
    QFETCH(const QList<std::int64_t>, numbers);
    QFETCH(const QList<std::int64_t>, asked);
    QFETCH(const QList<std::int64_t>, before);
    const Case one = known(numbers[0] > 0 ? std::optional(numbers[0]) : std::nullopt, numbers[1],
                           {asked.begin(), asked.end()}, {before.begin(), before.end()});
    EveryOrder orders(one);
    orders.play();
    QVERIFY2(orders.wrong.isEmpty(), qPrintable(orders.wrong));
    const Prediction &prediction = orders.prediction();
    QVERIFY2(orders.issued.fills(prediction.issued), qPrintable(figures(prediction)));
    QVERIFY2(orders.already.fills(prediction.alreadyIssued), qPrintable(figures(prediction)));
    QVERIFY2(orders.out.fills(prediction.outOfStock), qPrintable(figures(prediction)));
    QVERIFY2(orders.left.fills(prediction.remaining), qPrintable(figures(prediction)));
}

void TestPredictionService::says_data()
{
    QTest::addColumn<Case>("one");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const auto row = [](const char *name, const Case &one, const char *expected,
                        const char *notes) {
        QTest::newRow(name) << one << QString::fromLatin1(expected) << QString::fromLatin1(notes);
    };
    const std::vector<std::int64_t> asked{1, 1, 1, 2, 2, 3};
    row("two a person", known(2, 100, asked, {}), "issued 5 already 1 out 0 left 95",
        "limit-per-person fewer-users-than-requests exact");
    row("held before", known(1, 2, asked, {1}), "issued 2 already 0-4 out 0-4 left 0",
        "holders-before fewer-users-than-requests bounds-order");
    row("no limit", known(std::nullopt, 4, asked, {}), "issued 4 already 0 out 2 left 0",
        "no-limit fewer-users-than-requests exact");
    Case within = known(1, 4, asked, {});
    within.rules.perPerson.within << QStringLiteral("day");
    row("within", within, "issued 3-4 already 0-3 out 0-2 left 0-1",
        "limit-within fewer-users-than-requests");
    Case pieces = known(1, 7, asked, {});
    pieces.pieces.assign(asked.size(), 3);
    row("pieces", pieces, "issued 2 already 0-3 out 1-4 left 1",
        "pieces fewer-users-than-requests bounds-order");
    Case column = known(1, 7, asked, {});
    column.byColumn = true;
    column.pieces = {1, 2, 3, 1, 2, 3};
    row("pieces by column", column, "issued 2-3 already 0-3 out 0-4 left 0-4",
        "pieces fewer-users-than-requests bounds-order");
    Case unlimited = known(1, 0, asked, {});
    unlimited.rules.stock = PredictedService::Stock::Unlimited;
    row("unlimited", unlimited, "issued 3 already 3 out 0 left 0-",
        "stock-unlimited fewer-users-than-requests exact");
    Case back = known(1, 2, asked, {});
    back.rules.givesBack = true;
    row("gives back", back, "issued 0-6 already 0-6 out 0-4 left 0-", "gives-back");
    Case several = known(1, 2, asked, {});
    several.rules.severalCoupons = true;
    row("several coupons", several, "issued 0-6 already 0-6 out 0-6 left 0-", "several-coupons");
    Case oneCode = known(1, 2, asked, {});
    oneCode.oneRefusal = true;
    oneCode.namesBoth = false;
    row("one code", oneCode, "issued 2 already 0 out 0 left 0 not 4",
        "one-refusal fewer-users-than-requests exact");
    oneCode.namesBoth = true;
    row("one code beside others", oneCode, "issued 2 already 0-3 out 0-4 left 0 not 0-4",
        "one-refusal fewer-users-than-requests");
}

void TestPredictionService::says()
{
    QFETCH(const Case, one);
    const Prediction prediction = predict(scenarioOf(one), 0, factsOf(one));
    QString found = figures(prediction);
    if (prediction.notIssued) {
        found += QStringLiteral(" not ") + plainRange(*prediction.notIssued);
    }
    QTEST(found, "expected");
    QTEST(codes(prediction.notes).join(QLatin1Char(' ')), "notes");
    QCOMPARE(notesOf(scenarioOf(one), prediction, 0), prediction.notes);
}

void TestPredictionService::countsBothWaysAlike()
{
    constexpr std::uint32_t kSeed = 12;
    qInfo("seed %u", kSeed);
    Draw draw(kSeed);
    for (int i = 0; i < 500; ++i) {
        Case one = draw.next();
        one.undecided = 0;
        const Scenario scenario = scenarioOf(one);
        const Prediction before = predict(scenario, 0, factsOf(one));
        const Prediction after = predictAsked(scenario, 0, one.asked, 0, factsOf(one));
        QCOMPARE(figures(after), figures(before));
        QCOMPARE(after.notIssued, before.notIssued);
        QCOMPARE(codes(after.notes), codes(before.notes));
    }
}

void TestPredictionService::takesTheWindowOfTheService_data()
{
    QTest::addColumn<std::optional<SaleWindow>>("sale");
    QTest::addColumn<Range>("issued");
    QTest::addColumn<Range>("outside");
    const auto hours = [](std::int64_t from, std::int64_t to, bool isWallClock = false) {
        constexpr std::int64_t kHourMs = 3'600'000;
        return std::optional(
            SaleWindow{kRunStart + from * kHourMs, kRunStart + to * kHourMs, isWallClock});
    };
    const Range all{10, 10};
    const Range none{0, 0};
    const Range some{0, 10};
    // The scenario's own is over.
    QTest::newRow("the scenario's") << std::optional<SaleWindow>() << none << all;
    QTest::newRow("open") << hours(-1, 2) << all << none;
    QTest::newRow("open for ever")
        << std::optional(SaleWindow{std::numeric_limits<std::int64_t>::min() / 1000,
                                    std::numeric_limits<std::int64_t>::max() / 1000, true})
        << all << none;
    QTest::newRow("over") << hours(-3, -1) << none << all;
    QTest::newRow("to come") << hours(3, 5) << none << all;
    QTest::newRow("never") << hours(-1, -2) << none << all;
    QTest::newRow("ends meanwhile")
        << std::optional(SaleWindow{kRunStart - 1, kRunStart + 1000, false}) << some << some;
    QTest::newRow("a clock of any zone, open in all") << hours(-15, 15, true) << all << none;
    QTest::newRow("a clock of any zone, open in some") << hours(-13, 15, true) << some << some;
    QTest::newRow("a clock of any zone, to come in all") << hours(24, 48, true) << none << all;
    QTest::newRow("a clock of any zone, over in all") << hours(-48, -24, true) << none << all;
    QTest::newRow("a clock of any zone, over in some") << hours(-15, -1, true) << some << some;
}

void TestPredictionService::takesTheWindowOfTheService()
{
    QFETCH(const std::optional<SaleWindow>, sale);
    QFETCH(const Range, issued);
    QFETCH(const Range, outside);
    Scenario scenario;
    scenario.coupon.stock = 10;
    scenario.coupon.endsAt = {true, -3'600'000};
    scenario.users.pick = Pick::EachOnce;
    scenario.users.count = 10;
    scenario.load.model = LoadModel::SharedIterations;
    scenario.load.iterations = 10;
    scenario.target.kind = TargetKind::Http;
    scenario.target.audit.rows = TargetRows::Profile;
    ServerFacts facts;
    facts.service.emplace().sale = sale;
    const Prediction prediction = predict(scenario, kRunStart, facts);
    QCOMPARE(prediction.issued, issued);
    QCOMPARE(prediction.outsideSale, outside);
    // The notes of another day and language say the same of it.
    QCOMPARE(notesOf(scenario, prediction, kRunStart), prediction.notes);
}

void TestPredictionService::readsTheProfileOrSaysThatItDidNot()
{
    const Case one = known(1, 2, {1, 1, 2}, {});
    const Prediction prediction = predict(scenarioOf(one), 0);
    QCOMPARE(figures(prediction), QStringLiteral("issued 0-3 already 0-3 out 0-3 left 0-"));
    QCOMPARE(codes(prediction.notes).join(QLatin1Char(' ')),
             QStringLiteral("stock-unknown limit-unknown holders-unknown"));

    Scenario answersOnly = scenarioOf(one);
    answersOnly.target.audit.rows = TargetRows::None;
    answersOnly.users.perPerson.limit = 2;
    answersOnly.target.knowsStock = true;
    const Prediction two = predict(answersOnly, 0);
    QCOMPARE(figures(two), QStringLiteral("issued 2 already 0 out 1 left 0"));
    QCOMPARE(codes(two.notes).join(QLatin1Char(' ')),
             QStringLiteral("limit-per-person fewer-users-than-requests exact holders-assumed"));
    QVERIFY(provesWhileRunning(answersOnly.target.quantity, two.service));
    answersOnly.target.quantity = AskedQuantity{2, {}};
    QVERIFY(!provesWhileRunning(answersOnly.target.quantity, two.service));
}

} // namespace tst_prediction_service

STAMPEDE_TEST(tst_prediction_service::TestPredictionService)
#include "tst_prediction_service.moc"
