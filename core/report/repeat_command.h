// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// The command that makes a scenario's run again: the nearest preset with what differs as --set, or
/// the file scenario.stampede.json where no preset is near.
QString repeatCommand(const Scenario &scenario);

/// What has to be known before that command is given: what it does to a service of somebody else,
/// and the files that it reads. Sentences.
QStringList repeatNeeds(const Scenario &scenario);

/// The commands that judge a history again and compare its fingerprint: the archive's of that run,
/// unless it is empty, and the exported file's.
QStringList verifyCommands(const QString &run);

} // namespace stampede
