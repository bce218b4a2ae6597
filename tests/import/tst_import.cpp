// SPDX-License-Identifier: MIT
// Proves that the results of k6, JMeter and vegeta are read as they were meant: what a request was
// told, by status, body, check or column; who asked; when it can have been under way; and that what
// a file does not hold is unknown, never guessed.

#include "import/imported_run.h"
#include "import/moment_text.h"
#include "import/result_file.h"
#include "test_program.h"

#include <QBuffer>
#include <QTest>

#include <algorithm>

namespace tst_import {

using namespace stampede;

namespace {

Result<ImportedRun, QStringList> read(const QByteArray &content, ImportOrder order)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(content);
    buffer->open(QIODevice::ReadOnly);
    const auto file = ResultFile::over(std::move(buffer));
    STAMPEDE_CHECK(file.ok());
    order.path = QStringLiteral("results");
    return importRun(order, *file.value());
}

AnswerRule rule(int status, Outcome outcome)
{
    AnswerRule made;
    made.leastStatus = made.mostStatus = status;
    made.outcome = outcome;
    return made;
}

AnswerRule checkRule(const char *check, Outcome outcome)
{
    AnswerRule made;
    made.check = check;
    made.outcome = outcome;
    return made;
}

/// The points of one request as k6 writes them.
QByteArray k6Request(const QByteArray &time, int status, const QByteArray &user,
                     const QByteArray &vuIter = "\"vu\":\"1\",\"iter\":\"0\"",
                     const QByteArray &more = {})
{
    QByteArray text;
    const QByteArray tags = "{\"name\":\"claim\",\"status\":\"" + QByteArray::number(status) +
                            "\",\"user\":\"" + user + "\"" + more + "}";
    for (const auto &[metric, value] : {std::pair("http_reqs", "1"),
                                        {"http_req_duration", "100"},
                                        {"http_req_blocked", "5"},
                                        {"http_req_connecting", "4"},
                                        {"http_req_tls_handshaking", "1"},
                                        {"http_req_waiting", "99"}}) {
        text += QByteArray("{\"metric\":\"") + metric +
                "\",\"type\":\"Point\",\"data\":{\"time\":\"2026-11-30T02:05:" + time +
                "Z\",\"value\":" + value + ",\"tags\":" + tags + ",\"metadata\":{" + vuIter +
                "}}}\n";
    }
    return text;
}

QByteArray k6Check(const QByteArray &name, bool passed, const QByteArray &vuIter)
{
    return "{\"metric\":\"checks\",\"type\":\"Point\",\"data\":{\"time\":\"2026-11-30T02:05:50Z\","
           "\"value\":" +
           QByteArray(passed ? "1" : "0") + ",\"tags\":{\"check\":\"" + name +
           "\"},\"metadata\":{" + vuIter + "}}}\n";
}

/// "m1 issued, m2 unknown": everybody's answers in the order of the history.
QString told(const ImportedRun &run)
{
    QStringList all;
    for (const Operation &operation : run.operations) {
        all << QStringLiteral("%1 %2").arg(
            run.people.nameOf(operation.user),
            QString::fromLatin1(outcomeKey(operation.outcome).data()));
    }
    return all.join(QStringLiteral(", "));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void momentsAreRead_data();
    void momentsAreRead();
    void pointsAreJoinedInAnyOrder();
    void intervalsAreTheWidest();
    void reasonsOfK6_data();
    void reasonsOfK6();
    void headersAreRefused();
    void bodiesThatNobodyKeptDecideNothing();
    void failuresOfK6_data();
    void failuresOfK6();
    void columnsAndSamplesOfJMeter();
    void bodiesOfVegeta();
    void couponsAreToldApart();
    void kindsOfRequestsAreAsked();
    void peopleStayAsWritten();
    void formsAreRecognised_data();
    void formsAreRecognised();
};

void TestImport::momentsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ns");
    QTest::newRow("ns") << QByteArray("1970-01-02T00:00:00.000000001Z")
                        << qint64{86'400'000'000'001};
    QTest::newRow("offset") << QByteArray("1970-01-01T09:00:01+09:00") << qint64{1'000'000'000};
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z")
                              << qint64{1'709'164'800'000'000'000};
    QTest::newRow("no such day") << QByteArray("2026-02-29T00:00:00Z") << qint64{-1};
    QTest::newRow("no zone") << QByteArray("2026-02-27T00:00:00") << qint64{-1};
    QTest::newRow("no moment") << QByteArray("yesterday") << qint64{-1};
}

void TestImport::momentsAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, ns);
    QCOMPARE(momentOf(text.toStdString()).value_or(-1), ns);
}

void TestImport::pointsAreJoinedInAnyOrder()
{
    QByteArray text;
    for (int i = 0; i < 50; ++i) {
        text += k6Request(QByteArray::number(10 + i / 10) + "." + QByteArray::number(i), 201,
                          "m" + QByteArray::number(i));
    }
    ImportOrder order;
    order.rules = {rule(201, Outcome::Issued)};
    const auto whole = read(text, order);
    QVERIFY(whole.ok());
    QList<QByteArray> lines = text.split('\n');
    std::sort(lines.begin(), lines.end());
    const auto sorted = read(lines.join('\n'), order);
    QVERIFY(sorted.ok());
    QCOMPARE(whole.value().operations.size(), std::size_t{50});
    QCOMPARE(told(sorted.value()), told(whole.value()));
    QVERIFY(!whole.value().tool.incomplete);
}

void TestImport::intervalsAreTheWidest()
{
    ImportOrder order;
    order.rules = {rule(201, Outcome::Issued)};
    const auto run = read(k6Request("10.5", 201, "m1"), order);
    QVERIFY(run.ok());
    const Operation &operation = run.value().operations.front();
    QCOMPARE(operation.returnedNs - operation.invokedNs, qint64{110'000'000});
    QCOMPARE(run.value().tool.startedMs, qint64{1'796'004'310'390});

    const auto jtl = read("timeStamp,elapsed,responseCode,user\n1000,20,201,m1\n", order);
    QVERIFY(jtl.ok());
    const Operation &sample = jtl.value().operations.front();
    QCOMPARE(sample.returnedNs - sample.invokedNs, qint64{22'000'000});
    QCOMPARE(resolutionSentence(jtl.value().tool),
             QStringLiteral("moments of this run are known to 1 ms: answers closer than that "
                            "cannot be told apart"));
}

void TestImport::reasonsOfK6_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QByteArray first = "\"vu\":\"1\",\"iter\":\"0\"";
    const QByteArray second = "\"iter\":\"1\",\"vu\":\"1\"";
    const QByteArray other = "\"vu\":\"2\",\"iter\":\"0\"";
    QTest::newRow("by check") << k6Request("10.1", 400, "m1", first) + k6Check("gone", true, first)
                              << "m1 out_of_stock";
    QTest::newRow("a check that failed")
        << k6Request("10.1", 400, "m1", first) + k6Check("gone", false, first) << "m1 unknown";
    QTest::newRow("of the next iteration")
        << k6Request("10.1", 400, "m1", first) + k6Check("gone", true, second) << "m1 unknown";
    QTest::newRow("mixed with others")
        << k6Request("10.1", 400, "m1", first) + k6Request("10.2", 400, "m2", other) +
               k6Check("held", true, first) + k6Check("gone", true, other)
        << "m1 already_issued, m2 out_of_stock";
    QTest::newRow("one after the other, each with its checks")
        << k6Request("10.1", 400, "m1", first) + k6Check("held", true, first) +
               k6Request("10.2", 400, "m2", first) + k6Check("gone", true, first)
        << "m1 already_issued, m2 out_of_stock";
    QTest::newRow("two requests, one check: whose?")
        << k6Request("10.1", 400, "m1", first) + k6Request("10.2", 400, "m2", first) +
               k6Check("gone", true, first)
        << "m1 unknown, m2 unknown";
    QTest::newRow("no vu and iter: a status that may mean either")
        << k6Request("10.1", 400, "m1", "") + k6Check("gone", true, "") << "m1 unknown";
    QTest::newRow("vu without iter")
        << k6Request("10.1", 422, "m1", "\"vu\":\"1\"") + k6Check("gone", true, "\"vu\":\"1\"")
        << "m1 unknown";
    QTest::newRow("no such check passed, the status decides")
        << k6Request("10.1", 422, "m1", first) + k6Check("gone", false, first) << "m1 not_found";
    QTest::newRow("its checks cannot be read") << k6Request("10.1", 422, "m1", first) + "garbage\n"
                                               << "m1 unknown";
}

void TestImport::reasonsOfK6()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    ImportOrder order;
    order.rules = {checkRule("gone", Outcome::OutOfStock),
                   checkRule("held", Outcome::AlreadyIssued), rule(422, Outcome::NotFound)};
    const auto run = read(text, order);
    QVERIFY(run.ok());
    QCOMPARE(told(run.value()), expected);
    QCOMPARE(run.value().remarks.join(QLatin1Char(' ')).contains(QStringLiteral("systemTags")),
             !text.contains("\"iter\""));
}

void TestImport::headersAreRefused()
{
    AnswerRule byHeader = rule(200, Outcome::OutOfStock);
    byHeader.header = "x-code";
    ImportOrder order;
    order.rules = {rule(201, Outcome::Issued), byHeader};
    order.rulesName = QStringLiteral("claims.stampede.json");
    const auto run = read(k6Request("10.1", 200, "m1"), order);
    QVERIFY(!run.ok());
    QCOMPARE(run.error(),
             QStringList{QStringLiteral(
                 "claims.stampede.json: target.classify[1].header: results of other tools hold no "
                 "headers of answers; use status, column, check, or what the body holds")});
}

void TestImport::bodiesThatNobodyKeptDecideNothing()
{
    AnswerRule soldOut = rule(200, Outcome::OutOfStock);
    soldOut.pointer = "/code";
    soldOut.test = std::string("SOLD_OUT");
    ImportOrder order;
    order.rules = {soldOut, rule(200, Outcome::Issued), rule(409, Outcome::AlreadyIssued)};
    const auto run = read(k6Request("10.1", 200, "m1") + k6Request("10.2", 409, "m2"), order);
    QVERIFY(run.ok());
    QCOMPARE(told(run.value()), QStringLiteral("m1 unknown, m2 already_issued"));
    QVERIFY(run.value().remarks.join(QLatin1Char(' ')).contains(QStringLiteral("1 answer of 200")));
}

void TestImport::failuresOfK6_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("timeout") << 1050 << "m1 unknown";
    QTest::newRow("reset") << 1220 << "m1 unknown";
    QTest::newRow("refused") << 1212 << "m1 not_sent";
    QTest::newRow("no such host") << 1101 << "m1 not_sent";
}

void TestImport::failuresOfK6()
{
    QFETCH(int, code);
    QFETCH(QString, expected);
    const auto run = read(k6Request("10.1", 0, "m1", "\"vu\":\"1\",\"iter\":\"0\"",
                                    ",\"error_code\":\"" + QByteArray::number(code) + "\""),
                          {});
    QVERIFY(run.ok());
    QCOMPARE(told(run.value()), expected);
}

void TestImport::columnsAndSamplesOfJMeter()
{
    AnswerRule byColumn;
    byColumn.column = "resultCode";
    byColumn.test = std::string("2001");
    byColumn.outcome = Outcome::OutOfStock;
    ImportOrder order;
    order.rules = {byColumn, rule(200, Outcome::Issued)};
    order.user = QStringLiteral("column:userId");
    const auto run = read("timeStamp,elapsed,label,responseCode,responseMessage,userId,resultCode\n"
                          "1000,20,claim,200,OK,\"kim, \"\"jr\"\"\",\n"
                          "1010,20,claim,200,\"two\nlines\",lee,2001\n"
                          "1015,30,all,200,\"Number of samples in transaction : 1, number of "
                          "failing samples : 0\",lee,\n"
                          "1020,20,claim,Non HTTP response code: java.net.ConnectException,,"
                          "park,\n",
                          order);
    QVERIFY(run.ok());
    QCOMPARE(told(run.value()),
             QStringLiteral("kim, \"jr\" issued, lee out_of_stock, park not_sent"));

    const auto xml = read("<?xml version=\"1.0\"?>\n<testResults version=\"1.2\">\n"
                          "<sample t=\"30\" ts=\"1000\" lb=\"all\" rc=\"200\" userId=\"kim\">\n"
                          "<httpSample t=\"20\" ts=\"1000\" lb=\"claim\" rc=\"200\" userId=\"kim\">"
                          "<httpSample t=\"5\" ts=\"1001\" lb=\"picture\" rc=\"200\" "
                          "userId=\"kim\"/></httpSample></sample>\n"
                          "<httpSample t=\"20\" ts=\"1010\" lb=\"claim\" rc=\"200\" "
                          "userId=\"lee\" resultCode=\"2001\"/>\n</testResults>\n",
                          order);
    QVERIFY(xml.ok());
    QCOMPARE(told(xml.value()), QStringLiteral("kim issued, lee out_of_stock"));
}

void TestImport::bodiesOfVegeta()
{
    AnswerRule soldOut = rule(200, Outcome::OutOfStock);
    soldOut.pointer = "/code";
    soldOut.test = std::string("SOLD_OUT");
    ImportOrder order;
    order.rules = {soldOut, rule(200, Outcome::Issued)};
    order.user = QStringLiteral("url:'/users/(\\w+)/'");
    const auto line = [](const char *user, const QByteArray &body, int bytes) {
        return "{\"code\":200,\"timestamp\":\"2026-11-30T02:05:10Z\",\"latency\":5,\"bytes_in\":" +
               QByteArray::number(bytes) + ",\"error\":\"\",\"body\":\"" + body.toBase64() +
               "\",\"method\":\"POST\",\"url\":\"http:\\/\\/h/users/" + user + "/claims\"}\n";
    };
    const QByteArray gone = "{\"code\":\"SOLD_OUT\"}";
    const auto run = read(line("m1", "{}", 2) + line("m2", gone, static_cast<int>(gone.size())) +
                              line("m3", "{", 900), // --max-body cut it off
                          order);
    QVERIFY(run.ok());
    QCOMPARE(told(run.value()), QStringLiteral("m1 issued, m2 out_of_stock, m3 unknown"));
}

void TestImport::couponsAreToldApart()
{
    ImportOrder order;
    order.rules = {rule(200, Outcome::Issued)};
    order.user = QStringLiteral("column:user");
    order.coupon = QStringLiteral("column:coupon");
    const auto run = read("timeStamp,elapsed,responseCode,user,coupon\n1000,20,200,m1,SPRING\n"
                          "1001,20,200,m1,AUTUMN\n1002,20,200,m2,SPRING\n1003,20,200,m3,\n",
                          order);
    QVERIFY(run.ok());
    QCOMPARE(run.value().coupons,
             (QStringList{QStringLiteral("SPRING"), QStringLiteral("AUTUMN")}));
    QCOMPARE(run.value().couponOf, (std::vector<std::uint32_t>{0, 1, 0}));
}

void TestImport::kindsOfRequestsAreAsked()
{
    ImportOrder order;
    order.rules = {rule(200, Outcome::Issued)};
    order.user = QStringLiteral("column:user");
    const QByteArray text = "timeStamp,elapsed,label,responseCode,user\n1000,20,login,200,m1\n"
                            "1001,20,claim,200,m1\n";
    const auto both = read(text, order);
    QVERIFY(!both.ok());
    QVERIFY(both.error().constFirst().contains(QStringLiteral("login (1), claim (1)")));
    order.request = QStringLiteral("claim");
    const auto one = read(text, order);
    QVERIFY(one.ok());
    QCOMPARE(one.value().operations.size(), std::size_t{1});
}

void TestImport::peopleStayAsWritten()
{
    ImportOrder order;
    order.rules = {rule(201, Outcome::Issued)};
    const auto numbers = read(k6Request("10.1", 201, "7") + k6Request("10.2", 201, "12"), order);
    QVERIFY(numbers.ok() && numbers.value().people.areNumbers());
    QCOMPARE(numbers.value().operations.back().user, qint64{12});
    const auto texts = read(k6Request("10.1", 201, "007") + k6Request("10.2", 201, "12"), order);
    QVERIFY(texts.ok());
    QCOMPARE(told(texts.value()), QStringLiteral("007 issued, 12 issued"));
}

void TestImport::formsAreRecognised_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("form"); // or what the refusal says
    QTest::newRow("k6") << k6Request("10.1", 200, "m1") << "k6 json";
    QTest::newRow("k6 csv") << QByteArray("metric_name,timestamp,metric_value\n") << "k6 csv";
    QTest::newRow("jtl") << QByteArray("timeStamp,elapsed,label\n") << "jtl csv";
    QTest::newRow("jtl xml") << QByteArray("\xEF\xBB\xBF<?xml version=\"1.0\"?><testResults>")
                             << "jtl xml";
    QTest::newRow("vegeta csv") << QByteArray("17,200,5,0,2,,e30=,,0,GET,http://h,\n")
                                << "vegeta csv";
    QTest::newRow("jtl of JMeter 2")
        << QByteArray("1796073334463,231,claim,200,OK,Claims 1-15,text\n") << "print_field_names";
    QTest::newRow("wrk") << QByteArray("Running 30s test @ http://h\n") << "wrk";
    QTest::newRow("hey") << QByteArray("response-time,DNS+dialup,DNS\n") << "hey";
    QTest::newRow("ab") << QByteArray("This is ApacheBench, Version 2.3\n") << "ab";
    QTest::newRow("Gatling") << QByteArray("RUN\tcomputer\n") << "Gatling";
    QTest::newRow("k6's summary") << QByteArray("{\"root_group\":{}}") << "k6's summary";
    QTest::newRow("anything") << QByteArray("hello\n") << "expected the results";
}

void TestImport::formsAreRecognised()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, form);
    const auto found = formatOf(text.toStdString());
    const QString said = found ? toolName(found.value()) : found.error();
    QVERIFY2(said.contains(form), qPrintable(said));
}

} // namespace tst_import

STAMPEDE_TEST(tst_import::TestImport)
#include "tst_import.moc"
