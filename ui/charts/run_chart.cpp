#include "ui/charts/run_chart.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLeastHeight = 120;

/// The colour, thin, under its pattern: layers tell apart without it.
QBrush patternBrush(const QColor &color, Qt::BrushStyle pattern)
{
    if (pattern == Qt::SolidPattern) {
        return color;
    }
    constexpr int kTile = 8;
    QPixmap tile(kTile, kTile);
    QColor thin = color;
    thin.setAlpha(70);
    tile.fill(thin);
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), QBrush(color, pattern));
    painter.end();
    return tile;
}

} // namespace

RunChart::RunChart(QWidget *parent)
    : QChartView(parent)
    , m_time(new QValueAxis)
    , m_value(new QValueAxis)
{
    auto *plot = new QChart;
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->setMargins(QMargins(0, 0, 4, 0));
    plot->setBackgroundVisible(false);
    plot->addAxis(m_time, Qt::AlignBottom);
    plot->addAxis(m_value, Qt::AlignLeft);
    plot->layout()->setContentsMargins(0, 0, 0, 0);
    plot->legend()->setAlignment(Qt::AlignBottom);
    plot->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_time->setLabelFormat(QStringLiteral("%.3g s"));
    m_value->setLabelFormat(QStringLiteral("%.6g"));
    setChart(plot);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(kLeastHeight);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::StrongFocus);
    retheme();
    fit();
}

int RunChart::addLine(const QString &name, QColor Theme::*color, Qt::PenStyle style, qreal width)
{
    auto *series = new QLineSeries;
    series->setName(name);
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_value);
    m_lines.append({series, color, style, width});
    retheme();
    return static_cast<int>(m_lines.size()) - 1;
}

int RunChart::addLayer(const QString &name, QColor Theme::*color, Qt::BrushStyle pattern)
{
    auto *series = new QAreaSeries(new QLineSeries, new QLineSeries);
    series->upperSeries()->setParent(series);
    series->lowerSeries()->setParent(series);
    series->setName(name);
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_value);
    m_layers.append({series, color, pattern});
    retheme();
    return static_cast<int>(m_layers.size()) - 1;
}

void RunChart::addPrediction(const QString &name)
{
    for (int i = 0; i < 2; ++i) {
        auto *series = new QLineSeries;
        series->setName(name);
        chart()->addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_value);
        m_predictions.append(series);
    }
    const auto markers = chart()->legend()->markers(m_predictions.last());
    for (QLegendMarker *marker : markers) {
        marker->setVisible(false); // one entry stands for both
    }
    retheme();
}

void RunChart::setLine(int line, const QList<QPointF> &points)
{
    m_lines[line].series->replace(points);
}

void RunChart::setLayers(double width, const std::vector<std::vector<double>> &heights)
{
    STAMPEDE_CHECK(static_cast<qsizetype>(heights.size()) == m_layers.size());
    const auto stretches = static_cast<qsizetype>(heights.front().size());
    STAMPEDE_CHECK(stretches <= kMaxSteps);
    QList<QPointF> ground;
    for (qsizetype i = 0; i < stretches; ++i) {
        ground << QPointF(width * static_cast<double>(i), 0)
               << QPointF(width * static_cast<double>(i + 1), 0);
    }
    m_layersTop = 0;
    m_layersRight = width * static_cast<double>(stretches);
    for (qsizetype layer = 0; layer < m_layers.size(); ++layer) {
        const std::vector<double> &own = heights[static_cast<std::size_t>(layer)];
        QList<QPointF> edge = ground;
        for (qsizetype i = 0; i < stretches; ++i) {
            const double top = ground[2 * i].y() + own[static_cast<std::size_t>(i)];
            m_layersTop = std::max(m_layersTop, top);
            edge[2 * i].setY(top);
            edge[2 * i + 1].setY(top);
        }
        QAreaSeries *series = m_layers[layer].series;
        // A layer with nothing in it is not in the legend either.
        series->setVisible(std::any_of(own.begin(), own.end(), [](double h) { return h > 0; }));
        series->upperSeries()->replace(edge);
        series->lowerSeries()->replace(ground);
        ground = edge;
    }
}

void RunChart::fit()
{
    double right = m_layersRight;
    double top = std::max(m_layersTop, m_bounds.known ? m_bounds.high : 0);
    for (const Line &line : std::as_const(m_lines)) {
        const QList<QPointF> points = line.series->points();
        for (const QPointF &point : points) {
            right = std::max(right, point.x());
            top = std::max(top, point.y());
        }
    }
    m_time->setRange(0, right > 0 ? right : 1);
    m_time->setTickCount(6);
    m_time->applyNiceNumbers();
    m_value->setRange(0, top > 0 ? top : 1);
    m_value->setTickCount(5);
    m_value->applyNiceNumbers();
    for (qsizetype i = 0; i < m_predictions.size(); ++i) {
        const double height = i == 0 ? m_bounds.low : m_bounds.high;
        m_predictions[i]->replace(m_bounds.known
                                      ? QList<QPointF>{{0, height}, {m_time->max(), height}}
                                      : QList<QPointF>());
    }
}

void RunChart::retheme()
{
    const Theme &theme = Theme::current();
    chart()->legend()->setLabelColor(theme.muted);
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setLabelsColor(theme.muted);
        axis->setLinePen(QPen(theme.border));
        axis->setGridLinePen(QPen(theme.border, 0.5));
        QFont axisFont = font();
        axisFont.setPointSizeF(8.5);
        axis->setLabelsFont(axisFont);
    }
    for (QLineSeries *prediction : std::as_const(m_predictions)) {
        prediction->setPen(QPen(theme.text, 1.5, Qt::DashLine));
    }
    for (const Line &line : std::as_const(m_lines)) {
        line.series->setPen(QPen(theme.*line.color, line.width, line.style));
    }
    for (const Layer &layer : std::as_const(m_layers)) {
        layer.series->setBrush(patternBrush(theme.*layer.color, layer.pattern));
        layer.series->setPen(Qt::NoPen);
        const auto markers = chart()->legend()->markers(layer.series);
        for (QLegendMarker *marker : markers) {
            marker->setBrush(theme.*layer.color);
            marker->setPen(Qt::NoPen);
            marker->setShape(QLegend::MarkerShapeRectangle);
        }
    }
}

void RunChart::describe(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

void RunChart::setFlags(const QList<double> &seconds)
{
    if (m_flags != seconds) {
        m_flags = seconds;
        scene()->update();
    }
}

void RunChart::drawForeground(QPainter *painter, const QRectF &area)
{
    QChartView::drawForeground(painter, area);
    constexpr qreal kPole = 12;
    constexpr qreal kCloth = 7;
    const QRectF plot = chart()->plotArea();
    painter->setPen(QPen(Theme::current().text, 1));
    painter->setBrush(Theme::current().text);
    for (const double second : m_flags) {
        const qreal x = plot.left() + plot.width() * second / m_time->max();
        if (x > plot.right()) {
            continue;
        }
        const QPointF foot(x, plot.bottom());
        const QPointF top = foot - QPointF(0, kPole);
        painter->drawLine(foot, top);
        painter->drawPolygon(
            QPolygonF{top, top + QPointF(kCloth, kCloth / 2), top + QPointF(0, kCloth)});
    }
}

} // namespace stampede
