// SPDX-License-Identifier: MIT
#include "prediction/sale_hours.h"

namespace stampede {

bool knowsSaleHours(const Scenario &scenario, const PredictedService &service)
{
    const TargetSettings &target = scenario.target;
    return target.kind != TargetKind::Http || target.audit.rows == TargetRows::Serve ||
           service.sale || service.severalCoupons;
}

} // namespace stampede
