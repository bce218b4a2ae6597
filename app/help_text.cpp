// SPDX-License-Identifier: MIT
#include "app/command_line.h"
#include "app/command_words.h"
#include "text/text_block.h"

#include <algorithm>

namespace stampede {

namespace {

const QString kHelpIndent(6, QLatin1Char(' '));

/// The command of that name; Run, which has most options, for all of them.
Command commandOf(const QString &name)
{
    for (const CommandWord &word : commandWords()) {
        if (name == QLatin1String(word.word)) {
            return word.command;
        }
    }
    return Command::Run;
}

QString optionsText(Command command)
{
    QString out;
    for (const OptionWord &option : optionWords()) {
        if (fits(command, option)) {
            const QString value = option.value == nullptr
                                      ? QString()
                                      : QStringLiteral(" ") + QString::fromLatin1(option.value);
            out += QStringLiteral("  %1%2\n").arg(QString::fromLatin1(option.word), value) +
                   wrapped(UsageText::tr(option.help), kHelpIndent);
        }
    }
    return out.isEmpty() ? out
                         : QLatin1Char('\n') + UsageText::tr("Options:") + QLatin1Char('\n') + out;
}

bool takesScenario(const QString &command)
{
    return command.isEmpty() || command == QLatin1String("run") ||
           command == QLatin1String("predict") || command == QLatin1String("presets") ||
           command == QLatin1String("sweep") || command == QLatin1String("interleave");
}

bool takesRun(const QString &command)
{
    return command.isEmpty() || command == QLatin1String("report") ||
           command == QLatin1String("compare") || command == QLatin1String("verify") ||
           command == QLatin1String("run");
}

} // namespace

QString helpText(const QString &command)
{
    QString out;
    if (command.isEmpty()) {
        out += wrapped(
            UsageText::tr("Sends a crowd after a limited coupon and proves from the database who "
                          "got what."));
        out += QLatin1Char('\n');
    }
    out += UsageText::tr("Usage:") + QLatin1Char('\n');
    for (const CommandWord &word : commandWords()) {
        if (command.isEmpty() || command == QLatin1String(word.word)) {
            out += QStringLiteral("  stampede-cli %1\n").arg(QString::fromLatin1(word.usage)) +
                   wrapped(UsageText::tr(word.help), kHelpIndent);
        }
    }
    if (command.isEmpty()) {
        out += QStringLiteral("  stampede-cli --help | --version\n");
    }
    out += optionsText(commandOf(command)) + QLatin1Char('\n');
    if (takesScenario(command)) {
        out +=
            wrapped(UsageText::tr("SCENARIO is a file (*.stampede.json) or the name of a preset. "
                                  "STAMPEDE_DATA_DIR moves everything that is kept."));
    }
    if (takesRun(command)) {
        out += wrapped(UsageText::tr("RUN is the id of a run in the archive, the beginning of one, "
                                     "last, or a history file that a run wrote."));
    }
    out += wrapped(UsageText::tr(
        "Exit codes: 0 everything held, 2 wrong usage, 95 could not be decided, 96 "
        "database not reachable or not ours, 97 integrity broken, 98 nothing "
        "measured, 99 a limit missed, 104 scenario, profile or history wrong, 105 ended "
        "early."));
    return out;
}

} // namespace stampede
