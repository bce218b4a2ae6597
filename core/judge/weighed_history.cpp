#include "judge/weighed_history.h"

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

__extension__ using Wide = __int128;

/// Users are fetched from memory while so many operations before them are looked at.
constexpr std::uint32_t kAhead = 16;

class Weigher
{
public:
    Weigher(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
        : m_facts(facts)
        , m_operations(operations)
        , m_weights(facts, operations)
    {}

    WeighedHistory run()
    {
        gatherRows();
        gatherAnswers();
        weighUsers();
        takeAnswersApart();
        findLastTake();
        weighAnswers();
        // Of several answers that all deny his one row, one is wrong.
        m_weights.findings.keepFirstOfEachUser(Condition::R3);
        weighLateHolderAnswers();
        return std::move(m_weights);
    }

private:
    void gatherRows();
    void gatherAnswers();
    void weighUsers();
    void weighWinner(const UserState &state);
    void takeAnswersApart();
    void findLastTake();
    void weighAnswers();
    void weighRefusal(std::uint32_t index, UserState &state);
    void weighLateHolderAnswers();
    [[nodiscard]] bool stockLeft() const { return m_weights.judgement.newRows < m_facts.stock; }

    const HistoryFacts &m_facts;
    std::span<const JudgedOperation> m_operations;
    WeighedHistory m_weights;
    std::vector<std::uint32_t> m_slots; ///< of the user of each operation
    std::int64_t m_latestTakeNs = kAlwaysNs;

    // For C6.
    bool m_anyAlready = false;
    std::int64_t m_latestAlreadyAskedNs = kAlwaysNs;
    std::int64_t m_firstOutOfStockToldNs = kNeverNs;
    std::int64_t m_latestSigmaNs = kAlwaysNs;
    std::int64_t m_lastCouponGoneNs = kAlwaysNs; ///< max return of σ(u), u not told "already"
};

void Weigher::gatherRows()
{
    for (const std::int64_t user : m_facts.holdersBefore) {
        m_weights.table.state(m_weights.table.slotOf(user)).heldBefore = true;
    }
    for (const std::int64_t user : m_facts.rowUsers) {
        ++m_weights.table.state(m_weights.table.slotOf(user)).rows;
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
        switch (operation.outcome) {
        case Outcome::Issued:
            if (state.issued == 0 || operation.invokedNs < state.sigmaNs) {
                state.sigmaNs = operation.invokedNs;
                state.sigma = index;
            }
            ++state.issued;
            break;
        case Outcome::ServerError:
        case Outcome::Unknown:
            ++m_weights.judgement.noEffect;
            if (state.issued == 0 && (!state.hasSigma() || operation.invokedNs < state.sigmaNs)) {
                state.sigmaNs = operation.invokedNs;
                state.sigma = index;
            }
            break;
        case Outcome::AlreadyIssued:
            state.toldAlready = true;
            m_anyAlready = true;
            m_latestAlreadyAskedNs = std::max(m_latestAlreadyAskedNs, operation.invokedNs);
            break;
        case Outcome::OutOfStock:
            state.toldOutOfStock = true;
            m_firstOutOfStockToldNs = std::min(m_firstOutOfStockToldNs, operation.returnedNs);
            break;
        case Outcome::NotStarted:
        case Outcome::Expired:
        case Outcome::NotFound:
        case Outcome::InvalidRequest:
        case Outcome::Contention:
        case Outcome::NotSent:
        case Outcome::Interrupted:
        case Outcome::NotIssued:
            state.toldOther = true;
            break;
        }
        if (!state.hasSigma()) {
            state.sigmaNs = std::min(state.sigmaNs, operation.invokedNs);
        }
        ++index;
    }
}

void Weigher::weighUsers()
{
    for (std::uint32_t slot = 0; slot < m_weights.table.size(); ++slot) {
        const UserState &state = m_weights.table.state(slot);
        if (!state.touched()) {
            continue;
        }
        if (state.rows > 1 || state.issued > 1 ||
            (state.heldBefore && (state.issued > 0 || state.rows == 0))) {
            m_weights.brokenUsers.push_back(state.user);
        }
        if (state.newRows() > 0) {
            weighWinner(state);
        }
    }
    const Wide drift = Wide{m_facts.stock} - m_facts.remaining - m_weights.judgement.newRows;
    m_weights.judgement.drift =
        static_cast<std::int64_t>(std::clamp<Wide>(drift, Wide{kAlwaysNs}, Wide{kNeverNs}));
    std::sort(m_weights.brokenUsers.begin(), m_weights.brokenUsers.end());
    std::sort(m_weights.judgement.strangers.begin(), m_weights.judgement.strangers.end());
}

void Weigher::weighWinner(const UserState &state)
{
    ++m_weights.judgement.winners;
    m_weights.judgement.newRows += state.newRows();
    if (!state.asked) {
        m_weights.judgement.strangers.push_back(state.user);
    }
    // Whose row nobody announced may have got it with his first request, and somebody else at any
    // time: R3 says so once, and nobody else's answer is called wrong for it.
    const Take take{state.asked ? state.sigmaNs : kAlwaysNs, state.user};
    // Second helpings are taken when their "issued" was asked for: see takeAnswersApart.
    const std::uint32_t own = state.newRows() > 1 ? std::max(state.issued, 1U) : 1U;
    const std::uint32_t here = state.newRows() > own ? state.newRows() - own + 1 : 1U;
    m_weights.takes.insert(m_weights.takes.end(), here, take);
    m_latestTakeNs = std::max(m_latestTakeNs, take.askedNs);
    if (state.hasSigma()) {
        m_latestSigmaNs = std::max(m_latestSigmaNs, state.sigmaNs);
        if (state.issued == 0) {
            ++m_weights.judgement.tookEffect;
            --m_weights.judgement.noEffect;
        }
    }
    if (!state.toldAlready) {
        const bool answered = state.issued > 0;
        m_lastCouponGoneNs = std::max(m_lastCouponGoneNs,
                                      answered ? m_operations[state.sigma].returnedNs : kNeverNs);
    }
}

void Weigher::takeAnswersApart()
{
    if (std::cmp_equal(m_weights.takes.size(), m_weights.judgement.newRows)) {
        return;
    }
    for (std::uint32_t index = 0; index < m_operations.size(); ++index) {
        const JudgedOperation &operation = m_operations[index];
        const UserState &state = m_weights.table.state(m_slots[index]);
        if (operation.outcome == Outcome::Issued && state.newRows() > 1 && state.sigma != index) {
            m_weights.takes.push_back({operation.invokedNs, operation.user});
            m_latestTakeNs = std::max(m_latestTakeNs, operation.invokedNs);
        }
    }
}

void Weigher::findLastTake()
{
    if (m_facts.stock == 0 || m_weights.takes.empty()) {
        return;
    }
    const auto rank = static_cast<std::ptrdiff_t>(
        std::min<std::int64_t>(m_facts.stock, static_cast<std::int64_t>(m_weights.takes.size())) -
        1);
    std::nth_element(m_weights.takes.begin(), m_weights.takes.begin() + rank,
                     m_weights.takes.end());
    m_weights.lastTake = m_weights.takes[static_cast<std::size_t>(rank)];
}

void Weigher::weighAnswers()
{
    for (std::uint32_t index = 0; index < m_operations.size(); ++index) {
        if (index + kAhead < m_operations.size()) {
            m_weights.table.prefetchSlot(m_slots[index + kAhead]);
        }
        const Outcome outcome = m_operations[index].outcome;
        UserState &state = m_weights.table.state(m_slots[index]);
        if (outcome == Outcome::Issued) {
            if (state.heldBefore || state.sigma != index) {
                m_weights.findings.add(Condition::R1, index);
            }
            if (state.rows == 0) {
                m_weights.findings.add(Condition::R2, index);
            }
        } else if (!mayHaveTakenEffect(outcome)) {
            weighRefusal(index, state);
        }
    }
}

void Weigher::weighRefusal(std::uint32_t index, UserState &state)
{
    const JudgedOperation &operation = m_operations[index];
    const bool already = operation.outcome == Outcome::AlreadyIssued;
    const bool outOfStock = operation.outcome == Outcome::OutOfStock;
    if (state.unannounced()) {
        const bool proves = state.toldOutOfStock ? outOfStock : state.toldOther != already;
        if (proves) {
            m_weights.findings.add(Condition::R3, index);
        }
    }
    if (already && !state.heldBefore) {
        if (state.rows == 0) {
            m_weights.findings.add(Condition::R4, index);
        } else if (state.hasSigma() && operation.returnedNs < state.sigmaNs) {
            m_weights.findings.add(Condition::C3, index);
        }
    }
    if (!outOfStock) {
        return;
    }
    if (stockLeft()) {
        m_weights.findings.add(Condition::R6, index);
    }
    if (operation.returnedNs < m_weights.lastTake.askedNs) {
        m_weights.findings.add(Condition::C4, index);
    }
    if (m_facts.precedence == Precedence::DuplicateFirst && state.rows > 0) {
        m_weights.findings.add(Condition::C5, index);
    }
    if (state.rows == 0 && !state.heldBefore && !state.jumpedOver &&
        operation.invokedNs < m_latestTakeNs) {
        state.jumpedOver = true;
        ++m_weights.judgement.queueJumps;
    }
}

void Weigher::weighLateHolderAnswers()
{
    if (m_facts.precedence != Precedence::StockFirst || !m_anyAlready ||
        m_weights.judgement.newRows != m_facts.stock) {
        return;
    }
    using Bound = LateHolderAnswer::Bound;
    LateHolderAnswer late;
    late.askedNs = std::max(m_latestSigmaNs, m_latestAlreadyAskedNs);
    if (m_facts.stock == 0) {
        late.bound = Bound::NoStock;
        late.goneNs = kAlwaysNs;
    } else if (m_firstOutOfStockToldNs <= m_lastCouponGoneNs) {
        late.bound = Bound::ToldOutOfStock;
        late.goneNs = m_firstOutOfStockToldNs;
    } else {
        late.bound = m_lastCouponGoneNs == kAlwaysNs ? Bound::NoLastCoupon : Bound::LastCoupon;
        late.goneNs = m_lastCouponGoneNs;
    }
    if (late.bound == Bound::NoStock || late.askedNs > late.goneNs) {
        m_weights.lateHolderAnswer = late;
    }
}

} // namespace

WeighedHistory weigh(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    return Weigher(facts, operations).run();
}

} // namespace stampede
