#pragma once

#include "scenario/scenario.h"

#include <QString>
#include <QStringList>

namespace stampede {

/// A word as a shell reads it back: quoted where it has to be.
QString shellWord(const QString &word);

/// The command that makes a scenario's run again: the nearest preset with what differs as --set, or
/// the file scenario.stampede.json where no preset is near.
QString repeatCommand(const Scenario &scenario);

/// The commands that judge the exported history again and show its fingerprint.
QStringList verifyCommands();

} // namespace stampede
