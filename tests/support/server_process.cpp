// SPDX-License-Identifier: MIT
#include "support/server_process.h"

#include <QDir>
#include <QFile>

namespace stampede::test {

std::unique_ptr<QTemporaryDir> makeReachableFolder()
{
    auto folder =
        std::make_unique<QTemporaryDir>(QStringLiteral("/var/tmp/stampede-test-server-XXXXXX"));
    if (!folder->isValid() ||
        !QFile::setPermissions(folder->path(), QFile::ReadOwner | QFile::WriteOwner |
                                                   QFile::ExeOwner | QFile::ExeGroup |
                                                   QFile::ExeOther)) {
        qFatal("no folder can be made in /var/tmp");
    }
    return folder;
}

QString statField(qint64 process, int field)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly)) {
        return {};
    }
    // The name may hold spaces and parentheses; what follows its last one is plain.
    const QString line = QString::fromUtf8(stat.readAll());
    return line.mid(line.lastIndexOf(QLatin1Char(')')) + 2).section(QLatin1Char(' '), field, field);
}

bool isAlive(qint64 process)
{
    const QString state = statField(process, 0);
    if (state.isEmpty() || state == QStringLiteral("X")) {
        return false;
    }
    // The first thread may be a zombie while others still hold the files.
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process));
    return state != QStringLiteral("Z") ||
           threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1;
}

qint64 parentOf(qint64 process)
{
    return statField(process, 1).toLongLong();
}

QString nameOf(qint64 process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    return name.open(QIODevice::ReadOnly) ? QString::fromUtf8(name.readAll()).trimmed() : QString();
}

QList<qint64> processesNaming(const QString &path)
{
    QList<qint64> found;
    const QStringList processes =
        QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[1-9]*")}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(process));
        if (words.open(QIODevice::ReadOnly) && words.readAll().contains(QFile::encodeName(path))) {
            found << process.toLongLong();
        }
    }
    return found;
}

bool answers(const ConnectionSettings &settings)
{
    const auto connection = Connection::open(settings);
    return connection.ok() && connection.value()->value(QStringLiteral("SELECT 1")).ok();
}

} // namespace stampede::test
