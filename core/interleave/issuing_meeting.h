// SPDX-License-Identifier: MIT
#pragma once

#include "base/ids.h"
#include "interleave/meeting.h"
#include "scenario/scenario.h"

#include <array>
#include <optional>

namespace stampede {

/// Who meets whom at the coupon.
enum class Situation
{
    TwoPeople,  ///< and plenty of stock
    LastCoupon, ///< two people, one coupon
    OnePerson,  ///< twice at once, and plenty of stock
    ThreePeople ///< and plenty of stock
};

inline constexpr std::array kAllSituations = {Situation::TwoPeople, Situation::LastCoupon,
                                              Situation::OnePerson, Situation::ThreePeople};

/// The word of the command line and of files: "two-people".
QString situationKey(Situation situation);
std::optional<Situation> situationOf(const QString &key);
/// "Two people, plenty of stock".
QString situationName(Situation situation);

/// Stock of a meeting where nobody says another.
inline constexpr std::int64_t kPlentyOfStock = 10;

/// Requests of the service under test that meet: its issuers, as the load uses them, each by
/// itself. A transaction that the database breaks off is not begun again: that would be another
/// one.
class IssuingMeeting final : public Meeting
{
public:
    /// `stock` is plenty where the situation does not say otherwise.
    IssuingMeeting(const ServiceSettings &service, Situation situation,
                   std::int64_t stock = kPlentyOfStock);

    [[nodiscard]] int people() const override;
    Result<void, SqlError> prepare(Connection &observer) override;
    Result<void, SqlError> reset(Connection &observer) override;
    std::unique_ptr<Actor> actor(int person, const ConnectionSettings &settings,
                                 StatementHook &hook) override;
    Result<Ending, SqlError> judge(Connection &observer, const Order &order) override;
    [[nodiscard]] QString wordsFor(const ExecutedStatement &statement) const override;
    [[nodiscard]] QStringList sessionStatements(int person) const override;

    /// Before the first order.
    [[nodiscard]] std::int64_t stock() const { return m_stock; }
    [[nodiscard]] UserId userOf(int person) const;

private:
    ServiceSettings m_service;
    Situation m_situation;
    std::int64_t m_stock;
    CouponId m_coupon;
    bool m_setsSnapshotIsolation = false;
};

} // namespace stampede
