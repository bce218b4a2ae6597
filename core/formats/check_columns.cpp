// SPDX-License-Identifier: MIT
#include "formats/check_columns.h"

#include "formats/json_values.h"

#include <QCoreApplication>

#include <utility>

namespace stampede {

namespace {

struct CheckColumn
{
    Q_DECLARE_TR_FUNCTIONS(CheckColumn)
};

} // namespace

QString columnTitle(const QString &key)
{
    const std::pair<const char *, QString> titles[] = {
        {"user", CheckColumn::tr("person")},
        {"row", CheckColumn::tr("row")},
        {"rows", CheckColumn::tr("rows")},
        {"coupon", CheckColumn::tr("coupon")},
        {"request", CheckColumn::tr("request")},
        {"told", CheckColumn::tr("told")},
        {"answer", CheckColumn::tr("answer")},
        {"outcome", CheckColumn::tr("answer")},
        {"code", CheckColumn::tr("code")},
        {"written", CheckColumn::tr("written")},
        {"drift", CheckColumn::tr("drift")},
        {"figure", CheckColumn::tr("figure")},
        {"counter", CheckColumn::tr("counter")},
        {"predicted", CheckColumn::tr("must come out")},
        {"actual", CheckColumn::tr("came out")},
        {"answered_at_s", CheckColumn::tr("answered at, s")},
        {"asked_at_s", CheckColumn::tr("asked at, s")},
        {"new_rows", CheckColumn::tr("new rows")},
        {"row_ids", CheckColumn::tr("row ids")},
        {"at_start", CheckColumn::tr("at start")},
        {"issued_at", CheckColumn::tr("issued at")},
        {"remaining", CheckColumn::tr("left")},
        {"should_have_been", CheckColumn::tr("should have been")},
        {"because_of", CheckColumn::tr("because of")},
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
