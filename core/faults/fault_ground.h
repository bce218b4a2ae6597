// SPDX-License-Identifier: MIT
#pragma once

#include "database/connection.h"
#include "database/database_host.h"
#include "scenario/scenario.h"

namespace stampede {

/// Whether the faults of a scenario may be made there: nobody else's server is killed or stopped.
/// Touches nothing.
Result<void, RunError> mayMakeFaults(const Scenario &scenario, const DatabaseHost &host);

/// Where the server is to be killed: lets it keep what the load begins with, however it is set up.
Result<void, SqlError> makeDurable(const Scenario &scenario, Connection &connection);

} // namespace stampede
