// SPDX-License-Identifier: MIT
// Proves that a service of somebody else is judged by its own rules: every kind of table that
// services keep, right and with a planted fault. A right one holds, a wrong one is broken with
// exactly the checks that its fault breaks; what is true of it is read from its tables by the test.
//
// The runs mostly wait for rest, so they are made side by side before the first row is looked at.

#include "foreign_run.h"
#include "support/test_database.h"
#include "test_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <deque>
#include <optional>
#include <thread>
#include <vector>

namespace tst_foreign_kinds {

using namespace stampede;
using namespace stampede::test;

namespace {

using S = ForeignSettings;
using Fault = S::Fault;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr std::size_t kSideBySide = 14;
constexpr int kBoundMs = 60'000;

struct Kind
{
    const char *name;
    ForeignSettings settings;
    const char *findings = ""; ///< the checks that are broken
    ForeignPlan plan = {};
    bool canTell = true; ///< else the audit asks whether rows were cancelled

    [[nodiscard]] int code() const { return *findings != '\0' ? 97 : canTell ? 0 : 95; }
};

const char *const kOversell = "stock-adds-up stock-not-exceeded";
const char *const kDouble = "one-per-user";

const Kind kKinds[] = {
    // People as they are.
    {"people are text", {}},
    {"people are text, no lock", {.fault = Fault::NoLock}, kOversell, {.requests = 60}},
    {"people are numbers", {.people = S::People::Number}},
    {"people are numbers, one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .people = S::People::Number},
     kDouble},
    {"people are UUIDs", {.people = S::People::Uuid}},
    {"people are UUIDs, one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .people = S::People::Uuid},
     kDouble},
    {"people are BINARY(16)", {.people = S::People::Binary}},
    {"people are BINARY(16), one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .people = S::People::Binary},
     kDouble},
    {"people are e-mails", {.people = S::People::Email}},
    {"people are e-mails, no lock",
     {.fault = Fault::NoLock, .people = S::People::Email},
     kOversell,
     {.requests = 60}},
    // Rows that come later.
    {"queue of 300 ms, 12 a tick", {.queueTick = 300ms, .queueAtATick = 12}},
    {"queue of 300 ms, loses events",
     {.seats = 100, .fault = Fault::LosesEvents, .queueTick = 300ms},
     "already-issued-true issued-is-stored"},
    {"stock written behind", {.flush = 700ms}},
    {"stock written behind, never written",
     {.fault = Fault::ForgetsToCount, .flush = 700ms},
     "stock-adds-up"},
    {"queue, stock written behind, UUIDs",
     {.people = S::People::Uuid, .queueTick = 300ms, .queueAtATick = 20, .flush = 500ms}},
    // Rows that do not count.
    {"deletion mark, old rows", {.softDelete = S::SoftDelete::Mark, .oldDead = 10}},
    {"deletion mark, one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .softDelete = S::SoftDelete::Mark, .oldDead = 10},
     kDouble},
    {"status, old rows", {.softDelete = S::SoftDelete::Status, .oldDead = 10}},
    {"status, no lock",
     {.fault = Fault::NoLock, .softDelete = S::SoftDelete::Status, .oldDead = 10},
     kOversell,
     {.requests = 60}},
    {"cancelled during the run", {.softDelete = S::SoftDelete::Mark, .cancelEvery = 4}},
    {"cancelled during the run, by status",
     {.softDelete = S::SoftDelete::Status, .cancelEvery = 4}},
    {"cancelled during the run, stock not written",
     {.fault = Fault::ForgetsToCount, .softDelete = S::SoftDelete::Mark, .cancelEvery = 10},
     kOversell},
    {"cancelled during the run, which nobody said",
     {.softDelete = S::SoftDelete::Status, .cancelEvery = 4},
     "",
     {.saysGivesBack = false},
     false},
    {"cancelled during the run, which nobody said, old rows",
     {.softDelete = S::SoftDelete::Mark, .cancelEvery = 7, .oldHolders = 5, .oldDead = 5},
     "",
     {.saysGivesBack = false},
     false},
    {"cancelled during the run, which nobody said, stock not written",
     {.fault = Fault::ForgetsToCount, .softDelete = S::SoftDelete::Mark, .cancelEvery = 10},
     kOversell,
     {.saysGivesBack = false}},
    {"attempts are kept", {.keepsFailed = true, .oldDead = 10}},
    {"attempts are kept, one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .keepsFailed = true},
     kDouble},
    {"a row a seat", {.rowPerSeat = true}},
    {"a row a seat, no lock",
     {.seats = 100, .fault = Fault::NoLock, .rowPerSeat = true},
     "issued-is-stored stock-adds-up",
     {.requests = 60}},
    // For how much a row counts.
    {"pieces in the row", {.seats = 100, .mostPieces = 4}},
    {"pieces in the row, not said", {.seats = 100, .mostPieces = 4}, "", {.saysQuantity = false}},
    {"pieces in the row, no lock",
     {.seats = 100, .fault = Fault::NoLock, .mostPieces = 4},
     kOversell,
     {.requests = 60}},
    // How many a person may have.
    {"one a day", {.daily = true, .oldHolders = 6, .oldDuplicates = 6}},
    {"one a day, one too many",
     {.seats = 150, .fault = Fault::OneTooMany, .daily = true, .oldHolders = 6},
     "one-per-user"},
    {"two a person", {.limit = 2}},
    {"two a person, three taken",
     {.seats = 250, .fault = Fault::OneTooMany, .limit = 2},
     kDouble,
     {.requests = 200}},
    {"as many as they like", {.seats = 90, .limit = 0}},
    {"as many as they like, no lock", {.seats = 90, .fault = Fault::NoLock, .limit = 0}, kOversell},
    // What is said.
    {"one code for two refusals", {.oneRefusal = true}},
    {"one code for two refusals, two a person", {.limit = 2, .oneRefusal = true}},
    {"one code for two refusals, refuses one",
     {.fault = Fault::RefusesOne, .oneRefusal = true},
     "refusals-justified"},
    // What is known of the stock.
    {"total and counter", {.stock = S::Stock::Counter}},
    {"total and counter, not counted",
     {.fault = Fault::ForgetsToCount, .stock = S::Stock::Counter},
     "counter-agrees stock-adds-up stock-not-exceeded"},
    {"unlimited is 0", {.stock = S::Stock::Unlimited}},
    {"unlimited is 0.00 in a DECIMAL",
     {.stock = S::Stock::Unlimited, .unlimited = QStringLiteral("0.00"), .decimalStock = true}},
    {"unlimited is -1", {.stock = S::Stock::Unlimited, .unlimited = QStringLiteral("-1")}},
    {"unlimited is NULL", {.stock = S::Stock::Unlimited, .unlimited = QStringLiteral("NULL")}},
    {"unlimited is 2^64-1",
     {.stock = S::Stock::Unlimited, .unlimited = QStringLiteral("18446744073709551615")}},
    {"unlimited, one too many",
     {.fault = Fault::OneTooMany, .stock = S::Stock::Unlimited},
     kDouble},
    // What was there before.
    {"old duplicates, counter ahead",
     {.stock = S::Stock::Counter, .oldHolders = 8, .oldDuplicates = 10, .oldAhead = 3}},
    {"old duplicates, one too many",
     {.seats = 200, .fault = Fault::OneTooMany, .oldHolders = 8, .oldDuplicates = 10},
     "one-per-user"},
    {"old rows taken away",
     {.fault = Fault::TakesOldRows, .oldHolders = 8},
     "earlier-holders-kept"},
    // Several coupons.
    {"three coupons in one load", {.seats = 12, .coupons = 3}},
    {"three coupons, not counted",
     {.seats = 12, .fault = Fault::ForgetsToCount, .coupons = 3},
     kOversell},
    {"three coupons, one without a lock",
     {.seats = 12, .fault = Fault::NoLock, .coupons = 3, .faultOnlyOf = 1},
     kOversell,
     {.requests = 60}},
    {"three coupons, one not counted",
     {.seats = 12, .fault = Fault::ForgetsToCount, .coupons = 3, .faultOnlyOf = 2},
     kOversell},
    {"three coupons, one sells out", {.seats = 40, .coupons = 3, .seatsOfFirst = 5}},
    {"three coupons, held before",
     {.seats = 12, .coupons = 3, .oldHolders = 6, .oldDuplicates = 3}},
};

/// One kind and what came out.
struct Tried
{
    Tried(const Kind &of, const ConnectionSettings &database)
        : kind(of)
        , service(database, of.settings)
        , run(service, readerOf(database, Reader::Blind), quick(of.plan))
    {}

    static ForeignPlan quick(ForeignPlan plan)
    {
        plan.quiet = QStringLiteral("1s");
        return plan;
    }

    const Kind &kind;
    ForeignService service;
    ForeignRun run;
    ForeignTruth truth;
};

/// What was said of that service and is not so; empty where all is right.
QString judgedWrongly(const Tried &tried)
{
    const ForeignRun &run = tried.run;
    const QString findings = QLatin1String(tried.kind.findings);
    const bool tellsUntruth = tried.kind.settings.fault == Fault::RefusesOne;
    QStringList wrong;
    if (!tellsUntruth && tried.truth.isRight() != findings.isEmpty()) {
        wrong << QStringLiteral("the fault was not made");
    }
    if (run.exitCode() != tried.kind.code()) {
        wrong << QStringLiteral("exit %1").arg(run.exitCode());
    }
    if (run.findings() != findings) {
        wrong << QStringLiteral("broken is \"%1\", right is \"%2\"").arg(run.findings(), findings);
    }
    // None of these profiles says that no piece comes back.
    if (run.said().contains(u"Certain already"_s)) {
        wrong << QStringLiteral("called certain what is only so if no piece comes back");
    }
    // Nobody is named for rows that were there before, and everybody for those that were not.
    const bool compares = !tellsUntruth && tried.kind.canTell;
    const QString more = compares ? contradiction(run, tried.truth) : QString();
    if (wrong.isEmpty() && more.isEmpty()) {
        return {};
    }
    return wrong.join(QStringLiteral("; ")) + QLatin1Char('\n') +
           (more.isEmpty() ? run.story() : more);
}

/// What a later call said.
struct Said
{
    int code = -1;
    QString said;
    QString findings;
};

/// What was said of a run afterwards.
struct Again
{
    Said checked; ///< the history file by itself
    Said verified;
    Said verifiedFile;
    QStringList told; ///< what the run itself found, see toldBy()
    Said ofFile;      ///< the history file and the tables
    Said ofArchive;   ///< the kept run and the tables
};

/// What a run found: "title", or "title: person" where the finding shows people.
QStringList toldBy(const QJsonObject &result)
{
    QStringList told;
    for (const QJsonValue &value : result["audit"_L1]["checks"_L1].toArray()) {
        const QJsonObject check = value.toObject();
        const QString cls = check["class"_L1].toString();
        if (check["verdict"_L1] != u"fail"_s || (cls != u"damage"_s && cls != u"answers"_s)) {
            continue;
        }
        const QJsonObject row = check["rows"_L1].toArray().first().toObject();
        const bool namesPeople =
            row.contains("user"_L1) && check["id"_L1] != u"stock-not-exceeded"_s;
        const QString title = check["title"_L1].toString();
        told << (namesPeople ? title + u": "_s + row["user"_L1].toVariant().toString() : title);
    }
    told.sort();
    return told;
}

/// The same of the lines that verify prints.
QStringList verifiedIn(const QString &said)
{
    static const QRegularExpression finding(
        u"⬣ (?:Coupon \\S+: )?(.+?)\\s+–\\s+broken(?:.*?user (\\S+)\\))?"_s);
    QStringList told;
    QString all = said;
    all.replace(QRegularExpression(u"\n +(?![ ⬣])"_s), u" "_s);
    for (const QString &line : all.split(u'\n')) {
        const auto match = finding.match(line);
        if (match.hasMatch()) {
            told << (match.captured(2).isEmpty() ? match.captured(1)
                                                 : match.captured(1) + u": "_s + match.captured(2));
        }
    }
    told.sort();
    return told;
}

Again againOf(Tried &tried)
{
    const auto called = [&tried](const QStringList &words) {
        Said said;
        said.code = tried.run.call(words, &said.said);
        return said;
    };
    const auto audited = [&tried] {
        return Said{tried.run.exitCode(), tried.run.story(), tried.run.findings()};
    };
    const QString settle = u"300ms,0s,60s"_s;
    Again again;
    again.checked = called({u"check-history"_s, tried.run.filePath("h.jsonl")});
    again.verified = called({u"verify"_s, u"last"_s});
    again.verifiedFile = called({u"verify"_s, tried.run.filePath("h.jsonl")});
    again.told = toldBy(tried.run.result());
    tried.run.auditHistory(settle);
    again.ofFile = audited();
    tried.run.auditAgain(settle);
    again.ofArchive = audited();
    return again;
}

} // namespace

class TestForeignKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kind_data();
    void kind();
    void historyFileIsEnough_data();
    void historyFileIsEnough();
    void unfinishedRunKeepsNames_data();
    void unfinishedRunKeepsNames();
    void beside_data();
    void beside();
    void lateOnes_data();
    void lateOnes();

private:
    std::deque<Tried> m_tried;
    std::vector<Again> m_again;
};

void TestForeignKinds::initTestCase()
{
    auto admin = TestDatabase::instance().freshConnection();
    QVERIFY(admin->execute(QStringLiteral("SET GLOBAL max_connections = 2100")).ok());
    std::deque<Tried *> running;
    const auto finishOne = [&running] {
        const auto done = std::find_if(running.begin(), running.end(),
                                       [](const Tried *t) { return !t->run.isRunning(); });
        if (done == running.end()) {
            running.front()->run.waitABit();
            return;
        }
        Tried &tried = **done;
        running.erase(done);
        tried.run.finish();
        static_cast<void>(QTest::qWaitFor([&tried] { return tried.service.isIdle(); }, kBoundMs));
        tried.truth = tried.service.truth();
    };
    for (const Kind &kind : kKinds) {
        while (running.size() >= kSideBySide) {
            finishOne();
        }
        Tried &tried = m_tried.emplace_back(kind, TestDatabase::instance().freshDatabase());
        QVERIFY2(tried.service.isReady(), kind.name);
        tried.run.start();
        running.push_back(&tried);
    }
    while (!running.empty()) {
        finishOne();
    }
}

void TestForeignKinds::kind_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_tried.size(); ++i) {
        QTest::newRow(m_tried[i].kind.name) << static_cast<int>(i);
    }
}

void TestForeignKinds::kind()
{
    QFETCH(int, index);
    const Tried &tried = m_tried.at(static_cast<std::size_t>(index));
    const QString wrong = judgedWrongly(tried);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

/// They mostly wait, as the runs did, and are made side by side too.
void TestForeignKinds::historyFileIsEnough_data()
{
    m_again.resize(m_tried.size());
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < kSideBySide; ++i) {
        threads.emplace_back([&] {
            for (std::size_t each = next++; each < m_tried.size(); each = next++) {
                m_again[each] = againOf(m_tried[each]);
            }
        });
    }
    threads.clear();
    kind_data();
}

void TestForeignKinds::historyFileIsEnough()
{
    QFETCH(int, index);
    const auto at = static_cast<std::size_t>(index);
    const Again &again = m_again[at];
    const QString findings = QLatin1String(m_tried[at].kind.findings);
    const int code = m_tried[at].kind.code();
    const int untold = m_tried[at].kind.canTell ? 0 : 95;
    QVERIFY2(again.checked.code == untold || (again.checked.code == 97 && !findings.isEmpty()),
             qPrintable(again.checked.said));
    QCOMPARE(again.checked.said.contains(u"which nobody said"_s), again.checked.code == 95);
    if (m_tried[at].run.severalCoupons()) {
        QVERIFY2(again.checked.said.contains(u"\"coupon\":\"SPRING\""_s) &&
                     !again.verifiedFile.said.contains(u"Coupon 1"_s),
                 qPrintable(again.checked.said + again.verifiedFile.said));
    } else {
        // What needs the tables is not in the file and stands without a name in the archive.
        const bool needsTables = m_tried[at].kind.settings.daily;
        QStringList told = again.told;
        QStringList fromAnswers;
        for (QString &each : told) {
            const bool inTables = needsTables || each.contains(u"counter"_s);
            each = inTables ? each.section(u": "_s, 0, 0) : each;
            if (!inTables) {
                fromAnswers << each;
            }
        }
        QCOMPARE(verifiedIn(again.verified.said), told);
        QCOMPARE(verifiedIn(again.verifiedFile.said), fromAnswers);
    }
    QVERIFY2(again.verified.code == code && again.verified.said.contains(u"as it was recorded"_s),
             qPrintable(again.verified.said));
    QVERIFY2(again.ofFile.code == code, qPrintable(again.ofFile.said));
    QCOMPARE(again.ofFile.findings, findings);
    // So is what the archive has of the run.
    QVERIFY2(again.ofArchive.code == code, qPrintable(again.ofArchive.said));
    QCOMPARE(again.ofArchive.findings, findings);
}

void TestForeignKinds::unfinishedRunKeepsNames_data()
{
    QTest::addColumn<bool>("fileChanges");
    QTest::newRow("the people's file is as it was") << false;
    QTest::newRow("the people's file has changed since") << true;
}

void TestForeignKinds::unfinishedRunKeepsNames()
{
    QFETCH(const bool, fileChanges);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.people = S::People::Email});
    ForeignRun run(service, database, Tried::quick({}));
    // Something else stands where the archive should: the run is left to its journal.
    const QString archive = run.filePath("data/runs.sqlite");
    QVERIFY(QDir().mkpath(archive));
    run.make();
    QVERIFY(QDir().rmdir(archive));
    if (fileChanges) {
        QFile people(run.filePath("people.csv"));
        QVERIFY(people.open(QIODevice::ReadWrite));
        QByteArray text = people.readAll();
        text.replace(service.settings().nameOf(1).toUtf8(), "somebody@else.example");
        QVERIFY(people.seek(0) && people.resize(0) && people.write(text) == text.size());
    }
    QString said;
    QCOMPARE(run.call({QStringLiteral("audit"), QStringLiteral("--run"), run.id()}, &said),
             95); // nobody looked at its tables
    const QString out = run.filePath("out");
    QCOMPARE(
        run.call({QStringLiteral("report"), QStringLiteral("last"), QStringLiteral("--out"), out},
                 &said),
        0);
    QFile file(out + QStringLiteral("/history.jsonl"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(said));
    const QByteArray history = file.readAll();
    const QByteArray first = service.settings().nameOf(1).toUtf8();
    QCOMPARE(history.contains("\"user\":\"" + first + '"'), !fileChanges);
    QCOMPARE(history.contains("\"user\":1,"), fileChanges);
}

void TestForeignKinds::beside_data()
{
    using Who = Bystander::Kind;
    QTest::addColumn<QList<Who>>("who");
    QTest::addColumn<bool>("duringTheLoad");
    QTest::newRow("all of them, begun before")
        << QList<Who>{Who::IdlePool, Who::Prepared, Who::Report} << false;
    QTest::newRow("a pool and a report, begun during the load")
        << QList<Who>{Who::IdlePool, Who::Report} << true;
    QTest::newRow("a prepared one, begun during the load") << QList<Who>{Who::Prepared} << true;
}

void TestForeignKinds::beside()
{
    QFETCH(QList<Bystander::Kind>, who);
    QFETCH(bool, duringTheLoad);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    const ForeignService service(database, ForeignSettings{.fault = Fault::AnswersLate});
    ForeignRun run(service, database, Tried::quick({}));
    std::vector<std::unique_ptr<Bystander>> beside;
    const auto join = [&] {
        for (const Bystander::Kind kind : who) {
            beside.push_back(std::make_unique<Bystander>(database, kind));
        }
    };
    if (!duringTheLoad) {
        join();
    }
    run.start();
    if (duringTheLoad) {
        QVERIFY(QTest::qWaitFor([&service] { return service.asked() > 5; }, kBoundMs));
        join();
    }
    run.finish();
    QVERIFY2(run.exitCode() == 0, qPrintable(run.story()));
}

void TestForeignKinds::lateOnes_data()
{
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("noLock");
    QTest::newRow("nothing of them can be seen") << static_cast<int>(S::Late::OnItsWay) << false;
    QTest::newRow("one has the lock, the others wait for it")
        << static_cast<int>(S::Late::HoldsTheLock) << false;
    QTest::newRow("nothing can be seen, and more than there are")
        << static_cast<int>(S::Late::OnItsWay) << true;
}

void TestForeignKinds::lateOnes()
{
    QFETCH(int, how);
    QFETCH(bool, noLock);
    const ConnectionSettings database = TestDatabase::instance().freshDatabase();
    ForeignService service(database, ForeignSettings{.seats = noLock ? 10 : 30,
                                                     .fault = noLock ? Fault::NoLock : Fault::None,
                                                     .late = 8,
                                                     .lateHow = static_cast<S::Late>(how)});
    ForeignPlan plan =
        Tried::quick({.people = 40, .requests = 40, .timeout = QStringLiteral("400ms")});
    plan.unanswered = QStringLiteral("10m");
    plan.atMost = QStringLiteral("3s");
    ForeignRun run(service, database, plan);
    run.make();
    QVERIFY2(run.outcome("unknown") >= 1, qPrintable(run.story()));
    if (noLock) {
        QVERIFY2(run.exitCode() == 95 || run.exitCode() == 97, qPrintable(run.story()));
    } else {
        QVERIFY2(run.exitCode() == 95, qPrintable(run.story()));
    }
    service.release();
    QVERIFY(QTest::qWaitFor([&service] { return service.isIdle(); }, kBoundMs));
    const ForeignTruth truth = service.truth();
    run.auditAgain(QStringLiteral("1s,1s,12s"));
    const QString all = run.story() + QStringLiteral("\ntruth: ") + truth.text();
    QVERIFY2(truth.isRight() != noLock, qPrintable(all));
    QVERIFY2(run.exitCode() == (noLock ? 97 : 0), qPrintable(all));
}

} // namespace tst_foreign_kinds

STAMPEDE_TEST(tst_foreign_kinds::TestForeignKinds)
#include "tst_foreign_kinds.moc"
