// SPDX-License-Identifier: MIT
#include "run/kept_people.h"

#include <algorithm>
#include <iterator>

namespace stampede {

void keepPeopleIn(RunRecord &record, const TableLayout &layout)
{
    const PersonDirectory running = record.people;
    std::vector<std::int64_t> people;
    if (!running.areNumbers() && record.history) {
        for (const Operation &operation : *record.history) {
            people.push_back(operation.user);
        }
    }
    const PersonNames *names = layout.names.get();
    const auto keepThoseOf = [&](const AuditReport &audit) {
        const std::vector<std::int64_t> written =
            audit.writtenUsers.value_or(std::vector<std::int64_t>());
        for (const auto *users : {&audit.rowUsers, &audit.holdersBefore, &written}) {
            std::copy_if(users->begin(), users->end(), std::back_inserter(people),
                         [&](std::int64_t user) {
                             return user < 0 ? names->isStranger(user) : !running.areNumbers();
                         });
        }
    };
    if (names != nullptr && record.audit) {
        keepThoseOf(*record.audit);
        for (const CouponAudit &coupon : record.audit->coupons) {
            keepThoseOf(coupon.report);
        }
    }
    auto named = PersonDirectory::of(people, [&](std::int64_t person) {
        return person < 0 ? names->nameOf(person) : running.nameOf(person);
    });
    record.people = named ? std::move(named).value() : running;
    const bool hasOwnTexts = layout.people.lastNamed() > 0;
    if (names != nullptr && !hasOwnTexts && layout.userFormat != QLatin1String("{userId}")) {
        record.userFormat = layout.userFormat;
    }
    if (hasOwnTexts && layout.userFormat != QLatin1String("{userId}")) {
        for (const Operation &operation : *record.history) {
            people.push_back(operation.user);
        }
        auto inTable = PersonDirectory::of(
            std::move(people), [&](std::int64_t person) { return layout.people.nameOf(person); });
        record.inTable = inTable ? std::move(inTable).value() : PersonDirectory();
    }
}

} // namespace stampede
