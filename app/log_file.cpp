// SPDX-License-Identifier: MIT
#include "app/log_file.h"

#include "app/command_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace stampede {

Result<void, QString> emptyLogFile(const QString &path)
{
    QFile file(path);
    const QFileInfo there(path);
    if (there.exists() && !there.isFile()) { // a pipe or a device has nothing to be emptied
        return {};
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return Failure{UsageText::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    }
    return {};
}

} // namespace stampede
