// SPDX-License-Identifier: MIT
#pragma once

#include "audit/table_layout.h"
#include "record/database_audit.h"
#include "scenario/person_limit.h"

#include <QList>
#include <QString>

#include <optional>

namespace stampede {

/// What the service promises beside one coupon a person out of a stock that only falls.
struct ServiceRules
{
    PersonLimit perPerson;
    bool givesBack = false;    ///< pieces come back while the run goes on
    bool givesBackSaid = true; ///< else nobody said whether they do: rows may look as if
    bool unlimited = false;    ///< there is no stock that could be used up
    bool quantityKnown = true; ///< how many pieces each request asked for
};

/// What an audit has to look at.
struct AuditMeans
{
    TableLayout layout;
    bool hasRun = true;      ///< the answers of a run, and who held the coupon before it
    bool hasScenario = true; ///< the run was made here: what it was to be, and what the server saw
    ServiceRules rules{};
    bool stockKnown = true; ///< of a run: what the stock was before it
};

/// What the check of that id lacks; nothing where it can be made.
std::optional<Lack> lackOf(const QString &id, const AuditMeans &means);

/// Marks the check as skipped where it lacks something, and says whether it does.
bool skipForLack(CheckResult &check, const AuditMeans &means);

/// Whether the stock at start is known: from the run, from a column, or from what is left and the
/// counter of what was issued.
bool knowsStockAtStart(const AuditMeans &means);

} // namespace stampede
