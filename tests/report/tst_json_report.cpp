// SPDX-License-Identifier: MIT
// Proves that the result file has every part and name of its schema, with null where the run has no
// value.

#include "formats/csv_report.h"
#include "formats/json_report.h"
#include "test_program.h"
#include "text/outcome_names.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

namespace tst_json_report {

using namespace stampede;

class TestJsonReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartIsThere_data();
    void everyPartIsThere();
    void everyOutcomeStandsInEveryForm();
    void valuesThatARunDoesNotHaveAreNull();
    void stockIsTotalLessCounter();
    void rowsCarryTheirColumns();
};

void TestJsonReport::everyPartIsThere_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("fields");
    const auto add = [](const char *part, const char *fields) {
        QTest::newRow(part) << QString::fromLatin1(part) << QString::fromLatin1(fields);
    };
    add("run", "id started_at finished_at seed round rounds version history_sha256");
    add("scenario",
        "schema name seed coupon users load service target thresholds warmup rounds about");
    add("environment", "host database");
    add("prediction", "issued remaining already_issued out_of_stock notes");
    add("outcomes",
        "issued already_issued out_of_stock not_started expired not_found invalid_request "
        "contention not_sent interrupted server_error unknown total");
    add("unknown_reasons", "timeout reset in_doubt unclassified");
    add("load_tester_view", "failed_percent refusals right_refusals errors");
    add("latency", "service response");
    add("throughput", "answers_per_second issued_per_second duration_seconds");
    add("timeline", "bucket_ms series");
    add("database", "deadlocks lock_waits lock_wait_ms");
    add("generator",
        "valid reasons cpu_seconds cpu_us_per_request lateness_p99_us dropped unsent_at_stop "
        "rate_changes "
        "ui_cpu_seconds ui_longest_stall_ms");
    add("hot_row",
        "row_lock holders most_waiting most_waiting_at_us most_between_read_and_write "
        "longest_wait race_pairs overwrites lost_decrements writers_in_doubt first_race");
    add("state", "initial_stock remaining issued_counter rows rows_before distinct_users drift");
}

void TestJsonReport::everyPartIsThere()
{
    QFETCH(QString, part);
    QFETCH(QString, fields);
    RunRecord record;
    record.prediction.requests = {1, 1};
    record.hotRow.emplace();
    const QJsonObject result = resultToJson(record);
    const QJsonObject object = result.value(part).toObject();
    for (const QString &field : fields.split(QLatin1Char(' '))) {
        QVERIFY2(object.contains(field), qPrintable(field));
    }
    for (const char *top : {"schema", "audit", "diagnosis", "thresholds", "verdict"}) {
        QVERIFY2(result.contains(QLatin1String(top)), top);
    }
}

/// The outcomes' keys and those besides, of which one place of the schema speaks.
QSet<QString> keysOfSchema(const QStringList &path)
{
    QFile file(QStringLiteral(STAMPEDE_SOURCE_DIR "/docs/result.schema.json"));
    STAMPEDE_CHECK(file.open(QIODevice::ReadOnly));
    QJsonObject place = QJsonDocument::fromJson(file.readAll()).object();
    for (const QString &step : path) {
        const QJsonValue next = place.value(step);
        place = next.isArray() ? next.toArray().first().toObject() : next.toObject();
    }
    const QStringList keys = place.value(QStringLiteral("properties")).toObject().keys();
    QSet<QString> required;
    const QJsonArray all = place.value(QStringLiteral("required")).toArray();
    for (const QJsonValue &key : all) {
        required.insert(key.toString());
    }
    return required == QSet<QString>(keys.begin(), keys.end()) ? required : QSet<QString>();
}

void TestJsonReport::everyOutcomeStandsInEveryForm()
{
    RunRecord record;
    record.timeline.bucketNs = 1'000'000;
    record.timeline.buckets.resize(1);
    std::vector<Operation> history(kOutcomeCount);
    QSet<QString> names;
    QSet<QString> keys;
    for (const OutcomeTraits &traits : kOutcomeTable) {
        const std::size_t i = indexOf(traits.outcome);
        const QString key = QString::fromLatin1(traits.key.data());
        keys.insert(key);
        record.outcomes.byOutcome[i] = i + 1;
        history[i].outcome = traits.outcome;
        history[i].request = static_cast<std::uint32_t>(i);
        history[i].returnedNs = 1'000'000;
        QVERIFY2(!outcomeName(traits.outcome).isEmpty(), traits.key.data());
        QVERIFY2(!outcomeGroupName(traits.outcome).isEmpty(), traits.key.data());
        QVERIFY2(outcomeMeaning(traits.outcome).endsWith(QLatin1Char('.')), traits.key.data());
        QVERIFY2(!layerName(traits.layer).isEmpty(), traits.key.data());
        QVERIFY2(!names.contains(outcomeName(traits.outcome)), traits.key.data());
        names.insert(outcomeName(traits.outcome));
    }
    record.history = std::make_shared<const std::vector<Operation>>(history);

    const QString properties = QStringLiteral("properties");
    const QString defs = QStringLiteral("$defs");
    QCOMPARE(keysOfSchema({defs, QStringLiteral("outcomes")}),
             keys + QSet<QString>{QStringLiteral("total")});
    QCOMPARE(keysOfSchema({defs, QStringLiteral("latencies")}),
             keys + QSet<QString>{QStringLiteral("all")});
    const QSet<QString> series =
        keysOfSchema({properties, QStringLiteral("timeline"), QStringLiteral("anyOf"), properties,
                      QStringLiteral("series")});
    QVERIFY(series.contains(keys));

    const QJsonObject result = resultToJson(record);
    const QJsonObject outcomes = result.value(QStringLiteral("outcomes")).toObject();
    const QJsonObject times = result.value(QStringLiteral("timeline"))
                                  .toObject()
                                  .value(QStringLiteral("series"))
                                  .toObject();
    QString csv;
    QVERIFY(writeCsv(record, [&csv](std::string_view block) {
        csv += QString::fromUtf8(block.data(), static_cast<qsizetype>(block.size()));
        return true;
    }));
    QStringList lines = csv.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const qsizetype column =
        lines.takeFirst().split(QLatin1Char(',')).indexOf(QStringLiteral("outcome"));
    QStringList written;
    for (const QString &line : std::as_const(lines)) {
        written << line.split(QLatin1Char(',')).value(column);
    }
    QCOMPARE(written.size(), static_cast<int>(kOutcomeCount));
    for (const OutcomeTraits &traits : kOutcomeTable) {
        const QString key = QString::fromLatin1(traits.key.data());
        QCOMPARE(outcomes.value(key).toInt(), static_cast<int>(indexOf(traits.outcome)) + 1);
        QVERIFY2(times.contains(key), traits.key.data());
        QVERIFY2(written.contains(key), traits.key.data());
    }
    const QStringList inTimes = times.keys();
    QCOMPARE(QSet<QString>(inTimes.begin(), inTimes.end()), series);
}

void TestJsonReport::valuesThatARunDoesNotHaveAreNull()
{
    const QJsonObject result = resultToJson(RunRecord());
    QVERIFY(result.value(QLatin1String("audit")).isNull());
    QVERIFY(result.value(QLatin1String("hot_row")).isNull());
    QVERIFY(
        result.value(QLatin1String("state")).toObject().value(QLatin1String("remaining")).isNull());
    QVERIFY(result.value(QLatin1String("latency"))
                .toObject()
                .value(QLatin1String("service"))
                .toObject()
                .value(QLatin1String("issued"))
                .isNull());
    QVERIFY(result.value(QLatin1String("load_tester_view"))
                .toObject()
                .value(QLatin1String("right_refusals"))
                .isNull());
    QVERIFY(result.value(QLatin1String("database"))
                .toObject()
                .value(QLatin1String("deadlocks"))
                .isNull());
}

void TestJsonReport::stockIsTotalLessCounter()
{
    RunRecord record;
    record.audit.emplace();
    AuditReport &audit = *record.audit;
    audit.state.initialStock = 30;
    audit.state.rowsBefore = 5;
    audit.state.newRows = 12;
    audit.state.rows = 17;
    audit.state.issuedCounter = 15;
    const auto state = [&record] {
        return resultToJson(record).value(QLatin1String("state")).toObject();
    };
    QCOMPARE(state().value(QLatin1String("remaining")).toInt(), 20); // 35 in all less 15
    QCOMPARE(state().value(QLatin1String("drift")).toInt(), -2);
    audit.counterAhead = -2; // it was behind before the run
    QCOMPARE(state().value(QLatin1String("drift")).toInt(), 0);
    audit.rules.givesBack = true; // then nobody can tell
    QVERIFY(state().value(QLatin1String("remaining")).isNull());
    QVERIFY(state().value(QLatin1String("drift")).isNull());
}

void TestJsonReport::rowsCarryTheirColumns()
{
    RunRecord record;
    record.audit.emplace();
    CheckResult check = newCheck(QStringLiteral("one-per-user"));
    check.verdict = CheckVerdict::Fail;
    check.columns = QStringList{QStringLiteral("user"), QStringLiteral("rows")};
    addRow(check, {41, 3});
    record.audit->checks = {check};
    const QJsonObject written = QJsonDocument::fromJson(resultFile(record))
                                    .object()
                                    .value(QLatin1String("audit"))
                                    .toObject();
    const QJsonObject first = written.value(QLatin1String("checks")).toArray().at(0).toObject();
    QCOMPARE(first.value(QLatin1String("class")).toString(), QStringLiteral("damage"));
    QCOMPARE(first.value(QLatin1String("verdict")).toString(), QStringLiteral("fail"));
    QCOMPARE(first.value(QLatin1String("row_count")).toInt(), 1);
    const QJsonObject row = first.value(QLatin1String("rows")).toArray().at(0).toObject();
    QCOMPARE(row.value(QLatin1String("user")).toInt(), 41);
    QCOMPARE(row.value(QLatin1String("rows")).toInt(), 3);
}

} // namespace tst_json_report

STAMPEDE_TEST(tst_json_report::TestJsonReport)
#include "tst_json_report.moc"
