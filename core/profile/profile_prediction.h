// SPDX-License-Identifier: MIT
#pragma once

#include "prediction/prediction.h"
#include "profile/profile.h"
#include "scenario/scenario_reader.h"

namespace stampede {

/// Whether `issued.couponFormat` tells requests for several coupons apart: by columns of the
/// people's file.
bool namesSeveralCoupons(const Profile &profile);

/// What a profile promises of its service before anybody looked into its tables: neither the stock
/// nor who holds the coupon is known. Whether a coupon takes the pieces that target.quantity says
/// is known only where profile and scenario both speak of pieces, or neither does.
PredictedService predictedServiceOf(const Profile &profile, const Scenario &scenario);

/// The same of the profile that the scenario names, or what the scenario alone says where it names
/// none. Reads that one file and touches nothing else; the error is what is wrong with it.
Result<PredictedService, Faults> readPredictedService(const Scenario &scenario);

} // namespace stampede
