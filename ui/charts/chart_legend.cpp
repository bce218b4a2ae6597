#include "ui/charts/chart_legend.h"

#include "ui/charts/chart_axes.h"
#include "ui/look/outcome_look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace stampede {

QList<ChartLegendEntry> legendEntries(const ChartContent &content, const QFont &font,
                                      const QSizeF &size, qreal left)
{
    const QFontMetricsF metrics(axisFont(font));
    const qreal line = metrics.height();
    QList<ChartLegendEntry> entries;
    qreal x = left;
    const auto add = [&](const QString &name, bool isLayer, qsizetype index) {
        const qreal width = metrics.horizontalAdvance(name) + 2 * line;
        entries.append(
            {name, QRectF(x, size.height() - 1.3 * line, width, 1.3 * line), isLayer, index});
        x += width + line;
    };
    // A line that nobody measured has no place beside those that are drawn.
    const auto isDrawn = [](const ChartLine &drawn) { return !drawn.points.isEmpty(); };
    const bool any = std::any_of(content.lines.begin(), content.lines.end(), isDrawn);
    for (qsizetype i = 0; i < content.lines.size(); ++i) {
        if (!any || isDrawn(content.lines[i])) {
            add(content.lines[i].name, false, i);
        }
    }
    for (qsizetype i = 0; i < content.layers.size(); ++i) {
        if (!content.layers[i].isEmpty()) {
            add(content.layers[i].name, true, i);
        }
    }
    return entries;
}

void paintLegend(QPainter &painter, const ChartContent &content, const QFont &font,
                 const QList<ChartLegendEntry> &entries)
{
    constexpr double kAway = 0.3;
    const Theme &theme = Theme::current();
    QFont words = axisFont(font);
    const qreal line = QFontMetricsF(words).height();
    for (const ChartLegendEntry &entry : entries) {
        const QRectF sign(entry.place.left(), entry.place.center().y() - line * 0.3, line * 1.4,
                          line * 0.6);
        bool shown = true;
        if (entry.isLayer) {
            const ChartLayer &layer = content.layers[entry.index];
            const QColor color = theme.*layer.color;
            shown = layer.shown;
            painter.setOpacity(shown ? 1 : kAway);
            painter.setPen(QPen(color, 1));
            painter.setBrush(layer.pattern == Qt::NoBrush ? QBrush(Qt::NoBrush)
                                                          : patternBrush(color, layer.pattern));
            painter.drawRect(sign);
        } else {
            const ChartLine &drawn = content.lines[entry.index];
            shown = drawn.shown;
            painter.setOpacity(shown ? 1 : kAway);
            painter.setPen(QPen(theme.*drawn.color, drawn.width, drawn.style));
            painter.drawLine(QPointF(sign.left(), sign.center().y()),
                             QPointF(sign.right(), sign.center().y()));
        }
        painter.setOpacity(1);
        words.setStrikeOut(!shown);
        painter.setFont(words);
        painter.setPen(theme.muted);
        painter.drawText(entry.place.adjusted(1.8 * line, 0, line, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.name);
    }
}

} // namespace stampede
