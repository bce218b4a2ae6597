// SPDX-License-Identifier: MIT
// Proves the verdict of a history as one line of JSON, and the sentences that prove a violation.

#include "checker/checker.h"
#include "checker/history_line.h"
#include "checker/verdict_text.h"
#include "hand_made.h"
#include "test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_verdict_text {

using namespace stampede;

class TestVerdictText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactLines();
    void unusableHistory();
    void sentences_data();
    void sentences();
    void namesStandForNumbers();
    void strangersStandUnderR3();
    void peopleWithoutANameAreCalledAsInTheTable();
};

namespace {

std::string verdict(const SmallHistory &history)
{
    return verdictLine(history.facts, judge(history.facts, history.operations));
}

constexpr std::int64_t kMs = 1'000'000;

} // namespace

void TestVerdictText::exactLines()
{
    QCOMPARE(verdict(historyOf(1, {issued(1, 0, 1), soldOut(2, 2, 3)}, {1})),
             "{\"linearizable\":true,\"violations\":[],\"operations\":2}\n");
    QCOMPARE(verdict(historyOf(1, {soldOut(2, 0, 4 * kMs), issued(1, 5 * kMs, 6 * kMs)}, {1})),
             R"({"linearizable":false,"violations":[{"condition":"C4","users":[2],"text":)"
             R"("User 1 asked at 0.005 s, after user 2 had been told \"out of stock\" at 0.004 s, )"
             R"(and still got a coupon. Either user 2 was refused too early or user 1 got one too )"
             "many.\"}],\"operations\":2}\n");
}

void TestVerdictText::unusableHistory()
{
    RecordedHistory history;
    history.operationLines = 3;
    history.error = "line 4: \"op\" must be … (got \"a\\\tb\")";
    const std::string line = unusableLine(history);
    QVERIFY(line.starts_with(R"({"linearizable":null,"violations":[],"operations":3,"error":")"));
    QVERIFY(line.ends_with("}\n"));
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    QCOMPARE(read.value(QLatin1String("error")).toString(), QString::fromStdString(history.error));
}

void TestVerdictText::sentences_data()
{
    QTest::addColumn<SmallHistory>("history");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *condition, const SmallHistory &history, const char *sentence) {
        QTest::newRow(sentence) << history << QString::fromLatin1(condition)
                                << QString::fromLatin1(sentence);
    };
    const SmallHistory lost = historyOf(9, {issued(3, 0, 1'500'000'001), issued(2, 0, 2)}, {});
    add("R1", historyOf(5, {issued(4, 0, 1), issued(4, 2, 3)}, {4, 4}), "User 4 has 2 rows.");
    add("R1", historyOf(5, {issued(4, 0, 1), issued(4, 2, 3)}, {4}),
        "User 4 was told \"issued\" 2 times.");
    add("R1", historyOf(5, {issued(4, 0, 1)}, {4}, {4}),
        "User 4 held the coupon before the first request and was told \"issued\" again.");
    add("R1", {{5, {4}, Precedence::Any, 5, {}}, {}},
        "User 4 held the coupon before the first request; that row is gone.");
    add("R2", lost,
        "User 2 was told \"issued\" at 0.000000002 s; there is no such row now. "
        "2 such people in all.");
    add("R3", historyOf(5, {answered(Outcome::Contention, 4, 0, kMs)}, {4}),
        "User 4 was told \"contention\" at 0.001 s and has a row.");
    add("R3", historyOf(5, {already(4, 0, kMs)}, {4}),
        "User 4 was told \"already issued\" at 0.001 s, and no other request of theirs can have "
        "written their row. Either something on the way sent it twice, or another was made in "
        "their name.");
    add("R4", historyOf(5, {already(4, 0, kMs)}, {}),
        "User 4 was told \"already issued\" at 0.001 s and holds no coupon, neither before nor "
        "after.");
    add("R5a", historyOf(1, {issued(1, 0, 1), issued(2, 0, 1)}, {1, 2}),
        "2 coupons were written and only 1 were there.");
    add("R5b", {{5, {}, Precedence::Any, 3, {1}}, {issued(1, 0, 1)}},
        "5 at start, but 1 written and 3 left make 4: 1 gone from the stock and no row "
        "stands for it.");
    add("R5b", {{5, {}, Precedence::Any, 5, {1}}, {issued(1, 0, 1)}},
        "5 at start, but 1 written and 5 left make 6: 1 handed out without the stock noticing.");
    add("R6", historyOf(5, {issued(1, 0, 1), soldOut(2, 0, kMs)}, {1}),
        "User 2 was told \"out of stock\" at 0.001 s, when 1 of 5 coupons had been asked for, and "
        "4 of them never went.");
    add("C3", historyOf(5, {already(1, 0, kMs), issued(1, -1 + 2 * kMs, 3 * kMs)}, {1}),
        "User 1 was told \"already issued\" at 0.001 s, but the request that got the coupon was "
        "sent only at 0.001999999 s.");
    add("C5",
        historyOf(1, {issued(1, 0, 1), soldOut(1, 2, kMs)}, {1}, {}, Precedence::DuplicateFirst),
        "User 1 was told \"out of stock\" at 0.001 s and holds a coupon; this service looks at "
        "holders first.");
    const QString stockFirst =
        QStringLiteral("This service looks at the stock first: once it is gone nobody is told "
                       "\"already issued\". ");
    const auto addC6 = [&stockFirst, &add](SmallHistory history, const char *sentence) {
        history.facts.precedence = Precedence::StockFirst;
        add("C6", history, qPrintable(stockFirst + QLatin1String(sentence)));
    };
    addC6(historyOf(0, {already(1, 0, 1)}, {1}, {1}),
          "There was none from the start, yet somebody was told so.");
    addC6(historyOf(1, {issued(1, 0, 1), already(1, 2, 3)}, {1}),
          "Everybody who got a coupon was told so afterwards, whoever got the last.");
    addC6(historyOf(2, {issued(1, 0, 1), issued(2, 0, kMs), already(1, 2 * kMs, 3 * kMs)}, {1, 2}),
          "The last coupon had gone by 0.001 s, but a request sent at 0.002 s was still answered "
          "as if it had not.");
    addC6(historyOf(
              2,
              {issued(1, 0, 1), noAnswer(2, 0), soldOut(3, 0, kMs), already(1, 2 * kMs, 3 * kMs)},
              {1, 2}),
          "It was gone by 0.001 s, when \"out of stock\" was told, but a request sent at 0.002 s "
          "was still answered as if it were there.");
    const SmallHistory lostOne =
        limitedTo(2, historyOf(9, {issued(1, 0, 1), issued(1, 2, kMs)}, {1}));
    add("R2", lostOne,
        "User 1 was told \"issued\" at 0.001 s; they were told so 2 times and have 1 row, 1 new.");
    add("R1",
        limitedTo(2, historyOf(9, {issued(1, 0, 1), issued(1, 0, 1), issued(1, 0, 1)}, {1, 1, 1})),
        "User 1 has 3 rows and may have 2.");
    add("R1", SmallHistory{{9, {1, 1}, Precedence::Any, 9, {1}}, {}},
        "User 1 had 2 rows before the first request and has 1 now.");
    add("R1", inPieces(historyOf(9, {}, {1}, {1}), {3}, {}, {2}),
        "User 1 had a row before the first request that stands for other pieces now.");
    add("R3", limitedTo({}, historyOf(9, {issued(1, 0, 1)}, {1, 1})),
        "User 1 has more new rows than requests that can have written one.");
    add("R4", limitedTo(2, historyOf(9, {issued(1, 0, 1), already(1, 2, kMs)}, {1})),
        "User 1 was told \"already issued\" at 0.001 s and has 1 row of the 2 that a person may "
        "have.");
    add("R4", limitedTo({}, historyOf(9, {issued(1, 0, 1), already(1, 2, kMs)}, {1})),
        "User 1 was told \"already issued\" at 0.001 s; a person may have any number.");
    add("C3",
        limitedTo(2,
                  historyOf(9, {issued(1, 0, 1), already(1, 2, kMs), issued(1, 2 * kMs, 3 * kMs)},
                            {1, 1})),
        "User 1 was told \"already issued\" at 0.001 s, but the request that got the last of their "
        "coupons was sent only at 0.002 s.");
    add("C7", historyOf(9, {issued(2, 0, 1), notIssued(1, 2, kMs)}, {2}),
        "User 1 was told \"not issued\" at 0.001 s, when 1 of 9 coupons had been asked for, and "
        "they "
        "held none.");
    add("C7", historyOf(9, {notIssued(1, 0, kMs), issued(1, 2 * kMs, 3 * kMs)}, {1}),
        "User 1 was told \"not issued\" at 0.001 s, when 0 of 9 coupons had been asked for, and "
        "they "
        "asked for the coupon only at 0.002 s.");
    add("R6", inPieces(historyOf(9, {issued(2, 0, 1), soldOut(1, 2, kMs)}, {2}), {4}, {4, 5}),
        "User 1 was told \"out of stock\" at 0.001 s, when 4 of 9 pieces had been asked for, and 5 "
        "of "
        "them never went.");
}

void TestVerdictText::sentences()
{
    QFETCH(SmallHistory, history);
    QFETCH(QString, condition);
    QFETCH(QString, sentence);
    const Judgement judgement = judge(history.facts, history.operations);
    for (const Violation &violation : judgement.violations) {
        if (condition == QLatin1String(conditionKey(violation.condition).data())) {
            QCOMPARE(QString::fromStdString(violationText(violation, judgement, history.facts)),
                     sentence);
            return;
        }
    }
    QFAIL("no such violation");
}

void TestVerdictText::namesStandForNumbers()
{
    const SmallHistory history =
        historyOf(1, {soldOut(0, 0, kMs), issued(1, 2 * kMs, 3 * kMs), already(2, 0, 1)}, {1});
    const std::vector<std::string> names = {"z\"z", "ann", "bob"};
    const Judgement judgement = judge(history.facts, history.operations);
    const QJsonArray violations =
        QJsonDocument::fromJson(
            QByteArray::fromStdString(verdictLine(history.facts, judgement, {names, {}})))
            .object()
            .value(QLatin1String("violations"))
            .toArray();
    QCOMPARE(violations.size(), 2);
    QCOMPARE(violations[0].toObject().value(QLatin1String("users")).toArray(),
             QJsonArray{QStringLiteral("bob")});
    QCOMPARE(violations[1].toObject().value(QLatin1String("users")).toArray(),
             QJsonArray{QStringLiteral("z\"z")});
    QVERIFY(violations[1]
                .toObject()
                .value(QLatin1String("text"))
                .toString()
                .startsWith(
                    QStringLiteral("User ann asked at 0.002 s, after user z\"z had been told")));
}

void TestVerdictText::strangersStandUnderR3()
{
    const std::string line =
        verdict(historyOf(9, {already(5, 0, 1), issued(1, 0, 1)}, {1, 3, 5, 8}));
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    const QJsonArray violations = read.value(QLatin1String("violations")).toArray();
    QCOMPARE(violations.size(), 1);
    const QJsonObject violation = violations.first().toObject();
    QCOMPARE(violation.value(QLatin1String("condition")).toString(), QStringLiteral("R3"));
    QCOMPARE(violation.value(QLatin1String("users")).toArray(), (QJsonArray{3, 5, 8}));
    QVERIFY(violation.value(QLatin1String("text"))
                .toString()
                .endsWith(QStringLiteral("User 3 has a row and never asked. 2 such people in "
                                         "all.")));
    // Rows and answers prove nothing then.
    QVERIFY(read.value(QLatin1String("linearizable")).isNull());
    QVERIFY(read.value(QLatin1String("error")).toString().startsWith(u"somebody else"));
}

/// Of a file in which strangers have names and everybody else has a number.
void TestVerdictText::peopleWithoutANameAreCalledAsInTheTable()
{
    const auto shown = [](const char *name, const char *format) {
        return shownPerson(name, format, [](std::string_view each) { return each == "#9"; });
    };
    QCOMPARE(shown("14", "m{userId}"), std::string("m14"));
    QCOMPARE(shown("old9", "m{userId}"), std::string("old9"));
    QCOMPARE(shown("#9", "m{userId}"), std::string("m9"));
    QCOMPARE(shown("9", "m{userId}"), std::string("9")); // a stranger whose name that is
    QCOMPARE(shown("14", ""), std::string("14"));
    QCOMPARE(shown("", "m{userId}"), std::string(""));
}

} // namespace tst_verdict_text

STAMPEDE_TEST(tst_verdict_text::TestVerdictText)
#include "tst_verdict_text.moc"
