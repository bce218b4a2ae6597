// SPDX-License-Identifier: MIT
#include "record/outcome_label.h"

#include "base/outcome.h"

#include <QStringList>

namespace stampede {

namespace {

constexpr qsizetype kMostStatuses = 3;

/// The status of `serve`; nothing where it gives none.
QStringList ownStatus(Outcome outcome)
{
    const int status = outcome == Outcome::NotSent ? 0 : traitsOf(outcome).status;
    return status == 0 ? QStringList() : QStringList(QString::number(status));
}

QString withStatuses(const QString &name, const QStringList &statuses)
{
    if (statuses.isEmpty()) {
        return name;
    }
    const bool all = statuses.size() <= kMostStatuses;
    return QStringLiteral("%1 (%2)").arg(name,
                                         statuses.mid(0, kMostStatuses).join(QStringLiteral(", ")) +
                                             (all ? QString() : QStringLiteral(", …")));
}

/// The name of an outcome; of those without a known meaning one that fits all of them.
QString unknownName(const RunRecord &record, Outcome outcome)
{
    const std::int64_t notRecognised = outcome == Outcome::Unknown ? record.notRecognised() : 0;
    if (notRecognised == 0) {
        return outcomeName(outcome);
    }
    const QString name = outcomeName(outcome, UnknownReason::Unclassified);
    return notRecognised == static_cast<std::int64_t>(record.outcomes.of(outcome))
               ? name
               : QStringLiteral("%1, %2").arg(outcomeName(outcome), inLine(name));
}

} // namespace

QString outcomeLabel(const RunRecord &record, Outcome outcome)
{
    const TargetKind target = record.scenario.target.kind;
    if (target == TargetKind::InProcess) {
        return outcomeLabel(target, outcome);
    }
    QStringList statuses;
    for (const StatusCount &each : record.statuses.value_or(std::vector<StatusCount>())) {
        if (each.outcome == outcome) {
            statuses << QString::number(each.status);
        }
    }
    return withStatuses(unknownName(record, outcome), statuses);
}

QString outcomeLabel(TargetKind target, Outcome outcome)
{
    return withStatuses(outcomeName(outcome),
                        target == TargetKind::InProcess ? ownStatus(outcome) : QStringList());
}

QString outcomeLabel(const Operation &operation, TargetKind target)
{
    const QString name = outcomeName(operation.outcome, operation.reason);
    if (target == TargetKind::InProcess) {
        return withStatuses(name, ownStatus(operation.outcome));
    }
    const int status = operation.httpStatus();
    return withStatuses(name, status == 0 ? QStringList() : QStringList(QString::number(status)));
}

} // namespace stampede
