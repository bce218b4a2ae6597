// SPDX-License-Identifier: MIT
#include "record/check_result.h"

#include "base/check.h"
#include "base/clock.h"

#include <algorithm>
#include <array>

namespace stampede {

namespace {

struct CheckTitle
{
    const char *id;
    CheckClass cls;
    const char *title;
};

constexpr std::array kChecks = {
    CheckTitle{"stock-not-exceeded", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "No more coupons than stock")},
    CheckTitle{"stock-not-negative", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "Stock never below zero")},
    CheckTitle{"stock-adds-up", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "Stock adds up")},
    CheckTitle{"counter-agrees", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "The issued counter agrees")},
    CheckTitle{"one-per-user", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "One coupon per person")},
    CheckTitle{"earlier-holders-kept", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "Earlier coupons still there")},
    CheckTitle{"rows-belong", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "Every coupon has its person and its campaign")},
    CheckTitle{"rows-in-window", CheckClass::Damage,
               QT_TRANSLATE_NOOP("AuditText", "Issued within the sale")},
    CheckTitle{"issued-is-stored", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "Every promise is kept")},
    CheckTitle{"stored-was-announced", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "Nobody got one unannounced")},
    CheckTitle{"announced-once", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "Nobody was told \"issued\" too often")},
    CheckTitle{"already-issued-true", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "\"Already issued\" only to holders")},
    CheckTitle{"sold-out-true", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "\"Out of stock\" only when it was")},
    CheckTitle{"refusals-justified", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "Every refusal was right when given")},
    CheckTitle{"answers-fit-one-order", CheckClass::Answers,
               QT_TRANSLATE_NOOP("AuditText", "The answers fit one order")},
    CheckTitle{"nobody-else-wrote", CheckClass::Ground,
               QT_TRANSLATE_NOOP("AuditText", "Nobody else was writing")},
    CheckTitle{"came-to-rest", CheckClass::Ground,
               QT_TRANSLATE_NOOP("AuditText", "The database had come to rest")},
    CheckTitle{"no-answer-settled", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "Requests without an answer")},
    CheckTitle{"as-predicted", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "It came out as predicted")},
    CheckTitle{"no-server-errors", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "No server errors, every request sent")},
    CheckTitle{"unique-key-there", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "A unique key stands guard")},
    CheckTitle{"lock-seen", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "The row lock was seen at work")},
    CheckTitle{"log-agrees", CheckClass::Warning,
               QT_TRANSLATE_NOOP("AuditText", "The service's log tells the same")},
};

} // namespace

QString checkClassKey(CheckClass cls)
{
    switch (cls) {
    case CheckClass::Damage:
        return QStringLiteral("damage");
    case CheckClass::Answers:
        return QStringLiteral("answers");
    case CheckClass::Warning:
        return QStringLiteral("warning");
    case CheckClass::Ground:
        return QStringLiteral("ground");
    }
    return {};
}

QString checkVerdictKey(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Pass:
        return QStringLiteral("pass");
    case CheckVerdict::Fail:
        return QStringLiteral("fail");
    case CheckVerdict::Inconclusive:
        return QStringLiteral("inconclusive");
    case CheckVerdict::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

QString titleForMachines(const QString &id)
{
    for (const CheckTitle &check : kChecks) {
        if (id == QLatin1String(check.id)) {
            return QString::fromLatin1(check.title);
        }
    }
    return {};
}

CheckResult newCheck(const QString &id)
{
    const auto *const found =
        std::find_if(kChecks.begin(), kChecks.end(),
                     [&id](const auto &check) { return id == QLatin1String(check.id); });
    STAMPEDE_CHECK(found != kChecks.end());
    CheckResult check;
    check.id = id;
    check.cls = found->cls;
    check.title = AuditText::tr(found->title);
    check.beganNs = monotonicNs();
    return check;
}

int checkCount()
{
    return static_cast<int>(kChecks.size());
}

QStringList checkIds()
{
    QStringList ids;
    for (const CheckTitle &check : kChecks) {
        ids << QString::fromLatin1(check.id);
    }
    return ids;
}

void skipNothing(CheckResult &check, const QString &why)
{
    check.verdict = CheckVerdict::Skipped;
    check.skipReason = SkipReason::NothingToLookAt;
    check.explanation = why;
}

void skipNotAvailable(CheckResult &check, const QString &why)
{
    check.verdict = CheckVerdict::Skipped;
    check.skipReason = SkipReason::NotAvailable;
    check.explanation = why;
}

void cannotTell(CheckResult &check, const QString &why)
{
    check.verdict = CheckVerdict::Inconclusive;
    check.explanation = why;
}

void untell(CheckResult &check, const QString &why)
{
    CheckResult untold = newCheck(check.id);
    untold.sql = check.sql;
    cannotTell(untold, why);
    check = untold;
}

void addRow(CheckResult &check, const QVariantList &row)
{
    ++check.rowCount;
    if (check.rows.size() < CheckResult::kMaxRows) {
        check.rows.append(row);
    }
}

} // namespace stampede
