#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace stampede {

/// The object of a JSON file, or the one fault that keeps it from being read, ready to print:
/// "PLACE:LINE:COLUMN: expected …". `place` is the file's name as fault lines show it.
Result<QJsonObject, QString> parseJsonFile(const QByteArray &json, const QString &place);

/// The file's content, of a longer one than `most` bytes one byte more than that. The error is the
/// system's.
Result<QByteArray, QString> readFileUpTo(const QString &path, qsizetype most);

} // namespace stampede
