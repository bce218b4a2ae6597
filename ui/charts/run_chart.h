#pragma once

#include "ui/theme.h"

#include <QChartView>
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

class QLineSeries;
class QValueAxis;

namespace stampede {

/// A chart of a run: time in seconds to the right, one figure upwards. Takes whole lists of points,
/// at most 300 a line, and never a single one; themed like everything else. UI thread.
class RunChart final : public QChartView
{
    Q_OBJECT

public:
    static constexpr int kMaxPoints = 300;

    explicit RunChart(const QString &title, QWidget *parent = nullptr);

    /// One more line. `color` is asked for again when the theme changes.
    int addLine(const QString &name, QColor Theme::*color, Qt::PenStyle style, qreal width);
    /// A dashed horizontal line for what must come out; after the other lines.
    void addPrediction(const QString &name);
    /// Its height, or nothing where there is no exact figure.
    void setPrediction(std::optional<double> value);
    void setLine(int line, const QList<QPointF> &points);
    /// Fits both axes to what is shown, upwards from 0, in round steps.
    void fit();
    void retheme();
    /// What a screen reader says of it.
    void describe(const QString &sentence);

private:
    struct Line
    {
        QLineSeries *series = nullptr;
        QColor Theme::*color = nullptr;
        Qt::PenStyle style = Qt::SolidLine;
        qreal width = 1.5;
    };

    QList<Line> m_lines;
    QLineSeries *m_prediction = nullptr;
    QValueAxis *m_time;
    QValueAxis *m_value;
    std::optional<double> m_predicted;
};

} // namespace stampede
