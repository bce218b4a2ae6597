// SPDX-License-Identifier: MIT
#include "broken_service.h"

#include "database/schema.h"
#include "load/engine.h"
#include "support/test_database.h"

#include <QDateTime>
#include <QSqlQuery>

namespace stampede::test {

namespace {

constexpr std::int64_t kTimeoutNs = 20'000'000'000;

class BrokenSession final : public TargetSession
{
public:
    BrokenSession(const ConnectionSettings &settings, CouponId coupon, Serve serve)
        : m_line(settings, coupon)
        , m_serve(std::move(serve))
    {}
    void send(const Request &request, Operation &operation) override
    {
        m_serve(m_line, request, operation);
    }

private:
    Line m_line;
    Serve m_serve;
};

class BrokenTarget final : public Target
{
public:
    BrokenTarget(ConnectionSettings settings, CouponId coupon, Serve serve)
        : m_settings(std::move(settings))
        , m_coupon(coupon)
        , m_serve(std::move(serve))
    {}
    Result<std::unique_ptr<TargetSession>, std::string> open(std::size_t) override
    {
        return std::unique_ptr<TargetSession>(new BrokenSession(m_settings, m_coupon, m_serve));
    }
    void interrupt(std::size_t) override {}

private:
    ConnectionSettings m_settings;
    CouponId m_coupon;
    Serve m_serve;
};

} // namespace

Line::Line(const ConnectionSettings &settings, CouponId coupon)
    : m_coupon(coupon)
{
    auto opened = Connection::open(settings);
    STAMPEDE_CHECK(opened.ok());
    m_connection = std::move(opened).value();
}

void Line::run(const QString &sql)
{
    const int code = tryRun(sql);
    if (code != 0) {
        qFatal("%s: error %d", qPrintable(sql), code);
    }
}

int Line::tryRun(const QString &sql)
{
    const auto done = m_connection->execute(sql);
    return done.ok() ? 0 : done.error().code;
}

std::int64_t Line::number(const QString &sql)
{
    const auto value = m_connection->value(sql);
    STAMPEDE_CHECK(value.ok());
    return value.value().toLongLong();
}

std::int64_t Line::stock(const char *locking)
{
    return number(QStringLiteral("SELECT quantity FROM coupons WHERE id = %1 %2")
                      .arg(m_coupon.value)
                      .arg(QLatin1String(locking)));
}

std::int64_t Line::rowsOf(std::int64_t user)
{
    return number(QStringLiteral("SELECT COUNT(*) FROM user_coupons WHERE user_id = %1").arg(user));
}

QString Line::stockUpdate(const QString &expression) const
{
    return QStringLiteral("UPDATE coupons SET quantity = %1 WHERE id = %2")
        .arg(expression)
        .arg(m_coupon.value);
}

void Line::setStock(const QString &expression)
{
    run(stockUpdate(expression));
}

QString Line::insertion(std::int64_t user) const
{
    return QStringLiteral("INSERT INTO user_coupons (user_id, coupon_id, issued_at) VALUES "
                          "(%1, %2, CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED))")
        .arg(user)
        .arg(m_coupon.value);
}

std::int64_t Line::insert(std::int64_t user)
{
    run(insertion(user));
    return number(QStringLiteral("SELECT LAST_INSERT_ID()"));
}

void Line::countOne()
{
    run(QStringLiteral("UPDATE coupons SET issued_count = issued_count + 1 WHERE id = %1")
            .arg(m_coupon.value));
}

AuditReport BrokenRun::audit() const
{
    OutcomeCounts outcomes;
    return audit(outcomes);
}

AuditReport BrokenRun::audit(OutcomeCounts &outcomes) const
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    auto connection = Connection::open(settings);
    STAMPEDE_CHECK(connection.ok());
    const std::int64_t nowUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    StartingState state;
    state.couponName = QStringLiteral("WELCOME10");
    state.stock = stock;
    state.startsAtUs = nowUs - 1'000'000'000;
    state.endsAtUs = nowUs + 1'000'000'000;
    state.users = 200;
    state.uniqueKey = uniqueKey;
    const auto coupon = prepareTables(*connection.value(), state);
    STAMPEDE_CHECK(coupon.ok());
    STAMPEDE_CHECK(addition.isEmpty() || connection.value()->execute(addition).ok());

    LoadPlan plan;
    plan.pacing = Pacing::PerVuIterations;
    plan.vus = oneByOne ? 1 : static_cast<int>(users.size());
    plan.iterations = oneByOne ? static_cast<std::int64_t>(users.size()) : requestsEach;
    plan.durationNs = kTimeoutNs;
    plan.timeoutNs = kTimeoutNs;
    plan.userOf = [this](std::uint64_t request) { return users[request % users.size()]; };
    std::unique_ptr<Target> target;
    if (serve) {
        target = std::make_unique<BrokenTarget>(settings, coupon.value(), serve);
    } else {
        target = std::make_unique<InProcessTarget>(settings, service, coupon.value(), kTimeoutNs,
                                                   plan.vus);
    }
    auto load = Engine(plan, *target).run({});
    STAMPEDE_CHECK(load.ok());
    outcomes = countOutcomes(load.value().history);

    AuditInput input;
    input.coupon = coupon.value();
    input.initialStock = stock;
    input.startsAtUs = state.startsAtUs;
    input.endsAtUs = state.endsAtUs;
    input.history = load.value().history;
    input.uniqueKeyExpected = uniqueKey;
    input.layout = TableLayout::own();
    input.predictedForAsked.remaining.min = -1'000'000;
    SettleOrder order;
    order.layout = input.layout;
    order.coupon = input.coupon;
    order.limits = SettleLimits::of(true);
    order.ownConnections.emplace();
    input.settled = Settler(*connection.value(), std::move(order)).untilRest({});
    auto report = runAudit(*connection.value(), input);
    STAMPEDE_CHECK(report.ok());
    return std::move(report).value();
}

} // namespace stampede::test
