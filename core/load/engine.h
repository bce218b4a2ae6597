// SPDX-License-Identifier: MIT
#pragma once

#include "load/load_engine.h"
#include "load/load_plan.h"
#include "load/target.h"

#include <memory>

namespace stampede {

/// Sends a crowd: one thread a virtual user, each with its own session, connected before the clock
/// starts and released together. Workers run at a lower scheduling priority than the rest. Sessions
/// are opened at most 64 at a time, and closed when the whole load has ended, so that neither
/// opening nor closing meets a request or an interrupt. In the open models the first free worker
/// alone waits for the next request to be due and the others wait behind it, so that a request
/// wakes one thread, not all.
class Engine final : public LoadEngine
{
public:
    Engine(LoadPlan plan, Target &target);
    ~Engine() override;
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// After a stop no request begins; sessions still in flight after 1 s are interrupted, again
    /// every 100 ms, until all have ended. The error is the first session's that could not be
    /// opened, or says that a thread could not be started.
    Result<LoadResult, std::string> run(const std::stop_token &stop) override;
    [[nodiscard]] LiveSnapshot live() const override;
    [[nodiscard]] LiveLatency liveLatency() const override;
    [[nodiscard]] int opened() const noexcept override;
    bool setRate(double perSecond) override;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace stampede
