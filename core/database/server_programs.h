// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// Absolute paths of the programs that a private server needs.
struct ServerPrograms
{
    QString server;    ///< mariadbd
    QString installer; ///< mariadb-install-db
};

/// The folders of PATH, then those where packages put servers and where an ordinary user's PATH
/// does not look.
QStringList usualProgramFolders();

/// The command that installs both on Debian.
QString serverInstallCommand();

/// Looks for both programs in `folders`, in that order. The error says where it looked and how to
/// install them.
Result<ServerPrograms, QString> findServerPrograms(const QStringList &folders);

} // namespace stampede
