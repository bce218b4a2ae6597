// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/meeting.h"
#include "interleave/transactions.h"

namespace stampede {

/// Transactions of somebody else that meet. Their statements are prepared at the server, one at a
/// time, with the values bound.
class TransactionsMeeting final : public Meeting
{
public:
    explicit TransactionsMeeting(Transactions transactions)
        : m_transactions(std::move(transactions))
    {}

    [[nodiscard]] int people() const override
    {
        return static_cast<int>(m_transactions.people.size());
    }
    Result<void, SqlError> prepare(Connection &observer) override;
    Result<void, SqlError> reset(Connection &observer) override;
    std::unique_ptr<Actor> actor(int person, const ConnectionSettings &settings,
                                 StatementHook &hook) override;
    Result<Ending, SqlError> judge(Connection &observer, const Order &order) override;
    [[nodiscard]] QString wordsFor(const ExecutedStatement &statement) const override;
    [[nodiscard]] QStringList sessionStatements(int person) const override;

private:
    Transactions m_transactions;
};

} // namespace stampede
