// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"
#include "scenario/scenario.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace stampede {

/// One `--set PATH=VALUE`.
struct Override
{
    QString path;  ///< e.g. "load.vus"
    QString value; ///< as typed; read as JSON where it is JSON, else as a string
};

/// Every fault found (of more than a hundred the first hundred and their number), one line each,
/// ready to print: "FILE: load.vus: must be between 1 and 2000 (got 0)", or "FILE:LINE:COLUMN: what
/// was expected" for broken JSON.
using Faults = QStringList;

/// In bytes; a longer file is refused.
inline constexpr qsizetype kLargestScenarioFile = 1'048'576;

/// Reads a scenario of schema stampede.scenario/1. `source` is the file's name as the user gave it.
/// All faults are reported at once; nothing is touched.
Result<Scenario, Faults> readScenario(const QByteArray &json, const QString &source,
                                      const QList<Override> &overrides = {});

/// The file of that name, or the preset of that name where there is no such file.
Result<QByteArray, Faults> scenarioContent(const QString &fileOrPreset);

/// Reads the file of that name, or the preset of that name where there is no such file. A name that
/// is neither is a fault that names the nearest preset.
Result<Scenario, Faults> loadScenario(const QString &fileOrPreset,
                                      const QList<Override> &overrides = {});

/// A scenario as far as it can be read, for who mends it.
struct ScenarioSoFar
{
    Scenario scenario; ///< what is wrong has its default
    /// Resolved, with whatever is wrong as it stood: reading it finds the same faults.
    QJsonObject json;
    Faults faults; ///< none where the scenario is complete
};

/// As loadScenario(), but fails only where there is no JSON object of the schema.
Result<ScenarioSoFar, Faults> loadScenarioSoFar(const QString &fileOrPreset);
/// The same of a text. `source` as of readScenario().
Result<ScenarioSoFar, Faults> readScenarioSoFar(const QByteArray &json, const QString &source);

/// The scenario as a resolved JSON object of the schema; readScenario() of it gives it back.
/// Settings without a use in this scenario (`iterations` of Burst, `fixedUser` of Pick::Random, …)
/// are left out and read back as their defaults.
QJsonObject scenarioToJson(const Scenario &scenario);

/// The scenario for reports and archives: values of headers that are secrets by their name are
/// hidden, and readScenario() asks for them again.
Scenario withoutSecrets(const Scenario &scenario);
/// The same as JSON.
QJsonObject reportedScenario(const Scenario &scenario);
/// A scenario's JSON as files may hold it, whether it is possible or not: of headers the secrets
/// that were written out are hidden, of addresses the passwords. Their paths go to `hidden`.
QJsonObject withoutWrittenSecrets(QJsonObject json, QStringList *hidden = nullptr);

/// Reads "250ms", "10s", "1m30s", "1.5s", "2h", "1d" (units d h m s ms us ns) or a bare number of
/// seconds, ≥ 0. Nothing when it is no duration or no whole number of nanoseconds.
std::optional<Duration> parseDuration(const QString &text);
/// The text that parseDuration() reads back as the same duration, in the largest units that fit,
/// e.g. "1m30s", "250ms" or "1.5s". `duration` ≥ 0.
QString durationText(Duration duration);

} // namespace stampede
