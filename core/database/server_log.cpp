// SPDX-License-Identifier: MIT
#include "database/server_log.h"

#include <QFile>

#include <algorithm>

namespace stampede {

namespace {

constexpr qsizetype kMostLines = 5;
constexpr qsizetype kLongestLine = 300;
constexpr qint64 kReadAtMost = 64LL * 1024;
const QString kErrorMark = QStringLiteral("[ERROR] ");

} // namespace

QStringList lastWords(const QString &text)
{
    QStringList errors;
    QStringList lines;
    for (const QString &raw : text.split(QLatin1Char('\n'))) {
        const QString line = raw.simplified();
        const qsizetype mark = line.indexOf(kErrorMark);
        if (mark >= 0) {
            errors += line.mid(mark + kErrorMark.size()).left(kLongestLine);
        }
        if (!line.isEmpty()) {
            lines += line.left(kLongestLine);
        }
    }
    const QStringList &chosen = errors.isEmpty() ? lines : errors;
    return chosen.last(std::min(kMostLines, chosen.size()));
}

QStringList lastWordsOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(std::max<qint64>(0, file.size() - kReadAtMost));
    return lastWords(QString::fromUtf8(file.readAll()));
}

void setLogAside(const QString &path)
{
    const QString old = path + QStringLiteral(".old");
    QFile::remove(old);
    // Where there is no log yet, or it cannot be moved, the new lines follow the old ones.
    QFile::rename(path, old);
}

} // namespace stampede
