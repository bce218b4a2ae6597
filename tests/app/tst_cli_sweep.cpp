// SPDX-License-Identifier: MIT
// Proves that `sweep` makes one run a combination, that the table and the files tell of each, that
// the exit code is the worst run's, and that a combination that makes no sense is found before
// anything ran.

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

namespace tst_cli_sweep {

using namespace stampede;

class TestCliSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCombinationRuns();
    void faultsBeforeTheFirstRun();
    void wrongUsage_data();
    void wrongUsage();

private:
    struct Ended
    {
        int code = -1;
        QString out;
        QString err;
    };
    static Ended sweep(const QStringList &words);

    QTemporaryDir m_folder;
};

void TestCliSweep::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("STAMPEDE_DATA_DIR", m_folder.filePath(QStringLiteral("data")).toUtf8());
}

TestCliSweep::Ended TestCliSweep::sweep(const QStringList &words)
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  QStringList{QStringLiteral("sweep")} + words +
                      QStringList{QStringLiteral("--database"),
                                  QStringLiteral("mysql://%1@/%2?socket=%3")
                                      .arg(settings.user, settings.database, settings.socket)});
    if (!process.waitForFinished(120'000)) {
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestCliSweep::everyCombinationRuns()
{
    const QString out = m_folder.filePath(QStringLiteral("out"));
    const Ended ended =
        sweep({QStringLiteral("latch-100-vs-10"), QStringLiteral("--set"),
               QStringLiteral("service.pause=2ms"), QStringLiteral("--over"),
               QStringLiteral("service.layers.rowLock=true,false"), QStringLiteral("--over"),
               QStringLiteral("coupon.stock=5,10"), QStringLiteral("--out"), out});
    QCOMPARE(ended.code, 97); // without the lock
    QVERIFY2(ended.err.contains(QStringLiteral("Run 4 of 4: service.layers.rowLock=false "
                                               "coupon.stock=10")),
             qPrintable(ended.err));
    const QStringList lines = ended.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QVERIFY(
        lines[0].simplified().startsWith(QStringLiteral("rowLock stock verdict issued already")));
    QVERIFY2(lines[1].simplified().startsWith(QStringLiteral("true 5 Everything held 5 0 95 0 0 ")),
             qPrintable(lines[1]));
    QVERIFY(
        lines[2].simplified().startsWith(QStringLiteral("true 10 Everything held 10 0 90 0 0 ")));
    QVERIFY(lines[4].simplified().startsWith(QStringLiteral("false 10 Integrity broken ")));

    QFile json(out + QStringLiteral("/sweep.json"));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject file = QJsonDocument::fromJson(json.readAll()).object();
    QCOMPARE(test::schemaFaults(QStringLiteral("sweep"), file), QStringList());
    const QJsonArray runs = file[QLatin1String("runs")].toArray();
    QCOMPARE(runs.size(), 4);
    const QJsonObject second = runs[1].toObject();
    QCOMPARE(second[QLatin1String("settings")][QLatin1String("coupon.stock")].toString(),
             QStringLiteral("10"));
    QCOMPARE(
        second[QLatin1String("result")][QLatin1String("outcomes")][QLatin1String("issued")].toInt(),
        10);
    QFile csv(out + QStringLiteral("/sweep.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> rows = csv.readAll().trimmed().split('\n');
    QCOMPARE(rows.size(), 5);
    QVERIFY(rows[0].startsWith("service.layers.rowLock,coupon.stock,run.id,verdict,"));
    QCOMPARE(rows[0].count(','), rows[3].count(','));
    QVERIFY(rows[2].startsWith("true,10,"));
    QVERIFY(QFile::exists(out + QStringLiteral("/sweep.md")));
}

void TestCliSweep::faultsBeforeTheFirstRun()
{
    const Ended ended = sweep({QStringLiteral("latch-100-vs-10"), QStringLiteral("--over"),
                               QStringLiteral("load.vus=1,0,5000")});
    QCOMPARE(ended.code, 104);
    QCOMPARE(ended.out, QString());
    QVERIFY2(ended.err.contains(QStringLiteral("load.vus=0: ")) &&
                 ended.err.contains(QStringLiteral("load.vus=5000: ")),
             qPrintable(ended.err));
    QVERIFY(!ended.err.contains(QStringLiteral("Run 1")));
}

void TestCliSweep::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const QString preset = QStringLiteral("latch-100-vs-10");
    const QString over = QStringLiteral("--over");
    QTest::newRow("nothing to sweep")
        << QStringList{preset} << QStringLiteral("sweep needs --over");
    QTest::newRow("no values") << QStringList{preset, over, QStringLiteral("seed")}
                               << QStringLiteral("expected PATH=A,B,C");
    QTest::newRow("twice") << QStringList{preset, over, QStringLiteral("seed=1"), over,
                                          QStringLiteral("seed=2")}
                           << QStringLiteral("--over names seed twice.");
    QTest::newRow("no scenario") << QStringList{over, QStringLiteral("seed=1")}
                                 << QStringLiteral("sweep needs a scenario");
}

void TestCliSweep::wrongUsage()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const Ended ended = sweep(words);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
}

} // namespace tst_cli_sweep

STAMPEDE_TEST(tst_cli_sweep::TestCliSweep)
#include "tst_cli_sweep.moc"
