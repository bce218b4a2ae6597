// SPDX-License-Identifier: MIT
#include "interleave/lock_waits.h"

#include "base/clock.h"

#include <QRegularExpression>
#include <QSqlError>

#include <chrono>
#include <thread>

namespace stampede {

namespace {

constexpr std::int64_t kPurgeWithinNs = 2 * kNsPerSecond;
constexpr std::chrono::microseconds kLookAgain(200);

Result<QString, SqlError> innodbStatus(Connection &observer)
{
    auto sent = observer.send(QLatin1String(kInnodbStatus));
    if (!sent) {
        return Failure{sent.error()};
    }
    if (!sent.value().next()) {
        return Failure{sqlErrorFrom(sent.value().lastError())};
    }
    return sent.value().value(2).toString();
}

} // namespace

Result<QSet<qint64>, SqlError> waitingConnections(Connection &observer)
{
    const auto status = innodbStatus(observer);
    if (!status) {
        return Failure{status.error()};
    }
    // A transaction of the list, not of the last deadlock, whose lines begin without dashes.
    static const QRegularExpression waits(
        QStringLiteral("^---TRANSACTION [^\\n]*(?:\\n(?!---TRANSACTION|LOCK WAIT)[^\\n]*)*?"
                       "\\nLOCK WAIT [^\\n]*(?:\\n(?!---TRANSACTION)[^\\n]*)*?"
                       "\\n(?:MariaDB|MySQL) thread id (\\d+),"),
        QRegularExpression::MultilineOption);
    QSet<qint64> waiting;
    for (auto found = waits.globalMatch(status.value()); found.hasNext();) {
        waiting << found.next().captured(1).toLongLong();
    }
    auto others = observer.send(
        QStringLiteral("SELECT id FROM information_schema.processlist WHERE state = 'User lock' "
                       "OR state LIKE 'Waiting for % lock'"));
    if (!others) {
        return Failure{others.error()};
    }
    while (others.value().next()) {
        waiting << others.value().value(0).toLongLong();
    }
    return waiting;
}

Result<void, SqlError> waitForPurge(Connection &observer)
{
    static const QRegularExpression purge(
        QStringLiteral("^Purge done for [^\\n]*state: ([^\\n]*)\\nHistory list length (\\d+)"),
        QRegularExpression::MultilineOption);
    const std::int64_t deadlineNs = monotonicNs() + kPurgeWithinNs;
    while (monotonicNs() < deadlineNs) {
        const auto status = innodbStatus(observer);
        if (!status) {
            return Failure{status.error()};
        }
        const auto found = purge.match(status.value());
        if (!found.hasMatch() || (found.captured(1).contains(QLatin1String("idle")) &&
                                  found.captured(2) == QLatin1String("0"))) {
            return {}; // or this server does not say
        }
        std::this_thread::sleep_for(kLookAgain);
    }
    return {};
}

} // namespace stampede
