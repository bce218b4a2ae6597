// SPDX-License-Identifier: MIT
#include "report/coupon_table.h"

#include "record/check_title.h"
#include "report/report_words.h"
#include "scenario/scenario_text.h"
#include "text/number_text.h"

namespace stampede {

namespace {

using text::count;

QString verdictOf(AuditVerdict verdict)
{
    switch (verdict) {
    case AuditVerdict::Held:
        return ReportText::tr("held");
    case AuditVerdict::Broken:
        return ReportText::tr("broken");
    case AuditVerdict::Undecided:
        return ReportText::tr("cannot tell");
    }
    return {};
}

QString findingsOf(const AuditReport &report, CouponFindings findings)
{
    const QList<CheckResult> found = report.findings();
    if (findings == CouponFindings::Counted) {
        return count(found.size());
    }
    QStringList titles;
    for (const CheckResult &check : found) {
        titles << titleOf(check);
    }
    return found.isEmpty() ? report.undecidedReason : titles.join(QStringLiteral(", "));
}

} // namespace

TableBlock couponTable(const AuditReport &audit, CouponFindings findings)
{
    TableBlock table;
    if (audit.coupons.empty()) {
        return table;
    }
    table.head = {ReportText::tr("Coupon"),   ReportText::tr("verdict"), ReportText::tr("requests"),
                  ReportText::tr("at start"), ReportText::tr("issued"),  ReportText::tr("left"),
                  ReportText::tr("drift"),    ReportText::tr("findings")};
    const QString unknown = QStringLiteral("–");
    for (const CouponAudit &coupon : audit.coupons) {
        const StateFigures &state = coupon.report.state;
        const auto left = stockLeft(coupon.report);
        const auto drift = stockDrift(coupon.report);
        table.rows.append({printable(coupon.name), verdictOf(coupon.report.verdict),
                           count(static_cast<std::int64_t>(coupon.operations.size())),
                           state.initialStockKnown ? count(state.initialStock) : unknown,
                           count(state.newRows), left ? count(*left) : unknown,
                           drift ? count(*drift) : unknown, findingsOf(coupon.report, findings)});
    }
    return table;
}

} // namespace stampede
