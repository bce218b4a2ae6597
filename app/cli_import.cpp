// SPDX-License-Identifier: MIT
#include "app/cli_import.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/commands.h"
#include "app/output_files.h"
#include "files/input_file.h"
#include "files/output_file.h"
#include "import/recipe.h"
#include "interleave/query_log.h"
#include "measure/history_writer.h"
#include "record/history_frame.h"
#include "run/http_plan_of.h"
#include "scenario/scenario_reader.h"
#include "text/number_text.h"

#include <QCoreApplication>
#include <QIODevice>

namespace stampede {

namespace {

/// Of one request a few kilobytes are enough.
constexpr qsizetype kLargestQueryLog = qsizetype{64} * 1024 * 1024;

/// What the file says before its operations: what was there before nobody knows but the stock.
HistoryFrame frameOf(const RunHistory &history, std::int64_t coupon)
{
    HistoryFrame frame;
    frame.coupon = coupon;
    frame.couponName = history.coupon.toStdString();
    frame.stock = history.facts.stock;
    frame.stockKnown = history.stockSaid;
    frame.keepsStatuses = true;
    frame.tool = history.tool;
    frame.nameOf = namesOf(history.people);
    return frame;
}

bool writeAll(const RunHistory &history, QIODevice &device)
{
    const auto sink = [&device](std::string_view block) {
        const auto size = static_cast<qint64>(block.size());
        return device.write(block.data(), size) == size;
    };
    if (history.coupons.empty()) {
        return writeHistory(frameOf(history, 1), history.operations, sink);
    }
    std::int64_t coupon = 0;
    return std::all_of(history.coupons.begin(), history.coupons.end(), [&](const auto &each) {
        return writeHistory(frameOf(each, ++coupon), each.operations, sink);
    });
}

void tellRecipe()
{
    printError(UsageText::tr("No request names a person: `stampede-cli import recipe "
                             "k6|jmeter|vegeta|locust` prints what to add to the script, and "
                             "--user SPEC says where they stand."));
}

ExitCode importHistory(const CommandLine &line)
{
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto run = readOtherRun(line, line.history);
    if (!run) {
        return printDiagnostics(run.error());
    }
    for (const QString &remark : run.value().remarks) {
        printError(remark);
    }
    const RunHistory &history = run.value().history;
    if (!history.namesPeople) {
        tellRecipe();
        return ExitCode::Scenario;
    }
    const auto written = writeOutput(
        line.output.history.isEmpty() ? QStringLiteral("/dev/stdout") : line.output.history,
        [&history](QIODevice &device) { return writeAll(history, device); });
    return written ? ExitCode::Success : printUnwritten(written.error(), ExitCode::Success);
}

ExitCode importTransactions(const CommandLine &line)
{
    if (const auto writable = checkOutputs(line); !writable) {
        printError(writable.error());
        return ExitCode::Usage;
    }
    const auto log = readFileUpTo(line.queryLog, kLargestQueryLog);
    if (!log) {
        printError(UsageText::tr("%1: cannot be read: %2").arg(line.queryLog, log.error()));
        return ExitCode::Scenario;
    }
    if (log.value().size() > kLargestQueryLog) {
        printError(UsageText::tr("%1: is larger than 64 MiB; cut out one request of it")
                       .arg(line.queryLog));
        return ExitCode::Scenario;
    }
    const auto draft = transactionsFromLog(log.value(), line.queryLog);
    if (!draft) {
        printError(draft.error());
        return ExitCode::Scenario;
    }
    if (!line.quiet) {
        for (const QString &note : draft.value().notes) {
            printError(note);
        }
    }
    if (line.output.history.isEmpty()) {
        printJson(draft.value().json);
        return ExitCode::Success;
    }
    const auto written = writeOutput(line.output.history, draft.value().json);
    return written ? ExitCode::Success : printUnwritten(written.error(), ExitCode::Success);
}

} // namespace

Result<OtherRun, QStringList> readOtherRun(const CommandLine &line, const QString &path)
{
    OtherRun run;
    if (!line.rules.isEmpty()) {
        auto rules = loadScenario(line.rules, {});
        if (!rules) {
            return Failure{QStringList(rules.error())};
        }
        run.rules = std::move(rules).value();
    }
    ImportOrder order = importOrderOf(line, path, run.rules);
    auto read = importRun(order);
    if (!read) {
        return Failure{read.error()};
    }
    const RunTool tool = read.value().tool;
    const auto requests = static_cast<std::int64_t>(read.value().operations.size());
    const auto stock = line.stock ? line.stock : stockSaidBy(run.rules);
    run = otherRunOf(std::move(read).value(), std::move(run.rules), stock);
    for (const QString &fault : std::as_const(run.faults)) {
        printError(fault);
    }
    if (!line.quiet) {
        printError(UsageText::tr("%1: %2, %3 requests.")
                       .arg(path, QString::fromStdString(tool.name), text::count(requests)));
    }
    return run;
}

ImportOrder importOrderOf(const CommandLine &line, const QString &path, const Scenario &rules)
{
    ImportOrder order;
    order.path = path;
    order.from = line.from;
    order.rules = answerRulesOf(rules);
    order.rulesName = line.rules.isEmpty() ? line.scenario : line.rules;
    order.user = line.user;
    order.coupon =
        line.command == Command::Import || isRequestSpec(line.coupon) ? line.coupon : QString();
    order.request = line.request;
    return order;
}

ExitCode importWhatIsAsked(const CommandLine &line)
{
    if (!line.recipe.isEmpty()) {
        printText(recipeFor(line.recipe));
        return ExitCode::Success;
    }
    if (!line.copied.isEmpty()) {
        return importRequest(line);
    }
    return line.queryLog.isEmpty() ? importHistory(line) : importTransactions(line);
}

} // namespace stampede
