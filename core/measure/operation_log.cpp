// SPDX-License-Identifier: MIT
#include "measure/operation_log.h"

#include <algorithm>

namespace stampede {

namespace {

constexpr std::size_t kSmallestBlock = 64;
/// With what the allocator adds, such a block fills its pages and begins no further one.
constexpr std::size_t kLargestBlock = 4'095;

} // namespace

void OperationLog::addBlock(std::size_t capacity)
{
    m_blocks.push_back(std::make_unique<Block>(capacity));
    Block *added = m_blocks.back().get();
    added->first = added->operations.data();
    if (m_blocks.size() == 1) {
        m_first.store(added, std::memory_order_release);
    } else {
        m_blocks[m_blocks.size() - 2]->next.store(added, std::memory_order_release);
    }
}

void OperationLog::reserveFirst(std::size_t expected)
{
    addBlock(std::clamp<std::size_t>(expected, 1, kLargestBlock));
}

void OperationLog::append(const Operation &operation)
{
    if (m_blocks.empty()) {
        addBlock(kSmallestBlock);
    } else if (const auto &last = m_blocks.back()->operations; last.size() == last.capacity()) {
        addBlock(std::clamp(2 * last.capacity(), kSmallestBlock, kLargestBlock));
    }
    Block &block = *m_blocks.back();
    block.operations.push_back(operation);
    block.size.store(block.operations.size(), std::memory_order_release);
    ++m_size;
}

void OperationLog::readOn(Place &place, std::vector<Operation> &destination) const
{
    if (place.m_block == nullptr) {
        place.m_block = m_first.load(std::memory_order_acquire);
    }
    while (place.m_block != nullptr) {
        // Looked at before the size: a block that has a next one has got all that it ever gets.
        Block *const next = place.m_block->next.load(std::memory_order_acquire);
        const std::size_t size = place.m_block->size.load(std::memory_order_acquire);
        const Operation *const first = place.m_block->first;
        destination.insert(destination.end(), first + place.m_read, first + size);
        place.m_read = size;
        if (next == nullptr) {
            return;
        }
        place.m_block = next;
        place.m_read = 0;
    }
}

void OperationLog::moveTo(std::vector<Operation> &destination)
{
    m_first.store(nullptr, std::memory_order_release);
    for (std::unique_ptr<Block> &block : m_blocks) {
        destination.insert(destination.end(), block->operations.begin(), block->operations.end());
        block.reset();
    }
    m_blocks.clear();
    m_size = 0;
}

} // namespace stampede
