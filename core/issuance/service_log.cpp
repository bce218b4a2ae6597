// SPDX-License-Identifier: MIT
#include "issuance/service_log.h"

#include "issuance/issuance_text.h"

#include "issuance/issuance_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace stampede {

namespace {

using namespace std::chrono_literals;

constexpr auto kWriteEvery = 50ms;
constexpr std::size_t kEnoughBytes = 262'144;
constexpr std::size_t kMostBytes = 67'108'864; // beyond it the disk cannot keep up: lines are lost
constexpr std::array kLevelWords = {"DEBUG", "INFO ", "WARN ", "ERROR"};

QString cannotWrite(const QString &path, int error)
{
    return IssuanceText::tr("%1 cannot be written: %2.")
        .arg(path, QString::fromStdString(std::generic_category().message(error)));
}

/// "2026-04-12T14:03:21.123Z "
void appendTime(std::string &line)
{
    thread_local std::time_t lastSecond = -1;
    thread_local std::array<char, 32> secondText{};
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (now.tv_sec != lastSecond) {
        std::tm parts{};
        gmtime_r(&now.tv_sec, &parts);
        static_cast<void>(
            std::strftime(secondText.data(), secondText.size(), "%Y-%m-%dT%H:%M:%S.", &parts));
        lastSecond = now.tv_sec;
    }
    const auto ms = static_cast<int>(now.tv_nsec / 1'000'000);
    const char digits[] = {static_cast<char>('0' + ms / 100), static_cast<char>('0' + ms / 10 % 10),
                           static_cast<char>('0' + ms % 10), 'Z', ' '};
    line.append(secondText.data()).append(digits, sizeof digits);
}

} // namespace

ServiceLog::ServiceLog(int file, QString path)
    : m_file(file)
    , m_path(std::move(path))
    , m_beginsAt(lseek(file, 0, SEEK_END))
{
    const QLoggingCategory &category = issuanceLog();
    m_writes[static_cast<std::size_t>(LogLevel::Debug)] = category.isDebugEnabled();
    m_writes[static_cast<std::size_t>(LogLevel::Info)] = category.isInfoEnabled();
    m_writes[static_cast<std::size_t>(LogLevel::Warning)] = category.isWarningEnabled();
    m_writes[static_cast<std::size_t>(LogLevel::Error)] = category.isCriticalEnabled();
    m_writer = std::jthread([this](const std::stop_token &stop) { writeOut(stop); });
}

ServiceLog::~ServiceLog()
{
    static_cast<void>(finish());
    ::close(m_file);
}

Result<std::unique_ptr<ServiceLog>, QString> ServiceLog::open(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file < 0) {
        return Failure{cannotWrite(path, errno)};
    }
    return std::unique_ptr<ServiceLog>(new ServiceLog(file, path));
}

Result<std::unique_ptr<ServiceLog>, QString> ServiceLog::openPrivate()
{
    // Folders on a disk before those that may be in memory.
    const QStringList folders = {qEnvironmentVariable("STAMPEDE_DATA_DIR"),
                                 QStringLiteral("/var/tmp"), QDir::tempPath()};
    int error = ENOENT;
    for (const QString &folder : folders) {
        if (folder.isEmpty()) {
            continue;
        }
        QByteArray name = QFile::encodeName(folder + QStringLiteral("/stampede-log-XXXXXX"));
        const int file = mkostemp(name.data(), O_APPEND | O_CLOEXEC);
        if (file >= 0) {
            static_cast<void>(unlink(name.constData()) == 0);
            return std::unique_ptr<ServiceLog>(new ServiceLog(file, QString()));
        }
        error = errno;
    }
    return Failure{cannotWrite(QDir::tempPath(), error)};
}

void ServiceLog::write(LogLevel level, std::string_view text)
{
    if (!writes(level)) {
        return;
    }
    thread_local std::string line;
    line.clear();
    appendTime(line);
    line.append(kLevelWords[static_cast<std::size_t>(level)])
        .append(" stampede.issuance : ")
        .append(text)
        .push_back('\n');
    bool enough = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_collected.size() + line.size() > kMostBytes) {
            ++m_linesDropped;
            return;
        }
        const bool before = m_collected.size() >= kEnoughBytes;
        m_collected += line;
        enough = !before && m_collected.size() >= kEnoughBytes;
    }
    if (enough) {
        m_enough.notify_one();
    }
}

void ServiceLog::writeOut(const std::stop_token &stop)
{
    std::string block;
    bool last = false;
    while (!last) {
        // Once the end was asked for nobody writes any more, so this round takes all there is.
        last = stop.stop_requested();
        {
            std::unique_lock lock(m_mutex);
            if (!last) {
                m_enough.wait_for(lock, stop, kWriteEvery,
                                  [this] { return m_collected.size() >= kEnoughBytes; });
            }
            block.swap(m_collected);
        }
        writeBlock(block);
        block.clear();
    }
}

void ServiceLog::writeBlock(std::string_view block)
{
    while (!block.empty()) {
        const ssize_t written = ::write(m_file, block.data(), block.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            const int error = errno;
            const std::lock_guard lock(m_mutex);
            m_writeError = m_writeError == 0 ? error : m_writeError;
            return;
        }
        block.remove_prefix(static_cast<std::size_t>(written));
    }
}

Result<void, QString> ServiceLog::finish()
{
    if (m_writer.joinable()) {
        m_writer.request_stop();
        m_writer.join();
    }
    const std::lock_guard lock(m_mutex);
    if (m_writeError != 0) {
        return Failure{cannotWrite(
            m_path.isEmpty() ? IssuanceText::tr("The service's log") : m_path, m_writeError)};
    }
    if (m_linesDropped > 0) {
        return Failure{
            IssuanceText::tr("The disk was too slow for the service's log; lines missing: "
                             "%1.")
                .arg(m_linesDropped)};
    }
    return {};
}

QString ServiceLog::readableAt() const
{
    return m_path.isEmpty() ? QStringLiteral("/proc/self/fd/%1").arg(m_file) : m_path;
}

} // namespace stampede
