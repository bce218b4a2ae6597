// SPDX-License-Identifier: MIT
#include "record/check_title.h"

namespace stampede {

QString titleOf(const CheckResult &check)
{
    return checkIds().contains(check.id) ? newCheck(check.id).title : check.title;
}

} // namespace stampede
