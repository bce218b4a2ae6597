// SPDX-License-Identifier: MIT
#pragma once
// The fields of a run's record as the archive keeps them; see scenario_fields.h.

#include "archive/audit_fields.h"
#include "archive/scenario_fields.h"
#include "record/run_record.h"

namespace stampede {

template<>
inline constexpr int kEnumSize<RunVerdict> = 6;

template<typename A, Is<OutcomeCounts> T>
void fields(A &archive, T &value)
{
    auto &[byOutcome] = value;
    archive("byOutcome", byOutcome);
}

template<typename A, Is<LatencyFigures> T>
void fields(A &archive, T &value)
{
    auto &[count, minNs, meanNs, p50Ns, p90Ns, p95Ns, p99Ns, p999Ns, maxNs] = value;
    archive("count", count);
    archive("minNs", minNs);
    archive("meanNs", meanNs);
    archive("p50Ns", p50Ns);
    archive("p90Ns", p90Ns);
    archive("p95Ns", p95Ns);
    archive("p99Ns", p99Ns);
    archive("p999Ns", p999Ns);
    archive("maxNs", maxNs);
}

template<typename A, Is<LatencyTable> T>
void fields(A &archive, T &value)
{
    auto &[all, byOutcome] = value;
    archive("all", all);
    archive("byOutcome", byOutcome);
}

template<typename A, Is<LoadTesterView> T>
void fields(A &archive, T &value)
{
    auto &[requests, failed, refusals, rightRefusals, foundRight, unjudged, notRecognised, errors,
           withoutAnswer] = value;
    archive("requests", requests);
    archive("failed", failed);
    archive("refusals", refusals);
    archive("rightRefusals", rightRefusals);
    archive("foundRight", foundRight);
    archive("unjudged", unjudged);
    archive("notRecognised", notRecognised);
    archive("errors", errors);
    archive("withoutAnswer", withoutAnswer);
}

template<typename A, Is<StatusCount> T>
void fields(A &archive, T &value)
{
    auto &[outcome, status, count] = value;
    archive("outcome", outcome);
    archive("status", status);
    archive("count", count);
}

template<typename A, Is<ThroughputFigures> T>
void fields(A &archive, T &value)
{
    auto &[durationSeconds, answersPerSecond, issuedPerSecond] = value;
    archive("durationSeconds", durationSeconds);
    archive("answersPerSecond", answersPerSecond);
    archive("issuedPerSecond", issuedPerSecond);
}

template<typename A, Is<RateChange> T>
void fields(A &archive, T &value)
{
    auto &[atNs, perSecond] = value;
    archive("atNs", atNs);
    archive("perSecond", perSecond);
}

template<typename A, Is<GeneratorFigures> T>
void fields(A &archive, T &value)
{
    auto &[valid, reasons, cpuSeconds, cpuUsPerRequest, processors, latenessP99Us, dropped,
           unsentAtStop, rateChanges, uiCpuSeconds, uiLongestStallMs] = value;
    archive("valid", valid);
    archive("reasons", reasons);
    archive("cpuSeconds", cpuSeconds);
    archive("cpuUsPerRequest", cpuUsPerRequest);
    archive("processors", processors);
    archive("latenessP99Us", latenessP99Us);
    archive("dropped", dropped);
    archive("unsentAtStop", unsentAtStop);
    archive("rateChanges", rateChanges);
    archive("uiCpuSeconds", uiCpuSeconds);
    archive("uiLongestStallMs", uiLongestStallMs);
}

template<typename A, Is<RoundFigures> T>
void fields(A &archive, T &value)
{
    auto &[seed, verdict, outcomes, throughput, service, response, state] = value;
    archive("seed", seed);
    archive("verdict", verdict);
    archive("outcomes", outcomes);
    archive("throughput", throughput);
    archive("service", service);
    archive("response", response);
    archive("state", state);
}

template<typename A, Is<SpreadFigure> T>
void fields(A &archive, T &value)
{
    auto &[key, min, median, max] = value;
    archive("key", key);
    archive("min", min);
    archive("median", median);
    archive("max", max);
}

template<typename A, Is<ServerDescription> T>
void fields(A &archive, T &value)
{
    auto &[product, version, isolation, settings] = value;
    archive("product", product);
    archive("version", version);
    archive("isolation", isolation);
    archive("settings", settings);
}

template<typename A, Is<RunEnvironment> T>
void fields(A &archive, T &value)
{
    auto &[host, database, databaseUrl, remarks] = value;
    archive("host", host);
    archive("database", database);
    archive("databaseUrl", databaseUrl);
    archive("remarks", remarks);
}

template<typename A, Is<LogCounts> T>
void fields(A &archive, T &value)
{
    auto &[lines, issued, outOfStock, blockedByKey] = value;
    archive("lines", lines);
    archive("issued", issued);
    archive("outOfStock", outOfStock);
    archive("blockedByKey", blockedByKey);
}

template<typename A, Is<StepFigure> T>
void fields(A &archive, T &value)
{
    auto &[name, each, count, failed, p50Ns, p95Ns, firstFailure] = value;
    archive("name", name);
    archive("each", each);
    archive("count", count);
    archive("failed", failed);
    archive("p50Ns", p50Ns);
    archive("p95Ns", p95Ns);
    archive("firstFailure", firstFailure);
}

template<typename A, Is<ServiceContact> T>
void fields(A &archive, T &value)
{
    auto &[refusedAtStart, reconnects, lateAnswers, firstUnrecognisedStatus, firstUnrecognised,
           whyUnrecognised, firstServerErrorStatus, firstServerError, ruleHits, steps] = value;
    archive("refusedAtStart", refusedAtStart);
    archive("reconnects", reconnects);
    archive("lateAnswers", lateAnswers);
    archive("firstUnrecognisedStatus", firstUnrecognisedStatus);
    archive("firstUnrecognised", firstUnrecognised);
    archive("whyUnrecognised", whyUnrecognised);
    archive("firstServerErrorStatus", firstServerErrorStatus);
    archive("firstServerError", firstServerError);
    archive("ruleHits", ruleHits);
    archive("steps", steps);
}

template<typename A, Is<InjectedFault> T>
void fields(A &archive, T &value)
{
    auto &[planned, beganNs, endedNs, connections, failure] = value;
    archive("planned", planned);
    archive("beganNs", beganNs);
    archive("endedNs", endedNs);
    archive("connections", connections);
    archive("failure", failure);
}

template<typename A, Is<ServerCounters> T>
void fields(A &archive, T &value)
{
    auto &[deadlocks, lockWaits, lockWaitMs, commits, rollbacks, cpuUs] = value;
    archive("deadlocks", deadlocks);
    archive("lockWaits", lockWaits);
    archive("lockWaitMs", lockWaitMs);
    archive("commits", commits);
    archive("rollbacks", rollbacks);
    archive("cpuUs", cpuUs);
}

template<typename A, Is<TimelineBucket> T>
void fields(A &archive, T &value)
{
    auto &[answers, asked, inFlight, issuedTotal, stock, issuedP50Ns, issuedP95Ns, issuedP99Ns] =
        value;
    archive("answers", answers);
    archive("asked", asked);
    archive("inFlight", inFlight);
    archive("issuedTotal", issuedTotal);
    archive("stock", stock);
    archive("issuedP50Ns", issuedP50Ns);
    archive("issuedP95Ns", issuedP95Ns);
    archive("issuedP99Ns", issuedP99Ns);
}

template<typename A, Is<Timeline> T>
void fields(A &archive, T &value)
{
    auto &[bucketNs, buckets] = value;
    archive("bucketNs", bucketNs);
    archive("buckets", buckets);
}

template<>
struct CborForm<PersonDirectory>
{
    static QCborValue write(const PersonDirectory &value)
    {
        return QCborMap{{QLatin1String("people"), packed(value.named())},
                        {QLatin1String("names"), listToCbor(value.names())}};
    }
    static bool read(const QCborValue &cbor, PersonDirectory &value)
    {
        std::vector<std::int64_t> people;
        QStringList names;
        const QCborMap map = cbor.toMap();
        if (!unpack(map.value(QLatin1String("people")).toByteArray(), people) ||
            !listFromCbor(map.value(QLatin1String("names")), names)) {
            return false;
        }
        auto read = PersonDirectory::from(std::move(people), names);
        value = std::move(read).value_or(PersonDirectory());
        return read.has_value();
    }
};

template<>
struct CborForm<std::string>
{
    static QCborValue write(const std::string &value)
    {
        return QCborValue(QString::fromStdString(value));
    }
    static bool read(const QCborValue &cbor, std::string &value)
    {
        value = cbor.toString().toStdString();
        return cbor.isString();
    }
};

template<typename A, Is<RunTool> T>
void fields(A &archive, T &value)
{
    auto &[name, source, sourceSha256, resolutionNs, startedMs, incomplete] = value;
    archive("name", name);
    archive("source", source);
    archive("sourceSha256", sourceSha256);
    archive("resolutionNs", resolutionNs);
    archive("startedMs", startedMs);
    archive("incomplete", incomplete);
}

/// All but the history, which is kept beside it.
template<typename A, Is<RunRecord> T>
void fields(A &archive, T &value)
{
    auto &[id, startedAt, finishedAt, seed, round, rounds, allRounds, spread, version, tool,
           historySha256, endedEarly, cutOff, endedByLimit, scenario, people, inTable, userFormat,
           coupon, couponName, environment, prediction, outcomes, statuses, unknownReasons,
           loadTester, service, response, throughput, timeline, counters, logCounts, lockingReads,
           logFile, logLines, retries, generator, contact, faults, hotRow, audit, auditError,
           diagnosis, thresholds, verdict, judgedAgain, history] = value;
    archive("id", id);
    archive("startedAt", startedAt);
    archive("finishedAt", finishedAt);
    archive("seed", seed);
    archive("round", round);
    archive("rounds", rounds);
    archive("allRounds", allRounds);
    archive("spread", spread);
    archive("version", version);
    archive("tool", tool);
    archive("historySha256", historySha256);
    archive("endedEarly", endedEarly);
    archive("cutOff", cutOff);
    archive("endedByLimit", endedByLimit);
    archive("scenario", scenario);
    archive("people", people);
    archive("inTable", inTable);
    archive("userFormat", userFormat);
    archive("coupon", coupon);
    archive("couponName", couponName);
    archive("environment", environment);
    archive("prediction", prediction);
    archive("outcomes", outcomes);
    archive("statuses", statuses);
    archive("unknownReasons", unknownReasons);
    archive("loadTester", loadTester);
    archive("service", service);
    archive("response", response);
    archive("throughput", throughput);
    archive("timeline", timeline);
    archive("counters", counters);
    archive("logCounts", logCounts);
    archive("lockingReads", lockingReads);
    archive("logFile", logFile);
    archive("logLines", logLines);
    archive("retries", retries);
    archive("generator", generator);
    archive("contact", contact);
    archive("faults", faults);
    archive("hotRow", hotRow);
    archive("audit", audit);
    archive("auditError", auditError);
    archive("diagnosis", diagnosis);
    archive("thresholds", thresholds);
    archive("verdict", verdict);
}

} // namespace stampede
