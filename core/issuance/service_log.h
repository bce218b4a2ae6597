// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.h"

#include <QString>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace stampede {

enum class LogLevel
{
    Debug,
    Info,
    Warning,
    Error
};

/// The file that the service writes its log to, a line an entry: time (UTC), level, category, text.
/// Lines are collected in memory and written by a thread of its own, so that a crowd of requests
/// waits for no disk. Which levels are written the logging category "stampede.issuance" decides
/// when the log is opened; all, unless QT_LOGGING_RULES says otherwise.
class ServiceLog
{
public:
    /// Appends to the file at `path`. The error is a sentence that says why it cannot be written.
    static Result<std::unique_ptr<ServiceLog>, QString> open(const QString &path);
    /// A file without a name, in the data folder or where temporary files are kept: it is gone with
    /// this object, also when the program is killed.
    static Result<std::unique_ptr<ServiceLog>, QString> openPrivate();
    ~ServiceLog();
    ServiceLog(const ServiceLog &) = delete;
    ServiceLog &operator=(const ServiceLog &) = delete;

    /// Any thread; does not wait for the disk.
    void write(LogLevel level, std::string_view text);
    [[nodiscard]] bool writes(LogLevel level) const
    {
        return m_writes[static_cast<std::size_t>(level)];
    }

    /// After the last write(): puts everything into the file. The error is a sentence that says why
    /// lines are missing there.
    Result<void, QString> finish();
    /// Where to read the file while this object lives.
    [[nodiscard]] QString readableAt() const;
    /// Where this log begins in the file.
    [[nodiscard]] std::int64_t beginsAt() const { return m_beginsAt; }

private:
    static constexpr std::size_t kLevels = 4;

    ServiceLog(int file, QString path);
    void writeOut(const std::stop_token &stop);
    void writeBlock(std::string_view block);

    int m_file;
    QString m_path; ///< empty for a private one
    std::int64_t m_beginsAt = 0;
    bool m_writes[kLevels] = {};

    std::mutex m_mutex; ///< guards the three below
    std::string m_collected;
    std::int64_t m_linesDropped = 0;
    int m_writeError = 0; ///< errno of the first write that failed
    std::condition_variable_any m_enough;
    std::jthread m_writer; ///< last: ends before the rest goes
};

} // namespace stampede
