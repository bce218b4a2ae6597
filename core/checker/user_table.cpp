// SPDX-License-Identifier: MIT
#include "checker/user_table.h"

#include "base/check.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr std::uint64_t kMostUsers = std::uint64_t{1} << 31U;
constexpr std::size_t kFirstIndexSize = 256;

} // namespace

UserTable::UserTable(const HistoryFacts &facts, std::span<const JudgedOperation> operations)
{
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    const auto see = [&first, &last](std::int64_t user) {
        first = std::min(first, user);
        last = std::max(last, user);
    };
    std::for_each(facts.rowUsers.begin(), facts.rowUsers.end(), see);
    std::for_each(facts.holdersBefore.begin(), facts.holdersBefore.end(), see);
    if (facts.writtenUsers) {
        std::for_each(facts.writtenUsers->begin(), facts.writtenUsers->end(), see);
    }
    for (const JudgedOperation &operation : operations) {
        see(operation.user);
    }
    if (first > last) {
        return;
    }
    // One state an operation is what a table of as many users would take.
    const std::uint64_t named =
        operations.size() + facts.rowUsers.size() + facts.holdersBefore.size();
    m_direct = distance(last, first) < std::min(named + kFirstIndexSize, kMostUsers);
    if (!m_direct) {
        m_index.assign(kFirstIndexSize, 0);
        return;
    }
    m_first = first;
    m_size = static_cast<std::uint32_t>(distance(last, first) + 1);
    for (std::uint32_t slot = 0; slot < m_size; ++slot) {
        if ((slot & kBlockMask) == 0) {
            m_blocks.push_back(std::make_unique<UserState[]>(kBlockMask + 1));
        }
        state(slot).user = static_cast<std::int64_t>(static_cast<std::uint64_t>(first) + slot);
    }
}

std::uint32_t UserTable::hashedSlotOf(std::int64_t user)
{
    for (std::size_t i = homeOf(user, m_index.size());; i = (i + 1) & (m_index.size() - 1)) {
        const std::uint32_t entry = m_index[i];
        if (entry == 0) {
            const std::uint32_t slot = append(user);
            m_index[i] = slot + 1;
            if (std::size_t{m_size} * 2 > m_index.size()) {
                grow();
            }
            return slot;
        }
        if (state(entry - 1).user == user) {
            return entry - 1;
        }
    }
}

std::uint32_t UserTable::append(std::int64_t user)
{
    STAMPEDE_CHECK(m_size < kMostUsers);
    if ((m_size & kBlockMask) == 0) {
        m_blocks.push_back(std::make_unique<UserState[]>(kBlockMask + 1));
    }
    state(m_size).user = user;
    return m_size++;
}

void UserTable::grow()
{
    const std::size_t size = m_index.size() * 2;
    m_index.clear();
    m_index.shrink_to_fit();
    m_index.assign(size, 0);
    for (std::uint32_t slot = 0; slot < m_size; ++slot) {
        std::size_t i = homeOf(state(slot).user, size);
        while (m_index[i] != 0) {
            i = (i + 1) & (size - 1);
        }
        m_index[i] = slot + 1;
    }
}

} // namespace stampede
