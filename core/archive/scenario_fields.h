// SPDX-License-Identifier: MIT
#pragma once
// The fields of a scenario as the archive keeps them. Every struct is taken apart by a structured
// binding, so that a new field does not compile until it is kept as well.

#include "archive/cbor_fields.h"
#include "prediction/prediction.h"
#include "scenario/scenario.h"

namespace stampede {

template<>
inline constexpr int kEnumSize<Outcome> = static_cast<int>(kOutcomeCount);
template<>
inline constexpr int kEnumSize<PredictedService::Stock> = 3;
template<>
inline constexpr int kEnumSize<Pick> = 5;
template<>
inline constexpr int kEnumSize<LoadModel> = 7;
template<>
inline constexpr int kEnumSize<StrategyKind> = 5;
template<>
inline constexpr int kEnumSize<Isolation> = 5;
template<>
inline constexpr int kEnumSize<FaultAction> = 4;
template<>
inline constexpr int kEnumSize<NetworkEffect> = 3;
template<>
inline constexpr int kEnumSize<TargetKind> = 2;
template<>
inline constexpr int kEnumSize<TargetRows> = 3;
template<>
inline constexpr int kEnumSize<StepEach> = 5;
template<>
inline constexpr int kEnumSize<Aggregation> = 7;
template<>
inline constexpr int kEnumSize<Comparison> = 6;

template<typename A, Is<SaleMoment> T>
void fields(A &archive, T &value)
{
    auto &[relative, ms] = value;
    archive("relative", relative);
    archive("ms", ms);
}

template<typename A, Is<CouponSettings> T>
void fields(A &archive, T &value)
{
    auto &[name, discountPercent, stock, startsAt, endsAt] = value;
    archive("name", name);
    archive("discountPercent", discountPercent);
    archive("stock", stock);
    archive("startsAt", startsAt);
    archive("endsAt", endsAt);
}

template<typename A, Is<PersonLimit> T>
void fields(A &archive, T &value)
{
    auto &[limit, within] = value;
    std::int64_t rows = limit.value_or(0); // what is not there would be read as one
    archive("limit", rows);
    archive("within", within);
    if constexpr (!std::is_const_v<T>) {
        limit = rows > 0 ? std::optional(rows) : std::nullopt;
    }
}

/// The people of a file are read again from the file when somebody runs the scenario again.
template<typename A, Is<UserSettings> T>
void fields(A &archive, T &value)
{
    auto &[count, pick, fixedUser, balance, exponent, path, loaded, perPerson] = value;
    archive("count", count);
    archive("pick", pick);
    archive("fixedUser", fixedUser);
    archive("balance", balance);
    archive("exponent", exponent);
    archive("path", path);
    archive("perPerson", perPerson);
}

template<typename A, Is<Stage> T>
void fields(A &archive, T &value)
{
    auto &[duration, target] = value;
    archive("duration", duration);
    archive("target", target);
}

template<typename A, Is<LoadSettings> T>
void fields(A &archive, T &value)
{
    auto &[model, vus, iterations, duration, timeout, rate, stages, thinkTime] = value;
    archive("model", model);
    archive("vus", vus);
    archive("iterations", iterations);
    archive("duration", duration);
    archive("timeout", timeout);
    archive("rate", rate);
    archive("stages", stages);
    archive("thinkTime", thinkTime);
}

template<typename A, Is<Layers> T>
void fields(A &archive, T &value)
{
    auto &[rowLock, duplicateCheck, uniqueKey] = value;
    archive("rowLock", rowLock);
    archive("duplicateCheck", duplicateCheck);
    archive("uniqueKey", uniqueKey);
}

template<typename A, Is<ServiceSettings> T>
void fields(A &archive, T &value)
{
    auto &[strategy, layers, retries, isolation, pause, soldOutLatch] = value;
    archive("strategy", strategy);
    archive("layers", layers);
    archive("retries", retries);
    archive("isolation", isolation);
    archive("pause", pause);
    archive("soldOutLatch", soldOutLatch);
}

template<typename A, Is<AboutSettings> T>
void fields(A &archive, T &value)
{
    auto &[system, build, environment, tester, ticket, purpose] = value;
    archive("system", system);
    archive("build", build);
    archive("environment", environment);
    archive("tester", tester);
    archive("ticket", ticket);
    archive("purpose", purpose);
}

template<typename A, Is<ValueTest> T>
void fields(A &archive, T &value)
{
    auto &[equals, matches] = value;
    archive("equals", equals);
    archive("matches", matches);
}

template<typename A, Is<ClassifyRule> T>
void fields(A &archive, T &value)
{
    auto &[leastStatus, mostStatus, header, headerTest, pointer, column, check, test, outcome] =
        value;
    archive("leastStatus", leastStatus);
    archive("mostStatus", mostStatus);
    archive("header", header);
    archive("headerTest", headerTest);
    archive("pointer", pointer);
    archive("column", column);
    archive("check", check);
    archive("test", test);
    archive("outcome", outcome);
}

template<typename A, Is<TargetLog> T>
void fields(A &archive, T &value)
{
    auto &[file, issued, outOfStock, blockedByKey] = value;
    archive("file", file);
    archive("issued", issued);
    archive("outOfStock", outOfStock);
    archive("blockedByKey", blockedByKey);
}

template<typename A, Is<SettleSetting> T>
void fields(A &archive, T &value)
{
    auto &[quiet, unanswered, atMost] = value;
    archive("quiet", quiet);
    archive("unanswered", unanswered);
    archive("atMost", atMost);
}

template<typename A, Is<TargetAudit> T>
void fields(A &archive, T &value)
{
    auto &[rows, profile, database, log, settle] = value;
    archive("rows", rows);
    archive("profile", profile);
    archive("database", database);
    archive("log", log);
    archive("settle", settle);
}

template<typename A, Is<AskedQuantity> T>
void fields(A &archive, T &value)
{
    auto &[pieces, column] = value;
    archive("pieces", pieces);
    archive("column", column);
}

template<typename A, Is<TlsSettings> T>
void fields(A &archive, T &value)
{
    auto &[ca, certificate, key] = value;
    archive("ca", ca);
    archive("certificate", certificate);
    archive("key", key);
}

template<typename A, Is<StepValue> T>
void fields(A &archive, T &value)
{
    auto &[name, from, where] = value;
    archive("name", name);
    archive("from", from);
    archive("where", where);
}

template<typename A, Is<StepSettings> T>
void fields(A &archive, T &value)
{
    auto &[name, each, url, method, headers, body, expect, extract, until, every, atMost] = value;
    archive("name", name);
    archive("each", each);
    archive("url", url);
    archive("method", method);
    archive("headers", headers);
    archive("body", body);
    archive("expect", expect);
    archive("extract", extract);
    archive("until", until);
    archive("every", every);
    archive("atMost", atMost);
}

template<typename A, Is<TargetSettings> T>
void fields(A &archive, T &value)
{
    auto &[kind, url, method, headers, body, couponId, insecure, tls, steps, cookies, warmupUrl,
           quantity, stockLeft, classify, audit, knowsStock, folder] = value;
    archive("kind", kind);
    archive("url", url);
    archive("method", method);
    archive("headers", headers);
    archive("body", body);
    archive("couponId", couponId);
    archive("insecure", insecure);
    archive("tls", tls);
    archive("steps", steps);
    archive("cookies", cookies);
    archive("warmupUrl", warmupUrl);
    archive("quantity", quantity);
    archive("stockLeft", stockLeft);
    archive("classify", classify);
    archive("audit", audit);
    archive("knowsStock", knowsStock);
    archive("folder", folder.path);
}

template<typename A, Is<Threshold> T>
void fields(A &archive, T &value)
{
    auto &[metric, expression, aggregation, percentile, comparison, bound, abortOnFail,
           delayAbortEval] = value;
    archive("metric", metric);
    archive("expression", expression);
    archive("aggregation", aggregation);
    archive("percentile", percentile);
    archive("comparison", comparison);
    archive("bound", bound);
    archive("abortOnFail", abortOnFail);
    archive("delayAbortEval", delayAbortEval);
}

template<typename A, Is<PlannedFault> T>
void fields(A &archive, T &value)
{
    auto &[at, action, length, share, effect, delay] = value;
    archive("at", at);
    archive("action", action);
    archive("length", length);
    archive("share", share);
    archive("effect", effect);
    archive("delay", delay);
}

template<typename A, Is<Scenario> T>
void fields(A &archive, T &value)
{
    auto &[name, seed, coupon, users, load, service, target, warmup, rounds, thresholds, about,
           faults] = value;
    archive("name", name);
    archive("seed", seed);
    archive("coupon", coupon);
    archive("users", users);
    archive("load", load);
    archive("service", service);
    archive("target", target);
    archive("warmup", warmup);
    archive("rounds", rounds);
    archive("thresholds", thresholds);
    archive("about", about);
    archive("faults", faults);
}

template<typename A, Is<Range> T>
void fields(A &archive, T &value)
{
    auto &[min, max] = value;
    archive("min", min);
    archive("max", max);
}

template<typename A, Is<PredictionNote> T>
void fields(A &archive, T &value)
{
    auto &[code, text] = value;
    archive("code", code);
    archive("text", text);
}

template<typename A, Is<PossibleDamage> T>
void fields(A &archive, T &value)
{
    auto &[oversell, drift, duplicates] = value;
    archive("oversell", oversell);
    archive("drift", drift);
    archive("duplicates", duplicates);
}

template<typename A, Is<SaleWindow> T>
void fields(A &archive, T &value)
{
    auto &[startsAtMs, endsAtMs, isWallClock] = value;
    archive("startsAtMs", startsAtMs);
    archive("endsAtMs", endsAtMs);
    archive("isWallClock", isWallClock);
}

template<typename A, Is<PredictedService> T>
void fields(A &archive, T &value)
{
    auto &[stock, perPerson, knowsLimit, knowsPieces, givesBack, givesBackSaid, severalCoupons,
           knowsHolders, sale] = value;
    archive("stock", stock);
    archive("perPerson", perPerson);
    archive("knowsLimit", knowsLimit);
    archive("knowsPieces", knowsPieces);
    archive("givesBack", givesBack);
    archive("givesBackSaid", givesBackSaid);
    archive("severalCoupons", severalCoupons);
    archive("knowsHolders", knowsHolders);
    archive("sale", sale);
}

template<typename A, Is<Prediction> T>
void fields(A &archive, T &value)
{
    auto &[requests, distinctUsers, issued, remaining, alreadyIssued, outOfStock, outsideSale,
           notIssued, service, sumOf, rowsBefore, possible, notes] = value;
    archive("requests", requests);
    archive("distinctUsers", distinctUsers);
    archive("issued", issued);
    archive("remaining", remaining);
    archive("alreadyIssued", alreadyIssued);
    archive("outOfStock", outOfStock);
    archive("outsideSale", outsideSale);
    archive("notIssued", notIssued);
    archive("service", service);
    archive("sumOf", sumOf);
    archive("rowsBefore", rowsBefore);
    archive("possible", possible);
    archive("notes", notes);
}

template<typename A, Is<ThresholdOutcome> T>
void fields(A &archive, T &value)
{
    auto &[threshold, actual, pass] = value;
    archive("threshold", threshold);
    archive("actual", actual);
    archive("pass", pass);
}

} // namespace stampede
