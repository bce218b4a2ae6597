// SPDX-License-Identifier: MIT
// Proves that recorded histories are read as they were written, that every fault makes exactly the
// history in which it stands unusable and is named by line and by what was expected, and that no
// damage to the bytes ends in anything else.

#include "checker/checker.h"
#include "checker/history_reader.h"
#include "hand_made.h"
#include "measure/history_writer.h"
#include "test_program.h"

#include <QTest>

#include <algorithm>
#include <cstring>

namespace tst_history_reader {

using namespace stampede;

namespace {

const std::string kHeader =
    R"({"schema":"stampede.history/1","coupon":1,"stock":10,"holders_before":[],"precedence":"any"})";
const std::string kIssued =
    R"({"op":"issue","user":7,"invoked_ns":1200,"returned_ns":5300,"outcome":"issued"})";
const std::string kUnknown =
    R"({"op":"issue","user":8,"invoked_ns":1250,"returned_ns":null,"outcome":"unknown"})";
const std::string kFinal = R"({"op":"final","remaining":9,"rows":[7]})";

std::string lines(const std::vector<std::string> &all)
{
    std::string text;
    for (const std::string &line : all) {
        text += line + '\n';
    }
    return text;
}

/// Hands out the text in pieces of at most `piece` bytes.
ByteSource sourceOf(const std::string &text, std::size_t piece, bool fails = false)
{
    return [text, piece, fails, at = std::size_t{0}](char *to, std::size_t size) mutable {
        const std::size_t count = std::min({size, piece, text.size() - at});
        if (count == 0 && fails) {
            return std::ptrdiff_t{-1};
        }
        std::memcpy(to, text.data() + at, count);
        at += count;
        return static_cast<std::ptrdiff_t>(count);
    };
}

std::vector<RecordedHistory> allOf(ByteSource source,
                                   std::size_t longest = HistoryReader::kLongestLine,
                                   std::uint64_t most = HistoryReader::kMostBytes)
{
    HistoryReader reader(std::move(source), longest, most);
    std::vector<RecordedHistory> all;
    while (auto history = reader.next()) {
        all.push_back(std::move(*history));
    }
    return all;
}

std::vector<RecordedHistory> allOf(const std::string &text)
{
    return allOf(sourceOf(text, 1 << 20));
}

} // namespace

class TestHistoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheExample();
    void readsWhatTheWriterWrote();
    void readsWhatNobodyKnows();
    void readsTheRulesThatWereWritten_data();
    void readsTheRulesThatWereWritten();
    void readsPeopleByName();
    void piecesNobodySaid();
    void severalHistoriesInAnyPieces();
    void formIsTolerated_data();
    void formIsTolerated();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void aFaultSpoilsItsOwnHistoryOnly();
    void longLinesAreFaults();
    void tooLongHistoriesEndTheReading_data();
    void tooLongHistoriesEndTheReading();
    void brokenSourceSpoilsTheLastHistory();
    void damagedBytesAreNeverMore();
};

void TestHistoryReader::readsTheExample()
{
    const auto all = allOf(lines({kHeader, kIssued, kUnknown, kFinal}));
    QCOMPARE(all.size(), std::size_t{1});
    const RecordedHistory &history = all.front();
    QVERIFY2(history.usable(), history.error.c_str());
    QCOMPARE(history.facts.stock, 10);
    QVERIFY(history.facts.holdersBefore.empty());
    QCOMPARE(history.facts.precedence, Precedence::Any);
    QCOMPARE(history.facts.remaining, 9);
    QCOMPARE(history.facts.rowUsers, std::vector<std::int64_t>{7});
    QCOMPARE(history.operations.size(), std::size_t{2});
    QCOMPARE(history.operations[0].user, 7);
    QCOMPARE(history.operations[0].invokedNs, 1200);
    QCOMPARE(history.operations[0].returnedNs, 5300);
    QCOMPARE(history.operations[0].outcome, Outcome::Issued);
    QCOMPARE(history.operations[1].returnedNs, kNeverNs);
    QCOMPARE(history.operations[1].outcome, Outcome::Unknown);
}

void TestHistoryReader::readsWhatTheWriterWrote()
{
    Dice dice(3);
    std::vector<Operation> written(5'000);
    for (Operation &operation : written) {
        operation.user =
            static_cast<std::int64_t>(splitMix64(static_cast<std::uint64_t>(dice.below(kNeverNs))));
        operation.invokedNs = dice.below(std::int64_t{1} << 40U);
        operation.outcome = kAllOutcomes.at(static_cast<std::size_t>(dice.below(kOutcomeCount)));
        if (operation.outcome != Outcome::Unknown) {
            operation.returnedNs = operation.invokedNs + dice.below(1'000'000);
        }
        operation.rowId = dice.below(3);
        operation.stockRead = static_cast<std::int32_t>(dice.below(3)) - 1;
        operation.lockedUs = 5;
        operation.errorCode = 1213;
        operation.reason = UnknownReason::Timeout;
    }
    HistoryFrame frame;
    frame.stock = 77;
    frame.holdersBefore = {-4, 5};
    frame.precedence = "stock-first";
    frame.hasFinal = true;
    frame.remaining = -3;
    frame.rowUsers = {5, 5, 9};
    std::string text;
    QVERIFY(writeHistory(frame, written, [&text](std::string_view block) {
        text += block;
        return true;
    }));
    const auto all = allOf(text);
    QCOMPARE(all.size(), std::size_t{1});
    const RecordedHistory &history = all.front();
    QVERIFY2(history.usable(), history.error.c_str());
    QCOMPARE(history.facts.holdersBefore, frame.holdersBefore);
    QCOMPARE(history.facts.precedence, Precedence::StockFirst);
    QCOMPARE(history.facts.remaining, -3);
    QCOMPARE(history.facts.rowUsers, frame.rowUsers);
    QCOMPARE(history.operations.size(), written.size());
    QVERIFY(std::equal(written.begin(), written.end(), history.operations.begin(),
                       [](const Operation &operation, const JudgedOperation &read) {
                           const JudgedOperation same = judgedFrom(operation);
                           return same.user == read.user && same.invokedNs == read.invokedNs &&
                                  same.returnedNs == read.returnedNs &&
                                  same.outcome == read.outcome;
                       }));
}

/// No limit of the stock, and rows of which nobody knows what they left.
void TestHistoryReader::readsWhatNobodyKnows()
{
    HistoryFrame frame;
    frame.couponName = "SPRING \"5\"";
    frame.rules.unlimited = true;
    frame.hasFinal = true;
    frame.remaining.reset();
    frame.rowUsers = {5};
    std::string text;
    const std::vector<Operation> none;
    QVERIFY(writeHistory(frame, none, [&text](std::string_view block) {
        text += block;
        return true;
    }));
    QVERIFY(text.find(R"("stock":null)") != std::string::npos);
    QVERIFY(text.find(R"("remaining":null)") != std::string::npos);
    const auto all = allOf(text);
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY2(all.front().usable(), all.front().error.c_str());
    QCOMPARE(all.front().couponName, frame.couponName);
    QVERIFY(all.front().facts.rules.unlimited && !all.front().facts.remainingKnown);
    const Judgement judgement = judge(all.front().facts, all.front().operations);
    QVERIFY((judgement.notApplicable & maskOf(Condition::R5b)) != 0);
    QVERIFY(judgement.find(Condition::R5b) == nullptr);
    // "Out of stock" is never right of such a stock.
    const std::string asked = text.substr(0, text.find('\n') + 1) +
                              R"({"op":"issue","user":5,"invoked_ns":1,"returned_ns":2,)"
                              R"("outcome":"out_of_stock"})"
                              "\n"
                              R"({"op":"final","remaining":null,"rows":[]})"
                              "\n";
    const auto refused = allOf(asked);
    QVERIFY2(refused.front().usable(), refused.front().error.c_str());
    const Judgement wrong = judge(refused.front().facts, refused.front().operations);
    QVERIFY(wrong.find(Condition::R6) != nullptr);
}

void TestHistoryReader::readsTheRulesThatWereWritten_data()
{
    QTest::addColumn<IssueRules>("rules");
    QTest::addColumn<bool>("eachItsOwn");
    QTest::newRow("one a person") << IssueRules{} << false;
    QTest::newRow("three a person") << IssueRules{.limitPerPerson = 3} << false;
    QTest::newRow("any number") << IssueRules{.limitPerPerson = std::nullopt} << false;
    QTest::newRow("two a day") << IssueRules{.limitPerPerson = 2, .limitWithin = true} << false;
    QTest::newRow("gives back") << IssueRules{.givesBack = true} << false;
    QTest::newRow("gives back, which nobody said")
        << IssueRules{.givesBack = true, .givesBackSaid = false} << false;
    QTest::newRow("without a limit") << IssueRules{.unlimited = true} << false;
    QTest::newRow("pieces") << IssueRules{.countsPieces = true} << false;
    QTest::newRow("pieces, each request its own") << IssueRules{.countsPieces = true} << true;
    QTest::newRow("pieces, asked for unknown")
        << IssueRules{.countsPieces = true, .quantityKnown = false} << false;
}

void TestHistoryReader::readsTheRulesThatWereWritten()
{
    QFETCH(IssueRules, rules);
    QFETCH(bool, eachItsOwn);
    HistoryFrame frame;
    frame.stock = 9;
    frame.hasFinal = true;
    frame.rules = rules;
    frame.holdersBefore = {7, 7, -1};
    frame.rowUsers = {7, 7, -1, 8};
    if (rules.countsPieces) {
        frame.piecesBefore = {1, 2, 3};
        frame.rowPieces = {1, 2, 3, 4'000'000'000};
        frame.quantity = 5;
    }
    if (eachItsOwn) {
        frame.quantityOf = [](const Operation &operation) { return operation.user - 4; };
    }
    if (rules.givesBack) {
        frame.writtenUsers = {8, 9};
    }
    std::vector<Operation> operations(2);
    operations[0].user = 8;
    operations[1].user = 9;
    operations[1].returnedNs = 5;
    operations[1].outcome = Outcome::OutOfStock;
    std::string text;
    QVERIFY(writeHistory(frame, operations, [&text](std::string_view block) {
        text += block;
        return true;
    }));
    const auto all = allOf(text);
    QCOMPARE(all.size(), std::size_t{1});
    const RecordedHistory &history = all.front();
    QVERIFY2(history.usable(), history.error.c_str());
    QVERIFY(history.facts.rules == rules);
    QCOMPARE(history.facts.holdersBefore, frame.holdersBefore);
    QCOMPARE(history.facts.rowUsers, frame.rowUsers);
    QCOMPARE(history.facts.piecesBefore, frame.piecesBefore);
    QCOMPARE(history.facts.rowPieces, frame.rowPieces);
    QCOMPARE(history.facts.writtenUsers, frame.writtenUsers);
    QVERIFY(history.names.empty());
    if (rules.countsPieces && rules.quantityKnown) {
        QCOMPARE(history.operations[0].quantity, eachItsOwn ? 4U : 5U);
        QCOMPARE(history.operations[1].quantity, 5U);
    } else {
        QCOMPARE(history.operations[1].quantity, 1U);
    }
}

void TestHistoryReader::readsPeopleByName()
{
    const std::vector<std::string> names = {"3f2a-\"quoted\"", "김하나", std::string(255, '\\'),
                                            "7"};
    HistoryFrame frame;
    frame.stock = 3;
    frame.hasFinal = true;
    frame.holdersBefore = {2};
    frame.rowUsers = {2, 0, 3};
    frame.nameOf = [&names](std::int64_t user) -> std::string_view {
        return names[static_cast<std::size_t>(user)];
    };
    std::vector<Operation> operations(2'000);
    for (std::size_t i = 0; i < operations.size(); ++i) {
        operations[i].user = static_cast<std::int64_t>(i % names.size());
    }
    std::string text;
    QVERIFY(writeHistory(frame, operations, [&text](std::string_view block) {
        text += block;
        return block.size() <= 65'536;
    }));
    const auto all = allOf(text + lines({kHeader, kIssued, kFinal}));
    QCOMPARE(all.size(), std::size_t{2});
    QVERIFY2(all[0].usable(), all[0].error.c_str());
    const auto nameOf = [&all](std::int64_t user) {
        return all[0].names.at(static_cast<std::size_t>(user));
    };
    QCOMPARE(all[0].names.size(), names.size());
    QCOMPARE(nameOf(all[0].facts.holdersBefore.at(0)), names[2]);
    QCOMPARE(nameOf(all[0].facts.rowUsers.at(2)), names[3]);
    for (std::size_t i = 0; i < operations.size(); ++i) {
        QCOMPARE(nameOf(all[0].operations.at(i).user), names[i % names.size()]);
    }
    // The next history begins anew.
    QVERIFY2(all[1].usable(), all[1].error.c_str());
    QVERIFY(all[1].names.empty());
}

void TestHistoryReader::piecesNobodySaid()
{
    const std::string header =
        R"({"schema":"stampede.history/1","coupon":1,"stock":9,"holders_before":[5],"quantity":2})";
    auto all = allOf(lines({header, kIssued, R"({"op":"final","remaining":7,"rows":[5,7]})"}));
    QVERIFY2(all.front().usable(), all.front().error.c_str());
    QCOMPARE(all.front().facts.piecesBefore, std::vector<std::int64_t>{2});
    QCOMPARE(all.front().facts.rowPieces, (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(all.front().operations.front().quantity, 2U);
    const std::string open =
        R"({"schema":"stampede.history/1","coupon":1,"stock":9,"holders_before":[],"quantity":null})";
    const std::string end = R"({"op":"final","remaining":8,"rows":[7],"pieces":[1]})";
    all = allOf(lines({open, kIssued, end}));
    // Nobody was refused, so nothing has to be known.
    QVERIFY2(all.front().usable() && all.front().facts.rules.quantityKnown,
             all.front().error.c_str());
    const std::string refused =
        R"({"op":"issue","user":8,"invoked_ns":1,"returned_ns":2,"outcome":"out_of_stock")";
    all = allOf(lines({open, kIssued, refused + '}', end}));
    QVERIFY(all.front().usable() && !all.front().facts.rules.quantityKnown);
    all = allOf(lines({open, kIssued, refused + R"(,"quantity":9})", end}));
    QVERIFY(all.front().usable() && all.front().facts.rules.quantityKnown);
}

void TestHistoryReader::severalHistoriesInAnyPieces()
{
    const std::string text =
        lines({kHeader, kIssued, kFinal, kHeader, kUnknown, kIssued, kFinal, kHeader, kFinal});
    for (const std::size_t piece : {1U, 7U, 100U, 1'000'000U}) {
        const auto all = allOf(sourceOf(text, piece));
        QCOMPARE(all.size(), std::size_t{3});
        QVERIFY(all[0].usable() && all[1].usable() && all[2].usable());
        QCOMPARE(all[0].operations.size(), std::size_t{1});
        QCOMPARE(all[1].operations.size(), std::size_t{2});
        QCOMPARE(all[2].operations.size(), std::size_t{0});
        QCOMPARE(all[1].firstLine, 4);
    }
    QVERIFY(allOf("").empty());
    QVERIFY(allOf("\n  \n").empty());
}

void TestHistoryReader::formIsTolerated_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto add = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    const std::string plain = lines({kHeader, kIssued, kFinal});
    add("no line feed at the end", plain.substr(0, plain.size() - 1));
    add("byte order mark", "\xEF\xBB\xBF" + plain);
    add("carriage returns", kHeader + "\r\n" + kIssued + "\r\n\r\n" + kFinal + "\r\n");
    add("blank lines", '\n' + kHeader + "\n \t\n" + kIssued + '\n' + kFinal + "\n\n");
    add("no precedence",
        lines({R"({"schema":"stampede.history/1","coupon":1,"stock":10,"holders_before":[]})",
               kIssued, kFinal}));
    add("extra keys",
        lines(
            {R"({"by":"x","schema":"stampede.history/1","coupon":1,"stock":10,"holders_before":[]})",
             R"({"op":"issue","extra":{"a":[1,{}]},"user":7,"invoked_ns":-5,"returned_ns":5,)"
             R"("outcome":"issued","note":"ü\n"})",
             R"({"op":"final","remaining":9,"rows":[7],"x":null})"}));
    add("keys in another order",
        lines({R"({"holders_before":[],"stock":10,"coupon":1,"schema":"stampede.history/1"})",
               R"({ "outcome" : "issued", "user":7, "returned_ns":5,"invoked_ns":5,"op":"issue"})",
               kFinal}));
}

void TestHistoryReader::formIsTolerated()
{
    QFETCH(QByteArray, text);
    const auto all = allOf(text.toStdString());
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY2(all.front().usable(), all.front().error.c_str());
    QCOMPARE(all.front().operations.size(), std::size_t{1});
    QCOMPARE(all.front().facts.rowUsers, std::vector<std::int64_t>{7});
}

void TestHistoryReader::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const auto add = [](const char *name, const std::vector<std::string> &all, const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(lines(all)) << QByteArray(says);
    };
    const auto addOperation = [&add](const char *name, const char *fields, const char *says) {
        add(name, {kHeader, std::string(R"({"op":"issue",)") + fields + '}', kFinal}, says);
    };
    add("no header", {kIssued, kFinal}, "line 1: expected a header");
    add("only a final line", {kFinal}, "line 1: expected a header");
    add("no final line", {kHeader, kIssued}, "line 3: expected a final line");
    add("operation after final", {kHeader, kFinal, kIssued}, "line 3: expected a header after the");
    add("two final lines", {kHeader, kFinal, kFinal}, "line 3: expected a header after the final");
    add("not JSON", {kHeader, "nonsense", kFinal}, "line 2: expected one JSON object in the line");
    add("two objects", {kHeader, kIssued + kIssued, kFinal}, "line 2: expected one JSON object");
    add("an array", {kHeader, "[1]", kFinal}, "line 2: expected one JSON object");
    add("cut off", {kHeader, kIssued.substr(0, 40), kFinal}, "line 2: expected one JSON object");
    add("broken UTF-8", {kHeader, "{\"op\":\"\xFF\"}", kFinal}, "line 2: expected UTF-8");
    add("broken in an extra key", {kHeader, R"({"op":"issue","x":nul})", kFinal},
        "line 2: expected one JSON object");
    add("NUL bytes", {kHeader, std::string(5, '\0'), kFinal}, "line 2: expected one JSON object");
    add("no op", {kHeader, "{}", kFinal}, R"(line 2: expected a key "schema" or "op")");
    add("other op", {kHeader, R"({"op":"cancel"})", kFinal},
        R"(line 2: "op" must be "issue" or "final" (got "cancel"))");
    addOperation("unknown outcome", R"("user":1,"invoked_ns":1,"returned_ns":2,"outcome":"isued")",
                 R"(line 2: "outcome" must be one of issued, already_issued, out_of_stock)");
    addOperation("no user", R"("invoked_ns":1,"returned_ns":2,"outcome":"issued")",
                 R"(line 2: "user" is missing)");
    addOperation("user as text, rows as numbers",
                 R"("user":"7","invoked_ns":1,"returned_ns":2,"outcome":"issued")",
                 R"(line 3: "rows" must be a list of integers of 64 bits, or of texts in the)");
    addOperation("user with a point",
                 R"("user":7.0,"invoked_ns":1,"returned_ns":2,"outcome":"issued")",
                 R"(line 2: "user" must be an integer of 64 bits)");
    addOperation("user beyond int64",
                 R"("user":9223372036854775808,"invoked_ns":1,"returned_ns":2,"outcome":"issued")",
                 R"(line 2: "user" must be an integer of 64 bits)");
    addOperation("user beyond all", R"("user":99999999999999999999999,"invoked_ns":1)",
                 "line 2: expected JSON with numbers that fit into 64 bits");
    addOperation("no time", R"("user":1,"returned_ns":2,"outcome":"issued")",
                 R"(line 2: "invoked_ns" is missing)");
    addOperation("no return", R"("user":1,"invoked_ns":2,"outcome":"unknown")",
                 R"(line 2: "returned_ns" is missing)");
    addOperation("null return of an answer",
                 R"("user":1,"invoked_ns":2,"returned_ns":null,"outcome":"contention")",
                 R"(line 2: "returned_ns" may be null for unknown and server_error only)");
    addOperation("returned before invoked",
                 R"("user":1,"invoked_ns":5,"returned_ns":4,"outcome":"issued")",
                 R"(line 2: "returned_ns" must not lie before "invoked_ns" (4 < 5))");
    addOperation("a key twice",
                 R"("user":1,"user":2,"invoked_ns":5,"returned_ns":6,"outcome":"issued")",
                 R"(line 2: "user" stands there twice)");
    add("other schema", {R"({"schema":"stampede.history/2"})", kFinal},
        R"(line 1: "schema" must be "stampede.history/1" (got "stampede.history/2"))");
    add("no stock", {R"({"schema":"stampede.history/1","coupon":1,"holders_before":[]})", kFinal},
        R"(line 1: "stock" is missing)");
    add("no coupon", {R"({"schema":"stampede.history/1","stock":1,"holders_before":[]})", kFinal},
        R"(line 1: "coupon" is missing)");
    add("negative stock",
        {R"({"schema":"stampede.history/1","coupon":1,"stock":-1,"holders_before":[]})", kFinal},
        R"(line 1: "stock" must be 0 or more (got -1))");
    add("no holders", {R"({"schema":"stampede.history/1","coupon":1,"stock":1})", kFinal},
        R"(line 1: "holders_before" is missing)");
    add("holders as text and as numbers",
        {R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":["a",1]})",
         kFinal},
        R"(line 1: "holders_before" must be a list of integers)");
    add("other precedence",
        {R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":[],"precedence":"x"})",
         kFinal},
        R"(line 1: "precedence" must be any, stock-first or duplicate-first (got "x"))");
    const auto addRule = [&add](const char *name, const char *rule, const char *says) {
        add(name,
            {R"({"schema":"stampede.history/1","coupon":1,"stock":1,"holders_before":[1],)" +
                 std::string(rule) + '}',
             R"({"op":"final","remaining":1,"rows":[1]})"},
            says);
    };
    addRule("no rows a person", R"("per_person":0)",
            R"(line 1: "per_person" must be an integer from 1)");
    addRule("a word for the rows a person", R"("per_person":"none")",
            R"(line 1: "per_person" must be an integer from 1)");
    addRule("within what", R"("per_person_within":["day"])",
            R"(line 1: "per_person_within" must be true or false)");
    addRule("gives back how many", R"("gives_back":1)",
            R"(line 1: "gives_back" must be true or false)");
    addRule("no quantity", R"("quantity":0)", R"(line 1: "quantity" must be an integer from 1)");
    addRule("pieces before of whom", R"("quantity":1,"pieces_before":[1,2])",
            R"(line 1: "pieces_before" must be as long as "holders_before")");
    addRule("pieces before without quantity", R"("pieces_before":[1])",
            R"(line 1: "pieces_before" needs "quantity")");
    addRule("no pieces before", R"("quantity":null)", R"(line 1: "pieces_before" is missing)");
    addRule("negative pieces before", R"("quantity":null,"pieces_before":[-1])",
            R"(line 1: "pieces_before" must be a list of integers from 0)");
    addRule("no pieces at the end", R"("quantity":null,"pieces_before":[1])",
            R"(line 2: "pieces" is missing)");
    add("pieces without quantity",
        {kHeader, R"({"op":"final","remaining":9,"rows":[7],"pieces":[1]})"},
        R"(line 2: "pieces" needs "quantity" in the header)");
    addOperation("a quantity without one in the header",
                 R"("user":1,"invoked_ns":1,"returned_ns":2,"outcome":"issued","quantity":2)",
                 R"(line 2: "quantity" needs "quantity" in the header)");
    add("no remaining", {kHeader, R"({"op":"final","rows":[]})"},
        R"(line 2: "remaining" is missing)");
    add("no rows", {kHeader, R"({"op":"final","remaining":0})"}, R"(line 2: "rows" is missing)");
    add("null row", {kHeader, R"({"op":"final","remaining":0,"rows":[1,null]})"},
        R"(line 2: "rows" must be a list of integers)");
}

void TestHistoryReader::faultsAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const auto all = allOf(text.toStdString());
    QCOMPARE(all.size(), std::size_t{1});
    QVERIFY(!all.front().usable());
    QVERIFY2(QByteArray::fromStdString(all.front().error).startsWith(says),
             all.front().error.c_str());
    // Without its end a history may still be held against tables as they are.
    QCOMPARE(all.front().operations.empty(), !all.front().lacksOnlyItsEnd);
}

void TestHistoryReader::aFaultSpoilsItsOwnHistoryOnly()
{
    const std::string badHeader = R"({"schema":"stampede.history/1","coupon":1})";
    const auto usable = [](const std::vector<std::string> &all) {
        std::string pattern;
        for (const RecordedHistory &history : allOf(lines(all))) {
            pattern += history.usable() ? '+' : '-';
        }
        return pattern;
    };
    QCOMPARE(usable({kHeader, kFinal, kHeader, "?", kFinal, kHeader, kIssued, kFinal}), "+-+");
    QCOMPARE(usable({kHeader, kFinal, badHeader, kIssued, kFinal, kHeader, kFinal}), "+-+");
    QCOMPARE(usable({kHeader, kFinal, "{\"schema\":", kIssued, kFinal, kHeader, kFinal}), "+-+");
    QCOMPARE(usable({kHeader, kIssued, kHeader, kFinal}), "-+");
    QCOMPARE(usable({kIssued, "?", kHeader, kFinal}), "-+");
    QCOMPARE(usable({kHeader, kFinal, kIssued, kIssued, kHeader, kFinal}), "-+");
    const auto all = allOf(lines({kHeader, kIssued, "?", kIssued, kFinal, kHeader, kFinal}));
    QCOMPARE(all.front().operationLines, 2);
}

void TestHistoryReader::longLinesAreFaults()
{
    const std::string longLine = R"({"op":"issue","x":")" + std::string(3'000'000, 'x') + "\"}";
    const std::string text =
        lines({kHeader, kFinal, kHeader, longLine, kFinal, kHeader, kIssued, kFinal});
    const auto all = allOf(sourceOf(text, 5000), 1000);
    QCOMPARE(all.size(), std::size_t{3});
    QVERIFY(all[0].usable() && all[2].usable());
    QCOMPARE(all[1].error, "line 4: the line is too long");
    const auto last = allOf(sourceOf(kHeader + '\n' + longLine, 5000), 1000);
    QCOMPARE(last.front().error, "line 2: the line is too long");
}

void TestHistoryReader::tooLongHistoriesEndTheReading_data()
{
    QTest::addColumn<QByteArray>("endless");
    QTest::newRow("requests") << QByteArray(kIssued.c_str()) + '\n';
    QTest::newRow("one line") << QByteArray("x");
    QTest::newRow("blank lines") << QByteArray("\n");
}

void TestHistoryReader::tooLongHistoriesEndTheReading()
{
    QFETCH(const QByteArray, endless);
    constexpr std::size_t kMost = 1'000'000;
    constexpr std::size_t kWhole = 20'000;
    // Each history has a limit of its own: the first ones are longer together.
    std::string start;
    for (std::size_t i = 0; i < kWhole; ++i) {
        start += lines({kHeader, kIssued, kFinal});
    }
    start += lines({kHeader});
    std::size_t given = 0;
    const auto source = [&](char *to, std::size_t size) {
        std::size_t count = 0;
        for (; count < std::min<std::size_t>(size, 5'000); ++count, ++given) {
            const auto beyond = static_cast<qsizetype>(given) - qsizetype(start.size());
            to[count] = beyond < 0 ? start[given] : endless[beyond % endless.size()];
        }
        return static_cast<std::ptrdiff_t>(count);
    };
    const auto all = allOf(source, 1'000, kMost);
    QCOMPARE(all.size(), kWhole + 1);
    QVERIFY(all[kWhole - 1].usable());
    QVERIFY2(QByteArray(all.back().error.c_str()).endsWith("longer than 1000000 bytes"),
             all.back().error.c_str());
    QVERIFY(given < start.size() + 2 * kMost);
}

void TestHistoryReader::brokenSourceSpoilsTheLastHistory()
{
    const std::string text = lines({kHeader, kFinal, kHeader, kIssued});
    const auto all = allOf(sourceOf(text, 100, true));
    QCOMPARE(all.size(), std::size_t{2});
    QVERIFY(all[0].usable());
    QCOMPARE(all[1].error, "line 5: the rest could not be read");
}

void TestHistoryReader::damagedBytesAreNeverMore()
{
    const std::string text = lines({kHeader, kIssued, kUnknown, kFinal, kHeader, kIssued, kFinal});
    Dice dice(11);
    for (int round = 0; round < 4'000; ++round) {
        std::string damaged = text;
        for (std::int64_t i = dice.below(4); i >= 0; --i) {
            const auto at =
                static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(damaged.size())));
            switch (dice.below(3)) {
            case 0:
                damaged[at] = static_cast<char>(dice.below(256));
                break;
            case 1:
                damaged.erase(at, static_cast<std::size_t>(dice.below(20)));
                break;
            default:
                damaged.insert(at, damaged.substr(0, static_cast<std::size_t>(dice.below(50))));
                break;
            }
        }
        for (const RecordedHistory &history : allOf(damaged)) {
            QVERIFY(history.usable() || history.error.starts_with("line "));
            QVERIFY(history.operations.size() <= 20);
        }
    }
}

} // namespace tst_history_reader

STAMPEDE_TEST(tst_history_reader::TestHistoryReader)
#include "tst_history_reader.moc"
