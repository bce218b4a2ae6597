// SPDX-License-Identifier: MIT
#include "checker/replay.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

// The order. Every success stands at its invocation, every refusal at its return, successes first
// on ties. If a history is linearizable this order is legal:
// - a moment that is an end of a request's interval lies within it;
// - the successes of a user are as many as the user has new rows: all "issued" and, where there are
//   more rows, the requests without a definite answer that were invoked first. Another choice of
//   those only puts successes later, and each may stand as late as one likes;
// - "already issued" needs so many successes of its user in front that the limit is reached. In any
//   legal order these came before the refusal, so they were invoked no later than the refusal
//   returned, and here they stand no later;
// - "out of stock" needs all successes in front, for nothing comes back; by the same argument each
//   was invoked by its return. That it is told to nobody at the limit under duplicate-first does
//   not depend on the order: with all successes in front, users hold what they hold at the end;
// - "not issued" needs what one of these two needs, and both have it earliest in this order.
//
// Where rows count pieces, "out of stock" needs so many pieces gone that fewer are left than were
// asked for. The rows of one user go to that user's successes, the largest to the one invoked
// first: at no moment can more be gone.
//
// Only stock-first needs more, and only where the stock is used up and "already issued" was told:
// these answers must stand while there is still stock, that is before the last success. Let z be
// the latest invocation of all successes and "already issued". In any legal order the last success
// L stands after every other success and every "already issued", so at or after z, and before the
// first "out of stock"; and L's user was never told "already issued", which would have to come
// after L, where the stock is gone. "Not issued" that returned before z stands before L, so its
// user was at the limit without L: it is not L's user, whose rows are not more than the limit. So
// some success of a user never told so, and not refused before z, returned at or after z. Take the
// one that returned last as the last success and put it at z; put each "already issued" at its
// return, or at z where it returned later (it was invoked by z, and its own successes by both);
// leave everything else where it is: "not issued" that returned at z or later stands behind L.
// Ties: other successes, "already issued", the last success, "out of stock" and "not issued".
//
// Where pieces come back at moments that nobody recorded, refusals and answers to rows that are
// gone prove nothing: the order holds one success for each row that is left (or, where they are
// known, that was written), and the replay compares rows, limit and stock at the end.

namespace stampede {

namespace {

__extension__ using Wide = __int128;

enum class Kind : std::uint8_t
{
    Success,
    Already,
    LastSuccess,
    Refused ///< "out of stock" or "not issued"
};

struct Placed
{
    Step step;
    Kind kind = Kind::Success;
};

struct Row
{
    std::int64_t user = 0;
    std::int64_t pieces = 1;
    friend bool operator==(const Row &, const Row &) = default;
    friend bool operator<(const Row &left, const Row &right)
    {
        return std::tie(left.user, left.pieces) < std::tie(right.user, right.pieces);
    }
};

std::vector<Row> sortedRows(const std::vector<std::int64_t> &users,
                            const std::vector<std::int64_t> &pieces)
{
    std::vector<Row> rows;
    rows.reserve(users.size());
    for (std::size_t i = 0; i < users.size(); ++i) {
        rows.push_back({users[i], pieces.empty() ? 1 : pieces[i]});
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<Row> rowsBefore(const HistoryFacts &facts)
{
    return sortedRows(facts.holdersBefore, facts.piecesBefore);
}

std::vector<Row> rowsAtTheEnd(const HistoryFacts &facts)
{
    return sortedRows(facts.rowUsers, facts.rowPieces);
}

std::vector<Row> without(const std::vector<Row> &rows, const std::vector<Row> &others)
{
    std::vector<Row> rest;
    std::set_difference(rows.begin(), rows.end(), others.begin(), others.end(),
                        std::back_inserter(rest));
    return rest;
}

/// The rows that successes have to explain.
std::vector<Row> newRows(const HistoryFacts &facts)
{
    if (facts.rules.givesBack && facts.writtenUsers) {
        return sortedRows(*facts.writtenUsers, {});
    }
    return without(rowsAtTheEnd(facts), rowsBefore(facts));
}

/// The operations that may have written rows, by user; "issued" first, then those invoked first.
std::vector<std::uint32_t> candidates(std::span<const JudgedOperation> operations)
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        const Outcome outcome = operations[i].outcome;
        if (outcome == Outcome::Issued || mayHaveTakenEffect(outcome)) {
            all.push_back(i);
        }
    }
    std::sort(all.begin(), all.end(), [operations](std::uint32_t left, std::uint32_t right) {
        const auto rank = [operations](std::uint32_t i) {
            const JudgedOperation &each = operations[i];
            return std::tuple(each.user, each.outcome != Outcome::Issued, each.invokedNs, i);
        };
        return rank(left) < rank(right);
    });
    return all;
}

/// One success for each row of `rows`, and for each "issued" beyond them unless pieces come back.
std::vector<Placed> successes(const HistoryFacts &facts,
                              std::span<const JudgedOperation> operations)
{
    const std::vector<Row> rows = newRows(facts);
    const std::vector<std::uint32_t> all = candidates(operations);
    std::vector<Placed> chosen;
    auto row = rows.begin();
    for (auto next = all.begin(); next != all.end();) {
        const std::int64_t user = operations[*next].user;
        row = std::lower_bound(row, rows.end(), user,
                               [](const Row &each, std::int64_t id) { return each.user < id; });
        const auto rowsEnd =
            std::find_if(row, rows.end(), [user](const Row &each) { return each.user != user; });
        const auto first = static_cast<std::ptrdiff_t>(chosen.size());
        for (auto left = rowsEnd - row; next != all.end() && operations[*next].user == user;
             ++next) {
            const bool issued = operations[*next].outcome == Outcome::Issued;
            if (left > 0 || (issued && !facts.rules.givesBack)) {
                chosen.push_back({{operations[*next].invokedNs, *next}, Kind::Success});
                --left;
            }
        }
        // Of the user's rows the largest go first.
        std::sort(chosen.begin() + first, chosen.end(),
                  [](const Placed &left, const Placed &right) {
                      return left.step.atNs < right.step.atNs;
                  });
        auto largest = rowsEnd;
        for (auto each = chosen.begin() + first; each != chosen.end() && largest != row; ++each) {
            each->step.pieces = static_cast<std::uint32_t>((--largest)->pieces);
        }
    }
    return chosen;
}

/// Puts one success last and every "already issued" before it: see above.
void keepStockForHolders(std::vector<Placed> &order, std::span<const JudgedOperation> operations)
{
    std::unordered_set<std::int64_t> refused;
    std::int64_t latest = std::numeric_limits<std::int64_t>::min();
    for (const Placed &placed : order) {
        const JudgedOperation &operation = operations[placed.step.operation];
        if (placed.kind != Kind::Refused) {
            latest = std::max(latest, operation.invokedNs);
        }
        if (placed.kind == Kind::Already) {
            refused.insert(operation.user);
        }
    }
    for (const Placed &placed : order) {
        const JudgedOperation &operation = operations[placed.step.operation];
        if (operation.outcome == Outcome::NotIssued && operation.returnedNs < latest) {
            refused.insert(operation.user);
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
                   !refused.contains(operations[placed.step.operation].user) &&
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
        : m_rules(facts.rules)
        , m_rows(rowsBefore(facts))
        , m_left(facts.stock)
        , m_precedence(facts.rules.countsPieces ? Precedence::Any : facts.precedence)
    {
        if (m_rules.limitWithin) {
            m_rules.limitPerPerson.reset();
        }
        for (const Row &row : m_rows) {
            ++m_held[row.user];
        }
    }

    Misfit issue(std::int64_t user, std::int64_t pieces)
    {
        if (!m_rules.givesBack && pieces > m_left) {
            return Misfit::NoStock;
        }
        if (!m_rules.givesBack && mayHaveNoMore(user)) {
            return Misfit::AlreadyHeld;
        }
        m_rows.push_back({user, pieces});
        ++m_held[user];
        m_left -= pieces;
        return Misfit::None;
    }

    [[nodiscard]] Misfit refuseHolder(std::int64_t user) const
    {
        if (!mayHaveNoMore(user)) {
            return Misfit::NotHeld;
        }
        const bool hidden = m_precedence == Precedence::StockFirst && m_left <= 0;
        return hidden ? Misfit::StockGone : Misfit::None;
    }

    [[nodiscard]] Misfit refuseForStock(std::int64_t user, std::int64_t pieces) const
    {
        if (m_left >= pieces) {
            return Misfit::StockThere;
        }
        const bool hidden = m_precedence == Precedence::DuplicateFirst && mayHaveNoMore(user);
        return hidden ? Misfit::HolderRefused : Misfit::None;
    }

    [[nodiscard]] Misfit refuse(std::int64_t user, std::int64_t pieces) const
    {
        return mayHaveNoMore(user) || m_left < pieces ? Misfit::None : Misfit::NotRefusable;
    }

    [[nodiscard]] Misfit compareEnd(const HistoryFacts &facts) const
    {
        if (m_rules.givesBack) {
            return compareWhatIsLeft(facts);
        }
        std::vector<Row> rows = m_rows;
        std::sort(rows.begin(), rows.end());
        if (rows != rowsAtTheEnd(facts)) {
            return Misfit::OtherRows;
        }
        return m_left == facts.remaining ? Misfit::None : Misfit::OtherStock;
    }

private:
    [[nodiscard]] bool mayHaveNoMore(std::int64_t user) const
    {
        const auto held = m_held.find(user);
        return m_rules.limitPerPerson && held != m_held.end() &&
               held->second >= *m_rules.limitPerPerson;
    }

    /// What was taken must be what the rows explain; what is missing of the rest was given back.
    [[nodiscard]] Misfit compareWhatIsLeft(const HistoryFacts &facts) const
    {
        std::vector<std::int64_t> taken;
        std::vector<std::int64_t> wanted;
        const std::size_t before = facts.holdersBefore.size();
        for (std::size_t i = before; i < m_rows.size(); ++i) {
            taken.push_back(m_rows[i].user);
        }
        for (const Row &row : newRows(facts)) {
            wanted.push_back(row.user);
        }
        std::sort(taken.begin(), taken.end());
        if (taken != wanted) {
            return Misfit::OtherRows;
        }
        const std::vector<Row> rows = rowsAtTheEnd(facts);
        std::unordered_map<std::int64_t, std::int64_t> held;
        std::unordered_map<std::int64_t, std::int64_t> heldBefore;
        Wide left = facts.stock;
        for (std::size_t i = 0; i < before; ++i) {
            ++heldBefore[m_rows[i].user];
            left += m_rows[i].pieces;
        }
        for (const Row &row : rows) {
            left -= row.pieces;
            const std::int64_t now = ++held[row.user];
            if (m_rules.limitPerPerson && now > *m_rules.limitPerPerson &&
                now > heldBefore[row.user]) {
                return Misfit::OtherRows;
            }
        }
        return left == facts.remaining && left >= 0 ? Misfit::None : Misfit::OtherStock;
    }

    IssueRules m_rules;
    std::vector<Row> m_rows; ///< those from before in front
    std::unordered_map<std::int64_t, std::int64_t> m_held;
    std::int64_t m_left = 0;
    Precedence m_precedence = Precedence::Any;
};

/// What of the answers the rules leave a way to judge.
class Judgeable
{
public:
    explicit Judgeable(const HistoryFacts &facts)
        : m_limit(!facts.rules.givesBack && !facts.rules.limitWithin)
        , m_stock(!facts.rules.givesBack &&
                  (!facts.rules.countsPieces || facts.rules.quantityKnown))
        , m_issued(!facts.rules.givesBack || facts.writtenUsers)
    {}

    [[nodiscard]] bool mustBeThere(Outcome outcome) const
    {
        switch (answerClaim(outcome)) {
        case AnswerClaim::Issued:
            return m_issued;
        case AnswerClaim::HeldAlready:
            return m_limit;
        case AnswerClaim::NoneLeft:
            return m_stock;
        case AnswerClaim::HeldOrNoneLeft:
            return m_limit && m_stock;
        case AnswerClaim::MayBeIssued:
        case AnswerClaim::OutsideSale:
        case AnswerClaim::NoEffect:
            return false;
        }
        return false;
    }

private:
    bool m_limit;
    bool m_stock;
    bool m_issued;
};

Misfit serve(Coupon &coupon, const JudgedOperation &operation, const Step &step, bool countsPieces)
{
    const std::int64_t asked = countsPieces ? std::int64_t{operation.quantity} : 1;
    switch (answerClaim(operation.outcome)) {
    case AnswerClaim::Issued:
    case AnswerClaim::MayBeIssued:
        return coupon.issue(operation.user, step.pieces);
    case AnswerClaim::HeldAlready:
        return coupon.refuseHolder(operation.user);
    case AnswerClaim::NoneLeft:
        return coupon.refuseForStock(operation.user, asked);
    case AnswerClaim::HeldOrNoneLeft:
        return coupon.refuse(operation.user, asked);
    case AnswerClaim::OutsideSale:
    case AnswerClaim::NoEffect:
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

} // namespace

std::vector<Step> orderOf(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    std::vector<Placed> order = successes(facts, operations);
    const std::size_t taken = order.size();
    const Judgeable judgeable(facts);
    bool anyAlready = false;
    for (std::uint32_t i = 0; i < operations.size(); ++i) {
        const JudgedOperation &operation = operations[i];
        if (operation.outcome == Outcome::Issued || !judgeable.mustBeThere(operation.outcome)) {
            continue;
        }
        const bool already = operation.outcome == Outcome::AlreadyIssued;
        order.push_back({{operation.returnedNs, i}, already ? Kind::Already : Kind::Refused});
        anyAlready = anyAlready || already;
    }
    if (facts.precedence == Precedence::StockFirst && !facts.rules.countsPieces && anyAlready &&
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
    const Judgeable judgeable(facts);
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
            result.misfit = serve(coupon, operation, step, facts.rules.countsPieces);
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
        if (!done[i] && judgeable.mustBeThere(operations[i].outcome)) {
            result.misfit = Misfit::LeftOut;
            result.operation = i;
            return result;
        }
    }
    result.misfit = coupon.compareEnd(facts);
    return result;
}

} // namespace stampede
