#include "ui/scenario/form_section.h"

#include "ui/labels.h"
#include "ui/scenario/setting_cell.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

FormSection::FormSection(const QString &title, bool open, QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_rows(new QVBoxLayout(m_body))
{
    m_title->setProperty("section", true);
    m_title->setCheckable(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setFont(headingFont(font()));
    m_rows->setContentsMargins(18, 0, 0, 4);
    m_rows->setSpacing(5);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(m_title);
    column->addWidget(m_body);
    connect(m_title, &QToolButton::toggled, this, &FormSection::setOpen);
    setTitle(title);
    setOpen(open);
}

void FormSection::addRow(std::initializer_list<SettingCell *> cells)
{
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight);
    row->setSpacing(12);
    for (SettingCell *cell : cells) {
        row->addWidget(cell, 1);
        m_cells.append(cell);
    }
    if (cells.size() > 1) {
        m_pairs.append(row);
    }
    m_rows->addLayout(row);
}

void FormSection::addWidget(QWidget *widget)
{
    m_rows->addWidget(widget);
}

void FormSection::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FormSection::setOpen(bool open)
{
    m_title->setChecked(open);
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
}

void FormSection::setNarrow(bool narrow)
{
    for (QBoxLayout *pair : std::as_const(m_pairs)) {
        pair->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        pair->setSpacing(narrow ? 6 : 12);
    }
}

} // namespace stampede
