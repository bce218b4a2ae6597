// SPDX-License-Identifier: MIT
#include "prediction/prediction_bounds.h"

#include "base/check.h"

#include <algorithm>
#include <limits>
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

Bounds nothingToGive(const IssueModel &model, const Crowd &crowd)
{
    Bounds bounds;
    bounds.issued = exactly(0);
    bounds.remaining = exactly(model.stock);
    bounds.alreadyIssued = exactly(0);
    bounds.outOfStock = crowd.requests ? exactly(*crowd.requests) : Range{0, std::nullopt};
    bounds.outsideSale = exactly(0);
    return bounds;
}

Count product(Count left, Count right)
{
    Count result = 0;
    return __builtin_mul_overflow(left, right, &result) ? std::numeric_limits<Count>::max()
                                                        : result;
}

/// What the stock makes of those who are still entitled to a coupon.
struct StockSide
{
    std::optional<Count> most; ///< coupons that there can be
    bool fits = false;         ///< everybody who is entitled finds enough
    bool mayEnd = true;        ///< somebody may find less than they ask for
    Count goneAfter = 0;       ///< coupons that were issued at least before that
};

StockSide stockSide(const IssueModel &model, const Crowd &crowd)
{
    StockSide side;
    if (model.stockIs == PredictedService::Stock::Unlimited) {
        side.fits = true;
        side.mayEnd = false;
        return side;
    }
    if (!model.knowsStock()) {
        return side;
    }
    if (model.fewestPieces > 0 && !model.givesBack) {
        side.most = model.stock / model.fewestPieces;
    }
    if (!model.mostPieces) {
        return side;
    }
    side.goneAfter = model.stock / *model.mostPieces;
    if (crowd.most) {
        const Count taken = product(*crowd.most, *model.mostPieces);
        side.fits = taken <= model.stock;
        // A holder may be told "out of stock" once it is, except where holders are looked at first.
        side.mayEnd = model.precedence == Precedence::DuplicateFirst
                          ? !side.fits
                          : model.stock - std::min(taken, model.stock) < *model.mostPieces;
    }
    return side;
}

Range issuedBounds(const StockSide &stock, const Crowd &crowd)
{
    Range issued{stock.fits ? crowd.sure : std::min(crowd.sure, stock.goneAfter), crowd.most};
    if (stock.most) {
        issued.max = crowd.most ? std::min(*crowd.most, *stock.most) : *stock.most;
    }
    return issued;
}

Range remainingBounds(const IssueModel &model, const StockSide &stock, const Crowd &crowd,
                      const Range &issued)
{
    Range left{0, std::nullopt};
    if (!model.knowsStock()) {
        return left;
    }
    if (issued.max && model.mostPieces) {
        left.min = std::max<Count>(0, model.stock - product(*issued.max, *model.mostPieces));
    }
    if (model.givesBack) {
        return left;
    }
    // Either everybody got theirs, or somebody found less than they asked for.
    const Count allTheirs = product(crowd.sure, model.fewestPieces);
    const Count tooLittle =
        model.mostPieces ? std::max<Count>(0, model.stock - *model.mostPieces + 1) : 0;
    const Count taken = std::max(product(issued.min, model.fewestPieces),
                                 stock.fits ? allTheirs : std::min(allTheirs, tooLittle));
    left.max = model.stock - std::min(taken, model.stock);
    return left;
}

/// One after the other. Stock-first tells a holder "out of stock" once the stock is gone,
/// duplicate-first "already issued".
Bounds inTurn(const IssueModel &model, const Crowd &crowd)
{
    const StockSide stock = stockSide(model, crowd);
    const auto rest = [&crowd](Count taken) {
        return crowd.requests ? std::optional(std::max<Count>(0, *crowd.requests - taken))
                              : std::nullopt;
    };
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    bounds.issued = issuedBounds(stock, crowd);
    bounds.remaining = remainingBounds(model, stock, crowd, bounds.issued);
    // The one who is issued the last coupon empties the stock, so of one coupon nobody can be a
    // holder while some is left.
    const bool lastOfOne =
        model.precedence == Precedence::StockFirst && model.knowsStock() && model.stock == 1;
    bounds.alreadyIssued = exactly(0);
    if (model.hasLimit && !lastOfOne) {
        bounds.alreadyIssued.max = rest(crowd.sure);
        bounds.alreadyIssued.min = !stock.mayEnd && crowd.most ? rest(*crowd.most).value_or(0) : 0;
    }
    bounds.outOfStock = exactly(0);
    if (stock.mayEnd) {
        bounds.outOfStock.max = rest(std::max(stock.goneAfter, bounds.issued.min));
        const Count unserved = bounds.issued.max && !model.givesBack
                                   ? std::max<Count>(0, crowd.sure - *bounds.issued.max)
                                   : 0;
        const Count refused = bounds.issued.max ? rest(*bounds.issued.max).value_or(0) : 0;
        const Count otherwise = bounds.alreadyIssued.max.value_or(refused);
        bounds.outOfStock.min = std::max(unserved, refused - otherwise);
    }
    return bounds;
}

/// Absolute write-backs of a committed stock: "out of stock" needs a chain of `stock` commits.
Bounds racing(const IssueModel &model, const Crowd &crowd)
{
    const bool onePer = model.duplicateCheck || model.uniqueKey;
    const Count stock = model.stock;
    const Count people = crowd.distinct;
    const std::optional<Count> most = model.uniqueKey ? people : crowd.requests;
    const Count sure = crowd.requests ? std::min(stock, onePer ? people : *crowd.requests) : 0;
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    bounds.issued = {sure, most};
    bounds.remaining = {most ? std::max<Count>(0, stock - *most) : 0, sure > 0 ? stock - 1 : stock};
    bounds.alreadyIssued = onePer ? upToRest(crowd, people) : exactly(0);
    bounds.outOfStock = upToRest(crowd, stock);
    if (model.uniqueKey && stock > people) {
        bounds.outOfStock = exactly(0);
        if (crowd.requests) {
            bounds.issued = exactly(people);
            bounds.alreadyIssued = exactly(*crowd.requests - people);
        }
    }
    return bounds;
}

/// Racing on values that may yet be undone: "out of stock" proves nothing any more.
Bounds dirty(const IssueModel &model, const Crowd &crowd)
{
    const bool onePer = model.duplicateCheck || model.uniqueKey;
    Bounds bounds;
    bounds.outsideSale = exactly(0);
    bounds.issued = {0, model.uniqueKey ? crowd.distinct : crowd.requests};
    bounds.remaining = {0, model.stock};
    bounds.alreadyIssued = onePer ? upToRest(crowd, crowd.distinct) : exactly(0);
    bounds.outOfStock = upToRest(crowd, 0);
    return bounds;
}

/// In turn, but any request may have been broken off.
Bounds colliding(const IssueModel &model, const Crowd &crowd)
{
    Bounds bounds = inTurn(model, crowd);
    bounds.issued.min = 0;
    bounds.alreadyIssued.min = 0;
    bounds.outOfStock.min = 0;
    bounds.remaining.max = model.stock;
    return bounds;
}

} // namespace

Bounds boundsOf(const IssueModel &model, const Crowd &crowd)
{
    const bool nothing = model.knowsStock() && model.stock < model.fewestPieces;
    if (nothing && !model.heldBefore && !model.givesBack) {
        return nothingToGive(model, crowd);
    }
    switch (model.meeting) {
    case Meeting::InTurn:
        return inTurn(model, crowd);
    case Meeting::Racing:
        return racing(model, crowd);
    case Meeting::Dirty:
        return dirty(model, crowd);
    case Meeting::Colliding:
        return colliding(model, crowd);
    }
    STAMPEDE_CHECK(false);
}

Bounds replayInTurn(const IssueModel &model, const Crowd &crowd, Count userLimit,
                    const std::function<Count(Count)> &userAt)
{
    STAMPEDE_CHECK(crowd.requests.has_value());
    const Count requests = *crowd.requests;
    const bool onePer = model.duplicateCheck || model.uniqueKey;
    std::vector<bool> holds(static_cast<std::size_t>(userLimit) + 1);
    Count issued = 0;
    Count already = 0;
    Count soldOut = 0;
    for (Count i = 0; i < requests; ++i) {
        if (issued == model.stock && model.precedence == Precedence::StockFirst) {
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
        } else if (issued == model.stock) {
            ++soldOut;
        } else {
            holds.at(user) = true;
            ++issued;
        }
    }
    Bounds bounds;
    bounds.issued = exactly(issued);
    bounds.remaining = exactly(model.stock - issued);
    bounds.alreadyIssued = exactly(already);
    bounds.outOfStock = exactly(soldOut);
    bounds.outsideSale = exactly(0);
    return bounds;
}

Bounds boundsForSale(const Bounds &whenOpen, SaleTime sale, const IssueModel &model,
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
        if (bounds.remaining.max) {
            bounds.remaining.max = model.stock;
        }
        bounds.outsideSale = upToRest(crowd, 0);
        return bounds;
    case SaleTime::Before:
    case SaleTime::After:
    case SaleTime::Never:
        bounds.issued = exactly(0);
        bounds.alreadyIssued = exactly(0);
        bounds.outOfStock = exactly(0);
        bounds.remaining = model.knowsStock() ? exactly(model.stock) : Range{0, std::nullopt};
        if (model.givesBack) {
            bounds.remaining.max.reset();
        }
        bounds.outsideSale = crowd.requests ? exactly(*crowd.requests) : Range{0, std::nullopt};
        return bounds;
    }
    STAMPEDE_CHECK(false);
}

Bounds widened(const Bounds &bounds, Count undecided, const IssueModel &model)
{
    Bounds wide = bounds;
    for (Range *range : {&wide.issued, &wide.alreadyIssued, &wide.outOfStock, &wide.outsideSale}) {
        range->min = std::max<Count>(0, range->min - undecided);
    }
    if (wide.remaining.max && undecided > 0) {
        const Count pieces = model.mostPieces ? product(undecided, *model.mostPieces) : model.stock;
        wide.remaining.max =
            *wide.remaining.max + std::min(pieces, model.stock - *wide.remaining.max);
    }
    return wide;
}

OneRefusal refusedAlike(const Bounds &bounds, const Crowd &crowd, Count undecided, SaleTime sale,
                        bool namesBoth)
{
    OneRefusal one;
    one.alreadyIssued = {0, namesBoth ? bounds.alreadyIssued.max : Count{0}};
    one.outOfStock = {0, namesBoth ? bounds.outOfStock.max : Count{0}};
    one.notIssued = {0, std::nullopt};
    if (bounds.alreadyIssued.max && bounds.outOfStock.max) {
        one.notIssued.max = *bounds.alreadyIssued.max + *bounds.outOfStock.max;
    }
    if (crowd.requests) {
        const Count refused = *crowd.requests - bounds.issued.min;
        one.notIssued.max = std::min(one.notIssued.max.value_or(refused), refused);
        if (!namesBoth && sale == SaleTime::Open && bounds.issued.max) {
            one.notIssued.min =
                std::max<Count>(0, *crowd.requests - undecided - *bounds.issued.max);
        }
    }
    return one;
}

PossibleDamage possibleDamage(const IssueModel &model, const Crowd &crowd, const Bounds &bounds)
{
    PossibleDamage damage;
    const bool canIssue = !bounds.issued.max || *bounds.issued.max > 0;
    if ((model.knowsStock() && model.stock == 0) || !canIssue) {
        return damage;
    }
    const auto mayExceed = [&bounds](Count limit) {
        return !bounds.issued.max || *bounds.issued.max > limit;
    };
    const bool writesOver = model.meeting == Meeting::Racing || model.meeting == Meeting::Dirty;
    const bool asksTwice = !crowd.requests || *crowd.requests > crowd.distinct;
    damage.oversell = writesOver && mayExceed(model.stock);
    damage.drift = writesOver && (mayExceed(1) || model.meeting == Meeting::Dirty);
    damage.duplicates = !model.onePerPerson() && asksTwice && mayExceed(1);
    return damage;
}

} // namespace stampede
