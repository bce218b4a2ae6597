// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "issuance/issuer_session.h"

#include <QSqlQuery>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace stampede {

/// What a batch of requests asks the database, in the order of the functions; one thread. The lock
/// is prepared, so that the server counts it; what differs from batch to batch is sent as text.
class GroupCommitStatements
{
public:
    /// What the lock read.
    struct LockedCoupon
    {
        std::int64_t stock = 0;
        std::int64_t startsAtUs = 0;
        std::int64_t endsAtUs = 0;
        std::int64_t nowUs = 0; ///< the database's clock, after the lock was granted
    };
    /// How the last packet failed.
    struct FinishError
    {
        SqlError error;
        bool atCommit = false; ///< the server may have committed
    };
    using Rows = std::unordered_map<std::int64_t, std::int64_t>; ///< user to row id
    using Users = std::unordered_set<std::int64_t>;

    explicit GroupCommitStatements(IssuerSession &session)
        : m_session(session)
    {}

    /// After the session was opened.
    Result<void, SqlError> prepare();
    /// Before it is closed.
    void release();

    /// Locks the coupon's row; nothing where there is no such coupon.
    Result<std::optional<LockedCoupon>, SqlError> lock(CouponId coupon);
    /// Who of them holds the coupon.
    Result<Users, SqlError> holdersAmong(CouponId coupon, const std::vector<UserId> &users);
    /// Gives each of them a row unless they do not exist or the unique key says that they have one,
    /// and says which rows it wrote.
    Result<Rows, SqlError> insert(CouponId coupon, const std::vector<UserId> &users,
                                  std::int64_t nowUs);
    /// Who of them exists.
    Result<Users, SqlError> existingAmong(const std::vector<UserId> &users);
    /// Takes so many pieces from the stock and commits. `wroteNs` becomes the moment between.
    Result<void, FinishError> finish(CouponId coupon, std::size_t pieces, std::int64_t &wroteNs);

private:
    Result<Users, SqlError> readUsers(const QString &sql);

    IssuerSession &m_session;
    QSqlQuery m_lock;
    bool m_insertTells = true; ///< the server knows INSERT … RETURNING (MariaDB from 10.5)
};

} // namespace stampede
