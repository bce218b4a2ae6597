// SPDX-License-Identifier: MIT
#pragma once

#include "record/run_record.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace stampede {

/// What a run was made with, as words by the path of each setting; beside the scenario's settings
/// environment.database, environment.host, run.version and run.tool. Lists, limits and headers are
/// one setting each.
QMap<QString, QString> circumstancesOf(const RunRecord &record);

/// What a setting is called beside its switch; its path for the others.
QString settingLabel(const QString &path);

/// The settings in which two scenarios differ, as people call them; what is said about them and
/// their limits do not count.
QStringList differingSettings(const Scenario &one, const Scenario &other);

} // namespace stampede
