// SPDX-License-Identifier: MIT
// Proves of every line of what a report does not show that it stands there where the run did not
// show it, that it is gone where the run did, and that it says so where nobody can know.

#include "report/not_shown.h"
#include "report_record.h"
#include "test_program.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

namespace tst_not_shown {

using namespace stampede;

namespace {

enum class Said
{
    Shown,
    Gone,
    InDoubt
};

using Change = std::function<void(RunRecord &)>;

struct Row
{
    const char *id;
    Said said;
    const char *text; ///< a part of it; nothing where it is gone
    Change change;
};

void nothing(RunRecord &) {}

void overHttp(RunRecord &record, TargetRows rows)
{
    record.scenario.target.kind = TargetKind::Http;
    record.scenario.target.audit.rows = rows;
    record.audit->state.rowsKnown = rows != TargetRows::None;
}

void killed(RunRecord &record)
{
    PlannedFault planned;
    planned.action = FaultAction::ServerKill;
    record.scenario.faults = {planned};
    InjectedFault fault;
    fault.planned = planned;
    fault.beganNs = 1;
    record.faults = {fault};
}

void check(RunRecord &record, CheckVerdict verdict)
{
    for (CheckResult &each : record.audit->checks) {
        each.verdict = verdict;
    }
}

QList<Row> rows()
{
    return {
        {"others", Said::Shown, "other builds", nothing},
        {"speed", Said::Shown, "fast enough", nothing},
        {"rows", Said::Gone, "", nothing},
        {"rows", Said::Shown, "only the answers could be seen",
         [](RunRecord &record) { overHttp(record, TargetRows::None); }},
        // The database was to be read, and could not be.
        {"rows", Said::Shown, "only the answers could be seen",
         [](RunRecord &record) { record.audit->state.rowsKnown = false; }},
        {"rows", Said::InDoubt, "nothing was audited",
         [](RunRecord &record) { record.audit.reset(); }},
        {"outside-database", Said::Shown, "outside the database it read", nothing},
        {"outside-database", Said::Gone, "",
         [](RunRecord &record) { overHttp(record, TargetRows::None); }},
        {"server-killed", Said::Shown, "when the server is killed", nothing},
        {"server-killed", Said::Shown, "this run killed none",
         [](RunRecord &record) { overHttp(record, TargetRows::Profile); }},
        {"server-killed", Said::Gone, "", killed},
        // It was planned, and the run was over before.
        {"server-killed", Said::Shown, "when the server is killed",
         [](RunRecord &record) {
             killed(record);
             record.faults[0].beganNs.reset();
         }},
        {"server-killed", Said::InDoubt, "whether it came is not known",
         [](RunRecord &record) {
             killed(record);
             record.faults.clear();
             record.cutOff = true;
         }},
        {"inside", Said::Gone, "", nothing},
        {"inside", Said::Shown, "seen from outside",
         [](RunRecord &record) { overHttp(record, TargetRows::Serve); }},
        {"rest-of-load", Said::Gone, "", nothing},
        {"rest-of-load", Said::Shown, "ended after 8 requests",
         [](RunRecord &record) { record.endedEarly = true; }},
        {"rest-of-load", Said::InDoubt, "at least 8 requests",
         [](RunRecord &record) { record.endedEarly = record.cutOff = true; }},
        {"race", Said::Gone, "", nothing},
        {"race", Said::Shown, "no two requests that wrote met",
         [](RunRecord &record) { record.diagnosis.crowd.mostWritersAtOnce = 1; }},
        {"race", Said::InDoubt, "is not known",
         [](RunRecord &record) {
             record.diagnosis.crowd.mostWritersAtOnce = 1;
             record.diagnosis.crowd.mostMaybeWriting = 3;
         }},
        {"race", Said::InDoubt, "is not known", [](RunRecord &record) { record.diagnosis = {}; }},
        {"race", Said::InDoubt, "is not known",
         [](RunRecord &record) { record.prediction.service.severalCoupons = true; }},
        {"second-coupon", Said::Gone, "", nothing},
        {"second-coupon", Said::Shown, "nobody who was given one asked again",
         [](RunRecord &record) { record.diagnosis.crowd.furtherTries = 0; }},
        {"second-coupon", Said::Gone, "",
         [](RunRecord &record) {
             record.diagnosis.crowd.furtherTries = 0;
             record.diagnosis.crowd.triesOfHolders = 2;
         }},
        {"second-coupon", Said::InDoubt, "is not known",
         [](RunRecord &record) {
             record.diagnosis.crowd.furtherTries = 0;
             record.diagnosis.crowd.furtherMaybe = 2;
         }},
        {"isolation", Said::Shown, "other than repeatable read", nothing},
        {"isolation", Said::InDoubt, "was not seen",
         [](RunRecord &record) { overHttp(record, TargetRows::Profile); }},
        {"how-often", Said::Shown, "one round", nothing},
        {"how-often", Said::Shown, "beyond these 5 rounds",
         [](RunRecord &record) { record.rounds = 5; }},
        {"pause", Said::Gone, "", nothing},
        {"pause", Said::Shown, "without the pause",
         [](RunRecord &record) { record.scenario.service.pause = std::chrono::milliseconds(1); }},
        {"pause", Said::Gone, "",
         [](RunRecord &record) {
             record.scenario.service.pause = std::chrono::milliseconds(1);
             overHttp(record, TargetRows::Profile);
         }},
        {"cannot-be-told", Said::Gone, "", nothing},
        {"cannot-be-told", Said::Shown, "could not be told: “",
         [](RunRecord &record) { check(record, CheckVerdict::Inconclusive); }},
        {"not-applicable", Said::Gone, "",
         [](RunRecord &record) { check(record, CheckVerdict::Pass); }},
        {"not-applicable", Said::Shown, "not applicable: “",
         [](RunRecord &record) { check(record, CheckVerdict::Skipped); }},
    };
}

} // namespace

class TestNotShown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void follows_data();
    void follows();
    void everyLineHasItsRows();
};

void TestNotShown::follows_data()
{
    QTest::addColumn<int>("row");
    const QList<Row> all = rows();
    for (int i = 0; i < all.size(); ++i) {
        QTest::addRow("%s, %d", all[i].id, i) << i;
    }
}

void TestNotShown::follows()
{
    QFETCH(int, row);
    const Row expected = rows()[row];
    RunRecord record = test::heldRecord();
    expected.change(record);
    const QList<NotShown> lines = notShownLines(record);
    const auto line = std::find_if(lines.begin(), lines.end(), [&expected](const NotShown &each) {
        return each.id == QLatin1String(expected.id);
    });
    QCOMPARE(line != lines.end(), expected.said != Said::Gone);
    if (line != lines.end()) {
        QCOMPARE(line->isInDoubt, expected.said == Said::InDoubt);
        QVERIFY2(line->text.contains(QString::fromUtf8(expected.text)), qPrintable(line->text));
    }
}

void TestNotShown::everyLineHasItsRows()
{
    const QList<Row> all = rows();
    const auto has = [&all](const char *id, Said said) {
        return std::any_of(all.begin(), all.end(), [id, said](const Row &row) {
            return QLatin1String(row.id) == QLatin1String(id) && row.said == said;
        });
    };
    for (const NotShownKind &kind : notShownKinds()) {
        QVERIFY2(has(kind.id, Said::Shown), kind.id);
        QVERIFY2(kind.always != has(kind.id, Said::Gone), kind.id);
        QVERIFY2(kind.mayBeInDoubt == has(kind.id, Said::InDoubt), kind.id);
    }
}

} // namespace tst_not_shown

STAMPEDE_TEST(tst_not_shown::TestNotShown)
#include "tst_not_shown.moc"
