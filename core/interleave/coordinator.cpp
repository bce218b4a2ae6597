// SPDX-License-Identifier: MIT
#include "interleave/coordinator.h"

#include "interleave/interleave_words.h"

#include "base/clock.h"
#include "interleave/lock_waits.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <chrono>

namespace stampede {

namespace {

/// A statement that is back sooner waits for nobody: the server need not be asked.
constexpr std::chrono::microseconds kQuickly(600);
/// Nothing that happens on purpose takes so long: statements are broken off by the server before.
constexpr std::int64_t kPatienceNs = 60 * kNsPerSecond;
constexpr std::chrono::milliseconds kStopWithin(20);
/// Rows of the tables that a script for clients begins with, and the tables.
constexpr qsizetype kMostCopied = 1'000;

ExecutedStatement statementOf(const QSqlQuery &query)
{
    ExecutedStatement done;
    done.sql = query.lastQuery();
    const QVariantList bound = query.boundValues();
    done.values = bound;
    const QSqlError error = query.lastError();
    if (error.isValid()) {
        const SqlError told = sqlErrorFrom(error);
        done.errorCode = told.code;
        done.error = told.message;
        return done;
    }
    if (!query.isSelect()) {
        done.changed = query.numRowsAffected();
        return done;
    }
    const QSqlRecord columns = query.record();
    for (int column = 0; column < columns.count(); ++column) {
        done.columns << columns.fieldName(column);
        if (query.isValid()) {
            done.row << query.value(column);
        }
    }
    return done;
}

} // namespace

/// Somebody of the meeting: the thread that acts, and the gate before each of its steps.
class Coordinator::Person final : public StatementHook
{
public:
    Person(Coordinator &owner, int number)
        : m_owner(owner)
        , m_number(number)
    {}

    void start()
    {
        m_thread = std::jthread([this] { live(); });
    }

    bool mayGoOn() override
    {
        std::unique_lock lock(m_owner.m_mutex);
        reach(State::Ready);
        m_owner.m_changed.wait(lock,
                               [this] { return state == State::Running || m_owner.m_withdrawn; });
        return !m_owner.m_withdrawn;
    }
    void answered(const QSqlQuery &query) override
    {
        const std::lock_guard lock(m_owner.m_mutex);
        statements << statementOf(query);
    }
    void answered(const QString &sql, const Result<void, SqlError> &done) override
    {
        ExecutedStatement statement;
        statement.sql = sql;
        if (!done) {
            statement.errorCode = done.error().code;
            statement.error = done.error().message;
        }
        const std::lock_guard lock(m_owner.m_mutex);
        statements << statement;
    }

    // Guarded by the coordinator's mutex.
    State state = State::Resting;
    QList<ExecutedStatement> statements; ///< of the step that goes on
    std::int64_t backNs = 0;             ///< when it was over
    int step = OrderStep::kNever;        ///< which that is, where it was not collected yet
    int waitsSince = OrderStep::kNever;  ///< steps that there were when it was seen to wait
    Result<QString, SqlError> told = QString();
    QList<qint64> connections;

private:
    /// With the mutex held.
    void reach(State next)
    {
        state = next;
        backNs = monotonicNs();
        ++m_owner.m_changes;
        m_owner.m_changed.notify_all();
    }

    void live()
    {
        std::unique_ptr<Actor> actor = m_owner.m_meeting.actor(m_number, m_owner.m_settings, *this);
        std::unique_lock lock(m_owner.m_mutex);
        for (;;) {
            m_owner.m_changed.wait(lock,
                                   [this] { return state == State::Opening || m_owner.m_over; });
            if (m_owner.m_over) {
                return; // the actor goes without the mutex being needed by anybody
            }
            lock.unlock();
            const auto opened = actor->open();
            lock.lock();
            connections = actor->connectionIds();
            if (!opened) {
                told = Failure{opened.error()};
                reach(State::Ended);
                continue;
            }
            lock.unlock();
            auto said = actor->act();
            lock.lock();
            told = std::move(said);
            reach(State::Ended);
        }
    }

    Coordinator &m_owner;
    int m_number;
    std::jthread m_thread; ///< last: ends before the rest goes
};

Coordinator::Coordinator(ConnectionSettings settings, Meeting &meeting, std::stop_token stop)
    : m_settings(std::move(settings))
    , m_meeting(meeting)
    , m_stop(std::move(stop))
{}

/// A commit waits for no disk: it makes an order four times as fast and takes part in no locking.
void Coordinator::relaxDurability()
{
    const auto before =
        m_observer->value(QStringLiteral("SELECT @@GLOBAL.innodb_flush_log_at_trx_commit"));
    if (before &&
        m_observer->execute(QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = 0"))) {
        m_flushesLog = before.value();
    }
}

Coordinator::~Coordinator()
{
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_withdrawn = true;
        m_changed.notify_all();
    }
    withdrawEverybody();
    m_people.clear();
    if (m_flushesLog.isValid()) {
        static_cast<void>(
            m_observer->execute(QStringLiteral("SET GLOBAL innodb_flush_log_at_trx_commit = %1")
                                    .arg(m_flushesLog.toInt())));
    }
}

InterleaveError Coordinator::lost(const SqlError &error) const
{
    return {m_stop.stop_requested(), error};
}

Result<void, InterleaveError> Coordinator::open()
{
    auto opened = Connection::open(m_settings);
    if (!opened) {
        return Failure{lost(opened.error())};
    }
    m_observer = std::move(opened).value();
    relaxDurability();
    if (auto made = m_meeting.prepare(*m_observer); !made) {
        return Failure{lost(made.error())};
    }
    if (auto copied = copyTables(); !copied) {
        return copied;
    }
    for (int person = 0; person < m_meeting.people(); ++person) {
        m_people.push_back(std::make_unique<Person>(*this, person));
    }
    for (const auto &person : m_people) {
        person->start();
    }
    return {};
}

Result<void, InterleaveError> Coordinator::copyTables()
{
    if (auto made = m_meeting.reset(*m_observer); !made) {
        return Failure{lost(made.error())};
    }
    auto tables = m_observer->query(
        QStringLiteral("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                       "DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name"));
    if (!tables) {
        return Failure{lost(tables.error())};
    }
    QStringList names;
    while (tables.value().next()) {
        names << quotedIdentifier(tables.value().value(0).toString());
    }
    for (const QString &name : std::as_const(names)) {
        auto made = m_observer->send(QStringLiteral("SHOW CREATE TABLE ") + name);
        if (!made || !made.value().next()) {
            return Failure{lost(made ? SqlError() : made.error())};
        }
        m_tables << made.value().value(1).toString();
        auto rows = m_observer->send(QStringLiteral("SELECT * FROM ") + name);
        if (!rows) {
            return Failure{lost(rows.error())};
        }
        const int columns = rows.value().record().count();
        while (rows.value().next() && m_tables.size() < kMostCopied) {
            ExecutedStatement insert;
            insert.sql =
                QStringLiteral("%1 INTO %2 VALUES (%3)") // of the script; never sent
                    .arg(QStringLiteral("INSERT"), name,
                         QStringList(columns, QStringLiteral("?")).join(QStringLiteral(", ")));
            for (int column = 0; column < columns; ++column) {
                insert.values << rows.value().value(column);
            }
            m_tables << insert.written();
        }
    }
    return {};
}

bool Coordinator::isAnybody(State state) const
{
    return std::any_of(m_people.begin(), m_people.end(),
                       [state](const auto &person) { return person->state == state; });
}

QString Coordinator::able() const
{
    QString letters;
    for (std::size_t person = 0; person < m_people.size(); ++person) {
        if (m_people[person]->state == State::Ready) {
            letters += letterOf(static_cast<int>(person));
        }
    }
    return letters;
}

Result<void, InterleaveError> Coordinator::beginOrder()
{
    if (auto made = m_meeting.reset(*m_observer); !made) {
        return Failure{lost(made.error())};
    }
    if (auto swept = waitForPurge(*m_observer); !swept) {
        return Failure{lost(swept.error())};
    }
    std::unique_lock lock(m_mutex);
    m_withdrawn = false;
    for (const auto &person : m_people) {
        person->state = State::Opening;
        person->statements.clear();
        person->step = person->waitsSince = OrderStep::kNever;
    }
    m_changed.notify_all();
    const bool ready = m_changed.wait_for(lock, std::chrono::nanoseconds(kPatienceNs),
                                          [this] { return !isAnybody(State::Opening); });
    if (!ready) {
        return Failure{lost({SqlErrorKind::ConnectionLost, 0, {}})};
    }
    return {};
}

void Coordinator::grant(CarriedOut &run, int number)
{
    Person &person = *m_people[static_cast<std::size_t>(number)];
    person.state = State::Running;
    person.statements.clear();
    person.step = static_cast<int>(run.order.steps.size());
    person.waitsSince = OrderStep::kNever;
    OrderStep step;
    step.person = number;
    step.grantedNs = monotonicNs();
    run.order.steps << step;
    run.order.schedule += letterOf(number);
    m_changed.notify_all();
}

/// Takes over the steps that are back. With the mutex held.
void Coordinator::collect(CarriedOut &run)
{
    for (const auto &person : m_people) {
        if (person->step == OrderStep::kNever || person->state == State::Running) {
            continue;
        }
        OrderStep &step = run.order.steps[person->step];
        step.statements = std::exchange(person->statements, {});
        step.backNs = person->backNs;
        if (person->waitsSince != OrderStep::kNever) {
            step.waited = true;
            step.cameBackAfter = static_cast<int>(run.order.steps.size()) - 1;
            // What was taken for waiting comes back only after somebody else has gone on.
            const bool wasLetGo = run.order.steps.size() > person->waitsSince &&
                                  run.order.steps[person->waitsSince].grantedNs <= step.backNs;
            if (!wasLetGo && isAnybody(State::Ready) && run.doubt.isEmpty()) {
                run.doubt = InterleaveText::tr("a statement of %1 that seemed to wait came back "
                                               "by itself")
                                .arg(letterOf(step.person));
            }
        }
        person->step = OrderStep::kNever;
    }
}

/// Whether all that are still running wait for somebody. Gives the mutex up meanwhile.
Result<bool, InterleaveError> Coordinator::everybodyElseWaits(std::unique_lock<std::mutex> &lock,
                                                              CarriedOut &run)
{
    const std::int64_t changesBefore = m_changes;
    lock.unlock();
    const auto waiting = waitingConnections(*m_observer);
    lock.lock();
    if (!waiting) {
        return Failure{lost(waiting.error())};
    }
    if (m_changes != changesBefore) {
        return false; // the picture may be older than that
    }
    for (const auto &person : m_people) {
        if (person->state == State::Running &&
            std::none_of(person->connections.begin(), person->connections.end(),
                         [&waiting](qint64 id) { return waiting.value().contains(id); })) {
            return false;
        }
    }
    for (const auto &person : m_people) {
        if (person->state == State::Running && person->waitsSince == OrderStep::kNever) {
            person->waitsSince = static_cast<int>(run.order.steps.size());
        }
    }
    return true;
}

/// Waits until everybody is before a step, over, or waiting for somebody who can go on.
Result<void, InterleaveError> Coordinator::settle(CarriedOut &run)
{
    const std::int64_t deadlineNs = monotonicNs() + kPatienceNs;
    const int looks = m_people.size() > 2 ? 2 : 1;
    int seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        const bool isQuiet =
            m_changed.wait_for(lock, kQuickly, [this] { return !isAnybody(State::Running); });
        if (m_stop.stop_requested()) {
            return Failure{InterleaveError{true, {}}};
        }
        if (isQuiet) {
            break;
        }
        const auto wait = everybodyElseWaits(lock, run);
        if (!wait) {
            return Failure{wait.error()};
        }
        // Of three, one may be about to be told of a deadlock: it waits for good where it is seen
        // twice. Where nobody can go on, the server lets somebody's time run out.
        seen = wait.value() ? seen + 1 : 0;
        if (seen >= looks && isAnybody(State::Ready)) {
            break;
        }
        if (monotonicNs() > deadlineNs) {
            return Failure{lost({SqlErrorKind::ConnectionLost, 0, {}})};
        }
    }
    collect(run);
    return {};
}

Result<void, InterleaveError> Coordinator::finish(CarriedOut &run)
{
    for (const auto &person : m_people) {
        if (!person->told && person->told.error().kind != SqlErrorKind::ConnectionLost) {
            return Failure{lost(person->told.error())};
        }
        if (!person->told) {
            run.doubt =
                InterleaveText::tr("a connection was lost: %1").arg(person->told.error().message);
            run.order.answers << QString();
            continue;
        }
        run.order.answers << person->told.value();
    }
    auto ending = m_meeting.judge(*m_observer, run.order);
    if (!ending) {
        return Failure{lost(ending.error())};
    }
    run.order.end = ending.value().figures;
    run.order.faults = ending.value().faults;
    run.order.sentence = ending.value().sentence;
    // Who read and wrote what, person by person: their own order within a person is always the
    // same.
    for (std::size_t number = 0; number < m_people.size(); ++number) {
        for (OrderStep &step : run.order.steps) {
            if (step.person != static_cast<int>(number)) {
                continue;
            }
            for (ExecutedStatement &statement : step.statements) {
                statement.words = m_meeting.wordsFor(statement);
                run.order.happening +=
                    letterOf(step.person) + QLatin1Char(' ') + statement.words + QLatin1Char('\n');
            }
        }
    }
    for (const EndFigure &figure : std::as_const(run.order.end)) {
        run.order.happening += figure.name + QLatin1Char('=') + figure.value + QLatin1Char('\n');
    }
    return {};
}

Result<CarriedOut, InterleaveError> Coordinator::carryOut(const QString &prefix,
                                                          const Policy &policy)
{
    if (m_stop.stop_requested()) {
        return Failure{InterleaveError{true, {}}};
    }
    if (auto begun = beginOrder(); !begun) {
        return Failure{begun.error()};
    }
    CarriedOut run;
    for (;;) {
        const QString able = [this] {
            const std::lock_guard lock(m_mutex);
            return this->able();
        }();
        if (able.isEmpty()) {
            break;
        }
        const qsizetype at = run.order.schedule.size();
        QChar next;
        if (at < prefix.size()) {
            next = prefix[at];
            if (!able.contains(next) && run.doubt.isEmpty()) {
                run.doubt = InterleaveText::tr("%1 could not go on after %2")
                                .arg(QString(next), run.order.schedule);
            }
        }
        if (at >= prefix.size() || !able.contains(next)) {
            next = policy(able, run.order.schedule);
        }
        run.choices << able;
        {
            const std::lock_guard lock(m_mutex);
            grant(run, next.unicode() - u'A');
        }
        if (auto settled = settle(run); !settled) {
            withdrawEverybody();
            return Failure{settled.error()};
        }
    }
    if (run.order.schedule.size() < prefix.size() && run.doubt.isEmpty()) {
        run.doubt = InterleaveText::tr("everybody was done after %1").arg(run.order.schedule);
    }
    if (auto finished = finish(run); !finished) {
        return Failure{finished.error()};
    }
    return run;
}

/// Ends what everybody is doing; returns when they have ended, or after 1 s.
void Coordinator::withdrawEverybody()
{
    std::unique_lock lock(m_mutex);
    m_withdrawn = true;
    m_changed.notify_all();
    const auto isOver = [this] {
        return !isAnybody(State::Running) && !isAnybody(State::Ready) && !isAnybody(State::Opening);
    };
    const std::int64_t deadlineNs = monotonicNs() + kNsPerSecond;
    while (!m_changed.wait_for(lock, kStopWithin, isOver) && monotonicNs() < deadlineNs) {
        for (const auto &person : m_people) {
            const QList<qint64> ids = person->connections;
            lock.unlock();
            for (const qint64 id : ids) {
                static_cast<void>(m_observer->execute(QStringLiteral("KILL QUERY %1").arg(id)));
            }
            lock.lock();
        }
    }
}

} // namespace stampede
