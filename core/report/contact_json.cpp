#include "report/contact_json.h"

#include "report/json_values.h"

#include <QJsonArray>
#include <QJsonObject>

namespace stampede {

QJsonValue contactToJson(const std::optional<ServiceContact> &contact)
{
    if (!contact) {
        return QJsonValue::Null;
    }
    QJsonValue unrecognised(QJsonValue::Null);
    if (contact->firstUnrecognisedStatus) {
        unrecognised = QJsonObject{{QStringLiteral("status"), *contact->firstUnrecognisedStatus},
                                   {QStringLiteral("start"), contact->firstUnrecognised},
                                   {QStringLiteral("why"), textOrNull(contact->whyUnrecognised)}};
    }
    QJsonValue serverError(QJsonValue::Null);
    if (contact->firstServerErrorStatus) {
        serverError = QJsonObject{{QStringLiteral("status"), *contact->firstServerErrorStatus},
                                  {QStringLiteral("start"), contact->firstServerError}};
    }
    QJsonArray ruleHits;
    for (const std::int64_t hits : contact->ruleHits) {
        ruleHits.append(number(hits));
    }
    return QJsonObject{{QStringLiteral("refused_at_start"), contact->refusedAtStart},
                       {QStringLiteral("reconnects"), static_cast<qint64>(contact->reconnects)},
                       {QStringLiteral("late_answers"), static_cast<qint64>(contact->lateAnswers)},
                       {QStringLiteral("first_unrecognised"), unrecognised},
                       {QStringLiteral("first_5xx"), serverError},
                       {QStringLiteral("rule_hits"), ruleHits}};
}

} // namespace stampede
