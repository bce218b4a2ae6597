#include "ui/hot_row/hot_row_page.h"

#include "ui/empty_page.h"

#include <QVBoxLayout>

namespace stampede {

HotRowPage::HotRowPage(Session & /*session*/, Replay & /*replay*/, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(new EmptyPage(
        tr("Who held the coupon's row, who waited, who wrote over whom: run something to see it."),
        this));
}

void HotRowPage::retheme() {}

} // namespace stampede
