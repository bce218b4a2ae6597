// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/server_account.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// One numbered folder below a root, ours alone while this object or a copy of its lock lives:
///   ROOT/stampede-data      says that the root is ours
///   ROOT/1/stampede-data    the same, and whether the installation in it is complete
///   ROOT/1/lock             held by who uses the folder
///   ROOT/1/socket-folder    where the socket of the last start was
///   ROOT/1/data/            the server's own folder
/// As root, only data/ belongs to the server's account. Nothing in it is reached through a link:
/// one in the place of something of this list is refused, and so is one on the way to ROOT that
/// belongs neither to root nor to this account. Errors are sentences. Any one thread.
class DataFolder
{
public:
    /// The first numbered folder that nobody holds, made anew where all are taken. Writes nothing
    /// into a folder that is neither empty nor ours, and says which one that is.
    /// Those in `spared` are left alone.
    static Result<DataFolder, QString> take(const QString &root, const ServerAccount &account,
                                            const QStringList &spared = {});
    /// That numbered folder, which has to be one already; waits up to `withinMs` for whoever holds
    /// it.
    static Result<DataFolder, QString> takeThis(const QString &path, int withinMs);
    ~DataFolder();
    DataFolder(DataFolder &&other) noexcept;
    DataFolder &operator=(DataFolder &&) = delete;
    DataFolder(const DataFolder &) = delete;
    DataFolder &operator=(const DataFolder &) = delete;

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString dataPath() const;
    [[nodiscard]] QString logPath() const;
    /// Held open as long as the folder is ours; a copy of it in another process keeps the folder
    /// taken.
    [[nodiscard]] int lockDescriptor() const { return m_lock; }

    /// Whether an installation was completed here.
    [[nodiscard]] bool isInstalled() const;
    /// Throws away what is there and makes an empty data folder for the account.
    Result<void, QString> beginInstallation(const ServerAccount &account);
    Result<void, QString> finishInstallation();
    /// Hands the installed files to the account, where another one owned them; files with a second
    /// name elsewhere (hard links) are refused, links are handed over themselves.
    Result<void, QString> handOver(const ServerAccount &account);
    /// Removes the socket's folder that the last start has noted, should it still be there, and
    /// notes the one of this start.
    Result<void, QString> noteSocketFolder(const QString &path);

private:
    DataFolder(QString path, int lock);
    QString m_path;
    int m_lock;
};

/// Renames a numbered folder that no server uses any more, so that the next start makes a new one;
/// what is in it is kept. The error is a sentence.
Result<void, QString> putServerFolderAside(const QString &folder);

/// Where the numbered folders are kept: `servers` in the folder of everything.
QString defaultServersRoot();

} // namespace stampede
