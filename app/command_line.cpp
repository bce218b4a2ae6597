#include "app/command_line.h"

#include "app/command_words.h"
#include "report/text_block.h"
#include "text/language.h"
#include "text/nearest_name.h"

namespace stampede {

namespace {

const QString kHelpIndent(6, QLatin1Char(' '));

const OptionWord *findOption(const QString &word)
{
    for (const OptionWord &option : optionWords()) {
        if (word == QLatin1String(option.word)) {
            return &option;
        }
    }
    return nullptr;
}

QString nearestOption(const QString &word)
{
    QStringList words;
    for (const OptionWord &option : optionWords()) {
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

Result<void, QString> takeConnections(CommandLine &line, const QString &value)
{
    constexpr int kMost = 1'000;
    bool isNumber = false;
    const int connections = value.toInt(&isNumber);
    if (!isNumber || connections < 1 || connections > kMost) {
        return Failure{
            UsageText::tr("--connections %1: expected a whole number from 1 to 1000.").arg(value)};
    }
    line.connections = connections;
    return {};
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
    case Option::Over:
        line.over << value;
        return {};
    case Option::Out:
        line.output.folder = value;
        return {};
    case Option::Json:
        line.output.json = value;
        return {};
    case Option::Junit:
        line.output.junit = value;
        return {};
    case Option::Html:
        line.output.html = value;
        return {};
    case Option::Markdown:
        line.output.markdown = value;
        return {};
    case Option::Pdf:
        line.output.pdf = value;
        return {};
    case Option::Csv:
        line.output.csv = value;
        return {};
    case Option::History:
        line.output.history = value;
        return {};
    case Option::Profile:
        line.profile = value;
        return {};
    case Option::Coupon:
        line.coupon = value;
        return {};
    case Option::PastRun:
        line.history = value;
        return {};
    case Option::Listen:
        line.listen = value;
        return {};
    case Option::Connections:
        return takeConnections(line, value);
    case Option::Log:
        line.log = value;
        return {};
    case Option::AllowHost:
        line.allowedHosts << value;
        return {};
    case Option::Language:
        if (!languageOf(value)) { // who started the program has applied it already
            return Failure{UsageText::tr("--language %1 is not known (en or ko).").arg(value)};
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
    case Option::LoadDuration:
    case Option::Rate:
    case Option::Rounds:
    case Option::Seed:
        break;
    }
    STAMPEDE_CHECK(false);
}

bool takesOptionsOnly(Command command)
{
    return command == Command::Audit || command == Command::Serve;
}

Result<void, QString> takeWords(CommandLine &line, const QStringList &words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString word = words[i];
        if (!word.startsWith(QLatin1Char('-')) || word == QLatin1String("-")) {
            const bool isHistory = line.command == Command::CheckHistory;
            if (takesOptionsOnly(line.command)) {
                return usageError(UsageText::tr("%1 takes options only; %2 is none.")
                                      .arg(line.again.first(), word));
            }
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
        for (const CommandWord &command : commandWords()) {
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
    for (const CommandWord &command : commandWords()) {
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
    if (line.command == Command::Sweep && line.over.isEmpty()) {
        return usageError(UsageText::tr("sweep needs --over PATH=A,B,C, e.g. --over "
                                        "load.vus=10,50,100."));
    }
    if (line.scenario.isEmpty() && line.command != Command::Presets &&
        !takesOptionsOnly(line.command)) {
        return usageError(UsageText::tr("%1 needs a scenario: a file, or a preset (see "
                                        "`stampede-cli presets`).")
                              .arg(words.first()));
    }
    return line;
}

std::optional<Language> languageAskedFor(const QStringList &words)
{
    const QString option = QStringLiteral("--language");
    std::optional<Language> asked;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == option && i + 1 < words.size()) {
            asked = languageOf(words[i + 1]);
        } else if (words[i].startsWith(option + QLatin1Char('='))) {
            asked = languageOf(words[i].mid(option.size() + 1));
        }
    }
    return asked;
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
    for (const CommandWord &word : commandWords()) {
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
        const Command shown = command == QLatin1String("predict") ? Command::Predict
                              : command == QLatin1String("audit") ? Command::Audit
                              : command == QLatin1String("serve") ? Command::Serve
                              : command == QLatin1String("sweep") ? Command::Sweep
                                                                  : Command::Run;
        for (const OptionWord &option : optionWords()) {
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
    if (!isHistory && command != QLatin1String("audit") && command != QLatin1String("serve")) {
        out +=
            wrapped(UsageText::tr("SCENARIO is a file (*.stampede.json) or the name of a preset. "
                                  "STAMPEDE_DATA_DIR moves everything that is kept."));
    }
    out += wrapped(UsageText::tr(
        "Exit codes: 0 everything held, 2 wrong usage, 95 could not be decided, 96 "
        "database not reachable or not ours, 97 integrity broken, 98 nothing "
        "measured, 99 a limit missed, 104 scenario, profile or history wrong, 105 ended "
        "early."));
    return out;
}

} // namespace stampede
