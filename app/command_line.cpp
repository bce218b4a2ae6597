#include "app/command_line.h"

#include "report/text_block.h"
#include "text/nearest_name.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace stampede {

namespace {

struct UsageText
{
    Q_DECLARE_TR_FUNCTIONS(UsageText)
};

const QString kHelpIndent(6, QLatin1Char(' '));

enum class Option
{
    Database,
    Set,
    Vus,
    Iterations,
    Duration,
    Rate,
    Rounds,
    Seed,
    Out,
    Json,
    History,
    Log,
    AllowHost,
    Language,
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

constexpr std::array kRunOptions = {
    OptionWord{Option::Database, "--database", "URL", nullptr, true,
               QT_TRANSLATE_NOOP(
                   "UsageText", "where the database is: managed: (a private MariaDB, the default), "
                                "managed:DIR, mysql://USER@HOST:PORT/DB or "
                                "mysql://USER@/DB?socket=PATH; the password comes from "
                                "STAMPEDE_DB_PASSWORD or ?password-file=PATH")},
    OptionWord{Option::Set, "--set", "PATH=VALUE", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "overrides one setting of the scenario, e.g. "
                                              "service.layers.rowLock=false")},
    OptionWord{Option::Vus, "--vus", "N", "load.vus", true,
               QT_TRANSLATE_NOOP("UsageText", "virtual users")},
    OptionWord{Option::Iterations, "--iterations", "N", "load.iterations", true,
               QT_TRANSLATE_NOOP("UsageText", "requests")},
    OptionWord{Option::Duration, "--duration", "D", "load.duration", true,
               QT_TRANSLATE_NOOP("UsageText", "the load ends then at the latest, e.g. 30s")},
    OptionWord{Option::Rate, "--rate", "N", "load.rate", true,
               QT_TRANSLATE_NOOP("UsageText", "requests a second, for models that have a rate")},
    OptionWord{Option::Rounds, "--rounds", "N", "rounds", true,
               QT_TRANSLATE_NOOP("UsageText", "repeats within the run")},
    OptionWord{Option::Seed, "--seed", "N", "seed", true,
               QT_TRANSLATE_NOOP("UsageText", "decides who asks when")},
    OptionWord{Option::Out, "--out", "DIR", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every report into this folder")},
    OptionWord{Option::Json, "--json", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the result (stampede.result/1)")},
    OptionWord{Option::History, "--history", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes every operation (stampede.history/1)")},
    OptionWord{Option::Log, "--log", "FILE", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "writes the service's own log")},
    OptionWord{Option::AllowHost, "--allow-host", "NAME", nullptr, true,
               QT_TRANSLATE_NOOP("UsageText", "a host that is not this computer and may be used")},
    OptionWord{Option::Language, "--language", "en", nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "the language of what is printed")},
    OptionWord{Option::Quiet, "--quiet", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "prints the verdict only")},
    OptionWord{Option::NoColor, "--no-color", nullptr, nullptr, false,
               QT_TRANSLATE_NOOP("UsageText", "no escape sequences; NO_COLOR does the same")},
};

struct CommandWord
{
    Command command;
    const char *word;
    const char *usage;
    const char *help;
};

constexpr std::array kCommands = {
    CommandWord{Command::Run, "run", "run SCENARIO [options]",
                QT_TRANSLATE_NOOP("UsageText", "sends the crowd, audits the database, prints the "
                                               "verdict")},
    CommandWord{Command::Predict, "predict", "predict SCENARIO [--set PATH=VALUE]...",
                QT_TRANSLATE_NOOP("UsageText", "what must come out, and faults; touches nothing")},
    CommandWord{
        Command::Presets, "presets", "presets [NAME]",
        QT_TRANSLATE_NOOP("UsageText", "lists the presets, or prints one as a scenario file")},
    CommandWord{Command::CheckHistory, "check-history", "check-history FILE|-",
                QT_TRANSLATE_NOOP("UsageText",
                                  "judges recorded histories (stampede.history/1): could one "
                                  "coupon have given these answers, one request at a time? One "
                                  "JSON verdict a line; - reads standard input")},
};

const OptionWord *findOption(const QString &word)
{
    for (const OptionWord &option : kRunOptions) {
        if (word == QLatin1String(option.word)) {
            return &option;
        }
    }
    return nullptr;
}

QString nearestOption(const QString &word)
{
    QStringList words;
    for (const OptionWord &option : kRunOptions) {
        words << QString::fromLatin1(option.word);
    }
    return text::nearestName(word, words);
}

Failure<QString> usageError(const QString &what)
{
    return Failure{what + QLatin1Char(' ') + UsageText::tr("See `stampede-cli --help`.")};
}

Failure<QString> unknownWord(const QString &kind, const QString &word, const QString &near)
{
    const QString base = UsageText::tr("%1 %2 is not known.").arg(kind, word);
    return usageError(near.isEmpty()
                          ? base
                          : base + QLatin1Char(' ') + UsageText::tr("Did you mean %1?").arg(near));
}

/// Takes one option into the command line. The error is what is wrong with its value.
Result<void, QString> take(CommandLine &line, const OptionWord &option, const QString &value)
{
    if (option.setting != nullptr) {
        line.overrides.append({QString::fromLatin1(option.setting), value});
        return {};
    }
    switch (option.option) {
    case Option::Database:
        line.database = value;
        return {};
    case Option::Set: {
        const qsizetype equals = value.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return Failure{UsageText::tr("--set %1: expected PATH=VALUE.").arg(value)};
        }
        line.overrides.append({value.left(equals), value.mid(equals + 1)});
        return {};
    }
    case Option::Out:
        line.output.folder = value;
        return {};
    case Option::Json:
        line.output.json = value;
        return {};
    case Option::History:
        line.output.history = value;
        return {};
    case Option::Log:
        line.log = value;
        return {};
    case Option::AllowHost:
        line.allowedHosts << value;
        return {};
    case Option::Language:
        if (value != QLatin1String("en")) {
            return Failure{UsageText::tr("--language %1 is not available in this version "
                                         "(available: en).")
                               .arg(value)};
        }
        return {};
    case Option::Quiet:
        line.quiet = true;
        return {};
    case Option::NoColor:
        line.noColor = true;
        return {};
    case Option::Vus:
    case Option::Iterations:
    case Option::Duration:
    case Option::Rate:
    case Option::Rounds:
    case Option::Seed:
        break;
    }
    STAMPEDE_CHECK(false);
}

/// Whether the option belongs to that command.
bool fits(Command command, const OptionWord &option)
{
    if (command == Command::Run) {
        return true;
    }
    return command == Command::Predict &&
           (option.setting != nullptr || option.option == Option::Set);
}

Result<void, QString> takeWords(CommandLine &line, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString word = words[i];
        if (!word.startsWith(QLatin1Char('-')) || word == QLatin1String("-")) {
            const bool isHistory = line.command == Command::CheckHistory;
            QString &subject = isHistory ? line.history : line.scenario;
            if (!subject.isEmpty()) {
                return usageError(
                    (isHistory ? UsageText::tr("One file at a time: %1 and %2 were given.")
                               : UsageText::tr("One scenario at a time: %1 and %2 were given."))
                        .arg(subject, word));
            }
            subject = word;
            line.again << word;
            continue;
        }
        QString value;
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const bool joined = word.startsWith(QLatin1String("--")) && equals > 0;
        if (joined) {
            value = word.mid(equals + 1);
            word = word.left(equals);
        }
        const OptionWord *option = findOption(word);
        if (option == nullptr || !fits(line.command, *option)) {
            return unknownWord(UsageText::tr("The option"), word, nearestOption(word));
        }
        if (option->value == nullptr && joined) {
            return usageError(UsageText::tr("%1 takes no value.").arg(word));
        }
        if (option->value != nullptr && !joined) {
            if (++i == words.size()) {
                return usageError(UsageText::tr("%1 needs a value: %1 %2.")
                                      .arg(word, QString::fromLatin1(option->value)));
            }
            value = words[i];
        }
        if (auto taken = take(line, *option, value); !taken) {
            return usageError(taken.error());
        }
        if (option->repeats) {
            line.again << word << value;
        }
    }
    return {};
}

} // namespace

Result<CommandLine, QString> parseCommandLine(const QStringList &words)
{
    CommandLine line;
    if (words.isEmpty() || words.contains(QStringLiteral("--help")) ||
        words.contains(QStringLiteral("-h"))) {
        for (const CommandWord &command : kCommands) {
            if (!words.isEmpty() && words.first() == QLatin1String(command.word)) {
                line.helpFor = words.first();
            }
        }
        return line;
    }
    if (words.first() == QLatin1String("--version")) {
        line.command = Command::Version;
        return line;
    }
    QStringList known;
    bool found = false;
    for (const CommandWord &command : kCommands) {
        known << QString::fromLatin1(command.word);
        if (words.first() == QLatin1String(command.word)) {
            line.command = command.command;
            found = true;
        }
    }
    if (!found) {
        return unknownWord(UsageText::tr("The command"), words.first(),
                           text::nearestName(words.first(), known));
    }
    line.again << words.first();
    if (auto taken = takeWords(line, words.mid(1)); !taken) {
        return Failure{taken.error()};
    }
    if (line.command == Command::CheckHistory) {
        if (line.history.isEmpty()) {
            return usageError(
                UsageText::tr("check-history needs a file, or - for standard input."));
        }
        return line;
    }
    if (line.scenario.isEmpty() && line.command != Command::Presets) {
        return usageError(UsageText::tr("%1 needs a scenario: a file, or a preset (see "
                                        "`stampede-cli presets`).")
                              .arg(words.first()));
    }
    return line;
}

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
    for (const CommandWord &word : kCommands) {
        if (command.isEmpty() || command == QLatin1String(word.word)) {
            out += QStringLiteral("  stampede-cli %1\n").arg(QString::fromLatin1(word.usage)) +
                   wrapped(UsageText::tr(word.help), kHelpIndent);
        }
    }
    if (command.isEmpty()) {
        out += QStringLiteral("  stampede-cli --help | --version\n");
    }
    const bool isHistory = command == QLatin1String("check-history");
    if (command != QLatin1String("presets") && !isHistory) {
        out += QLatin1Char('\n') + UsageText::tr("Options:") + QLatin1Char('\n');
        const Command shown = command == QLatin1String("predict") ? Command::Predict : Command::Run;
        for (const OptionWord &option : kRunOptions) {
            if (fits(shown, option)) {
                const QString value = option.value == nullptr
                                          ? QString()
                                          : QStringLiteral(" ") + QString::fromLatin1(option.value);
                out += QStringLiteral("  %1%2\n").arg(QString::fromLatin1(option.word), value) +
                       wrapped(UsageText::tr(option.help), kHelpIndent);
            }
        }
    }
    out += QLatin1Char('\n');
    if (!isHistory) {
        out +=
            wrapped(UsageText::tr("SCENARIO is a file (*.stampede.json) or the name of a preset. "
                                  "STAMPEDE_DATA_DIR moves everything that is kept."));
    }
    out += wrapped(
        UsageText::tr("Exit codes: 0 everything held, 2 wrong usage, 95 could not be decided, 96 "
                      "database not reachable or not ours, 97 integrity broken, 98 nothing "
                      "measured, 99 a limit missed, 104 scenario or history wrong, 105 ended "
                      "early."));
    return out;
}

QString shellWord(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=@%+,-]+$"));
    if (plain.match(word).hasMatch()) {
        return word;
    }
    QString quoted = word;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

} // namespace stampede
