// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/meeting.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace stampede {

/// Why no order could be carried out.
struct InterleaveError
{
    bool stopped = false; ///< somebody asked for it
    SqlError error;       ///< else: what the server said, or did not
};

/// Who could have gone on before a step, in the order of the letters: "AB".
using Choices = QStringList;

/// An order that was carried out.
struct CarriedOut
{
    Order order;
    Choices choices; ///< one a step
    /// Why what was seen is not what was asked for; empty where it is. Then the order says nothing.
    QString doubt;
};

/// Lets the people of a meeting act in an order that is decided here: one state machine over their
/// connections, a thread each, and an observer's. A statement that waits for somebody else is
/// noticed, and the others go on. One thread, but for stop().
class Coordinator
{
public:
    /// Chooses who goes on: of those that can, at least one, given the letters so far.
    using Policy = std::function<QChar(const QString &able, const QString &soFar)>;

    /// `meeting` outlives it; the database is this coordinator's own, and the server nobody else's.
    Coordinator(ConnectionSettings settings, Meeting &meeting, std::stop_token stop);
    ~Coordinator();
    Coordinator(const Coordinator &) = delete;
    Coordinator &operator=(const Coordinator &) = delete;

    /// Connects and makes the tables. Before the first order.
    Result<void, InterleaveError> open();
    /// Carries one order out from the start: the letters of `prefix` first, then as `policy` says.
    Result<CarriedOut, InterleaveError> carryOut(const QString &prefix, const Policy &policy);
    /// Of the server.
    [[nodiscard]] QString product() const { return m_observer->product(); }
    /// Makes the tables and their rows as they are before each order, in any client.
    [[nodiscard]] const QStringList &tables() const { return m_tables; }

private:
    class Person;
    enum class State
    {
        Resting, ///< between two orders
        Opening,
        Ready,   ///< before a step
        Running, ///< the server has the step, or is answering it
        Ended    ///< the transaction is over
    };

    void relaxDurability();
    Result<void, InterleaveError> copyTables();
    Result<void, InterleaveError> beginOrder();
    Result<void, InterleaveError> settle(CarriedOut &run);
    Result<bool, InterleaveError> everybodyElseWaits(std::unique_lock<std::mutex> &lock,
                                                     CarriedOut &run);
    Result<void, InterleaveError> finish(CarriedOut &run);
    void collect(CarriedOut &run);
    void grant(CarriedOut &run, int person);
    void withdrawEverybody();
    [[nodiscard]] QString able() const;
    [[nodiscard]] bool isAnybody(State state) const;
    InterleaveError lost(const SqlError &error) const;

    ConnectionSettings m_settings;
    Meeting &m_meeting;
    std::stop_token m_stop;
    std::unique_ptr<Connection> m_observer;
    QStringList m_tables;
    QVariant m_flushesLog; ///< of the server, before; invalid where it was left alone

    std::mutex m_mutex; ///< guards what follows, and the state of every person
    std::condition_variable_any m_changed;
    std::int64_t m_changes = 0; ///< of anybody's state, by themselves
    bool m_withdrawn = false;
    bool m_over = false;

    std::vector<std::unique_ptr<Person>> m_people;
};

} // namespace stampede
