// SPDX-License-Identifier: MIT
#pragma once

#include "measure/operation.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

namespace stampede {

/// Operations in blocks that never move, so that growing costs the same however long the run is.
/// One thread appends; one other may read along meanwhile, which costs the first nothing but two
/// stores.
class OperationLog
{
    struct Block
    {
        explicit Block(std::size_t capacity) { operations.reserve(capacity); }
        std::vector<Operation> operations;  ///< the appending thread's
        const Operation *first = nullptr;   ///< written before `size` is
        std::atomic<std::size_t> size{0};   ///< that may be read
        std::atomic<Block *> next{nullptr}; ///< set once the block is full
    };

public:
    /// How far somebody has read.
    class Place
    {
        friend class OperationLog;
        Block *m_block = nullptr;
        std::size_t m_read = 0;
    };

    /// Sizes the first block. Before anything is appended.
    void reserveFirst(std::size_t expected);
    /// The appending thread.
    void append(const Operation &operation);
    /// The appending thread, or after it.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Any one thread: appends what is new since the last call with that place to `destination`.
    /// Never while, and not after, moveTo().
    void readOn(Place &place, std::vector<Operation> &destination) const;
    /// Appends everything to `destination` and gives back each block's memory as it goes.
    void moveTo(std::vector<Operation> &destination);

private:
    void addBlock(std::size_t capacity);

    std::vector<std::unique_ptr<Block>> m_blocks; ///< the appending thread's
    std::atomic<Block *> m_first{nullptr};
    std::size_t m_size = 0;
};

} // namespace stampede
