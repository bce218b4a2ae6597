// SPDX-License-Identifier: MIT
#include "small_history.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace stampede {

namespace {

constexpr std::int64_t kMostOperations = 7;
constexpr std::int64_t kMostUsers = 4;
constexpr std::int64_t kMostStock = 3;
constexpr std::int64_t kLength = 10;
constexpr std::int64_t kSlack = 4;

constexpr std::array kNoEffect = {Outcome::Contention, Outcome::NotSent, Outcome::Interrupted,
                                  Outcome::NotStarted, Outcome::Expired, Outcome::InvalidRequest};
constexpr std::array kAnswers = {Outcome::Issued, Outcome::AlreadyIssued, Outcome::OutOfStock,
                                 Outcome::NotIssued};
constexpr std::int64_t kMostPiecesAsked = 3;

struct Row
{
    std::int64_t user = 0;
    std::int64_t pieces = 1;
    friend auto operator<=>(const Row &, const Row &) = default;
};

/// Serves one request at a time and keeps the rows.
struct Server
{
    std::vector<Row> rows;
    std::int64_t left = 0;
    Precedence precedence = Precedence::Any;
    const Shape &shape;
    std::vector<std::int64_t> written{};

    [[nodiscard]] bool isFull(std::int64_t user) const
    {
        const auto held = std::count_if(rows.begin(), rows.end(),
                                        [user](const Row &row) { return row.user == user; });
        return shape.rules.limitPerPerson && held >= *shape.rules.limitPerPerson;
    }

    Outcome serve(std::int64_t user, std::int64_t pieces, Dice &dice)
    {
        const bool full = isFull(user);
        if (full || left < pieces) {
            return shape.oneRefusal && !dice.oneIn(8) ? Outcome::NotIssued
                                                      : refusal(full, left < pieces, dice);
        }
        rows.push_back({user, pieces});
        written.push_back(user);
        left -= pieces;
        return Outcome::Issued;
    }

    [[nodiscard]] Outcome refusal(bool full, bool empty, Dice &dice) const
    {
        if (full != empty) {
            return full ? Outcome::AlreadyIssued : Outcome::OutOfStock;
        }
        switch (precedence) {
        case Precedence::Any:
            return dice.oneIn(2) ? Outcome::AlreadyIssued : Outcome::OutOfStock;
        case Precedence::StockFirst:
            return Outcome::OutOfStock;
        case Precedence::DuplicateFirst:
            return Outcome::AlreadyIssued;
        }
        return Outcome::OutOfStock;
    }

    void giveBack(Dice &dice)
    {
        if (!rows.empty()) {
            const auto at = rows.begin() + dice.below(static_cast<std::int64_t>(rows.size()));
            left += at->pieces;
            rows.erase(at);
        }
    }
};

JudgedOperation servedOperation(std::int64_t user, std::int64_t atNs, Server &server, Dice &dice)
{
    JudgedOperation operation{user, atNs - dice.below(kSlack), atNs + dice.below(kSlack),
                              Outcome::Unknown};
    if (server.shape.rules.countsPieces) {
        operation.quantity = static_cast<std::uint32_t>(1 + dice.below(kMostPiecesAsked));
    }
    if (dice.oneIn(6)) {
        operation.outcome = dice.oneIn(2) ? Outcome::Unknown : Outcome::ServerError;
        if (dice.oneIn(2)) {
            operation.returnedNs = kNeverNs;
        }
        if (dice.oneIn(2)) {
            static_cast<void>(server.serve(user, operation.quantity, dice));
        }
    } else if (dice.oneIn(12)) {
        operation.outcome = kNoEffect.at(static_cast<std::size_t>(dice.below(kNoEffect.size())));
    } else {
        operation.outcome = server.serve(user, operation.quantity, dice);
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
    std::int64_t pieces = 1;
    if (drop) {
        const auto at = dice.below(static_cast<std::int64_t>(rows.size()));
        rows.erase(rows.begin() + at);
        if (facts.rules.countsPieces) {
            pieces = facts.rowPieces[static_cast<std::size_t>(at)];
            facts.rowPieces.erase(facts.rowPieces.begin() + at);
        }
    } else {
        rows.push_back(1 + dice.below(kMostUsers + 1));
        if (facts.rules.countsPieces) {
            pieces = 1 + dice.below(kMostPiecesAsked);
            facts.rowPieces.push_back(pieces);
        }
    }
    if (dice.oneIn(2)) {
        facts.remaining += drop ? pieces : -pieces;
    }
}

std::vector<Row> rowsOf(const std::vector<std::int64_t> &users,
                        const std::vector<std::int64_t> &pieces)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < users.size(); ++i) {
        rows.push_back({users[i], pieces.empty() ? 1 : pieces[i]});
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// All orders, depth first.
class Search
{
public:
    explicit Search(const SmallHistory &history)
        : m_facts(history.facts)
        , m_operations(history.operations)
        , m_end(rowsOf(m_facts.rowUsers, m_facts.rowPieces))
    {}

    bool from(std::uint32_t done, std::vector<Row> rows, std::int64_t left)
    {
        std::sort(rows.begin(), rows.end());
        if (!m_seen.emplace(done, rows).second) {
            return false;
        }
        if (isEnd(done, rows, left)) {
            return true;
        }
        for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
            if ((done >> i & 1U) == 0 && takesPart(i) && mayBeNext(i, done) &&
                serves(i, done, rows, left)) {
                return true;
            }
        }
        return m_facts.rules.givesBack && givesBack(done, rows, left);
    }

private:
    [[nodiscard]] bool takesPart(std::uint32_t i) const
    {
        return mustTakePart(i) || mayHaveTakenEffect(m_operations[i].outcome);
    }
    [[nodiscard]] bool mustTakePart(std::uint32_t i) const
    {
        const IssueRules &rules = m_facts.rules;
        const bool stockTells = !rules.givesBack && (!rules.countsPieces || rules.quantityKnown);
        switch (m_operations[i].outcome) {
        case Outcome::Issued:
            return !rules.givesBack || m_facts.writtenUsers;
        case Outcome::AlreadyIssued:
            return !rules.limitWithin && !rules.givesBack;
        case Outcome::OutOfStock:
            return stockTells;
        case Outcome::NotIssued:
            return stockTells && !rules.limitWithin;
        default:
            return false;
        }
    }
    [[nodiscard]] bool mayBeNext(std::uint32_t i, std::uint32_t done) const
    {
        for (std::uint32_t other = 0; other < m_operations.size(); ++other) {
            if ((done >> other & 1U) == 0 && mustTakePart(other) &&
                m_operations[other].returnedNs < m_operations[i].invokedNs) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool isFull(std::int64_t user, const std::vector<Row> &rows) const
    {
        const auto held = std::count_if(rows.begin(), rows.end(),
                                        [user](const Row &row) { return row.user == user; });
        return m_facts.rules.limitPerPerson && !m_facts.rules.limitWithin &&
               held >= *m_facts.rules.limitPerPerson;
    }
    bool serves(std::uint32_t i, std::uint32_t done, const std::vector<Row> &rows,
                std::int64_t left)
    {
        const JudgedOperation &operation = m_operations[i];
        const bool pieces = m_facts.rules.countsPieces;
        const Precedence precedence = pieces ? Precedence::Any : m_facts.precedence;
        const bool full = isFull(operation.user, rows);
        const bool empty = left < (pieces ? std::int64_t{operation.quantity} : 1);
        const std::uint32_t after = done | (1U << i);
        bool right = false;
        switch (operation.outcome) {
        case Outcome::AlreadyIssued:
            right = full && (left > 0 || precedence != Precedence::StockFirst);
            return right && from(after, rows, left);
        case Outcome::OutOfStock:
            right = empty && (!full || precedence != Precedence::DuplicateFirst);
            return right && from(after, rows, left);
        case Outcome::NotIssued:
            right = empty || full;
            return right && from(after, rows, left);
        default:
            return !full && writes(operation.user, after, rows, left);
        }
    }
    /// A row as large as one that this person has at the end.
    bool writes(std::int64_t user, std::uint32_t after, const std::vector<Row> &rows,
                std::int64_t left)
    {
        std::set<std::int64_t> sizes;
        for (const Row &row : m_end) {
            if (row.user == user) {
                sizes.insert(row.pieces);
            }
        }
        if (m_facts.rules.givesBack) {
            sizes.insert(1);
        }
        return std::any_of(sizes.begin(), sizes.end(), [&](std::int64_t size) {
            if (size > left) {
                return false;
            }
            std::vector<Row> more = rows;
            more.push_back({user, size});
            return from(after, std::move(more), left - size);
        });
    }
    bool givesBack(std::uint32_t done, const std::vector<Row> &rows, std::int64_t left)
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::vector<Row> fewer = rows;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (from(done, std::move(fewer), left + rows[i].pieces)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool isEnd(std::uint32_t done, const std::vector<Row> &rows,
                             std::int64_t left) const
    {
        std::vector<std::int64_t> written;
        for (std::uint32_t i = 0; i < m_operations.size(); ++i) {
            const bool isDone = (done >> i & 1U) != 0;
            if (!isDone && mustTakePart(i)) {
                return false;
            }
            const Outcome outcome = m_operations[i].outcome;
            if (isDone && (outcome == Outcome::Issued || mayHaveTakenEffect(outcome))) {
                written.push_back(m_operations[i].user);
            }
        }
        if (m_facts.writtenUsers) {
            std::vector<std::int64_t> wanted = *m_facts.writtenUsers;
            std::sort(wanted.begin(), wanted.end());
            std::sort(written.begin(), written.end());
            if (wanted != written) {
                return false;
            }
        }
        return rows == m_end && left == m_facts.remaining;
    }

    const HistoryFacts &m_facts;
    const std::vector<JudgedOperation> &m_operations;
    std::vector<Row> m_end;
    /// What has been done and what has been written decide everything that follows.
    std::set<std::pair<std::uint32_t, std::vector<Row>>> m_seen;
};

void drawEarlierRows(HistoryFacts &facts, std::int64_t users, Dice &dice)
{
    for (std::int64_t user = 1; user <= users; ++user) {
        // Half of them none; some more than they may.
        for (std::int64_t rows = std::max<std::int64_t>(dice.below(6) - 2, 0); rows > 0; --rows) {
            facts.holdersBefore.push_back(user);
            if (facts.rules.countsPieces) {
                facts.piecesBefore.push_back(1 + dice.below(kMostPiecesAsked));
            }
        }
    }
}

void keepEnd(HistoryFacts &facts, const Server &server)
{
    for (const Row &row : server.rows) {
        facts.rowUsers.push_back(row.user);
        if (facts.rules.countsPieces) {
            facts.rowPieces.push_back(row.pieces);
        }
    }
    facts.remaining = server.left;
}

} // namespace

SmallHistory randomHistory(std::uint64_t seed, Precedence precedence, const Shape &shape)
{
    Dice dice(seed);
    SmallHistory history;
    HistoryFacts &facts = history.facts;
    facts.precedence = precedence;
    facts.rules = shape.rules;
    const std::int64_t mostStock = facts.rules.countsPieces ? kMostStock * 2 : kMostStock;
    facts.stock = dice.below(mostStock + 1);
    const std::int64_t users = 1 + dice.below(kMostUsers);
    if (dice.oneIn(4)) {
        drawEarlierRows(facts, users, dice);
    }
    std::vector<std::int64_t> moments(static_cast<std::size_t>(dice.below(kMostOperations + 1)));
    for (std::int64_t &moment : moments) {
        moment = dice.below(kLength);
    }
    std::sort(moments.begin(), moments.end());
    Server server{rowsOf(facts.holdersBefore, facts.piecesBefore), facts.stock, precedence, shape};
    for (const std::int64_t moment : moments) {
        history.operations.push_back(servedOperation(1 + dice.below(users), moment, server, dice));
        if (facts.rules.givesBack && dice.oneIn(3)) {
            server.giveBack(dice);
        }
    }
    keepEnd(facts, server);
    if (facts.rules.givesBack && dice.oneIn(2)) {
        facts.writtenUsers = server.written;
        if (dice.oneIn(6)) {
            facts.writtenUsers->push_back(1 + dice.below(users));
        }
        if (dice.oneIn(6) && !facts.writtenUsers->empty()) {
            facts.writtenUsers->pop_back();
        }
    }
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
    const IssueRules &rules = history.facts.rules;
    out << precedenceKey(history.facts.precedence) << ", limit "
        << (rules.limitPerPerson ? std::to_string(*rules.limitPerPerson) : "none")
        << (rules.limitWithin ? " within" : "") << (rules.givesBack ? ", gives back" : "")
        << (rules.countsPieces ? ", pieces" : "") << (rules.quantityKnown ? "" : " not asked for")
        << ": stock " << history.facts.stock << " -> " << history.facts.remaining;
    list("holders before", history.facts.holdersBefore);
    list("rows", history.facts.rowUsers);
    if (rules.countsPieces) {
        list("pieces before", history.facts.piecesBefore);
        list("pieces", history.facts.rowPieces);
    }
    if (history.facts.writtenUsers) {
        list("written", *history.facts.writtenUsers);
    }
    for (const JudgedOperation &operation : history.operations) {
        out << "\n  user " << operation.user << " [" << operation.invokedNs << ", ";
        if (operation.returnedNs == kNeverNs) {
            out << "never";
        } else {
            out << operation.returnedNs;
        }
        out << "] " << outcomeKey(operation.outcome);
        if (rules.countsPieces) {
            out << " x " << operation.quantity;
        }
    }
    return out.str();
}

bool isLinearizable(const SmallHistory &history)
{
    const HistoryFacts &facts = history.facts;
    return Search(history).from(0, rowsOf(facts.holdersBefore, facts.piecesBefore), facts.stock);
}

} // namespace stampede
