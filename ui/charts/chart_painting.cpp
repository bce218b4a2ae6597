#include "ui/charts/chart_painting.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_bounds.h"
#include "ui/look/outcome_look.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace stampede {

namespace {

struct ChartText
{
    Q_DECLARE_TR_FUNCTIONS(ChartText)
};

constexpr qreal kGap = 4;
constexpr double kDimmed = 0.18;

void paintLayers(QPainter &painter, const ChartContent &content, const ChartScale &scale)
{
    const Theme &theme = Theme::current();
    std::vector<double> ground(content.stretchCount(), 0.0);
    for (const ChartLayer &layer : content.layers) {
        if (!layer.shown || layer.isEmpty()) {
            continue;
        }
        QPolygonF upper;
        QPolygonF lower;
        for (std::size_t i = 0; i < ground.size(); ++i) {
            const qreal left = scale.x(content.stepWidth * static_cast<double>(i));
            const qreal right = scale.x(content.stepWidth * static_cast<double>(i + 1));
            lower << QPointF(left, scale.y(ground[i])) << QPointF(right, scale.y(ground[i]));
            ground[i] += layer.heights[i];
            upper << QPointF(left, scale.y(ground[i])) << QPointF(right, scale.y(ground[i]));
        }
        QPolygonF shape = upper;
        for (auto point = lower.crbegin(); point != lower.crend(); ++point) {
            shape << *point;
        }
        const QColor color = theme.*layer.color;
        painter.setOpacity(layer.dimmed ? kDimmed : 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(layer.pattern == Qt::NoBrush ? QBrush(faint(color, 0.12))
                                                      : patternBrush(color, layer.pattern));
        painter.drawPolygon(shape);
        painter.setPen(QPen(color, 1));
        painter.drawPolyline(upper);
    }
    painter.setOpacity(1);
}

void paintLine(QPainter &painter, const ChartLine &line, const ChartScale &scale)
{
    QPolygonF path;
    for (const QPointF &point : line.points) {
        if (!scale.logarithmic || point.y() > 0) {
            path << QPointF(scale.x(point.x()), scale.y(point.y()));
        }
    }
    const QColor color = Theme::current().*line.color;
    QPen pen(color, line.width, line.style);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setOpacity(line.dimmed ? kDimmed : 1);
    if (path.size() != 1) {
        painter.drawPolyline(path);
        return;
    }
    const QPointF point = path.constFirst(); // a line needs two
    if (point.x() >= scale.plot.left() - 1 && point.x() <= scale.plot.right() + 1) {
        const qreal radius = line.width + 1;
        painter.save();
        painter.setClipRect(scale.plot.adjusted(-2 * radius, -2 * radius, 2 * radius, 2 * radius));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(point, radius, radius); // whole, at the edge too
        painter.restore();
    }
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

void paintSeries(QPainter &painter, const ChartContent &content, const ChartScale &scale)
{
    painter.save();
    painter.setClipRect(scale.plot.adjusted(0, -2, 0, 1), Qt::IntersectClip);
    paintLayers(painter, content, scale);
    // The widest first: a line that runs along another one is seen inside it.
    QList<const ChartLine *> lines;
    for (const ChartLine &line : content.lines) {
        if (line.shown) {
            lines.append(&line);
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const ChartLine *one, const ChartLine *other) {
        return one->width > other->width;
    });
    for (const ChartLine *line : lines) {
        paintLine(painter, *line, scale);
    }
    painter.restore();
}

void paintMarks(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                const QFont &font)
{
    const QFont axis = axisFont(font);
    paintBoundLabels(painter, content, scale, axis);
    paintLimits(painter, content, scale, axis);
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
