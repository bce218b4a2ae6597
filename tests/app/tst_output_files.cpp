// SPDX-License-Identifier: MIT
// Proves that outputs never hit what they must not: unwritable places, inputs, what is kept, each
// other and files of others are found before the run, links do not hide one behind another, and
// files appear whole. What the forms of a report write is known as ours again, and nothing else is.

#include "app/output_files.h"
#include "files/output_file.h"
#include "files/output_plan.h"
#include "files/report_mark.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_output_files {

using namespace stampede;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(),
             qPrintable(path));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CommandLine runWith(const OutputPaths &paths)
{
    CommandLine line;
    line.command = Command::Run;
    line.output = paths;
    return line;
}

} // namespace

class TestOutputFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unwritablePathsAreNamed();
    void checkingLeavesNothingBehind();
    void everyFileIsWrittenAndKnownAgain();
    void hitsAreRefused_data();
    void hitsAreRefused();
    void twoOutputsOfOnePlaceAreRefused();
    void filesOfOthersNeedForce_data();
    void filesOfOthersNeedForce();
    void whatFailsLeavesWhatWasThere();
    void linksAreFollowed();
    void streamsAreWrittenStraight();

private:
    [[nodiscard]] QString at(const char *name) const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QCoreApplication::setApplicationName(QStringLiteral("stampede")); // which a PDF names
    qputenv("STAMPEDE_DATA_DIR", at("data").toUtf8());
}

void TestOutputFiles::unwritablePathsAreNamed()
{
    const QString missing = at("no/such/r.json");
    const auto noFolder = checkOutputs(runWith({{}, missing, {}}));
    QVERIFY(!noFolder.ok());
    QVERIFY2(noFolder.error().startsWith(missing), qPrintable(noFolder.error()));
    QVERIFY(!checkOutputs(runWith({{}, {}, m_folder->path()})).ok());
    QVERIFY(!checkOutputs(runWith({{}, {}, {}, m_folder->path()})).ok());
    QVERIFY(!checkOutputs(runWith({{}, at("new/"), {}})).ok());
    QVERIFY(!checkOutputs(runWith({{}, at(".."), {}})).ok());
    QVERIFY(!checkOutputs(runWith({{}, QStringLiteral("/dev/full"), {}})).ok());
    write(at("file"), "x");
    QVERIFY(!checkOutputs(runWith({at("file"), {}, {}})).ok());
    QVERIFY(!checkOutputs(runWith({QStringLiteral("/"), {}, {}})).ok());
    constexpr int kLetters = 300;
    const auto tooLong = checkOutputs(runWith({{}, at("") + QString(kLetters, u'a'), {}}));
    QVERIFY(!tooLong.ok());
    QVERIFY2(tooLong.error().contains(QStringLiteral("too long")), qPrintable(tooLong.error()));
    QVERIFY(QFile::link(QStringLiteral("turn"), at("round")));
    QVERIFY(QFile::link(QStringLiteral("round"), at("turn")));
    QVERIFY(!checkOutputs(runWith({{}, at("round"), {}})).ok());
}

void TestOutputFiles::checkingLeavesNothingBehind()
{
    QVERIFY(checkOutputs(runWith({{}, at("r.json"), {}})).ok());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestOutputFiles::everyFileIsWrittenAndKnownAgain()
{
    RunRecord record;
    record.history = std::make_shared<const std::vector<Operation>>(3);
    const OutputPaths paths = {at("out"), at("r.json"), at("h.jsonl"), at("j.xml")};
    QVERIFY(checkOutputs(runWith(paths)).ok());
    const auto written = writeOutputs(paths, record, QStringLiteral("summary\n"));
    QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error()));
    QCOMPARE(written.value().size(), 12); // three, and eight forms with the summary in the folder
    QVERIFY(QJsonDocument::fromJson(contentOf(paths.json)).isObject());
    for (const QString &path : {paths.junit, paths.folder + QStringLiteral("/junit.xml")}) {
        QVERIFY(contentOf(path).contains("<testsuites "));
    }
    QCOMPARE(contentOf(paths.history).count('\n'), 4); // the header and three operations
    for (const QString &path : written.value()) {
        QVERIFY2(isOutputOfOurs(path), qPrintable(path));
    }
    // The same call again replaces its own files without being forced.
    const auto again = checkOutputs(runWith(paths));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error()));
}

void TestOutputFiles::hitsAreRefused_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("the scenario") << QStringLiteral("in.json");
    QTest::newRow("by another way") << QStringLiteral("folder/../in.json");
    QTest::newRow("by a link") << QStringLiteral("link.json");
    QTest::newRow("by a link to a link") << QStringLiteral("link-to-link.json");
    QTest::newRow("by a hard link") << QStringLiteral("hard.json");
    QTest::newRow("the people") << QStringLiteral("people.csv");
    QTest::newRow("the archive") << QStringLiteral("data/runs.sqlite");
    QTest::newRow("the archive by a link") << QStringLiteral("archive-link");
    QTest::newRow("the archive by a hard link") << QStringLiteral("archive-hard");
    QTest::newRow("a journal by a hard link") << QStringLiteral("journal-hard");
    QTest::newRow("a file of the server by a hard link") << QStringLiteral("server-hard");
    QTest::newRow("new in the data folder") << QStringLiteral("data/new.json");
    QTest::newRow("the data folder by a link") << QStringLiteral("data-link/new.json");
}

void TestOutputFiles::hitsAreRefused()
{
    QFETCH(QString, output);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("data/journals")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("data/servers/1")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder")));
    for (const char *name : {"in.json", "people.csv", "data/runs.sqlite", "data/journals/a.journal",
                             "data/servers/1/ibdata"}) {
        write(at(name), "kept");
    }
    for (const auto &[from, to] :
         {std::pair("in.json", "link.json"), std::pair("link.json", "link-to-link.json"),
          std::pair("data/runs.sqlite", "archive-link"), std::pair("data", "data-link")}) {
        QVERIFY(QFile::link(at(from), at(to)));
    }
    for (const auto &[from, to] :
         {std::pair("in.json", "hard.json"), std::pair("data/runs.sqlite", "archive-hard"),
          std::pair("data/journals/a.journal", "journal-hard"),
          std::pair("data/servers/1/ibdata", "server-hard")}) {
        QCOMPARE(::link(qPrintable(at(from)), qPrintable(at(to))), 0);
    }
    const QString path = m_folder->filePath(output);
    for (const bool isLog : {false, true}) {
        CommandLine line = runWith({{}, isLog ? QString() : path, {}});
        line.log = isLog ? path : QString();
        line.scenario = at("in.json");
        line.force = true; // not even then
        const auto checked = checkOutputs(line, {at("people.csv")});
        QVERIFY(!checked.ok());
        QVERIFY2(checked.error().startsWith(path), qPrintable(checked.error()));
    }
}

void TestOutputFiles::twoOutputsOfOnePlaceAreRefused()
{
    OutputPaths paths;
    paths.json = at("same");
    paths.html = at("./same");
    QVERIFY(!checkOutputs(runWith(paths)).ok());
    QVERIFY(QFile::link(at("same"), at("other")));
    paths.html = at("other"); // a link that points at nothing yet
    QVERIFY(!checkOutputs(runWith(paths)).ok());
    paths.html.clear();
    paths.json = at("out/result.json");
    paths.folder = at("out");
    QVERIFY(!checkOutputs(runWith(paths)).ok());
    paths = {};
    paths.json = paths.html = QStringLiteral("/dev/null");
    QVERIFY(checkOutputs(runWith(paths)).ok());
}

void TestOutputFiles::filesOfOthersNeedForce_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isForeign");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("notes") << true;
    QTest::newRow("a scenario") << QByteArray("{\n    \"schema\": \"stampede.scenario/1\"\n}\n")
                                << true;
    QTest::newRow("a result") << QByteArray("{\n    \"schema\": \"stampede.result/1\"\n}\n")
                              << false;
    QTest::newRow("a result's name deeper")
        << QByteArray("{\n    \"a\": {\n        \"schema\": \"stampede.result/1\"\n    }\n}\n")
        << true;
    QTest::newRow("a history") << QByteArray("{\"schema\":\"stampede.history/1\"}\n") << true;
    QTest::newRow("a JTL") << QByteArray("timeStamp,elapsed,label,responseCode\n1,2,3,4\n") << true;
    QTest::newRow("a page that speaks of the mark")
        << QByteArray("<!DOCTYPE html>\n<p>" + QByteArray(2'000, ' ') + kHtmlMark) << true;
    QTest::newRow("a text that speaks of the mark")
        << QByteArray("# stampede.summary/1\nmore\n") << true;
    QTest::newRow("a PDF of another program")
        << QByteArray("%PDF-1.4\n/Creator (Writer)\n") << true;
    QTest::newRow("a spectrum of another program")
        << QByteArray("       Value     Percentile TotalCount 1/(1-Percentile)\n") << true;
}

void TestOutputFiles::filesOfOthersNeedForce()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, isForeign);
    write(at("r.json"), content);
    CommandLine line = runWith({{}, at("r.json"), {}});
    QCOMPARE(checkOutputs(line).ok(), !isForeign);
    QCOMPARE(contentOf(at("r.json")), content);
    line.force = true;
    QVERIFY(checkOutputs(line).ok());
    OutputPlan plan;
    plan.addOutput(at("r.json"));
    QCOMPARE(plan.foreignFiles().size(), isForeign ? 1 : 0);
}

void TestOutputFiles::whatFailsLeavesWhatWasThere()
{
    write(at("r.json"), "before");
    const auto failed = writeOutput(at("r.json"), [](QIODevice &file) {
        file.write("half");
        return false;
    });
    QVERIFY(!failed.ok());
    QCOMPARE(contentOf(at("r.json")), QByteArray("before"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("r.json")});
}

void TestOutputFiles::linksAreFollowed()
{
    write(at("target"), "before");
    QVERIFY(QFile::link(at("target"), at("one")));
    QVERIFY(QFile::link(at("one"), at("two")));
    QVERIFY(writeOutput(at("two"), QByteArray("after")).ok());
    QCOMPARE(contentOf(at("target")), QByteArray("after"));
    QVERIFY(QFileInfo(at("one")).isSymLink() && QFileInfo(at("two")).isSymLink());
}

void TestOutputFiles::streamsAreWrittenStraight()
{
    QVERIFY(writeOutput(QStringLiteral("/dev/null"), QByteArray("x")).ok());
    const auto full = writeOutput(QStringLiteral("/dev/full"), QByteArray("x"));
    QVERIFY(!full.ok());
    QCOMPARE(::mkfifo(qPrintable(at("pipe")), S_IRUSR | S_IWUSR), 0);
    QVERIFY(checkOutputs(runWith({{}, at("pipe"), {}})).ok());
    QVERIFY(!writeOutput(at("pipe"), QByteArray("nobody reads")).ok()); // and does not wait
    const int reader = ::open(qPrintable(at("pipe")), O_RDONLY | O_NONBLOCK);
    QVERIFY(writeOutput(at("pipe"), QByteArray("somebody reads")).ok());
    std::array<char, 64> got{};
    QCOMPARE(::read(reader, got.data(), got.size()), 14);
    ::close(reader);
    // A descriptor goes on where it is.
    const int file = ::open(qPrintable(at("behind")), O_RDWR | O_CREAT, S_IRUSR | S_IWUSR);
    QCOMPARE(::write(file, "printed ", 8), 8);
    QVERIFY(writeOutput(QStringLiteral("/dev/fd/%1").arg(file), QByteArray("then")).ok());
    QCOMPARE(::write(file, " more", 5), 5);
    ::close(file);
    QCOMPARE(contentOf(at("behind")), QByteArray("printed then more"));
}

} // namespace tst_output_files

STAMPEDE_TEST(tst_output_files::TestOutputFiles)
#include "tst_output_files.moc"
