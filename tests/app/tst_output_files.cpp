// Proves that unwritable paths are found before the run and that files appear whole.

#include "app/output_files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace stampede;

class TestOutputFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unwritablePathsAreNamed();
    void checkingLeavesNothingBehind();
    void everyFileIsWritten();
};

void TestOutputFiles::unwritablePathsAreNamed()
{
    const QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("no/such/r.json"));
    const auto noFolder = checkOutputs({{}, missing, {}});
    QVERIFY(!noFolder.ok());
    QVERIFY(noFolder.error().startsWith(missing));
    QVERIFY(!checkOutputs({{}, {}, folder.path()}).ok());
    QVERIFY(!checkOutputs({{}, {}, {}, folder.path()}).ok());
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!checkOutputs({file.fileName(), {}, {}}).ok());
}

void TestOutputFiles::checkingLeavesNothingBehind()
{
    const QTemporaryDir folder;
    QVERIFY(checkOutputs({{}, folder.filePath(QStringLiteral("r.json")), {}}).ok());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestOutputFiles::everyFileIsWritten()
{
    const QTemporaryDir folder;
    RunRecord record;
    record.history = std::make_shared<const std::vector<Operation>>(3);
    const OutputPaths paths = {
        folder.filePath(QStringLiteral("out")), folder.filePath(QStringLiteral("r.json")),
        folder.filePath(QStringLiteral("h.jsonl")), folder.filePath(QStringLiteral("j.xml"))};
    QVERIFY(checkOutputs(paths).ok());
    const auto written = writeOutputs(paths, record, QStringLiteral("summary\n"));
    QVERIFY(written.ok());
    QCOMPARE(written.value().size(), 12); // three, and eight forms with the summary in the folder
    QFile json(paths.json);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(json.readAll()).isObject());
    for (const QString &path : {paths.junit, paths.folder + QStringLiteral("/junit.xml")}) {
        QFile junit(path);
        QVERIFY(junit.open(QIODevice::ReadOnly));
        QVERIFY(junit.readAll().contains("<testsuites "));
    }
    QFile history(paths.history);
    QVERIFY(history.open(QIODevice::ReadOnly));
    QCOMPARE(history.readAll().count('\n'), 4); // the header and three operations
}

QTEST_MAIN(TestOutputFiles)
#include "tst_output_files.moc"
