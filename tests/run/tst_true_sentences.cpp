// SPDX-License-Identifier: MIT
// Proves that a run over HTTP says only what was looked at: the statuses that came, whatever they
// were taken for.

#include "console/summary_text.h"
#include "formats/csv_report.h"
#include "formats/json_report.h"
#include "peer.h"
#include "picture/chart_drawing.h"
#include "record/history_frame.h"
#include "record/verdict.h"
#include "report/html_report.h"
#include "report/markdown_report.h"
#include "report/report.h"
#include "run_support.h"
#include "test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace tst_true_sentences {

using namespace stampede;
using namespace stampede::test;
using namespace Qt::StringLiterals;

namespace {

/// Answers the n-th request with what `say` gives for n, from 0.
class Service
{
public:
    explicit Service(std::function<std::string(int)> say)
        : m_say(std::move(say))
        , m_peer([this](PeerLine &line) {
            while (line.request()) {
                if (!line.say(m_say(m_asked++))) {
                    return;
                }
            }
        })
    {}
    [[nodiscard]] QString url() const { return QString::fromStdString(m_peer.url()); }

private:
    std::function<std::string(int)> m_say;
    std::atomic<int> m_asked{0};
    Peer m_peer; ///< ends before the rest goes
};

/// 20 people, each once, four at a time.
RunRecord runAt(const Service &service, const QString &rules, const QString &further = {},
                const QString &target = {})
{
    const QString json =
        uR"({"schema":"stampede.scenario/1","users":{"count":20,"pick":"each-once"},)"
        uR"("load":{"vus":4,"iterations":20},%1"target":{"kind":"http","url":"%2",)"
        uR"("classify":%3%4}})"_s.arg(further, service.url(), rules, target);
    return test::runOverHttp(readScenario(json.toUtf8(), u"s.json"_s));
}

QString csvOf(const RunRecord &record)
{
    std::string csv;
    static_cast<void>(writeCsv(record, [&csv](std::string_view block) {
        csv += block;
        return true;
    }));
    return QString::fromStdString(csv);
}

QByteArray jsonOf(const QJsonValue &value)
{
    return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
}

const QString kByWord = uR"([{"pointer":"/code","equals":"OK","outcome":"issued"},
  {"pointer":"/code","equals":"GONE","outcome":"out_of_stock"},
  {"pointer":"/code","equals":"OOPS","outcome":"server_error"}])"_s;

} // namespace

class TestTrueSentences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsAnswered200();
    void statusesAreThoseThatCame();
    void stockIsToldByAnswersOnly();
    void whyAnAnswerIsNotRecognised_data();
    void whyAnAnswerIsNotRecognised();
    void nullIsNoValue();
    void nothingIsSaidOfWhatNobodyGave();
    void theCouponIsCalledAsItWasAskedFor();
    void whatWasGivenIsSaid();
};

void TestTrueSentences::everythingIsAnswered200()
{
    const Service service([](int n) {
        return answer(200, n < 5   ? R"({"code":"OK"})"
                           : n < 7 ? R"({"code":"OOPS"})"
                                   : R"({"code":"GONE"})");
    });
    const RunRecord record = runAt(service, kByWord);
    QCOMPARE(told(record, Outcome::OutOfStock), 13);
    QCOMPARE(record.loadTester.failed, 0);
    QCOMPARE(record.loadTester.refusals, 0);
    QCOMPARE(record.loadTester.errors, 0);
    QVERIFY2(loadTesterSentence(record).startsWith(
                 u"A load tester would report 0 % failed. 13 answers that refused had a status "
                 "that counts as a success."_s),
             qPrintable(loadTesterSentence(record)));
    const QJsonObject result = resultToJson(record);
    QCOMPARE(jsonOf(result.value("statuses"_L1)), QByteArray(R"([{"count":20,"status":200}])"));
    QCOMPARE(result.value("load_tester_view"_L1).toObject().value("failed_percent"_L1).toDouble(),
             0.0);
    QCOMPARE(csvOf(record).count(u",issue,200,"_s), 20);
    QCOMPARE(record.diagnosis.find(u"refusals-counted-as-failures"_s)->evidence,
             u"No answer had a 4xx status."_s);
    // Refused was refused nevertheless.
    QVERIFY2(record.diagnosis.headline.startsWith(u"13 of 20 requests were refused"_s) ||
                 record.verdict != RunVerdict::Pass,
             qPrintable(record.diagnosis.headline));
}

void TestTrueSentences::statusesAreThoseThatCame()
{
    const QString rules = uR"([{"status":201,"outcome":"issued"},
      {"status":410,"outcome":"out_of_stock"},{"status":429,"outcome":"contention"}])"_s;
    const Service service([](int n) {
        return answer(n < 5 ? 201 : n < 15 ? 410 : n < 17 ? 429 : n < 19 ? 502 : 418);
    });
    const RunRecord record = runAt(service, rules);
    QCOMPARE(told(record, Outcome::Unknown), 3);
    QCOMPARE(jsonOf(resultToJson(record).value("statuses"_L1)),
             QByteArray(R"([{"count":5,"status":201},{"count":10,"status":410},)"
                        R"({"count":1,"status":418},{"count":2,"status":429},)"
                        R"({"count":2,"status":502}])"));
    QCOMPARE(record.loadTester.requests, 20);
    // What no rule matched was an answer.
    QCOMPARE(std::lround(record.throughput.answersPerSecond * record.throughput.durationSeconds),
             20L);
    QCOMPARE(record.loadTester.refusals, 10);
    QCOMPARE(record.loadTester.notRecognised, 1);
    QCOMPARE(record.loadTester.errors, 2);
    QCOMPARE(record.loadTester.withoutAnswer, 0);
    QCOMPARE(record.loadTester.failed, 15);
    const QString csv = csvOf(record);
    QCOMPARE(csv.count(u",issue,410,out_of_stock,"_s), 10);
    QCOMPARE(csv.count(u",issue,502,unknown,"_s), 2);
    QVERIFY(!csv.contains(u",400,"_s) && !csv.contains(u",503,"_s));
    std::string history;
    QVERIFY(writeHistory(record, [&](std::string_view block) {
        history += block;
        return true;
    }));
    QCOMPARE(QString::fromStdString(history).count(u",\"status\":410}"_s), 10);
    QCOMPARE(QString::fromStdString(history).count(u"\"error\""_s), 0);
}

void TestTrueSentences::stockIsToldByAnswersOnly()
{
    const Service service([](int n) {
        return n < 8 ? answer(200, QStringLiteral(R"({"code":"OK","data":{"left":%1}})")
                                       .arg(7 - n)
                                       .toStdString())
                     : answer(200, R"({"code":"GONE"})");
    });
    const QString stock = u"\"coupon\":{\"stock\":8},"_s;
    const RunRecord record = runAt(service, kByWord, stock, u",\"stockLeft\":\"/data/left\""_s);
    QCOMPARE(record.timeline.buckets.back().stock, 0);
    QCOMPARE(std::ranges::count_if(*record.history,
                                   [](const Operation &each) { return each.stockRead >= 0; }),
             8);
    QCOMPARE(issuedAndLeft(record).title, u"Issued and left"_s);
    const Service mute([](int n) { return answer(200, n < 8 ? R"({"code":"OK"})" : "{}"); });
    const RunRecord unknown = runAt(mute, kByWord, stock);
    QVERIFY(std::ranges::all_of(unknown.timeline.buckets,
                                [](const TimelineBucket &each) { return each.stock == -1; }));
    QCOMPARE(issuedAndLeft(unknown).title, u"Issued"_s);
    for (const QJsonValue &left : resultToJson(unknown)
                                      .value("timeline"_L1)
                                      .toObject()
                                      .value("series"_L1)
                                      .toObject()
                                      .value("remaining"_L1)
                                      .toArray()) {
        QVERIFY(left.isNull());
    }
}

void TestTrueSentences::whyAnAnswerIsNotRecognised_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("words");
    const auto add = [](const char *why, const std::string &said, const char *words) {
        QTest::newRow(why) << QByteArray::fromStdString(said) << QString::fromLatin1(why)
                           << QString::fromUtf8(words);
    };
    add("encoded", answer(200, "\x1b\x02", "Content-Encoding: br\r\n"),
        "200, has the content encoding br");
    add("charset",
        answer(200, "{\"code\":\"\xb0\xa1\"}",
               "Content-Type: application/json; charset=x-nobody\r\n"),
        "200, is written in x-nobody");
    add("no_json", answer(502, "<html>bad gateway"),
        "502, has a body that is no JSON, and no rule without a pointer holds: <html>bad gateway");
    add("no_rule", answer(200, R"({"code":"NEW"})"), R"(no rule holds for it: 200 {"code":"NEW"})");
    add("no_http", "220 smtp ready\r\n\r\n", "is no HTTP: 220 smtp");
}

void TestTrueSentences::whyAnAnswerIsNotRecognised()
{
    QFETCH(QByteArray, said);
    QFETCH(QString, why);
    QFETCH(QString, words);
    const Service service([&said](int) { return said.toStdString(); });
    const RunRecord record = runAt(service, kByWord);
    QCOMPARE(record.notRecognised(), 20);
    QCOMPARE(record.contact->whyUnrecognised, why);
    const QString remarks = record.environment.remarks.join(u'\n');
    QVERIFY2(remarks.contains(words), qPrintable(remarks));
    QCOMPARE(remarks.contains(u"The first answer with a status of 5xx: 502 <html>bad gateway"_s),
             why == u"no_json"_s);
    // Answers came, and the report does not say that none did.
    const QString summary = summaryText(record, {});
    static const QRegularExpression notRecognised(u"not recognised +0 +20\\n"_s);
    static const QRegularExpression noAnswer(u"no answer +0 +0\\n"_s);
    QVERIFY2(summary.contains(notRecognised) && summary.contains(noAnswer), qPrintable(summary));
    QVERIFY(!summary.contains(u"no request was answered"_s, Qt::CaseInsensitive));
}

void TestTrueSentences::nullIsNoValue()
{
    const Service service([](int n) {
        return answer(200, n < 8 ? R"({"data":{"id":1},"error":null})"
                                 : R"({"data":null,"error":{"code":"GONE"}})");
    });
    const RunRecord record = runAt(service, uR"([{"pointer":"/data","outcome":"issued"},
      {"pointer":"/error/code","equals":"GONE","outcome":"out_of_stock"}])"_s);
    QCOMPARE(told(record, Outcome::Issued), 8);
    QCOMPARE(told(record, Outcome::OutOfStock), 12);
    QVERIFY(record.environment.remarks.join(u'\n').contains(
        u"Rule 1 of target.classify looks for a value at its pointer; there was null, which is "
        u"none "
        "(answers: 12)"_s));
}

void TestTrueSentences::nothingIsSaidOfWhatNobodyGave()
{
    const Service service(
        [](int n) { return answer(200, n < 5 ? R"({"code":"OK"})" : R"({"code":"GONE"})"); });
    const RunRecord record = runAt(service, kByWord);
    for (const char *id :
         {"race", "duplicates", "sold-out", "too-few-users", "more-stock-than-people",
          "unprotected", "somebody-else", "promises-lost", "sold-out-too-early"}) {
        const Hypothesis *hypothesis = record.diagnosis.find(QString::fromLatin1(id));
        QVERIFY2(hypothesis->verdict == HypothesisVerdict::Undecided,
                 qPrintable(hypothesis->id + u": "_s + hypothesis->evidence));
    }
    // Neither a stock nor anything else of a coupon of ours.
    const QString json = QString::fromUtf8(QJsonDocument(resultToJson(record)).toJson());
    for (const QString &text : {json, QString::fromUtf8(markdownReport(makeReport(record, {}))),
                                QString::fromUtf8(htmlReport(makeReport(record, {}))),
                                summaryText(record, {}), csvOf(record)}) {
        for (const char *word : {"WELCOME10", "discount", "startsAt", "balance", "in stock"}) {
            QVERIFY2(!text.contains(QString::fromLatin1(word), Qt::CaseInsensitive),
                     qPrintable(QString::fromLatin1(word) + u"\n"_s + text));
        }
    }
    QVERIFY(resultToJson(record)["state"_L1]["initial_stock"_L1].isNull());
    QVERIFY(!resultToJson(record)["scenario"_L1]["target"_L1].toObject().contains("couponId"_L1));
    // It was said before what must come out, as far as it is known.
    QCOMPARE(record.prediction.issued, (Range{0, 20}));
    QCOMPARE(leftText(record.prediction), u"unknown"_s);
    // Nobody gave a stock: no report has a figure for it.
    const QString report = QString::fromUtf8(markdownReport(makeReport(record, {})));
    QVERIFY2(!report.contains(u"200 in stock"_s) &&
                 report.contains(u"no request names one, stock not known"_s),
             qPrintable(report));
}

void TestTrueSentences::theCouponIsCalledAsItWasAskedFor()
{
    const Service service([](int) { return answer(200, R"({"code":"OK"})"); });
    const RunRecord record =
        runAt(service, kByWord, {}, uR"(,"couponId":"SPRING26","body":"{userId} {couponId}")"_s);
    QCOMPARE(record.couponShown(), u"SPRING26"_s);
    const QString report = QString::fromUtf8(markdownReport(makeReport(record, {})));
    QVERIFY2(report.contains(u"SPRING26, stock not known"_s), qPrintable(report));
    QCOMPARE(resultToJson(record)["scenario"_L1]["target"_L1]["couponId"_L1].toString(),
             u"SPRING26"_s);
}

void TestTrueSentences::whatWasGivenIsSaid()
{
    const Service service([](int) { return answer(200, R"({"code":"OK"})"); });
    const RunRecord record = runAt(
        service, kByWord, uR"("coupon":{"name":"Spring","stock":30,"discountPercent":15},)"_s);
    const QJsonValue coupon = resultToJson(record)["scenario"_L1]["coupon"_L1];
    QCOMPARE(QString::fromUtf8(QJsonDocument(coupon.toObject()).toJson(QJsonDocument::Compact)),
             uR"({"discountPercent":15,"name":"Spring","stock":30})"_s);
    QCOMPARE(resultToJson(record)["state"_L1]["initial_stock"_L1].toInt(), 30);
    QCOMPARE(record.prediction.remaining, (Range{10, 10}));
}

} // namespace tst_true_sentences

STAMPEDE_TEST(tst_true_sentences::TestTrueSentences)
#include "tst_true_sentences.moc"
