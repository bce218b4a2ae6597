// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>

namespace stampede::bench {

/// The least that can be written with Boost.Beast: one thread, its own streams, parser, container
/// and serializer, {"status":"ok"} to everything. A peer to measure against.
class BareServer
{
public:
    BareServer();
    ~BareServer();
    BareServer(const BareServer &) = delete;
    BareServer &operator=(const BareServer &) = delete;
    [[nodiscard]] std::uint16_t port() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace stampede::bench
