// SPDX-License-Identifier: MIT
#pragma once

#include "files/output_file.h"

namespace stampede {

/// Writes a file whose place a person has chosen, whole or not at all, and never among what
/// Stampede keeps. Whether a file that is there already may go was asked when it was chosen. The
/// error is a sentence that names the path.
Result<void, QString> saveChosen(const QString &path, const OutputContent &content);
Result<void, QString> saveChosen(const QString &path, const QByteArray &content);

} // namespace stampede
