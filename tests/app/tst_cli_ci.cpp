// SPDX-License-Identifier: MIT
// Proves that `run` is a good citizen of a CI job: a JUnit file that agrees with the exit code,
// silence where it was asked for, and no escape sequence where none is wanted.

#include "support/test_database.h"
#include "test_program.h"
#include "text/columns.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <vector>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_cli_ci {

using namespace stampede;

class TestCliCi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void junitAgreesWithTheExitCode_data();
    void junitAgreesWithTheExitCode();
    void unwritableJunitIsFoundBefore();
    void quietIsSilentAlsoAtStop();
    void escapesOnlyWhereTheyAreWanted_data();
    void escapesOnlyWhereTheyAreWanted();
    void progressNeverWraps_data();
    void progressNeverWraps();

private:
    /// Words of a run on a fresh database.
    static QStringList runOf(const QString &words);
    /// What the program shows on a terminal so wide, and its exit code; -1 where it did not end.
    static std::pair<QByteArray, int> onTerminal(const QStringList &words, int columns);

    QTemporaryDir m_folder;
};

void TestCliCi::initTestCase()
{
    QVERIFY(m_folder.isValid());
    qputenv("STAMPEDE_DATA_DIR", m_folder.filePath(QStringLiteral("data")).toUtf8());
    qunsetenv("NO_COLOR");
}

QStringList TestCliCi::runOf(const QString &words)
{
    const ConnectionSettings settings = test::TestDatabase::instance().freshDatabase();
    return QStringList{QStringLiteral("run")} + words.split(QLatin1Char(' ')) +
           QStringList{QStringLiteral("--database"),
                       QStringLiteral("mysql://%1@/%2?socket=%3")
                           .arg(settings.user, settings.database, settings.socket)};
}

std::pair<QByteArray, int> TestCliCi::onTerminal(const QStringList &words, int columns)
{
    std::vector<QByteArray> held = {QByteArray(STAMPEDE_CLI)};
    for (const QString &word : words) {
        held.push_back(word.toUtf8());
    }
    std::vector<char *> arguments;
    for (QByteArray &word : held) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    winsize size{};
    size.ws_row = 24;
    size.ws_col = static_cast<unsigned short>(columns);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) {
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    QByteArray shown;
    std::array<char, 4096> bytes{};
    for (ssize_t n = 0; child > 0 && (n = ::read(terminal, bytes.data(), bytes.size())) > 0;) {
        shown.append(bytes.data(), n);
    }
    ::close(terminal);
    int status = 0;
    const bool ended = child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status);
    return {shown, ended ? WEXITSTATUS(status) : -1};
}

void TestCliCi::junitAgreesWithTheExitCode_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("hasFailures");
    const QString latch = QStringLiteral("latch-100-vs-10 --set service.pause=2ms");
    QTest::newRow("held") << latch << 0 << false;
    QTest::newRow("violation") << latch + QStringLiteral(" --set service.layers.rowLock=false")
                               << 97 << true;
    QTest::newRow("limit missed") << latch + QStringLiteral(" --set thresholds.issued=count==11")
                                  << 99 << true;
}

void TestCliCi::junitAgreesWithTheExitCode()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(bool, hasFailures);
    const QString file = m_folder.filePath(QStringLiteral("junit.xml"));
    QFile::remove(file);
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  runOf(words) +
                      QStringList{QStringLiteral("--quiet"), QStringLiteral("--junit"), file});
    QVERIFY(process.waitForFinished(120'000));
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(process.exitCode(), code);
    QCOMPARE(process.readAllStandardOutput().count('\n'), 1);
    QFile junit(file);
    QVERIFY(junit.open(QIODevice::ReadOnly));
    const QByteArray content = junit.readAll();
    QCOMPARE(content.contains("<failure "), hasFailures);
    QVERIFY(!content.contains("<error "));
    QVERIFY(content.contains("name=\"stock-adds-up: "));
}

void TestCliCi::unwritableJunitIsFoundBefore()
{
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  {QStringLiteral("run"), QStringLiteral("last-coupon"), QStringLiteral("--junit"),
                   QStringLiteral("/no/such/j.xml")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("/no/such/j.xml cannot be written"));
}

void TestCliCi::quietIsSilentAlsoAtStop()
{
    const QString log = m_folder.filePath(QStringLiteral("stopped.log"));
    const QString file = m_folder.filePath(QStringLiteral("stopped.xml"));
    QProcess process;
    process.start(QStringLiteral(STAMPEDE_CLI),
                  runOf(QStringLiteral("hundred-users --iterations 1000000 --duration 1h --set "
                                       "service.pause=20ms --quiet")) +
                      QStringList{QStringLiteral("--log"), log, QStringLiteral("--junit"), file});
    QTRY_VERIFY_WITH_TIMEOUT(QFile(log).size() > 0, 60'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 105);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QFile junit(file);
    QVERIFY(junit.open(QIODevice::ReadOnly));
    QVERIFY(junit.readAll().contains("type=\"aborted\""));
}

void TestCliCi::escapesOnlyWhereTheyAreWanted_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("noColor");
    QTest::addColumn<bool>("escapes");
    QTest::newRow("terminal") << QString() << QByteArray() << true;
    QTest::newRow("--no-color") << QStringLiteral("--no-color") << QByteArray() << false;
    QTest::newRow("NO_COLOR") << QString() << QByteArray("1") << false;
}

void TestCliCi::escapesOnlyWhereTheyAreWanted()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, noColor);
    QFETCH(bool, escapes);
    QStringList words = runOf(QStringLiteral("last-coupon"));
    if (!option.isEmpty()) {
        words << option;
    }
    qputenv("NO_COLOR", noColor);
    const auto [shown, code] = onTerminal(words, 80);
    qunsetenv("NO_COLOR");
    QCOMPARE(code, 0);
    QVERIFY2(shown.contains("Prepare"), shown.constData()); // the progress was there
    QCOMPARE(shown.contains('\x1b'), escapes);
}

void TestCliCi::progressNeverWraps_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {80, 40, 20, 8}) {
        QTest::addRow("%d", columns) << columns;
    }
}

void TestCliCi::progressNeverWraps()
{
    QFETCH(int, columns);
    const auto [shown, code] =
        onTerminal(runOf(QStringLiteral("hundred-users --rounds 2 --language ko")), columns);
    QCOMPARE(code, 0);
    int looked = 0;
    const QStringList lines = QString::fromUtf8(shown).split(QLatin1Char('\n'));
    for (const QString &line :
         lines) { // progress, what was said after it, and the terminal's own CR
        QStringList parts = line.split(QLatin1Char('\r'));
        parts.resize(std::max<qsizetype>(0, parts.size() - 2));
        for (const QString &part : std::as_const(parts)) {
            ++looked;
            QVERIFY2(text::columnsOf(part) < columns, qPrintable(part));
        }
    }
    QVERIFY(looked > 4);
}

} // namespace tst_cli_ci

STAMPEDE_TEST(tst_cli_ci::TestCliCi)
#include "tst_cli_ci.moc"
