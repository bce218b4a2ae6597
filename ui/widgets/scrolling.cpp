// SPDX-License-Identifier: MIT
#include "ui/widgets/scrolling.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace stampede {

namespace {

/// Asks its content again what it needs when that has another width: by itself the area does so
/// only when the content says that it changed, and words that take more lines are squeezed.
class Scrolling final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        QCoreApplication::postEvent(widget(), new QEvent(QEvent::LayoutRequest));
    }
};

} // namespace

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *area = new Scrolling(parent);
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
