// SPDX-License-Identifier: MIT
// Holds docs/writing-statements.md, the list of all statements that change something at a server,
// against the program's source, both ways, and against what a server was really sent during a run
// with each strategy, with faults, a serve, a run at it, and audits.

#include "database/private_server.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace tst_writing_statements {

using namespace stampede;

namespace {

/// A line of the list.
struct Listed
{
    QString text;
    QRegularExpression form;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString sourceFile(const char *path)
{
    return QStringLiteral(STAMPEDE_SOURCE_DIR "/") + QLatin1String(path);
}

QList<Listed> listOfTheDocs()
{
    static const QRegularExpression row(QStringLiteral("^\\| `([^`]+)` \\| .+ \\|$"));
    QList<Listed> list;
    const QString page = QString::fromUtf8(contentOf(sourceFile("docs/writing-statements.md")));
    for (const QString &line : page.split(QLatin1Char('\n'))) {
        const auto match = row.match(line);
        if (match.hasMatch()) {
            QStringList parts = match.captured(1).split(QStringLiteral("…"));
            for (QString &part : parts) {
                part = QRegularExpression::escape(part);
            }
            list << Listed{match.captured(1),
                           QRegularExpression(QLatin1Char('^') + parts.join(QStringLiteral(".*")),
                                              QRegularExpression::DotMatchesEverythingOption)};
        }
    }
    return list;
}

/// What stands in quotes is a value, not a word of the statement.
QString withoutValues(QString statement)
{
    static const QRegularExpression value(QStringLiteral("'[^']*'"));
    return statement.remove(value);
}

/// The literals of a source file, those that follow one another joined, without comments' quotes.
QStringList literalsOf(const QString &source)
{
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    static const QString one = QStringLiteral("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    static const QRegularExpression literal(one + QStringLiteral("(?:\\s*") + one +
                                            QStringLiteral(")*"));
    static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
    QStringList found;
    auto matches = literal.globalMatch(QString(source).remove(comment));
    while (matches.hasNext()) {
        const auto match = matches.next();
        found << match.captured(0).mid(1).chopped(1).remove(seam);
    }
    return found;
}

bool writes(const QString &statement)
{
    static const QRegularExpression form(QStringLiteral(
        "^(?:INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE \\w+ SET|DELETE FROM|TRUNCATE \\S|"
        "(?:CREATE|DROP|ALTER|RENAME) \\w+ \\S|SET [\\w@]+ |FLUSH \\w|KILL \\w|LOAD \\w+ |"
        "PREPARE \\w+ FROM|EXECUTE \\w|DEALLOCATE PREPARE|LOCK TABLES \\S|CALL \\S|DO \\S|HANDLER "
        "\\S|REVOKE \\S|GRANT \\w+ ON|OPTIMIZE \\w|"
        "SELECT (?:GET|RELEASE)_LOCK\\(|SELECT .*FOR UPDATE)"));
    return form.match(withoutValues(statement)).hasMatch();
}

/// What only reads, or begins and ends a transaction.
bool onlyReads(const QString &statement)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:\\(?SELECT|SHOW|WITH|START TRANSACTION|COMMIT|ROLLBACK)\\b"));
    static const QRegularExpression more(
        QStringLiteral("\\b(?:GET_LOCK|RELEASE_LOCK|OUTFILE|DUMPFILE|FOR UPDATE)\\b"));
    return form.match(statement).hasMatch() && !more.match(withoutValues(statement)).hasMatch();
}

qsizetype indexIn(const QList<Listed> &list, const QString &statement)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list[i].form.match(statement).hasMatch()) {
            return i;
        }
    }
    return -1;
}

} // namespace

class TestWritingStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listHoldsTheSource();
    void nothingElseIsSent();

private:
    /// Runs the program, which has to end with that code.
    void call(const QStringList &words, int code = 0);
    QString file(const char *name, const QByteArray &content) const;

    QList<Listed> m_list;
    QTemporaryDir m_folder{QStringLiteral("/var/tmp/stampede-written-XXXXXX")};
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void TestWritingStatements::initTestCase()
{
    m_list = listOfTheDocs();
    QVERIFY(m_list.size() > 20);
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) |
                                                       QFile::ExeGroup | QFile::ExeOther));
    m_environment.insert(QStringLiteral("STAMPEDE_DATA_DIR"),
                         m_folder.filePath(QStringLiteral("kept")));
    m_environment.remove(QStringLiteral("STAMPEDE_DB_PASSWORD"));
}

QString TestWritingStatements::file(const char *name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(QLatin1String(name)));
    STAMPEDE_CHECK(file.open(QIODevice::WriteOnly));
    STAMPEDE_CHECK(file.write(content) == content.size());
    return file.fileName();
}

void TestWritingStatements::call(const QStringList &words, int code)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral(STAMPEDE_CLI), words);
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray said = words.join(QLatin1Char(' ')).toUtf8() + '\n' +
                            process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitCode() == code, said.constData());
}

void TestWritingStatements::listHoldsTheSource()
{
    QStringList statements;
    for (const char *room : {"core", "app", "ui"}) {
        QDirIterator files(sourceFile(room), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (!files.next().contains(QStringLiteral("/core/archive/"))) { // SQLite
                statements += literalsOf(QString::fromUtf8(contentOf(files.filePath())));
            }
        }
    }
    const QString schema = QString::fromUtf8(contentOf(sourceFile("resources/schema.sql")));
    static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
    for (const QString &statement : QString(schema).remove(comment).split(QLatin1Char(';'))) {
        statements << statement.simplified();
    }
    QSet<qsizetype> seen;
    for (const QString &statement : std::as_const(statements)) {
        if (writes(statement)) {
            const qsizetype index = indexIn(m_list, statement);
            QVERIFY2(index >= 0, qPrintable(statement + QStringLiteral(" is not on the list")));
            seen.insert(index);
        }
    }
    for (qsizetype i = 0; i < m_list.size(); ++i) {
        QVERIFY2(seen.contains(i), qPrintable(m_list[i].text + QStringLiteral(" is never sent")));
    }
}

void TestWritingStatements::nothingElseIsSent()
{
    PrivateServerSettings settings;
    settings.root = m_folder.filePath(QStringLiteral("server"));
    settings.maxConnections = 300;
    const auto server = PrivateServer::start(settings, [](const QString &) {});
    QVERIFY2(server.ok(), server.ok() ? "" : qPrintable(server.error().message));
    const auto watcher = test::connectTo(server.value()->connectionSettings());
    const auto tell = [&watcher](const char *sql) {
        const auto done = watcher->execute(QString::fromLatin1(sql));
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    };
    for (const char *sql :
         {"CREATE DATABASE ours", "CREATE DATABASE theirs",
          "CREATE TABLE theirs.promotion (code VARCHAR(40) PRIMARY KEY, seats_left INT NOT NULL)",
          "CREATE TABLE theirs.claim (no INT PRIMARY KEY, member INT, code VARCHAR(40))",
          "INSERT INTO theirs.promotion VALUES ('SPRING', 3)", "SET GLOBAL log_output = 'TABLE'",
          "SET GLOBAL general_log = 1"}) {
        tell(sql);
    }
    const auto url = [&server](const char *database) {
        return QStringLiteral("mysql://root@/%1?socket=%2")
            .arg(QLatin1String(database), server.value()->connectionSettings().socket);
    };
    const QStringList there = {QStringLiteral("--database"), url("ours"),
                               QStringLiteral("--quiet")};
    const auto run = [&](const QStringList &settingsOfIt, int code = 0) {
        QStringList words = {QStringLiteral("run"), QStringLiteral("last-coupon")};
        for (const QString &setting : settingsOfIt) {
            words << QStringLiteral("--set") << setting;
        }
        call(words + there, code);
    };
    for (const char *strategy :
         {"pessimistic", "conditional-update", "optimistic", "named-lock", "grouped"}) {
        run({QStringLiteral("service.strategy=") + QLatin1String(strategy)});
    }
    run({QStringLiteral("service.isolation=read-committed"), QStringLiteral("warmup=50ms"),
         QStringLiteral("service.layers.duplicateCheck=false"), QStringLiteral("users.count=1"),
         QStringLiteral("users.pick=fixed"), QStringLiteral("users.fixedUser=1")});
    call({QStringLiteral("audit"), QStringLiteral("--database"), url("ours"),
          QStringLiteral("--quiet")});
    const QString profile = file("p.profile.json", R"({
        "schema": "stampede.profile/1", "name": "Spring", "coupon": "SPRING",
        "issued": { "table": "claim", "id": "no", "user": "member", "coupon": "code" },
        "stock": { "table": "promotion", "id": "code", "remaining": "seats_left" },
        "checks": [ { "id": "mine", "title": "Mine", "sql": "SELECT no FROM claim" } ] })");
    call({QStringLiteral("audit"), QStringLiteral("--profile"), profile,
          QStringLiteral("--database"), url("theirs"), QStringLiteral("--quiet")});

    QProcess serving;
    serving.setProcessEnvironment(m_environment);
    serving.start(QStringLiteral(STAMPEDE_CLI),
                  {QStringLiteral("serve"), QStringLiteral("--listen"),
                   QStringLiteral("127.0.0.1:0"), QStringLiteral("--database"), url("ours")});
    while (!serving.canReadLine()) {
        QVERIFY2(serving.waitForReadyRead(60'000), serving.readAllStandardError().constData());
    }
    const QString address = QJsonDocument::fromJson(serving.readLine())
                                .object()
                                .value(QLatin1String("address"))
                                .toString();
    call({QStringLiteral("run"),
          file("s.stampede.json",
               R"({ "schema": "stampede.scenario/1", "name": "s", "users": { "count": 5 },
                    "load": { "vus": 2, "iterations": 20 },
                    "target": { "kind": "http", "audit": "serve", "url": ")" +
                   address.toUtf8() + R"(/api/coupons/{couponId}/issue" } })"),
          QStringLiteral("--database"), url("ours"), QStringLiteral("--quiet")});
    serving.terminate();
    QVERIFY(serving.waitForFinished(60'000));

    const auto log = QStringLiteral(
        "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE command_type IN "
        "('Query', 'Prepare', 'Execute') AND thread_id <> CONNECTION_ID()");
    auto rows = watcher->query(log);
    QVERIFY(rows.ok());
    QSet<qsizetype> seen;
    while (rows.value().next()) {
        const QString sent = rows.value().value(0).toString().simplified();
        if (onlyReads(sent)) {
            continue;
        }
        const qsizetype index = indexIn(m_list, sent);
        QVERIFY2(index >= 0, qPrintable(sent.left(300) + QStringLiteral(" is not on the list")));
        seen.insert(index);
    }
    // Sent elsewhere: to a server that Stampede itself has started, for faults, Ctrl+C and
    // interleave, and where the transactions of others cannot be seen.
    const QSet<QString> elsewhere = {
        QStringLiteral("CREATE DATABASE IF NOT EXISTS stampede"),
        QStringLiteral("SET GLOBAL max_connections = …"),
        QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = …"),
        QStringLiteral("FLUSH ENGINE LOGS"),
        QStringLiteral("DROP DATABASE IF EXISTS …"),
        QStringLiteral("CREATE DATABASE … CHARACTER SET utf8mb4"),
        QStringLiteral("REPLACE INTO coupons (…"),
        QStringLiteral("DO RELEASE_ALL_LOCKS()"),
        QStringLiteral("KILL QUERY …"),
        QStringLiteral("KILL CONNECTION …"),
        QStringLiteral("SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED")};
    for (qsizetype i = 0; i < m_list.size(); ++i) {
        QVERIFY2(seen.contains(i) || elsewhere.contains(m_list[i].text),
                 qPrintable(m_list[i].text + QStringLiteral(" was not sent")));
    }
    const auto theirs = watcher->value(QStringLiteral("SELECT COUNT(*) FROM theirs.promotion"));
    QCOMPARE(theirs.value().toInt(), 1);
}

} // namespace tst_writing_statements

STAMPEDE_TEST(tst_writing_statements::TestWritingStatements)
#include "tst_writing_statements.moc"
