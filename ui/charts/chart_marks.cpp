// SPDX-License-Identifier: MIT
#include "ui/charts/chart_marks.h"

#include "text/number_text.h"
#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_bounds.h"
#include "ui/look/outcome_look.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <array>
#include <cmath>

namespace stampede {

namespace {

struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

constexpr qreal kGap = 4;
/// How far the words of a stretch may go: they may be longer than it, up to the next one.
qreal wordsEnd(const ChartContent &content, const ChartScale &scale, const ChartStretch &stretch)
{
    qreal end = scale.plot.right();
    for (const ChartStretch &other : content.stretches) {
        if (other.from > stretch.from) {
            end = std::min(end, scale.x(other.from));
        }
    }
    return end - kGap;
}

void paintLimits(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                 const QFont &font)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    qreal outside = scale.plot.top();
    for (const ChartLimit &limit : content.limits) {
        const bool isOutside = limit.value > scale.high || limit.value < scale.low;
        const QString label =
            isOutside ? ChartText::tr("%1 ↑ beyond this chart").arg(limit.label) : limit.label;
        const qreal width = metrics.horizontalAdvance(label) + 2 * kGap;
        qreal y = scale.y(limit.value);
        QRectF words(scale.plot.right() - width, y - metrics.height(), width, metrics.height());
        if (isOutside) {
            words.moveTop(outside);
            outside += metrics.height();
        } else {
            painter.setPen(QPen(theme.text, 1.5, Qt::DotLine));
            painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
            if (words.top() < scale.plot.top()) {
                words.moveTop(y + 1);
            }
        }
        painter.fillRect(words, faint(theme.panel, 0.8));
        painter.setPen(theme.text);
        painter.drawText(words, Qt::AlignCenter, label);
    }
}

/// A line at each of them; words to its left, where no stretch that begins there has its own.
void paintMoments(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                  const QFont &font)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (const ChartMark &moment : content.moments) {
        if (moment.at < scale.from || moment.at > scale.to) {
            continue;
        }
        const qreal x = std::round(scale.x(moment.at)) + 0.5;
        painter.setPen(QPen(moment.harmful ? theme.damage : theme.text, 1.5));
        painter.drawLine(QPointF(x, scale.plot.top()), QPointF(x, scale.plot.bottom()));
        const qreal width = metrics.horizontalAdvance(moment.label) + 2 * kGap;
        QRectF words(x - width - 1, scale.plot.top(), width, metrics.height());
        if (words.left() < scale.plot.left()) {
            words.moveTo(x + 1, scale.plot.top() + (moment.harmful ? metrics.height() : 0));
        }
        painter.fillRect(words, faint(theme.panel, 0.8));
        painter.drawText(words, Qt::AlignCenter, moment.label);
    }
}

void paintFlags(QPainter &painter, const ChartContent &content, const ChartScale &scale)
{
    constexpr qreal kPole = 12;
    constexpr qreal kCloth = 7;
    painter.setPen(QPen(Theme::current().text, 1));
    painter.setBrush(Theme::current().text);
    for (const double second : content.flags) {
        if (second < scale.from || second > scale.to) {
            continue;
        }
        const QPointF foot(scale.x(second), scale.plot.bottom());
        const QPointF top = foot - QPointF(0, kPole);
        painter.drawLine(foot, top);
        painter.drawPolygon(
            QPolygonF{top, top + QPointF(kCloth, kCloth / 2), top + QPointF(0, kCloth)});
    }
}

/// Name and value of every shown series at that moment.
QList<QPair<QColor, QString>> readout(const ChartContent &content, double seconds)
{
    const Theme &theme = Theme::current();
    QList<QPair<QColor, QString>> entries;
    const auto add = [&](const QColor &color, const QString &name, double value) {
        entries.append({color, QStringLiteral("%1  %2").arg(name, valueText(content, value))});
    };
    for (const ChartLine &line : content.lines) {
        const auto value = line.valueAt(seconds);
        if (line.shown && value) {
            add(theme.*line.color, line.name, *value);
        }
    }
    const auto stretch = static_cast<std::int64_t>(
        content.stepWidth > 0 ? std::floor(seconds / content.stepWidth) : -1);
    for (auto layer = content.layers.crbegin(); layer != content.layers.crend(); ++layer) {
        const bool isIn =
            stretch >= 0 && stretch < static_cast<std::int64_t>(layer->heights.size());
        if (layer->shown && !layer->isEmpty() && isIn) {
            add(theme.*layer->color, layer->name,
                layer->heights[static_cast<std::size_t>(stretch)]);
        }
    }
    return entries;
}

} // namespace

void paintStretches(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, bool whole)
{
    const Theme &theme = Theme::current();
    for (const ChartStretch &stretch : content.stretches) {
        if (stretch.cameOut && !whole) {
            continue;
        }
        const qreal left = std::max(scale.x(stretch.from), scale.plot.left());
        const qreal right = std::min(scale.x(stretch.to), scale.plot.right());
        if (right <= left) {
            continue;
        }
        const QColor color = stretch.harmful ? theme.damage : theme.text;
        const QRectF shade(left, scale.plot.top(), right - left, scale.plot.height());
        painter.fillRect(shade, faint(color, stretch.harmful ? 0.10 : 0.08));
        painter.fillRect(shade, QBrush(faint(color, 0.12), Qt::BDiagPattern));
        painter.setPen(stretch.harmful ? theme.damage : theme.muted);
        painter.setFont(font);
        QRectF words = shade;
        words.setLeft(left + kGap);
        words.setRight(std::max(wordsEnd(content, scale, stretch), words.left()));
        painter.drawText(
            words, Qt::AlignLeft | Qt::AlignTop,
            QFontMetricsF(font).elidedText(stretch.label, Qt::ElideRight, words.width()));
    }
}

namespace {

/// Marks as pictures: thousands of them are copied in milliseconds, drawn they take a second.
void paintDots(QPainter &painter, const ChartContent &content, const ChartScale &scale,
               qreal radius)
{
    constexpr qreal kFaint = 0.12;
    const bool isRaster = painter.paintEngine()->type() == QPaintEngine::Raster;
    const qreal ratio = painter.device()->devicePixelRatioF();
    std::array<QPixmap, kOutcomeCount> marks;
    const QRectF room = scale.plot.adjusted(-radius, -radius, radius, radius);
    for (const ChartDot &dot : content.dots) {
        const QPointF place(scale.x(dot.seconds), scale.y(dot.value));
        if (!room.contains(place)) {
            continue;
        }
        const auto &chosen = content.dotsHighlighted;
        const bool isFaint =
            !chosen.empty() && std::find(chosen.begin(), chosen.end(), dot.outcome) == chosen.end();
        painter.setOpacity(isFaint ? kFaint : 1);
        if (!isRaster) {
            drawOutcomeMark(painter, place, radius, dot.outcome);
            continue;
        }
        QPixmap &mark = marks.at(indexOf(dot.outcome));
        if (mark.isNull()) {
            const int side = qCeil(2 * radius) + 4;
            mark = QPixmap(QSize(side, side) * ratio);
            mark.setDevicePixelRatio(ratio);
            mark.fill(Qt::transparent);
            QPainter inside(&mark);
            drawOutcomeMark(inside, QPointF(side, side) / 2, radius, dot.outcome);
        }
        const QSizeF size = mark.deviceIndependentSize();
        painter.drawPixmap(place - QPointF(size.width(), size.height()) / 2, mark);
    }
    painter.setOpacity(1);
}

void paintHeat(QPainter &painter, const ChartHeat &heat, const ChartScale &scale)
{
    const std::size_t rows = heat.edges.size() - 1;
    const QColor color = Theme::current().issued;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < heat.counts.size(); ++i) {
        if (heat.counts[i] == 0) {
            continue;
        }
        const std::size_t place = i / rows;
        const auto column = static_cast<double>(place);
        const QRectF cell(
            QPointF(scale.x(heat.stepWidth * column), scale.y(heat.edges[i % rows + 1])),
            QPointF(scale.x(heat.stepWidth * (column + 1)), scale.y(heat.edges[i % rows])));
        painter.fillRect(cell.toAlignedRect().intersected(scale.plot.toAlignedRect()),
                         faint(color, heat.shade(heat.counts[i])));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintLevels(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                 const QFont &font)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    for (const ChartLevel &level : content.levels) {
        const qreal y = scale.y(level.value);
        painter.setPen(QPen(theme.*level.color, 1.5, Qt::DashDotLine));
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
        const qreal width = metrics.horizontalAdvance(level.label) + 2 * kGap;
        QRectF words(scale.plot.right() - width, y - metrics.height() - 1, width, metrics.height());
        if (words.top() < scale.plot.top()) {
            words.moveTop(y + 1);
        }
        painter.fillRect(words, faint(theme.panel, 0.8));
        painter.setPen(theme.text);
        painter.drawText(words, Qt::AlignCenter, level.label);
    }
}

} // namespace

void paintCloud(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font)
{
    constexpr std::size_t kMany = 1000;
    const qreal line = QFontMetricsF(font).height();
    if (!content.heat.counts.empty()) {
        paintHeat(painter, content.heat, scale);
    }
    paintDots(painter, content, scale, content.dots.size() > kMany ? line / 7 : line / 5);
    paintLevels(painter, content, scale, font);
}

namespace {

void paintHeatLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                     const QRectF &room)
{
    constexpr int kShades = 5;
    const ChartHeat &heat = content.heat;
    if (heat.most == 0) {
        return;
    }
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(font);
    const qreal side = metrics.height() * 0.7;
    const QString first = text::count(1);
    const QString last = QStringLiteral("%1 %2").arg(text::count(heat.most), heat.name);
    const qreal width = metrics.horizontalAdvance(first) + metrics.horizontalAdvance(last) +
                        kShades * side + 2 * kGap;
    painter.setFont(font);
    painter.setPen(theme.muted);
    QRectF place(room.right() - width, room.top(), metrics.horizontalAdvance(first), room.height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, first);
    qreal left = place.right() + kGap;
    for (int shade = 0; shade < kShades; ++shade) {
        const auto count = static_cast<std::uint32_t>(
            std::llround(std::pow(heat.most, static_cast<double>(shade) / (kShades - 1))));
        painter.fillRect(QRectF(left, room.center().y() - side / 2, side, side),
                         faint(theme.issued, heat.shade(count)));
        left += side;
    }
    painter.drawText(QRectF(left + kGap, room.top(), room.right() - left, room.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, last);
}

void paintDotsLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                     const QRectF &room)
{
    std::array<bool, kOutcomeCount> occurs{};
    for (const ChartDot &dot : content.dots) {
        occurs.at(indexOf(dot.outcome)) = true;
    }
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    qreal left = room.left();
    for (const Outcome outcome : kAllOutcomes) {
        if (!occurs.at(indexOf(outcome))) {
            continue;
        }
        const QString words = outcomeName(outcome);
        const qreal radius = metrics.height() / 4;
        const qreal width = metrics.horizontalAdvance(words) + 1;
        if (left + 4 * radius + width > room.right()) {
            return; // the tiles have the same marks
        }
        drawOutcomeMark(painter, QPointF(left + radius, room.center().y()), radius, outcome);
        painter.setPen(Theme::current().muted);
        painter.drawText(QRectF(left + 3 * radius, room.top(), width, room.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, words);
        left += 6 * radius + width;
    }
}

} // namespace

void paintCloudLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                      const QRectF &room)
{
    paintHeatLegend(painter, content, font, room);
    paintDotsLegend(painter, content, font, room);
}

void paintLonePoints(QPainter &painter, const ChartContent &content, const ChartScale &scale)
{
    constexpr qreal kBeyond = 1;
    for (const ChartLine &line : content.lines) {
        if (!line.shown) {
            continue;
        }
        const qreal radius = line.width + kBeyond;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().*line.color);
        for (const QList<QPointF> &piece : line.pieces(scale.logarithmic)) {
            const bool isIn = piece.size() == 1 && piece.constFirst().x() >= scale.from &&
                              piece.constFirst().x() <= scale.to;
            if (isIn) { // whole, at the edge too
                painter.drawEllipse(
                    QPointF(scale.x(piece.constFirst().x()), scale.y(piece.constFirst().y())),
                    radius, radius);
            }
        }
    }
}

void paintMarks(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font, bool whole)
{
    const QFont axis = axisFont(font);
    paintBoundLines(painter, content, scale);
    paintBoundLabels(painter, content, scale, axis);
    paintLimits(painter, content, scale, axis);
    if (whole) {
        paintMoments(painter, content, scale, axis);
    }
    paintFlags(painter, content, scale);
}

void paintCrosshair(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                    const QFont &font, double seconds)
{
    if (seconds < scale.from || seconds > scale.to) {
        return;
    }
    const Theme &theme = Theme::current();
    const qreal x = std::round(scale.x(seconds)) + 0.5;
    painter.setPen(QPen(theme.muted, 1));
    painter.drawLine(QPointF(x, scale.plot.top()), QPointF(x, scale.plot.bottom()));
    const auto entries = readout(content, seconds);
    const QFont axis = axisFont(font);
    const QFontMetricsF metrics(axis);
    painter.setFont(axis);
    const QString head = momentText(content, seconds, (scale.to - scale.from) / 1000);
    qreal width = metrics.horizontalAdvance(head);
    for (const auto &[color, words] : entries) {
        width = std::max(width, metrics.horizontalAdvance(words) + metrics.height());
    }
    const qreal height = metrics.height() * static_cast<qreal>(entries.size() + 1);
    QRectF box(x + 2 * kGap, scale.plot.top(), width + 4 * kGap, height + 2 * kGap);
    if (box.right() > scale.plot.right()) {
        box.moveRight(x - 2 * kGap);
    }
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.page);
    painter.drawRoundedRect(box, 4, 4);
    QRectF row = box.adjusted(2 * kGap, kGap, -2 * kGap, 0);
    row.setHeight(metrics.height());
    painter.setPen(theme.muted);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, head);
    for (const auto &[color, words] : entries) {
        row.translate(0, metrics.height());
        const qreal size = metrics.height() * 0.5;
        painter.fillRect(QRectF(row.left(), row.center().y() - size / 2, size, size), color);
        painter.setPen(theme.text);
        painter.drawText(row.adjusted(metrics.height(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         words);
    }
}

} // namespace stampede
