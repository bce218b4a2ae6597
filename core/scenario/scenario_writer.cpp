// SPDX-License-Identifier: MIT
#include "scenario/scenario_reader.h"

#include "scenario/json_path.h"
#include "scenario/settings.h"
#include "scenario/step_setting.h"
#include "scenario/threshold_setting.h"

#include <QJsonArray>
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
    for (StepSettings &step : shown.target.steps) {
        hideStepSecrets(step);
    }
    return shown;
}

namespace {

/// A step as it stands in a file, without the secrets that are written out in it.
QJsonObject withoutWrittenSecretsOf(QJsonObject step)
{
    const auto hide = [&step](const QString &group, const auto &isSecret) {
        QJsonObject fields = step.value(group).toObject();
        bool isChanged = false;
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const QString value = field->toString();
            if (!value.isEmpty() && isSecret(field.key()) && isWrittenSecret(field.key(), value)) {
                *field = hiddenSecret();
                isChanged = true;
            }
        }
        if (isChanged) {
            step.insert(group, fields);
        }
    };
    hide(QStringLiteral("headers"), isSecretHeader);
    hide(QStringLiteral("body"), isSecretColumn);
    return step;
}

} // namespace

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
    const QStringList stepsPath = {QStringLiteral("target"), QStringLiteral("steps")};
    QJsonArray steps = valueAt(json, stepsPath).toArray();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject step = withoutWrittenSecretsOf(steps[i].toObject());
        if (step != steps[i].toObject()) {
            steps[i] = step;
            json = withValueAt(json, stepsPath, steps);
            if (hidden != nullptr) {
                hidden->append(QStringLiteral("target.steps[%1]").arg(i));
            }
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
