#include "app/output_files.h"

#include "print/report_files.h"
#include "report/json_report.h"
#include "report/summary_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <algorithm>
#include <functional>
#include <utility>

namespace stampede {

namespace {

struct OutputText
{
    Q_DECLARE_TR_FUNCTIONS(OutputText)
};

QString cannotWrite(const QString &path, const QString &why)
{
    return OutputText::tr("%1 cannot be written: %2.").arg(path, why);
}

Result<void, QString> checkFile(const QString &path)
{
    if (path.isEmpty()) {
        return {};
    }
    if (QFileInfo(path).isDir()) {
        return Failure{cannotWrite(path, OutputText::tr("it is a folder"))};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Failure{cannotWrite(path, file.errorString())};
    }
    file.cancelWriting();
    return {};
}

Result<void, QString> writeWith(const QString &path,
                                const std::function<bool(QSaveFile &)> &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !content(file) || !file.commit()) {
        return Failure{cannotWrite(path, file.errorString())};
    }
    return {};
}

std::function<bool(QSaveFile &)> bytes(const QByteArray &data)
{
    return [data](QSaveFile &file) { return file.write(data) == data.size(); };
}

/// A file of a report: where, and in which form.
using FormFile = std::pair<QString, ReportForm>;

QList<FormFile> formFiles(const OutputPaths &paths)
{
    QList<FormFile> files;
    for (const FormFile &file :
         {FormFile{paths.json, ReportForm::Json}, FormFile{paths.junit, ReportForm::Junit},
          FormFile{paths.history, ReportForm::History}, FormFile{paths.html, ReportForm::Html},
          FormFile{paths.markdown, ReportForm::Markdown}, FormFile{paths.pdf, ReportForm::Pdf},
          FormFile{paths.csv, ReportForm::Csv}}) {
        if (!file.first.isEmpty()) {
            files << file;
        }
    }
    for (int i = 0; i < kReportFormCount && !paths.folder.isEmpty(); ++i) {
        const auto form = static_cast<ReportForm>(i);
        files << FormFile{QDir(paths.folder).filePath(fileNameOf(form)), form};
    }
    return files;
}

} // namespace

Result<void, QString> checkOutputs(const OutputPaths &paths)
{
    if (!paths.folder.isEmpty()) {
        if (!QDir().mkpath(paths.folder)) {
            return Failure{cannotWrite(paths.folder, OutputText::tr("the folder cannot be made"))};
        }
        if (auto ok = checkFile(QDir(paths.folder).filePath(QStringLiteral("result.json"))); !ok) {
            return ok;
        }
    }
    for (const QString &path : {paths.json, paths.junit, paths.history, paths.html, paths.markdown,
                                paths.pdf, paths.csv}) {
        if (auto ok = checkFile(path); !ok) {
            return ok;
        }
    }
    return {};
}

Result<void, QString> writeFile(const QString &path, const QByteArray &content)
{
    return writeWith(path, bytes(content));
}

Result<QStringList, QString> writeOutputs(const OutputPaths &paths, const RunRecord &given,
                                          const OutputWords &words)
{
    const QList<FormFile> files = formFiles(paths);
    if (files.isEmpty()) {
        return QStringList();
    }
    const RunRecord hidden = paths.pseudonyms ? withPseudonyms(given) : RunRecord();
    const RunRecord &record = paths.pseudonyms ? hidden : given;
    ReportOptions options;
    options.pseudonyms = paths.pseudonyms;
    options.madeAgain = words.madeAgain;
    const bool hasRows =
        record.audit && std::any_of(record.audit->checks.begin(), record.audit->checks.end(),
                                    [](const CheckResult &check) { return !check.rows.isEmpty(); });
    if (paths.chapters) {
        options.chapters = *paths.chapters;
    } else if (hasRows) {
        options.chapters.insert(Chapter::Rows);
    }
    options.again = words.again;
    const Report report = makeReport(record, options);
    const bool hasPdf = std::any_of(files.begin(), files.end(), [](const FormFile &file) {
        return file.second == ReportForm::Pdf;
    });
    const ReportSource source{record, report, hasPdf ? resultFile(record) : QByteArray()};
    QStringList written;
    QStringList failed; // what one file lacks keeps nobody from the others
    for (const auto &[path, form] : files) {
        if (auto done = writeReportFile(path, form, source); !done) {
            failed << done.error();
            continue;
        }
        written << path;
    }
    if (!paths.folder.isEmpty()) {
        const QString path = QDir(paths.folder).filePath(QStringLiteral("summary.txt"));
        const QString summary = paths.pseudonyms ? summaryText(record, {}) : words.summary;
        if (auto done = writeWith(path, bytes(summary.toUtf8())); !done) {
            return Failure{done.error()};
        }
        written << path;
    }
    return failed.isEmpty() ? Result<QStringList, QString>(written)
                            : Failure{failed.join(QLatin1Char('\n'))};
}

Result<QStringList, QString> writeReport(const OutputPaths &paths, const QString &name,
                                         const Report &report, const QByteArray &json)
{
    const auto inFolder = [&](const char *suffix) {
        return paths.folder.isEmpty()
                   ? QString()
                   : QDir(paths.folder).filePath(name + QString::fromLatin1(suffix));
    };
    const std::pair<ReportForm, QStringList> forms[] = {
        {ReportForm::Json, {paths.json, inFolder(".json")}},
        {ReportForm::Html, {paths.html, inFolder(".html")}},
        {ReportForm::Markdown, {paths.markdown, inFolder(".md")}},
        {ReportForm::Pdf, {paths.pdf, inFolder(".pdf")}},
    };
    QStringList written;
    for (const auto &[form, places] : forms) {
        for (const QString &path : places) {
            if (path.isEmpty()) {
                continue;
            }
            if (auto done = writeSheets(path, form, report, json); !done) {
                return Failure{done.error()};
            }
            written << path;
        }
    }
    return written;
}

} // namespace stampede
