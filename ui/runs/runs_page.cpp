#include "ui/runs/runs_page.h"

#include "ui/empty_page.h"

#include <QVBoxLayout>

namespace stampede {

RunsPage::RunsPage(Session & /*session*/, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(new EmptyPage(tr("Every run is kept here until you delete it."), this));
}

void RunsPage::retheme() {}

} // namespace stampede
