#include "database/data_folder.h"

#include "database/socket_folder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

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
const QByteArray kMarkerText = "Private database servers of Stampede keep their data here.\n";
const QByteArray kInstalledText = "installed\n";
constexpr int kMostFolders = 1'000;

struct DataFolderText
{
    Q_DECLARE_TR_FUNCTIONS(DataFolder)
};

QString unusable(const QString &folder, const QString &reason)
{
    return DataFolderText::tr(
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
    return DataFolderText::tr(
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

bool own(const QString &path, const ServerAccount &account)
{
    return lchown(QFile::encodeName(path).constData(), account.uid, account.gid) == 0;
}

} // namespace

Result<void, QString> putServerFolderAside(const QString &folder)
{
    const QString aside =
        folder + QStringLiteral("-aside-") +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    if (!QFile::exists(markerOf(folder)) || !QDir().rename(folder, aside)) {
        return Failure{DataFolderText::tr("The folder %1 cannot be renamed to %2: %3.")
                           .arg(folder, aside, qt_error_string(errno))};
    }
    return {};
}

QString defaultDataRoot()
{
    QString base = qEnvironmentVariable("STAMPEDE_DATA_DIR");
    if (!base.isEmpty()) {
        return base;
    }
    if (geteuid() == 0) {
        return QStringLiteral("/var/lib/stampede");
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/stampede");
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
    if (!makeFolder(top, account.drops)) {
        return Failure{unusableNow(top)};
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
    return Failure{
        unusable(top, DataFolderText::tr("%1 servers use it already").arg(kMostFolders))};
}

Result<DataFolder, QString> DataFolder::takeThis(const QString &path, int withinMs)
{
    constexpr unsigned long kLookAgainMs = 20;
    if (!QFile::exists(markerOf(path))) {
        return Failure{
            DataFolderText::tr("The folder %1 of the private server is not there any more.")
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
            return Failure{unusable(path, DataFolderText::tr("another program uses it"))};
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
            unusable(dataPath(), DataFolderText::tr("what is left of an earlier start cannot be "
                                                    "removed"))};
    }
    if (!makeFolder(dataPath(), false) || (account.drops && !own(dataPath(), account))) {
        return Failure{unusableNow(dataPath())};
    }
    return {};
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
    const QString name = m_path + QStringLiteral("/socket-folder");
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
    if (!account.drops || QFileInfo(dataPath()).ownerId() == account.uid) {
        return {};
    }
    QDirIterator entries(dataPath(),
                         QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        if (!own(entries.next(), account)) {
            return Failure{unusableNow(entries.filePath())};
        }
    }
    if (!own(dataPath(), account)) {
        return Failure{unusableNow(dataPath())};
    }
    return {};
}

} // namespace stampede
