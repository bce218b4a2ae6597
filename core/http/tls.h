// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace stampede {

/// Whom TLS believes, and who it says it is. Files are PEM; empty for none.
struct TlsFiles
{
    std::string authority;   ///< certificates that are believed, in the place of the system's store
    std::string certificate; ///< of this side, with those that lead up to its issuer
    std::string key;         ///< of that certificate, without a passphrase
};

/// What all TLS connections of a load share. One thread.
class TlsContext
{
public:
    /// `verify`: certificates must come from whom `files` or the system's store name, and name the
    /// host. The error is OpenSSL's own, after the file it is about.
    static Result<std::unique_ptr<TlsContext>, std::string> make(bool verify,
                                                                 const TlsFiles &files = {});
    ~TlsContext();
    TlsContext(const TlsContext &) = delete;
    TlsContext &operator=(const TlsContext &) = delete;

private:
    friend class TlsLine;
    TlsContext();
    struct State;
    std::unique_ptr<State> m_state;
};

/// TLS of one connection, apart from its socket: takes and gives the bytes that go over the wire.
class TlsLine
{
public:
    TlsLine(TlsContext &context, const std::string &host);
    ~TlsLine();
    TlsLine(const TlsLine &) = delete;
    TlsLine &operator=(const TlsLine &) = delete;

    enum class Step
    {
        More,
        Done,
        Failed,
    };
    /// Goes on with the handshake; error() says why it failed.
    Step shakeHands();
    /// Takes bytes that came over the wire.
    void takeReceived(std::string_view bytes);
    /// Decrypts what there is into `buffer`. 0 with More where there is nothing; Done at a clean
    /// end.
    Step read(char *buffer, std::size_t size, std::size_t &got);
    /// Encrypts; toSend() has grown then.
    bool write(std::string_view bytes);
    /// Appends what is to go over the wire to `out`.
    void takeToSend(std::string &out);
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    void noteError();
    struct State;
    std::unique_ptr<State> m_state;
    std::string m_error;
};

} // namespace stampede
