// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/output_files.h"
#include "files/input_file.h"
#include "files/output_file.h"
#include "requests/scenario_draft.h"
#include "scenario/scenario_command.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace stampede {

namespace {

/// What is read, and what fault lines call it.
struct CopiedText
{
    QByteArray content;
    QString place;
};

Result<CopiedText, QString> readCopied(const QString &word)
{
    if (looksLikeRequest(word)) {
        return CopiedText{word.toUtf8(), QStringLiteral("request")};
    }
    if (word == QLatin1String("-")) {
        QFile input;
        if (!input.open(stdin, QIODevice::ReadOnly)) {
            return Failure{
                UsageText::tr("standard input cannot be read: %1").arg(input.errorString())};
        }
        return CopiedText{input.read(kLargestRequestFile + 1), QStringLiteral("-")};
    }
    auto content = readFileUpTo(word, kLargestRequestFile);
    return content ? Result<CopiedText, QString>(CopiedText{std::move(content).value(), word})
                   : Failure{QStringLiteral("%1: %2").arg(word, content.error())};
}

void tell(const CommandLine &line, const FoundRequests &found, const CopiedRequest &picked,
          const DraftedScenario &draft)
{
    printError(UsageText::tr("%1 (%2):").arg(picked.title(), sourceName(found.source)));
    for (const QString &note : draft.notes) {
        printError(QStringLiteral("- ") + note);
    }
    if (!draft.rules.isEmpty()) {
        printError(UsageText::tr("Check these rules, which were made of recorded answers:"));
        for (const QString &rule : draft.rules) {
            printError(QStringLiteral("    ") + rule);
        }
    }
    if (!draft.variables.isEmpty()) {
        printError(UsageText::tr(
            "Set these variables before the run; behind each is where its value stood:"));
        for (const DraftVariable &variable : draft.variables) {
            printError(QStringLiteral("    %1: %2").arg(variable.name, variable.meaning));
        }
    }
    if (!line.drafted.isEmpty()) {
        printError(UsageText::tr("Next: %1")
                       .arg(shellLine({QStringLiteral("stampede-cli"), QStringLiteral("predict"),
                                       line.drafted})));
    }
}

} // namespace

ExitCode importRequest(const CommandLine &line)
{
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto copied = readCopied(line.copied);
    if (!copied) {
        return printDiagnostics({copied.error()});
    }
    const QString &place = copied.value().place;
    const auto found = readRequests(copied.value().content, place);
    if (!found) {
        return printDiagnostics(found.error());
    }
    const auto picked = pickRequest(found.value(), line.pick);
    if (!picked) {
        return printDiagnostics(QStringList(QStringLiteral("%1: %2").arg(place, picked.error())) +
                                listOfRequests(found.value()));
    }
    const auto draft =
        draftScenario(found.value(), {picked.value(), line.user, line.coupon}, place);
    if (!draft) {
        return printDiagnostics(draft.error());
    }
    if (!line.quiet) {
        tell(line, found.value(), found.value().requests[picked.value()], draft.value());
    }
    const QByteArray file = scenarioFile(draft.value());
    if (line.drafted.isEmpty()) {
        printText(QString::fromUtf8(file));
        return ExitCode::Success;
    }
    const auto written = writeOutput(line.drafted, file);
    return written ? ExitCode::Success : printUnwritten(written.error(), ExitCode::Success);
}

} // namespace stampede
