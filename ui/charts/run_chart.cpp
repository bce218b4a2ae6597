// SPDX-License-Identifier: MIT
#include "ui/charts/run_chart.h"

#include "ui/charts/chart_axes.h"
#include "ui/charts/chart_marks.h"
#include "ui/charts/chart_scene.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kLeastPlot = 5; ///< lines of text high: below that no slope can be read
constexpr int kLeastWidth = 200;

} // namespace

RunChart::RunChart(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    enablePictureExport(this, [this] { return source(); });
}

RunChart::~RunChart() = default;

PictureSource RunChart::source()
{
    return {accessibleName(),
            [this](QPainter &painter, const QSizeF &size) { paintInto(painter, size, true); },
            [this] { return m_content.csv(); }};
}

void RunChart::copyPicture()
{
    copyPictureOf(this, source());
}

QSize RunChart::sizeHint() const
{
    return {2 * kLeastWidth, 2 * minimumSizeHint().height()};
}

QSize RunChart::minimumSizeHint() const
{
    // Below the plot are the ticks' words and the legend.
    return {kLeastWidth, kLeastPlot * fontMetrics().height() + 5 * fontMetrics().height() / 2};
}

int RunChart::addLine(const QString &name, QColor Theme::*color, Qt::PenStyle style, qreal width)
{
    m_content.lines.append({name, color, style, width, {}, {}});
    return static_cast<int>(m_content.lines.size()) - 1;
}

int RunChart::addLayer(const QString &name, QColor Theme::*color, Qt::BrushStyle pattern)
{
    m_content.layers.append({name, color, pattern, {}});
    return static_cast<int>(m_content.layers.size()) - 1;
}

void RunChart::addPrediction(const QString &name)
{
    m_content.boundsName = name;
}

void RunChart::setPrediction(const ChartBounds &bounds)
{
    m_content.bounds = bounds;
    changed();
}

void RunChart::setLine(int line, const QList<QPointF> &points, const QList<qsizetype> &breaks)
{
    STAMPEDE_CHECK(points.size() <= kMaxPoints + 1); // and one for the start
    m_content.lines[line].points = points;
    m_content.lines[line].breaks = breaks;
    changed();
}

void RunChart::setLayers(double width, const std::vector<std::vector<double>> &heights)
{
    STAMPEDE_CHECK(static_cast<qsizetype>(heights.size()) == m_content.layers.size());
    STAMPEDE_CHECK(heights.front().size() <= kMaxSteps);
    m_content.stepWidth = width;
    for (std::size_t layer = 0; layer < heights.size(); ++layer) {
        m_content.layers[static_cast<qsizetype>(layer)].heights = heights[layer];
    }
    changed();
}

void RunChart::setDots(std::vector<ChartDot> dots, std::function<QString(std::uint32_t)> words)
{
    m_content.dots = std::move(dots);
    m_dotWords = std::move(words);
    changed();
}

void RunChart::setDotsHighlighted(const std::vector<Outcome> &outcomes)
{
    m_content.dotsHighlighted = outcomes;
    changed();
}

void RunChart::setHeat(const ChartHeat &heat)
{
    m_content.heat = heat;
    changed();
}

void RunChart::setLevels(const QList<ChartLevel> &levels)
{
    if (m_content.levels != levels) {
        m_content.levels = levels;
        changed();
    }
}

void RunChart::setLimits(const QList<ChartLimit> &limits)
{
    m_content.limits = limits;
    changed();
}

void RunChart::setStretches(const QList<ChartStretch> &stretches)
{
    m_content.stretches = stretches;
    changed();
}

void RunChart::setMoments(const QList<ChartMark> &moments)
{
    if (m_content.moments != moments) {
        m_content.moments = moments;
        changed();
    }
}

void RunChart::setGaps(const QList<ChartGap> &gaps)
{
    m_content.gaps = gaps;
    changed();
}

void RunChart::setFlags(const QList<double> &seconds)
{
    if (m_content.flags != seconds) {
        m_content.flags = seconds;
        changed();
    }
}

void RunChart::setUnit(const QString &unit)
{
    m_content.unit = unit;
    changed();
}

void RunChart::setLogarithmic(bool on)
{
    m_content.logarithmic = on;
    changed();
}

void RunChart::setClock(const std::optional<QDateTime> &start)
{
    m_content.clock = start;
    changed();
}

void RunChart::setPosition(const std::optional<double> &seconds)
{
    if (m_position != seconds) {
        m_position = seconds;
        update(); // the pictures stay
    }
}

void RunChart::setHighlighted(const QStringList &names)
{
    const auto isDimmed = [&names](const QString &name) {
        return !names.isEmpty() && !names.contains(name);
    };
    for (ChartLine &line : m_content.lines) {
        line.dimmed = isDimmed(line.name);
    }
    for (ChartLayer &layer : m_content.layers) {
        layer.dimmed = isDimmed(layer.name);
    }
    changed();
}

void RunChart::setEnd(double seconds)
{
    m_end = seconds;
    changed();
}

void RunChart::setLeastLeft(qreal pixels)
{
    if (m_leastLeft != pixels) {
        m_leastLeft = pixels;
        changed();
    }
}

void RunChart::setZoom(const std::optional<QPair<double, double>> &seconds)
{
    if (m_zoom != seconds) {
        m_zoom = seconds;
        changed();
    }
}

void RunChart::setCrosshair(const std::optional<double> &seconds)
{
    if (m_crosshair != seconds) {
        m_crosshair = seconds;
        update();
    }
}

void RunChart::setShown(const QString &name, bool shown)
{
    for (ChartLine &line : m_content.lines) {
        line.shown = line.name == name ? shown : line.shown;
    }
    for (ChartLayer &layer : m_content.layers) {
        layer.shown = layer.name == name ? shown : layer.shown;
    }
    changed();
}

bool RunChart::isShown(const QString &name) const
{
    const auto isHidden = [&name](const auto &series) {
        return series.name == name && !series.shown;
    };
    return std::none_of(m_content.lines.begin(), m_content.lines.end(), isHidden) &&
           std::none_of(m_content.layers.begin(), m_content.layers.end(), isHidden);
}

void RunChart::retheme()
{
    changed();
}

void RunChart::describe(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

void RunChart::changed()
{
    m_ground = {};
    m_picture = {};
    update();
}

void RunChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        changed();
    }
}

ChartScale RunChart::scaleFor(const QSizeF &size) const
{
    const qreal line = QFontMetricsF(axisFont(font())).height();
    const double end = m_end > 0 ? m_end : m_content.rightEnd();
    const QPair<double, double> shown =
        m_zoom.value_or(QPair<double, double>(m_content.leftEnd(end), end));
    return scaleOf(m_content, QRectF(0, 0, size.width(), size.height() - 1.4 * line), font(),
                   shown.first, shown.second, m_leastLeft);
}

ChartScale RunChart::scale() const
{
    return scaleFor(size());
}

qreal RunChart::leftNeeded() const
{
    const ChartScale now = scaleFor(size());
    return stampede::leftNeeded(m_content, font(), now.plot.height(), now.from, now.to);
}

ChartScene &RunChart::shown(const QSizeF &size)
{
    if (!m_scene) {
        m_scene = std::make_unique<ChartScene>();
    }
    m_scene->show(m_content, scaleFor(size), size, font());
    return *m_scene;
}

QRectF RunChart::legendEntry(const QString &name)
{
    return shown(size()).legendEntry(name);
}

void RunChart::paintInto(QPainter &painter, const QSizeF &size, bool withSeries)
{
    shown(size).render(painter, withSeries);
}

const QPixmap &RunChart::picture(bool withSeries)
{
    QPixmap &picture = withSeries ? m_picture : m_ground;
    const QSize pixels = size() * devicePixelRatioF();
    if (picture.size() != pixels) {
        picture = QPixmap(pixels);
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setFont(font());
        paintInto(painter, size(), withSeries);
    }
    return picture;
}

void RunChart::paintEvent(QPaintEvent *event)
{
    static_cast<void>(event);
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const ChartScale now = scale();
    if (!m_position) {
        painter.drawPixmap(0, 0, picture(true));
    } else {
        const qreal x = std::clamp(now.x(*m_position), now.plot.left(), now.plot.right());
        QRectF future(now.plot);
        future.setLeft(x);
        future.adjust(0, -now.plot.top(), width() - now.plot.right(), 0);
        painter.setClipRegion(QRegion(rect()).subtracted(QRegion(future.toAlignedRect())));
        painter.drawPixmap(0, 0, picture(true));
        painter.setClipRect(future.toAlignedRect());
        painter.drawPixmap(0, 0, picture(false));
        painter.setClipping(false);
        painter.setPen(QPen(theme.accent, 1));
        painter.drawLine(QPointF(x, now.plot.top()), QPointF(x, now.plot.bottom()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_dragFrom) {
        const QRectF chosen(std::min(*m_dragFrom, m_dragTo), now.plot.top(),
                            std::abs(m_dragTo - *m_dragFrom), now.plot.height());
        painter.fillRect(chosen.intersected(now.plot), faint(theme.accent, 0.18));
    } else if (m_crosshair && (!m_position || *m_crosshair <= *m_position)) {
        paintCrosshair(painter, m_content, now, font(), *m_crosshair);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

} // namespace stampede
