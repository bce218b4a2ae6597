// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "profile/profile.h"
#include "scenario/scenario.h"
#include "scenario/user_picker.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace stampede {

/// Which coupon each request of a load asks for, where `issued.couponFormat` fills columns of the
/// people's file in. Immutable; any thread.
class AskedCoupons
{
public:
    /// Each is audited apart.
    static constexpr qsizetype kMostCoupons = 100;

    /// Nothing where the format names no column: then all requests ask for one coupon. The error is
    /// a fault line.
    static Result<std::optional<AskedCoupons>, QString> of(const Profile &profile,
                                                           const Scenario &scenario);

    /// As the format writes them, in the order in which they are first asked for.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// The place in names() of the one that a request asks for.
    [[nodiscard]] std::size_t placeOf(std::uint64_t request) const
    {
        return m_ofRow[m_picker.rowOf(request)];
    }

private:
    explicit AskedCoupons(UserPicker picker)
        : m_picker(std::move(picker))
    {}

    UserPicker m_picker;
    QStringList m_names;
    std::vector<std::uint8_t> m_ofRow; ///< of each row of the file that is asked for
};

/// The columns of the people's file that may stand where the coupon stands in a request: those that
/// it holds beside the person and the pieces, where it does not hold {couponId}. A profile that has
/// a couponFormat says by that which coupon is asked for, and no column is looked for.
QStringList possibleCouponColumns(const Profile &profile, const Scenario &scenario);
/// The first different values of a column, `most` at most.
QStringList valuesOf(const UserFile &file, const QString &column, qsizetype most);

} // namespace stampede
