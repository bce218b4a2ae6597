// SPDX-License-Identifier: MIT
#pragma once

#include "ui/hot_row/row_scene.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace stampede {

/// How many were waiting over the whole run, and which part of it the picture shows: a window to be
/// dragged, by its edges too.
class RowOverview final : public QWidget
{
    Q_OBJECT

public:
    explicit RowOverview(QWidget *parent = nullptr);
    void setScene(const std::shared_ptr<const RowScene> &scene);
    void setWindow(std::int64_t fromNs, std::int64_t toNs);
    void setPosition(std::optional<std::int64_t> positionNs);
    /// Where words of that width stand beside a window that lies there.
    [[nodiscard]] QRectF captionPlace(qreal wordsWidth, const QRectF &window) const;

Q_SIGNALS:
    void windowDragged(qint64 fromNs, qint64 toNs);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Grip
    {
        None,
        From,
        Whole,
        To
    };
    [[nodiscard]] std::int64_t wholeNs() const;
    [[nodiscard]] qreal xOf(std::int64_t ns) const;
    [[nodiscard]] Grip gripAt(int x) const;
    [[nodiscard]] QString caption() const;
    void paintSteps(QPainter &painter, const QColor &color) const;

    std::shared_ptr<const RowScene> m_scene;
    std::int64_t m_fromNs = 0;
    std::int64_t m_toNs = 1;
    std::optional<std::int64_t> m_positionNs;
    Grip m_grip = Grip::None;
    int m_heldX = 0; ///< where the drag stands
};

} // namespace stampede
