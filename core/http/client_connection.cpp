// SPDX-License-Identifier: MIT
#include "http/client_connection.h"

#include "base/check.h"

#include <system_error>
#include <utility>

namespace stampede {

namespace {

constexpr std::uint32_t kReading = EPOLLIN | EPOLLRDHUP;
constexpr std::size_t kMostOutgoing = 16'384; // of outgoing bytes that is kept between requests

std::string wordsOf(int error)
{
    return std::generic_category().message(error);
}

} // namespace

ClientConnection::ClientConnection(const std::vector<std::string> &wantedHeaders, Owner owner)
    : m_reader(wantedHeaders)
    , m_owner(owner)
{}

ClientConnection::Event ClientConnection::open(const SocketAddress &address, TlsContext *tls,
                                               const std::string &host, const Poller &readiness)
{
    close();
    m_tlsContext = tls;
    m_host = host;
    m_error.clear();
    int error = m_socket.connect(address);
    if (error == 0) {
        error = readiness.watch(m_socket.descriptor(), kReading | EPOLLOUT, this);
        m_watchesWriting = true;
    }
    if (error != 0) {
        return failOpening(wordsOf(error));
    }
    m_state = State::Opening;
    return Event::None;
}

ClientConnection::Event ClientConnection::failOpening(std::string why)
{
    close();
    m_error = std::move(why);
    return Event::OpenFailed;
}

void ClientConnection::close()
{
    m_socket.close();
    m_tls.reset();
    m_outgoing.clear();
    m_state = State::Closed;
}

ClientConnection::Event ClientConnection::connected(TlsContext *tls)
{
    if (const int error = m_socket.connectError(); error != 0) {
        return failOpening(wordsOf(error));
    }
    if (tls == nullptr) {
        m_state = State::Idle;
        return Event::Opened;
    }
    m_tls = std::make_unique<TlsLine>(*tls, m_host);
    return Event::None;
}

ClientConnection::Event ClientConnection::shakeHands(const Poller &readiness)
{
    const TlsLine::Step step = m_tls->shakeHands();
    m_tls->takeToSend(m_outgoing);
    if (step == TlsLine::Step::Failed) {
        static_cast<void>(m_socket.send(m_outgoing)); // tells the peer why, if it can
        return failOpening(m_tls->error());
    }
    if (!flush(readiness)) {
        return failOpening(wordsOf(ECONNRESET));
    }
    if (step == TlsLine::Step::More) {
        return Event::None;
    }
    m_state = State::Idle;
    return Event::Opened;
}

ClientConnection::Event ClientConnection::ask(std::string_view request, bool toHead,
                                              const Poller &readiness)
{
    STAMPEDE_CHECK(m_state == State::Idle);
    m_state = State::Busy;
    m_handedOver = false;
    m_reader.begin(toHead);
    bool open = true;
    if (m_tls) {
        open = m_tls->write(request);
        m_tls->takeToSend(m_outgoing);
        open = open && flush(readiness);
    } else {
        // Nearly always the kernel takes all of it at once, and nothing has to be kept.
        const Transfer sent = m_socket.send(request);
        m_handedOver = sent.bytes > 0;
        open = sent.error == 0;
        if (open && sent.bytes < request.size()) {
            m_outgoing = request.substr(sent.bytes);
            open = flush(readiness);
        }
    }
    if (!open) {
        close();
        return Event::Lost;
    }
    return Event::None;
}

bool ClientConnection::flush(const Poller &readiness)
{
    if (!m_outgoing.empty()) {
        const Transfer sent = m_socket.send(m_outgoing);
        m_handedOver = m_handedOver || sent.bytes > 0;
        if (sent.error != 0) {
            return false;
        }
        m_outgoing.erase(0, sent.bytes);
        if (m_outgoing.empty() && m_outgoing.capacity() > kMostOutgoing) {
            std::string().swap(m_outgoing);
        }
    }
    if (m_watchesWriting != !m_outgoing.empty()) {
        m_watchesWriting = !m_outgoing.empty();
        readiness.change(m_socket.descriptor(), m_watchesWriting ? kReading | EPOLLOUT : kReading,
                         this);
    }
    return true;
}

ClientConnection::Event ClientConnection::ready(std::uint32_t events, std::span<char> scratch,
                                                const Poller &readiness)
{
    if (m_state == State::Closed) {
        return Event::None;
    }
    if (m_state == State::Opening && !m_tls) {
        const Event event = connected(m_tlsContext);
        if (event == Event::OpenFailed) {
            return event;
        }
        if (!flush(readiness)) {
            return failOpening(wordsOf(ECONNRESET));
        }
        return m_tls ? shakeHands(readiness) : event;
    }
    if ((events & EPOLLOUT) != 0 && !flush(readiness)) {
        const bool wasOpening = m_state == State::Opening;
        close();
        return wasOpening ? failOpening(wordsOf(ECONNRESET)) : Event::Lost;
    }
    if ((events & ~std::uint32_t{EPOLLOUT}) == 0) {
        return Event::None;
    }
    return receive((events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0, scratch, readiness);
}

ClientConnection::Event ClientConnection::receive(bool peerClosed, std::span<char> scratch,
                                                  const Poller &readiness)
{
    const std::size_t half = scratch.size() / 2;
    const Transfer got = m_socket.receive(scratch.data(), half);
    if (got.ended || got.error != 0) {
        if (m_state == State::Opening) {
            return failOpening(got.ended ? std::string("the peer closed during the TLS handshake")
                                         : wordsOf(got.error));
        }
        if (got.ended) {
            return takeEnd();
        }
        const bool wasIdle = m_state == State::Idle;
        close();
        return wasIdle ? Event::IdleClosed : Event::Lost;
    }
    if (got.bytes == 0) {
        return Event::None;
    }
    const std::string_view bytes(scratch.data(), got.bytes);
    // A buffer that was filled may not have been all, so that the end is seen later.
    const bool isLast = peerClosed && got.bytes < half;
    return m_tls ? takeEncrypted(bytes, scratch.subspan(half), isLast, readiness)
                 : takePlain(bytes, isLast);
}

ClientConnection::Event ClientConnection::takeEncrypted(std::string_view bytes,
                                                        std::span<char> plain, bool peerClosed,
                                                        const Poller &readiness)
{
    m_tls->takeReceived(bytes);
    if (m_state == State::Opening) {
        const Event event = shakeHands(readiness);
        if (event != Event::Opened) {
            return event;
        }
        // Nobody has asked anything yet, so what came behind belongs to TLS and can wait.
        return event;
    }
    for (;;) {
        std::size_t got = 0;
        const TlsLine::Step step = m_tls->read(plain.data(), plain.size(), got);
        if (got > 0) {
            const Event event = takePlain({plain.data(), got}, peerClosed);
            if (event != Event::None) {
                return event;
            }
            continue;
        }
        switch (step) {
        case TlsLine::Step::More:
            m_tls->takeToSend(m_outgoing);
            static_cast<void>(flush(readiness)); // a loss shows when it is read
            return Event::None;
        case TlsLine::Step::Done:
            return takeEnd();
        case TlsLine::Step::Failed:
            const bool wasIdle = m_state == State::Idle;
            m_error = m_tls->error();
            close();
            return wasIdle ? Event::IdleClosed : Event::Lost;
        }
    }
}

ClientConnection::Event ClientConnection::takePlain(std::string_view bytes, bool peerClosed)
{
    if (m_state == State::Idle) {
        close(); // nobody asked, so whatever it is, it is no answer
        return Event::IdleClosed;
    }
    switch (m_reader.take(bytes)) {
    case ResponseReader::Progress::More:
        return Event::None;
    case ResponseReader::Progress::Wrong:
        close();
        return Event::Wrong;
    case ResponseReader::Progress::Done:
        break;
    }
    if (m_reader.keepsAlive() && m_outgoing.empty() && !peerClosed) {
        m_state = State::Idle;
    } else {
        close();
    }
    return Event::Answered;
}

ClientConnection::Event ClientConnection::takeEnd()
{
    const bool wasIdle = m_state == State::Idle;
    close();
    if (wasIdle) {
        return Event::IdleClosed;
    }
    return m_reader.ended() == ResponseReader::Progress::Done ? Event::Answered : Event::Lost;
}

} // namespace stampede
