// SPDX-License-Identifier: MIT
#pragma once

#include "ui/charts/chart_content.h"
#include "ui/charts/picture_export.h"

#include <QPixmap>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace stampede {

class ChartScene;

/// A chart of a run: time in seconds to the right, one figure upwards. Takes whole lists of points,
/// at most 300 a line, and never a single one; themed like everything else. Drag over a stretch of
/// time to see it alone, double-click (Escape) for all; an entry of the legend takes its line away
/// and brings it back; the arrow keys move the crosshair. Qt Charts draws it into a picture that is
/// kept: a replay costs two of them, with and without the series, that are copied. UI thread.
class RunChart final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMaxPoints = 300;
    static constexpr int kMaxSteps = kMaxPoints / 2;

    explicit RunChart(QWidget *parent = nullptr);
    ~RunChart() override;

    /// One more line. `color` is asked for again when the theme changes.
    int addLine(const QString &name, QColor Theme::*color, Qt::PenStyle style, qreal width);
    /// One more layer of a pile, on top of those before it.
    int addLayer(const QString &name, QColor Theme::*color, Qt::BrushStyle pattern);
    /// Dashed horizontal lines for what must come out, with these words.
    void addPrediction(const QString &name);
    /// One line where the bounds meet, else two.
    void setPrediction(const ChartBounds &bounds);
    /// `breaks` are the points before which the line is broken: nothing was measured there.
    void setLine(int line, const QList<QPointF> &points, const QList<qsizetype> &breaks = {});
    /// The height of every layer over stretches of `width` seconds from 0 on, at most kMaxSteps.
    void setLayers(double width, const std::vector<std::vector<double>> &heights);
    /// A dot an answer, in the order of their seconds; `words` says what is known of one.
    void setDots(std::vector<ChartDot> dots, std::function<QString(std::uint32_t)> words);
    /// Only dots of these outcomes at full strength; none: all.
    void setDotsHighlighted(const std::vector<Outcome> &outcomes);
    /// Counts by shade beneath everything; default: none.
    void setHeat(const ChartHeat &heat);
    void setLevels(const QList<ChartLevel> &levels);
    void setLimits(const QList<ChartLimit> &limits);
    void setStretches(const QList<ChartStretch> &stretches);
    void setMoments(const QList<ChartMark> &moments);
    /// Hatches what lies between two lines; points as of ChartGap, at most kMaxPoints + 1.
    void setGaps(const QList<ChartGap> &gaps);
    /// Small flags on the time axis, at these seconds.
    void setFlags(const QList<double> &seconds);
    void setUnit(const QString &unit);
    void setLogarithmic(bool on);
    /// The time axis says the time of day, which was that at 0; nothing: what has elapsed.
    void setClock(const std::optional<QDateTime> &start);
    /// Shows only what had happened at that moment, seconds; nothing: everything.
    void setPosition(const std::optional<double> &seconds);
    [[nodiscard]] const std::optional<double> &position() const { return m_position; }
    /// Lines and layers whose name is not among these become faint; empty: none.
    void setHighlighted(const QStringList &names);
    /// The right end of the time axis, seconds, so that charts of one run end together; 0: where
    /// what is shown ends.
    void setEnd(double seconds);
    /// Room for the figures at the left edge at least: plots above each other are in line.
    void setLeastLeft(qreal pixels);
    [[nodiscard]] qreal leftNeeded() const;

    /// The stretch of time that is shown alone, or nothing.
    [[nodiscard]] const std::optional<QPair<double, double>> &zoom() const { return m_zoom; }
    void setZoom(const std::optional<QPair<double, double>> &seconds);
    void setCrosshair(const std::optional<double> &seconds);
    /// Takes a line or layer of that name away or brings it back.
    void setShown(const QString &name, bool shown);
    [[nodiscard]] bool isShown(const QString &name) const;

    [[nodiscard]] const ChartContent &content() const { return m_content; }
    /// Where things are drawn at the moment, for those who point at them.
    [[nodiscard]] ChartScale scale() const;
    /// Where the legend has the entry of that name; empty where it has none.
    [[nodiscard]] QRectF legendEntry(const QString &name);
    /// How it becomes a file.
    [[nodiscard]] PictureSource source();
    void retheme();
    /// What a screen reader says of it.
    void describe(const QString &sentence);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Copies its picture to the clipboard.
    void copyPicture();

Q_SIGNALS:
    /// Somebody points at that moment, or no longer at any.
    void crosshairMoved(std::optional<double> seconds);
    /// Somebody wants to see more of the dot with that index.
    void dotChosen(std::uint32_t index);
    /// Somebody has chosen a stretch of time, or all of it.
    void zoomChosen(std::optional<QPair<double, double>> seconds);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void changed();
    void paintInto(QPainter &painter, const QSizeF &size, bool withSeries);
    [[nodiscard]] ChartScene &shown(const QSizeF &size);
    [[nodiscard]] ChartScale scaleFor(const QSizeF &size) const;
    [[nodiscard]] const QPixmap &picture(bool withSeries);
    /// The dot at that place, as far as it has come; null where there is none.
    [[nodiscard]] const ChartDot *dotAt(const QPointF &place) const;
    void point(const std::optional<double> &seconds);
    void chooseZoom(const std::optional<QPair<double, double>> &seconds);

    ChartContent m_content;
    std::unique_ptr<ChartScene> m_scene; ///< made when it is first drawn
    double m_end = 0;
    qreal m_leastLeft = 0;
    std::function<QString(std::uint32_t)> m_dotWords;
    std::optional<double> m_position;
    std::optional<double> m_crosshair;
    std::optional<QPair<double, double>> m_zoom;
    std::optional<qreal> m_dragFrom; ///< pixels
    qreal m_dragTo = 0;
    QPixmap m_ground;  ///< without the series; null where it has to be drawn anew
    QPixmap m_picture; ///< with them
};

} // namespace stampede
