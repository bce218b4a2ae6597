// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace stampede {

/// The text as a report may show it: characters that no file of text may hold are replaced by �,
/// those that turn the direction of what follows are closed again at its end, and what is longer
/// than `most` letters is cut and ends in ….
QString printable(const QString &text, qsizetype most = 20'000);

/// A name that every file system takes: letters, figures, - and _ of the text, at most 60, or
/// "report" where nothing is left.
QString safeFileName(const QString &text);

} // namespace stampede
