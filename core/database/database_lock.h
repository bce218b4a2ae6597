// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "database/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace stampede {

/// Keeps two programs of ours from working at one database at the same time: advisory locks of the
/// server (GET_LOCK) under names made of the database's. They change no data, need no right, and
/// the server frees them when their holder dies. A connection of its own holds them and stays
/// silent, so that the server knows since when; another one looks every half second whether they
/// are still held, and takes them again where they are not, e.g. after the server was started
/// again. Both live in a thread of this object. The locks are those of one server: the nodes of a
/// cluster know nothing of each other's.
class DatabaseLock
{
public:
    /// What is locked.
    enum class Part
    {
        Work,    ///< a run, or an audit of our tables
        Service, ///< a `serve`
    };
    enum class State
    {
        Held,
        Unsure, ///< the server does not answer, so nobody can tell; tried again
        Lost,   ///< somebody else has taken them in the meantime: for good
    };
    /// Told in the lock's thread when the state has changed, with a sentence.
    using Watcher = std::function<void(State, const QString &)>;

    /// Takes the locks of the settings' database in that order, all or none, without waiting for
    /// them. A run of our own service takes both, Work first: who finds Service taken but not Work
    /// has met a `serve`. The error
    /// is a sentence: who holds one, since when and from where, as far as this account may see
    /// it; or why the server could not be asked. Nothing has been touched then. Blocks.
    static Result<std::unique_ptr<DatabaseLock>, QString>
    take(const ConnectionSettings &settings, QList<Part> parts, Watcher watcher = {});
    /// Frees them.
    ~DatabaseLock();
    DatabaseLock(const DatabaseLock &) = delete;
    DatabaseLock &operator=(const DatabaseLock &) = delete;

    /// Frees one of them. Blocks.
    void release(Part part);
    /// Whether somebody holds that part now; an error where the server could not be asked. Blocks.
    static Result<bool, SqlError> isHeld(Connection &connection, Part part);
    /// Looks now, and takes what was lost again where that can be. The error is a sentence: the
    /// database may have been somebody else's for a while. Blocks for some 10 s at most.
    Result<void, QString> check();
    /// Where the locks were lost and taken again, a sentence each. Any thread.
    [[nodiscard]] QStringList remarks() const;

private:
    struct Session;
    DatabaseLock(const ConnectionSettings &settings, QList<Part> parts, Watcher watcher);
    void watch(const std::stop_token &stop, std::promise<Result<void, QString>> taken);
    void look(Session &session);
    void takeAgain(Session &session);
    void turn(State state, const QString &sentence);

    const ConnectionSettings m_settings;
    const Watcher m_watcher;
    mutable std::mutex m_mutex; ///< guards all down to the thread
    std::condition_variable_any m_changed;
    QList<Part> m_parts;
    std::uint64_t m_asked = 0;    ///< looks that somebody waits for
    std::uint64_t m_answered = 0; ///< of these, how many have been made
    State m_state = State::Held;
    QString m_reason; ///< of a state that is not Held
    QStringList m_remarks;
    std::jthread m_thread; ///< last, so that it has ended before the rest goes
};

} // namespace stampede
