// SPDX-License-Identifier: MIT
#include "files/input_file.h"

#include "files/files_text.h"

#include <QCoreApplication>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stampede {

Result<std::unique_ptr<QFile>, QString> openOrdinaryFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat facts = {};
    const auto refused = [&facts]() -> Failure<QString> {
        return Failure{S_ISDIR(facts.st_mode) ? FilesText::tr("it is a folder")
                                              : FilesText::tr("it is no ordinary file")};
    };
    // Asked before it is opened, because opening a device may do something, and again afterwards.
    if (::stat(name.constData(), &facts) == 0 && !S_ISREG(facts.st_mode)) {
        return refused();
    }
    const int handle = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (handle < 0) {
        return Failure{qt_error_string(errno)};
    }
    if (::fstat(handle, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(handle);
        return refused();
    }
    auto file = std::make_unique<QFile>();
    if (!file->open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        return Failure{file->errorString()};
    }
    return file;
}

Result<QByteArray, QString> readFileUpTo(const QString &path, qsizetype most)
{
    auto opened = openOrdinaryFile(path);
    if (!opened) {
        return Failure{opened.error()};
    }
    QFile &file = *opened.value();
    QByteArray content;
    while (content.size() <= most) {
        const QByteArray part = file.read(most + 1 - content.size());
        if (part.isEmpty()) {
            break;
        }
        content += part;
    }
    if (file.error() != QFileDevice::NoError) {
        return Failure{file.errorString()};
    }
    return content;
}

} // namespace stampede
