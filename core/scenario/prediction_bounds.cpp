#include "scenario/prediction_bounds.h"

#include "base/check.h"

#include <algorithm>
#include <vector>

namespace stampede {

namespace {

using Count = std::int64_t;

Range exactly(Count value)
{
    return {value, value};
}

/// 0 up to `requests` less `taken`, or without an upper bound where the requests are open.
Range upToRest(const Crowd &crowd, Count taken)
{
    if (!crowd.requests) {
        return {0, std::nullopt};
    }
    return {0, std::max<Count>(0, *crowd.requests - taken)};
}

Bounds nothingToGive(const Crowd &crowd)
{
    Bounds bounds;
    bounds.issued = exactly(0);
    bounds.remaining = exactly(0);
    bounds.alreadyIssued = exactly(0);
    bounds.outOfStock = crowd.requests ? exactly(*crowd.requests) : Range{0, std::nullopt};
    bounds.outsideSale = exactly(0);
    return bounds;
}

/// One after the other. Stock-first tells a holder "out of stock" once the stock is gone,
/// duplicate-first "already issued".
Bounds inTurn(const IssueRules &rules, const Crowd &crowd)
{
    const bool onePer = rules.duplicateCheck || rules.uniqueKey;
    const Count stock = rules.stock;
    const Count people = crowd.distinct;
    const bool stockFirst = rules.precedence == Precedence::StockFirst;
    // Whether every refusal is a holder's: who asked has one, and is told so.
    const bool enough =
        stock > people || (rules.precedence == Precedence::DuplicateFirst && stock == people);
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    if (!crowd.requests) {
        const Count most = onePer ? std::min(stock, people) : stock;
        bounds.issued = {0, most};
        bounds.remaining = {stock - most, stock};
        bounds.alreadyIssued =
            onePer && (stock > 1 || !stockFirst) ? Range{0, std::nullopt} : exactly(0);
        bounds.outOfStock = onePer && enough ? exactly(0) : Range{0, std::nullopt};
        return bounds;
    }
    const Count requests = *crowd.requests;
    const Count issued = std::min(stock, onePer ? people : requests);
    bounds.issued = exactly(issued);
    bounds.remaining = exactly(stock - issued);
    // The one who is issued the last coupon empties the stock, so of one coupon nobody can be a
    // holder while some is left.
    if (!onePer || requests == people || (stock == 1 && stockFirst)) {
        bounds.alreadyIssued = exactly(0);
        bounds.outOfStock = exactly(requests - issued);
    } else if (enough) {
        bounds.alreadyIssued = exactly(requests - people);
        bounds.outOfStock = exactly(0);
    } else {
        bounds.alreadyIssued = {0, requests - people};
        bounds.outOfStock = {people - stock, requests - issued};
    }
    return bounds;
}

/// Absolute write-backs of a committed stock: "out of stock" needs a chain of `stock` commits.
Bounds racing(const IssueRules &rules, const Crowd &crowd)
{
    const bool onePer = rules.duplicateCheck || rules.uniqueKey;
    const Count stock = rules.stock;
    const Count people = crowd.distinct;
    const std::optional<Count> most = rules.uniqueKey ? people : crowd.requests;
    const Count sure = crowd.requests ? std::min(stock, onePer ? people : *crowd.requests) : 0;
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    bounds.issued = {sure, most};
    bounds.remaining = {most ? std::max<Count>(0, stock - *most) : 0, sure > 0 ? stock - 1 : stock};
    bounds.alreadyIssued = onePer ? upToRest(crowd, people) : exactly(0);
    bounds.outOfStock = upToRest(crowd, stock);
    if (rules.uniqueKey && stock > people) {
        bounds.outOfStock = exactly(0);
        if (crowd.requests) {
            bounds.issued = exactly(people);
            bounds.alreadyIssued = exactly(*crowd.requests - people);
        }
    }
    return bounds;
}

/// Racing on values that may yet be undone: "out of stock" proves nothing any more.
Bounds dirty(const IssueRules &rules, const Crowd &crowd)
{
    const bool onePer = rules.duplicateCheck || rules.uniqueKey;
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    bounds.issued = {0, rules.uniqueKey ? crowd.distinct : crowd.requests};
    bounds.remaining = {0, rules.stock};
    bounds.alreadyIssued = onePer ? upToRest(crowd, crowd.distinct) : exactly(0);
    bounds.outOfStock = upToRest(crowd, 0);
    return bounds;
}

/// In turn, but any request may have been broken off.
Bounds colliding(const IssueRules &rules, const Crowd &crowd)
{
    Bounds bounds = inTurn(rules, crowd);
    bounds.issued.min = 0;
    bounds.alreadyIssued.min = 0;
    bounds.outOfStock.min = 0;
    bounds.remaining.max = rules.stock;
    return bounds;
}

} // namespace

Bounds boundsOf(const IssueRules &rules, const Crowd &crowd)
{
    if (rules.stock == 0) {
        return nothingToGive(crowd);
    }
    switch (rules.meeting) {
    case Meeting::InTurn:
        return inTurn(rules, crowd);
    case Meeting::Racing:
        return racing(rules, crowd);
    case Meeting::Dirty:
        return dirty(rules, crowd);
    case Meeting::Colliding:
        return colliding(rules, crowd);
    }
    STAMPEDE_CHECK(false);
}

Bounds replayInTurn(const IssueRules &rules, const Crowd &crowd, Count userLimit,
                    const std::function<Count(Count)> &userAt)
{
    STAMPEDE_CHECK(crowd.requests.has_value());
    const Count requests = *crowd.requests;
    const bool onePer = rules.duplicateCheck || rules.uniqueKey;
    std::vector<bool> holds(static_cast<std::size_t>(userLimit) + 1);
    Count issued = 0;
    Count already = 0;
    Count soldOut = 0;
    for (Count i = 0; i < requests; ++i) {
        if (issued == rules.stock && rules.precedence == Precedence::StockFirst) {
            soldOut += requests - i; // for everybody from now on
            break;
        }
        if (onePer && issued == crowd.distinct) {
            already += requests - i; // everybody has one
            break;
        }
        const auto user = static_cast<std::size_t>(userAt(i));
        if (onePer && holds.at(user)) {
            ++already;
        } else if (issued == rules.stock) {
            ++soldOut;
        } else {
            holds.at(user) = true;
            ++issued;
        }
    }
    Bounds bounds;
    bounds.issued = exactly(issued);
    bounds.remaining = exactly(rules.stock - issued);
    bounds.alreadyIssued = exactly(already);
    bounds.outOfStock = exactly(soldOut);
    bounds.outsideSale = exactly(0);
    return bounds;
}

Bounds boundsForSale(const Bounds &whenOpen, SaleTime sale, const IssueRules &rules,
                     const Crowd &crowd)
{
    Bounds bounds = whenOpen;
    switch (sale) {
    case SaleTime::Open:
        return bounds;
    case SaleTime::Changing:
        bounds.issued.min = 0;
        bounds.alreadyIssued.min = 0;
        bounds.outOfStock.min = 0;
        bounds.remaining.max = rules.stock;
        bounds.outsideSale = upToRest(crowd, 0);
        return bounds;
    case SaleTime::Before:
    case SaleTime::After:
    case SaleTime::Never:
        bounds.issued = exactly(0);
        bounds.alreadyIssued = exactly(0);
        bounds.outOfStock = exactly(0);
        bounds.remaining = exactly(rules.stock);
        bounds.outsideSale = crowd.requests ? exactly(*crowd.requests) : Range{0, std::nullopt};
        return bounds;
    }
    STAMPEDE_CHECK(false);
}

Bounds widened(const Bounds &bounds, Count undecided, Count stock)
{
    Bounds wide = bounds;
    for (Range *range : {&wide.issued, &wide.alreadyIssued, &wide.outOfStock, &wide.outsideSale}) {
        range->min = std::max<Count>(0, range->min - undecided);
    }
    if (wide.remaining.max) {
        wide.remaining.max = std::min(stock, *wide.remaining.max + undecided);
    }
    return wide;
}

PossibleDamage possibleDamage(const IssueRules &rules, const Crowd &crowd, const Bounds &bounds)
{
    PossibleDamage damage;
    const bool canIssue = !bounds.issued.max || *bounds.issued.max > 0;
    if (rules.stock == 0 || !canIssue) {
        return damage;
    }
    const auto mayExceed = [&bounds](Count limit) {
        return !bounds.issued.max || *bounds.issued.max > limit;
    };
    const bool writesOver = rules.meeting == Meeting::Racing || rules.meeting == Meeting::Dirty;
    const bool asksTwice = !crowd.requests || *crowd.requests > crowd.distinct;
    damage.oversell = writesOver && mayExceed(rules.stock);
    damage.drift = writesOver && (mayExceed(1) || rules.meeting == Meeting::Dirty);
    damage.duplicates = !rules.onePerPerson() && asksTwice && mayExceed(1);
    return damage;
}

} // namespace stampede
