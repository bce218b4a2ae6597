// SPDX-License-Identifier: MIT
#include "database/socket_folder.h"

#include "database/database_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace stampede {

namespace {

constexpr qsizetype kLongestSocket = 100; // sun_path holds 107; some builds of the server take less
const QString kNameStart = QStringLiteral("stampede-");
const QString kSocketName = QStringLiteral("/server.sock");

QString parentFor(const ServerAccount &account)
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString longest =
        runtime + QLatin1Char('/') + kNameStart + QStringLiteral("XXXXXX") + kSocketName;
    const bool usable = QFileInfo(runtime).isAbsolute() && !runtime.contains(QLatin1Char(';')) &&
                        QFile::encodeName(longest).size() <= kLongestSocket &&
                        firstClosedFolder(account, runtime).isEmpty();
    return usable ? runtime : QStringLiteral("/tmp");
}

Result<void, QString> handOver(const QString &folder, const ServerAccount &account)
{
    if (account.drops &&
        lchown(QFile::encodeName(folder).constData(), account.uid, account.gid) != 0) {
        return Failure{DatabaseText::tr("The folder %1 cannot be handed to the user %2: %3.")
                           .arg(folder, account.name, qt_error_string(errno))};
    }
    return {};
}

} // namespace

SocketFolder::SocketFolder(QString path)
    : m_path(std::move(path))
{}

SocketFolder::SocketFolder(SocketFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{}

SocketFolder::~SocketFolder()
{
    if (!m_path.isEmpty()) {
        removeLeftOver(m_path);
    }
}

Result<SocketFolder, QString> SocketFolder::make(const ServerAccount &account)
{
    const QString parent = parentFor(account);
    QByteArray name =
        QFile::encodeName(parent + QLatin1Char('/') + kNameStart + QStringLiteral("XXXXXX"));
    if (mkdtemp(name.data()) == nullptr) {
        return Failure{DatabaseText::tr("No folder for the server's socket can be made in %1: %2.")
                           .arg(parent, qt_error_string(errno))};
    }
    SocketFolder folder(QFile::decodeName(name));
    if (auto handed = handOver(folder.path(), account); !handed) {
        return Failure{handed.error()};
    }
    return folder;
}

Result<void, QString> SocketFolder::renew(const ServerAccount &account) const
{
    // Fails where somebody else has made one of that name meanwhile.
    if (mkdir(QFile::encodeName(m_path).constData(), S_IRWXU) != 0) {
        return Failure{
            DatabaseText::tr("The folder %1 of the server's socket cannot be made again: %2.")
                .arg(m_path, qt_error_string(errno))};
    }
    return handOver(m_path, account);
}

QString SocketFolder::socket() const
{
    return m_path + kSocketName;
}

void SocketFolder::removeLeftOver(const QString &path)
{
    if (QFileInfo(path).fileName().startsWith(kNameStart)) {
        // The supervisor removes both as well; whoever comes second finds nothing.
        static_cast<void>(unlink(QFile::encodeName(path + kSocketName).constData()));
        static_cast<void>(rmdir(QFile::encodeName(path).constData()));
    }
}

} // namespace stampede
