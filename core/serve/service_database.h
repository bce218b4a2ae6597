#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "run/database_host.h"
#include "scenario/scenario.h"

#include <QString>

#include <functional>

namespace stampede {

/// Where a service works.
struct ServiceDatabase
{
    ConnectionSettings settings;
    CouponId coupon;
    QString url; ///< by which another program of this machine reaches it, without a secret
};

/// Opens the database, claims it, and puts the scenario's coupon and users into tables of its own,
/// under the rules of a run. `connections` is what the service needs. Blocks; one thread.
Result<ServiceDatabase, RunFault>
openServiceDatabase(DatabaseHost &host, const Scenario &scenario, int connections,
                    const std::function<void(const QString &)> &progress);

} // namespace stampede
