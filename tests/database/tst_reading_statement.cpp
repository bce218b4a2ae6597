// SPDX-License-Identifier: MIT
// Proves that a statement is taken for reading only where it is: one statement that begins with
// SELECT or WITH, without a word that writes, locks or waits, however it is dressed up; and that
// such words are harmless in literals, comments and names.

#include "database/account_rights.h"
#include "database/reading_statement.h"
#include "test_program.h"

#include <QTest>

namespace tst_reading_statement {

using namespace stampede;

class TestReadingStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refused_data();
    void refused();
    void semicolonAtTheEndIsDropped();
    void rightsToWriteAreSeen_data();
    void rightsToWriteAreSeen();
};

void TestReadingStatement::reads_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql : {
             "SELECT 1",
             "  select claim_no from promo_claim where member = ''",
             "WITH c AS (SELECT 1 AS n) SELECT n FROM c",
             "/* why */ SELECT 1 -- to look\n + 1 # at it",
             "SELECT 'INTO OUTFILE; FOR UPDATE /*! x */' AS words",
             "SELECT \"it's; INTO\" AS words",
             "SELECT 'a\\' INTO OUTFILE \\'b' AS words",
             "SELECT 'a'' INTO OUTFILE ''b' AS words",
             "SELECT 1 /* INTO OUTFILE 'x'; DELETE FROM t */",
             "SELECT 1 -- INTO OUTFILE 'x'\n",
             "SELECT `into`, `for update`, `sleep` FROM `delete`",
             "SELECT `a``b` FROM t",
             "SELECT 3--2 AS five, 3 - -2",
             "SELECT INSERT('abc', 1, 1, 'x'), REPLACE('a', 'a', 'b')",
             "SELECT lock_id, updated, into_what, sleeps FROM locks",
             "SELECT t.lock, t.share FROM t WHERE lock IS NULL",
             "SELECT 1.5 AS into_",
             "SELECT CASE WHEN 1 THEN '10:00:00' END",
         }) {
        QTest::newRow(sql) << QString::fromLatin1(sql);
    }
}

void TestReadingStatement::reads()
{
    QFETCH(QString, sql);
    const auto taken = readingStatement(sql);
    QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(taken.error()));
    QVERIFY(sql.trimmed().endsWith(taken.value()));
}

void TestReadingStatement::refused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *sql, const char *says) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(says);
    };
    const char *begin = "must begin with SELECT or WITH";
    add("", begin);
    add(" ; ", begin);
    add("-- SELECT 1", begin);
    add("'SELECT' 1", begin);
    add("(SELECT 1)", begin);
    add("DELETE FROM t", begin);
    add("SET STATEMENT max_statement_time = 0 FOR SELECT 1", begin);
    add("EXPLAIN DELETE FROM t", begin);
    add("SHOW TABLES", begin);
    add("TABLE t INTO OUTFILE 'x'", begin);
    const char *one = "must be one statement";
    add("SELECT 1; DELETE FROM t", one);
    add("SELECT '\\\\'; DELETE FROM t", one);
    add("SELECT 'a'''; DELETE FROM t", one);
    add("SELECT `a\\`; DELETE FROM t", one);
    add("SELECT 1 --\n; DELETE FROM t", one);
    add("SELECT 1 /* x */; DELETE FROM t", one);
    add("SELECT 1 /* /* */; DELETE FROM t -- */", one);
    add("SELECT 1 --2; DELETE FROM t", one);
    add("SELECT 1 INTO OUTFILE '/tmp/x'", "must not contain INTO");
    add("SELECT 1 iNtO @a", "must not contain INTO");
    add("SELECT 1.5INTO OUTFILE '/tmp/x'", "must not contain INTO");
    add("SELECT 1e5into outfile '/tmp/x'", "must not contain INTO");
    add("SELECT 'x'INTO OUTFILE '/tmp/x'", "must not contain INTO");
    add("SELECT 1/**/INTO/**/DUMPFILE '/tmp/x'", "must not contain INTO");
    add("SELECT 1 --x\nINTO OUTFILE '/tmp/x'", "must not contain INTO");
    add("SELECT 1 -- x\r INTO\n INTO OUTFILE '/tmp/x'", "must not contain INTO");
    add("SELECT * FROM t FOR UPDATE", "must not contain UPDATE");
    add("SELECT * FROM t FOR/**/UPDATE SKIP LOCKED", "must not contain UPDATE");
    add("SELECT * FROM t FOR SHARE", "must not contain FOR SHARE");
    add("SELECT * FROM t LOCK IN SHARE MODE", "must not contain LOCK IN SHARE MODE");
    add("SELECT * FROM t LOCK # x\n IN SHARE MODE", "must not contain LOCK IN SHARE MODE");
    add("WITH x AS (SELECT 1) DELETE FROM t", "must not contain DELETE");
    add("WITH x AS (SELECT 1) UPDATE t SET v = 1", "must not contain UPDATE");
    add("WITH x AS (SELECT 1) INSERT t SELECT 1", "must not contain INSERT");
    add("WITH x AS (DELETE FROM t RETURNING id) SELECT * FROM x", "must not contain DELETE");
    add("WITH x AS (SELECT 1) REPLACE t SELECT 1", "must not contain REPLACE");
    add("SELECT GET_LOCK('a', 1)", "must not contain GET_LOCK");
    add("SELECT release_lock ('a')", "must not contain RELEASE_LOCK");
    add("SELECT sleep(10)", "must not contain SLEEP");
    add("SELECT `sleep`(10)", "must not contain SLEEP");
    add("SELECT `SLEEP` /* x */ (10)", "must not contain SLEEP");
    add("SELECT BENCHMARK(1000, MD5('a'))", "must not contain BENCHMARK");
    add("SELECT LOAD_FILE('/etc/passwd')", "must not contain LOAD_FILE");
    add("SELECT NEXTVAL(s)", "must not contain NEXTVAL");
    add("SELECT NEXT VALUE FOR s", "must not contain NEXT VALUE FOR");
    add("SELECT * FROM t PROCEDURE ANALYSE()", "must not contain PROCEDURE");
    add("SELECT 1 WHERE 1 = ?", "must not contain ?");
    add("SELECT @a := 1", "must not contain :");
    add("SELECT \\N", "must not contain \\");
    add("SELECT $$ ' $$ INTO OUTFILE '", "must not contain $$");
    const char *executable = "must not contain a comment that the server carries out";
    add("SELECT 1 /*! INTO OUTFILE '/tmp/x' */", executable);
    add("SELECT 1 /*!50000 FOR UPDATE */", executable);
    add("SELECT 1 /*M! FOR UPDATE */", executable);
    add("SELECT 1 /*M!100000 FOR UPDATE */", executable);
    add("SELECT /*+ MAX_EXECUTION_TIME(0) */ 1", executable);
    add("SELECT 'a", "must close every '");
    add("SELECT 'a\\'", "must close every '");
    add("SELECT \"a", "must close every \"");
    add("SELECT `a", "must close every `");
    add("SELECT 1 /* a", "must close every /*");
    add("SELECT 1) UNION (SELECT 2", "must close every (");
    add("SELECT (1", "must close every (");
    QTest::newRow("zero byte") << QStringLiteral("SELECT 1") + QChar(u'\0')
                               << QStringLiteral("must not contain control characters");
}

void TestReadingStatement::refused()
{
    QFETCH(QString, sql);
    QFETCH(QString, says);
    const auto taken = readingStatement(sql);
    QVERIFY(!taken.ok());
    QVERIFY2(taken.error().startsWith(says), qPrintable(taken.error()));
}

void TestReadingStatement::semicolonAtTheEndIsDropped()
{
    QCOMPARE(readingStatement(QStringLiteral("SELECT 1 ;; \n")).value(),
             QStringLiteral("SELECT 1"));
    QCOMPARE(
        readingStatement(QStringLiteral("# why\n /* x */ WITH a AS (SELECT 1) SELECT 1;")).value(),
        QStringLiteral("WITH a AS (SELECT 1) SELECT 1"));
}

void TestReadingStatement::rightsToWriteAreSeen_data()
{
    QTest::addColumn<QString>("grants");
    QTest::addColumn<QString>("rights");
    const auto add = [](const char *grants, const char *rights) {
        QTest::newRow(grants) << QString::fromLatin1(grants) << QString::fromLatin1(rights);
    };
    add("GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '*1'", "");
    add("GRANT SELECT, SHOW VIEW, PROCESS ON *.* TO `a`@`%`", "");
    add("GRANT ALL PRIVILEGES ON *.* TO `a`@`%` WITH GRANT OPTION", "ALL PRIVILEGES");
    add("GRANT SELECT, INSERT, UPDATE (`a`, `b`) ON `shop`.* TO `a`@`%`", "INSERT UPDATE");
    add("GRANT SELECT (`a`), INSERT (`a`) ON `shop`.`promo` TO `a`@`%`", "INSERT");
    add("GRANT INSERT ON `other`.* TO `a`@`%`", "");
    add("GRANT INSERT ON `sh%`.* TO `a`@`%`", "INSERT");
    add("GRANT INSERT ON `s\\_op`.* TO `a`@`%`", "");
    add("GRANT FILE ON *.* TO `a`@`%`", "FILE");
    add("GRANT EXECUTE, ALTER ROUTINE ON FUNCTION `shop`.`f` TO `a`@`%`", "");
    add("GRANT `role` TO `a`@`%`", "");
    add("GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION", "");
}

void TestReadingStatement::rightsToWriteAreSeen()
{
    QFETCH(QString, grants);
    QFETCH(QString, rights);
    QCOMPARE(writingRights(QStringList{grants}, QStringLiteral("shop")).join(QLatin1Char(' ')),
             rights);
}

} // namespace tst_reading_statement

STAMPEDE_TEST(tst_reading_statement::TestReadingStatement)
#include "tst_reading_statement.moc"
