// SPDX-License-Identifier: MIT
// Proves what answers alone prove: who was told "issued" more often than they may have coupons, and
// that more pieces were promised than there were; and that nothing is said where it cannot be
// known.

#include "audit/answers_audit.h"
#include "scenario/user_file.h"
#include "test_program.h"

#include <QLocale>
#include <QTest>

namespace tst_answers_audit {

using namespace stampede;

namespace {

/// One answer to everybody of `people`, in this order, a second each.
std::vector<Operation> told(Outcome outcome, const std::vector<std::int64_t> &people)
{
    std::vector<Operation> history;
    for (const std::int64_t person : people) {
        Operation operation;
        operation.user = person;
        operation.request = static_cast<std::uint32_t>(history.size());
        operation.invokedNs = operation.request * 1'000'000'000LL;
        operation.returnedNs = operation.invokedNs + 1'000'000;
        operation.outcome = outcome;
        history.push_back(operation);
    }
    return history;
}

Scenario allowing(std::optional<std::int64_t> perPerson, const QStringList &within = {})
{
    Scenario scenario;
    scenario.target.kind = TargetKind::Http;
    scenario.users.perPerson = {perPerson, within};
    return scenario;
}

Scenario askingFor(AskedQuantity quantity, const QByteArray &csv = {})
{
    Scenario scenario = allowing(std::nullopt);
    scenario.target.quantity = std::move(quantity);
    if (!csv.isEmpty()) {
        scenario.users.pick = Pick::File;
        scenario.users.loaded.file = UserFile::parse(csv).value();
    }
    return scenario;
}

} // namespace

class TestAnswersAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void countsCouponsOfEachPerson_data();
    void countsCouponsOfEachPerson();
    void countsPieces_data();
    void countsPieces();
    void cannotTellWithoutThePeoplesFile();
    void otherAnswersClaimNothing();
    void rulesThatNobodyLookedAtAccuseNobody();
    void unreadAnswersLeaveItOpen();
    void earlySoldOutLeavesItOpen_data();
    void earlySoldOutLeavesItOpen();
    void figuresAreHeldToThePrediction();
};

void TestAnswersAudit::countsCouponsOfEachPerson_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("says");
    QTest::addColumn<qint64>("rows");
    const auto row = [](const char *name, const Scenario &scenario, const char *verdict,
                        const char *says, qint64 rows) {
        QTest::newRow(name) << scenario << QString::fromLatin1(verdict) << QString::fromLatin1(says)
                            << rows;
    };
    row("one", allowing(1), "fail", "2 people were told \"issued\" more than once.", 5);
    row("two", allowing(2), "fail", "1 person was told \"issued\" more than 2 times.", 3);
    row("three", allowing(3), "pass", "6 \"issued\" to 3 people.", 0);
    row("no limit", allowing(std::nullopt), "skipped",
        "A person may have any number of coupons (users.perPerson.limit is null).", 0);
    row("within", allowing(1, {QStringLiteral("day")}), "skipped",
        "How many a person may have depends on columns of the rows (users.perPerson.within), which "
        "nobody can see here.",
        0);
}

void TestAnswersAudit::countsCouponsOfEachPerson()
{
    QFETCH(const Scenario, scenario);
    const auto history = told(Outcome::Issued, {1, 1, 1, 2, 2, 3});
    const AuditReport report = auditAnswers(history, 100, scenario);
    const CheckResult *check = report.check(QStringLiteral("announced-once"));
    QTEST(checkVerdictKey(check->verdict), "verdict");
    QTEST(check->explanation, "says");
    QTEST(qint64{check->rowCount}, "rows");
    QCOMPARE(report.verdict == AuditVerdict::Broken, check->verdict == CheckVerdict::Fail);
}

void TestAnswersAudit::countsPieces_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<qint64>("stock");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const Scenario &scenario, qint64 stock,
                        const char *verdict, const char *says) {
        QTest::newRow(name) << scenario << stock << QString::fromLatin1(verdict)
                            << QString::fromLatin1(says);
    };
    row("one each, enough", allowing(std::nullopt), 3, "pass",
        "3 were told \"issued\", 3 coupons existed.");
    row("one each, too few", allowing(std::nullopt), 2, "fail",
        "3 were told \"issued\", only 2 coupons existed: 1 too many.");
    row("two each, enough", askingFor({2, {}}), 6, "pass",
        "3 were told \"issued\" for 6 pieces, 6 existed.");
    row("two each, too few", askingFor({2, {}}), 5, "fail",
        "3 were told \"issued\" for 6 pieces, only 5 existed: 1 too many.");
    const QByteArray csv = "userId,pieces\n1,4\n2,1\n"; // the third request is the first row again
    row("by column, enough", askingFor({1, QStringLiteral("pieces")}, csv), 9, "pass",
        "3 were told \"issued\" for 9 pieces, 9 existed.");
    row("by column, too few", askingFor({1, QStringLiteral("pieces")}, csv), 8, "fail",
        "3 were told \"issued\" for 9 pieces, only 8 existed: 1 too many.");
}

void TestAnswersAudit::countsPieces()
{
    QFETCH(const Scenario, scenario);
    QFETCH(const qint64, stock);
    const AuditReport report = auditAnswers(told(Outcome::Issued, {1, 2, 1}), stock, scenario);
    const CheckResult *check = report.check(QStringLiteral("stock-not-exceeded"));
    QTEST(checkVerdictKey(check->verdict), "verdict");
    QTEST(check->explanation, "says");
}

void TestAnswersAudit::cannotTellWithoutThePeoplesFile()
{
    const Scenario kept = askingFor({1, QStringLiteral("pieces")});
    const auto history = told(Outcome::Issued, {1, 2, 1});
    const AuditReport open = auditAnswers(history, 3, kept);
    QCOMPARE(open.check(QStringLiteral("stock-not-exceeded"))->verdict, CheckVerdict::Inconclusive);
    QCOMPARE(open.verdict, AuditVerdict::Undecided);
    QVERIFY(!open.undecidedReason.isEmpty());
    // Each is one piece at least.
    QCOMPARE(auditAnswers(history, 2, kept).verdict, AuditVerdict::Broken);
}

void TestAnswersAudit::otherAnswersClaimNothing()
{
    for (const Outcome outcome : kAllOutcomes) {
        if (outcome == Outcome::Issued) {
            continue;
        }
        const AuditReport report = auditAnswers(told(outcome, {1, 1, 2}), 0, allowing(1));
        const bool maybe = mayHaveTakenEffect(outcome); // of a stock of none
        QCOMPARE(report.verdict, maybe ? AuditVerdict::Undecided : AuditVerdict::Held);
        QCOMPARE(report.check(QStringLiteral("stock-not-exceeded"))->verdict,
                 maybe ? CheckVerdict::Inconclusive : CheckVerdict::Pass);
        QCOMPARE(report.check(QStringLiteral("announced-once"))->verdict, CheckVerdict::Skipped);
    }
}

/// Of somebody else's tables, and of several coupons, the answers alone say nothing of a stock.
void TestAnswersAudit::rulesThatNobodyLookedAtAccuseNobody()
{
    const auto history = told(Outcome::Issued, {1, 2, 1});
    Scenario profile = allowing(1);
    profile.target.kind = TargetKind::Http;
    profile.target.audit.rows = TargetRows::Profile;
    Scenario several = askingFor({1, {}}, "userId,promo\n1,SPRING\n2,SUMMER\n3,SPRING\n");
    several.target.kind = TargetKind::Http;
    several.target.url = QStringLiteral("http://127.0.0.1/claims/{promo}");
    for (const Scenario &scenario : {profile, several}) {
        const AuditReport report = auditAnswers(history, 2, scenario);
        QCOMPARE(report.verdict, AuditVerdict::Undecided);
        QVERIFY(!report.state.initialStockKnown);
        QVERIFY(report.findings().isEmpty() && !report.undecidedReason.isEmpty());
    }
    several.target.url = QStringLiteral("http://127.0.0.1/claims/{couponId}?from={promo}");
    QCOMPARE(auditAnswers(history, 2, several).verdict, AuditVerdict::Broken);
}

/// Two of two went by the answers; the third answer nobody could read.
void TestAnswersAudit::unreadAnswersLeaveItOpen()
{
    auto history = told(Outcome::Issued, {1, 2, 2});
    history.back().outcome = Outcome::Unknown;
    history.back().reason = UnknownReason::Unclassified;
    const auto verdictOf = [&history](std::int64_t stock, const char *id) {
        return auditAnswers(history, stock, allowing(1)).check(QString::fromLatin1(id))->verdict;
    };
    QCOMPARE(verdictOf(2, "stock-not-exceeded"), CheckVerdict::Inconclusive);
    QCOMPARE(verdictOf(3, "stock-not-exceeded"), CheckVerdict::Pass);
    QCOMPARE(verdictOf(1, "stock-not-exceeded"), CheckVerdict::Fail);
    QCOMPARE(verdictOf(3, "announced-once"), CheckVerdict::Inconclusive);
    QCOMPARE(auditAnswers(history, 2, allowing(1)).verdict, AuditVerdict::Undecided);
    history.back().user = 3; // who had none is told it once at most
    QCOMPARE(verdictOf(3, "announced-once"), CheckVerdict::Pass);
    history.back().reason = UnknownReason::None; // nothing came: it told nobody
    history.back().user = 2;
    QCOMPARE(verdictOf(3, "announced-once"), CheckVerdict::Pass);
    QCOMPARE(verdictOf(2, "stock-not-exceeded"), CheckVerdict::Inconclusive);
}

void TestAnswersAudit::earlySoldOutLeavesItOpen_data()
{
    QTest::addColumn<qint64>("stock");
    QTest::addColumn<Outcome>("other"); // the answer of a third
    QTest::addColumn<bool>("open");
    QTest::newRow("one left") << qint64{2} << Outcome::AlreadyIssued << true;
    QTest::newRow("the last may have gone") << qint64{2} << Outcome::ServerError << false;
    QTest::newRow("all gone") << qint64{1} << Outcome::AlreadyIssued << false;
}

void TestAnswersAudit::earlySoldOutLeavesItOpen()
{
    QFETCH(const qint64, stock);
    QFETCH(const Outcome, other);
    QFETCH(const bool, open);
    auto history = told(Outcome::Issued, {1, 2, 3});
    history[1].outcome = Outcome::OutOfStock;
    history[2].outcome = other;
    const AuditReport report = auditAnswers(history, stock, allowing(1));
    const CheckResult *check = report.check(QStringLiteral("sold-out-true"));
    QCOMPARE(check->verdict, open ? CheckVerdict::Inconclusive : CheckVerdict::Skipped);
    QVERIFY(!open || report.undecidedReason == check->explanation);
    QVERIFY(report.verdict != AuditVerdict::Broken);
}

void TestAnswersAudit::figuresAreHeldToThePrediction()
{
    auto history = told(Outcome::Issued, {1, 2});
    history[1].outcome = Outcome::NotStarted; // when it is on sale nobody said
    Prediction predicted;
    predicted.issued = {1, 1};
    const auto judged = [&] {
        return auditAnswers(history, std::nullopt, allowing(1), {}, &predicted);
    };
    QCOMPARE(judged().check(QStringLiteral("as-predicted"))->explanation,
             QStringLiteral("All within."));
    QCOMPARE(judged().verdict, AuditVerdict::Held);
    predicted.issued = {2, 2};
    QCOMPARE(judged().verdict, AuditVerdict::Undecided);
    QVERIFY2(judged().undecidedReason.startsWith(QStringLiteral("Issued was 1, predicted 2.")),
             qPrintable(judged().undecidedReason));
}

} // namespace tst_answers_audit

STAMPEDE_TEST(tst_answers_audit::TestAnswersAudit)
#include "tst_answers_audit.moc"
