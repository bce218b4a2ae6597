#include "report/faults_json.h"

#include "base/clock.h"
#include "report/json_values.h"

#include <QJsonObject>

namespace stampede {

namespace {

double milliseconds(std::int64_t ns)
{
    return static_cast<double>(ns) / static_cast<double>(kNsPerMs);
}

QJsonValue optionalMs(const std::optional<std::int64_t> &ns)
{
    return ns ? QJsonValue(milliseconds(*ns)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonArray injectedFaultsToJson(const std::vector<InjectedFault> &faults)
{
    QJsonArray list;
    for (const InjectedFault &fault : faults) {
        const PlannedFault &planned = fault.planned;
        const bool isNetwork = planned.action == FaultAction::Network;
        const bool isDelay = isNetwork && planned.effect == NetworkEffect::Delay;
        const bool isShare = planned.action == FaultAction::ConnectionsKill;
        list.append(QJsonObject{
            {QStringLiteral("kind"), faultActionKey(planned.action)},
            {QStringLiteral("at_ms"), milliseconds(planned.at.count())},
            {QStringLiteral("for_ms"),
             isShare ? QJsonValue(QJsonValue::Null) : milliseconds(planned.length.count())},
            {QStringLiteral("share"),
             isShare ? QJsonValue(planned.share) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("effect"), isNetwork ? QJsonValue(networkEffectKey(planned.effect))
                                                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("delay_ms"), isDelay ? QJsonValue(milliseconds(planned.delay.count()))
                                                 : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("began_ms"), optionalMs(fault.beganNs)},
            {QStringLiteral("ended_ms"), optionalMs(fault.endedNs)},
            {QStringLiteral("connections"), number(fault.connections)},
            {QStringLiteral("failure"), textOrNull(fault.failure)}});
    }
    return list;
}

} // namespace stampede
