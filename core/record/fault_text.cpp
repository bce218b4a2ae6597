// SPDX-License-Identifier: MIT
#include "record/fault_text.h"

#include "record/record_text.h"

#include "record/settled_effects.h"
#include "text/number_text.h"
#include "text/outcome_names.h"

#include <QCoreApplication>
#include <QLocale>

namespace stampede {

namespace {

using text::count;

QString secondsText(std::int64_t ns)
{
    return RecordText::tr("%1 s").arg(text::seconds(ns));
}

QString networkName(NetworkEffect effect)
{
    switch (effect) {
    case NetworkEffect::Delay:
        return RecordText::tr("network delayed");
    case NetworkEffect::Cut:
        return RecordText::tr("network cut");
    case NetworkEffect::HalfOpen:
        return RecordText::tr("network half-open");
    }
    return {};
}

/// What a fault does beside its name; empty where that says all.
QString measureOf(const PlannedFault &fault)
{
    switch (fault.action) {
    case FaultAction::ServerKill:
        return fault.length.count() == 0
                   ? RecordText::tr("started again at once")
                   : RecordText::tr("away for %1").arg(text::duration(fault.length.count()));
    case FaultAction::ServerFreeze:
        return RecordText::tr("for %1").arg(text::duration(fault.length.count()));
    case FaultAction::ConnectionsKill:
        return RecordText::tr("%1 % of them").arg(QLocale().toString(fault.share * 100, 'g', 3));
    case FaultAction::Network:
        return fault.effect == NetworkEffect::Delay
                   ? RecordText::tr("each answer by %1, for %2")
                         .arg(text::duration(fault.delay.count()),
                              text::duration(fault.length.count()))
                   : RecordText::tr("for %1").arg(text::duration(fault.length.count()));
    }
    return {};
}

QString capitalised(QString words)
{
    words[0] = words[0].toUpper();
    return words;
}

} // namespace

QString faultName(const PlannedFault &fault)
{
    switch (fault.action) {
    case FaultAction::ServerKill:
        return RecordText::tr("server killed");
    case FaultAction::ServerFreeze:
        return RecordText::tr("server frozen");
    case FaultAction::ConnectionsKill:
        return RecordText::tr("connections killed");
    case FaultAction::Network:
        return networkName(fault.effect);
    }
    return {};
}

QString plannedFaultSentence(const PlannedFault &fault)
{
    return RecordText::tr("%1 at %2, %3.")
        .arg(capitalised(faultName(fault)), secondsText(fault.at.count()), measureOf(fault));
}

QString faultSentence(const InjectedFault &fault)
{
    if (!fault.beganNs) {
        return RecordText::tr("%1 It did not come so far: the load was over before.")
            .arg(plannedFaultSentence(fault.planned));
    }
    const QString begun =
        RecordText::tr("%1 at %2")
            .arg(capitalised(faultName(fault.planned)), secondsText(*fault.beganNs));
    if (!fault.failure.isEmpty()) {
        return RecordText::tr("%1: %2").arg(begun, fault.failure);
    }
    QString sentence = begun;
    if (fault.endedNs) {
        sentence = RecordText::tr("%1: all worked again after %2")
                       .arg(begun, text::duration(*fault.endedNs - *fault.beganNs));
    }
    if (fault.connections > 0) {
        sentence =
            RecordText::tr("%1, connections hit: %2").arg(sentence, count(fault.connections));
    }
    return sentence + QLatin1Char('.');
}

QString doubtSentence(const RunRecord &record)
{
    const auto counted = [&record](Outcome outcome) {
        return static_cast<std::int64_t>(record.outcomes.of(outcome));
    };
    const std::int64_t open = counted(Outcome::Unknown) + counted(Outcome::ServerError);
    if (open == 0) {
        return {};
    }
    QStringList kinds;
    const auto add = [&kinds](std::int64_t n, const QString &name) {
        if (n > 0) {
            kinds << QStringLiteral("%1: %2").arg(inLine(name), count(n));
        }
    };
    add(counted(Outcome::Unknown) - record.notRecognised(), outcomeName(Outcome::Unknown));
    add(record.notRecognised(), outcomeName(Outcome::Unknown, UnknownReason::Unclassified));
    add(counted(Outcome::ServerError), outcomeName(Outcome::ServerError));
    const QString which = kinds.join(QStringLiteral(", "));
    if (!record.audit || !record.audit->state.rowsKnown) {
        return text::plural(
                   open,
                   RecordText::tr("%1 request has no definite answer (%2); whether it took "
                                  "effect, nobody saw."),
                   RecordText::tr("%1 requests have no definite answer (%2); which of them "
                                  "took effect, nobody saw."))
            .arg(count(open), which);
    }
    if (!knowsEffects(*record.audit)) {
        return text::plural(
            open,
            RecordText::tr(
                "%1 request has no definite answer (%2); whether it takes effect, nobody "
                "knows yet.")
                .arg(count(open), which),
            RecordText::tr("%1 requests have no definite answer (%2); %3 of them took effect so "
                           "far, and whether others still will, nobody knows yet.")
                .arg(count(open), which, count(record.audit->state.tookEffect)));
    }
    return text::plural(
               open,
               RecordText::tr("%1 request has no definite answer (%2); %3 of them took effect."),
               RecordText::tr("%1 requests have no definite answer (%2); %3 of them took effect."))
        .arg(count(open), which, count(record.audit->state.tookEffect));
}

} // namespace stampede
