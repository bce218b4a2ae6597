// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include "app/command_words.h"
#include "compare/comparison.h"
#include "database/database_url.h"
#include "import/imported_run.h"
#include "import/recipe.h"
#include "interleave/issuing_meeting.h"
#include "scenario/settle_setting.h"
#include "text/language.h"
#include "text/nearest_name.h"

#include <QCommandLineParser>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace stampede {

namespace {

/// Its word without the dashes, as QCommandLineParser knows it.
QString bareNameOf(const OptionWord &option)
{
    return QString::fromLatin1(option.word).mid(2);
}

/// The words as QCommandLineParser takes them, the program's name first.
QStringList withProgram(const QStringList &words)
{
    return QStringList(QStringLiteral("stampede-cli")) + words;
}

/// Knows every option of the commands that `belongs` lets through, once.
template<typename Belongs>
void addOptions(QCommandLineParser &parser, const Belongs &belongs)
{
    QSet<QString> added;
    for (const OptionWord &option : optionWords()) {
        const QString name = bareNameOf(option);
        if (belongs(option) && !added.contains(name)) {
            added.insert(name);
            const QStringList names = option.option == Option::Output
                                          ? QStringList{QStringLiteral("o"), name}
                                          : QStringList(name);
            parser.addOption({names, QString(), QString::fromLatin1(option.value)});
        }
    }
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
}

/// The option of that name that belongs to the command.
const OptionWord &optionNamed(const QString &name, Command command)
{
    const auto options = optionWords();
    const auto found = std::find_if(options.begin(), options.end(), [&](const OptionWord &option) {
        const bool isShort = name == QLatin1String("o") && option.option == Option::Output;
        return (bareNameOf(option) == name || isShort) && fits(command, option);
    });
    STAMPEDE_CHECK(found != options.end());
    return *found;
}

QString nearestOption(const QString &word, Command command)
{
    QStringList words;
    for (const OptionWord &option : optionWords()) {
        if (fits(command, option)) {
            words << QString::fromLatin1(option.word);
        }
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

Result<void, QString> takeStock(CommandLine &line, const QString &value)
{
    bool isNumber = false;
    const qlonglong stock = value.toLongLong(&isNumber);
    if (!isNumber || stock < 0) {
        return Failure{UsageText::tr("--stock %1: expected a whole number from 0 on.").arg(value)};
    }
    line.stock = stock;
    return {};
}

Result<void, QString> takeSituation(CommandLine &line, const QString &value)
{
    if (!situationOf(value)) {
        QStringList keys;
        for (const Situation situation : kAllSituations) {
            keys << situationKey(situation);
        }
        return Failure{UsageText::tr("--situation %1 is not known; there are %2.")
                           .arg(value, keys.join(QStringLiteral(", ")))};
    }
    line.situation = value;
    return {};
}

Result<void, QString> takeSchedule(CommandLine &line, const QString &value)
{
    static const QRegularExpression letters(QStringLiteral("^[ABC]{1,90}$"));
    if (!letters.match(value).hasMatch()) {
        return Failure{
            UsageText::tr("--schedule %1: expected a letter a step, e.g. AABBBBBAAA.").arg(value)};
    }
    line.schedule = value;
    return {};
}

Result<void, QString> takeChapters(CommandLine &line, const QString &value)
{
    QSet<Chapter> chapters;
    for (const QString &key : value.split(QLatin1Char(','))) {
        const auto chapter = chapterOf(key.trimmed());
        if (!chapter) {
            QStringList keys;
            for (int i = 0; i < kChapterCount; ++i) {
                keys << chapterKey(static_cast<Chapter>(i));
            }
            return Failure{UsageText::tr("--chapters %1: there are %2.")
                               .arg(key, keys.join(QStringLiteral(", ")))};
        }
        chapters.insert(*chapter);
    }
    line.output.chapters = chapters;
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
        line.namesDatabase = true;
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
    case Option::Situation:
        return takeSituation(line, value);
    case Option::Matrix:
        line.matrix = true;
        return {};
    case Option::Schedule:
        return takeSchedule(line, value);
    case Option::Script:
        line.script = value;
        return {};
    case Option::Baseline:
        line.baseline = value;
        return {};
    case Option::Chapters:
        return takeChapters(line, value);
    case Option::Pseudonyms:
        line.output.pseudonyms = true;
        return {};
    case Option::JsonList:
        line.listsAsJson = true;
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
        line.coupons << value;
        return {};
    case Option::PastRun:
        line.history = value;
        return {};
    case Option::Settle: {
        const auto settle = parseSettle(value);
        if (!settle) {
            return Failure{settle.error()};
        }
        line.settle = settle.value();
        return {};
    }
    case Option::Snapshot:
        line.snapshot = value;
        return {};
    case Option::Before:
        line.before = value;
        return {};
    case Option::Rules:
        line.rules = value;
        return {};
    case Option::User:
        line.user = value;
        return {};
    case Option::Stock:
        return takeStock(line, value);
    case Option::Request:
        line.request = value;
        return {};
    case Option::Attach:
        if (value != QLatin1String("k6-json:-")) {
            return Failure{UsageText::tr("--attach %1 is not known; there is k6-json:- (what k6 "
                                         "writes with --out json=-, on standard input).")
                               .arg(value)};
        }
        line.attach = value;
        return {};
    case Option::From:
        if (!importFormats().contains(value)) {
            return Failure{UsageText::tr("--from %1 is not known; there are %2.")
                               .arg(value, importFormats().join(QStringLiteral(", ")))};
        }
        line.from = value;
        return {};
    case Option::Pick:
        line.pick = value;
        return {};
    case Option::Output:
        (line.copied.isEmpty() ? line.output.history : line.drafted) = value;
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
    case Option::Force:
        line.force = true;
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

/// Whether another command has an option of that word.
bool isOfAnother(const QString &word)
{
    const auto options = optionWords();
    return std::any_of(options.begin(), options.end(), [&word](const OptionWord &option) {
        return word == QLatin1String(option.word);
    });
}

bool takesRuns(Command command)
{
    return command == Command::Report || command == Command::Compare || command == Command::Verify;
}

/// Whether the command has got as many runs as it takes, and something to do with them.
Result<void, QString> judgeRuns(const CommandLine &line)
{
    constexpr qsizetype kLeast = 2;
    const auto runs = line.runs.size();
    if (line.command == Command::Compare) {
        return runs >= kLeast && runs <= kMostCompared
                   ? Result<void, QString>()
                   : Failure{UsageText::tr("compare takes two to six runs: ids, the beginning of "
                                           "one, or last (see `stampede-cli runs`).")};
    }
    if (runs != 1) {
        return Failure{UsageText::tr("%1 takes one run: its id, the beginning of it, last, or a "
                                     "history file (see `stampede-cli runs`).")
                           .arg(line.again.first())};
    }
    if (line.command == Command::Report && !line.output.any()) {
        return Failure{UsageText::tr("report needs --out DIR, or a file for one form, e.g. --pdf "
                                     "FILE.")};
    }
    return {};
}

/// Whether what was asked of `interleave` goes together.
Result<void, QString> judgeInterleave(const CommandLine &line)
{
    if (line.matrix && !line.schedule.isEmpty()) {
        return Failure{UsageText::tr("--matrix carries out every order: --schedule does not go "
                                     "with it.")};
    }
    if (line.matrix && !line.script.isEmpty()) {
        return Failure{UsageText::tr("A script is of one order: --script does not go with "
                                     "--matrix.")};
    }
    const auto url = parseDatabaseUrl(line.database);
    if (url && url.value().kind != DatabaseUrl::Kind::Managed) {
        return Failure{UsageText::tr("interleave runs on a private server only: --database takes "
                                     "managed: or managed:DIR.")};
    }
    return {};
}

bool takesOptionsOnly(Command command)
{
    return command == Command::Audit || command == Command::Serve || command == Command::Runs ||
           command == Command::Doctor;
}

/// Takes "request WHAT", "history FILE", "transactions FILE" or "recipe TOOL".
Result<void, QString> takeImport(CommandLine &line, const QStringList &subjects)
{
    const QString what = subjects.value(0);
    if (what == QLatin1String("request") && subjects.size() == 2 && !subjects[1].isEmpty()) {
        line.copied = subjects[1];
        return {};
    }
    if (what == QLatin1String("history") && subjects.size() == 2) {
        line.history = subjects[1];
        return {};
    }
    if (what == QLatin1String("transactions") && subjects.size() == 2) {
        line.queryLog = subjects[1];
        return {};
    }
    if (what == QLatin1String("recipe") && recipeTools().contains(subjects.value(1)) &&
        subjects.size() == 2) {
        line.recipe = subjects[1];
        return {};
    }
    return Failure{UsageText::tr("import takes request and a copied request or a FILE, history "
                                 "FILE, transactions FILE, or recipe and one of %1.")
                       .arg(recipeTools().join(QStringLiteral(", ")))};
}

/// Whether the options are those of what is imported.
Result<void, QString> judgeImport(const CommandLine &line)
{
    const bool isRequest = !line.copied.isEmpty();
    for (const auto &[option, isGiven] : {std::pair("--rules", !line.rules.isEmpty()),
                                          {"--request", !line.request.isEmpty()},
                                          {"--from", !line.from.isEmpty()},
                                          {"--stock", line.stock.has_value()}}) {
        if (isRequest && isGiven) {
            return Failure{UsageText::tr("%1 belongs to import history; leave it out.")
                               .arg(QLatin1String(option))};
        }
    }
    return isRequest || line.pick.isEmpty()
               ? Result<void, QString>()
               : Failure{UsageText::tr("%1 belongs to import request; leave it out.")
                             .arg(QStringLiteral("--pick"))};
}

/// Takes what is no option: the runs, the scenario or the history.
Result<void, QString> takeSubjects(CommandLine &line, const QStringList &subjects)
{
    if (takesRuns(line.command)) {
        line.runs = subjects;
        return {};
    }
    if (takesOptionsOnly(line.command) && !subjects.isEmpty()) {
        return Failure{UsageText::tr("%1 takes options only; %2 is none.")
                           .arg(line.again.constFirst(), subjects.constFirst())};
    }
    if (line.command == Command::Import) {
        return takeImport(line, subjects);
    }
    const bool isHistory = line.command == Command::CheckHistory;
    if (subjects.size() > 1) {
        return Failure{(isHistory ? UsageText::tr("One file at a time: %1 and %2 were given.")
                                  : UsageText::tr("One scenario at a time: %1 and %2 were given."))
                           .arg(subjects[0], subjects[1])};
    }
    (isHistory ? line.history : line.scenario) = subjects.value(0);
    return {};
}

/// Takes every option that was given, in that order: later ones outweigh earlier ones.
Result<void, QString> takeOptions(CommandLine &line, const QCommandLineParser &parser)
{
    QHash<QString, qsizetype> taken;
    for (const QString &name : parser.optionNames()) {
        const OptionWord &option = optionNamed(name, line.command);
        const QString word = QString::fromLatin1(option.word);
        const QString value =
            option.value == nullptr ? QString() : parser.values(name).value(taken[name]++);
        if (option.value != nullptr && value.isEmpty()) {
            return Failure{UsageText::tr("%1 needs a value: %1 %2.")
                               .arg(word, QString::fromLatin1(option.value))};
        }
        if (auto right = take(line, option, value); !right) {
            return right;
        }
        if (option.repeats) {
            line.again << word << value;
        }
    }
    return {};
}

/// Takes the words behind the command's.
Result<void, QString> takeWords(CommandLine &line, const QStringList &words)
{
    QCommandLineParser parser;
    addOptions(parser, [&line](const OptionWord &option) { return fits(line.command, option); });
    const bool understood = parser.parse(withProgram(words));
    if (parser.isSet(QStringLiteral("help"))) {
        line.helpFor = line.again.constFirst();
        line.command = Command::Help;
        return {};
    }
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty()) {
        const QString word =
            (unknown.constFirst().size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) +
            unknown.constFirst();
        return unknownWord(UsageText::tr("The option"), word,
                           isOfAnother(word) ? QString() : nearestOption(word, line.command));
    }
    const QStringList subjects = parser.positionalArguments();
    const bool looksLikeOption =
        std::any_of(subjects.begin(), subjects.end(), [](const QString &subject) {
            return subject.size() > 1 && subject.startsWith(QLatin1Char('-'));
        });
    if (auto taken = takeSubjects(line, subjects); !taken) {
        return usageError(taken.error());
    }
    if (!looksLikeOption) {
        line.again << subjects;
    }
    if (auto taken = takeOptions(line, parser); !taken) {
        return usageError(taken.error());
    }
    if (looksLikeOption) {
        line.again << QStringLiteral("--") << subjects;
    }
    return understood ? Result<void, QString>() : usageError(parser.errorText());
}

/// What goes with --attach only, or not with it; empty where all is right.
QString attachFault(const CommandLine &line)
{
    if (line.attach.isEmpty()) {
        const bool needs =
            !line.user.isEmpty() || !line.request.isEmpty() || line.stock || !line.before.isEmpty();
        return needs
                   ? UsageText::tr("--user, --request, --stock and --before of run need --attach.")
                   : QString();
    }
    const auto ofLoad =
        std::find_if(line.overrides.begin(), line.overrides.end(), [](const Override &override) {
            return override.path.startsWith(QLatin1String("load.")) ||
                   override.path.startsWith(QLatin1String("users.")) ||
                   override.path == QLatin1String("rounds");
        });
    return ofLoad == line.overrides.end()
               ? QString()
               : UsageText::tr("%1 says nothing with --attach: another tool makes the load.")
                     .arg(ofLoad->path);
}

/// Whether help on the whole program is wanted: asked for before any command.
bool isHelpAskedFor(const QStringList &words)
{
    QCommandLineParser parser;
    addOptions(parser, [](const OptionWord &) { return true; });
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.parse(withProgram(words));
    return parser.isSet(QStringLiteral("help"));
}

} // namespace

bool OutputPaths::any() const
{
    const QStringList all = {folder, json, history, junit, html, markdown, pdf, csv};
    return std::any_of(all.begin(), all.end(), [](const QString &path) { return !path.isEmpty(); });
}

Result<CommandLine, QString> parseCommandLine(const QStringList &words)
{
    CommandLine line;
    if (words.isEmpty() || isHelpAskedFor(words)) {
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
    if (line.command == Command::Help) {
        return line;
    }
    if (line.command == Command::CheckHistory) {
        if (line.history.isEmpty()) {
            return usageError(
                UsageText::tr("check-history needs a file, or - for standard input."));
        }
        return line;
    }
    if (line.command == Command::Import) {
        const auto fitting = judgeImport(line);
        return fitting ? Result<CommandLine, QString>(line) : usageError(fitting.error());
    }
    if (takesRuns(line.command)) {
        const auto enough = judgeRuns(line);
        return enough ? Result<CommandLine, QString>(line) : usageError(enough.error());
    }
    if (line.command == Command::Sweep && line.over.isEmpty()) {
        return usageError(UsageText::tr("sweep needs --over PATH=A,B,C, e.g. --over "
                                        "load.vus=10,50,100."));
    }
    if (line.command == Command::Interleave) {
        const auto possible = judgeInterleave(line);
        return possible ? Result<CommandLine, QString>(line) : usageError(possible.error());
    }
    if (line.command == Command::Run) {
        if (const QString wrong = attachFault(line); !wrong.isEmpty()) {
            return usageError(wrong);
        }
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
    for (qsizetype i = 0; i < words.size() && words[i] != QLatin1String("--"); ++i) {
        if (words[i] == option && i + 1 < words.size()) {
            asked = languageOf(words[i + 1]);
        } else if (words[i].startsWith(option + QLatin1Char('='))) {
            asked = languageOf(words[i].mid(option.size() + 1));
        }
    }
    return asked;
}

} // namespace stampede
