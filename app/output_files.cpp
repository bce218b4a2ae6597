// SPDX-License-Identifier: MIT
#include "app/output_files.h"

#include "console/summary_text.h"
#include "database/database_url.h"
#include "files/data_root.h"
#include "files/output_file.h"
#include "files/output_plan.h"
#include "files/report_mark.h"
#include "formats/json_report.h"
#include "print/report_files.h"
#include "scenario/classify_setting.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

const QString kSummary = QStringLiteral("summary.txt");

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

/// The names that the command gives to the files of --out.
QStringList namesInFolder(Command command)
{
    QStringList names;
    const auto sheets = [&names](const QString &name) {
        for (const ReportForm form : kSheetForms) {
            names << name + QLatin1Char('.') + QFileInfo(fileNameOf(form)).suffix();
        }
    };
    switch (command) {
    case Command::Compare:
        sheets(QStringLiteral("comparison"));
        break;
    case Command::Sweep:
        sheets(QStringLiteral("sweep"));
        names << QStringLiteral("sweep.csv");
        break;
    case Command::Interleave:
        sheets(QStringLiteral("interleavings"));
        break;
    case Command::Run:
    case Command::Report:
        for (int i = 0; i < kReportFormCount; ++i) {
            names << fileNameOf(static_cast<ReportForm>(i));
        }
        names << kSummary;
        break;
    case Command::Help:
    case Command::Version:
    case Command::Predict:
    case Command::Presets:
    case Command::Doctor:
    case Command::Audit:
    case Command::Import:
    case Command::CheckHistory:
    case Command::Serve:
    case Command::Runs:
    case Command::Verify:
        break;
    }
    return names;
}

/// What the words name to be read, and the folders that belong to Stampede.
void addWhatIsThere(OutputPlan &plan, const CommandLine &line)
{
    const QStringList words = QStringList{line.scenario, line.profile, line.history,  line.baseline,
                                          line.before,   line.rules,   line.queryLog, line.copied} +
                              line.runs;
    for (const QString &word : words) {
        plan.addInput(word);
    }
    plan.addKeptFolder(defaultDataRoot());
    if (const auto url = parseDatabaseUrl(line.database)) {
        plan.addInput(url.value().passwordFile);
        plan.addKeptFolder(url.value().folder);
    }
}

} // namespace

QStringList inputsOf(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    QStringList paths = {scenario.users.path};
    if (!holdsProfile(target.audit.profile)) {
        paths << target.audit.profile;
    }
    if (target.audit.log) {
        paths << target.audit.log->file;
    }
    QStringList inputs;
    for (const QString &path : paths) {
        if (!path.isEmpty()) {
            inputs << QDir(target.folder.path).absoluteFilePath(path);
        }
    }
    if (const auto url = parseDatabaseUrl(target.audit.database)) {
        inputs << url.value().passwordFile;
    }
    return inputs;
}

Result<void, QString> checkOutputs(const CommandLine &line, const QStringList &inputs)
{
    OutputPlan plan;
    addWhatIsThere(plan, line);
    for (const QString &input : inputs) {
        plan.addInput(input);
    }
    const OutputPaths &paths = line.output;
    plan.addHistory(paths.history);
    for (const QString &path : {paths.json, paths.junit, paths.html, paths.markdown, paths.pdf,
                                paths.csv, line.log, line.snapshot, line.script, line.drafted}) {
        plan.addOutput(path);
    }
    plan.addOutputFolder(paths.folder, namesInFolder(line.command));
    plan.setForce(line.force);
    return plan.check();
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
        const QString path = QDir(paths.folder).filePath(kSummary);
        const QString summary = paths.pseudonyms ? summaryText(record, {}) : words.summary;
        const QByteArray marked = summary.toUtf8() + '\n' + kSummaryMark + '\n';
        if (auto done = writeOutput(path, marked); !done) {
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
