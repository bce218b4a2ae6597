// SPDX-License-Identifier: MIT
// What a run knows of the service beside its answers, and the words for what it does not.

#include "diagnosis/analysis.h"

#include "scenario/one_caller.h"
#include "text/number_text.h"

#include <algorithm>

namespace stampede {

bool isOurs(const DiagnosisFacts &facts)
{
    return facts.scenario.target.kind == TargetKind::InProcess;
}

std::optional<std::int64_t> stockAtStart(const DiagnosisFacts &facts)
{
    if (facts.scenario.setsStock()) {
        return facts.scenario.coupon.stock;
    }
    return facts.audit != nullptr && facts.audit->state.initialStockKnown && seesRows(facts)
               ? std::optional(facts.audit->state.initialStock)
               : std::nullopt;
}

std::optional<std::int64_t> stockDrift(const DiagnosisFacts &facts)
{
    return facts.audit == nullptr ? std::nullopt : stockDrift(*facts.audit);
}

std::optional<std::int64_t> stockAtEnd(const DiagnosisFacts &facts)
{
    return facts.audit == nullptr ? std::nullopt : stockLeft(*facts.audit);
}

bool isOneEach(const DiagnosisFacts &facts)
{
    const PredictedService &service = facts.prediction.service;
    return isOurs(facts) || (service.knowsLimit && service.perPerson.isOne());
}

bool mayHaveComeBack(const DiagnosisFacts &facts)
{
    if (facts.audit == nullptr) {
        return false;
    }
    const AuditReport &audit = *facts.audit;
    const auto issued = static_cast<std::int64_t>(facts.outcomes.of(Outcome::Issued));
    return audit.rules.givesBack || (audit.state.rowsKnown && issued > audit.state.newRows &&
                                     !audit.rules.countsPieces && audit.findings().isEmpty());
}

namespace {

/// The people of that list of an audit, and of those of its coupons.
RowHolders holdersIn(const AuditReport &audit, std::vector<std::int64_t> AuditReport::*people)
{
    RowHolders holders;
    const auto take = [&](const AuditReport &report, std::size_t place) {
        for (const std::int64_t user : report.*people) {
            holders.insert({user, place});
        }
    };
    take(audit, 0);
    for (std::size_t i = 0; i < audit.coupons.size(); ++i) {
        take(audit.coupons[i].report, i);
    }
    return holders;
}

} // namespace

RowHolders rowHolders(const DiagnosisFacts &facts)
{
    return seesRows(facts) ? holdersIn(*facts.audit, &AuditReport::rowUsers) : RowHolders();
}

RowHolders holdersBefore(const DiagnosisFacts &facts)
{
    return facts.audit == nullptr ? RowHolders()
                                  : holdersIn(*facts.audit, &AuditReport::holdersBefore);
}

QSet<std::int64_t> peopleOf(const RowHolders &holders)
{
    QSet<std::int64_t> people;
    for (const auto &[user, place] : holders) {
        people.insert(user);
    }
    return people;
}

bool seesRows(const DiagnosisFacts &facts)
{
    return facts.audit != nullptr && facts.audit->state.rowsKnown;
}

QString stockUnknown(const DiagnosisFacts &facts)
{
    return seesRows(facts) ? DiagnosisText::tr("The stock cannot be read in this database.")
                           : rowsUnknown(facts);
}

QString rowsUnknown(const DiagnosisFacts &facts)
{
    return facts.audit == nullptr
               ? DiagnosisText::tr("The audit did not finish.")
               : DiagnosisText::tr("Only the answers could be seen: nobody gave a "
                                   "database.");
}

QString notRecognised(const DiagnosisFacts &facts)
{
    return text::plural(facts.unclassified,
                        DiagnosisText::tr("No recognised answer said so; %1 was not recognised."),
                        DiagnosisText::tr("No recognised answer said so; %1 were not recognised."))
        .arg(text::count(facts.unclassified));
}

bool hasRuleFor(const DiagnosisFacts &facts, std::initializer_list<Outcome> outcomes)
{
    const QList<ClassifyRule> &rules = facts.scenario.target.classify;
    return isOurs(facts) || rules.isEmpty() ||
           std::any_of(rules.begin(), rules.end(), [outcomes](const ClassifyRule &rule) {
               return std::find(outcomes.begin(), outcomes.end(), rule.outcome) != outcomes.end();
           });
}

QString noRule()
{
    return DiagnosisText::tr("No rule says which answer would mean that.");
}

bool wasClosed(const DiagnosisFacts &facts)
{
    const auto requests = static_cast<std::int64_t>(facts.history.size());
    return !isOurs(facts) && requests > 0 && facts.prediction.service.sale &&
           facts.prediction.outsideSale.min >= requests && facts.outcomes.of(Outcome::Issued) == 0;
}

QString oneCaller(const DiagnosisFacts &facts, const CrowdFigures &crowd)
{
    return oneCallerOf(facts.scenario, crowd.people);
}

} // namespace stampede
