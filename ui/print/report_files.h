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

} // namespace stampede
