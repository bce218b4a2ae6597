#include "judge/replay.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

// The order. Every success stands at its invocation, every refusal at its return, successes first
// on ties. If a history is linearizable this order is legal:
// - a moment that is an end of a request's interval lies within it;
// - "already issued" needs its success in front. In any legal order success came before refusal,
//   so success was invoked no later than the refusal returned, and here it stands no later;
// - "out of stock" needs all successes in front, for nothing comes back; by the same argument each
//   was invoked by its return. That it is told to no holder under duplicate-first does not depend
//   on the order: with all successes in front, every user of a row is a holder.
//
// Only stock-first needs more, and only where the stock is used up and "already issued" was told:
// these answers must stand while there is still stock, that is before the last success. Let z be
// the latest invocation of all successes and "already issued". In any legal order the last success
// L stands after every other success and every "already issued", so at or after z, and before the
// first "out of stock"; and L's user was never told "already issued", which would have to come
// after L. So some success of a user never told so returned at or after z. Take the one that
// returned last as the last success and put it at z; put each "already issued" at its return, or
// at z where it returned later (it was invoked by z, and its own success by both); leave everything
// else where it is. Ties: other successes, "already issued", the last success, "out of stock".

namespace stampede {

namespace {

enum class Kind : std::uint8_t
{
    Success,
    Already,
    LastSuccess,
    SoldOut
};

struct Placed
{
    Step step;
    Kind kind = Kind::Success;
};

/// The operation behind each new row.
std::unordered_map<std::int64_t, std::uint32_t>
successes(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    std::unordered_set<std::int64_t> wanted(facts.rowUsers.begin(), facts.rowUsers.end());
    for (const std::int64_t user : facts.holdersBefore) {
        wanted.erase(user);
    }
    std::unordered_map<std::int64_t, std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        const JudgedOperation &candidate = operations[i];
        const bool issued = candidate.outcome == Outcome::Issued;
        if (!issued &&
            (!mayHaveTakenEffect(candidate.outcome) || !wanted.contains(candidate.user))) {
            continue;
        }
        const auto [entry, isNew] = chosen.try_emplace(candidate.user, i);
        const JudgedOperation &known = operations[entry->second];
        const bool knownIssued = known.outcome == Outcome::Issued;
        if (!isNew && (issued != knownIssued ? issued : candidate.invokedNs < known.invokedNs)) {
            entry->second = i;
        }
    }
    return chosen;
}

/// Puts one success last and every "already issued" before it: see above.
void keepStockForHolders(std::vector<Placed> &order, std::span<const JudgedOperation> operations)
{
    std::unordered_set<std::int64_t> toldAlready;
    std::int64_t latest = std::numeric_limits<std::int64_t>::min();
    for (const Placed &placed : order) {
        const JudgedOperation &operation = operations[placed.step.operation];
        if (placed.kind != Kind::SoldOut) {
            latest = std::max(latest, operation.invokedNs);
        }
        if (placed.kind == Kind::Already) {
            toldAlready.insert(operation.user);
        }
    }
    const auto returnOf = [operations](const Placed &placed) {
        const JudgedOperation &operation = operations[placed.step.operation];
        return operation.outcome == Outcome::Issued ? operation.returnedNs : kNeverNs;
    };
    Placed *last = nullptr;
    for (Placed &placed : order) {
        if (placed.kind == Kind::Already) {
            placed.step.atNs = std::min(placed.step.atNs, latest);
        } else if (placed.kind == Kind::Success &&
                   !toldAlready.contains(operations[placed.step.operation].user) &&
                   (last == nullptr || returnOf(placed) > returnOf(*last))) {
            last = &placed;
        }
    }
    if (last != nullptr) {
        last->kind = Kind::LastSuccess;
        last->step.atNs = latest;
    }
}

/// The coupon: who holds it, how many are left.
class Coupon
{
public:
    explicit Coupon(const HistoryFacts &facts)
        : m_holders(facts.holdersBefore.begin(), facts.holdersBefore.end())
        , m_left(facts.stock)
        , m_precedence(facts.precedence)
    {}

    Misfit issue(std::int64_t user)
    {
        if (m_left <= 0) {
            return Misfit::NoStock;
        }
        if (!m_holders.insert(user).second) {
            return Misfit::AlreadyHeld;
        }
        --m_left;
        return Misfit::None;
    }

    [[nodiscard]] Misfit refuseHolder(std::int64_t user) const
    {
        if (!m_holders.contains(user)) {
            return Misfit::NotHeld;
        }
        const bool hidden = m_precedence == Precedence::StockFirst && m_left <= 0;
        return hidden ? Misfit::StockGone : Misfit::None;
    }

    [[nodiscard]] Misfit refuseForStock(std::int64_t user) const
    {
        if (m_left > 0) {
            return Misfit::StockThere;
        }
        const bool hidden = m_precedence == Precedence::DuplicateFirst && m_holders.contains(user);
        return hidden ? Misfit::HolderRefused : Misfit::None;
    }

    [[nodiscard]] Misfit compareEnd(const HistoryFacts &facts) const
    {
        std::unordered_set<std::int64_t> seen;
        for (const std::int64_t user : facts.rowUsers) {
            if (!m_holders.contains(user) || !seen.insert(user).second) {
                return Misfit::OtherRows;
            }
        }
        if (seen.size() != m_holders.size()) {
            return Misfit::OtherRows;
        }
        return m_left == facts.remaining ? Misfit::None : Misfit::OtherStock;
    }

private:
    std::unordered_set<std::int64_t> m_holders;
    std::int64_t m_left = 0;
    Precedence m_precedence = Precedence::Any;
};

Misfit serve(Coupon &coupon, const JudgedOperation &operation)
{
    switch (operation.outcome) {
    case Outcome::Issued:
    case Outcome::ServerError:
    case Outcome::Unknown:
        return coupon.issue(operation.user);
    case Outcome::AlreadyIssued:
        return coupon.refuseHolder(operation.user);
    case Outcome::OutOfStock:
        return coupon.refuseForStock(operation.user);
    case Outcome::NotStarted:
    case Outcome::Expired:
    case Outcome::NotFound:
    case Outcome::InvalidRequest:
    case Outcome::Contention:
    case Outcome::NotSent:
    case Outcome::Interrupted:
    case Outcome::NotIssued:
        return Misfit::NoEffect;
    }
    return Misfit::NoEffect;
}

/// Whether the moment lies within the request; one without a definite answer never ends.
bool isWithin(std::int64_t atNs, const JudgedOperation &operation)
{
    return operation.invokedNs <= atNs &&
           (atNs <= operation.returnedNs || mayHaveTakenEffect(operation.outcome));
}

bool mustBeThere(Outcome outcome)
{
    return outcome == Outcome::Issued || outcome == Outcome::AlreadyIssued ||
           outcome == Outcome::OutOfStock;
}

} // namespace

std::vector<Step> orderOf(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    std::vector<Placed> order;
    std::size_t taken = 0;
    bool anyAlready = false;
    const auto chosen = successes(facts, operations);
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        const JudgedOperation &operation = operations[i];
        const auto success = chosen.find(operation.user);
        if (operation.outcome == Outcome::Issued ||
            (success != chosen.end() && success->second == i)) {
            order.push_back({{operation.invokedNs, i}, Kind::Success});
            ++taken;
        } else if (operation.outcome == Outcome::AlreadyIssued) {
            order.push_back({{operation.returnedNs, i}, Kind::Already});
            anyAlready = true;
        } else if (operation.outcome == Outcome::OutOfStock) {
            order.push_back({{operation.returnedNs, i}, Kind::SoldOut});
        }
    }
    if (facts.precedence == Precedence::StockFirst && anyAlready &&
        std::cmp_equal(taken, facts.stock)) {
        keepStockForHolders(order, operations);
    }
    std::sort(order.begin(), order.end(), [](const Placed &left, const Placed &right) {
        return std::tie(left.step.atNs, left.kind, left.step.operation) <
               std::tie(right.step.atNs, right.kind, right.step.operation);
    });
    std::vector<Step> steps;
    steps.reserve(order.size());
    for (const Placed &placed : order) {
        steps.push_back(placed.step);
    }
    return steps;
}

ReplayedOrder replay(const HistoryFacts &facts, std::span<const JudgedOperation> operations,
                     std::span<const Step> order)
{
    Coupon coupon(facts);
    ReplayedOrder result;
    std::vector<bool> done(operations.size(), false);
    std::int64_t now = std::numeric_limits<std::int64_t>::min();
    for (const Step &step : order) {
        if (step.operation >= operations.size()) {
            result.misfit = Misfit::NotThere;
            return result;
        }
        const JudgedOperation &operation = operations[step.operation];
        if (done[step.operation]) {
            result.misfit = Misfit::Twice;
        } else if (step.atNs < now) {
            result.misfit = Misfit::GoesBack;
        } else if (!isWithin(step.atNs, operation)) {
            result.misfit = Misfit::OutsideOfCall;
        } else {
            result.misfit = serve(coupon, operation);
        }
        if (result.misfit != Misfit::None) {
            result.operation = step.operation;
            return result;
        }
        now = step.atNs;
        done[step.operation] = true;
        ++result.replayed;
    }
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        if (!done[i] && mustBeThere(operations[i].outcome)) {
            result.misfit = Misfit::LeftOut;
            result.operation = i;
            return result;
        }
    }
    result.misfit = coupon.compareEnd(facts);
    return result;
}

} // namespace stampede
