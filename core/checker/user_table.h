// SPDX-License-Identifier: MIT
#pragma once

#include "base/random.h"
#include "checker/judgement.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace stampede {

/// One user of a history: what was told, and what is stored.
struct UserState
{
    static constexpr std::uint32_t kNoOperation = Witness::kNoOperation;
    static constexpr std::uint32_t kRowBits = 27;
    /// More rows of one user than fit here are a broken promise of the caller.
    static constexpr std::uint32_t kMostRows = (1U << kRowBits) - 1;

    std::int64_t user = 0;
    /// While answers are gathered: when σ was invoked, the operation that may have written this
    /// user's row: the "issued" one invoked first, else the earliest without a definite answer.
    /// Where there is none, the earliest of any kind. Once users are weighed: from when on the user
    /// may have had all rows that the limit allows; kAlwaysNs from the start, kNeverNs never.
    std::int64_t fullNs = kNeverNs;
    std::uint32_t sigma = kNoOperation;
    std::uint32_t issued = 0;                ///< times told "issued"
    std::uint64_t rows : kRowBits = 0;       ///< at the end
    std::uint64_t rowsBefore : kRowBits = 0; ///< before the first request
    bool asked : 1 = false;
    bool toldAlready : 1 = false;
    bool toldOutOfStock : 1 = false;
    bool toldNotIssued : 1 = false;
    bool toldOther : 1 = false;   ///< any other answer that claims no effect
    bool several : 1 = false;     ///< more than one row to explain
    bool unannounced : 1 = false; ///< R3
    bool rowsChanged : 1 = false; ///< a row from before stands for another number of pieces
    bool jumpedOver : 1 = false;
    bool refusedEarly : 1 = false; ///< told "not issued" before the stock can have gone (C6)

    [[nodiscard]] bool touched() const { return asked || rowsBefore != 0 || rows != 0; }
    [[nodiscard]] std::uint32_t newRows() const
    {
        return static_cast<std::uint32_t>(rows > rowsBefore ? rows - rowsBefore : 0);
    }
    [[nodiscard]] bool hasSigma() const { return sigma != kNoOperation; }
};
static_assert(sizeof(UserState) == 32);

/// Finds the state of a user by id: directly where the ids lie close together, else by open
/// addressing (linear probing over 4-byte slots, at most half full). Its blocks never move, so that
/// growing needs no second copy. 32 bytes a user, and 8 to 16 for the slots.
class UserTable
{
public:
    /// Looks at all ids to choose the way. Fewer than 2^31 different users.
    UserTable(const HistoryFacts &facts, std::span<const JudgedOperation> operations);

    /// The slot of that user, made where there is none. Slots count from 0 to size().
    [[nodiscard]] std::uint32_t slotOf(std::int64_t user)
    {
        return m_direct ? static_cast<std::uint32_t>(distance(user, m_first)) : hashedSlotOf(user);
    }
    [[nodiscard]] UserState &state(std::uint32_t slot)
    {
        return m_blocks[slot >> kBlockBits][slot & kBlockMask];
    }
    /// Starts to fetch what slotOf will look at first. For the speed of what follows only.
    void prefetch(std::int64_t user) const
    {
        if (!m_direct) {
            __builtin_prefetch(&m_index[homeOf(user, m_index.size())]);
        } else {
            prefetchSlot(static_cast<std::uint32_t>(distance(user, m_first)));
        }
    }
    void prefetchSlot(std::uint32_t slot) const
    {
        __builtin_prefetch(&m_blocks[slot >> kBlockBits][slot & kBlockMask]);
    }
    /// With direct access some slots belong to nobody: see UserState::touched.
    [[nodiscard]] std::uint32_t size() const { return m_size; }

private:
    static constexpr std::uint32_t kBlockBits = 10;
    static constexpr std::uint32_t kBlockMask = (1U << kBlockBits) - 1;

    static std::uint64_t distance(std::int64_t user, std::int64_t first)
    {
        return static_cast<std::uint64_t>(user) - static_cast<std::uint64_t>(first);
    }
    static std::size_t homeOf(std::int64_t user, std::size_t indexSize)
    {
        return splitMix64(static_cast<std::uint64_t>(user)) & (indexSize - 1);
    }
    [[nodiscard]] std::uint32_t hashedSlotOf(std::int64_t user);
    [[nodiscard]] std::uint32_t append(std::int64_t user);
    void grow();

    bool m_direct = false;
    std::int64_t m_first = 0; ///< the lowest id, with direct access
    std::uint32_t m_size = 0;
    std::vector<std::unique_ptr<UserState[]>> m_blocks;
    std::vector<std::uint32_t> m_index; ///< slot + 1, 0 where free; empty with direct access
};

} // namespace stampede
