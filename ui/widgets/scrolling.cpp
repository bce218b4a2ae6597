#include "ui/widgets/scrolling.h"

#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace stampede {

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // which setWidget() turns on
    // The bar takes its place from the margin, so that nothing is narrower beside it: what is only
    // then too high would come and go with it.
    const QScrollBar *bar = area->verticalScrollBar();
    const int margin = content->layout()->contentsMargins().right();
    QObject::connect(
        bar, &QScrollBar::rangeChanged, content, [content, bar, margin](int, int most) {
            QMargins margins = content->layout()->contentsMargins();
            margins.setRight(std::max(0, margin - (most > 0 ? bar->sizeHint().width() : 0)));
            content->layout()->setContentsMargins(margins);
        });
    return area;
}

} // namespace stampede
