#include "scenario/scenario_reader.h"

#include "scenario/json_path.h"
#include "scenario/settings.h"
#include "scenario/threshold_setting.h"

#include <QRegularExpression>

namespace stampede {

QJsonObject scenarioToJson(const Scenario &scenario)
{
    QJsonObject json;
    for (const Setting &setting : settings()) {
        const QJsonValue value = setting.write(scenario);
        if (!value.isUndefined()) {
            json = withValueAt(json, setting.path, value);
        }
    }
    json.insert(thresholdsPath(), thresholdsToJson(scenario.thresholds));
    return json;
}

Scenario withoutSecrets(const Scenario &scenario)
{
    Scenario shown = scenario;
    for (auto &[name, value] : shown.target.headers) {
        if (isSecretHeader(name)) {
            value = hiddenSecret();
        }
    }
    return shown;
}

QJsonObject withoutWrittenSecrets(QJsonObject json, QStringList *hidden)
{
    const auto hide = [&](const QStringList &keys, const QString &shown) {
        json = withValueAt(json, keys, shown);
        if (hidden != nullptr) {
            hidden->append(keys.join(QLatin1Char('.')));
        }
    };
    const QStringList path = {QStringLiteral("target"), QStringLiteral("headers")};
    const QJsonObject headers = valueAt(json, path).toObject();
    for (const QString &name : headers.keys()) {
        const QString value = headers.value(name).toString();
        if (isWrittenSecret(name, value) && !value.isEmpty()) {
            hide(path + QStringList(name), hiddenSecret());
        }
    }
    // After the colon stands a password, unless it is a port.
    static const QRegularExpression password(
        QStringLiteral(R"(^(\s*[A-Za-z][A-Za-z0-9+.-]*://[^/@:{$]*:)(?!\d*(?:[/?]|$))[^@]*@)"));
    for (const char *each : {"target.url", "target.warmupUrl", "target.audit.database"}) {
        const QStringList keys = QString::fromLatin1(each).split(QLatin1Char('.'));
        const QString url = valueAt(json, keys).toString();
        if (const auto found = password.match(url); found.hasMatch()) {
            hide(keys, found.captured(1) + hiddenSecret() + QLatin1Char('@') +
                           url.mid(found.capturedEnd()));
        }
    }
    return json;
}

QJsonObject reportedScenario(const Scenario &scenario)
{
    return scenarioToJson(withoutSecrets(scenario));
}

} // namespace stampede
