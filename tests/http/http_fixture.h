// SPDX-License-Identifier: MIT
#pragma once

#include "http/http_engine.h"

#include <QTest>

#include <chrono>
#include <string>

namespace stampede::test {

using namespace std::chrono_literals;

/// A request of user {userId} to `url`, and the usual rules. Nothing in it changes from call to
/// call.
inline HttpPlan planFor(const std::string &url, int vus, std::int64_t requests,
                        std::chrono::nanoseconds timeout = 10s)
{
    RequestText text;
    text.url = url;
    text.body = R"({"userId":{userId}})";
    auto request = RequestTemplate::make(text, {}, "run-");
    if (!request) {
        qFatal("%s", qPrintable(request.error().front().text));
    }
    HttpPlan plan;
    plan.request = std::move(request).value();
    plan.rules = Classifier::usualRules();
    plan.rowPointer = "/userCouponId";
    plan.load.pacing = Pacing::SharedIterations;
    plan.load.vus = vus;
    plan.load.iterations = requests;
    plan.load.durationNs = std::chrono::nanoseconds(60s).count();
    plan.load.timeoutNs = timeout.count();
    plan.load.userOf = [](std::uint64_t index) { return static_cast<std::int64_t>(index + 1); };
    return plan;
}

/// How many operations ended so.
inline std::int64_t told(const LoadResult &result, Outcome outcome,
                         UnknownReason reason = UnknownReason::None)
{
    return std::count_if(result.history.begin(), result.history.end(), [&](const auto &one) {
        return one.outcome == outcome && one.reason == reason;
    });
}

} // namespace stampede::test
