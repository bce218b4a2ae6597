// SPDX-License-Identifier: MIT
#include "ui/charts/chart_bounds.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

struct ChartBoundsText
{
    Q_DECLARE_TR_FUNCTIONS(ChartBoundsText)
};

constexpr qreal kPadding = 4;
constexpr qreal kBeside = 2.5; ///< pixels that words stay away from the line
constexpr qreal kWidth = 1.5;
constexpr qreal kDash = 4; ///< widths of the line: a curve beneath is seen in the gaps
constexpr qreal kDashGap = 6;

bool isShown(const ChartContent &content)
{
    return content.bounds.known && !content.boundsName.isEmpty();
}

bool isExact(const ChartContent &content)
{
    return content.bounds.low == content.bounds.high;
}

bool crosses(const QLineF &line, const QRectF &place)
{
    if (place.contains(line.p1()) || place.contains(line.p2())) {
        return true;
    }
    const QLineF edges[] = {{place.topLeft(), place.topRight()},
                            {place.topRight(), place.bottomRight()},
                            {place.bottomRight(), place.bottomLeft()},
                            {place.bottomLeft(), place.topLeft()}};
    return std::any_of(std::begin(edges), std::end(edges), [&line](const QLineF &edge) {
        return line.intersects(edge, nullptr) == QLineF::BoundedIntersection;
    });
}

/// Over how many pixels' width the lines of the chart run through that place.
qreal covered(const ChartContent &content, const ChartScale &scale, const QRectF &place)
{
    qreal width = 0;
    for (const ChartLine &line : content.lines) {
        for (qsizetype i = 1; line.shown && i < line.points.size(); ++i) {
            const QPointF &from = line.points[i - 1];
            const QPointF &to = line.points[i];
            const QLineF drawn(scale.x(from.x()), scale.y(from.y()), scale.x(to.x()),
                               scale.y(to.y()));
            if (crosses(drawn, place)) {
                width += std::min(std::abs(drawn.dx()), place.width()) + 1;
            }
        }
    }
    return width;
}

/// The best of the places beside the line: at the right end, in the middle, at the left end; on the
/// side where the line is drawn, then on the other; close to it, then beyond a line that runs
/// along.
QRectF placeFor(const ChartContent &content, const ChartScale &scale, const QSizeF &size,
                qreal value, bool above, const QList<BoundLabel> &taken)
{
    const qreal y = scale.y(value);
    const QRectF &plot = scale.plot;
    const qreal right = plot.right() - size.width();
    QRectF best;
    qreal least = 0;
    const auto consider = [&](const QRectF &place, qreal distance) {
        const bool isOutside = place.top() < plot.top() - kPadding ||
                               place.bottom() > plot.bottom() + 1 || place.left() < plot.left();
        const bool isTaken =
            std::any_of(taken.begin(), taken.end(), [&place](const BoundLabel &other) {
                return other.place.intersects(place);
            });
        const qreal cost =
            covered(content, scale, place) + distance + (isOutside ? 1e4 : 0) + (isTaken ? 1e5 : 0);
        if (best.isNull() || cost < least) {
            best = place;
            least = cost;
        }
    };
    for (const qreal distance : {0.0, 4 * kBeside}) {
        for (const bool over : {above, !above}) {
            const qreal top = over ? y - size.height() - 2 - distance : y + 2 * kBeside + distance;
            for (const qreal left : {right, (plot.left() + right) / 2, plot.left() + kPadding}) {
                consider(QRectF(QPointF(left, top), size), distance);
            }
        }
    }
    return best;
}

} // namespace

QList<BoundLabel> boundLabels(const ChartContent &content, const ChartScale &scale,
                              const QFont &font)
{
    QList<BoundLabel> labels;
    if (!isShown(content)) {
        return labels;
    }
    const QFontMetricsF metrics(font);
    const auto add = [&](const QString &words, double value, bool above) {
        const QSizeF size(metrics.horizontalAdvance(words) + 2 * kPadding, metrics.height());
        labels.append({words, placeFor(content, scale, size, value, above, labels)});
    };
    if (isExact(content)) {
        add(content.boundsName, content.bounds.high, true);
    } else {
        add(ChartBoundsText::tr("%1, at most").arg(content.boundsName), content.bounds.high, true);
        add(ChartBoundsText::tr("%1, at least").arg(content.boundsName), content.bounds.low, false);
    }
    return labels;
}

void paintBoundLines(QPainter &painter, const ChartContent &content, const ChartScale &scale)
{
    if (!isShown(content)) {
        return;
    }
    QPen dashes(Theme::current().text, kWidth, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({kDash, kDashGap});
    painter.setPen(dashes);
    const auto draw = [&](qreal y) {
        painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
    };
    draw(scale.y(content.bounds.high));
    if (!isExact(content)) {
        draw(scale.y(content.bounds.low));
    }
}

void paintBoundLabels(QPainter &painter, const ChartContent &content, const ChartScale &scale,
                      const QFont &font)
{
    painter.setFont(font);
    const QColor ground = faint(Theme::current().panel, 0.8);
    for (const BoundLabel &label : boundLabels(content, scale, font)) {
        painter.fillRect(label.place, ground);
        painter.setPen(Theme::current().text);
        painter.drawText(label.place, Qt::AlignCenter, label.words);
    }
}

} // namespace stampede
