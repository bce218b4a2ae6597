// SPDX-License-Identifier: MIT
#include "faults/fault_ground.h"

#include "faults/faults_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace stampede {

Result<void, RunError> mayMakeFaults(const Scenario &scenario, const DatabaseHost &host)
{
    for (qsizetype i = 0; i < scenario.faults.size(); ++i) {
        const FaultAction action = scenario.faults.at(i).action;
        const bool needsOwn =
            action == FaultAction::ServerKill || action == FaultAction::ServerFreeze;
        if (needsOwn && host.url().kind != DatabaseUrl::Kind::Managed) {
            return Failure{
                RunError{ExitCode::Unreachable,
                         FaultsText::tr(
                             "faults[%1] is %2: Stampede does that to a private server of its own "
                             "only, never to %3. Run with the database managed:, or leave the "
                             "fault out. Nothing was sent.")
                             .arg(QString::number(i), faultActionKey(action), host.url().display()),
                         {}}};
        }
    }
    return {};
}

Result<void, SqlError> makeDurable(const Scenario &scenario, Connection &connection)
{
    const bool isKilled =
        std::any_of(scenario.faults.begin(), scenario.faults.end(),
                    [](const auto &fault) { return fault.action == FaultAction::ServerKill; });
    if (!isKilled) {
        return {};
    }
    // A server that does not flush at each commit does not do so when it is asked either.
    const auto before =
        connection.value(QStringLiteral("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit"));
    if (!before) {
        return Failure{before.error()};
    }
    const auto set = [](int value) {
        return QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = %1").arg(value);
    };
    for (const QString &statement :
         {set(1), QStringLiteral("FLUSH ENGINE LOGS"), set(before.value().toInt())}) {
        if (auto done = connection.execute(statement); !done) {
            return done;
        }
    }
    return {};
}

} // namespace stampede
