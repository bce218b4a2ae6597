#pragma once

#include "ui/theme.h"

#include <QChartView>
#include <QList>
#include <QPointF>
#include <QString>

#include <vector>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace stampede {

/// Bounds of what must come out, as heights of a chart; none where `known` is not set.
struct ChartBounds
{
    bool known = false;
    double low = 0;
    double high = 0;
};

/// A chart of a run: time in seconds to the right, one figure upwards. Takes whole lists of points,
/// at most 300 a line, and never a single one; themed like everything else. UI thread.
class RunChart final : public QChartView
{
    Q_OBJECT

public:
    static constexpr int kMaxPoints = 300;
    static constexpr int kMaxSteps = kMaxPoints / 2;

    explicit RunChart(QWidget *parent = nullptr);

    /// One more line. `color` is asked for again when the theme changes.
    int addLine(const QString &name, QColor Theme::*color, Qt::PenStyle style, qreal width);
    /// One more layer of a pile, on top of those before it; its edge is drawn whole.
    int addLayer(const QString &name, QColor Theme::*color, Qt::BrushStyle pattern);
    /// Dashed horizontal lines for what must come out; after the other lines.
    void addPrediction(const QString &name);
    /// One line where the bounds meet, else two.
    void setPrediction(const ChartBounds &bounds) { m_bounds = bounds; }
    void setLine(int line, const QList<QPointF> &points);
    /// The height of every layer over stretches of `width` seconds from 0 on, at most kMaxSteps.
    void setLayers(double width, const std::vector<std::vector<double>> &heights);
    /// Small flags on the time axis, at these seconds.
    void setFlags(const QList<double> &seconds);
    /// Fits both axes to what is shown, upwards from 0, in round steps.
    void fit();
    void retheme();
    /// What a screen reader says of it.
    void describe(const QString &sentence);

protected:
    void drawForeground(QPainter *painter, const QRectF &area) override;

private:
    struct Line
    {
        QLineSeries *series = nullptr;
        QColor Theme::*color = nullptr;
        Qt::PenStyle style = Qt::SolidLine;
        qreal width = 1.5;
    };
    struct Layer
    {
        QAreaSeries *series = nullptr;
        QColor Theme::*color = nullptr;
        Qt::BrushStyle pattern = Qt::SolidPattern;
    };

    QList<Line> m_lines;
    QList<Layer> m_layers;
    QList<QLineSeries *> m_predictions; ///< low and high
    QValueAxis *m_time;
    QValueAxis *m_value;
    ChartBounds m_bounds;
    double m_layersRight = 0;
    double m_layersTop = 0;
    QList<double> m_flags;
};

} // namespace stampede
