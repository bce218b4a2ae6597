// SPDX-License-Identifier: MIT
#pragma once
// print: reports on paper. Needs a QGuiApplication, no window and no widget.

#include "picture/drawing.h"

#include <QColor>
#include <QFont>
#include <QRectF>

#include <functional>

class QPainter;

namespace stampede {

/// The sheet, in points: A4 upright.
namespace paper {

inline constexpr double kWidth = 595.28;
inline constexpr double kHeight = 841.89;
inline constexpr double kSide = 48;
inline constexpr double kTop = 46;
inline constexpr double kBottom = 58;
inline constexpr double kContentWidth = kWidth - 2 * kSide;
inline constexpr double kContentHeight = kHeight - kTop - kBottom;
inline constexpr double kFine = 16;

/// The colours of paper, whatever the theme of the window is.
QColor color(Ink ink);
/// The fonts of paper for a size in points, kFine times as large as that: fonts have whole sizes
/// only, so that text is set in finer units than points and drawn smaller.
QFont font(double size, bool bold = false);
QFont fixedFont(double size);

} // namespace paper

/// What each ink looks like somewhere.
using InkColors = std::function<QColor(Ink)>;

/// Paints the drawing as shapes, as wide as the place; on paper unless other colours are given.
void paintDrawing(QPainter &painter, const Drawing &drawing, const QRectF &place,
                  const InkColors &colors = paper::color);

} // namespace stampede
