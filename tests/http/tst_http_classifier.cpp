// SPDX-License-Identifier: MIT
// Proves that an answer means what the first rule says that holds, by status, header, JSON and
// text, and that nothing is guessed where none holds.

#include "http/classifier.h"
#include "test_program.h"

#include <QtTest>

namespace tst_http_classifier {

using namespace stampede;

namespace {

AnswerRule rule(Outcome outcome)
{
    AnswerRule made;
    made.outcome = outcome;
    return made;
}

QString named(const std::optional<Outcome> &outcome)
{
    return outcome ? QString::fromLatin1(outcomeKey(*outcome).data()) : QStringLiteral("none");
}

QString meaning(const AnswerRule &only, int status, std::string_view body)
{
    Classifier classifier({only});
    return named(classifier.classify({status, body, true, {}}));
}

} // namespace

class TestHttpClassifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualRules_data();
    void usualRules();
    void firstRuleThatHolds();
    void valuesOfEveryKind();
    void pointers();
    void headers();
    void wholeBody();
    void bodyThatWasCutIsNoJson();
    void rowsAreNamed();
};

void TestHttpClassifier::usualRules_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcome");
    const auto row = [](int status, const char *body, const char *outcome) {
        QTest::addRow("%d %s", status, body) << status << QByteArray(body) << outcome;
    };
    row(200, R"({"userCouponId":1})", "issued");
    row(200, "", "issued");
    row(409, R"({"code":"ALREADY_ISSUED_COUPON"})", "already_issued");
    row(400, R"({"code":"OUT_OF_STOCK","message":"…"})", "out_of_stock");
    row(400, R"({"code":"COUPON_NOT_STARTED"})", "not_started");
    row(400, R"({"code":"COUPON_EXPIRED"})", "expired");
    row(400, R"({"code":"INVALID_REQUEST"})", "invalid_request");
    row(400, R"({"code":"out_of_stock"})", "none");
    row(400, R"({"error":{"code":"OUT_OF_STOCK"}})", "none");
    row(400, R"({"code":"OUT_OF_STOCK")", "none");
    row(400, "OUT_OF_STOCK", "none");
    row(400, "", "none");
    row(404, R"({"code":"USER_NOT_FOUND"})", "not_found");
    row(404, R"({"code":"COUPON_NOT_FOUND"})", "not_found");
    row(404, "<html>", "none");
    row(503, R"({"code":"CONTENTION"})", "contention");
    row(503, "busy", "server_error");
    row(500, R"({"code":"INTERNAL_ERROR"})", "server_error");
    row(201, "{}", "none");
    row(302, "", "none");
    row(429, R"({"code":"OUT_OF_STOCK"})", "none");
}

void TestHttpClassifier::usualRules()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    Classifier classifier(Classifier::usualRules());
    const std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    QTEST(named(classifier.classify({status, text, true, {}})), "outcome");
    QTEST(named(classifier.classify({status, text, true, {}})), "outcome");
}

void TestHttpClassifier::firstRuleThatHolds()
{
    AnswerRule first = rule(Outcome::Issued);
    first.leastStatus = first.mostStatus = 200;
    AnswerRule second = rule(Outcome::ServerError);
    second.leastStatus = 200;
    second.mostStatus = 299;
    Classifier classifier({first, second, rule(Outcome::Contention)});
    QCOMPARE(classifier.classify({200, {}, true, {}}), Outcome::Issued);
    QCOMPARE(classifier.classify({299, {}, true, {}}), Outcome::ServerError);
    QCOMPARE(classifier.classify({300, {}, true, {}}), Outcome::Contention);
    QCOMPARE(classifier.classify({301, {}, true, {}}), Outcome::Contention);
    QCOMPARE(classifier.hits(), (std::vector<std::uint64_t>{1, 1, 2}));
}

void TestHttpClassifier::valuesOfEveryKind()
{
    const std::string_view body =
        R"({"text":"1","whole":1,"real":1.5,"big":12345678901234567890,"yes":true,"none":null,"o":{}})";
    const auto test = [body](const char *pointer, AnswerTest wanted) {
        AnswerRule one = rule(Outcome::Issued);
        one.pointer = pointer;
        one.test = std::move(wanted);
        return meaning(one, 200, body) == QLatin1String("issued");
    };
    const auto matching = [](const char *expression) {
        return QRegularExpression(QLatin1String(expression));
    };
    QVERIFY(test("/text", std::string("1")));
    QVERIFY(!test("/text", 1.0));
    QVERIFY(test("/whole", 1.0));
    QVERIFY(!test("/whole", std::string("1")));
    QVERIFY(test("/real", 1.5));
    QVERIFY(test("/big", 12345678901234567890.0));
    QVERIFY(test("/yes", true));
    QVERIFY(!test("/yes", false));
    QVERIFY(test("/none", nullptr));
    QVERIFY(!test("/yes", nullptr));
    QVERIFY(test("/o", std::monostate()));
    QVERIFY(!test("/missing", std::monostate()));
    QVERIFY(!test("/missing", nullptr));
    QVERIFY(test("/text", matching("^1$")));
    QVERIFY(test("/real", matching("^1\\.5$")));
    QVERIFY(!test("/text", matching("2")));
}

void TestHttpClassifier::pointers()
{
    const std::string_view body = R"({"a/b":[{"c~d":"x"}],"":"empty"})";
    for (const char *pointer : {"/a~1b/0/c~0d"}) {
        AnswerRule one = rule(Outcome::Issued);
        one.pointer = pointer;
        one.test = std::string("x");
        QCOMPARE(meaning(one, 200, body), QStringLiteral("issued"));
    }
    AnswerRule whole = rule(Outcome::Issued);
    whole.pointer = "";
    whole.test = std::string("sold out");
    QCOMPARE(meaning(whole, 200, R"("sold out")"), QStringLiteral("issued"));
}

void TestHttpClassifier::headers()
{
    AnswerRule one = rule(Outcome::OutOfStock);
    one.header = "x-code";
    one.headerTest = QRegularExpression(QStringLiteral("^SOLD"));
    Classifier classifier({one});
    QCOMPARE(classifier.wantedHeaders(), std::vector<std::string>{"x-code"});
    std::vector<AnswerHeader> headers{{"x-code", "SOLD OUT", true}};
    QCOMPARE(named(classifier.classify({400, {}, true, headers})), QStringLiteral("out_of_stock"));
    headers[0].there = false; // of the answer before
    QCOMPARE(named(classifier.classify({400, {}, true, headers})), QStringLiteral("none"));
    headers[0] = {"x-code", "OPEN", true};
    QCOMPARE(named(classifier.classify({400, {}, true, headers})), QStringLiteral("none"));
}

void TestHttpClassifier::wholeBody()
{
    AnswerRule one = rule(Outcome::OutOfStock);
    one.test = QRegularExpression(QStringLiteral("품절|sold out"));
    QCOMPARE(meaning(one, 200, "<p>품절</p>"), QStringLiteral("out_of_stock"));
    QCOMPARE(meaning(one, 200, "<p>there are more</p>"), QStringLiteral("none"));
    one.test = std::string("no");
    QCOMPARE(meaning(one, 200, "no"), QStringLiteral("out_of_stock"));
    QCOMPARE(meaning(one, 200, "no."), QStringLiteral("none"));
}

void TestHttpClassifier::bodyThatWasCutIsNoJson()
{
    AnswerRule one = rule(Outcome::Issued);
    one.pointer = "/a";
    Classifier classifier({one});
    QCOMPARE(named(classifier.classify({200, R"({"a":1})", false, {}})), QStringLiteral("none"));
}

void TestHttpClassifier::rowsAreNamed()
{
    Classifier classifier(Classifier::usualRules(), "/userCouponId");
    const auto rowOf = [&classifier](std::string_view body) {
        const ServiceAnswer answer{200, body, true, {}};
        static_cast<void>(classifier.classify(answer));
        return classifier.rowOf(answer);
    };
    QCOMPARE(rowOf(R"({"userCouponId":77})"), 77);
    QCOMPARE(rowOf(R"({"userCouponId":"x"})"), 0);
    QCOMPARE(rowOf("OK"), 0);
    QCOMPARE(rowOf(R"({"userCouponId":78})"), 78);
}

} // namespace tst_http_classifier

STAMPEDE_TEST(tst_http_classifier::TestHttpClassifier)
#include "tst_http_classifier.moc"
