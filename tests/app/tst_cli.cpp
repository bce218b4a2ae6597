// SPDX-License-Identifier: MIT
// Proves the program as its users meet it: exit codes, files, faults, Ctrl+C, and that no server is
// left behind however it ends.

#include "support/server_process.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_cli {

namespace {

struct Ended
{
    int code = -1;
    QString out;
    QString err;
};

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faultsAreTold_data();
    void faultsAreTold();
    void predictTouchesNothing();
    void predictReadsTheProfile();
    void presetsArePrinted();
    void runLeavesAVerdictAndFiles();
    void violationIs97();
    void runsAreListed();
    void interruptEndsAuditsAndReports_data();
    void interruptEndsAuditsAndReports();
    void secondInterruptStopsAtOnce();
    void killLeavesNoServer();

private:
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] Ended cli(const QStringList &words) const;
    void start(QProcess &process, const QStringList &words) const;
    /// Processes whose command line names the data folder.
    [[nodiscard]] QStringList servers() const;

    std::unique_ptr<QTemporaryDir> m_data;
};

void TestCli::initTestCase()
{
    // The server may run as another user, who cannot pass through a private home.
    m_data = stampede::test::makeReachableFolder();
}

QProcessEnvironment TestCli::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_data->filePath(QStringLiteral("data")));
    return environment;
}

void TestCli::start(QProcess &process, const QStringList &words) const
{
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    QVERIFY(process.waitForStarted());
}

Ended TestCli::cli(const QStringList &words) const
{
    QProcess process;
    start(process, words);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList TestCli::servers() const
{
    QStringList found;
    const QStringList pids = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : pids) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly) &&
            file.readAll().contains(m_data->path().toUtf8())) {
            found << pid;
        }
    }
    return found;
}

void TestCli::faultsAreTold_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *name, const QString &words, int code, const QString &says) {
        QTest::newRow(name) << words.split(QLatin1Char(' ')) << code << says;
    };
    add("unknown flag", QStringLiteral("run last-coupon --fast"), 2, QStringLiteral("--fast"));
    add("unwritable file", QStringLiteral("run last-coupon --json /no/such/r.json"), 2,
        QStringLiteral("/no/such/r.json cannot be written"));
    add("password in the URL", QStringLiteral("run last-coupon --database mysql://a:geheim@h/d"), 2,
        QStringLiteral("password"));
    add("unknown preset", QStringLiteral("run last-cupon"), 104, QStringLiteral("last-coupon"));
    add("bad value", QStringLiteral("run last-coupon --vus 0"), 104, QStringLiteral("load.vus"));
    add("bad setting", QStringLiteral("predict last-coupon --set load.vuz=3"), 104,
        QStringLiteral("load.vus"));
    add("unknown preset to print", QStringLiteral("presets hundred"), 104,
        QStringLiteral("hundred"));
    add("other host", QStringLiteral("run last-coupon --database mysql://a@db.example.invalid/d"),
        96, QStringLiteral("--allow-host"));
    add("no server there", QStringLiteral("run last-coupon --database mysql://a@/d?socket=/no/s"),
        96, QStringLiteral("/no/s"));
}

void TestCli::faultsAreTold()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ended ended = cli(words);
    QCOMPARE(ended.code, code);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
    QVERIFY(!ended.err.contains(QStringLiteral("geheim")));
    QCOMPARE(ended.out, QString());
    QVERIFY(QDir(m_data->path()).isEmpty());
}

void TestCli::predictTouchesNothing()
{
    const Ended ended =
        cli({QStringLiteral("predict"), QStringLiteral("hundred-users"), QStringLiteral("--set"),
             QStringLiteral("thresholds.issued=[\"count==200\"]")});
    QCOMPARE(ended.code, 0);
    const QString words = ended.out.simplified();
    QVERIFY2(words.contains(QStringLiteral(
                 "100 people can hold at most 100 of 200 coupons: it can never sell out.")),
             qPrintable(ended.out));
    QVERIFY(words.contains(QStringLiteral("can never be met: issued will be 100.")));
    QVERIFY(QDir(m_data->path()).isEmpty());
}

void TestCli::predictReadsTheProfile()
{
    QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &json) {
        QFile file(folder.filePath(QLatin1String(name)));
        static_cast<void>(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    write("s.json", R"({"schema":"stampede.scenario/1","users":{"count":10,"pick":"each-once"},
        "load":{"vus":5,"iterations":40},"target":{"kind":"http","url":"http://127.0.0.1:1/x",
        "audit":{"profile":"p.json","database":"mysql://nobody@127.0.0.1:1/nothing"}}})");
    const QStringList predict{QStringLiteral("predict"), folder.filePath(QStringLiteral("s.json"))};
    const Ended missing = cli(predict);
    QCOMPARE(missing.code, 104);
    QVERIFY2(missing.err.contains(QStringLiteral("p.json")), qPrintable(missing.err));
    write("p.json", R"({"schema":"stampede.profile/1","name":"P","coupon":"S",
        "perPerson":{"limit":2},"issued":{"table":"claim","user":"member","coupon":"code"},
        "stock":{"table":"promo","id":"code","remaining":"seats"}})");
    const Ended ended = cli(predict);
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    const QString words = ended.out.simplified();
    QVERIFY2(words.contains(QStringLiteral("issued 0 to 20 ")), qPrintable(ended.out));
    QVERIFY2(words.contains(QStringLiteral("left unknown")), qPrintable(ended.out));
    QVERIFY(words.contains(QStringLiteral("A person may have 2 coupons.")));
    QVERIFY(words.contains(QStringLiteral("How many coupons there are is read from the tables when "
                                          "the run starts.")));
    QVERIFY(QDir(m_data->path()).isEmpty());
}

void TestCli::presetsArePrinted()
{
    const Ended list = cli({QStringLiteral("presets")});
    QCOMPARE(list.code, 0);
    QVERIFY(list.out.contains(QStringLiteral("quiet-damage")));
    const Ended one = cli({QStringLiteral("presets"), QStringLiteral("flash-sale")});
    QCOMPARE(one.code, 0);
    QFile file(m_data->filePath(QStringLiteral("flash.stampede.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(one.out.toUtf8());
    file.close();
    QCOMPARE(cli({QStringLiteral("predict"), file.fileName()}).code, 0);
    QVERIFY(file.remove());
}

void TestCli::runLeavesAVerdictAndFiles()
{
    const QString out = m_data->filePath(QStringLiteral("report"));
    const QString log = m_data->filePath(QStringLiteral("service.log"));
    const Ended ended =
        cli({QStringLiteral("run"), QStringLiteral("latch-100-vs-10"), QStringLiteral("--out"), out,
             QStringLiteral("--log"), log, QStringLiteral("--quiet")});
    QVERIFY2(ended.code == 0, qPrintable(ended.err));
    QCOMPARE(ended.out, QStringLiteral("EVERYTHING HELD   10 of 10 coupons went to 10 people, 0 "
                                       "left.\n"));
    QFile json(out + QStringLiteral("/result.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject result = QJsonDocument::fromJson(json.readAll()).object();
    QCOMPARE(result.value(QLatin1String("verdict")).toString(), QStringLiteral("pass"));
    QFile history(out + QStringLiteral("/history.jsonl"));
    QVERIFY(history.open(QIODevice::ReadOnly));
    QCOMPARE(history.readAll().count('\n'), 102);
    QFile service(log);
    QVERIFY(service.open(QIODevice::ReadOnly));
    const QByteArray lines = service.readAll();
    QCOMPARE(lines.count("Coupon issued successfully."), 10);
    QCOMPARE(lines.count(": OUT_OF_STOCK"), 90);
    QCOMPARE(servers(), QStringList());
}

void TestCli::violationIs97()
{
    const Ended ended =
        cli({QStringLiteral("run"), QStringLiteral("latch-100-vs-10"), QStringLiteral("--set"),
             QStringLiteral("service.layers.rowLock=false")});
    QCOMPARE(ended.code, 97);
    // How many of the hundred meet is the machine's affair.
    static const QRegularExpression broken(
        QStringLiteral("INTEGRITY BROKEN   [1-9]\\d? coupons? too many"));
    QVERIFY2(ended.out.contains(broken), qPrintable(ended.out));
}

namespace {

/// Words of a run that nobody would wait for.
QStringList longRun(const QString &json)
{
    return {QStringLiteral("run"),          QStringLiteral("hundred-users"),
            QStringLiteral("--iterations"), QStringLiteral("1000000"),
            QStringLiteral("--duration"),   QStringLiteral("1h"),
            QStringLiteral("--set"),        QStringLiteral("service.pause=20ms"),
            QStringLiteral("--log"),        json + QStringLiteral(".log"),
            QStringLiteral("--json"),       json};
}

bool hasContent(const QString &path)
{
    return QFile(path).size() > 0;
}

} // namespace

void TestCli::runsAreListed()
{
    QCOMPARE(
        cli({QStringLiteral("run"), QStringLiteral("last-coupon"), QStringLiteral("--quiet")}).code,
        0);
    const Ended listed = cli({QStringLiteral("runs")});
    QCOMPARE(listed.code, 0);
    const QStringList lines = listed.out.split(QLatin1Char('\n'));
    QVERIFY2(lines[0].startsWith(QStringLiteral("when")), qPrintable(listed.out));
    QVERIFY2(lines[1].simplified().contains(QStringLiteral("▣▣▣ held")),
             qPrintable(listed.out)); // the newest
    QVERIFY(listed.out.contains(m_data->filePath(QStringLiteral("data/runs.sqlite"))));
    QCOMPARE(cli({QStringLiteral("runs"), QStringLiteral("last")}).code, 2);
}

void TestCli::interruptEndsAuditsAndReports_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("the terminal goes away") << SIGHUP;
}

void TestCli::interruptEndsAuditsAndReports()
{
    QFETCH(int, number);
    const QString json = m_data->filePath(QStringLiteral("stopped-%1.json").arg(number));
    QProcess process;
    start(process, longRun(json));
    QTRY_VERIFY_WITH_TIMEOUT(hasContent(json + QStringLiteral(".log")), 60'000);
    ::kill(static_cast<pid_t>(process.processId()), number);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 105);
    QVERIFY(process.readAllStandardOutput().startsWith("Why 200 cannot happen"));
    QFile file(json);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject result = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(result.value(QLatin1String("verdict")).toString(), QStringLiteral("aborted"));
    QVERIFY(result.value(QLatin1String("audit")).isObject());
    QCOMPARE(servers(), QStringList());
}

void TestCli::secondInterruptStopsAtOnce()
{
    const QString json = m_data->filePath(QStringLiteral("at-once.json"));
    QProcess process;
    start(process, longRun(json));
    QTRY_VERIFY_WITH_TIMEOUT(hasContent(json + QStringLiteral(".log")), 60'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 105);
    QVERIFY(!QFile::exists(json));
    QTRY_COMPARE_WITH_TIMEOUT(servers(), QStringList(), 20'000);
}

void TestCli::killLeavesNoServer()
{
    const QString json = m_data->filePath(QStringLiteral("killed.json"));
    QProcess process;
    start(process, longRun(json));
    QTRY_VERIFY_WITH_TIMEOUT(hasContent(json + QStringLiteral(".log")), 60'000);
    QVERIFY(!servers().isEmpty());
    process.kill();
    QVERIFY(process.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(servers(), QStringList(), 20'000);
    const Ended next =
        cli({QStringLiteral("run"), QStringLiteral("last-coupon"), QStringLiteral("--quiet")});
    QVERIFY2(next.code == 0, qPrintable(next.err));
    // The run that was stopped at once and the one that was killed can still be audited: their
    // folders are left alone.
    const Ended runs = cli({QStringLiteral("runs")});
    QCOMPARE(runs.out.count(QStringLiteral("stampede-cli audit --run ")), 2);
    QCOMPARE(QDir(m_data->filePath(QStringLiteral("data/servers")))
                 .entryList({QStringLiteral("[0-9]*")}, QDir::Dirs),
             (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
}

} // namespace tst_cli

STAMPEDE_TEST(tst_cli::TestCli)
#include "tst_cli.moc"
