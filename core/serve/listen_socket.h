// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/database_host.h"
#include "serve/listen_address.h"

#include <string>

namespace stampede {

/// A place at which nobody else listens: taken before anything is done to a database, so that a
/// second service at the same port is refused while the first one's rows are untouched.
class ListenSocket
{
public:
    /// Takes the place; whoever connects waits until the service has started. The fault is Usage
    /// where an address that others can reach goes without a token, and Unreachable where the place
    /// cannot be had.
    static Result<ListenSocket, RunError> take(const ListenAddress &address,
                                               const std::string &token);
    ~ListenSocket();
    ListenSocket(ListenSocket &&other) noexcept;
    ListenSocket &operator=(ListenSocket &&) = delete;
    ListenSocket(const ListenSocket &) = delete;
    ListenSocket &operator=(const ListenSocket &) = delete;

    /// With the port that was given where 0 was asked for.
    [[nodiscard]] const ListenAddress &address() const { return m_address; }
    /// The descriptor, which is the caller's from now on.
    [[nodiscard]] int release();

private:
    ListenSocket(int descriptor, ListenAddress address);
    int m_descriptor;
    ListenAddress m_address;
};

} // namespace stampede
