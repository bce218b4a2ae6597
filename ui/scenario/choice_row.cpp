#include "ui/scenario/choice_row.h"

#include <QHBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr int kSpacing = 16;

} // namespace

ChoiceRow::ChoiceRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpacing);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    m_layout->addStretch(1);
}

void ChoiceRow::add(QWidget *choice)
{
    m_choices << choice;
    m_layout->insertWidget(m_layout->count() - 1, choice);
}

int ChoiceRow::wholeWidth() const
{
    int width = 0;
    for (const QWidget *choice : m_choices) {
        width += choice->sizeHint().width() + kSpacing;
    }
    return std::max(0, width - kSpacing);
}

QSize ChoiceRow::minimumSizeHint() const
{
    int widest = 0;
    for (const QWidget *choice : m_choices) {
        widest = std::max(widest, choice->sizeHint().width());
    }
    return {widest, m_layout->minimumSize().height()};
}

void ChoiceRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= wholeWidth();
    const auto wanted = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_layout->direction() != wanted) {
        m_layout->setDirection(wanted);
        m_layout->setSpacing(beside ? kSpacing : 0);
        updateGeometry();
    }
}

} // namespace stampede
