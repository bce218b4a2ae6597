// SPDX-License-Identifier: MIT
#include "prediction/prediction.h"

#include "base/check.h"
#include "prediction/prediction_bounds.h"
#include "prediction/prediction_notes.h"
#include "scenario/asked_quantity.h"
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

Sale saleOf(const Scenario &scenario, const PredictedService &service, std::int64_t runStartEpochMs)
{
    // The load begins once the run's state is prepared, and its last transactions end after it.
    constexpr std::int64_t kPreparationMs = 60'000;
    const auto inMs = [](Duration duration) {
        return std::chrono::ceil<std::chrono::milliseconds>(duration).count();
    };
    const std::int64_t latest = runStartEpochMs + inMs(scenario.loadLength()) +
                                2 * inMs(scenario.load.timeout) + kPreparationMs;
    const auto [start, end, isWallClock] =
        service.sale.value_or(SaleWindow{scenario.coupon.startsAt.epochMs(runStartEpochMs),
                                         scenario.coupon.endsAt.epochMs(runStartEpochMs)});
    if (isWallClock) {
        constexpr std::int64_t kFarthestZoneMs = 14LL * 3'600'000;
        const bool open =
            start + kFarthestZoneMs <= runStartEpochMs && end - kFarthestZoneMs > latest;
        if (start - kFarthestZoneMs > latest) {
            return {SaleTime::Before, kNoDistance};
        }
        if (end + kFarthestZoneMs <= runStartEpochMs) {
            return {SaleTime::After, kNoDistance};
        }
        return {open ? SaleTime::Open : SaleTime::Changing, 0};
    }
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

/// What the service over HTTP allows, as the model of issuing has it.
void applyService(IssueModel &model, const Scenario &scenario, const PredictedService &service,
                  std::int64_t rowsBefore)
{
    // A stock of each of several coupons, and who may have more of which, nobody tells apart.
    model.stockIs = service.severalCoupons ? PredictedService::Stock::Unknown : service.stock;
    const auto pieces = service.knowsPieces ? piecesAsked(scenario) : std::nullopt;
    if (!service.knowsPieces || (scenario.target.quantity && !pieces)) {
        model.fewestPieces = 0;
        model.mostPieces.reset();
    } else if (pieces) {
        model.fewestPieces = pieces->fewest;
        model.mostPieces = pieces->most;
    }
    model.givesBack = service.givesBack;
    model.hasLimit = !service.knowsLimit || service.perPerson.limit.has_value();
    model.heldBefore = rowsBefore > 0 || !service.knowsHolders;
}

IssueModel modelOf(const Scenario &scenario, const std::optional<Count> &requests,
                   const ServerFacts &facts, const PredictedService &service, Count rowsBefore)
{
    const Layers &layers = scenario.service.layers;
    IssueModel rules{scenario.coupon.stock, layers.duplicateCheck, layers.uniqueKey,
                     Meeting::Racing};
    rules.hasLimit = layers.duplicateCheck || layers.uniqueKey;
    if (scenario.target.kind == TargetKind::Http) {
        applyService(rules, scenario, service, rowsBefore);
    }
    rules.precedence =
        scenario.target.kind == TargetKind::Http ? Precedence::Any : precedenceOf(scenario.service);
    const bool overlap = scenario.mostVus() > 1 && (!requests || *requests > 1);
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

/// One person and how often they ask.
struct Asks
{
    Count person = 0;
    Count times = 0;
};

/// Everybody who asks, by their number.
std::vector<Asks> asksOf(std::vector<Count> people)
{
    std::sort(people.begin(), people.end());
    std::vector<Asks> asks;
    for (const Count person : people) {
        if (asks.empty() || asks.back().person != person) {
            asks.push_back({person, 0});
        }
        ++asks.back().times;
    }
    return asks;
}

/// The same of the first requests of a picker.
std::vector<Asks> asksOf(const UserSettings &users, std::uint64_t seed, Count requests)
{
    const UserPicker picker(users, seed);
    if (users.pick == Pick::File) { // row by row in turn
        const auto rows = static_cast<Count>(users.loaded.file->rows());
        std::vector<Asks> asks;
        for (Count row = 0; row < std::min(rows, requests); ++row) {
            asks.push_back({users.loaded.file->userAt(static_cast<std::size_t>(row)),
                            requests / rows + (row < requests % rows ? 1 : 0)});
        }
        return asks;
    }
    std::vector<Count> times(static_cast<std::size_t>(users.count) + 1);
    for (Count i = 0; i < requests; ++i) {
        ++times[static_cast<std::size_t>(picker.userOf(static_cast<std::uint64_t>(i)).value)];
    }
    std::vector<Asks> asks;
    for (std::size_t person = 0; person < times.size(); ++person) {
        if (times[person] > 0) {
            asks.push_back({static_cast<Count>(person), times[person]});
        }
    }
    return asks;
}

/// How many requests are issued a coupon as long as there is stock: of each person as many as they
/// ask for, up to `limit` less the rows that they had before.
Count entitled(std::vector<Asks> asks, Count limit, std::span<const Count> holdersBefore)
{
    const auto byPerson = [](const Asks &left, const Asks &right) {
        return left.person < right.person;
    };
    std::sort(asks.begin(), asks.end(), byPerson);
    std::vector<Count> held(holdersBefore.begin(), holdersBefore.end());
    std::sort(held.begin(), held.end());
    Count all = 0;
    for (auto one = asks.begin(); one != asks.end();) {
        const auto next = std::upper_bound(one, asks.end(), *one, byPerson);
        Count times = 0;
        for (auto each = one; each != next; ++each) {
            times += each->times;
        }
        const auto [first, last] = std::equal_range(held.begin(), held.end(), one->person);
        all += std::min(times, std::max<Count>(0, limit - (last - first)));
        one = next;
    }
    return all;
}

/// The requests of everybody; nothing where nobody knows who asks.
using AsksOfAll = std::function<std::vector<Asks>()>;

/// Says how many requests are entitled to a coupon; docs/prediction.md says why.
void entitle(Crowd &crowd, const Scenario &scenario, const ServerFacts &facts,
             const PredictedService &service, const AsksOfAll &asks)
{
    crowd.most = crowd.requests;
    if (scenario.target.kind == TargetKind::InProcess) {
        const Layers &layers = scenario.service.layers;
        if (layers.duplicateCheck || layers.uniqueKey) {
            crowd.most = crowd.distinct;
        }
        crowd.sure = crowd.requests ? crowd.most.value_or(0) : 0;
        return;
    }
    if (!service.knowsLimit) {
        return;
    }
    const PersonLimit &limit = service.perPerson;
    if (!limit.limit) {
        crowd.sure = crowd.requests.value_or(0);
        return;
    }
    const bool counts = !service.givesBack && !service.severalCoupons;
    const bool bounds = counts && limit.within.isEmpty();
    if (!crowd.requests) {
        if (bounds) {
            crowd.most = *limit.limit * crowd.distinct;
        }
        return;
    }
    const bool knowsRows = counts && service.knowsHolders;
    const bool onceEach = *limit.limit == 1 && facts.holdersBefore.empty();
    if ((!bounds && !knowsRows) || (!onceEach && !asks)) {
        return;
    }
    const Count all =
        onceEach ? crowd.distinct : entitled(asks(), *limit.limit, facts.holdersBefore);
    if (bounds) {
        crowd.most = all;
    }
    if (knowsRows) {
        crowd.sure = all;
    }
}

/// Requests without a definite answer: counted afterwards, or what planned faults may bring.
struct Undecided
{
    Count requests = 0;
    bool ahead = false;
};

/// What is foreseen of requests without a definite answer before the run.
Undecided undecidedAhead(const Scenario &scenario, const std::optional<Count> &requests)
{
    const bool ahead = !scenario.faults.isEmpty();
    return {ahead ? requests.value_or(kMostRequests) : 0, ahead};
}

bool hasRuleFor(const Scenario &scenario, Outcome outcome)
{
    const QList<ClassifyRule> &rules = scenario.target.classify;
    return std::any_of(rules.begin(), rules.end(),
                       [outcome](const ClassifyRule &rule) { return rule.outcome == outcome; });
}

/// Everything that both ways of asking share. `replay` gives the exact figures where there is one
/// order of requests only.
Prediction assemble(const Scenario &scenario, std::int64_t runStartEpochMs,
                    const ServerFacts &facts, Crowd crowd, const Undecided &open,
                    const AsksOfAll &asks, const std::function<Bounds(const IssueModel &)> &replay)
{
    const Count undecided = open.requests;
    const PredictedService service = facts.service.value_or(predictedServiceOf(scenario));
    const auto rowsBefore = static_cast<Count>(facts.holdersBefore.size());
    entitle(crowd, scenario, facts, service, asks);
    const IssueModel model = modelOf(scenario, crowd.requests, facts, service, rowsBefore);
    const Sale sale = saleOf(scenario, service, runStartEpochMs);
    Bounds bounds = boundsOf(model, crowd);
    const bool knowsWhoAsks = scenario.users.pick != Pick::File || scenario.users.loaded.file;
    const bool oneOrder = scenario.mostVus() == 1 && crowd.requests && undecided == 0 &&
                          model.precedence != Precedence::Any && knowsWhoAsks;
    if (oneOrder && !(bounds.alreadyIssued.exact() && bounds.outOfStock.exact())) {
        bounds = replay(model);
    }
    bounds = widened(boundsForSale(bounds, sale.time, model, crowd), undecided, model);

    Prediction prediction;
    prediction.service = service;
    prediction.rowsBefore = rowsBefore;
    prediction.requests =
        crowd.requests ? Range{*crowd.requests, *crowd.requests} : Range{0, std::nullopt};
    prediction.distinctUsers = crowd.distinct;
    prediction.issued = bounds.issued;
    prediction.remaining = bounds.remaining;
    prediction.alreadyIssued = bounds.alreadyIssued;
    prediction.outOfStock = bounds.outOfStock;
    prediction.outsideSale = bounds.outsideSale;
    if (hasRuleFor(scenario, Outcome::NotIssued)) {
        const bool namesBoth = hasRuleFor(scenario, Outcome::AlreadyIssued) ||
                               hasRuleFor(scenario, Outcome::OutOfStock);
        const OneRefusal one = refusedAlike(bounds, crowd, undecided, sale.time, namesBoth);
        prediction.alreadyIssued = one.alreadyIssued;
        prediction.outOfStock = one.outOfStock;
        prediction.notIssued = one.notIssued;
    }
    prediction.possible = possibleDamage(model, crowd, bounds);
    prediction.notes = makeNotes({scenario, prediction, model, sale.time, sale.distanceMs,
                                  errorsForced(scenario, facts), undecided, open.ahead});
    return prediction;
}

} // namespace

QString leftText(const Prediction &prediction)
{
    if (prediction.service.severalCoupons && prediction.sumOf == 0) {
        return ScenarioText::tr("unknown");
    }
    switch (prediction.service.stock) {
    case PredictedService::Stock::Known:
        return rangeText(prediction.remaining);
    case PredictedService::Stock::Unknown:
        return ScenarioText::tr("unknown");
    case PredictedService::Stock::Unlimited:
        return ScenarioText::tr("no limit");
    }
    return {};
}

void sumUp(Prediction &all, const QList<Prediction> &parts, const Scenario &scenario,
           std::int64_t runStartEpochMs)
{
    for (Range Prediction::*figure :
         {&Prediction::issued, &Prediction::remaining, &Prediction::alreadyIssued,
          &Prediction::outOfStock, &Prediction::outsideSale}) {
        Range sum{0, 0};
        for (const Prediction &part : parts) {
            const Range &range = part.*figure;
            sum.min += range.min;
            sum.max = sum.max && range.max ? std::optional(*sum.max + *range.max) : std::nullopt;
        }
        all.*figure = sum;
    }
    all.sumOf = parts.size();
    all.notes = notesOf(scenario, all, runStartEpochMs);
}

PredictedService predictedServiceOf(const Scenario &scenario)
{
    PredictedService rules;
    if (scenario.target.kind == TargetKind::InProcess) {
        return rules;
    }
    switch (scenario.target.audit.rows) {
    case TargetRows::Serve:
        break;
    case TargetRows::None:
        rules.perPerson = scenario.users.perPerson;
        rules.stock = scenario.knowsStock() ? PredictedService::Stock::Known
                                            : PredictedService::Stock::Unknown;
        break;
    case TargetRows::Profile:
        rules.stock = PredictedService::Stock::Unknown;
        rules.knowsLimit = false;
        rules.knowsHolders = false;
        rules.knowsPieces = false;
        break;
    }
    return rules;
}

bool provesWhileRunning(const std::optional<AskedQuantity> &asked, const PredictedService &service)
{
    const bool onePiece = !asked || (asked->column.isEmpty() && asked->pieces == 1);
    return service.stock == PredictedService::Stock::Known && service.knowsPieces && onePiece &&
           !service.givesBack && !service.severalCoupons;
}

QList<PredictionNote> notesOf(const Scenario &scenario, const Prediction &prediction,
                              std::int64_t runStartEpochMs, const ServerFacts &facts)
{
    const std::optional<Count> requests =
        prediction.requests.max ? std::optional(prediction.requests.min) : std::nullopt;
    const IssueModel model =
        modelOf(scenario, requests, facts, prediction.service, prediction.rowsBefore);
    const Sale sale = saleOf(scenario, prediction.service, runStartEpochMs);
    const Undecided open = undecidedAhead(scenario, requests);
    return makeNotes({scenario, prediction, model, sale.time, sale.distanceMs,
                      errorsForced(scenario, facts), open.requests, open.ahead});
}

Prediction predict(const Scenario &scenario, std::int64_t runStartEpochMs, const ServerFacts &facts)
{
    const Count planned = scenario.plannedRequests();
    Crowd crowd;
    if (planned >= 0) {
        crowd = {planned, distinctDrawn(scenario.users, scenario.seed, planned), 0, std::nullopt};
    } else {
        crowd = {std::nullopt, peopleWhoMayAsk(scenario.users), 0, std::nullopt};
    }
    AsksOfAll asks;
    if (scenario.users.pick != Pick::File || scenario.users.loaded.file) {
        asks = [&] { return asksOf(scenario.users, scenario.seed, planned); };
    }
    const auto replay = [&](const IssueModel &rules) {
        const UserPicker picker(scenario.users, scenario.seed);
        return replayInTurn(rules, crowd, scenario.users.count, [&picker](Count request) {
            return picker.userOf(static_cast<std::uint64_t>(request)).value;
        });
    };
    return assemble(scenario, runStartEpochMs, facts, crowd,
                    undecidedAhead(scenario, crowd.requests), asks, replay);
}

Prediction predictAsked(const Scenario &scenario, std::int64_t runStartEpochMs,
                        std::span<const std::int64_t> users, std::int64_t undecided,
                        const ServerFacts &facts)
{
    std::vector<Count> people(users.begin(), users.end());
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const auto distinct = static_cast<Count>(people.size());
    const Crowd crowd{static_cast<Count>(users.size()), distinct, 0, std::nullopt};
    const auto replay = [&](const IssueModel &rules) {
        return replayInTurn(rules, crowd, distinct, [&](Count request) {
            const Count user = users[static_cast<std::size_t>(request)];
            return std::lower_bound(people.begin(), people.end(), user) - people.begin() + 1;
        });
    };
    const auto asks = [&] { return asksOf(std::vector<Count>(users.begin(), users.end())); };
    return assemble(scenario, runStartEpochMs, facts, crowd, {undecided, false}, asks, replay);
}

bool knowsSaleHours(const Scenario &scenario, const PredictedService &service)
{
    const TargetSettings &target = scenario.target;
    return target.kind != TargetKind::Http || target.audit.rows == TargetRows::Serve ||
           service.sale || service.severalCoupons;
}

} // namespace stampede
