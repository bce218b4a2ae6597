// SPDX-License-Identifier: MIT
#pragma once

#include "interleave/interleavings.h"
#include "interleave/issuing_meeting.h"
#include "interleave/transactions_meeting.h"

namespace stampede {

/// What meets in one enumeration.
struct InterleaveSubject
{
    std::optional<ServiceSettings> service; ///< of the service under test; else `transactions`
    Situation situation = Situation::TwoPeople;
    std::int64_t stock = kPlentyOfStock;              ///< where the situation has plenty
    std::shared_ptr<const Transactions> transactions; ///< somebody's own, null for the service

    /// "Row lock off", "Every protection on", "optimistic", or the name of somebody's transactions.
    [[nodiscard]] QString title() const;
    /// "row lock off · REPEATABLE READ · two people, plenty of stock"
    [[nodiscard]] QString line() const;
};

/// A subject and what came of it.
struct InterleaveResult
{
    InterleaveSubject subject;
    Interleavings found;
};

/// Every cell of the matrix: each combination of protections and each other strategy, at each
/// isolation level, in each situation of two; with three people at the server's own level only.
/// `situation` leaves the others out.
QList<InterleaveSubject> interleaveMatrix(std::int64_t stock, std::optional<Situation> situation);

/// Carries out every order of the subject, or with `schedule` that one, in a database of its own on
/// `server`, which nobody else uses meanwhile; the database goes again. One thread.
Result<InterleaveResult, InterleaveError>
carryOut(const ConnectionSettings &server, const InterleaveSubject &subject,
         const QString &schedule, const InterleaveOptions &options, const std::stop_token &stop);

} // namespace stampede
