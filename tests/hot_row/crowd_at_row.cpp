// SPDX-License-Identifier: MIT
#include "crowd_at_row.h"

#include <algorithm>
#include <optional>
#include <queue>

using stampede::Operation;
using stampede::Outcome;

namespace {

enum class Step
{
    Read,
    Write,
    Commit
};

struct Client
{
    std::int64_t user = 0;
    std::int64_t nowNs = 0; ///< when its next message is at the server
    Step next = Step::Read;
    bool later(const Client &other) const { return nowNs > other.nowNs; }
};

std::int64_t delay(std::mt19937_64 &random)
{
    // Mostly short, at times a client that is not let run for long.
    std::uniform_int_distribution<std::int64_t> quick(2'000, 60'000);
    std::uniform_int_distribution<std::int64_t> slow(100'000, 3'000'000);
    return std::uniform_int_distribution<int>(0, 9)(random) == 0 ? slow(random) : quick(random);
}

class Server
{
public:
    Server(std::mt19937_64 &random, std::int64_t stock, bool rowLock, CrowdAtRow &crowd)
        : m_random(random)
        , m_stock(stock)
        , m_rowLock(rowLock)
        , m_crowd(crowd)
    {}

    void serve(std::vector<Operation> &operations)
    {
        while (!m_ready.empty()) {
            const Client turn = m_ready.top();
            m_ready.pop();
            take(turn, operations[static_cast<std::size_t>(turn.user)]);
        }
    }
    void arrive(const Client &client) { m_ready.push(client); }
    [[nodiscard]] std::int64_t stock() const { return m_stock; }

private:
    struct Later
    {
        bool operator()(const Client &a, const Client &b) const { return a.later(b); }
    };

    bool needsTheRow(Step step) const
    {
        return m_rowLock ? step == Step::Read : step == Step::Write;
    }

    void take(Client client, Operation &operation)
    {
        if (needsTheRow(client.next)) {
            if (m_holder) {
                m_queue.push(client);
                return;
            }
            m_holder = client.user;
            m_crowd.holders.push_back(client.user);
        }
        perform(client, operation, client.nowNs);
    }

    void perform(Client client, Operation &operation, std::int64_t nowNs)
    {
        const std::int64_t seenNs = nowNs + delay(m_random);
        const auto us = static_cast<std::uint32_t>((seenNs - operation.invokedNs) / 1000);
        client.nowNs = seenNs + delay(m_random);
        switch (client.next) {
        case Step::Read:
            operation.lockedUs = us;
            operation.stockRead = static_cast<std::int32_t>(m_stock);
            client.next = Step::Write;
            if (m_stock <= 0) {
                operation.outcome = Outcome::OutOfStock;
                client.next = Step::Commit; // here: the roll-back
            }
            break;
        case Step::Write:
            operation.wroteUs = us;
            m_dirty = operation.stockRead - 1;
            client.next = Step::Commit;
            break;
        case Step::Commit:
            operation.returnedNs = seenNs;
            if (operation.outcome != Outcome::OutOfStock) {
                operation.outcome = Outcome::Issued;
                operation.committedUs = us;
                m_stock = m_dirty;
                ++m_crowd.committed;
            }
            release(client.user, nowNs);
            return;
        }
        m_ready.push(client);
    }

    void release(std::int64_t user, std::int64_t nowNs)
    {
        if (m_holder != user) {
            return;
        }
        m_holder.reset();
        if (!m_queue.empty()) {
            Client next = m_queue.front();
            m_queue.pop();
            next.nowNs = nowNs + 1;
            m_holder = next.user;
            m_crowd.holders.push_back(next.user);
            perform(next, m_crowd.operations[static_cast<std::size_t>(next.user)], next.nowNs);
        }
    }

    std::mt19937_64 &m_random;
    std::int64_t m_stock;
    bool m_rowLock;
    CrowdAtRow &m_crowd;
    std::int64_t m_dirty = 0; ///< written, not committed; only the holder writes
    std::optional<std::int64_t> m_holder;
    std::queue<Client> m_queue;
    std::priority_queue<Client, std::vector<Client>, Later> m_ready;
};

} // namespace

CrowdAtRow playCrowd(std::mt19937_64 &random, int people, std::int64_t stock, bool rowLock)
{
    CrowdAtRow crowd;
    crowd.operations.resize(static_cast<std::size_t>(people));
    Server server(random, stock, rowLock, crowd);
    for (int user = 0; user < people; ++user) {
        Operation &operation = crowd.operations[static_cast<std::size_t>(user)];
        operation.user = user;
        operation.request = static_cast<std::uint32_t>(user);
        operation.invokedNs = std::uniform_int_distribution<std::int64_t>(0, 400'000)(random);
        server.arrive({user, operation.invokedNs + delay(random), Step::Read});
    }
    server.serve(crowd.operations);
    crowd.stockLeft = server.stock();
    std::sort(crowd.operations.begin(), crowd.operations.end(),
              [](const Operation &a, const Operation &b) { return a.invokedNs < b.invokedNs; });
    return crowd;
}
