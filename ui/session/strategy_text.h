// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario.h"

#include <QString>

namespace stampede {

/// The name of a strategy for people, translated: "Row lock first (reference)".
QString strategyName(StrategyKind strategy);
/// What it does, in one sentence.
QString strategyGist(StrategyKind strategy);
/// What a holder is told once the last coupon has gone, from the strategy's own declaration.
QString strategyPrecedence(StrategyKind strategy);
/// The strategy of that key, the reference where there is none.
StrategyKind strategyOf(const QString &key);

} // namespace stampede
