#include "small_history.h"

#include <algorithm>
#include <sstream>

namespace stampede {

namespace {

constexpr std::int64_t kMostOperations = 7;
constexpr std::int64_t kMostUsers = 4;
constexpr std::int64_t kMostStock = 3;
constexpr std::int64_t kLength = 10;
constexpr std::int64_t kSlack = 4;

constexpr std::array kNoEffect = {Outcome::Contention, Outcome::NotSent, Outcome::Interrupted,
                                  Outcome::NotStarted, Outcome::Expired, Outcome::InvalidRequest};
constexpr std::array kAnswers = {Outcome::Issued, Outcome::AlreadyIssued, Outcome::OutOfStock};

/// Serves one request at a time and keeps the rows.
struct Server
{
    std::vector<std::int64_t> holders;
    std::int64_t left = 0;
    Precedence precedence = Precedence::Any;

    Outcome serve(std::int64_t user, Dice &dice)
    {
        const bool holds = std::find(holders.begin(), holders.end(), user) != holders.end();
        if (holds && left <= 0) {
            switch (precedence) {
            case Precedence::Any:
                return dice.oneIn(2) ? Outcome::AlreadyIssued : Outcome::OutOfStock;
            case Precedence::StockFirst:
                return Outcome::OutOfStock;
            case Precedence::DuplicateFirst:
                return Outcome::AlreadyIssued;
            }
        }
        if (holds) {
            return Outcome::AlreadyIssued;
        }
        if (left <= 0) {
            return Outcome::OutOfStock;
        }
        holders.push_back(user);
        --left;
        return Outcome::Issued;
    }
};

JudgedOperation servedOperation(std::int64_t user, std::int64_t atNs, Server &server, Dice &dice)
{
    JudgedOperation operation{user, atNs - dice.below(kSlack), atNs + dice.below(kSlack),
                              Outcome::Unknown};
    if (dice.oneIn(6)) {
        operation.outcome = dice.oneIn(2) ? Outcome::Unknown : Outcome::ServerError;
        if (dice.oneIn(2)) {
            operation.returnedNs = kNeverNs;
        }
        if (dice.oneIn(2)) {
            static_cast<void>(server.serve(user, dice));
        }
    } else if (dice.oneIn(12)) {
        operation.outcome = kNoEffect.at(static_cast<std::size_t>(dice.below(kNoEffect.size())));
    } else {
        operation.outcome = server.serve(user, dice);
    }
    return operation;
}

void damageOperation(JudgedOperation &operation, Dice &dice)
{
    switch (dice.below(4)) {
    case 0:
        operation.outcome = kAnswers.at(static_cast<std::size_t>(dice.below(kAnswers.size())));
        break;
    case 1:
        operation.invokedNs = dice.below(kLength);
        break;
    case 2:
        operation.user = 1 + dice.below(kMostUsers);
        break;
    default:
        operation.returnedNs = dice.below(kLength);
        break;
    }
    const bool definite = !mayHaveTakenEffect(operation.outcome);
    if (operation.returnedNs < operation.invokedNs ||
        (definite && operation.returnedNs == kNeverNs)) {
        operation.returnedNs = operation.invokedNs + dice.below(kSlack);
    }
}

void damageRows(HistoryFacts &facts, Dice &dice)
{
    std::vector<std::int64_t> &rows = facts.rowUsers;
    const bool drop = !rows.empty() && dice.oneIn(2);
    if (drop) {
        rows.erase(rows.begin() +
                   static_cast<std::ptrdiff_t>(dice.below(static_cast<std::int64_t>(rows.size()))));
    } else {
        rows.push_back(1 + dice.below(kMostUsers + 1));
    }
    if (dice.oneIn(2)) {
        facts.remaining += drop ? 1 : -1;
    }
}

/// All orders, depth first; what has been done decides everything that follows.
class Search
{
public:
    explicit Search(const SmallHistory &history)
        : m_facts(history.facts)
        , m_operations(history.operations)
        , m_seen(std::size_t{1} << history.operations.size(), false)
    {}

    bool from(std::uint32_t done, std::vector<std::int64_t> holders, std::int64_t left)
    {
        if (m_seen[done]) {
            return false;
        }
        m_seen[done] = true;
        if (isEnd(done, holders, left)) {
            return true;
        }
        for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
            if ((done >> i & 1U) == 0 && takesPart(i) && mayBeNext(i, done) &&
                serves(i, done, holders, left)) {
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] bool takesPart(std::uint32_t i) const
    {
        return isDefinite(i) || mayHaveTakenEffect(m_operations[i].outcome);
    }
    [[nodiscard]] bool isDefinite(std::uint32_t i) const
    {
        const Outcome outcome = m_operations[i].outcome;
        return std::find(kAnswers.begin(), kAnswers.end(), outcome) != kAnswers.end();
    }
    [[nodiscard]] bool mayBeNext(std::uint32_t i, std::uint32_t done) const
    {
        for (std::uint32_t other = 0; other < m_operations.size(); ++other) {
            if ((done >> other & 1U) == 0 && isDefinite(other) &&
                m_operations[other].returnedNs < m_operations[i].invokedNs) {
                return false;
            }
        }
        return true;
    }
    bool serves(std::uint32_t i, std::uint32_t done, const std::vector<std::int64_t> &holders,
                std::int64_t left)
    {
        const JudgedOperation &operation = m_operations[i];
        const bool holds =
            std::find(holders.begin(), holders.end(), operation.user) != holders.end();
        const std::uint32_t after = done | (1U << i);
        if (operation.outcome == Outcome::AlreadyIssued) {
            const bool right = holds && (left > 0 || m_facts.precedence != Precedence::StockFirst);
            return right && from(after, holders, left);
        }
        if (operation.outcome == Outcome::OutOfStock) {
            const bool right =
                left == 0 && (!holds || m_facts.precedence != Precedence::DuplicateFirst);
            return right && from(after, holders, left);
        }
        if (holds || left <= 0) {
            return false;
        }
        std::vector<std::int64_t> more = holders;
        more.push_back(operation.user);
        return from(after, std::move(more), left - 1);
    }
    [[nodiscard]] bool isEnd(std::uint32_t done, std::vector<std::int64_t> holders,
                             std::int64_t left) const
    {
        for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
            if ((done >> i & 1U) == 0 && isDefinite(i)) {
                return false;
            }
        }
        std::vector<std::int64_t> rows = m_facts.rowUsers;
        std::sort(rows.begin(), rows.end());
        std::sort(holders.begin(), holders.end());
        return rows == holders && left == m_facts.remaining;
    }

    const HistoryFacts &m_facts;
    const std::vector<JudgedOperation> &m_operations;
    std::vector<bool> m_seen;
};

} // namespace

SmallHistory randomHistory(std::uint64_t seed, Precedence precedence)
{
    Dice dice(seed);
    SmallHistory history;
    HistoryFacts &facts = history.facts;
    facts.precedence = precedence;
    facts.stock = dice.below(kMostStock + 1);
    const std::int64_t users = 1 + dice.below(kMostUsers);
    if (dice.oneIn(4)) {
        for (std::int64_t user = 1; user <= users; ++user) {
            if (dice.oneIn(2)) {
                facts.holdersBefore.push_back(user);
            }
        }
    }
    std::vector<std::int64_t> moments(static_cast<std::size_t>(dice.below(kMostOperations + 1)));
    for (std::int64_t &moment : moments) {
        moment = dice.below(kLength);
    }
    std::sort(moments.begin(), moments.end());
    Server server{facts.holdersBefore, facts.stock, precedence};
    for (const std::int64_t moment : moments) {
        history.operations.push_back(servedOperation(1 + dice.below(users), moment, server, dice));
    }
    facts.rowUsers = server.holders;
    facts.remaining = server.left;
    for (std::int64_t i = dice.below(5); i > 2; --i) {
        damageRows(facts, dice);
    }
    for (std::int64_t i = dice.below(4); i > 1 && !history.operations.empty(); --i) {
        const auto index = dice.below(static_cast<std::int64_t>(history.operations.size()));
        damageOperation(history.operations[static_cast<std::size_t>(index)], dice);
    }
    if (dice.oneIn(12)) {
        facts.remaining += dice.below(3) - 1;
    }
    return history;
}

std::string printed(const SmallHistory &history)
{
    std::ostringstream out;
    const auto list = [&out](const char *name, const std::vector<std::int64_t> &values) {
        out << ' ' << name << " [";
        for (const std::int64_t value : values) {
            out << ' ' << value;
        }
        out << " ]";
    };
    out << precedenceKey(history.facts.precedence) << ": stock " << history.facts.stock << " -> "
        << history.facts.remaining;
    list("holders before", history.facts.holdersBefore);
    list("rows", history.facts.rowUsers);
    for (const JudgedOperation &operation : history.operations) {
        out << "\n  user " << operation.user << " [" << operation.invokedNs << ", ";
        if (operation.returnedNs == kNeverNs) {
            out << "never";
        } else {
            out << operation.returnedNs;
        }
        out << "] " << outcomeKey(operation.outcome);
    }
    return out.str();
}

bool isLinearizable(const SmallHistory &history)
{
    std::vector<std::int64_t> holders = history.facts.holdersBefore;
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    return Search(history).from(0, std::move(holders), history.facts.stock);
}

} // namespace stampede
