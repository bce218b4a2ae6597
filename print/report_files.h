// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "report/report.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace stampede {

/// The forms in which a run can be handed on.
enum class ReportForm
{
    Pdf,
    Html,
    Markdown,
    Json,
    Junit,
    Csv,
    History,
    Spectrum, ///< latency as HdrHistogram text
};

inline constexpr int kReportFormCount = 8;

/// "report.pdf", "result.json" …
QString fileNameOf(ReportForm form);

/// What the forms are made of. With pseudonyms the record is one from withPseudonyms().
struct ReportSource
{
    const RunRecord &record;
    const Report &report;
    QByteArray attachment; ///< of the PDF; empty for none
};

/// Writes one form, whole or not at all. The error names the path and the reason. Any thread; a PDF
/// needs a QGuiApplication.
Result<void, QString> writeReportFile(const QString &path, ReportForm form,
                                      const ReportSource &source);

/// A report that is not on one run has these forms only.
inline constexpr ReportForm kSheetForms[] = {ReportForm::Pdf, ReportForm::Html,
                                             ReportForm::Markdown, ReportForm::Json};

/// Writes one of kSheetForms; `json` is all of the JSON form. The rest is as above.
Result<void, QString> writeSheets(const QString &path, ReportForm form, const Report &report,
                                  const QByteArray &json, bool attachJson = true);

} // namespace stampede
