// SPDX-License-Identifier: MIT
#include "ui/charts/chart_card.h"

#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

ChartCard::ChartCard(const QString &title, QWidget *content, QWidget *parent)
    : QFrame(parent)
    , m_heading(headingLabel(title, this))
    , m_remark(new ElidedLabel(this))
    , m_content(content)
    , m_top(new QHBoxLayout)
{
    setProperty("card", true);
    m_remark->setNatural(); // and gives way where a window is narrow
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

QString ChartCard::title() const
{
    return m_heading->text();
}

void ChartCard::setRemark(const QString &words)
{
    m_remark->setWhole(words);
}

void ChartCard::addTool(QWidget *tool)
{
    m_top->addWidget(tool);
}

} // namespace stampede
