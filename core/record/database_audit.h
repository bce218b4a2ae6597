// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"
#include "record/verdict.h"

#include <QList>
#include <QString>

#include <optional>

namespace stampede {

/// Why a check cannot be made.
struct Lack
{
    SkipReason reason = SkipReason::NotAvailable;
    QString sentence; ///< "Needs …, which … does not have."
};

/// A check, and why it will not be made.
struct PlannedCheck
{
    QString id;
    std::optional<Lack> lack; ///< nothing where it will be made
};

/// How many of them will be made.
qsizetype runningChecks(const QList<PlannedCheck> &plan);

/// An audit of what is there. Of the record only the parts are filled in that an audit has:
/// environment, audit, verdict, version, and with a history the outcomes.
struct DatabaseAudit
{
    RunRecord record;
    QString source;     ///< the profile's name, or empty with our own tables
    QString couponName; ///< empty where the tables hold one coupon only
    QList<PlannedCheck> plan;
    bool hasRun = false;
};

/// 0, 95 or 97 of a finished audit.
ExitCode exitCodeOf(const DatabaseAudit &audit);
/// Likewise, of a verdict alone.
ExitCode exitCodeOf(AuditVerdict verdict);

} // namespace stampede
