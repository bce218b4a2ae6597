// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/log_file.h"
#include "app/stop_signals.h"
#include "issuance/service_log.h"
#include "run/open_files.h"
#include "serve/api_server.h"
#include "serve/service_database.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>

#include <cstdlib>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

namespace stampede {

namespace {

/// Beside those that issue: one that looks coupons up, and room for whoever audits.
constexpr int kFurtherConnections = 20;

bool hasUse(const QString &path)
{
    return path.startsWith(QStringLiteral("service.")) ||
           path.startsWith(QStringLiteral("coupon.")) || path == QLatin1String("users.count") ||
           path == QLatin1String("users.balance");
}

bool standsElsewhere(const QString &path)
{
    for (const char *group : {"load", "target", "thresholds", "users", "about", "seed", "name"}) {
        const QLatin1String name(group);
        if (path == name || path.startsWith(name + QLatin1Char('.'))) {
            return true;
        }
    }
    return false;
}

/// What the settings describe; the faults of all of them at once.
Result<Scenario, Faults> scenarioOf(const QList<Override> &overrides)
{
    Faults faults;
    QList<Override> useful;
    for (const Override &override : overrides) {
        if (!hasUse(override.path) && standsElsewhere(override.path)) {
            faults << UsageText::tr("--set %1: serve has no load and judges nothing; it takes "
                                    "service.…, coupon.…, users.count and users.balance")
                          .arg(override.path);
        } else if (override.path == QLatin1String("service.soldOutLatch")) {
            // It would go on refusing after a run has set the stock anew.
            faults << UsageText::tr(
                          "--set %1: serve outlives the runs that set its stock anew, so it "
                          "must ask the database each time; leave it out")
                          .arg(override.path);
        } else {
            useful << override;
        }
    }
    auto scenario = readScenario(R"({"schema":"stampede.scenario/1","name":"serve"})",
                                 QStringLiteral("serve"), useful);
    if (!scenario) {
        faults += scenario.error();
    }
    return faults.isEmpty() ? scenario : Failure{faults};
}

Result<ListenAddress, ExitCode> addressOf(const CommandLine &line)
{
    if (line.listen.isEmpty()) {
        return ListenAddress{};
    }
    const auto address = parseListenAddress(line.listen);
    if (!address) {
        printError(QStringLiteral("--listen: ") + address.error());
        return Failure{ExitCode::Usage};
    }
    return address.value();
}

/// In the order in which the contract shows it, which QJsonObject would not keep.
QString firstLine(const ServiceDatabase &database, const ListenAddress &address)
{
    const auto pair = [](const char *key, const QJsonValue &value) {
        const QJsonObject object{{QLatin1String(key), value}};
        return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact))
            .mid(1)
            .chopped(1);
    };
    return QStringLiteral("{%1,%2,%3}\n")
        .arg(pair("coupon", static_cast<qint64>(database.coupon.value)),
             pair("address", address.url()), pair("database", database.url));
}

/// What becomes of the database while the service lives: told on standard error, and where it is
/// gone for good the service ends. Belongs to the main thread.
class DatabaseNews final : public QObject
{
public:
    /// `host` outlives it.
    explicit DatabaseNews(const DatabaseHost &host)
        : m_host(host)
    {}

    /// For the lock, whose thread it is called in.
    DatabaseLock::Watcher watcher()
    {
        return [this](DatabaseLock::State state, const QString &sentence) {
            QMetaObject::invokeMethod(
                this, [this, state, sentence] { take(state, sentence); }, Qt::QueuedConnection);
        };
    }
    /// `server` is told, from when the event loop runs. `end` is called once, where the service is
    /// of no use any more.
    void tell(ApiServer *server, std::function<void()> end)
    {
        m_server = server;
        m_end = std::move(end);
    }
    [[nodiscard]] bool isGone() const { return m_isGone; }

private:
    void take(DatabaseLock::State state, const QString &sentence);

    const DatabaseHost &m_host;
    ApiServer *m_server = nullptr;
    std::function<void()> m_end;
    bool m_isGone = false;
};

void DatabaseNews::take(DatabaseLock::State state, const QString &sentence)
{
    const PrivateServer *server = m_host.privateServer();
    const bool hasEnded = server != nullptr && !server->isRunning();
    if (m_server != nullptr) {
        m_server->setDatabaseAway(state != DatabaseLock::State::Held);
    }
    switch (state) {
    case DatabaseLock::State::Held:
        printError(UsageText::tr("Requests are carried out again. %1").arg(sentence));
        return;
    case DatabaseLock::State::Unsure:
        printError(
            hasEnded ? UsageText::tr("The private MariaDB has ended, so nothing can be issued any "
                                     "more. Its log: %1")
                           .arg(server->errorLog())
                     : UsageText::tr("The database is gone; requests are answered with 503 until "
                                     "it is back. %1")
                           .arg(sentence));
        break;
    case DatabaseLock::State::Lost:
        printError(UsageText::tr("The database was gone and now belongs to somebody else. %1")
                       .arg(sentence));
        break;
    }
    const bool isGone = hasEnded || state == DatabaseLock::State::Lost;
    if (isGone && !std::exchange(m_isGone, true) && m_end) {
        m_end();
    }
}

/// Returns when the service has ended.
void waitForTheEnd(ApiServer &server, DatabaseNews &news, bool quiet)
{
    QEventLoop loop;
    StopSignals signals_;
    std::jthread ending;
    const auto end = [&server, &loop, &ending] {
        if (!ending.joinable()) {
            ending = std::jthread([&server, &loop] {
                server.stop();
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            });
        }
    };
    news.tell(&server, end);
    QObject::connect(&signals_, &StopSignals::stopRequested, &loop, [&](int times) {
        if (times > 1) {
            // The private server ends by itself as soon as this program is gone.
            std::_Exit(static_cast<int>(ExitCode::EndedEarly));
        }
        if (!quiet) {
            printError(UsageText::tr("Ending… requests that are here are still answered. Ctrl+C "
                                     "again ends at once."));
        }
        end();
    });
    loop.exec();
    news.tell(nullptr, {});
}

Result<std::unique_ptr<ServiceLog>, ExitCode> logOf(const CommandLine &line)
{
    if (line.log.isEmpty()) {
        return std::unique_ptr<ServiceLog>();
    }
    if (const auto empty = emptyLogFile(line.log); !empty) {
        printError(empty.error());
        return Failure{ExitCode::Usage};
    }
    auto log = ServiceLog::open(line.log);
    if (!log) {
        printError(log.error());
        return Failure{ExitCode::Usage};
    }
    return std::move(log).value();
}

ExitCode serveFrom(const CommandLine &line, const DatabaseUrl &url, const Scenario &scenario,
                   ListenSocket socket, ApiSettings settings)
{
    const auto log = logOf(line);
    if (!log) {
        return log.error();
    }
    if (!driverIsThere()) {
        return ExitCode::Unreachable;
    }
    DatabaseHost host(url, line.allowedHosts);
    DatabaseNews news(host);
    auto database = openServiceDatabase(
        host, scenario, line.connections + kFurtherConnections,
        [&line](const QString &message) {
            if (!line.quiet) {
                printError(message);
            }
        },
        news.watcher());
    if (!database) {
        return printRunFault(database.error());
    }
    settings.pool.database = database.value().settings;
    settings.pool.log = log.value().get();
    auto server = ApiServer::start(std::move(socket), settings);
    if (!server) {
        return printRunFault(server.error());
    }
    printJson(firstLine(database.value(), server.value()->address()).toUtf8());
    if (!line.quiet) {
        printError(
            UsageText::tr("Listening at %1. Ctrl+C ends.").arg(server.value()->address().url()));
    }
    waitForTheEnd(*server.value(), news, line.quiet);
    if (log.value()) {
        if (const auto finished = log.value()->finish(); !finished) {
            printError(finished.error());
            return ExitCode::Internal;
        }
    }
    return news.isGone() ? ExitCode::Unreachable : ExitCode::Success;
}

} // namespace

ExitCode serve(const CommandLine &line)
{
    const auto url = databaseOf(line);
    if (!url) {
        return url.error();
    }
    const auto address = addressOf(line);
    if (!address) {
        return address.error();
    }
    const auto scenario = scenarioOf(line.overrides);
    if (!scenario) {
        return printDiagnostics(scenario.error());
    }
    raiseOpenFileLimit();
    ApiSettings settings;
    settings.token = qgetenv("STAMPEDE_API_TOKEN").toStdString();
    settings.pool.connections = line.connections;
    settings.pool.service = scenario.value().service;
    auto socket = ListenSocket::take(address.value(), settings.token);
    if (!socket) {
        return printRunFault(socket.error());
    }
    return serveFrom(line, url.value(), scenario.value(), std::move(socket).value(), settings);
}

} // namespace stampede
