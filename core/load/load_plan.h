// SPDX-License-Identifier: MIT
#pragma once
// load: sends a crowd of virtual users at a target, on time. Knows requests and outcomes, not
// coupons. Free of Qt, so that the thread sanitizer can watch it.

#include <cstdint>
#include <functional>
#include <vector>

namespace stampede {

/// How requests are shared out; names and meaning as in k6, plus Burst.
enum class Pacing
{
    Burst,               ///< all VUs wait at a barrier, then fire once each
    PerVuIterations,     ///< each VU makes `iterations` requests
    SharedIterations,    ///< the VUs share `iterations` requests
    ConstantVus,         ///< every VU asks again until the time is up
    RampingVus,          ///< as ConstantVus, by as many VUs as the stages say
    ConstantArrivalRate, ///< requests begin at `rate` a second, whatever the service does
    RampingArrivalRate,  ///< requests begin at the rate that the stages say
};

/// Whether requests begin on a schedule of their own (open model) instead of after an answer.
constexpr bool isOpen(Pacing pacing)
{
    return pacing == Pacing::ConstantArrivalRate || pacing == Pacing::RampingArrivalRate;
}

/// A stretch of a ramp: from the value before it to `target`, in a straight line.
struct LoadStage
{
    std::int64_t durationNs = 0; ///< 0: the value jumps
    double target = 0;           ///< VUs (RampingVus) or requests a second (RampingArrivalRate)
};

/// What the engine has to do.
struct LoadPlan
{
    Pacing pacing = Pacing::SharedIterations;
    int vus = 1;                 ///< 1…10,000; RampingVus: the most at any time
    std::int64_t iterations = 0; ///< meaning as above
    /// No request is meant to begin later than this after the start. Closed models send none after
    /// it; open ones still send, within `timeoutNs`, what was due before it.
    std::int64_t durationNs = 0;
    /// Of one request; handed to the target. In open models also how long a request that is due may
    /// wait for a free VU before it is dropped.
    std::int64_t timeoutNs = 0;
    double rate =
        0; ///< requests a second, with the open models: constant, or where the ramp begins
    double startVus = 0;             ///< where the ramp begins, with RampingVus
    std::vector<LoadStage> stages{}; ///< with the ramping models
    std::int64_t thinkNs = 0;        ///< between an answer and the VU's next request; closed models
    bool watchLatency = false;       ///< keep liveLatency() while the load runs
    /// The person that request i asks for. Called from every worker at once; must be pure.
    std::function<std::int64_t(std::uint64_t)> userOf;
};

} // namespace stampede
