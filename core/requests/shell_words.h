// SPDX-License-Identifier: MIT
#pragma once

#include "requests/document.h"

#include <QList>
#include <QString>

namespace stampede {

/// A word of a command line as the program gets it.
struct ShellWord
{
    QString text;
    qsizetype offset = 0; ///< where it begins in the line
};

/// The words of one command.
struct ShellCommand
{
    QList<ShellWord> words;
    QStringList remarks; ///< sentences: what was left out
};

/// Cuts a text into commands and words as bash does: '…', "…", $'…', \, comments, line
/// continuation. $NAME becomes ${env:NAME}, and ${env:NAME} stays; pipes and redirections are left
/// out, which is remarked. Commands in $(…) are a fault.
QList<ShellCommand> bashCommands(const QString &text, InputFaults &faults);

/// The same as cmd.exe and the programs that it starts do: ^ before a character, ^ at the end of a
/// line, "…" with \" or "" inside. Browsers write every backslash twice; both are one.
QList<ShellCommand> cmdCommands(const QString &text, InputFaults &faults);

/// Whether a curl line was copied for cmd.exe.
bool isForCmd(const QString &text);

} // namespace stampede
