// SPDX-License-Identifier: MIT
#pragma once

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace stampede {

/// A place, owned by `parent`, in which `content` is as wide as there is room and never lower than
/// it needs: what is below is scrolled to, by wheel, bar, or the keyboard that goes there. What
/// lies behind shows through; nothing in it is focused but its content, which has its layout. UI
/// thread.
QScrollArea *scrolling(QWidget *content, QWidget *parent);

/// A content that gives way down to its least height before it is scrolled: charts, rather than
/// words, of which the toolkit takes the height that they like best. Has a layout.
class GivingWay final : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] int heightForWidth(int width) const override
    {
        return layout()->totalMinimumHeightForWidth(width);
    }
};

} // namespace stampede
