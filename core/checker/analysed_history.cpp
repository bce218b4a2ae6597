// SPDX-License-Identifier: MIT
#include "checker/analysed_history.h"

#include "base/check.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace stampede {

namespace {

__extension__ using Wide = __int128;

/// Users are fetched from memory while so many operations before them are looked at.
constexpr std::uint32_t kAhead = 16;

constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

/// How many pieces one row of a user stands for.
struct RowPieces
{
    std::uint32_t slot = 0;
    std::int64_t pieces = 1;
    /// By user, the largest first.
    friend bool operator<(const RowPieces &left, const RowPieces &right)
    {
        return std::tuple(left.slot, -left.pieces) < std::tuple(right.slot, -right.pieces);
    }
};

/// What an operation can say about the rows of a user who has several to explain.
struct Claim
{
    enum class Kind : std::uint8_t
    {
        Issued,
        Maybe, ///< no definite answer
        None,  ///< claims no effect
    };
    std::int64_t invokedNs = 0;
    std::uint32_t operation = 0;
    Kind kind = Kind::None;
    friend bool operator<(const Claim &left, const Claim &right)
    {
        return std::tie(left.kind, left.invokedNs, left.operation) <
               std::tie(right.kind, right.invokedNs, right.operation);
    }
};

Claim::Kind claimOf(Outcome outcome)
{
    if (outcome == Outcome::Issued) {
        return Claim::Kind::Issued;
    }
    return mayHaveTakenEffect(outcome) ? Claim::Kind::Maybe : Claim::Kind::None;
}

/// When the last of the rows of a winner was there at the latest (C6).
struct LastRow
{
    std::uint32_t slot = 0;
    std::int64_t goneNs = kNeverNs;
};

class Weigher
{
public:
    Weigher(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
        : m_facts(facts)
        , m_operations(operations)
        , m_plainRows(!facts.rules.countsPieces && !(facts.rules.givesBack && facts.writtenUsers))
        , m_limit(facts.rules.limitWithin ? kNoLimit
                                          : facts.rules.limitPerPerson.value_or(kNoLimit))
        , m_weights(facts, operations)
    {}

    AnalysedHistory run()
    {
        gatherRows();
        gatherAnswers();
        gatherPieces();
        analyseUsers();
        analyseSeveral();
        findLastTake();
        analyseAnswers();
        // Of several answers that all deny their one row, one is wrong.
        m_weights.findings.keepFirstOfEachUser(Condition::R3);
        analyseLateHolderAnswers();
        std::sort(m_weights.moreRowUsers.begin(), m_weights.moreRowUsers.end());
        return std::move(m_weights);
    }

private:
    void gatherRows();
    void gatherAnswers();
    void gatherPieces();
    [[nodiscard]] std::vector<RowPieces> piecesOf(const std::vector<std::int64_t> &users,
                                                  const std::vector<std::int64_t> &pieces);
    [[nodiscard]] std::int64_t takenBy(std::uint32_t slot, const UserState &state) const;
    [[nodiscard]] std::uint32_t piecesOfTake(std::uint32_t slot, std::size_t rank) const;
    /// How many rows of that user requests have to explain.
    [[nodiscard]] std::uint32_t rowsToExplain(std::uint32_t slot, const UserState &state) const
    {
        return m_plainRows ? state.newRows() : rowsToExplainBySlot(slot);
    }
    [[nodiscard]] std::uint32_t rowsToExplainBySlot(std::uint32_t slot) const;
    [[nodiscard]] bool breaksRows(const UserState &state) const;
    /// With a limit of one, and nothing given back, whoever is told "issued" twice was told so
    /// wrongly whatever rows say: R1, as a second row is.
    [[nodiscard]] bool oneRowEach() const { return m_limit == 1 && !m_facts.rules.givesBack; }
    [[nodiscard]] std::int64_t room(const UserState &state) const
    {
        return m_limit == kNoLimit ? kNoLimit
                                   : m_limit - static_cast<std::int64_t>(state.rowsBefore);
    }
    void analyseUsers();
    void analyseUser(std::uint32_t slot, UserState &state);
    void analyseOneRow(std::uint32_t slot, UserState &state);
    void analyseSeveral();
    void analyseClaims(std::uint32_t slot, UserState &state, std::span<Claim> claims);
    void takeRows(std::uint32_t slot, UserState &state, std::vector<std::int64_t> moments);
    void markUnannounced(UserState &state);
    void findLastTake();
    void analyseAnswers();
    void analyseIssued(std::uint32_t index, const UserState &state);
    void analyseRefusal(std::uint32_t index, UserState &state);
    void analyseSoldOut(std::uint32_t index, const UserState &state);
    void analyseNotIssued(std::uint32_t index, const UserState &state);
    [[nodiscard]] bool provesUnannounced(Outcome outcome, const UserState &state) const;
    [[nodiscard]] bool askedAfter(std::int64_t ns) const { return ns < m_weights.lastTakeNs; }
    [[nodiscard]] std::int64_t piecesAsked(const JudgedOperation &operation) const
    {
        return m_facts.rules.countsPieces ? std::int64_t{operation.quantity} : 1;
    }
    [[nodiscard]] bool leftAtTheEnd(const JudgedOperation &operation) const;
    [[nodiscard]] bool leftAtReturn(const JudgedOperation &operation) const;
    void analyseLateHolderAnswers();
    void findRefusedEarly(std::int64_t ns);

    const HistoryFacts &m_facts;
    std::span<const JudgedOperation> m_operations;
    bool m_plainRows;     ///< rows are explained by what is new of them
    std::int64_t m_limit; ///< rows a person, kNoLimit where it is none or cannot be told
    AnalysedHistory m_weights;
    std::vector<std::uint32_t> m_slots; ///< of the user of each operation
    std::int64_t m_latestTakeNs = kAlwaysNs;
    std::vector<std::uint32_t> m_severalSlots;
    std::vector<std::uint32_t> m_written; ///< rows by slot, where facts name writtenUsers

    // Where rows count pieces.
    std::vector<RowPieces> m_newPieces;
    std::vector<RowPieces> m_gonePieces;
    std::vector<std::int64_t> m_takenAfter; ///< pieces of all takes up to each

    // For C6.
    bool m_anyAlready = false;
    bool m_anyNotIssued = false;
    std::int64_t m_latestAlreadyAskedNs = kAlwaysNs;
    std::int64_t m_firstOutOfStockToldNs = kNeverNs;
    std::int64_t m_firstNotIssuedToldNs = kNeverNs; ///< of those that only the stock can explain
    std::int64_t m_latestSigmaNs = kAlwaysNs;
    std::vector<LastRow> m_lastRows; ///< under stock-first
};

void Weigher::gatherRows()
{
    STAMPEDE_CHECK(std::max(m_facts.rowUsers.size(), m_facts.holdersBefore.size()) <=
                   UserState::kMostRows);
    for (const std::int64_t user : m_facts.holdersBefore) {
        UserState &state = m_weights.table.state(m_weights.table.slotOf(user));
        ++state.rowsBefore;
    }
    for (const std::int64_t user : m_facts.rowUsers) {
        UserState &state = m_weights.table.state(m_weights.table.slotOf(user));
        ++state.rows;
    }
    if (!m_facts.writtenUsers) {
        return;
    }
    for (const std::int64_t user : *m_facts.writtenUsers) {
        const std::uint32_t slot = m_weights.table.slotOf(user);
        m_written.resize(std::max<std::size_t>(m_written.size(), m_weights.table.size()), 0);
        ++m_written[slot];
    }
}

void Weigher::gatherAnswers()
{
    m_weights.judgement.operations = static_cast<std::int64_t>(m_operations.size());
    m_slots.reserve(m_operations.size());
    std::uint32_t index = 0;
    for (const JudgedOperation &operation : m_operations) {
        if (index + kAhead < m_operations.size()) {
            m_weights.table.prefetch(m_operations[index + kAhead].user);
        }
        m_slots.push_back(m_weights.table.slotOf(operation.user));
        UserState &state = m_weights.table.state(m_slots.back());
        state.asked = true;
        switch (answerClaim(operation.outcome)) {
        case AnswerClaim::Issued:
            if (state.issued == 0 || operation.invokedNs < state.fullNs) {
                state.fullNs = operation.invokedNs;
                state.sigma = index;
            }
            ++state.issued;
            break;
        case AnswerClaim::MayBeIssued:
            ++m_weights.judgement.noEffect;
            if (state.issued == 0 && (!state.hasSigma() || operation.invokedNs < state.fullNs)) {
                state.fullNs = operation.invokedNs;
                state.sigma = index;
            }
            break;
        case AnswerClaim::HeldAlready:
            state.toldAlready = true;
            m_anyAlready = true;
            m_latestAlreadyAskedNs = std::max(m_latestAlreadyAskedNs, operation.invokedNs);
            break;
        case AnswerClaim::NoneLeft:
            state.toldOutOfStock = true;
            m_firstOutOfStockToldNs = std::min(m_firstOutOfStockToldNs, operation.returnedNs);
            break;
        case AnswerClaim::HeldOrNoneLeft:
            state.toldNotIssued = true;
            m_anyNotIssued = true;
            break;
        case AnswerClaim::OutsideSale:
        case AnswerClaim::NoEffect:
            state.toldOther = true;
            break;
        }
        if (!state.hasSigma()) {
            state.fullNs = std::min(state.fullNs, operation.invokedNs);
        }
        ++index;
    }
}

std::vector<RowPieces> Weigher::piecesOf(const std::vector<std::int64_t> &users,
                                         const std::vector<std::int64_t> &pieces)
{
    STAMPEDE_CHECK(users.size() == pieces.size());
    std::vector<RowPieces> rows;
    rows.reserve(users.size());
    for (std::size_t i = 0; i < users.size(); ++i) {
        rows.push_back({m_weights.table.slotOf(users[i]), pieces[i]});
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void Weigher::gatherPieces()
{
    if (!m_facts.rules.countsPieces) {
        return;
    }
    const auto before = piecesOf(m_facts.holdersBefore, m_facts.piecesBefore);
    const auto after = piecesOf(m_facts.rowUsers, m_facts.rowPieces);
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                        std::back_inserter(m_newPieces));
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(),
                        std::back_inserter(m_gonePieces));
    for (const RowPieces &gone : m_gonePieces) {
        m_weights.table.state(gone.slot).rowsChanged = true;
    }
}

/// The rows of one user in a list that is sorted by user.
std::span<const RowPieces> rowsOfSlot(const std::vector<RowPieces> &rows, std::uint32_t slot)
{
    const auto first =
        std::lower_bound(rows.begin(), rows.end(), slot,
                         [](const RowPieces &row, std::uint32_t each) { return row.slot < each; });
    const auto last =
        std::find_if(first, rows.end(), [slot](const RowPieces &row) { return row.slot != slot; });
    return {first, last};
}

std::int64_t Weigher::takenBy(std::uint32_t slot, const UserState &state) const
{
    auto taken =
        static_cast<std::int64_t>(state.rows) - static_cast<std::int64_t>(state.rowsBefore);
    if (m_facts.rules.countsPieces) {
        const auto sum = [slot](const std::vector<RowPieces> &rows) {
            std::int64_t pieces = 0;
            for (const RowPieces &row : rowsOfSlot(rows, slot)) {
                pieces += row.pieces;
            }
            return pieces;
        };
        taken = sum(m_newPieces) - sum(m_gonePieces);
    }
    return m_facts.rules.givesBack ? taken : std::max<std::int64_t>(taken, 0);
}

std::uint32_t Weigher::piecesOfTake(std::uint32_t slot, std::size_t rank) const
{
    if (!m_facts.rules.countsPieces) {
        return 1;
    }
    const auto rows = rowsOfSlot(m_newPieces, slot);
    return rank < rows.size() ? static_cast<std::uint32_t>(rows[rank].pieces) : 0;
}

std::uint32_t Weigher::rowsToExplainBySlot(std::uint32_t slot) const
{
    if (m_facts.rules.givesBack && m_facts.writtenUsers) {
        return slot < m_written.size() ? m_written[slot] : 0;
    }
    return static_cast<std::uint32_t>(rowsOfSlot(m_newPieces, slot).size());
}

bool Weigher::breaksRows(const UserState &state) const
{
    const bool beyond = state.newRows() > 0 && std::cmp_greater(state.rows, m_limit);
    if (m_facts.rules.givesBack) {
        return beyond;
    }
    const bool toldAgain =
        oneRowEach() && (state.issued > 1 || (state.rowsBefore > 0 && state.issued > 0));
    return beyond || toldAgain || state.rows < state.rowsBefore || state.rowsChanged;
}

void Weigher::analyseUsers()
{
    Wide taken = 0;
    for (std::uint32_t slot = 0; slot < m_weights.table.size(); ++slot) {
        UserState &state = m_weights.table.state(slot);
        if (!state.touched() && rowsToExplain(slot, state) == 0) {
            continue;
        }
        if (breaksRows(state)) {
            m_weights.brokenUsers.push_back(state.user);
        }
        if (state.rows != state.rowsBefore || state.rowsChanged) {
            taken += takenBy(slot, state);
        }
        analyseUser(slot, state);
    }
    const auto clamped = [](Wide value) {
        return static_cast<std::int64_t>(std::clamp<Wide>(value, kAlwaysNs, kNeverNs));
    };
    m_weights.judgement.taken = clamped(taken);
    m_weights.judgement.drift = clamped(Wide{m_facts.stock} - m_facts.remaining - taken);
    std::sort(m_weights.brokenUsers.begin(), m_weights.brokenUsers.end());
    std::sort(m_weights.judgement.strangers.begin(), m_weights.judgement.strangers.end());
}

void Weigher::analyseUser(std::uint32_t slot, UserState &state)
{
    const std::uint32_t newRows = state.newRows();
    if (newRows > 0) {
        ++m_weights.judgement.winners;
        m_weights.judgement.newRows += newRows;
    }
    const std::uint32_t toExplain = rowsToExplain(slot, state);
    if (toExplain > 0 && !state.asked) {
        m_weights.judgement.strangers.push_back(state.user);
    }
    if (toExplain == 1) {
        analyseOneRow(slot, state);
    } else if (toExplain > 1) {
        state.several = true;
        m_severalSlots.push_back(slot);
    } else {
        state.fullNs = room(state) <= 0 ? kAlwaysNs : kNeverNs;
    }
}

void Weigher::analyseOneRow(std::uint32_t slot, UserState &state)
{
    if (!state.hasSigma()) {
        markUnannounced(state);
    } else {
        m_latestSigmaNs = std::max(m_latestSigmaNs, state.fullNs);
        if (state.issued == 0) {
            ++m_weights.judgement.tookEffect;
            --m_weights.judgement.noEffect;
        }
    }
    if (m_facts.precedence == Precedence::StockFirst) {
        m_lastRows.push_back(
            {slot, state.issued > 0 ? m_operations[state.sigma].returnedNs : kNeverNs});
    }
    // Whose row nobody announced may have got it with their first request, and somebody else at any
    // time: R3 says so once, and nobody else's answer is called wrong for it.
    const Take take{state.asked ? state.fullNs : kAlwaysNs, slot, piecesOfTake(slot, 0)};
    m_weights.takes.push_back(take);
    m_latestTakeNs = std::max(m_latestTakeNs, take.askedNs);
    if (room(state) != 1) {
        state.fullNs = room(state) <= 0 ? kAlwaysNs : kNeverNs;
    }
}

void Weigher::markUnannounced(UserState &state)
{
    if (!state.asked) {
        return;
    }
    state.unannounced = true;
    if (!state.toldAlready && !state.toldOutOfStock && !state.toldNotIssued && !state.toldOther) {
        m_weights.moreRowUsers.push_back(state.user);
    }
}

void Weigher::analyseSeveral()
{
    if (m_severalSlots.empty()) {
        return;
    }
    // A bucket of claims for each of these users.
    std::vector<std::uint32_t> end(std::size_t{m_weights.table.size()} + 1, 0);
    for (const std::uint32_t slot : m_slots) {
        end[slot + 1] += m_weights.table.state(slot).several ? 1U : 0U;
    }
    std::partial_sum(end.begin(), end.end(), end.begin());
    std::vector<Claim> claims(end.back());
    for (std::uint32_t index = 0; index < m_operations.size(); ++index) {
        if (m_weights.table.state(m_slots[index]).several) {
            claims[end[m_slots[index]]++] = {m_operations[index].invokedNs, index,
                                             claimOf(m_operations[index].outcome)};
        }
    }
    // Filling has moved the ends of all buckets on: each begins where the one before it ends.
    for (const std::uint32_t slot : m_severalSlots) {
        const std::uint32_t begin = slot == 0 ? 0 : end[slot - 1];
        analyseClaims(slot, m_weights.table.state(slot),
                      std::span(claims).subspan(begin, end[slot] - begin));
    }
}

void Weigher::analyseClaims(std::uint32_t slot, UserState &state, std::span<Claim> claims)
{
    std::sort(claims.begin(), claims.end());
    const std::uint32_t rows = rowsToExplain(slot, state);
    std::vector<std::int64_t> moments;
    std::int64_t firstAskedNs = state.asked ? kNeverNs : kAlwaysNs;
    std::int64_t goneNs = kAlwaysNs;
    std::uint32_t fitting = 0;
    for (const Claim &claim : claims) {
        firstAskedNs = std::min(firstAskedNs, claim.invokedNs);
        if (claim.kind == Claim::Kind::None) {
            continue;
        }
        ++fitting;
        const bool issued = claim.kind == Claim::Kind::Issued;
        if (moments.size() == rows) {
            // More told than there is: the latest of them are the lost ones.
            if (issued && !oneRowEach()) {
                m_weights.findings.add(Condition::R2, claim.operation);
            }
            continue;
        }
        moments.push_back(claim.invokedNs);
        m_latestSigmaNs = std::max(m_latestSigmaNs, claim.invokedNs);
        goneNs = std::max(goneNs, issued ? m_operations[claim.operation].returnedNs : kNeverNs);
        if (!issued) {
            ++m_weights.judgement.tookEffect;
            --m_weights.judgement.noEffect;
        }
    }
    if (m_facts.precedence == Precedence::StockFirst) {
        m_lastRows.push_back({slot, goneNs});
    }
    if (fitting < (oneRowEach() ? 1U : rows)) {
        markUnannounced(state);
    }
    moments.resize(rows, firstAskedNs);
    takeRows(slot, state, std::move(moments));
}

void Weigher::takeRows(std::uint32_t slot, UserState &state, std::vector<std::int64_t> moments)
{
    std::sort(moments.begin(), moments.end());
    const std::int64_t space = room(state);
    state.fullNs = kNeverNs;
    if (space <= 0) {
        state.fullNs = kAlwaysNs;
    } else if (std::cmp_less_equal(space, moments.size())) {
        state.fullNs = moments[static_cast<std::size_t>(space - 1)];
    }
    // At best for "out of stock", who took rows of different sizes took the largest first.
    for (std::size_t i = 0; i < moments.size(); ++i) {
        m_weights.takes.push_back({moments[i], slot, piecesOfTake(slot, i)});
    }
    m_latestTakeNs = std::max(m_latestTakeNs, moments.back());
}

void Weigher::findLastTake()
{
    std::vector<Take> &takes = m_weights.takes;
    if (m_facts.stock == 0 || takes.empty()) {
        return;
    }
    auto last = std::prev(takes.end());
    if (m_facts.rules.countsPieces) {
        std::sort(takes.begin(), takes.end());
        for (const Take &take : takes) {
            m_takenAfter.push_back(take.pieces + (m_takenAfter.empty() ? 0 : m_takenAfter.back()));
        }
    } else {
        last =
            takes.begin() + (std::min(m_facts.stock, static_cast<std::int64_t>(takes.size())) - 1);
        std::nth_element(takes.begin(), last, takes.end());
    }
    m_weights.lastTakeNs = last->askedNs;
    m_weights.lastTaker = m_weights.table.state(last->slot).user;
    for (const Take &take : takes) {
        if (take.askedNs == m_weights.lastTakeNs) {
            m_weights.lastTaker =
                std::min(m_weights.lastTaker, m_weights.table.state(take.slot).user);
        }
    }
}

void Weigher::analyseAnswers()
{
    for (std::uint32_t index = 0; index < m_operations.size(); ++index) {
        if (index + kAhead < m_operations.size()) {
            m_weights.table.prefetchSlot(m_slots[index + kAhead]);
        }
        const Outcome outcome = m_operations[index].outcome;
        UserState &state = m_weights.table.state(m_slots[index]);
        if (outcome == Outcome::Issued) {
            analyseIssued(index, state);
        } else if (!mayHaveTakenEffect(outcome)) {
            analyseRefusal(index, state);
        }
    }
}

void Weigher::analyseIssued(std::uint32_t index, const UserState &state)
{
    if (oneRowEach()) {
        if (state.rowsBefore > 0 || state.sigma != index) {
            m_weights.findings.add(Condition::R1, index);
        }
        if (state.rows == 0) {
            m_weights.findings.add(Condition::R2, index);
        }
        return;
    }
    // Those of users with several rows have been found with their claims.
    const std::uint32_t rows = rowsToExplain(m_slots[index], state);
    if (rows == 0 || (rows == 1 && state.sigma != index)) {
        m_weights.findings.add(Condition::R2, index);
    }
}

bool Weigher::provesUnannounced(Outcome outcome, const UserState &state) const
{
    if (state.toldOutOfStock) {
        return outcome == Outcome::OutOfStock;
    }
    const bool already = outcome == Outcome::AlreadyIssued;
    const bool notIssued = outcome == Outcome::NotIssued;
    if (state.toldOther) {
        return !already && !notIssued;
    }
    return state.toldNotIssued ? notIssued : already;
}

void Weigher::analyseRefusal(std::uint32_t index, UserState &state)
{
    const JudgedOperation &operation = m_operations[index];
    if (state.unannounced && provesUnannounced(operation.outcome, state)) {
        m_weights.findings.add(Condition::R3, index);
    }
    if (operation.outcome == Outcome::AlreadyIssued) {
        if (operation.returnedNs < state.fullNs) {
            m_weights.findings.add(state.fullNs == kNeverNs ? Condition::R4 : Condition::C3, index);
        }
        return;
    }
    if (operation.outcome == Outcome::OutOfStock) {
        analyseSoldOut(index, state);
    } else if (operation.outcome == Outcome::NotIssued) {
        analyseNotIssued(index, state);
    } else {
        return;
    }
    if (state.rows == 0 && state.rowsBefore == 0 && !state.jumpedOver &&
        operation.invokedNs < m_latestTakeNs) {
        state.jumpedOver = true;
        ++m_weights.judgement.queueJumps;
    }
}

bool Weigher::leftAtTheEnd(const JudgedOperation &operation) const
{
    return Wide{m_facts.stock} - m_weights.judgement.taken >= piecesAsked(operation);
}

bool Weigher::leftAtReturn(const JudgedOperation &operation) const
{
    if (!m_facts.rules.countsPieces) {
        return leftAtTheEnd(operation) || askedAfter(operation.returnedNs);
    }
    const auto after = std::upper_bound(m_weights.takes.begin(), m_weights.takes.end(),
                                        Take{operation.returnedNs, 0, 0});
    const auto count = static_cast<std::size_t>(after - m_weights.takes.begin());
    const std::int64_t taken = count == 0 || m_takenAfter.empty() ? 0 : m_takenAfter[count - 1];
    return m_facts.stock - taken >= piecesAsked(operation);
}

void Weigher::analyseSoldOut(std::uint32_t index, const UserState &state)
{
    const JudgedOperation &operation = m_operations[index];
    if (leftAtTheEnd(operation)) {
        m_weights.findings.add(Condition::R6, index);
    }
    if (askedAfter(operation.returnedNs) && leftAtReturn(operation)) {
        m_weights.findings.add(Condition::C4, index);
    }
    if (m_facts.precedence == Precedence::DuplicateFirst &&
        std::cmp_greater_equal(state.rows, m_limit)) {
        m_weights.findings.add(Condition::C5, index);
    }
}

void Weigher::analyseNotIssued(std::uint32_t index, const UserState &state)
{
    const JudgedOperation &operation = m_operations[index];
    if (operation.returnedNs >= state.fullNs) {
        return;
    }
    if (leftAtReturn(operation)) {
        m_weights.findings.add(Condition::C7, index);
    } else {
        m_firstNotIssuedToldNs = std::min(m_firstNotIssuedToldNs, operation.returnedNs);
    }
}

void Weigher::findRefusedEarly(std::int64_t ns)
{
    if (!m_anyNotIssued) {
        return;
    }
    for (std::uint32_t index = 0; index < m_operations.size(); ++index) {
        const JudgedOperation &operation = m_operations[index];
        if (operation.outcome == Outcome::NotIssued && operation.returnedNs < ns) {
            m_weights.table.state(m_slots[index]).refusedEarly = true;
        }
    }
}

void Weigher::analyseLateHolderAnswers()
{
    if (m_facts.precedence != Precedence::StockFirst || !m_anyAlready ||
        m_weights.judgement.taken != m_facts.stock) {
        return;
    }
    using Bound = LateHolderAnswer::Bound;
    LateHolderAnswer late;
    late.askedNs = std::max(m_latestSigmaNs, m_latestAlreadyAskedNs);
    // Whoever was refused as a holder, or may have been before that moment, did not get the last.
    findRefusedEarly(late.askedNs);
    std::int64_t lastCouponGoneNs = kAlwaysNs;
    for (const LastRow &last : m_lastRows) {
        const UserState &state = m_weights.table.state(last.slot);
        if (!state.toldAlready && !state.refusedEarly) {
            lastCouponGoneNs = std::max(lastCouponGoneNs, last.goneNs);
        }
    }
    const std::int64_t refusedNs = std::min(m_firstOutOfStockToldNs, m_firstNotIssuedToldNs);
    if (m_facts.stock == 0) {
        late.bound = Bound::NoStock;
        late.goneNs = kAlwaysNs;
    } else if (refusedNs <= lastCouponGoneNs) {
        late.bound = m_firstOutOfStockToldNs <= m_firstNotIssuedToldNs ? Bound::ToldOutOfStock
                                                                       : Bound::ToldNotIssued;
        late.goneNs = refusedNs;
    } else {
        late.bound = lastCouponGoneNs == kAlwaysNs ? Bound::NoLastCoupon : Bound::LastCoupon;
        late.goneNs = lastCouponGoneNs;
    }
    if (late.bound == Bound::NoStock || late.askedNs > late.goneNs) {
        m_weights.lateHolderAnswer = late;
    }
}

} // namespace

AnalysedHistory analyse(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    return Weigher(facts, operations).run();
}

} // namespace stampede
