// SPDX-License-Identifier: MIT
#include "picture/drawing_svg.h"

#include <QStringList>

#include <array>

namespace stampede {

namespace {

constexpr std::array kInkNames = {"none",      "text",   "muted",          "border",       "paper",
                                  "panel",     "issued", "already-issued", "out-of-stock", "error",
                                  "no-answer", "held",   "damage",         "warning"};
static_assert(kInkNames.size() == kInkCount);

/// A coordinate with at most two decimals.
QString number(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    if (text.endsWith(QLatin1Char('.'))) {
        text.chop(1);
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString inkName(Ink ink)
{
    return QString::fromLatin1(kInkNames[static_cast<std::size_t>(ink)]);
}

QString paint(Ink ink)
{
    return ink == Ink::None ? QStringLiteral("none")
                            : QStringLiteral("var(%1)").arg(inkProperty(ink));
}

QString dashes(Dash dash)
{
    switch (dash) {
    case Dash::Solid:
        return {};
    case Dash::Dashed:
        return QStringLiteral(" stroke-dasharray=\"6 4\"");
    case Dash::Dotted:
        return QStringLiteral(" stroke-dasharray=\"1.5 3\"");
    case Dash::DashDot:
        return QStringLiteral(" stroke-dasharray=\"8 3 2 3\"");
    }
    return {};
}

QString fillName(Fill fill)
{
    switch (fill) {
    case Fill::Solid:
        return {};
    case Fill::Diagonal:
        return QStringLiteral("diagonal");
    case Fill::Dots:
        return QStringLiteral("dots");
    case Fill::Cross:
        return QStringLiteral("cross");
    case Fill::Vertical:
        return QStringLiteral("vertical");
    }
    return {};
}

QString pointsText(const std::vector<DrawPoint> &points)
{
    QStringList parts;
    parts.reserve(static_cast<qsizetype>(points.size()));
    for (const DrawPoint &point : points) {
        parts << number(point.x) + QLatin1Char(',') + number(point.y);
    }
    return parts.join(QLatin1Char(' '));
}

QString edgeText(Ink edge)
{
    return edge == Ink::None ? QString() : QStringLiteral(" style=\"stroke:%1\"").arg(paint(edge));
}

QString svgOf(const LineShape &line)
{
    return QStringLiteral("<polyline points=\"%1\" style=\"fill:none;stroke:%2\" "
                          "stroke-width=\"%3\" stroke-linejoin=\"round\"%4/>")
        .arg(pointsText(line.points), paint(line.ink), number(line.width), dashes(line.dash));
}

QString svgOf(const RectsShape &shape)
{
    QString path;
    for (const DrawRect &rect : shape.rects) {
        path += QStringLiteral("M%1,%2h%3v%4h-%3z")
                    .arg(number(rect.x), number(rect.y), number(rect.width), number(rect.height));
    }
    if (shape.fill == Fill::Solid) {
        return QStringLiteral("<path d=\"%1\" style=\"fill:%2%3%4\"/>")
            .arg(path, paint(shape.ink),
                 shape.edge == Ink::None ? QString()
                                         : QStringLiteral(";stroke:") + paint(shape.edge),
                 shape.strength < 1 ? QStringLiteral(";fill-opacity:") + number(shape.strength)
                                    : QString());
    }
    return QStringLiteral("<path d=\"%1\" fill=\"url(#%2-%3)\"%4/>")
        .arg(path, fillName(shape.fill), inkName(shape.ink), edgeText(shape.edge));
}

QString svgOf(const PolygonShape &polygon)
{
    return QStringLiteral("<polygon points=\"%1\" style=\"fill:%2%3\"/>")
        .arg(pointsText(polygon.points), paint(polygon.ink),
             polygon.edge == Ink::None ? QString()
                                       : QStringLiteral(";stroke:") + paint(polygon.edge));
}

QString svgOf(const CircleShape &circle)
{
    return QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"%3\" style=\"fill:%4%5\"/>")
        .arg(number(circle.middle.x), number(circle.middle.y), number(circle.radius),
             paint(circle.ink),
             circle.edge == Ink::None ? QString()
                                      : QStringLiteral(";stroke:") + paint(circle.edge));
}

QString svgOf(const TextShape &text)
{
    static const std::array anchors = {QString(), QStringLiteral(" text-anchor=\"middle\""),
                                       QStringLiteral(" text-anchor=\"end\"")};
    return QStringLiteral("<text x=\"%1\" y=\"%2\" font-size=\"%3\"%4%5 style=\"fill:%6\">")
               .arg(number(text.at.x), number(text.at.y), number(text.size),
                    anchors[static_cast<std::size_t>(text.anchor)],
                    text.bold ? QStringLiteral(" font-weight=\"600\"") : QString(),
                    paint(text.ink)) +
           text.text.toHtmlEscaped() + QStringLiteral("</text>");
}

/// One pattern: a plain ground of the colour, and lines or dots of the paper in it.
QString patternOf(Fill fill, Ink ink, const char *size, const char *marks)
{
    return QStringLiteral("<pattern id=\"%1-%2\" width=\"%3\" height=\"%3\" "
                          "patternUnits=\"userSpaceOnUse\"><rect width=\"%3\" height=\"%3\" "
                          "style=\"fill:%4\"/>%5</pattern>\n")
        .arg(fillName(fill), inkName(ink), QLatin1String(size), paint(ink),
             QString::fromLatin1(marks));
}

} // namespace

QString inkProperty(Ink ink)
{
    return QStringLiteral("--") + inkName(ink);
}

QString drawingSvg(const Drawing &drawing, const QString &description)
{
    QString svg = QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"")
                      .arg(number(drawing.width), number(drawing.height)) +
                  description.toHtmlEscaped() + QStringLiteral("\">\n");
    for (const Shape &shape : drawing.shapes) {
        svg += std::visit([](const auto &one) { return svgOf(one); }, shape) + QLatin1Char('\n');
    }
    return svg + QStringLiteral("</svg>\n");
}

QString drawingPatterns()
{
    return QStringLiteral("<svg class=\"patterns\" width=\"0\" height=\"0\" "
                          "aria-hidden=\"true\"><defs>\n") +
           patternOf(Fill::Diagonal, Ink::AlreadyIssued, "6",
                     "<path d=\"M0,6L6,0M-1,1L1,-1M5,7L7,5\" "
                     "style=\"stroke:var(--paper)\" stroke-width=\"1\"/>") +
           patternOf(Fill::Diagonal, Ink::Damage, "6",
                     "<path d=\"M0,6L6,0M-1,1L1,-1M5,7L7,5\" "
                     "style=\"stroke:var(--paper)\" stroke-width=\"2\"/>") +
           patternOf(Fill::Dots, Ink::OutOfStock, "5",
                     "<circle cx=\"2.5\" cy=\"2.5\" r=\"0.9\" style=\"fill:var(--paper)\"/>") +
           patternOf(Fill::Cross, Ink::Error, "6",
                     "<path d=\"M0,0L6,6M6,0L0,6\" style=\"stroke:var(--paper)\" "
                     "stroke-width=\"0.8\"/>") +
           patternOf(Fill::Vertical, Ink::NoAnswer, "4",
                     "<path d=\"M2,0V4\" style=\"stroke:var(--paper)\" stroke-width=\"1\"/>") +
           QStringLiteral("</defs></svg>\n");
}

} // namespace stampede
