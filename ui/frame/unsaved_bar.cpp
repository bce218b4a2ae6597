// SPDX-License-Identifier: MIT
#include "ui/frame/unsaved_bar.h"

#include "ui/session/session.h"
#include "ui/session/unsaved_scenario.h"
#include "ui/widgets/announce.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace stampede {

UnsavedBar::UnsavedBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_sentence(new QLabel(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("unsavedBar"));
    m_sentence->setObjectName(QStringLiteral("unsavedSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *open = new QPushButton(tr("Open it"), this);
    open->setObjectName(QStringLiteral("openUnsaved"));
    auto *later = new QPushButton(tr("Later"), this);
    later->setObjectName(QStringLiteral("laterUnsaved"));
    later->setToolTip(tr("It is offered again at the next start."));
    auto *forget = new QPushButton(tr("Throw away"), this);
    forget->setObjectName(QStringLiteral("forgetUnsaved"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_sentence, 1);
    for (QPushButton *button : {open, later, forget}) {
        row->addWidget(button);
    }
    connect(open, &QPushButton::clicked, this, &UnsavedBar::openRequested);
    connect(later, &QPushButton::clicked, this, [this] {
        m_later = true;
        hide();
    });
    if (UnsavedStore *store = m_session.unsaved()) {
        connect(forget, &QPushButton::clicked, store, &UnsavedStore::forget);
        connect(store, &UnsavedStore::foundChanged, this, &UnsavedBar::refresh);
    }
    connect(&m_session, &Session::runStarted, this, &UnsavedBar::refresh);
    connect(&m_session, &Session::runEnded, this, &UnsavedBar::refresh);
    refresh();
}

QString UnsavedBar::sentence() const
{
    const UnsavedScenario &found = *m_session.unsaved()->found();
    QString words = tr("\"%1\" had changes that were not saved when Stampede ended (%2).")
                        .arg(found.name(), QLocale().toString(found.when, QLocale::ShortFormat));
    if (!found.forgotten.isEmpty()) {
        words += QLatin1Char(' ') + tr("Secrets are never kept and have to be typed again: %1.")
                                        .arg(namesOf(found.forgotten));
    }
    return words;
}

void UnsavedBar::refresh()
{
    const UnsavedStore *store = m_session.unsaved();
    const bool offers = store != nullptr && store->found() && !m_later && !m_session.isRunning();
    if (offers) {
        m_sentence->setText(sentence());
    }
    setVisible(offers);
}

void UnsavedBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    announce(m_sentence, m_sentence->text());
}

} // namespace stampede
