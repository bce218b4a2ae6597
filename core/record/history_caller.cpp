// SPDX-License-Identifier: MIT
#include "record/history_caller.h"

#include "scenario/one_caller.h"

#include <QSet>

namespace stampede {

QString oneCallerOf(const Scenario &scenario, std::span<const Operation> history)
{
    constexpr std::int64_t kSeveral = 2;
    if (oneCallerOf(scenario, kSeveral).isEmpty()) {
        return {}; // whoever they are
    }
    QSet<std::int64_t> people;
    for (const Operation &operation : history) {
        people.insert(operation.user);
    }
    return oneCallerOf(scenario, people.size());
}

} // namespace stampede
