// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace stampede {

/// When each request of a finished run was over for the one who asked: with its answer, or when
/// nobody waited for one any longer. A request without an answer is given up when its time is up
/// and before its virtual user asks again; the earlier of the two counts. Nothing is under way
/// after the end of the run, whatever a stamp says.
class RequestEnds
{
public:
    /// `history` is sorted by invokedNs and outlives this; a `timeoutNs` of 0 is not known.
    RequestEnds(std::span<const Operation> history, std::int64_t lengthNs, std::int64_t timeoutNs);

    /// Of the request at that index of the history, ns since the start of the load.
    [[nodiscard]] std::int64_t of(std::size_t index) const;

private:
    struct GivenUp
    {
        std::size_t index = 0;
        std::int64_t momentNs = 0;
    };

    std::span<const Operation> m_history;
    std::int64_t m_lengthNs;
    std::vector<GivenUp> m_givenUp; ///< those without an answer, by their index
};

} // namespace stampede
