// SPDX-License-Identifier: MIT
#include "app/log_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace stampede {

namespace {

struct LogText
{
    Q_DECLARE_TR_FUNCTIONS(LogText)
};

} // namespace

Result<void, QString> emptyLogFile(const QString &path)
{
    QFile file(path);
    const QFileInfo there(path);
    if (there.exists() && !there.isFile()) { // a pipe or a device has nothing to be emptied
        return {};
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return Failure{LogText::tr("%1 cannot be written: %2.").arg(path, file.errorString())};
    }
    return {};
}

} // namespace stampede
