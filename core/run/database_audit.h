#pragma once

#include "profile/profile_fit.h"
#include "record/database_audit.h"
#include "record/run_history.h"
#include "run/database_host.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace stampede {

/// What an audit without a load is to look at.
struct DatabaseAuditOrder
{
    std::optional<Profile> profile; ///< nothing: our own tables
    QString coupon;                 ///< as typed, empty for the profile's or the only one
    std::optional<RunHistory> history;
    SettleSetting settle;
    QString later; ///< the command that makes this audit again
    std::chrono::milliseconds statementLimit{30'000};
};

struct DatabaseAuditHooks
{
    std::function<void(const QString &)> message;    ///< a line a step
    std::function<void(const ProfileFit &)> planned; ///< before the checks; also where it misfits
    std::function<void(int, int)> progress;          ///< checks made, of how many
    std::function<void(const QString &)> waiting;    ///< what is waited for, while it settles
    std::stop_token stop{};                          ///< ends the waiting
};

/// Connects, makes the connection one that only reads, and audits. Blocks.
Result<DatabaseAudit, RunError> auditDatabase(DatabaseHost &host, const DatabaseAuditOrder &order,
                                              const DatabaseAuditHooks &hooks = {});

} // namespace stampede
