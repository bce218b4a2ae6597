// SPDX-License-Identifier: MIT
#include "scenario/scenario.h"

#include "base/check.h"

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

/// Requests that a rate in straight lines brings due; the first one at once.
std::int64_t requestsDue(const LoadSettings &load)
{
    constexpr double kTolerance = 1e-6; // of a request: far above what sums lose
    const auto seconds = [](Duration length) {
        return std::chrono::duration<double>(length).count();
    };
    double area = 0;
    if (load.model == LoadModel::ConstantArrivalRate) {
        area = load.rate * seconds(load.duration);
    }
    double rate = load.rate;
    for (const Stage &stage : load.stages) {
        area += seconds(stage.duration) * (rate + stage.target) / 2;
        rate = stage.target;
    }
    return static_cast<std::int64_t>(std::ceil(area - kTolerance));
}

} // namespace

std::int64_t Scenario::plannedRequests() const
{
    switch (load.model) {
    case LoadModel::Burst:
        return load.vus;
    case LoadModel::PerVuIterations:
        return load.vus * load.iterations;
    case LoadModel::SharedIterations:
        return load.iterations;
    case LoadModel::ConstantVus:
    case LoadModel::RampingVus:
        return -1;
    case LoadModel::ConstantArrivalRate:
    case LoadModel::RampingArrivalRate:
        return requestsDue(load);
    }
    STAMPEDE_CHECK(false);
}

int Scenario::mostVus() const
{
    double most = load.vus;
    if (load.model == LoadModel::RampingVus) {
        for (const Stage &stage : load.stages) {
            most = std::max(most, stage.target);
        }
    }
    return static_cast<int>(most);
}

Duration Scenario::loadLength() const
{
    if (!isRamping(load.model)) {
        return load.duration;
    }
    Duration length = Duration::zero();
    for (const Stage &stage : load.stages) {
        length += stage.duration;
    }
    return length;
}

QString Scenario::couponAsked() const
{
    if (target.kind == TargetKind::InProcess) {
        return coupon.name;
    }
    return placeholdersSent(target).contains(QStringLiteral("couponId")) ? target.couponId
                                                                         : QString();
}

QString loadModelKey(LoadModel model)
{
    switch (model) {
    case LoadModel::Burst:
        return QStringLiteral("burst");
    case LoadModel::PerVuIterations:
        return QStringLiteral("per-vu-iterations");
    case LoadModel::SharedIterations:
        return QStringLiteral("shared-iterations");
    case LoadModel::ConstantVus:
        return QStringLiteral("constant-vus");
    case LoadModel::RampingVus:
        return QStringLiteral("ramping-vus");
    case LoadModel::ConstantArrivalRate:
        return QStringLiteral("constant-arrival-rate");
    case LoadModel::RampingArrivalRate:
        return QStringLiteral("ramping-arrival-rate");
    }
    STAMPEDE_CHECK(false);
}

QString pickKey(Pick pick)
{
    switch (pick) {
    case Pick::Random:
        return QStringLiteral("random");
    case Pick::EachOnce:
        return QStringLiteral("each-once");
    case Pick::Fixed:
        return QStringLiteral("fixed");
    case Pick::Zipf:
        return QStringLiteral("zipf");
    case Pick::File:
        return QStringLiteral("file");
    }
    STAMPEDE_CHECK(false);
}

QString strategyKey(StrategyKind strategy)
{
    switch (strategy) {
    case StrategyKind::ConditionalUpdate:
        return QStringLiteral("conditional-update");
    case StrategyKind::Optimistic:
        return QStringLiteral("optimistic");
    case StrategyKind::NamedLock:
        return QStringLiteral("named-lock");
    case StrategyKind::Grouped:
        return QStringLiteral("grouped");
    case StrategyKind::Pessimistic:
        return QStringLiteral("pessimistic");
    }
    STAMPEDE_CHECK(false);
}

QString isolationKey(Isolation isolation)
{
    switch (isolation) {
    case Isolation::Default:
        return QStringLiteral("default");
    case Isolation::ReadUncommitted:
        return QStringLiteral("read-uncommitted");
    case Isolation::ReadCommitted:
        return QStringLiteral("read-committed");
    case Isolation::RepeatableRead:
        return QStringLiteral("repeatable-read");
    case Isolation::Serializable:
        return QStringLiteral("serializable");
    }
    STAMPEDE_CHECK(false);
}

std::optional<QString> Scenario::stockPointer() const
{
    if (target.kind == TargetKind::InProcess || target.stockLeft) {
        return target.stockLeft;
    }
    return target.audit.rows == TargetRows::Serve
               ? std::optional(QStringLiteral("/remainingQuantity")) // as `serve` answers
               : std::nullopt;
}

} // namespace stampede
