// SPDX-License-Identifier: MIT
#include "app/gui_options.h"

#include "app/command_words.h"

#include "text/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace stampede {

namespace {

Result<QSize, QString> parseSize(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return Failure{UsageText::tr("--size %1: expected WIDTHxHEIGHT, e.g. 1280x800.").arg(text)};
    }
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

Result<ThemeMode, QString> parseTheme(const QString &text)
{
    const std::pair<const char *, ThemeMode> themes[] = {{"system", ThemeMode::System},
                                                         {"light", ThemeMode::Light},
                                                         {"dark", ThemeMode::Dark},
                                                         {"contrast", ThemeMode::Contrast}};
    for (const auto &[word, mode] : themes) {
        if (text == QLatin1String(word)) {
            return mode;
        }
    }
    return Failure{
        UsageText::tr("--theme %1 is not known (system, light, dark or contrast).").arg(text)};
}

} // namespace

Result<GuiOptions, QString> parseGuiOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(UsageText::tr(
        "Sends a crowd after a limited coupon and proves from the database who got what."));
    // Not addHelpOption(): its --help-all is the toolkit's, which opens a window first.
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  UsageText::tr("Prints this."));
    parser.addOption(help);
    const auto version = parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("SCENARIO"), UsageText::tr("A file or a preset."),
                                 QStringLiteral("[SCENARIO]"));
    const auto option = [&parser](const char *name, const QString &words, const char *value) {
        QCommandLineOption made(QString::fromLatin1(name), words, QString::fromLatin1(value));
        parser.addOption(made);
        return made;
    };
    const auto database = option("database", UsageText::tr("Where the database is."), "URL");
    const auto run = option("run", UsageText::tr("Runs the scenario at once."), "");
    const auto demo = option("demo",
                             UsageText::tr("Opens the guided demo; with --screenshots it goes "
                                           "through it alone, one picture a step."),
                             "");
    const auto screenshots = option(
        "screenshots", UsageText::tr("One picture a page, after the run with --run."), "DIR");
    const auto during = option("screenshots-during",
                               UsageText::tr("One more of the live page during the run."), "");
    const auto size = option("size", UsageText::tr("Of the window."), "WxH");
    const auto quit =
        option("quit-when-done", UsageText::tr("Ends after the run, with its code."), "");
    const auto theme = option("theme", UsageText::tr("system, light, dark or contrast."), "NAME");
    const auto language = option(
        "language", UsageText::tr("en or ko; the system's unless told otherwise."), "LANGUAGE");
    const auto log = option("log", UsageText::tr("Writes the service's own log."), "FILE");
    const auto force =
        option("force", UsageText::tr("Overwrites files that are no output of Stampede's."), "");
    const bool understood = parser.parse(arguments);
    GuiOptions options;
    if (parser.isSet(help)) {
        options.printAndLeave = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.printAndLeave =
            QStringLiteral("stampede %1\n").arg(QCoreApplication::applicationVersion());
        return options;
    }
    if (!understood) {
        return Failure{parser.errorText()};
    }
    const QStringList scenarios = parser.positionalArguments();
    if (scenarios.size() > 1) {
        return Failure{UsageText::tr("One scenario at a time: %1 and %2 were given.")
                           .arg(scenarios[0], scenarios[1])};
    }
    if (!scenarios.isEmpty()) {
        options.scenario = scenarios.constFirst();
    }
    const auto url = parseDatabaseUrl(parser.isSet(database) ? parser.value(database)
                                                             : QStringLiteral("managed:"));
    if (!url) {
        return Failure{url.error()};
    }
    options.database = url.value();
    if (parser.isSet(size)) {
        const auto wanted = parseSize(parser.value(size));
        if (!wanted) {
            return Failure{wanted.error()};
        }
        options.size = wanted.value();
    }
    if (parser.isSet(theme)) {
        const auto wanted = parseTheme(parser.value(theme));
        if (!wanted) {
            return Failure{wanted.error()};
        }
        options.theme = wanted.value();
    }
    if (parser.isSet(language) && !languageOf(parser.value(language))) {
        return Failure{
            UsageText::tr("--language %1 is not known (en or ko).").arg(parser.value(language))};
    }
    options.run = parser.isSet(run);
    options.screenshots = parser.value(screenshots);
    options.demo = parser.isSet(demo);
    if (options.demo && options.run) {
        return Failure{UsageText::tr("--demo and --run exclude each other.")};
    }
    options.screenshotsDuring = parser.isSet(during);
    if (options.screenshotsDuring && (options.screenshots.isEmpty() || !options.run)) {
        return Failure{UsageText::tr("--screenshots-during needs --screenshots DIR and --run.")};
    }
    options.quitWhenDone = parser.isSet(quit);
    options.log = parser.value(log);
    options.force = parser.isSet(force);
    for (const auto &[given, name] :
         {std::pair(&log, "--log FILE"), std::pair(&screenshots, "--screenshots DIR")}) {
        if (parser.isSet(*given) && parser.value(*given).isEmpty()) {
            return Failure{UsageText::tr("%1: a name is needed.").arg(QLatin1String(name))};
        }
    }
    return options;
}

} // namespace stampede
