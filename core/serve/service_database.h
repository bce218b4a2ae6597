// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "database/database_host.h"
#include "database/database_lock.h"
#include "scenario/scenario.h"

#include <QString>

#include <functional>
#include <memory>

namespace stampede {

/// Where a service works.
struct ServiceDatabase
{
    ConnectionSettings settings;
    CouponId coupon;
    QString url; ///< by which another program of this machine reaches it, without a secret
    std::unique_ptr<DatabaseLock> lock; ///< held as long as the service lives
};

/// Opens the database, claims it, and puts the scenario's coupon and users into tables of its own,
/// under the rules of a run. `connections` is what the service needs. `watcher` is told what
/// becomes of the database from now on, see DatabaseLock. Blocks; one thread.
Result<ServiceDatabase, RunError>
openServiceDatabase(DatabaseHost &host, const Scenario &scenario, int connections,
                    const std::function<void(const QString &)> &progress,
                    DatabaseLock::Watcher watcher);

} // namespace stampede
