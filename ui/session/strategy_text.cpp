// SPDX-License-Identifier: MIT
#include "ui/session/strategy_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace stampede {

namespace {

struct StrategyText
{
    Q_DECLARE_TR_FUNCTIONS(StrategyText)
};

} // namespace

QString strategyName(StrategyKind strategy)
{
    switch (strategy) {
    case StrategyKind::Pessimistic:
        return StrategyText::tr("Row lock first (reference)");
    case StrategyKind::ConditionalUpdate:
        return StrategyText::tr("Claim first, then count down");
    case StrategyKind::Optimistic:
        return StrategyText::tr("Version check");
    case StrategyKind::NamedLock:
        return StrategyText::tr("Named lock");
    case StrategyKind::Grouped:
        return StrategyText::tr("Grouped");
    }
    return {};
}

QString strategyGist(StrategyKind strategy)
{
    switch (strategy) {
    case StrategyKind::Pessimistic:
        return StrategyText::tr(
            "Lock the coupon, look, write, commit: four trips while everyone waits.");
    case StrategyKind::ConditionalUpdate:
        return StrategyText::tr(
            "Write the person's row first; take one from stock only if one is left; "
            "undo if not.");
    case StrategyKind::Optimistic:
        return StrategyText::tr(
            "Read without a lock, write only if nobody was faster, else try again.");
    case StrategyKind::NamedLock:
        return StrategyText::tr(
            "A lock by name around the whole transaction, let go after the commit.");
    case StrategyKind::Grouped:
        return StrategyText::tr(
            "Many requests share one transaction and one commit; each still gets its "
            "own answer.");
    }
    return {};
}

QString strategyPrecedence(StrategyKind strategy)
{
    return declaredPrecedence(strategy) == Precedence::DuplicateFirst
               ? StrategyText::tr(
                     "A holder who asks after the last coupon is told: already issued.")
               : StrategyText::tr("A holder who asks after the last coupon is told: out of stock.");
}

StrategyKind strategyOf(const QString &key)
{
    const auto *found =
        std::find_if(kAllStrategies.begin(), kAllStrategies.end(),
                     [&key](StrategyKind each) { return strategyKey(each) == key; });
    return found == kAllStrategies.end() ? StrategyKind::Pessimistic : *found;
}

} // namespace stampede
