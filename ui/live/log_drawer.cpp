// SPDX-License-Identifier: MIT
#include "ui/live/log_drawer.h"

#include "text/number_text.h"
#include "ui/widgets/labels.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace stampede {

namespace {

constexpr qint64 kReadBytes = 131'072; // from the end of the file

} // namespace

LogDrawer::LogDrawer(QWidget *parent)
    : QWidget(parent)
    , m_counters(new QLabel(this))
    , m_shown(new QLabel(this))
    , m_openFile(new QPushButton(tr("Open file"), this))
    , m_lines(new QPlainTextEdit(this))
{
    m_counters->setObjectName(QStringLiteral("logCounters"));
    m_counters->setWordWrap(true);
    m_counters->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shown->setObjectName(QStringLiteral("logShown"));
    m_openFile->setObjectName(QStringLiteral("openLogFile"));
    m_lines->setReadOnly(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setObjectName(QStringLiteral("logLines"));
    m_lines->setAccessibleName(tr("Lines of the service's log"));
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *top = new QHBoxLayout;
    top->addWidget(m_counters, 1);
    top->addWidget(m_shown);
    top->addWidget(m_openFile);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_lines, 1);
    connect(m_openFile, &QPushButton::clicked, this, [this] {
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(m_record->logFile).absoluteFilePath()));
    });
    setRecord(nullptr);
}

std::optional<std::int64_t> LogDrawer::lines() const
{
    return m_record && m_record->logCounts ? std::optional(m_record->logCounts->lines)
                                           : std::nullopt;
}

void LogDrawer::setRecord(const std::shared_ptr<const RunRecord> &record)
{
    m_record = record;
    m_isRead = false;
    m_lines->clear();
    m_shown->clear();
    m_openFile->setVisible(record && !record->logFile.isEmpty());
    if (!record || !record->logCounts) {
        m_counters->setText(tr("Nobody counted the lines of a log in this run."));
    } else {
        const LogCounts &counts = *record->logCounts;
        m_counters->setText(
            tr("issued successfully %1  ·  out of stock %2  ·  blocked by key %3  ·  "
               "locking reads %4")
                .arg(text::count(counts.issued), text::count(counts.outOfStock),
                     text::count(counts.blockedByKey), figureOrNotTold(record->lockingReads)));
    }
    if (isVisible()) {
        showLines();
    }
}

void LogDrawer::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showLines();
}

void LogDrawer::showLines()
{
    if (m_isRead || !m_record) {
        return;
    }
    m_isRead = true;
    const bool isKept = !m_record->logLines.isEmpty();
    const QString lines =
        isKept ? m_record->logLines : lastLogLines(m_record->logFile, 0, kReadBytes);
    m_lines->setPlainText(lines.isEmpty() ? whyThereIsNone() : lines);
    const std::int64_t shown = lines.isEmpty() ? 0 : lines.count(QLatin1Char('\n')) + 1;
    m_shown->setText(isKept && m_record->logCounts && shown < m_record->logCounts->lines
                         ? tr("The last %1 of %2 lines.")
                               .arg(text::count(shown), text::count(m_record->logCounts->lines))
                         : QString());
    m_lines->moveCursor(QTextCursor::End);
}

QString LogDrawer::whyThereIsNone() const
{
    if (!m_record->logFile.isEmpty()) {
        return tr("There are no lines in %1, or it cannot be read.").arg(m_record->logFile);
    }
    return m_record->scenario.target.kind == TargetKind::Http
               ? tr("The service runs elsewhere. Where its log is, target.audit.log in the "
                    "scenario would say.")
               : tr("No line of this run's log was kept.");
}

} // namespace stampede
