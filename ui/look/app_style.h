// SPDX-License-Identifier: MIT
#pragma once

#include <QProxyStyle>

namespace stampede {

/// Draws what a style sheet cannot: marks in boxes, arrows, plain buttons and combos, and the ring
/// around the widget with the focus. Colours are those of Theme::current(). Targets are at least
/// 28 px high.
class AppStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    static constexpr int kLeastTarget = 28;

    AppStyle();
    /// Gives labels that are said to be muted their smaller letters. A size in the style sheet
    /// would make every other size of text another sheet, for which the toolkit asks each widget
    /// anew.
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option,
                                         const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    /// As it is, also in a row that is chosen: its colour means something.
    [[nodiscard]] QPixmap generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap,
                                              const QStyleOption *option) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
};

} // namespace stampede
