#include "scenario/scenario.h"

#include "base/check.h"

namespace stampede {

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
        return -1;
    }
    STAMPEDE_CHECK(false);
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
    }
    STAMPEDE_CHECK(false);
}

QString strategyKey(StrategyKind strategy)
{
    switch (strategy) {
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

} // namespace stampede
