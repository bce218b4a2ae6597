// SPDX-License-Identifier: MIT
#include "ui/runs/notes_tab.h"

#include "text/number_text.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kTypingPause{700};
constexpr int kMostWidth = 720; ///< about 90 characters
constexpr int kLongestName = 200;

} // namespace

NotesTab::NotesTab(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_name(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_facts(new QLabel(this))
{
    auto *hint = new QLabel(tr("Choose one run to name it and to note something about it."), this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setProperty("muted", true);
    m_name->setObjectName(QStringLiteral("runName"));
    m_name->setMaxLength(kLongestName);
    m_note->setObjectName(QStringLiteral("runNote"));
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("Kept with the run. A run with a name or a note stays when the "
                                  "archive is full."));
    m_facts->setObjectName(QStringLiteral("runFacts"));
    m_facts->setProperty("muted", true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_note)}) {
        field->setMaximumWidth(kMostWidth);
    }
    auto *page = new QWidget(this);
    auto *form = new QFormLayout(page);
    form->setContentsMargins(8, 12, 8, 8);
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Note"), m_note);
    form->addRow(QString(), m_facts);
    m_stack->addWidget(hint);
    m_stack->addWidget(page);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(m_name, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_name, &QLineEdit::editingFinished, this, &NotesTab::flush);
    connect(m_note, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &NotesTab::flush);
}

NotesTab::~NotesTab()
{
    // A field that goes with the focus in it says once more that its editing has finished.
    m_name->disconnect(this);
    m_note->disconnect(this);
}

void NotesTab::fill(const std::optional<RunSummary> &run)
{
    m_id = run ? run->id : QString();
    m_toldName = run ? run->name : QString();
    m_toldNote = run ? run->note : QString();
    m_name->setText(m_toldName);
    if (m_note->toPlainText() != m_toldNote) {
        m_note->setPlainText(m_toldNote);
    }
    m_pause.stop();
}

void NotesTab::showRun(const std::optional<RunSummary> &run)
{
    const QString id = run ? run->id : QString();
    if (id != m_id) {
        flush();
        fill(run);
    } else if (!m_name->hasFocus() && !m_note->hasFocus() && !m_pause.isActive()) {
        fill(run);
    }
    m_stack->setCurrentIndex(run ? 1 : 0);
    if (!run) {
        return;
    }
    m_name->setPlaceholderText(run->scenario);
    m_facts->setText(
        tr("run %1 · %2 · %3 · %4 in the archive")
            .arg(run->id, QLocale().toString(run->startedAt.toLocalTime(), QLocale::ShortFormat),
                 text::plural(run->requests, tr("%1 request"), tr("%1 requests"))
                     .arg(text::count(run->requests)),
                 QLocale().formattedDataSize(run->bytes, 0, QLocale::DataSizeSIFormat)));
}

void NotesTab::editName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void NotesTab::hideEvent(QHideEvent *event)
{
    flush();
    QWidget::hideEvent(event);
}

void NotesTab::flush()
{
    m_pause.stop();
    if (m_id.isEmpty()) {
        return;
    }
    if (m_name->text() != m_toldName) {
        m_toldName = m_name->text();
        Q_EMIT named(m_id, m_toldName);
    }
    if (m_note->toPlainText() != m_toldNote) {
        m_toldNote = m_note->toPlainText();
        Q_EMIT noted(m_id, m_toldNote);
    }
}

} // namespace stampede
