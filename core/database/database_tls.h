// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

namespace stampede {

struct ConnectionSettings;

/// Whether a connection by TCP to a database is encrypted, and whom it believes.
struct DatabaseTls
{
    enum class Mode
    {
        Off,
        Prefer,  ///< where the server offers it
        Require, ///< or no connection
        Verify,  ///< and the certificate comes from a known authority and names the host
    };
    Mode mode = Mode::Off;
    QString ca; ///< PEM; with it the server's certificate must come from there. Empty: none
    QString certificate; ///< of this side; empty for none
    QString key;         ///< of that certificate
    friend bool operator==(const DatabaseTls &, const DatabaseTls &) = default;
};

/// The words of a database address: "off", "prefer", "require", "verify".
QString databaseTlsKey(DatabaseTls::Mode mode);

/// Makes sure, before anything secret is sent, that the server offers TLS and, with Mode::Verify,
/// that its certificate is good for the host: begins a connection, shakes hands and goes away. Once
/// for each server and setting in the life of the program, for servers count connections that end
/// like this against their clients. Nothing to do with Off and Prefer. The error is a sentence. Any
/// thread.
Result<void, QString> checkServerTls(const ConnectionSettings &settings);

} // namespace stampede
