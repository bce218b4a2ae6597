#include "ui/report/report_page.h"

#include "ui/empty_page.h"

#include <QVBoxLayout>

namespace stampede {

ReportPage::ReportPage(Session & /*session*/, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(
        new EmptyPage(tr("A report needs a run. Choose one from Runs or press Run."), this));
}

void ReportPage::retheme() {}

} // namespace stampede
