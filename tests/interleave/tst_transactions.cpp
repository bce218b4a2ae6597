// Holds the numbers of docs/interleavings.md against what the files of docs/transactions show, and
// the small parts that read such files against examples.

#include "interleave/interleave_job.h"
#include "support/test_database.h"
#include "support/test_server.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace stampede;

namespace tst_transactions {

namespace {

const QString kDocs = QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/");

/// A line a file of the page's table, by the file's name.
QMap<QString, QString> tableOfPage()
{
    QFile page(kDocs + QStringLiteral("interleavings.md"));
    STAMPEDE_CHECK(page.open(QIODevice::ReadOnly));
    static const QRegularExpression row(
        QStringLiteral("^\\| \\[[^\\]]*\\]\\(transactions/([^)]*)\\) \\| (.*) \\|$"),
        QRegularExpression::MultilineOption);
    QMap<QString, QString> table;
    for (auto rows = row.globalMatch(QString::fromUtf8(page.readAll())); rows.hasNext();) {
        const auto found = rows.next();
        table.insert(found.captured(1), found.captured(2));
    }
    return table;
}

QString rowOf(const Interleavings &found)
{
    QStringList what;
    const auto faults = found.faults();
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
        what << QStringLiteral("“%1” broken in %2").arg(fault.key()).arg(fault.value());
    }
    const auto errors = found.errors();
    for (auto error = errors.cbegin(); error != errors.cend(); ++error) {
        what << QStringLiteral("error %1 in %2").arg(error.key()).arg(error.value());
    }
    return QStringLiteral("%1 of %2 | %3")
        .arg(found.wrong())
        .arg(found.orders.size())
        .arg(what.join(QStringLiteral(", ")))
        .trimmed();
}

} // namespace

class TestTransactions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageTellsTheTruth_data();
    void thePageTellsTheTruth();
    void namesOutsideOfQuotes_data();
    void namesOutsideOfQuotes();
    void conditions_data();
    void conditions();

private:
    std::unique_ptr<PrivateServer> m_server;
};

void TestTransactions::thePageTellsTheTruth_data()
{
    QTest::addColumn<QString>("file");
    const QStringList files = QDir(kDocs + QStringLiteral("transactions"))
                                  .entryList({QStringLiteral("*.transactions.json")});
    QVERIFY(!files.isEmpty());
    QCOMPARE(tableOfPage().keys(), files);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << file;
    }
}

void TestTransactions::thePageTellsTheTruth()
{
    QFETCH(QString, file);
    if (!m_server) {
        auto started = test::startTestServer();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error()));
        m_server = std::move(started).value();
    }
    auto read = loadTransactions(kDocs + QStringLiteral("transactions/") + file);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().join(QLatin1Char('\n'))));
    InterleaveSubject subject;
    subject.transactions = std::make_shared<const Transactions>(std::move(read).value());
    const auto result = carryOut(m_server->connectionSettings(), subject, {}, {}, {});
    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().error.message));
    QVERIFY(result.value().found.undecided.isEmpty());
    QCOMPARE(rowOf(result.value().found), tableOfPage().value(file).trimmed());
}

void TestTransactions::namesOutsideOfQuotes_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *written, const char *sql, const QStringList &names) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(sql) << names;
    };
    const QString a = QStringLiteral("a");
    row("SELECT :a", "SELECT ?", {a});
    row("SELECT :a, :b_2 + :a", "SELECT ?, ? + ?", {a, QStringLiteral("b_2"), a});
    row("SELECT ':a', \":a\", `:a`", "SELECT ':a', \":a\", `:a`", {});
    row("SELECT 'it\\'s :a', 'it''s :a', :a", "SELECT 'it\\'s :a', 'it''s :a', ?", {a});
    row("SELECT /* :b */ :a -- :c\n, :a # :d", "SELECT /* :b */ ? -- :c\n, ? # :d", {a, a});
    row("SET @x := 1, TIME '10:00', :a", "SET @x := 1, TIME '10:00', ?", {a});
    row("SELECT 10:00, ':", "SELECT 10:00, ':", {});
}

void TestTransactions::namesOutsideOfQuotes()
{
    QFETCH(QString, written);
    QFETCH(QString, sql);
    QFETCH(QStringList, names);
    const NamedStatement read = NamedStatement::from(written);
    QCOMPARE(read.sql, sql);
    QCOMPARE(read.names, names);
}

void TestTransactions::conditions_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QVariant>("read");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char *written, const QVariant &read, bool holds) {
        QTest::addRow("%s, %s", written, qPrintable(read.toString()))
            << QString::fromLatin1(written) << read << holds;
    };
    row("left > 0", 1, true);
    row("left > 0", 0, false);
    row("left > 9", 10, true); // as numbers
    row("left > 9", QStringLiteral("10"), true);
    row("left >= 10", 10, true);
    row("left < -1.5", -2, true);
    row("left <= 2", 3, false);
    row("state = 'open'", QStringLiteral("open"), true);
    row("state != 'open'", QStringLiteral("shut"), true);
    row("state <> 'open'", QVariant(), true);
    row("state = NULL", QVariant(), true);
    row("state = NULL", 0, false);
    row("state <> NULL", 0, true);
    row("left > 0", QVariant(), false);
    row("left <= 0", QVariant(), false);
}

void TestTransactions::conditions()
{
    QFETCH(QString, written);
    QFETCH(QVariant, read);
    QFETCH(bool, holds);
    const auto condition = TransactionCondition::from(written);
    QVERIFY(condition.has_value());
    QCOMPARE(condition->holds(read), holds);
    for (const char *wrong : {"left >> 0", "left", "0 < left", "left > right", "left > 'a' OR 1"}) {
        QVERIFY2(!TransactionCondition::from(QString::fromLatin1(wrong)), wrong);
    }
}

} // namespace tst_transactions

STAMPEDE_TEST(tst_transactions::TestTransactions)
#include "tst_transactions.moc"
