// SPDX-License-Identifier: MIT
#include "ui/scenario/form_section.h"

#include "ui/look/theme.h"
#include "ui/scenario/setting_cell.h"
#include "ui/widgets/labels.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace stampede {

FormSection::FormSection(const QString &name, const QString &title, bool open, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_heading(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_rows(new QVBoxLayout(m_body))
{
    m_heading->setObjectName(QStringLiteral("section.") + name);
    m_heading->setProperty("section", true);
    m_heading->setCheckable(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_heading->setFont(headingFont(font()));
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_rows->setContentsMargins(18, 0, 0, 8);
    m_rows->setSpacing(6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_body);
    connect(m_heading, &QToolButton::toggled, this, &FormSection::setOpen);
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

void FormSection::setSummary(const QString &summary, bool always)
{
    m_summary = summary;
    m_always = always;
    showTitle();
}

void FormSection::showTitle()
{
    const bool summed = !m_summary.isEmpty() && (m_always || !isOpen());
    QString words = m_title;
    if (summed) {
        words += m_always ? QLatin1Char(' ') + m_summary : QStringLiteral(": ") + m_summary;
    }
    m_heading->setText(words);
    m_heading->setAccessibleName(words);
}

bool FormSection::isOpen() const
{
    return m_heading->isChecked();
}

void FormSection::setOpen(bool open)
{
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
    showTitle();
    setFaulty(m_faulty);
}

void FormSection::setFaulty(bool faulty)
{
    m_faulty = faulty;
    setStyleProperty(m_heading, "wrong", faulty && !isOpen());
}

void FormSection::setNarrow(bool narrow)
{
    for (QBoxLayout *pair : std::as_const(m_pairs)) {
        pair->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        pair->setSpacing(narrow ? 6 : 12);
    }
}

} // namespace stampede
