#include "load/request_source.h"

namespace stampede {

RequestSource::RequestSource(const LoadPlan &plan)
    : m_plan(plan)
{}

std::optional<std::uint64_t> RequestSource::next(std::size_t vu, std::uint64_t done)
{
    const auto iterations = static_cast<std::uint64_t>(m_plan.iterations);
    switch (m_plan.pacing) {
    case Pacing::Burst:
        return done == 0 ? std::optional<std::uint64_t>(vu) : std::nullopt;
    case Pacing::PerVuIterations:
        return done < iterations ? std::optional<std::uint64_t>(vu * iterations + done)
                                 : std::nullopt;
    case Pacing::SharedIterations: {
        const std::uint64_t index = m_shared.fetch_add(1, std::memory_order_relaxed);
        return index < iterations ? std::optional<std::uint64_t>(index) : std::nullopt;
    }
    case Pacing::ConstantVus:
        return m_shared.fetch_add(1, std::memory_order_relaxed);
    }
    return std::nullopt;
}

} // namespace stampede
