// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

#include <QCoreApplication>

#include <span>

namespace stampede {

/// The translation context of what the command line says about itself.
struct UsageText
{
    Q_DECLARE_TR_FUNCTIONS(UsageText)
};

enum class Option
{
    Database,
    Set,
    Over,
    Vus,
    Iterations,
    LoadDuration,
    Rate,
    Rounds,
    Seed,
    Out,
    Json,
    Html,
    Pdf,
    Markdown,
    Junit,
    Csv,
    History,
    Chapters,
    Pseudonyms,
    Baseline,
    JsonList,
    Profile,
    Coupon,
    PastRun,
    Settle,
    Snapshot,
    Before,
    Rules,
    User,
    Stock,
    Request,
    Situation,
    Matrix,
    Schedule,
    Script,
    Attach,
    From,
    Pick,
    Output,
    Listen,
    Connections,
    Log,
    AllowHost,
    Language,
    Force,
    Quiet,
    NoColor,
};

struct OptionWord
{
    Option option;
    const char *word;
    const char *value;   ///< what follows, null for a flag
    const char *setting; ///< the scenario's path that it stands for, or null
    bool repeats;        ///< belongs to the command that repeats the run
    const char *help;
};

struct CommandWord
{
    Command command;
    const char *word;
    const char *usage;
    const char *help;
};

/// All options and commands, in the order of the help.
std::span<const OptionWord> optionWords();
std::span<const CommandWord> commandWords();

/// Whether the option belongs to that command.
bool fits(Command command, const OptionWord &option);

} // namespace stampede
