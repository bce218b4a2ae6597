// SPDX-License-Identifier: MIT
// Writes the manual pages and the completions of the command line from its own table of options,
// while it is built: make_manual man|gui-man|page:FORMAT|bash|zsh|fish FILE. gui-man reads what
// `stampede
// --help` prints.
#include "app/command_line.h"
#include "app/command_words.h"
#include "scenario/presets.h"
#include "scenario/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QTextStream>

#include <cstdio>

using namespace stampede;

namespace {

/// As troff prints it: no dash, backslash or leading dot means anything.
QString roff(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\e"));
    text.replace(QLatin1Char('-'), QLatin1String("\\-"));
    text.replace(QLatin1Char('\''), QLatin1String("\\(aq"));
    text.replace(QLatin1Char('`'), QLatin1String("\\(ga"));
    return text;
}

QString english(const char *text)
{
    return QString::fromUtf8(text);
}

/// The page's head. `section` as in "Commands".
QString manHead(const QString &program, const QString &does)
{
    return QStringLiteral(".TH %1 1 \"\" \"Stampede %2\" \"User Commands\"\n.SH NAME\n%3 \\- %4\n")
        .arg(program.toUpper(), QStringLiteral(STAMPEDE_VERSION), roff(program), roff(does));
}

QString manFoot()
{
    return QStringLiteral(
        ".SH EXIT STATUS\n"
        ".TP\n.B 0\neverything held\n.TP\n.B 2\nwrong usage\n.TP\n.B 95\ncould not be decided\n"
        ".TP\n.B 96\nthe database cannot be reached or is not ours\n.TP\n.B 97\nintegrity broken\n"
        ".TP\n.B 98\nnothing was measured\n.TP\n.B 99\na limit was missed\n"
        ".TP\n.B 104\nscenario, profile or history wrong\n.TP\n.B 105\nended early\n"
        ".SH ENVIRONMENT\n"
        ".TP\n.B STAMPEDE_DATA_DIR\nmoves everything that is kept\n"
        ".TP\n.B STAMPEDE_DB_PASSWORD\nthe password of the database\\(aqs account\n"
        ".TP\n.B STAMPEDE_API_TOKEN\nwhat every request to\n.B serve\nhas to carry\n"
        ".TP\n.B NO_COLOR\nno escape sequences\n"
        ".SH SEE ALSO\n.BR stampede (1),\n.BR stampede\\-cli (1),\n"
        ".BR stampede\\-scenario (5),\n.BR stampede\\-profile (5)\n");
}

QString manual()
{
    QString out = manHead(QStringLiteral("stampede-cli"),
                          QStringLiteral("load-test a coupon service and audit its database"));
    out += QStringLiteral(".SH SYNOPSIS\n.B stampede\\-cli\n.I COMMAND\n[options]\n"
                          ".SH DESCRIPTION\nSends a crowd after a limited coupon and proves from "
                          "the database who got what.\n.SH COMMANDS\n");
    for (const CommandWord &word : commandWords()) {
        out += QStringLiteral(".TP\n.B %1\n%2\n")
                   .arg(roff(english(word.usage)), roff(english(word.help)));
        QStringList options;
        for (const OptionWord &option : optionWords()) {
            if (fits(word.command, option) && !options.contains(english(option.word))) {
                options << english(option.word);
            }
        }
        if (!options.isEmpty()) {
            out +=
                QStringLiteral(".br\nOptions: %1\n").arg(roff(options.join(QStringLiteral(", "))));
        }
    }
    out += QStringLiteral(".SH OPTIONS\n");
    for (const OptionWord &option : optionWords()) {
        out += QStringLiteral(".TP\n.B %1").arg(roff(english(option.word)));
        out += option.value == nullptr
                   ? QStringLiteral("\n")
                   : QStringLiteral(" \\fI%1\\fP\n").arg(roff(english(option.value)));
        out += roff(english(option.help)) + QLatin1Char('\n');
    }
    return out + manFoot();
}

/// From what QCommandLineParser prints: "  --name <VALUE>   words", continued by indented lines.
QString guiManual()
{
    QString out =
        manHead(QStringLiteral("stampede"),
                QStringLiteral("stress sessions with a coupon service, seen live and audited"));
    out +=
        QStringLiteral(".SH SYNOPSIS\n.B stampede\n[options] [\\fISCENARIO\\fP]\n.SH DESCRIPTION\n"
                       "The window.\n.I SCENARIO\nis a file (*.stampede.json) or the name of a "
                       "preset.\n.SH OPTIONS\n");
    QTextStream in(stdin);
    bool isInOptions = false;
    while (!in.atEnd()) {
        const QString line = in.readLine();
        if (line == QLatin1String("Options:")) {
            isInOptions = true;
        } else if (isInOptions && line.startsWith(QLatin1String("  -"))) {
            const qsizetype gap = line.indexOf(QLatin1String("  "), 2);
            out += QStringLiteral(".TP\n.B %1\n").arg(roff(line.mid(2, gap < 0 ? -1 : gap - 2)));
            if (gap >= 0) {
                out += roff(line.mid(gap).trimmed()) + QLatin1Char('\n');
            }
        } else if (isInOptions && line.startsWith(QLatin1String("   "))) {
            out += roff(line.trimmed()) + QLatin1Char('\n');
        } else {
            isInOptions = false;
        }
    }
    return out + manFoot();
}

/// A page of docs/ as a page of section 5: headings, paragraphs, and what is set in a fixed pitch.
QString formatManual(const QString &format)
{
    QString out = QStringLiteral(".TH STAMPEDE\\-%1 5 \"\" \"Stampede %2\" \"File Formats\"\n"
                                 ".SH NAME\nstampede\\-%3 \\- the %3 file of Stampede\n")
                      .arg(format.toUpper(), QStringLiteral(STAMPEDE_VERSION), format);
    static const QRegularExpression links(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    QTextStream in(stdin);
    bool isFixed = false;
    bool isCode = false;
    const auto setFixed = [&](bool fixed) {
        if (fixed != isFixed) {
            out += fixed ? QStringLiteral(".PP\n.nf\n") : QStringLiteral(".fi\n.PP\n");
        }
        isFixed = fixed;
    };
    while (!in.atEnd()) {
        QString line = in.readLine();
        line.replace(links, QStringLiteral("\\1")).remove(QLatin1String("**"));
        if (line.startsWith(QLatin1String("```"))) {
            isCode = !isCode;
            continue;
        }
        setFixed(isCode || line.startsWith(QLatin1Char('|')));
        if (!isFixed && line.startsWith(QLatin1String("##"))) {
            out += QStringLiteral(".SH %1\n").arg(roff(line.section(QLatin1Char(' '), 1)));
        } else if (!isFixed && line.startsWith(QLatin1Char('#'))) {
            out += QStringLiteral(".SH DESCRIPTION\n");
        } else if (!isFixed && line.startsWith(QLatin1String("- "))) {
            out += QStringLiteral(".IP \\(bu 2\n%1\n").arg(roff(line.mid(2)));
        } else if (!isFixed && line.isEmpty()) {
            out += QStringLiteral(".PP\n");
        } else {
            out += QStringLiteral("\\&") + roff(line) + QLatin1Char('\n');
        }
    }
    setFixed(false);
    return out + QStringLiteral(".SH SEE ALSO\n.BR stampede (1),\n.BR stampede\\-cli (1)\n");
}

QStringList optionsOf(Command command)
{
    QStringList words;
    for (const OptionWord &option : optionWords()) {
        if (fits(command, option) && !words.contains(english(option.word))) {
            words << english(option.word);
        }
    }
    return words;
}

QString commandNames()
{
    QStringList names;
    for (const CommandWord &word : commandWords()) {
        names << english(word.word);
    }
    return names.join(QLatin1Char(' '));
}

/// Names that stand in the program.
QString presetNames()
{
    QStringList names;
    for (const Preset &preset : presets()) {
        names << preset.id;
    }
    return names.join(QLatin1Char(' '));
}

QString settingPaths()
{
    QStringList paths;
    for (const Setting &setting : settings()) {
        paths << setting.path;
    }
    return paths.join(QLatin1Char(' '));
}

/// What a shell runs for the ids of the kept runs.
constexpr auto kRuns = R"sh(stampede-cli runs --json 2>/dev/null | )sh"
                       R"sh(sed -n 's/^ *"id": "\([0-9a-f]*\)".*/\1/p')sh";

QString bash()
{
    QString out =
        QStringLiteral(
            "# bash completion of stampede-cli\n"
            "_stampede_cli() {\n"
            "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
            "    local command=${COMP_WORDS[1]} words=\n"
            "    COMPREPLY=()\n"
            "    case $before in\n"
            "    --set | --over)\n"
            "        compopt -o nospace 2>/dev/null\n"
            "        mapfile -t COMPREPLY < <(compgen -S = -W \"$(%1)\" -- \"$word\")\n"
            "        return ;;\n"
            "    --baseline | --run)\n"
            "        mapfile -t COMPREPLY < <(compgen -W \"last $(%2)\" -- \"$word\"; compgen -f "
            "-- \"$word\")\n"
            "        return ;;\n"
            "    --language)\n"
            "        mapfile -t COMPREPLY < <(compgen -W 'en ko' -- \"$word\")\n"
            "        return ;;\n"
            "    esac\n"
            "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
            "        mapfile -t COMPREPLY < <(compgen -W '%3 --help --version' -- \"$word\")\n"
            "        return\n"
            "    fi\n"
            "    case $command in\n")
            .arg(settingPaths(), QLatin1String(kRuns), commandNames());
    for (const CommandWord &word : commandWords()) {
        out += QStringLiteral("    %1) words='%2' ;;\n")
                   .arg(english(word.word), optionsOf(word.command).join(QLatin1Char(' ')));
    }
    out += QStringLiteral(
               "    esac\n"
               "    if [[ $word == -* ]]; then\n"
               "        mapfile -t COMPREPLY < <(compgen -W \"$words --help\" -- \"$word\")\n"
               "        return\n"
               "    fi\n"
               "    case $command in\n"
               "    run | predict | sweep | presets) words='%1' ;;\n"
               "    report | compare | verify) words=\"last $(%2)\" ;;\n"
               "    *) words= ;;\n"
               "    esac\n"
               "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; compgen -f -- "
               "\"$word\")\n"
               "}\n"
               "complete -o filenames -F _stampede_cli stampede-cli\n")
               .arg(presetNames(), QLatin1String(kRuns));
    return out;
}

QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

/// In zsh's lists a colon ends the name and brackets enclose the words.
QString zshWords(const char *text)
{
    QString words = english(text);
    words.replace(QLatin1Char('['), QLatin1Char('(')).replace(QLatin1Char(']'), QLatin1Char(')'));
    return words.replace(QLatin1Char(':'), QLatin1String("\\:"));
}

QString zsh()
{
    QString out = QStringLiteral("#compdef stampede-cli\n_stampede_cli() {\n"
                                 "    local -a commands options\n    commands=(\n");
    for (const CommandWord &word : commandWords()) {
        out += QStringLiteral("        %1\n")
                   .arg(quoted(english(word.word) + QLatin1Char(':') + zshWords(word.help)));
    }
    out += QStringLiteral("    )\n"
                          "    if (( CURRENT == 2 )); then\n"
                          "        _describe command commands\n        return\n    fi\n"
                          "    case $words[CURRENT-1] in\n"
                          "    --set|--over) compadd -S = -- %1; return ;;\n"
                          "    --baseline|--run) compadd last ${(f)\"$(%2)\"}; _files; return ;;\n"
                          "    --language) compadd en ko; return ;;\n"
                          "    esac\n"
                          "    case $words[2] in\n")
               .arg(settingPaths(), QLatin1String(kRuns));
    for (const CommandWord &word : commandWords()) {
        out += QStringLiteral("    %1) options=(\n").arg(english(word.word));
        QStringList seen;
        for (const OptionWord &option : optionWords()) {
            if (fits(word.command, option) && !seen.contains(english(option.word))) {
                seen << english(option.word);
                out += QStringLiteral("        %1\n")
                           .arg(quoted(english(option.word) + QLatin1Char(':') +
                                       zshWords(option.help)));
            }
        }
        out += QStringLiteral("    ) ;;\n");
    }
    out += QStringLiteral("    esac\n"
                          "    if [[ $PREFIX == -* ]]; then\n"
                          "        _describe option options\n        return\n    fi\n"
                          "    case $words[2] in\n"
                          "    run|predict|sweep|presets) compadd -- %1; _files ;;\n"
                          "    report|compare|verify) compadd -- last ${(f)\"$(%2)\"}; _files ;;\n"
                          "    *) _files ;;\n"
                          "    esac\n}\n_stampede_cli \"$@\"\n")
               .arg(presetNames(), QLatin1String(kRuns));
    return out;
}

QString fish()
{
    QString out = QStringLiteral("# fish completion of stampede-cli\n");
    const auto add = [&out](const QString &line) {
        out += QStringLiteral("complete -c stampede-cli ") + line + QLatin1Char('\n');
    };
    for (const CommandWord &word : commandWords()) {
        add(QStringLiteral("-n __fish_use_subcommand -f -a %1 -d %2")
                .arg(english(word.word), quoted(english(word.help))));
        for (const OptionWord &option : optionWords()) {
            if (!fits(word.command, option)) {
                continue;
            }
            add(QStringLiteral("-n '__fish_seen_subcommand_from %1' -l %2%3 -d %4")
                    .arg(english(word.word), english(option.word).mid(2),
                         option.value == nullptr ? QString() : QStringLiteral(" -r"),
                         quoted(english(option.help))));
        }
    }
    add(QStringLiteral("-n '__fish_seen_subcommand_from run predict sweep presets' -a '%1'")
            .arg(presetNames()));
    add(QStringLiteral("-n '__fish_seen_subcommand_from report compare verify' -a \"last (%1)\"")
            .arg(QLatin1String(kRuns)));
    add(QStringLiteral("-l set -x -a '%1'").arg(settingPaths()));
    return out;
}

} // namespace

int main(int argc, char *argv[])
{
    const QString kind = argc == 3 ? QString::fromLocal8Bit(argv[1]) : QString();
    const QString text = kind == QLatin1String("man")              ? manual()
                         : kind == QLatin1String("gui-man")        ? guiManual()
                         : kind == QLatin1String("bash")           ? bash()
                         : kind == QLatin1String("zsh")            ? zsh()
                         : kind == QLatin1String("fish")           ? fish()
                         : kind.startsWith(QLatin1String("page:")) ? formatManual(kind.mid(5))
                                                                   : QString();
    QFile file(argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString());
    if (text.isEmpty() || !file.open(QIODevice::WriteOnly) ||
        file.write(text.toUtf8()) != text.toUtf8().size()) {
        std::fputs("usage: make_manual man|gui-man|page:FORMAT|bash|zsh|fish FILE\n", stderr);
        return 2;
    }
    return 0;
}
