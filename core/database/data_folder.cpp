// SPDX-License-Identifier: MIT
#include "database/data_folder.h"

#include "database/database_text.h"

#include "database/socket_folder.h"
#include "files/data_root.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>

namespace stampede {

namespace {

const QString kMarker = QStringLiteral("stampede-data");
const QString kLock = QStringLiteral("lock");
const QString kSocketFolder = QStringLiteral("socket-folder");
const QByteArray kMarkerText = "Private database servers of Stampede keep their data here.\n";
const QByteArray kInstalledText = "installed\n";
constexpr int kMostFolders = 1'000;

QString unusable(const QString &folder, const QString &reason)
{
    return DatabaseText::tr(
               "The folder %1 cannot be used for a private MariaDB: %2. Choose another one with "
               "managed:DIR.")
        .arg(folder, reason);
}

QString unusableNow(const QString &folder)
{
    return unusable(folder, qt_error_string(errno));
}

QString foreign(const QString &folder)
{
    return DatabaseText::tr(
               "The folder %1 is neither empty nor a data folder of Stampede. Nothing was written. "
               "Choose an empty folder with managed:DIR.")
        .arg(folder);
}

QString markerOf(const QString &folder)
{
    return folder + QLatin1Char('/') + kMarker;
}

/// Whether the folder may be written: empty but for our lock, or marked. Entries that appear while
/// another start claims the same folder come with the marker or before anything else.
bool isOurs(const QString &folder)
{
    QStringList entries = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                 QDir::NoDotAndDotDot);
    entries.removeAll(kLock);
    return entries.isEmpty() || QFile::exists(markerOf(folder));
}

QString linked(const QString &path)
{
    return DatabaseText::tr("%1 is a link, or has a second name, and could lead to files of "
                            "somebody else. Nothing was written. Remove it, or choose another "
                            "folder with managed:DIR.")
        .arg(path);
}

bool isLink(const QString &path)
{
    return QFileInfo(path).isSymLink();
}

/// What lies in a folder of ours under a name of ours and is a link; empty where nothing is.
QString linkIn(const QString &folder)
{
    for (const QString &path :
         {folder, markerOf(folder), folder + QLatin1Char('/') + kLock,
          folder + QLatin1Char('/') + kSocketFolder, folder + QStringLiteral("/data")}) {
        if (isLink(path)) {
            return path;
        }
    }
    return {};
}

/// The first link on the way to the folder, itself included, that somebody else has made: neither
/// root nor this account. Empty where there is none.
QString foreignLinkTo(const QString &folder)
{
    for (QString path = folder; path != QLatin1String("/"); path = QFileInfo(path).path()) {
        struct stat entry = {};
        if (lstat(QFile::encodeName(path).constData(), &entry) == 0 && S_ISLNK(entry.st_mode) &&
            entry.st_uid != 0 && entry.st_uid != geteuid()) {
            return path;
        }
    }
    return {};
}

/// Makes the folder and those above it. As root they can be entered by the server's account,
/// whatever the umask is.
bool makeFolder(const QString &folder, bool open)
{
    QStringList missing;
    for (QString path = folder; !QFile::exists(path); path = QFileInfo(path).path()) {
        missing.prepend(path);
    }
    for (const QString &path : std::as_const(missing)) {
        const QByteArray name = QFile::encodeName(path);
        const bool made = mkdir(name.constData(), S_IRWXU) == 0;
        if (!made && errno != EEXIST) {
            return false;
        }
        if (made && open && chmod(name.constData(), S_IRWXU | S_IXGRP | S_IXOTH) != 0) {
            return false;
        }
    }
    return true;
}

/// In place, not by renaming: a second start must never see the folder with a stranger in it.
bool writeMarker(const QString &folder)
{
    QFile file(markerOf(folder));
    return file.exists() ||
           (file.open(QIODevice::WriteOnly | QIODevice::Append) && file.write(kMarkerText) > 0);
}

/// Locks the folder; nothing where somebody else holds it, −1 with errno where it cannot be locked.
std::optional<int> lockFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder + QLatin1Char('/') + kLock);
    const int descriptor =
        ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return -1;
    }
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        return descriptor;
    }
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return reason == EWOULDBLOCK ? std::nullopt : std::optional<int>(-1);
}

/// A folder that is open, closed with this object.
class OpenFolder
{
public:
    explicit OpenFolder(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~OpenFolder()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    OpenFolder(const OpenFolder &) = delete;
    OpenFolder &operator=(const OpenFolder &) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Names in it, without `.` and `..`.
    [[nodiscard]] QList<QByteArray> names() const
    {
        QList<QByteArray> names;
        DIR *entries = fdopendir(dup(m_descriptor));
        // Safe where nobody else reads the same list. NOLINTNEXTLINE(concurrency-mt-unsafe)
        while (const dirent *entry = entries != nullptr ? readdir(entries) : nullptr) {
            const QByteArray name(entry->d_name);
            if (name != "." && name != "..") {
                names << name;
            }
        }
        if (entries != nullptr) {
            closedir(entries);
        }
        return names;
    }

private:
    int m_descriptor;
};

/// Hands a folder over, itself last. From folder to folder by descriptors, so that nobody can put a
/// link in the place of one that has just been looked at. The path of what could not be handed
/// over, with errno; ELOOP for a link in the place of a folder, EMLINK for a file with several
/// names.
QString handOverIn(int above, const QByteArray &name, const ServerAccount &account)
{
    const OpenFolder folder(
        openat(above, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder.descriptor() < 0) {
        return QFile::decodeName(name);
    }
    const QList<QByteArray> names = folder.names();
    for (const QByteArray &inside : names) {
        struct stat entry = {};
        if (fstatat(folder.descriptor(), inside.constData(), &entry, AT_SYMLINK_NOFOLLOW) != 0) {
            return QFile::decodeName(inside);
        }
        if (S_ISDIR(entry.st_mode)) {
            const QString failed = handOverIn(folder.descriptor(), inside, account);
            if (!failed.isEmpty()) {
                return QFile::decodeName(name) + QLatin1Char('/') + failed;
            }
            continue;
        }
        errno = EMLINK;
        if (entry.st_nlink > 1 || fchownat(folder.descriptor(), inside.constData(), account.uid,
                                           account.gid, AT_SYMLINK_NOFOLLOW) != 0) {
            return QFile::decodeName(name) + QLatin1Char('/') + QFile::decodeName(inside);
        }
    }
    return fchown(folder.descriptor(), account.uid, account.gid) == 0 ? QString()
                                                                      : QFile::decodeName(name);
}

/// Hands what lies at the path over, which is a folder and no link.
Result<void, QString> handOverAll(const QString &path, const ServerAccount &account)
{
    const QString failed = handOverIn(AT_FDCWD, QFile::encodeName(path), account);
    if (failed.isEmpty()) {
        return {};
    }
    const bool isLinked = errno == ELOOP || errno == ENOTDIR || errno == EMLINK;
    return Failure{isLinked ? linked(failed) : unusableNow(failed)};
}

} // namespace

Result<void, QString> putServerFolderAside(const QString &folder)
{
    const QString aside =
        folder + QStringLiteral("-aside-") +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    if (!QFile::exists(markerOf(folder)) || !QDir().rename(folder, aside)) {
        return Failure{DatabaseText::tr("The folder %1 cannot be renamed to %2: %3.")
                           .arg(folder, aside, qt_error_string(errno))};
    }
    return {};
}

QString defaultServersRoot()
{
    return defaultDataRoot() + QStringLiteral("/servers");
}

DataFolder::DataFolder(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{}

DataFolder::DataFolder(DataFolder &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1))
{}

DataFolder::~DataFolder()
{
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

Result<DataFolder, QString> DataFolder::take(const QString &root, const ServerAccount &account,
                                             const QStringList &spared)
{
    const QString top = QDir::cleanPath(QDir().absoluteFilePath(root));
    if (const QString link = foreignLinkTo(top); !link.isEmpty()) {
        return Failure{linked(link)};
    }
    if (!makeFolder(top, account.drops)) {
        return Failure{unusableNow(top)};
    }
    if (isLink(markerOf(top))) {
        return Failure{linked(markerOf(top))};
    }
    if (!isOurs(top)) {
        return Failure{foreign(top)};
    }
    if (!writeMarker(top)) {
        return Failure{unusableNow(top)};
    }
    for (int number = 1; number <= kMostFolders; ++number) {
        const QString path = QStringLiteral("%1/%2").arg(top, QString::number(number));
        if (spared.contains(path)) {
            continue;
        }
        if (const QString link = linkIn(path); !link.isEmpty()) {
            return Failure{linked(link)};
        }
        if (!makeFolder(path, account.drops)) {
            return Failure{unusableNow(path)};
        }
        if (!isOurs(path)) {
            return Failure{foreign(path)};
        }
        const std::optional<int> lock = lockFolder(path);
        if (!lock) {
            continue;
        }
        if (*lock < 0 || !writeMarker(path)) {
            return Failure{unusableNow(path)};
        }
        return DataFolder(path, *lock);
    }
    return Failure{unusable(top, DatabaseText::tr("%1 servers use it already").arg(kMostFolders))};
}

Result<DataFolder, QString> DataFolder::takeThis(const QString &path, int withinMs)
{
    constexpr unsigned long kLookAgainMs = 20;
    if (const QString link = linkIn(path); !link.isEmpty()) {
        return Failure{linked(link)};
    }
    if (!QFile::exists(markerOf(path))) {
        return Failure{
            DatabaseText::tr("The folder %1 of the private server is not there any more.")
                .arg(path)};
    }
    for (const QDeadlineTimer deadline(withinMs);;) {
        const std::optional<int> lock = lockFolder(path);
        if (lock && *lock >= 0) {
            return DataFolder(path, *lock);
        }
        if (lock) {
            return Failure{unusableNow(path)};
        }
        if (deadline.hasExpired()) {
            return Failure{unusable(path, DatabaseText::tr("another program uses it"))};
        }
        QThread::msleep(kLookAgainMs);
    }
}

QString DataFolder::dataPath() const
{
    return m_path + QStringLiteral("/data");
}

QString DataFolder::logPath() const
{
    return dataPath() + QStringLiteral("/server.log");
}

bool DataFolder::isInstalled() const
{
    QFile file(markerOf(m_path));
    return file.open(QIODevice::ReadOnly) && file.readAll() == kMarkerText + kInstalledText;
}

Result<void, QString> DataFolder::beginInstallation(const ServerAccount &account)
{
    // A path to a file in the place of the folder is removed as well; links are never followed.
    const QFileInfo data(dataPath());
    const bool isFolder = data.isDir() && !data.isSymLink();
    const bool gone = isFolder ? QDir(dataPath()).removeRecursively()
                               : (QFile::remove(dataPath()) || !data.exists());
    if (!gone) {
        return Failure{
            unusable(dataPath(), DatabaseText::tr("what is left of an earlier start cannot be "
                                                  "removed"))};
    }
    if (!makeFolder(dataPath(), false)) {
        return Failure{unusableNow(dataPath())};
    }
    return account.drops ? handOverAll(dataPath(), account) : Result<void, QString>();
}

Result<void, QString> DataFolder::finishInstallation()
{
    QSaveFile file(markerOf(m_path));
    if (!file.open(QIODevice::WriteOnly) || file.write(kMarkerText + kInstalledText) < 0 ||
        !file.commit()) {
        return Failure{unusable(m_path, file.errorString())};
    }
    return {};
}

Result<void, QString> DataFolder::noteSocketFolder(const QString &path)
{
    const QString name = m_path + QLatin1Char('/') + kSocketFolder;
    QFile last(name);
    if (last.open(QIODevice::ReadOnly)) {
        SocketFolder::removeLeftOver(QFile::decodeName(last.readAll()));
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(QFile::encodeName(path)) < 0 ||
        !file.commit()) {
        return Failure{unusable(m_path, file.errorString())};
    }
    return {};
}

Result<void, QString> DataFolder::handOver(const ServerAccount &account)
{
    struct stat data = {};
    const bool isThere = lstat(QFile::encodeName(dataPath()).constData(), &data) == 0;
    const bool isTheirs = isThere && S_ISDIR(data.st_mode) && data.st_uid == account.uid;
    return account.drops && !isTheirs ? handOverAll(dataPath(), account) : Result<void, QString>();
}

} // namespace stampede
