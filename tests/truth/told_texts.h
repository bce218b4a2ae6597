// SPDX-License-Identifier: MIT
#pragma once
// Everything that a finished run says of itself, wherever it says it, as lines of text: what a
// reader of a report, of a file or of the window has before them.

#include "record/run_record.h"

#include <QList>
#include <QString>

namespace stampede {
class MainWindow;
}

namespace stampede::test {

/// One line of one place. Cells of a row are parted by " | ", in tables of the window with the head
/// of their column: "Answers | Meaning: Issued | Count: 10".
struct Told
{
    QString place; ///< "window", "html", "pdf", "markdown", "junit", "json" or "summary"
    QString where; ///< page, tab or chapter in it
    QString text;
};

/// What the files say. Needs an application that can paint.
QList<Told> toldByFiles(const RunRecord &record);

/// What the pages of a window say that shows the run. Turns its pages; leaves the last one.
QList<Told> toldByWindow(MainWindow &window);

} // namespace stampede::test
