// SPDX-License-Identifier: MIT
#pragma once

#include "print/paper.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace stampede {

/// What is never broken between two pages: a line of text, a line of a table, a picture. Its place
/// is as wide as the content of the sheet.
struct Piece
{
    double height = 0;
    double before = 0; ///< space above, but not at the top of a page
    bool keepWithNext = false;
    bool newPage = false; ///< begins one
    bool atFoot = false;  ///< at the bottom of its page
    QColor bar;           ///< a bar at its left, if valid
    QColor ground;        ///< a ground, if valid
    /// Painted above it where it comes first on a page.
    std::shared_ptr<const Piece> head;
    QString chapter; ///< its title, of the first piece of a chapter
    /// Paints it with its upper left corner there.
    std::function<void(QPainter &, double x, double y)> paint;
};

using Pieces = std::vector<Piece>;

} // namespace stampede
