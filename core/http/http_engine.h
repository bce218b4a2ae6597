// SPDX-License-Identifier: MIT
#pragma once

#include "http/http_plan.h"
#include "load/load_engine.h"

#include <memory>

namespace stampede {

/// Sends a crowd over HTTP: one thread, one keep-alive connection a virtual user. All are connected
/// before the clock starts. No request is ever sent twice. What a failure counts as:
/// nothing was handed to the kernel: not sent; closed or reset after that: unknown (reset); no
/// answer in time: unknown (timeout), and should the answer come before the load has ended and a
/// second has gone by, what it says; an answer that no rule knows, or that is none: unknown
/// (unclassified).
class HttpEngine final : public LoadEngine
{
public:
    explicit HttpEngine(HttpPlan plan);
    ~HttpEngine() override;
    HttpEngine(const HttpEngine &) = delete;
    HttpEngine &operator=(const HttpEngine &) = delete;

    /// Whether the service of that plan takes connections: opens one, with TLS where the plan has
    /// it, and closes it. Sends no request. Blocks, for 10 s an address at most. The error is why
    /// not.
    static Result<void, std::string> reach(HttpPlan plan);
    /// In the calling thread. After a stop no request begins; those still on their way after 1 s
    /// are broken off: unknown, as the service may still carry them out. The error is why no
    /// virtual user could be connected.
    Result<LoadResult, std::string> run(const std::stop_token &stop) override;
    [[nodiscard]] LiveSnapshot live() const override;
    [[nodiscard]] LiveLatency liveLatency() const override;
    [[nodiscard]] int opened() const noexcept override;
    bool setRate(double perSecond) override;
    /// After run().
    [[nodiscard]] const HttpReport &report() const;

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace stampede
