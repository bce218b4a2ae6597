// SPDX-License-Identifier: MIT
#include "record/audit_words.h"

#include "text/language.h"

#include <algorithm>
#include <utility>

namespace stampede {

namespace {

CheckWords wordsOf(const CheckResult &check)
{
    return {check.id, check.expected, check.actual, check.explanation, check.proof};
}

void say(CheckResult &check, const CheckWords &words)
{
    check.expected = words.expected;
    check.actual = words.actual;
    check.explanation = words.explanation;
    check.proof = words.proof;
}

} // namespace

void keepOtherLanguages(AuditReport &report, const std::function<QList<CheckResult>()> &say)
{
    const Language spoken = spokenLanguage();
    report.language = codeOf(spoken);
    for (const Language language : allLanguages()) {
        if (language == spoken) {
            continue;
        }
        const LanguageScope scope(language);
        const QList<CheckResult> said = say();
        AuditSentences words{codeOf(language), {}};
        for (const CheckResult &check : std::as_const(report.checks)) {
            const auto same = std::find_if(said.begin(), said.end(), [&check](const auto &each) {
                return each.id == check.id && each.verdict == check.verdict &&
                       each.rowCount == check.rowCount;
            });
            words.checks << wordsOf(same == said.end() ? check : *same);
        }
        report.inOther << words;
    }
}

void tellAuditIn(AuditReport &report, const QString &language)
{
    const auto kept =
        std::find_if(report.inOther.begin(), report.inOther.end(),
                     [&language](const AuditSentences &each) { return each.language == language; });
    if (kept == report.inOther.end() || kept->checks.size() != report.checks.size()) {
        return;
    }
    AuditSentences before{std::exchange(report.language, language), {}};
    QString reason = report.undecidedReason;
    for (qsizetype i = 0; i < report.checks.size(); ++i) {
        CheckResult &check = report.checks[i];
        before.checks << wordsOf(check);
        const bool isReason = check.explanation == report.undecidedReason;
        say(check, kept->checks[i]);
        reason = isReason ? check.explanation : reason;
    }
    report.undecidedReason = reason;
    for (CouponAudit &coupon : report.coupons) {
        tellAuditIn(coupon.report, language);
    }
    *kept = std::move(before);
}

} // namespace stampede
