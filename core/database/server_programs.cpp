// SPDX-License-Identifier: MIT
#include "database/server_programs.h"

#include "database/database_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace stampede {

QStringList usualProgramFolders()
{
    QStringList folders =
        qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    folders +=
        {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin"),
         QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/libexec")};
    folders.removeDuplicates();
    return folders;
}

QString serverInstallCommand()
{
    return QStringLiteral("apt-get install mariadb-server-core mariadb-client-core");
}

Result<ServerPrograms, QString> findServerPrograms(const QStringList &folders)
{
    ServerPrograms programs;
    // An empty list would make Qt search PATH.
    if (!folders.isEmpty()) {
        programs.server = QStandardPaths::findExecutable(QStringLiteral("mariadbd"), folders);
        programs.installer =
            QStandardPaths::findExecutable(QStringLiteral("mariadb-install-db"), folders);
    }
    if (programs.server.isEmpty() || programs.installer.isEmpty()) {
        return Failure{
            DatabaseText::tr(
                "No MariaDB server found (looked in %1). Install it with `%2`, or give a "
                "database address.")
                .arg(folders.join(QStringLiteral(", ")), serverInstallCommand())};
    }
    return programs;
}

} // namespace stampede
