// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace stampede {

/// Sizes on the stage, in points at factor 1.
namespace stage {
inline constexpr qreal kSmallest = 20;
inline constexpr qreal kCaption = 24;
inline constexpr qreal kHeadline = 32;
inline constexpr qreal kAnswers = 44;
inline constexpr qreal kFigure = 72;
} // namespace stage

inline QFont stageFont(const QFont &font, qreal points, int weight = QFont::Normal)
{
    QFont sized = font;
    sized.setPointSizeF(points);
    sized.setWeight(static_cast<QFont::Weight>(weight));
    return sized;
}

} // namespace stampede
