#include "app/cli_check_history.h"

#include "app/cli_commands.h"
#include "judge/history_reader.h"
#include "judge/judge.h"
#include "judge/verdict_text.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stampede {

namespace {

struct CheckText
{
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

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
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

/// A file descriptor as a source of bytes. Keeps why reading failed.
class InputFile
{
public:
    explicit InputFile(const QString &path)
        : m_isOurs(path != QLatin1String("-"))
        , m_handle(m_isOurs ? ::open(QFile::encodeName(path).constData(),
                                     O_RDONLY | O_CLOEXEC | O_NOCTTY)
                            : STDIN_FILENO)
        , m_error(m_handle < 0 ? errno : 0)
    {
        struct stat status = {};
        if (m_handle >= 0 && ::fstat(m_handle, &status) == 0 && S_ISDIR(status.st_mode)) {
            m_error = EISDIR;
        }
    }
    ~InputFile()
    {
        if (m_isOurs && m_handle >= 0) {
            ::close(m_handle);
        }
    }
    InputFile(const InputFile &) = delete;
    InputFile &operator=(const InputFile &) = delete;

    [[nodiscard]] int error() const { return m_error; }

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
                m_error = errno;
                return -1;
            }
        }
    }

private:
    bool m_isOurs;
    int m_handle;
    int m_error;
};

bool printLine(const std::string &line)
{
    return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
           std::fflush(stdout) == 0;
}

ExitCode cannotRead(const QString &path, int error)
{
    printError(CheckText::tr("%1 cannot be read: %2.")
                   .arg(path == QLatin1String("-") ? CheckText::tr("Standard input") : path,
                        qt_error_string(error)));
    return ExitCode::Scenario;
}

} // namespace

ExitCode checkHistory(const QString &path)
{
    heedSignals();
    InputFile input(path);
    if (input.error() != 0) {
        return cannotRead(path, input.error());
    }
    HistoryReader reader([&input](char *to, std::size_t size) { return input.read(to, size); });
    bool anyFalse = false;
    bool anyUnusable = false;
    bool any = false;
    while (const auto history = reader.next()) {
        if (s_stopped != 0) {
            break;
        }
        any = true;
        std::string line;
        if (history->usable()) {
            const Judgement judgement = judge(history->facts, history->operations);
            anyFalse = anyFalse || !judgement.linearizable;
            line = verdictLine(history->facts, judgement, history->names);
        } else {
            anyUnusable = true;
            line = unusableLine(*history);
        }
        if (!printLine(line)) {
            printError(
                CheckText::tr("The verdict cannot be written: %1.").arg(qt_error_string(errno)));
            return ExitCode::Internal;
        }
    }
    if (input.error() != 0) {
        anyUnusable = true;
        static_cast<void>(cannotRead(path, input.error()));
    } else if (!any && s_stopped == 0) {
        printError(
            CheckText::tr("There is no history in %1 (schema stampede.history/1).").arg(path));
    }
    if (anyFalse) {
        return ExitCode::Violation;
    }
    if (anyUnusable) {
        return ExitCode::Scenario;
    }
    if (s_stopped != 0) {
        return ExitCode::EndedEarly;
    }
    return any ? ExitCode::Success : ExitCode::Scenario;
}

} // namespace stampede
