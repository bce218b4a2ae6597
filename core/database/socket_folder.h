// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/server_account.h"

#include <QString>

namespace stampede {

/// A fresh folder of mode 0700 for the server's socket, which only the server's account (and root)
/// can reach: that is what guards the account without a password. Removed at the end.
class SocketFolder
{
public:
    /// In $XDG_RUNTIME_DIR, or in /tmp where that is not set, too long for a socket's path, or
    /// closed to the account. The error is a sentence.
    static Result<SocketFolder, QString> make(const ServerAccount &account);
    ~SocketFolder();
    SocketFolder(SocketFolder &&other) noexcept;
    SocketFolder &operator=(SocketFolder &&) = delete;
    SocketFolder(const SocketFolder &) = delete;
    SocketFolder &operator=(const SocketFolder &) = delete;

    /// Makes the folder again, under its name, after a supervisor has removed it.
    Result<void, QString> renew(const ServerAccount &account) const;

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString socket() const;

    /// Removes a folder that an earlier start left because it was killed together with its
    /// supervisor. Anything that does not look like one of ours stays.
    static void removeLeftOver(const QString &path);

private:
    explicit SocketFolder(QString path);
    QString m_path;
};

} // namespace stampede
