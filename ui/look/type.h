// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace stampede {

/// The sizes of the interface.
enum class TextRole
{
    Body,         ///< 10 pt
    Secondary,    ///< 9 pt
    Heading,      ///< 10 pt, heavier: of a card
    StatusBanner, ///< 11 pt: the sentence under the run bar
    Verdict,      ///< 15 pt, heavier
    Figure,       ///< 20 pt, heavier, digits of one width
    Axis          ///< 8.5 pt
};

/// The font for that role, at the text size chosen. UI thread.
QFont typeFont(TextRole role);

/// The same font where its digits are equally wide, else the nearest whose digits are: figures that
/// change do not dance.
QFont tabularFont(const QFont &font);

/// Text of the whole window so much larger than usual, once Theme::apply() has been called again.
/// Pages that paint text have to be drawn anew.
void setTextFactor(double factor);
/// Brings the fonts that widgets were given to the text size, after the style sheet was set.
void scaleOwnFonts();
double textFactor();

} // namespace stampede
