#pragma once

#include "load/load_plan.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace stampede {

/// Shares out the requests of a plan, without regard to time. Each index goes out once:
/// Burst: i = vu. PerVuIterations: vu · iterations + k. SharedIterations and ConstantVus: whoever
/// asks next gets the next one.
class RequestSource
{
public:
    /// `plan` must outlive the source.
    explicit RequestSource(const LoadPlan &plan);
    /// The index of the next request of that virtual user, who has made `done` so far; nothing when
    /// the plan has no more for him. Any thread.
    std::optional<std::uint64_t> next(std::size_t vu, std::uint64_t done);

private:
    const LoadPlan &m_plan;
    std::atomic<std::uint64_t> m_shared{0};
};

} // namespace stampede
