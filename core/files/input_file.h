// SPDX-License-Identifier: MIT
#pragma once
// files: inputs are ordinary files of a stated size; outputs are whole or not there, and never an
// input, somebody else's file, or what Stampede keeps.

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>

namespace stampede {

/// Opens an ordinary file, or a link to one, to be read from its beginning. A folder, a pipe and a
/// device are refused without waiting for them: a device may have no end, a pipe no writer. The
/// error is a phrase for a sentence that names the file.
Result<std::unique_ptr<QFile>, QString> openOrdinaryFile(const QString &path);

/// The content of an ordinary file, of one longer than `most` bytes one byte more than that. The
/// error as above.
Result<QByteArray, QString> readFileUpTo(const QString &path, qsizetype most);

} // namespace stampede
