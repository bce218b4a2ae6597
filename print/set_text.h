// SPDX-License-Identifier: MIT
#pragma once

#include "print/paper.h"

#include <QString>

#include <memory>

class QTextLayout;

namespace stampede {

enum class Align
{
    Left,
    Right,
};

/// A text broken into lines of a width. Shared: copies are cheap. Any thread.
class SetText
{
public:
    SetText() = default;
    /// Width in points. Line breaks of the text are kept.
    SetText(const QString &text, const QFont &font, double width, Align align = Align::Left);

    [[nodiscard]] int lines() const;
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    [[nodiscard]] double height() const { return m_lineHeight * lines(); }
    /// Paints one line, or all of them, with the upper left corner there.
    void paintLine(QPainter &painter, int line, double x, double y, const QColor &color) const;
    void paint(QPainter &painter, double x, double y, const QColor &color) const;

    /// How wide a text is on one line, in points.
    static double widthOf(const QString &text, const QFont &font);

private:
    std::shared_ptr<QTextLayout> m_layout;
    double m_lineHeight = 0;
    double m_ascent = 0;
};

} // namespace stampede
