// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleave_text.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>

namespace stampede {

/// One order as lanes, a column a person: what each statement did, what waited and for how long,
/// and how it ended. Lines behind the moment that is shown are faint. Keys: up, down, Home, End.
class OrderLanes final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderLanes(QWidget *parent = nullptr);
    /// All of it is shown at first. Null shows nothing.
    void setOrder(std::shared_ptr<const Order> order);
    [[nodiscard]] const std::shared_ptr<const Order> &order() const { return m_order; }
    /// How many lines there are, and how many of them have happened at the moment that is shown.
    [[nodiscard]] int lines() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int moment() const { return m_moment; }
    void setMoment(int moment);
    /// The whole of it as a picture, as it looks now.
    [[nodiscard]] QImage picture() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void momentChanged(int moment);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] int people() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] QRectF laneRect(int line, int person, double width) const;
    void draw(QPainter &painter, double width) const;
    void drawLine(QPainter &painter, int line, double width) const;
    void drawWaits(QPainter &painter, double width) const;
    [[nodiscard]] std::optional<int> lineThatGoesOn(int line) const;
    [[nodiscard]] bool takesPart(int line) const;

    std::shared_ptr<const Order> m_order;
    QList<LaneLine> m_lines;
    int m_moment = 0;
};

} // namespace stampede
