// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/diagnostic_sink.h"
#include "scenario/scenario.h"

#include <QJsonValue>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace stampede {

/// One setting of the scenario file: where it stands, what it may be, and which member it is.
/// Defaults are the members' initial values in scenario.h.
struct Setting
{
    QString path;      ///< "load.vus"
    bool text = false; ///< free text, so that a command line's 7 means "7"
    /// Puts the value into the scenario, or says what it must be and leaves the scenario alone.
    std::function<std::optional<QString>(const QJsonValue &, Scenario &)> read;
    /// The value in the file; undefined where the setting has no use in this scenario.
    std::function<QJsonValue(const Scenario &)> write;
    /// Instead of `read`, for a value with an inside: tells each fault by its path.
    using ReadDeep = std::function<void(const QJsonValue &, Scenario &, const DiagnosticSink &)>;
    ReadDeep readDeep{};
};

inline constexpr auto kSchema = "stampede.scenario/1";
inline constexpr qsizetype kLongestName = 200; ///< of a scenario, in UTF-16 units
inline constexpr std::int64_t kMostUsers = 1'000'000;
inline constexpr int kMostVusInProcess = 2000;
inline constexpr int kMostVusOverHttp = 10'000;
/// Of a scenario with that target.
constexpr int mostVusOf(TargetKind target)
{
    return target == TargetKind::Http ? kMostVusOverHttp : kMostVusInProcess;
}
/// The most requests of a run.
inline constexpr std::int64_t kMostRequests = 100'000'000;

/// Every setting but the thresholds, in the order of the contract. Any thread.
const std::vector<Setting> &settings();

/// The setting at that path, or nullptr.
const Setting *findSetting(const QString &path);
/// Whether settings stand below that path, e.g. "service.layers".
bool isSettingGroup(const QString &path);
/// The keys that may stand directly in that group; the empty path is the whole file.
QStringList keysOfGroup(const QString &path);

/// The path of the thresholds, which are a list under each metric's name.
QString thresholdsPath();

} // namespace stampede
