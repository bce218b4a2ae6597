// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QSizeF>
#include <QString>

#include <functional>

class QAction;
class QPainter;
class QWidget;

namespace stampede {

/// How something on the screen becomes a file.
struct PictureSource
{
    QString title;
    /// Draws it into a rectangle of that size from the origin on, at any resolution.
    std::function<void(QPainter &, const QSizeF &)> paint;
    std::function<QString()> csv; ///< nothing where there are no figures behind it
};

/// Puts the widget's picture on the clipboard, as savePicture() would draw it, and says so.
void copyPictureOf(QWidget *widget, const PictureSource &source);

/// Lets people take a picture away: the context menu copies it or saves it as PNG, SVG or CSV.
/// `source` is asked anew each time.
void enablePictureExport(QWidget *widget, const std::function<PictureSource()> &source);

/// Writes a picture; its kind follows from the ending (.png, .svg, .csv). `size` in pixels of the
/// screen; a PNG has twice as many. The error is a sentence.
Result<void, QString> savePicture(const PictureSource &source, const QSizeF &size,
                                  const QString &path);

} // namespace stampede
