// SPDX-License-Identifier: MIT
#include "serve/api_server.h"

#include "serve/serve_text.h"

#include "serve/http_clients.h"

#include <QCoreApplication>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <exception>
#include <thread>
#include <utility>

#include <sys/resource.h>

namespace stampede {

namespace {

constexpr std::chrono::nanoseconds kGrace = std::chrono::seconds(2);

Failure<RunError> fault(const QString &message, FaultKind kind = FaultKind::Other)
{
    return Failure{RunError{ExitCode::Unreachable, message, {}, kind}};
}

/// Clients that fit, of those that are wanted: each takes one file.
int clientsThatFit(const ApiSettings &settings)
{
    constexpr rlim_t kOwnFiles = 64; // libraries, logs, pipes
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return settings.clients;
    }
    const rlim_t taken = kOwnFiles + static_cast<rlim_t>(settings.pool.connections);
    const rlim_t left = limit.rlim_cur > taken ? limit.rlim_cur - taken : 0;
    return static_cast<int>(std::min<rlim_t>(left, static_cast<rlim_t>(settings.clients)));
}

HttpShared sharedOf(const ApiSettings &settings, DatabasePool &pool)
{
    return {{settings.requestTimeout, settings.idleTimeout,
             static_cast<std::size_t>(clientsThatFit(settings))},
            settings.token,
            pool};
}

} // namespace

/// In the order of need: connections go before what they share.
struct ApiServer::Parts
{
    explicit Parts(const ApiSettings &settings)
        : pool(settings.pool)
        , shared(sharedOf(settings, pool))
        , clients(context, shared)
        , grace(std::max(settings.pool.timeout, settings.requestTimeout) + kGrace)
    {}

    DatabasePool pool;
    HttpShared shared;
    boost::asio::io_context context{1}; // one thread runs it
    HttpClients clients;
    std::chrono::nanoseconds grace;
    std::thread thread;
};

ApiServer::ApiServer(std::unique_ptr<Parts> parts, ListenAddress address)
    : m_parts(std::move(parts))
    , m_address(std::move(address))
{}

ApiServer::~ApiServer()
{
    stop();
}

Result<std::unique_ptr<ApiServer>, RunError> ApiServer::start(ListenSocket socket,
                                                              const ApiSettings &settings)
{
    if (clientsThatFit(settings) < 1) {
        return fault(ServeText::tr("Too few files may be open for %1 connections to the database. "
                                   "Run `ulimit -n 10000` before starting, or use fewer.")
                         .arg(settings.pool.connections));
    }
    // Asio says only by exceptions that the system gave no event queue, the library of threads that
    // it gave no thread.
    try {
        auto parts = std::make_unique<Parts>(settings);
        if (const auto opened = parts->pool.start(); !opened) {
            return fault(opened.error(), FaultKind::Database);
        }
        const ListenAddress address = socket.address();
        const bool isIpv6 = address.host.contains(QLatin1Char(':'));
        if (const auto error = parts->clients.takeOver(socket.release(), isIpv6); error) {
            return fault(ServeText::tr("Nobody can listen at %1: %2.")
                             .arg(address.url(), QString::fromStdString(error.message())));
        }
        parts->clients.start();
        parts->thread = std::thread([&context = parts->context] { context.run(); });
        return std::unique_ptr<ApiServer>(new ApiServer(std::move(parts), address));
    } catch (const std::exception &error) {
        return fault(ServeText::tr("The service could not be started: %1.")
                         .arg(QString::fromLocal8Bit(error.what())));
    }
}

void ApiServer::setDatabaseAway(bool away)
{
    m_parts->pool.setAway(away);
}

void ApiServer::stop()
{
    Parts &parts = *m_parts;
    if (!parts.thread.joinable()) {
        return;
    }
    boost::asio::post(parts.context, [&parts] { parts.clients.windDown(parts.grace); });
    parts.thread.join();
    parts.pool.end();
    // Answers that came after the grace hold their connections until they are handed over.
    parts.context.restart();
    parts.context.poll();
}

} // namespace stampede
