// SPDX-License-Identifier: MIT
// Proves what `interleave` tells and ends with: the answer, its files, one order, faults of a file
// of transactions, an early end and a server that dies.

#include "support/schema_check.h"
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

namespace tst_cli_interleave {

using namespace stampede;

class TestCliInterleave : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sayInHowMany();
    void oneOrder();
    void filesAreWhole();
    void matrixOfOneSituation();
    void faultsOfTransactions_data();
    void faultsOfTransactions();
    void wrongUsage_data();
    void wrongUsage();
    void endsEarly();
    void serverDies();
    void leavesNoServerBehind();

private:
    struct Ended
    {
        int code = -1;
        QString out;
        QString err;
    };
    void start(QProcess &process, const QStringList &words);
    Ended interleave(const QStringList &words);
    QByteArray contentOf(const QString &name);
    /// Of the server that belongs to that program; 0 where there is none.
    qint64 serverOf();

    QTemporaryDir m_folder;
};

void TestCliInterleave::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) |
                                                       QFile::ExeOther | QFile::ReadOther |
                                                       QFile::ExeGroup | QFile::ReadGroup));
    qputenv("STAMPEDE_DATA_DIR", m_folder.filePath(QStringLiteral("data")).toUtf8());
}

void TestCliInterleave::start(QProcess &process, const QStringList &words)
{
    process.start(QStringLiteral(STAMPEDE_CLI),
                  QStringList{QStringLiteral("interleave")} + words +
                      QStringList{QStringLiteral("--language"), QStringLiteral("en")});
}

TestCliInterleave::Ended TestCliInterleave::interleave(const QStringList &words)
{
    QProcess process;
    start(process, words);
    if (!process.waitForFinished(180'000)) {
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray TestCliInterleave::contentOf(const QString &name)
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 TestCliInterleave::serverOf()
{
    const QByteArray ours = m_folder.filePath(QStringLiteral("data")).toUtf8();
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile words(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (words.open(QIODevice::ReadOnly)) {
            const QByteArray line = words.readAll();
            if (line.contains("mariadbd") && line.contains(ours)) {
                return entry.toLongLong();
            }
        }
    }
    return 0;
}

void TestCliInterleave::sayInHowMany()
{
    const Ended off =
        interleave({QStringLiteral("--set"), QStringLiteral("service.layers.rowLock=false")});
    QCOMPARE(off.code, 97);
    QVERIFY2(
        off.out.contains(QStringLiteral(
            "Row lock off: this can go wrong, and two switches suffice: A reads 10, finds no "
            "coupon of theirs; B reads 10, finds no coupon of theirs, writes 9, writes their "
            "coupon, commits; A writes 9, writes their coupon, commits. 90 of the 92 schedules "
            "that can happen end with one coupon that the stock never noticed. With the row "
            "lock none of 10 does.")),
        qPrintable(off.out + off.err));
    QVERIFY(off.out.contains(QStringLiteral("Both read 10. Both wrote 9.")));
    const Ended on = interleave({});
    QCOMPARE(on.code, 0);
    QVERIFY(on.out.contains(QStringLiteral("none of the 10 schedules that can happen ends wrong")));
}

void TestCliInterleave::oneOrder()
{
    const Ended ended = interleave({QStringLiteral("quiet-damage"), QStringLiteral("--situation"),
                                    QStringLiteral("last-coupon"), QStringLiteral("--schedule"),
                                    QStringLiteral("AAABBBAABB")});
    QCOMPARE(ended.code, 97);
    QVERIFY2(ended.out.contains(QStringLiteral(" 6                                    ⏳ waits")),
             qPrintable(ended.out));
    QVERIFY(ended.out.contains(QStringLiteral("↳ writes 0")));
    QVERIFY(ended.out.contains(QStringLiteral("Wrong: oversold")));
    const QString file = m_folder.filePath(QStringLiteral("one.json"));
    const Ended quiet = interleave(
        {QStringLiteral("quiet-damage"), QStringLiteral("--schedule"), QStringLiteral("AAABBBAABB"),
         QStringLiteral("--quiet"), QStringLiteral("--json"), file, QStringLiteral("--pdf"),
         m_folder.filePath(QStringLiteral("one.pdf")), QStringLiteral("--markdown"),
         m_folder.filePath(QStringLiteral("one.md"))});
    QCOMPARE(quiet.code, 97);
    QCOMPARE(quiet.out, QStringLiteral("Row lock off · Two people, plenty of stock: the order "
                                       "AAABBBAABB ends wrong: drift −1\n"));
    const QJsonObject json =
        QJsonDocument::fromJson(contentOf(QStringLiteral("one.json"))).object();
    QCOMPARE(test::schemaFaults(QStringLiteral("interleavings"), json), QStringList());
    QCOMPARE(json[QStringLiteral("asked_for")].toString(), QStringLiteral("AAABBBAABB"));
    QVERIFY(!contentOf(QStringLiteral("one.md")).contains("can happen"));
    const Ended never = interleave({QStringLiteral("--schedule"), QStringLiteral("ABBAAA")});
    QCOMPARE(never.code, 95);
    QVERIFY(never.out.contains(QStringLiteral("B could not go on after AB")));
}

void TestCliInterleave::filesAreWhole()
{
    const QString out = m_folder.filePath(QStringLiteral("out"));
    const QString script = m_folder.filePath(QStringLiteral("race.sql"));
    const QStringList words = {QStringLiteral("quiet-damage"), QStringLiteral("--out"), out,
                               QStringLiteral("--script"), script};
    QCOMPARE(interleave(words).code, 97);
    QCOMPARE(interleave(words).code, 97); // ours may be overwritten
    const QJsonObject json =
        QJsonDocument::fromJson(contentOf(QStringLiteral("out/interleavings.json"))).object();
    QCOMPARE(test::schemaFaults(QStringLiteral("interleavings"), json), QStringList());
    QCOMPARE(json[QStringLiteral("schedules")].toInt(), 92);
    QCOMPARE(json[QStringLiteral("wrong")].toInt(), 90);
    const QJsonObject shortest = json[QStringLiteral("shortest")].toObject();
    QCOMPARE(shortest[QStringLiteral("schedule")].toString(), QStringLiteral("AABBBBBAAA"));
    QCOMPARE(shortest[QStringLiteral("switches")].toInt(), 2);
    QCOMPARE(json[QStringLiteral("orders")].toArray().size(), 92);
    for (const char *name : {"out/interleavings.md", "out/interleavings.html", "race.sql"}) {
        QVERIFY2(contentOf(QString::fromLatin1(name)).contains("AABBBBBAAA"), name);
    }
    QVERIFY(contentOf(QStringLiteral("out/interleavings.pdf")).startsWith("%PDF-"));
}

void TestCliInterleave::matrixOfOneSituation()
{
    const QString file = m_folder.filePath(QStringLiteral("matrix.json"));
    const Ended ended = interleave({QStringLiteral("--matrix"), QStringLiteral("--situation"),
                                    QStringLiteral("last-coupon"), QStringLiteral("--json"), file});
    QCOMPARE(ended.code, 97);
    const QJsonObject json =
        QJsonDocument::fromJson(contentOf(QStringLiteral("matrix.json"))).object();
    QCOMPARE(test::schemaFaults(QStringLiteral("interleavings"), json), QStringList());
    const QJsonArray cells = json[QStringLiteral("matrix")].toArray();
    QCOMPARE(cells.size(), (8 + 4) * 4);
    QCOMPARE(ended.out.count(QLatin1Char('\n')), cells.size());
    for (const QJsonValue &cell : cells) {
        QCOMPARE(cell[QStringLiteral("undecided")].toInt(), 0);
    }
}

void TestCliInterleave::faultsOfTransactions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *from, const char *to, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(fault);
    };
    row("broken JSON", "\"steps\": {", "\"steps\" {", ":16:11: expected : after the key");
    row("unknown key", "\"reset\"", "\"rset\"",
        ":8:3: \"rset\" is not known here; did you mean \"reset\"?");
    row("unknown step", "\"stopUnless\"", "\"stopUnles\"",
        ":19:9: \"stopUnles\" is not known here; did you mean \"stopUnless\"?");
    row("unknown name", "(:member)", "(:membr)", ":21:16: \"membr\" is not known by then");
    row("no comparison", "stock > 0", "stock >> 0", ":19:23: must compare a value");
    row("no such steps", "\"steps\": \"issue\"", "\"steps\": \"isue\"",
        "there are no steps \"isue\"; did you mean \"issue\"?");
    row("error without number", "\"1062\"", "\"duplicate\"",
        "\"duplicate\" must be the number of an error of the server");
    row("no such column", "\"stock\": \"stock\"", "\"stock\": \"stok\"",
        "the rows of SELECT stock FROM coupon WHERE id = 1 have no column stok");
    row("no such table", "INSERT INTO issued", "INSERT INTO isued",
        "INSERT INTO isued (member) VALUES (?): Table");
    row("no statement to judge by", "SELECT 1 FROM coupon", "SELECT 1 FROM cupon",
        "stock and coupons add up: Table");
    row("refused by the server", "CREATE TABLE coupon", "CREATE TABEL coupon",
        "CREATE TABEL coupon");
}

void TestCliInterleave::faultsOfTransactions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, fault);
    QFile original(
        QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/transactions/f01-no-lock.transactions.json"));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(original.readAll());
    QVERIFY(text.contains(from));
    QFile changed(m_folder.filePath(QStringLiteral("own.transactions.json")));
    QVERIFY(changed.open(QIODevice::WriteOnly | QIODevice::Truncate));
    changed.write(text.replace(from, to).toUtf8());
    changed.close();
    const Ended ended = interleave({changed.fileName()});
    QCOMPARE(ended.code, 104);
    QVERIFY2(ended.err.contains(fault), qPrintable(ended.err));
}

void TestCliInterleave::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words) {
            list << QString::fromLatin1(word);
        }
        QTest::newRow(name) << list;
    };
    row("situation", {"--situation", "three"});
    row("schedule", {"--schedule", "AAXB"});
    row("matrix and schedule", {"--matrix", "--schedule", "AB"});
    row("somebody's server", {"--database", "mysql://root@127.0.0.1/x"});
}

void TestCliInterleave::wrongUsage()
{
    QFETCH(QStringList, words);
    QCOMPARE(interleave(words).code, 2);
}

void TestCliInterleave::endsEarly()
{
    QProcess process;
    start(process,
          {QStringLiteral("--situation"), QStringLiteral("three-people"), QStringLiteral("--set"),
           QStringLiteral("service.strategy=conditional-update")});
    QTRY_VERIFY_WITH_TIMEOUT(serverOf() != 0, 30'000);
    QVERIFY(!process.waitForFinished(2'000)); // a thousand orders take longer
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 105);
    QTRY_VERIFY_WITH_TIMEOUT(serverOf() == 0, 20'000);
}

void TestCliInterleave::serverDies()
{
    QProcess process;
    start(process,
          {QStringLiteral("--situation"), QStringLiteral("three-people"), QStringLiteral("--set"),
           QStringLiteral("service.strategy=conditional-update")});
    QTRY_VERIFY_WITH_TIMEOUT(serverOf() != 0, 30'000);
    QVERIFY(!process.waitForFinished(2'000));
    ::kill(static_cast<pid_t>(serverOf()), SIGKILL);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 96);
    QVERIFY(process.readAllStandardError().contains("did not answer any more"));
}

void TestCliInterleave::leavesNoServerBehind()
{
    QProcess process;
    start(process,
          {QStringLiteral("--situation"), QStringLiteral("three-people"), QStringLiteral("--set"),
           QStringLiteral("service.strategy=conditional-update")});
    QTRY_VERIFY_WITH_TIMEOUT(serverOf() != 0, 30'000);
    process.kill();
    QVERIFY(process.waitForFinished(20'000));
    QTRY_VERIFY_WITH_TIMEOUT(serverOf() == 0, 20'000);
}

} // namespace tst_cli_interleave

STAMPEDE_TEST(tst_cli_interleave::TestCliInterleave)
#include "tst_cli_interleave.moc"
