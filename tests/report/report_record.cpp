// SPDX-License-Identifier: MIT
#include "report_record.h"

#include "base/clock.h"

namespace stampede::test {

namespace {

Operation operation(std::uint32_t request, std::int64_t user, Outcome outcome)
{
    Operation made;
    made.request = request;
    made.user = user;
    made.invokedNs = std::int64_t{request} * kNsPerMs;
    made.returnedNs = made.invokedNs + 12 * kNsPerMs;
    made.outcome = outcome;
    made.vu = static_cast<std::uint16_t>(request % 4);
    return made;
}

void addHistory(RunRecord &record)
{
    std::vector<Operation> history = {
        operation(0, 907, Outcome::Issued),         operation(1, 4242, Outcome::Issued),
        operation(2, 5151, Outcome::Issued),        operation(3, 907, Outcome::AlreadyIssued),
        operation(4, 4242, Outcome::AlreadyIssued), operation(5, 907, Outcome::AlreadyIssued),
        operation(6, 5151, Outcome::AlreadyIssued), operation(7, 4242, Outcome::Unknown)};
    history.back().returnedNs = Operation::kNoAnswer;
    history.back().reason = UnknownReason::Timeout;
    for (const Operation &one : history) {
        ++record.outcomes.byOutcome[indexOf(one.outcome)];
    }
    record.timeline = buildTimeline(history, 20 * kNsPerMs, 4);
    LatencyFigures figures;
    figures.count = 7;
    figures.p50Ns = figures.p90Ns = figures.p95Ns = figures.p99Ns = 12 * kNsPerMs;
    record.service.all = figures;
    record.response.all = figures;
    record.service.byOutcome[indexOf(Outcome::Issued)] = figures;
    record.history = std::make_shared<const std::vector<Operation>>(std::move(history));
}

CheckResult heldCheck(const char *id, const QString &words)
{
    CheckResult check = newCheck(QString::fromLatin1(id));
    check.verdict = CheckVerdict::Pass;
    check.explanation = words;
    check.sql = QStringLiteral("SELECT COUNT(*) FROM `user_coupons`");
    return check;
}

} // namespace

RunRecord heldRecord()
{
    RunRecord record;
    record.id = QStringLiteral("7f3a91000000");
    record.version = QStringLiteral("0.1.0");
    record.startedAt = QDateTime(QDate(2026, 4, 12), QTime(14, 3, 21), Qt::UTC);
    record.seed = 42;
    record.historySha256 =
        QStringLiteral("9c1e") + QString(56, QLatin1Char('0')) + QStringLiteral("44a0");
    record.scenario.name = QStringLiteral("Three people, four coupons");
    record.scenario.coupon.stock = 4;
    record.scenario.users.count = 6000;
    record.scenario.about.system = QStringLiteral("Promo service");
    record.scenario.about.build = QStringLiteral("2.14.0");
    record.scenario.about.ticket = QStringLiteral("QA-1172");
    record.environment.database = {QStringLiteral("MariaDB"),
                                   QStringLiteral("10.11.19"),
                                   QStringLiteral("REPEATABLE-READ"),
                                   {{QStringLiteral("sync_binlog"), QStringLiteral("0")}}};
    record.prediction.requests = {8, 8};
    record.prediction.distinctUsers = 3;
    record.prediction.issued = {3, 3};
    record.prediction.remaining = {1, 1};
    record.prediction.alreadyIssued = {4, 5};
    record.prediction.outOfStock = {0, 0};
    record.prediction.outsideSale = {0, 0};
    record.throughput = {0.02, 350, 150};
    addHistory(record);
    record.loadTester = {.requests = 8,
                         .failed = 5,
                         .refusals = 4,
                         .rightRefusals = 4,
                         .errors = 1,
                         .withoutAnswer = 1};
    record.audit.emplace();
    record.audit->verdict = AuditVerdict::Held;
    record.audit->state.initialStock = 4;
    record.audit->state.remaining = 1;
    record.audit->state.rows = record.audit->state.newRows = 3;
    record.audit->state.distinctUsers = 3;
    record.audit->state.drift = 0;
    record.audit->rowUsers = {907, 4242, 5151};
    record.audit->checks = {heldCheck("stock-adds-up", QStringLiteral("4 = 3 written + 1 left.")),
                            newCheck(QStringLiteral("earlier-holders-kept"))};
    record.diagnosis.headline = QStringLiteral("4 of 8 requests were refused, rightly.");
    record.diagnosis.hypotheses = {{QStringLiteral("race"),
                                    QStringLiteral("Requests wrote over each other"),
                                    HypothesisVerdict::RuledOut,
                                    QStringLiteral("Nothing was lost."),
                                    {}}};
    record.diagnosis.crowd.mostWritersAtOnce = 3;
    record.diagnosis.crowd.furtherTries = 4;
    record.verdict = RunVerdict::Pass;
    return record;
}

RunRecord racedRecord()
{
    RunRecord record = heldRecord();
    record.scenario.service.layers.rowLock = false;
    record.audit->verdict = AuditVerdict::Broken;
    record.audit->state.remaining = 2;
    record.audit->state.drift = -1;
    CheckResult stock = newCheck(QStringLiteral("stock-adds-up"));
    stock.verdict = CheckVerdict::Fail;
    stock.explanation = QStringLiteral("4 at start, but 3 written + 2 left make 5.");
    stock.proof = QStringLiteral("At 0.001 s users 907 and 4242 had both read 4. Both wrote 3.");
    CheckResult people = newCheck(QStringLiteral("one-per-user"));
    people.verdict = CheckVerdict::Fail;
    people.explanation = QStringLiteral("1 person holds more than one. Most: user 5151 with 2.");
    people.columns = QStringList{QStringLiteral("user"), QStringLiteral("rows")};
    addRow(people, {qlonglong{5151}, qlonglong{2}});
    CheckResult own = newCheck(QStringLiteral("stock-adds-up"));
    own.id = QStringLiteral("own:members");
    own.title = QStringLiteral("No claim without a member");
    own.verdict = CheckVerdict::Fail;
    own.explanation = QStringLiteral("1 row.");
    own.columns = QStringList{QStringLiteral("claim")};
    addRow(own, {QStringLiteral("claim of 4242")});
    record.audit->checks = {stock, people, own};
    record.verdict = RunVerdict::Violation;
    record.hotRow.emplace();
    record.hotRow->racePairs = 1;
    RacePair race;
    race.first = {907, 0, 1, 0, 2 * kNsPerMs, 4 * kNsPerMs, 6 * kNsPerMs};
    race.second = {4242, 1, 2, kNsPerMs, 3 * kNsPerMs, 7 * kNsPerMs, 9 * kNsPerMs};
    race.valueRead = 4;
    race.valueWritten = 3;
    record.hotRow->firstRace = race;
    return record;
}

} // namespace stampede::test
