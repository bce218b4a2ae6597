// SPDX-License-Identifier: MIT
#include "scenario/fault_setting.h"

#include "scenario/object_fields.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "scenario/setting_values.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace stampede {

namespace {

using namespace std::chrono_literals;

const QString kFaults = QStringLiteral("faults");

constexpr double kSmallestShare = 0.01;
constexpr Duration kLongestFault = 1h;
constexpr Duration kUsualLength = 1s;
constexpr Duration kUsualDelay = 100ms;
constexpr Duration kLongestDelay = 1min;

QString pathOf(qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(kFaults).arg(index);
}

/// One fault on its way from JSON.
class FaultReading
{
public:
    FaultReading(const QJsonValue &value, const QString &path, const DiagnosticSink &sink)
        : m_fields(value, path, sink)
    {}

    PlannedFault run()
    {
        if (!m_fields.isObject()) {
            return m_fault;
        }
        needs("at", ScenarioText::tr("a time after the start of the load, such as \"2s\""));
        takeDuration("at", m_fault.at, 0ns, 24h);
        if (!takeAction()) {
            return m_fault; // what belongs to it, nobody knows
        }
        switch (m_fault.action) {
        case FaultAction::ServerKill:
            takeDuration("for", m_fault.length, 0ns, kLongestFault);
            break;
        case FaultAction::ServerFreeze:
            m_fault.length = kUsualLength;
            takeDuration("for", m_fault.length, 1ms, kLongestFault);
            break;
        case FaultAction::ConnectionsKill:
            takeShare();
            break;
        case FaultAction::Network:
            takeNetwork();
            break;
        }
        m_fields.endHere();
        return m_fault;
    }

private:
    void needs(const char *key, const QString &what)
    {
        if (!m_fields.has(key)) {
            m_fields.fault(QLatin1String(key),
                           ScenarioText::tr("is missing; must be %1").arg(what));
        }
    }

    void takeDuration(const char *key, std::chrono::nanoseconds &member, Duration min, Duration max)
    {
        const QJsonValue value = m_fields.take(key);
        if (value.isUndefined()) {
            return;
        }
        const auto length = readDuration(value, min, max);
        if (length) {
            member = length.value();
        } else {
            m_fields.fault(QLatin1String(key), length.error());
        }
    }

    /// The index of the field's word; nothing where there is none, which `needed` makes a fault.
    std::optional<std::size_t> takeWord(const char *key, const QStringList &words, bool needed)
    {
        const QJsonValue value = m_fields.take(key);
        if (value.isUndefined()) {
            if (needed) {
                needs(key, ScenarioText::tr("one of: %1").arg(words.join(QStringLiteral(", "))));
            }
            return std::nullopt;
        }
        const auto index = readChoice(value, words);
        if (!index) {
            m_fields.fault(QLatin1String(key), index.error());
            return std::nullopt;
        }
        return static_cast<std::size_t>(index.value());
    }

    bool takeAction()
    {
        QStringList words;
        for (const FaultAction action : kAllFaultActions) {
            words << faultActionKey(action);
        }
        const auto index = takeWord("kind", words, true);
        if (index) {
            m_fault.action = kAllFaultActions[*index];
        }
        return index.has_value();
    }

    void takeShare()
    {
        const QJsonValue value = m_fields.take("share");
        if (value.isUndefined()) {
            return;
        }
        const auto share = readNumber(value, kSmallestShare, 1);
        if (share) {
            m_fault.share = share.value();
        } else {
            m_fields.fault(QStringLiteral("share"), share.error());
        }
    }

    void takeNetwork()
    {
        m_fault.length = kUsualLength;
        QStringList words;
        for (const NetworkEffect effect : kAllNetworkEffects) {
            words << networkEffectKey(effect);
        }
        if (const auto index = takeWord("effect", words, false)) {
            m_fault.effect = kAllNetworkEffects[*index];
        }
        takeDuration("for", m_fault.length, 1ms, kLongestFault);
        if (m_fault.effect == NetworkEffect::Delay) {
            m_fault.delay = kUsualDelay;
            takeDuration("delay", m_fault.delay, 1ms, kLongestDelay);
        }
    }

    ObjectFields m_fields;
    PlannedFault m_fault;
};

QJsonObject faultToJson(const PlannedFault &fault)
{
    QJsonObject json{{QStringLiteral("at"), durationText(fault.at)},
                     {QStringLiteral("kind"), faultActionKey(fault.action)}};
    if (fault.action == FaultAction::ConnectionsKill) {
        json.insert(QStringLiteral("share"), fault.share);
    } else {
        json.insert(QStringLiteral("for"), durationText(fault.length));
    }
    if (fault.action == FaultAction::Network) {
        json.insert(QStringLiteral("effect"), networkEffectKey(fault.effect));
        if (fault.effect == NetworkEffect::Delay) {
            json.insert(QStringLiteral("delay"), durationText(fault.delay));
        }
    }
    return json;
}

} // namespace

QString faultActionKey(FaultAction action)
{
    switch (action) {
    case FaultAction::ServerKill:
        return QStringLiteral("server-kill");
    case FaultAction::ServerFreeze:
        return QStringLiteral("server-freeze");
    case FaultAction::ConnectionsKill:
        return QStringLiteral("connections-kill");
    case FaultAction::Network:
        return QStringLiteral("network");
    }
    return {};
}

QString networkEffectKey(NetworkEffect effect)
{
    switch (effect) {
    case NetworkEffect::Delay:
        return QStringLiteral("delay");
    case NetworkEffect::Cut:
        return QStringLiteral("cut");
    case NetworkEffect::HalfOpen:
        return QStringLiteral("half-open");
    }
    return {};
}

QList<PlannedFault> readFaults(const QJsonValue &value, const DiagnosticSink &fault)
{
    const QJsonArray list = value.toArray();
    if (!value.isArray() || list.size() > kMostFaults) {
        fault(kFaults, ScenarioText::tr("must be a list of at most %1 faults such as "
                                        "[{\"at\": \"2s\", \"kind\": \"server-kill\"}] (got %2)")
                           .arg(QString::number(kMostFaults), shown(value)));
        return {};
    }
    QList<PlannedFault> faults;
    for (qsizetype i = 0; i < list.size(); ++i) {
        faults << FaultReading(list.at(i), pathOf(i), fault).run();
    }
    return faults;
}

QJsonValue faultsToJson(const QList<PlannedFault> &faults)
{
    QJsonArray list;
    for (const PlannedFault &fault : faults) {
        list.append(faultToJson(fault));
    }
    return list;
}

std::vector<Contradiction> findFaultContradictions(const Scenario &scenario,
                                                   const QSet<QString> &faulty)
{
    std::vector<Contradiction> found;
    if (faulty.contains(kFaults)) {
        return found;
    }
    const bool knowsLength = !faulty.contains(QStringLiteral("load.duration")) &&
                             !faulty.contains(QStringLiteral("load.stages")) &&
                             scenario.loadLength() > Duration::zero();
    Duration over = Duration::zero();
    for (qsizetype i = 0; i < scenario.faults.size(); ++i) {
        const PlannedFault &fault = scenario.faults.at(i);
        const QString at = pathOf(i) + QStringLiteral(".at");
        if (fault.action != FaultAction::Network && scenario.target.kind == TargetKind::Http) {
            found.push_back({pathOf(i) + QStringLiteral(".kind"),
                             ScenarioText::tr("must be network with target.kind \"http\": the "
                                              "service's database is not ours (got %1)")
                                 .arg(faultActionKey(fault.action))});
        }
        if (fault.at < over) {
            found.push_back({at, ScenarioText::tr("must not lie before the fault ahead of it is "
                                                  "over, at %1 (got %2)")
                                     .arg(durationText(over), durationText(fault.at))});
        } else if (knowsLength && fault.at >= scenario.loadLength()) {
            found.push_back(
                {at, ScenarioText::tr("must lie before the load ends, at %1 at the "
                                      "latest (got %2)")
                         .arg(durationText(scenario.loadLength()), durationText(fault.at))});
        }
        over = fault.at + fault.length;
    }
    return found;
}

} // namespace stampede
