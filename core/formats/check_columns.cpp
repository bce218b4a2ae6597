// SPDX-License-Identifier: MIT
#include "formats/check_columns.h"

#include "formats/formats_text.h"

#include "formats/json_values.h"

#include <QCoreApplication>

#include <utility>

namespace stampede {

QString columnTitle(const QString &key)
{
    const std::pair<const char *, QString> titles[] = {
        {"user", FormatsText::tr("person")},
        {"row", FormatsText::tr("row")},
        {"rows", FormatsText::tr("rows")},
        {"coupon", FormatsText::tr("coupon")},
        {"request", FormatsText::tr("request")},
        {"told", FormatsText::tr("told")},
        {"answer", FormatsText::tr("answer")},
        {"outcome", FormatsText::tr("answer")},
        {"code", FormatsText::tr("code")},
        {"written", FormatsText::tr("written")},
        {"drift", FormatsText::tr("drift")},
        {"figure", FormatsText::tr("figure")},
        {"counter", FormatsText::tr("counter")},
        {"predicted", FormatsText::tr("must come out")},
        {"actual", FormatsText::tr("came out")},
        {"answered_at_s", FormatsText::tr("answered at, s")},
        {"asked_at_s", FormatsText::tr("asked at, s")},
        {"new_rows", FormatsText::tr("new rows")},
        {"row_ids", FormatsText::tr("row ids")},
        {"at_start", FormatsText::tr("at start")},
        {"issued_at", FormatsText::tr("issued at")},
        {"remaining", FormatsText::tr("left")},
        {"should_have_been", FormatsText::tr("should have been")},
        {"because_of", FormatsText::tr("because of")},
    };
    for (const auto &[name, title] : titles) {
        if (key == QLatin1String(name)) {
            return title;
        }
    }
    return key;
}

std::optional<Outcome> answerIn(const QString &key, const QVariant &cell)
{
    if (key != QLatin1String("told") && key != QLatin1String("answer") &&
        key != QLatin1String("outcome")) {
        return std::nullopt;
    }
    for (const Outcome outcome : kAllOutcomes) {
        if (keyOf(outcome) == cell.toString()) {
            return outcome;
        }
    }
    return std::nullopt;
}

} // namespace stampede
