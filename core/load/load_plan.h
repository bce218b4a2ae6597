#pragma once
// load: sends a crowd of virtual users at a target, on time. Knows requests and outcomes, not
// coupons. Free of Qt, so that the thread sanitizer can watch it.

#include <cstdint>
#include <functional>

namespace stampede {

/// How requests are shared out; names and meaning as in k6, plus Burst.
enum class Pacing
{
    Burst,            ///< all VUs wait at a barrier, then fire once each
    PerVuIterations,  ///< each VU makes `iterations` requests
    SharedIterations, ///< the VUs share `iterations` requests
    ConstantVus,      ///< every VU asks again until the time is up
};

/// What the engine has to do.
struct LoadPlan
{
    Pacing pacing = Pacing::SharedIterations;
    int vus = 1;                 ///< 1…10,000
    std::int64_t iterations = 0; ///< meaning as above
    std::int64_t durationNs = 0; ///< no request leaves later than this after the start
    std::int64_t timeoutNs = 0;  ///< of one request; handed to the target
    /// The person that request i asks for. Called from every worker at once; must be pure.
    std::function<std::int64_t(std::uint64_t)> userOf;
};

} // namespace stampede
