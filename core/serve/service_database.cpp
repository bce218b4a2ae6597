// SPDX-License-Identifier: MIT
#include "serve/service_database.h"

#include "serve/serve_text.h"

#include "database/ownership.h"
#include "database/schema.h"
#include "run/round_parts.h"

#include <QCoreApplication>

#include <utility>

namespace stampede {

namespace {

/// A private server is reached by its socket, by an account that needs no password there.
QString urlOf(const DatabaseHost &host, const ConnectionSettings &settings)
{
    if (host.url().kind == DatabaseUrl::Kind::Mysql) {
        return host.url().display();
    }
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Mysql;
    url.user = settings.user;
    url.socket = settings.socket;
    url.database = settings.database;
    return url.display();
}

} // namespace

Result<ServiceDatabase, RunError>
openServiceDatabase(DatabaseHost &host, const Scenario &scenario, int connections,
                    const std::function<void(const QString &)> &progress,
                    DatabaseLock::Watcher watcher)
{
    const auto settings = host.open(connections, progress);
    if (!settings) {
        return Failure{settings.error()};
    }
    const auto connection = Connection::open(settings.value());
    if (!connection) {
        return databaseFault(ServeText::tr("The database cannot be reached"), connection.error());
    }
    auto lock =
        lockDatabase(settings.value(), {DatabaseLock::Part::Work, DatabaseLock::Part::Service},
                     std::move(watcher));
    if (!lock) {
        return Failure{lock.error()};
    }
    if (auto ours = claimDatabase(*connection.value(), host.databaseName()); !ours) {
        return Failure{RunError{ExitCode::Unreachable, ours.error(), {}, FaultKind::Database}};
    }
    const auto coupon = prepareTables(*connection.value(), startingStateOf(scenario));
    if (!coupon) {
        return databaseFault(ServeText::tr("The tables could not be prepared"), coupon.error());
    }
    lock.value()->release(DatabaseLock::Part::Work); // a run may come now, one at a time
    return ServiceDatabase{settings.value(), coupon.value(), urlOf(host, settings.value()),
                           std::move(lock).value()};
}

} // namespace stampede
