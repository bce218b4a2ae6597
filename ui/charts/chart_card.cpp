#include "ui/charts/chart_card.h"

#include "ui/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

ChartCard::ChartCard(const QString &title, QWidget *content, bool quiet, QWidget *parent)
    : QFrame(parent)
    , m_remark(new QLabel(this))
{
    setProperty("card", true);
    auto *heading = headingLabel(title, this);
    heading->setProperty("muted", quiet);
    m_remark->setProperty("muted", true);
    content->setAccessibleName(title);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(4, 0, 4, 0);
    top->addWidget(heading, 1);
    top->addWidget(m_remark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(content, 1);
}

void ChartCard::setRemark(const QString &words)
{
    m_remark->setText(words);
}

} // namespace stampede
