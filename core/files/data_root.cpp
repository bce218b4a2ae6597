// SPDX-License-Identifier: MIT
#include "files/data_root.h"

#include <QStandardPaths>

#include <unistd.h>

namespace stampede {

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

} // namespace stampede
