// SPDX-License-Identifier: MIT
#pragma once

#include "audit/start_file.h"
#include "database/database_host.h"
#include "profile/profile_fit.h"
#include "record/database_audit.h"
#include "record/run_history.h"

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
    QStringList coupons;            ///< instead, of a snapshot and a profile: each of several
    std::optional<RunHistory> history;
    std::vector<StartFile> before;     ///< what the tables held before the run; may be empty
    QString beforeFile;                ///< its name, for sentences
    std::optional<std::int64_t> stock; ///< before the run, as somebody says
    SettleSetting settle;
    QString later; ///< the command that makes this audit again
    std::chrono::milliseconds statementLimit{30'000};
};

/// With what only whoever goes on with the audit needs.
struct MadeDatabaseAudit : DatabaseAudit
{
    TableLayout layout; ///< of the tables, with the names of everybody in them
    /// The history with requests that are taken to be missing in it; empty where none are. Of
    /// several coupons the places in the audit are those in it.
    std::vector<Operation> completed;
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
Result<MadeDatabaseAudit, RunError> auditDatabase(DatabaseHost &host,
                                                  const DatabaseAuditOrder &order,
                                                  const DatabaseAuditHooks &hooks = {});

/// Connects likewise, and gives back what the tables hold now, as a file for `--before`. Blocks.
Result<QByteArray, RunError> snapshotDatabase(DatabaseHost &host, const DatabaseAuditOrder &order,
                                              const DatabaseAuditHooks &hooks = {});

} // namespace stampede
