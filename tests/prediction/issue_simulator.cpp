// SPDX-License-Identifier: MIT
#include "issue_simulator.h"

#include "base/check.h"
#include "scenario/user_picker.h"

#include <algorithm>

namespace stampede {

namespace {

enum class Phase
{
    Idle,
    ReadStock,
    CheckDuplicate,
    Write,
    Insert,
    Commit
};

struct Client
{
    Phase phase = Phase::Idle;
    std::int64_t user = 0;
    std::int64_t stockRead = 0;
    std::int64_t versionRead = 0;
    bool heldAtRead = false;
    bool shares = false;     ///< holds a shared lock on the coupon
    bool wantsWrite = false; ///< waits for the exclusive one while it shares
    bool inserted = false;
    int tries = 0;
};

class Simulation
{
public:
    Simulation(const Scenario &scenario, Visibility visibility, double trouble,
               std::mt19937 &random)
        : m_scenario(scenario)
        , m_layers(scenario.service.layers)
        , m_visibility(visibility)
        , m_trouble(trouble)
        , m_random(random)
        , m_picker(scenario.users, scenario.seed)
        , m_clients(static_cast<std::size_t>(scenario.load.vus))
        , m_stock(scenario.coupon.stock)
        , m_visibleStock(m_stock)
    {}

    SimulatedRun run()
    {
        constexpr int kMostSteps = 100'000;
        std::uniform_int_distribution<std::size_t> pick(0, m_clients.size() - 1);
        for (int step = 0; !done(); ++step) {
            STAMPEDE_CHECK(step < kMostSteps);
            advance(m_clients[pick(m_random)]);
        }
        m_run.remaining = m_stock;
        return m_run;
    }

private:
    [[nodiscard]] bool done() const
    {
        return m_next == m_scenario.plannedRequests() &&
               std::all_of(m_clients.begin(), m_clients.end(),
                           [](const Client &client) { return client.phase == Phase::Idle; });
    }

    bool chance() { return std::bernoulli_distribution(m_trouble)(m_random); }
    bool locked(const Client &me) const { return m_writer != nullptr && m_writer != &me; }

    void advance(Client &me)
    {
        if (me.phase != Phase::Idle && chance()) {
            return commitInDoubtOrBreakOff(me);
        }
        switch (me.phase) {
        case Phase::Idle:
            return begin(me);
        case Phase::ReadStock:
            return readStock(me);
        case Phase::CheckDuplicate:
            return checkDuplicate(me);
        case Phase::Write:
            return write(me);
        case Phase::Insert:
            return insert(me);
        case Phase::Commit:
            return commit(me, m_run.issued);
        }
    }

    void begin(Client &me)
    {
        if (m_next == m_scenario.plannedRequests()) {
            return;
        }
        me = {};
        me.user = m_picker.userOf(static_cast<std::uint64_t>(m_next++)).value;
        m_run.asked.push_back(me.user);
        me.phase = Phase::ReadStock;
    }

    void readStock(Client &me)
    {
        const bool locks = m_layers.rowLock || m_visibility == Visibility::Serial;
        if (locks && locked(me)) {
            return;
        }
        if (m_layers.rowLock) {
            m_writer = &me;
        }
        me.shares = m_visibility == Visibility::Serial && !m_layers.rowLock;
        me.stockRead = m_visibility == Visibility::Dirty ? m_visibleStock : m_stock;
        me.versionRead = m_version;
        me.heldAtRead = m_run.rows[me.user] > 0;
        if (me.stockRead <= 0) {
            return finish(me, m_run.outOfStock);
        }
        me.phase = Phase::CheckDuplicate;
    }

    void checkDuplicate(Client &me)
    {
        const bool snapshot =
            m_visibility == Visibility::Snapshot || m_visibility == Visibility::ChecksSnapshot;
        bool held = m_run.rows[me.user] > 0;
        if (snapshot && !m_layers.rowLock) {
            held = me.heldAtRead;
        }
        if (m_visibility == Visibility::Dirty) {
            held = held || m_uncommittedRow == me.user;
        }
        if (m_layers.duplicateCheck && held) {
            return finish(me, m_run.alreadyIssued);
        }
        me.phase = Phase::Write;
    }

    void write(Client &me)
    {
        if (locked(me)) {
            return;
        }
        if (me.shares) {
            const auto others = [&me](const Client &other) {
                return &other != &me && other.shares;
            };
            const auto waiting = [&](const Client &other) {
                return others(other) && other.wantsWrite;
            };
            if (std::any_of(m_clients.begin(), m_clients.end(), waiting)) {
                return breakOff(me); // a deadlock
            }
            me.wantsWrite = true;
            if (std::any_of(m_clients.begin(), m_clients.end(), others)) {
                return;
            }
        }
        m_writer = &me;
        const bool changed = me.versionRead != m_version;
        if (m_visibility == Visibility::ChecksSnapshot && !m_layers.rowLock && changed) {
            return breakOff(me);
        }
        m_visibleStock = me.stockRead - 1;
        me.phase = Phase::Insert;
    }

    void insert(Client &me)
    {
        if (m_layers.uniqueKey && m_run.rows[me.user] > 0) {
            return finish(me, m_run.alreadyIssued);
        }
        m_uncommittedRow = me.user;
        me.inserted = true;
        me.phase = Phase::Commit;
    }

    void commit(Client &me, std::int64_t &answer)
    {
        m_stock = m_visibleStock;
        ++m_run.rows[me.user];
        ++m_version;
        finish(me, answer);
    }

    /// Ends the request: its locks go, and what it did not commit.
    void finish(Client &me, std::int64_t &answer)
    {
        release(me);
        ++answer;
        me.phase = Phase::Idle;
    }

    void release(Client &me)
    {
        if (m_writer == &me) {
            m_writer = nullptr;
            m_visibleStock = m_stock;
        }
        if (me.inserted) {
            m_uncommittedRow = 0;
        }
        me.shares = false;
        me.wantsWrite = false;
        me.inserted = false;
    }

    void breakOff(Client &me)
    {
        release(me);
        me.phase = Phase::ReadStock;
        if (++me.tries > m_scenario.service.retries) {
            finish(me, m_run.undecided);
        }
    }

    void commitInDoubtOrBreakOff(Client &me)
    {
        if (me.phase == Phase::Commit && std::bernoulli_distribution(0.5)(m_random)) {
            return commit(me, m_run.undecided);
        }
        breakOff(me);
    }

    const Scenario &m_scenario;
    Layers m_layers;
    Visibility m_visibility;
    double m_trouble;
    std::mt19937 &m_random;
    UserPicker m_picker;
    std::vector<Client> m_clients;
    std::int64_t m_next = 0;
    std::int64_t m_stock;
    std::int64_t m_visibleStock;       ///< with what the holder of the exclusive lock has written
    std::int64_t m_uncommittedRow = 0; ///< its person, or 0
    std::int64_t m_version = 0;
    const Client *m_writer = nullptr; ///< who holds the exclusive lock on the coupon
    SimulatedRun m_run;
};

} // namespace

std::int64_t SimulatedRun::rowCount() const
{
    std::int64_t count = 0;
    for (const auto &[user, held] : rows) {
        count += held;
    }
    return count;
}

bool SimulatedRun::hasDuplicates() const
{
    return std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.second > 1; });
}

SimulatedRun simulate(const Scenario &scenario, Visibility visibility, double trouble,
                      std::mt19937 &random)
{
    return Simulation(scenario, visibility, trouble, random).run();
}

} // namespace stampede
