// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/order.h"
#include "issuance/statement_hook.h"

#include "base/result.h"
#include "database/connection.h"

#include <QList>
#include <QString>

#include <memory>

namespace stampede {

/// One person of a meeting: carries out one transaction an order. Made, used and destroyed in a
/// thread of its own.
class Actor
{
public:
    virtual ~Actor() = default;
    Actor(const Actor &) = delete;
    Actor &operator=(const Actor &) = delete;

    /// Before each order: connects where it is not connected.
    virtual Result<void, SqlError> open() = 0;
    /// Carries the transaction out, step by step as the hook lets it, and ends it; the key of what
    /// the person is told. The error: the connection was lost; another kind of error says that no
    /// order can be carried out.
    virtual Result<QString, SqlError> act() = 0;
    /// The server's ids of its connections. After open(), any thread.
    [[nodiscard]] virtual QList<qint64> connectionIds() const = 0;

protected:
    Actor() = default;
};

/// How an order ended.
struct Ending
{
    QList<EndFigure> figures;
    QList<OrderFault> faults;
    QString sentence; ///< as in Order
};

/// Transactions that meet, and what must hold after they have. The connection that is handed over
/// is the observer's, which commits each statement by itself. Outlives its actors.
class Meeting
{
public:
    virtual ~Meeting() = default;
    Meeting(const Meeting &) = delete;
    Meeting &operator=(const Meeting &) = delete;

    /// How many meet, 2 or 3.
    [[nodiscard]] virtual int people() const = 0;
    /// Makes the tables in an empty database.
    virtual Result<void, SqlError> prepare(Connection &observer) = 0;
    /// Before each order: the tables hold again what they held at first.
    virtual Result<void, SqlError> reset(Connection &observer) = 0;
    /// In the person's own thread. `hook` outlives the actor.
    virtual std::unique_ptr<Actor> actor(int person, const ConnectionSettings &settings,
                                         StatementHook &hook) = 0;
    /// After an order, when everybody has ended: its schedule, steps and answers are known.
    virtual Result<Ending, SqlError> judge(Connection &observer, const Order &order) = 0;
    /// What a statement did, in a few words for people: "reads 10 left".
    [[nodiscard]] virtual QString wordsFor(const ExecutedStatement &statement) const = 0;
    /// What a client says before its transaction, so that it is the same as the person's.
    [[nodiscard]] virtual QStringList sessionStatements(int person) const = 0;

protected:
    Meeting() = default;
};

} // namespace stampede
