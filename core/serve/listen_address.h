// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

#include <cstdint>

namespace stampede {

/// Where a service listens: an address of this machine and a port.
struct ListenAddress
{
    QString host = QStringLiteral("127.0.0.1"); ///< an IPv4 or IPv6 address, without brackets
    std::uint16_t port = 8080;                  ///< 0: any that is free

    /// Whether nobody but this machine can reach it.
    [[nodiscard]] bool isLoopback() const;
    /// "http://127.0.0.1:8080", by which this machine reaches it: the loopback address where it
    /// listens on all of them.
    [[nodiscard]] QString url() const;
};

/// Reads HOST:PORT, where HOST is an IPv4 address, an IPv6 address in brackets or `localhost`. The
/// error is a sentence.
Result<ListenAddress, QString> parseListenAddress(const QString &text);

} // namespace stampede
