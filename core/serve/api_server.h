// SPDX-License-Identifier: MIT
#pragma once
// serve: the issuing service behind HTTP, so that any load tester can be sent after it.

#include "base/result.h"
#include "database/database_host.h"
#include "serve/database_pool.h"
#include "serve/listen_address.h"
#include "serve/listen_socket.h"

#include <chrono>
#include <memory>
#include <string>

namespace stampede {

/// How a service is set up.
struct ApiSettings
{
    PoolSettings pool;
    /// The secret that every request but those to /healthz has to carry; empty: none.
    std::string token;
    int clients = 10'000; ///< HTTP connections open at once, ≥ 1
    std::chrono::nanoseconds requestTimeout = std::chrono::seconds(10); ///< first byte to last
    std::chrono::nanoseconds idleTimeout = std::chrono::seconds(60);    ///< between two requests
};

/// The HTTP interface: one thread for all connections, and a pool of threads at the database.
/// Nothing of a coupon is kept here: each answer comes from the rows as they are then, so that they
/// may be reset while the service lives.
class ApiServer
{
public:
    /// Opens the pool and begins to accept. The coupon's tables are there. The fault is
    /// Unreachable.
    static Result<std::unique_ptr<ApiServer>, RunError> start(ListenSocket socket,
                                                              const ApiSettings &settings);
    /// Stops as stop() does.
    ~ApiServer();
    ApiServer(const ApiServer &) = delete;
    ApiServer &operator=(const ApiServer &) = delete;

    [[nodiscard]] const ListenAddress &address() const { return m_address; }
    /// Whether the database is gone. Then whatever needs it, /healthz too, is answered with 503 at
    /// once, and nothing is touched. Any thread.
    void setDatabaseAway(bool away);
    /// Lets nobody in any more, answers what has arrived, closes every connection and returns:
    /// after the time that a request may take and 2 s at most, plus what the database needs to let
    /// go. Any one thread; a second call does nothing.
    void stop();

private:
    struct Parts;
    explicit ApiServer(std::unique_ptr<Parts> parts, ListenAddress address);
    std::unique_ptr<Parts> m_parts;
    ListenAddress m_address;
};

} // namespace stampede
