// SPDX-License-Identifier: MIT
// Proves that a history is written byte for byte as the file format says, that any operation can be
// read back from its line, and that a sink which refuses ends the writing.

#include "base/random.h"
#include "measure/history_writer.h"
#include "test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace tst_history_writer {

using namespace stampede;

namespace {

QByteArray written(const HistoryFrame &frame, const std::vector<Operation> &history)
{
    QByteArray text;
    const bool accepted = writeHistory(frame, history, [&text](std::string_view block) {
        text.append(block.data(), static_cast<qsizetype>(block.size()));
        return true;
    });
    return accepted ? text : QByteArray("refused");
}

Operation plainOperation(std::int64_t user, std::int64_t invokedNs, std::int64_t returnedNs,
                         Outcome outcome)
{
    Operation operation;
    operation.user = user;
    operation.invokedNs = invokedNs;
    operation.returnedNs = returnedNs;
    operation.outcome = outcome;
    return operation;
}

Operation randomOperation(std::uint64_t seed)
{
    const auto draw = [seed](std::uint64_t what) { return splitMix64(splitMix64(seed) + what); };
    const auto stamp = [&draw](std::uint64_t what) {
        return draw(what) % 3 == 0 ? Operation::kNotReached
                                   : static_cast<std::uint32_t>(draw(what));
    };
    Operation operation;
    // Above 2^53 a JSON reader that counts in doubles could not tell neighbours apart.
    operation.user = static_cast<std::int64_t>(draw(0) >> 11U);
    operation.invokedNs = static_cast<std::int64_t>(draw(1) >> 20U);
    operation.returnedNs = operation.invokedNs + static_cast<std::int64_t>(draw(2) >> 30U);
    operation.rowId = draw(3) % 3 == 0 ? 0 : static_cast<std::int64_t>(draw(3) >> 11U);
    operation.request = static_cast<std::uint32_t>(draw(4));
    operation.latenessUs = draw(5) % 3 == 0 ? 0 : static_cast<std::uint32_t>(draw(5));
    operation.lockedUs = stamp(6);
    operation.wroteUs = stamp(7);
    operation.committedUs = stamp(8);
    operation.stockRead = static_cast<std::int32_t>(draw(9) % 1000) - 1;
    operation.errorCode = draw(10) % 3 == 0 ? 0 : static_cast<std::uint16_t>(draw(10));
    operation.vu = static_cast<std::uint16_t>(draw(11));
    operation.attempts = static_cast<std::uint8_t>(draw(12));
    operation.outcome = kAllOutcomes.at(draw(13) % kOutcomeCount);
    if (operation.outcome == Outcome::Unknown) {
        operation.reason = static_cast<UnknownReason>(1 + draw(14) % 4);
        operation.returnedNs = Operation::kNoAnswer;
    }
    return operation;
}

QJsonValue orUndefined(bool known, qint64 value)
{
    return known ? QJsonValue(value) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue stampValue(std::uint32_t stamp)
{
    return orUndefined(stamp != Operation::kNotReached, stamp);
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

class TestHistoryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheFormatByteForByte();
    void writesRulesWhereTheyDiffer();
    void withoutFinalThereIsNoFinalLine();
    void everyOperationCanBeReadBack();
    void blocksAreOfAboutTheirSize();
    void longListsAreWhole();
    void refusalEndsTheWriting_data();
    void refusalEndsTheWriting();
};

void TestHistoryWriter::writesTheFormatByteForByte()
{
    HistoryFrame frame;
    frame.stock = 10;
    frame.hasFinal = true;
    frame.remaining = 8;
    frame.rowUsers = {7, 9};
    Operation full = plainOperation(9, 1'300, 6'000, Outcome::Issued);
    full.request = 2;
    full.vu = 4;
    full.attempts = 3;
    full.rowId = 55;
    full.stockRead = 9;
    full.lockedUs = 1;
    full.wroteUs = 2;
    full.committedUs = 4;
    full.latenessUs = 12;
    full.errorCode = 1213;
    Operation unknown = plainOperation(8, 1'250, Operation::kNoAnswer, Outcome::Unknown);
    unknown.request = 1;
    unknown.reason = UnknownReason::InDoubt;
    const QByteArray expected =
        R"({"schema":"stampede.history/1","coupon":1,"stock":10,"holders_before":[],"precedence":"any"})"
        "\n"
        R"({"op":"issue","user":7,"invoked_ns":1200,"returned_ns":5300,"outcome":"issued","request":0,"vu":0,"attempts":1})"
        "\n"
        R"({"op":"issue","user":8,"invoked_ns":1250,"returned_ns":null,"outcome":"unknown","request":1,"vu":0,"attempts":1,"reason":"in_doubt"})"
        "\n"
        R"({"op":"issue","user":9,"invoked_ns":1300,"returned_ns":6000,"outcome":"issued","request":2,"vu":4,"attempts":3,"row":55,"read":9,"locked_us":1,"wrote_us":2,"committed_us":4,"late_us":12,"error":1213})"
        "\n"
        R"({"op":"final","remaining":8,"rows":[7,9]})"
        "\n";
    QCOMPARE(written(frame, {plainOperation(7, 1'200, 5'300, Outcome::Issued), unknown, full}),
             expected);
    frame.keepsStatuses = true;
    full.errorCode = 201;
    QVERIFY(written(frame, {full}).contains(R"(,"late_us":12,"status":201})"));
}

void TestHistoryWriter::writesRulesWhereTheyDiffer()
{
    HistoryFrame frame;
    frame.stock = 10;
    frame.holdersBefore = {0, 0};
    frame.hasFinal = true;
    frame.remaining = 7;
    frame.rowUsers = {0, 0, 1};
    frame.rules = {.limitPerPerson = std::nullopt,
                   .limitWithin = true,
                   .givesBack = true,
                   .countsPieces = true};
    frame.piecesBefore = {1, 2};
    frame.rowPieces = {1, 2, 3};
    frame.quantityOf = [](const Operation &) { return std::int64_t{3}; };
    frame.writtenUsers = {1};
    frame.nameOf = [](std::int64_t user) -> std::string_view { return user == 0 ? "ann" : "b\"b"; };
    const QByteArray expected =
        R"({"schema":"stampede.history/1","coupon":1,"stock":10,"holders_before":["ann","ann"],"pieces_before":[1,2],"precedence":"any","per_person":null,"per_person_within":true,"gives_back":true,"quantity":null})"
        "\n"
        R"({"op":"issue","user":"b\"b","invoked_ns":1200,"returned_ns":5300,"outcome":"issued","request":0,"vu":0,"attempts":1,"quantity":3})"
        "\n"
        R"({"op":"final","remaining":7,"rows":["ann","ann","b\"b"],"pieces":[1,2,3],"written":["b\"b"]})"
        "\n";
    QCOMPARE(written(frame, {plainOperation(1, 1'200, 5'300, Outcome::Issued)}), expected);
    HistoryFrame two;
    two.rules.limitPerPerson = 2;
    QVERIFY(written(two, {}).endsWith(R"("precedence":"any","per_person":2})"
                                      "\n"));
}

void TestHistoryWriter::withoutFinalThereIsNoFinalLine()
{
    HistoryFrame frame;
    frame.coupon = 12;
    frame.stock = 3;
    frame.holdersBefore = {4, 5, 4};
    frame.precedence = "stock-first";
    QCOMPARE(
        written(frame, {}),
        QByteArray(
            R"({"schema":"stampede.history/1","coupon":12,"stock":3,"holders_before":[4,5,4],"precedence":"stock-first"})"
            "\n"));
}

void TestHistoryWriter::everyOperationCanBeReadBack()
{
    constexpr std::uint64_t kSeed = 61;
    qInfo("seed %llu", static_cast<unsigned long long>(kSeed));
    std::vector<Operation> history;
    for (std::uint64_t i = 0; i < 2'000; ++i) {
        history.push_back(randomOperation(kSeed + i));
    }
    QByteArrayList lines = written({}, history).split('\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(history.size()) + 2);
    for (std::size_t i = 0; i < history.size(); ++i) {
        const Operation &operation = history[i];
        const QJsonObject line =
            QJsonDocument::fromJson(lines.at(static_cast<qsizetype>(i) + 1)).object();
        QJsonObject expected{{QStringLiteral("op"), QStringLiteral("issue")},
                             {QStringLiteral("outcome"), text(outcomeKey(operation.outcome))}};
        const auto put = [&expected](const char *key, const QJsonValue &value) {
            if (!value.isUndefined()) {
                expected.insert(QLatin1String(key), value);
            }
        };
        put("user", qint64{operation.user});
        put("invoked_ns", qint64{operation.invokedNs});
        put("returned_ns", operation.returnedNs == Operation::kNoAnswer
                               ? QJsonValue(QJsonValue::Null)
                               : QJsonValue(qint64{operation.returnedNs}));
        put("request", qint64{operation.request});
        put("vu", qint64{operation.vu});
        put("attempts", qint64{operation.attempts});
        put("row", orUndefined(operation.rowId != 0, operation.rowId));
        put("read", orUndefined(operation.stockRead >= 0, operation.stockRead));
        put("locked_us", stampValue(operation.lockedUs));
        put("wrote_us", stampValue(operation.wroteUs));
        put("committed_us", stampValue(operation.committedUs));
        put("late_us", orUndefined(operation.latenessUs != 0, operation.latenessUs));
        if (operation.reason != UnknownReason::None) {
            put("reason", text(unknownReasonKey(operation.reason)));
        }
        put("error", orUndefined(operation.errorCode != 0, operation.errorCode));
        QCOMPARE(line, expected);
    }
}

void TestHistoryWriter::blocksAreOfAboutTheirSize()
{
    const std::vector<Operation> history(20'000, randomOperation(71));
    std::vector<std::size_t> sizes;
    QVERIFY(writeHistory({}, history, [&sizes](std::string_view block) {
        sizes.push_back(block.size());
        return true;
    }));
    QVERIFY(sizes.size() > 10);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        QVERIFY(sizes[i] > 0 && sizes[i] <= 65'536);
        QVERIFY(i + 1 == sizes.size() || sizes[i] > 60'000);
    }
}

void TestHistoryWriter::longListsAreWhole()
{
    HistoryFrame frame;
    frame.hasFinal = true;
    for (std::int64_t user = 1; user <= 50'000; ++user) {
        frame.holdersBefore.push_back(user);
        frame.rowUsers.push_back(-user);
    }
    const QByteArrayList lines = written(frame, {}).split('\n');
    const auto listed = [](const QByteArray &line, const char *key) {
        return QJsonDocument::fromJson(line).object().value(QLatin1String(key)).toArray();
    };
    const QJsonArray before = listed(lines.at(0), "holders_before");
    const QJsonArray rows = listed(lines.at(1), "rows");
    QCOMPARE(before.size(), 50'000);
    QCOMPARE(rows.size(), 50'000);
    QCOMPARE(before.last().toInteger(), 50'000);
    QCOMPARE(rows.last().toInteger(), -50'000);
}

void TestHistoryWriter::refusalEndsTheWriting_data()
{
    QTest::addColumn<int>("accepted");
    QTest::newRow("at once") << 0;
    QTest::newRow("within the list before") << 1;
    QTest::newRow("among the operations") << 10;
    QTest::newRow("within the last list") << -2;
    QTest::newRow("at the last block") << -1;
}

void TestHistoryWriter::refusalEndsTheWriting()
{
    QFETCH(int, accepted);
    HistoryFrame frame;
    frame.hasFinal = true;
    frame.holdersBefore.assign(40'000, 123'456);
    frame.rowUsers.assign(40'000, 123'456);
    const std::vector<Operation> history(5'000, randomOperation(73));
    int blocks = 0;
    QVERIFY(writeHistory(frame, history, [&blocks](std::string_view) { return ++blocks > 0; }));
    const int limit = accepted < 0 ? blocks + accepted : accepted;
    int calls = 0;
    QVERIFY(!writeHistory(frame, history,
                          [&calls, limit](std::string_view) { return ++calls <= limit; }));
    QCOMPARE(calls, limit + 1);
}

} // namespace tst_history_writer

STAMPEDE_TEST(tst_history_writer::TestHistoryWriter)
#include "tst_history_writer.moc"
