// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace stampede::text {

/// The name among `candidates` that the misspelt `name` most likely meant (Damerau-Levenshtein
/// distance of at most a third of its length, at least 2), or empty where none is near.
QString nearestName(const QString &name, const QStringList &candidates);

} // namespace stampede::text
