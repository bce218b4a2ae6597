// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "files/input_file.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace stampede {

/// The object of a JSON file, or the one fault that keeps it from being read, ready to print:
/// "PLACE:LINE:COLUMN: expected …". `place` is the file's name as fault lines show it.
Result<QJsonObject, QString> parseJsonFile(const QByteArray &json, const QString &place);

} // namespace stampede
