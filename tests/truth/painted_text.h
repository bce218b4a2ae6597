// SPDX-License-Identifier: MIT
#pragma once
// What is written when something is painted, word for word, in the order of painting.

#include <QPaintDevice>
#include <QPointF>
#include <QStringList>

#include <memory>

namespace stampede::test {

/// Takes paint and keeps the words of it alone. Coordinates are those of the device.
class PaintedText final : public QPaintDevice
{
public:
    explicit PaintedText(QSize size);
    ~PaintedText() override;
    PaintedText(const PaintedText &) = delete;
    PaintedText &operator=(const PaintedText &) = delete;

    /// Lines of one column under each other are one text; anything else begins a new one.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    struct Piece
    {
        QPointF at;
        double width = 0;
        QString text;
    };

    QSize m_size;
    QList<Piece> m_pieces;
    std::unique_ptr<Engine> m_engine;
};

} // namespace stampede::test
