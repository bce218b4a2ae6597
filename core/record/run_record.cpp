// SPDX-License-Identifier: MIT
#include "record/run_record.h"

#include "record/person_names.h"

#include <QSysInfo>
#include <QThread>

namespace stampede {

QString runVerdictKey(RunVerdict verdict)
{
    switch (verdict) {
    case RunVerdict::Violation:
        return QStringLiteral("violation");
    case RunVerdict::Inconclusive:
        return QStringLiteral("inconclusive");
    case RunVerdict::Invalid:
        return QStringLiteral("invalid");
    case RunVerdict::Aborted:
        return QStringLiteral("aborted");
    case RunVerdict::Thresholds:
        return QStringLiteral("thresholds");
    case RunVerdict::Pass:
        return QStringLiteral("pass");
    }
    return {};
}

bool mixesCoupons(const RunRecord &record)
{
    return record.prediction.service.severalCoupons &&
           (!record.audit || record.audit->coupons.empty());
}

QString describeMachine()
{
    return QStringLiteral("%1, %2 processors")
        .arg(QSysInfo::prettyProductName())
        .arg(QThread::idealThreadCount());
}

QString RunRecord::nameInTable(std::int64_t person) const
{
    const QByteArrayView text = inTable.textOf(person);
    if (!text.isEmpty()) {
        return QString::fromUtf8(text);
    }
    if (userFormat.isEmpty() || !people.textOf(person).isEmpty()) { // a stranger has a name
        return people.nameOf(person);
    }
    return PersonNames(userFormat).nameOf(person);
}

QString RunRecord::couponShown() const
{
    if (audit && audit->hasSeveralCoupons()) {
        return {};
    }
    return couponName.isEmpty() ? scenario.couponAsked() : couponName;
}

std::optional<std::int64_t> RunRecord::stockAtStart() const
{
    if (scenario.setsStock()) {
        return scenario.coupon.stock;
    }
    if (scenario.target.audit.rows != TargetRows::Profile) {
        return std::nullopt;
    }
    if (audit) {
        return audit->state.initialStockKnown ? std::optional(audit->state.initialStock)
                                              : std::nullopt;
    }
    const bool isRead =
        wasPredicted() && prediction.service.stock == PredictedService::Stock::Known;
    return isRead ? std::optional(scenario.coupon.stock) : std::nullopt; // kept there by the run
}

std::int64_t RunRecord::errors() const
{
    std::int64_t sum = 0;
    for (const Outcome outcome : kAllOutcomes) {
        const AnswerLayer layer = layerOf(outcome);
        const bool isError = layer == AnswerLayer::Errors || layer == AnswerLayer::NoAnswer;
        sum += isError ? static_cast<std::int64_t>(outcomes.of(outcome)) : 0;
    }
    return sum;
}

std::int64_t RunRecord::refusals() const
{
    std::int64_t sum = 0;
    for (const Outcome outcome : kAllOutcomes) {
        const bool refused = isDefinite(outcome) && outcome != Outcome::Issued;
        sum += refused ? static_cast<std::int64_t>(outcomes.of(outcome)) : 0;
    }
    return sum;
}

bool RunRecord::judgedRefusals(Outcome refusal) const
{
    // Without rows nobody knows who holds a coupon and how many are left.
    if (!audit || audit->verdict == AuditVerdict::Undecided || !audit->state.rowsKnown) {
        return false;
    }
    const auto judged = [this](const char *check) { return couldJudge(*audit, check); };
    if (answerClaim(refusal) == AnswerClaim::OutsideSale) {
        return scenario.target.kind == TargetKind::InProcess ||
               (audit->sale && audit->sale->open == 0);
    }
    return judged("refusals-justified") &&
           (refusal != Outcome::AlreadyIssued || judged("already-issued-true")) &&
           (refusal != Outcome::OutOfStock || judged("sold-out-true"));
}

std::optional<std::int64_t> RunRecord::rightRefusals() const
{
    if (!audit || audit->verdict == AuditVerdict::Undecided || !audit->state.rowsKnown) {
        return std::nullopt;
    }
    std::int64_t sum = -audit->wrongRefusals;
    sum -= audit->sale ? static_cast<std::int64_t>(audit->sale->wrong.size()) : 0;
    for (const Outcome outcome : kAllOutcomes) {
        const bool came = refusesByTheRules(outcome) && outcomes.of(outcome) > 0;
        if (came && !judgedRefusals(outcome)) {
            return std::nullopt;
        }
        sum += came ? static_cast<std::int64_t>(outcomes.of(outcome)) : 0;
    }
    return sum;
}

double LoadTesterView::failedPercent() const
{
    return requests == 0 ? 0.0
                         : 100.0 * static_cast<double>(failed) / static_cast<double>(requests);
}

} // namespace stampede
