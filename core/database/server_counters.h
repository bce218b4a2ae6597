// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"
#include "record/server_figures.h"

namespace stampede {

Result<ServerCounters, SqlError> readServerCounters(Connection &connection);

Result<ServerDescription, SqlError> describeServer(Connection &connection);

} // namespace stampede
