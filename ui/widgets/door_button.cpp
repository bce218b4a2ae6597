// SPDX-License-Identifier: MIT
#include "ui/widgets/door_button.h"

#include "ui/look/theme.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr int kIcon = 28;
constexpr int kSmallIcon = 18;
constexpr qreal kTitle = 1.3;

} // namespace

DoorButton::DoorButton(const QString &title, QWidget *parent)
    : QPushButton(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_sentence(mutedLabel({}, this))
{
    setProperty("door", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_title->setFont(headingFont(font(), kTitle));
    m_title->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_icon, m_title, m_sentence}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    words->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_icon->hide();
    setTitle(title);
}

void DoorButton::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void DoorButton::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
    updateGeometry();
}

void DoorButton::setIconName(const QString &name)
{
    m_iconName = name;
    m_icon->setVisible(!name.isEmpty());
    retheme();
}

void DoorButton::setSmall()
{
    m_small = true;
    m_title->setFont(headingFont(font()));
    layout()->setContentsMargins(10, 6, 10, 6);
    layout()->setSpacing(8);
}

void DoorButton::retheme()
{
    if (!m_iconName.isEmpty()) {
        m_icon->setPixmap(themedPixmap(m_iconName, Theme::current().accent,
                                       m_small ? kSmallIcon : kIcon, devicePixelRatioF()));
    }
}

void DoorButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title != nullptr) {
        m_title->setFont(headingFont(font(), m_small ? 1 : kTitle));
    }
}

QSize DoorButton::sizeHint() const
{
    return layout()->sizeHint();
}

QSize DoorButton::minimumSizeHint() const
{
    return layout()->minimumSize();
}

int DoorButton::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

} // namespace stampede
