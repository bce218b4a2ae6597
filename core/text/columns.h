// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede::text {

/// How many columns of a terminal the text takes: Korean, Chinese and Japanese characters take two.
qsizetype columnsOf(const QString &text);
/// The text with blanks behind, or before it, up to so many columns.
QString padded(const QString &text, qsizetype columns);
QString paddedBefore(const QString &text, qsizetype columns);
/// As much of its beginning as fits into so many columns.
QString cutTo(const QString &text, qsizetype columns);

} // namespace stampede::text
