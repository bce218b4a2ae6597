#include "scenario/scenario_reader.h"

#include "scenario/json_path.h"
#include "scenario/settings.h"
#include "scenario/threshold_setting.h"

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

QJsonObject reportedScenario(const Scenario &scenario)
{
    return scenarioToJson(withoutSecrets(scenario));
}

} // namespace stampede
