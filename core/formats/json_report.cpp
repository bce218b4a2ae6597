// SPDX-License-Identifier: MIT
#include "formats/json_report.h"

#include "base/clock.h"
#include "formats/json_values.h"
#include "prediction/prediction.h"
#include "record/check_text.h"
#include "record/settled_effects.h"
#include "scenario/scenario_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace stampede {

namespace {

QJsonValue stepsToJson(const std::optional<ServiceContact> &contact)
{
    if (!contact || contact->steps.empty()) {
        return QJsonValue::Null;
    }
    const auto micros = [](const std::optional<std::int64_t> &ns) {
        return ns ? QJsonValue(static_cast<double>(*ns) / kNsPerUs) : QJsonValue(QJsonValue::Null);
    };
    QJsonArray steps;
    for (const StepFigure &step : contact->steps) {
        steps.append(QJsonObject{{QStringLiteral("name"), step.name},
                                 {QStringLiteral("each"), step.each},
                                 {QStringLiteral("count"), static_cast<qint64>(step.count)},
                                 {QStringLiteral("failed"), static_cast<qint64>(step.failed)},
                                 {QStringLiteral("p50_us"), micros(step.p50Ns)},
                                 {QStringLiteral("p95_us"), micros(step.p95Ns)},
                                 {QStringLiteral("first_failure"), textOrNull(step.firstFailure)}});
    }
    return steps;
}

QJsonValue contactToJson(const std::optional<ServiceContact> &contact)
{
    if (!contact) {
        return QJsonValue::Null;
    }
    QJsonValue unrecognised(QJsonValue::Null);
    if (contact->firstUnrecognisedStatus) {
        unrecognised = QJsonObject{{QStringLiteral("status"), *contact->firstUnrecognisedStatus},
                                   {QStringLiteral("start"), contact->firstUnrecognised},
                                   {QStringLiteral("why"), textOrNull(contact->whyUnrecognised)}};
    }
    QJsonValue serverError(QJsonValue::Null);
    if (contact->firstServerErrorStatus) {
        serverError = QJsonObject{{QStringLiteral("status"), *contact->firstServerErrorStatus},
                                  {QStringLiteral("start"), contact->firstServerError}};
    }
    QJsonArray ruleHits;
    for (const std::int64_t hits : contact->ruleHits) {
        ruleHits.append(number(hits));
    }
    return QJsonObject{{QStringLiteral("refused_at_start"), contact->refusedAtStart},
                       {QStringLiteral("reconnects"), static_cast<qint64>(contact->reconnects)},
                       {QStringLiteral("late_answers"), static_cast<qint64>(contact->lateAnswers)},
                       {QStringLiteral("first_unrecognised"), unrecognised},
                       {QStringLiteral("first_5xx"), serverError},
                       {QStringLiteral("rule_hits"), ruleHits}};
}

double milliseconds(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

QJsonValue optionalMs(const std::optional<std::int64_t> &ns)
{
    return ns ? QJsonValue(milliseconds(*ns)) : QJsonValue(QJsonValue::Null);
}

QJsonArray injectedFaultsToJson(const std::vector<InjectedFault> &faults)
{
    QJsonArray list;
    for (const InjectedFault &fault : faults) {
        const PlannedFault &planned = fault.planned;
        const bool isNetwork = planned.action == FaultAction::Network;
        const bool isDelay = isNetwork && planned.effect == NetworkEffect::Delay;
        const bool isShare = planned.action == FaultAction::ConnectionsKill;
        list.append(QJsonObject{
            {QStringLiteral("kind"), faultActionKey(planned.action)},
            {QStringLiteral("at_ms"), milliseconds(planned.at.count())},
            {QStringLiteral("for_ms"),
             isShare ? QJsonValue(QJsonValue::Null) : milliseconds(planned.length.count())},
            {QStringLiteral("share"),
             isShare ? QJsonValue(planned.share) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("effect"), isNetwork ? QJsonValue(networkEffectKey(planned.effect))
                                                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("delay_ms"), isDelay ? QJsonValue(milliseconds(planned.delay.count()))
                                                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("began_ms"), optionalMs(fault.beganNs)},
            {QStringLiteral("ended_ms"), optionalMs(fault.endedNs)},
            {QStringLiteral("connections"), number(fault.connections)},
            {QStringLiteral("failure"), textOrNull(fault.failure)}});
    }
    return list;
}

constexpr double kNsPerUsReal = 1e3;

QJsonValue latencyToJson(const LatencyFigures &figures)
{
    if (figures.count == 0) {
        return QJsonValue::Null;
    }
    const auto us = [](double ns) { return QJsonValue(ns / kNsPerUsReal); };
    return QJsonObject{{QStringLiteral("count"), number(figures.count)},
                       {QStringLiteral("min_us"), us(static_cast<double>(figures.minNs))},
                       {QStringLiteral("mean_us"), us(figures.meanNs)},
                       {QStringLiteral("p50_us"), us(static_cast<double>(figures.p50Ns))},
                       {QStringLiteral("p90_us"), us(static_cast<double>(figures.p90Ns))},
                       {QStringLiteral("p95_us"), us(static_cast<double>(figures.p95Ns))},
                       {QStringLiteral("p99_us"), us(static_cast<double>(figures.p99Ns))},
                       {QStringLiteral("p999_us"), us(static_cast<double>(figures.p999Ns))},
                       {QStringLiteral("max_us"), us(static_cast<double>(figures.maxNs))}};
}

QJsonObject latencyTableToJson(const LatencyTable &table)
{
    QJsonObject object = {{QStringLiteral("all"), latencyToJson(table.all)}};
    for (const Outcome outcome : kAllOutcomes) {
        object.insert(keyOf(outcome), latencyToJson(table.byOutcome[indexOf(outcome)]));
    }
    return object;
}

QJsonObject outcomesToJson(const OutcomeCounts &outcomes)
{
    QJsonObject object;
    for (const Outcome outcome : kAllOutcomes) {
        object.insert(keyOf(outcome), number(outcomes.of(outcome)));
    }
    object.insert(QStringLiteral("total"), number(outcomes.total()));
    return object;
}

QJsonObject timelineToJson(const Timeline &timeline)
{
    QJsonObject series;
    const auto add = [&series, &timeline](const QString &name, auto &&valueOf) {
        QJsonArray values;
        for (const TimelineBucket &bucket : timeline.buckets) {
            values.append(valueOf(bucket));
        }
        series.insert(name, values);
    };
    for (const Outcome outcome : kAllOutcomes) {
        add(keyOf(outcome), [outcome](const TimelineBucket &bucket) {
            return QJsonValue(static_cast<qint64>(bucket.answers[indexOf(outcome)]));
        });
    }
    const auto orNull = [](std::int64_t value, bool there) {
        return there ? number(value) : QJsonValue(QJsonValue::Null);
    };
    add(QStringLiteral("asked"),
        [](const TimelineBucket &bucket) { return QJsonValue(static_cast<qint64>(bucket.asked)); });
    add(QStringLiteral("in_flight"), [](const TimelineBucket &bucket) {
        return QJsonValue(static_cast<qint64>(bucket.inFlight));
    });
    add(QStringLiteral("issued_total"),
        [](const TimelineBucket &bucket) { return number(bucket.issuedTotal); });
    add(QStringLiteral("remaining"), [&orNull](const TimelineBucket &bucket) {
        return orNull(bucket.stock, bucket.stock >= 0);
    });
    const auto percentile = [&add](const QString &name, std::int64_t TimelineBucket::*field) {
        add(name, [field](const TimelineBucket &bucket) {
            return bucket.*field == 0
                       ? QJsonValue(QJsonValue::Null)
                       : QJsonValue(static_cast<double>(bucket.*field) / kNsPerUsReal);
        });
    };
    percentile(QStringLiteral("issued_p50_us"), &TimelineBucket::issuedP50Ns);
    percentile(QStringLiteral("issued_p95_us"), &TimelineBucket::issuedP95Ns);
    percentile(QStringLiteral("issued_p99_us"), &TimelineBucket::issuedP99Ns);
    return {{QStringLiteral("bucket_ms"), static_cast<double>(timeline.bucketNs) / 1e6},
            {QStringLiteral("series"), series}};
}

QJsonObject generatorToJson(const RunRecord &record)
{
    const GeneratorFigures &generator = record.generator;
    QJsonArray rateChanges;
    for (const RateChange &change : generator.rateChanges) {
        rateChanges.append(
            QJsonObject{{QStringLiteral("at_ms"), static_cast<double>(change.atNs) / 1e6},
                        {QStringLiteral("requests_per_second"), change.perSecond}});
    }
    const auto ifKnown = [&record](const QJsonValue &value) {
        return record.knowsGenerator() ? value : QJsonValue(QJsonValue::Null);
    };
    return {{QStringLiteral("valid"), generator.valid},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(generator.reasons)},
            {QStringLiteral("cpu_seconds"), ifKnown(generator.cpuSeconds)},
            {QStringLiteral("cpu_us_per_request"), ifKnown(generator.cpuUsPerRequest)},
            {QStringLiteral("lateness_p99_us"), ifKnown(number(generator.latenessP99Us))},
            {QStringLiteral("dropped"), ifKnown(number(generator.dropped))},
            {QStringLiteral("unsent_at_stop"), ifKnown(number(generator.unsentAtStop))},
            {QStringLiteral("rate_changes"), rateChanges},
            {QStringLiteral("ui_cpu_seconds"), optionalReal(generator.uiCpuSeconds)},
            {QStringLiteral("ui_longest_stall_ms"), optionalReal(generator.uiLongestStallMs)}};
}

QJsonObject throughputToJson(const ThroughputFigures &throughput)
{
    return {{QStringLiteral("answers_per_second"), throughput.answersPerSecond},
            {QStringLiteral("issued_per_second"), throughput.issuedPerSecond},
            {QStringLiteral("duration_seconds"), throughput.durationSeconds}};
}

QJsonObject latencyToJson(const LatencyTable &service, const LatencyTable &response)
{
    return {{QStringLiteral("service"), latencyTableToJson(service)},
            {QStringLiteral("response"), latencyTableToJson(response)}};
}

QJsonValue microseconds(std::int64_t ns)
{
    return ns == RowUse::kNever ? QJsonValue(QJsonValue::Null) : number(ns / kNsPerUs);
}

QJsonObject personToJson(const RowPerson &person)
{
    return {
        {QStringLiteral("user"), number(person.user)},
        {QStringLiteral("request"), number(person.request)},
        {QStringLiteral("row"),
         person.rowId == 0 ? QJsonValue(QJsonValue::Null) : number(person.rowId)},
        {QStringLiteral("asked_us"), microseconds(person.askedNs)},
        {QStringLiteral("read_us"), microseconds(person.readNs)},
        {QStringLiteral("wrote_us"), microseconds(person.wroteNs)},
        {QStringLiteral("committed_us"), microseconds(person.committedNs)},
    };
}

QJsonValue waitToJson(const std::optional<LongestWait> &wait)
{
    if (!wait) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {QStringLiteral("who"), personToJson(wait->who)},
        {QStringLiteral("waited_for"), wait->waitedFor ? QJsonValue(personToJson(*wait->waitedFor))
                                                       : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("from_us"), microseconds(wait->fromNs)},
        {QStringLiteral("waited_us"), microseconds(wait->waitedNs)}};
}

QJsonValue raceToJson(const std::optional<RacePair> &race)
{
    if (!race) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("first"), personToJson(race->first)},
                       {QStringLiteral("second"), personToJson(race->second)},
                       {QStringLiteral("both_read_us"), microseconds(race->bothReadNs)},
                       {QStringLiteral("value_read"), number(race->valueRead)},
                       {QStringLiteral("value_written"), number(race->valueWritten)}};
}

QJsonObject holdToJson(const RowHold &hold)
{
    return {{QStringLiteral("issued"), number(hold.issued)},
            {QStringLiteral("per_coupon_us"), hold.perCouponUs()},
            {QStringLiteral("to_write_us"), microseconds(hold.toWriteNs)},
            {QStringLiteral("to_commit_us"), microseconds(hold.toCommitNs)},
            {QStringLiteral("overtaken"), number(hold.overtaken)},
            {QStringLiteral("empty_handed"), number(hold.emptyHanded)}};
}

QJsonValue hotRowToJson(const std::optional<HotRow> &hotRow)
{
    if (!hotRow) {
        return QJsonValue::Null;
    }
    return QJsonObject{
        {QStringLiteral("row_lock"), hotRow->rowLock},
        {QStringLiteral("holders"), number(hotRow->holders)},
        {QStringLiteral("most_waiting"), number(hotRow->mostWaiting)},
        {QStringLiteral("most_waiting_at_us"), microseconds(hotRow->mostWaitingAtNs)},
        {QStringLiteral("most_between_read_and_write"), number(hotRow->mostBetweenReadAndWrite)},
        {QStringLiteral("longest_wait"), waitToJson(hotRow->longestWait)},
        {QStringLiteral("race_pairs"), number(hotRow->racePairs)},
        {QStringLiteral("overwrites"), number(hotRow->overwrites)},
        {QStringLiteral("lost_decrements"), number(hotRow->lostDecrements)},
        {QStringLiteral("writers_in_doubt"), number(hotRow->writersInDoubt)},
        {QStringLiteral("first_race"), raceToJson(hotRow->firstRace)},
        {QStringLiteral("hold"), holdToJson(hotRow->hold)}};
}

QJsonObject rangeToJson(const Range &range)
{
    return {{QStringLiteral("min"), number(range.min)},
            {QStringLiteral("max"), optionalNumber(range.max)}};
}

QJsonValue isoTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs))
                          : QJsonValue(QJsonValue::Null);
}

/// null where this program made the run.
QJsonValue toolToJson(const RunTool &tool)
{
    if (!tool.isThere()) {
        return QJsonValue::Null;
    }
    return QJsonObject{{QStringLiteral("name"), QString::fromStdString(tool.name)},
                       {QStringLiteral("source"), QString::fromStdString(tool.source)},
                       {QStringLiteral("source_sha256"), QString::fromStdString(tool.sourceSha256)},
                       {QStringLiteral("resolution_ns"), number(tool.resolutionNs)},
                       {QStringLiteral("incomplete"), tool.incomplete}};
}

QJsonObject runToJson(const RunRecord &record)
{
    return {{QStringLiteral("id"), record.id},
            {QStringLiteral("started_at"), isoTime(record.startedAt)},
            {QStringLiteral("finished_at"), isoTime(record.finishedAt)},
            {QStringLiteral("seed"), number(record.seed)},
            {QStringLiteral("round"), record.round},
            {QStringLiteral("rounds"), record.rounds},
            {QStringLiteral("version"), record.version},
            {QStringLiteral("ended_early"), record.endedEarly},
            {QStringLiteral("history_sha256"), record.historySha256},
            {QStringLiteral("tool"), toolToJson(record.tool)}};
}

QJsonObject environmentToJson(const RunEnvironment &environment)
{
    QJsonObject settings;
    for (auto it = environment.database.settings.constBegin();
         it != environment.database.settings.constEnd(); ++it) {
        settings.insert(it.key(), it.value());
    }
    QJsonObject database = {
        {QStringLiteral("product"), textOrNull(environment.database.product)},
        {QStringLiteral("version"), textOrNull(environment.database.version)},
        {QStringLiteral("isolation"), textOrNull(environment.database.isolation)},
        {QStringLiteral("url"), textOrNull(environment.databaseUrl)},
        {QStringLiteral("settings"), settings}};
    return {{QStringLiteral("host"), environment.host},
            {QStringLiteral("database"), database},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(environment.remarks)}};
}

QJsonObject reasonsToJson(const RunRecord &record)
{
    QJsonObject object;
    for (std::size_t i = 1; i < kUnknownReasonCount; ++i) {
        const std::string_view key = unknownReasonKey(static_cast<UnknownReason>(i));
        object.insert(QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())),
                      number(record.unknownReasons[i]));
    }
    return object;
}

QJsonObject loadTesterToJson(const LoadTesterView &view)
{
    return {{QStringLiteral("failed_percent"), view.failedPercent()},
            {QStringLiteral("refusals"), number(view.refusals)},
            {QStringLiteral("right_refusals"), optionalNumber(view.rightRefusals)},
            {QStringLiteral("not_recognised"), number(view.notRecognised)},
            {QStringLiteral("errors"), number(view.errors)}};
}

/// null where there was no HTTP, or nobody kept them.
QJsonValue statusesToJson(const RunRecord &record)
{
    if (!record.statuses) {
        return QJsonValue::Null;
    }
    std::map<int, std::int64_t> sums;
    for (const StatusCount &each : *record.statuses) {
        sums[each.status] += each.count;
    }
    QJsonArray statuses;
    for (const auto &[status, count] : sums) {
        statuses.append(QJsonObject{{QStringLiteral("status"), status},
                                    {QStringLiteral("count"), number(count)}});
    }
    return statuses;
}

QJsonObject countersToJson(const RunRecord &record)
{
    return {{QStringLiteral("deadlocks"), optionalNumber(record.counters.deadlocks)},
            {QStringLiteral("lock_waits"), optionalNumber(record.counters.lockWaits)},
            {QStringLiteral("lock_wait_ms"), optionalNumber(record.counters.lockWaitMs)},
            {QStringLiteral("commits"), optionalNumber(record.counters.commits)},
            {QStringLiteral("rollbacks"), optionalNumber(record.counters.rollbacks)},
            {QStringLiteral("server_cpu_us"), optionalNumber(record.counters.cpuUs)},
            {QStringLiteral("retries"), record.scenario.target.kind == TargetKind::InProcess
                                            ? number(record.retries)
                                            : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("began_anew"), record.countersBeganAnew()}};
}

/// Of a run that was not audited.
QJsonObject noStateToJson(const std::optional<std::int64_t> &stock)
{
    return QJsonObject{{QStringLiteral("initial_stock"), optionalNumber(stock)},
                       {QStringLiteral("remaining"), QJsonValue::Null},
                       {QStringLiteral("issued_counter"), QJsonValue::Null},
                       {QStringLiteral("rows"), QJsonValue::Null},
                       {QStringLiteral("rows_before"), QJsonValue::Null},
                       {QStringLiteral("distinct_users"), QJsonValue::Null},
                       {QStringLiteral("drift"), QJsonValue::Null}};
}

QJsonObject stateToJson(const StateFigures &state, const std::optional<std::int64_t> &left,
                        const std::optional<std::int64_t> &drift, bool knowsEffects)
{
    const auto ofRows = [&state](std::int64_t figure) {
        return state.rowsKnown ? number(figure) : QJsonValue(QJsonValue::Null);
    };
    const auto ofEffects = [&ofRows, knowsEffects](std::int64_t figure) {
        return knowsEffects ? ofRows(figure) : QJsonValue(QJsonValue::Null);
    };
    const QJsonValue atStart =
        state.initialStockKnown ? number(state.initialStock) : QJsonValue(QJsonValue::Null);
    return QJsonObject{{QStringLiteral("initial_stock"), atStart},
                       {QStringLiteral("remaining"), optionalNumber(left)},
                       {QStringLiteral("issued_counter"), optionalNumber(state.issuedCounter)},
                       {QStringLiteral("rows"), ofRows(state.rows)},
                       {QStringLiteral("rows_before"), ofRows(state.rowsBefore)},
                       {QStringLiteral("distinct_users"), ofRows(state.distinctUsers)},
                       {QStringLiteral("drift"), optionalNumber(drift)},
                       {QStringLiteral("took_effect"), ofEffects(state.tookEffect)},
                       {QStringLiteral("no_effect"), ofEffects(state.noEffect)},
                       {QStringLiteral("queue_jumps"), ofRows(state.queueJumps)}};
}

QJsonObject stateToJson(const AuditReport &audit)
{
    QJsonObject state =
        stateToJson(audit.state, stockLeft(audit), stockDrift(audit), knowsEffects(audit));
    if (audit.verdict == AuditVerdict::Undecided) { // which answer came before which nobody knows
        state.insert(QStringLiteral("queue_jumps"), QJsonValue(QJsonValue::Null));
    }
    return state;
}

QString auditVerdictKey(AuditVerdict verdict)
{
    switch (verdict) {
    case AuditVerdict::Held:
        return QStringLiteral("pass");
    case AuditVerdict::Broken:
        return QStringLiteral("fail");
    case AuditVerdict::Undecided:
        return QStringLiteral("inconclusive");
    }
    return {};
}

QJsonObject checkToJson(const CheckResult &check)
{
    QJsonArray rows;
    for (const QVariantList &row : check.rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < check.columns.size() && i < row.size(); ++i) {
            object.insert(check.columns[i], QJsonValue::fromVariant(row[i]));
        }
        rows.append(object);
    }
    return {{QStringLiteral("id"), check.id},
            {QStringLiteral("class"), checkClassKey(check.cls)},
            {QStringLiteral("title"), check.title},
            {QStringLiteral("verdict"), checkVerdictKey(check.verdict)},
            {QStringLiteral("expected"), textOrNull(plainNumbers(check.expected))},
            {QStringLiteral("actual"), textOrNull(plainNumbers(check.actual))},
            {QStringLiteral("row_count"), number(check.rowCount)},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("sql"), textOrNull(check.sql)},
            {QStringLiteral("explanation"), check.explanation},
            {QStringLiteral("proof"), textOrNull(check.proof)}};
}

QJsonObject diagnosisToJson(const Diagnosis &diagnosis)
{
    QJsonArray hypotheses;
    for (const Hypothesis &hypothesis : diagnosis.hypotheses) {
        // The contract's words: true and false as JSON has them, and "undecided".
        const QString key = hypothesisVerdictKey(hypothesis.verdict);
        hypotheses.append(QJsonObject{
            {QStringLiteral("id"), hypothesis.id},
            {QStringLiteral("statement"), hypothesis.statement},
            {QStringLiteral("verdict"), hypothesis.verdict == HypothesisVerdict::Undecided
                                            ? QJsonValue(key)
                                            : QJsonValue(key == QLatin1String("true"))},
            {QStringLiteral("evidence"), hypothesis.evidence},
            {QStringLiteral("advice"), hypothesis.advice}});
    }
    return {{QStringLiteral("headline"), diagnosis.headline},
            {QStringLiteral("hypotheses"), hypotheses}};
}

/// Each of several coupons by itself; null where the run asked for one.
QJsonValue couponsToJson(const RunRecord &record)
{
    if (record.audit->coupons.empty()) {
        return QJsonValue::Null;
    }
    QJsonArray coupons;
    for (const CouponAudit &coupon : record.audit->coupons) {
        QStringList findings;
        for (const CheckResult &check : coupon.report.findings()) {
            findings << check.id;
        }
        coupons.append(QJsonObject{
            {QStringLiteral("coupon"), coupon.name},
            {QStringLiteral("verdict"), auditVerdictKey(coupon.report.verdict)},
            {QStringLiteral("requests"),
             number(static_cast<std::int64_t>(coupon.operations.size()))},
            {QStringLiteral("issued_rows"), number(coupon.report.state.newRows)},
            {QStringLiteral("findings"), QJsonArray::fromStringList(findings)},
            {QStringLiteral("undecided"), coupon.report.undecidedReason.isEmpty()
                                              ? QJsonValue(QJsonValue::Null)
                                              : QJsonValue(coupon.report.undecidedReason)},
            {QStringLiteral("state"), stateToJson(coupon.report)}});
    }
    return coupons;
}

QJsonValue auditToJson(const RunRecord &record)
{
    if (!record.audit) {
        return QJsonValue::Null;
    }
    QJsonArray checks;
    for (const CheckResult &check : record.audit->checks) {
        checks.append(checkToJson(check));
    }
    return QJsonObject{{QStringLiteral("verdict"), auditVerdictKey(record.audit->verdict)},
                       {QStringLiteral("checks"), checks},
                       {QStringLiteral("coupons"), couponsToJson(record)}};
}

QJsonValue settleToJson(const RunRecord &record)
{
    if (!record.audit || !record.audit->settle) {
        return QJsonValue::Null;
    }
    const SettleFigures &settle = *record.audit->settle;
    return QJsonObject{{QStringLiteral("waited_ms"), qint64{settle.waitedMs}},
                       {QStringLiteral("open_transactions"),
                        settle.openTransactions ? QJsonValue(qint64{*settle.openTransactions})
                                                : QJsonValue(QJsonValue::Null)},
                       {QStringLiteral("unanswered"), qint64{settle.unanswered}}};
}

QJsonArray thresholdsToJson(const QList<ThresholdOutcome> &outcomes)
{
    QJsonArray thresholds;
    for (const ThresholdOutcome &outcome : outcomes) {
        thresholds.append(QJsonObject{{QStringLiteral("metric"), outcome.threshold.metric},
                                      {QStringLiteral("expression"), outcome.threshold.expression},
                                      {QStringLiteral("actual"), optionalReal(outcome.actual)},
                                      {QStringLiteral("pass"), outcome.pass}});
    }
    return thresholds;
}

} // namespace

QJsonObject predictionToJson(const Scenario &scenario, const Prediction &prediction)
{
    QJsonArray notes;
    for (const PredictionNote &note : prediction.notes) {
        notes.append(
            QJsonObject{{QStringLiteral("code"), note.code}, {QStringLiteral("text"), note.text}});
    }
    QJsonArray possible;
    const std::pair<bool, const char *> damage[] = {
        {prediction.possible.oversell, "oversell"},
        {prediction.possible.drift, "drift"},
        {prediction.possible.duplicates, "duplicates"},
    };
    for (const auto &[isPossible, name] : damage) {
        if (isPossible) {
            possible.append(QString::fromLatin1(name));
        }
    }
    return {{QStringLiteral("requests"), rangeToJson(prediction.requests)},
            {QStringLiteral("distinct_users"), number(prediction.distinctUsers)},
            {QStringLiteral("issued"), rangeToJson(prediction.issued)},
            {QStringLiteral("remaining"), rangeToJson(prediction.remaining)},
            {QStringLiteral("already_issued"), rangeToJson(prediction.alreadyIssued)},
            {QStringLiteral("out_of_stock"), rangeToJson(prediction.outOfStock)},
            {QStringLiteral("outside_sale"),
             rangeToJson(knowsSaleHours(scenario, prediction.service) ? prediction.outsideSale
                                                                      : Range{0, std::nullopt})},
            {QStringLiteral("not_issued"), prediction.notIssued
                                               ? QJsonValue(rangeToJson(*prediction.notIssued))
                                               : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("possible_damage"), scenario.target.kind == TargetKind::InProcess
                                                    ? QJsonValue(possible)
                                                    : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("notes"), notes}};
}

/// null where there is one round only: it is the file itself.
QJsonValue roundsToJson(const RunRecord &record)
{
    if (record.allRounds.empty()) {
        return QJsonValue::Null;
    }
    QJsonArray rounds;
    for (const RoundFigures &round : record.allRounds) {
        rounds.append(QJsonObject{
            {QStringLiteral("seed"), number(round.seed)},
            {QStringLiteral("verdict"), runVerdictKey(round.verdict)},
            {QStringLiteral("outcomes"), outcomesToJson(round.outcomes)},
            {QStringLiteral("throughput"), throughputToJson(round.throughput)},
            {QStringLiteral("latency"), latencyToJson(round.service, round.response)},
            {QStringLiteral("state"),
             round.state ? stateToJson(*round.state, round.state->remaining, round.state->drift,
                                       round.verdict != RunVerdict::Inconclusive ||
                                           round.state->noEffect == 0)
                         : noStateToJson(record.stockAtStart())}});
    }
    return rounds;
}

QJsonValue spreadToJson(const std::vector<SpreadFigure> &spread)
{
    if (spread.empty()) {
        return QJsonValue::Null;
    }
    QJsonObject figures;
    for (const SpreadFigure &figure : spread) {
        figures.insert(figure.key, QJsonObject{{QStringLiteral("min"), figure.min},
                                               {QStringLiteral("median"), figure.median},
                                               {QStringLiteral("max"), figure.max}});
    }
    return figures;
}

QJsonArray judgedAgainToJson(const QList<LaterVerdict> &verdicts)
{
    QJsonArray list;
    for (const LaterVerdict &each : verdicts) {
        list.append(QJsonObject{{QStringLiteral("at"), each.at.toString(Qt::ISODateWithMs)},
                                {QStringLiteral("verdict"), runVerdictKey(each.verdict)}});
    }
    return list;
}

QJsonObject resultToJson(const RunRecord &record)
{
    // What only the making of a run knows nobody knows of one that another tool made.
    const auto ofMaking = [&record](const QJsonValue &value) {
        return record.tool.isThere() ? QJsonValue(QJsonValue::Null) : value;
    };
    return {{QStringLiteral("schema"), QStringLiteral("stampede.result/1")},
            {QStringLiteral("run"), runToJson(record)},
            {QStringLiteral("scenario"), ofMaking(reportedScenario(record.scenario))},
            {QStringLiteral("environment"), environmentToJson(record.environment)},
            {QStringLiteral("prediction"),
             record.wasPredicted()
                 ? QJsonValue(predictionToJson(record.scenario, record.prediction))
                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("outcomes"), outcomesToJson(record.outcomes)},
            {QStringLiteral("unknown_reasons"), reasonsToJson(record)},
            {QStringLiteral("statuses"), statusesToJson(record)},
            {QStringLiteral("load_tester_view"), loadTesterToJson(record.loadTester)},
            {QStringLiteral("latency"), latencyToJson(record.service, record.response)},
            {QStringLiteral("throughput"), throughputToJson(record.throughput)},
            {QStringLiteral("timeline"), timelineToJson(record.timeline)},
            {QStringLiteral("database"), ofMaking(countersToJson(record))},
            {QStringLiteral("generator"), ofMaking(generatorToJson(record))},
            {QStringLiteral("hot_row"), hotRowToJson(record.hotRow)},
            {QStringLiteral("contact"), contactToJson(record.contact)},
            {QStringLiteral("steps"), stepsToJson(record.contact)},
            {QStringLiteral("faults"), injectedFaultsToJson(record.faults)},
            {QStringLiteral("state"),
             record.audit ? stateToJson(*record.audit) : noStateToJson(record.stockAtStart())},
            {QStringLiteral("settle"), settleToJson(record)},
            {QStringLiteral("audit"), auditToJson(record)},
            {QStringLiteral("diagnosis"), record.diagnosis.hypotheses.isEmpty()
                                              ? QJsonValue()
                                              : QJsonValue(diagnosisToJson(record.diagnosis))},
            {QStringLiteral("thresholds"), thresholdsToJson(record.thresholds)},
            {QStringLiteral("rounds"), roundsToJson(record)},
            {QStringLiteral("spread"), spreadToJson(record.spread)},
            {QStringLiteral("judged_again"), judgedAgainToJson(record.judgedAgain)},
            {QStringLiteral("verdict"), runVerdictKey(record.verdict)}};
}

QByteArray resultFile(const RunRecord &record)
{
    return QJsonDocument(resultToJson(record)).toJson(QJsonDocument::Indented);
}

} // namespace stampede
