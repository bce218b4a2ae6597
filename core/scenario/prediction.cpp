#include "scenario/prediction.h"

#include "base/check.h"
#include "scenario/prediction_bounds.h"
#include "scenario/prediction_notes.h"
#include "scenario/scenario_text.h"
#include "scenario/settings.h"
#include "scenario/user_file.h"
#include "scenario/user_picker.h"
#include "text/number_text.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace stampede {

QString rangeText(const Range &range)
{
    if (range.exact()) {
        return text::count(range.min);
    }
    return range.max
               ? ScenarioText::tr("%1 to %2").arg(text::count(range.min), text::count(*range.max))
               : ScenarioText::tr("%1 or more").arg(text::count(range.min));
}

namespace {

using Count = std::int64_t;
using UserAt = std::function<Count(Count)>;

struct Sale
{
    SaleTime time = SaleTime::Open;
    std::int64_t distanceMs = 0;
};

Sale saleOf(const Scenario &scenario, std::int64_t runStartEpochMs)
{
    // The load begins once the run's state is prepared, and its last transactions end after it.
    constexpr std::int64_t kPreparationMs = 60'000;
    const auto inMs = [](Duration duration) {
        return std::chrono::ceil<std::chrono::milliseconds>(duration).count();
    };
    const std::int64_t latest = runStartEpochMs + inMs(scenario.loadLength()) +
                                2 * inMs(scenario.load.timeout) + kPreparationMs;
    const std::int64_t start = scenario.coupon.startsAt.epochMs(runStartEpochMs);
    const std::int64_t end = scenario.coupon.endsAt.epochMs(runStartEpochMs);
    if (end <= runStartEpochMs) {
        return {SaleTime::After, runStartEpochMs - end};
    }
    if (start > latest) {
        return {SaleTime::Before, start - runStartEpochMs};
    }
    if (start >= end) {
        return {SaleTime::Never, 0};
    }
    const bool open = start <= runStartEpochMs && end > latest;
    return {open ? SaleTime::Open : SaleTime::Changing, 0};
}

/// Whether the server breaks off writers of changed rows. Only REPEATABLE READ keeps the view that
/// it compares them with; without a word of the scenario that is the server's default.
bool errorsForced(const Scenario &scenario, const ServerFacts &facts)
{
    const Isolation isolation = scenario.service.isolation;
    return facts.snapshotIsolationForced &&
           (isolation == Isolation::Default || isolation == Isolation::RepeatableRead);
}

/// Whether requests that meet may be answered with less than they asked for: by a compare-and-set
/// that others win, or by a plain read of what is not committed.
bool givesUp(const Scenario &scenario)
{
    const ServiceSettings &service = scenario.service;
    return service.strategy == StrategyKind::Optimistic ||
           (looksFirst(service.strategy) && service.isolation == Isolation::ReadUncommitted);
}

IssueRules rulesOf(const Scenario &scenario, const Crowd &crowd, const ServerFacts &facts)
{
    const Layers &layers = scenario.service.layers;
    IssueRules rules{scenario.coupon.stock, layers.duplicateCheck, layers.uniqueKey,
                     Meeting::Racing};
    rules.precedence =
        scenario.target.kind == TargetKind::Http ? Precedence::Any : precedenceOf(scenario.service);
    const bool overlap = scenario.mostVus() > 1 && (!crowd.requests || *crowd.requests > 1);
    const bool unlockedErrs =
        !layers.rowLock &&
        (errorsForced(scenario, facts) || scenario.service.isolation == Isolation::Serializable);
    if (overlap && (givesUp(scenario) || unlockedErrs)) {
        rules.meeting = Meeting::Colliding;
    } else if (layers.rowLock || !overlap) {
        rules.meeting = Meeting::InTurn;
    } else if (scenario.service.isolation == Isolation::ReadUncommitted) {
        rules.meeting = Meeting::Dirty;
    }
    return rules;
}

/// How many different people the first rows of a file ask for.
Count distinctInFile(const UserFile &file, Count requests)
{
    if (requests >= static_cast<Count>(file.rows())) {
        return file.people();
    }
    std::vector<std::int64_t> people;
    people.reserve(static_cast<std::size_t>(requests));
    for (std::size_t row = 0; row < static_cast<std::size_t>(requests); ++row) {
        people.push_back(file.userAt(row));
    }
    std::sort(people.begin(), people.end());
    return std::unique(people.begin(), people.end()) - people.begin();
}

/// How many different people the first requests of a picker ask for.
Count distinctDrawn(const UserSettings &users, std::uint64_t seed, Count requests)
{
    switch (users.pick) {
    case Pick::Fixed:
        return std::min<Count>(1, requests);
    case Pick::EachOnce:
        return std::min(users.count, requests);
    case Pick::File:
        // An archived run kept how many people there were, not the file.
        return users.loaded.file ? distinctInFile(*users.loaded.file, requests)
                                 : std::min(users.count, requests);
    case Pick::Random:
    case Pick::Zipf: {
        const UserPicker picker(users, seed);
        std::vector<bool> seen(static_cast<std::size_t>(users.count) + 1);
        Count distinct = 0;
        for (Count i = 0; i < requests && distinct < users.count; ++i) {
            const auto user =
                static_cast<std::size_t>(picker.userOf(static_cast<std::uint64_t>(i)).value);
            distinct += seen[user] ? 0 : 1;
            seen[user] = true;
        }
        return distinct;
    }
    }
    STAMPEDE_CHECK(false);
}

/// Requests without a definite answer: counted afterwards, or what planned faults may bring.
struct Undecided
{
    Count requests = 0;
    bool ahead = false;
};

/// Everything that both ways of asking share. `replay` gives the exact figures where there is one
/// order of requests only.
Prediction assemble(const Scenario &scenario, std::int64_t runStartEpochMs,
                    const ServerFacts &facts, const Crowd &crowd, const Undecided &open,
                    const std::function<Bounds(const IssueRules &)> &replay)
{
    const Count undecided = open.requests;
    const IssueRules rules = rulesOf(scenario, crowd, facts);
    const Sale sale = saleOf(scenario, runStartEpochMs);
    Bounds bounds = boundsOf(rules, crowd);
    const bool knowsWhoAsks = scenario.users.pick != Pick::File || scenario.users.loaded.file;
    const bool oneOrder = scenario.mostVus() == 1 && crowd.requests && undecided == 0 &&
                          rules.precedence != Precedence::Any && knowsWhoAsks;
    if (oneOrder && !(bounds.alreadyIssued.exact() && bounds.outOfStock.exact())) {
        bounds = replay(rules);
    }
    bounds = widened(boundsForSale(bounds, sale.time, rules, crowd), undecided, rules.stock);

    Prediction prediction;
    prediction.requests =
        crowd.requests ? Range{*crowd.requests, *crowd.requests} : Range{0, std::nullopt};
    prediction.distinctUsers = crowd.distinct;
    prediction.issued = bounds.issued;
    prediction.remaining = bounds.remaining;
    prediction.alreadyIssued = bounds.alreadyIssued;
    prediction.outOfStock = bounds.outOfStock;
    prediction.outsideSale = bounds.outsideSale;
    prediction.possible = possibleDamage(rules, crowd, bounds);
    prediction.notes = makeNotes({scenario, prediction, rules, sale.time, sale.distanceMs,
                                  errorsForced(scenario, facts), undecided, open.ahead});
    return prediction;
}

} // namespace

Prediction predict(const Scenario &scenario, std::int64_t runStartEpochMs, const ServerFacts &facts)
{
    const Count planned = scenario.plannedRequests();
    Crowd crowd;
    if (planned >= 0) {
        crowd = {planned, distinctDrawn(scenario.users, scenario.seed, planned)};
    } else {
        crowd = {std::nullopt, peopleWhoMayAsk(scenario.users)};
    }
    const auto replay = [&](const IssueRules &rules) {
        const UserPicker picker(scenario.users, scenario.seed);
        return replayInTurn(rules, crowd, scenario.users.count, [&picker](Count request) {
            return picker.userOf(static_cast<std::uint64_t>(request)).value;
        });
    };
    const bool faultsAhead = !scenario.faults.isEmpty();
    const Undecided open{faultsAhead ? crowd.requests.value_or(kMostRequests) : 0, faultsAhead};
    return assemble(scenario, runStartEpochMs, facts, crowd, open, replay);
}

Prediction predictAsked(const Scenario &scenario, std::int64_t runStartEpochMs,
                        std::span<const std::int64_t> users, std::int64_t undecided,
                        const ServerFacts &facts)
{
    std::vector<Count> people(users.begin(), users.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const auto distinct = static_cast<Count>(people.size());
    const Crowd crowd{static_cast<Count>(users.size()), distinct};
    const auto replay = [&](const IssueRules &rules) {
        return replayInTurn(rules, crowd, distinct, [&](Count request) {
            const Count user = users[static_cast<std::size_t>(request)];
            return std::lower_bound(people.begin(), people.end(), user) - people.begin() + 1;
        });
    };
    return assemble(scenario, runStartEpochMs, facts, crowd, {undecided, false}, replay);
}

} // namespace stampede
