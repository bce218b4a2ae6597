#include "ui/charts/run_chart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace stampede {

RunChart::RunChart(const QString &title, QWidget *parent)
    : QChartView(parent)
    , m_time(new QValueAxis)
    , m_value(new QValueAxis)
{
    auto *plot = new QChart;
    plot->setAnimationOptions(QChart::NoAnimation);
    plot->setMargins(QMargins(4, 4, 8, 4));
    plot->setBackgroundRoundness(6);
    plot->setTitle(title);
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
    setAccessibleName(title);
    setMinimumHeight(140);
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

void RunChart::addPrediction(const QString &name)
{
    m_prediction = new QLineSeries;
    m_prediction->setName(name);
    chart()->addSeries(m_prediction);
    m_prediction->attachAxis(m_time);
    m_prediction->attachAxis(m_value);
    retheme();
}

void RunChart::setPrediction(std::optional<double> value)
{
    m_predicted = value;
}

void RunChart::setLine(int line, const QList<QPointF> &points)
{
    m_lines[line].series->replace(points);
}

void RunChart::fit()
{
    double right = 0;
    double top = m_predicted.value_or(0);
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
    if (m_prediction != nullptr) {
        m_prediction->replace(m_predicted
                                  ? QList<QPointF>{{0, *m_predicted}, {m_time->max(), *m_predicted}}
                                  : QList<QPointF>());
    }
}

void RunChart::retheme()
{
    const Theme &theme = Theme::current();
    QChart *plot = chart();
    plot->setBackgroundBrush(theme.panel);
    plot->setBackgroundPen(QPen(theme.border));
    plot->setTitleBrush(theme.text);
    QFont titleFont = font();
    titleFont.setWeight(QFont::DemiBold);
    plot->setTitleFont(titleFont);
    plot->legend()->setLabelColor(theme.muted);
    for (QValueAxis *axis : {m_time, m_value}) {
        axis->setLabelsColor(theme.muted);
        axis->setLinePen(QPen(theme.border));
        axis->setGridLinePen(QPen(theme.border, 0.5));
        QFont axisFont = font();
        axisFont.setPointSizeF(8.5);
        axis->setLabelsFont(axisFont);
    }
    if (m_prediction != nullptr) {
        m_prediction->setPen(QPen(theme.text, 1.5, Qt::DashLine));
    }
    for (const Line &line : std::as_const(m_lines)) {
        line.series->setPen(QPen(theme.*line.color, line.width, line.style));
    }
    setBackgroundBrush(theme.page);
}

void RunChart::describe(const QString &sentence)
{
    setAccessibleDescription(sentence);
}

} // namespace stampede
