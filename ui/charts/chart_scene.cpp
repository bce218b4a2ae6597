// SPDX-License-Identifier: MIT
#include "ui/charts/chart_scene.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_marks.h"
#include "ui/look/outcome_look.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace stampede {

namespace {

constexpr double kDimmed = 0.18;
constexpr qreal kAboveGrid = 2.5; ///< Qt Charts has its grid at 2, axes at 3, series from 4 on
constexpr double kAway = 0.3;     ///< of an entry whose series is not shown

/// The ticks as labels of an axis; nothing is touched where they are the same.
void setTicks(QCategoryAxis &axis, const QList<AxisTick> &ticks, double low, double high)
{
    QStringList words;
    for (const AxisTick &tick : ticks) {
        words << tick.words;
    }
    const QStringList before = axis.categoriesLabels();
    bool isSame = before == words;
    for (qsizetype i = 0; isSame && i < ticks.size(); ++i) {
        isSame = axis.endValue(ticks[i].words) == ticks[i].at;
    }
    if (!isSame) {
        for (const QString &each : before) {
            axis.remove(each);
        }
        axis.setStartValue(low);
        for (const AxisTick &tick : ticks) {
            axis.append(tick.words, tick.at);
        }
    }
    if (axis.min() != low || axis.max() != high) {
        axis.setRange(low, high);
    }
}

void setPoints(QXYSeries &series, const QList<QPointF> &points)
{
    if (series.points() != points) {
        series.replace(points);
    }
}

QBrush layerBrush(const QColor &color, Qt::BrushStyle pattern)
{
    return pattern == Qt::NoBrush ? QBrush(faint(color, 0.12)) : patternBrush(color, pattern);
}

QBrush gapBrush()
{
    return patternBrush(Theme::current().damage, Qt::BDiagPattern);
}

} // namespace

/// What Qt Charts has no series for.
class ChartScene::Painted final : public QGraphicsItem
{
public:
    explicit Painted(std::function<void(QPainter &)> paint)
        : m_paint(std::move(paint))
    {}
    void setSize(const QSizeF &size)
    {
        prepareGeometryChange();
        m_size = size;
    }
    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/,
               QWidget * /*widget*/) override
    {
        m_paint(*painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
    QSizeF m_size;
};

ChartScene::ChartScene()
    : m_chart(new QChart)
    , m_time(new QCategoryAxis(m_chart))
    , m_values(new QCategoryAxis(m_chart))
    , m_beneath(new Painted([this](QPainter &painter) {
        paintStretches(painter, *m_content, m_scale, axisFont(m_font), m_withSeries);
    }))
    , m_cloud(new Painted([this](QPainter &painter) {
        if (m_withSeries) {
            paintCloud(painter, *m_content, m_scale, axisFont(m_font));
        }
    }))
    , m_above(new Painted([this](QPainter &painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintCloudLegend(painter, *m_content, axisFont(m_font), legendRoom());
        if (m_withSeries) {
            paintLonePoints(painter, *m_content, m_scale);
        }
        painter.setClipRect(m_scale.plot.adjusted(0, -8, 0, 1), Qt::IntersectClip);
        paintMarks(painter, *m_content, m_scale, m_font, m_withSeries);
    }))
{
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_beneath);
    m_scene.addItem(m_chart);
    m_scene.addItem(m_above);
    m_cloud->setParentItem(m_chart);
    m_cloud->setZValue(kAboveGrid);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    for (QCategoryAxis *axis : {m_time, m_values}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setTruncateLabels(false);
    }
    m_chart->legend()->detachFromChart();
    m_chart->legend()->setBackgroundVisible(false);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_chart->legend()->layout()->setContentsMargins(0, 0, 0, 0);
}

ChartScene::~ChartScene() = default;

double ChartScene::shownValue(double value) const
{
    return m_scale.logarithmic ? std::log10(value) : value;
}

void ChartScene::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_values);
}

/// A narrow line lies on top: one that runs along another is seen inside it.
QLineSeries *ChartScene::addPiece(Line &line, const QString &name, qreal width)
{
    auto *series = new QLineSeries(m_chart);
    series->setName(name);
    // Qt Charts has no say which series lies on top, but each is an item of its own.
    const QList<QGraphicsItem *> before = m_chart->childItems();
    attach(series);
    const QList<QGraphicsItem *> after = m_chart->childItems();
    for (QGraphicsItem *item : after) {
        if (!before.contains(item) && item->toGraphicsObject() != nullptr) {
            item->setZValue(item->zValue() + 1 / (2 + width));
        }
    }
    if (!line.pieces.empty()) { // one line, one entry
        m_chart->legend()->markers(series).constFirst()->setVisible(false);
    }
    line.pieces.push_back(series);
    return series;
}

ChartScene::Area ChartScene::addArea(const QString &name)
{
    Area area;
    area.upper = new QLineSeries(m_chart);
    area.lower = new QLineSeries(m_chart);
    area.series = new QAreaSeries(area.upper, area.lower);
    area.series->setParent(m_chart);
    area.series->setName(name);
    attach(area.series);
    m_chart->legend()->markers(area.series).constFirst()->setShape(QLegend::MarkerShapeRectangle);
    return area;
}

void ChartScene::makeSeries()
{
    while (m_layers.size() < static_cast<std::size_t>(m_content->layers.size())) {
        m_layers.push_back(
            addArea(m_content->layers[static_cast<qsizetype>(m_layers.size())].name));
    }
    while (m_gaps.size() < static_cast<std::size_t>(m_content->gaps.size())) {
        m_gaps.push_back(addArea(m_content->gaps[static_cast<qsizetype>(m_gaps.size())].name));
    }
    m_lines.resize(static_cast<std::size_t>(m_content->lines.size()));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].pieces.empty()) {
            const ChartLine &line = m_content->lines[static_cast<qsizetype>(i)];
            addPiece(m_lines[i], line.name, line.width);
        }
    }
}

void ChartScene::showAxes()
{
    const Theme &theme = Theme::current();
    const QFont axis = axisFont(m_font);
    m_chart->setPlotArea(m_scale.plot);
    setTicks(*m_time, timeTicks(*m_content, m_scale, axis), m_scale.from, m_scale.to);
    QList<AxisTick> values = valueTicks(*m_content, m_scale, axis);
    for (AxisTick &tick : values) {
        tick.at = shownValue(tick.at);
    }
    setTicks(*m_values, values, shownValue(m_scale.low), shownValue(m_scale.high));
    for (QCategoryAxis *each : {m_time, m_values}) {
        each->setLabelsFont(axis);
        each->setLabelsColor(theme.muted);
        each->setGridLinePen(QPen(theme.border, 0.5));
        each->setLinePen(QPen(theme.border, 1));
    }
    m_values->setLineVisible(false);
}

void ChartScene::showLine(std::size_t index)
{
    const ChartLine &line = m_content->lines[static_cast<qsizetype>(index)];
    Line &shown = m_lines[index];
    QPen pen(Theme::current().*line.color, line.width, line.style);
    pen.setJoinStyle(Qt::RoundJoin);
    QList<QList<QPointF>> pieces;
    for (const QList<QPointF> &piece : line.pieces(m_scale.logarithmic)) {
        QList<QPointF> points;
        for (const QPointF &point : piece) {
            points.append({point.x(), shownValue(point.y())});
        }
        pieces.append(points);
    }
    while (shown.pieces.size() < static_cast<std::size_t>(pieces.size())) {
        addPiece(shown, line.name, line.width);
    }
    for (std::size_t i = 0; i < shown.pieces.size(); ++i) {
        QLineSeries *series = shown.pieces[i];
        const bool isUsed = i < static_cast<std::size_t>(pieces.size());
        setPoints(*series, isUsed ? pieces[static_cast<qsizetype>(i)] : QList<QPointF>());
        if (series->pen() != pen) {
            series->setPen(pen);
        }
        series->setVisible(line.shown);
        if (i > 0) {
            m_chart->legend()->markers(series).constFirst()->setVisible(false);
        }
        series->setOpacity(line.dimmed ? kDimmed : 1);
    }
}

void ChartScene::showLines()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        showLine(i);
    }
}

void ChartScene::showLayers()
{
    const Theme &theme = Theme::current();
    std::vector<double> ground(m_content->stretchCount(), 0.0);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const ChartLayer &layer = m_content->layers[static_cast<qsizetype>(i)];
        const Area &area = m_layers[i];
        const bool isDrawn = layer.shown && !layer.isEmpty();
        area.series->setVisible(isDrawn);
        if (!isDrawn) {
            continue;
        }
        QList<QPointF> lower;
        QList<QPointF> upper;
        for (std::size_t step = 0; step < ground.size(); ++step) {
            const double left = m_content->stepWidth * static_cast<double>(step);
            const double right = m_content->stepWidth * static_cast<double>(step + 1);
            lower << QPointF(left, ground[step]) << QPointF(right, ground[step]);
            ground[step] += layer.heights[step];
            upper << QPointF(left, ground[step]) << QPointF(right, ground[step]);
        }
        setPoints(*area.lower, lower);
        setPoints(*area.upper, upper);
        const QColor color = theme.*layer.color;
        area.series->setBrush(layerBrush(color, layer.pattern));
        // A line around it would be seen where nothing of it is.
        area.series->setPen(layer.pattern == Qt::NoBrush ? QPen(color, 1) : QPen(Qt::NoPen));
        area.series->setOpacity(layer.dimmed ? kDimmed : 1);
    }
}

void ChartScene::showGaps()
{
    static const ChartGap kNone;
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        const bool isThere = i < static_cast<std::size_t>(m_content->gaps.size());
        const ChartGap &gap = isThere ? m_content->gaps[static_cast<qsizetype>(i)] : kNone;
        setPoints(*m_gaps[i].upper, gap.upper);
        setPoints(*m_gaps[i].lower, gap.lower);
        m_gaps[i].series->setVisible(!gap.upper.isEmpty());
        m_gaps[i].series->setBrush(gapBrush());
        m_gaps[i].series->setPen(QPen(Qt::NoPen));
    }
}

void ChartScene::showEntry(QAbstractSeries *series, bool isThere, bool isShown, const QPen &pen,
                           const QBrush &brush)
{
    QLegendMarker *marker = m_chart->legend()->markers(series).constFirst();
    marker->setVisible(isThere);
    QFont words = axisFont(m_font);
    words.setStrikeOut(!isShown);
    const QColor color = Theme::current().muted;
    marker->setFont(words);
    marker->setLabelBrush(isShown ? color : faint(color, kAway));
    const auto paled = [isShown](const QColor &full) {
        return isShown ? full : faint(full, kAway);
    };
    QPen edge = pen;
    edge.setColor(paled(pen.color()));
    QBrush ground = brush;
    ground.setColor(paled(brush.color()));
    marker->setPen(edge);
    marker->setBrush(ground);
}

void ChartScene::showLegend()
{
    const Theme &theme = Theme::current();
    QLegend *legend = m_chart->legend();
    // A line that nobody measured has no place beside those that are drawn.
    const auto isDrawn = [](const ChartLine &drawn) { return !drawn.points.isEmpty(); };
    const bool any = !m_content->dots.empty() ||
                     std::any_of(m_content->lines.begin(), m_content->lines.end(), isDrawn);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const ChartLayer &layer = m_content->layers[static_cast<qsizetype>(i)];
        const QColor color = theme.*layer.color;
        showEntry(m_layers[i].series, !layer.isEmpty(), layer.shown, QPen(color, 1),
                  layerBrush(color, layer.pattern));
    }
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        const bool isThere = i < static_cast<std::size_t>(m_content->gaps.size());
        showEntry(m_gaps[i].series, isThere, true, QPen(theme.damage, 1), gapBrush());
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const ChartLine &line = m_content->lines[static_cast<qsizetype>(i)];
        showEntry(m_lines[i].pieces.front(), !any || isDrawn(line), line.shown,
                  QPen(theme.*line.color, line.width, line.style), theme.*line.color);
    }
    legend->setFont(axisFont(m_font));
    legend->setGeometry(legendRoom());
}

QRectF ChartScene::legendRoom() const
{
    const qreal height = 1.4 * QFontMetricsF(axisFont(m_font)).height();
    return {m_scale.plot.left(), m_size.height() - height,
            std::max<qreal>(1, m_scale.plot.right() - m_scale.plot.left()), height};
}

void ChartScene::show(const ChartContent &content, const ChartScale &scale, const QSizeF &size,
                      const QFont &font)
{
    m_content = &content;
    m_scale = scale;
    m_font = font;
    if (m_size != size) {
        m_size = size;
        m_scene.setSceneRect(QRectF(QPointF(), size));
        m_chart->resize(size);
        for (Painted *each : {m_beneath, m_cloud, m_above}) {
            each->setSize(size);
        }
    }
    makeSeries();
    showAxes();
    showLayers();
    showGaps();
    showLines();
    showLegend();
    // The axes follow a plot area that is set only when everything is laid out anew.
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    m_chart->legend()->layout()->activate();
}

void ChartScene::render(QPainter &painter, bool withSeries)
{
    std::vector<std::pair<QAbstractSeries *, qreal>> hidden;
    const auto series = withSeries ? QList<QAbstractSeries *>() : m_chart->series();
    for (QAbstractSeries *each : series) { // unlike their visibility it lays nothing out anew
        hidden.emplace_back(each, each->opacity());
        each->setOpacity(0);
    }
    m_withSeries = withSeries;
    painter.setRenderHint(QPainter::Antialiasing);
    m_scene.render(&painter, QRectF(QPointF(), m_size), QRectF(QPointF(), m_size));
    for (const auto &[each, opacity] : hidden) {
        each->setOpacity(opacity);
    }
}

QList<ChartScene::Entry> ChartScene::entries() const
{
    // Qt Charts tells no place of an entry: the items are those of the markers, in their order.
    const QList<QLegendMarker *> markers = m_chart->legend()->markers();
    const QList<QGraphicsItem *> inside = m_chart->legend()->childItems();
    QList<Entry> entries;
    for (const QGraphicsItem *group : inside) {
        const QList<QGraphicsItem *> items = group->childItems();
        for (qsizetype i = 0; items.size() == markers.size() && i < items.size(); ++i) {
            if (items[i]->isVisible()) {
                entries.append({markers[i]->series()->name(), items[i]->sceneBoundingRect()});
            }
        }
    }
    return entries;
}

QRectF ChartScene::legendEntry(const QString &name) const
{
    for (const Entry &entry : entries()) {
        if (entry.name == name) {
            return entry.place;
        }
    }
    return {};
}

QString ChartScene::legendEntryAt(const QPointF &place) const
{
    for (const Entry &entry : entries()) {
        if (entry.place.contains(place)) {
            return entry.name;
        }
    }
    return {};
}

} // namespace stampede
