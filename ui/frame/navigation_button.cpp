// SPDX-License-Identifier: MIT
#include "ui/frame/navigation_button.h"

#include "ui/look/theme.h"
#include "ui/look/type.h"

#include <QPainter>

#include <algorithm>

namespace stampede {

namespace {

constexpr qsizetype kMostShown = 99;
constexpr qreal kBadgeSize = 17;
constexpr qreal kTop = 4;

} // namespace

NavigationButton::NavigationButton(QWidget *parent)
    : QToolButton(parent)
{}

void NavigationButton::setBadge(qsizetype number)
{
    m_badge = number;
    update();
}

void NavigationButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge == 0) {
        return;
    }
    const QString figure = m_badge > kMostShown ? QStringLiteral("99+") : QString::number(m_badge);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = typeFont(TextRole::Axis);
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    const qreal height = std::max(kBadgeSize, painter.fontMetrics().height() + 2.0);
    const qreal wide = std::max(height, painter.fontMetrics().horizontalAdvance(figure) + 8.0);
    // Beside the icon, on its upper right.
    const qreal left = std::min(width() / 2.0 + 4, width() - wide - 1);
    const QRectF badge(left, kTop, wide, height);
    const Theme &theme = Theme::current();
    painter.setPen(QPen(theme.panel, 1.5));
    painter.setBrush(theme.damage);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(theme.onFilled);
    painter.drawText(badge, Qt::AlignCenter, figure);
}

} // namespace stampede
