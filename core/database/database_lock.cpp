// SPDX-License-Identifier: MIT
#include "database/database_lock.h"

#include "database/database_text.h"

#include "text/number_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

namespace stampede {

namespace {

using Part = DatabaseLock::Part;
using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kLookEvery(500);
/// Of a connection that looks: a server silent for longer cannot tell.
constexpr int kAnswersWithinSeconds = 5;
constexpr int kKeptOpenSeconds = 31'536'000;

/// The same for all who mean that database of the server. Short enough for MySQL (64 characters);
/// names of locks do not tell capitals apart, names of databases may.
QString nameOf(Part part, const QString &database)
{
    const QByteArray hash =
        QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    switch (part) {
    case Part::Work:
        return QStringLiteral("stampede.work.") + QString::fromLatin1(hash);
    case Part::Service:
        return QStringLiteral("stampede.serve.") + QString::fromLatin1(hash);
    }
    return {};
}

QString holderOf(Part part)
{
    switch (part) {
    case Part::Work:
        return DatabaseText::tr("another run or audit of Stampede, or a `serve` that begins");
    case Part::Service:
        return DatabaseText::tr("a `stampede-cli serve`");
    }
    return {};
}

/// What the session's database is called where all write it alike.
Result<QString, SqlError> databaseOf(Connection &connection)
{
    const auto name = connection.value(
        QStringLiteral("SELECT IF(@@lower_case_table_names = 0, DATABASE(), LOWER(DATABASE()))"));
    return name ? Result<QString, SqlError>(name.value().toString()) : Failure{name.error()};
}

/// The connection that holds the lock of that name; 0 for none.
Result<qint64, SqlError> holderId(Connection &connection, const QString &name)
{
    const auto id = connection.value(QStringLiteral("SELECT IS_USED_LOCK(?)"), {name});
    return id ? Result<qint64, SqlError>(id.value().toLongLong()) : Failure{id.error()};
}

/// Who that is, since when and from where, as far as this account may see it.
QString describe(Connection &connection, qint64 id)
{
    auto rows = connection.query(QStringLiteral("SELECT user, host, time FROM "
                                                "information_schema.processlist WHERE id = ?"),
                                 {id});
    if (!rows || !rows.value().next()) {
        return DatabaseText::tr("connection %1, which this account may not see").arg(id);
    }
    const QSqlQuery &row = rows.value();
    const QDateTime since = QDateTime::currentDateTime().addSecs(-row.value(2).toLongLong());
    return DatabaseText::tr("the account %1 from %2, connection %3, since %4 at the latest")
        .arg(row.value(0).toString(), row.value(1).toString(), QString::number(id),
             since.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString inUse(Connection &connection, const QString &database, Part part, qint64 id)
{
    return DatabaseText::tr("The database %1 is in use by %2 (%3).")
        .arg(database, holderOf(part), describe(connection, id));
}

QString unknown(const SqlError &error)
{
    return DatabaseText::tr("Whether somebody else uses the database could not be found out: %1.")
        .arg(error.message);
}

/// Why locks could not be taken.
struct Refused
{
    QString sentence;
    bool byAnother = false; ///< somebody holds one; else the server could not be asked
};

} // namespace

/// What the lock's thread works with.
struct DatabaseLock::Session
{
    ConnectionSettings settings;
    QList<Part> parts;
    std::unique_ptr<Connection> holder{};
    std::unique_ptr<Connection> looker{};
    qint64 former = 0;  ///< the holder that was lost, while there is none
    QString database{}; ///< as all write it
    Clock::time_point heldAt{};

    /// Takes all parts over a new connection, or none.
    Result<void, Refused> take();
    /// Whether all are still held; an error says that the server does not answer.
    Result<bool, SqlError> holds();
    /// Frees the others. Waits for the server, so that the next one may take them at once.
    void keepOnly(const QList<Part> &wanted);

private:
    Result<void, Refused> takeOne(Part part);
    void free(Part part) const;
};

void DatabaseLock::Session::free(Part part) const
{
    // Where this fails the connection is gone, and the lock with it.
    static_cast<void>(
        holder->value(QStringLiteral("SELECT RELEASE_LOCK(?)"), {nameOf(part, database)}));
}

Result<void, Refused> DatabaseLock::Session::takeOne(Part part)
{
    const QString name = nameOf(part, database);
    const auto got = holder->value(QStringLiteral("SELECT GET_LOCK(?, 0)"), {name});
    if (!got) {
        return Failure{Refused{unknown(got.error())}};
    }
    if (got.value().toInt() == 1) {
        return {};
    }
    const auto id = holderId(*holder, name);
    if (!id) {
        return Failure{Refused{unknown(id.error())}};
    }
    if (former != 0 && id.value() == former) {
        return Failure{
            Refused{DatabaseText::tr("The server has not noticed yet that the connection "
                                     "which holds the lock on the database is lost.")}};
    }
    return Failure{Refused{inUse(*holder, settings.database, part, id.value()), true}};
}

Result<void, Refused> DatabaseLock::Session::take()
{
    if (holder) {
        former = holder->id();
        holder.reset();
    }
    auto opened = Connection::open(settings);
    if (!opened) {
        return Failure{Refused{unknown(opened.error())}};
    }
    holder = std::move(opened).value();
    const auto name = databaseOf(*holder);
    const auto kept =
        holder->execute(QStringLiteral("SET SESSION wait_timeout = %1").arg(kKeptOpenSeconds));
    if (!name || !kept) {
        return Failure{Refused{unknown(name ? kept.error() : name.error())}};
    }
    database = name.value();
    for (const Part part : std::as_const(parts)) {
        if (auto taken = takeOne(part); !taken) {
            std::for_each(parts.cbegin(), parts.cend(), [this](Part one) { free(one); });
            holder.reset();
            return taken;
        }
    }
    former = 0;
    heldAt = Clock::now();
    return {};
}

void DatabaseLock::Session::keepOnly(const QList<Part> &wanted)
{
    for (const Part part : std::as_const(parts)) {
        if (!wanted.contains(part) && holder) {
            free(part);
        }
    }
    parts = wanted;
}

Result<bool, SqlError> DatabaseLock::Session::holds()
{
    // Numbers of connections begin anew with a server: only the holder itself can tell whether it
    // is still the one.
    Connection *asked = looker.get();
    if (asked == nullptr) {
        auto opened = Connection::open(settings);
        if (!opened) {
            return Failure{opened.error()};
        }
        looker = std::move(opened).value();
        asked = holder.get();
    }
    if (!holder) {
        return false;
    }
    for (const Part part : std::as_const(parts)) {
        const auto id = holderId(*asked, nameOf(part, database));
        if (!id && asked == looker.get()) {
            looker.reset();
            return Failure{id.error()};
        }
        if (!id || id.value() != holder->id()) {
            return false;
        }
    }
    heldAt = Clock::now();
    return true;
}

DatabaseLock::DatabaseLock(const ConnectionSettings &settings, QList<Part> parts, Watcher watcher)
    : m_settings(settings)
    , m_watcher(std::move(watcher))
    , m_parts(std::move(parts))
{}

Result<std::unique_ptr<DatabaseLock>, QString>
DatabaseLock::take(const ConnectionSettings &settings, QList<Part> parts, Watcher watcher)
{
    std::unique_ptr<DatabaseLock> lock(
        new DatabaseLock(settings, std::move(parts), std::move(watcher)));
    std::promise<Result<void, QString>> promise;
    auto taken = promise.get_future();
    lock->m_thread = std::jthread(
        [lock = lock.get()](const std::stop_token &stop, std::promise<Result<void, QString>> told) {
            lock->watch(stop, std::move(told));
        },
        std::move(promise));
    if (auto done = taken.get(); !done) {
        return Failure{done.error()};
    }
    return lock;
}

DatabaseLock::~DatabaseLock() = default;

void DatabaseLock::turn(State state, const QString &sentence)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state == state || m_state == State::Lost) {
            return;
        }
        m_state = state;
        m_reason = sentence;
    }
    if (m_watcher) {
        m_watcher(state, sentence);
    }
}

void DatabaseLock::takeAgain(Session &session)
{
    const Clock::time_point before = session.heldAt;
    const auto again = session.take();
    if (!again) {
        turn(again.error().byAnother ? State::Lost : State::Unsure, again.error().sentence);
        return;
    }
    const std::chrono::nanoseconds gap = Clock::now() - before;
    const QString sentence =
        DatabaseText::tr(
            "The lock on the database was lost, was free for %1 at most, and was taken "
            "again.")
            .arg(text::duration(gap.count()));
    {
        const std::lock_guard lock(m_mutex);
        m_remarks << sentence;
    }
    turn(State::Held, sentence);
}

void DatabaseLock::look(Session &session)
{
    auto holds = session.holds();
    if (!holds) { // of a server that was away in between only the connection is lost
        holds = session.holds();
    }
    if (!holds) {
        turn(State::Unsure, unknown(holds.error()));
    } else if (holds.value()) {
        turn(State::Held, DatabaseText::tr("The database answers again."));
    } else {
        takeAgain(session);
    }
}

void DatabaseLock::watch(const std::stop_token &stop, std::promise<Result<void, QString>> taken)
{
    Session session{m_settings, m_parts};
    if (const auto first = session.take(); !first) {
        const QString advice =
            DatabaseText::tr("Nothing was touched. Start again when it has ended, "
                             "or use another database.");
        taken.set_value(Failure{first.error().byAnother
                                    ? first.error().sentence + QLatin1Char(' ') + advice
                                    : first.error().sentence});
        return;
    }
    taken.set_value({});
    session.settings.connectTimeoutSeconds = kAnswersWithinSeconds;
    session.settings.readTimeoutSeconds = kAnswersWithinSeconds;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait_for(lock, stop, kLookEvery, [this] { return m_asked > m_answered; });
        if (stop.stop_requested()) {
            break;
        }
        const std::uint64_t asked = m_asked;
        const QList<Part> wanted = m_parts;
        const bool isLost = m_state == State::Lost;
        lock.unlock();
        session.keepOnly(wanted);
        if (!isLost) {
            look(session);
        }
        lock.lock();
        m_answered = asked;
        m_changed.notify_all();
    }
    lock.unlock();
    session.keepOnly({});
}

void DatabaseLock::release(Part part)
{
    std::unique_lock lock(m_mutex);
    m_parts.removeAll(part);
    const std::uint64_t asked = ++m_asked;
    m_changed.notify_all();
    m_changed.wait(lock, [this, asked] { return m_answered >= asked; });
}

Result<void, QString> DatabaseLock::check()
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t asked = ++m_asked;
    m_changed.notify_all();
    m_changed.wait(lock, [this, asked] { return m_answered >= asked; });
    return m_state == State::Held ? Result<void, QString>() : Failure{m_reason};
}

QStringList DatabaseLock::remarks() const
{
    const std::lock_guard lock(m_mutex);
    return m_remarks;
}

Result<bool, SqlError> DatabaseLock::isHeld(Connection &connection, Part part)
{
    const auto database = databaseOf(connection);
    if (!database) {
        return Failure{database.error()};
    }
    const auto id = holderId(connection, nameOf(part, database.value()));
    return id ? Result<bool, SqlError>(id.value() != 0) : Failure{id.error()};
}

} // namespace stampede
