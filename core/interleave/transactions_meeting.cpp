// SPDX-License-Identifier: MIT
#include "interleave/transactions_meeting.h"

#include "interleave/interleave_words.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <array>

namespace stampede {

namespace {

/// A wait that nobody can end, ends then.
constexpr int kLockWaitSeconds = 20;
constexpr int kReadTimeoutSeconds = 40;
constexpr int kNotPrepared = 1295; ///< the server does not prepare this kind of statement
/// The statement itself is wrong: unknown table, column, function or database, no SQL, or another
/// number of values than columns.
constexpr std::array kWrongStatements = {1046, 1049, 1052, 1054, 1064,
                                         1109, 1136, 1146, 1149, 1305};
constexpr qsizetype kMostOfWords = 60;
constexpr qsizetype kMostOfValue = 24;

/// Carries one person's transaction out.
class TransactionActor final : public Actor
{
public:
    TransactionActor(ConnectionSettings settings, const Transactions &all, int person,
                     QStringList session, StatementHook &hook)
        : m_settings(std::move(settings))
        , m_person(all.people[person])
        , m_session(std::move(session))
        , m_hook(hook)
    {
        m_settings.readTimeoutSeconds = kReadTimeoutSeconds;
    }

    Result<void, SqlError> open() override
    {
        if (m_connection) {
            return m_connection->execute(QStringLiteral("DO RELEASE_ALL_LOCKS()"));
        }
        auto opened = Connection::open(m_settings);
        if (!opened) {
            return Failure{opened.error()};
        }
        auto connection = std::move(opened).value();
        if (auto limited = connection->execute(
                QStringLiteral("SET SESSION innodb_lock_wait_timeout = %1, lock_wait_timeout = %1")
                    .arg(kLockWaitSeconds));
            !limited) {
            return limited;
        }
        for (const QString &statement : std::as_const(m_session)) {
            if (auto done = connection->query(statement); !done) {
                return Failure{done.error()};
            }
        }
        m_connection = std::move(connection);
        return {};
    }

    Result<QString, SqlError> act() override
    {
        m_known = m_person.values;
        m_broken.reset();
        QString answer = run();
        if (m_broken) {
            m_connection.reset();
            return Failure{*m_broken};
        }
        return answer;
    }

    [[nodiscard]] QList<qint64> connectionIds() const override
    {
        return m_connection ? QList<qint64>{m_connection->id()} : QList<qint64>();
    }

private:
    QString run()
    {
        for (const TransactionStep &step : m_person.steps) {
            if (step.kind != TransactionStep::Kind::StopUnless && !m_hook.mayGoOn()) {
                return rollBack(QStringLiteral("interrupted"));
            }
            if (const auto answer = take(step)) {
                return *answer;
            }
        }
        return rollBack(QStringLiteral("rolled_back"));
    }

    /// One step; the answer where the transaction ends with it.
    std::optional<QString> take(const TransactionStep &step)
    {
        switch (step.kind) {
        case TransactionStep::Kind::Sql:
            return execute(step);
        case TransactionStep::Kind::StopUnless:
            return step.condition.holds(m_known.value(step.condition.name))
                       ? std::nullopt
                       : std::optional(rollBack(step.answer.value_or(QString())));
        case TransactionStep::Kind::Begin:
            return end(step.statement.sql, step);
        case TransactionStep::Kind::Commit:
            return end(QStringLiteral("COMMIT"), step);
        case TransactionStep::Kind::Rollback:
            return end(QStringLiteral("ROLLBACK"), step);
        }
        return std::nullopt;
    }

    std::optional<QString> execute(const TransactionStep &step)
    {
        auto prepared = m_connection->prepare(step.statement.sql);
        if (!prepared) {
            m_hook.answered(step.statement.sql, Failure{prepared.error()});
            return failed(step, prepared.error());
        }
        QSqlQuery &query = prepared.value();
        for (const QVariant &value : step.statement.valuesFrom(m_known)) {
            query.addBindValue(value);
        }
        if (!query.exec()) {
            m_hook.answered(query);
            return failed(step, sqlErrorFrom(query.lastError()));
        }
        const bool hasRow = query.isSelect() && query.next();
        m_hook.answered(query);
        for (const auto &[name, column] : step.extract) {
            if (!query.record().contains(column)) {
                return broken({SqlErrorKind::Other, 0,
                               InterleaveText::tr("the rows of %1 have no column %2")
                                   .arg(step.statement.sql.left(kMostOfWords), column)});
            }
            m_known[name] = hasRow ? query.value(column) : QVariant();
        }
        if (step.stopUnlessChanged && query.numRowsAffected() == 0) {
            query.finish();
            return rollBack(*step.stopUnlessChanged);
        }
        return std::nullopt;
    }

    std::optional<QString> failed(const TransactionStep &step, const SqlError &error)
    {
        if (error.kind == SqlErrorKind::ConnectionLost) {
            return broken(error);
        }
        const auto known = step.onErrors.constFind(error.code);
        if (known == step.onErrors.constEnd()) {
            if (std::find(kWrongStatements.begin(), kWrongStatements.end(), error.code) !=
                kWrongStatements.end()) {
                return broken({SqlErrorKind::Other, error.code,
                               InterleaveText::tr("%1: %2").arg(
                                   step.statement.sql.left(kMostOfWords), error.message)});
            }
            return rollBack(QStringLiteral("error_%1").arg(error.code));
        }
        return *known ? std::optional(rollBack(**known)) : std::nullopt;
    }

    /// The transaction cannot be carried out to its end.
    QString broken(const SqlError &error)
    {
        m_broken = error;
        return {};
    }

    /// COMMIT, ROLLBACK or START TRANSACTION.
    std::optional<QString> end(const QString &sql, const TransactionStep &step)
    {
        const auto done = m_connection->execute(sql);
        m_hook.answered(sql, done);
        if (!done) {
            return failed(step, done.error());
        }
        return step.answer;
    }

    QString rollBack(const QString &answer)
    {
        const QString sql = QStringLiteral("ROLLBACK");
        const auto done = m_connection->execute(sql);
        m_hook.answered(sql, done);
        if (!done) {
            return broken(done.error());
        }
        return answer;
    }

    ConnectionSettings m_settings;
    const Transactions::Person &m_person;
    QStringList m_session;
    StatementHook &m_hook;
    std::unique_ptr<Connection> m_connection;
    QVariantMap m_known;
    std::optional<SqlError> m_broken;
};

/// A statement of a file, prepared, so that it is one.
Result<void, SqlError> runForeign(Connection &connection, const QString &sql)
{
    auto done = connection.query(sql);
    if (done) {
        return {};
    }
    SqlError error = done.error();
    if (error.code == kNotPrepared) {
        error.message =
            InterleaveText::tr("%1 (the statement cannot be prepared)").arg(error.message);
    }
    error.message =
        InterleaveText::tr("%1: %2").arg(sql.simplified().left(kMostOfWords), error.message);
    return Failure{error};
}

QString shortened(const QVariant &value)
{
    if (value.isNull()) {
        return QStringLiteral("NULL");
    }
    const QString text = value.toString().simplified();
    return text.size() > kMostOfValue ? text.left(kMostOfValue) + QChar(0x2026) : text;
}

} // namespace

Result<void, SqlError> TransactionsMeeting::prepare(Connection &observer)
{
    for (const QString &sql : std::as_const(m_transactions.setup)) {
        if (auto done = runForeign(observer, sql); !done) {
            return done;
        }
    }
    return {};
}

Result<void, SqlError> TransactionsMeeting::reset(Connection &observer)
{
    for (const QString &sql : std::as_const(m_transactions.reset)) {
        if (auto done = runForeign(observer, sql); !done) {
            return done;
        }
    }
    return {};
}

std::unique_ptr<Actor> TransactionsMeeting::actor(int person, const ConnectionSettings &settings,
                                                  StatementHook &hook)
{
    return std::make_unique<TransactionActor>(settings, m_transactions, person,
                                              sessionStatements(person), hook);
}

Result<Ending, SqlError> TransactionsMeeting::judge(Connection &observer, const Order &order)
{
    QVariantMap answers;
    for (int person = 0; person < people(); ++person) {
        answers[QString(letterOf(person))] = order.answers.value(person);
    }
    Ending ending;
    for (qsizetype index = 0; index < m_transactions.must.size(); ++index) {
        const Transactions::Must &must = m_transactions.must[index];
        auto rows = observer.query(must.sql.sql, must.sql.valuesFrom(answers));
        if (!rows) {
            SqlError error = rows.error();
            error.message = InterleaveText::tr("%1: %2").arg(must.title, error.message);
            return Failure{error};
        }
        if (rows.value().next()) {
            ending.faults << OrderFault{QStringLiteral("must_%1").arg(index + 1), must.title,
                                        InterleaveText::tr("\"%1\" broken").arg(must.title)};
        }
    }
    return ending;
}

QString TransactionsMeeting::wordsFor(const ExecutedStatement &statement) const
{
    if (statement.errorCode != 0) {
        return InterleaveText::tr("error %1").arg(statement.errorCode);
    }
    const QString sql = statement.written().simplified();
    QString text = sql.size() > kMostOfWords ? sql.left(kMostOfWords) + QChar(0x2026) : sql;
    if (!statement.columns.isEmpty()) {
        QStringList values;
        for (qsizetype column = 0; column < statement.row.size(); ++column) {
            values << QStringLiteral("%1 = %2").arg(statement.columns[column],
                                                    shortened(statement.row[column]));
        }
        return QStringLiteral("%1 → %2").arg(text, values.isEmpty()
                                                       ? InterleaveText::tr("no row")
                                                       : values.join(QStringLiteral(", ")));
    }
    if (statement.changed == 0 && !sql.startsWith(QLatin1String("SET"))) {
        return InterleaveText::tr("%1 → changes nothing").arg(text);
    }
    return text;
}

QStringList TransactionsMeeting::sessionStatements(int) const
{
    QStringList statements;
    if (m_transactions.isolation != Isolation::Default) {
        statements << QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL %1")
                          .arg(isolationKey(m_transactions.isolation)
                                   .replace(QLatin1Char('-'), QLatin1Char(' '))
                                   .toUpper());
    }
    return statements
           << m_transactions.session
           << QStringLiteral("SET SESSION autocommit = %1").arg(m_transactions.autocommit ? 1 : 0);
}

} // namespace stampede
