// SPDX-License-Identifier: MIT
#pragma once

#include "base/outcome.h"
#include "record/run_record.h"
#include "ui/charts/picture_export.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace stampede {

/// One stroke a request in the order of the answers, told apart by colour, by height and by a mark
/// on top: what a short run looks like. Up to a position, if wanted, with the strokes to come as a
/// faint ground. Text follows the font of the widget. UI thread.
class Barcode final : public QWidget
{
    Q_OBJECT

public:
    /// From so many requests on a pile over time shows more.
    static constexpr std::size_t kTooMany = 300;
    /// Whether a run is short enough to be drawn like this.
    static bool suits(const RunRecord &record);

    explicit Barcode(QWidget *parent = nullptr);

    /// Shows a finished run to its end; null shows nothing.
    void setRecord(std::shared_ptr<const RunRecord> record);
    /// Only what had been answered by then, ns from the start of the load.
    void setPosition(std::int64_t positionNs);
    /// Draws only answers of these outcomes at full strength; empty: all.
    void setHighlighted(const std::vector<Outcome> &outcomes);
    void retheme();
    /// How many strokes are drawn at full strength up to the position.
    [[nodiscard]] std::size_t shown() const { return m_shown; }

    /// The requests in the order of their answers, as comma-separated values.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Copies its picture to the clipboard.
    void copyPicture();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Stroke
    {
        std::int64_t answeredNs = 0;
        std::int64_t user = 0;
        Outcome outcome = Outcome::Unknown;
        UnknownReason reason = UnknownReason::None;
    };

    [[nodiscard]] PictureSource source();
    void paintInto(QPainter &painter, const QSizeF &size) const;
    [[nodiscard]] QRectF strokesArea(const QSizeF &size) const;
    [[nodiscard]] bool isHighlighted(Outcome outcome) const;
    /// Whether a mark that reaches over so many strokes to either side is crossed by none of them.
    [[nodiscard]] bool hasRoomForMark(std::size_t stroke, qreal strokes) const;
    void drawStrokes(QPainter &painter, const QRectF &area) const;
    void drawEndOfStock(QPainter &painter, const QRectF &area) const;
    void drawAxis(QPainter &painter, const QRectF &area) const;
    void drawLegend(QPainter &painter, const QSizeF &size) const;
    void describe();
    void findEndOfStock();

    std::shared_ptr<const RunRecord> m_record;
    std::vector<Stroke> m_strokes; ///< in the order of the answers
    std::vector<Outcome> m_highlighted;
    std::size_t m_shown = 0;
    std::optional<std::size_t> m_lastCoupon;  ///< the stroke that the last one that existed went to
    std::optional<std::size_t> m_lastTooMany; ///< the last stroke of those issued after it
};

} // namespace stampede
