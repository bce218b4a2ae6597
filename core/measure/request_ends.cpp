// SPDX-License-Identifier: MIT
#include "measure/request_ends.h"

#include "base/check.h"

#include <algorithm>
#include <unordered_map>

namespace stampede {

RequestEnds::RequestEnds(std::span<const Operation> history, std::int64_t lengthNs,
                         std::int64_t timeoutNs)
    : m_history(history)
    , m_lengthNs(lengthNs)
{
    std::unordered_map<std::uint16_t, std::int64_t> nextNs; // of a virtual user, seen from behind
    for (std::size_t i = history.size(); i-- > 0;) {
        const Operation &each = history[i];
        const auto next = nextNs.try_emplace(each.vu, lengthNs).first;
        if (each.returnedNs == Operation::kNoAnswer) {
            std::int64_t endNs = std::min(next->second, lengthNs);
            if (timeoutNs > 0) {
                endNs = std::min(endNs, each.invokedNs + timeoutNs);
            }
            m_givenUp.push_back({i, endNs});
        }
        next->second = each.invokedNs;
    }
    std::reverse(m_givenUp.begin(), m_givenUp.end());
}

std::int64_t RequestEnds::of(std::size_t index) const
{
    const std::int64_t returnedNs = m_history[index].returnedNs;
    if (returnedNs != Operation::kNoAnswer) {
        return std::min(returnedNs, m_lengthNs);
    }
    const auto found =
        std::lower_bound(m_givenUp.begin(), m_givenUp.end(), index,
                         [](const GivenUp &each, std::size_t at) { return each.index < at; });
    STAMPEDE_CHECK(found != m_givenUp.end() && found->index == index);
    return found->momentNs;
}

} // namespace stampede
