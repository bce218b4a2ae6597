// SPDX-License-Identifier: MIT
#include "interleave/issuing_meeting.h"

#include "interleave/interleave_words.h"

#include "base/clock.h"
#include "checker/checker.h"
#include "database/schema.h"
#include "issuance/in_process_target.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSqlError>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

using text::count;

/// Far beyond what a step takes on a busy machine; a wait that nobody can end, ends then.
constexpr std::int64_t kTimeoutNs = 20 * kNsPerSecond;

/// The sale lasts from long ago to long hence, the same at every call.
constexpr std::int64_t kSaleStartsUs = 0;
constexpr std::int64_t kSaleEndsUs = 4'102'444'800'000'000; // the year 2100

class IssuingActor final : public Actor
{
public:
    IssuingActor(ConnectionSettings settings, const ServiceSettings &service, UserId user,
                 CouponId coupon, StatementHook &hook)
        : m_settings(std::move(settings))
        , m_service(service)
        , m_user(user)
        , m_coupon(coupon)
        , m_hook(hook)
    {}

    Result<void, SqlError> open() override
    {
        // Committers of a gathering learn from the batch before: each order begins with new ones.
        if (m_issuer && m_service.strategy != StrategyKind::Grouped) {
            return {};
        }
        m_issuer.reset();
        m_shared = sharedServiceOf(m_settings, m_service, kTimeoutNs, nullptr, &m_hook);
        m_remote = std::make_shared<IssuerSession::Remote>();
        auto opened = openIssuer(std::make_unique<IssuerSession>(m_settings, m_service, kTimeoutNs,
                                                                 m_remote, nullptr, &m_hook),
                                 m_shared);
        if (!opened) {
            return Failure{opened.error()};
        }
        m_issuer = std::move(opened).value();
        return {};
    }

    Result<QString, SqlError> act() override
    {
        const IssueAnswer answer = m_issuer->issue(m_user, m_coupon, monotonicNs(), kTimeoutNs);
        if (answer.outcome == Outcome::Unknown || answer.outcome == Outcome::NotSent) {
            m_issuer.reset();
            return Failure{SqlError{SqlErrorKind::ConnectionLost, answer.errorCode, {}}};
        }
        const std::string_view key = outcomeKey(answer.outcome);
        return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    }

    [[nodiscard]] QList<qint64> connectionIds() const override
    {
        QList<qint64> ids = {m_remote->connectionId.load()};
        if (m_shared) {
            for (const auto &remote : m_shared->remotes()) {
                ids << remote->connectionId.load();
            }
        }
        ids.removeAll(0);
        return ids;
    }

private:
    ConnectionSettings m_settings;
    ServiceSettings m_service;
    UserId m_user;
    CouponId m_coupon;
    StatementHook &m_hook;
    std::shared_ptr<IssuerSession::Remote> m_remote;
    std::shared_ptr<GroupCommitService> m_shared;
    std::unique_ptr<Issuer> m_issuer; ///< goes before what it shares
};

QString driftSentence(std::int64_t drift)
{
    if (drift == -1) {
        return InterleaveText::tr("one coupon that the stock never noticed");
    }
    if (drift < 0) {
        return InterleaveText::tr("%1 coupons that the stock never noticed").arg(count(-drift));
    }
    return drift == 1
               ? InterleaveText::tr("one piece of stock gone that nobody got")
               : InterleaveText::tr("%1 pieces of stock gone that nobody got").arg(count(drift));
}

OrderFault faultOf(Condition condition, const Judgement &judgement, std::int64_t stock)
{
    switch (condition) {
    case Condition::R1:
        return {QStringLiteral("duplicate"), InterleaveText::tr("duplicate"),
                InterleaveText::tr("one person has two coupons")};
    case Condition::R2:
        return {QStringLiteral("lost_write"), InterleaveText::tr("lost write"),
                InterleaveText::tr("somebody was told that they got one, and has none")};
    case Condition::R3:
        return {QStringLiteral("unannounced"), InterleaveText::tr("unannounced"),
                InterleaveText::tr("somebody has a coupon and was told that they got none")};
    case Condition::R4:
    case Condition::C3:
        return {QStringLiteral("wrong_already_issued"), InterleaveText::tr("wrongly a holder"),
                InterleaveText::tr("somebody was told that they hold one before they did")};
    case Condition::R5a:
        return {QStringLiteral("oversold"), InterleaveText::tr("oversold"),
                InterleaveText::tr("%1 were handed out of a stock of %2")
                    .arg(count(judgement.taken), count(stock))};
    case Condition::R5b:
        return {QStringLiteral("drift"), InterleaveText::tr("drift %1").arg(count(judgement.drift)),
                driftSentence(judgement.drift)};
    case Condition::R6:
    case Condition::C4:
    case Condition::C7:
        return {QStringLiteral("wrong_out_of_stock"), InterleaveText::tr("sold out too early"),
                InterleaveText::tr("somebody was told \"out of stock\" while there was some")};
    case Condition::C5:
    case Condition::C6:
        return {QStringLiteral("answers_in_no_order"), InterleaveText::tr("answers in no order"),
                InterleaveText::tr("no one-after-another gives these answers")};
    }
    return {};
}

QString firstNumberIn(const QString &text, const QRegularExpression &pattern)
{
    return pattern.match(text).captured(1);
}

QString readWords(const ExecutedStatement &statement)
{
    if (statement.sql.startsWith(QLatin1String("SELECT GET_LOCK"))) {
        return InterleaveText::tr("gets the named lock");
    }
    if (statement.sql.startsWith(QLatin1String("SELECT RELEASE_LOCK"))) {
        return InterleaveText::tr("gives the named lock back");
    }
    if (statement.sql.startsWith(QLatin1String("SELECT quantity"))) {
        return statement.sql.endsWith(QLatin1String("FOR UPDATE"))
                   ? InterleaveText::tr("locks the row and reads %1")
                         .arg(statement.row.value(0).toString())
                   : InterleaveText::tr("reads %1").arg(statement.row.value(0).toString());
    }
    if (statement.sql.startsWith(QLatin1String("SELECT c.quantity"))) {
        return statement.row.value(6).isNull() ? InterleaveText::tr("reads %1, holds none")
                                                     .arg(statement.row.value(0).toString())
                                               : InterleaveText::tr("reads %1, holds one")
                                                     .arg(statement.row.value(0).toString());
    }
    if (statement.sql.startsWith(QLatin1String("SELECT (SELECT COUNT"))) {
        return statement.row.value(1).toInt() == 0 ? InterleaveText::tr("finds no coupon of theirs")
                                                   : InterleaveText::tr("finds a coupon of theirs");
    }
    if (statement.sql.startsWith(QLatin1String("SELECT user_id"))) {
        return InterleaveText::tr("looks who holds one");
    }
    return InterleaveText::tr("finds the person");
}

/// What each person read of the stock, or wrote to it; empty for somebody who did not.
QStringList stockOf(const Order &order, int people, bool writes)
{
    static const QRegularExpression absolute(QStringLiteral("\\bquantity = (-?\\d+)"));
    QStringList values(people);
    for (const OrderStep &step : order.steps) {
        for (const ExecutedStatement &statement : step.statements) {
            const bool reads = statement.sql.startsWith(QLatin1String("SELECT quantity")) ||
                               statement.sql.startsWith(QLatin1String("SELECT c.quantity"));
            if (reads && !writes) {
                values[step.person] = statement.row.value(0).toString();
            } else if (writes && statement.errorCode == 0 && statement.changed > 0) {
                const QString written = absolute.match(statement.written()).captured(1);
                values[step.person] = written.isEmpty() ? values[step.person] : written;
            }
        }
    }
    return values;
}

/// "Both read 10. Both wrote 9."
QString sentenceOf(const Order &order, int people)
{
    QStringList sentences;
    for (const bool writes : {false, true}) {
        QStringList values = stockOf(order, people, writes);
        if (values.contains(QString())) {
            continue;
        }
        if (values.removeDuplicates() > 0 && values.size() == 1) {
            const QString &value = values.constFirst();
            if (people == 2) {
                sentences << (writes ? InterleaveText::tr("Both wrote %1.")
                                     : InterleaveText::tr("Both read %1."))
                                 .arg(value);
            } else {
                sentences << (writes ? InterleaveText::tr("All wrote %1.")
                                     : InterleaveText::tr("All read %1."))
                                 .arg(value);
            }
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString situationKey(Situation situation)
{
    switch (situation) {
    case Situation::TwoPeople:
        return QStringLiteral("two-people");
    case Situation::LastCoupon:
        return QStringLiteral("last-coupon");
    case Situation::OnePerson:
        return QStringLiteral("one-person");
    case Situation::ThreePeople:
        return QStringLiteral("three-people");
    }
    return {};
}

std::optional<Situation> situationOf(const QString &key)
{
    const auto found =
        std::find_if(kAllSituations.begin(), kAllSituations.end(),
                     [&key](Situation situation) { return situationKey(situation) == key; });
    return found == kAllSituations.end() ? std::nullopt : std::optional(*found);
}

QString situationName(Situation situation)
{
    switch (situation) {
    case Situation::TwoPeople:
        return InterleaveText::tr("Two people, plenty of stock");
    case Situation::LastCoupon:
        return InterleaveText::tr("Two people, the last coupon");
    case Situation::OnePerson:
        return InterleaveText::tr("One person twice");
    case Situation::ThreePeople:
        return InterleaveText::tr("Three people, plenty of stock");
    }
    return {};
}

IssuingMeeting::IssuingMeeting(const ServiceSettings &service, Situation situation,
                               std::int64_t stock)
    : m_service(service)
    , m_situation(situation)
    , m_stock(situation == Situation::LastCoupon ? 1 : stock)
{
    m_service.retries = 0;
    m_service.pause = Duration::zero();
}

int IssuingMeeting::people() const
{
    return m_situation == Situation::ThreePeople ? 3 : 2;
}

UserId IssuingMeeting::userOf(int person) const
{
    return UserId{m_situation == Situation::OnePerson ? 1 : person + 1};
}

Result<void, SqlError> IssuingMeeting::prepare(Connection &observer)
{
    StartingState state;
    state.couponName = CouponSettings().name;
    state.discountPercent = CouponSettings().discountPercent;
    state.stock = m_stock;
    state.startsAtUs = kSaleStartsUs;
    state.endsAtUs = kSaleEndsUs;
    state.users = people();
    state.uniqueKey = m_service.layers.uniqueKey;
    auto made = prepareTables(observer, state);
    if (!made) {
        return Failure{made.error()};
    }
    m_coupon = made.value();
    m_setsSnapshotIsolation = !m_service.layers.rowLock && probeSnapshotIsolation(observer).exists;
    return {};
}

Result<void, SqlError> IssuingMeeting::reset(Connection &observer)
{
    for (const QString &sql :
         {QStringLiteral("BEGIN"), QStringLiteral("DELETE FROM user_coupons"),
          QStringLiteral("REPLACE INTO coupons (id, name, discount_percent, total_quantity, "
                         "quantity, starts_at, ends_at) VALUES (%1, %2, %3, %4, %4, %5, %6)")
              .arg(QString::number(m_coupon.value), quotedText(CouponSettings().name),
                   QString::number(CouponSettings().discountPercent), QString::number(m_stock),
                   QString::number(kSaleStartsUs), QString::number(kSaleEndsUs)),
          QStringLiteral("COMMIT")}) {
        if (auto done = observer.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

std::unique_ptr<Actor> IssuingMeeting::actor(int person, const ConnectionSettings &settings,
                                             StatementHook &hook)
{
    return std::make_unique<IssuingActor>(settings, m_service, userOf(person), m_coupon, hook);
}

Result<Ending, SqlError> IssuingMeeting::judge(Connection &observer, const Order &order)
{
    HistoryFacts facts;
    facts.stock = m_stock;
    facts.precedence = precedenceOf(m_service);
    const auto left = observer.value(
        QStringLiteral("SELECT quantity FROM coupons WHERE id = %1").arg(m_coupon.value));
    if (!left) {
        return Failure{left.error()};
    }
    facts.remaining = left.value().toLongLong();
    auto rows = observer.query(QStringLiteral("SELECT user_id FROM user_coupons ORDER BY user_id"));
    if (!rows) {
        return Failure{rows.error()};
    }
    QStringList holders;
    while (rows.value().next()) {
        facts.rowUsers.push_back(rows.value().value(0).toLongLong());
        holders << rows.value().value(0).toString();
    }
    std::vector<JudgedOperation> operations;
    for (int person = 0; person < people(); ++person) {
        JudgedOperation asked;
        asked.user = userOf(person).value;
        asked.invokedNs = kNeverNs;
        asked.returnedNs = 0;
        for (const OrderStep &step : order.steps) {
            if (step.person == person) {
                asked.invokedNs = std::min(asked.invokedNs, step.grantedNs);
                asked.returnedNs = std::max(asked.returnedNs, step.backNs);
            }
        }
        asked.outcome =
            outcomeFromKey(order.answers.value(person).toStdString()).value_or(Outcome::Unknown);
        operations.push_back(asked);
    }
    const Judgement judgement = stampede::judge(facts, operations);
    Ending ending;
    ending.figures = {{InterleaveText::tr("stock left"), QString::number(facts.remaining)},
                      {InterleaveText::tr("coupons of"), holders.isEmpty()
                                                             ? InterleaveText::tr("nobody")
                                                             : holders.join(QStringLiteral(", "))}};
    for (const Violation &violation : judgement.violations) {
        const OrderFault fault = faultOf(violation.condition, judgement, m_stock);
        if (!ending.faults.contains(fault)) {
            ending.faults << fault;
        }
    }
    ending.sentence = sentenceOf(order, people());
    return ending;
}

QString IssuingMeeting::wordsFor(const ExecutedStatement &statement) const
{
    if (statement.errorCode != 0) {
        return InterleaveText::tr("error %1").arg(statement.errorCode);
    }
    if (statement.sql == QLatin1String("COMMIT")) {
        return InterleaveText::tr("commits");
    }
    if (statement.sql == QLatin1String("ROLLBACK")) {
        return InterleaveText::tr("rolls back");
    }
    if (statement.sql.startsWith(QLatin1String("SELECT"))) {
        return readWords(statement);
    }
    const QString written = statement.written();
    static const QRegularExpression absolute(QStringLiteral("\\bquantity = (-?\\d+)"));
    if (const QString value = firstNumberIn(written, absolute); !value.isEmpty()) {
        return statement.changed == 0 ? InterleaveText::tr("writes %1 too late").arg(value)
                                      : InterleaveText::tr("writes %1").arg(value);
    }
    if (written.contains(QLatin1String("UPDATE coupons"))) {
        return statement.changed == 0 ? InterleaveText::tr("finds none left to take")
                                      : InterleaveText::tr("takes one from the stock");
    }
    return InterleaveText::tr("writes their coupon");
}

QStringList IssuingMeeting::sessionStatements(int) const
{
    QStringList statements;
    if (m_service.isolation != Isolation::Default) {
        statements << QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL %1")
                          .arg(isolationKey(m_service.isolation)
                                   .replace(QLatin1Char('-'), QLatin1Char(' '))
                                   .toUpper());
    }
    if (m_setsSnapshotIsolation) {
        statements << QStringLiteral("SET SESSION innodb_snapshot_isolation = OFF");
    }
    statements << QStringLiteral("SET SESSION autocommit = %1")
                      .arg(looksFirst(m_service.strategy) ? 1 : 0);
    return statements;
}

} // namespace stampede
