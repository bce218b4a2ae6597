// SPDX-License-Identifier: MIT
#include "print/report_files.h"

#include "print/print_text.h"

#include "base/check.h"
#include "files/output_file.h"
#include "formats/csv_report.h"
#include "formats/json_report.h"
#include "formats/junit_report.h"
#include "formats/spectrum_text.h"
#include "print/pdf_report.h"
#include "record/history_frame.h"
#include "report/html_report.h"
#include "report/markdown_report.h"

#include <QCoreApplication>

#include <span>

namespace stampede {

namespace {

bool writeBytes(QIODevice &file, const QByteArray &bytes)
{
    return file.write(bytes) == bytes.size();
}

std::span<const Operation> operationsOf(const RunRecord &record)
{
    return record.history ? std::span<const Operation>(*record.history)
                          : std::span<const Operation>();
}

bool writeForm(QIODevice &file, ReportForm form, const ReportSource &source)
{
    const auto sink = [&file](std::string_view text) {
        const auto size = static_cast<qint64>(text.size());
        return file.write(text.data(), size) == size;
    };
    switch (form) {
    case ReportForm::Pdf:
        return writePdf(file, source.report, source.attachment);
    case ReportForm::Html:
        return writeBytes(file, htmlReport(source.report));
    case ReportForm::Markdown:
        return writeBytes(file, markdownReport(source.report));
    case ReportForm::Json:
        return writeBytes(file, resultFile(source.record));
    case ReportForm::Junit:
        return writeBytes(file, junitFile(source.record));
    case ReportForm::Csv:
        return writeCsv(source.record, sink);
    case ReportForm::History:
        return writeHistory(source.record, sink);
    case ReportForm::Spectrum:
        return writeBytes(file, spectrumText(operationsOf(source.record)));
    }
    return false;
}

/// Before the file is touched: a report of boxes is of no use to anybody.
Result<void, QString> hasFonts(const QString &path, ReportForm form, const Report &report)
{
    const auto have = form == ReportForm::Pdf ? fontsHave(report) : Result<void, QString>();
    return have
               ? Result<void, QString>()
               : Failure<QString>{PrintText::tr("%1 was not written: %2.").arg(path, have.error())};
}

} // namespace

QString fileNameOf(ReportForm form)
{
    switch (form) {
    case ReportForm::Pdf:
        return QStringLiteral("report.pdf");
    case ReportForm::Html:
        return QStringLiteral("report.html");
    case ReportForm::Markdown:
        return QStringLiteral("report.md");
    case ReportForm::Json:
        return QStringLiteral("result.json");
    case ReportForm::Junit:
        return QStringLiteral("junit.xml");
    case ReportForm::Csv:
        return QStringLiteral("operations.csv");
    case ReportForm::History:
        return QStringLiteral("history.jsonl");
    case ReportForm::Spectrum:
        return QStringLiteral("latency.hgrm");
    }
    return {};
}

Result<void, QString> writeReportFile(const QString &path, ReportForm form,
                                      const ReportSource &source)
{
    if (auto fonts = hasFonts(path, form, source.report); !fonts) {
        return fonts;
    }
    return writeOutput(path, [&](QIODevice &file) { return writeForm(file, form, source); });
}

Result<void, QString> writeSheets(const QString &path, ReportForm form, const Report &report,
                                  const QByteArray &json, bool attachJson)
{
    if (auto fonts = hasFonts(path, form, report); !fonts) {
        return fonts;
    }
    return writeOutput(path, [&](QIODevice &file) {
        switch (form) {
        case ReportForm::Pdf:
            return writePdf(file, report, attachJson ? json : QByteArray());
        case ReportForm::Html:
            return writeBytes(file, htmlReport(report));
        case ReportForm::Markdown:
            return writeBytes(file, markdownReport(report));
        case ReportForm::Json:
            return writeBytes(file, json);
        case ReportForm::Junit:
        case ReportForm::Csv:
        case ReportForm::History:
        case ReportForm::Spectrum:
            break;
        }
        STAMPEDE_CHECK(false);
        return false;
    });
}

} // namespace stampede
