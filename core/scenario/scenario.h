// SPDX-License-Identifier: MIT
#pragma once
// scenario: everything that defines a run, as values; reading and writing it; what must come out.

#include "base/precedence.h"
#include "scenario/person_limit.h"
#include "scenario/planned_fault.h"
#include "scenario/target_settings.h"
#include "scenario/threshold.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>

namespace stampede {

/// A moment given relative to the start of the run ("-1d") or absolutely (ISO 8601).
struct SaleMoment
{
    bool relative = true;
    std::int64_t ms = 0; ///< offset from the start of the run, or milliseconds of the Unix epoch

    [[nodiscard]] std::int64_t epochMs(std::int64_t runStartEpochMs) const
    {
        return relative ? runStartEpochMs + ms : ms;
    }
    friend bool operator==(const SaleMoment &, const SaleMoment &) = default;
};

using Duration = std::chrono::nanoseconds;

inline constexpr std::int64_t kMsPerDay = 86'400'000;

struct CouponSettings
{
    QString name = QStringLiteral("WELCOME10");
    int discountPercent = 10; ///< 0…100
    std::int64_t stock = 200; ///< 0…1,000,000,000
    SaleMoment startsAt{true, -kMsPerDay};
    SaleMoment endsAt{true, 90 * kMsPerDay}; ///< the window is [startsAt, endsAt)
    friend bool operator==(const CouponSettings &, const CouponSettings &) = default;
};

class UserFile;

enum class Pick
{
    Random,
    EachOnce,
    Fixed,
    Zipf, ///< user k is as likely as 1 / k^exponent
    File  ///< the rows of a file in turn
};

/// What was read from the file that a scenario names. Never a reason for two scenarios to differ.
struct LoadedUsers
{
    std::shared_ptr<const UserFile> file; ///< null without Pick::File
    friend bool operator==(const LoadedUsers &, const LoadedUsers &) { return true; }
};

struct UserSettings
{
    std::int64_t count = 100; ///< 1…1,000,000; ids 1…count
    Pick pick = Pick::Random;
    std::int64_t fixedUser = 1;         ///< 1…count, only with Pick::Fixed
    std::int64_t balance = 100'000'000; ///< KRW, 0…
    double exponent = 1;                ///< 0.01…10, only with Pick::Zipf
    QString path; ///< as written, relative to the scenario's file; only with Pick::File
    LoadedUsers loaded;
    PersonLimit perPerson; ///< only where nobody sees the rows: TargetRows::None
    friend bool operator==(const UserSettings &, const UserSettings &) = default;
};

enum class LoadModel
{
    Burst,
    PerVuIterations,
    SharedIterations,
    ConstantVus,
    RampingVus,
    ConstantArrivalRate,
    RampingArrivalRate
};

/// Whether requests begin on a schedule of their own instead of after an answer.
constexpr bool isOpenModel(LoadModel model)
{
    return model == LoadModel::ConstantArrivalRate || model == LoadModel::RampingArrivalRate;
}
/// Whether each request is due at a moment, so that it can be late.
constexpr bool hasSchedule(LoadModel model)
{
    return model == LoadModel::Burst || isOpenModel(model);
}
/// Whether the load is made of stages.
constexpr bool isRamping(LoadModel model)
{
    return model == LoadModel::RampingVus || model == LoadModel::RampingArrivalRate;
}

/// A stretch of a ramp: in a straight line from the value before it to `target`.
struct Stage
{
    Duration duration = Duration::zero(); ///< zero: a jump
    double target = 0;                    ///< virtual users, or requests a second
    friend bool operator==(const Stage &, const Stage &) = default;
};

struct LoadSettings
{
    LoadModel model = LoadModel::SharedIterations;
    int vus = 100; ///< 1…2,000, over HTTP 1…10,000; at the start with RampingVus
    std::int64_t iterations =
        1096; ///< of the run; of each VU with PerVuIterations; unused otherwise
    Duration duration = std::chrono::seconds(60); ///< the load ends then at the latest
    Duration timeout = std::chrono::seconds(5);   ///< of one request, enforced at the server
    double rate = 0;     ///< requests a second: of ConstantArrivalRate, or at the start of a ramp
    QList<Stage> stages; ///< of the ramping models
    Duration thinkTime = Duration::zero(); ///< between an answer and the VU's next request
    friend bool operator==(const LoadSettings &, const LoadSettings &) = default;
};

enum class StrategyKind
{
    Pessimistic,
    Grouped,
    ConditionalUpdate,
    Optimistic,
    NamedLock
};
/// Every one, in the order of the contract.
inline constexpr std::array kAllStrategies = {
    StrategyKind::Pessimistic, StrategyKind::ConditionalUpdate, StrategyKind::Optimistic,
    StrategyKind::NamedLock,   StrategyKind::Grouped,
};
/// Whether the strategy answers by a plain read, outside of any transaction, before it writes.
constexpr bool looksFirst(StrategyKind strategy)
{
    return strategy == StrategyKind::ConditionalUpdate || strategy == StrategyKind::Optimistic ||
           strategy == StrategyKind::NamedLock;
}
/// Whether the strategy begins with a locking read of the coupon's row (SELECT … FOR UPDATE) for
/// each request by itself.
constexpr bool locksRowFirst(StrategyKind strategy)
{
    return strategy == StrategyKind::Pessimistic;
}
enum class Isolation
{
    Default,
    ReadUncommitted,
    ReadCommitted,
    RepeatableRead,
    Serializable
};

/// The three protections of the reference transaction.
struct Layers
{
    bool rowLock = true;
    bool duplicateCheck = true;
    bool uniqueKey = true;
    friend bool operator==(const Layers &, const Layers &) = default;
};

struct ServiceSettings
{
    StrategyKind strategy = StrategyKind::Pessimistic;
    Layers layers;
    int retries = 3; ///< further transactions after contention, 0…100
    Isolation isolation = Isolation::Default;
    Duration pause = Duration::zero(); ///< between reading the stock and writing it, 0…10 s
    /// Once somebody was told "out of stock", everybody is, without asking the database again.
    bool soldOutLatch = false;
    friend bool operator==(const ServiceSettings &, const ServiceSettings &) = default;
};

/// Free words about the test, printed in reports.
struct AboutSettings
{
    QString system;
    QString build;
    QString environment;
    QString tester;
    QString ticket;
    QString purpose;
    friend bool operator==(const AboutSettings &, const AboutSettings &) = default;
};

/// Everything that defines a run.
struct Scenario
{
    QString name;
    std::uint64_t seed = 42; ///< 0…2^53, so that JSON can carry it
    CouponSettings coupon;
    UserSettings users;
    LoadSettings load;
    ServiceSettings service; ///< without a use where the target is not in-process
    TargetSettings target;
    Duration warmup = Duration::zero(); ///< 0…1 h, on a throw-away coupon before the run
    int rounds = 1;                     ///< 1…1,000
    QList<Threshold> thresholds;        ///< grouped by metric, in the order of thresholdMetrics()
    AboutSettings about;
    QList<PlannedFault> faults; ///< in their order, at most kMostFaults, none beside another
    friend bool operator==(const Scenario &, const Scenario &) = default;

    /// Requests that the scenario asks for, or −1 where only time ends the load (ConstantVus,
    /// RampingVus). Of an open model: what its rate brings due.
    [[nodiscard]] std::int64_t plannedRequests() const;
    /// Whether coupon.stock says anything: of a service whose rows nobody knows it may be unknown.
    [[nodiscard]] bool knowsStock() const
    {
        return target.kind == TargetKind::InProcess || target.audit.rows != TargetRows::None ||
               target.knowsStock;
    }
    /// Whether coupon and people are made as the scenario says: by this program, or in the tables
    /// of a `serve` of ours. Of another service nobody asks for a name, a discount, a sale or a
    /// balance.
    [[nodiscard]] bool makesCoupon() const
    {
        return target.kind == TargetKind::InProcess || target.audit.rows == TargetRows::Serve;
    }
    /// The coupon as the service has it, as far as the scenario says so: the name of ours, the id
    /// that another one is asked for; empty where no request names one.
    [[nodiscard]] QString couponAsked() const;
    /// Whether coupon.stock is what the run starts with: else the tables of somebody else say that,
    /// or nobody.
    [[nodiscard]] bool setsStock() const
    {
        return knowsStock() && target.audit.rows != TargetRows::Profile;
    }
    /// Where an answer over HTTP names how many are left; nothing where none does.
    [[nodiscard]] std::optional<QString> stockPointer() const;
    /// Whether anything tells of the stock while the run goes on.
    [[nodiscard]] bool followsStock() const
    {
        return target.kind == TargetKind::InProcess || stockPointer().has_value();
    }
    /// The stock that a run begins with and that is followed from there; nothing where the tables
    /// of somebody else say it or nothing tells how it goes on.
    [[nodiscard]] std::optional<std::int64_t> followedStock() const
    {
        return followsStock() && setsStock() ? std::optional(coupon.stock) : std::nullopt;
    }
    /// Virtual users at the busiest moment.
    [[nodiscard]] int mostVus() const;
    /// How long requests may begin: load.duration, or the sum of the stages.
    [[nodiscard]] Duration loadLength() const;
};

/// The order in which a strategy looks at stock and person, as it declares it.
constexpr Precedence declaredPrecedence(StrategyKind strategy)
{
    return strategy == StrategyKind::ConditionalUpdate || strategy == StrategyKind::Optimistic
               ? Precedence::DuplicateFirst
               : Precedence::StockFirst;
}
/// The precedence that a service keeps. With the sold-out latch a holder may be told "out of stock"
/// by a strategy that looks at holders first: any.
constexpr Precedence precedenceOf(const ServiceSettings &service)
{
    const Precedence declared = declaredPrecedence(service.strategy);
    return service.soldOutLatch && declared == Precedence::DuplicateFirst ? Precedence::Any
                                                                          : declared;
}

/// The words of the scenario file, e.g. "shared-iterations".
QString loadModelKey(LoadModel model);
QString pickKey(Pick pick);
QString strategyKey(StrategyKind strategy);
QString isolationKey(Isolation isolation);

} // namespace stampede
