// SPDX-License-Identifier: MIT
#include "ui/report/export_dialog.h"

#include "files/output_plan.h"
#include "ui/report/report_export.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace stampede {

namespace {

QString nameOfForm(ReportForm form)
{
    switch (form) {
    case ReportForm::Pdf:
        return ExportDialog::tr("PDF, to print and to hand on");
    case ReportForm::Html:
        return ExportDialog::tr("HTML, one file for any browser");
    case ReportForm::Markdown:
        return ExportDialog::tr("Markdown, for tickets and wikis");
    case ReportForm::Json:
        return ExportDialog::tr("JSON, the result for programs");
    case ReportForm::Junit:
        return ExportDialog::tr("JUnit, checks as test cases");
    case ReportForm::Csv:
        return ExportDialog::tr("CSV, every request (JMeter's columns)");
    case ReportForm::History:
        return ExportDialog::tr("History, to judge it again");
    case ReportForm::Spectrum:
        return ExportDialog::tr("Latency spectrum (HdrHistogram)");
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(const QString &folder, bool several, QWidget *parent)
    : QDialog(parent)
    , m_several(several)
    , m_folder(new QLineEdit(QDir::toNativeSeparators(folder), this))
    , m_fault(new QLabel(this))
    , m_export(nullptr)
{
    setWindowTitle(tr("Export the report"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Forms"), this));
    for (int i = 0; i < kReportFormCount; ++i) {
        const auto form = static_cast<ReportForm>(i);
        auto *box = new QCheckBox(nameOfForm(form), this);
        box->setObjectName(QStringLiteral("form.") + fileNameOf(form));
        box->setToolTip(QFileInfo(ReportExport::fileIn({}, form, several)).fileName());
        box->setChecked(form == ReportForm::Pdf || form == ReportForm::Html);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::judge);
        m_forms << box;
        box->setVisible(!several || std::find(std::begin(kSheetForms), std::end(kSheetForms),
                                              form) != std::end(kSheetForms));
        column->addWidget(box);
    }
    column->addSpacing(8);
    column->addWidget(headingLabel(tr("Folder"), this));
    auto *row = new QHBoxLayout;
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setMinimumWidth(360);
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::judge);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    column->addLayout(row);
    m_fault->setProperty("muted", true);
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_export->setObjectName(QStringLiteral("exportNow"));
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndAccept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    judge();
}

QList<ReportForm> ExportDialog::forms() const
{
    QList<ReportForm> chosen;
    for (qsizetype i = 0; i < m_forms.size(); ++i) {
        if (m_forms[i]->isChecked()) {
            chosen << static_cast<ReportForm>(i);
        }
    }
    return chosen;
}

QString ExportDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void ExportDialog::chooseFolder()
{
    const QString chosen =
        QFileDialog::getExistingDirectory(this, tr("Where to the report goes"), folder());
    if (!chosen.isEmpty()) {
        m_folder->setText(QDir::toNativeSeparators(chosen));
    }
}

void ExportDialog::askAndAccept()
{
    OutputPlan plan;
    for (const ReportForm form : forms()) {
        const QString file = ReportExport::fileIn(folder(), form, m_several);
        form == ReportForm::History ? plan.addHistory(file) : plan.addOutput(file);
    }
    const QStringList foreign = plan.foreignFiles();
    if (!foreign.isEmpty()) {
        const auto answer = QMessageBox::question(
            this, windowTitle(),
            tr("No reports of Stampede's, and there already:\n%1\nReplace them?")
                .arg(foreign.join(QLatin1Char('\n'))),
            QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes) {
            return;
        }
    }
    accept();
}

void ExportDialog::judge()
{
    const bool hasFolder = QDir::isAbsolutePath(folder());
    const bool hasForms = !forms().isEmpty();
    m_fault->setText(!hasForms    ? tr("Choose at least one form.")
                     : !hasFolder ? tr("A folder by its whole path is needed.")
                                  : tr("Reports of the same name are replaced."));
    m_export->setEnabled(hasForms && hasFolder);
}

} // namespace stampede
