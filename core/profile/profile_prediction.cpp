// SPDX-License-Identifier: MIT
#include "profile/profile_prediction.h"

#include "profile/profile_reader.h"
#include "scenario/classify_setting.h"

#include <algorithm>

namespace stampede {

bool namesSeveralCoupons(const Profile &profile)
{
    const QStringList columns = placeholdersOf(profile.issued.couponFormat);
    return std::any_of(columns.begin(), columns.end(),
                       [](const QString &column) { return column != QLatin1String("couponId"); });
}

PredictedService predictedServiceOf(const Profile &profile, const Scenario &scenario)
{
    PredictedService service;
    service.stock = PredictedService::Stock::Unknown;
    service.knowsHolders = false;
    service.perPerson = profile.perPerson;
    service.givesBack = profile.givesBack.value_or(false);
    service.givesBackSaid = profile.givesBack.has_value();
    service.severalCoupons = namesSeveralCoupons(profile);
    const auto &asked = scenario.target.quantity;
    const bool asksForOne = !asked || (asked->column.isEmpty() && asked->pieces == 1);
    service.knowsPieces = profile.issued.quantity.isEmpty() ? asksForOne : asked.has_value();
    return service;
}

Result<PredictedService, Faults> readPredictedService(const Scenario &scenario)
{
    const TargetSettings &target = scenario.target;
    if (target.kind != TargetKind::Http || target.audit.rows != TargetRows::Profile) {
        return predictedServiceOf(scenario);
    }
    const auto profile = loadProfile(profilePlace(target));
    if (!profile) {
        return Failure{profile.error()};
    }
    return predictedServiceOf(profile.value(), scenario);
}

} // namespace stampede
