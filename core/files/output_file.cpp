// SPDX-License-Identifier: MIT
#include "files/output_file.h"

#include "files/files_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace stampede {

namespace {

/// The device's own error, or, where the content failed without one, that it could not be made.
QString errorOf(const QFileDevice &file)
{
    return file.error() == QFileDevice::NoError ? FilesText::tr("it could not be made")
                                                : file.errorString();
}

Result<void, QString> writeStraight(const QString &path, int handle, const OutputContent &content)
{
    QFile file;
    if (handle < 0 || !file.open(handle, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        return Failure{cannotWrite(path, qt_error_string(errno))};
    }
    if (!content(file) || !file.flush()) {
        return Failure{cannotWrite(path, errorOf(file))};
    }
    return {};
}

/// For writing, without waiting for a reader.
int openStream(const QString &path)
{
    const int handle =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (handle >= 0) {
        ::fcntl(handle, F_SETFL, ::fcntl(handle, F_GETFL) & ~O_NONBLOCK);
    }
    return handle;
}

/// What has no content of its own to be kept: a pipe, a terminal, /dev/null.
bool isStream(const QString &path)
{
    struct stat facts = {};
    return ::stat(QFile::encodeName(path).constData(), &facts) == 0 &&
           (S_ISFIFO(facts.st_mode) || S_ISCHR(facts.st_mode));
}

} // namespace

QString cannotWrite(const QString &path, const QString &why)
{
    return FilesText::tr("%1 cannot be written: %2.").arg(path, why);
}

QString resolvedPath(const QString &path)
{
    constexpr int kMostLinks = 40;
    QFileInfo file(path);
    for (int links = 0; file.isSymLink(); ++links) {
        if (links == kMostLinks) {
            return {};
        }
        file.setFile(file.symLinkTarget());
    }
    if (QString canonical = file.canonicalFilePath(); !canonical.isEmpty()) {
        return canonical;
    }
    const QString absolute = QDir::cleanPath(file.absoluteFilePath());
    const QString folder = QFileInfo(QFileInfo(absolute).path()).canonicalFilePath();
    return folder.isEmpty() ? absolute : QDir(folder).filePath(QFileInfo(absolute).fileName());
}

int descriptorOf(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    constexpr std::array kNames = {"/dev/stdin", "/dev/stdout", "/dev/stderr"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (clean == QLatin1String(kNames[i])) {
            return static_cast<int>(i);
        }
    }
    for (const char *folder : {"/dev/fd/", "/proc/self/fd/"}) {
        const QLatin1String start(folder);
        bool isNumber = false;
        const int number = clean.mid(start.size()).toInt(&isNumber);
        if (clean.startsWith(start) && isNumber && number >= 0) {
            return number;
        }
    }
    return -1;
}

std::optional<std::int64_t> freeBytesAt(const QString &path)
{
    QString there = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(there) && QFileInfo(there).path() != there) {
        there = QFileInfo(there).path();
    }
    // QStorageInfo would look for a mount point, which a changed root need not have.
    struct statvfs facts = {};
    if (::statvfs(QFile::encodeName(there).constData(), &facts) != 0) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(facts.f_bavail) * static_cast<std::int64_t>(facts.f_frsize);
}

Result<void, QString> writeOutput(const QString &path, const OutputContent &content)
{
    if (const int descriptor = descriptorOf(path); descriptor >= 0) {
        // What the shell put behind it goes on where it is, after what was printed so far.
        return writeStraight(path, ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0), content);
    }
    if (isStream(path)) {
        return writeStraight(path, openStream(path), content);
    }
    QSaveFile file(resolvedPath(path));
    if (!file.open(QIODevice::WriteOnly)) {
        return Failure{cannotWrite(path, errorOf(file))};
    }
    if (!content(file) || !file.flush()) {
        // Where the system took a part, it says why only when the next byte comes.
        static_cast<void>(file.error() == QFileDevice::NoError && file.write(" ", 1) == 1 &&
                          file.flush());
        return Failure{cannotWrite(path, errorOf(file))};
    }
    // QSaveFile would not tell that this failed.
    if (::fsync(file.handle()) != 0) {
        return Failure{cannotWrite(path, qt_error_string(errno))};
    }
    if (!file.commit()) {
        return Failure{cannotWrite(path, errorOf(file))};
    }
    return {};
}

Result<void, QString> writeOutput(const QString &path, const QByteArray &content)
{
    return writeOutput(path,
                       [&](QIODevice &file) { return file.write(content) == content.size(); });
}

} // namespace stampede
