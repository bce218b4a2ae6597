// SPDX-License-Identifier: MIT
#include "print/paper.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace stampede {

namespace {

constexpr std::array<QRgb, kInkCount> kColors = {
    0x00000000, 0xff1b1f24, 0xff57606a, 0xffd5dae0, 0xffffffff, 0xfff4f6f8, 0xff1e82f0,
    0xff6a6e73, 0xffb5801f, 0xff7a1400, 0xff260b30, 0xff00697a, 0xffb3142b, 0xff8a5a00,
};

QPolygonF polygonOf(const std::vector<DrawPoint> &points)
{
    QPolygonF polygon;
    for (const DrawPoint &point : points) {
        polygon << QPointF(point.x, point.y);
    }
    return polygon;
}

/// Paints shapes in the colours of a palette.
class ShapePainter
{
public:
    ShapePainter(QPainter &painter, const InkColors &colors)
        : m_painter(painter)
        , m_colors(colors)
    {}
    void operator()(const LineShape &line);
    void operator()(const RectsShape &shape);
    void operator()(const PolygonShape &polygon);
    void operator()(const CircleShape &circle);
    void operator()(const TextShape &text);

private:
    [[nodiscard]] QBrush brushOf(Ink ink) const
    {
        return ink == Ink::None ? QBrush(Qt::NoBrush) : QBrush(m_colors(ink));
    }
    [[nodiscard]] QPen penOf(Ink ink, double width) const
    {
        if (ink == Ink::None) {
            return {Qt::NoPen};
        }
        QPen pen(m_colors(ink), width);
        pen.setJoinStyle(Qt::RoundJoin);
        pen.setCapStyle(Qt::FlatCap);
        return pen;
    }
    void paintMarks(Fill fill, const QRectF &area);

    QPainter &m_painter;
    const InkColors &m_colors;
};

/// The marks of a pattern over a rectangle, as strokes or dots of the paper's colour: as vectors,
/// and alike at every scale.
void ShapePainter::paintMarks(Fill fill, const QRectF &area)
{
    constexpr double kPitch = 6;
    m_painter.setPen(penOf(Ink::Paper, fill == Fill::Cross ? 0.8 : 1));
    m_painter.setBrush(brushOf(Ink::Paper));
    const auto start = [](double value, double pitch) { return std::floor(value / pitch) * pitch; };
    const double height = area.height();
    if (fill == Fill::Diagonal || fill == Fill::Cross) {
        double x = start(area.left() - height, kPitch);
        while (x < area.right() + height) {
            m_painter.drawLine(QPointF(x, area.bottom()), QPointF(x + height, area.top()));
            if (fill == Fill::Cross) {
                m_painter.drawLine(QPointF(x, area.top()), QPointF(x + height, area.bottom()));
            }
            x += kPitch;
        }
    } else if (fill == Fill::Vertical) {
        constexpr double kNarrow = 4;
        double x = start(area.left(), kNarrow);
        while (x < area.right()) {
            m_painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
            x += kNarrow;
        }
    } else if (fill == Fill::Dots) {
        constexpr double kGrid = 5;
        m_painter.setPen(Qt::NoPen);
        double x = start(area.left(), kGrid);
        while (x < area.right() + kGrid) {
            double y = start(area.top(), kGrid);
            while (y < area.bottom() + kGrid) {
                m_painter.drawEllipse(QPointF(x + 2.5, y + 2.5), 0.9, 0.9);
                y += kGrid;
            }
            x += kGrid;
        }
    }
}

void ShapePainter::operator()(const LineShape &line)
{
    QPen pen = penOf(line.ink, line.width);
    // In units of the line's width.
    switch (line.dash) {
    case Dash::Solid:
        break;
    case Dash::Dashed:
        pen.setDashPattern({6 / line.width, 4 / line.width});
        break;
    case Dash::Dotted:
        pen.setDashPattern({1.5 / line.width, 3 / line.width});
        break;
    case Dash::DashDot:
        pen.setDashPattern({8 / line.width, 3 / line.width, 2 / line.width, 3 / line.width});
        break;
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(polygonOf(line.points));
}

void ShapePainter::operator()(const RectsShape &shape)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const DrawRect &rect : shape.rects) {
        path.addRect(rect.x, rect.y, rect.width, rect.height);
    }
    QBrush brush = brushOf(shape.ink);
    if (shape.strength < 1) {
        QColor color = brush.color();
        color.setAlphaF(static_cast<float>(shape.strength));
        brush.setColor(color);
    }
    m_painter.setPen(penOf(shape.edge, 1));
    m_painter.setBrush(brush);
    m_painter.drawPath(path);
    if (shape.fill != Fill::Solid) {
        m_painter.save();
        m_painter.setClipPath(path, Qt::IntersectClip);
        paintMarks(shape.fill, path.boundingRect());
        m_painter.restore();
    }
}

void ShapePainter::operator()(const PolygonShape &polygon)
{
    m_painter.setPen(penOf(polygon.edge, 1));
    m_painter.setBrush(brushOf(polygon.ink));
    m_painter.drawPolygon(polygonOf(polygon.points));
}

void ShapePainter::operator()(const CircleShape &circle)
{
    m_painter.setPen(penOf(circle.edge, 1));
    m_painter.setBrush(brushOf(circle.ink));
    m_painter.drawEllipse(QPointF(circle.middle.x, circle.middle.y), circle.radius, circle.radius);
}

void ShapePainter::operator()(const TextShape &text)
{
    const QFont font = paper::font(text.size, text.bold);
    const double width = QFontMetricsF(font).horizontalAdvance(text.text) / paper::kFine;
    const double left = text.anchor == Anchor::Start ? 0
                        : text.anchor == Anchor::End ? width
                                                     : width / 2;
    m_painter.setPen(m_colors(text.ink));
    m_painter.setFont(font);
    m_painter.save();
    m_painter.translate(text.at.x - left, text.at.y);
    m_painter.scale(1 / paper::kFine, 1 / paper::kFine);
    m_painter.drawText(QPointF(0, 0), text.text);
    m_painter.restore();
}

} // namespace

namespace paper {

QColor color(Ink ink)
{
    return QColor::fromRgba(kColors[static_cast<std::size_t>(ink)]);
}

QFont font(double size, bool bold)
{
    QFont font = QGuiApplication::font();
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(static_cast<int>(std::lround(size * kFine)));
    return font;
}

QFont fixedFont(double size)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setPixelSize(static_cast<int>(std::lround(size * kFine)));
    return font;
}

} // namespace paper

void paintDrawing(QPainter &painter, const Drawing &drawing, const QRectF &place,
                  const InkColors &colors)
{
    painter.save();
    painter.translate(place.topLeft());
    const double scale = place.width() / drawing.width;
    painter.scale(scale, scale);
    ShapePainter shapes(painter, colors);
    for (const Shape &shape : drawing.shapes) {
        std::visit(shapes, shape);
    }
    painter.restore();
}

} // namespace stampede
