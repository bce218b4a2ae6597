#pragma once

#include "base/result.h"
#include "load/load_plan.h"
#include "load/target.h"
#include "measure/recorder.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace stampede {

/// What a finished load leaves behind.
struct LoadResult
{
    std::vector<Operation> history; ///< sorted by invokedNs
    std::int64_t startedAtNs = 0;   ///< monotonicNs() of the start of the load, 0 if it never began
    std::int64_t lengthNs = 0;      ///< start to the end of the last request, answered or not
    bool stoppedEarly = false;      ///< a stop kept a request from being sent or broke one off
    double cpuSeconds = 0;          ///< this process, user and system, over the load
};

/// Sends a crowd: one thread a virtual user, each with its own session, connected before the clock
/// starts and released together. Workers run at a lower scheduling priority than the rest. Sessions
/// are opened at most 64 at a time, and closed when the whole load has ended, so that neither
/// opening nor closing meets a request or an interrupt.
class Engine
{
public:
    Engine(LoadPlan plan, Target &target);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Runs the whole load and returns when it has ended. After a stop no request begins; sessions
    /// still in flight after 1 s are interrupted, again every 100 ms, until all have ended. The
    /// error is the first session's that could not be opened, or says that a thread could not be
    /// started; nothing has been sent then. To be called once.
    Result<LoadResult, std::string> run(const std::stop_token &stop);

    /// Any thread, before, during and after run().
    [[nodiscard]] LiveSnapshot live() const;
    /// Virtual users whose session is open, for progress. Any thread.
    [[nodiscard]] int opened() const noexcept;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace stampede
