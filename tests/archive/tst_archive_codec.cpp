// SPDX-License-Identifier: MIT
// Proves that a run comes back from its kept form as it was: every field of the record, every bit
// of every operation; that secrets do not go in; and that damaged bytes are told from whole ones.

#include "archive/history_codec.h"
#include "archive/record_codec.h"
#include "archive/varint.h"
#include "full_record.h"
#include "record/history_frame.h"
#include "run/judged_again.h"
#include "test_program.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

#include <limits>

namespace tst_archive_codec {

using namespace stampede;
using namespace stampede::test;

class TestArchiveCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }
    void numbers();
    void everyFieldIsCompared();
    void everyFieldComesBack();
    void absentPartsStayAbsent();
    void secretsStayOut();
    void damagedRecords();
    void history_data();
    void history();
    void damagedHistory();
    void unauditedHistoriesKeepTheirFingerprints_data();
    void unauditedHistoriesKeepTheirFingerprints();

private:
    static RunRecord roundTrip(const RunRecord &record)
    {
        auto read = decodeRecord(encodeRecord(record));
        if (!read) {
            qFatal("the record cannot be read back");
        }
        read->history = record.history;
        return *read;
    }
};

void TestArchiveCodec::numbers()
{
    using Limits = std::numeric_limits<std::int64_t>;
    const std::vector<std::int64_t> values = {0, -1, 1, 127, 128, Limits::max(), Limits::min(), 5};
    std::vector<std::int64_t> read;
    QVERIFY(unpack(packed(values), read));
    QCOMPARE(read, values);
    QVERIFY(!unpack(packed(values).chopped(1), read));
    QVERIFY(!unpack(packed(values) + '\0', read));
    QVERIFY(!unpack(QByteArray(11, '\xFF'), read));
}

void TestArchiveCodec::everyFieldIsCompared()
{
    // A record full of values differs from an empty one in every field that can differ, so the
    // sample leaves nothing at its default.
    const QStringList found = differences(fullRecord(), RunRecord());
    for (const char *field : {"id",
                              "startedAt",
                              "finishedAt",
                              "seed",
                              "round",
                              "rounds",
                              "allRounds.size",
                              "spread.size",
                              "version",
                              "historySha256",
                              "endedEarly",
                              "cutOff",
                              "endedByLimit.is there",
                              "scenario.settings",
                              "scenario.folder",
                              "userFormat",
                              "coupon",
                              "environment.host",
                              "environment.database.settings",
                              "prediction.notes.size",
                              "prediction.possible",
                              "statuses.is there",
                              "loadTester.rightRefusals.is there",
                              "service.all.meanNs",
                              "response.all.maxNs",
                              "throughput.issuedPerSecond",
                              "timeline.bucketNs",
                              "timeline.buckets.size",
                              "counters.deadlocks.is there",
                              "counters.rollbacks.is there",
                              "retries",
                              "generator.valid",
                              "generator.uiLongestStallMs.is there",
                              "contact.is there",
                              "hotRow.is there",
                              "audit.is there",
                              "auditError",
                              "diagnosis.headline",
                              "diagnosis.crowd.firstMissing",
                              "thresholds.size",
                              "verdict",
                              "history.is there"}) {
        QVERIFY2(found.contains(QLatin1String(field)), field);
    }
    QCOMPARE(differences(fullRecord(), fullRecord()), QStringList());
}

void TestArchiveCodec::everyFieldComesBack()
{
    const RunRecord record = fullRecord();
    QCOMPARE(differences(record, roundTrip(record)), QStringList());
    const RunRecord small = smallRecord(QStringLiteral("000000000001"));
    QCOMPARE(differences(small, roundTrip(small)), QStringList());
}

void TestArchiveCodec::absentPartsStayAbsent()
{
    RunRecord record = fullRecord();
    record.audit->state.remaining.reset();
    record.audit->state.drift.reset();
    record.hotRow->firstRace.reset();
    record.counters.commits.reset();
    record.scenario.target.body = QJsonValue(QJsonValue::Undefined);
    record.scenario.target.classify.first().pointer.reset();
    record.scenario.target.audit.log.reset();
    record.prediction.issued.max.reset();
    QCOMPARE(differences(record, roundTrip(record)), QStringList());
    QCOMPARE(differences(RunRecord(), roundTrip(RunRecord())), QStringList());
}

void TestArchiveCodec::secretsStayOut()
{
    RunRecord record = fullRecord();
    record.scenario.target.headers = {{QStringLiteral("Authorization"), QStringLiteral("hunter2")},
                                      {QStringLiteral("Accept"), QStringLiteral("*/*")}};
    const RunRecord read = roundTrip(record);
    QCOMPARE(read.scenario.target.headers.at(0).second, QStringLiteral("•••"));
    QCOMPARE(read.scenario.target.headers.at(1).second, QStringLiteral("*/*"));
    QVERIFY(!qUncompress(encodeRecord(record)).contains("hunter2"));
}

void TestArchiveCodec::damagedRecords()
{
    const QByteArray whole = encodeRecord(fullRecord());
    static const QRegularExpression qtSays(QStringLiteral("^qUncompress"));
    QTest::ignoreMessage(QtWarningMsg, qtSays);
    QVERIFY(!decodeRecord(whole.chopped(9)));
    QVERIFY(!decodeRecord(qCompress(QByteArray("no record"))));
    QVERIFY(!decodeRecord(qCompress(qUncompress(whole).chopped(3))));
    QVERIFY(!decodeRecord({}));
    // A size that nothing has is not believed: Qt is not asked for the room, and does not complain.
    QByteArray bomb = whole;
    bomb[0] = '\xFF';
    QVERIFY(!decodeRecord(bomb));
}

void TestArchiveCodec::history_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 100, 65'535, 65'536, 65'537, 150'000}) {
        QTest::addRow("%d operations", count) << count;
    }
}

void TestArchiveCodec::history()
{
    QFETCH(int, count);
    const RunRecord record = fullRecord(static_cast<std::size_t>(count));
    RunRecord read = record;
    auto operations = std::make_shared<std::vector<Operation>>();
    for (const QByteArray &block : encodeHistory(*record.history)) {
        QVERIFY(decodeHistory(block, *operations));
    }
    read.history = operations;
    QCOMPARE(differences(record, read), QStringList());
}

void TestArchiveCodec::damagedHistory()
{
    const QByteArray block = encodeHistory(*fullRecord().history).constFirst();
    std::vector<Operation> operations(3);
    QVERIFY(!decodeHistory(qCompress(qUncompress(block).chopped(1)), operations));
    QVERIFY(!decodeHistory(qCompress(qUncompress(block) + 'x'), operations));
    QByteArray noOutcome = qUncompress(block);
    noOutcome[noOutcome.size() - 1] = 99; // a reason that there is not
    QVERIFY(!decodeHistory(qCompress(noOutcome), operations));
    QCOMPARE(operations.size(), std::size_t{3});
}

void TestArchiveCodec::unauditedHistoriesKeepTheirFingerprints_data()
{
    QTest::addColumn<QByteArray>("stock");
    QTest::addColumn<QByteArray>("rules");
    // Of somebody else's tables nobody knows stock and limit where no audit read them.
    QTest::newRow("now") << QByteArray("null") << QByteArray(R"(,"per_person":null)");
    QTest::newRow("before headers could say so") << QByteArray("250") << QByteArray();
}

void TestArchiveCodec::unauditedHistoriesKeepTheirFingerprints()
{
    QFETCH(QByteArray, stock);
    QFETCH(QByteArray, rules);
    RunRecord record;
    record.scenario.coupon.stock = 250;
    record.scenario.target.kind = TargetKind::Http;
    record.scenario.target.audit.rows = TargetRows::Profile;
    record.history =
        std::make_shared<const std::vector<Operation>>(std::vector<Operation>{Operation()});
    const auto written = [&record] {
        std::string text;
        static_cast<void>(writeHistory(record, [&text](std::string_view block) {
            text += block;
            return true;
        }));
        return QByteArray::fromStdString(text);
    };
    const QByteArray now = written();
    const QByteArray line = now.mid(now.indexOf('\n') + 1);
    const QByteArray then = R"({"schema":"stampede.history/1","coupon":)" +
                            QByteArray::number(record.coupon.value) + R"(,"stock":)" + stock +
                            R"(,"holders_before":[],"precedence":"stock-first")" + rules + "}\n" +
                            line;
    record.historySha256 =
        QString::fromLatin1(QCryptographicHash::hash(then, QCryptographicHash::Sha256).toHex());
    QCOMPARE(written(), then);
    QCOMPARE(fingerprintOfHistory(record), record.historySha256);
    // Another text than either is told from both.
    record.historySha256 = QString(64, QLatin1Char('0'));
    QVERIFY(fingerprintOfHistory(record) != record.historySha256);
    QCOMPARE(judgeAgain(record).verdict, AuditVerdict::Undecided);
    QVERIFY(judgeAgain(record).undecidedReason.startsWith(QStringLiteral("Nothing was judged")));
}

} // namespace tst_archive_codec

STAMPEDE_TEST(tst_archive_codec::TestArchiveCodec)
#include "tst_archive_codec.moc"
