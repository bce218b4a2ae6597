#include "ui/charts/chart_card.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

ChartCard::ChartCard(const QString &title, QWidget *content, QWidget *parent)
    : QFrame(parent)
    , m_heading(headingLabel(title, this))
    , m_remark(new QLabel(this))
    , m_content(content)
    , m_top(new QHBoxLayout)
{
    setProperty("card", true);
    m_remark->setProperty("muted", true);
    content->setAccessibleName(title);
    m_remark->setObjectName(QStringLiteral("remark"));
    m_top->setContentsMargins(4, 0, 4, 0);
    m_top->setSpacing(8);
    m_top->addWidget(m_heading, 0, Qt::AlignTop);
    m_top->addStretch(1);
    m_top->addWidget(m_remark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(2);
    column->addLayout(m_top);
    column->addWidget(content, 1);
}

void ChartCard::setTitled(bool titled)
{
    m_heading->setVisible(titled);
}

void ChartCard::setTitle(const QString &title)
{
    m_heading->setText(title);
    m_content->setAccessibleName(title);
}

void ChartCard::setRemark(const QString &words)
{
    m_remark->setText(words);
}

void ChartCard::addTool(QWidget *tool)
{
    m_top->addWidget(tool);
}

} // namespace stampede
