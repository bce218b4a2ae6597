// SPDX-License-Identifier: MIT
#include "ui/report/report_page.h"

#include "text/number_text.h"
#include "text/printable_text.h"
#include "ui/report/export_dialog.h"
#include "ui/report/export_line.h"
#include "ui/report/page_preview.h"
#include "ui/report/report_choice.h"
#include "ui/widgets/empty_page.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <chrono>

namespace stampede {

namespace {

constexpr std::chrono::milliseconds kTypingPause{250};
constexpr std::chrono::milliseconds kAboutPause{800};

} // namespace

ReportPage::ReportPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_stack(new QStackedLayout(this))
    , m_choice(new ReportChoice)
    , m_preview(new PagePreview(m_maker))
    , m_exportLine(new ExportLine)
    , m_several(new QFrame(this))
    , m_severalWords(new QLabel(m_several))
    , m_parentFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    auto *empty =
        new EmptyPage(tr("A report needs a run. Choose one from Runs or press Run."), this);
    connect(empty->addAction(tr("Open Runs")), &QPushButton::clicked, this,
            &ReportPage::runsRequested);
    auto *content = new QWidget(this);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(makeSeveralBar());
    right->addWidget(m_preview, 1);
    right->addWidget(m_exportLine);
    row->addWidget(m_choice);
    row->addLayout(right, 1);
    m_stack->addWidget(empty);
    m_stack->addWidget(content);

    m_delay.setSingleShot(true);
    m_delay.setInterval(kTypingPause);
    m_aboutDelay.setSingleShot(true);
    m_aboutDelay.setInterval(kAboutPause);
    connect(&m_delay, &QTimer::timeout, this, &ReportPage::makeNow);
    connect(&m_aboutDelay, &QTimer::timeout, this, &ReportPage::takeAbout);
    connect(m_choice, &ReportChoice::changed, this, &ReportPage::makeSoon);
    connect(m_choice, &ReportChoice::aboutEdited, this, [this] { m_aboutDelay.start(); });
    connect(m_choice, &ReportChoice::exportRequested, this, &ReportPage::exportReport);
    connect(&m_maker, &ReportMaker::made, this, [this] { m_making = false; });
    connect(&m_maker, &ReportMaker::made, m_preview, &PagePreview::show);
    connect(&m_maker, &ReportMaker::drawn, this,
            [this] { setProperty("busy", m_making || m_delay.isActive()); });
    connect(&m_export, &ReportExport::progressed, m_exportLine, &ExportLine::showProgress);
    connect(&m_export, &ReportExport::finished, this,
            [this](const QStringList &files, const QString &error) {
                m_choice->setExportEnabled(true);
                m_exportLine->showFiles(files, error);
            });
    connect(&m_session, &Session::recordChanged, this, &ReportPage::showRecord);
    showRecord();
}

QWidget *ReportPage::makeSeveralBar()
{
    m_several->setProperty("card", true);
    auto *back = new QPushButton(tr("Report of one run"), m_several);
    back->setObjectName(QStringLiteral("reportOfOne"));
    connect(back, &QPushButton::clicked, this, &ReportPage::backToOne);
    auto *row = new QHBoxLayout(m_several);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_severalWords, 1);
    row->addWidget(back);
    m_several->hide();
    return m_several;
}

void ReportPage::retheme()
{
    m_preview->retheme();
}

void ReportPage::showRecord()
{
    const auto record = m_session.record();
    m_stack->setCurrentIndex(record ? 1 : 0);
    if (record == m_shown) {
        return;
    }
    m_shown = record;
    m_runs.clear();
    m_aboutDelay.stop();
    if (record) {
        m_choice->setAbout(record->scenario.about);
        startOver();
    }
}

void ReportPage::showRuns(const QList<std::shared_ptr<const RunRecord>> &runs)
{
    m_runs = runs;
    m_stack->setCurrentIndex(1);
    startOver();
}

void ReportPage::backToOne()
{
    m_runs.clear();
    m_stack->setCurrentIndex(m_shown ? 1 : 0);
    startOver();
}

void ReportPage::startOver()
{
    const bool several = !m_runs.isEmpty();
    m_choice->setSeveral(several);
    if (several) {
        m_severalWords->setText(tr("A report over %1 runs.").arg(text::count(m_runs.size())));
    }
    m_several->setVisible(several);
    m_exportLine->hide();
    m_preview->wait(tr("Laying out the pages…"));
    m_stale = true;
    makeNow();
}

void ReportPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        makeNow();
    }
}

void ReportPage::makeSoon()
{
    m_stale = true;
    setProperty("busy", true);
    m_delay.start();
}

void ReportPage::makeNow()
{
    m_delay.stop();
    if ((!m_shown && m_runs.isEmpty()) || !isVisible()) {
        return;
    }
    m_stale = false;
    m_making = true;
    setProperty("busy", true);
    m_maker.make(order());
}

void ReportPage::takeAbout()
{
    // A run of earlier has a scenario of its own.
    if (!m_shown || m_session.showsOpened() || m_session.isRunning()) {
        return;
    }
    const AboutSettings about = m_choice->about(m_session.scenario().about);
    m_session.set(QStringLiteral("about.system"), about.system);
    m_session.set(QStringLiteral("about.build"), about.build);
    m_session.set(QStringLiteral("about.tester"), about.tester);
    m_session.set(QStringLiteral("about.ticket"), about.ticket);
}

ReportOrder ReportPage::order() const
{
    ReportOrder order;
    order.record = m_shown;
    order.runs = m_runs;
    if (m_shown) {
        order.about = m_choice->about(m_shown->scenario.about);
    }
    order.options.chapters = m_choice->chapters();
    order.options.pseudonyms = m_choice->pseudonyms();
    order.language = m_choice->language();
    return order;
}

void ReportPage::exportReport()
{
    const bool several = !m_runs.isEmpty();
    if ((!m_shown && !several) || m_export.isWriting()) {
        return;
    }
    const RunRecord &run = several ? *m_runs.constFirst() : *m_shown;
    const QString words = several ? tr("compared") : safeFileName(run.scenario.name);
    const QString folder = QStringLiteral("stampede-%1-%2").arg(words, run.shortId());
    ExportDialog dialog(QDir(m_parentFolder).filePath(folder), several, this);
    if (dialog.exec() == QDialog::Accepted) {
        writeTo(dialog.forms(), dialog.folder());
    }
}

void ReportPage::writeTo(const QList<ReportForm> &forms, const QString &folder)
{
    m_parentFolder = QFileInfo(folder).absolutePath();
    m_choice->setExportEnabled(false);
    m_exportLine->showProgress(
        0, static_cast<int>(forms.size()),
        QFileInfo(ReportExport::fileIn(folder, forms.constFirst(), !m_runs.isEmpty())).fileName());
    m_export.write(order(), forms, folder, m_choice->attachesData());
}

} // namespace stampede
