// SPDX-License-Identifier: MIT
#include "ui/runs/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace stampede {

MessageBar::MessageBar(const QString &action, QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(action, this))
{
    setProperty("card", true);
    m_sentence->setObjectName(QStringLiteral("messageSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QPushButton(tr("Close"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::say(const QString &sentence, bool withAction)
{
    m_sentence->setText(sentence);
    m_action->setVisible(withAction);
    show();
}

} // namespace stampede
