// SPDX-License-Identifier: MIT
#include "app/commands.h"

#include "app/command_words.h"

#include "app/cli_commands.h"
#include "app/program_start.h"
#include "checker/checker.h"
#include "checker/history_reader.h"
#include "checker/verdict_text.h"
#include "files/input_file.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

#include <unistd.h>

namespace stampede {

namespace {

volatile std::sig_atomic_t s_stopped = 0;

void stop(int)
{
    s_stopped = 1;
}

/// The first SIGINT or SIGTERM breaks off a read; the second ends the program.
void heedSignals()
{
    struct sigaction action = {};
    action.sa_handler = stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int number : kStopSignals) {
        if (!isIgnored(number)) {
            sigaction(number, &action, nullptr);
        }
    }
}

/// A file descriptor as a source of bytes. Keeps why reading failed.
class InputFile
{
public:
    explicit InputFile(const QString &path)
        : m_isOurs(path != QLatin1String("-"))
    {
        if (!m_isOurs) {
            return;
        }
        auto file = openOrdinaryFile(path);
        if (file) {
            m_file = std::move(file).value();
            m_handle = m_file->handle();
        } else {
            m_error = file.error();
        }
    }

    /// Why it cannot be read, or empty.
    [[nodiscard]] QString error() const { return m_error; }

    std::ptrdiff_t read(char *to, std::size_t size)
    {
        for (;;) {
            if (s_stopped != 0) {
                return -1;
            }
            const ssize_t count = ::read(m_handle, to, size);
            if (count >= 0) {
                return count;
            }
            if (errno != EINTR) {
                m_error = qt_error_string(errno);
                return -1;
            }
        }
    }

private:
    bool m_isOurs;
    std::unique_ptr<QFile> m_file;
    int m_handle = STDIN_FILENO;
    QString m_error;
};

bool printLine(const std::string &line)
{
    return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
           std::fflush(stdout) == 0;
}

ExitCode cannotRead(const QString &path, const QString &error)
{
    printError(
        UsageText::tr("%1 cannot be read: %2.")
            .arg(path == QLatin1String("-") ? UsageText::tr("Standard input") : path, error));
    return ExitCode::Scenario;
}

} // namespace

ExitCode checkHistory(const QString &path)
{
    heedSignals();
    InputFile input(path);
    if (!input.error().isEmpty()) {
        return cannotRead(path, input.error());
    }
    HistoryReader reader([&input](char *to, std::size_t size) { return input.read(to, size); });
    bool anyFalse = false;
    bool anyUnusable = false;
    bool anyOpen = false;
    bool any = false;
    while (const auto history = reader.next()) {
        if (s_stopped != 0) {
            break;
        }
        any = true;
        std::string line;
        if (history->usable()) {
            const Judgement judgement = judge(history->facts, history->operations);
            // Where somebody else was writing, rows and answers prove nothing.
            const bool isOpen =
                !judgement.strangers.empty() || isLeftOpen(history->facts, judgement);
            anyFalse = anyFalse || (!judgement.linearizable && !isOpen);
            anyOpen = anyOpen || isOpen;
            line = verdictLine(history->facts, judgement, {history->names, history->userFormat},
                               history->couponName);
        } else {
            anyUnusable = true;
            line = unusableLine(*history);
        }
        if (!printLine(line)) {
            printError(
                UsageText::tr("The verdict cannot be written: %1.").arg(qt_error_string(errno)));
            return ExitCode::Internal;
        }
    }
    if (!input.error().isEmpty()) {
        anyUnusable = true;
        static_cast<void>(cannotRead(path, input.error()));
    } else if (!any && s_stopped == 0) {
        printError(
            UsageText::tr("There is no history in %1 (schema stampede.history/1).").arg(path));
    }
    if (anyFalse) {
        return ExitCode::Violation;
    }
    if (anyUnusable) {
        return ExitCode::Scenario;
    }
    if (anyOpen) {
        return ExitCode::Inconclusive;
    }
    if (s_stopped != 0) {
        return ExitCode::EndedEarly;
    }
    return any ? ExitCode::Success : ExitCode::Scenario;
}

} // namespace stampede
