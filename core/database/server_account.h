// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sys/types.h>

namespace stampede {

/// The account that the private server runs as: the program's own, or, since a server refuses to
/// run as root, an unprivileged one.
struct ServerAccount
{
    uid_t uid = 0;
    gid_t gid = 0;
    bool drops = false; ///< whether the program is root and has to change to it
    QString name;       ///< for messages
};

/// The program's own account; for root that of "mysql", or "nobody" where there is none.
ServerAccount serverAccount();

/// The first folder on the way down to `folder`, itself included, that the account may not enter
/// (or, for `folder` itself, not write); empty where it can work there.
QString firstClosedFolder(const ServerAccount &account, const QString &folder);

} // namespace stampede
