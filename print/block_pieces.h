// SPDX-License-Identifier: MIT
#pragma once

#include "print/piece.h"
#include "report/report.h"

namespace stampede {

/// The blocks of a chapter as pieces; `scale` shrinks texts and spaces.
Pieces piecesOf(const QList<Block> &blocks, double scale);

/// Parts of it that a page has as well.
void addText(Pieces &pieces, const QString &text, const QFont &font, const QColor &color,
             double before);
void addChapterTitle(Pieces &pieces, const QString &title);

/// A table as pieces, a line of text each, so that even a very long cell finds room.
void addTable(Pieces &pieces, const TableBlock &table, double scale);
/// The same, for a place beside something else.
struct TableColumn
{
    double x = 0;
    double width = 0;
    bool right = false;
};
std::vector<TableColumn> columnsOf(const TableBlock &table, double width, double scale);

} // namespace stampede
