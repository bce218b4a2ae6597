// SPDX-License-Identifier: MIT
#include "ui/report/report_export.h"

#include "files/data_root.h"
#include "files/output_plan.h"
#include "formats/json_report.h"
#include "print/print_thread.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace stampede {

namespace {

/// Calls something of the export in its own thread, while it is there.
template<typename Call>
void later(const QPointer<ReportExport> &who, Call call)
{
    QMetaObject::invokeMethod(
        qApp,
        [who, call = std::move(call)] {
            if (who) {
                call(*who);
            }
        },
        Qt::QueuedConnection);
}

/// Whether the files can be written; makes the folder. Files of others were asked about.
Result<void, QString> check(const QList<ReportForm> &forms, const QString &folder, bool several)
{
    OutputPlan plan;
    plan.addKeptFolder(defaultDataRoot());
    QStringList names;
    for (const ReportForm form : forms) {
        names << QFileInfo(ReportExport::fileIn(folder, form, several)).fileName();
    }
    plan.addOutputFolder(folder, names);
    plan.setForce(true);
    return plan.check();
}

} // namespace

ReportExport::ReportExport(QObject *parent)
    : QObject(parent)
{}

void ReportExport::write(const ReportOrder &order, const QList<ReportForm> &forms,
                         const QString &folder, bool attachData)
{
    if (m_writing) {
        return;
    }
    m_writing = true;
    const QPointer<ReportExport> self(this);
    inPrintThread([self, order, forms, folder, attachData] {
        const auto finishWith = [&self](const QStringList &files, const QString &error) {
            later(self, [files, error](ReportExport &it) { it.finish(files, error); });
        };
        QStringList files;
        const bool several = !order.runs.isEmpty();
        if (const auto possible = check(forms, folder, several); !possible) {
            finishWith(files, possible.error());
            return;
        }
        const auto made = makeFrom(order);
        const LanguageScope scope(order.language);
        const bool attaches = attachData && !several && forms.contains(ReportForm::Pdf);
        const ReportSource source{made->record, made->report,
                                  attaches ? resultFile(made->record) : QByteArray()};
        for (const ReportForm form : forms) {
            const auto index = static_cast<int>(files.size());
            const auto count = static_cast<int>(forms.size());
            const QString path = fileIn(folder, form, several);
            later(self, [index, count, path](ReportExport &it) {
                Q_EMIT it.progressed(index, count, QFileInfo(path).fileName());
            });
            const auto done = several
                                  ? writeSheets(path, form, made->report, made->json, attachData)
                                  : writeReportFile(path, form, source);
            if (!done) {
                finishWith(files, done.error());
                return;
            }
            files << path;
        }
        finishWith(files, {});
    });
}

QString ReportExport::fileIn(const QString &folder, ReportForm form, bool several)
{
    const QString name = fileNameOf(form);
    return QDir(folder).filePath(several ? QStringLiteral("comparison.") + QFileInfo(name).suffix()
                                         : name);
}

void ReportExport::finish(const QStringList &files, const QString &error)
{
    m_writing = false;
    Q_EMIT finished(files, error);
}

} // namespace stampede
