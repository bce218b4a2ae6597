// SPDX-License-Identifier: MIT
#include "ui/look/app_style.h"

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace stampede {

namespace {

constexpr int kRingWidth = 2;
constexpr int kRingGap = 2;
constexpr int kRadius = 6;
constexpr int kIndicator = 16;

/// Pen, brush and antialiasing of others come back at the end.
class Drawing
{
public:
    Drawing(QPainter *painter, const QPen &pen, const QBrush &brush)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
        m_painter->setPen(pen);
        m_painter->setBrush(brush);
    }
    ~Drawing() { m_painter->restore(); }
    Drawing(const Drawing &) = delete;
    Drawing &operator=(const Drawing &) = delete;

private:
    QPainter *m_painter;
};

/// Of things that can be worked with: 3 : 1 against page and panel.
QColor edgeOf(const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    const QColor &locked = theme.contrast ? theme.disabled : theme.border;
    return (option.state & QStyle::State_Enabled) != 0 ? theme.edge : locked;
}

void drawFrame(const QStyleOption &option, QPainter *painter, const QColor &fill, int radius)
{
    const bool broken = Theme::current().contrast && (option.state & QStyle::State_Enabled) == 0;
    const Drawing drawing(painter, QPen(edgeOf(option), 1, broken ? Qt::DashLine : Qt::SolidLine),
                          fill);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

QColor buttonFill(const QStyleOption &option)
{
    const Theme &theme = Theme::current();
    if ((option.state & QStyle::State_Enabled) == 0) {
        return theme.panel;
    }
    if ((option.state & (QStyle::State_Sunken | QStyle::State_On)) != 0) {
        return theme.pressed;
    }
    return (option.state & QStyle::State_MouseOver) != 0 ? theme.hover : theme.page;
}

void drawCheckBox(const QStyleOption &option, QPainter *painter)
{
    const Theme &theme = Theme::current();
    const bool enabled = (option.state & QStyle::State_Enabled) != 0;
    const bool marked = (option.state & (QStyle::State_On | QStyle::State_NoChange)) != 0;
    const QColor fill = enabled ? theme.accent : theme.disabled;
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    {
        const Drawing drawing(painter, QPen(marked ? fill : edgeOf(option), 1.5),
                              marked ? fill : theme.page);
        painter->drawRoundedRect(box, 3, 3);
    }
    if (!marked) {
        return;
    }
    const Drawing drawing(
        painter, QPen(theme.onFilled, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), Qt::NoBrush);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if ((option.state & QStyle::State_NoChange) != 0) {
        painter->drawLine(at(0.25, 0.5), at(0.75, 0.5));
    } else {
        painter->drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.30)}));
    }
}

void drawRadioButton(const QStyleOption &option, QPainter *painter)
{
    const Theme &theme = Theme::current();
    const bool marked = (option.state & QStyle::State_On) != 0;
    const QColor ink = (option.state & QStyle::State_Enabled) != 0 ? theme.accent : theme.disabled;
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
    {
        const Drawing drawing(painter, QPen(marked ? ink : edgeOf(option), 1.5), theme.page);
        painter->drawEllipse(ring);
    }
    if (marked) {
        const Drawing drawing(painter, Qt::NoPen, ink);
        painter->drawEllipse(ring.center(), ring.width() / 4, ring.height() / 4);
    }
}

void drawArrow(const QRect &place, bool up, bool enabled, QPainter *painter)
{
    const Theme &theme = Theme::current();
    const Drawing drawing(painter,
                          QPen(enabled ? theme.text : theme.disabled, 1.5, Qt::SolidLine,
                               Qt::RoundCap, Qt::RoundJoin),
                          Qt::NoBrush);
    const QPointF middle = QRectF(place).center();
    const qreal tip = up ? -2 : 2;
    painter->drawPolyline(QPolygonF(
        {middle + QPointF(-4, -tip), middle + QPointF(0, tip), middle + QPointF(4, -tip)}));
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLabel *>(widget) != nullptr && widget->property("muted").toBool()) {
        QFont font = widget->font();
        font.setPointSizeF(typeFont(TextRole::Secondary).pointSizeF());
        widget->setFont(font);
    }
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                             QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (element) {
    case PE_PanelButtonCommand:
        drawFrame(*option, painter, buttonFill(*option), kRadius);
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, painter);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu: {
        const Drawing drawing(painter, QPen(theme.edge, 1), theme.page);
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    case PE_FrameFocusRect: {
        // The ring goes around widgets; within a view it says which entry.
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr) {
            return;
        }
        const Drawing drawing(painter, QPen(theme.accent, 1), Qt::NoBrush);
        painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    default: // whatever else the toolkit knows
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        const qreal half = kRingWidth / 2.0;
        const Drawing drawing(painter, QPen(Theme::current().accent, kRingWidth), Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(half, half, -half, -half),
                                 kRadius + kRingGap, kRadius + kRingGap);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    const bool enabled = (option->state & State_Enabled) != 0;
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        control == CC_ComboBox && combo != nullptr) {
        drawFrame(*option, painter, enabled ? Theme::current().page : Theme::current().panel, 4);
        if (widget != nullptr && widget->property("wrong").toBool()) {
            const Drawing drawing(painter, QPen(Theme::current().damage, 2), Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 4, 4);
        }
        drawArrow(subControlRect(CC_ComboBox, combo, SC_ComboBoxArrow, widget), false, enabled,
                  painter);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        control == CC_SpinBox && spin != nullptr) {
        drawFrame(*option, painter, enabled ? Theme::current().page : Theme::current().panel, 4);
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawArrow(subControlRect(CC_SpinBox, spin, SC_SpinBoxUp, widget), true,
                      enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled) != 0,
                      painter);
            drawArrow(subControlRect(CC_SpinBox, spin, SC_SpinBoxDown, widget), false,
                      enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled) != 0,
                      painter);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    const QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_LineEdit:
    case CT_CheckBox:
    case CT_RadioButton:
        return needed.expandedTo(QSize(kLeastTarget, kLeastTarget));
    default: // nothing that one aims at
        return needed;
    }
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kRingGap + kRingWidth;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicator;
    default: // as the toolkit has it
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QPixmap AppStyle::generatedIconPixmap(QIcon::Mode mode, const QPixmap &pixmap,
                                      const QStyleOption *option) const
{
    return mode == QIcon::Selected ? pixmap
                                   : QProxyStyle::generatedIconPixmap(mode, pixmap, option);
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_Widget_Animation_Duration: // nothing moves faster than the data does
        return 0;
    default: // as the toolkit has it
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace stampede
