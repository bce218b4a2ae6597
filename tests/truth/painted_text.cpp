// SPDX-License-Identifier: MIT
#include "painted_text.h"

#include <QPaintEngine>
#include <QTextItem>
#include <QTransform>

#include <cmath>

namespace stampede::test {

namespace {

constexpr int kDotsPerInch = 72;
constexpr double kSame = 1.5; ///< pixels; so far apart things are at one place

} // namespace

class PaintedText::Engine final : public QPaintEngine
{
public:
    explicit Engine(PaintedText &device)
        : QPaintEngine(AllFeatures)
        , m_device(device)
    {}
    bool begin(QPaintDevice * /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &now) override
    {
        if ((now.state() & DirtyTransform) != 0) {
            m_transform = now.transform();
        }
    }
    void drawPixmap(const QRectF & /*to*/, const QPixmap & /*from*/,
                    const QRectF & /*part*/) override
    {}
    void drawPath(const QPainterPath & /*path*/) override {}
    void drawPolygon(const QPointF * /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override
    {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const double scale = std::hypot(m_transform.m11(), m_transform.m12());
        m_device.m_pieces.append({m_transform.map(at), item.width() * scale, item.text()});
    }
    [[nodiscard]] Type type() const override { return User; }

private:
    PaintedText &m_device;
    QTransform m_transform;
};

PaintedText::PaintedText(QSize size)
    : m_size(size)
    , m_engine(std::make_unique<Engine>(*this))
{}

PaintedText::~PaintedText() = default;

QPaintEngine *PaintedText::paintEngine() const
{
    return m_engine.get();
}

int PaintedText::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
    case PdmWidthMM:
        return m_size.width();
    case PdmHeight:
    case PdmHeightMM:
        return m_size.height();
    case PdmNumColors:
        return INT_MAX;
    case PdmDepth:
        return 32;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    }
    return QPaintDevice::metric(metric);
}

QStringList PaintedText::texts() const
{
    QStringList all;
    double start = 0; // of the line that the last piece stands in
    const Piece *last = nullptr;
    for (const Piece &piece : m_pieces) {
        const bool sameLine = last != nullptr && std::abs(piece.at.y() - last->at.y()) < kSame;
        const bool goesOn = sameLine && std::abs(piece.at.x() - last->at.x() - last->width) < kSame;
        const bool nextLine = last != nullptr && !sameLine && piece.at.y() > last->at.y() &&
                              std::abs(piece.at.x() - start) < kSame;
        if (goesOn) {
            all.last() += piece.text;
        } else if (nextLine) {
            all.last() += QLatin1Char(' ') + piece.text;
        } else {
            all << piece.text;
        }
        if (!goesOn) {
            start = piece.at.x();
        }
        last = &piece;
    }
    for (QString &text : all) {
        text = text.simplified();
    }
    return all;
}

} // namespace stampede::test
