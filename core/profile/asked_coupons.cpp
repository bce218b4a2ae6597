// SPDX-License-Identifier: MIT
#include "profile/asked_coupons.h"

#include "profile/profile_prediction.h"
#include "profile/profile_text.h"
#include "scenario/scenario_text.h"
#include "scenario/user_file.h"
#include "text/number_text.h"

#include <QHash>

#include <algorithm>

namespace stampede {

namespace {

const QString kCouponId = QStringLiteral("couponId");

QString braced(const QString &name)
{
    return QLatin1Char('{') + name + QLatin1Char('}');
}

/// What is wrong with the format; empty where nothing is.
QString faultOf(const Profile &profile, const QStringList &columns, const UserFile &file)
{
    for (const QString &column : columns) {
        if (column == kCouponId) {
            continue;
        }
        if (!file.columns().contains(column)) {
            return ProfileText::tr("the people's file has no column %1 (%2)")
                .arg(printable(column), file.columns().join(QStringLiteral(", ")));
        }
        if (isSecretColumn(column)) {
            return ProfileText::tr("must not contain the secret column %1").arg(column);
        }
    }
    if (profile.issued.coupon.isEmpty() ||
        (!profile.stock.table.isEmpty() && profile.stock.id.isEmpty())) {
        return ProfileText::tr("tells coupons apart, so it needs issued.coupon and stock.id");
    }
    return {};
}

} // namespace

Result<std::optional<AskedCoupons>, QString> AskedCoupons::of(const Profile &profile,
                                                              const Scenario &scenario)
{
    const QString &format = profile.issued.couponFormat;
    const QStringList columns = placeholdersOf(format);
    if (!namesSeveralCoupons(profile)) {
        return std::optional<AskedCoupons>();
    }
    const auto failed = [&profile](const QString &text) {
        return Failure{QStringLiteral("%1: issued.couponFormat: %2").arg(profile.file, text)};
    };
    const UserFile *file =
        scenario.users.pick == Pick::File ? scenario.users.loaded.file.get() : nullptr;
    if (file == nullptr) {
        return failed(ProfileText::tr("names the column %1, and the scenario has no people's file "
                                      "(users.pick \"file\")")
                          .arg(printable(columns.constFirst())));
    }
    if (const QString fault = faultOf(profile, columns, *file); !fault.isEmpty()) {
        return failed(fault);
    }
    AskedCoupons asked{UserPicker(scenario.users, scenario.seed)};
    const std::int64_t planned = scenario.plannedRequests();
    const std::size_t rows =
        planned < 0 ? file->rows() : std::min(file->rows(), static_cast<std::size_t>(planned));
    QHash<QString, std::uint8_t> places;
    asked.m_ofRow.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        QString name = format;
        for (const QString &column : columns) {
            name.replace(braced(column), column == kCouponId
                                             ? scenario.target.couponId
                                             : QString::fromUtf8(file->value(row, column)));
        }
        auto place = places.constFind(name);
        if (place == places.constEnd()) {
            if (asked.m_names.size() == kMostCoupons) {
                return failed(ProfileText::tr("makes more than %1 coupons of the people's file; "
                                              "each of them would be audited apart")
                                  .arg(text::count(kMostCoupons)));
            }
            place = places.insert(name, static_cast<std::uint8_t>(asked.m_names.size()));
            asked.m_names << name;
        }
        asked.m_ofRow.push_back(*place);
    }
    return std::optional(std::move(asked));
}

QStringList possibleCouponColumns(const Profile &profile, const Scenario &scenario)
{
    const auto &file = scenario.users.loaded.file;
    const bool mayBe = profile.issued.couponFormat.isEmpty() && scenario.users.pick == Pick::File &&
                       file && !profile.stock.id.isEmpty();
    const QStringList used = mayBe ? placeholdersSent(scenario.target) : QStringList();
    QStringList columns;
    if (used.contains(kCouponId)) {
        return columns;
    }
    const QString person = file ? file->columns().value(file->personColumn()) : QString();
    const auto &pieces = scenario.target.quantity;
    for (const QString &name : used) {
        const bool isOther = name == person || name == QLatin1String("userId") ||
                             isSecretColumn(name) || (pieces && pieces->column == name);
        if (!isOther && file->columns().contains(name) && !columns.contains(name)) {
            columns << name;
        }
    }
    return columns;
}

QStringList valuesOf(const UserFile &file, const QString &column, qsizetype most)
{
    QStringList values;
    for (std::size_t row = 0; row < file.rows() && values.size() < most; ++row) {
        const QString value = QString::fromUtf8(file.value(row, column));
        if (!values.contains(value)) {
            values << value;
        }
    }
    return values;
}

} // namespace stampede
