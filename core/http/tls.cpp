// SPDX-License-Identifier: MIT
#include "http/tls.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <climits>

namespace stampede {

namespace {

struct FreeContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
struct FreeSsl
{
    void operator()(SSL *ssl) const { SSL_free(ssl); }
};

std::string latestError()
{
    const unsigned long code = ERR_get_error();
    const char *const reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return reason == nullptr ? "TLS failed" : std::string("TLS: ") + reason;
}

bool isAddress(const std::string &host)
{
    std::array<unsigned char, 16> bytes{};
    return inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

int clamped(std::size_t size)
{
    return static_cast<int>(std::min<std::size_t>(size, INT_MAX));
}

} // namespace

struct TlsContext::State
{
    std::unique_ptr<SSL_CTX, FreeContext> context;
    bool verify = true;
};

TlsContext::TlsContext()
    : m_state(std::make_unique<State>())
{}

TlsContext::~TlsContext() = default;

Result<std::unique_ptr<TlsContext>, std::string> TlsContext::make(bool verify,
                                                                  const TlsFiles &files)
{
    std::unique_ptr<TlsContext> made(new TlsContext);
    SSL_CTX *const context = SSL_CTX_new(TLS_client_method());
    made->m_state->context.reset(context);
    made->m_state->verify = verify;
    if (context == nullptr || SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 ||
        (verify && files.authority.empty() && SSL_CTX_set_default_verify_paths(context) != 1)) {
        return Failure{latestError()};
    }
    const auto wrong = [](const std::string &file) { return Failure{file + ": " + latestError()}; };
    if (!files.authority.empty() &&
        SSL_CTX_load_verify_file(context, files.authority.c_str()) != 1) {
        return wrong(files.authority);
    }
    if (!files.certificate.empty() &&
        SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1) {
        return wrong(files.certificate);
    }
    // A passphrase would be asked for on the terminal.
    SSL_CTX_set_default_passwd_cb(context, [](char *, int, int, void *) { return 0; });
    if (!files.key.empty() &&
        (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
         SSL_CTX_check_private_key(context) != 1)) {
        return wrong(files.key);
    }
    SSL_CTX_set_verify(context, verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nullptr);
    return made;
}

struct TlsLine::State
{
    std::unique_ptr<SSL, FreeSsl> ssl;
    BIO *received = nullptr; ///< owned by ssl
    BIO *toSend = nullptr;
};

TlsLine::TlsLine(TlsContext &context, const std::string &host)
    : m_state(std::make_unique<State>())
{
    SSL *const ssl = SSL_new(context.m_state->context.get());
    m_state->ssl.reset(ssl);
    if (ssl == nullptr) {
        return;
    }
    m_state->received = BIO_new(BIO_s_mem());
    m_state->toSend = BIO_new(BIO_s_mem());
    SSL_set_bio(ssl, m_state->received, m_state->toSend);
    SSL_set_connect_state(ssl);
    if (isAddress(host)) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str());
    } else {
        // What SSL_set_tlsext_host_name() is, without its old-style cast.
        SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                 const_cast<char *>(host.c_str()));
        SSL_set1_host(ssl, host.c_str());
    }
}

TlsLine::~TlsLine() = default;

void TlsLine::noteError()
{
    const long verified = SSL_get_verify_result(m_state->ssl.get());
    m_error = verified == X509_V_OK || SSL_get_verify_mode(m_state->ssl.get()) == SSL_VERIFY_NONE
                  ? latestError()
                  : std::string("TLS: ") + X509_verify_cert_error_string(verified);
    ERR_clear_error();
}

TlsLine::Step TlsLine::shakeHands()
{
    if (!m_state->ssl) {
        m_error = latestError();
        return Step::Failed;
    }
    ERR_clear_error();
    const int result = SSL_do_handshake(m_state->ssl.get());
    if (result == 1) {
        return Step::Done;
    }
    if (SSL_get_error(m_state->ssl.get(), result) == SSL_ERROR_WANT_READ) {
        return Step::More;
    }
    noteError();
    return Step::Failed;
}

void TlsLine::takeReceived(std::string_view bytes)
{
    static_cast<void>(BIO_write(m_state->received, bytes.data(), clamped(bytes.size())));
}

TlsLine::Step TlsLine::read(char *buffer, std::size_t size, std::size_t &got)
{
    got = 0;
    ERR_clear_error();
    const int result = SSL_read_ex(m_state->ssl.get(), buffer, size, &got);
    if (result == 1) {
        return Step::More;
    }
    switch (SSL_get_error(m_state->ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        return Step::More;
    case SSL_ERROR_ZERO_RETURN:
        return Step::Done;
    default:
        noteError();
        return Step::Failed;
    }
}

bool TlsLine::write(std::string_view bytes)
{
    std::size_t written = 0;
    ERR_clear_error();
    if (SSL_write_ex(m_state->ssl.get(), bytes.data(), bytes.size(), &written) == 1) {
        return true;
    }
    noteError();
    return false;
}

void TlsLine::takeToSend(std::string &out)
{
    const std::size_t waiting = BIO_ctrl_pending(m_state->toSend);
    const std::size_t before = out.size();
    out.resize(before + waiting);
    const int got = BIO_read(m_state->toSend, out.data() + before, clamped(waiting));
    out.resize(before + static_cast<std::size_t>(std::max(got, 0)));
}

} // namespace stampede
