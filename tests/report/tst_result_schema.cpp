// SPDX-License-Identifier: MIT
// Proves that result files of real runs, whatever came of them, are what docs/result.schema.json
// says, and that the check would find it if they were not.

#include "formats/json_report.h"
#include "run_support.h"
#include "support/schema_check.h"
#include "test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tst_result_schema {

using namespace stampede;

class TestResultSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void realRuns_data();
    void realRuns();
    void everyPartIsNeeded();
    void faultsAreFound_data();
    void faultsAreFound();

private:
    QJsonObject m_schema;
    QJsonObject m_result; ///< of the latest run
};

void TestResultSchema::initTestCase()
{
    QFile file(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/result.schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonParseError error;
    m_schema = QJsonDocument::fromJson(file.readAll(), &error).object();
    QCOMPARE(error.errorString(), QStringLiteral("no error occurred"));
}

void TestResultSchema::realRuns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("held") << QStringLiteral("hundred-users") << QStringList();
    QTest::newRow("broken, two rounds")
        << QStringLiteral("latch-100-vs-10")
        << QStringList{QStringLiteral("service.layers.rowLock=false"), QStringLiteral("rounds=2")};
    QTest::newRow("an open model")
        << QStringLiteral("half-minute") << QStringList{QStringLiteral("load.duration=500ms")};
    QTest::newRow("nobody came in") << QStringLiteral("sold-out") << QStringList();
}

void TestResultSchema::realRuns()
{
    QFETCH(QString, name);
    QFETCH(QStringList, changes);
    const auto record = test::run(test::preset(name, changes));
    QVERIFY(record.ok());
    // As read back from the file: what cannot be written as JSON would show.
    m_result = QJsonDocument::fromJson(resultFile(record.value())).object();
    QCOMPARE(test::schemaFaults(m_schema, m_result), QStringList());
}

void TestResultSchema::everyPartIsNeeded()
{
    QVERIFY(!m_result.isEmpty());
    const QJsonArray required = m_schema[QLatin1String("required")].toArray();
    QCOMPARE(required.size(), m_result.size());
    for (const QJsonValue &part : required) {
        QJsonObject lacking = m_result;
        lacking.remove(part.toString());
        QCOMPARE(test::schemaFaults(m_schema, lacking),
                 QStringList{QStringLiteral(": lacks %1").arg(part.toString())});
    }
}

void TestResultSchema::faultsAreFound_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QString &path, const QJsonValue &value,
                        const QString &fault) {
        QTest::newRow(name) << path.split(QLatin1Char('/')) << value << fault;
    };
    row("a word", QStringLiteral("verdict"), QStringLiteral("fine"),
        QStringLiteral("/verdict: is none of the words"));
    row("a type", QStringLiteral("outcomes/issued"), QStringLiteral("10"),
        QStringLiteral("/outcomes/issued: is no integer"));
    row("a fraction", QStringLiteral("outcomes/issued"), 1.5,
        QStringLiteral("/outcomes/issued: is no integer"));
    row("too little", QStringLiteral("outcomes/total"), -1,
        QStringLiteral("/outcomes/total: is below the minimum"));
    row("too much", QStringLiteral("load_tester_view/failed_percent"), 101,
        QStringLiteral("/load_tester_view/failed_percent: is above the maximum"));
    row("a pattern", QStringLiteral("run/history_sha256"), QStringLiteral("abc"),
        QStringLiteral("/run/history_sha256: does not look like ^[0-9a-f]{64}$"));
    row("a series", QStringLiteral("timeline/series/asked"), QJsonArray{1, QStringLiteral("two")},
        QStringLiteral("/timeline/series/asked/1: is no integer"));
    row("another schema", QStringLiteral("schema"), QStringLiteral("stampede.result/2"),
        QStringLiteral("/schema: is not stampede.result/1"));
}

void TestResultSchema::faultsAreFound()
{
    QFETCH(QStringList, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    const std::function<QJsonObject(QJsonObject, const QStringList &)> changed =
        [&](QJsonObject object, const QStringList &rest) {
            const QString &key = rest.constFirst();
            object[key] =
                rest.size() == 1 ? value : QJsonValue(changed(object[key].toObject(), rest.mid(1)));
            return object;
        };
    QCOMPARE(test::schemaFaults(m_schema, changed(m_result, path)), QStringList{fault});
}

} // namespace tst_result_schema

STAMPEDE_TEST(tst_result_schema::TestResultSchema)
#include "tst_result_schema.moc"
