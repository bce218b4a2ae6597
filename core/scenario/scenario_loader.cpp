// SPDX-License-Identifier: MIT
#include "scenario/json_file.h"
#include "scenario/presets.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_text.h"
#include "text/nearest_name.h"

#include <QFileInfo>

namespace stampede {

namespace {

Failure<Faults> oneFault(const QString &source, const QString &text)
{
    return Failure{Faults{QStringLiteral("%1: %2").arg(escaped(source), text)}};
}

QString unknownText(const QString &name)
{
    QStringList ids;
    for (const Preset &preset : presets()) {
        ids.append(preset.id);
    }
    const QString near = text::nearestName(name, ids);
    return near.isEmpty()
               ? ScenarioText::tr("there is no such file and no such preset (presets: %1)")
                     .arg(ids.join(QStringLiteral(", ")))
               : ScenarioText::tr("there is no such file and no such preset (did you mean %1?)")
                     .arg(near);
}

} // namespace

Result<QByteArray, Faults> scenarioContent(const QString &fileOrPreset)
{
    const QFileInfo file(fileOrPreset);
    const QByteArray preset = presetFile(fileOrPreset);
    if (!preset.isEmpty() && (!file.exists() || file.isDir())) {
        return preset;
    }
    if (!file.exists() && !file.isSymLink()) {
        return oneFault(fileOrPreset, unknownText(fileOrPreset));
    }
    if (file.isDir()) {
        return oneFault(fileOrPreset, ScenarioText::tr("is a folder, not a scenario file"));
    }
    auto content = readFileUpTo(fileOrPreset, kLargestScenarioFile);
    if (!content) {
        return oneFault(fileOrPreset, ScenarioText::tr("cannot be read: %1").arg(content.error()));
    }
    return std::move(content).value();
}

Result<Scenario, Faults> loadScenario(const QString &fileOrPreset, const QList<Override> &overrides)
{
    const auto content = scenarioContent(fileOrPreset);
    if (!content) {
        return Failure{content.error()};
    }
    return readScenario(content.value(), fileOrPreset, overrides);
}

} // namespace stampede
