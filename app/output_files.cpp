#include "app/output_files.h"

#include "report/json_report.h"
#include "report/junit_report.h"
#include "run/history_frame.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <functional>

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

bool writeRecordHistory(QSaveFile &file, const RunRecord &record)
{
    return writeHistory(historyFrameOf(record), *record.history, [&file](std::string_view text) {
        const auto size = static_cast<qint64>(text.size());
        return file.write(text.data(), size) == size;
    });
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
    for (const QString &path : {paths.json, paths.junit, paths.history}) {
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

Result<QStringList, QString> writeOutputs(const OutputPaths &paths, const RunRecord &record,
                                          const QString &summary)
{
    QStringList jsonFiles;
    QStringList junitFiles;
    QStringList historyFiles;
    QStringList summaryFiles;
    const auto add = [](QStringList &files, const QString &path) {
        if (!path.isEmpty()) {
            files << path;
        }
    };
    add(jsonFiles, paths.json);
    add(junitFiles, paths.junit);
    add(historyFiles, paths.history);
    if (!paths.folder.isEmpty()) {
        const QDir folder(paths.folder);
        jsonFiles << folder.filePath(QStringLiteral("result.json"));
        junitFiles << folder.filePath(QStringLiteral("junit.xml"));
        historyFiles << folder.filePath(QStringLiteral("history.jsonl"));
        summaryFiles << folder.filePath(QStringLiteral("summary.txt"));
    }
    const QByteArray json = jsonFiles.isEmpty() ? QByteArray() : resultFile(record);
    const auto writeAll = [](const QStringList &files,
                             const auto &content) -> Result<void, QString> {
        for (const QString &path : files) {
            if (auto done = writeWith(path, content); !done) {
                return done;
            }
        }
        return {};
    };
    if (auto done = writeAll(jsonFiles, bytes(json)); !done) {
        return Failure{done.error()};
    }
    const QByteArray junit = junitFiles.isEmpty() ? QByteArray() : junitFile(record);
    if (auto done = writeAll(junitFiles, bytes(junit)); !done) {
        return Failure{done.error()};
    }
    if (auto done = writeAll(
            historyFiles, [&record](QSaveFile &file) { return writeRecordHistory(file, record); });
        !done) {
        return Failure{done.error()};
    }
    if (auto done = writeAll(summaryFiles, bytes(summary.toUtf8())); !done) {
        return Failure{done.error()};
    }
    return jsonFiles + junitFiles + historyFiles + summaryFiles;
}

} // namespace stampede
