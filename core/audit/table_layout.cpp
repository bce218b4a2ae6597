#include "audit/table_layout.h"

#include "database/connection.h"

namespace stampede {

TableLayout TableLayout::own()
{
    TableLayout layout;
    layout.issuedTable = QStringLiteral("user_coupons");
    layout.issuedId = QStringLiteral("id");
    layout.issuedUser = QStringLiteral("user_id");
    layout.issuedCoupon = QStringLiteral("coupon_id");
    layout.issuedAt = QStringLiteral("issued_at");
    layout.stockTable = QStringLiteral("coupons");
    layout.stockId = QStringLiteral("id");
    layout.remaining = QStringLiteral("quantity");
    layout.total = QStringLiteral("total_quantity");
    layout.issuedCounter = QStringLiteral("issued_count");
    layout.userTable = QStringLiteral("users");
    layout.userId = QStringLiteral("id");
    return layout;
}

QString TableLayout::issuedOf(CouponId coupon) const
{
    return QStringLiteral("%1 WHERE %2 = %3")
        .arg(quotedIdentifier(issuedTable), quotedIdentifier(issuedCoupon))
        .arg(coupon.value);
}

} // namespace stampede
