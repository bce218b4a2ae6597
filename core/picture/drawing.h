// SPDX-License-Identifier: MIT
#pragma once
// picture: charts, the ledger and a race as drawings without a toolkit, with their words; rendered
// as SVG here and as PDF in print. See docs/reports.md.

#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace stampede {

/// A colour by what it means; what it looks like is decided where a drawing is rendered.
enum class Ink
{
    None,
    Text,
    Muted,
    Border,
    Paper,
    Panel,
    Issued,
    AlreadyIssued,
    OutOfStock,
    Error,
    NoAnswer,
    Held,
    Damage,
    Warning,
};

inline constexpr int kInkCount = 14;

/// How an area is filled beside its colour, so that colour is never the only sign.
enum class Fill
{
    Solid,
    Diagonal,
    Dots,
    Cross,
    Vertical,
};

enum class Dash
{
    Solid,
    Dashed,
    Dotted,
    DashDot,
};

enum class Anchor
{
    Start,
    Middle,
    End,
};

struct DrawPoint
{
    double x = 0;
    double y = 0;
};

struct DrawRect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

/// A line through points.
struct LineShape
{
    std::vector<DrawPoint> points;
    Ink ink = Ink::Text;
    double width = 1;
    Dash dash = Dash::Solid;
};

/// Rectangles of one kind.
struct RectsShape
{
    std::vector<DrawRect> rects;
    Ink ink = Ink::Text;
    Fill fill = Fill::Solid;
    Ink edge = Ink::None; ///< with an edge of width 1
    double strength = 1;  ///< of a solid fill: 0 none, 1 all of its colour
};

struct PolygonShape
{
    std::vector<DrawPoint> points;
    Ink ink = Ink::Text;
    Ink edge = Ink::None;
};

struct CircleShape
{
    DrawPoint middle;
    double radius = 1;
    Ink ink = Ink::Text;
    Ink edge = Ink::None;
};

/// One line of text on the base line `at`.
struct TextShape
{
    DrawPoint at;
    QString text;
    double size = 11;
    Anchor anchor = Anchor::Start;
    Ink ink = Ink::Text;
    bool bold = false;
};

using Shape = std::variant<LineShape, RectsShape, PolygonShape, CircleShape, TextShape>;

/// A picture as shapes from back to front, in units of which a body text is 11 high. Rendered as
/// SVG (drawing_svg.h) and by painters. The origin is the upper left corner.
struct Drawing
{
    double width = 0;
    double height = 0;
    std::vector<Shape> shapes;

    void add(Shape shape) { shapes.push_back(std::move(shape)); }
};

/// About how wide a text of that size comes out, where no font can be asked.
double estimatedWidth(const QString &text, double size);

/// A drawing with its words: a chart of a run, a race.
struct Picture
{
    QString title;
    QString remark; ///< e.g. the unit, the width of the steps
    Drawing drawing;
    QString description; ///< for who cannot see it
    bool wide = false;   ///< takes a line of its own
};

} // namespace stampede
