// SPDX-License-Identifier: MIT
#include "run/live_violation.h"

#include "run/run_text.h"

#include "text/number_text.h"

#include <QCoreApplication>

namespace stampede {

namespace {

std::int64_t told(const LiveSnapshot &live, Outcome outcome)
{
    return static_cast<std::int64_t>(live.outcomes.of(outcome));
}

} // namespace

QString LiveViolation::sentence() const
{
    switch (kind) {
    case Kind::Oversell:
        if (!certain) {
            return text::plural(figure,
                                RunText::tr("\"issued\" was said %1 time, %2 existed: too many, "
                                            "unless some came back meanwhile."),
                                RunText::tr("\"issued\" was said %1 times, %2 existed: too many, "
                                            "unless some came back meanwhile."))
                .arg(text::count(figure), text::coupons(stock));
        }
        return text::plural(figure,
                            RunText::tr("Certain already: \"issued\" was said %1 time, %2 "
                                        "existed."),
                            RunText::tr("Certain already: \"issued\" was said %1 times, %2 "
                                        "existed."))
            .arg(text::count(figure), text::coupons(stock));
    case Kind::PrematureSoldOut:
        return RunText::tr("Certain already: \"out of stock\" was said while at most %1 of %2 "
                           "could have gone.")
            .arg(text::count(figure), text::coupons(stock));
    }
    return {};
}

std::optional<LiveViolation> certainAlarm(const LiveSnapshot &live, std::int64_t stock,
                                          LiveViolation::Kind kind)
{
    const std::int64_t issued = told(live, Outcome::Issued);
    switch (kind) {
    case LiveViolation::Kind::Oversell:
        if (issued > stock) {
            return LiveViolation{kind, issued, stock, live.elapsedNs};
        }
        return std::nullopt;
    case LiveViolation::Kind::PrematureSoldOut: {
        const std::int64_t possible = issued + live.inFlight + told(live, Outcome::Unknown) +
                                      told(live, Outcome::ServerError) +
                                      told(live, Outcome::Contention);
        if (live.outOfStockBefore > 0 && possible < stock) {
            return LiveViolation{kind, possible, stock, live.elapsedNs};
        }
        return std::nullopt;
    }
    }
    return std::nullopt;
}

} // namespace stampede
