// SPDX-License-Identifier: MIT
#include "full_record.h"

#include <QJsonObject>

#include <limits>

namespace stampede::test {

namespace {

/// 1, 2, 3 …: no two fields are alike.
class Numbers
{
public:
    template<typename T>
    void fill(T &value)
    {
        value = static_cast<T>(++m_last);
    }
    template<typename... T>
    void all(T &...values)
    {
        (fill(values), ...);
    }

private:
    std::int64_t m_last = 1000;
};

LatencyFigures latency(Numbers &next)
{
    LatencyFigures figures;
    next.all(figures.count, figures.minNs, figures.meanNs, figures.p50Ns, figures.p90Ns,
             figures.p95Ns, figures.p99Ns, figures.p999Ns, figures.maxNs);
    figures.meanNs += 0.125;
    return figures;
}

LatencyTable latencies(Numbers &next)
{
    LatencyTable table;
    table.all = latency(next);
    for (LatencyFigures &figures : table.byOutcome) {
        figures = latency(next);
    }
    return table;
}

StateFigures state(Numbers &next)
{
    StateFigures figures;
    next.all(figures.initialStock, figures.remaining.emplace(), figures.issuedCounter.emplace(),
             figures.rows, figures.rowsBefore, figures.newRows, figures.distinctUsers,
             figures.drift.emplace(), figures.lostWrites, figures.unannounced,
             figures.hiddenRetries, figures.duplicatePeople, figures.duplicatesBefore,
             figures.duplicateRows.emplace(), figures.mostPerPerson, figures.tookEffect,
             figures.noEffect, figures.queueJumps);
    figures.initialStockKnown = false;
    figures.rowsKnown = false;
    return figures;
}

Threshold threshold()
{
    using std::chrono_literals::operator""ms;
    return {QStringLiteral("latency"),
            QStringLiteral("p(95)<200"),
            Aggregation::Percentile,
            95.5,
            Comparison::Less,
            200.25,
            true,
            1500ms};
}

Scenario scenario(Numbers &next)
{
    using std::chrono_literals::operator""ms;
    Scenario s;
    s.name = QStringLiteral("<script>\"이름\" 🎟 'x'");
    s.seed = std::uint64_t{1} << 53U;
    s.coupon = {QStringLiteral("쿠폰"), 33, 12'345, {false, 1'700'000'000'123}, {false, 99}};
    s.users = {777, Pick::Zipf, 13, 5, 1.25, QStringLiteral("people.csv"), {}, {}};
    s.users.perPerson = {std::nullopt, {QStringLiteral("day")}}; // no limit is no limit again
    s.load.model = LoadModel::RampingArrivalRate;
    next.all(s.load.vus, s.load.iterations, s.load.rate);
    s.load.duration = 61'001ms;
    s.load.timeout = 4'321ms;
    s.load.stages = {{1000ms, 10.5}, {Duration::zero(), 20}};
    s.load.thinkTime = 17ms;
    s.service = {StrategyKind::Pessimistic, {false, false, false}, 9, Isolation::Serializable, 3ms};
    s.target.kind = TargetKind::Http;
    s.target.url = QStringLiteral("http://${env:HOST}/{couponId}");
    s.target.method = QStringLiteral("PUT");
    s.target.headers = {{QStringLiteral("Accept"), QStringLiteral("*/*")}};
    s.target.body = QJsonObject{{QStringLiteral("a"), 1.5}, {QStringLiteral("b"), QJsonValue()}};
    s.target.couponId = QStringLiteral("C-7");
    s.target.insecure = true;
    s.target.tls = {QStringLiteral("ca.pem"), QStringLiteral("me.pem"), QStringLiteral("me.key")};
    s.target.steps = {
        {QStringLiteral("log in"),
         StepEach::Person,
         QStringLiteral("http://h/login"),
         QStringLiteral("PUT"),
         {{QStringLiteral("Accept"), QStringLiteral("*/*")}},
         QJsonObject{{QStringLiteral("a"), 1.5}},
         {QStringLiteral("2xx")},
         {{QStringLiteral("token"), QStringLiteral("pointer"), QStringLiteral("/t")}},
         ClassifyRule{200, 299, {}, {}, QStringLiteral("/s"), {}, {}, {}, Outcome::Issued},
         50ms,
         60'000ms}};
    s.target.cookies = true;
    s.target.warmupUrl = QStringLiteral("http://127.0.0.1/warm");
    s.target.quantity = AskedQuantity{3, QStringLiteral("pieces")};
    s.target.classify = {{200,
                          299,
                          QStringLiteral("X-Code"),
                          {QJsonValue(QJsonValue::Null), QStringLiteral("^a")},
                          QStringLiteral("/code"),
                          QStringLiteral("resultCode"),
                          QStringLiteral("gone"),
                          {QJsonValue(7), QStringLiteral("b$")},
                          Outcome::OutOfStock}};
    s.target.audit = {TargetRows::Profile, QStringLiteral("shop.json"),
                      QStringLiteral("mysql://reader@db/shop"),
                      TargetLog{QStringLiteral("a.log"), QStringLiteral("i"), QStringLiteral("o"),
                                QStringLiteral("b")},
                      SettleSetting{1'500ms, 20'000ms, 90'000ms}};
    s.target.knowsStock = true;
    s.target.folder.path = QStringLiteral("/somewhere");
    s.warmup = 2'000ms;
    s.rounds = 4;
    s.thresholds = {threshold()};
    s.about = {QStringLiteral("sys"),    QStringLiteral("build"),  QStringLiteral("env"),
               QStringLiteral("tester"), QStringLiteral("ticket"), QStringLiteral("purpose")};
    s.faults = {{3'000ms, FaultAction::Network, 4'000ms, 0.5, NetworkEffect::HalfOpen, 7ms}};
    return s;
}

Prediction prediction(Numbers &next)
{
    Prediction p;
    const auto range = [&next](Range &bounds) { next.all(bounds.min, bounds.max.emplace()); };
    range(p.requests);
    next.fill(p.distinctUsers);
    for (Range *bounds :
         {&p.issued, &p.remaining, &p.alreadyIssued, &p.outOfStock, &p.outsideSale}) {
        range(*bounds);
    }
    range(p.notIssued.emplace());
    p.service = {PredictedService::Stock::Unlimited,
                 {7, {QStringLiteral("day"), QStringLiteral("shop")}},
                 false,
                 false,
                 true,
                 false,
                 true,
                 false,
                 SaleWindow{-5, std::numeric_limits<std::int64_t>::max(), true}};
    next.fill(p.rowsBefore);
    p.possible = {true, true, true};
    p.notes = {{QStringLiteral("code"), QStringLiteral("text")}};
    return p;
}

HotRow hotRow(Numbers &next)
{
    const auto person = [&next] {
        RowPerson who;
        next.all(who.user, who.request, who.rowId, who.askedNs, who.readNs, who.wroteNs,
                 who.committedNs);
        return who;
    };
    HotRow row;
    row.rowLock = false;
    next.all(row.holders, row.mostWaiting, row.mostWaitingAtNs, row.mostBetweenReadAndWrite,
             row.racePairs, row.overwrites, row.lostDecrements, row.writersInDoubt);
    row.longestWait = LongestWait{person(), person(), 3, 4};
    row.firstRace = RacePair{person(), person(), 5, 6, 7};
    next.all(row.hold.issued, row.hold.toWriteNs, row.hold.toCommitNs, row.hold.overtaken,
             row.hold.emptyHanded);
    return row;
}

AuditReport audit(Numbers &next)
{
    AuditReport report;
    report.verdict = AuditVerdict::Broken;
    CheckResult check = newCheck(QStringLiteral("stock-adds-up"));
    check.cls = CheckClass::Ground;
    check.verdict = CheckVerdict::Fail;
    check.skipReason = SkipReason::NoRun;
    check.expected = QStringLiteral("100");
    check.actual = QStringLiteral("197");
    check.columns = {QStringLiteral("user"), QStringLiteral("row")};
    check.rows = {{QVariant::fromValue<qlonglong>(std::numeric_limits<qint64>::max()),
                   QStringLiteral("0.123")},
                  {QVariant(), QStringLiteral("–")}};
    check.sql = QStringLiteral("SELECT 1");
    check.explanation = QStringLiteral("why");
    check.proof = QStringLiteral("proof");
    next.all(check.rowCount, check.beganNs, check.tookNs);
    report.checks = {check};
    report.state = state(next);
    report.undecidedReason = QStringLiteral("reason");
    report.sale = SaleAnswers{3, {7, 70'000}, 1};
    report.wrongAnswers = {{7, Condition::C3}, {70'000, Condition::C6}};
    next.all(report.toldSoldOutTooEarly, report.wrongRefusals);
    report.rowUsers = {5, 1, std::numeric_limits<std::int64_t>::max(), -9};
    report.holdersBefore = {4, -2, std::numeric_limits<std::int64_t>::max()};
    report.rules = {std::nullopt, true, true, true, false};
    report.rowPieces = {1, 4'000'000'000, 2, 1};
    report.piecesBefore = {1, 2, 3};
    report.piecesAsked = {2, 1};
    report.counterAhead = -3;
    report.startKnown = StartKnowledge::StockAtMost;
    report.writtenUsers = {9, -9};
    report.precedence = Precedence::DuplicateFirst;
    AuditReport one = report;
    one.verdict = AuditVerdict::Undecided;
    report.coupons = {{QStringLiteral("SPRING"), {0, 7, 70'000}, one}};
    return report;
}

Diagnosis diagnosis(Numbers &next)
{
    Diagnosis d;
    d.headline = QStringLiteral("headline");
    d.hypotheses = {{QStringLiteral("race"), QStringLiteral("They raced"),
                     HypothesisVerdict::RuledOut, QStringLiteral("e"), QStringLiteral("a")}};
    next.all(d.crowd.requests, d.crowd.people, d.crowd.furtherTries, d.crowd.overlappingTries,
             d.crowd.mostWritersAtOnce, d.crowd.soldOutNs.emplace(), d.crowd.askedAfterwards,
             d.crowd.missingPeople, d.crowd.firstMissing);
    return d;
}

std::vector<Operation> operations(std::size_t count)
{
    std::vector<Operation> all(count);
    std::uint32_t i = 0;
    for (Operation &operation : all) {
        operation.invokedNs = std::int64_t{i} * 12'345 - 7;
        operation.returnedNs =
            i % 7 == 0 ? Operation::kNoAnswer : operation.invokedNs + 1'000'003 + i;
        operation.user = i % 11 == 0 ? std::numeric_limits<std::int64_t>::min() : i * 31 % 1000;
        operation.rowId = i % 3 == 0 ? 0 : i;
        operation.request = 0xFFFF'FFFFU - i;
        operation.latenessUs = i % 5 == 0 ? 0xFFFF'FFFFU : i;
        operation.lockedUs = i % 4 == 0 ? Operation::kNotReached : i + 10;
        operation.wroteUs = i % 8 < 4 ? Operation::kNotReached : i + 20;
        operation.committedUs = i % 16 < 8 ? Operation::kNotReached : i + 30;
        operation.stockRead = static_cast<std::int32_t>(i % 200) - 1;
        operation.errorCode = static_cast<std::uint16_t>(i % 9 == 0 ? 1213 : 0);
        operation.vu = static_cast<std::uint16_t>(i);
        operation.attempts = static_cast<std::uint8_t>(1 + i % 255);
        operation.outcome = kAllOutcomes[i % kOutcomeCount];
        operation.reason = static_cast<UnknownReason>(i % kUnknownReasonCount);
        ++i;
    }
    return all;
}

} // namespace

RunRecord fullRecord(std::size_t history)
{
    Numbers next;
    RunRecord r;
    r.id = QStringLiteral("7f3a91c0ffee");
    r.startedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'123, Qt::UTC);
    r.finishedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'060'456, Qt::UTC);
    next.all(r.seed, r.round, r.rounds, r.retries, r.coupon.value);
    r.version = QStringLiteral("9.9");
    r.tool = {"k6 json", "r.json", "e6d9", 1'000'000, 1'796'004'353'699, true};
    r.historySha256 = QStringLiteral("abc");
    r.endedEarly = true;
    r.cutOff = true;
    r.endedByLimit = ThresholdOutcome{threshold(), 0.1, true};
    r.scenario = scenario(next);
    r.people =
        PersonDirectory::from({-1, 7}, {QStringLiteral("stranger"), QStringLiteral("김")}).value();
    r.inTable = PersonDirectory::from({7}, {QStringLiteral("m김")}).value();
    r.userFormat = QStringLiteral("m{userId}");
    r.environment = {QStringLiteral("host"),
                     {QStringLiteral("MariaDB"),
                      QStringLiteral("10"),
                      QStringLiteral("RR"),
                      {{QStringLiteral("sync"), QStringLiteral("1")}}},
                     QStringLiteral("managed:"),
                     {QStringLiteral("remark")}};
    r.prediction = prediction(next);
    for (auto &outcome : r.outcomes.byOutcome) {
        next.fill(outcome);
    }
    for (auto &reason : r.unknownReasons) {
        next.fill(reason);
    }
    next.all(r.loadTester.requests, r.loadTester.failed, r.loadTester.refusals,
             r.loadTester.rightRefusals.emplace(), r.loadTester.foundRight, r.loadTester.unjudged,
             r.loadTester.notRecognised, r.loadTester.errors, r.loadTester.withoutAnswer);
    StatusCount status{Outcome::OutOfStock, 410, 0};
    next.fill(status.count);
    r.statuses = {status, {Outcome::Issued, 201, 3}};
    r.service = latencies(next);
    r.response = latencies(next);
    r.throughput = {0.1, 1.0 / 3, 1e-300};
    r.timeline.bucketNs = 5'000'000;
    r.timeline.buckets.resize(3);
    for (TimelineBucket &bucket : r.timeline.buckets) {
        for (auto &answers : bucket.answers) {
            next.fill(answers);
        }
        next.all(bucket.asked, bucket.inFlight, bucket.issuedTotal, bucket.stock,
                 bucket.issuedP50Ns, bucket.issuedP95Ns, bucket.issuedP99Ns);
    }
    next.all(r.counters.deadlocks.emplace(), r.counters.lockWaits.emplace(),
             r.counters.lockWaitMs.emplace(), r.counters.commits.emplace(),
             r.counters.rollbacks.emplace(), r.counters.cpuUs.emplace());
    r.generator = {false, {QStringLiteral("slow")}, 1.5, 2.5, 16, 3, 4, 9, {{5, 6.5}}, 7.5, 8.5};
    r.logCounts = LogCounts{4, 3, 2, 1};
    r.lockingReads = 5;
    r.logFile = QStringLiteral("service.log");
    r.logLines = QStringLiteral("one\ntwo");
    r.contact = ServiceContact{
        1,
        2,
        3,
        0,
        QStringLiteral("HTTP?"),
        QStringLiteral("no_http"),
        503,
        QStringLiteral("busy"),
        {7, 0, 9},
        {{QStringLiteral("log in"), QStringLiteral("person"), 9, 1, 5, 7, QStringLiteral("401")}}};
    r.faults = {{r.scenario.faults.first(), 5, 6, 7, QStringLiteral("failure")}};
    r.hotRow = hotRow(next);
    r.audit = audit(next);
    r.auditError = QStringLiteral("error");
    r.diagnosis = diagnosis(next);
    r.thresholds = {{threshold(), std::nullopt, false}};
    r.verdict = RunVerdict::Pass;
    RoundFigures round;
    round.seed = 4;
    round.verdict = RunVerdict::Aborted;
    round.outcomes = r.outcomes;
    round.throughput = r.throughput;
    round.service = latencies(next);
    round.response = latencies(next);
    round.state = state(next);
    r.allRounds = {round, RoundFigures()};
    r.spread = {{QStringLiteral("issued"), 1.5, 2.5, 3.5}};
    r.history = std::make_shared<const std::vector<Operation>>(operations(history));
    return r;
}

RunRecord smallRecord(const QString &id)
{
    RunRecord record;
    record.id = id;
    record.startedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC)
                           .addSecs(id.right(4).toInt(nullptr, 16));
    record.scenario.name = QStringLiteral("hundred-users");
    record.verdict = RunVerdict::Pass;
    record.outcomes.byOutcome[indexOf(Outcome::Issued)] = 100;
    record.outcomes.byOutcome[indexOf(Outcome::AlreadyIssued)] = 996;
    record.audit.emplace();
    record.audit->verdict = AuditVerdict::Held;
    record.history = std::make_shared<const std::vector<Operation>>(operations(50));
    return record;
}

} // namespace stampede::test
