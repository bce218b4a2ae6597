// SPDX-License-Identifier: MIT
#include "ui/runs/unfinished_bar.h"

#include "text/number_text.h"
#include "ui/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace stampede {

UnfinishedBar::UnfinishedBar(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_sentence(new QLabel(this))
    , m_audit(new QPushButton(tr("Audit it"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
    , m_looking([this](const QList<UnfinishedRun> &runs) { show(runs); })
{
    setProperty("card", true);
    setObjectName(QStringLiteral("unfinishedBar"));
    m_sentence->setObjectName(QStringLiteral("unfinishedSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_audit->setObjectName(QStringLiteral("auditUnfinished"));
    m_delete->setObjectName(QStringLiteral("deleteUnfinished"));
    auto *later = new QPushButton(tr("Later"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_audit);
    row->addWidget(later);
    row->addWidget(m_delete);
    connect(m_audit, &QPushButton::clicked, this, [this] {
        hide();
        m_session.recover(m_runs.constFirst());
    });
    connect(later, &QPushButton::clicked, this, [this] {
        m_later = true;
        hide();
    });
    connect(m_delete, &QPushButton::clicked, this, &UnfinishedBar::remove);
    connect(&m_session, &Session::runStarted, this, &QWidget::hide);
    connect(&m_session, &Session::runEnded, this, &UnfinishedBar::look);
    hide();
}

void UnfinishedBar::look()
{
    const QString folder = m_session.journalFolder();
    if (folder.isEmpty() || m_later) {
        return;
    }
    m_looking.start([folder] { return unfinishedRuns(folder); });
}

void UnfinishedBar::show(const QList<UnfinishedRun> &runs)
{
    m_runs = runs;
    setVisible(!runs.isEmpty() && !m_session.isRunning());
    if (!runs.isEmpty()) {
        const UnfinishedRun &run = runs.constFirst();
        const QString when = QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(run.opening.startedMs), QLocale::ShortFormat);
        const std::int64_t planned = run.opening.scenario.plannedRequests();
        QString words =
            planned < 0
                ? tr("A run of %1 was cut off after %2. What was recorded can be audited.")
                      .arg(when, text::requests(run.answers))
                : tr("A run of %1 was cut off after %2 of %3. What was recorded can be audited.")
                      .arg(when, text::count(run.answers), text::requests(planned));
        if (runs.size() > 1) {
            words +=
                QLatin1Char(' ') + text::plural(runs.size() - 1, tr("%1 more run was cut off."),
                                                tr("%1 more runs were cut off."))
                                       .arg(text::count(runs.size() - 1));
        }
        m_sentence->setText(words);
    }
    Q_EMIT found(static_cast<int>(runs.size()));
}

void UnfinishedBar::remove()
{
    static_cast<void>(forgetUnfinishedRun(m_runs.constFirst()));
    look();
}

} // namespace stampede
