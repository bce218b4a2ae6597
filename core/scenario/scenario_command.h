// SPDX-License-Identifier: MIT
#pragma once

#include "scenario/scenario_reader.h"

namespace stampede {

/// A word as a shell reads it back: quoted where it has to be.
QString shellWord(const QString &word);
/// The words as one line for a shell.
QString shellLine(const QStringList &words);

/// Why a scenario cannot be run by a command line alone.
struct NoCommand
{
    QString why;            ///< a sentence
    bool fileHelps = false; ///< a file with the scenario in it can be run
};

/// The `--set` that make `wanted` of the preset or the file `base`, sorted by their paths. They are
/// held against what reading `base` with them gives: where that is anything else, there are none.
Result<QList<Override>, NoCommand> overridesTo(const Scenario &wanted, const QString &base);

/// The words that run `wanted`: stampede-cli run BASE --set PATH=VALUE …
Result<QStringList, NoCommand> commandTo(const Scenario &wanted, const QString &base);

} // namespace stampede
