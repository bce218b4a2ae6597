// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace stampede {

/// The columns of a terminal that the summary is laid out for.
inline constexpr int kSummaryWidth = 80;

/// `words` broken into lines of at most `width` columns; the first line begins with `first`, the
/// others with as many blanks.
QString wrapped(const QString &words, const QString &first = {}, int width = kSummaryWidth);

/// Rows as columns: the first left-aligned, the others right-aligned, at least `gap` blanks
/// between.
QString table(const QList<QStringList> &rows, int gap = 3);

} // namespace stampede
