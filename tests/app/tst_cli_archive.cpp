// SPDX-License-Identifier: MIT
// Proves that what `run` keeps can be had back on the command line: reports again, comparisons,
// a second judgement that finds out a changed history, the list for programs, and limits from a
// baseline.

#include "support/schema_check.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace tst_cli_archive {

using namespace stampede;

class TestCliArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRunIsInTheList();
    void reportIsWrittenAgain();
    void pdfNeedsItsLetters_data();
    void pdfNeedsItsLetters();
    void chaptersAndPseudonyms();
    void comparisonSaysWhatDiffers();
    void verifyFindsOutAChangedHistory();
    void verifyJudgesAgain();
    void verifyTakesAnswersAlone_data();
    void verifyTakesAnswersAlone();
    void baselineTurnsIntoLimits();
    void auditTakesAKeptRun();
    void laterAuditNamesTheSameRace();
    void aRunThatCannotBeKeptIsNotLost();
    void wrongUsage_data();
    void wrongUsage();

private:
    struct Ended
    {
        int code = -1;
        QString out;
        QString err;
    };
    static Ended cli(const QString &words);
    static Ended run(const QString &words);
    [[nodiscard]] QString folder(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QJsonObject jsonIn(const QString &path)
    {
        return QJsonDocument::fromJson(contentOf(path)).object();
    }

    QTemporaryDir m_folder;
    QString m_held;   ///< ids
    QString m_broken; ///< without the row lock
};

TestCliArchive::Ended TestCliArchive::cli(const QString &words)
{
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI), words.split(QLatin1Char(' ')));
    if (!process.waitForFinished(120'000)) {
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

TestCliArchive::Ended TestCliArchive::run(const QString &words)
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    return cli(QStringLiteral("run %1 --database mysql://%2@/%3?socket=%4")
                   .arg(words, settings.user, settings.database, settings.socket));
}

void TestCliArchive::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("STAMPEDE_DATA_DIR", m_folder.filePath(QStringLiteral("data")).toUtf8());
    const QString latch = QStringLiteral("latch-100-vs-10 --set service.pause=2ms --out ");
    QCOMPARE(run(latch + folder("held")).code, 0);
    QCOMPARE(
        run(latch + folder("broken") + QStringLiteral(" --set service.layers.rowLock=false")).code,
        97);
    const auto idIn = [](const QString &path) {
        return jsonIn(path +
                      QStringLiteral("/result.json"))[QLatin1String("run")][QLatin1String("id")]
            .toString();
    };
    m_held = idIn(folder("held"));
    m_broken = idIn(folder("broken"));
    QCOMPARE(m_held.size(), 12);
    QCOMPARE(m_broken.size(), 12);
}

void TestCliArchive::everyRunIsInTheList()
{
    const Ended ended = cli(QStringLiteral("runs --json"));
    QCOMPARE(ended.code, 0);
    const QJsonObject file = QJsonDocument::fromJson(ended.out.toUtf8()).object();
    QCOMPARE(test::schemaFaults(QStringLiteral("runs"), file), QStringList());
    const QJsonArray runs = file[QLatin1String("runs")].toArray();
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs[0][QLatin1String("id")].toString(), m_broken); // the newest first
    QCOMPARE(runs[1][QLatin1String("id")].toString(), m_held);
    QCOMPARE(runs[0][QLatin1String("verdict")].toString(), QStringLiteral("violation"));
    QCOMPARE(runs[1][QLatin1String("issued")].toInt(), 10);
    QCOMPARE(runs[1][QLatin1String("requests")].toInt(), 100);
}

void TestCliArchive::reportIsWrittenAgain()
{
    const Ended ended = cli(QStringLiteral("report %1 --out %2").arg(m_held.left(6), folder("a")));
    QCOMPARE(ended.code, 0);
    QCOMPARE(ended.out, QString());
    // What machines read is the same to the byte; what people read says that it was made again.
    for (const char *name : {"result.json", "history.jsonl", "operations.csv", "latency.hgrm"}) {
        const QString file = QLatin1Char('/') + QString::fromLatin1(name);
        QVERIFY2(!contentOf(folder("a") + file).isEmpty(), name);
        QVERIFY2(contentOf(folder("a") + file) == contentOf(folder("held") + file), name);
    }
    QVERIFY(QFile::exists(folder("a") + QStringLiteral("/junit.xml")));
    QVERIFY(contentOf(folder("a") + QStringLiteral("/report.pdf")).startsWith("%PDF"));
    const QString html = QString::fromUtf8(contentOf(folder("a") + QStringLiteral("/report.html")));
    QVERIFY(html.contains(QStringLiteral("made again on ")));
    QVERIFY(html.contains(QStringLiteral("stampede-cli verify ") + m_held.left(6)));
    // The last run, and the run that wrote a history file.
    QCOMPARE(cli(QStringLiteral("report last --json ") + folder("last.json")).code, 0);
    QCOMPARE(jsonIn(folder("last.json"))[QLatin1String("run")][QLatin1String("id")].toString(),
             m_broken);
    QCOMPARE(cli(QStringLiteral("report %1/history.jsonl --json %2")
                     .arg(folder("held"), folder("file.json")))
                 .code,
             0);
    QCOMPARE(jsonIn(folder("file.json"))[QLatin1String("run")][QLatin1String("id")].toString(),
             m_held);
}

void TestCliArchive::pdfNeedsItsLetters_data()
{
    QTest::addColumn<QString>("font");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("written");
    const QString latin = QStringLiteral("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
    QTest::newRow("no font") << QString() << QStringLiteral("en") << false;
    QTest::newRow("no font, Korean") << QString() << QStringLiteral("ko") << false;
    if (QFile::exists(latin)) {
        QTest::newRow("no Korean font") << latin << QStringLiteral("en") << true;
        QTest::newRow("no Korean font, Korean") << latin << QStringLiteral("ko") << false;
    }
}

/// On a machine that lacks fonts: said, and everything but the PDF is there.
void TestCliArchive::pdfNeedsItsLetters()
{
    QFETCH(QString, font);
    QFETCH(QString, language);
    QFETCH(bool, written);
    const QTemporaryDir fonts;
    if (!font.isEmpty()) {
        QVERIFY(QFile::copy(font, fonts.filePath(QStringLiteral("font.ttf"))));
    }
    QFile config(fonts.filePath(QStringLiteral("fonts.conf")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(QStringLiteral("<?xml version=\"1.0\"?><fontconfig><dir>%1</dir><cachedir>%1"
                                "</cachedir></fontconfig>")
                     .arg(fonts.path())
                     .toUtf8());
    config.close();
    qputenv("FONTCONFIG_FILE", QFile::encodeName(config.fileName()));
    const QString out = fonts.filePath(QStringLiteral("out"));
    const Ended ended =
        cli(QStringLiteral("report %1 --out %2 --language %3").arg(m_held.left(6), out, language));
    qunsetenv("FONTCONFIG_FILE");
    QCOMPARE(ended.code, written ? 0 : 1);
    QCOMPARE(QFile::exists(out + QStringLiteral("/report.pdf")), written);
    QVERIFY(QFile::exists(out + QStringLiteral("/report.html")));
    QVERIFY(QFile::exists(out + QStringLiteral("/latency.hgrm")));
    QCOMPARE(ended.err.contains(QStringLiteral("fonts-nanum")), !written);
}

void TestCliArchive::chaptersAndPseudonyms()
{
    const QString words = QStringLiteral("report %1 --markdown %2 --json %3 --language ko "
                                         "--chapters conclusion,repeat --pseudonyms");
    const Ended ended = cli(words.arg(m_held, folder("ko.md"), folder("ko.json")));
    QCOMPARE(ended.code, 0);
    const QString report = QString::fromUtf8(contentOf(folder("ko.md")));
    QVERIFY(report.contains(QStringLiteral("\n## ")));
    QCOMPARE(report.count(QStringLiteral("\n## ")), 1); // page one has the title of the report
    static const QRegularExpression korean(QStringLiteral("[가-힣]"));
    QVERIFY(report.contains(korean));
    QVERIFY(jsonIn(folder("ko.json"))[QLatin1String("run")][QLatin1String("history_sha256")] !=
            jsonIn(folder("held") +
                   QStringLiteral(
                       "/result.json"))[QLatin1String("run")][QLatin1String("history_sha256")]);
}

void TestCliArchive::comparisonSaysWhatDiffers()
{
    const Ended ended =
        cli(QStringLiteral("compare %1 %2 --out %3").arg(m_held, m_broken.left(8), folder("both")));
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.out.contains(QStringLiteral("The only difference: Row lock (on, off).")),
             qPrintable(ended.out));
    QVERIFY(ended.out.simplified().contains(QStringLiteral("one round each: not tested")));
    const QString base = folder("both") + QStringLiteral("/comparison");
    const QJsonObject json = jsonIn(base + QStringLiteral(".json"));
    QCOMPARE(test::schemaFaults(QStringLiteral("comparison"), json), QStringList());
    QCOMPARE(json[QLatin1String("differing")].toArray(),
             QJsonArray{QStringLiteral("service.layers.rowLock")});
    QCOMPARE(json[QLatin1String("runs")].toArray().size(), 2);
    QCOMPARE(json[QLatin1String("figures")].toArray().size(), 5);
    // The check looks into the results too, whose schema is another file.
    QJsonObject wrong = json;
    QJsonArray results = json[QLatin1String("runs")].toArray();
    QJsonObject second = results[1].toObject();
    second.remove(QStringLiteral("outcomes"));
    results[1] = second;
    wrong[QStringLiteral("runs")] = results;
    QCOMPARE(test::schemaFaults(QStringLiteral("comparison"), wrong),
             QStringList{QStringLiteral("/runs/1: lacks outcomes")});
    QVERIFY(contentOf(base + QStringLiteral(".pdf")).startsWith("%PDF"));
    const QByteArray html = contentOf(base + QStringLiteral(".html"));
    for (const QString &id : {m_held, m_broken}) {
        QVERIFY(html.contains(id.left(6).toUtf8()));
    }
    QCOMPARE(html.count("<figure"), 4);
}

void TestCliArchive::verifyFindsOutAChangedHistory()
{
    const QString original = folder("held") + QStringLiteral("/history.jsonl");
    const Ended same = cli(QStringLiteral("verify ") + original);
    QVERIFY2(same.code == 0, qPrintable(same.out + same.err));
    QVERIFY(same.out.contains(QStringLiteral("as it was recorded")));
    // One letter, and still a history that could have been.
    const QString changed = folder("changed");
    QVERIFY(QDir().mkpath(changed));
    QByteArray history = contentOf(original);
    const qsizetype at = history.indexOf("\"vu\":");
    QVERIFY(at > 0);
    history.insert(at, ' ');
    QFile file(changed + QStringLiteral("/history.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(history);
    file.close();
    QVERIFY(QFile::copy(folder("held") + QStringLiteral("/result.json"),
                        changed + QStringLiteral("/result.json")));
    const Ended found = cli(QStringLiteral("verify ") + file.fileName());
    QCOMPARE(found.code, 104);
    QVERIFY2(found.out.contains(QStringLiteral("CHANGED")), qPrintable(found.out));
    // Alone, nobody knows what it was; it is judged by itself.
    QVERIFY(QFile::remove(changed + QStringLiteral("/result.json")));
    const Ended alone = cli(QStringLiteral("verify ") + file.fileName());
    QCOMPARE(alone.code, 0);
    QVERIFY(alone.out.contains(QStringLiteral("nothing to compare it with")));
    QVERIFY2(alone.out.contains(QStringLiteral("answers, rows and stock fit together")) &&
                 !alone.out.contains(QStringLiteral("everything")),
             qPrintable(alone.out));
}

void TestCliArchive::verifyJudgesAgain()
{
    const Ended held = cli(QStringLiteral("verify ") + m_held);
    QVERIFY2(held.code == 0, qPrintable(held.out + held.err));
    QCOMPARE(held.out.count(QStringLiteral("everything held")), 1); // then, by the tables too
    QCOMPARE(held.out.count(QStringLiteral("answers, rows and stock fit together")), 1);
    for (const QString &word :
         {m_broken, folder("broken") + QStringLiteral("/history.jsonl"), QStringLiteral("last")}) {
        const Ended broken = cli(QStringLiteral("verify ") + word);
        QVERIFY2(broken.code == 97, qPrintable(broken.out + broken.err));
        QVERIFY2(broken.out.contains(QStringLiteral("integrity broken")), qPrintable(broken.out));
        QVERIFY(broken.out.contains(QStringLiteral("⬣ ")));
        QVERIFY(broken.out.contains(QStringLiteral("as it was recorded")));
    }
    QCOMPARE(cli(QStringLiteral("verify 000000000000")).code, 104);
    QCOMPARE(cli(QStringLiteral("verify ") + folder("none.jsonl")).code, 104);
}

void TestCliArchive::baselineTurnsIntoLimits()
{
    // Ten pauses of 200 ms one after another are slower than any noise.
    const QString latch = QStringLiteral("latch-100-vs-10 --baseline %1 --set service.pause=%2");
    const Ended slower = run(latch.arg(m_held.left(7), QStringLiteral("200ms")));
    QVERIFY2(slower.code == 99, qPrintable(slower.out + slower.err));
    QVERIFY(slower.err.contains(QStringLiteral("Limits from the baseline ") + m_held.left(6)));
    QVERIFY(slower.err.contains(QStringLiteral("latency p(95)<=")));
    QVERIFY2(slower.err.contains(QStringLiteral("what differs: Pause between reading and "
                                                "writing.")),
             qPrintable(slower.err));
    QCOMPARE(run(latch.arg(QStringLiteral("ffffffffffff"), QStringLiteral("2ms"))).code, 104);
}

void TestCliArchive::auditTakesAKeptRun()
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    const QString database = QStringLiteral(" --database mysql://%1@/%2?socket=%3")
                                 .arg(settings.user, settings.database, settings.socket);
    QCOMPARE(cli(QStringLiteral("run latch-100-vs-10 --quiet") + database).code, 0);
    const auto promiseKept = [&](const QString &words) {
        const QString path = folder("audit.json");
        const Ended ended = cli(QStringLiteral("audit --quiet --json ") + path + words + database);
        if (ended.code != 0) {
            return ended.err + ended.out;
        }
        const QJsonArray checks =
            jsonIn(path)[QLatin1String("audit")][QLatin1String("checks")].toArray();
        for (const QJsonValue &check : checks) {
            if (check[QLatin1String("id")].toString() == QLatin1String("issued-is-stored")) {
                return check[QLatin1String("verdict")].toString();
            }
        }
        return QString();
    };
    QCOMPARE(promiseKept(QStringLiteral(" --run last")), QStringLiteral("pass"));
    QCOMPARE(promiseKept({}), QStringLiteral("skipped"));

    // A later run makes the tables anew: they tell nothing of the one before.
    const auto newest = [] {
        const auto file = QJsonDocument::fromJson(cli(QStringLiteral("runs --json")).out.toUtf8());
        return file[QLatin1String("runs")][0][QLatin1String("id")].toString();
    };
    const QString first = newest();
    QCOMPARE(cli(QStringLiteral("run latch-100-vs-10 --quiet") + database).code, 0);
    QVERIFY(newest() != first);
    const Ended of = cli(QStringLiteral("audit --run ") + first + database);
    QVERIFY2(of.code == 96, qPrintable(of.out + of.err));
    QVERIFY2(of.err.contains(QStringLiteral("made anew for the run ") + newest().left(6)) &&
                 of.out.isEmpty(),
             qPrintable(of.err));
    QCOMPARE(promiseKept(QStringLiteral(" --run last")), QStringLiteral("pass"));
}

void TestCliArchive::laterAuditNamesTheSameRace()
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    const QString database = QStringLiteral(" --database mysql://%1@/%2?socket=%3")
                                 .arg(settings.user, settings.database, settings.socket);
    const auto raceIn = [this](const char *name) {
        const QJsonArray checks =
            jsonIn(folder(name))[QLatin1String("audit")][QLatin1String("checks")].toArray();
        for (const QJsonValue &check : checks) {
            if (check[QLatin1String("id")].toString() == QLatin1String("stock-adds-up")) {
                return check[QLatin1String("proof")].toString();
            }
        }
        return QString();
    };
    QCOMPARE(cli(QStringLiteral("run latch-100-vs-10 --quiet --set service.pause=2ms --set "
                                "service.layers.rowLock=false --json ") +
                 folder("raced.json") + database)
                 .code,
             97);
    QCOMPARE(
        cli(QStringLiteral("audit --quiet --run last --json ") + folder("again.json") + database)
            .code,
        97);
    QVERIFY2(raceIn("raced.json").contains(QStringLiteral("had both read")),
             qPrintable(raceIn("raced.json")));
    QCOMPARE(raceIn("again.json"), raceIn("raced.json"));
}

void TestCliArchive::verifyTakesAnswersAlone_data()
{
    QTest::addColumn<QByteArray>("stock");
    QTest::addColumn<int>("issued");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("held") << QByteArray("2") << 2 << 0 << QStringLiteral("held, answers only");
    QTest::newRow("nobody knows how many there were")
        << QByteArray("null") << 3 << 0 << QStringLiteral("held, answers only");
    QTest::newRow("more than there were")
        << QByteArray("2") << 3 << 97 << QStringLiteral("integrity broken");
}

void TestCliArchive::verifyTakesAnswersAlone()
{
    QFETCH(QByteArray, stock);
    QFETCH(int, issued);
    QFETCH(int, code);
    QFETCH(QString, said);
    QByteArray history = R"({"schema":"stampede.history/1","coupon":0,"stock":)" + stock +
                         R"(,"holders_before":[],"precedence":"any"})" + '\n';
    for (int user = 1; user <= issued; ++user) {
        const QByteArray n = QByteArray::number(user);
        history += R"({"op":"issue","user":)" + n + R"(,"invoked_ns":)" + n +
                   R"(,"returned_ns":90,"outcome":"issued"})" + '\n';
    }
    QFile file(folder("answers.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(history);
    file.close();
    const Ended ended = cli(QStringLiteral("verify ") + file.fileName());
    QVERIFY2(ended.code == code, qPrintable(ended.out + ended.err));
    QVERIFY2(ended.out.contains(said), qPrintable(ended.out));
    QVERIFY(!ended.out.contains(QStringLiteral("everything held")));
}

void TestCliArchive::aRunThatCannotBeKeptIsNotLost()
{
    // Something else stands where the archive should: the run's journal stays until there is one.
    const QByteArray before = qgetenv("STAMPEDE_DATA_DIR");
    const QString data = folder("unkept");
    const QString archive = data + QStringLiteral("/runs.sqlite");
    QVERIFY(QDir().mkpath(archive));
    qputenv("STAMPEDE_DATA_DIR", data.toUtf8());
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    const QString database = QStringLiteral(" --database mysql://%1@/%2?socket=%3")
                                 .arg(settings.user, settings.database, settings.socket);
    const Ended ran = cli(QStringLiteral("run latch-100-vs-10 --quiet") + database);
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.contains(QStringLiteral("This run was not kept.")), qPrintable(ran.err));
    QVERIFY(QDir().rmdir(archive));
    const Ended listed = cli(QStringLiteral("runs --json"));
    const QJsonObject list = QJsonDocument::fromJson(listed.out.toUtf8()).object();
    const QJsonArray offered = list[QLatin1String("unfinished")].toArray();
    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered[0][QLatin1String("answers")].toInt(), 100);
    QVERIFY(offered[0][QLatin1String("load_ended")].toBool());
    const Ended audited = cli(QStringLiteral("audit --quiet --run ") +
                              offered[0][QLatin1String("id")].toString() + database);
    QCOMPARE(audited.code, 105); // as every run that its program did not see to its end
    const QJsonObject after =
        QJsonDocument::fromJson(cli(QStringLiteral("runs --json")).out.toUtf8()).object();
    QCOMPARE(after[QLatin1String("unfinished")].toArray().size(), 0);
    QCOMPARE(after[QLatin1String("runs")].toArray().size(), 1);
    qputenv("STAMPEDE_DATA_DIR", before);
}

void TestCliArchive::wrongUsage_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("report of nothing")
        << QStringLiteral("report --out x") << QStringLiteral("report takes one run");
    QTest::newRow("report to nowhere")
        << QStringLiteral("report last") << QStringLiteral("report needs --out DIR");
    QTest::newRow("one alone") << QStringLiteral("compare last")
                               << QStringLiteral("two to six runs");
    QTest::newRow("seven") << QStringLiteral("compare a b c d e f a")
                           << QStringLiteral("two to six runs");
    QTest::newRow("two to verify")
        << QStringLiteral("verify a b") << QStringLiteral("verify takes one run");
    QTest::newRow("chapter") << QStringLiteral("report last --html x --chapters end")
                             << QStringLiteral("--chapters end: there are conclusion, tested");
    QTest::newRow("file that cannot be written")
        << QStringLiteral("compare last last --html /no/such/x.html")
        << QStringLiteral("/no/such/x.html cannot be written");
}

void TestCliArchive::wrongUsage()
{
    QFETCH(QString, words);
    QFETCH(QString, says);
    const Ended ended = cli(words);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
}

} // namespace tst_cli_archive

STAMPEDE_TEST(tst_cli_archive::TestCliArchive)
#include "tst_cli_archive.moc"
