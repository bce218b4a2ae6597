// SPDX-License-Identifier: MIT
// Proves that the native code alone decides what an error means, and that the server's words arrive
// in one clean line.

#include "database/sql_error.h"
#include "test_program.h"

#include <QtTest>

#include <QSqlError>

namespace tst_sql_error {

using namespace stampede;

class TestSqlError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeDecides_data();
    void codeDecides();
    void messageIsOneCleanLine();
};

void TestSqlError::codeDecides_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<SqlErrorKind>("kind");
    const auto row = [](int code, SqlErrorKind kind) { QTest::addRow("%d", code) << code << kind; };
    row(1062, SqlErrorKind::DuplicateKey);
    row(1213, SqlErrorKind::Deadlock);
    row(1205, SqlErrorKind::LockWaitTimeout);
    row(1020, SqlErrorKind::ChangedRow);
    row(1969, SqlErrorKind::StatementTimeout);
    row(3024, SqlErrorKind::StatementTimeout);
    row(1317, SqlErrorKind::Interrupted);
    for (const int code : {2006, 2013, 2055, 1927, 1053}) {
        row(code, SqlErrorKind::ConnectionLost);
    }
    for (const int code : {1040, 1044, 1045, 1049, 1130, 2002, 2003, 2005}) {
        row(code, SqlErrorKind::Refused);
    }
    row(1064, SqlErrorKind::Other);
    row(1146, SqlErrorKind::Other);
    row(0, SqlErrorKind::Other);
}

void TestSqlError::codeDecides()
{
    QFETCH(const int, code);
    // Qt gives all of them the same type.
    const SqlError error = sqlErrorFrom(
        QSqlError(QStringLiteral("driver"), QStringLiteral("server"), QSqlError::StatementError,
                  code == 0 ? QString() : QString::number(code)));
    QTEST(error.kind, "kind");
    QCOMPARE(error.code, code);
    QCOMPARE(error.message, QStringLiteral("server"));
}

void TestSqlError::messageIsOneCleanLine()
{
    const QString hostile = QStringLiteral("Duplicate\n entry '\u001b[31mred\u0000' \t for key") +
                            QString(1'000, QLatin1Char('x'));
    const SqlError error =
        sqlErrorFrom(QSqlError({}, hostile, QSqlError::StatementError, QStringLiteral("1062")));
    QVERIFY(error.message.startsWith(QStringLiteral("Duplicate entry ' [31mred ' for keyxxx")));
    QCOMPARE(error.message.size(), 500);

    const SqlError onlyDriver = sqlErrorFrom(
        QSqlError(QStringLiteral("Unable to execute"), {}, QSqlError::StatementError, {}));
    QCOMPARE(onlyDriver.message, QStringLiteral("Unable to execute"));
}

} // namespace tst_sql_error

STAMPEDE_TEST(tst_sql_error::TestSqlError)
#include "tst_sql_error.moc"
