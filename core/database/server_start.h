// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/data_folder.h"
#include "database/private_server.h"
#include "database/server_account.h"
#include "database/server_programs.h"
#include "database/server_supervisor.h"
#include "database/socket_folder.h"

#include <QString>

#include <functional>

namespace stampede {

/// What a start asks to be free: the server's files, and room for a run.
inline constexpr qint64 kFreeBytesNeeded = 300LL * 1024 * 1024;

/// Whether the disk that holds the folder has that much room.
Result<void, ServerFailure> checkFreeSpace(const QString &folder, qint64 bytesNeeded);

/// Sees to it that the account can work in the folder, and makes the server's system tables, unless
/// an earlier start has done so; one that was broken off is thrown away. Blocks for seconds, 60 at
/// most.
Result<void, ServerFailure>
installWhereMissing(const ServerPrograms &programs, DataFolder &folder,
                    const ServerAccount &account,
                    const std::function<void(const QString &)> &progress);

/// How the server is called: nothing from option files, nothing on the network.
ServerCommand serverCommand(const ServerPrograms &programs, const DataFolder &folder,
                            const SocketFolder &socketFolder, const ServerAccount &account,
                            int maxConnections);

/// Why a server ended before it answered, with its last words.
ServerFailure diedWhileStarting(const DataFolder &folder);

} // namespace stampede
