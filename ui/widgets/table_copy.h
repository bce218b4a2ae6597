// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QAbstractItemView;
class QAbstractItemModel;

namespace stampede {

/// Lets people take text out of a table, list or tree: Ctrl+C and the context menu copy the chosen
/// rows (all where none is chosen) with their headings, columns apart by tabs, as spreadsheets and
/// editors like it. Call once for each view, after its model is set.
void enableTableCopy(QAbstractItemView *view);

/// The rows that are chosen in the view, or all, as enableTableCopy() copies them. At most
/// kMostCopiedRows; a last line says where there would be more.
QString tableText(const QAbstractItemView *view, bool onlyChosen);

inline constexpr int kMostCopiedRows = 100'000;

} // namespace stampede
