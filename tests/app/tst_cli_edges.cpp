// SPDX-License-Identifier: MIT
// Proves the edges of the program that scripts fall over: descriptors that are closed, standard
// output that takes nothing, pipes and devices where a file is expected, letters that turn the
// direction, words that are empty, outputs that would hit what they must not, and signals that were
// ignored when it began.

#include "support/test_database.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

namespace tst_cli_edges {

using namespace stampede;
using stampede::test::TestDatabase;

namespace {

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

constexpr int kPatienceMs = 120'000;

} // namespace

class TestCliEdges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void closedDescriptorsDoNoHarm();
    void fullStandardOutputIsTold();
    void outputsDoNotHitInputs();
    void directionsOfTextAreKept();
    void onlyFilesAreRead_data();
    void onlyFilesAreRead();
    void emptyWordsAreRefused();
    void windowPrintsWithoutADisplay();
    void limitsOfTheShellAreTold();
    void ignoredSignalsStayIgnored();
    void doctorTellsWhatIsMissing();

private:
    [[nodiscard]] QString at(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    void put(const char *name, const QByteArray &content) const;
    /// Through a shell: "$CLI", "$DB" and "$F" stand for the program, the database and the folder.
    [[nodiscard]] Ended shell(const char *line) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void TestCliEdges::put(const char *name, const QByteArray &content) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

Ended TestCliEdges::shell(const char *line) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromLatin1(line)});
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestCliEdges::initTestCase()
{
    const ConnectionSettings settings = TestDatabase::instance().freshDatabase();
    const std::pair<const char *, QString> variables[] = {
        {"CLI", QStringLiteral(STAMPEDE_CLI)},
        {"F", m_folder.path()},
        {"DB", QStringLiteral("mysql://%1@/%2?socket=%3")
                   .arg(settings.user, settings.database, settings.socket)},
        {"STAMPEDE_DATA_DIR", at("data")},
        {"STAMPEDE_DB_PASSWORD", settings.password}};
    for (const auto &[name, value] : variables) {
        m_environment.insert(QString::fromLatin1(name), value);
    }
    QCOMPARE(::mkfifo(qPrintable(at("pipe")), S_IRUSR | S_IWUSR), 0);
    put("in.json", R"({"schema":"stampede.scenario/1","name":"a\u202eb\u2067c",
        "users":{"count":2,"pick":"each-once"},"coupon":{"stock":1},
        "load":{"model":"burst","vus":2}})");
    const Ended ended = shell("\"$CLI\" run \"$F/in.json\" --database \"$DB\" --quiet");
    QVERIFY2(ended.code == 0, ended.err.constData());
}

void TestCliEdges::closedDescriptorsDoNoHarm()
{
    const Ended ended = shell("\"$CLI\" run open-door --database \"$DB\" --json \"$F/closed.json\" "
                              "<&- >&- 2>&-");
    QCOMPARE(ended.code, 97);
    QVERIFY(QFile::exists(at("closed.json")));
}

void TestCliEdges::fullStandardOutputIsTold()
{
    for (const char *line : {"\"$CLI\" runs --json >/dev/full", "\"$CLI\" runs >/dev/full",
                             "\"$CLI\" presets >/dev/full", "\"$CLI\" --help >/dev/full",
                             "\"$CLI\" predict last-coupon >/dev/full"}) {
        const Ended ended = shell(line);
        QVERIFY2(ended.code == 1, line);
        QVERIFY2(ended.err.contains("cannot be written"), line);
    }
    const Ended straight = shell("\"$CLI\" run last-coupon --database \"$DB\" --json /dev/full");
    QVERIFY(straight.code == 2 && straight.out.isEmpty());
    const Ended behind = shell("\"$CLI\" report last --json /dev/stdout --quiet");
    QVERIFY2(behind.code == 0, behind.err.constData());
    QVERIFY(QJsonDocument::fromJson(behind.out).isObject());
}

void TestCliEdges::outputsDoNotHitInputs()
{
    QFile scenario(at("in.json"));
    QVERIFY(scenario.open(QIODevice::ReadOnly));
    const QByteArray before = scenario.readAll();
    QVERIFY(QFile::link(at("in.json"), at("link.json")));
    put("notes.txt", "notes");
    for (const char *words : {"--json \"$STAMPEDE_DATA_DIR/runs.sqlite\"", "--json \"$F/in.json\"",
                              "--json \"$F/link.json\"", "--log \"$F/in.json\"",
                              "--json \"$F/same\" --html \"$F/same\"", "--json \"\"", "--out /",
                              "--out \"$STAMPEDE_DATA_DIR\"", "--json \"$F/notes.txt\"",
                              "--json \"$F/$(printf %0300d 0)\""}) {
        const QByteArray line =
            QByteArray("\"$CLI\" run \"$F/in.json\" --database \"$DB\" ") + words;
        const Ended ended = shell(line.constData());
        QVERIFY2(ended.code == 2, words);
        QVERIFY2(ended.out.isEmpty() && !ended.err.isEmpty(), words);
    }
    QVERIFY(scenario.seek(0));
    QCOMPARE(scenario.readAll(), before);
    const Ended kept = shell("\"$CLI\" runs --json");
    QVERIFY(kept.code == 0 && kept.out.contains("\"verdict\""));
    // Both ways of the same call again.
    for (int i = 0; i < 2; ++i) {
        const Ended ended = shell("\"$CLI\" report last --out \"$F/reports\" --quiet");
        QVERIFY2(ended.code == 0, ended.err.constData());
    }
    QCOMPARE(shell("\"$CLI\" report last --json \"$F/notes.txt\" --force").code, 0);
}

void TestCliEdges::directionsOfTextAreKept()
{
    const Ended json = shell("\"$CLI\" runs --json");
    const QJsonObject listed = QJsonDocument::fromJson(json.out).object();
    QStringList names;
    const QJsonArray runs = listed[QLatin1String("runs")].toArray();
    for (const QJsonValue &run : runs) {
        names << run[QLatin1String("scenario")].toString();
    }
    QVERIFY2(names.contains(QStringLiteral("a\u202eb\u2067c")), json.out.constData());
    for (const char *line :
         {"\"$CLI\" runs", "\"$CLI\" runs --json", "\"$CLI\" predict \"$F/in.json\""}) {
        const QString shown = QString::fromUtf8(shell(line).out);
        for (const char16_t letter : {u'\u202a', u'\u202c', u'\u202e', u'\u2067', u'\u2069'}) {
            QVERIFY2(!shown.contains(QChar(letter)), line);
        }
    }
}

void TestCliEdges::onlyFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *command :
         {"predict", "run --database \"$DB\"", "check-history", "verify",
          "audit --database \"$DB\" --profile", "audit --database \"$DB\" --run"}) {
        for (const char *file : {"\"$F/pipe\"", "/dev/zero", "\"$F\"", "/dev/tty"}) {
            const QByteArray line = QByteArray(command) + ' ' + file;
            QTest::newRow(line.constData()) << line;
        }
    }
    QTest::newRow("people") << QByteArray("predict \"$F/in.json\" --set users.pick=file --set "
                                          "users.path=/dev/zero");
}

void TestCliEdges::onlyFilesAreRead()
{
    QFETCH(QByteArray, line);
    const Ended ended = shell(("\"$CLI\" " + line).constData());
    QVERIFY2(ended.code == 104, ended.err.constData());
    QVERIFY(!ended.err.isEmpty() && ended.out.isEmpty());
}

void TestCliEdges::emptyWordsAreRefused()
{
    QCOMPARE(shell("\"$CLI\" audit --database \"$DB\" --profile \"\"").code, 2);
    QCOMPARE(shell("\"$CLI\" audit --database \"$DB\" --run=").code, 2);
    QCOMPARE(shell("\"$CLI\" predict last-coupon --no-color").code, 0);
    const Ended other = shell("\"$CLI\" predict last-coupon --listen 127.0.0.1:1");
    QCOMPARE(other.code, 2);
    QVERIFY2(!other.err.contains("Did you mean"), other.err.constData());
    put("pw.txt", "hunter2\n");
    const Ended people = shell("\"$CLI\" predict \"$F/in.json\" --set users.pick=file --set "
                               "users.path=pw.txt");
    QCOMPARE(people.code, 104);
    QVERIFY2(!people.err.contains("hunter2"), people.err.constData());
}

void TestCliEdges::windowPrintsWithoutADisplay()
{
    const QString window =
        QFileInfo(QStringLiteral(STAMPEDE_CLI)).dir().filePath(QStringLiteral("stampede"));
    if (!QFile::exists(window)) {
        QSKIP("Built without the window.");
    }
    m_environment.insert(QStringLiteral("WINDOW"), window);
    const QByteArray bare = "env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM \"$WINDOW\" ";
    const Ended help = shell((bare + "--help").constData());
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("--screenshots") && !help.out.contains("--help-all"));
    QVERIFY(shell((bare + "--language ko -h").constData()).out.contains("--screenshots"));
    QVERIFY(shell((bare + "--version").constData()).out.startsWith("stampede "));
    const Ended none = shell((bare + "hundred-users").constData());
    QCOMPARE(none.code, 2);
    QVERIFY2(none.err.contains("no display"), none.err.constData());
}

void TestCliEdges::limitsOfTheShellAreTold()
{
    const Ended stack = shell("ulimit -s 64; \"$CLI\" predict last-coupon");
    QCOMPARE(stack.code, 2);
    QVERIFY(stack.err.contains("ulimit -s"));
    const Ended file = shell("ulimit -f 8; \"$CLI\" run last-coupon --quiet --database \"$DB\" "
                             "--json \"$F/limited.json\"");
    QCOMPARE(file.code, 1);
    QVERIFY2(file.err.contains("limited.json cannot be written: File too large"),
             file.err.constData());
    QVERIFY(!QFile::exists(at("limited.json")));
}

void TestCliEdges::ignoredSignalsStayIgnored()
{
    for (const bool ignored : {false, true}) {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(
            QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), (ignored ? QStringLiteral("trap '' HUP; ") : QString()) +
                                       QStringLiteral("exec \"$CLI\" check-history -")});
        QVERIFY(process.waitForStarted());
        // The verdict of the first shows that it reads.
        process.write("{\"schema\":\"stampede.history/1\",\"coupon\":1,\"stock\":1,"
                      "\"holders_before\":[]}\n{\"op\":\"final\",\"remaining\":1,\"rows\":[]}\n"
                      "{\"schema\":\"stampede.history/1\",\"coupon\":1,\"stock\":1,"
                      "\"holders_before\":[]}\n");
        QVERIFY(process.waitForReadyRead(kPatienceMs));
        ::kill(static_cast<pid_t>(process.processId()), SIGHUP);
        process.write("{\"op\":\"final\",\"remaining\":1,\"rows\":[]}\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(kPatienceMs));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), ignored ? 0 : 105);
    }
}

void TestCliEdges::doctorTellsWhatIsMissing()
{
    const Ended there = shell("\"$CLI\" doctor --language en --database \"$DB\"");
    QCOMPARE(there.code, 0);
    QVERIFY2(there.out.contains("✓ Driver QMYSQL: installed"), there.out.constData());
    QVERIFY2(there.out.contains("Database: mysql://"), there.out.constData());
    const Ended away =
        shell("\"$CLI\" doctor --language en --database mysql://nobody@127.0.0.1:1/x");
    QCOMPARE(away.code, 96);
    QVERIFY2(away.out.contains("✗ Database: "), away.out.constData());
    const Ended closed = shell("STAMPEDE_DATA_DIR=\"$CLI\"/none \"$CLI\" doctor --language en");
    QCOMPARE(closed.code, 96); // below a file there is no folder
    QVERIFY2(closed.out.contains("/none cannot be written\n    set STAMPEDE_DATA_DIR"),
             closed.out.constData());
    QCOMPARE(shell("\"$CLI\" doctor --json x").code, 2);
}

} // namespace tst_cli_edges

STAMPEDE_TEST(tst_cli_edges::TestCliEdges)
#include "tst_cli_edges.moc"
