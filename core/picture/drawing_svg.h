// SPDX-License-Identifier: MIT
#pragma once

#include "picture/drawing.h"

#include <QString>

namespace stampede {

/// The drawing as an <svg> element for an HTML page, well-formed as XML too. Its colours are the
/// custom properties of drawingStyle(), its patterns those of drawingPatterns(), both once a page.
/// `description` is read out instead of the picture.
QString drawingSvg(const Drawing &drawing, const QString &description);

/// An <svg> element without a size that holds the patterns.
QString drawingPatterns();

/// The custom property of an ink, e.g. "--issued".
QString inkProperty(Ink ink);

} // namespace stampede
