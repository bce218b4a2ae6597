// SPDX-License-Identifier: MIT
#pragma once

#include "audit/check_needs.h"
#include "base/ids.h"
#include "base/result.h"
#include "database/connection.h"
#include "profile/profile.h"
#include "scenario/person_directory.h"
#include "scenario/scenario_reader.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

namespace stampede {

/// What a database has of what a profile names.
struct ProfileFit
{
    Faults faults;      ///< empty where everything is there
    TableLayout layout; ///< of what is there
    CouponId coupon;    ///< with our own tables
    QString couponName; ///< as the tables have it; empty where they hold one coupon only
    ServiceRules rules;
    QList<PlannedCheck> plan;

    [[nodiscard]] int running() const;
};

/// What to look for.
struct FitWish
{
    QString coupon; ///< as typed; empty: the profile's, or the only one
    bool hasRun = false;
    bool hasScenario = false; ///< the run is made here
    /// The people's file of the run; null: people are numbers, or those of a kept run.
    std::shared_ptr<const UserFile> file{};
    PersonDirectory people{}; ///< of a kept run, as they are called there, and in its tables
    PersonDirectory inTable{};
};

/// Holds a profile against the database of the connection, by information_schema. Every table and
/// column that is missing is a fault that names similar ones.
Result<ProfileFit, SqlError> fitProfile(Connection &connection, const Profile &profile,
                                        const FitWish &wish);

/// The same for several coupons of the same tables, in their order; `wish.coupon` has no part in
/// it.
Result<std::vector<ProfileFit>, SqlError> fitProfile(Connection &connection, const Profile &profile,
                                                     const FitWish &wish,
                                                     const QStringList &coupons);

/// The same for our own tables, for people who gave no profile.
Result<ProfileFit, SqlError> fitOwnTables(Connection &connection, const FitWish &wish);

} // namespace stampede
