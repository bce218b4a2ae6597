// SPDX-License-Identifier: MIT
// Tries to get other people's secrets and terminals into trouble: passwords, tokens and secret
// columns are searched in everything that a run leaves behind and in the process list; words of a
// server with control characters reach the terminal without them; what names servers and people is
// readable by its owner alone. And that two programs at one database do not disturb each other.

#include "support/test_database.h"
#include "test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

namespace tst_cli_safety {

using namespace stampede;
using stampede::test::connectTo;
using stampede::test::TestDatabase;

namespace {

const QByteArray kPassword = "geheim-7f3a51";
const QByteArray kEnvironment = "bearer-91c2d8";
const QByteArray kHeader = "apikey-55e0aa";
const QByteArray kColumn = "column-0b77fe";
const QByteArrayList kSecrets = {kPassword, kEnvironment, kHeader, kColumn};

/// The bytes, and what any zlib stream in them holds: an archive, a PDF.
QByteArray withCompressed(const QByteArray &bytes)
{
    QByteArray all = bytes;
    constexpr quint32 kRoom = 8U << 20U;
    for (qsizetype at = bytes.indexOf('\x78'); at >= 0; at = bytes.indexOf('\x78', at + 1)) {
        const auto second = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1]) : 0U;
        if ((0x78U * 256U + second) % 31U != 0) {
            continue; // no header of zlib
        }
        QByteArray stream(4, '\0');
        stream[0] = static_cast<char>(kRoom >> 24U);
        stream[1] = static_cast<char>((kRoom >> 16U) & 0xFFU);
        all += qUncompress(stream + bytes.mid(at));
    }
    return all;
}

/// The secrets that stand in what lies in the folder, with the file.
QStringList leaksIn(const QString &folder, const QStringList &except)
{
    QStringList leaks;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (except.contains(file.fileName()) || !file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = withCompressed(file.readAll());
        for (const QByteArray &secret : kSecrets) {
            if (content.contains(secret)) {
                leaks << file.fileName() + QStringLiteral(": ") + QString::fromLatin1(secret);
            }
        }
    }
    return leaks;
}

/// The secrets that stand on the command line of any process.
QStringList leaksInProcesses()
{
    QStringList leaks;
    const QStringList pids = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &pid : pids) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
        if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly)) {
            const QByteArray line = file.readAll();
            for (const QByteArray &secret : kSecrets) {
                if (line.contains(secret)) {
                    leaks << QString::fromUtf8(line).replace(QChar(u'\0'), QLatin1Char(' '));
                }
            }
        }
    }
    return leaks;
}

void ignoreMessages(QtMsgType, const QMessageLogContext &, const QString &) {}

} // namespace

class TestCliSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void searchFindsWhatIsCompressed();
    void passwordLeavesNoTrace();
    void secretsOfRequestsLeaveNoTrace();
    void archiveIsForItsOwner();
    void serversWordsCannotSteerTheTerminal();
    void secondAtTheDatabaseIsToldWhoHasIt_data();
    void secondAtTheDatabaseIsToldWhoHasIt();
    void killedHolderLeavesTheDatabaseFree();

private:
    QString file(const QString &name, const QByteArray &content) const;
    void start(QProcess &process, const QStringList &words, const QString &password) const;
    /// Ends the program and takes what it said.
    static void finish(QProcess &process, QByteArray &said);
    /// The test's database as the command line has it; the password of its account is not the
    /// secret.
    [[nodiscard]] QString database() const
    {
        return QStringLiteral("mysql://%1@/%2?socket=%3")
            .arg(m_settings.user, m_settings.database, m_settings.socket);
    }
    /// Starts a run of some seconds at the test's database and returns when it sends requests.
    void startLongRun(QProcess &process) const;
    /// What was left behind and where the secrets stand in it.
    [[nodiscard]] QStringList leaks(const QStringList &except = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
};

void TestCliSafety::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = TestDatabase::instance().freshDatabase();
    m_connection = connectTo(m_settings);
}

QString TestCliSafety::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
    STAMPEDE_CHECK(file.write(content) == content.size());
    return file.fileName();
}

void TestCliSafety::start(QProcess &process, const QStringList &words,
                          const QString &password) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                       m_folder->filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("STAMPEDE_DB_PASSWORD"), password);
    environment.insert(QStringLiteral("STAMPEDE_API_TOKEN"), QString::fromLatin1(kEnvironment));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    QVERIFY(process.waitForStarted());
}

void TestCliSafety::finish(QProcess &process, QByteArray &said)
{
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(120'000));
    said = process.readAllStandardOutput() + process.readAllStandardError();
}

QStringList TestCliSafety::leaks(const QStringList &except) const
{
    const QtMessageHandler before =
        qInstallMessageHandler(ignoreMessages); // bytes that were no stream
    const QStringList found = leaksIn(m_folder->path(), except);
    qInstallMessageHandler(before);
    return found;
}

void TestCliSafety::searchFindsWhatIsCompressed()
{
    file(QStringLiteral("plain"), "x " + kHeader);
    file(QStringLiteral("packed"), "x\x78y" + qCompress(QByteArray(500, 'z') + kColumn) + "tail");
    QCOMPARE(leaks().size(), 2);
}

void TestCliSafety::passwordLeavesNoTrace()
{
    const auto made = m_connection->execute(
        QStringLiteral("CREATE OR REPLACE USER 'careful'@'localhost' IDENTIFIED BY '%1'")
            .arg(QString::fromLatin1(kPassword)));
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    for (const QString &right :
         {QStringLiteral("GRANT ALL ON `%1`.* TO 'careful'@'localhost'").arg(m_settings.database),
          QStringLiteral("GRANT PROCESS ON *.* TO 'careful'@'localhost'")}) {
        QVERIFY(m_connection->execute(right).ok());
    }
    QProcess process;
    start(process,
          {QStringLiteral("run"), QStringLiteral("hundred-users"), QStringLiteral("--database"),
           QStringLiteral("mysql://careful@/%1?socket=%2")
               .arg(m_settings.database, m_settings.socket),
           QStringLiteral("--out"), m_folder->filePath(QStringLiteral("report")),
           QStringLiteral("--log"), m_folder->filePath(QStringLiteral("service.log"))},
          QString::fromLatin1(kPassword));
    QStringList seen;
    while (!process.waitForFinished(20)) {
        seen += leaksInProcesses();
    }
    QByteArray said;
    finish(process, said);
    QVERIFY2(process.exitCode() == 0, said.constData());
    QCOMPARE(seen, QStringList());
    QVERIFY2(!said.contains(kPassword), said.constData());
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("data/runs.sqlite"))));
    QCOMPARE(leaks(), QStringList());
}

void TestCliSafety::secretsOfRequestsLeaveNoTrace()
{
    QProcess service;
    start(service,
          {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
           QStringLiteral("--database"), database(), QStringLiteral("--set"),
           QStringLiteral("users.count=5")},
          m_settings.password);
    while (!service.canReadLine()) {
        QVERIFY2(service.waitForReadyRead(60'000), service.readAllStandardError().constData());
    }
    const QString address = QJsonDocument::fromJson(service.readLine())
                                .object()
                                .value(QLatin1String("address"))
                                .toString();
    const QString people =
        file(QStringLiteral("people.csv"), "userId,token\n1," + kColumn + "\n2," + kColumn + "\n");
    const QString scenario =
        file(QStringLiteral("secret.stampede.json"),
             R"({
        "schema": "stampede.scenario/1", "name": "secrets",
        "users": { "pick": "file", "path": "people.csv" },
        "load": { "model": "shared-iterations", "vus": 2, "iterations": 2 },
        "target": { "kind": "http", "url": ")" +
                 address.toUtf8() + R"(/api/coupons/{couponId}/issue", "method": "POST",
            "headers": { "Authorization": "Bearer ${env:STAMPEDE_API_TOKEN}", "X-Api-Key": ")" +
                 kHeader + R"(", "X-Token": "{token}" },
            "body": "{\"userId\": {userId}}" } })");
    QProcess process;
    start(process,
          {QStringLiteral("run"), scenario, QStringLiteral("--out"),
           m_folder->filePath(QStringLiteral("report")), QStringLiteral("--csv"),
           m_folder->filePath(QStringLiteral("requests.csv"))},
          m_settings.password);
    QStringList seen;
    while (!process.waitForFinished(20)) {
        seen += leaksInProcesses();
    }
    QByteArray said;
    finish(process, said);
    ::kill(static_cast<pid_t>(service.processId()), SIGTERM);
    QByteArray served;
    finish(service, served);
    QVERIFY2(process.exitCode() == 0, said.constData());
    // The token opened the door.
    QVERIFY2(said.simplified().contains("issued 0 to 2 2"), said.constData());
    QCOMPARE(seen, QStringList());
    for (const QByteArray &secret : kSecrets) {
        QVERIFY2(!said.contains(secret) && !served.contains(secret), secret.constData());
    }
    QCOMPARE(leaks({people, scenario}), QStringList());
}

void TestCliSafety::archiveIsForItsOwner()
{
    const mode_t before = ::umask(S_IWGRP | S_IWOTH);
    QProcess process;
    start(process,
          {QStringLiteral("run"), QStringLiteral("last-coupon"), QStringLiteral("--database"),
           database(), QStringLiteral("--quiet")},
          m_settings.password);
    QByteArray said;
    finish(process, said);
    ::umask(before);
    QVERIFY2(process.exitCode() == 0, said.constData());
    const QString archive = m_folder->filePath(QStringLiteral("data/runs.sqlite"));
    QVERIFY(QFile::exists(archive));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(archive) & others, QFile::Permissions());
}

void TestCliSafety::serversWordsCannotSteerTheTerminal()
{
    for (const char *statement :
         {"CREATE TABLE promotion (code VARCHAR(40) PRIMARY KEY, seats_left INT NOT NULL)",
          "CREATE TABLE claim (no INT PRIMARY KEY, member INT, code VARCHAR(40))",
          "INSERT INTO promotion VALUES ('SPRING', 3)"}) {
        QVERIFY(m_connection->execute(QString::fromLatin1(statement)).ok());
    }
    // The server repeats the name of the column that it does not know.
    const QString profile = file(QStringLiteral("hostile.profile.json"), R"({
        "schema": "stampede.profile/1", "name": "쿠폰 \u001b]0;owned\u0007", "coupon": "SPRING",
        "issued": { "table": "claim", "id": "no", "user": "member", "coupon": "code" },
        "stock": { "table": "promotion", "id": "code", "remaining": "seats_left" },
        "checks": [ { "id": "hostile", "title": "보안 \u001b[2J \u202e", "sql": "SELECT `\u001b[31m보안\u009b2J` FROM claim" } ] })");
    QProcess process;
    start(process,
          {QStringLiteral("audit"), QStringLiteral("--profile"), profile,
           QStringLiteral("--database"),
           QStringLiteral("mysql://%1@/%2?socket=%3")
               .arg(m_settings.user, m_settings.database, m_settings.socket),
           QStringLiteral("--json"), m_folder->filePath(QStringLiteral("r.json"))},
          m_settings.password);
    QByteArray said;
    finish(process, said);
    const QString text = QString::fromUtf8(said);
    QVERIFY2(text.contains(QStringLiteral("보안")), said.constData());
    QVERIFY2(!text.contains(QChar(u'\x1b')) && !text.contains(QChar(u'\x9b')) &&
                 !text.contains(QChar(u'\x07')),
             said.toPercentEncoding().constData());
}

void TestCliSafety::startLongRun(QProcess &process) const
{
    start(process,
          {QStringLiteral("run"), QStringLiteral("hundred-users"), QStringLiteral("--database"),
           database(), QStringLiteral("--quiet"), QStringLiteral("--set"),
           QStringLiteral("service.pause=20ms"), QStringLiteral("--set"),
           QStringLiteral("load.iterations=250"), QStringLiteral("--set"),
           QStringLiteral("load.vus=10")},
          m_settings.password);
    const auto works = [this] {
        const auto working = m_connection->value(
            QStringLiteral("SELECT COUNT(*) FROM information_schema.processlist "
                           "WHERE db = DATABASE() AND info LIKE 'SELECT "
                           "quantity%'"));
        return working.ok() && working.value().toInt() > 0;
    };
    QVERIFY(QTest::qWaitFor(works, 60'000));
}

void TestCliSafety::secondAtTheDatabaseIsToldWhoHasIt_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("run") << QStringList{QStringLiteral("run"), QStringLiteral("last-coupon")};
    QTest::newRow("audit") << QStringList{QStringLiteral("audit")};
    QTest::newRow("serve") << QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                                          QStringLiteral("127.0.0.1:0")};
}

void TestCliSafety::secondAtTheDatabaseIsToldWhoHasIt()
{
    QFETCH(QStringList, words);
    QProcess first;
    startLongRun(first);
    words << QStringLiteral("--database") << database();
    QProcess second;
    start(second, words, m_settings.password);
    QByteArray said;
    finish(second, said);
    QCOMPARE(second.exitCode(), 96);
    QVERIFY2(said.contains("is in use by another run or audit of Stampede, or a `serve` that "
                           "begins (the account " +
                           m_settings.user.toUtf8() + " from localhost, connection "),
             said.constData());
    finish(first, said);
    QCOMPARE(first.exitCode(), 0);
    QVERIFY2(said.contains("EVERYTHING HELD"), said.constData());
}

void TestCliSafety::killedHolderLeavesTheDatabaseFree()
{
    QProcess first;
    startLongRun(first);
    ::kill(static_cast<pid_t>(first.processId()), SIGKILL);
    QVERIFY(first.waitForFinished());
    QProcess second;
    start(second,
          {QStringLiteral("run"), QStringLiteral("last-coupon"), QStringLiteral("--database"),
           database(), QStringLiteral("--quiet")},
          m_settings.password);
    QByteArray said;
    finish(second, said);
    QVERIFY2(second.exitCode() == 0, said.constData());
}

} // namespace tst_cli_safety

STAMPEDE_TEST(tst_cli_safety::TestCliSafety)
#include "tst_cli_safety.moc"
