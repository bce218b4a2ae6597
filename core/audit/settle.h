#pragma once

#include "audit/table_layout.h"
#include "base/result.h"
#include "database/connection.h"

#include <QString>

#include <chrono>
#include <span>
#include <stop_token>

namespace stampede {

/// Whether the database had come to rest before it was judged.
struct SettleResult
{
    bool atRest = false;
    std::int64_t waitedMs = 0;
    bool sawTransactions = true; ///< open transactions could be seen (PROCESS privilege)
    QString moving;              ///< what still moved, where it did not come to rest
};

struct SettleLimits
{
    std::chrono::milliseconds wait{10'000};  ///< then it is given up
    std::chrono::milliseconds interval{250}; ///< between two reads: innodb_trx is a cache that a
                                             ///< faster reader keeps old for ever
    std::chrono::milliseconds blindInterval{2'000}; ///< the same where transactions cannot be seen
};

/// Waits until no transaction of `connectionIds` is open and two reads of rows and stock agree.
/// Blocks up to the limit; a stop ends it early, not at rest.
SettleResult settle(Connection &connection, const TableLayout &layout, CouponId coupon,
                    std::span<const qint64> connectionIds, const std::stop_token &stop,
                    const SettleLimits &limits = {});

} // namespace stampede
