// SPDX-License-Identifier: MIT
#include "ui/widgets/empty_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kMostWidth = 640; // about 90 letters

} // namespace

EmptyPage::EmptyPage(const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_actions(new QHBoxLayout)
{
    auto *words = new QLabel(sentence, this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setMaximumWidth(kMostWidth);
    // In a row of its own: a widget that is aligned in a column does not get the height that its
    // lines need.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(words, 1000); // all of the room, up to its most
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(16);
    column->addStretch(1);
    column->addLayout(row);
    m_actions->setSpacing(8);
    m_actions->addStretch(1);
    m_actions->addStretch(1);
    column->addLayout(m_actions);
    column->addStretch(1);
}

QPushButton *EmptyPage::addAction(const QString &words)
{
    auto *button = new QPushButton(words, this);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

} // namespace stampede
