#include "judge/judgement.h"

#include <algorithm>

namespace stampede {

std::string_view conditionKey(Condition condition)
{
    static constexpr std::array<std::string_view, kConditionCount> keys = {
        "R1", "R2", "R3", "R4", "R5a", "R5b", "R6", "C3", "C4", "C5", "C6",
    };
    return keys[indexOf(condition)];
}

const Violation *Judgement::find(Condition condition) const
{
    const auto found =
        std::find_if(violations.begin(), violations.end(), [condition](const Violation &violation) {
            return violation.condition == condition;
        });
    return found == violations.end() ? nullptr : &*found;
}

} // namespace stampede
