// SPDX-License-Identifier: MIT
#include "database/server_supervisor.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <vector>

namespace stampede {

namespace {

constexpr int kFirstDescriptor = 16; // above those under which the supervisor gets its own
constexpr std::chrono::seconds kEndWithin(15);
constexpr int kStartWithinMs = 10'000;

/// A descriptor that is closed at the end of its scope.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int value)
        : m_value(value)
    {}
    Descriptor(Descriptor &&other) noexcept
        : m_value(other.release())
    {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_value >= 0) {
            ::close(m_value);
        }
    }
    [[nodiscard]] int get() const { return m_value; }
    int release() { return std::exchange(m_value, -1); }

private:
    int m_value = -1;
};

Descriptor copyAboveStandard(int descriptor)
{
    return Descriptor(fcntl(descriptor, F_DUPFD_CLOEXEC, kFirstDescriptor));
}

struct Pipe
{
    Descriptor reading;
    Descriptor writing;
    [[nodiscard]] bool isOpen() const { return reading.get() >= 0 && writing.get() >= 0; }
};

Pipe makePipe()
{
    std::array<int, 2> ends = {-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        return {};
    }
    const Descriptor first(ends[0]);
    const Descriptor second(ends[1]);
    return {copyAboveStandard(first.get()), copyAboveStandard(second.get())};
}

/// Text as execve wants it: the bytes, and pointers to them with a null at the end.
class Arguments
{
public:
    explicit Arguments(const QStringList &texts)
    {
        m_bytes.reserve(static_cast<std::size_t>(texts.size()));
        for (const QString &text : texts) {
            m_bytes.push_back(QFile::encodeName(text));
            m_pointers.push_back(m_bytes.back().data());
        }
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

/// The supervisor's program lies beside the one that runs, as it was built, or where an
/// installation keeps what nobody starts by hand.
QString supervisorProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    const QString beside = here.filePath(QStringLiteral("stampede-supervisor"));
    return QFile::exists(beside) ? beside
                                 : QDir::cleanPath(here.filePath(
                                       QStringLiteral(STAMPEDE_LIBEXEC "/stampede-supervisor")));
}

/// Starts the supervisor with every signal blocked. 0, or the system's reason.
int spawnSupervisor(const QStringList &words, const QStringList &environmentLines, int programPipe,
                    int report, int lock, pid_t &supervisor)
{
    const Arguments arguments(words);
    const Arguments environment(environmentLines);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, programPipe, kSupervisorProgramPipe);
    posix_spawn_file_actions_adddup2(&actions, report, kSupervisorReport);
    posix_spawn_file_actions_adddup2(&actions, lock, kSupervisorLock);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int failed = posix_spawn(&supervisor, QFile::encodeName(words.constFirst()).constData(),
                                   &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

} // namespace

ServerSupervisor::ServerSupervisor(pid_t supervisor, int programPipe, int reports)
    : m_supervisor(supervisor)
    , m_programPipe(programPipe)
    , m_reports(reports)
{}

Result<std::unique_ptr<ServerSupervisor>, QString>
ServerSupervisor::launch(const ServerCommand &command)
{
    Pipe life = makePipe();
    Pipe reports = makePipe();
    const Descriptor lock = copyAboveStandard(command.lockDescriptor);
    if (!life.isOpen() || !reports.isOpen() || lock.get() < 0) {
        return Failure{qt_error_string(errno)};
    }
    const QStringList words = QStringList{supervisorProgram(),
                                          QString::number(command.account.drops ? 1 : 0),
                                          QString::number(command.account.uid),
                                          QString::number(command.account.gid),
                                          command.log,
                                          command.socket,
                                          command.socketFolder,
                                          command.program} +
                              command.arguments;
    pid_t supervisor = -1;
    if (const int failed = spawnSupervisor(words, command.environment, life.reading.get(),
                                           reports.writing.get(), lock.get(), supervisor);
        failed != 0) {
        return Failure{words.constFirst() + QStringLiteral(": ") + qt_error_string(failed)};
    }
    std::unique_ptr<ServerSupervisor> result(
        new ServerSupervisor(supervisor, life.writing.release(), reports.reading.release()));
    // Its own copy would keep the end of the supervisor from being seen.
    reports.writing = Descriptor();
    const std::optional<SupervisorReport> first = result->nextReport(kStartWithinMs);
    if (first && first->kind == SupervisorReport::Kind::Started) {
        result->m_server = first->value;
        return result;
    }
    return Failure{qt_error_string(first ? first->value : ETIMEDOUT)};
}

ServerSupervisor::~ServerSupervisor()
{
    ::close(m_programPipe);
    const auto deadline = std::chrono::steady_clock::now() + kEndWithin;
    bool over = false;
    while (!over) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0) {
            // The server dies with its supervisor.
            kill(m_supervisor, SIGKILL);
            break;
        }
        pollfd reports{.fd = m_reports, .events = POLLIN, .revents = 0};
        char unread = 0;
        over = poll(&reports, 1, static_cast<int>(left.count())) > 0 &&
               ::read(m_reports, &unread, 1) == 0;
    }
    while (waitpid(m_supervisor, nullptr, 0) < 0 && errno == EINTR) {
    }
    ::close(m_reports);
}

std::optional<SupervisorReport> ServerSupervisor::nextReport(int timeoutMs)
{
    pollfd reports{.fd = m_reports, .events = POLLIN, .revents = 0};
    int ready = 0;
    do {
        ready = poll(&reports, 1, timeoutMs);
    } while (ready < 0 && errno == EINTR);
    if (ready <= 0) {
        return std::nullopt;
    }
    SupervisorReport report;
    if (::read(m_reports, &report, sizeof report) != sizeof report) {
        // The supervisor was killed, and its server with it.
        return SupervisorReport{.kind = SupervisorReport::Kind::Ended, .value = 0};
    }
    return report;
}

bool ServerSupervisor::hasEnded(int timeoutMs)
{
    if (!m_ended) {
        m_ended = nextReport(timeoutMs).has_value();
    }
    return m_ended;
}

} // namespace stampede
