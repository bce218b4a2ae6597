// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "base/result.h"
#include "measure/operation.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace stampede {

/// One request, handed to a session.
struct Request
{
    std::uint64_t index = 0;
    std::int64_t user = 0;
    std::int64_t invokedNs = 0; ///< monotonicNs() of the invocation; stamps count from here
    std::int64_t timeoutNs = 0;
};

/// One virtual user's line to the target. Made, used and closed in one thread.
class TargetSession
{
public:
    virtual ~TargetSession() = default;
    /// Sends one request and waits for its answer, boundedly. Fills in outcome, reason, rowId,
    /// lockedUs, wroteUs, committedUs, stockRead, errorCode and attempts; the engine does the rest.
    /// An Unknown has an answer only where the reason is Unclassified.
    virtual void send(const Request &request, Operation &operation) = 0;
};

/// What a crowd is sent after.
class Target
{
public:
    virtual ~Target() = default;
    /// Opens the line of one virtual user. Called in the worker's own thread, before the clock
    /// starts. The error is a sentence that says why not.
    virtual Result<std::unique_ptr<TargetSession>, std::string> open(std::size_t worker) = 0;
    /// Breaks off the waiting request of that worker, if there is one. Called from one other thread
    /// at Stop for workers in flight, repeatedly, never while a session is being opened or closed;
    /// must not block for long.
    virtual void interrupt(std::size_t worker) = 0;
    /// The last request has ended and every session is still open: the moment to ask a server about
    /// them. Called once, in the thread of Engine::run(); not where the load never began.
    virtual void loadEnded() {}
};

} // namespace stampede
