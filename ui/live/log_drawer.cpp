#include "ui/live/log_drawer.h"

#include "text/number_text.h"
#include "ui/labels.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

constexpr qint64 kReadBytes = 128 * 1024; // from the end of the file

/// The last lines of a file, whole ones only.
QString tailOf(const QString &path, bool *isWhole)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const qint64 from = std::max<qint64>(0, file.size() - kReadBytes);
    file.seek(from);
    *isWhole = from == 0;
    if (from > 0) {
        static_cast<void>(file.readLine());
    }
    return QString::fromUtf8(file.read(kReadBytes)).trimmed();
}

} // namespace

LogDrawer::LogDrawer(QWidget *parent)
    : QWidget(parent)
    , m_counters(new QLabel(this))
    , m_openFile(new QPushButton(tr("Open file"), this))
    , m_lines(new QPlainTextEdit(this))
{
    m_counters->setObjectName(QStringLiteral("logCounters"));
    m_counters->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_openFile->setObjectName(QStringLiteral("openLogFile"));
    m_lines->setReadOnly(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setObjectName(QStringLiteral("logLines"));
    m_lines->setAccessibleName(tr("Lines of the service's log"));
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *top = new QHBoxLayout;
    top->addWidget(m_counters, 1);
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
    if (m_record->logFile.isEmpty()) {
        m_lines->setPlainText(
            tr("The lines were kept for the audit only, which has counted them. Start Stampede "
               "with --log FILE to keep them."));
        return;
    }
    bool isWhole = true;
    const QString lines = tailOf(m_record->logFile, &isWhole);
    m_lines->setPlainText(
        isWhole ? lines : tr("… the end of %1").arg(m_record->logFile) + QLatin1Char('\n') + lines);
    m_lines->moveCursor(QTextCursor::End);
}

} // namespace stampede
