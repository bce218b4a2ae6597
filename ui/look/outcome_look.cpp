// SPDX-License-Identifier: MIT
#include "ui/look/outcome_look.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace stampede {

namespace {

/// A regular polygon with one corner at the top.
QPolygonF regular(const QPointF &center, qreal radius, int corners, double turned = 0)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = turned + 2 * std::numbers::pi * i / corners - std::numbers::pi / 2;
        polygon << center + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return polygon;
}

void drawQuestion(QPainter &painter, const QPointF &center, qreal radius, const QString &sign)
{
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(center, radius, radius);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, static_cast<int>(radius * 1.5)));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(QRectF(center - QPointF(2 * radius, radius), QSizeF(4 * radius, 2 * radius)),
                     Qt::AlignCenter, sign);
}

} // namespace

QString outcomeSign(Outcome outcome, UnknownReason reason)
{
    switch (traitsOf(outcome).mark) {
    case OutcomeMark::Disc:
        return QStringLiteral("●");
    case OutcomeMark::Diamond:
        return QStringLiteral("◆");
    case OutcomeMark::Square:
        return QStringLiteral("■");
    case OutcomeMark::OpenSquare:
        return QStringLiteral("□");
    case OutcomeMark::OpenTriangleDown:
        return QStringLiteral("▽");
    case OutcomeMark::OpenTriangle:
        return QStringLiteral("△");
    case OutcomeMark::OpenDiamond:
        return QStringLiteral("◇");
    case OutcomeMark::OpenPentagon:
        return QStringLiteral("⬠");
    case OutcomeMark::Triangle:
        return QStringLiteral("▲");
    case OutcomeMark::Circle:
        return QStringLiteral("○");
    case OutcomeMark::Question:
        return reason == UnknownReason::Unclassified ? QStringLiteral("?!") : QStringLiteral("?");
    }
    return {};
}

void drawOutcomeMark(QPainter &painter, const QPointF &center, qreal radius, Outcome outcome,
                     UnknownReason reason)
{
    const QColor color = Theme::current().of(outcome);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, std::max(1.0, radius / 4)));
    painter.setBrush(Qt::NoBrush);
    switch (traitsOf(outcome).mark) {
    case OutcomeMark::Disc:
        painter.setBrush(color);
        painter.drawEllipse(center, radius, radius);
        break;
    case OutcomeMark::Diamond:
        painter.setBrush(color);
        painter.drawPolygon(regular(center, radius, 4));
        break;
    case OutcomeMark::Square:
        painter.fillRect(QRectF(center - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)),
                         color);
        break;
    case OutcomeMark::Triangle:
        painter.setBrush(color);
        painter.drawPolygon(regular(center, radius, 3));
        break;
    case OutcomeMark::OpenSquare:
        painter.drawRect(QRectF(center - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
        break;
    case OutcomeMark::OpenTriangleDown:
        painter.drawPolygon(regular(center, radius, 3, std::numbers::pi));
        break;
    case OutcomeMark::OpenTriangle:
        painter.drawPolygon(regular(center, radius, 3));
        break;
    case OutcomeMark::OpenDiamond:
        painter.drawPolygon(regular(center, radius, 4));
        break;
    case OutcomeMark::OpenPentagon:
        painter.drawPolygon(regular(center, radius, 5));
        break;
    case OutcomeMark::Circle:
        painter.drawEllipse(center, radius, radius);
        break;
    case OutcomeMark::Question:
        drawQuestion(painter, center, radius, outcomeSign(outcome, reason));
        break;
    }
    painter.restore();
}

Qt::BrushStyle layerPattern(AnswerLayer layer)
{
    switch (layer) {
    case AnswerLayer::Issued:
        return Qt::SolidPattern;
    case AnswerLayer::AlreadyIssued:
        return Qt::BDiagPattern;
    case AnswerLayer::OutOfStock:
        return Qt::Dense5Pattern;
    case AnswerLayer::OtherRefusals:
        return Qt::NoBrush;
    case AnswerLayer::Errors:
        return Qt::DiagCrossPattern;
    case AnswerLayer::NoAnswer:
        return Qt::VerPattern;
    }
    return Qt::NoBrush;
}

QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern)
{
    if (pattern == Qt::SolidPattern) {
        return color;
    }
    constexpr int kTile = 8;
    QPixmap tile(kTile, kTile);
    constexpr double kThin = 70.0 / 255;
    tile.fill(faint(color, kThin));
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), QBrush(color, pattern));
    painter.end();
    return tile;
}

} // namespace stampede
