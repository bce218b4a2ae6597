// SPDX-License-Identifier: MIT
#include "ui/hot_row/row_marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace stampede {

namespace {

constexpr qreal kHatchGap = 5;
constexpr qreal kEdgeFrom = 5; ///< pixels of height: lower ones would be nothing but edge

/// A regular polygon with its first corner at that angle, in degrees, 90 being up.
QPolygonF polygon(const QPointF &center, qreal radius, int corners, qreal firstDegrees)
{
    QPolygonF shape;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = (firstDegrees + 360.0 * i / corners) * std::numbers::pi / 180;
        shape << center + QPointF(radius * std::cos(angle), -radius * std::sin(angle));
    }
    return shape;
}

qreal linear(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

void paintWaiting(QPainter &painter, const QRectF &where, const QColor &color)
{
    painter.fillRect(where, faint(color, 0.16));
    // The lines alone are too thin to be told from the ground: its edge is what is seen.
    if (where.height() >= kEdgeFrom) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(where.adjusted(0, 0, -1, -1));
        painter.restore();
    }
    // Lines of our own: the patterns of brushes do not scale with the screen.
    painter.save();
    painter.setClipRect(where, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    const QRectF seen = where.intersected(painter.clipBoundingRect());
    const qreal height = where.height();
    const qreal first = std::floor((seen.left() - height) / kHatchGap) * kHatchGap;
    const int lines = static_cast<int>(std::ceil((seen.right() - first) / kHatchGap));
    for (int i = 0; i < lines; ++i) {
        const qreal x = first + i * kHatchGap;
        painter.drawLine(QPointF(x, where.bottom()), QPointF(x + height, where.top()));
    }
    painter.restore();
}

void paintHolding(QPainter &painter, const QRectF &where, const QColor &color)
{
    painter.fillRect(where, color);
}

void paintOutcomeMark(QPainter &painter, const QPointF &center, qreal size, Outcome outcome,
                      const QColor &color)
{
    const qreal radius = size / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const auto outlined = [&painter, &color] {
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(Qt::NoBrush);
    };
    switch (traitsOf(outcome).mark) {
    case OutcomeMark::Disc:
        painter.drawEllipse(center, radius, radius);
        break;
    case OutcomeMark::Diamond:
        painter.drawPolygon(polygon(center, radius * 1.15, 4, 90));
        break;
    case OutcomeMark::Square:
        painter.drawPolygon(polygon(center, radius * 1.2, 4, 45));
        break;
    case OutcomeMark::OpenSquare:
        outlined();
        painter.drawPolygon(polygon(center, radius * 1.2, 4, 45));
        break;
    case OutcomeMark::OpenTriangleDown:
        outlined();
        painter.drawPolygon(polygon(center, radius, 3, 270));
        break;
    case OutcomeMark::OpenTriangle:
        outlined();
        painter.drawPolygon(polygon(center, radius, 3, 90));
        break;
    case OutcomeMark::OpenDiamond:
        outlined();
        painter.drawPolygon(polygon(center, radius, 4, 90));
        break;
    case OutcomeMark::OpenPentagon:
        outlined();
        painter.drawPolygon(polygon(center, radius, 5, 90));
        break;
    case OutcomeMark::Triangle:
        painter.drawPolygon(polygon(center, radius * 1.2, 3, 90));
        break;
    case OutcomeMark::Question: // no font is that small
    case OutcomeMark::Circle:
        outlined();
        painter.drawEllipse(center, radius, radius);
        painter.drawPoint(center);
        break;
    }
}

void paintFindingMark(QPainter &painter, const QPointF &center, qreal size, const Theme &theme)
{
    const qreal radius = size / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.damage);
    painter.drawPolygon(polygon(center, radius * 1.1, 8, 22.5));
    painter.setPen(QPen(theme.onFilled, 1.4));
    const qreal arm = radius * 0.42;
    painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
    painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
}

QColor readableOn(const QColor &color)
{
    const qreal luminance = 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
                            0.0722 * linear(color.blueF());
    // Contrast with black is (L + 0.05) / 0.05, with white 1.05 / (L + 0.05).
    return (luminance + 0.05) * (luminance + 0.05) > 1.05 * 0.05 ? QColor(Qt::black)
                                                                 : QColor(Qt::white);
}

} // namespace stampede
